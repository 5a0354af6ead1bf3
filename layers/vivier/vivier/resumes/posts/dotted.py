"""Rows of posts whose pieces end with full stops: "atelier garos, redon. soudeur. 2016-2019, en intérim."."""

import re

from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.layout.wrapped import kept
from vivier.resumes.wording.dates import find_ranges

_STOP = re.compile(r"(?<=[^\W_]{3})\.\s+(?=\w)|(?<=[^\W\d_]\))\.\s+(?=\w)|(?<=\d{4})\.\s+(?=\w)")
_LEAST, _MOST, _MOST_WORDS, _FEW = 3, 5, 8, 2


def with_dots_parted(rows: list[Row]) -> list[Row]:
    """The rows, with bars for the full stops between what names a post and its period, where several rows are so."""
    parted = [_parted(row) for row in rows]
    if sum(text is not None for text in parted) < _FEW:
        return rows
    return [row if text is None else kept(row, [Cell(row.words, text)]) for row, text in zip(rows, parted, strict=True)]


def _parted(row: Row) -> str | None:
    """The row's text with bars; None where it is not made of short pieces of which one is a period."""
    if len(row.cells) > 1:
        return None
    pieces = _STOP.split(row.text.strip().removesuffix("."))
    if not _LEAST <= len(pieces) <= _MOST or any(len(piece.split()) > _MOST_WORDS for piece in pieces):
        return None
    return " | ".join(pieces) if sum(map(_is_period, pieces)) == 1 else None


def _is_period(piece: str) -> bool:
    """Whether a piece opens with its only period, and says little beside it ("2016-2019, en intérim")."""
    ranges = find_ranges(piece)
    return len(ranges) == 1 and not piece[: ranges[0].begin].strip()
