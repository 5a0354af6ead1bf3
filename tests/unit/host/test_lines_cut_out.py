"""A line of a page as a picture of its own: one line, straight, dark on light, without the stroke under it."""

import pytest
from PIL import Image, ImageDraw, ImageOps
from tests.pictures import picture_of

from vivier_local.textract.cutting import Cut, cut_out, without_strokes
from vivier_local.textract.words import Word

LINES = ["Aude Perrichon", "12 rue des Remparts, 29000 Quimper", "aude.perrichon@exemple.fr", "Soudeuse, deux équipes"]
HEIGHT = 1754
# Where `picture_of` sets the third line: its letters' top and bottom in pixels.
TOP, BOTTOM = 238, 261


def page() -> Image.Image:
    return picture_of(LINES).convert("L")


def line(top: float = TOP, bottom: float = BOTTOM, right: int = 400) -> list[Word]:
    return [Word("aude.perrichon@exemple.fr", 70.0, 115 / 1240, top / HEIGHT, right / 1240, bottom / HEIGHT, (1, 1, 1))]


def ink_at_the_edges(cut: Cut) -> bool:
    grey = cut.picture.resize((1, cut.picture.height), Image.Resampling.BOX).tobytes()
    return min(grey[0], grey[-1]) < max(grey) - 12


def usual() -> float:
    return 22 / HEIGHT


@pytest.mark.parametrize(("top", "bottom"), [(TOP, BOTTOM), (TOP - 14, BOTTOM + 14)])
def test_a_line_is_cut_out_without_those_above_and_below_however_high_its_words_were_taken_for(
    top: float, bottom: float
) -> None:
    cut = cut_out(page(), line(top, bottom), 0.0, usual())

    assert 14 < cut.height < 30
    assert cut.picture.height < 40
    assert not ink_at_the_edges(cut)


def test_white_letters_on_a_dark_band_become_dark_on_light() -> None:
    plain = cut_out(page(), line(), 0.0, usual())
    band = cut_out(ImageOps.invert(page()), line(), 0.0, usual())

    assert band.picture.size == plain.picture.size
    assert sorted(band.picture.tobytes())[band.picture.width * band.picture.height // 2] > 200


def test_a_line_that_goes_down_to_the_right_is_set_straight() -> None:
    turned = page().rotate(-1.5, Image.Resampling.BICUBIC, fillcolor=255)
    slant = 0.0262
    lower = (115 + 400) / 2 * slant - HEIGHT / 2 * (1 - 0.99966) - 620 * slant
    cut = cut_out(turned, line(TOP + lower, BOTTOM + lower), slant, usual())

    assert cut.height < 30


def test_the_stroke_under_an_address_is_taken_away_and_its_letters_stay() -> None:
    struck = page()
    ImageDraw.Draw(struck).line((115, BOTTOM, 400, BOTTOM), fill=0, width=2)
    piece = (110, TOP - 8, 405, BOTTOM + 10)

    clean = without_strokes(struck.crop(piece), 22)

    ink = [255 - grey for grey in clean.resize((1, clean.height), Image.Resampling.BOX).tobytes()]
    assert max(ink) < 140
    assert without_strokes(page().crop(piece), 22).tobytes() == page().crop(piece).tobytes()
