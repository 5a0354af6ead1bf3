"""A second look at the lines that hold an address: cut out, enlarged and softened, read alone.

Tesseract reads a page with the dictionaries of French and English, which know no address. Alone, without them and by
the English model, which is the larger one, each such line is read several times; what most readings have stands.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median

from PIL import Image, ImageFilter, ImageOps

from vivier_local.textract.cutting import Cut, cut_out
from vivier_local.textract.voting import WEB, Agreed, Piece, agreed
from vivier_local.textract.words import Word

# Heights of the letters in pixels, how far each enlarged line is softened, and whether what is around it is left.
LOOKS = ((44, 0.0, False), (44, 1.6, True), (30, 0.8, False), (36, 1.2, False), (30, 0.8, True))
MOST_LINES = 6  # each is read as often as there are looks, .17 s of processor a line
BORDER = 8
WIDEST = 4_000
SIGNS = (
    re.compile(r"\w\s?@\s?\w"),
    re.compile(
        rf"https?:|\bwww\b|linked[il1|]n\W{{0,2}}[a-z/]|(?:github|gitlab|behance)\W?(?:com|net|/)|(?-i:{WEB.pattern})",
        re.IGNORECASE,
    ),
    re.compile(r"\w[©®&€¢]\w|\w\s?[©®]\s?\w+\.\w|(?:^|\|\s)\W*(?:e-?mail|courriel|m[ée]l)\s?:?\s?\w", re.IGNORECASE),
    re.compile(r"\w@|@\w|[a-z][._]\w+[._][a-z]|\b(?:com|fr|org|net|example|exemple)\b"),
)
SURE, ALONE = 99.0, 75.0

# Words of pictures of one line each: text, confidence, left and right in pixels.
Seen = list[tuple[str, float, float, float]]
ReadLines = Callable[[list[Image.Image]], list[Seen]]


def looked_again(page: Image.Image, words: list[Word], slant: float, read_lines: ReadLines) -> list[Word]:
    """The words with addresses as a second look has them; `page` upright and grey, as they are."""
    lines = [list(group) for _, group in groupby(words, key=lambda word: word.line)]
    again = _worth_it(lines)
    if not again:
        return words
    usual = median(word.bottom - word.top for word in words)
    cuts = [cut_out(page, line, slant, usual) for line in again]
    seen = read_lines([_looked(cut, *look) for cut in cuts for look in LOOKS])
    better: dict[int, list[Word]] = {}
    for number, cut in enumerate(cuts):
        looks = seen[number * len(LOOKS) : (number + 1) * len(LOOKS)]
        better[id(cut.words)] = _better(cut, looks, page.width)
    return [word for line in lines for word in better.get(id(line), line)]


def _worth_it(lines: list[list[Word]]) -> list[list[Word]]:
    """The lines that tell most of an address, in their order on the page."""
    signs = [(sign, at) for at, line in enumerate(lines) if (sign := _sign(line)) is not None]
    return [lines[at] for _, at in sorted(sorted(signs)[:MOST_LINES], key=lambda sign: sign[1])]


def _sign(line: list[Word]) -> int | None:
    """How sure it is that a line holds an address, 0 the surest; None where nothing says so."""
    text = " ".join(word.text for word in line)
    return next((rank for rank, sign in enumerate(SIGNS) if sign.search(text)), None)


def _scale(cut: Cut, high: int) -> float:
    return min(high / cut.height, WIDEST / cut.picture.width)


def _looked(cut: Cut, high: int, soft: float, around: bool) -> Image.Image:
    scale, picture = _scale(cut, high), cut.wide if around else cut.picture
    size = (max(8, round(picture.width * scale)), max(8, round(picture.height * scale)))
    enlarged = ImageOps.autocontrast(picture.resize(size, Image.Resampling.LANCZOS), cutoff=1)
    if soft:
        enlarged = enlarged.filter(ImageFilter.GaussianBlur(soft))
    paper = int(median(enlarged.resize((60, 4), Image.Resampling.BOX).tobytes()))
    return ImageOps.expand(enlarged, BORDER, fill=paper)


def _better(cut: Cut, looks: Sequence[Seen], width: int) -> list[Word]:
    def across(side: float) -> float:
        return (side - cut.left) / cut.height

    first = [
        Piece(word.text, word.confidence, across(word.left * width), across(word.right * width)) for word in cut.words
    ]
    readings = [first, first]  # twice: looks at one picture with one model go wrong together
    for seen, (high, *_) in zip(looks, LOOKS, strict=True):
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


def _with(words: list[Word], one: Agreed, cut: Cut, width: int) -> list[Word]:
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
