"""Rows of an experience or education section → entries, each with its head, its period and its description.

An entry is found by its period. What stands above the first period, and whether later entries repeat that look, tells
how many rows of a head come before its date; the rest of the head follows until title and employer are there.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TypeAlias

from vivier.resumes.dates import (
    DateRange,
    ends_open,
    ends_with_month,
    find_ranges,
    only_date,
    starts_with_end,
    without_ranges,
)
from vivier.resumes.lexicon.organisations import LEGAL_FORMS
from vivier.resumes.lines import Cell, Row, wraps
from vivier.resumes.text import fold

MAX_ENTRIES = 40
_MAX_BEFORE = 3
_MAX_AFTER = 3
_SINCE_END = re.compile(r"(?:^|\s|\()(?:depuis|since|from|de|du|[-–—])\s*$")
_LONG = 95


@dataclass(slots=True)
class HeadRow:
    """A row of a head and its cells' texts without the period."""

    row: Row
    texts: list[str]

    @property
    def text(self) -> str:
        return "\t".join(self.texts)

    @property
    def empty(self) -> bool:
        return not any(c.isalnum() for c in self.text)


Enough: TypeAlias = Callable[[list[HeadRow]], bool]


@dataclass(slots=True)
class Entry:
    head: list[HeadRow]
    period: DateRange | None
    period_row: Row | None
    body: list[Row] = field(default_factory=list)
    above: int = 0


@dataclass(slots=True)
class _Anchor:
    index: int
    period: DateRange
    edge: str
    cell: Cell


def entries_of(rows: list[Row], enough: Enough, singles: bool = True) -> list[Entry]:
    """The entries of a section's rows. `enough` says whether rows of a head already name all that is looked for."""
    rows = join_wrapped_periods(rows)
    anchors = _anchors(rows, singles)[:MAX_ENTRIES]
    if not anchors:
        return []
    above = _rows_above(rows, anchors)
    entries: list[Entry] = []
    for position, (anchor, count) in enumerate(zip(anchors, above, strict=True)):
        last = anchors[position + 1].index - above[position + 1] if position + 1 < len(anchors) else len(rows)
        entries.append(_entry(rows, anchor, count, last, enough))
    return entries


def _entry(rows: list[Row], anchor: _Anchor, count: int, last: int, enough: Enough) -> Entry:
    row = rows[anchor.index]
    limit = row.limit
    head: list[HeadRow] = []
    for index in range(anchor.index - count, anchor.index):
        _add(head, HeadRow(rows[index], [c.text for c in rows[index].cells]), limit)
    dated = HeadRow(
        row, [without_ranges(c.text, find_ranges(c.text)) if find_ranges(c.text) else c.text for c in row.cells]
    )
    if not dated.empty:
        _add(head, dated, limit)
    index = anchor.index + 1
    while head and index < last and _goes_on(rows, index, limit):
        head[-1].texts[-1] = _glued(head[-1].texts[-1], rows[index].text)
        index += 1
    while index < last and index - anchor.index <= _MAX_AFTER and _may_be_head(rows, index) and not enough(head):
        head.append(HeadRow(rows[index], [c.text for c in rows[index].cells]))
        index += 1
        while index < last and _goes_on(rows, index, limit):
            head[-1].texts[-1] = _glued(head[-1].texts[-1], rows[index].text)
            index += 1
    return Entry(head, anchor.period, row, rows[index:last], count)


def _add(head: list[HeadRow], row: HeadRow, limit: float) -> None:
    """Adds a row to a head, or its text to the row above when that one goes on in it."""
    above = head[-1] if head else None
    if above is not None and _continues(above.row, row.row, limit) and len(row.texts) == 1:
        above.texts[-1] = _glued(above.texts[-1], row.texts[0])
    else:
        head.append(row)


def _goes_on(rows: list[Row], index: int, limit: float) -> bool:
    """Whether a row of a head is the end of the row above, which was full."""
    return _continues(rows[index - 1], rows[index], limit) and not find_ranges(rows[index].text)


def _continues(above: Row, row: Row, limit: float) -> bool:
    if above.cells[-1].bold != row.cells[0].bold or not wraps(above, row, limit):
        return False
    if (above.confidence < 0.999 or row.confidence < 0.999) and not (row.text[:1].islower() or row.text[:1] in "(&"):
        return False
    same_edge = abs(row.left - above.cells[-1].left) < 3
    return same_edge and (
        row.text[:1].islower()
        or row.text[:1] in "(&"
        or (len(above.text) > 30 and bool(re.search(r"[,–—|(-]", above.text)))
    )


def _glued(above: str, below: str) -> str:
    return (
        above[:-1] + below
        if above.endswith("-") and below[:1].islower()
        else above + ("" if above.endswith("-") else " ") + below
    )


def _may_be_head(rows: list[Row], index: int) -> bool:
    row = rows[index]
    text = row.text
    if row.bullet or len(text) > _LONG or _is_sentence(text):
        return False
    above = rows[index - 1]
    return not (above.bullet and row.left > above.left + 2)


def _ends_sentence(text: str) -> bool:
    """Whether a full stop closes more than an abbreviation ("Clearstream Labs, Inc.")."""
    words = fold(text).split()
    return text.rstrip().endswith(".") and len(words) > 3 and words[-1] not in LEGAL_FORMS


def _is_sentence(text: str) -> bool:
    words = text.split()
    return (len(words) > 7 and text.rstrip().endswith((".", ";"))) or len(words) > 16


def _anchors(rows: list[Row], singles: bool) -> list[_Anchor]:
    found = [a for i, row in enumerate(rows) for a in [_anchor(i, row)] if a is not None]
    plain = [a for a in found if not rows[a.index].bullet]
    found = plain or found
    spans = [a for a in found if not a.period.single]
    if not spans:
        return found if singles else []
    return [a for a in found if not a.period.single or (singles and any(_alike(rows, a, s) for s in spans))]


def _alike(rows: list[Row], single: _Anchor, span: _Anchor) -> bool:
    """Whether a lone date stands where the section's periods stand."""
    a, b = rows[single.index], rows[span.index]
    if single.edge != span.edge:
        return False
    if single.edge == "cell":
        return (
            abs(single.cell.left - span.cell.left) < 6
            or abs(single.cell.right - span.cell.right) < 6
            or abs(a.left - b.left) < 6
        )
    return abs(a.size - b.size) < 0.8 and (abs(a.left - b.left) < 8 or abs(single.cell.right - span.cell.right) < 4)


def _anchor(index: int, row: Row) -> _Anchor | None:
    """The period of a row, when it stands where an entry's period stands: alone in a cell, or at an end of one."""
    for cell in row.cells:
        ranges = find_ranges(cell.text)
        if not ranges:
            continue
        period = ranges[0] if not ranges[0].single else next((r for r in ranges if not r.single), ranges[0])
        before, after = cell.text[: period.begin], cell.text[period.finish :]
        rest = without_ranges(cell.text, ranges)
        if not any(c.isalnum() for c in rest):
            return _Anchor(index, period, "cell", cell)
        if _is_sentence(row.text) or len(row.text) > 170:
            continue
        starts, ends = not any(c.isalnum() for c in before), not any(c.isalnum() for c in _without_tail(after))
        if period.single and not _closes(cell.text, period, starts, ends):
            continue
        if starts:
            return _Anchor(index, period, "start", cell)
        if ends:
            return _Anchor(index, period, "end", cell)
        if not period.single and len(row.text) <= 130 and re.search(r"[|(,•·–—:-]\s*$", before):
            return _Anchor(index, period, "inside", cell)
    return None


def _closes(text: str, period: DateRange, starts: bool, ends: bool) -> bool:
    """Whether a lone date is set apart from the words around it."""
    if len(text) > 120:
        return False
    if starts:
        return True
    return (ends and bool(re.search(r"[|(,•·–—:\t-]\s*$", text[: period.begin]))) or (
        ends and len(text) <= 60 and not text.rstrip().endswith(".")
    )


def _without_tail(after: str) -> str:
    return re.sub(r"^\s*[)\]]|\([^)]*\)|\b\d{1,2}\s?(?:ans?|mois|years?|months?|yrs?|mos?)\b", "", fold(after))


def _rows_above(rows: list[Row], anchors: list[_Anchor]) -> list[int]:
    """How many rows before each period belong to its entry."""
    first = _head_like_before(rows, anchors[0].index, 0)
    counts = [first]
    lead = rows[anchors[0].index - first] if first else None
    for before, anchor in pairwise(anchors):
        most = _head_like_before(rows, anchor.index, before.index + 1)
        if lead is None:
            counts.append(0 if not _sets_off(rows, anchors, anchor, most) else 1)
            continue
        counts.append(_repeat(rows, anchor.index, min(most, _MAX_BEFORE), first, lead))
    return counts


def _sets_off(rows: list[Row], anchors: list[_Anchor], anchor: _Anchor, most: int) -> bool:
    """A head's first row over a date, though the first entry had none: bold, unlike the rows above it."""
    if most != 1 or anchor.edge != "cell" or len(rows[anchor.index].cells) > 1 or anchor.index < 2:
        return False
    row, date_row = rows[anchor.index - 1], rows[anchor.index]
    return (
        row.bold
        and not date_row.bold
        and not any(rows[a.index - 1].bold for a in anchors if a is not anchor and a.index)
    )


def _repeat(rows: list[Row], index: int, most: int, usual: int, lead: Row) -> int:
    """The count at which the look of the first entry's first row comes back; else the usual one as far as it goes."""
    order = sorted(range(1, most + 1), key=lambda n: (abs(n - usual), n))
    for count in order:
        row = rows[index - count]
        if _same_look(row, lead) and (count == usual or _differs_above(rows, index - count)):
            return count
    for count in order:
        if count < usual and rows[index - count].bold:
            return count
    if lead.bold and (most == 0 or not rows[index - 1].bold):
        return 0
    return min(usual, most)


def _differs_above(rows: list[Row], index: int) -> bool:
    return (
        index == 0
        or rows[index - 1].bullet
        or not _same_look(rows[index - 1], rows[index])
        or rows[index].gap > 1.3 * max(1.0, rows[index - 1].gap)
    )


def _same_look(a: Row, b: Row) -> bool:
    return a.bold == b.bold and abs(a.size - b.size) < 0.6 and abs(a.left - b.left) < 12


def _head_like_before(rows: list[Row], index: int, first: int) -> int:
    """Rows right above a period that could be part of a head: short, no list items, no sentences."""
    count = 0
    while count < _MAX_BEFORE and index - count - 1 >= first:
        row = rows[index - count - 1]
        if row.bullet or len(row.text) > _LONG or _is_sentence(row.text) or _ends_sentence(row.text):
            break
        above = index - count - 2
        if above >= first and rows[above].bullet and row.left > rows[above].left + 2 and not row.bold:
            break
        count += 1
    return count


def join_wrapped_periods(rows: list[Row]) -> list[Row]:
    """Puts the end of a period that went to the next row ("2019 –" / "today") back beside its start."""
    rows = [_with_whole_dates(row) for row in rows]
    index = 0
    while index + 1 < len(rows):
        here, below = rows[index], rows[index + 1]
        target = next(
            (
                c
                for c in here.cells
                if ends_open(c.text) or ends_with_month(c.text) or _SINCE_END.search(fold(c.text[-12:]))
            ),
            None,
        )
        if target is not None:
            end = next((c for c in below.cells if _is_end(c.text)), None)
            if end is not None and (end.left < target.right + 20 or len(below.cells) == 1):
                rows[index] = _joined(here, target, end)
                rest = [c for c in below.cells if c is not end]
                rows[index + 1 : index + 2] = [replace(below, cells=rest)] if rest else []
        index += 1
    return rows


def _with_whole_dates(row: Row) -> Row:
    """The row with a period that fell into two cells ("2014", "– 2018") in one."""
    for a, b in pairwise(row.cells):
        if (
            re.match(r"^[-–—]\s*\S", b.text)
            and starts_with_end(b.text)
            and find_ranges(a.text)
            and re.search(r"\d\s*$", a.text)
        ):
            return _joined(replace(row, cells=[c for c in row.cells if c is not b]), a, b)
    return row


def _is_end(text: str) -> bool:
    if len(text) > 40 or not starts_with_end(text):
        return False
    bare = re.sub(r"[^a-z']", "", fold(text))
    return only_date(text) is not None or bare in (
        "present",
        "now",
        "current",
        "today",
        "aujourd'hui",
        "acejour",
        "cejour",
        "encours",
        "actuel",
        "actuellement",
        "ongoing",
    )


def _joined(row: Row, target: Cell, end: Cell) -> Row:
    merged = Cell([*target.words, *end.words], f"{target.text} {end.text}")
    joined = replace(row, cells=[merged if c is target else c for c in row.cells])
    # The box of the joined cell reaches into the next row; the row itself stays where it was.
    joined.left, joined.right, joined.top, joined.bottom = row.left, row.right, row.top, row.bottom
    return joined
