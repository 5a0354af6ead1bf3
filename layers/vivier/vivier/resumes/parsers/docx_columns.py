"""Columns of a section of Word: read one after the other; a column of dates stands beside what it dates."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml import etree

from vivier.resumes.parsers.docx_styles import attribute, child, local
from vivier.resumes.parsers.paper import Cell, Item, Paragraph, Row

_DATE = re.compile(r"(?:\d{1,2}(?:er)?\s)?[^\d]{0,24}(?:\d{1,2}[/.])?(?:19|20)\d\d\b[^|@]{0,28}")
_LEAST = 2
_NARROW = 0.28


def column_break(element: etree._Element) -> str:
    """Where an element of a body breaks its column: "before" its text, "behind" it, or "" nowhere."""
    if local(element) != "p":
        return ""
    said = False
    for inner in element.iter():
        if local(inner) == "br" and attribute(inner, "type") == "column":
            return "behind" if said else "before"
        said = said or (local(inner) == "t" and bool((inner.text or "").strip()))
    return ""


def ends_section(element: etree._Element) -> bool:
    """Whether an element of a body is the last paragraph of its section."""
    return local(element) == "p" and child(child(element, "pPr"), "sectPr") is not None


def laid_out(columns: Sequence[list[Item]]) -> Iterator[Item]:
    """The items of a section whose columns were broken by hand."""
    rows = with_dates_beside(columns)
    if rows:
        yield from rows
        return
    for column in columns:
        yield from column


def with_dates_beside(columns: Sequence[list[Item]]) -> list[Item]:
    """Of two columns of which one holds dates only, each date as a row with what it dates; else none."""
    if len(columns) == _LEAST:
        for dates, others, at in ((columns[0], columns[1], 0), (columns[1], columns[0], 1)):
            dated = [n for n, item in enumerate(dates) if isinstance(item, Paragraph) and item.text.strip()]
            if len(dated) >= _LEAST and all(_is_date(dates[n]) for n in dated):
                return list(_beside([dates[n] for n in dated], dated, others, at))
    return []


def _is_date(item: Item) -> bool:
    return isinstance(item, Paragraph) and bool(_DATE.fullmatch(item.text.strip()))


def _beside(dates: list[Item], lines: list[int], others: list[Item], at: int) -> Iterator[Item]:
    """A row for each date with what it dates, in the order that the columns have."""
    starts = _starts(others, len(dates)) or [min(line, len(others)) for line in lines]
    yield from others[: starts[0]]
    for date, (start, end) in zip(dates, pairwise([*starts, len(others)]), strict=True):
        cells = [Cell(_NARROW, [date]), Cell(1 - _NARROW, others[start:end])]
        yield Row(cells if at == 0 else cells[::-1])


def _starts(items: list[Item], count: int) -> list[int]:
    """Where as many entries begin as there are dates: at bold lines under others, or below empty lines."""
    bold, apart = [], []
    for n, item in enumerate(items):
        before = items[n - 1] if n else None
        if not _text(item):
            continue
        if _is_bold(item) and (before is None or not _is_bold(before)):
            bold.append(n)
        if before is None or not _text(before):
            apart.append(n)
    return next((found for found in (bold, apart) if len(found) == count), [])


def _text(item: Item) -> str:
    return item.text.strip() if isinstance(item, Paragraph) else ""


def _is_bold(item: Item) -> bool:
    runs = [run for run in item.runs if run.text.strip()] if isinstance(item, Paragraph) else []
    return bool(runs) and all(run.bold for run in runs)
