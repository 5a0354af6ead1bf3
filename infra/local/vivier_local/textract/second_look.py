"""A second look at the lines that hold an address: cut out, enlarged and softened, read alone.

Tesseract reads a page with the dictionaries of French and English, which know no address. Alone, without them and by
the English model, which is the larger one, each such line is read several times; what most readings have stands.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

from PIL import Image, ImageFilter, ImageOps

from vivier_local.textract.voting import PIECE_OF_ADDRESS, Agreed, Piece, agreed
from vivier_local.textract.words import Word

# Heights of the letters in pixels, and how far each enlarged line is softened.
LOOKS = ((44, 0.0), (44, 1.6), (30, 0.8), (36, 1.2), (24, 0.5))
MOST_LINES = 6  # each is read as often as there are looks, .17 s of processor a line
BORDER = 8
WIDEST = 4_000
LOST = re.compile(r"[©®]|\bmail|courriel|\b(?:com|example|exemple|fr|org|net)\b", re.IGNORECASE)
SURE, ALONE = 99.0, 75.0

# Words of pictures of one line each: text, confidence, left and right in pixels.
Seen = list[tuple[str, float, float, float]]
ReadLines = Callable[[list[Image.Image]], list[Seen]]


@dataclass(frozen=True, slots=True)
class _Cut:
    """A line, and the left edge of its picture and height of its letters in pixels of the page."""

    words: list[Word]
    left: float
    height: float
    picture: Image.Image


def looked_again(page: Image.Image, words: list[Word], read_lines: ReadLines) -> list[Word]:
    """The words with addresses as a second look has them; `page` upright and grey, as they are."""
    lines = [list(group) for _, group in groupby(words, key=lambda word: word.line)]
    again = [line for line in lines if _asks_for_it(line)][:MOST_LINES]
    if not again:
        return words
    slant = _slant(lines, page.size)
    cuts = [_cut(page, line, slant) for line in again]
    seen = read_lines([_looked(cut, high, soft) for cut in cuts for high, soft in LOOKS])
    better: dict[int, list[Word]] = {}
    for number, cut in enumerate(cuts):
        looks = seen[number * len(LOOKS) : (number + 1) * len(LOOKS)]
        better[id(cut.words)] = _better(cut, looks, page.width)
    return [word for line in lines for word in better.get(id(line), line)]


def _asks_for_it(line: list[Word]) -> bool:
    text = " ".join(word.text for word in line)
    return bool(PIECE_OF_ADDRESS.search(text) or LOST.search(text))


def _slant(lines: list[list[Word]], size: tuple[int, int]) -> float:
    """By how many pixels lines go down for each to the right."""
    width, height = size
    slopes = []
    for line in lines:
        first, last = line[0], line[-1]
        across = (last.left + last.right - first.left - first.right) / 2 * width
        if len(line) >= 3 and across > 0.15 * width:
            slopes.append((last.top + last.bottom - first.top - first.bottom) / 2 * height / across)
    return median(slopes) if len(slopes) >= 4 else 0.0


def _cut(page: Image.Image, line: list[Word], slant: float) -> _Cut:
    """The line's piece of the page, set straight."""
    width, height = page.size
    high = max(4.0, median((word.bottom - word.top) * height for word in line))
    left = max(0.0, min(word.left for word in line) * width - 1.2 * high)
    right = min(float(width), max(word.right for word in line) * width + 1.2 * high)
    middles = [
        (word.top + word.bottom) / 2 * height - slant * ((word.left + word.right) / 2 * width - left) for word in line
    ]
    top = median(middles) - 1.05 * high
    size = (max(8, round(right - left)), max(8, round(2.1 * high)))
    picture = page.transform(
        size, Image.Transform.AFFINE, (1, 0, left, slant, 1, top), Image.Resampling.BICUBIC, fillcolor=255
    )
    return _Cut(line, left, high, picture)


def _scale(cut: _Cut, high: int) -> float:
    return min(high / cut.height, WIDEST / cut.picture.width)


def _looked(cut: _Cut, high: int, soft: float) -> Image.Image:
    scale = _scale(cut, high)
    size = (max(8, round(cut.picture.width * scale)), max(8, round(cut.picture.height * scale)))
    enlarged = ImageOps.autocontrast(cut.picture.resize(size, Image.Resampling.LANCZOS), cutoff=1)
    if soft:
        enlarged = enlarged.filter(ImageFilter.GaussianBlur(soft))
    paper = int(median(enlarged.resize((60, 4), Image.Resampling.BOX).tobytes()))
    return ImageOps.expand(enlarged, BORDER, fill=paper)


def _better(cut: _Cut, looks: Sequence[Seen], width: int) -> list[Word]:
    def across(side: float) -> float:
        return (side - cut.left) / cut.height

    readings = [
        [Piece(word.text, word.confidence, across(word.left * width), across(word.right * width)) for word in cut.words]
    ]
    for seen, (high, _) in zip(looks, LOOKS, strict=True):
        unit = _scale(cut, high) * cut.height
        readings.append(
            [
                Piece(text, confidence, (left - BORDER) / unit, (right - BORDER) / unit)
                for text, confidence, left, right in seen
            ]
        )
    words = cut.words
    for one in agreed(readings):
        words = _with(words, one, cut, width)
    return words


def _with(words: list[Word], one: Agreed, cut: _Cut, width: int) -> list[Word]:
    """The line's words with what was agreed on in the place of those that stood there."""
    left, right = ((side * cut.height + cut.left) / width for side in (one.left, one.right))
    inside = [word for word in words if left <= (word.left + word.right) / 2 <= right]
    model = max(inside or words, key=lambda word: word.right - word.left)
    pieces = one.text.split()
    step = (right - left) / len(one.text)
    placed, at = [], 0
    for piece in pieces:
        start = left + step * at
        at += len(piece) + 1
        placed.append(
            replace(
                model,
                text=piece,
                confidence=round((SURE if one.readings > 2 else ALONE) * one.agreement, 1),
                left=start,
                right=start + step * len(piece),
            )
        )
    before = [word for word in words if word not in inside and (word.left + word.right) / 2 < left]
    behind = [word for word in words if word not in inside and (word.left + word.right) / 2 >= left]
    return [*before, *placed, *behind]
