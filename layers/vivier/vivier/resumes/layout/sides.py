"""What the two sides of a gutter are to each other: columns of their own, or cells of common rows."""

from collections import Counter
from itertools import pairwise

from vivier.resumes.layout.hints import are_hints, close_rows, date_rows, dates_of_rows
from vivier.resumes.layout.items import Item, level
from vivier.resumes.wording.labels import is_label

_UNEVEN = 36.0
_FIRST = 3


def sides(items: list[Item], x: float) -> tuple[list[Item], list[Item]]:
    return [i for i in items if i.right <= x + 1], [i for i in items if i.left >= x - 1]


def are_headed(left: list[Item], right: list[Item]) -> bool:
    """Whether both sides open with a heading at one height, each with text below: columns, however short."""
    if len(left) < 2 or len(right) < 2:
        return False
    tops = [min(side, key=lambda i: i.top) for side in (left, right)]
    rows = [[i for i in side if abs(i.top - top.top) < 3] for side, top in zip((left, right), tops, strict=True)]
    return abs(tops[0].top - tops[1].top) < 3 and all(all(i.heading for i in row) for row in rows)


def flush(items: list[Item]) -> float:
    """The share of items that begin at the left edge most do, or are set in a little under it."""
    lefts = Counter(round(i.left) for i in items if not i.date)
    if not lefts:
        return 0.0
    edge = lefts.most_common(1)[0][0]
    return sum(-2 <= i.left - edge <= 30 or (i.left > edge and i.date) for i in items) / len(items)


def are_columns(left: list[Item], right: list[Item]) -> bool:
    """Whether the two sides are texts of their own, rather than cells of common rows."""
    if sum(is_label(i.cell.text) for i in left) * 2 >= len(left) or _have_table_head(left, right):
        return False
    if are_hints(left, right) or close_rows(right) or date_rows(left, right):
        return False
    if _are_cards(left, right):
        return True
    left_heads, right_heads = sum(i.heading for i in left), sum(i.heading for i in right)
    if left_heads and right_heads and left_heads + right_heads >= 3 and flush(right) > 0.8:
        return sum(not i.date for i in left) >= 3 and sum(not i.date for i in right) >= 3
    if dates_of_rows(left, right) or dates_of_rows(right, left):
        return False
    left_body = sum(not i.heading and not i.date for i in left)
    right_body = sum(not i.heading and not i.date for i in right)
    if min(left_body, right_body) and have_level_headings(left, right):
        return True
    if left_body < 2 or right_body < 2:
        return False
    if left_heads and right_heads:
        return True
    if min(len(left), len(right)) >= 4 and min(_usual_length(left), _usual_length(right)) >= 28:
        return True
    few, many = (left, right) if len(left) <= len(right) else (right, left)
    aligned = _aligned(few, many)
    if aligned >= 0.7:
        return False
    return aligned < 0.5 or not _mostly_dates(few)


def have_level_headings(left: list[Item], right: list[Item]) -> bool:
    """Whether headings open both sides in one row: one of them may have a single line under it."""
    return any(level(a, b) for a in left[:_FIRST] if a.heading for b in right[:_FIRST] if b.heading)


def _have_table_head(left: list[Item], right: list[Item]) -> bool:
    """Whether the titles of a table's columns stand on both sides in one row ("Année", "Diplôme", "École")."""
    for item in (i for i in left if is_label(i.cell.text)):
        row = [o for o in (*left, *right) if level(item, o)]
        if all(is_label(o.cell.text) for o in row) and any(o in right for o in row):
            return True
    return False


def _are_cards(left: list[Item], right: list[Item]) -> bool:
    """Whether entries with periods of their own stand side by side: no row has two periods."""
    mine, theirs = [i for i in left if i.period], [i for i in right if i.period]
    beside = sum(any(level(i, o) for o in theirs) for i in mine)
    if not mine or not theirs:
        return False
    return beside * 2 >= min(len(mine), len(theirs)) or _are_uneven_cards(left, right)


def _are_uneven_cards(left: list[Item], right: list[Item]) -> bool:
    """Whether cards begin level, each with a period alone on a line, that longer names push down in some."""
    mine, theirs = (sorted(i.top for i in side if i.period and i.date) for side in (left, right))
    if not mine or not 0 <= len(mine) - len(theirs) <= 1:
        return False
    begun = abs(min(i.top for i in left) - min(i.top for i in right)) < 3
    return begun and all(abs(a - b) < _UNEVEN for a, b in zip(mine, theirs, strict=False))


def both_headed(band: list[Item], x: float) -> bool:
    return any(i.heading and i.right <= x + 1 for i in band) and any(i.heading and i.left >= x - 1 for i in band)


def within(band: list[Item], tables: list[tuple[float, float]]) -> bool:
    """Whether most of a band lies in what is a table by another of its gutters."""
    return any(sum(top - 1 <= i.middle <= bottom + 1 for i in band) >= 0.8 * len(band) > 0 for top, bottom in tables)


def is_table(band: list[Item], x: float) -> bool:
    left, right = sides(band, x)
    if both_headed(band, x) or _are_cards(left, right):
        return False
    return _rows_of_table(left, right) or _rows_of_table(right, left)


def _rows_of_table(side: list[Item], other: list[Item]) -> bool:
    """Whether the dates of a side stand level with beginnings on the other: cells of one row, however they wrap."""
    told = [i for i in side if i.date]
    if not told or not other:
        return False
    # Dates of another column farther away (a side bar's) are no cells of these rows.
    beside = min(i.left for i in other)
    near = min(told, key=lambda i: min(abs(i.left - beside), abs(i.right - beside)))
    told = [i for i in told if i.left < near.right and i.right > near.left]
    dates = [i for i in told if not any(_under(o, i) for o in told)]
    if len(dates) < 2:
        return False
    starts = _starts(other)
    return sum(any(abs(i.top - s.top) <= 2.0 for s in starts) for i in dates) >= 0.8 * len(dates)


def _under(upper: Item, lower: Item) -> bool:
    """Whether a line goes on with the one close above it, as a period does over two lines."""
    return abs(upper.left - lower.left) < 3 and 0 <= lower.top - upper.bottom + 2 < 0.6 * (lower.bottom - lower.top)


def _starts(items: list[Item]) -> list[Item]:
    """Items that begin a block: the first, and those with more white above than lines of one block have."""
    ordered = sorted(items, key=lambda i: (i.top, i.left))
    gaps = [b.top - a.bottom for a, b in pairwise(ordered) if b.top >= a.bottom - 1]
    least = min(gaps, default=0.0)
    starts = ordered[:1]
    for before, item in pairwise(ordered):
        flush = abs(item.top - before.top) <= 2.0
        if item.top - before.bottom > least + 2.0 or before.heading or (flush and before in starts):
            starts.append(item)
    return starts


def _usual_length(items: list[Item]) -> int:
    lengths = sorted(len(i.cell.text) for i in items)
    return lengths[len(lengths) // 2]


def _mostly_dates(items: list[Item]) -> bool:
    return sum(i.date for i in items) * 2 >= len(items)


def _aligned(few: list[Item], many: list[Item]) -> float:
    """The share of `few` that stand on the baseline of one of `many`."""
    bottoms = sorted(i.bottom for i in many)
    hits = 0
    # Boxes around recognised letters reach down as far as the letters do.
    exact = all(w.confidence >= 0.999 for i in few for w in i.cell.words)
    for item in few:
        tolerance = max(1.5, (0.22 if exact else 0.4) * (item.bottom - item.top))
        hits += any(abs(item.bottom - b) <= tolerance for b in bottoms)
    return hits / len(few)
