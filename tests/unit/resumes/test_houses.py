"""Employers that stand over several posts, and the towns behind employers that no list of towns has."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import entries, opened, profile
from tests.unit.resumes.test_simple_fields import typed


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


def test_houses_with_how_long_all_posts_took_have_all_of_them() -> None:
    sheet = opened("Experience")
    sheet.put("Halden & Moorby", bold=True)
    sheet.put("6 years 5 months")
    for title, period in (
        ("Chief Financial Officer", "March 2023 - Present (3 years 9 months)"),
        ("Vice President, Finance", "August 2021 - March 2023 (1 year 8 months)"),
        ("Director of Planning", "July 2020 - August 2021 (1 year 2 months)"),
    ):
        sheet.put(title)
        sheet.put(period, size=9)
    sheet.put("Fernlea", bold=True)
    sheet.put("Audit Senior")
    sheet.put("September 2009 - June 2013 (3 years 10 months)", size=9)

    assert posts(sheet) == [
        ("Chief Financial Officer", "Halden & Moorby"),
        ("Vice President, Finance", "Halden & Moorby"),
        ("Director of Planning", "Halden & Moorby"),
        ("Audit Senior", "Fernlea"),
    ]


def test_how_long_one_post_took_makes_no_house_of_it() -> None:
    sheet = opened()
    for title, took, period in (("Perchman", "4 mois", "2019 – 2020"), ("Pisteur", "2 ans", "2016 – 2018")):
        sheet.put(title, bold=True)
        sheet.put(took)
        sheet.put(period)
        sheet.put("Domaine de Kerdraon")

    assert posts(sheet) == [("Perchman", "Domaine de Kerdraon"), ("Pisteur", "Domaine de Kerdraon")]


def test_list_items_that_fill_the_time_of_their_house_are_posts() -> None:
    sheet = opened("Employment")
    sheet.put("Halden Foods, Leeds", bold=True, right="2011 – 2024")
    for item in ("Head of Quality (2019 – 2024)", "Quality Manager (2015 – 2019)", "Lab Technician (2011 – 2015)"):
        sheet.put(f"• {item}", 60)
    sheet.put("Fernlea Dairies, York", bold=True, right="2008 – 2011")
    sheet.put("• Lab Assistant", 60)

    assert posts(sheet) == [
        ("Head of Quality", "Halden Foods"),
        ("Quality Manager", "Halden Foods"),
        ("Lab Technician", "Halden Foods"),
        ("Lab Assistant", "Fernlea Dairies"),
    ]


def test_a_section_in_its_own_words_beside_one_of_posts_may_list_more() -> None:
    sheet = opened("Profile")
    sheet.put("At home in a drill shack and a boardroom.")
    sheet.y += 20
    sheet.put("The Halden Years", size=13, bold=True)
    sheet.y += 6
    sheet.put("Halden Canada, Toronto (2014 to now)")
    for title, period in (("Principal Engineer", "Apr 2022 – Present"), ("Site Engineer", "May 2014 – Mar 2022")):
        sheet.put(f"{title}, {period}")
        sheet.put("• Ran six sites", 60)
    sheet.y += 20
    sheet.put("Before That", size=13, bold=True)
    sheet.y += 6
    sheet.put("Fernlea Ltd, Vancouver – Student, Jan – Aug 2012")

    assert posts(sheet)[:2] == [("Principal Engineer", "Halden Canada"), ("Site Engineer", "Halden Canada")]


def test_the_same_house_as_before_is_that_of_the_post_above() -> None:
    read = typed(
        "Aurore Tarrant\naurore@exemple.fr\n\nExpérience\n"
        "Infirmière référente\nCHU de Halden\nsept. 2021 – présent\n• suivi des patients\n"
        "Infirmière\nMême établissement\nmars 2016 – août 2021\n• soins\n"
    )

    assert [e.employer and e.employer.value for e in read.experience] == ["CHU de Halden", "CHU de Halden"]


def test_houses_a_little_larger_than_their_posts_and_as_bold_are_over_them() -> None:
    sheet = Sheet()
    sheet.put("Aurore Tarrant", size=20)
    sheet.put("aurore@exemple.fr | 06 39 98 44 90")
    sheet.put("EXPÉRIENCE", size=13, bold=True)
    for house, posts in (
        (
            "Eiffage Énergie — Toulouse",
            (
                ("Chef de chantier / 2019-2024", "Lycée, clinique, tri postal."),
                ("Monteur électricien / 2010-2014", "Chemins de câbles, tirage."),
            ),
        ),
        ("Cegelec — Blagnac", (("Électricien / 2006-2010", "Hangars, balisage de piste."),)),
        ("SARL Palacin — Muret", (("Apprenti électricien / 2003-2006", "Maisons neuves, dépannage."),)),
    ):
        sheet.put(house, size=10.4, bold=True)
        for post, tasks in posts:
            sheet.put(post, size=10, bold=True)
            sheet.put(tasks, size=10)

    assert [e.employer and e.employer.value for e in profile(sheet).experience] == [
        "Eiffage Énergie",
        "Eiffage Énergie",
        "Cegelec",
        "SARL Palacin",
    ]
