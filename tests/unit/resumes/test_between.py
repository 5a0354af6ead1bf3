"""Rows between names that name nothing, list signs before names, and names that read like headings."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import entries, opened
from tests.unit.resumes.test_printed_lists import named

POSTS = (
    ("Fenwick Media", "Bookkeeper", "March 2019 - Present"),
    ("Halden House", "Cashier", "January 2016 - February 2019"),
    ("Ashby & Quill", "Waiter", "May 2013 - December 2015"),
)
READ = [
    ("Bookkeeper", "Fenwick Media", "2019-03", "present"),
    ("Cashier", "Halden House", "2016-01", "2019-02"),
    ("Waiter", "Ashby & Quill", "2013-05", "2015-12"),
]


@pytest.mark.parametrize(
    "nothing", ["https://www.fenwick.example", "www.fenwick.example/jobs", "(3 ans 2 mois)", "2 years"]
)
def test_a_row_that_names_nothing_does_not_end_a_head(nothing: str) -> None:
    sheet = opened("Experience")
    for employer, title, period in POSTS:
        sheet.put(employer, right=period)
        sheet.put(nothing)
        sheet.put(title)
        sheet.put("Kept the accounts of two hundred customers and wrote to those who were late.")

    assert entries(sheet) == READ


def test_an_employer_that_is_called_like_a_site_stays_a_name() -> None:
    sheet = opened("Experience")
    for employer, title, period in (("halden.works", *POSTS[0][1:]), *POSTS[1:]):
        sheet.put(employer, right=period)
        sheet.put(title)

    assert entries(sheet)[0] == ("Bookkeeper", "halden.works", "2019-03", "present")


@pytest.mark.parametrize("bold", [True, False])
def test_list_signs_may_stand_before_the_period_and_the_post(bold: bool) -> None:
    sheet = opened("Experience")
    for employer, title, period in POSTS:
        sheet.put(employer, size=12, bold=True)
        sheet.put(f"• {period}", 60)
        sheet.put(f"• {title}", 60, bold=bold)
        sheet.put("A house with two hundred customers in three towns of the valley.")
        sheet.put("• Kept the accounts of two hundred customers", 60)
        sheet.put("• Wrote to those who were late", 60)

    assert entries(sheet) == READ


def test_list_items_below_a_dated_one_stay_what_was_done() -> None:
    sheet = opened("Experience")
    sheet.put("Bookkeeper, Fenwick Media, 2016 - 2019", bold=True)
    for year in ("2017 - 2018", "2018 - 2019"):
        sheet.put(f"• {year}", 60)
        sheet.put("• Wrote to customers who were late", 60)

    assert [entry[:2] for entry in entries(sheet)] == [("Bookkeeper", "Fenwick Media")]


def test_a_common_word_opens_the_posts_when_nothing_else_does() -> None:
    sheet = Sheet()
    sheet.put("Mara Quill", size=18, bold=True)
    for heading, rows in (("Contact", ("mara@quill.example",)), ("Profiles", ("Network",)), ("Work", ())):
        sheet.put(heading, size=12, bold=True)
        for row in rows:
            sheet.put(row)
    earlier = (("Norden Foods", "Baker", "2010 - 2012"), ("Halden Mill", "Driver", "2007 - 2009"))
    for employer, title, period in (*POSTS, *earlier):
        sheet.put(employer, size=12, bold=True)
        sheet.put(period, size=12, bold=True)
        sheet.put(title)
    sheet.put("Education", size=12, bold=True)
    sheet.put("BSc Botany, Halden University, 2010 - 2013")

    assert entries(sheet)[:3] == READ


def test_an_employer_that_is_called_like_a_heading_is_one() -> None:
    sheet = opened("Experience")
    for employer, (_, title, period) in zip(("Fenwick Media", "Higher Education", "Ashby & Quill"), POSTS, strict=True):
        sheet.y += 6
        sheet.put(employer, size=11.5, bold=True)
        sheet.put(title, right=period)
    sheet.y += 12
    sheet.put("Education", size=13, bold=True)
    sheet.put("BSc Botany, Halden University, 2010 - 2013")

    assert [entry[1] for entry in entries(sheet)] == ["Fenwick Media", "Higher Education", "Ashby & Quill"]
    assert [school for _, school, *_ in named(sheet)] == ["Halden University"]


def test_small_letters_open_no_heading_where_the_others_open_large() -> None:
    sheet = Sheet()
    sheet.put("Mara Quill", size=18, bold=True)
    for heading in ("Langues", "Compétences", "Expérience professionnelle"):
        sheet.y += 10
        sheet.put(heading, size=13, bold=True)
        sheet.put("Français" if heading != "Expérience professionnelle" else "")
    sheet.put("Fenwick Media", right="mars 2019 - mai 2020")
    sheet.put("Comptable et formatrice", size=12, bold=True)
    sheet.put("en informatique", size=12, bold=True)
    sheet.put("Halden House", right="mars 2016 - mai 2018")
    sheet.put("Caissière", size=12, bold=True)

    assert [entry[1] for entry in entries(sheet)] == ["Fenwick Media", "Halden House"]
