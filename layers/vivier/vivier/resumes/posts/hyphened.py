"""Houses and towns joined by a bare hyphen, as job boards print them: "Jiffy Lube-Maumee, OH", "Zara-Lyon (69)"."""

import re

from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.layout.wrapped import kept
from vivier.resumes.lexicon.places import CA_PROVINCES, US_STATES
from vivier.resumes.wording.opinions import place_score, school_score

_CODED = re.compile(r",\s(?P<state>[A-Z]{2})(?:\s\d{5})?$|\s?\(\d[\dAB]\d?\)$")
_NAME = re.compile(r"(?:[A-ZÀ-Ý][\w.'’]*[\s-]?){1,3}")
# Universities are called after towns that a hyphen joins: "Université Paris-Nanterre".
_NO_HOUSE = re.compile(r"(?:.*\s)?(?:Université|Aix|Saint|Sainte|Paris|Sorbonne|Grand|Haute?|Val)$", re.IGNORECASE)
_WITHIN = re.compile(r"-(?:en|sur|sous|l[eèéa]s?|d[eu]s?|aux?|et)$", re.IGNORECASE)  # "Saint-Quentin-en-Yvelines"
_LONGEST, _LEAST, _TOWN, _SHORT = 90, 2, 0.8, 4


def with_towns_apart(rows: list[Row]) -> list[Row]:
    """The rows with a dash between house and town, where two at least join them so, and one a name of some words.

    A school with its town's state needs no other: "Wooddale High School-Memphis, TN".
    """
    joined = {id(row): made for row in rows if (made := _apart(row)) is not None}
    if len(joined) < _LEAST or not any(sure for sure, _ in joined.values()):
        joined = {key: made for key, made in joined.items() if _is_school_in_state(made[1])}
    return [joined[id(row)][1] if id(row) in joined else row for row in rows]


def _is_school_in_state(row: Row) -> bool:
    coded = [cell for cell in row.cells if _CODED.search(cell.text)]
    return any(school_score(cell.text.partition(" - ")[0]) >= _TOWN for cell in coded)


def _apart(row: Row) -> tuple[bool, Row] | None:
    """A row with a dash before the town at the end of a cell, and whether a name of some words stands before it."""
    if row.bullet or len(row.text) > _LONGEST:
        return None
    for cell in row.cells:
        if (cut := _cut(cell.text)) is not None:
            told = Cell(cell.words, f"{cut[0]} - {cut[1]}", cell.told)
            return " " in cut[0], kept(row, [told if c is cell else c for c in row.cells])
    return None


def _cut(text: str) -> tuple[str, str] | None:
    """A house and its town, the longest that is one: "Horst Heating-Winston-Salem, NC"; none of a town by itself."""
    if place_score(_CODED.sub("", text)) >= _TOWN:
        return None
    for at in (n for n, sign in enumerate(text) if sign == "-" and text[:n].strip()):
        house, town = text[:at], text[at + 1 :]
        written = town[:1].isupper() and not house[-1:].isspace() and not _NO_HOUSE.match(house)
        written = written and not _WITHIN.search(house) and place_score(house.split()[-1]) < _TOWN
        if written and _is_town(town):
            return house, town
    return None


def _is_town(text: str) -> bool:
    """Whether a text is a town that is known, or a few words before a state's letters or a department's number."""
    coded = _CODED.search(text)
    name = text[: coded.start()] if coded else text
    state = coded["state"] if coded else None
    if coded is not None and (state is None or state in US_STATES | CA_PROVINCES):
        return _NAME.fullmatch(name) is not None
    return len(name) >= _SHORT and place_score(text) >= _TOWN
