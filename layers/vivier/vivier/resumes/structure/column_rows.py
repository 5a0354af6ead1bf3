"""The rows of a column, made ready to be cut into sections."""

import re
from collections.abc import Sequence
from dataclasses import replace

from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Cell, Row, one_paragraph

_FEW, _SEVERAL, _NEAR = 5, 2, 4.0
CONTACT = re.compile(r"[\w.+-]+\s?@\s?[\w-]+\.\w|(?:\+|\(0|\b0)\d[\d .()/-]{7,}\d")


def beside_name(column: Sequence[Row], heading: Row | None) -> int:
    """How many rows a later column begins with that are the person's contacts: above the page's first heading."""
    if heading is None or column[0].page != 1 or heading.page != 1 or heading_kind(column[0].text) is not None:
        return 0  # a column with a heading of its own needs none
    above = next((n for n, row in enumerate(column) if row.bottom > heading.top or _opens(row)), len(column))
    told = any(CONTACT.search(row.text) for row in column[:above])
    return above if told and above <= _FEW else 0


def _opens(row: Row) -> bool:
    """Whether a row of the column is the heading of what stands below it there, beside the summary or the name."""
    return len(row.cells) == 1 and heading_kind(row.text) not in (None, "contact", "links")


def parted_by_headings(column: list[Row]) -> list[list[Row]]:
    """The column, cut where one row has headings of several sections and each has its rows below it in its place."""
    for at, row in enumerate(column):
        kinds = [heading_kind(cell.text) for cell in row.cells]
        if len(set(kinds)) < _SEVERAL or None in kinds or row.bullet:
            continue
        lefts = [cell.left for cell in row.cells]
        rest = column[at + 1 :]
        below = rest[
            : next((n for n, r in enumerate(rest) if not _in_places(r, lefts) or r.page != row.page), len(rest))
        ]
        parts = [[_only(r, n, lefts) for r in (row, *below)] for n in range(len(lefts))]
        whole = [[r for r in part if r is not None] for part in parts]
        if all(len(part) > 1 for part in whole) and all(cell.bold or row.size > below[0].size for cell in row.cells):
            after = parted_by_headings(rest[len(below) :])
            return [part for part in ([*column[:at]], *whole, *after) if part]
    return [column]


def _in_places(row: Row, lefts: list[float]) -> bool:
    """Whether each cell begins at, or is set in from, the place of a heading, and ends before the next one."""
    ends = [*lefts[1:], float("inf")]
    return all(
        any(left - _NEAR <= cell.left and cell.right < end for left, end in zip(lefts, ends, strict=True))
        for cell in row.cells
    )


def _only(row: Row, place: int, lefts: list[float]) -> Row | None:
    """What of a row stands in one place."""
    end = lefts[place + 1] if place + 1 < len(lefts) else float("inf")
    cells = [c for c in row.cells if lefts[place] - _NEAR <= c.left < end - _NEAR]
    limit = min(row.limit, end - _NEAR) if row.limit else row.limit
    return replace(row, cells=cells, edge=lefts[place], limit=limit) if cells else None


def without_rules(column: list[Row]) -> list[Row]:
    """The rows without lines drawn with signs ("_____"); the white they stood in stays."""
    kept: list[Row] = []
    gap = 0.0
    for row in column:
        if len(row.text) >= 5 and not any(c.isalnum() for c in row.text) and len(set(row.text) - {" ", "\t"}) <= 2:
            gap += row.gap + row.bottom - row.top
            continue
        row.gap, gap = row.gap + gap, 0.0
        kept.append(row)
    return kept


def with_whole_headings(column: list[Row]) -> list[Row]:
    """The rows with headings made whole that a narrow column broke ("Expérience" / "professionnelle")."""
    made: list[Row] = []
    for row in column:
        above = made[-1] if made else None
        if above is None or not _ends_heading(above, row):
            made.append(row)
            continue
        words = [*above.words, *row.words]
        made[-1] = replace(above, cells=[Cell(words, f"{above.text} {row.text}")])
        made[-1].bottom = row.bottom
    return made


def _ends_heading(above: Row, row: Row) -> bool:
    if (
        len(above.cells) > 1
        or len(row.cells) > 1
        or row.bullet
        or above.page != row.page
        or one_paragraph(above.cells[0], row.cells[0]) is False
    ):
        return False
    if above.bold != row.bold or abs(above.size - row.size) > 0.3 or row.gap > 0.6 * row.size:
        return False
    kind = heading_kind(f"{above.text} {row.text}")
    return kind is not None and heading_kind(row.text) is None and heading_kind(above.text) in (None, kind)
