"""Running heads and feet: what a program prints at the edge of every page, numbered or dated, is no entry of a list."""

import re
from collections.abc import Mapping

from vivier.resumes.layout.lines import Cell
from vivier.resumes.model import PageSize
from vivier.resumes.text import fold

_EDGE = 0.09  # of the page's height, at the top and at the bottom
_LEVEL = 4.0
_NUMBER = re.compile(r"\d+")
_NUMBERED = re.compile(r"(?:(?:page|p\.?|seite)\s*)?(\d{1,2})\s*(?:/|of|sur|de|von)\s*(\d{1,2})")


def parted(pages: Mapping[int, list[Cell]], sizes: Mapping[int, PageSize]) -> tuple[dict[int, list[Cell]], list[Cell]]:
    """The cells of each page without those that run along its edges, and these.

    A head of the first page stays: there a letterhead says who the person is.
    """
    last = max((number for number, cells in pages.items() if cells), default=1)
    edges = {number: [c for c in cells if _at_edge(c, sizes[number])] for number, cells in pages.items()}
    told = [(_same(c.text), c.top, number) for number, cells in edges.items() for c in cells]
    running = {
        id(cell)
        for number, cells in edges.items()
        for cell in cells
        if _is_numbered(cell.text, number, last) or (_recurs(cell, number, told) and not _opens(cell, number, sizes))
    }
    kept = {number: [c for c in cells if id(c) not in running] for number, cells in pages.items()}
    return kept, [c for cells in pages.values() for c in cells if id(c) in running]


def _at_edge(cell: Cell, size: PageSize) -> bool:
    return cell.bottom < _EDGE * size.height or cell.top > (1 - _EDGE) * size.height


def _opens(cell: Cell, number: int, sizes: Mapping[int, PageSize]) -> bool:
    return number == min(sizes) and cell.bottom < _EDGE * sizes[number].height


def _same(text: str) -> str:
    """The text with its numbers made one, which count the pages."""
    return _NUMBER.sub("0", fold(text))


def _recurs(cell: Cell, number: int, told: list[tuple[str, float, int]]) -> bool:
    """Whether the same words stand at the same height of another page; a number alone is none."""
    same = _same(cell.text)
    if sum(c.isalpha() for c in same) < 3:
        return False
    return any(other == same and page != number and abs(top - cell.top) < _LEVEL for other, top, page in told)


def _is_numbered(text: str, number: int, last: int) -> bool:
    bare = fold(text).strip(" -–—|()[]·•")
    if bare.isdigit():
        return bare == str(number) and last > 1
    match = _NUMBERED.fullmatch(bare)
    return match is not None and (int(match[1]), int(match[2])) == (number, last) and last > 1
