"""The text layer of a PDF page, letter by letter, and whether it can be trusted."""

import ctypes
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from vivier.resumes.parsers.blocks import Word
from vivier.resumes.parsers.geometry import Upright
from vivier.resumes.parsers.letters import icon, joined_accents, legible, mended, rejoined, small_capitals
from vivier.resumes.parsers.panels import is_drawing

BOLD = re.compile(r"bold|black|heavy|demi|semib|cmbx|sfbx|medi\b|-bd|-b\b", re.IGNORECASE)
# Letters of these are pictures: a telephone, an envelope. Bullets among them are told by their code.
ICONS = re.compile(r"awesome|marvosym|icon|wingding|webding|dingbat|fontello|glyph|emoji", re.IGNORECASE)
FORCE_BOLD = 1 << 18
MOST_GLYPHS = 60_000
SOFT_HYPHEN = 0xAD
LEAST_LETTERS = 20
# Letters of which a page has so many, and the next begins this far inside their boxes, tell a space by this much more.
_OFTEN, _OVERLAP, _SPACE = 5, -0.03, 0.1


@dataclass(frozen=True, slots=True)
class Style:
    size: float
    bold: bool
    icons: bool = False
    font: str = ""


@dataclass(slots=True)
class Glyph:
    """One character with its box in the PDF's coordinates (y upwards); `text` empty is a space."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    style: Style
    turn: int


@dataclass(slots=True)
class Glyphs:
    """A page's characters in the file's order. `turn`: quarter turns clockwise that set most upright."""

    all: list[Glyph] = field(default_factory=list)
    unmapped: int = 0
    turn: int = 0


def glyphs_of(page: pdfium.PdfPage, data: bytes, index: int) -> Glyphs:
    textpage = page.get_textpage()
    count = min(textpage.count_chars(), MOST_GLYPHS)
    result = Glyphs()
    styles: dict[int, Style] = {}
    controls: dict[int, tuple[float, float]] = {}
    for position in range(count):
        code = pdfium_c.FPDFText_GetUnicode(textpage, position)
        if pdfium_c.FPDFText_IsGenerated(textpage, position) == 1 and code < 0x21:
            result.all.append(_space(result.all[-1] if result.all else None))
            continue
        # A font may map the hyphen that it draws to U+00AD, which elsewhere is never seen.
        hyphen = code == SOFT_HYPHEN or pdfium_c.FPDFText_IsHyphen(textpage, position) == 1
        text = "-" if hyphen else chr(code) if code < 0x110000 else "\ufffd"
        glyph = _glyph(textpage, position, text, styles)
        if code < 0x20 and text != "-":
            controls[len(result.all)] = _origin(textpage, position)
        result.all.append(glyph)
    if controls:
        _resolve(result, controls, None if is_drawing(page) else data, index)
    for glyph in result.all:
        glyph.text = icon(glyph.text) if glyph.style.icons else legible(glyph.text)
        result.unmapped += glyph.text == "\ufffd"
    turns = Counter(glyph.turn for glyph in result.all if glyph.text)
    # A page without text lies as its own rotation says.
    result.turn = (4 - turns.most_common(1)[0][0]) % 4 if turns else page.get_rotation() // 90
    textpage.close()
    return result


def _space(before: Glyph | None) -> Glyph:
    if before is None:
        return Glyph("", 0, 0, 0, 0, Style(1.0, False), 0)
    return Glyph("", before.right, before.bottom, before.right, before.top, before.style, before.turn)


def _glyph(textpage: pdfium.PdfTextPage, position: int, text: str, styles: dict[int, Style]) -> Glyph:
    rect = pdfium_c.FS_RECTF()
    pdfium_c.FPDFText_GetLooseCharBox(textpage, position, rect)
    text_object = pdfium_c.FPDFText_GetTextObject(textpage, position)
    key = ctypes.addressof(text_object.contents) if text_object else 0
    style = styles.get(key)
    if style is None:
        style = styles[key] = _style(textpage, position, text_object)
    angle = pdfium_c.FPDFText_GetCharAngle(textpage, position)
    turn = round(max(angle, 0.0) / 1.5707963) % 4
    return Glyph(text, rect.left, rect.bottom, rect.right, rect.top, style, turn)


def _style(textpage: pdfium.PdfTextPage, position: int, text_object: object) -> Style:
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFText_GetMatrix(textpage, position, matrix)
    stretch = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
    size = pdfium_c.FPDFText_GetFontSize(textpage, position) * stretch
    font = pdfium_c.FPDFTextObj_GetFont(text_object) if text_object else None
    if not font:
        return Style(size, False)
    name = ctypes.create_string_buffer(128)
    pdfium_c.FPDFFont_GetBaseFontName(font, name, len(name))
    family = name.value.decode("latin-1")
    bold = bool(BOLD.search(family)) or bool(pdfium_c.FPDFFont_GetFlags(font) & FORCE_BOLD)
    # Fill and stroke together is how word processors fake a bold that the font lacks.
    faked = pdfium_c.FPDFTextObj_GetTextRenderMode(text_object) == pdfium_c.FPDF_TEXTRENDERMODE_FILL_STROKE
    return Style(size, bold or faked, bool(ICONS.search(family)), family)


def _origin(textpage: pdfium.PdfTextPage, position: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetCharOrigin(textpage, position, x, y)
    return x.value, y.value


def _resolve(glyphs: Glyphs, controls: dict[int, tuple[float, float]], data: bytes | None, index: int) -> None:
    """Ligatures of fonts without a Unicode map come out as control characters: pdfplumber knows them by name."""
    from vivier.resumes.parsers.ligatures import ligatures_of

    known = ligatures_of(data, index, {position: glyphs.all[position].text for position in controls}, controls)
    for position, text in known.items():
        glyphs.all[position].text = text


def words_of(glyphs: Glyphs, upright: Upright) -> list[Word]:
    """Words with boxes in points from the top left of the upright page."""
    drawn = list(_runs(glyphs.all))
    close = _usual_gaps(drawn)
    runs = [part for run in drawn for part in _unglued(run, close)]
    words = [word for run in runs if (word := _word(run, upright, glyphs.turn))]
    return mended(small_capitals(rejoined([word for word in words if _on_page(word, upright)])))


def _runs(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and (not glyph.text or _breaks(run[-1], glyph)):
            yield run
            run = []
        if glyph.text:
            run.append(glyph)
    if run:
        yield run


def _usual_gaps(runs: list[list[Glyph]]) -> dict[tuple[str, str], float]:
    """Behind letters whose boxes are wider than they take room, how far back the next one usually begins, in ems."""
    gaps: dict[tuple[str, str], list[float]] = defaultdict(list)
    for run in runs:
        for before, after in pairwise(run):
            gaps[before.style.font, before.text].append(_gap(before, after))
    usual = {letter: median(told) for letter, told in gaps.items() if len(told) >= _OFTEN}
    return {letter: gap for letter, gap in usual.items() if gap < _OVERLAP}


def _gap(before: Glyph, after: Glyph) -> float:
    return (after.left - before.right) / max(before.style.size, 1.0)


def _unglued(run: list[Glyph], close: dict[tuple[str, str], float]) -> Iterator[list[Glyph]]:
    """Where style or tag changes, some print words without a space: a gap, small but unlike the others, tells.

    A gap alone must be wider (in ems, against the usual one): a change of colour within a word leaves one, too.
    `close`: what is usual behind letters that overlap the next.
    """
    gaps = [_gap(before, after) for before, after in pairwise(run)]
    usual = median(gaps) if gaps else 0.0
    if len(gaps) < 3 or run[0].turn or usual > 0.02:
        yield run
        return
    start = 0
    address = any(glyph.text == "@" for glyph in run)
    for position, gap in enumerate(gaps, start=1):
        restyled = run[position - 1].style != run[position].style
        before = run[position - 1]
        wide = gap > 0.095 and (restyled or gap - usual > 0.13)
        wide = wide or (not address and gap - close.get((before.style.font, before.text), gap) > _SPACE)
        if wide or _capitals_begin(run[start:position], run[position:], gap - usual):
            yield run[start:position]
            start = position
    yield run[start:]


def _capitals_begin(before: list[Glyph], after: list[Glyph], wider: float) -> bool:
    """Small letters, then capitals: two words when the font changes (ÉlodieDUPONT) or the gap is half a space.

    Brands change case within a word (JavaScript, MongoDB), some in two fonts: at least three capitals must follow, and
    in one font the gap be wider than the usual by that many ems.
    """
    small = len(before) > 1 and before[-1].text.islower()
    if not small or len(after) < 3 or not all(glyph.text.isupper() for glyph in after[:3]):
        return False
    return before[-1].style.font != after[0].style.font or wider > 0.07


def _breaks(before: Glyph, after: Glyph) -> bool:
    """A jump that the file does not announce with a space: another line, or another column."""
    if before.turn != after.turn:
        return True
    if before.turn % 2:
        return abs(after.left - before.left) > 0.7 * max(before.right - before.left, 1.0)
    size = max(before.top - before.bottom, 1.0)
    gap = after.left - before.right if before.turn == 0 else before.left - after.right
    lower = min(before.top, after.top) - max(before.bottom, after.bottom) < 0.3 * min(size, after.top - after.bottom)
    return lower or gap > 0.6 * size or gap < -2.0 * size


def _word(run: list[Glyph], upright: Upright, turn: int) -> Word | None:
    text = joined_accents([(glyph.text, glyph.left, glyph.right) for glyph in run])
    text = unicodedata.normalize("NFC", text)
    if not text:
        return None
    left, top, right, bottom = upright.box(
        min(glyph.left for glyph in run),
        min(glyph.bottom for glyph in run),
        max(glyph.right for glyph in run),
        max(glyph.top for glyph in run),
    )
    return Word(
        text=text,
        left=left,
        top=top,
        right=right,
        bottom=bottom,
        size=max(glyph.style.size for glyph in run),
        bold=2 * sum(glyph.style.bold for glyph in run) > len(run),
        upright=(run[0].turn + turn) % 4 == 0,
    )


def _on_page(word: Word, upright: Upright) -> bool:
    return word.right > 0 and word.bottom > 0 and word.left < upright.width and word.top < upright.height


def quality_is_good(glyphs: Glyphs, *, covered: bool, least: int = LEAST_LETTERS) -> bool:
    """Whether the text layer says what the page shows: enough letters, few of them without a meaning.

    `covered`: one picture fills most of the page, a scan perhaps with a stamp of text over it.
    """
    seen = [glyph.text for glyph in glyphs.all if glyph.text]
    letters = sum(character.isalnum() for text in seen for character in text)
    if not seen or glyphs.unmapped > 0.08 * len(seen) or letters < 0.5 * len(seen):
        return False
    return letters >= (10 * LEAST_LETTERS if covered else least)
