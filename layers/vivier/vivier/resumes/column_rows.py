"""The rows of a column, made ready to be cut into sections."""

import re
from collections.abc import Sequence
from dataclasses import replace

from vivier.resumes.headings import heading_kind
from vivier.resumes.lines import Cell, Row, one_paragraph

_FEW = 5
_CONTACT = re.compile(r"[\w.+-]+\s?@\s?[\w-]+\.\w|(?:\+|\(0|\b0)\d[\d .()/-]{7,}\d")


def beside_name(column: Sequence[Row], heading: Row | None) -> int:
    """How many rows a later column begins with that are the person's contacts: above the page's first heading."""
    if heading is None or column[0].page != 1 or heading.page != 1:
        return 0
    above = next((n for n, row in enumerate(column) if row.bottom > heading.top), len(column))
    told = any(_CONTACT.search(row.text) for row in column[:above])
    return above if told and above <= _FEW else 0


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
