"""Text made comparable: one character in, one out, so that positions in folded text hold in the original."""

import re
import unicodedata
from functools import lru_cache
from html import unescape

_DASHES = "‐‑‒–—―−"
_APOSTROPHES = "’‘ʼ´`′"
_INVISIBLE = dict.fromkeys((173, 8203, 8204, 8205, 8288, 65279, 8206, 8207))
# Icon fonts put their glyphs in the private use area: pictures, not text.
_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\U000f0000-\U0010fffd\ufffd\ufffe\uffff]")


# What a web page calls a sign, printed as it is by a tool that wrote it twice over: "D&apos;Artagnan", "R&amp;D".
_ENTITY = re.compile(r"&(?:apos|amp|quot|nbsp|lt|gt|#\d{2,4});", re.IGNORECASE)
# A period too wide for its column runs into what stands beside it: "2019–PresentTeam leader".
_RUN_INTO = re.compile(r"(\b(?:19|20)\d\d\s?[-–—]\s?(?:[Aa]ujourd['’]hui|[Pp]resent|[Pp]r[ée]sent|[Nn]ow))(?=[A-ZÀ-Ý])")


def clean(text: str) -> str:
    """The text without control characters, icons, ligatures and signs by name; any space is a plain one."""
    if "&" in text:
        text = _ENTITY.sub(lambda sign: unescape(sign[0].lower()), text)
    text = _RUN_INTO.sub(r"\1 ", text)
    if text.isascii() and text.isprintable():
        return text
    text = _NOT_TEXT.sub(" ", text.translate(_INVISIBLE))
    text = "".join(c if c.isalnum() or c < "\u0300" else _plain_form(c) for c in unicodedata.normalize("NFC", text))
    if any("\ufb00" <= c <= "\ufb06" for c in text):
        text = "".join(unicodedata.normalize("NFKC", c) if "\ufb00" <= c <= "\ufb06" else c for c in text)
    return " ".join(text.split())


@lru_cache(maxsize=4096)
def _plain_form(char: str) -> str:
    return " " if char.isspace() else char


@lru_cache(maxsize=8192)
def _fold_char(char: str) -> str:
    if char in _DASHES:
        return "-"
    if char in _APOSTROPHES:
        return "'"
    if char.isspace():
        return " "
    base = unicodedata.normalize("NFKD", char)[0].lower()
    if char in "œŒ":
        return "o"
    if char in "æÆ":
        return "a"
    if char in "ßẞ":
        return "s"
    return base if len(base) == 1 else char


def fold(text: str) -> str:
    """Lower case without accents, same length; dashes and apostrophes made plain."""
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_char, text))


def words_of(text: str) -> list[str]:
    """The folded words of a text (letters, digits, and the signs of C++, C#, .NET)."""
    return re.findall(r"[a-z0-9][a-z0-9+#.]*[a-z0-9+#]|[a-z0-9]", fold(text))


def shorten(text: str, most: int) -> str:
    """At most `most` characters, cut at a word where one is near."""
    text = text.strip()
    if len(text) <= most:
        return text
    cut = text[:most]
    space = cut.rfind(" ")
    return cut[:space] if space > most * 0.8 else cut
