"""Employers that stand over their posts: named once, often with the time of all of them, then each post."""

from dataclasses import dataclass

from vivier.resumes.layout.lines import Row
from vivier.resumes.posts.parts import STYLE_BREAK, Part, parts_of
from vivier.resumes.posts.periods import Anchor
from vivier.resumes.wording.dates import find_ranges, only_date, without_ranges
from vivier.resumes.wording.moments import PRESENT, DateRange
from vivier.resumes.wording.opinions import (
    describes_employer,
    employer_score,
    is_contract,
    name_like,
    place_score,
    title_score,
)
from vivier.resumes.wording.sentences import is_sentence

_POST, _HOUSE, _TOWN, _NAME = 0.5, 0.45, 0.8, 0.7
_LEAST, _LEAST_ITEMS, _FEW, _NAMED_HOUSE, _WELL_KNOWN = 2, 3, 4, 0.6, 0.9
_LONG = 80
_LARGER, _A_LITTLE, _NONE = 1.1, 0.25, 0.3
_PARTS = ("\t", "|", "•", "·", STYLE_BREAK)
_ALWAYS = "9999"


@dataclass(slots=True)
class House:
    """A row that names an employer, and its cells' texts without the period."""

    row: Row
    texts: list[str]

    @property
    def parts(self) -> list[Part]:
        return parts_of(self.row, 0, self.texts)

    @property
    def name(self) -> list[Part]:
        """What names the employer, without the town behind it."""
        parts = [p for p in self.parts if not is_contract(p.text)]
        told = [p for p in parts if place_score(p.text) < _TOWN] or parts
        towns = next((n for n, p in enumerate(told) if n and (p.comma or p.sign in _PARTS)), len(told))
        return told[:towns]


def houses_over(rows: list[Row], anchors: list[Anchor]) -> tuple[list[Row], dict[int, House]]:
    """The rows without those of houses, and the house of each period that stands in one, by the id of its row.

    A house's period is the time of the posts below: as long as all of them together.
    """
    if (named := _in_bold(rows, anchors) or _over_lists(rows, anchors)) is not None:
        return named
    houses: dict[int, House] = {}
    left = {id(row) for row in rows}
    at = 0
    while at < len(anchors):
        count = _posts_of(rows, anchors, at)
        if count:
            row = rows[anchors[at].index]
            left.discard(id(row))
            house = House(row, _without_period(row))
            own = [a.index for a in anchors[at + 1 : at + 1 + count] if not _names_house(rows[a.index])]
            houses |= {id(rows[index]): house for index in own}
        at += 1 + count
    return [row for row in rows if id(row) in left], houses


def _in_bold(rows: list[Row], anchors: list[Anchor]) -> tuple[list[Row], dict[int, House]] | None:
    """The rows without houses, and these, where each stands in bold right over plain rows of a post and its period.

    None unless every bold row is one, and one has several posts.
    """
    anchored = {a.index for a in anchors}
    over = [n for n, row in enumerate(rows) if row.words[0].bold and not row.bullet]
    posts = [rows[a.index] for a in anchors]
    if (
        len(over) < _LEAST
        or len(anchors) <= len(over)
        or over[0] != 0
        or any(row.words[0].bold or row.bullet for row in posts)
    ):
        return None
    named = {n: House(rows[n], [c.text for c in rows[n].cells]) for n in over}
    if any(n in anchored or n + 1 not in anchored or not h.name or _names_post(h) for n, h in named.items()):
        return None
    told = [_only_name(row) for row in posts]
    if None in told or sum(title_score(name or "") >= _POST for name in told) * 3 < 2 * len(told):
        return None
    houses = {id(rows[a.index]): named[max(n for n in over if n < a.index)] for a in anchors}
    return [row for n, row in enumerate(rows) if n not in named], houses


def _over_lists(rows: list[Row], anchors: list[Anchor]) -> tuple[list[Row], dict[int, House]] | None:
    """The rows without houses that stand over posts and their list items, and the house of each post.

    "Halden plc, Leeds" / "Ferry operator, 4,800 staff" / "Finance Director 2016 – 2019" / "• …" / "Kantéga SA, Paris" /
    …: rows with a period name a post only, one house has several of them or is said more of, and only list items or
    sentences stand between.
    """
    posts = [rows[a.index] for a in anchors]
    if len(anchors) < _LEAST or any(row.bullet or not _only_post(row, _WELL_KNOWN) for row in posts):
        return None
    plain = all(_only_post(row, _HOUSE) for row in posts)
    larger = anchors[0].index > 0 and bool(_larger(rows, -1, anchors[0].index))
    houses: dict[int, House] = {}
    left = list(rows)
    current, several, told, starts = None, 0, 0, 0
    for at, anchor in enumerate(anchors):
        last = anchors[at - 1].index if at else -1
        above = _larger(rows, last, anchor.index) if larger else _above(rows, last, anchor.index)
        if above:
            house = House(above[0], [c.text for c in above[0].cells])
            said = len(above) == _LEAST and (describes_employer(above[1].text) or is_sentence(above[1].text))
            if len(above) > 1 + said or not house.name or find_ranges(above[0].text):
                return None
            name = house.name[0].text
            if title_score(name) >= _POST:
                return None
            if (name_like(name) < _NAME and employer_score(name) < _WELL_KNOWN) or len(above[0].text) > _LONG:
                return None
            current, told, starts = house, told + said, starts + 1
            left = [row for row in left if not any(row is one for one in above)]
        else:
            several += 1
        if current is None:
            return None
        houses[id(rows[anchor.index])] = current
    sure = (several and (plain or larger)) or told >= _LEAST
    return (left, houses) if starts >= _LEAST and sure else None


def _above(rows: list[Row], last: int, index: int) -> list[Row]:
    """The rows between what is told of one post and the period of the next."""
    first = index
    while first > last + 1 and not (rows[first - 1].bullet or (first < index and is_sentence(rows[first - 1].text))):
        first -= 1
    return rows[first:index]


def _larger(rows: list[Row], last: int, index: int) -> list[Row]:
    """The row right above a period, or the one over it, that is set larger than its post, with what stands between."""
    near = (n for n in (index - 1, index - 2) if n > last)
    first = next((n for n in near if _stands_over(rows[n], rows[index], index - n)), index)
    return rows[first:index]


def _stands_over(row: Row, post: Row, away: int) -> bool:
    """Whether a row is set larger than a post: plainly, or right above it a little and in bold."""
    a_little = away == 1 and row.bold and row.size >= post.size + _A_LITTLE
    return row.size > _LARGER * post.size or a_little


def _only_post(row: Row, house: float) -> bool:
    """Whether a row with a period names a post, with what it was about at most, and no house that is likely one."""
    told = [p for p in House(row, _without_period(row)).parts if not is_contract(p.text)]
    named = bool(told) and title_score(told[0].text) >= _POST and not any(p.led for p in told)
    return named and all(_is_place(p) or (p.comma and employer_score(p.text) < house) for p in told[1:])


def _is_place(part: Part) -> bool:
    """Whether a piece behind a sign is a town: known, or not likely a house."""
    return place_score(part.text) >= _TOWN or (part.sign in ("·", "•", "|") and employer_score(part.text) < _NONE)


def without_subheads(rows: list[Row], anchors: list[Anchor]) -> list[Row]:
    """The rows of a list whose items name post and employer, without the plain ones that say of what kind: "Childcare".
    Nothing where these may name employers.
    """
    items = [rows[a.index] for a in anchors]
    plain = [row for row in rows if not row.bullet]
    if not plain or len(items) < _LEAST_ITEMS or not all(row.bullet for row in items):
        return []
    named = sum(_names_both(row) for row in items)
    kinds = all(len(row.text.split()) <= _FEW and employer_score(row.text) < _NAMED_HOUSE for row in plain)
    return [row for row in rows if row.bullet] if kinds and named * 3 >= 2 * len(items) else []


def _names_both(row: Row) -> bool:
    told = House(row, _without_period(row)).parts
    parts = [p for p in told if place_score(p.text) < _TOWN and not is_contract(p.text)]
    posts = [p for p in parts if title_score(p.text) >= _NAMED_HOUSE]
    return bool(posts) and any(name_like(p.text) >= _NAME for p in parts if p not in posts)


def _only_name(row: Row) -> str | None:
    """What a row with a period names, if that is one thing: a post, and nobody whom it was for."""
    told = [
        p for p in House(row, _without_period(row)).parts if place_score(p.text) < _TOWN and not is_contract(p.text)
    ]
    return told[0].text if len(told) == 1 else None


def house_before(rows: list[Row]) -> House | None:
    """The one row before all periods of a list and their heads, when it names an employer."""
    if len(rows) != 1 or rows[0].bullet or len(rows[0].text) > _LONG or is_sentence(rows[0].text):
        return None
    house = House(rows[0], [cell.text for cell in rows[0].cells])
    name = house.name
    named = bool(name) and (employer_score(name[0].text) >= _HOUSE or len(house.parts) > len(name))
    written = bool(name) and name_like(name[0].text) >= _NAME and not rows[0].text.rstrip().endswith((":", "."))
    return house if named and written and not _names_post(house) else None


def _posts_of(rows: list[Row], anchors: list[Anchor], at: int) -> int:
    """How many periods below one are parts of it and fill it together; 0 where it is no house's."""
    house = House(rows[anchors[at].index], _without_period(rows[anchors[at].index]))
    whole = _years(anchors[at].period)
    if whole is None or not house.name or _names_post(house) or rows[anchors[at].index].bullet:
        return 0
    spans: list[tuple[str, str]] = []
    for anchor in anchors[at + 1 :]:
        if len(spans) >= _LEAST and (spans[0][1], spans[-1][0]) == (whole[1], whole[0]):
            break  # from the last day back to the first
        span = _years(anchor.period)
        if span is None or not whole[0] <= span[0] <= span[1] <= whole[1] or _is_apart(rows[anchor.index]):
            break
        spans.append(span)
    fills = len(spans) >= _LEAST and min(s for s, _ in spans) == whole[0] and max(e for _, e in spans) == whole[1]
    return len(spans) if fills else 0


def _years(period: DateRange) -> tuple[str, str] | None:
    if period.start is None or period.end is None or period.single:
        return None
    return period.start[:4], _ALWAYS if period.end == PRESENT else period.end[:4]


def _without_period(row: Row) -> list[str]:
    return [
        ""
        if only_date(c.text) is not None
        else without_ranges(c.text, ranges)
        if (ranges := find_ranges(c.text))
        else c.text
        for c in row.cells
    ]


def _names_post(house: House) -> bool:
    return any(title_score(part.text) >= _POST for part in house.parts)


def _is_apart(row: Row) -> bool:
    """Whether a row names an employer only; one of a group's houses is named beside the post held there."""
    return _names_house(row) and not any(title_score(p.text) >= _POST for p in House(row, _without_period(row)).parts)


def _names_house(row: Row) -> bool:
    """Whether a row with a period names an employer of its own."""
    return any(employer_score(p.text) >= _HOUSE > title_score(p.text) for p in House(row, _without_period(row)).parts)
