"""What stands on a page and no word covers is read by itself, and what it tells of contacts is added."""

from PIL import Image, ImageDraw
from tests.pictures import picture_of

from vivier_local.textract.overlooked import Block, overlooked, with_overlooked
from vivier_local.textract.words import Word

LINES = ["Aude Perrichon", "12 rue des Remparts, 29000 Quimper", "aude.perrichon@exemple.fr", "Soudeuse, deux équipes"]
WIDTH, HEIGHT = 1240, 1754
# Where `picture_of` sets each line: top and bottom of its letters.
ROWS = [(92, 132), (195, 217), (238, 261), (282, 304)]


def page() -> Image.Image:
    return picture_of(LINES).convert("L")


def word(number: int, confidence: float = 92.0, text: str = "") -> Word:
    top, bottom = ROWS[number]
    right = 115 + 14 * len(LINES[number]) * (2 if number == 0 else 1)
    return Word(
        text or LINES[number], confidence, 110 / WIDTH, top / HEIGHT, right / WIDTH, bottom / HEIGHT, (1, 1, number)
    )


def test_a_line_that_no_word_covers_is_found_and_read_lines_are_not() -> None:
    [place] = overlooked(page(), [word(0), word(1), word(3)])

    assert ROWS[2][0] - 12 < place.top < ROWS[2][1]
    assert place.bottom < ROWS[3][0] + 12
    assert overlooked(page(), [word(number) for number in range(4)]) == []


def test_a_doubtful_word_hides_nothing() -> None:
    assert len(overlooked(page(), [word(0), word(1), word(2, 21.0, "zz"), word(3)])) == 1


def test_a_rule_is_no_text() -> None:
    ruled = page()
    ImageDraw.Draw(ruled).line((110, 420, 1100, 424), fill=0, width=3)

    assert overlooked(ruled, [word(number) for number in range(4)]) == []


def test_letters_lighter_than_their_ground_are_found() -> None:
    banded = page()
    band = (0, 228, WIDTH, 272)
    banded.paste(Image.eval(banded.crop(band), lambda grey: 255 - grey), band)

    assert any(place.top < ROWS[2][1] for place in overlooked(banded, [word(0), word(1), word(3)]))


def reads(text: str) -> Block:
    return [(text, 80.0, 30.0, 20.0, 330.0, 45.0, 1)]


def test_an_address_that_was_overlooked_stands_where_its_letters_are() -> None:
    words = with_overlooked(page(), [word(0), word(1), word(3)], 0.0, lambda _: [reads("aude.perrichon@exemple.fr")])

    added = words[-1]
    assert added.text == "aude.perrichon@exemple.fr"
    assert ROWS[2][0] - 14 < added.top * HEIGHT < added.bottom * HEIGHT < ROWS[2][1] + 14
    assert added.line not in {one.line for one in words[:-1]}


def test_what_tells_of_no_contact_is_left_as_it_was() -> None:
    first = [word(0), word(1), word(2, 21.0, "zz"), word(3)]

    assert with_overlooked(page(), first, 0.0, lambda _: [reads("Quelque chose")]) == first


def test_a_page_whose_address_was_read_is_not_searched() -> None:
    first = [word(2)]

    def never(pictures: list[Image.Image]) -> list[Block]:
        raise AssertionError("nothing was to be read")

    assert with_overlooked(page(), first, 0.0, never) == first


def test_an_empty_page_stays_empty() -> None:
    assert with_overlooked(page(), [], 0.0, lambda _: []) == []
