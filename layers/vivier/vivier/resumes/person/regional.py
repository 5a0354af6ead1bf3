"""Towns, also such as no list has, with their department, county, state or province behind them."""

import re

from vivier.resumes.lexicon.regions import BEHIND_TOWNS, DEPARTMENTS, SHORT
from vivier.resumes.text import fold
from vivier.resumes.wording.opinions import employer_score, place_score, school_score, title_score

_TOWN = r"[A-ZÀ-Ý][^\W\d_]+\.?(?:(?:\s|-|['’]|,\s)[^\W\d_]+){0,5}"
_BRACKETED = re.compile(rf"({_TOWN})\s?\(([^\W\d_][\w' ’-]+|\d{{2,3}}|2[AB])(?:,\s?France)?\)")
_BEHIND = re.compile(rf"({_TOWN}),\s([A-ZÀ-Ý][\w'’. -]+)")
# A town with what lies around it, as networks and people write it.
_AREA = re.compile(
    r"(?:greater [a-z' .-]{3,25}|isle of [a-z]{3,12}|ile (?:de |d')[a-z]{2,12}"
    r"|[a-z' .-]{3,30} (?:bay area|metropolitan (?:area|region)|metro(?: area|plex)?)"
    r"|grand (?:paris|lyon|nancy|montreal|poitiers|geneve)"
    r"|region (?:[a-z]{3,12}(?:enne|aise|oise|aine|ine)|de [a-z-]{4,20})"
    r"|(?:metropole|agglomeration|bassin|region) (?:de |d')[a-z-]{4,20})(?:, [a-z' .-]{3,30}){0,2}"
)
_AROUND = re.compile(
    r"([a-z][a-z' -]{2,25}?) (?:area|region|et (?:sa |son |ses )?(?:peripherie|alentours|environs|region|agglomeration)"
    r"|and (?:surrounding(?:s| areas?)|nearby|environs))"
)
_A_POST, _A_GUESS, _A_HOUSE, _A_TOWN = 0.3, 0.5, 0.5, 0.8


def in_region(text: str) -> bool:
    """Whether a text is a town and what it lies in ("Die (Drôme)", "Crest (26)", "Parramatta, New South Wales")."""
    text = text.strip()
    if (told := _BRACKETED.fullmatch(text)) is not None:
        numbered = told[2][0].isdigit()  # "Pontarlier (25)" ends like a trade
        known = numbered or fold(told[2]) in DEPARTMENTS or told[2] in SHORT
        return known and _may_be_town(told[1], _A_GUESS if numbered else _A_POST)
    told = _BEHIND.fullmatch(text)
    return told is not None and (fold(told[2]) in BEHIND_TOWNS or told[2] in SHORT) and _may_be_town(told[1])


def names_area(text: str, behind: bool = False) -> bool:
    """Whether a text is what lies around a town: "Greater Boston", "San Francisco Bay Area", "Lyon et périphérie".

    `behind`: it stands behind a town, and can hardly be a house.
    """
    folded = fold(text)
    around = _AROUND.fullmatch(folded)
    known = around is not None and place_score(around[1]) >= _A_TOWN
    area = _AREA.fullmatch(folded) is not None and (behind or _may_be_town(text))
    return text[:1].isupper() and (known or area)


def _may_be_town(text: str, post: float = 0.3) -> bool:
    return title_score(text) < post and max(employer_score(text), school_score(text)) < _A_HOUSE
