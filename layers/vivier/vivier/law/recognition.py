"""Finds what is prohibited in the text of a CV, French or English, and masks it.

Patterns run on folded text (lower case, no accents, same length). Quantifiers are bounded, so time is linear. A tab
stands between two cells of a row, a line break between rows. *Personal* text is what stands outside experience,
education and skills: there a bare "34 ans" is an age, in a job's description it is not.
"""

import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from vivier.law.patterns import RULES, Rule
from vivier.law.prohibited import ProhibitedKind

MASK = "▮"


class Hit(NamedTuple):
    """A prohibited span: [start, end) of the text it was found in."""

    kind: ProhibitedKind
    start: int
    end: int


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    if char in "‐‑‒–—―−":
        return "-"
    if char in "’‘ʼ`´":
        return "'"
    base = unicodedata.normalize("NFKD", char)[0].lower()
    return base if len(base) == 1 else char


def fold(text: str) -> str:
    return text.lower() if text.isascii() else "".join(map(_fold_char, text))


def find(text: str, personal: Callable[[int], bool] | bool = True) -> list[Hit]:
    """The prohibited spans of a text, in order, not overlapping. `personal` says it of a position, or of the whole."""
    folded = fold(text)
    hits = [hit for rule in RULES for hit in _by_rule(rule, text, folded, personal)]
    return _without_overlaps(hits)


def _by_rule(rule: Rule, text: str, folded: str, personal: Callable[[int], bool] | bool) -> Iterable[Hit]:
    if rule.hints and not any(hint in folded for hint in rule.hints):
        return
    for match in rule.pattern.finditer(folded):
        start, end = match.span(rule.group)
        if start < 0 or start == end:
            continue
        if rule.personal_only and not (personal if isinstance(personal, bool) else personal(start)):
            continue
        if rule.confirm is not None and not rule.confirm(text[start:end], match):
            continue
        yield Hit(rule.kind, start, end)


def _without_overlaps(hits: list[Hit]) -> list[Hit]:
    """Overlapping hits of one kind become one; of two kinds, the first keeps what it has and the second the rest."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif hit.end > kept[-1].end:
            last = kept[-1]
            if hit.kind == last.kind:
                kept[-1] = Hit(last.kind, last.start, hit.end)
            else:
                kept.append(Hit(hit.kind, last.end, hit.end))
    return kept


def mask(text: str, hits: Iterable[Hit]) -> str:
    """The text with each letter and digit of the hits replaced; spaces and line breaks stay, so lengths hold."""
    masked = list(text)
    for hit in hits:
        for index in range(hit.start, min(hit.end, len(masked))):
            if not masked[index].isspace():
                masked[index] = MASK
    return "".join(masked)


def masked(text: str, personal: bool = True) -> str:
    """The text without what is prohibited in it."""
    return mask(text, find(text, personal))
