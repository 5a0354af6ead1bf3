"""Names of skills that signs or spaces part: "CACES R489 cat. 1, 3 et 5", "Veeam Backup & Replication"."""

import re

from vivier.resumes.abilities.recognised import skills_named
from vivier.resumes.lexicon import words
from vivier.resumes.lexicon.skills import EVERYDAY, is_tool
from vivier.resumes.text import fold

_LEAST, _MANY, _MOSTLY = 2, 6, 0.6
# Houses whose name opens their products' names and seldom stands for one.
_HOUSES = words("vmware microsoft google apache adobe autodesk ibm")
_JOINED = re.compile(r"\s(?:et|and)\s")
# What somebody is certified for in several categories, and how such a category is written.
_CERTIFIED = re.compile(r"\W*(?:caces|cpcs|ipaf|nptc|habilitations?|aipr|ssiap|nvq|stcw)\b", re.IGNORECASE)
_CATEGORY = r"(?:cat(?:[ée]gories?|\.)?\s?)?(?:[A-Z]?\d{1,3}[A-Za-z]{0,2}|B[RCPE]|[A-H]\d?[VNT]?)"
_CATEGORIES = re.compile(rf"\s*{_CATEGORY}(?:\s(?:et|and|&|ou|or)\s{_CATEGORY})?\s*(?=[,;|•\t)]|$)")


def goes_on(before: str, text: str, at: int) -> bool:
    """Whether a comma parts only categories of what a person is certified for: "CACES R489 1, 3 et 5"."""
    return bool(_CERTIFIED.match(before) and _CATEGORIES.match(text, at))


def licences(items: list[str]) -> list[str]:
    """The categories of a driving licence together ("Permis C, CE")."""
    joined: list[str] = []
    for item in items:
        if joined and re.fullmatch(r"[A-D][1E]?E?", item) and re.match(r"permis|licen[cs]e", fold(joined[-1])):
            joined[-1] += f", {item}"
        else:
            joined.append(item)
    return joined


def tools_joined(item: str) -> list[str]:
    """Two tools that "and" joins, apart: "Python and R"; or several that only spaces part: "HTML CSS PHP"."""
    both = _JOINED.split(item)
    if len(both) == 2 and all(_is_product(one) for one in both):
        return both
    return _spaced(item) or [item]


def _is_product(text: str) -> bool:
    """Whether a text is the name of a tool and nothing else."""
    if is_tool(fold(text)) or fold(text) in EVERYDAY:
        return True
    return any(named.tool and (named.start, named.end) == (0, len(text)) for named in skills_named(text))


def _spaced(item: str) -> list[str]:
    """The tools of a list with nothing but spaces between them, the longest names first; none where it says more."""
    said = item.split()
    if len(said) < _LEAST or re.search(r"[(/&]", item) or sum(w[:1].islower() for w in said) > 1:
        return []
    pieces: list[str] = []
    told, at = 0, 0
    while at < len(said):
        size = next((n for n in (3, 2, 1) if at + n <= len(said) and _is_named(said[at : at + n])), 0)
        told += size
        piece = " ".join(said[at : at + max(size, 1)])
        if pieces and fold(pieces[-1]) in _HOUSES:
            pieces[-1] += f" {piece}"
        else:
            pieces.append(piece)
        at += max(size, 1)
    listed = told == len(said) if len(said) < _MANY else told >= _MOSTLY * len(said)
    return pieces if listed and len(pieces) > 1 else []


def _is_named(said: list[str]) -> bool:
    return is_tool(fold(" ".join(said)).strip("."))
