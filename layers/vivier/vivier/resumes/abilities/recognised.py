"""Which skills a text names, by the dictionary of `lexicon/skills.txt`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vivier.resumes.lexicon.skills import EVERYDAY, Term, Token, terms_at, tokens_of

_LISTS = frozenset(",;/(|•·:)\n")
_ENDS = frozenset(".!?•·|\n–—-")


class Named(NamedTuple):
    """A skill by the dictionary's name, as it stands in [start, end) of a text."""

    name: str
    tool: bool
    start: int
    end: int


def skills_named(text: str) -> Iterator[Named]:
    """The skills that a text names, the longest name at each place."""
    tokens = tokens_of(text)
    at = 0
    while at < len(tokens):
        term = next((t for t in terms_at(tokens[at].text) if _stands(t, tokens, at, text)), None)
        if term is None:
            at += 1
            continue
        last = tokens[at + len(term.tokens) - 1]
        yield Named(term.name, term.tool, tokens[at].start, last.end)
        at += len(term.tokens)


def name_of(skill: str) -> str | None:
    """The dictionary's name for a skill as a CV lists it; what stands in brackets doesn't matter."""
    tokens = [t.text for t in tokens_of(re.sub(r"\([^)]*\)", " ", skill))]
    if not tokens:
        return None
    return next((t.name for t in terms_at(tokens[0]) if list(t.tokens) == tokens), None)


def _stands(term: Term, tokens: list[Token], at: int, text: str) -> bool:
    found = tokens[at : at + len(term.tokens)]
    if len(found) < len(term.tokens) or any(f.text != word for f, word in zip(found, term.tokens, strict=True)):
        return False
    start, end = found[0].start, found[-1].end
    written = text[start:end]
    if term.capitals:
        return written.isupper()
    if len(term.tokens) > 1:
        return "\n" not in written
    before, behind = _sign_before(text, start), text[end : end + 3].lstrip(" ")[:1]
    if len(written) == 1 or term.tokens[0] == "go":
        # One letter is a name only between the signs of a list.
        return written[0].isupper() and (not before or before in _LISTS) and (not behind or behind in _LISTS | {"."})
    if term.tokens[0] in EVERYDAY:
        return written[0].isupper() and bool(before) and before not in _ENDS
    return True


def _sign_before(text: str, start: int) -> str:
    """The last sign before a place, spaces aside; "" at the beginning."""
    return text[max(0, start - 4) : start].rstrip(" ")[-1:] if start else ""
