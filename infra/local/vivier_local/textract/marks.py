"""What is drawn among the words: bars that look like letters, and light letters on dark ground."""

from collections.abc import Iterator
from typing import NamedTuple

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps, ImageStat

from vivier_local.textract.words import Word

_INK = 255
# How much of the smallest box around its ink a bar fills, and a word of two letters never does.
SOLID = 0.86
LETTERS, LONG = 2, 1.6
# Pixels that one cell of the coarse picture stands for, the lightest grey that may be ground and letters there, the
# least height and width of a ground in cells, how much wider than high it is unless it is large, and how much of the
# box around it must be dark.
CELL, DARKISH = 8, 190
# Of the cells, so many are no lighter than paper; grounds are so much darker, on pages in poor light too.
PAPER, DARKER = 0.7, 0.75
LEAST_HIGH, LEAST_WIDE, WIDE, LARGER_THAN_LETTERS = 3, 10, 2, 30
FILLED = 0.7
# How much of a ground its letters take, how much of the rest is of one grey, as photos are not, and how much of its
# edges, a few pixels inside, is no ground: between bars in a row there is as much light at the edges as within.
LEAST_LIGHT, MOST_LIGHT = 0.006, 0.4
NEAR, EVEN = 24, 0.75
INSIDE, EDGE = 4, 0.2
RIM = 9  # pixels around the paper beside a ground that are neither


class Ground(NamedTuple):
    """A dark area, its sides in pixels."""

    left: int
    top: int
    right: int
    bottom: int


def without_bars(page: Image.Image, words: list[Word]) -> list[Word]:
    """The words but those that are bars: levels of skills, rules beside headings."""
    return [word for word in words if not _is_bar(page, word)]


def _is_bar(page: Image.Image, word: Word) -> bool:
    width, height = page.size
    sides = (word.left * width, word.top * height, word.right * width, word.bottom * height)
    box = (
        int(sides[0]),
        int(sides[1]),
        max(int(sides[0]) + 1, round(sides[2])),
        max(int(sides[1]) + 1, round(sides[3])),
    )
    letters = sum(character.isalnum() for character in word.text)
    if not letters or (letters < LETTERS and box[2] - box[0] < LONG * (box[3] - box[1])):
        return False
    piece = page.crop(box)
    greys = piece.tobytes()
    middle = (min(greys) + max(greys)) / 2
    ink = piece.point([_INK * (grey < middle) for grey in range(256)])
    around = ink.getbbox()
    return around is not None and ImageStat.Stat(ink.crop(around)).mean[0] > SOLID * _INK


def light_letters_darkened(page: Image.Image) -> Image.Image:
    """The page with its dark grounds inverted where light letters stand on them: labels, bands, pills."""
    bright: Image.Image | None = None
    for ground in _grounds(page):
        piece = page.crop(ground)
        if _has_light_letters(piece):
            bright = bright or page.copy()
            bright.paste(_darkened(piece), ground[:2])
    return bright or page


def _darkened(piece: Image.Image) -> Image.Image:
    """Dark letters on white, from light ones on ground of whatever greys, without the paper beside it and its rim."""
    right, bottom, common = piece.width - 1, piece.height - 1, _ground_of(piece.histogram())
    filled = piece.copy()
    for corner in ((0, 0), (right, 0), (0, bottom), (right, bottom)):
        if (grey := _grey_at(filled, corner)) > DARKISH:
            ImageDraw.floodfill(filled, corner, common, thresh=grey - DARKISH)
    coarse = filled.resize((max(1, piece.width // CELL), max(1, piece.height // CELL)), Image.Resampling.BOX)
    ground = coarse.filter(ImageFilter.MinFilter(5)).resize(piece.size, Image.Resampling.BICUBIC)
    letters = ImageOps.invert(ImageOps.autocontrast(ImageChops.subtract(filled, ground), cutoff=(0, 1)))
    beside = ImageChops.difference(piece, filled).point([_INK * (grey > 0) for grey in range(256)])
    if beside.getbbox() is not None:
        letters.paste(_INK, mask=beside.filter(ImageFilter.MaxFilter(RIM)))
    return letters


def _grey_at(picture: Image.Image, place: tuple[int, int]) -> int:
    left, top = place
    return picture.crop((left, top, left + 1, top + 1)).tobytes()[0]


def _has_light_letters(piece: Image.Image) -> bool:
    inner = piece.crop((INSIDE, INSIDE, piece.width - INSIDE, piece.height - INSIDE))
    histogram = inner.histogram()
    ground = _ground_of(histogram)
    middle = (ground + max(grey for grey, held in enumerate(histogram) if held)) // 2
    light, count = sum(histogram[middle:]), inner.width * inner.height
    even = sum(histogram[max(0, ground - NEAR) : ground + NEAR])
    if ground >= DARKISH or light >= MOST_LIGHT * count or even < EVEN * (count - light):
        return False
    most = min(CELL, inner.height // 2)  # the box around a ground is of whole cells
    above, below = (
        min(_light_between(inner, top, top + 1, middle) for top in tops)
        for tops in (range(most), range(inner.height - most, inner.height))
    )
    margin = 0 if inner.height > LARGER_THAN_LETTERS * CELL else inner.height // 3
    within = _light_between(inner, margin, inner.height - margin, middle)
    return max(above, below) < EDGE and within - max(above, below) > LEAST_LIGHT


def _light_between(inner: Image.Image, top: int, bottom: int, middle: int) -> float:
    """How much between two heights is lighter than the middle between ground and letters."""
    return sum(inner.crop((0, top, inner.width, bottom)).histogram()[middle:]) / (inner.width * (bottom - top))


def _ground_of(histogram: list[int]) -> int:
    return max(range(1, 256), key=lambda grey: histogram[grey] + histogram[grey - 1])


def _grounds(page: Image.Image) -> Iterator[Ground]:
    """The boxes of dark areas."""
    wide, high = max(1, page.width // CELL), max(1, page.height // CELL)
    coarse = page.resize((wide, high), Image.Resampling.BOX).tobytes()
    paper = sorted(coarse)[int(len(coarse) * PAPER)]
    dark = {at for at, grey in enumerate(coarse) if grey < min(DARKISH, DARKER * paper)}
    while dark:
        area, edge = [], [dark.pop()]
        while edge:
            at = edge.pop()
            area.append(at)
            beside = (
                {at - wide, at + wide} | ({at - 1} if at % wide else set()) | ({at + 1} if (at + 1) % wide else set())
            )
            edge += dark & beside
            dark -= beside
        rows, columns = [at // wide for at in area], [at % wide for at in area]
        top, bottom, left, right = min(rows), max(rows) + 1, min(columns), max(columns) + 1
        tall, across = bottom - top, right - left
        is_band = across >= max(LEAST_WIDE, WIDE * tall) or min(tall, across) > LARGER_THAN_LETTERS
        if tall >= LEAST_HIGH and is_band and len(area) > FILLED * tall * across:
            yield Ground(left * CELL, top * CELL, right * CELL, bottom * CELL)
