"""Photos that are part of a picture of a page: on a scan nothing says where a picture stands but its own pixels.

What is neither paper nor panel, and is denser than letters, is a place to look at; portraits.py says which is a photo.
"""

from collections.abc import Iterator

from PIL import Image, ImageChops, ImageFilter

from vivier.resumes.parsers.facts import Place
from vivier.resumes.parsers.portraits import entropy, is_photographic, portraits_on

# A letter of 11 points is 10 dots high here and stands in a row of 14; a portrait of 30 points, the smallest, has 28.
HEIGHT = 800
REACH = 8
DENSE = 0.8
# A tone of more than this share of the page is what things are printed on.
SHARE_OF_A_GROUND = 0.08
LEAST_PAPER = 0.3
STEP = 4
FILLED = 0.55
LEAST_TONES = 3.35
MOST_GAINED = 1.5


def printed_portraits(page: Image.Image, number: int, paper: tuple[float, float]) -> list[Place]:
    """The places on a scanned page that likely hold the candidate's photo; `number` from 1, `paper` in points."""
    width = max(STEP, round(page.width * HEIGHT / page.height))
    small = page.convert("RGB").resize((width, HEIGHT), Image.Resampling.BOX)
    tones = _tones(small)
    if max(tones.histogram()) < LEAST_PAPER * width * HEIGHT:
        return []  # a page printed over a landscape
    solids = _solids(_matter(tones))
    places = [Place.between(number, sides, (width, HEIGHT)) for sides in solids]
    return portraits_on(small, places, paper, _is_printed_photo)


def _is_printed_photo(picture: Image.Image) -> bool:
    """As `is_photographic`, from afar: there grain, and the dots of a scanner of two tones, are the tones meant."""
    soft = picture.filter(ImageFilter.GaussianBlur(1))
    # Noise gives a drawing more tones than it was drawn with; a code, which has two, has others only from afar.
    levels = soft.convert("L").histogram()
    varied = entropy(sum(levels[tone : tone + 8]) for tone in range(0, 256, 8)) > LEAST_TONES
    return varied and _between(soft) < MOST_GAINED * _between(picture) and is_photographic(soft)


def _between(picture: Image.Image) -> float:
    """The share of dots in the middle half of the range of brightness."""
    levels = sorted(picture.convert("L").tobytes())
    low, high = levels[len(levels) // 50], levels[-1 - len(levels) // 50]
    quarter = (high - low) / 4
    return sum(low + quarter < level < high - quarter for level in levels) / len(levels)


def _tones(picture: Image.Image) -> Image.Image:
    """A colour in eight bits: three of red, three of green, two of blue."""
    red, green, blue = picture.split()
    warm = ImageChops.add(red.point(lambda v: v & 0xE0), green.point(lambda v: (v & 0xE0) >> 3))
    return ImageChops.add(warm, blue.point(lambda v: v >> 6))


def _matter(tones: Image.Image) -> Image.Image:
    """White where something covers the grounds of the page so densely that it is no writing."""
    most = SHARE_OF_A_GROUND * tones.width * tones.height
    covering = tones.point([0 if count > most else 255 for count in tones.histogram()])
    # The edge of what is solid covers half of what is around it: what the threshold takes there is given back.
    dense = covering.filter(ImageFilter.BoxBlur(REACH)).point(lambda v: 255 if v > DENSE * 255 else 0)
    return dense.filter(ImageFilter.MaxFilter(2 * round(REACH * (2 * DENSE - 1)) + 1))


def _solids(matter: Image.Image) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each part that hangs together and fills its box."""
    coarse = matter.resize((matter.width // STEP, matter.height // STEP), Image.Resampling.NEAREST)
    width, left = coarse.width, bytearray(coarse.tobytes())
    while (start := left.find(255)) >= 0:
        part = _part(left, start, width)
        rows, columns = [at // width for at in part], [at % width for at in part]
        sides = min(columns), min(rows), max(columns) + 1, max(rows) + 1
        if len(part) >= FILLED * (sides[2] - sides[0]) * (sides[3] - sides[1]):
            yield sides[0] * STEP, sides[1] * STEP, sides[2] * STEP, sides[3] * STEP


def _part(left: bytearray, start: int, width: int) -> list[int]:
    """The dots that hang together with `start`; they are taken out of `left`."""
    left[start] = 0
    part = [start]
    for at in part:
        across = at % width
        for near, there in ((at - width, True), (at + width, True), (at - 1, across > 0), (at + 1, across < width - 1)):
            if there and 0 <= near < len(left) and left[near]:
                left[near] = 0
                part.append(near)
    return part
