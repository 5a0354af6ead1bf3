"""From a document's bytes to pictures of its pages, within Textract's limits.

Limits: https://docs.aws.amazon.com/textract/latest/dg/limits-document.html
"""

from collections.abc import Iterator
from io import BytesIO

import pypdfium2 as pdfium
from PIL import Image, ImageOps, UnidentifiedImageError

from vivier_local.textract.faults import bad_document, too_large, unsupported

SYNC_BYTES = 10 * 1024 * 1024
ASYNC_IMAGE_BYTES = 10 * 1024 * 1024
ASYNC_PDF_BYTES = 500 * 1024 * 1024
ASYNC_PAGES = 3_000
MOST_PIXELS = 10_000
MOST_POINTS = 9_000
DPI = 250
# A page box within the limit can still be 9,000 points a side.
RENDER_PIXELS = 12_000_000


def kind_of(document: bytes) -> str:
    """jpeg, png, pdf or tiff. Raises UnsupportedDocumentException."""
    if document.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if document.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if b"%PDF-" in document[:1024]:
        return "pdf"
    if document.startswith((b"II*\x00", b"MM\x00*")):
        return "tiff"
    raise unsupported()


def one_page(document: bytes) -> Image.Image:
    """For synchronous calls, which take one page."""
    if len(document) > SYNC_BYTES:
        raise too_large(SYNC_BYTES)
    kind = kind_of(document)
    if kind in {"pdf", "tiff"} and page_count(document, kind) > 1:
        raise unsupported()
    return next(pages(document, kind))


def checked_for_job(document: bytes) -> str:
    """The kind of a document for an asynchronous job. Raises what StartDocumentAnalysis refuses at once."""
    kind = kind_of(document)
    most = ASYNC_IMAGE_BYTES if kind in {"jpeg", "png"} else ASYNC_PDF_BYTES
    if len(document) > most:
        raise too_large(most)
    return kind


def page_count(document: bytes, kind: str) -> int:
    if kind == "pdf":
        with _pdf(document) as pdf:
            return len(pdf)
    with _picture(document) as picture:
        return int(getattr(picture, "n_frames", 1))


def pages(document: bytes, kind: str) -> Iterator[Image.Image]:
    """Grey pictures of the pages, one after the other. Raises BadDocumentException."""
    if kind == "pdf":
        with _pdf(document) as pdf:
            for page in pdf:
                width, height = page.get_size()
                if max(width, height) > MOST_POINTS:
                    raise bad_document()
                scale = min(DPI / 72, (RENDER_PIXELS / (width * height)) ** 0.5)
                yield page.render(scale=scale, grayscale=True).to_pil()
        return
    with _picture(document) as picture:
        for index in range(int(getattr(picture, "n_frames", 1))):
            picture.seek(index)
            if max(picture.size) > MOST_PIXELS:
                raise bad_document()
            try:
                yield ImageOps.exif_transpose(picture.convert("L"))
            except (OSError, SyntaxError) as error:
                raise bad_document() from error


def _pdf(document: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(document)
    except pdfium.PdfiumError as error:
        # A password makes it unsupported: https://repost.aws/knowledge-center/textract-unsupporteddocumentexception
        raise (unsupported() if getattr(error, "err_code", None) == 4 else bad_document()) from error


def _picture(document: bytes) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS * MOST_PIXELS
    try:
        return Image.open(BytesIO(document))
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise bad_document() from error
