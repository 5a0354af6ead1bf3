"""Several readings of a line that a scan made hard, and the address that most of them have."""

import pytest
from PIL import Image

from vivier_local.textract.second_look import Seen, looked_again
from vivier_local.textract.voting import Piece, agreed, consensus
from vivier_local.textract.words import Word


def line(text: str, confidence: float = 80) -> list[Piece]:
    pieces, at = [], 0.0
    for word in text.split(" "):
        pieces.append(Piece(word, confidence, at, at + 0.5 * len(word)))
        at += 0.5 * (len(word) + 1)
    return pieces


@pytest.mark.parametrize(
    ("readings", "meant"),
    [
        (["zoe@outiook.fr", "zoe@outlook.fr", "zoe@outlook.fr"], "zoe@outlook.fr"),
        (["zue@exemple.fr", "zoe@exemple.fr", "zoe@exempie.fr"], "zoe@exemple.fr"),
        (["sredfem@exemple.fr", "sredfern@exemple.fr", "sredfern@exemple.fr"], "sredfern@exemple.fr"),
    ],
)
def test_each_letter_is_what_most_readings_have(readings: list[str], meant: str) -> None:
    text, agreement = consensus([(reading, 1.0) for reading in readings])

    assert text == meant
    assert 0.5 < agreement < 1


def test_readings_that_are_all_alike_agree_wholly() -> None:
    assert consensus([("zoe@exemple.fr", 0.4), ("zoe@exemple.fr", 1.0)]) == ("zoe@exemple.fr", 1.0)


def test_an_address_that_fell_apart_is_one_where_others_have_it_whole() -> None:
    readings = [line("E-mail : zoe .prevost@ exemple.fr"), line("E-mail : zoe.prevost@exemple.fr")]

    [address] = agreed(readings)

    assert address.text == "zoe.prevost@exemple.fr"
    assert address.left == pytest.approx(4.5)


def test_two_addresses_of_a_line_stay_two() -> None:
    readings = [line("zoe@exemple.fr - linkedin.com/in/zoe-prevost")] * 3

    assert [one.text for one in agreed(readings)] == ["zoe@exemple.fr", "linkedin.com/in/zoe-prevost"]


def test_what_no_reading_has_as_an_address_is_none() -> None:
    assert agreed([line("zoe exemple fr"), line("zoe exemple")]) == []


def words(text: str) -> list[Word]:
    made, at = [], 0.1
    for word in text.split(" "):
        made.append(Word(word, 60.0, at, 0.1, at + 0.01 * len(word), 0.12, (1, 1, 1)))
        at += 0.01 * (len(word) + 1)
    return made


def test_only_the_address_of_a_line_is_read_anew_and_stands_where_it_stood() -> None:
    first = words("Tours - zoe@exempie.fr - 37000")

    def read_lines(pictures: list[Image.Image]) -> list[Seen]:
        # Each picture begins 1.2 letters' heights before the line, and a height is .02 of 1,000 pixels.
        seen: list[Seen] = []
        for picture in pictures:
            unit = (picture.height - 16) / 42
            start = 8 + unit * (24 + 80)
            seen.append([("zoe@exemple.fr", 90.0, start, start + unit * 140)])
        return seen

    again = looked_again(Image.new("L", (1000, 1000), 255), first, read_lines)

    assert [word.text for word in again] == ["Tours", "-", "zoe@exemple.fr", "-", "37000"]
    assert again[2].left == pytest.approx(first[2].left, abs=0.003)
    assert again[2].confidence > 80


def test_a_page_without_addresses_is_not_read_again() -> None:
    first = words("Soudeuse depuis 2015")

    assert looked_again(Image.new("L", (1000, 1000), 255), first, _never) == first


def _never(pictures: list[Image.Image]) -> list[Seen]:
    raise AssertionError("nothing was to be read")
