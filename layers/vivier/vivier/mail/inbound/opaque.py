"""The mail within an S/MIME message that was signed and not encrypted (RFC 8551 §3.5.2): its CMS SignedData (RFC 5652
§5.1) is opened as far as the content. The signature itself nobody here verifies.

BER, of definite and of indefinite lengths, with a bounded depth; anything else opens nothing.
"""

from typing import NamedTuple

SIGNED_DATA = bytes.fromhex("2a864886f70d010702")  # 1.2.840.113549.1.7.2
OID, OCTETS, OCTETS_IN_PIECES, INTEGER, SEQUENCE, SET, CONTENT = 0x06, 0x04, 0x24, 0x02, 0x30, 0x31, 0xA0
MOST_DEPTH = 12
MOST_PIECES = 100_000
MOST_LENGTH = 4  # bytes of a length


class _Value(NamedTuple):
    tag: int
    start: int
    end: int | None  # None: until two zero bytes


def content(data: bytes) -> bytes | None:
    """What was signed; None when the bytes are no such message."""
    try:
        return _content(data)
    except (IndexError, ValueError):
        return None


def _content(data: bytes) -> bytes:
    at = _expect(data, 0, SEQUENCE).start
    kind = _expect(data, at, OID)
    if data[kind.start : kind.end] != SIGNED_DATA:
        raise ValueError("no SignedData")
    at = _expect(data, _after(data, kind), CONTENT).start
    at = _expect(data, at, SEQUENCE).start
    for tag in (INTEGER, SET):
        at = _after(data, _expect(data, at, tag))
    at = _expect(data, at, SEQUENCE).start
    at = _after(data, _expect(data, at, OID))
    return _octets(data, _value(data, _expect(data, at, CONTENT).start))


def _octets(data: bytes, held: _Value) -> bytes:
    if held.tag == OCTETS and held.end is not None:
        return data[held.start : held.end]
    if held.tag != OCTETS_IN_PIECES:
        raise ValueError("no content")
    found: list[bytes] = []
    at = held.start
    while len(found) < MOST_PIECES and (held.end is None or at < held.end):
        if held.end is None and data[at : at + 2] == b"\0\0":
            break
        piece = _expect(data, at, OCTETS)
        found.append(data[piece.start : piece.end])
        at = _after(data, piece)
    return b"".join(found)


def _expect(data: bytes, at: int, tag: int) -> _Value:
    found = _value(data, at)
    if found.tag != tag:
        raise ValueError("another value")
    return found


def _value(data: bytes, at: int) -> _Value:
    tag, length = data[at], data[at + 1]
    if length < 0x80:
        start, size = at + 2, length
    elif length == 0x80:
        return _Value(tag, at + 2, None)
    else:
        count = length & 0x7F
        if count > MOST_LENGTH:
            raise ValueError("too long")
        start = at + 2 + count
        size = int.from_bytes(data[at + 2 : start], "big")
    if start + size > len(data):
        raise ValueError("cut off")
    return _Value(tag, start, start + size)


def _after(data: bytes, held: _Value, depth: int = 0) -> int:
    if held.end is not None:
        return held.end
    if depth > MOST_DEPTH:
        raise ValueError("too deep")
    at = held.start
    while data[at : at + 2] != b"\0\0":
        at = _after(data, _value(data, at), depth + 1)
    return at + 2
