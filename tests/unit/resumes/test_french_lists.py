"""How lists are typed in word processors: where is said in the row below, in quotes, behind numbers, or by nothing."""

import pytest

from vivier.resumes.opening import open_file
from vivier.resumes.parsers.facts import Block
from vivier.resumes.service import read

HEAD = "<p><b>Awa Diémé</b></p><p>awa.dieme@exemple.sn</p>"
Row = tuple[str | None, ...]


def page(body: str) -> tuple[list[Row], list[Row]]:
    """The posts and the studies of a web page."""
    profile = read(open_file(f"<html><body>{HEAD}{body}</body></html>".encode(), "cv.html"), lambda _: []).profile
    posts = [tuple(f.value if f else None for f in (e.employer, e.title, e.start, e.end)) for e in profile.experience]
    studies = [tuple(f.value if f else None for f in (e.institution, e.degree, e.end)) for e in profile.education]
    return posts, studies


def studied(*rows: str) -> list[Row]:
    return page("<h2>Formation</h2>" + "".join(f"<p>{row}</p>" for row in rows))[1]


def worked(*rows: str) -> list[Row]:
    return page("<h2>Expérience professionnelle</h2>" + "".join(f"<p>{row}</p>" for row in rows))[0]


def test_a_row_that_only_says_where_belongs_to_the_degree_above_it() -> None:
    assert studied(
        "2015-2016 : Licence 1 en Philosophie",
        "A l’Université Gaston Berger",
        "2014-2015 : Baccalauréat série L2",
        "Au lycée Valdiodio",
    ) == [
        ("Université Gaston Berger", "Licence 1 en Philosophie", "2016"),
        ("lycée Valdiodio", "Baccalauréat série L2", "2015"),
    ]


def test_an_employer_whose_name_opens_with_such_a_word_keeps_it() -> None:
    assert worked("Chez Solange - Barbier", "2018 - 2019", "Coupe, rasage") == [
        ("Chez Solange", "Barbier", "2018", "2019")
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ('2009 Les Ateliers Bleus "Pratique du montage"', ("Les Ateliers Bleus", "Pratique du montage", "2009")),
        (
            "2017 Bachelier en gestion, orientation comptabilité",
            (None, "Bachelier en gestion, orientation comptabilité", "2017"),
        ),
        ("2012 Ingénieur INSA Rennes", ("INSA Rennes", "Ingénieur", "2012")),
        (
            "2004 Bachelor of Science in Botany Halden University",
            ("Halden University", "Bachelor of Science in Botany", "2004"),
        ),
        ("2011 BFEEM au Lycée de Thiaroye", ("Lycée de Thiaroye", "BFEEM", "2011")),
        (
            "2014 BTS Systèmes <b>électroniques</b> - Lycée Jean Macé",
            ("Lycée Jean Macé", "BTS Systèmes électroniques", "2014"),
        ),
    ],
)
def test_a_degree_is_told_from_where_it_was_taken(row: str, expected: Row) -> None:
    assert studied(row) == [expected]


def test_numbers_before_entries_open_them_and_are_no_part_of_a_name() -> None:
    assert studied(
        "1. Mbale High School, Mbale",
        "Kenya Certificate of Secondary Education (2017 - 2020)",
        "2. Makunga Secondary School, Mbale",
        "Kenya Certificate of Primary Education (2006 - 2016)",
    ) == [
        ("Mbale High School", "Kenya Certificate of Secondary Education", "2020"),
        ("Makunga Secondary School", "Kenya Certificate of Primary Education", "2016"),
    ]


def test_an_employer_and_its_town_in_brackets_are_two() -> None:
    assert worked("2018 - 2020 Développeuse (Kantéga, Dakar)", "2015 - 2018 Assistante à l'ULB (Bruxelles)") == [
        ("Kantéga", "Développeuse", "2018", "2020"),
        ("ULB", "Assistante", "2015", "2018"),
    ]


def test_a_post_beside_its_period_is_not_under_an_employer_that_stood_beside_another() -> None:
    assert worked("2018 – 2021 KANTÉGA II", "Technicienne de surface", "2009 - 2016 Coiffeuse (Dakar - Sénégal)")[
        -1
    ] == (None, "Coiffeuse", "2009", "2016")


def test_a_heading_may_say_at_what_kind_of_house_the_posts_were() -> None:
    posts, _ = page(
        "<h2>Education</h2><p>1988 Ph.D. Politics, Halden University</p>"
        "<h2>Employment History at Academic Institutions</h2><p>1999 - 2004 Lecturer, Halden University</p>"
    )
    assert posts == [("Halden University", "Lecturer", "1999", "2004")]


def lefts(data: bytes, name: str) -> list[tuple[str, float]]:
    lines: list[Block] = [b for b in open_file(data, name).blocks if b["BlockType"] == "LINE"]
    return [(b["Text"], b["Geometry"]["BoundingBox"]["Left"]) for b in lines]


def test_items_of_a_list_within_a_list_are_set_in() -> None:
    told = lefts(b"<html><body><ul><li>Cook<ul><li>Sauces</li></ul></li><li>Porter</li></ul></body></html>", "cv.html")

    assert [text for text, _ in told] == ["• Cook", "• Sauces", "• Porter"]
    assert told[1][1] > told[0][1] == told[2][1]


def test_a_list_of_rtf_has_its_signs_and_its_indents() -> None:
    rtf = (
        rb"{\rtf1\ansi\pard Cook\par\pard{\listtext\pard\plain \'b7\tab}\li720\fi-360 Sauces\par"
        rb"\pard\li1440{\pntext o\tab}Stocks\par\pard Porter\par}"
    )
    told = lefts(rtf, "cv.rtf")

    assert [text for text, _ in told] == ["Cook", "• Sauces", "• Stocks", "Porter"]
    assert told[0][1] == told[3][1] < told[1][1] < told[2][1]
