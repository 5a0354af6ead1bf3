"""Lists whose entries name post and house in one row: "Cabin Crew, Ryanair". What stands below tells what was done.

Of some houses nothing but their place in the list tells that they are ones ("Cabin Crew, Halden"), so what one entry's
row surely names is what the rows of the others name.
"""

from collections.abc import Sequence

from vivier.resumes.layout.lines import Row
from vivier.resumes.posts.agencies import is_agency
from vivier.resumes.posts.asides import is_within
from vivier.resumes.posts.heads import HeadRow, head_parts
from vivier.resumes.wording.opinions import employer_score, is_contract, is_unit, name_like, place_score, title_score

_POST, _KNOWN, _KIND, _NAME, _TOWN = 0.7, 0.9, 0.8, 0.7, 0.8
_LEAST, _MOST_WORDS = 2, 5


def whole_rows(heads: Sequence[list[HeadRow]], periods: Sequence[Row | None]) -> list[bool]:
    """Which heads name post and house in their first row, so that rows below the period belong to the work."""
    houses = [_house(head) for head in heads]
    paired = [house for house in houses if house is not None]
    if len(paired) < _LEAST or len(paired) * 3 < len(heads) * 2:
        return [False] * len(heads)
    sure = any(employer_score(house) >= _KNOWN for house in paired)
    alike = sum(employer_score(house) >= _KIND for house in paired) >= _LEAST and not any(
        _names_house(head[1:]) for head in heads
    )
    if not (sure or alike):
        return [False] * len(heads)
    return [
        house is not None and len(head) > 1 and all(h.row is not period for h in head[1:])
        for house, head, period in zip(houses, heads, periods, strict=True)
    ]


def _house(head: list[HeadRow]) -> str | None:
    """The house behind the post in a head's first row; None when it names nothing but a post, or no post first."""
    parts = [p for p in head_parts(head[:1]) if place_score(p.text) < _TOWN and not is_contract(p.text)]
    parts = [p for p in parts if not p.bracket]
    if len(parts) != _LEAST or parts[0].row is not parts[1].row or title_score(parts[0].text) < _POST:
        return None
    name = parts[1].text
    named = name[:1].isupper() and name_like(name) >= _NAME and len(name.split()) <= _MOST_WORDS
    post = title_score(name) >= _POST and employer_score(name) < _KNOWN and not is_agency(name)
    return name if named and not (post or is_unit(name) or is_within(name)) else None


def _names_house(rows: list[HeadRow]) -> bool:
    """Whether a row below plainly names a house, as it does where only the post and its field stand above."""
    return any(employer_score(p.text) >= _KNOWN for p in head_parts(rows)) if rows else False
