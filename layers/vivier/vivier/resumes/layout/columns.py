"""Cells → columns, in reading order: cuts a page along the white gutters that part text from text, not rows from dates.

A gutter that only sets dates, places or levels apart from their own rows is left alone: those cells are read with
the row they stand in.
"""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from vivier.resumes.layout.cards import Cards
from vivier.resumes.layout.grids import table_spans
from vivier.resumes.layout.hints import date_rows
from vivier.resumes.layout.items import (
    Item,
    item_of,
    join_contacts,
    join_entries,
    join_pills,
    laid,
    level,
    rows_of_items,
    set_like_headings,
)
from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.layout.margins import is_margin
from vivier.resumes.layout.sides import (
    are_columns,
    are_headed,
    both_headed,
    flush,
    have_level_headings,
    is_table,
    sides,
    within,
)

_MAX_DEPTH = 5
_MIN_CELLS = 3
_LEAST = 4
_MAX_CANDIDATES = 12
_AS_WIDE = 0.6
_OTHER_EDGE = 6.0


def columns_of(cells: list[Cell], page_width: float, cards: Sequence[Cards] = ()) -> list[list[Row]]:
    """The columns of a page, each as its rows; a column that goes on below a wide line comes as two."""
    items = [item_of(cell) for cell in cells]
    set_like_headings(items)
    join_contacts(items)
    join_pills(items)
    join_entries(items)
    items += [item for group in cards for item in laid(group)]
    return [rows_of_items(group) for group in _split(items, page_width, 0) if group]


def _split(items: list[Item], width: float, depth: int) -> list[list[Item]]:
    if len(items) < _LEAST:
        return [items]
    top = _opening_row(items)
    if top is not None:
        above = [i for i in items if i.middle < top]
        return _split(above, width, depth) + _split([i for i in items if i.middle >= top], width, depth)
    if depth >= _MAX_DEPTH:
        return [items]
    cut = _best_cut(items)
    if cut is None:
        return [items]
    x, top, bottom = cut
    above = [i for i in items if i.bottom <= top + 0.1 or (i.middle < top)]
    below = [i for i in items if i.middle > bottom and i not in above]
    taken = {id(i) for i in above} | {id(i) for i in below}
    inside = [i for i in items if id(i) not in taken]
    left = [i for i in inside if (i.left + i.right) / 2 < x]
    right = [i for i in inside if (i.left + i.right) / 2 >= x]
    parts: list[list[Item]] = []
    for group in (above, left, right, below):
        if group:
            parts.extend(_split(group, width, depth + 1))
    return parts


def _opening_row(items: list[Item]) -> float | None:
    """The top of a row of headings alone, below other text: whatever columns they open, none goes on from above it."""
    heads = sorted((i for i in items if i.heading), key=lambda i: i.top)
    first = min(i.middle for i in items)
    for head in heads:
        row = [i for i in heads if level(i, head)]
        beside = [i for i in items if i.bottom > head.top + 1 and i.top < head.bottom - 1]
        if len(row) > 1 and len(beside) == len(row) and first < (top := min(i.top for i in row)):
            return top
    return None


def _best_cut(items: list[Item]) -> tuple[float, float, float] | None:
    ordered = sorted(items, key=lambda i: i.top)
    best: tuple[float, tuple[float, float, float]] | None = None
    gutters = [(x, _bands(ordered, x)) for x in _candidates(ordered) if not _in_margin(ordered, x)]
    tables = [
        (min(i.top for i in b), max(i.bottom for i in b)) for x, bands in gutters for b in bands if is_table(b, x)
    ]
    tables += table_spans([i.cell for i in items if i.row is None]) if any(bands for _, bands in gutters) else []
    for x, bands in gutters:
        for band in (_above_margin(_under_heading(band, x), x) for band in bands):
            left, right = sides(band, x)
            if _in_margin(band, x) or (within(band, tables) and not both_headed(band, x)):
                continue
            headed = are_headed(left, right) and not any(i.date for i in left)
            few = min(len(left), len(right)) < (2 if have_level_headings(left, right) else _MIN_CELLS)
            if not headed and (few or not are_columns(left, right)):
                continue
            score = (min(len(left), len(right)) * 2 + len(band)) * (0.5 + 0.5 * flush(right))
            if best is None or score > best[0]:
                best = (score, (x, min(i.top for i in band), max(i.bottom for i in band)))
    return best[1] if best else None


def _in_margin(items: list[Item], x: float) -> bool:
    left, right = sides(items, x)
    return is_margin([i.cell for i in left], len(right))


def _above_margin(band: list[Item], x: float) -> list[Item]:
    """The band down to where only headings in the margin of the text beside them are left at its left side."""
    left = sorted(sides(band, x)[0], key=lambda i: i.top)
    first = next((n for n, i in enumerate(left) if i.heading), 0)
    if not first:
        return band
    top = left[first].top
    below = [i for i in band if i.top >= top - 1]
    return [i for i in band if i not in below] if _in_margin(below, x) else band


def _under_heading(band: list[Item], x: float) -> list[Item]:
    """The band below a heading at its left with nothing beside it, where what stands at the right begins elsewhere."""
    left, right = sides(band, x)
    for head in sorted((i for i in left if i.heading), key=lambda i: -i.top):
        above = [i for i in right if i.bottom <= head.top + 1]
        below = [i for i in right if i.top >= head.bottom - 1]
        alone = above and below and len(above) + len(below) == len(right)
        if alone and all(abs(a.left - b.left) > _OTHER_EDGE for a in above for b in below):
            return [i for i in band if i.top >= head.bottom - 1]
    return band


def _candidates(items: list[Item]) -> list[float]:
    """Where gaps between neighbours of one height lie over each other most."""
    edges: list[tuple[float, int]] = []
    for index, item in enumerate(items):
        nearest = None
        for other in _near(items, index):
            if other.right <= item.left + 1 and min(other.bottom, item.bottom) - max(other.top, item.top) > -0.3 * (
                item.bottom - item.top
            ):
                nearest = other.right if nearest is None else max(nearest, other.right)
        if nearest is not None and item.left - nearest > 3:
            edges.append((nearest, 1))
            edges.append((item.left, -1))
    edges.sort()
    deep, spans = 0, []
    for (x, step), (following, _) in pairwise(edges):
        deep += step
        if deep >= 2 and following - x > 1.5:
            spans.append((deep, (x + following) / 2))
    spans.sort(reverse=True)
    chosen: list[float] = []
    for _, x in spans:
        if all(abs(x - other) > 6 for other in chosen):
            chosen.append(x)
        if len(chosen) == _MAX_CANDIDATES:
            break
    return chosen


def _near(items: list[Item], index: int) -> list[Item]:
    """Items around one of about its height (the list is ordered by top)."""
    item = items[index]
    first = index
    while first > 0 and index - first < 25 and items[first - 1].bottom > item.top - 30:
        first -= 1
    last = index + 1
    while last < len(items) and last - index < 25 and items[last].top < item.bottom:
        last += 1
    return items[first:index] + items[index + 1 : last]


def _bands(items: list[Item], x: float) -> list[list[Item]]:
    """Runs of items from top to bottom that no item across x interrupts, ends without a counterpart cut off."""
    bands: list[list[Item]] = []
    current: list[Item] = []
    barrier = -1.0
    for item in items:
        if item.heading and item.right <= x + 1 and _opens_rows(item, items, x):
            bands.append(current)
            current = []
        if item.left < x - 1 and item.right > x + 1:
            bands.append(current)
            current = []
            barrier = item.bottom
        elif item.middle >= barrier:
            current.append(item)
    bands.append(current)
    return [_trimmed(band, x) for band in bands if len(band) >= _LEAST] + [
        lower for band in bands for lower in _below_headings(band, x)
    ]


def _opens_rows(heading: Item, items: list[Item], x: float) -> bool:
    """Whether nothing stands beside a heading, and rows with dates follow it.

    A date on the other side of x closes one just below it, or dates on its side open them.
    """
    reach = heading.bottom + 4 * (heading.bottom - heading.top)
    near = [i for i in items if heading.top - 2 <= i.middle <= reach and i is not heading]
    if any(i.left >= x - 1 and i.top < heading.bottom + 2 for i in near):
        return False
    ends = min((i.top for i in items if i.heading and i.right <= x + 1 and i.top > heading.top), default=math.inf)
    listed = [i for i in items if heading.bottom <= i.middle < ends and any(map(str.isalnum, i.cell.text))]
    left, right = sides(listed, x)
    if any(i.date for i in left[:1]) and date_rows(left, right):
        return True
    dates = [i for i in near if i.left >= x - 1 and i.date]
    return any(level(i, d) for d in dates for i in near if i.right <= x + 1 and not i.date)


def _below_headings(band: list[Item], x: float) -> list[list[Item]]:
    """The foot of a band from a height at which headings stand on both sides: short columns at a page's end."""
    lefts = [i for i in band if i.heading and i.right <= x + 1]
    rights = [i for i in band if i.heading and i.left >= x - 1]
    tops = [i.top for i in lefts if any(abs(i.top - o.top) < 3 for o in rights)]
    return [[i for i in band if i.top >= top - 3] for top in tops[:3]]


def _trimmed(band: list[Item], x: float) -> list[Item]:
    """The band from the height where both sides begin; what one side has above stays above."""
    left_top = min((i.top for i in band if i.right <= x + 1), default=None)
    right_top = min((i.top for i in band if i.left >= x - 1), default=None)
    if left_top is None or right_top is None:
        return []
    top = max(left_top, right_top)
    bottom = min(max(i.bottom for i in band if i.right <= x + 1), max(i.bottom for i in band if i.left >= x - 1))
    kept = [i for i in band if i.bottom > top and i.middle < bottom + 1]
    if right_top < top:
        kept = [*_risen(band, x, top), *kept]
    kept += _longer_below(band, x, bottom)
    # A heading at the foot of the band opens what comes below both sides.
    last = max(kept, key=lambda i: i.middle, default=None)
    return [i for i in kept if i is not last] if last is not None and last.heading else kept


def _longer_below(band: list[Item], x: float, bottom: float) -> list[Item]:
    """What one of two newspaper columns has below the other, up to a heading: the left one is read first."""
    rest = sorted((i for i in band if i.middle >= bottom + 1), key=lambda i: i.top)
    left, right = sides(band, x)
    at_left = all(i.right <= x + 1 for i in rest) and _width(left) >= _AS_WIDE * _width(right)
    alike = min(_width(left), _width(right)) >= _AS_WIDE * max(_width(left), _width(right))
    if not at_left and (not alike or any(i.left < x - 1 for i in rest)):
        return []
    ends = next((n for n, i in enumerate(rest) if i.heading), len(rest))
    return rest[:ends]


def _width(items: list[Item]) -> float:
    return max(i.right for i in items) - min(i.left for i in items)


def _risen(band: list[Item], x: float, top: float) -> list[Item]:
    """What the right column has above the first line of the left one: rows at its edge, close to those below."""
    right = [i for i in band if i.left >= x - 1]
    edges = Counter(round(i.left) for i in right if i.bottom > top)
    if not edges:
        return []
    edge = edges.most_common(1)[0][0]
    above: list[Item] = []
    reach = min(i.top for i in right if i.bottom > top)
    for item in sorted((i for i in right if i.bottom <= top), key=lambda i: -i.top):
        if reach - item.bottom > 1.2 * (item.bottom - item.top) or item.left < edge - 2:
            break
        above.append(item)
        reach = min(reach, item.top)
    return above if any(abs(i.left - edge) <= 2 for i in above) else []
