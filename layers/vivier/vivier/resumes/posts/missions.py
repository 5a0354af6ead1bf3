"""Posts of freelancers that open with what each is: "Mission 09.2021 > 01.2023 — client final : Garos, via Halden"."""

import re

from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.layout.wrapped import kept
from vivier.resumes.wording.dates import find_ranges

_OPENS = re.compile(
    r"(?:missions?|assignment|contract|contrat|interventions?|prestation|engagement|gig|client project)"
    r"\s?(?:n°\s?|no\.?\s?|#\s?)?\d{0,2}\s?[:,–—-]?\s*",
    re.IGNORECASE,
)
_CLIENT = re.compile(
    r"(?<=[–—:|,>-])\s+(?:(?:final\s|end\s)?client|client\sfinal|bénéficiaire|donneur d['’]ordres?)\s?:\s*",
    re.IGNORECASE,
)
_THROUGH = re.compile(
    r",?\s\(?(?:via|port[ée]e? par|through|placed by|par l['’]intermédiaire de|en direct|en sous-traitance)\b[^\t]*$"
    r"|(?:,\s|\s\()direct\b[^\t]*$",  # "Kantéga, direct"; but "Air Direct" is a client's name
    re.IGNORECASE,
)
_LEAST = 2


def without_kinds_of_missions(rows: list[Row]) -> list[Row]:
    """The rows without what several open with before their period, and with the client alone of those behind it."""
    opened = {id(row): begin for row in rows if (begin := _opening(row))}
    if len(opened) < _LEAST:
        return rows
    return [_bare(row, opened[id(row)]) if id(row) in opened else row for row in rows]


def _opening(row: Row) -> int:
    """Where the period begins behind such a word; 0 where none does."""
    ranges = find_ranges(row.cells[0].text)
    before = row.cells[0].text[: ranges[0].begin] if ranges and not ranges[0].single else ""
    return len(before) if before and _OPENS.fullmatch(before) else 0


def _bare(row: Row, begin: int) -> Row:
    first = row.cells[0]
    cells = [Cell(first.words, first.text[begin:], first.told), *row.cells[1:]]
    last = cells[-1]
    text = _THROUGH.sub("", _CLIENT.sub(" ", last.text))
    cells[-1] = Cell(last.words, text, last.told) if text.strip() else last
    return kept(row, cells)
