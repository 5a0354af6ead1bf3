"""Several studies of one row, each with its date: "(2006) BP Électricien, CFA de Muret — (2004) BEP, même CFA"."""

import re
from dataclasses import replace
from itertools import pairwise

from vivier.resumes.layout.lines import Cell, Row, strip_bullet
from vivier.resumes.layout.wrapped import kept
from vivier.resumes.wording.dates import find_ranges, without_ranges
from vivier.resumes.wording.opinions import degree_score, school_score

_SIGN = re.compile(r"\s+[–—|•·/-]\s+|\s?[;•|]\s+|\.\s+(?=[A-ZÀ-Ý(\d])|\t")
_COMMA, _ENDS_NAME = re.compile(r",\s+"), re.compile(r"[,;(]|\b(?:19|20)\d\d")
_NAMES = re.compile(r"[,:(]\s?")
_LEAST, _LONGEST, _DEGREE, _SCHOOL = 2, 260, 0.8, 0.8
_EDGES = " .,:;()\t"


def with_a_row_each(rows: list[Row]) -> list[Row]:
    """The rows, with each study of those that hold several in a row of its own."""
    return [one for row in rows for one in _apart(row)]


def _apart(row: Row) -> list[Row]:
    text = strip_bullet(row.text) if row.bullet else row.text
    pieces = _pieces(text) if len(text) <= _LONGEST else []
    if len(pieces) < _LEAST or len({edge for piece in pieces for edge in [_dated_at(piece)]}) > 1:
        return [row]
    if _dated_at(pieces[0]) is None or not all(_names_degree(piece) for piece in pieces):
        return [row]
    made = [kept(replace(row), [Cell(row.words, piece)]) for piece in pieces]
    for one in made:
        one.text, one.bullet = one.cells[0].text, False
    return made


def _pieces(text: str) -> list[str]:
    """A text cut at each sign that stands in no period, where a date stands on both sides of it."""
    ranges = find_ranges(text)
    if len(ranges) < _LEAST:
        return []
    found = [*_SIGN.finditer(text), *(m for m in _COMMA.finditer(text) if _opens_degree(text[m.end() :]))]
    found.sort(key=lambda m: m.start())
    signs = [m for m in found if not any(r.begin < m.end() and m.start() < r.finish for r in ranges)]
    cuts: list[re.Match[str]] = []
    for sign in signs:
        since = cuts[-1].end() if cuts else 0
        if any(since <= r.begin < sign.start() for r in ranges) and any(r.begin >= sign.end() for r in ranges):
            cuts.append(sign)
    bounds = [0, *(at for cut in cuts for at in (cut.start(), cut.end())), len(text)]
    return [text[a:b].strip(" \t") for a, b in list(pairwise(bounds))[::2]]


def _dated_at(piece: str) -> str | None:
    """At which edge of a piece its one date stands, or between a degree and its school."""
    ranges = find_ranges(piece)
    if len(ranges) != 1:
        return None
    if not piece[: ranges[0].begin].strip(_EDGES):
        return "start"
    behind = piece[ranges[0].finish :].strip(_EDGES)
    if not behind:
        return "end"
    return "inside" if _opens_degree(piece) and school_score(_NAMES.split(behind)[0]) >= _SCHOOL else None


def _opens_degree(text: str) -> bool:
    return degree_score(_ENDS_NAME.split(text)[0].strip()) >= 1


def _names_degree(piece: str) -> bool:
    names = _NAMES.split(without_ranges(piece, find_ranges(piece)).strip(_EDGES))
    return any(degree_score(name) >= _DEGREE for name in names)
