"""Plain text, in whatever encoding it comes."""

import codecs
import re

from vivier.resumes.parsers.facts import FileRefused, Flag, Limits, RefusalReason
from vivier.resumes.parsers.paper import Paragraph, Run, Sheet

HEADING = re.compile(r"^ {0,3}(#{1,4}) +(.*?)[ #]*$")
BOLD = re.compile(r"\*\*(?=\S)([^*]{1,200}?)(?<=\S)\*\*")
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes) -> tuple[str, set[Flag]]:
    """The text without NULs: by its byte order mark, else UTF-8, UTF-16 by its zero bytes, cp1252."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            text = data.decode(encoding, "replace")
            return _without_nul(text), (set() if encoding == "utf-8-sig" else {Flag.DECODED_AS_UTF_16})
    guess = _utf_16_without_mark(data)
    if guess:
        return _without_nul(data.decode(guess, "replace")), {Flag.DECODED_AS_UTF_16}
    try:
        # A sample may end within a character.
        return _without_nul(codecs.getincrementaldecoder("utf-8")().decode(data)), set()
    except UnicodeDecodeError:
        return _without_nul(data.decode("cp1252", "replace")), {Flag.DECODED_AS_CP1252}


def _without_nul(text: str) -> str:
    return text.replace("\x00", " ").removeprefix("\ufeff")


def _utf_16_without_mark(data: bytes) -> str | None:
    sample = data[:4000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def looks_like_text(text: str) -> bool:
    """False for random bytes, which any one-byte encoding would decode to something."""
    strange = sum(not (character.isprintable() or character in "\r\n\t\f\v") for character in text)
    return strange <= 0.05 * len(text)


def sheet_of_text(data: bytes, limits: Limits) -> tuple[Sheet, set[Flag]]:
    text, flags = decoded(data)
    if not text.strip():
        raise FileRefused(RefusalReason.EMPTY)
    if len(text) > limits.text_chars:
        text = text[: limits.text_chars]
        flags.add(Flag.CAPPED)
    sheet = Sheet(typed=True)
    for line in text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n"):
        # Two columns typed with spaces keep their distance, as tabs do.
        sheet.add(Paragraph(_runs(line), after=0))
    return sheet, flags


def _runs(line: str) -> list[Run]:
    """A line's runs; what Markdown sets as a heading or in bold is so."""
    heading = HEADING.match(line)
    if heading:
        return [Run(heading[2].replace("**", ""), bold=True, size=15.5 - len(heading[1]))]
    parts = BOLD.split(line)
    return [Run(part, bold=n % 2 == 1) for n, part in enumerate(parts) if part or len(parts) == 1]
