"""Towns, also such as no list has, with their department, county, state or province behind them."""

import re

from vivier.resumes.lexicon.regions import BEHIND_TOWNS, DEPARTMENTS, SHORT
from vivier.resumes.text import fold
from vivier.resumes.wording.opinions import employer_score, school_score, title_score

_TOWN = r"[A-ZÀ-Ý][^\W\d_]+\.?(?:(?:\s|-|['’]|,\s)[^\W\d_]+){0,5}"
_BRACKETED = re.compile(rf"({_TOWN})\s?\(([^\W\d_][\w' ’-]+|\d{{2,3}}|2[AB])(?:,\s?France)?\)")
_BEHIND = re.compile(rf"({_TOWN}),\s([A-ZÀ-Ý][\w'’. -]+)")
_A_POST, _A_HOUSE = 0.3, 0.5


def in_region(text: str) -> bool:
    """Whether a text is a town and what it lies in ("Die (Drôme)", "Crest (26)", "Parramatta, New South Wales")."""
    text = text.strip()
    if (told := _BRACKETED.fullmatch(text)) is not None:
        return (told[2][0].isdigit() or fold(told[2]) in DEPARTMENTS or told[2] in SHORT) and _may_be_town(told[1])
    told = _BEHIND.fullmatch(text)
    return told is not None and (fold(told[2]) in BEHIND_TOWNS or told[2] in SHORT) and _may_be_town(told[1])


def _may_be_town(text: str) -> bool:
    return title_score(text) < _A_POST and max(employer_score(text), school_score(text)) < _A_HOUSE
