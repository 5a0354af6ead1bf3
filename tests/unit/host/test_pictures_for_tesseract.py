"""Pages made ready for Tesseract: what hides letters is told from the picture, before anything is tried to be read."""

from random import Random
from statistics import NormalDist

import pytest
from PIL import Image, ImageChops
from tests.pictures import picture_of

from vivier_local.textract.pictures import cleared, is_lost_in_grain, parted, sized

FEW = ["Centres d'intérêt", "Course à pied, cuisine, lecture"]
MANY = ["Soudeuse sur métaux légers à Besançon depuis 2015, deux équipes", "TIG, MIG, lecture de plans"] * 14


def grainy(page: Image.Image, depth: int, grain: int = 1) -> Image.Image:
    """With darker grains of so many pixels, drawn from a bell."""
    bell = bytes(min(255, int(abs(NormalDist(0, depth).inv_cdf((level + 0.5) / 256)))) for level in range(256))
    small = ((page.width + grain - 1) // grain, (page.height + grain - 1) // grain)
    greys = Random(7).randbytes(small[0] * small[1]).translate(bell)
    grains = Image.frombytes("L", small, greys).resize((small[0] * grain, small[1] * grain))
    return ImageChops.subtract(page, grains.crop((0, 0, *page.size)))


def page(lines: list[str]) -> Image.Image:
    return picture_of(lines).convert("L").resize((827, 1170))


def faint(picture: Image.Image) -> Image.Image:
    return picture.point([240 - (255 - grey) * 40 // 255 for grey in range(256)])


@pytest.mark.parametrize("lines", [MANY, FEW])
def test_a_page_with_little_grain_is_read_as_it_is(lines: list[str]) -> None:
    assert not is_lost_in_grain(sized(grainy(page(lines), 5)))


def test_faint_letters_under_grain_are_told_before_they_are_read() -> None:
    assert is_lost_in_grain(sized(grainy(faint(page(MANY)), 25)))


def test_a_black_and_white_copy_full_of_dots_is_told() -> None:
    copy = grainy(page(MANY), 60).point([255 * (grey > 150) for grey in range(256)])

    assert is_lost_in_grain(copy)


@pytest.mark.parametrize(("lines", "grain"), [(MANY, 1), (FEW, 1), (FEW, 2)])
def test_a_cleared_page_has_white_paper_and_black_letters(lines: list[str], grain: int) -> None:
    clear = cleared(grainy(page(lines), 16, grain))

    histogram = clear.histogram()
    ink = sum(histogram[: parted(histogram).level]) / sum(histogram)
    drawn = sum(sized(page(lines)).histogram()[:128]) / sum(histogram)
    assert 0.5 * drawn < ink < 2 * drawn


def test_grain_alone_becomes_paper() -> None:
    clear = cleared(grainy(Image.new("L", (827, 1170), 245), 16))

    assert sum(clear.histogram()[:128]) < 0.001 * clear.width * clear.height
