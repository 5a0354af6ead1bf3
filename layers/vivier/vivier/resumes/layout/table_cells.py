"""The cells of one row of a table, each of several lines, as rows to read: first lines together, then cell by cell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vivier.resumes.layout.lines import Cell, Row, one_paragraph, rows_of
from vivier.resumes.wording.dates import ends_with_month, is_piece, only_date
from vivier.resumes.wording.opinions import employer_score, title_score
from vivier.resumes.wording.tasks import opens_anew

_NEAR = 3.0


@dataclass(slots=True)
class Column:
    """What stands between two gutters; `limit`: where its lines are wrapped; `tells`: it only describes."""

    left: float
    right: float
    limit: float
    cells: list[Cell]
    tells: bool = False


def middle_of(cell: Cell) -> float:
    return (cell.top + cell.bottom) / 2


def is_period(text: str) -> bool:
    date = only_date(text) if len(text) <= 60 else None
    whole = date is not None and not date.single and not date.open
    return whole and not ends_with_month(text) and text[-1:] not in "-–—" and text.count("(") <= text.count(")")


def entry_of(columns: list[Column], wide: list[Cell], top: float, bottom: float) -> list[Row]:
    """The rows of one entry: the first lines of its cells as one row, then cell by cell what goes on."""
    heads: list[Cell] = []
    dates: list[Row] = []
    rest: list[Row] = []
    told: list[Row] = []
    page = columns[0].cells[0].words[0].page
    for column in columns:
        lines = rows_of([c for c in column.cells if top <= middle_of(c) < bottom]) if column.cells else []
        if not lines:
            continue
        if column.tells:
            told += limited(lines, column.limit)
            continue
        lines = list(unwrapped(lines, column.limit))
        if lines[0].top <= top + _NEAR + 0.8 * lines[0].size or len(lines) == 1:
            heads += lines.pop(0).cells
        for line in limited(lines, column.limit):
            (dates if is_period(line.text) else rest).append(line)
    across = rows_of([c for c in wide if top <= middle_of(c) < bottom])
    return [*([Row(heads, page)] if heads else []), *dates, *rest, *told, *across]


def limited(rows: list[Row], limit: float) -> list[Row]:
    for row in rows:
        row.limit = limit
    return rows


def _glued(above: str, below: str) -> str:
    """Two lines of a cell as one text; a hyphen before a small letter only parted a word."""
    if not re.search(r"\w-$", above):
        return f"{above} {below}"
    return (above[:-1] if below[:1].islower() and above[-2].isalpha() else above) + below


def unwrapped(lines: list[Row], limit: float) -> Iterator[Row]:
    """The lines of a cell, those joined that its width had broken."""
    held = lines[0]
    for line in lines[1:]:
        if _goes_on(held, line, limit):
            bottom = line.bottom
            text = _glued(held.text, line.text)
            held = Row([Cell([*held.words, *line.words], text)], held.page)
            held.bottom = bottom
            continue
        yield held
        held = line
    yield held


def _goes_on(above: Row, below: Row, limit: float) -> bool:
    """Whether a line of a cell is the end of the one above, whose words left no room for its first."""
    if above.bullet or below.bullet or len(above.cells) > 1 or len(below.cells) > 1:
        return False
    last, first = above.words[-1], below.words[0]
    if above.bold != below.bold or abs(above.size - below.size) > 0.6 or below.top - last.bottom > 0.7 * below.size:
        return False
    if is_piece(above.text) != is_piece(below.text) or is_period(above.text) or is_period(below.text):
        return is_piece(below.text) and bool(re.search(r"\d|-$|–$", above.text)) and not is_period(above.text)
    if not is_piece(above.text):
        told = one_paragraph(above.cells[-1], below.cells[0])
        fits = last.right + first.right - first.left + 0.25 * first.size < limit - _NEAR
        if fits if told is None else not told:
            return False
        return not _are_two(above.text, below.text) and not opens_anew(above.text, below.text)
    return True


def _are_two(above: str, below: str) -> bool:
    """Whether two lines name a post and an employer, each by itself."""
    one, other = title_score(above) - employer_score(above), title_score(below) - employer_score(below)
    return one * other < 0 and min(abs(one), abs(other)) >= 0.6
