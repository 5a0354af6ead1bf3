"""Addresses, message ids and dates as headers have them. Linear in what they are given."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_tz

from vivier.mail.inbound import words
from vivier.mail.inbound.model import Address

MOST = 200
MOST_REFERENCES = 100
PLAIN = re.compile(r"[^\s<>()\[\],;:\"@]{1,128}@[^\s<>()\[\],;:\"@]{1,255}")
QUOTED = re.compile(r"\"[^\"\n]{1,128}\"@[^\s<>()\[\],;:\"@]{1,255}")
MESSAGE_ID = re.compile(r"<([^<>\s]{1,900})>")


def addresses(values: Iterable[str]) -> list[Address]:
    """Those of some headers, in order, each once. A name is decoded only after its address was found: an encoded name
    that holds an address is a name."""
    found: dict[str, Address] = {}
    for value in values:
        for chunk in _chunks(value):
            one = _address(chunk)
            if one and len(found) < MOST:
                found.setdefault(one.address.casefold(), one)
    return list(found.values())


def first(value: str) -> Address | None:
    return next(iter(addresses([value])), None)


def _chunks(value: str) -> list[str]:
    """Pieces between commas and semicolons that are not within quotes, angles or comments; names of groups go."""
    chunks, start, quoted, angle, comment, escaped = [], 0, False, False, 0, False
    for n, c in enumerate(value):
        if escaped:
            escaped = False
        elif c == "\\":
            escaped = True
        elif quoted:
            quoted = c != '"'
        elif c == '"':
            quoted = True
        elif c == "(":
            comment += 1
        elif c == ")" and comment:
            comment -= 1
        elif comment:
            continue
        elif c in "<>":
            angle = c == "<"
        elif c in ",;" and not angle:
            chunks.append(value[start:n])
            start = n + 1
        elif c == ":" and not angle and "@" not in value[start:n]:
            start = n + 1
    return [*chunks, value[start:]]


def _address(chunk: str) -> Address | None:
    before, angle, rest = chunk.rpartition("<")
    if angle and (found := _bare(rest.partition(">")[0])):
        return Address(address=found, name=_name(before))
    if found := _bare(chunk):
        comment = re.search(r"\(([^()]*)\)", chunk)
        return Address(address=found, name=_name(comment[1]) if comment else None)
    return None


def _bare(text: str) -> str | None:
    found = PLAIN.search(text) or QUOTED.search(text)
    if not found:
        return None
    return found[0].strip("'.") or None


def _name(raw: str) -> str | None:
    text = raw.strip()
    if text[:1] == '"':
        text = re.sub(r"\\(.)", r"\1", text[1:].removesuffix('"'))
    return words.header(text).strip("\"' ")[:200] or None


def ids(values: Iterable[str], most: int = MOST_REFERENCES) -> list[str]:
    """Message ids without their angles, in order, each once; the last ones when there are too many.

    Programs that fold by RFC 2047 write an id longer than a line as encoded words: Python's own does.
    """
    found: dict[str, None] = {}
    for given in values:
        value = words.header(given) if "=?" in given else given
        each = MESSAGE_ID.findall(value) or [w.strip("<>,;") for w in value.split() if "@" in w]
        found |= dict.fromkeys(i for i in each if 0 < len(i) <= 900)
    return list(found)[-most:]


def moment(value: str) -> datetime | None:
    """A date in UTC, or None for what is none or lies where no calendar goes."""
    try:
        read = parsedate_tz(value[:200])
        if read is None:
            return None
        local = datetime(*read[:6], tzinfo=UTC)
        return datetime.fromtimestamp(local.timestamp() - (read[9] or 0), UTC)
    except (ValueError, TypeError, IndexError, OverflowError, OSError):
        return None
