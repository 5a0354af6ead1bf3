"""Bytes that may be text, in whatever encoding they come."""

import codecs

from vivier.resumes.parsers.facts import Flag

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
