"""Entries as rows of a table whose last column describes: each is read cell by cell, the description last."""

from collections import Counter
from itertools import pairwise

from vivier.resumes.dates import only_date
from vivier.resumes.headings import heading_kind
from vivier.resumes.lines import Cell, Row, follow, rows_of, strip_bullet

_LONG = 26
_NEAR = 3.0


def rows_in_cells(cells: list[Cell]) -> list[Row]:
    """The rows of a column, its table entries taken apart where a description stands beside their heads."""
    heads = sorted(c.top for c in cells if len(c.text) <= 60 and heading_kind(c.text) is not None)
    parts: list[list[Cell]] = [[] for _ in range(len(heads) + 1)]
    for cell in cells:
        middle = (cell.top + cell.bottom) / 2
        parts[sum(top - 1 <= middle for top in heads)].append(cell)
    if not any(_grid(part) for part in parts):
        return rows_of(cells)
    rows: list[Row] = []
    for part in parts:
        for block in _grid(part) or ([part] if part else []):
            made = rows_of(block)
            for row in made:
                row.limit = _limit(made, part)
            rows += made
    follow(rows)
    return rows


def _limit(rows: list[Row], part: list[Cell]) -> float:
    """Where the lines of a table's cell end at the latest: a little before the text right of it; 0 when nothing is."""
    right = max(row.right for row in rows)
    beside = [c.left for c in part if c.left > right]
    return min(beside) - 12 if beside and sum(abs(min(beside) - left) < _NEAR for left in beside) >= 2 else 0.0


def _grid(cells: list[Cell]) -> list[list[Cell]]:
    """The cells of a table's entries in the order to read them; nothing when there is no such table."""
    dated = _dates(cells)
    if len(dated) < 2:
        return []
    texts = [c for c in cells if not any(c is d for d in dated)]
    edge = _descriptions(texts)
    if edge is None:
        return []
    blocks: list[list[Cell]] = [[c for c in cells if c.top < dated[0].top - _NEAR]]
    stacked = 0
    for date, below in pairwise([*dated, None]):
        if date is None:
            continue
        mine = [c for c in cells if c.top >= date.top - _NEAR and (below is None or c.top < below.top - _NEAR)]
        head, text = (
            [c for c in mine if c.left < edge - 1 or c is date],
            [c for c in mine if c.left >= edge - 1 and c is not date],
        )
        stacked += len([c for c in head if c is not date]) > 1
        blocks += [head, text]
    return [block for block in blocks if block] if stacked * 2 >= len(dated) else []


def _dates(cells: list[Cell]) -> list[Cell]:
    """Periods that stand in one column of their own."""
    told = [c for c in cells if len(c.text) <= 40 and only_date(c.text) is not None]
    for side in ("left", "right"):
        edges = Counter(round(getattr(c, side) / _NEAR) for c in told)
        if edges:
            edge = edges.most_common(1)[0][0]
            column = [c for c in told if abs(round(getattr(c, side) / _NEAR) - edge) <= 1]
            if len(column) >= 2 and len(column) >= 0.8 * len(told):
                return sorted(column, key=lambda c: c.top)
    return []


def _descriptions(texts: list[Cell]) -> float | None:
    """Where a column of lists and sentences begins, right of a column that is none."""
    lefts = Counter(round(c.left / _NEAR) for c in texts)
    columns = sorted(left for left, n in lefts.items() if n >= 2)
    for left in columns[1:]:
        edge = left * _NEAR - 2 * _NEAR
        right, before = [c for c in texts if c.left >= edge], [c for c in texts if c.left < edge]
        if any(c.right > edge for c in before) or len(before) < 2:
            continue
        if not _listed(before) and (_listed(right) >= 0.35 or (_long(right) >= 0.7 and _long(before) < 0.35)):
            return edge
    return None


def _listed(cells: list[Cell]) -> float:
    """The share of cells that open with a list sign."""
    return sum(strip_bullet(c.text) != c.text.strip() for c in cells) / max(1, len(cells))


def _long(cells: list[Cell]) -> float:
    return sum(len(c.text) >= _LONG for c in cells) / max(1, len(cells))
