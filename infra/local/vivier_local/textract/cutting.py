"""One line of a page as a picture of its own: set straight, dark on light, no higher than its letters."""

from dataclasses import dataclass
from statistics import median

from PIL import Image, ImageChops, ImageOps

from vivier_local.textract.words import Word

# In heights of the words, from the line's middle: where its letters are looked for.
AROUND, WIDE = 1.5, 1.05
LEAST_HIGH = 0.6  # of what is usual on the page
AT_LEFT, AT_RIGHT = 1.0, 1.2
# Of the row with most ink: a row of letters has more than this.
LEAST_INK = 0.08
MARGIN = 0.18
# A stroke under an address: so dark, over so many heights.
STROKE, STROKE_HEIGHTS = 0.75, 5


@dataclass(frozen=True, slots=True)
class Cut:
    """A line, and the left edge of its pictures and height of its letters in pixels of the page.

    `wide` has what stands around the line, and the strokes under it: where its letters were not told from that, it is
    the one that can be read.
    """

    words: list[Word]
    left: float
    height: float
    picture: Image.Image
    wide: Image.Image


def slant_of(lines: list[list[Word]], size: tuple[int, int]) -> float:
    """By how many pixels lines go down for each to the right."""
    width, height = size
    slopes = []
    for line in lines:
        first, last = line[0], line[-1]
        across = (last.left + last.right - first.left - first.right) / 2 * width
        if len(line) >= 3 and across > 0.15 * width:
            slopes.append((last.top + last.bottom - first.top - first.bottom) / 2 * height / across)
    return median(slopes) if len(slopes) >= 4 else 0.0


def cut_out(page: Image.Image, line: list[Word], slant: float, usual: float) -> Cut:
    """The line's piece of the page; `usual` is the share of the page that a word is high."""
    width, height = page.size
    high = max(4.0, LEAST_HIGH * usual * height, median((word.bottom - word.top) * height for word in line))
    left = max(0.0, min(word.left for word in line) * width - AT_LEFT * high)
    right = min(float(width), max(word.right for word in line) * width + AT_RIGHT * high)
    middle = median(
        (word.top + word.bottom) / 2 * height - slant * ((word.left + word.right) / 2 * width - left) for word in line
    )
    size = (max(8, round(right - left)), max(8, round(2 * AROUND * high)))
    picture = page.transform(
        size,
        Image.Transform.AFFINE,
        (1, 0, left, slant, 1, middle - AROUND * high),
        Image.Resampling.BICUBIC,
        fillcolor=255,
    )
    picture = dark_on_light(picture)
    around = (0, round((AROUND - WIDE) * high), picture.width, round((AROUND + WIDE) * high))
    wide, picture = picture.crop(around), without_strokes(picture, high)
    top, bottom = _letters(picture, high, LEAST_HIGH * usual * height)
    margin = MARGIN * (bottom - top)
    edges = (0, max(0, round(top - margin)), picture.width, min(picture.height, round(bottom + margin)))
    return Cut(line, left, bottom - top, picture.crop(edges), wide)


def dark_on_light(picture: Image.Image) -> Image.Image:
    """Turned over where its letters are lighter than their ground."""
    middle = picture.crop((0, picture.height // 3, picture.width, 2 * picture.height // 3))
    ground, low, high = (grey_below(middle, share) for share in (0.5, 0.03, 0.97))
    return ImageOps.invert(picture) if high - ground > ground - low else picture


def grey_below(picture: Image.Image, share: float) -> int:
    """The lightest grey of the darkest `share` of a picture."""
    held, wanted = 0, share * picture.width * picture.height
    for grey, count in enumerate(picture.histogram()):
        held += count
        if held >= wanted and held:
            return grey
    return 255


def without_strokes(picture: Image.Image, high: float) -> Image.Image:
    """Paper in the place of strokes under (or over) letters."""
    paper, black = grey_below(picture, 0.5), grey_below(picture, 0.01)
    if paper - black < 30:
        return picture
    level = paper - STROKE * (paper - black)
    across = max(1, round(picture.width / (STROKE_HEIGHTS * high)))
    means = picture.resize((across, picture.height), Image.Resampling.BOX)
    strokes = means.point([255 * (grey < level) for grey in range(256)]).resize(picture.size, Image.Resampling.NEAREST)
    return ImageChops.composite(Image.new("L", picture.size, paper), picture, strokes) if strokes.getbbox() else picture


def _letters(picture: Image.Image, high: float, least_high: float) -> tuple[float, float]:
    """The first and last row of the letters in the middle of a picture."""
    paper = grey_below(picture, 0.5)
    ink = [max(0, paper - grey) for grey in picture.resize((1, picture.height), Image.Resampling.BOX).tobytes()]
    middle = picture.height / 2
    near = range(max(0, round(middle - high / 2)), min(picture.height, round(middle + high / 2) + 1))
    at = max(near, key=lambda row: ink[row])
    floor = min(ink)
    least = floor + LEAST_INK * (ink[at] - floor)
    top = bottom = at
    while top > 0 and ink[top - 1] > least and at - top < 1.1 * high:
        top -= 1
    while bottom < picture.height - 1 and ink[bottom + 1] > least and bottom - at < 1.1 * high:
        bottom += 1
    found = bottom + 1 - top
    if not min(least_high, 0.4 * high) <= found <= 1.4 * high:
        return middle - 0.55 * high, middle + 0.55 * high
    return float(top), float(bottom + 1)
