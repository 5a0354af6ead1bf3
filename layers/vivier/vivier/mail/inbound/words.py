"""Bytes to text: charsets that are wrong, missing or invented, and the encoded words of headers. Never raises."""

import binascii
import codecs
import re
from functools import cache

# What mails say, and what they mean. The superset where there is one: what is called gb2312 seldom is.
ALIASES = {
    "ansi": "cp1252",
    "ansi_x3.110-1983": "cp1252",
    "cp-850": "cp850",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso-8859-1": "cp1252",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "latin1": "cp1252",
    "macintosh": "mac_roman",
    "shift_jis": "cp932",
    "unicode-1-1-utf-7": "utf-7",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "utf8": "utf-8",
    "windows-874": "cp874",
    "x-mac-roman": "mac_roman",
    "x-sjis": "cp932",
}
# Python's codecs that are no charset of a mail, or take time that grows with the square of their input.
NOT_CHARSETS = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
MOST_FAULTS = 0.02  # of a text in the charset it declares: fewer are faults, more is another charset
CONTROLS = {c: None for c in range(32) if c not in (9, 10)} | {0xFEFF: None, 0x7F: None}
SURROGATES = re.compile(r"[\ud800-\udfff]")


@cache
def codec(declared: str) -> str | None:
    """The codec of a declared charset, or None when there is none."""
    name = declared.strip().strip("\"'").lower().removeprefix("charset=")
    name = ALIASES.get(name, name)
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError, UnicodeError):
        return None
    if not getattr(found, "_is_text_encoding", True) or found.name.replace("-", "_") in NOT_CHARSETS:
        return None
    return found.name


def text_of(data: bytes, declared: str | None = None) -> str:
    """The declared charset, then UTF-8, then Windows', then Latin-1, which takes anything."""
    named = codec(declared[:60]) if declared else None
    if named in (None, "utf-8") and b"\x1b$" in data:
        named = "iso2022_jp"  # undeclared, and unmistakable
    for name in dict.fromkeys((named, "utf-8")):
        if name is None:
            continue
        try:
            return clean(data.decode(name))
        except (UnicodeError, ValueError):
            continue
    if named and named not in ("cp1252", "latin-1"):
        repaired = data.decode(named, "replace")
        if repaired.count("\ufffd") <= max(1, MOST_FAULTS * len(repaired)):
            return clean(repaired)
    try:
        return clean(data.decode("cp1252"))
    except UnicodeDecodeError:
        return clean(data.decode("latin-1"))


def clean(text: str) -> str:
    """One kind of line end; no control characters, which no screen, table or log wants."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return SURROGATES.sub("\ufffd", lines.translate(CONTROLS))


WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]{0,2000})\?=")
ALPHABET = re.compile(rb"[^A-Za-z0-9+/]")


def base64(data: bytes) -> bytes:
    """What base64 holds, whatever stands between its letters and however it was cut."""
    letters = ALPHABET.sub(b"", data.partition(b"=\n\n")[0] if b"=\n\n" in data else data)
    if len(letters) % 4 == 1:
        letters = letters[:-1]
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def header(raw: str) -> str:
    """A header's text: its encoded words decoded, neighbours joined before decoding (they split characters)."""
    parts: list[tuple[str | None, bytes]] = []
    end = 0
    for found in WORD.finditer(raw):
        between = raw[end : found.start()]
        if between.strip() or not parts or parts[-1][0] is None:
            parts.append((None, between.encode("utf-8", "surrogateescape")))
        charset = found[1].partition("*")[0].lower()  # RFC 2231 puts a language behind it
        data = _word(found[2], found[3])
        if parts and parts[-1][0] == charset:
            parts[-1] = (charset, parts[-1][1] + data)
        else:
            parts.append((charset, data))
        end = found.end()
    parts.append((None, raw[end:].encode("utf-8", "surrogateescape")))
    text = "".join(text_of(data, charset) for charset, data in parts)
    return re.sub(r"\s+", " ", text).strip()


def _word(encoding: str, body: str) -> bytes:
    if encoding in "bB":
        return base64(body.encode("ascii", "ignore"))
    return binascii.a2b_qp(body.encode("utf-8", "replace"), header=True)
