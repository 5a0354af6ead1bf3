"""What a scan misread of an address is put right by the name and the houses of mailboxes, and then a person looks."""

import pytest
from tests.unit.resumes.sheet import Sheet

from vivier.resumes.model import PageSize, Reading, TextSource
from vivier.resumes.service import read_blocks


def read(line: str, name: str = "Hortense Quillard", confidence: float = 88.0) -> Reading:
    sheet = Sheet()
    sheet.put(name, size=20, bold=True)
    sheet.put(line)
    scanned = confidence < 99
    for block in sheet.blocks:
        block["Confidence"] = confidence
    return read_blocks(
        sheet.blocks, [], [PageSize(number=1, source=TextSource.TEXTRACT if scanned else TextSource.NATIVE)]
    )


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("hortense.quillard@gmai1.com", "hortense.quillard@gmail.com"),
        ("hortense.quillard@outiook.fr", "hortense.quillard@outlook.fr"),
        ("hortense.quillard@hotrnail.com", "hortense.quillard@hotmail.com"),
        ("hortense.quillard@wanadoc.fr", "hortense.quillard@wanadoo.fr"),
        ("hortense.quiliard@exemple.fr", "hortense.quillard@exemple.fr"),
        ("h0rtense.quillard@exemple.fr", "hortense.quillard@exemple.fr"),
        ("hquiIlard82@exemple.fr", "hquillard82@exemple.fr"),
        ("quillard hortense@exemple.fr", "quillard.hortense@exemple.fr"),
        ("hquillard8 2@exemple.fr", "hquillard82@exemple.fr"),
        ("atelier1 1@exemple.fr", "atelier11@exemple.fr"),
    ],
)
def test_a_mail_address_that_was_misread_is_put_right_and_asks_for_a_look(line: str, meant: str) -> None:
    reading = read(line)

    [email] = reading.profile.emails
    assert email.value == meant
    assert email.confidence < 0.6
    assert email.boxes
    assert "emails[0]" in reading.to_check


@pytest.mark.parametrize(
    "address",
    [
        "hortense.quillard@gmail.com",
        "hortense.quillard@mail.com",
        "h.quillard@qmail.example",
        "contact@quillard.example",
        "hq@exemple.fr",
    ],
)
def test_a_mail_address_that_may_be_meant_so_stays(address: str) -> None:
    assert [email.value for email in read(address).profile.emails] == [address]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("al.quillardeau@exemple.fr", "Anne-Lise Quillardeau"),
        ("mkquillardeau@exemple.fr", "Mary-Kate Quillardeau"),
        ("jmquillardeau@exemple.fr", "Jean Quillardeau"),
        ("hortense-qb@exemple.fr", "Hortense Quillard Bost"),
    ],
)
def test_an_initial_more_than_the_name_has_is_no_letter_misread(address: str, name: str) -> None:
    [email] = read(address, name).profile.emails

    assert email.value == address
    assert email.confidence >= 0.6


def test_what_stands_behind_a_name_is_in_no_address() -> None:
    assert [email.value for email in read("ric@exemple.fr", "Robert J. Colville Jr.").profile.emails] == [
        "rjc@exemple.fr"
    ]


def test_a_capital_i_read_as_a_small_l_begins_a_name_all_the_same() -> None:
    name = read("iona.kerr@exemple.fr", "lona Kerr").profile.name

    assert name is not None
    assert name.value == "Iona Kerr"


@pytest.mark.parametrize(
    "address", ["hortense.quiliard@exemple.fr", "hortense.quillard@outiook.fr", "hortense.quillard@gmai1.com"]
)
def test_what_was_typed_is_never_taken_for_misread(address: str) -> None:
    assert [email.value for email in read(address, confidence=99.9).profile.emails] == [address]


def test_an_address_of_a_scan_is_sure_only_where_the_name_bears_it_out() -> None:
    borne_out, other = read("hortense.quillard@exemple.fr", confidence=98), read("atelier37@exemple.fr", confidence=98)

    assert borne_out.profile.emails[0].confidence > 0.9
    assert other.profile.emails[0].confidence < 0.8


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("finkedin.com/in/hortense-quillard", "linkedin.com/in/hortense-quillard"),
        ("linkedin.convin/hortense-quillard", "linkedin.com/in/hortense-quillard"),
        ("www.linkedin. comin/hortensequillard-48211", "linkedin.com/in/hortensequillard-48211"),
        ("linkedin.com/n/hortense-quiliard", "linkedin.com/in/hortense-quillard"),
        ("linkedin.com/in/hortense-quiIlard", "linkedin.com/in/hortense-quillard"),
        ("www.linkedin.com/in/hortensequillard-48 211 (LinkedIn)", "linkedin.com/in/hortensequillard-48211"),
        ("linkedin.com in hortense-quillard", "linkedin.com/in/hortense-quillard"),
    ],
)
def test_a_profile_that_was_misread_is_put_right_and_asks_for_a_look(line: str, meant: str) -> None:
    reading = read(line)

    [link] = reading.profile.links
    assert link.value == meant
    assert link.confidence < 0.6
    assert "links[0]" in reading.to_check


@pytest.mark.parametrize("line", ["linkedin.com/in/atelier-dubreuil", "https://www.linkedin.com/in/hortense-quillard/"])
def test_a_profile_that_is_whole_stays(line: str) -> None:
    assert [link.value.rstrip("/") for link in read(line).profile.links] == [line.rstrip("/")]
