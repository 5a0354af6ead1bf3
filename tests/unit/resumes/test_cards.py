"""Posts on cards: frames and shaded areas that a page draws around them."""

from io import BytesIO

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import EXPECTED, POSTS, entries, opened, profile

from vivier.resumes.opening import open_file

WORK = ["Conduite de chantiers et devis", "Choix des végétaux", "Suivi des équipes"]
COLUMNS = (50.0, 310.0)


def card(sheet: Sheet, x: float, top: float, lines: list[tuple[float, str]], height: float = 100) -> None:
    """A frame with lines at places across it."""
    sheet.panel(x, top, x + 240, top + height)
    sheet.y = top + 8
    for at, text in lines:
        sheet.put(text, x + 8 + at, bold=at == 0 and text[:1].isupper() and text not in WORK)


def grid(sheet: Sheet, made: list[list[tuple[float, str]]], gap: float = 12) -> float:
    """Cards two by two; where they end."""
    top = sheet.y
    for number, lines in enumerate(made):
        card(sheet, COLUMNS[number % 2], top + number // 2 * (100 + gap), lines)
    return top + (len(made) + 1) // 2 * (100 + gap)


def test_periods_at_the_foot_of_cards_side_by_side_stay_with_their_posts() -> None:
    sheet = opened()
    grid(
        sheet,
        [
            [(0, title), (0, employer), *[(10, text) for text in WORK[number:]], (120, period)]
            for number, (title, employer, period) in enumerate(POSTS)
        ],
    )

    assert entries(sheet) == EXPECTED


def test_an_employer_at_the_foot_of_a_card_is_found_under_the_work() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        top = sheet.y
        sheet.panel(50, top, 545, top + 80)
        sheet.y = top + 8
        sheet.put(title, 58, bold=True, right=period)
        for text in WORK[:2]:
            sheet.put(text, 70)
        sheet.put(employer, 58)
        sheet.y = top + 90

    assert entries(sheet) == EXPECTED


def test_cards_that_open_with_the_work_and_close_with_the_post_are_read() -> None:
    sheet = opened()
    grid(
        sheet,
        [
            [*[(10, text) for text in WORK[:2]], (0, title), (0, employer), (0, period)]
            for title, employer, period in POSTS
        ],
    )

    assert entries(sheet) == EXPECTED


def test_what_stands_under_cards_is_a_section_of_its_own() -> None:
    sheet = opened()
    sheet.y = grid(sheet, [[(0, title), (0, employer), (0, period)] for title, employer, period in POSTS]) + 10
    sheet.put("Formation", size=13, bold=True)
    sheet.put("BTS Aménagements paysagers", bold=True)
    sheet.put("Lycée de Kerplouz, 2012")

    read = profile(sheet)

    assert len(read.experience) == 3
    assert [e.degree and e.degree.value for e in read.education] == ["BTS Aménagements paysagers"]


def test_panels_with_headings_are_sections_and_no_cards() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet.put("aurore.q@exemple.fr")
    for heading, lines in [
        ("Expérience", [POSTS[0][2], *POSTS[0][:2]]),
        ("Formation", ["2010 – 2012", "BTS Aménagements paysagers", "Lycée de Kerplouz"]),
    ]:
        top = sheet.y
        sheet.panel(50, top, 545, top + 100)
        sheet.y = top + 8
        sheet.put(heading, 58, size=13, bold=True)
        for line in lines:
            sheet.put(line, 58)
        sheet.y = top + 110

    read = profile(sheet)

    assert entries(sheet) == EXPECTED[:1]
    assert [e.institution and e.institution.value for e in read.education] == ["Lycée de Kerplouz"]


@pytest.mark.parametrize("drawn", ["frame", "ground", "both"])
def test_a_pdf_says_where_it_draws_panels(drawn: str) -> None:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.setFillGray(0.95)
    canvas.rect(0, 0, *A4, stroke=0, fill=1)
    canvas.line(40, 760, 555, 760)
    canvas.roundRect(40, 600, 250, 120, 6, stroke=drawn != "ground", fill=drawn != "frame")
    if drawn == "both":
        canvas.rect(40, 600, 250, 120, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.drawString(50, 700, "Paysagiste conceptrice, Atelier Fougère, 2019 – 2024")
    canvas.save()

    panels = [b for b in open_file(buffer.getvalue(), "cv.pdf").blocks if b["BlockType"] == "PANEL"]

    assert len(panels) == 1
    box = panels[0]["Geometry"]["BoundingBox"]
    assert box["Left"] == pytest.approx(40 / A4[0], abs=0.004)
    assert box["Top"] == pytest.approx(1 - 720 / A4[1], abs=0.004)
    assert box["Height"] == pytest.approx(120 / A4[1], abs=0.004)


def test_a_post_named_as_a_heading_would_be_stays_on_its_card() -> None:
    sheet = opened("Experience")
    posts = [
        ("Gallery Host", "Baltic", "04/2010 – 09/2012"),
        ("Volunteer", "National Trust", "05/2009 – 03/2010"),
    ]
    grid(sheet, [[(0, employer), (0, title), (0, period)] for title, employer, period in posts])

    assert [row[:2] for row in entries(sheet)] == [post[:2] for post in posts]


def test_a_letter_in_place_of_a_logo_is_no_employer() -> None:
    sheet = opened("Experience")
    posts = [
        ("Charge Nurse, ICU", "Mission Trail Medical Center", "08/2019 – 06/2024"),
        ("Staff Nurse", "St. Brigid's", "06/2015 – 07/2019"),
    ]
    top = sheet.y
    for (title, employer, period), x in zip(posts, COLUMNS, strict=True):
        sheet.panel(x, top, x + 240, top + 80)
        sheet.y = top + 8
        sheet._words(employer[:1], x + 8, 12, False)
        for text in (employer, f"{title} · Austin", period):
            sheet.put(text, x + 40, bold=text == employer)

    assert [row[:2] for row in entries(sheet)] == [post[:2] for post in posts]


WITH_WORK = [
    [
        *("Oct '22 – now", "Junior UX Designer", "TriMet", "Portland, OR"),
        *("Redrew the ticket purchase flow: drop-off down from 31% to 19%", "26 moderated tests, in two languages"),
        "Keeps the component library and writes release notes",
    ],
    [
        *("May '22 – Aug '22", "UX Design Intern", "Ruby Receptionists", "Beaverton, OR"),
        *("Audit of the call-log screens: 14", "fixes shipped"),
    ],
    [
        *("Apr '17 – Aug '21", "Café Manager", "Stumptown Coffee Roasters", "Portland, OR"),
        *("12 baristas, $1.1M a year, rota", "and ordering"),
        *("Moved the shop to mobile", "ordering in three weeks in 2020"),
    ],
    [
        *("Jun '14 – Mar '17", "Barista", "Stumptown Coffee Roasters", "Portland, OR"),
        "Regional latte art semi-finalist",
    ],
]


def test_what_was_done_last_is_no_employer_where_its_line_goes_on() -> None:
    sheet = opened("Experience")
    for lines in WITH_WORK:
        top = sheet.y
        sheet.panel(50, top, 545, top + 120)
        sheet.y = top + 8
        for number, text in enumerate(lines):
            sheet.put(text, 58, bold=number < 2)
        sheet.y = top + 130

    assert [row[1] for row in entries(sheet)] == [lines[2] for lines in WITH_WORK]
