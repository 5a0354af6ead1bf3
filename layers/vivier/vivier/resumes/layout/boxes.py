"""Pages of boxes: frames or shaded areas in a grid, each of which holds a section under its heading."""

from itertools import combinations

from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Cell, cells_of, rows_of
from vivier.resumes.layout.words import Panel, Word

_SLACK, _LEVEL = 2.0, 6.0
_FEWEST, _HEADED, _INSIDE = 3, 2, 0.7


def boxes_of(words: list[Word], panels: list[Panel]) -> list[Panel]:
    """The boxes of a page in reading order; none where they hold only a part of the text, or hardly a heading.

    Two of them stand side by side: boxes under each other are read well without them.
    """
    told = [panel for panel in panels if any(_holds(panel, word) for word in words)]
    boxes = [one for one in told if not any(other is not one and _contains(other, one) for other in told)]
    pairs = list(combinations(boxes, 2))
    if len(boxes) < _FEWEST or any(_overlap(*pair) for pair in pairs) or not any(_beside(*pair) for pair in pairs):
        return []
    *inside, outside = parted_words(words, boxes)
    headed = sum(map(_opens_with_heading, filter(None, inside)))
    return _in_order(boxes) if headed >= _HEADED and len(outside) <= (1 - _INSIDE) * len(words) else []


def parted_words(words: list[Word], boxes: list[Panel]) -> list[list[Word]]:
    """The words of each box, and those that stand in none."""
    parts: list[list[Word]] = [[] for _ in range(len(boxes) + 1)]
    for word in words:
        parts[_home(word, boxes)].append(word)
    return parts


def parted_cells(cells: list[Cell], boxes: list[Panel]) -> list[list[Cell]]:
    """The cells of each box, before them those above all boxes, and after them the rest."""
    first = min((box.top for box in boxes), default=0.0)
    parts: list[list[Cell]] = [[] for _ in range(len(boxes) + 2)]
    for cell in cells:
        parts[0 if cell.bottom <= first else _home(cell.words[0], boxes) + 1].append(cell)
    return parts


def _home(word: Word, boxes: list[Panel]) -> int:
    return next((n for n, box in enumerate(boxes) if _holds(box, word)), len(boxes))


def _holds(box: Panel, word: Word) -> bool:
    middle = (word.top + word.bottom) / 2
    return box.left - _SLACK <= word.left and word.right <= box.right + _SLACK and box.top <= middle <= box.bottom


def _contains(outer: Panel, box: Panel) -> bool:
    across = outer.left - _SLACK <= box.left and box.right <= outer.right + _SLACK
    return across and outer.top - _SLACK <= box.top and box.bottom <= outer.bottom + _SLACK


def _overlap(one: Panel, other: Panel) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    return across > _SLACK and min(one.bottom, other.bottom) - max(one.top, other.top) > _SLACK


def _beside(one: Panel, other: Panel) -> bool:
    return min(one.bottom, other.bottom) - max(one.top, other.top) > _LEVEL


def _opens_with_heading(words: list[Word]) -> bool:
    first = rows_of(cells_of(words))[0]
    return len(first.cells) == 1 and heading_kind(first.text) is not None


def _in_order(boxes: list[Panel]) -> list[Panel]:
    """Row by row: what begins level is read from the left."""
    rows: list[list[Panel]] = []
    for box in sorted(boxes, key=lambda b: b.top):
        if rows and box.top - rows[-1][0].top < _LEVEL:
            rows[-1].append(box)
        else:
            rows.append([box])
    return [box for row in rows for box in sorted(row)]
