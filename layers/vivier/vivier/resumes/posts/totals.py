"""Houses with how long all posts there took under their name, as professional networks export them.

"Halden & Moorby" / "6 years 5 months" / "Chief Financial Officer" / "March 2023 - Present (3 years 9 months)" / …
"""

import re

from vivier.resumes.layout.lines import Row
from vivier.resumes.posts.houses import House
from vivier.resumes.text import fold
from vivier.resumes.wording.dates import find_ranges, only_date
from vivier.resumes.wording.moments import PRESENT, DateRange
from vivier.resumes.wording.opinions import title_score
from vivier.resumes.wording.sentences import is_sentence

_TOTAL = re.compile(
    r"\(?(?:(?P<years>\d{1,2})\s(?:years?|yrs?|ans?))?\s?(?:(?P<months>\d{1,2})\s(?:months?|mos?|mois))?\)?"
)
_BEHIND = re.compile(r"\((\d{1,2}\s[a-z]+(?:\s\d{1,2}\s[a-z]+)?)\)\s*$")
_POST, _LONG, _SLACK = 0.85, 80, 3


def houses_with_totals(rows: list[Row]) -> dict[int, House]:
    """The house of each row with the period of a post there, by its id."""
    houses: dict[int, House] = {}
    for at in range(len(rows) - 1):
        total, name = _months(rows[at + 1].plain), rows[at]
        alone = at + 2 < len(rows) and only_date(rows[at + 2].plain) is not None  # how long the post above took
        if not total or alone or not _names_house(name):
            continue
        house, left = House(name, [c.text for c in name.cells]), total
        for index in range(at + 2, len(rows)):
            if left <= _SLACK or (index + 1 < len(rows) and _months(rows[index + 1].plain)):
                break
            took = _took(rows[index])
            if took:
                houses[id(rows[index])] = house
                left -= took
    return houses


def _names_house(row: Row) -> bool:
    plain = not row.bullet and len(row.text) <= _LONG and not is_sentence(row.plain) and not find_ranges(row.text)
    return plain and title_score(row.text) < _POST and any(c.isalpha() for c in row.text)


def _months(text: str) -> int:
    """How many months a text tells that says nothing else; 0 where it does."""
    match = _TOTAL.fullmatch(fold(text).strip())
    return 12 * int(match["years"] or 0) + int(match["months"] or 0) if match else 0


def _took(row: Row) -> int:
    """How many months the post of a row with a period took, by its brackets or else its dates; 0 where neither says."""
    period = next((r for r in find_ranges(row.text) if not r.single), None)
    said = _BEHIND.search(fold(row.text))
    if period is None:
        return 0
    return _months(said[1]) if said else _between(period)


def _between(period: DateRange) -> int:
    if period.start is None or period.end in (None, PRESENT):
        return 0
    ends = [[int(piece) for piece in f"{end}-01".split("-")[:2]] for end in (period.start, period.end or "")]
    return max(0, 12 * (ends[1][0] - ends[0][0]) + ends[1][1] - ends[0][1] + 1)
