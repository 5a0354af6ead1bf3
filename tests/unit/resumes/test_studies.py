"""Studies: the school without its town, the degree without its grade, the end however it is said."""

import pytest
from tests.unit.resumes.sheet import Sheet

from vivier.resumes.model import PageSize
from vivier.resumes.service import read_blocks

Line = tuple[str, str | None]


def studies(*lines: Line, cells: tuple[tuple[str, ...], ...] = ()) -> list[tuple[str | None, ...]]:
    sheet = Sheet()
    sheet.put("Inès Moravie", size=20, bold=True)
    sheet.put("ines@moravie.example | 06 39 98 44 10")
    sheet.put("Experience", size=13, bold=True)
    sheet.put("Logistics manager, Transvia Ltd, Tours", bold=True, right="March 2019 – present")
    sheet.put("Education", size=13, bold=True)
    for text, right in lines:
        sheet.put(text, right=right, bold=right is not None)
    for row in cells:
        for text, x in zip(row, (50, 140, 330), strict=True):
            sheet._words(text, x, 10, False)
        sheet.y += 18
    sheet.put("Skills", size=13, bold=True)
    sheet.put("Excel, SAP")
    read = read_blocks(sheet.blocks, [], [PageSize(number=1)]).profile.education
    return [tuple(f.value if f else None for f in (e.institution, e.degree, e.end)) for e in read]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            (("Stanford University, Stanford, CA", "Sep 2015 – June 2019"), ("B.S. in Geology, GPA: 3.8/4.0", None)),
            ("Stanford University", "B.S. in Geology", "2019-06"),
        ),
        (
            (("University of California, San Diego", "2015 – 2019"), ("B.S. Geology", None)),
            ("University of California, San Diego", "B.S. Geology", "2019"),
        ),
        (
            (("Georgia Tech", "2011 – 2015"), ("BS, Industrial Engineering", None)),
            ("Georgia Tech", "BS, Industrial Engineering", "2015"),
        ),
        (
            (("University of Leeds", "Graduated 2011"), ("BSc Physics", None)),
            ("University of Leeds", "BSc Physics", "2011"),
        ),
        (
            (("University of Leeds", "2022 – in progress"), ("BSc Physics", None)),
            ("University of Leeds", "BSc Physics", "present"),
        ),
        (
            (("A-levels: Maths, Physics, French, Clifton High School", "2010"),),
            ("Clifton High School", "A-levels: Maths, Physics, French", "2010"),
        ),
        ((("LLB (Hons), University of Hull", "2012"),), ("University of Hull", "LLB (Hons)", "2012")),
    ],
)
def test_a_study_is_told_from_what_stands_around_it(lines: tuple[Line, ...], expected: tuple[str, ...]) -> None:
    assert studies(*lines) == [expected]


def test_the_titles_of_a_table_are_no_study() -> None:
    table = (
        ("Year", "Qualification", "School / body"),
        ("2018", "Foundation Degree in Payroll", "Leeds City College"),
        ("2013", "BTEC Business", "Belle Vue Academy"),
    )

    assert studies(cells=table) == [
        ("Leeds City College", "Foundation Degree in Payroll", "2018"),
        ("Belle Vue Academy", "BTEC Business", "2013"),
    ]


def test_a_form_that_begins_with_its_date_keeps_it() -> None:
    form = (("Dates", "", "2018"), ("Qualification", "", "BTEC Business"), ("School", "", "Belle Vue Academy"))

    assert studies(cells=form) == [("Belle Vue Academy", "BTEC Business", "2018")]


def test_a_degree_in_capitals_begins_no_sentence_of_ones_own() -> None:
    assert studies(("MA Service Design, Royal College of Art, 2018", None)) == [
        ("Royal College of Art", "MA Service Design", "2018")
    ]
