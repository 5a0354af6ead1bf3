"""Words of a page, in points, from Textract-shaped Blocks."""

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, TypeAlias

from vivier.resumes.model import Box, PageSize
from vivier.resumes.text import clean

MAX_WORD = 200
MAX_WORDS_PAGE = 6_000
MAX_WORDS = 60_000
MAX_NESTED = 40

Block: TypeAlias = Mapping[str, Any]


@dataclass(slots=True, frozen=True)
class Word:
    """`left`, `top`, `right`, `bottom` in points, upright; `box` is where it stands on the page as it is.

    `paragraph` is the number of its paragraph and `cells` the rows and places of the
    tables' cells that it stands in, the outermost first, where the file says it.
    """

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool
    confidence: float
    box: tuple[float, float, float, float]
    paragraph: int | None = None
    cells: tuple[tuple[int, int], ...] = ()

    @property
    def height(self) -> float:
        return self.bottom - self.top


class Panel(NamedTuple):
    """The sides of a frame or shaded area, in points from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float


def words_by_page(blocks: Iterable[Block], sizes: Mapping[int, PageSize]) -> dict[int, list[Word]]:
    """The words of each page. A block that is no word, or has no place, is left out; so is what passes the caps."""
    pages: dict[int, list[Word]] = {number: [] for number in sizes}
    orphans = _lines_without_words(blocks)
    total = 0
    for block in blocks:
        if total >= MAX_WORDS:
            break
        if block.get("BlockType") == "WORD" or block.get("Id") in orphans:
            for word in _words(block, sizes):
                if len(pages[word.page]) < MAX_WORDS_PAGE:
                    pages[word.page].append(word)
                    total += 1
    return {number: accented(words) for number, words in pages.items()}


def panels_by_page(blocks: Iterable[Block], sizes: Mapping[int, PageSize]) -> dict[int, list[Panel]]:
    """The frames and shaded areas of each page, in points."""
    panels: dict[int, list[Panel]] = {number: [] for number in sizes}
    for block in blocks:
        number = block.get("Page", 1)
        if block.get("BlockType") != "PANEL" or number not in panels or (place := _place(block)) is None:
            continue
        left, top, width, height = place
        across, down = sizes[number].width, sizes[number].height
        panels[number].append(Panel(left * across, top * down, (left + width) * across, (top + height) * down))
    return panels


# Old fonts of LaTeX have accents of their own, which are set over the capital that they belong to.
_ACCENTS = {"´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "^": "\u0302", "¨": "\u0308", "˜": "\u0303", "¸": "\u0327"}
_ACCENTED = frozenset("ÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŸÑÁÍÓÚÃÕàâäçèéêëîïôöùûüÿñáíóúãõ")
_LEAN, _MOST_ACCENTS = 0.3, 100


def accented(words: list[Word]) -> list[Word]:
    """The words with accents that stand alone put on the letter which they are set over."""
    signs = [n for n, word in enumerate(words) if word.text in _ACCENTS][:_MOST_ACCENTS]
    made, taken = list(words), set[int]()
    for sign in signs:
        accent = words[sign]
        middle = (accent.left + accent.right) / 2
        for index, word in enumerate(words):
            lean = _LEAN * word.size
            beside = index == sign or abs(word.size - accent.size) > 0.1 * word.size
            if beside or not (word.left - lean < middle < word.right and _share_a_line(word, accent)):
                continue
            if (text := _with_accent(word, middle, _ACCENTS[accent.text])) is not None:
                made[index] = replace(word, text=text)
                taken.add(sign)
                break
    return [word for index, word in enumerate(made) if index not in taken]


def _share_a_line(word: Word, accent: Word) -> bool:
    return word.top < accent.bottom and accent.top < word.bottom


def _with_accent(word: Word, middle: float, accent: str) -> str | None:
    """A word with an accent on the letter below it: an acute one, but on a first letter, on an e."""
    at = max(0, int((middle - word.left) / (word.right - word.left) * len(word.text)))
    near = [n for n in (at, at + 1, at - 1) if 0 <= n < len(word.text)]
    for index in sorted(near, key=lambda n: word.text[n] not in "eE"):
        letter = unicodedata.normalize("NFC", word.text[index] + accent)
        if letter in _ACCENTED and (index == 0 or word.text[index] in "eE" or accent != _ACCENTS["´"]):
            return word.text[:index] + letter + word.text[index + 1 :]
    return None


def _lines_without_words(blocks: Iterable[Block]) -> set[object]:
    return {
        b.get("Id") for b in blocks if b.get("BlockType") == "LINE" and not _children(b) and b.get("Id") is not None
    }


def _children(block: Block) -> list[str]:
    relations = block.get("Relationships") or []
    if not isinstance(relations, list):
        return []
    return [i for r in relations if isinstance(r, dict) and r.get("Type") == "CHILD" for i in r.get("Ids") or []]


def _words(block: Block, sizes: Mapping[int, PageSize]) -> Iterable[Word]:
    number = block.get("Page", 1)
    size = sizes.get(number) if isinstance(number, int) else None
    place = _place(block)
    raw = block.get("Text")
    if size is None or place is None or not isinstance(raw, str):
        return
    left, top, width, height = place
    text = clean(raw[: MAX_WORD * 20])
    if not text:
        return
    style = block.get("Style")
    style = style if isinstance(style, Mapping) else {}
    points = _number(style.get("Size"))
    if points is None or not 2 <= points <= 200:
        points = max(2.0, min(200.0, height * size.height))
    confidence = min(1.0, max(0.0, (_number(block.get("Confidence")) or 0.0) / 100))
    step = width / len(text)
    at = 0
    for piece in text.split(" "):
        start, at = at, at + len(piece) + 1
        for cut, part in _without_leaders(piece):
            box = (left + step * (start + cut), top, step * len(part), height)
            yield Word(
                text=part,
                page=size.number,
                left=box[0] * size.width,
                top=top * size.height,
                right=(box[0] + box[2]) * size.width,
                bottom=(top + height) * size.height,
                size=points,
                bold=bool(style.get("Bold")),
                confidence=confidence,
                box=box,
                paragraph=_whole_number(style.get("Paragraph")),
                cells=_pairs(style.get("Cells")),
            )


# The dots that lead the eye to the far side of a line: "Halden House, Moorby.........2019 - 2021".
_LEADER = re.compile(r"\.{5,}|…{3,}|_{5,}")


def _without_leaders(piece: str) -> Iterable[tuple[int, str]]:
    """A word's parts beside its leaders, none longer than `MAX_WORD`, with where each begins in it."""
    ends = [(m.start(), m.end()) for m in _LEADER.finditer(piece)] if any(c.isalnum() for c in piece) else []
    begins = [0, *(end for _, end in ends)]
    for begin, finish in zip(begins, [*(start for start, _ in ends), len(piece)], strict=True):
        for cut in range(begin, finish, MAX_WORD):
            yield cut, piece[cut : min(cut + MAX_WORD, finish)]


def _pairs(value: object) -> tuple[tuple[int, int], ...]:
    pairs = []
    for pair in value[:MAX_NESTED] if isinstance(value, list | tuple) else ():
        row, place = map(_whole_number, pair) if isinstance(pair, list | tuple) and len(pair) == 2 else (None, None)
        if row is not None and place is not None:
            pairs.append((row, place))
    return tuple(pairs)


def _whole_number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _place(block: Block) -> tuple[float, float, float, float] | None:
    geometry = block.get("Geometry")
    bounds = geometry.get("BoundingBox") if isinstance(geometry, Mapping) else None
    if not isinstance(bounds, Mapping):
        return None
    values = [_number(bounds.get(key)) for key in ("Left", "Top", "Width", "Height")]
    if any(v is None for v in values):
        return None
    left, top, width, height = (min(1.0, max(0.0, v)) for v in values if v is not None)
    return left, top, max(1e-4, min(width, 1 - left)), max(1e-4, min(height, 1 - top))


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return float(value)


def union_box(words: Iterable[Word]) -> list[Box]:
    """One box per page around the words."""
    pages: dict[int, list[tuple[float, float, float, float]]] = {}
    for word in words:
        pages.setdefault(word.page, []).append(word.box)
    boxes = []
    for page, parts in sorted(pages.items()):
        left, top = min(p[0] for p in parts), min(p[1] for p in parts)
        right, bottom = max(p[0] + p[2] for p in parts), max(p[1] + p[3] for p in parts)
        boxes.append(
            Box(
                page=page,
                left=round(max(0.0, min(1.0, left)), 5),
                top=round(max(0.0, min(1.0, top)), 5),
                width=round(max(0.0, min(1.0, right - left)), 5),
                height=round(max(0.0, min(1.0, bottom - top)), 5),
            )
        )
    return boxes
