"""Tables whose cells a PDF page parts by drawn lines: the row and the place in it of each word."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from vivier.resumes.parsers.blocks import Word
from vivier.resumes.parsers.paper import MOST_OF_ROW
from vivier.resumes.parsers.pdf_pictures import Sides

Rule = tuple[float, float, float]  # where a line stands, from where, to where

THIN = 2.5
_LEAST_LENGTH = 8.0
_MOST_RULES, _MOST_FIELDS = 1_200, 4_000
_SAME, _TOUCH = 2.5, 3.0
_LEAST_LINES = 3  # of two columns, or of two rows


def rules_of(drawn: Iterable[Sides]) -> tuple[list[Rule], list[Rule]]:
    """The lines down and the lines across among what is drawn; a line is an area that is hardly wide."""
    down: list[Rule] = []
    across: list[Rule] = []
    for left, top, right, bottom in drawn:
        if right - left <= THIN < _LEAST_LENGTH <= bottom - top:
            down.append(((left + right) / 2, top, bottom))
        elif bottom - top <= THIN < _LEAST_LENGTH <= right - left:
            across.append(((top + bottom) / 2, left, right))
    return down, across


def with_cells(words: list[Word], drawn: Sequence[Sides], first: int) -> list[Word]:
    """The words with the row, numbered from `first`, and the place of the cell around them, where lines draw tables."""
    down, across = rules_of(drawn)
    if min(len(down), len(across)) < _LEAST_LINES or len(down) + len(across) > _MOST_RULES:
        return words
    made = list(words)
    for grid in _grids(down, across):
        first = _placed(made, grid, first)
    return made


class _Grid:
    """The fields between the lines of one table; those with no line between them are one cell."""

    def __init__(self, down: list[Rule], across: list[Rule]) -> None:
        self.xs, self.ys = _lines(down), _lines(across)
        self.columns, self.rows = len(self.xs) - 1, len(self.ys) - 1
        self._home = list(range(self.columns * self.rows))
        middles = [(a + b) / 2 for a, b in pairwise(self.xs)]
        heights = [(a + b) / 2 for a, b in pairwise(self.ys)]
        walls = {(n, row) for x, a, b in down for n in [_near(self.xs, x)] for row in _covered(heights, a, b)}
        floors = {(n, column) for y, a, b in across for n in [_near(self.ys, y)] for column in _covered(middles, a, b)}
        for row in range(self.rows):
            for column in range(self.columns):
                if column + 1 < self.columns and (column + 1, row) not in walls:
                    self._join(row, column, row, column + 1)
                if row + 1 < self.rows and (row + 1, column) not in floors:
                    self._join(row, column, row + 1, column)

    def _join(self, row: int, column: int, other_row: int, other: int) -> None:
        one, two = self.cell(row, column), self.cell(other_row, other)
        self._home[max(one, two)] = min(one, two)

    def cell(self, row: int, column: int) -> int:
        """The first field of the cell that a field belongs to."""
        at = row * self.columns + column
        while self._home[at] != at:
            at = self._home[at]
        return at

    def field(self, word: Word) -> int | None:
        """The first field of the cell that a word stands in; None outside the table."""
        column = bisect_right(self.xs, (word.left + word.right) / 2) - 1
        row = bisect_right(self.ys, (word.top + word.bottom) / 2) - 1
        inside = 0 <= column < self.columns and 0 <= row < self.rows
        return self.cell(row, column) if inside else None


def _grids(down: list[Rule], across: list[Rule]) -> list[_Grid]:
    """The tables of a page: lines that touch each other, several both ways."""
    groups: list[tuple[set[Rule], set[Rule]]] = []
    for line in across:
        y, begin, end = line
        verticals = {r for r in down if begin - _TOUCH <= r[0] <= end + _TOUCH and r[1] - _TOUCH <= y <= r[2] + _TOUCH}
        horizontals, others = {line}, []
        for group in groups if verticals else ():
            if group[0] & verticals:
                verticals |= group[0]
                horizontals |= group[1]
            else:
                others.append(group)
        groups = [*others, (verticals, horizontals)] if verticals else groups
    sizes = [(len(_lines(verticals)), len(_lines(horizontals))) for verticals, horizontals in groups]
    return [
        _Grid(list(verticals), list(horizontals))
        for (verticals, horizontals), size in zip(groups, sizes, strict=True)
        if min(size) >= _LEAST_LINES and size[0] * size[1] <= _MOST_FIELDS
    ]


def _lines(rules: Iterable[Rule]) -> list[float]:
    """Where lines stand, each once."""
    made: list[float] = []
    for at in sorted(rule[0] for rule in rules):
        if not made or at - made[-1] > _SAME:
            made.append(at)
    return made


def _near(lines: list[float], at: float) -> int:
    return min(range(len(lines)), key=lambda n: abs(lines[n] - at))


def _covered(middles: list[float], begin: float, end: float) -> range:
    """The fields whose middles a line passes."""
    return range(bisect_right(middles, begin), bisect_right(middles, end))


def _placed(words: list[Word], grid: _Grid, first: int) -> int:
    """Puts row and place into the words that stand in a table, and returns the number of the next row.

    A cell of many lines beside several rows is of none of them, as in the tables of a file.
    """
    held: dict[int, list[int]] = {}
    for index, word in enumerate(words):
        if (at := grid.field(word)) is not None:
            held.setdefault(at, []).append(index)
    apart = first + grid.rows
    for at, inside in held.items():
        row, place = divmod(at, grid.columns)
        number = first + row
        reach = sum(grid.cell(below, place) == at for below in range(row, grid.rows))
        if reach > 1 and len({round(words[n].top) for n in inside}) > MOST_OF_ROW * reach:
            number, place, apart = apart, 0, apart + 1
        for n in inside:
            words[n] = replace(words[n], cells=((number, place),))
    return apart
