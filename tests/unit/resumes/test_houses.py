"""Employers that stand over several posts, and the towns behind employers that no list of towns has."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import entries, opened


def posts(sheet: Sheet) -> list[tuple[str | None, ...]]:
    return [(title, employer) for title, employer, *_ in entries(sheet)]


@pytest.mark.parametrize("titles_first", [True, False])
def test_an_employer_with_the_time_of_all_its_posts_is_no_post(titles_first: bool) -> None:
    sheet = opened()
    sheet.put("Hôpital Kerdraon, Brest", bold=True, right="2015 à ce jour")
    for title, period in (("Cadre de santé", "juin 2019 à ce jour"), ("Infirmière", "mai 2015 à juin 2019")):
        sheet.put(title, right=period)
        sheet.put("• Tutorat de huit étudiants")
    for title, house, period in (
        ("Infirmière de nuit", "Clinique Fougère", "2012 – 2015"),
        ("Aide-soignante", "Résidence Landévennec", "2008 – 2012"),
    ):
        sheet.put(title if titles_first else house, bold=True, right=period)
        sheet.put(house if titles_first else title)

    assert posts(sheet) == [
        ("Cadre de santé", "Hôpital Kerdraon"),
        ("Infirmière", "Hôpital Kerdraon"),
        ("Infirmière de nuit", "Clinique Fougère"),
        ("Aide-soignante", "Résidence Landévennec"),
    ]


def test_what_stands_below_a_post_under_its_house_is_what_was_done() -> None:
    sheet = opened("Experience")
    sheet.put("Halden County Hospital, Moorby", bold=True, right="2014 – present")
    for title, period in (("Ward Manager", "Jan 2021 – present"), ("Staff Nurse, Acute Unit", "Sept 2014 – Dec 2020")):
        sheet.put(title, right=period)
        sheet.put("Mentor to final-year students", 60)
    sheet.put("Care Assistant", bold=True, right="2012 – 2014")
    sheet.put("Fernlea House")

    assert posts(sheet) == [
        ("Ward Manager", "Halden County Hospital"),
        ("Staff Nurse, Acute Unit", "Halden County Hospital"),
        ("Care Assistant", "Fernlea House"),
    ]


def test_a_long_post_beside_shorter_ones_is_a_post() -> None:
    sheet = opened("Experience")
    for title, house, period in (
        ("Freelance translator", "Halden Words", "2010 – present"),
        ("Office manager", "Fernlea Ltd", "2015 – present"),
        ("Receptionist", "Moorby Hotel", "2010 – 2015"),
    ):
        sheet.put(title, bold=True, right=period)
        sheet.put(house)

    assert posts(sheet) == [
        ("Freelance translator", "Halden Words"),
        ("Office manager", "Fernlea Ltd"),
        ("Receptionist", "Moorby Hotel"),
    ]


def test_an_employer_may_stand_over_the_first_period_though_others_stand_below_theirs() -> None:
    sheet = opened()
    sheet.put("Groupe Kerdraon Santé (Lyon)", bold=True)
    for title, period in (
        ("Assistante du directeur général", "01/2017 – aujourd'hui"),
        ("Assistante de la direction médicale", "05/2011 – 12/2016"),
    ):
        sheet.put(period)
        sheet.put(title)
        sheet.put("• Congrès et déplacements")
    for title, house, period in (
        ("Assistante commerciale", "Fonderies Fougère", "09/2003 – 04/2011"),
        ("Secrétaire", "Mairie de Landévennec", "01/1999 – 08/2003"),
    ):
        sheet.put(period)
        sheet.put(house, bold=True)
        sheet.put(title)

    assert posts(sheet) == [
        ("Assistante du directeur général", "Groupe Kerdraon Santé"),
        ("Assistante de la direction médicale", "Groupe Kerdraon Santé"),
        ("Assistante commerciale", "Fonderies Fougère"),
        ("Secrétaire", "Mairie de Landévennec"),
    ]


TOWNS = [("Tema Oil Works Ltd", "Kpone"), ("Volta Clinics", "Dansoman"), ("Melaco", "Sakumono East")]


@pytest.mark.parametrize("sign", [" – ", ", "])
def test_one_more_name_behind_each_employer_says_where_it_was(sign: str) -> None:
    sheet = opened("Experience")
    for (house, town), title, period in zip(
        TOWNS,
        ("Administrative Assistant", "Receptionist", "Sales Assistant"),
        ("Nov 2021 – present", "Sept 2019 – Aug 2021", "2014 – 2016"),
        strict=True,
    ):
        sheet.put(title, bold=True, right=period)
        sheet.put(f"{house}{sign}{town}")

    assert [employer for _, employer in posts(sheet)] == [house for house, _ in TOWNS]


def test_a_name_behind_one_employer_of_many_is_part_of_it() -> None:
    sheet = opened("Experience")
    for house, title, period in (
        ("Halden Water – Fernlea", "Administrative Assistant", "Nov 2021 – present"),
        ("Moorby Clinics", "Receptionist", "Sept 2019 – Aug 2021"),
        ("Melaco", "Sales Assistant", "2014 – 2016"),
    ):
        sheet.put(title, bold=True, right=period)
        sheet.put(house)

    assert [employer for _, employer in posts(sheet)] == ["Halden Water - Fernlea", "Moorby Clinics", "Melaco"]


def test_employers_set_larger_than_their_posts_stand_over_them() -> None:
    """As a network's own export sets them: the house, how long in all, then each post over its period and place."""
    sheet = opened("Experience")
    start = sheet.y
    for down, size, bold, text in (
        (10, 12.0, False, "Halden Drinks"),
        (27, 9.5, False, "6 years 9 months"),
        (46, 9.5, True, "Head of Brand"),
        (59, 9.5, False, "April 2023 - Present (2 years 3 months)"),
        (71, 9.5, False, "London Area, United Kingdom"),
        (89, 9.5, False, "Own the masterbrand platform for twelve markets and its working budget."),
        (101, 9.5, False, "Took the blender bus on a tour that sold out in Leeds by 11am."),
        (119, 9.5, True, "Senior Brand Manager"),
        (132, 9.5, False, "August 2020 - April 2023 (2 years 9 months)"),
        (146, 9.5, False, "London Area, United Kingdom"),
        (162, 9.5, False, "Relaunched the children's range; penetration up 3.2 points in eighteen months."),
        (181, 9.5, True, "Brand Manager"),
        (194, 9.5, False, "October 2018 - August 2020 (1 year 11 months)"),
        (206, 9.5, False, "London, United Kingdom"),
        (230, 12.0, False, "Fernlea"),
        (252, 9.5, True, "Assistant Brand Manager"),
        (266, 9.5, False, "September 2016 - October 2018 (2 years 2 months)"),
        (278, 9.5, False, "London, United Kingdom"),
        (295, 9.5, False, "Wrote the recipe cards' tone-of-voice guide still used today."),
        (319, 12.0, False, "The Weirhouse"),
        (341, 9.5, True, "Marketing Executive"),
        (354, 9.5, False, "July 2014 - August 2016 (2 years 2 months)"),
        (367, 9.5, False, "Bristol, United Kingdom"),
        (384, 9.5, False, "Film festival campaigns on a shoestring."),
    ):
        sheet.y = start + down
        sheet.put(text, size=size, bold=bold)

    assert posts(sheet) == [
        ("Head of Brand", "Halden Drinks"),
        ("Senior Brand Manager", "Halden Drinks"),
        ("Brand Manager", "Halden Drinks"),
        ("Assistant Brand Manager", "Fernlea"),
        ("Marketing Executive", "The Weirhouse"),
    ]


def test_a_house_in_bold_without_a_time_stands_over_plain_posts() -> None:
    sheet = opened("Experience")
    sheet.put("Halden Insurance, Norwich", bold=True)
    sheet.put("Claims Team Leader", right="2020 – present")
    sheet.put("Claims Handler", right="2016 – 2020")
    sheet.put("Customer Adviser", right="2014 – 2016")
    sheet.put("Kerdraon, Norwich", bold=True)
    sheet.put("Receptionist", right="2012 – 2014")

    assert posts(sheet) == [
        ("Claims Team Leader", "Halden Insurance"),
        ("Claims Handler", "Halden Insurance"),
        ("Customer Adviser", "Halden Insurance"),
        ("Receptionist", "Kerdraon"),
    ]
