"""What is drawn among a page's words: bars are none of them, and light letters on dark ground are made dark."""

import pytest
from PIL import Image, ImageDraw, ImageFont

from vivier_local.textract.marks import light_letters_darkened, without_bars
from vivier_local.textract.words import Word

FONT = ImageFont.load_default(size=34)
PAPER, INK = 250, 20


def page() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("L", (1000, 600), PAPER)
    return picture, ImageDraw.Draw(picture)


def word(text: str, left: int, top: int, right: int, bottom: int) -> Word:
    return Word(text, 60.0, left / 1000, top / 600, right / 1000, bottom / 600, (1, 1, 1))


def test_bars_of_a_level_are_no_words_and_letters_and_dashes_are() -> None:
    picture, draw = page()
    for left in (300, 350, 400):
        draw.rectangle((left, 104, left + 40, 120), fill=90)
    draw.text((60, 96), "ESS III", font=FONT, fill=INK)
    ess, three = (draw.textbbox((60, 96), text, font=FONT) for text in ("ESS", "ESS III"))
    words = [
        word("ESS", *(round(side) for side in ess)),
        word("III", round(ess[2]) + 8, round(three[1]), round(three[2]), round(three[3])),
        *(word("EN", left - 1, 98, left + 41, 126) for left in (300, 350, 400)),
        word("—", 300, 104, 340, 120),
    ]
    assert [w.text for w in without_bars(picture, words)] == ["ESS", "III", "—"]


def pill(draw: ImageDraw.ImageDraw, text: str, top: int, ground: int, letters: int) -> None:
    draw.rounded_rectangle((80, top, 480, top + 60), radius=30, fill=ground)
    draw.text((110, top + 10), text, font=FONT, fill=letters)


@pytest.mark.parametrize("ground", [30, 110, 150])
def test_light_letters_on_a_dark_label_become_dark_on_white(ground: int) -> None:
    picture, draw = page()
    pill(draw, "mai 2020 - ce jour", 100, ground, 255)
    wanted, plain = page()
    plain.text((110, 110), "mai 2020 - ce jour", font=FONT, fill=0)
    made = light_letters_darkened(picture)
    inner = (84, 104, 476, 156)
    ink, shared = (sum(grey < 128 for grey in p.crop(inner).tobytes()) for p in (made, wanted))
    assert ink == pytest.approx(shared, rel=0.25)
    assert made.crop((0, 0, 1000, 96)).tobytes() == picture.crop((0, 0, 1000, 96)).tobytes()
    assert min(made.crop((84, 104, 90, 110)).tobytes()) > 200  # the paper beside the round corner does not become ink


def test_a_band_of_two_greys_has_its_letters_dark_in_both() -> None:
    picture, draw = page()
    draw.rectangle((0, 0, 1000, 280), fill=40)
    draw.rectangle((0, 220, 1000, 280), fill=130)
    draw.text((60, 60), "Aïssatou Berthelot", font=FONT, fill=255)
    draw.text((60, 228), "chantiers-mail.example", font=FONT, fill=255)
    made = light_letters_darkened(picture)
    for top in (60, 228):
        letters = made.crop((60, top, 400, top + 45)).tobytes()
        assert min(letters) < 120 < 200 < sorted(letters)[len(letters) // 2]


@pytest.mark.parametrize("drawn", ["text", "bar", "photo", "light ground", "bars in a row"])
def test_what_has_no_light_letters_on_ground_stays(drawn: str) -> None:
    picture, draw = page()
    if drawn == "text":
        draw.text((60, 100), "Directrice commerciale", font=ImageFont.load_default(size=80), fill=INK)
    if drawn == "bar":
        draw.rectangle((60, 100, 700, 140), fill=60)
    if drawn == "photo":
        picture.paste(Image.radial_gradient("L").resize((300, 300)), (60, 100))
    if drawn == "light ground":
        draw.rectangle((60, 100, 700, 200), fill=225)
        draw.text((80, 120), "Profil", font=FONT, fill=INK)
    if drawn == "bars in a row":
        for left in range(60, 460, 50):
            draw.rectangle((left, 100, left + 42, 132), fill=60)
    assert light_letters_darkened(picture) is picture


def test_paper_in_poor_light_is_no_ground_and_a_label_on_it_is() -> None:
    picture, draw = page()
    draw.rectangle((0, 0, 1000, 600), fill=150)
    draw.text((60, 300), "Directrice commerciale", font=FONT, fill=INK)
    assert light_letters_darkened(picture) is picture
    pill(draw, "mai 2020 - ce jour", 100, 40, 255)
    made = light_letters_darkened(picture)
    assert made.crop((0, 170, 1000, 600)).tobytes() == picture.crop((0, 170, 1000, 600)).tobytes()
    assert sorted(made.crop((84, 104, 476, 156)).tobytes())[200] < 60
