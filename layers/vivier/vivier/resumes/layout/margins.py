"""Headings that stand in the left margin beside their text: taken out, each put above the first row it stands by."""

from itertools import pairwise

from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.wording.dates import find_ranges, is_piece, only_date
from vivier.resumes.wording.labels import label_kind

_MOST = 14
_APART, _PAIR = 6, 2
_FEW_NAMES = 3  # an employer among as many dates at the edge heads posts, it is no text of its own


def beside_margin(column: list[Row]) -> list[Row]:
    """The rows of a column, with headings that stand in its left margin as rows of their own."""
    column = _raised(column)
    edge = _edge(column)
    if edge is None:
        return column
    begin = next(i for i, row in enumerate(column) if heading_kind(_label(row.cells[0].text)) is not None)
    # Dates in the margin belong to the rows beside them.
    margin = [c for row in column[begin:] for c in row.cells[:1] if c.right < edge - 2 and not find_ranges(c.text)]
    groups = _together(margin)
    if not _are_headings(groups, column, edge):
        return column
    heads = {id(group[0]): group for group in groups}
    taken = {id(cell) for cell in margin}
    rows: list[Row] = []
    for row in column:
        first = row.cells[0]
        if id(first) in heads:
            group = heads[id(first)]
            heading = Cell([w for c in group for w in c.words], " ".join(c.text for c in group))
            made = Row([heading], row.page, row.column, gap=row.gap, edge=row.edge, limit=row.limit)
            made.bottom = first.bottom
            rows.append(made)
        if id(first) in taken:
            if len(row.cells) > 1:
                rows.append(Row(row.cells[1:], row.page, row.column, gap=0.0, edge=row.edge, limit=row.limit))
        else:
            rows.append(row)
    return rows


def _raised(column: list[Row]) -> list[Row]:
    """The rows with each heading that hangs a little below the first row it stands beside put above that row."""
    rows = list(column)
    for at in range(1, len(rows)):
        above, row = rows[at - 1], rows[at]
        if _hangs_beside(above, row):
            row.gap, above.gap = above.gap, 0.0
            rows[at - 1 : at + 1] = [row, above]
    return rows


def _hangs_beside(above: Row, row: Row) -> bool:
    beside = row.page == above.page and row.right + _APART < above.left and above.top <= row.top < above.bottom - 1
    return beside and len(row.cells) == 1 and heading_kind(_label(row.text)) is not None


def with_their_text(columns: list[list[Row]]) -> list[list[Row]]:
    """The columns, with a heading at the foot of one, below all that stands beside it, over the wide text under it."""
    made = [list(column) for column in columns]
    for at, column in enumerate(made):
        below = next((i for i in range(at + 1, len(made)) if made[i] and _is_under(column, made[i])), None)
        if below is None or len(column) < 2 or heading_kind(column[-1].text) is None:
            continue
        beside = [row for other in made[at + 1 : below] for row in other]
        if beside and all(row.page == column[-1].page and row.bottom <= column[-1].top for row in beside):
            heading, first = column.pop(), made[below][0]
            heading.column, heading.edge, heading.limit = first.column, first.edge, first.limit
            first.gap = max(0.0, first.top - heading.bottom)
            made[below].insert(0, heading)
    return made


def _is_under(column: list[Row], other: list[Row]) -> bool:
    """Whether a column of the same page begins below another's last row and at its left edge."""
    foot, first = column[-1], other[0]
    level = abs(min(row.left for row in other) - min(row.left for row in column)) < _APART
    return first.page == foot.page and first.top >= foot.bottom - 1 and level


def is_margin(left: list[Cell], beside: int) -> bool:
    """Whether cells are headings, and dates among them, in the margin of far more text, of `beside` cells."""
    dates = [c for c in left if only_date(c.text) is not None or is_piece(c.text)]
    groups = _together(sorted((c for c in left if not any(c is date for date in dates)), key=lambda c: c.top))
    heads = sum(heading_kind(_label(" ".join(c.text for c in group))) is not None for group in groups)
    few = len(groups) < 2 * heads or (len(groups) - heads) * _FEW_NAMES <= len(dates)
    return heads >= 2 and few and beside >= 2 * (len(groups) + len(dates))


def _edge(column: list[Row]) -> float | None:
    """Where the text beside the margin begins, when a known heading stands in the margin."""
    known = [
        row
        for row in column
        if len(row.cells) > 1
        and not _are_titles(row)
        and heading_kind(_label(row.cells[0].text)) is not None
        and row.cells[1].left - row.cells[0].right > _APART
    ]
    if not known:
        return None
    edge = min(row.cells[1].left for row in known)
    beside = sum(abs(row.left - edge) < 14 or row.left > edge for row in column)
    return edge if beside >= 2 or len(known) >= 3 else None


def _are_titles(row: Row) -> bool:
    """Whether a row only titles the columns of a table: "Employeur | Poste | Début | Fin"."""
    return len(row.cells) > _PAIR and all(
        label_kind(cell.text, study=False) is not None or label_kind(cell.text, study=True) is not None
        for cell in row.cells
    )


def _label(text: str) -> str:
    return text.rstrip(" :")


def _together(cells: list[Cell]) -> list[list[Cell]]:
    """Cells of the margin by heading: one may take two or three lines."""
    groups: list[list[Cell]] = []
    for before, cell in pairwise([None, *cells]):
        if cell is None:
            continue
        near = before is not None and 0 <= cell.top - before.bottom < 0.9 * cell.size
        above = " ".join(c.text for c in groups[-1]) if groups else ""
        if near and before is not None and _same(before, cell) and is_one_heading(above, cell.text):
            groups[-1].append(cell)
        else:
            groups.append([cell])
    return groups


def is_one_heading(above: str, below: str) -> bool:
    """Whether two lines announce a section together, rather than one each."""
    other = below[:1].isupper() and heading_kind(_label(below)) not in (None, heading_kind(_label(above)))
    return heading_kind(_label(f"{above} {below}")) is not None and (not other or heading_kind(_label(above)) is None)


def _same(a: Cell, b: Cell) -> bool:
    return a.bold == b.bold and abs(a.size - b.size) < 0.6


def _are_headings(groups: list[list[Cell]], column: list[Row], edge: float) -> bool:
    texts = [" ".join(c.text for c in group) for group in groups]
    if not texts or len(texts) > _MOST or any(len(t) > 60 for t in texts):
        return False
    known = sum(heading_kind(_label(t)) is not None for t in texts)
    wide = [row for row in column if row.left < edge - 2 and row.cells[0].right >= edge - 2]
    return known * 2 >= len(texts) and len(wide) <= 0.35 * len(column) + 3
