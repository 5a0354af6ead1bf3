"""Headings in people's own words, of which one is known or all look like those that are."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import profile

from vivier.resumes.headings import heading_kind, joined_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Titres, concours et diplômes", "education"),
        ("Gifts and skills", "skills"),
        ("Ministry and work", "experience"),
        ("Pêche et chasse", None),
        ("Contact et cie", None),
        ("Accompagnement des familles en difficulté et formation", None),
    ],
)
def test_one_of_several_joined_names_says_what_a_section_is_about(text: str, kind: str | None) -> None:
    assert joined_kind(text) == kind


@pytest.mark.parametrize(
    "text", ["Ce que je fais de mes mains", "Ce que je peux faire pour vous", "What I can do for you", "Things I use"]
)
def test_what_somebody_can_do_is_told_under_a_sentence_of_their_own(text: str) -> None:
    assert heading_kind(text) == "skills"


def test_a_sentence_about_something_else_is_no_heading_of_skills() -> None:
    assert heading_kind("Ce que je cherche aujourd'hui") is None


def printed(first: str, second: str) -> Sheet:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20)
    sheet.put("aurore.q@exemple.fr | 06 39 98 44 90")
    sheet.put(first, size=11, bold=True)
    sheet.put("Master de lettres", right="2014")
    sheet.put("Université de Bourgogne")
    sheet.put("Langues", size=11, bold=True)
    sheet.put("français, occitan")
    sheet.put(second, size=11, bold=True)
    sheet.put("Accueil, Reliure, Dorure")
    sheet.put("Loisirs", size=11, bold=True)
    sheet.put("la marche et les champignons")
    return sheet


def test_a_joined_heading_that_looks_like_the_others_opens_its_section() -> None:
    read = profile(printed("Titres, concours et diplômes", "Dons et compétences"))

    assert [s.degree.value for s in read.education if s.degree] == ["Master de lettres"]
    assert [s.value for s in read.skills] == ["Accueil", "Reliure", "Dorure"]


def test_a_joined_heading_right_under_the_name_is_what_somebody_does() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=11, bold=True)
    sheet.put("Gestion et formation", size=11, bold=True)
    sheet.put("aurore.q@exemple.fr | 06 39 98 44 90")
    for heading, line in (
        ("Langues", "français, occitan"),
        ("Compétences", "Reliure, Dorure"),
        ("Loisirs", "la marche"),
    ):
        sheet.put(heading, size=11, bold=True)
        sheet.put(line)
    read = profile(sheet)

    assert not read.education


def test_headings_of_several_sections_in_one_row_head_what_stands_below_each() -> None:
    sheet = Sheet()
    sheet.put("Dorothea Lint", size=20, bold=True)
    sheet.put("dorothea@lint.example | 020 7946 0799")
    sheet.put("Experience", size=13, bold=True)
    for title, employer, years in (
        ("Partner", "Halden & Co, Leith", "2018 – 2024"),
        ("Senior Solicitor", "Brindissi Baird, Leith", "2012 – 2018"),
    ):
        sheet.beside(title, employer, 200, bold=True)
        sheet.beside(years, "• Head of private client; two paralegals.", 200)
    top = sheet.y + 10
    for left, lines in (
        (50, ("Education", "Diploma in Legal Practice", "University of Halden", "2007")),
        (250, ("Skills", "Conveyancing", "Private client", "Wills and executries")),
    ):
        sheet.y = top
        sheet.put(lines[0], left, size=12, bold=True)
        for line in lines[1:]:
            sheet.put(line, left)
    read = profile(sheet)

    assert [s.value for s in read.skills] == ["Conveyancing", "Private client", "Wills and executries"]
    assert [(s.degree and s.degree.value, s.institution and s.institution.value) for s in read.education] == [
        ("Diploma in Legal Practice", "University of Halden")
    ]
    assert len(read.experience) == 2
