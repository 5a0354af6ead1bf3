"""The parts of a raw mail, as slices of its bytes: nothing is written again, and all of it is bounded.

Our own, because the standard library's parser recurses as deep as a mail likes, and its boundaries cost every line
once for each level. What is beyond the caps is left out, and said in `flags`.
"""

import binascii
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from vivier.mail.inbound import opaque, words

MOST_BYTES = 40 * 2**20  # what SES takes
MOST_DEPTH = 12
MOST_PARTS = 300
MOST_HEADER = 256 * 2**10  # of one part, all its lines
MOST_VALUE = 32_000  # characters of one header

LINE_END = re.compile(rb"\r?\n")
FIELD = re.compile(rb"([!-9;-~]{1,100})[ \t]*:(.*)", re.DOTALL)
LEADING = re.compile(rb"(?:[ \t]*+\r?\n)*+")
BLANK = re.compile(rb"(?:\A|\n)[ \t]*\r?(?:\n|\Z)")
ENCAPSULATED = re.compile(rb"\s{0,10}This is a (?:MIME|multi-?part)", re.IGNORECASE)
GUESSED = re.compile(rb"(?:\A|\n)--([^\s\-][^\r\n]{0,200}+)\r?\n")
OPAQUE = {"application/pkcs7-mime", "application/x-pkcs7-mime"}  # S/MIME: signed, encrypted or both
MOST_GUESSED = 100_000  # bytes in which a boundary that nobody declared is looked for


class Headers:
    """The header lines of one part, in order, names in lower case. The first block of a mail is its receiver's."""

    def __init__(self, lines: list[tuple[str, str]]) -> None:
        self.lines = lines

    def first(self, name: str) -> str:
        """The first value, as it was written; empty when there is none."""
        return next((v for n, v in self.lines if n == name), "")

    def every(self, name: str) -> list[str]:
        return [v for n, v in self.lines if n == name]

    def __contains__(self, name: str) -> bool:
        return any(n == name for n, _ in self.lines)


class Part:
    """One part: its headers, its type, its bytes as they were sent, its children."""

    def __init__(self, headers: Headers, body: bytes, media_type: str) -> None:
        self.headers, self.body, self.media_type = headers, body, media_type
        self.params = parameters(headers.first("content-type"))
        self.disposition = headers.first("content-disposition").partition(";")[0].strip().lower()
        self.children: list[Part] = []

    @property
    def main(self) -> str:
        return self.media_type.partition("/")[0]

    @property
    def name(self) -> str | None:
        given = parameters(self.headers.first("content-disposition")).get("filename") or self.params.get("name")
        return given or None

    def data(self) -> bytes:
        """The bytes that the transfer encoding hides."""
        encoding = self.headers.first("content-transfer-encoding").partition(";")[0].strip().lower()
        if encoding == "base64":
            return words.base64(self.body)
        if encoding == "quoted-printable":
            return binascii.a2b_qp(self.body)
        if encoding in ("x-uuencode", "uuencode", "x-uue", "uue"):
            return _uu(self.body)
        return self.body

    def text(self) -> str:
        return words.text_of(self.data(), self.params.get("charset"))

    def walk(self) -> "Iterator[Part]":
        """This part and those within, in order."""
        waiting = [self]
        while waiting:
            part = waiting.pop()
            yield part
            waiting += reversed(part.children)


def parse(raw: bytes, flags: set[str]) -> Part:
    """The tree of a mail."""
    if len(raw) > MOST_BYTES:
        flags.add("too_large")
        raw = raw[:MOST_BYTES]
    if b"\n" not in raw:
        raw = raw.replace(b"\r", b"\n")
    blank = LEADING.match(raw)
    root = part_of(raw[blank.end() :] if blank else raw)
    waiting, count = [(root, 1)], 1
    while waiting:
        part, depth = waiting.pop()
        pieces = _pieces(part)
        if pieces and depth >= MOST_DEPTH:
            flags.add("too_deep")
            continue
        default = "message/rfc822" if part.media_type == "multipart/digest" else "text/plain"
        for piece in pieces:
            count += 1
            if count > MOST_PARTS:
                flags.add("too_many_parts")
                return root
            child = part_of(piece, default)
            part.children.append(child)
            waiting.append((child, depth + 1))
    return root


def part_of(raw: bytes, default: str = "text/plain") -> Part:
    """One part from its bytes: headers up to the first blank line, or to the first line that is no header."""
    if raw[:5] == b"From " or raw[:6] == b">From ":  # an mbox's line
        raw = raw[raw.find(b"\n") + 1 :]
    blank = BLANK.search(raw)
    head, body = (raw[: blank.start()], raw[blank.end() :]) if blank else (raw, b"")
    lines: list[tuple[str, str]] = []
    name, values = "", [b""]
    for line in LINE_END.split(head[:MOST_HEADER]):
        if line[:1] in (b" ", b"\t") and name:
            values.append(line)
        elif found := FIELD.fullmatch(line):
            _keep(lines, name, values)
            name, values = found[1].decode("ascii").lower(), [found[2]]
        elif line and not lines and not name:
            return Part(Headers([]), raw, default)  # no headers at all
    _keep(lines, name, values)
    headers = Headers(lines)
    return Part(headers, body, _media_type(headers.first("content-type"), default))


def _keep(lines: list[tuple[str, str]], name: str, values: list[bytes]) -> None:
    if name:
        joined = b"".join(values).strip()[:MOST_VALUE]
        lines.append((name, words.text_of(joined).replace("\n", " ")))


def _media_type(value: str, default: str) -> str:
    said = value.partition(";")[0].strip().lower()
    if re.fullmatch(r"[\w.+-]{1,60}/[\w.+-]{1,100}", said):
        return said
    return {"text": "text/plain", "html": "text/html"}.get(said, default)


def _pieces(part: Part) -> list[bytes]:
    """The bytes of the parts within."""
    if part.media_type in ("message/rfc822", "message/global"):
        held = part.data()
        return [held] if held.strip() else []
    if part.media_type in OPAQUE and (held := opaque.content(part.data()) or b""):
        part.media_type = "multipart/signed"  # whose content stands in the signature
        return [held]
    if part.main != "multipart":
        if not ENCAPSULATED.match(part.body) or not (guess := GUESSED.search(part.body[:MOST_GUESSED])):
            return []
        part.media_type = "multipart/mixed"  # what the headers forgot to say
        return _between(part.body, guess[1].rstrip())
    boundary = part.params.get("boundary", "").encode("utf-8", "replace").rstrip()
    found = _between(part.body, boundary) if boundary else []
    if not found and (guess := GUESSED.search(part.body[:MOST_GUESSED])):
        found = _between(part.body, guess[1].rstrip())
    if not found:
        part.media_type = "text/plain"  # a multipart of nothing is its text
    return found


def _between(body: bytes, boundary: bytes) -> list[bytes]:
    mark = re.compile(rb"(?:\A|\r?\n)--" + re.escape(boundary) + rb"(--)?[ \t]*(?=\r?\n|\Z)")
    pieces, start = [], None
    for found in mark.finditer(body):
        if start is not None:
            pieces.append(body[start : found.start()])
        if found[1]:
            return pieces
        start = found.end() + (2 if body[found.end() : found.end() + 2] == b"\r\n" else 1)
        if len(pieces) > MOST_PARTS:
            return pieces
    if start is not None:
        pieces.append(body[start:])
    return pieces


PARAMETER = re.compile(r";\s*([^\s=;\"]{1,60})\s*=\s*(\"(?:[^\"\\]|\\.)*\"?|[^;]*)")


def parameters(value: str) -> dict[str, str]:
    """The parameters of a header, with RFC 2231's pieces put together and encoded words decoded (nobody should)."""
    plain: dict[str, str] = {}
    pieces: dict[str, list[tuple[int, bool, str]]] = {}
    for name, given in PARAMETER.findall(value):
        said = given.strip()
        if said[:1] == '"':
            said = re.sub(r"\\(.)", r"\1", said[1:].removesuffix('"'))
        base, star, rest = name.lower().partition("*")
        if not star:
            plain.setdefault(base, words.header(said))
            continue
        number = rest.rstrip("*")
        order = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 0
        pieces.setdefault(base, []).append((order, name.endswith("*"), said))
    return plain | {base: _joined(each) for base, each in pieces.items()}


def _joined(pieces: list[tuple[int, bool, str]]) -> str:
    charset, data = None, b""
    for n, (_, encoded, said) in enumerate(sorted(pieces, key=lambda p: p[0])):
        if encoded and n == 0 and said.count("'") >= 2:
            charset, _, said = said.split("'", 2)
        data += unquote_to_bytes(said) if encoded else said.encode("utf-8", "surrogateescape")
    return words.text_of(data, charset or None)


def _uu(body: bytes) -> bytes:
    lines = LINE_END.split(body)
    begun = next((n for n, line in enumerate(lines) if line.startswith(b"begin ")), -1)
    out = []
    for line in lines[begun + 1 :]:
        if line.strip() in (b"end", b"`"):
            break
        try:
            out.append(binascii.a2b_uu(line))
        except binascii.Error:
            continue
    return b"".join(out)
