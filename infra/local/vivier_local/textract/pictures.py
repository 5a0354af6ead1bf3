"""Pictures of pages made ready for Tesseract: large enough, with contrast, and without grain where it hides letters.

Tesseract parts ink from paper by one level for the whole page. Where grain is most of what lies under it, nothing can
be read, which the picture tells before it is tried.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter, ImageOps

# Below this many letters across, Tesseract misreads small type: pictures from the web are enlarged.
LEAST_WIDTH = 1_654
MOST_WIDTH = 2_200
SOFT = 0.8
# Of what is black, how much stands alone: .01 to .14 on pages that are read, .26 and more where nothing is.
MOST_DOTS = 0.2
# How far two levels explain all greys: .64 for grain alone, which has no two levels, .73 and more for letters.
LEAST_PARTED = 0.7
# What is darker than paper by more than its grain varies, times this, is ink. Of grain alone .02 to .04 of a page is so
# by 2; on a page with hardly more, the few letters that it has are parted from it by 4.
NEAR, FAR = 2, 4
MORE_THAN_GRAIN = 0.045
_SET = 255


class Greys(NamedTuple):
    """Where ink is parted from paper, and the share of all differences in grey that this explains."""

    level: int
    parted: float


def sized(picture: Image.Image) -> Image.Image:
    wanted = min(max(picture.width, LEAST_WIDTH), MOST_WIDTH)
    if picture.width == wanted or max(picture.size) * wanted / picture.width >= 12_000:
        return picture
    height = max(1, round(picture.height * wanted / picture.width))
    return picture.resize((wanted, height), Image.Resampling.LANCZOS)


def is_lost_in_grain(picture: Image.Image) -> bool:
    """Whether what is black is dots, or grain that black and white part in two halves: letters are strokes."""
    greys = parted(picture.histogram())
    if greys.parted < LEAST_PARTED:
        return True
    black = picture.point([_SET * (grey <= greys.level) for grey in range(256)])
    around = black.filter(ImageFilter.BoxBlur(1)).point([_SET * (share > _SET * 0.55) for share in range(256)])
    strokes = ImageChops.darker(black, around)
    return strokes.histogram()[_SET] < (1 - MOST_DOTS) * black.histogram()[_SET]


def parted(histogram: Sequence[int]) -> Greys:
    """Otsu's level, by which Tesseract makes black and white of a page."""
    count, total = sum(histogram), sum(grey * held for grey, held in enumerate(histogram))
    squares = sum(grey * grey * held for grey, held in enumerate(histogram))
    all_of_it = squares / count - (total / count) ** 2
    dark = sum_of_dark = 0
    best, level = 0.0, 0
    for grey, held in enumerate(histogram):
        dark += held
        sum_of_dark += grey * held
        if 0 < dark < count:
            between = (sum_of_dark / count - total / count * dark / count) ** 2 / (dark / count * (1 - dark / count))
            best, level = max((best, level), (between, grey))
    return Greys(level, best / all_of_it if all_of_it else 1.0)


def cleared(page: Image.Image) -> Image.Image:
    """How much darker each place is than the paper around it, without grain: for faint and grainy copies.

    Letters lighter than their ground are lost, and some accents; a page that is read as it is, is read better so.
    """
    return whitened(sized(_evenly_lit(page)).filter(ImageFilter.GaussianBlur(SOFT)))


def whitened(picture: Image.Image) -> Image.Image:
    """An even page with its paper white, grain and all, and its letters black."""
    histogram = picture.histogram()
    middle, low = _below(histogram, 0.5), _below(histogram, 0.16)
    near, far = (max(1, middle - times * max(1, middle - low)) for times in (NEAR, FAR))
    paper = near if _share(histogram, near) > MORE_THAN_GRAIN else far
    black = min(_below(histogram, min(0.01, _share(histogram, paper) / 2)), paper - 1)
    return picture.point([max(0, min(255, (grey - black) * 255 // (paper - black))) for grey in range(256)])


def _share(histogram: Sequence[int], level: int) -> float:
    """How much of a picture is darker than a level."""
    return sum(histogram[:level]) / sum(histogram)


def _below(histogram: Sequence[int], share: float) -> int:
    """The lightest grey of the darkest `share` of a picture."""
    wanted, held = share * sum(histogram), 0
    for grey, count in enumerate(histogram):
        held += count
        if held >= wanted and held:
            return grey
    return 255


def _evenly_lit(page: Image.Image) -> Image.Image:
    """How much darker each place is than the paper around it."""
    small = page.resize((max(1, page.width // 8), max(1, page.height // 8)), Image.Resampling.BOX)
    paper = small.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.GaussianBlur(6))
    return ImageOps.invert(ImageChops.subtract(paper.resize(page.size, Image.Resampling.BICUBIC), page))
