"""Places of a page where letters stand and nothing was read: seen from the strokes that no word covers.

Tesseract takes lines that stand close, a grey column or a band of another colour for no text, or reads them as one line
of nonsense. Cut out, dark on light and by themselves, most of them can be read.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from PIL import Image, ImageChops, ImageOps

from vivier_local.textract.cutting import dark_on_light
from vivier_local.textract.words import Word

# Words of pictures of a block each: (text, confidence, left, top, right, bottom, line), in pixels.
Block = list[tuple[str, float, float, float, float, float, int]]
ReadBlocks = Callable[[list[Image.Image]], list[Block]]
ADDRESS = re.compile(r"\w@\w")
CONTACT = re.compile(
    r"\w\s?[@©®]\s?\w|linked[il1|]n|github|www\.|https?:|(?<![\d/])[+0](?:[\s.()/-]{0,3}\d){8,13}(?!\d)", re.IGNORECASE
)
CELLS = 208  # across the page
# Of a word that is believed to cover what it stands on, and how many times the usual height at the most.
BELIEVED, SURE, HIGHEST = 60.0, 85.0, 1.9
STROKES = 0.13  # share of a cell that strokes cover
FAINTEST = 14
MOST, MOST_OF_PAGE = 4, 0.08
LEAST_CELLS = 7
LOWEST = 0.5  # contacts stand in the upper half
LETTERS = 30  # how high words are made
FIRST_BLOCK = 1_000
LEAST_HIGH = 1.5  # in cells


@dataclass(frozen=True, slots=True)
class Place:
    """In pixels of the page."""

    left: float
    top: float
    right: float
    bottom: float
    strokes: int

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)


def with_overlooked(page: Image.Image, words: list[Word], slant: float, read_blocks: ReadBlocks) -> list[Word]:
    """The words, and the addresses and numbers of places that were overlooked; what was doubtful there gives way.

    Where a mail address was seen, however badly, the lines beside it were, too.
    """
    if not words or any(ADDRESS.search(word.text) and word.top < LOWEST for word in words):
        return words
    places = overlooked(page, words)
    if not places:
        return words
    usual = median(word.bottom - word.top for word in words) * page.height
    scale = LETTERS / usual
    pictures = [_picture(page, place, usual, slant, scale) for place in places]
    added: list[Word] = []
    for number, (place, block) in enumerate(zip(places, read_blocks(pictures), strict=True)):
        left, top = place.left - usual, place.top - usual / 2
        told = {line for line in {word[-1] for word in block} if _is_contact([w[0] for w in block if w[-1] == line])}
        for text, confidence, *sides, line in block:
            if line not in told:
                continue
            x1, y1, x2, y2 = (side / scale for side in sides)
            down = slant * (x1 + x2) / 2
            added.append(
                Word(
                    text,
                    confidence,
                    (left + x1) / page.width,
                    (top + y1 + down) / page.height,
                    (left + x2) / page.width,
                    (top + y2 + down) / page.height,
                    (FIRST_BLOCK + number, 1, line),
                )
            )
    kept = [
        word
        for word in words
        if not any(_lies_on(word, other) and other.confidence > word.confidence for other in added)
    ]
    return [*kept, *(word for word in added if not any(_lies_on(word, other) for other in kept))]


def _is_contact(texts: list[str]) -> bool:
    return bool(CONTACT.search(" ".join(texts)))


def _picture(page: Image.Image, place: Place, usual: float, slant: float, scale: float) -> Image.Image:
    """A place with some room around it, set straight, dark on light."""
    left, top = place.left - usual, place.top - usual / 2
    size = (round(place.right - place.left + 2 * usual), round(place.bottom - place.top + usual))
    straight = page.transform(
        size, Image.Transform.AFFINE, (1, 0, left, slant, 1, top), Image.Resampling.BICUBIC, fillcolor=255
    )
    wanted = (max(8, round(size[0] * scale)), max(8, round(size[1] * scale)))
    return ImageOps.autocontrast(dark_on_light(straight).resize(wanted, Image.Resampling.LANCZOS), cutoff=1)


def _lies_on(one: Word, other: Word) -> bool:
    """Whether a word has most of the smaller one's room."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    least = min((word.right - word.left) * (word.bottom - word.top) for word in (one, other))
    return wide > 0 and high > 0 and wide * high > 0.4 * least


def overlooked(page: Image.Image, words: Sequence[Word]) -> list[Place]:
    """Where letters stand that no word covers, most strokes first; `page` upright and grey."""
    cell = max(2, round(page.width / CELLS / 2) * 2)
    seen = _strokes(page, cell)
    usual = median(word.bottom - word.top for word in words) * page.height
    left = _uncovered(seen, words, usual / page.height)
    places = [
        place
        for place in _places(left, cell, usual)
        if place.top < LOWEST * page.height and _is_text(place, cell, usual)
    ]
    places.sort(key=lambda place: -place.strokes)
    kept: list[Place] = []
    for place in places[:MOST]:
        if sum(other.area for other in (*kept, place)) <= MOST_OF_PAGE * page.width * page.height:
            kept.append(place)
    return kept


def _strokes(page: Image.Image, cell: int) -> Image.Image:
    """255 where a cell holds letters: what changes from left to right, which no rule does, by more than the grain."""
    half = page.reduce(2)
    differs = ImageChops.difference(half, ImageChops.offset(half, 2, 0))
    level = FAINTEST + 2 * _middle(differs)
    black = differs.point([255 * (grey > level) for grey in range(256)])
    return black.reduce(cell // 2).point([255 * (share > STROKES * 255) for share in range(256)])


def _middle(picture: Image.Image) -> int:
    held = 0
    for grey, count in enumerate(picture.histogram()):
        held += count
        if held * 2 >= picture.width * picture.height:
            return grey
    return 255


def _uncovered(seen: Image.Image, words: Sequence[Word], usual: float) -> Image.Image:
    left = seen.copy()
    width, height = seen.size
    for word in words:
        low = word.bottom - word.top <= HIGHEST * usual
        if word.confidence >= (BELIEVED if low else SURE):
            box = (
                int(word.left * width - 0.5),
                int(word.top * height - 0.5),
                int(word.right * width + 1.5),
                int(word.bottom * height + 1.5),
            )
            left.paste(0, box)
    return left


def _places(left: Image.Image, cell: int, usual: float) -> Iterator[Place]:
    """Cells that stand together, words and lines of one block."""
    width, height = left.size
    held = left.tobytes()
    reach = max(1, round(usual / cell))
    todo = {at for at, grey in enumerate(held) if grey}
    near = [(x, y) for y in range(-reach, reach + 1) for x in range(-2 * reach, 2 * reach + 1)]
    while todo:
        block, edge = [], [todo.pop()]
        while edge:
            at = edge.pop()
            block.append(at)
            row, column = divmod(at, width)
            for x, y in near:
                if 0 <= column + x < width and 0 <= row + y < height and (other := at + x + y * width) in todo:
                    todo.discard(other)
                    edge.append(other)
        columns, rows = [at % width for at in block], [at // width for at in block]
        if len(block) >= LEAST_CELLS and len(set(rows)) > 1:
            yield Place(
                min(columns) * cell, min(rows) * cell, (max(columns) + 1) * cell, (max(rows) + 1) * cell, len(block)
            )


def _is_text(place: Place, cell: int, usual: float) -> bool:
    """Whether a place is as wide as an address, and neither a rule nor the edge of a page or band."""
    wide, high = place.right - place.left, place.bottom - place.top
    return wide >= 5 * usual and high <= 4 * wide and high >= 0.6 * usual and place.strokes * cell > LEAST_HIGH * wide
