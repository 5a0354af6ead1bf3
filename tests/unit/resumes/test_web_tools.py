"""What tools print that make CVs of data: headings that hang in the margin, dates of their own forms, wide white."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import entries, opened, profile
from tests.unit.resumes.test_printed_lists import named

from vivier.resumes.model import PageSize
from vivier.resumes.service import read_blocks
from vivier.resumes.wording.dates import find_ranges


def test_a_heading_in_the_margin_may_hang_below_the_first_row_beside_it() -> None:
    sheet = Sheet()
    sheet.put("Mara Quill", size=18)
    for heading, rows in (
        ("Skills", (("Spreadsheets, bookkeeping", None),)),
        (
            "Experience",
            (("Fenwick Media", "Feb 2019 - Present"), ("Bookkeeper", None), ("Halden House", "Jan 2016 - Jan 2019")),
        ),
    ):
        sheet.y += 20
        for number, (text, right) in enumerate(rows):
            if number == 0:
                sheet.y += 6
                sheet._words(heading, 50, 10, False)
                sheet.y -= 6
            sheet.put(text, 150, right=right)
    sheet.put("Cashier", 150)

    assert entries(sheet) == [
        ("Bookkeeper", "Fenwick Media", "2019-02", "present"),
        ("Cashier", "Halden House", "2016-01", "2019-01"),
    ]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2022-Jan - 2025-Feb", "2022-01", "2025-02"),
        ("2025-Feb - Present", "2025-02", "present"),
        ("2019-mars – 2020-avr.", "2019-03", "2020-04"),
        ("Oct, 2014 - Nov, 20173 years", "2014-10", "2017-11"),
        ("Oct 2014 - Present3 years 2 months", "2014-10", "present"),
        ("2014 - 20173 ans", "2014", "2017"),
    ],
)
def test_dates_as_tools_print_them(text: str, start: str, end: str) -> None:
    [found] = find_ranges(text)
    assert (found.start, found.end) == (start, end)


def test_white_around_the_years_does_not_part_a_degree_from_the_school_above_them() -> None:
    sheet = opened("Education")
    for school, years, degree, subject in (
        ("Halden University", "2018 - 2021", "Master's degree: Networks and Computing", "Computer Science"),
        ("Ashby High School", "2013 - 2015", "High School Diploma", "Computer Science"),
    ):
        sheet.put(school)
        sheet.put(years)
        sheet.y += 12
        sheet.put(degree)
        sheet.put(subject)
        sheet.y += 12

    assert [(school, end) for _, school, end in named(sheet)] == [
        ("Halden University", "2021"),
        ("Ashby High School", "2015"),
    ]


def test_the_subject_stands_before_the_dash_of_the_school() -> None:
    sheet = opened("Education")
    sheet.put("Master's degree: Networks and Computing, Computer Science - Halden University")
    sheet.put("2018 - 2021")
    sheet.put("Diploma of Nursing, Care - Ashby College")
    sheet.put("2013 - 2015")

    assert named(sheet) == [
        ("Master's degree: Networks and Computing, Computer Science", "Halden University", "2021"),
        ("Diploma of Nursing, Care", "Ashby College", "2015"),
    ]


def test_the_last_page_has_the_margins_of_the_others() -> None:
    sheet = opened("Experience")
    for year in (2020, 2018, 2016):
        sheet.put("Warehouse clerk at Fenwick")
        sheet.put(f"{year} - {year + 1}")
        sheet.put("• kept the stock of the house in order and counted it each month by hand")
    sheet.page, sheet.y = 2, 40.0
    sheet.put("Deputy keeper, Department of antiquities and old coins - Halden Old")
    sheet.put("Museum House")
    sheet.put("2012 - 2014")

    last = read_blocks(sheet.blocks, [], [PageSize(number=1), PageSize(number=2)]).profile.experience[-1]
    assert last.employer is not None
    assert last.employer.value == "Halden Old Museum House"


def test_a_heading_under_columns_is_of_the_wide_text_below_it() -> None:
    sheet = Sheet()
    sheet.put("Mara Quill", size=20, bold=True)
    sheet.put("mara@quill.example | 06 39 98 44 10")
    sheet.put("SKILLS", size=12, bold=True)
    top = sheet.y
    for x, names in ((50, ("Spreadsheets", "Bookkeeping", "Payroll", "Audits")), (330, ("French", "Italian", "Welsh"))):
        sheet.y = top
        for name in names:
            sheet.put(name, x)
    sheet.y = top + 80
    sheet.put("WORK EXPERIENCE", size=12, bold=True)
    sheet.y += 8
    for post, right in (
        ("Bookkeeper at Fenwick Media", "Feb 2019 - Present"),
        ("Cashier at Halden House", "Jan 2016 - Jan 2019"),
    ):
        sheet.put(post, bold=True, right=right)
        sheet.put("Kept the books of the house in order and counted the stock of all its shops by hand each month", 60)

    assert entries(sheet) == [
        ("Bookkeeper", "Fenwick Media", "2019-02", "present"),
        ("Cashier", "Halden House", "2016-01", "2019-01"),
    ]


def test_a_name_that_wants_another_word_goes_on_under_the_date_beside_it() -> None:
    sheet = opened("Experience")
    sheet.put('Web developer ("Volunteers in', right="Aug 2016 - Jun 2017")
    sheet.put('Business" programme) at Nuxa')
    sheet.put("New York", size=8)
    sheet.put("Engineer at Minyra-", right="Jan 2015 - Dec 2015")
    sheet.put("Technologies")

    assert [e[:2] for e in entries(sheet)] == [
        ('Web developer ("Volunteers in Business" programme)', "Nuxa"),
        ("Engineer", "Minyra-Technologies"),
    ]


def test_list_signs_may_stand_before_the_heads() -> None:
    sheet = opened("Experience")
    for employer, period, title in (
        ("Fenwick Media", "2019-02-01 - 2021-03-01", "Bookkeeper"),
        ("Halden", "2016-01-01 - 2019-01-31", "Cashier"),
    ):
        sheet.put(f"• {employer}")
        sheet.put(period, 58)
        sheet.put(title, 58)

    assert entries(sheet) == [
        ("Bookkeeper", "Fenwick Media", "2019-02", "2021-03"),
        ("Cashier", "Halden", "2016-01", "2019-01"),
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Tampere, Pirkanmaa, FI", "Tampere, Pirkanmaa, FI"),
        ("Quillfield, Hawaii (US)", "Quillfield, Hawaii (US)"),
        ("Writing, PR", None),
    ],
)
def test_a_country_may_be_two_letters_behind_the_town(written: str, read: str | None) -> None:
    sheet = Sheet()
    sheet.put("Mara Quill", size=20, bold=True)
    sheet.put("Bookkeeper")
    sheet.put(written)
    sheet.put("mara@quill.example")
    sheet.put("Experience", size=13, bold=True)
    sheet.put("Bookkeeper at Fenwick Media", right="Feb 2019 - Present")

    place = profile(sheet).location
    assert (place.value if place else None) == read


def test_a_town_with_its_country_in_two_letters_is_no_part_of_the_employer() -> None:
    sheet = opened("Experience")
    sheet.put("Bookkeeper", right="2019 - 2021")
    sheet.put("Fenwick, Cluj-Brasna, RO")
    sheet.put("Cashier", right="2016 - 2019")
    sheet.put("Quarn.ai, Brasna, RO")

    assert [e[:2] for e in entries(sheet)] == [("Bookkeeper", "Fenwick"), ("Cashier", "Quarn.ai")]
