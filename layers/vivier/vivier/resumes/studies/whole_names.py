"""Names of degrees that a narrow column broke over two rows."""

import re
from dataclasses import replace

from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.posts.boundaries import look
from vivier.resumes.wording.dates import find_ranges
from vivier.resumes.wording.opinions import UNFINISHED, degree_score, school_score

_NARROW = 0.78


def with_whole_names(rows: list[Row]) -> list[Row]:
    """The rows with the names of degrees that a column broke made whole."""
    widest = max((row.right - row.left for row in rows), default=0.0)
    made: list[Row] = []
    for at, row in enumerate(rows):
        above = made[-1] if made else None
        after = rows[at + 1] if at + 1 < len(rows) else None
        if above is not None and _hyphened(above, row):
            made[-1] = _joined(above, row, "")
            continue
        if above is None or not _ends_degree(above, row, after, widest):
            made.append(row)
            continue
        made[-1] = _joined(above, row, " ")
    return made


def _joined(above: Row, row: Row, between: str) -> Row:
    cell = above.cells[-1]
    whole = Cell([*cell.words, *row.words], f"{cell.text}{between}{row.text}", cell.told)
    joined = replace(above, cells=[*above.cells[:-1], whole])
    joined.left, joined.top, joined.bottom, joined.gap = above.left, above.top, row.bottom, above.gap
    return joined


def _hyphened(above: Row, row: Row) -> bool:
    """Whether a name's hyphen stands at a row's end: "Cefedem Rhône-" / "Alpes, 2018"."""
    alone = len(above.cells) == len(row.cells) == 1 and not row.bullet and row.text[:1].isupper()
    near = row.gap < 0.55 * row.size and (row.page, row.column) == (above.page, above.column)
    return alone and near and _HYPHEN.search(above.text) is not None and look(above) == look(row)


_HYPHEN = re.compile(r"[^\W\d_]{2}-$")


# What opens a row of its own under a degree: "en alternance", "mention bien", "with distinction".
_OF_ITS_OWN = re.compile(r"(?:en|par|avec|aux?|à|chez|dans|sous|obtenue?|mention|from|at|with|in|by|under)\b|.*:")


def _goes_on(row: Row) -> bool:
    """Whether a row opens small, with the next word of the name above it."""
    return row.text[:1].islower() and not _OF_ITS_OWN.match(row.text)


def _ends_degree(above: Row, row: Row, after: Row | None, widest: float) -> bool:
    """Whether a row goes on with the degree above it: set alike and otherwise than what follows, and that was wide."""
    if len(above.cells) > 1 or len(row.cells) > 1 or above.bullet or row.bullet or after is None:
        return False
    broken = UNFINISHED.search(above.plain) is not None or _goes_on(row)
    alike = look(above) == look(row) and (broken or look(row) != look(after)) and abs(above.left - row.left) < 3
    full = broken or above.right - above.left >= _NARROW * widest
    near = row.gap < 0.55 * row.size and row.page == above.page and full
    if not alike or not near or find_ranges(above.text) or find_ranges(row.text):
        return False
    return degree_score(above.plain) >= 1 and max(degree_score(row.plain), school_score(row.plain)) < 0.5
