"""Whether a picture on a CV is likely the candidate's photo: by its place, its shape and how varied its pixels are.

Nothing about the person is looked at, and no pixel is kept. It only lets a screen say that a photo was not recorded, so
a landscape called a photo does little harm; a logo, a QR code or a chart should not be called one.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from math import log2

from PIL import Image

from vivier.resumes.parsers.facts import Place

MOST_PORTRAITS = 3
LAST_PAGE = 2
LEAST_SIDE = 30.0
# A passport photo is 0.78 wide for 1 high; a banner across the head of the page shows a person as well.
UPRIGHT = (0.62, 1.3)
LONGEST_BANNER = 3.5
LARGEST_SHARE = 0.25
SAMPLE = 64


def stands_like_a_portrait(place: Place, paper: tuple[float, float]) -> bool:
    """By page, size and shape; a picture that fills the page is a scan or its background."""
    width, height = place.width * paper[0], place.height * paper[1]
    if place.page > LAST_PAGE or min(width, height) < LEAST_SIDE or place.width * place.height > LARGEST_SHARE:
        return False
    if UPRIGHT[0] <= width / height <= UPRIGHT[1]:
        return place.page == 1 or place.top < 0.5
    return place.page == 1 and UPRIGHT[1] < width / height <= LONGEST_BANNER and place.top < 0.3


def is_photographic(picture: Image.Image) -> bool:
    """True for many tones that change everywhere, as a camera sees; drawings have few, gradients change evenly."""
    # The nearest pixel, not a mean: shrinking softly would give a QR code the tones of a photo.
    small = picture.convert("RGB").resize((SAMPLE, SAMPLE), Image.Resampling.NEAREST)
    data = small.tobytes()
    colours = list(zip(data[0::3], data[1::3], data[2::3], strict=True))
    coarse = [(red >> 4, green >> 4, blue >> 4) for red, green, blue in colours]
    [(paper, on_paper)] = Counter(coarse).most_common(1)
    # A plain wall behind the head, or the white around a round cut, says nothing; what is left must.
    rest = [colour for colour, rough in zip(colours, coarse, strict=True) if rough != paper]
    if on_paper > 0.75 * len(colours):
        return False
    repeated = sum(count for _, count in Counter(rest).most_common(8))
    tones = Counter((299 * red + 587 * green + 114 * blue) // 8000 for red, green, blue in rest)
    return repeated < 0.5 * len(rest) and entropy(tones.values()) > 3.2 and _roughness(small.convert("L")) > 0.12


def portraits_on(
    page: Image.Image,
    places: Iterable[Place],
    paper: tuple[float, float],
    is_photo: Callable[[Image.Image], bool] = is_photographic,
) -> list[Place]:
    """The places that hold a portrait, from the top; `page` is its rendering, `paper` its size in points."""
    found = []
    for place in sorted(places, key=lambda place: place.top):
        if stands_like_a_portrait(place, paper) and is_photo(_cut_out(page, place)):
            found.append(place)
    return found[:MOST_PORTRAITS]


def entropy(counts: Iterable[int]) -> float:
    """In bits: 5 where 32 levels of brightness are used alike."""
    seen = [count for count in counts if count]
    return -sum(count / sum(seen) * log2(count / sum(seen)) for count in seen)


def _roughness(grey: Image.Image) -> float:
    """The share of pixels that their neighbours do not foretell."""
    data = grey.tobytes()
    bends = 0
    for start in range(0, len(data), SAMPLE):
        steps = [after - before for before, after in pairwise(data[start : start + SAMPLE])]
        bends += sum(abs(after - before) > 4 for before, after in pairwise(steps))
    return bends / len(data)


def _cut_out(page: Image.Image, place: Place) -> Image.Image:
    left, top = int(place.left * page.width), int(place.top * page.height)
    right = max(left + 1, int((place.left + place.width) * page.width))
    bottom = max(top + 1, int((place.top + place.height) * page.height))
    return page.crop((left, top, right, bottom))
