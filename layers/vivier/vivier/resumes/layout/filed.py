"""Rows of entries as the tables of a file have them: Word, Writer and web pages say which cells stand in one row.

In a PDF the lines around the cells say it.
"""

from collections import defaultdict
from collections.abc import Iterable

from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Cell, Row, rows_of
from vivier.resumes.layout.table_cells import is_period, limited, middle_of, unwrapped
from vivier.resumes.wording.dates import find_ranges, is_piece, means_now, only_date

_MOST_LINES = 30
_LONGEST_DATE = 60
_ENDS = 2
_NEAR = 3.0
_Places = dict[int, list[Cell]]


def entry_rows(cells: Iterable[Cell]) -> list[list[Cell]]:
    """The rows of tables that are one entry each, from the top: one date of their own, or two ends of a period in cells
    beside each other ("From", "To"), with what it dates.

    Of tables within tables the innermost row that has a date counts.
    """
    rows: dict[int, _Places] = defaultdict(lambda: defaultdict(list))
    depths: dict[int, int] = {}
    for cell in cells:
        for depth, (row, place) in enumerate(cell.words[0].cells):
            rows[row][place].append(cell)
            depths[row] = depth
    taken: set[int] = set()
    found: list[list[Cell]] = []
    for number in sorted(rows, key=lambda n: -depths[n]):
        lines = [c for place in rows[number].values() for c in place]
        if not any(id(c) in taken for c in lines) and _is_entry(rows[number], lines):
            taken.update(map(id, lines))
            found.append(lines)
    return sorted(found, key=lambda row: min(c.top for c in row))


def _is_entry(places: _Places, lines: list[Cell]) -> bool:
    """Whether a table's row has several cells, no heading, and one period that fills a line or a cell, or two cells."""
    if len(places) < 2 or len(lines) > _MOST_LINES:
        return False
    if any(len(c.text) <= 60 and heading_kind(c.text) is not None for c in lines):
        return False
    return sum(map(_dates, places.values())) == 1 or _are_ends(places)


def _are_ends(places: _Places) -> bool:
    """Whether two cells beside each other hold nothing but the ends of one period, and no other has a date."""
    texts = [" ".join(c.text for c in sorted(places[n], key=lambda c: c.top)) for n in sorted(places)]
    dates = [only_date(t) if len(t) <= _LONGEST_DATE else None for t in texts]
    starts = [n for n, d in enumerate(dates) if d is not None and d.single and not means_now(texts[n])]
    told = sum(d is not None or means_now(text) for d, text in zip(dates, texts, strict=True))
    if len(texts) <= _ENDS or not starts or told != _ENDS:
        return False
    first = starts[0]
    return first + 1 < len(texts) and (first + 1 in starts or means_now(texts[first + 1]))


def _dates(lines: list[Cell]) -> int:
    """How many dates fill lines of a table's cell; one that goes over its lines counts once."""
    ordered = sorted(lines, key=lambda c: c.top)
    text = " ".join(c.text for c in ordered)
    if len(text) <= _LONGEST_DATE and only_date(text) is not None:
        return 1
    alone = [c for c in ordered if len(c.text) <= _LONGEST_DATE and only_date(c.text) is not None]
    begun = [c for c in ordered if c not in alone and is_piece(c.text) and find_ranges(c.text)]
    return len(alone) + len(begun)


def row_by_row(heading: list[Cell], body: list[Cell], filed: list[list[Cell]]) -> list[Row]:
    """The rows of a table whose entries its file tells: first lines of an entry as one row, then cell by cell the rest.

    What is of no entry is read before the one that it stands over.
    """
    places = [_by_place(row) for row in filed]
    edges = {n: min(c.left for row in places for c in row.get(n, [])) for n in {n for row in places for n in row}}
    limits = {
        n: min((edge for m, edge in edges.items() if m > n), default=max(c.right for c in body) + _NEAR) - _NEAR
        for n in edges
    }
    taken = {id(c) for row in filed for c in row}
    others = [c for c in body if id(c) not in taken]
    made, above = [], list(heading)
    for row, cells in zip(filed, places, strict=True):
        top = min(c.top for c in row)
        above += [c for c in others if middle_of(c) < top]
        others = [c for c in others if middle_of(c) >= top]
        made += rows_of(above) if above else []
        made += _entry(cells, limits)
        above = []
    return made + (rows_of(others) if others else [])


def _by_place(row: list[Cell]) -> _Places:
    """The cells of a table's row by their places in it, from the left."""
    depth = min(len(c.words[0].cells) for c in row)
    shared = [d for d in range(depth) if len({c.words[0].cells[d][0] for c in row}) == 1]
    places: _Places = defaultdict(list)
    for cell in sorted(row, key=lambda c: (c.words[0].cells[shared[-1]][1], c.top)):
        places[cell.words[0].cells[shared[-1]][1]].append(cell)
    return places


def _entry(places: _Places, limits: dict[int, float]) -> list[Row]:
    heads: list[Cell] = []
    dates: list[Row] = []
    rest: list[Row] = []
    for place, cells in places.items():
        text = " ".join(c.text for c in cells)
        if len(text) <= _LONGEST_DATE and only_date(text) is not None:
            heads.append(Cell([w for c in cells for w in c.words], text))
            continue
        first, *below = limited(list(unwrapped(rows_of(cells), limits[place])), limits[place])
        heads += first.cells
        for line in below:
            (dates if is_period(line.text) else rest).append(line)
    return [Row(heads, heads[0].words[0].page), *dates, *rest]
