"""Lists that go on after what read like a heading: "Courses" under each study, "Web Development" among its items."""

from vivier.resumes.layout.lines import Row
from vivier.resumes.structure.contents import dated_rows
from vivier.resumes.text import fold

LISTS = ("experience", "education")
PARTS = frozenset({"certifications", "skills", "links", "languages", "interests", "summary", "contact", "unknown"})
_STEP = 0.3
_EDGE = 6.0


def is_part_of(heading: Row, rows: list[Row], above: Row, listed: list[Row]) -> bool | None:
    """Whether a heading and its rows are a part of an entry of the list above, since it goes on in them; None: may be.

    `above` heads the list of `listed`.
    """
    last = listed[-1] if listed else above
    if (heading.page, heading.column) != (last.page, last.column) and heading.page != last.page + 1:
        return False
    if not _is_less(heading, above):
        return False
    dated = dated_rows(listed)
    names = {_look(r) for i in dated for r in (*listed[max(0, i - 1) : i], *listed[i + 1 : i + 2])}
    dates = {_look(listed[i]) for i in dated}
    return any(_look(rows[i]) in dates and _near(rows, i) & names for i in dated_rows(rows)) or None


def _near(rows: list[Row], index: int) -> set[tuple[int, bool, bool, int]]:
    return {_look(row) for row in (*rows[max(0, index - 1) : index], *rows[index + 1 : index + 2])}


def label(row: Row) -> str:
    return fold(row.plain).strip(" :.")


def _is_less(heading: Row, above: Row) -> bool:
    """Whether a row is set less than the heading above: smaller, as a list item, without its bold or its capitals."""
    if heading.bullet or heading.size < above.size - _STEP:
        return True
    same = abs(heading.size - above.size) <= _STEP
    return same and ((above.bold and not heading.bold) or (_shouts(above) and not _shouts(heading)))


def _shouts(row: Row) -> bool:
    letters = [c for c in row.text if c.isalpha()]
    return bool(letters) and all(c.isupper() for c in letters)


def _look(row: Row) -> tuple[int, bool, bool, int]:
    return (round(row.size), row.bold, row.bullet, round(row.left / _EDGE))
