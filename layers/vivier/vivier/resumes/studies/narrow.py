"""Cells narrower than a word at the left edge of a list ("Maî-" / "trise"), each put together again beside its row."""

from itertools import pairwise
from statistics import multimode

from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.layout.wrapped import kept

_EDGE = 1.5
_WIDEST = 70.0  # points that such a cell may take up
_APART = 0.9  # of a line's size, between the lines of one cell


def with_narrow_cells(rows: list[Row]) -> list[Row]:
    """The rows of a list, with what a narrow first cell broke at hyphens made whole."""
    left = min((row.left for row in rows), default=0.0)
    beside = [c.left for row in rows for c in row.cells if left + _EDGE < c.left <= left + _WIDEST]
    if not beside:
        return rows
    edge = min(multimode(round(x, 1) for x in beside))
    rows = [_cut(row, left, edge) for row in rows]
    lines = [(at, row.cells[0]) for at, row in enumerate(rows) if _is_narrow(rows, at, left, edge)]
    if not any(_broken(a, b) for (_, a), (_, b) in pairwise(lines)):
        return rows
    groups: list[list[tuple[int, Cell]]] = []
    for at, cell in lines:
        before = groups[-1][-1][1] if groups else None
        near = before is not None and _same_page(before, cell) and cell.top - before.bottom < _APART * cell.size
        if before is not None and near and (_broken(before, cell) or not _opens(rows, at, edge)):
            groups[-1].append((at, cell))
        else:
            groups.append([(at, cell)])
    broken = [group for group in groups if any(_broken(a, b) for (_, a), (_, b) in pairwise(group))]
    return _put_together(rows, broken)


def _put_together(rows: list[Row], groups: list[list[tuple[int, Cell]]]) -> list[Row]:
    cells = {at: list(row.cells) for at, row in enumerate(rows)}
    for group in groups:
        first, last = group[0][0], group[-1][0]
        text = group[0][1].text
        for _, cell in group[1:]:
            text = text[:-1] + cell.text if text.endswith("-") and cell.text[:1].islower() else f"{text} {cell.text}"
        whole = Cell([w for _, cell in group for w in cell.words], text)
        for at, cell in group:
            cells[at] = [c for c in cells[at] if c is not cell]
        # The cell may stand a little above or below the first row that it stands beside.
        target = next((at for at in range(first, min(last + 2, len(rows))) if cells[at]), first)
        cells[target] = [whole, *cells[target]]
    return [row if cells[at] == row.cells else kept(row, cells[at]) for at, row in enumerate(rows) if cells[at]]


def _cut(row: Row, left: float, edge: float) -> Row:
    """The row with a broken word cut off where the next column begins, if no more than a space parts them there."""
    cell = row.cells[0]
    own = [w for w in cell.words if w.left < edge - _EDGE]
    rest = cell.words[len(own) :]
    if abs(cell.left - left) > _EDGE or not own or not rest or abs(rest[0].left - edge) > _EDGE or row.bullet:
        return row
    if cell.text != " ".join(w.text for w in cell.words) or own[-1].right > edge or own[-1].text[-1:] != "-":
        return row
    return kept(row, [Cell(own), Cell(rest), *row.cells[1:]])


def _is_narrow(rows: list[Row], at: int, left: float, edge: float) -> bool:
    """Whether a row opens with a cell of the narrow column; a long word may run on over what stands beside it."""
    cell = rows[at].cells[0]
    alone = len(rows[at].cells) == 1 and _opens(rows, at, edge)
    return abs(cell.left - left) <= _EDGE and (cell.right <= edge or alone)


def _broken(above: Cell, below: Cell) -> bool:
    return above.text[-1:] == "-" and above.text[:-1].isalpha() and below.text[:1].islower()


def _opens(rows: list[Row], at: int, edge: float) -> bool:
    """Whether a row of the next column stands level with a narrow cell: another entry begins."""
    cell = rows[at].cells[0]
    level = [row for row in rows[max(0, at - 1) : at + 2] if row.top < (cell.top + cell.bottom) / 2 < row.bottom]
    return any(abs(c.left - edge) <= _EDGE for row in level for c in row.cells)


def _same_page(above: Cell, below: Cell) -> bool:
    return above.words[-1].page == below.words[0].page
