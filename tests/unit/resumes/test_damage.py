"""Addresses that recognition damaged are mended where one reading is possible, and then a person looks."""

import time

import pytest
from tests.unit.resumes.sheet import Sheet

from vivier.resumes.model import PageSize, Reading
from vivier.resumes.person.contacts import emails_in
from vivier.resumes.person.links import urls_in
from vivier.resumes.service import read_blocks


def read(line: str) -> Reading:
    sheet = Sheet()
    sheet.put("Zoé Prévost", size=20, bold=True)
    sheet.put(line)
    return read_blocks(sheet.blocks, [], [PageSize(number=1)])


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("zoe.prevost(at)exemple.fr", "zoe.prevost@exemple.fr"),
        ("zoe.prevost [at] exemple [dot] fr", "zoe.prevost@exemple.fr"),
        ("zoe.prevost (arobase) exemple (point) fr", "zoe.prevost@exemple.fr"),
        ("E-mail : zoe.prevost(a)exemple.fr | 37000 Tours", "zoe.prevost@exemple.fr"),
        ("zoe.prevost©exemple.fr", "zoe.prevost@exemple.fr"),
        ("zoe.prevost ® exemple.fr", "zoe.prevost@exemple.fr"),
        ("zoe.prevost@exemple,fr", "zoe.prevost@exemple.fr"),
        ("zoe.prevost@mail.exemple,fr", "zoe.prevost@mail.exemple.fr"),
        ("zoe.prevost@exemple-fr", "zoe.prevost@exemple.fr"),
        ("zoe.prevost@exemple;fr", "zoe.prevost@exemple.fr"),
        ("zoe.prevost@exemple.corn", "zoe.prevost@exemple.com"),
        ("zoe.prevost@exemple.c0m", "zoe.prevost@exemple.com"),
        ("zoe.prevostQgmail.com", "zoe.prevost@gmail.com"),
        ("zoe.prevost&orange.fr", "zoe.prevost@orange.fr"),
        ("E-mail : zoe.prevostQexemple.fr", "zoe.prevost@exemple.fr"),
        ("06 39 98 44 10 | zoe.prevostgmail.com", "zoe.prevost@gmail.com"),
    ],
)
def test_a_letter_mended_in_a_mail_address_asks_for_a_look(line: str, meant: str) -> None:
    reading = read(line)

    [email] = reading.profile.emails
    assert email.value == meant
    assert email.confidence < 0.6
    assert "emails[0]" in reading.to_check
    assert reading.profile.links == []


@pytest.mark.parametrize(
    "line",
    [
        "Sites : www.hotmail.com, mon-gmail.com",
        "carefree.fr",
        "R&D chez Q-mail, DOM&yahoo",
        "https://x.example/gmail.com",
    ],
)
def test_what_only_resembles_a_damaged_address_is_none(line: str) -> None:
    assert read(line).profile.emails == []


@pytest.mark.parametrize(
    "line",
    [
        "zoe.prevost@exemple. fr",
        "zoe.prevost@exemple .fr",
        "zoe.prevost @ exemple . fr",
        "zoe . prevost@exemple.fr",
        "Courriel : zoe. prevost@exemple.fr",
    ],
)
def test_spaces_within_a_mail_address_are_taken_out(line: str) -> None:
    [email] = read(line).profile.emails

    assert email.value == "zoe.prevost@exemple.fr"
    assert 0.6 <= email.confidence < 0.99


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("linkedin,com/in/zoe-prevost", "linkedin.com/in/zoe-prevost"),
        ("www.linkedin,com/in/zoe-prevost", "www.linkedin.com/in/zoe-prevost"),
        ("Iinkedin.com/in/zoe-prevost", "linkedin.com/in/zoe-prevost"),
        ("github,com/zoe-prevost", "github.com/zoe-prevost"),
        ("www,zoe-prevost.fr", "www.zoe-prevost.fr"),
        ("zoe-prevost,fr/portfolio", "zoe-prevost.fr/portfolio"),
    ],
)
def test_a_letter_mended_in_a_link_asks_for_a_look(line: str, meant: str) -> None:
    [link] = read(line).profile.links

    assert link.value == meant
    assert link.confidence < 0.6


@pytest.mark.parametrize("line", ["linkedin.com / in / zoe-prevost", "LinkedIn. com/in/zoe-prevost"])
def test_spaces_within_a_link_are_taken_out(line: str) -> None:
    [link] = read(line).profile.links

    assert link.value == "linkedin.com/in/zoe-prevost"
    assert 0.6 <= link.confidence < 0.9


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("zoe.prevost@exemple.fr", "zoe.prevost@exemple.fr"),
        ("zoe.prevost@exemple.fr, com et médias", "zoe.prevost@exemple.fr"),
        ("zoe.prevost@exemple.fr. De Tours à Blois", "zoe.prevost@exemple.fr"),
        ("zoe.prevost@exemple.fr. de Tours à Blois", "zoe.prevost@exemple.fr"),
        ("zoe.prevost@exemple-fr.com", "zoe.prevost@exemple-fr.com"),
        ("zoe.prevost@mail.exemple.fr-de Tours", "zoe.prevost@mail.exemple.fr"),
        ("Tours. zoe.prevost@exemple.fr", "zoe.prevost@exemple.fr"),
        ("zoe@exemple.fr,com.prevost@exemple.fr", "zoe@exemple.fr"),
    ],
)
def test_a_whole_address_stays_as_it_is_and_sure(line: str, whole: str) -> None:
    first = read(line).profile.emails[0]

    assert first.value == whole
    assert first.confidence > 0.95


@pytest.mark.parametrize(
    "line",
    [
        "Python, Java, C, com",
        "Communication (a) interne",
        "Marque® Exemple",
        "HTML,CSS,JS",
        "Word,com,net",
        "LinkedIn, com",
    ],
)
def test_what_is_no_address_stays_none(line: str) -> None:
    assert list(emails_in(line)) == []
    assert urls_in(line) == []


@pytest.mark.parametrize(
    "line", ["a." * 1_000, "a@" * 1_000, "a.a," * 500, "(at)" * 500, "linkedin," * 220, "a-" * 900 + "@"]
)
def test_no_line_keeps_the_mender_busy(line: str) -> None:
    began = time.process_time()

    list(emails_in(line))
    urls_in(line)

    assert time.process_time() - began < 0.5


@pytest.mark.parametrize(
    "line", ["E-mail : zoe prevost.exemple.fr", "zoe @ | cs.leeds.edu", "zoe.prevost © exemple2.fr x"]
)
def test_what_is_left_of_a_mail_address_is_no_link(line: str) -> None:
    assert read(line).profile.links == []


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("zoe.prevost@exemple fr", "zoe.prevost@exemple.fr"),
        ("06 39 98 44 10 | zoe.prevost@exemple com | Tours", "zoe.prevost@exemple.com"),
        ("zoe.prevost@gmailcom", "zoe.prevost@gmail.com"),
        ("zoe.prevost@&outlook.fr", "zoe.prevost@outlook.fr"),
    ],
)
def test_a_dot_that_was_lost_is_put_back_and_asks_for_a_look(line: str, meant: str) -> None:
    reading = read(line)

    assert [email.value for email in reading.profile.emails] == [meant]
    assert "emails[0]" in reading.to_check
