"""PDF: text where the page has a good layer of it, an image to recognise where it has not."""

import ctypes
import re

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from vivier.resumes.parsers.blocks import blocks_of_page, lines_of
from vivier.resumes.parsers.facts import (
    FileKind,
    FileRefused,
    Flag,
    Hyperlink,
    Limits,
    Page,
    Parsed,
    Place,
    RefusalReason,
)
from vivier.resumes.parsers.geometry import Upright
from vivier.resumes.parsers.links import is_web
from vivier.resumes.parsers.panels import drawn_on, panels_of
from vivier.resumes.parsers.pdf_pictures import pictures_of
from vivier.resumes.parsers.pdf_text import LEAST_LETTERS, glyphs_of, quality_is_good, words_of
from vivier.resumes.parsers.portraits import portraits_on
from vivier.resumes.parsers.printed import printed_portraits
from vivier.resumes.parsers.rendering import is_blank, jpeg_within, render
from vivier.resumes.parsers.ruled import with_cells

POINTS = 72
MOST_ROWS = 10_000  # of drawn tables on a page: their rows are numbered over the file
OCR_DPI = 300
ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFile|RichMedia)\b")
MAX_LINKS = 200
SCAN_SHARE = 0.6


def parse_pdf(data: bytes, limits: Limits) -> Parsed:
    """Raises FileRefused: protected, truncated, unreadable."""
    document = _document(data)
    flags = _flags(document, data)
    count = len(document)
    if count == 0:
        raise FileRefused(RefusalReason.UNREADABLE, "no pages")
    if count > limits.pages:
        flags.add(Flag.TOO_MANY_PAGES)
    parsed = Parsed(kind=FileKind.PDF, pages=[], page_count=count, blocks=[], flags=flags)
    for index in range(min(count, limits.pages)):
        _read_page(document, data, index, limits, parsed)
    return parsed


def _document(data: bytes) -> pdfium.PdfDocument:
    if _is_truncated(data):
        raise FileRefused(RefusalReason.TRUNCATED, "no end of file mark")
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        protected = getattr(error, "err_code", None) in {pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY}
        reason = RefusalReason.PROTECTED if protected else RefusalReason.UNREADABLE
        raise FileRefused(reason, str(error)) from error


def _is_truncated(data: bytes) -> bool:
    """A whole PDF ends with startxref and its offset; senders sometimes add a little behind it.

    pdfium repairs a torn file silently and would show half a CV as if it were all.
    """
    if b"startxref" in data[-4096:]:
        # The head of a linearised file has one as well, with offset 0 or beyond its own place.
        return False
    last = re.search(rb"startxref\s+(\d+)", data[data.rfind(b"startxref") :] if b"startxref" in data else b"")
    return last is None or not 0 < int(last[1]) < last.start() + data.rfind(b"startxref")


def _flags(document: pdfium.PdfDocument, data: bytes) -> set[Flag]:
    flags = set()
    scripts = pdfium_c.FPDFDoc_GetJavaScriptActionCount(document)
    attachments = pdfium_c.FPDFDoc_GetAttachmentCount(document)
    if scripts > 0 or attachments > 0 or ACTIVE.search(data):
        flags.add(Flag.ACTIVE_CONTENT_IGNORED)
    if pdfium_c.FPDF_GetSecurityHandlerRevision(document) >= 0:
        flags.add(Flag.RESTRICTED)
    return flags


def _read_page(document: pdfium.PdfDocument, data: bytes, index: int, limits: Limits, parsed: Parsed) -> None:
    """Adds a page, counted from 0, to `parsed`."""
    page = document[index]
    glyphs = glyphs_of(page, data, index)
    upright = Upright.of(page, glyphs.turn)
    number, paper = index + 1, (upright.width, upright.height)
    pictures = pictures_of(page, number, upright)
    screen, clamped = render(page, upright, limits.screen_height / upright.height, limits)
    covered = any(place.width * place.height > SCAN_SHARE for place in pictures)
    # The last words of a text that went over a page are few; what was drawn as a picture would stand before them, too.
    goes_on = index > 0 and not pictures and parsed.pages[-1].text_source == "native"
    needs_ocr = not quality_is_good(glyphs, covered=covered, least=1 if goes_on else LEAST_LETTERS)
    needs_ocr = needs_ocr and not is_blank(screen)
    parsed.pages.append(
        Page(
            number=number,
            width=round(upright.width, 2),
            height=round(upright.height, 2),
            text_source="none" if needs_ocr else "native",
            image=jpeg_within(screen, limits.image_bytes, quality=80),
            ocr_image=_ocr_image(page, upright, limits) if needs_ocr else None,
        )
    )
    words = [] if needs_ocr else words_of(glyphs, upright)
    drawn = drawn_on(page, upright) if words else []
    words = with_cells(words, drawn, number * MOST_ROWS)
    parsed.blocks += blocks_of_page(number, upright.width, upright.height, lines_of(words))
    parsed.blocks += panels_of(drawn, number, upright)
    parsed.links += _links(document, page, number, upright)
    parsed.portraits += printed_portraits(screen, number, paper) if covered else portraits_on(screen, pictures, paper)
    if clamped:
        parsed.flags.add(Flag.CLAMPED)
    page.close()


def _ocr_image(page: pdfium.PdfPage, upright: Upright, limits: Limits) -> bytes:
    picture, _ = render(page, upright, OCR_DPI / POINTS, limits, grey=True)
    return jpeg_within(picture, limits.image_bytes, quality=90)


def _links(document: pdfium.PdfDocument, page: pdfium.PdfPage, number: int, upright: Upright) -> list[Hyperlink]:
    """Links as the file holds them: what is written over them may say something else, or nothing."""
    links: list[Hyperlink] = []
    position = ctypes.c_int(0)
    link = pdfium_c.FPDF_LINK()
    while len(links) < MAX_LINKS and pdfium_c.FPDFLink_Enumerate(page, position, link):
        action = pdfium_c.FPDFLink_GetAction(link)
        if not action or pdfium_c.FPDFAction_GetType(action) != pdfium_c.PDFACTION_URI:
            continue
        length = pdfium_c.FPDFAction_GetURIPath(document, action, None, 0)
        buffer = ctypes.create_string_buffer(min(length, 4096))
        pdfium_c.FPDFAction_GetURIPath(document, action, buffer, len(buffer))
        url = buffer.value.decode("utf-8", "replace").strip()
        rect = pdfium_c.FS_RECTF()
        placed = pdfium_c.FPDFLink_GetAnnotRect(link, rect)
        if is_web(url):
            sides = upright.box(rect.left, rect.bottom, rect.right, rect.top)
            box = Place.between(number, sides, (upright.width, upright.height)) if placed else None
            links.append(Hyperlink(number, url, box))
    return links
