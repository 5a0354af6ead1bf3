"""Rows of an experience or education section → entries, each with its head, its period and its description.

An entry is found by its period; how many rows of its head stand above it is decided for the whole list. The rest of
the head follows the period until what it names is whole.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from vivier.resumes.layout.lines import Row, strip_bullet, under_each_other, wraps
from vivier.resumes.layout.wrapped import join_wrapped_periods, kept
from vivier.resumes.posts.between import names_nothing
from vivier.resumes.posts.boundaries import Ground, Opinion, goes_on_below, opens_with_name, ways_above
from vivier.resumes.posts.dotted import with_dots_parted
from vivier.resumes.posts.heads import HeadRow, head_parts, names_post
from vivier.resumes.posts.houses import House, house_before, houses_over, without_subheads
from vivier.resumes.posts.opening_posts import opening_post
from vivier.resumes.posts.paired import whole_rows
from vivier.resumes.posts.periods import Anchor, anchors_of
from vivier.resumes.posts.roles import assign, worth
from vivier.resumes.posts.run_ins import without_run_ins
from vivier.resumes.posts.tables import with_whole_cells
from vivier.resumes.posts.titled import with_titled_cells
from vivier.resumes.posts.totals import houses_with_totals
from vivier.resumes.posts.under_dates import becomes, ends_under_date
from vivier.resumes.wording.dates import find_ranges, means_now, only_date, without_ranges
from vivier.resumes.wording.labels import is_label, label_kind, lists_more
from vivier.resumes.wording.moments import DateRange
from vivier.resumes.wording.opinions import (
    UNFINISHED,
    degree_score,
    describes_employer,
    place_score,
    title_score,
)
from vivier.resumes.wording.sentences import is_sentence
from vivier.resumes.wording.tasks import opens_anew

MAX_ENTRIES = 40
_MAX_AFTER = 3
_LONG = 110
_NO_EDGE = 1e8
_BY_NAMES = 1.0
_BY_FEET = 0.25
_BY_ROW = 0.1
# Where cards name the post and its employer: over the work, over and under it, or under it.
# Few name it under the work, and none in a line that goes on.
_FOOT, _GOES_ON = 0.15, 0.8
_SPOTS = ((0,), (0, 1), (0, 1, 2), (0, -1), (0, 1, -1), (-1,), (-2, -1))

_PIECE = re.compile(r"[^,:;()]{3,50}(?=\s?[,:;(])")
_EDGE, _FEW_WORDS, _POST, _NAMED = 3, 6, 0.4, 0.8
_SMALL_LINK = re.compile(r"(?:d['’]|de\s|du\s|des\s|de la\s|et\s|&\s)")


Enough: TypeAlias = Callable[[list[HeadRow]], bool]


@dataclass(slots=True)
class Entry:
    head: list[HeadRow]
    period: DateRange | None
    period_row: Row | None
    body: list[Row] = field(default_factory=list)
    above: int = 0
    cost: float = 0.0  # what the rows taken below the period say against it
    house: House | None = None  # the employer named over it


Others: TypeAlias = Callable[[Ground, list[Entry]], list[Entry]]


def entries_of(
    rows: list[Row], enough: Enough, opinion: Opinion, singles: bool = True, others: Others | None = None
) -> list[Entry]:
    """The entries of a section's rows. `enough` says whether rows of a head already name all that is looked for.

    `others` finds entries without a period among what was taken for descriptions.
    """
    rows = under_each_other(with_titled_cells(with_dots_parted(rows), not opinion.work))
    rows = without_run_ins(join_wrapped_periods(with_whole_cells(rows)))
    within = houses_with_totals(rows) if opinion.work else {}
    rows = [row for row in rows if not names_nothing(row)]
    anchors = anchors_of(rows, singles, not opinion.work)[:MAX_ENTRIES]
    if not anchors:
        return []
    listed = len(rows)
    rows, houses = houses_over(rows, anchors) if opinion.work else (rows, {})
    anchors = anchors_of(rows, singles, not opinion.work)[:MAX_ENTRIES] if len(rows) < listed else anchors
    if opinion.work and (listed_rows := without_subheads(rows, anchors)):
        rows = listed_rows
        anchors = anchors_of(rows, singles)[:MAX_ENTRIES]
    ground = Ground(rows, anchors, opinion)
    if carded := _on_cards(ground, anchors):
        return carded
    best: tuple[float, list[Entry]] = (-1e9, [])
    whole = [id(rows[a.index]) in houses and _names_its_post(_upto(ground, a, 0)) for a in anchors]
    for sense, way in ways_above(ground, anchors):
        above = [0 if alone else count for alone, count in zip(whole, way, strict=True)]
        stops = [a.index - n for a, n in zip(anchors[1:], above[1:], strict=True)] + [len(rows)]
        for after in range(_MAX_AFTER):
            entries = [
                _entry(ground, anchor, count, stop, after, enough, houses.get(id(rows[anchor.index])))
                for anchor, count, stop in zip(anchors, above, stops, strict=True)
            ]
            total = sense + _BY_NAMES * _worth(entries, opinion)
            if total > best[0] + 1e-9:
                best = (total, entries)
    if opinion.work and not enough(best[1][0].head):
        best[1][0].house = best[1][0].house or house_before(rows[: anchors[0].index - best[1][0].above])
    feet = _closed_by_periods(ground, anchors, enough) if not within else []
    if feet and _worth(feet, opinion) > _worth(best[1], opinion) + _BY_FEET:
        return feet
    if opinion.work:
        _leave_to_work(best[1])
    for entry in best[1]:
        _put_under(entry, within.get(id(entry.period_row)))
    return others(ground, best[1]) if others else best[1]


def _leave_to_work(entries: list[Entry]) -> None:
    """Gives back what was taken for heads' second rows where their first ones name post and house."""
    whole = whole_rows([entry.head for entry in entries], [entry.period_row for entry in entries])
    for entry in (e for e, is_whole in zip(entries, whole, strict=True) if is_whole):
        entry.body = [h.row for h in entry.head[1:]] + entry.body
        entry.head = entry.head[:1]


def _put_under(entry: Entry, house: House | None) -> None:
    """Puts a post under the house that says how long all its posts took."""
    if house is None or entry.house is not None:
        return
    entry.house = house
    entry.head = [h for h in entry.head if h.row is not house.row] or entry.head


def _on_cards(ground: Ground, anchors: list[Anchor]) -> list[Entry]:
    """The entries of cards with one period each: all name their roles at the same heights, from the top or the foot."""
    numbers = [ground.rows[a.index].card for a in anchors]
    if len(anchors) < 2 or 0 in numbers or len(set(numbers)) < len(numbers):
        return []
    best: tuple[float, list[Entry]] = (-1e9, [])
    for spots in _SPOTS:
        entries = [_on_card(ground, anchor, spots) for anchor in anchors]
        total = _worth(entries, ground.opinion) - _BY_ROW * sum(len(e.head) for e in entries)
        if all(entry.head for entry in entries) and total > best[0]:
            best = (total, entries)
    return best[1]


def _on_card(ground: Ground, anchor: Anchor, spots: tuple[int, ...]) -> Entry:
    """The entry of a card whose head's rows stand at `spots`, counted from its first row or, below 0, its last."""
    beside = _upto(ground, anchor, 0)
    card = [i for i, row in enumerate(ground.rows) if row.card == ground.rows[anchor.index].card]
    told = [i for i in card if i != anchor.index or beside]
    chosen = {told[spot] for spot in spots if -len(told) <= spot < len(told)}
    head: list[HeadRow] = []
    for index in sorted(chosen):
        row = ground.rows[index]
        if index == anchor.index:
            head += beside
        elif not row.bullet and len(row.text) <= _LONG and not is_sentence(row.text):
            _add(head, HeadRow(row, [c.text for c in row.cells]), row.limit, ground.styled)
    feet = [ground.rows[told[spot]] for spot in spots if -len(told) <= spot < 0]
    cost = sum(0.4 for i in chosen if ground.like[i] < 0) + _FOOT * len(feet)
    cost += _GOES_ON * sum(row.text[:1].islower() for row in feet)
    return Entry(
        head, anchor.period, ground.rows[anchor.index], [ground.rows[i] for i in told if i not in chosen], cost=cost
    )


def _closed_by_periods(ground: Ground, anchors: list[Anchor], enough: Enough) -> list[Entry]:
    """The entries when each ends with its period, under its description; none when that can't be."""
    rows = ground.rows
    if anchors[-1].index < len(rows) - 1 or any(not only_date(rows[a.index].text) for a in anchors):
        return []
    entries: list[Entry] = []
    start = 0
    for anchor in anchors:
        head: list[HeadRow] = []
        index = start
        while index < anchor.index and len(head) < _MAX_AFTER:
            goes_on = bool(head) and _completes(rows[index - 1], rows[index])
            if head and enough(head) and not goes_on:
                break
            if head and not goes_on and not _may_be_head(ground, index):
                break
            _add(head, HeadRow(rows[index], [c.text for c in rows[index].cells]), rows[index].limit, ground.styled)
            index += 1
        if not head:
            return []
        entries.append(Entry(head, anchor.period, rows[anchor.index], rows[index : anchor.index]))
        start = anchor.index + 1
    return entries


def _worth(entries: list[Entry], opinion: Opinion) -> float:
    """How good a way it is to cut the heads: what they name, less the rows it takes from descriptions."""
    heads = [head_parts(entry.head) for entry in entries]
    return worth(assign(heads, opinion)) - sum(entry.cost for entry in entries)


def _upto(ground: Ground, anchor: Anchor, count: int) -> list[HeadRow]:
    """The head as far as the row of its period."""
    rows, row = ground.rows, ground.rows[anchor.index]
    head: list[HeadRow] = []
    for index in range(anchor.index - count, anchor.index):
        _add(head, HeadRow(rows[index], [c.text for c in rows[index].cells]), row.limit, ground.styled)
    dated = HeadRow(row, ["" if c is anchor.cell and means_now(c.text) else _undated(c.text) for c in row.cells])
    if not dated.empty:
        _add(head, dated, row.limit, ground.styled)
    return head


def _undated(text: str) -> str:
    return without_ranges(text, ranges) if (ranges := find_ranges(text)) else text


def _entry(
    ground: Ground, anchor: Anchor, count: int, last: int, after: int, enough: Enough, house: House | None = None
) -> Entry:
    """An entry whose head takes `after` rows below its period, more only while they plainly name what is missing."""
    rows = ground.rows
    if house is not None:
        after, enough = 0, _names_its_post
    limit = rows[anchor.index].limit
    head = _upto(ground, anchor, count)
    index = anchor.index + 1
    while head and index < last and _goes_on(ground, index, limit):
        head[-1].texts[-1] = _glued(head[-1].texts[-1], rows[index].text)
        index += 1
    if head and index < last and ends_under_date(rows[anchor.index], rows[index], ground.styled):
        named = next((i for i, text in enumerate(head[-1].texts) if any(c.isalnum() for c in text)), 0)
        head[-1].texts[named] = _glued(head[-1].texts[named], rows[index].text)
        index += 1
    taken, cost = 0, 0.0
    passed: list[Row] = []
    while index < last and taken < _MAX_AFTER:
        if not passed and head and index + 1 < last and _is_aside(ground, index) and not enough(head):
            passed.append(rows[index])
            index += 1
        if not _may_be_head(ground, index):
            break
        told = names_post(rows[index])
        if not told and taken >= after and head and (enough(head) or ground.opinion.best(rows[index]) < 0.6):
            break
        head.append(HeadRow(rows[index], [c.text for c in rows[index].cells]))
        # A town right under a lone period names neither, and takes no room.
        if len(head) > 1 or place_score(rows[index].text) < 0.8:
            cost += 0.1 if ground.like[index] >= 1.0 else 0.3
            taken += 1
        index += 1
        while index < last and _goes_on(ground, index, limit):
            head[-1].texts[-1] = _glued(head[-1].texts[-1], rows[index].text)
            index += 1
    unnamed = ground.opinion.work and house is None and head and index < last and not _names_its_post(head)
    if unnamed and (post := opening_post(rows[index])) is not None:
        head.append(HeadRow(rows[index], [post]))
        cost += 0.3
    does = [kept(h.row, [c]) for h in head for c in h.row.cells if c.told == "does"]
    return Entry(head, anchor.period, rows[anchor.index], does + passed + rows[index:last], count, cost, house)


def _names_its_post(head: list[HeadRow]) -> bool:
    return any(title_score(p.text) >= _POST for p in head_parts(head))


def _add(head: list[HeadRow], row: HeadRow, limit: float, styled: bool) -> None:
    """Adds a row to a head, or its text to the row above when that one goes on in it."""
    above = head[-1] if head else None
    if above is None or not any(c.isalnum() for c in row.texts[0]) or not _continues(above.row, row.row, limit, styled):
        head.append(row)
        return
    above.texts[-1] = _glued(above.texts[-1], row.texts[0])
    if any(c.isalnum() for text in row.texts[1:] for c in text):
        head.append(HeadRow(row.row, ["", *row.texts[1:]]))


def _goes_on(ground: Ground, index: int, limit: float) -> bool:
    """Whether a row of a head is the end of the row above, which was full."""
    rows = ground.rows
    above, row = rows[index - 1], rows[index]
    ends = _continues(above, row, limit, ground.styled) or (
        not ground.opinion.work and _ends_plainly(above, row, limit)
    )
    return ends and not find_ranges(row.text)


def _continues(above: Row, row: Row, limit: float, styled: bool) -> bool:
    """Whether a row is the end of the one above: that one was full, or breaks off at a word that wants another."""
    text, below = above.cells[-1].text, row.cells[0].text
    if goes_on_below(above, row):
        return True
    small = below[:1].islower() and above.words[-1].bold == row.words[0].bold
    alike = above.cells[-1].bold == row.cells[0].bold or small
    if not alike or is_label(row.text):
        return False
    if becomes(text, row) or _completes(above, row):
        return True
    if not _is_full(above, row, limit):
        return False
    goes_on = below[:1].islower() or below[:1] in "(&" or bool(UNFINISHED.search(text))
    one_name = styled and row.cells[0].bold and len(below.split()) <= 3 and limit < _NO_EDGE
    if (above.confidence < 0.999 or row.confidence < 0.999) and not (goes_on or text.count("(") > text.count(")")):
        return False
    edges = [above.cells[-1].left, *([above.left] if UNFINISHED.search(text) else [])]
    same_edge = any(abs(row.left - edge) < _EDGE for edge in edges) or _hangs(above, row)
    return same_edge and (
        goes_on
        or one_name
        or (
            len(text) > 30
            and bool(re.search(r"[,–—|(-]", text))
            and not opens_anew(text, below)
            and not _opens_with_post(text, below)
        )
        or title_score(f"{text} {below}") >= title_score(text) + 0.5 > title_score(below)
    )


def _opens_with_post(text: str, below: str) -> bool:
    """Whether a post opens a row under one that ends in none: "Chalutier X, Armement Y" / "Matelot, 04/2020 – ..."."""
    post = _PIECE.match(below)
    named = post is not None and title_score(post[0]) >= _NAMED
    return named and title_score(re.split(r"[,–—|(]\s?", text)[-1]) < _POST


def _ends_plainly(above: Row, row: Row, limit: float) -> bool:
    """Whether a row ends the plain name of a school that stands behind a degree in bold."""
    cell, below = above.cells[-1], row.cells[0]
    plain = cell.words[0].bold != cell.words[-1].bold or strip_bullet(cell.text) != cell.text
    plain = plain and any(w.bold for w in cell.words) and not cell.words[-1].bold and not below.bold
    under = abs(row.left - cell.left) < _EDGE or _hangs(above, row)
    return plain and under and "," in cell.text and _is_full(above, row, limit) and degree_score(below.text) < 0.5


def _hangs(above: Row, row: Row) -> bool:
    """Whether a row stands under the words of a list item, right of its sign."""
    words, text = above.cells[-1].words, above.cells[-1].text
    listed = above.bullet or strip_bullet(text) != text
    return listed and len(words) > 1 and words[0].left < row.left <= words[1].left + _EDGE


def _completes(above: Row, row: Row) -> bool:
    """Whether a row right under a bold one, set like it, goes on: "Office" / "de Tourisme", "Girard &" / "Fils"."""
    cell, below = above.cells[-1], row.cells[0]
    alike = cell.bold == below.bold and abs(cell.size - below.size) < 0.3 and abs(cell.left - below.left) < _EDGE
    near = 0 <= row.top - above.bottom < 0.6 * below.size and len(row.cells) == 1 and not row.bullet
    linked = (below.bold and bool(_SMALL_LINK.match(below.text))) or bool(UNFINISHED.search(cell.text))
    return alike and near and linked and len(below.text.split()) <= _FEW_WORDS


def _is_full(above: Row, row: Row, limit: float) -> bool:
    """Whether the first word of a row would have passed the edge of the row above; a date beside it does not count."""
    if len(row.cells) > 1 and all(only_date(c.text) is not None for c in row.cells[1:]):
        row = Row(row.cells[:1], row.page, row.column)
    return wraps(above, row, limit)


def _glued(above: str, below: str) -> str:
    return (
        above[:-1] + below
        if above.endswith("-") and below[:1].islower()
        else above + ("" if above.endswith("-") else " ") + below
    )


def _is_aside(ground: Ground, index: int) -> bool:
    """Whether a row only says what kind of employer it is, and a row like a head follows."""
    row, below = ground.rows[index], ground.rows[index + 1]
    plain = not row.bullet and not below.bullet and len(row.text) <= _LONG
    named = ground.opinion.best(below) >= 0.6 and ground.like[index + 1] >= 0.9
    said = describes_employer(row.text) and not opens_with_name(row.text)
    return plain and said and named and not find_ranges(below.text)


def _may_be_head(ground: Ground, index: int) -> bool:
    row = ground.rows[index]
    text = row.text
    if names_post(row):
        return True
    label, colon, _ = text.partition(":")
    if lists_more(text):
        return False
    if colon and label_kind(label, study=not ground.opinion.work) == "does":
        return False
    if row.bullet or len(text) > _LONG or is_sentence(text) or ground.like[index] < -0.3:
        return False
    above = ground.rows[index - 1]
    # Under a list sign a description goes on, unless the signs stand before the heads.
    return index - 1 in ground.anchored or not (above.bullet and row.left > above.left + 2)
