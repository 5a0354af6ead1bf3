"""Entries that are numbered ("1. Bachelor of Science") or set as list items, with their periods below."""

import re
from collections.abc import Callable

from vivier.resumes.layout.lines import Cell, Row, strip_bullet
from vivier.resumes.layout.wrapped import kept
from vivier.resumes.wording.dates import find_ranges, only_date

_NUMBER = re.compile(r"\(?(\d{1,2}|[a-z](?=\))|[ivx]{1,5}(?=[.)]))\s?[.)]\s*(?=[^\W\d_])", re.IGNORECASE)
_LETTERS = "abcdefghijklmnopqrst"
_ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
_LEAST = 2
_MOSTLY, _NAMES = 0.6, 0.6
_APART = 2.0  # of a letter's size: the white above an entry


def without_marks(rows: list[Row], named: Callable[[str], float]) -> list[Row]:
    """The rows without the signs and numbers that stand before heads; `named`: how much a text names a role."""
    return without_signs_of_names(without_numbers(without_signs_of_houses(without_signs(rows))), named)


def without_numbers(rows: list[Row]) -> list[Row]:
    """The rows without numbers or letters that count on from 1, each with white above it: a number opens an entry."""
    at: dict[int, int] = {}
    for index, row in enumerate(rows):
        match = _NUMBER.match(row.cells[0].text)
        if match and match[1].lower() in (str(len(at) + 1), *_LETTERS[len(at) :][:1], *_ROMAN[len(at) :][:1]):
            at[index] = match.end()
    if len(at) < _LEAST:
        return rows
    return [_opening(row, at[index]) if index in at else row for index, row in enumerate(rows)]


def without_signs(rows: list[Row]) -> list[Row]:
    """The rows without the list sign that stands before each head, when a period stands right below each."""
    dated = [n for n, row in enumerate(rows) if only_date(row.plain.replace("\t", " ")) is not None]
    heads = [next((i for i in (n - 1, n - 2) if i >= 0 and rows[i].bullet), None) for n in dated]
    signed = [at for at in heads if at is not None]
    if len(dated) < _LEAST or signed[:1] != [0] or len(set(signed)) < len(dated):
        return rows
    if any(n - at == 2 and rows[at + 1].left <= rows[at].left for n, at in zip(dated, signed, strict=True)):
        return rows  # what stands between sign and period is no second line of the head
    return [_unsigned(row) if n in signed else row for n, row in enumerate(rows)]


def without_signs_of_houses(rows: list[Row]) -> list[Row]:
    """The rows without list signs, where each stands before a row without a period and right over one that has it.

    "* MV Halden, Moorby Ferries" / "  Deckhand, 04/2022 - present" / "    mooring, night watch".
    """
    signed = [n for n, row in enumerate(rows) if row.bullet]
    if len(signed) < _LEAST or signed[0] != 0 or signed[-1] == len(rows) - 1:
        return rows
    over = all(not find_ranges(rows[n].text) and _has_period(rows[n + 1]) for n in signed)
    return [_unsigned(row) if row.bullet else row for row in rows] if over else rows


def _has_period(row: Row) -> bool:
    return not row.bullet and any(not period.single for period in find_ranges(row.text))


def without_signs_of_names(rows: list[Row], named: Callable[[str], float]) -> list[Row]:
    """The rows without the list signs before periods and the names right below them, where both stand in a list.

    "• 2019 - 2021" / "• Baker" / "• baked bread": what is below the periods must name roles, or be the only bold items.
    """
    dated = [n for n, row in enumerate(rows) if row.bullet and only_date(row.plain.replace("\t", " ")) is not None]
    below = [n + 1 for n in dated if n + 1 < len(rows) and rows[n + 1].bullet and n + 1 not in dated]
    if len(below) < _LEAST or len(below) < _MOSTLY * len(dated):
        return rows
    others = [row for n, row in enumerate(rows) if row.bullet and n not in below and n not in dated]
    set_apart = all(rows[n].bold for n in below) and not any(row.bold for row in others)
    if not set_apart and sum(named(rows[n].plain) >= _NAMES for n in below) < _MOSTLY * len(below):
        return rows
    return [_unsigned(row) if n in dated or n in below else row for n, row in enumerate(rows)]


def _unsigned(row: Row) -> Row:
    first, *others = row.cells
    text = strip_bullet(first.text)
    made = kept(row, [Cell(first.words, text, first.told), *others] if text or not others else others)
    made.bullet = False
    return made


def _opening(row: Row, start: int) -> Row:
    first = row.cells[0]
    made = kept(row, [Cell(first.words, first.text[start:], first.told), *row.cells[1:]])
    made.refresh()
    made.gap = max(row.gap, _APART * row.size)
    return made
