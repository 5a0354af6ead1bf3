"""Names of studies that stand on two rows: the school behind "au" below the degree, and degrees that a column broke."""

import re
from dataclasses import replace

from vivier.resumes.boundaries import look
from vivier.resumes.dates import find_ranges
from vivier.resumes.lines import Cell, Row
from vivier.resumes.opinions import UNFINISHED, degree_score, school_score
from vivier.resumes.sentences import is_sentence
from vivier.resumes.undated_studies import SHORT

_WHERE = re.compile(r"(?:[Aa]u|[ÀàAa] l['’]|[ÀàAa] la|[Aa]t(?: the)?)\s?(?=[\w«\"])")
_NARROW = 0.78


def with_whole_names(rows: list[Row]) -> list[Row]:
    """The rows with the school on a line of its own behind "au", and with names of degrees that a column broke."""
    widest = max((row.right - row.left for row in rows), default=0.0)
    made: list[Row] = []
    for at, row in enumerate(rows):
        above = made[-1] if made else None
        after = rows[at + 1] if at + 1 < len(rows) else None
        if above is None or not (_says_where(above, row) or _ends_degree(above, row, after, widest)):
            made.append(row)
            continue
        cell = above.cells[-1]
        whole = Cell([*cell.words, *row.words], f"{cell.text} {row.text}", cell.told)
        made[-1] = replace(above, cells=[*above.cells[:-1], whole])
        made[-1].left, made[-1].top, made[-1].bottom, made[-1].gap = above.left, above.top, row.bottom, above.gap
    return made


def _says_where(above: Row, row: Row) -> bool:
    """Whether a row says at which school what stands above it was taken: "Au lycée Hannibal"."""
    told = _WHERE.match(row.text)
    near = row.page == above.page and row.gap < row.size and not row.bullet and len(row.text) <= SHORT
    named = told is not None and school_score(row.text[told.end() :].split(",")[0]) >= 1
    return near and named and degree_score(above.plain) >= 0.8 and not is_sentence(above.plain)


def _ends_degree(above: Row, row: Row, after: Row | None, widest: float) -> bool:
    """Whether a row goes on with the degree above it: set alike and otherwise than what follows, and that was wide."""
    if len(above.cells) > 1 or len(row.cells) > 1 or above.bullet or row.bullet or after is None:
        return False
    broken = UNFINISHED.search(above.plain) is not None
    alike = look(above) == look(row) and (broken or look(row) != look(after)) and abs(above.left - row.left) < 3
    full = broken or above.right - above.left >= _NARROW * widest
    near = row.gap < 0.55 * row.size and row.page == above.page and full
    if not alike or not near or find_ranges(above.text) or find_ranges(row.text):
        return False
    return degree_score(above.plain) >= 1 and max(degree_score(row.plain), school_score(row.plain)) < 0.5
