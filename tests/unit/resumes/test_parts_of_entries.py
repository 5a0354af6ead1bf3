"""Headings within entries ("Courses" under each study), and lists that only a common word opens."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import opened, profile
from tests.unit.resumes.test_printed_lists import named

STUDIES = (
    ("Halden University", "Master in Botany", "Sep 2018 – May 2020"),
    ("Norden University", "Bachelor in Botany", "Sep 2015 – May 2018"),
    ("Ashby College", "Bachelor in Chemistry", "Sep 2012 – May 2015"),
)
READ = [
    ("Master in Botany", "Halden University", "2020-05"),
    ("Bachelor in Botany", "Norden University", "2018-05"),
    ("Bachelor in Chemistry", "Ashby College", "2015-05"),
]


def studies(sheet: Sheet, *below: str) -> None:
    for school, degree, period in STUDIES:
        sheet.y += 8
        sheet.put(school, size=12, bold=True)
        sheet.put(degree, bold=True)
        sheet.put(period)
        for number, text in enumerate(below):
            sheet.put(text, 50 if not number and len(below) > 1 else 60)


@pytest.mark.parametrize(
    "below",
    [
        ("Courses", "Mosses of the north", "Trees of the valley"),
        ("Courses", "Mosses of the north", "Skills", "Drawing leaves"),
    ],
)
def test_a_smaller_heading_in_each_study_ends_no_list_that_goes_on(below: tuple[str, ...]) -> None:
    sheet = opened("Education")
    studies(sheet, *below)

    assert named(sheet) == READ


def test_a_smaller_heading_after_the_list_heads_a_section() -> None:
    sheet = opened("Education")
    studies(sheet)
    sheet.y += 8
    sheet.put("Certifications", size=12, bold=True)
    sheet.put("Forklift licence, 2016")

    assert named(sheet) == READ
    assert [found.value for found in profile(sheet).certifications + profile(sheet).licences]


def test_a_heading_set_like_what_is_around_it_opens_the_studies_when_nothing_else_does() -> None:
    sheet = opened("Expérience professionnelle")
    sheet.put("Fenwick Media", size=12, bold=True)
    sheet.put("Comptable")
    sheet.put("mars 2021 - mai 2023")
    sheet.put("Bénévolat", size=13, bold=True)
    sheet.put("Marche du fjord", size=12, bold=True)
    sheet.put("Membre actif")
    sheet.put("mars 2019 - mai 2020")
    sheet.put("Formation")
    studies(sheet)

    assert named(sheet) == READ
