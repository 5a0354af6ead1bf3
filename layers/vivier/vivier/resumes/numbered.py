"""Entries that whoever wrote the CV numbered: "1. Bachelor of Science", "2. Mbale High School"."""

import re

from vivier.resumes.lines import Cell, Row
from vivier.resumes.wrapped import kept

_NUMBER = re.compile(r"(\d{1,2})\s?[.)]\s*(?=[^\W\d_])")
_LEAST = 2
_APART = 2.0  # of a letter's size: the white above an entry


def without_numbers(rows: list[Row]) -> list[Row]:
    """The rows without numbers that count on from 1, each with white above it, since a number opens an entry."""
    at: dict[int, int] = {}
    for index, row in enumerate(rows):
        match = _NUMBER.match(row.cells[0].text)
        if match and int(match[1]) == len(at) + 1:
            at[index] = match.end()
    if len(at) < _LEAST:
        return rows
    return [_opening(row, at[index]) if index in at else row for index, row in enumerate(rows)]


def _opening(row: Row, start: int) -> Row:
    first = row.cells[0]
    made = kept(row, [Cell(first.words, first.text[start:], first.told), *row.cells[1:]])
    made.refresh()
    made.gap = max(row.gap, _APART * row.size)
    return made
