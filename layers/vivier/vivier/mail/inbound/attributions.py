"""The lines in which mail programs say who wrote what they quote. Each looks at a bounded line a few times, in order:
none tries again what failed, so a line made to be slow is not."""

import re
from typing import NamedTuple

from vivier.mail.inbound import quoting

MOST = 500  # characters: nobody's attribution is longer
VERB = re.compile(r"(?:wrote|a [eé]crit|schrieb|escribió)\s?$", re.I)
STARTS = re.compile(r"\W{0,3}\d")
HOUR = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
WROTE = re.compile(r"\b(?:wrote|a écrit) ?:$", re.I)
TURNS = re.compile(r"-{3,40} ?(?:on|le) |(?<=\s)(?:on|le) (?=.{0,16}\d)", re.I)
OPENED = re.compile(r"\s{0,4}(?:on|le) [^\n]{8,200}?(?:wrote|a écrit) ?:[ \xa0]{2,}(?=\S)", re.I)
SEVERAL_DIGITS = re.compile(r"\d{2}")
TURNS_LOOKED_AT = 5


class Shared(NamedTuple):
    """A line that holds somebody's words, then an attribution."""

    own: str
    rest: str


def bare(line: str) -> bool | None:
    """`2017-11-24 16:32 GMT+01:00 Somebody <address>:` has no verb. Whether it ends with a colon; None: it is none."""
    text = line[:MOST].rstrip()
    colon = text.endswith((":", "："))
    text = text[:-1].rstrip() if colon else text
    start = STARTS.match(text)
    box = text.rpartition("@")[0]
    opened = max(box.rfind(c) for c in "<([")
    if start is None or not text.endswith((">", ")", "]")) or not start.end() + 5 <= opened <= start.end() + 160:
        return None
    return colon if _is_mailbox(text[opened:]) else None


def timed(line: str) -> bool:
    """Whatever the language: a time, then an address in angles, then, near the end, a colon."""
    text = line[:MOST].rstrip()
    if not text.endswith((":", "：")):
        return False
    hour = HOUR.search(text[:130])
    close = max(text.rfind(c) for c in ">)]")
    opened = max(text.rfind(c, 0, close) for c in "<([") if close > 0 else -1
    return bool(
        hour
        and hour.end() <= opened <= hour.end() + 160
        and len(text) - close <= 42
        and _is_mailbox(text[opened : close + 1])
    )


def addressed(line: str) -> bool:
    """The same with a bare address: `ann@example.org wrote:`, or a day, an hour and an address before a colon."""
    text = line[:MOST].rstrip()
    if len(text) > 160 or not text.endswith((":", "：")) or not quoting.ADDRESS.search(text):
        return False
    words = len(text.split())
    if words <= 6 and quoting.ATTRIBUTION.search(text[:-1]):
        return True
    day = quoting.DAY.search(HOUR.sub(" ", text)) and HOUR.search(text)
    return bool(day and words <= 20 and not quoting.HEADER.match(text) and text[:1].isupper())


def only_dated(line: str) -> bool:
    """A day and an hour alone, as some programs put them over a marked quote: `On Tue, 24 Nov 2026 12:30:19 +0100`."""
    text = HOUR.sub(" ", line[:80])
    return len(line) < 60 and len(line.split()) <= 8 and bool(quoting.DAY.search(text) and HOUR.search(line))


def _is_mailbox(text: str) -> bool:
    name, at, domain = text[1:-1].strip().rpartition("@")
    return bool(at and name and domain and len(text) < 245 and not any(c.isspace() for c in name + domain))


def dashed(line: str) -> bool:
    """`---- On Wed, 14 Nov 2018 … wrote ----`, which Zoho and telephones write. Without dashes: a day and a sender."""
    text = line[:MOST].strip()
    core = text.rstrip("-").rstrip(" :")
    if len(text) - len(core) == 1 or not VERB.search(core[-20:]):
        return False
    begins = text.startswith("--") and text.lstrip("-")[:1].isspace()
    if begins or (text.startswith("---") and text.endswith("--")):
        return len(text.lstrip("-")) > 10
    return len(core) > 25 and bool(quoting.DATED.search(text) and quoting.ADDRESS.search(text))


def shared(line: str) -> Shared | None:
    """An attribution that stands in the line of the reply, in English or French."""
    if not 20 < len(line) < MOST or not WROTE.search(line[-14:]):
        return None
    last = None
    for n, turn in enumerate(TURNS.finditer(line)):
        if n == TURNS_LOOKED_AT:
            break
        rest = line[turn.start() :]
        digit = quoting.DIGIT.search(rest)
        if not line[: turn.start()].strip() or not digit or digit.start() > turn.end() - turn.start() + 20:
            continue
        if len(rest) < 20 or not (rest.startswith("-") or SEVERAL_DIGITS.search(rest, digit.end() + 5)):
            continue
        last = Shared(line[: turn.start()], rest)
    return last


def leading(line: str) -> int:
    """Where what is quoted begins in the line of its own attribution, as Yahoo's telephones write it; or 0."""
    found = OPENED.match(line)
    return found.end() if found and quoting.DATED.search(found[0]) else 0
