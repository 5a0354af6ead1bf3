"""Word 97 to 2003, on files that a word processor wrote of two invented people; and the same files, broken."""

import random
from pathlib import Path

import pytest
from tests.unit.resumes.test_documents import box_of, lines, texts

from vivier.resumes.opening import FileKind, FileRefused, Flag, OpenedFile, RefusalReason, open_file, open_isolated

FILES = Path(__file__).parents[2] / "cvs" / "old_word"
WELDER, BOXED = (FILES / "welder.doc").read_bytes(), (FILES / "boxed.doc").read_bytes()
SECTOR = 512
VERSION, FLAGS = 2, 10  # of the file information block


@pytest.fixture(scope="module")
def welder() -> OpenedFile:
    return open_file(WELDER, "cv.doc")


def information_block(data: bytes) -> int:
    return next(at for at in range(SECTOR, len(data), SECTOR) if data[at : at + 2] == b"\xec\xa5")


def changed(data: bytes, place: int, value: int) -> bytes:
    """The file with another number at a place of its information block."""
    at = information_block(data) + place
    return data[:at] + value.to_bytes(2, "little") + data[at + 2 :]


def style_of(opened: OpenedFile, text: str) -> dict[str, object]:
    style: dict[str, object] = next(line["Style"] for line in lines(opened) if line["Text"] == text)
    return style


def test_headers_text_and_footers_come_in_order(welder: OpenedFile) -> None:
    assert (welder.kind, welder.media_type, welder.flags) == (FileKind.DOC, "application/msword", set())
    assert texts(welder)[:2] == ["Zoé Prévost", "Soudeuse TIG"]
    assert texts(welder)[-2:] == ["Deuxième page", "Page 2"]


def test_a_line_broken_by_hand_and_letters_beyond_16_bits_are_kept(welder: OpenedFile) -> None:
    assert texts(welder)[3:5] == ["12 quai de l’Œuvre", "56100 Lorient 😀"]


def test_bold_and_sizes_are_those_of_the_run_or_else_of_its_style(welder: OpenedFile) -> None:
    assert style_of(welder, "Soudeuse TIG") == {"Size": 18.0, "Bold": True}
    assert style_of(welder, "Expérience") == {"Size": 14.0, "Bold": True}
    assert style_of(welder, "Deuxième page") == {"Size": 11.0, "Bold": False}


def test_cells_of_a_row_stand_beside_each_other(welder: OpenedFile) -> None:
    period, house = box_of(welder, "2016 – 2019"), box_of(welder, "Atelier du Scorff")

    assert period["Top"] == house["Top"]
    assert period["Left"] + period["Width"] < house["Left"]


def test_a_cell_that_goes_on_below_is_one(welder: OpenedFile) -> None:
    assert box_of(welder, "Soudeuse")["Left"] == box_of(welder, "Atelier du Scorff")["Left"]
    assert texts(welder).count("2019 – 2023") == 1


def test_the_address_of_a_link_is_kept_and_not_shown(welder: OpenedFile) -> None:
    assert [link.url for link in welder.links] == ["mailto:zoe.prevost@example.org"]
    assert "Écrire : zoe.prevost@example.org" in texts(welder)
    assert not any("HYPERLINK" in text or "PAGE" in text for text in texts(welder))


def test_items_of_lists_have_a_sign_and_hidden_text_is_none(welder: OpenedFile) -> None:
    assert "• Lecture de plans" in texts(welder)
    assert "visible" in texts(welder)
    assert "MAJUSCULES" in texts(welder)


def test_a_page_break_begins_a_page(welder: OpenedFile) -> None:
    assert [line["Page"] for line in lines(welder) if line["Text"] == "Deuxième page"] == [2]


def test_a_text_box_stands_before_the_paragraph_that_holds_it() -> None:
    opened = open_file(BOXED, "cv.doc")

    assert texts(opened) == ["Ash Hollins", "Languages: Welsh, Polish", "Tram driver, Halden Trams, 2015 - 2020"]


def test_the_child_that_the_product_uses_reads_it() -> None:
    assert "Ash Hollins" in texts(open_isolated(BOXED, "cv.doc"))


def test_a_word_file_with_another_name_is_read_as_what_it_is() -> None:
    assert open_file(BOXED, "cv.pdf").flags == {Flag.TYPE_DIFFERS_FROM_NAME}


def test_a_file_with_a_password_is_said_to_be_protected() -> None:
    flags = int.from_bytes(WELDER[information_block(WELDER) + FLAGS :][:2], "little")

    with pytest.raises(FileRefused) as refusal:
        open_file(changed(WELDER, FLAGS, flags | 0x0100), "cv.doc")

    assert refusal.value.reason is RefusalReason.PROTECTED


def test_files_of_word_95_are_not_read() -> None:
    with pytest.raises(FileRefused) as refusal:
        open_file(changed(WELDER, VERSION, 0x0068), "cv.doc")

    assert refusal.value.reason is RefusalReason.LEGACY_DOC


def test_compound_files_without_a_text_of_word_are_not_read() -> None:
    other = WELDER.replace("WordDocument".encode("utf-16-le"), "Workbook1234".encode("utf-16-le"))

    with pytest.raises(FileRefused) as refusal:
        open_file(other, "cv.doc")

    assert refusal.value.reason is RefusalReason.LEGACY_DOC


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_torn_file_is_said_to_be_cut_off(share: float) -> None:
    with pytest.raises(FileRefused) as refusal:
        open_file(WELDER[: int(len(WELDER) * share)], "cv.doc")

    assert refusal.value.reason is RefusalReason.TRUNCATED


@pytest.mark.parametrize("whole", [WELDER, BOXED], ids=["welder", "boxed"])
def test_a_file_broken_anywhere_is_read_or_refused(whole: bytes) -> None:
    chance = random.Random(97)

    for _ in range(300):
        try:
            opened = open_file(broken(whole, chance), "cv.doc")
        except FileRefused:
            continue
        assert opened.kind is FileKind.DOC


def broken(whole: bytes, chance: random.Random) -> bytes:
    """A file with its end cut off, or with some of its bytes changed."""
    data = bytearray(whole)
    if chance.random() < 0.2:
        return bytes(data[: chance.randrange(8, len(data))])
    for _ in range(chance.choice((1, 3, 10, 60))):
        value = chance.choice((b"\x00", b"\xff\xff", chance.randbytes(4)))
        at = chance.randrange(8, len(data) - len(value))
        data[at : at + len(value)] = value
    return bytes(data)
