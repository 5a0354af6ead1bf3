"""What in a note looks like a prohibited criterion or an insult. Words about a person, not a CV: "elle a 34 ans".

It only warns; the author decides. So it may be wider than what `recognition` drops from a document, which it includes.
Recall and false alarms are measured on labelled sentences (tests/unit/law/test_remarks.py).
"""

from typing import NamedTuple

from vivier.law import recognition
from vivier.law.prohibited import ProhibitedKind
from vivier.law.remark_kinds import GROUNDS, Ground, RemarkKind
from vivier.law.remark_patterns import AFTER_TRADES, OF_TRADES, PATTERNS, TRADES


class Remark(NamedTuple):
    """A span to warn of: [start, end) of the text."""

    kind: ProhibitedKind | RemarkKind
    start: int
    end: int

    @property
    def ground(self) -> Ground:
        return GROUNDS[self.kind]


def find(text: str) -> list[Remark]:
    """The spans to warn about, in order, not overlapping."""
    folded = recognition.fold(text)
    # A note is about work as often as about the person: a bare "34 ans" is none, "elle a 34 ans" is.
    read = [h for h in recognition.find(text, personal=False) if h.kind != ProhibitedKind.AGE]
    hits = [Remark(h.kind, h.start, h.end) for h in read]
    hits += [Remark(kind, m.start(), m.end()) for kind, pattern in PATTERNS for m in pattern.finditer(folded)]
    hits = [h for h in hits if not _of_a_trade(h, folded)]
    apart: list[Remark] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not apart or hit.start >= apart[-1].end:
            apart.append(hit)
    return apart


def _of_a_trade(hit: Remark, folded: str) -> bool:
    """Whether the words name somebody's work, and not somebody."""
    if hit.kind not in OF_TRADES:
        return False
    before, after = folded[max(0, hit.start - 60) : hit.start], folded[hit.end : hit.end + 30]
    return bool(TRADES.search(before) or AFTER_TRADES.match(after))
