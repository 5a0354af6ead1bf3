"""Control characters that stand for ligatures, resolved by glyph name through pdfplumber."""

from io import BytesIO

import pdfplumber
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

# Places of the ligatures in TeX's two text encodings, for glyphs that have no name either.
TEX_LIGATURES = {
    "\x0b": "ff", "\x0c": "fi", "\x0d": "fl", "\x0e": "ffi", "\x0f": "ffl",
    "\x1b": "ff", "\x1c": "fi", "\x1d": "fl", "\x1e": "ffi", "\x1f": "ffl",
}  # fmt: skip


def ligatures_of(
    data: bytes | None, index: int, controls: dict[int, str], origins: dict[int, tuple[float, float]]
) -> dict[int, str]:
    """What the control characters of one page mean, by their position: empty where they are not letters.

    Without `data` nobody asks the fonts, and what TeX means by such a character has to do.
    """
    named = {} if data is None else _named(data, index)
    found = {}
    for position, control in controls.items():
        x, y = origins[position]
        text = next((named[near] for near in _around(x, y) if near in named), None)
        if text is None:
            found[position] = TEX_LIGATURES.get(control, "")
        else:
            # (cid:20): the font names no letter there, so it is a symbol.
            found[position] = "" if text.startswith("(cid:") or ord(text[0]) < 0x20 else text
    return found


def _around(x: float, y: float) -> list[tuple[int, int]]:
    return [(round(x) + dx, round(y) + dy) for dx in (0, -1, 1) for dy in (0, -1, 1)]


def _named(data: bytes, index: int) -> dict[tuple[int, int], str]:
    try:
        with pdfplumber.open(BytesIO(data), pages=[index + 1]) as document:
            page = document.pages[0]
            left, bottom = page.mediabox[0], page.mediabox[1]
            return {
                (round(char["matrix"][4] + left), round(char["matrix"][5] + bottom)): char["text"]
                for char in page.chars
                if len(char["text"]) > 1 or not char["text"].isascii()
            }
    except (
        PdfminerException,
        MalformedPDFException,
        PSException,
        ValueError,
        KeyError,
        IndexError,
        TypeError,
        AttributeError,
    ):
        # It is stricter than pdfium with damaged files; the table of TeX then has to do.
        return {}
