"""What stands on a page as the cut into columns sees it: cells, and rows of cards across the area of all cards."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from vivier.resumes.layout.cards import Cards
from vivier.resumes.layout.filed import entry_rows
from vivier.resumes.layout.grids import rows_in_cells
from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.wording.dates import find_ranges, is_piece, only_date

_MOST_CONTACTS = 6
_LEAST_PILLS = 4
_LARGER, _HEADING, _MOST_HEADINGS, _SHARE = 1.15, 40, 16, 5
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w|^\+?[\d(][\d\s().-]{7,}$|\b(?:linkedin|github)\.com/")


@dataclass(slots=True)
class Item:
    """A cell with what the decision needs of it; or a `row` of a card, across the area of all cards."""

    cell: Cell
    left: float
    right: float
    top: float
    bottom: float
    heading: bool
    date: bool
    period: bool
    row: Row | None = None

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def item_of(cell: Cell) -> Item:
    text = cell.text
    short = len(text) <= 60
    return Item(
        cell,
        cell.left,
        cell.right,
        cell.top,
        cell.bottom,
        heading=short and heading_kind(text) is not None,
        date=short and (only_date(text) is not None or is_piece(text) or not any(c.isalpha() for c in text)),
        period=len(text) <= 90 and any(not r.single and r.start for r in find_ranges(text)),
    )


def set_like_headings(items: list[Item]) -> None:
    """Takes what is set like headings whose words we know, larger than the text, for headings ("Ground school")."""
    letters = Counter[float]()
    for item in items:
        letters[_size(item)] += len(item.cell.text)
    if not letters:
        return
    body = letters.most_common(1)[0][0]
    styles: dict[tuple[float, bool, bool], list[Item]] = {}
    for item in items:
        styles.setdefault((_size(item), item.cell.bold, item.cell.text.isupper()), []).append(item)
    for (size, _, _), alike in styles.items():
        told = sum(i.heading for i in alike)
        short = all(len(i.cell.text) <= _HEADING and not i.date and not i.period for i in alike)
        if size >= _LARGER * body and short and len(alike) <= _MOST_HEADINGS and told * _SHARE >= len(alike):
            for item in alike:
                item.heading = True


def _size(item: Item) -> float:
    return round(item.cell.size * 2) / 2


def join_contacts(items: list[Item]) -> None:
    """Makes the cells of a line of contacts one barrier to gutters: they are a row, however wide the white in it."""
    told = sorted((i for i in items if _is_contact(i.cell.text)), key=lambda i: i.middle)
    for before, item in pairwise(told):
        if not level(before, item):
            continue
        row = [i for i in items if level(i, item)]
        left, right = min(i.left for i in row), max(i.right for i in row)
        if len(row) <= _MOST_CONTACTS:
            for one in row:
                one.left, one.right = left, right


def _is_contact(text: str) -> bool:
    """Whether a cell is an address, a profile or a number; "2001-2004" is none."""
    return len(text) <= 60 and bool(_CONTACT.search(text)) and only_date(text) is None


def join_pills(items: list[Item]) -> None:
    """Makes words in frames, at equal distances, one barrier to gutters: they wrap as text does."""
    rows: list[list[Item]] = []
    for item in sorted(items, key=lambda i: (round(i.top), i.left)):
        if rows and abs(rows[-1][-1].top - item.top) < 1 and len(item.cell.text) <= 40 and not item.date:
            rows[-1].append(item)
        else:
            rows.append([item])
    for row in rows:
        gaps = [b.left - a.right for a, b in pairwise(row)]
        if len(row) >= _LEAST_PILLS and max(gaps) - min(gaps) < 2 and max(gaps) < 4 * row[0].cell.size:
            left, right = min(i.left for i in row), max(i.right for i in row)
            for one in row:
                one.left, one.right = left, right


def join_entries(items: list[Item]) -> None:
    """Makes the cells of a row that the file has as an entry one barrier to gutters."""
    of = {id(item.cell): item for item in items}
    for row in entry_rows(item.cell for item in items):
        left, right = min(c.left for c in row), max(c.right for c in row)
        for cell in row:
            of[id(cell)].left, of[id(cell)].right = left, right


def laid(cards: Cards) -> list[Item]:
    """The rows of cards as if each went across the area of all and stood below the one before."""
    left, top, right, bottom = cards.area
    step = (bottom - top) / len(cards.rows)
    tops = [top + step * n for n in range(len(cards.rows))]
    return [
        Item(row.cells[0], left, right, at, at + 0.9 * step, heading=False, date=False, period=False, row=row)
        for at, row in zip(tops, cards.rows, strict=True)
    ]


def rows_of_items(items: list[Item]) -> list[Row]:
    """The rows of a column; what stands above and below cards is read by itself."""
    rows: list[Row] = []
    held: list[Cell] = []
    for item in sorted(items, key=lambda i: i.middle) if any(i.row for i in items) else items:
        if item.row is None:
            held.append(item.cell)
            continue
        rows += rows_in_cells(held) if held else []
        rows.append(item.row)
        held = []
    return rows + (rows_in_cells(held) if held else [])


def level(a: Item, b: Item) -> bool:
    return abs(a.middle - b.middle) <= max(2.0, 0.3 * min(a.bottom - a.top, b.bottom - b.top))
