"""What career centres, Indian resumes and narrow columns print: tables of studies, houses over posts, run-in posts."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import entries, opened, profile

from vivier.resumes.abilities.recognised import skills_named
from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.person.contacts import best_number, phone_candidates
from vivier.resumes.wording.opinions import degree_score, place_score


def named(sheet: Sheet) -> list[tuple[str | None, ...]]:
    studies = profile(sheet).education
    return [tuple(v.value if v else None for v in (s.degree, s.institution, s.end)) for s in studies]


def test_the_cells_of_a_table_of_studies_may_stand_in_the_middle_of_their_columns() -> None:
    sheet = opened("Academics")
    for cells in (
        ((50, "COURSE"), (150, "YEAR OF STUDY"), (270, "NAME OF THE INSTITUTION"), (480, "CGPA")),
        ((50, "B.Tech. ECE"), (150, "Sep'2020 - Jun'2024"), (270, "Aditya College of Engineering"), (480, "7.74")),
        ((64, "XII"), (150, "Jun'2018-May'2020"), (270, "Aditya Junior College"), (480, "9.38")),
    ):
        for x, text in cells[:-1]:
            sheet._words(text, x, 10, False)
        sheet.put(cells[-1][1], cells[-1][0])

    assert named(sheet) == [
        ("B.Tech. ECE", "Aditya College of Engineering", "2024-06"),
        ("XII", "Aditya Junior College", "2020-05"),
    ]


def test_a_house_stands_over_its_posts_for_as_long_as_they_took() -> None:
    sheet = opened("Professional Experience")
    for house, period, posts in (
        (
            "X-Systems, New York, NY",
            "January 2023 - May 2025",
            ("Staff Engineer (2024 - 2025)", "Associate Engineer (2023-2024)"),
        ),
        ("Quorvane, Boston, MA", "March 2019 - June 2022", ("Test Engineer (2021 - 2022)", "Technician (2019-2021)")),
    ):
        sheet.put(house, bold=True, right=period)
        for post in posts:
            sheet.put(post)
            sheet.put("• Wrote the tools that nine people use every day", 60)
        sheet.y += 8

    assert entries(sheet) == [
        ("Staff Engineer", "X-Systems", "2024", "2025"),
        ("Associate Engineer", "X-Systems", "2023", "2024"),
        ("Test Engineer", "Quorvane", "2021", "2022"),
        ("Technician", "Quorvane", "2019", "2021"),
    ]


def test_posts_may_open_list_items_that_go_on_with_what_was_done() -> None:
    sheet = opened("Internships and Trainings")
    sheet.put("• Sales and Marketing Intern, Younity: At Younity, my role was to sell courses by phone")
    sheet.put("and to follow up on leads.", 60)
    sheet.put("• Graphic Designer Intern, DFY Content: At DFY, I drew posts and advertisements")

    assert [e[:2] for e in entries(sheet)] == [
        ("Sales and Marketing Intern", "Younity"),
        ("Graphic Designer Intern", "DFY Content"),
    ]


def test_a_period_may_part_post_and_house_with_nothing_else() -> None:
    sheet = opened("Experience")
    sheet.put("Marketing Assistant June 2019 – Present Fenwick Media", bold=True)
    sheet.put("• Kept the calendar", 60)
    sheet.put("Teaching Assistant 2016-2018 Kent State University", bold=True)

    assert entries(sheet) == [
        ("Marketing Assistant", "Fenwick Media", "2019-06", "present"),
        ("Teaching Assistant", "Kent State University", "2016", "2018"),
    ]


def test_a_slash_without_spaces_parts_a_post_from_its_house() -> None:
    sheet = opened("Experience")
    for title, period in (
        ("SR. DATA SCIENTIST/HALDEN FOODS", "Jan 2019 – Till Date"),
        ("DATA SCIENTIST/QUORVANE INC", "Jan 2017 – Dec 2018"),
    ):
        sheet.put(title, bold=True)
        sheet.put(period)
        sheet.put("• Built the model that finds fraud", 60)

    assert [e[2:] for e in entries(sheet)] == [("2019-01", "present"), ("2017-01", "2018-12")]
    assert "halden" in str(entries(sheet)[0][1]).lower()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Related Experience", "experience"),
        ("Summer Experience", "experience"),
        ("Student Teaching Experience", "experience"),
        ("Languages Known", "languages"),
        ("EDUCATION | CERTIFICATIONS", "education"),
        ("User Experience", None),
    ],
)
def test_headings_of_career_centres(text: str, kind: str | None) -> None:
    assert heading_kind(text) == kind


def test_levels_of_school_are_degrees_and_states_are_places() -> None:
    assert all(degree_score(text) >= 1 for text in ("Higher Secondary", "XII", "Class X", "12th", "B.E."))
    assert place_score("Arkansas") == 1


def test_an_address_by_american_use_is_found_with_its_street() -> None:
    sheet = Sheet()
    sheet.put("John Quillan", size=20, bold=True)
    sheet.beside("2222 McCoy Road", "Columbus, Ohio 44444", 160)
    sheet.put("john.q@example.com")

    location = profile(sheet).location

    assert location is not None
    assert location.value == "2222 McCoy Road, Columbus, Ohio 44444"


def test_languages_behind_a_label_need_no_level() -> None:
    sheet = opened("Personal Information")
    sheet.put("Languages Known: English, Telugu.")

    assert [language.value for language in profile(sheet).languages] == ["English", "Telugu"]


def test_phones_are_told_apart_by_a_slash_and_read_with_dots() -> None:
    assert [raw for raw, _ in phone_candidates("01 41 20 21 78 / 07 48 89 02 16")] == [
        "01 41 20 21 78",
        "07 48 89 02 16",
    ]
    found = best_number("(415) · 497 · 7282", "US", strict=False)
    assert found is not None
    assert found[0] == "+14154977282"
    assert found[1] == pytest.approx(0.93)


def test_late_is_no_tool() -> None:
    assert not list(skills_named("followed up on late payments"))
    assert [skill.name for skill in skills_named("LaTeX")] == ["LaTeX"]


def test_capitals_leave_the_accent_off_a_preposition() -> None:
    sheet = opened()
    for title, period in (("STAGE A MOBISOFT", "2021 – 2022"), ("STAGE A QUORVANE", "2020 – 2021")):
        sheet.put(f"{title} {period}", bold=True)
        sheet.put("• Réalisation d’une application web", 60)
        sheet.y += 8

    assert entries(sheet) == [("STAGE", "MOBISOFT", "2021", "2022"), ("STAGE", "QUORVANE", "2020", "2021")]
