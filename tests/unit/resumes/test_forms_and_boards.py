"""Application forms with several labels to a row, and what job boards print: houses and towns joined by a hyphen."""

from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import entries, opened
from tests.unit.resumes.test_typed import studies


def form(sheet: Sheet, rows: tuple[tuple[str, str, str, str], ...]) -> None:
    for row in rows:
        for x, text in zip((50, 150, 330, 430), row, strict=True):
            sheet._words(text, x, 9, x in (50, 330))
        sheet.y += 16
    sheet.y += 10


def test_a_forms_second_label_of_a_row_is_no_part_of_what_the_first_says() -> None:
    sheet = opened("Employment history")
    for employer, trade, post, grade, begin, end in (
        ("Moorby Hospitals NHS Trust", "Healthcare", "Junior Sister, Acute Medicine", "Band 6", "05/2021", "To date"),
        ("Halden Care Home", "Social care", "Care Assistant", "n/a", "06/2010", "08/2013"),
    ):
        form(
            sheet,
            (
                ("Employer name", employer, "Type of business", trade),
                ("Job title", post, "Grade", grade),
                ("Date from", begin, "Date to", end),
                ("Reason for leaving", "Moved house", "Notice", "1 month"),
            ),
        )

    assert entries(sheet) == [
        ("Junior Sister, Acute Medicine", "Moorby Hospitals NHS Trust", "2021-05", "present"),
        ("Care Assistant", "Halden Care Home", "2010-06", "2013-08"),
    ]


def test_the_ends_of_a_post_stand_in_different_rows_beside_labels_of_ones_own() -> None:
    sheet = opened()
    for house, town, post, begin, end in (
        ("Transports Kermorvan", "Brest", "Chauffeur SPL", "03/2015", "12/2022"),
        ("Garage Le Goff", "Quimper", "Mécanicien", "2010", "2015"),
    ):
        form(
            sheet,
            (
                ("Entreprise", house, "Lieu", town),
                ("Fonction", post, "Date d'entrée", begin),
                ("Motif de départ", "Fin de contrat", "Date de sortie", end),
            ),
        )

    assert entries(sheet) == [
        ("Chauffeur SPL", "Transports Kermorvan", "2015-03", "2022-12"),
        ("Mécanicien", "Garage Le Goff", "2010", "2015"),
    ]


def test_a_town_that_a_bare_hyphen_joins_to_a_house_is_none_of_its_name() -> None:
    sheet = opened("Work Experience")
    for post, house, period in (
        ("Installer", "Gross Mechanical-Maumee, OH", "June 2014 to February 2019"),
        ("Helper", "Jiffy Lube-Bowling Green, OH", "May 2013 to June 2014"),
    ):
        sheet.put(post, bold=True)
        sheet.put(house)
        sheet.put(period)
        sheet.y += 8
    sheet.put("Education", size=13, bold=True)
    sheet.put("High school diploma", bold=True)
    sheet.put("Waite High School-Toledo, OH")
    sheet.put("June 2011")
    sheet.y += 8
    sheet.put("BS in Biology", bold=True)
    sheet.put("Halden State University-Winston-Salem, NC")
    sheet.put("2015")

    assert [(title, house) for title, house, *_ in entries(sheet)] == [
        ("Installer", "Gross Mechanical"),
        ("Helper", "Jiffy Lube"),
    ]
    assert studies(sheet) == [
        ("High school diploma", "Waite High School", "2011-06"),
        ("BS in Biology", "Halden State University", "2015"),
    ]


def test_universities_called_after_two_towns_keep_both() -> None:
    sheet = opened("Formation")
    for degree, school, year in (
        ("Master Droit", "Université Paris-Nanterre", "2016"),
        ("Licence Droit", "Université Clermont-Auvergne", "2014"),
    ):
        sheet.put(f"{degree}, {school}, {year}")

    assert [school for _, school, _ in studies(sheet)] == ["Université Paris-Nanterre", "Université Clermont-Auvergne"]


def test_labels_that_run_on_in_one_row_are_told_by_their_capitals() -> None:
    sheet = opened("Formations")
    for degree, told in (
        ("Bac pro ASSP", "Niveau : Bac, mention Bien Établissement : Lycée Fougère, Saint-Louis Obtenu en : 2015"),
        ("CAP Petite enfance", "Niveau : CAP/BEP Établissement : CNED Obtenu en : 2014"),
    ):
        sheet.put(degree, bold=True)
        sheet.put(told)

    assert studies(sheet) == [
        ("Bac pro ASSP", "Lycée Fougère", "2015"),
        ("CAP Petite enfance", "CNED", "2014"),
    ]


def test_a_level_is_the_degree_of_a_form_that_tells_no_other() -> None:
    sheet = opened("Education")
    for level, school, year in (
        ("Bachelor's degree", "Halden University", "2014"),
        ("High school diploma", "Moorby High School", "2010"),
    ):
        sheet.put(f"Level: {level}")
        sheet.put(f"School: {school}")
        sheet.put(f"Year: {year}")

    assert studies(sheet) == [
        ("Bachelor's degree", "Halden University", "2014"),
        ("High school diploma", "Moorby High School", "2010"),
    ]


def test_a_lone_school_joined_to_its_town_and_state_is_parted_from_it() -> None:
    sheet = opened("Education")
    sheet.put("High school diploma", bold=True)
    sheet.put("Waite High School-Toledo, OH")
    sheet.put("June 2011")

    assert studies(sheet) == [("High school diploma", "Waite High School", "2011-06")]


def test_the_old_european_form_has_long_labels_and_says_what_a_house_does() -> None:
    sheet = opened("Work experience")
    for label, value in (
        ("Dates", "March 2014 to date"),
        ("Occupation or position held", "Lorry driver"),
        ("Main activities and responsibilities", "Pallets to Antwerp and Ghent"),
        ("Name and address of employer", "Transports Kerdraon, Herstal (Belgium)"),
        ("Type of business or sector", "Transport and logistics"),
        ("Dates", "September 2007 to February 2014"),
        ("Occupation or position held", "Delivery driver"),
        ("Name and address of employer", "Halden, Ninove (Belgium)"),
        ("Type of business or sector", "Retail"),
    ):
        sheet.beside(label, value, 280)
    sheet.put("Education and training", size=13, bold=True)
    for label, value in (
        ("Dates", "September 1995 to June 2001"),
        ("Title of qualification awarded", "Upper secondary certificate, joinery"),
        ("Name and type of organisation providing education", "Technical Institute of Moorby"),
        ("Level in national or international classification", "ISCED 3"),
    ):
        sheet.beside(label, value, 320)

    assert entries(sheet) == [
        ("Lorry driver", "Transports Kerdraon", "2014-03", "present"),
        ("Delivery driver", "Halden", "2007-09", "2014-02"),
    ]
    assert studies(sheet) == [("Upper secondary certificate, joinery", "Technical Institute of Moorby", "2001-06")]


def test_a_house_over_a_form_is_named_without_its_town_and_state() -> None:
    sheet = opened("Work experience")
    for house, post, period in (
        ("U.S. Forest Service, Albuquerque, NM", "Contract Specialist", "07/2016 – Present"),
        ("Halden Air Force Base, Moorby, NM", "Contract Administrator", "03/2011 – 06/2016"),
    ):
        sheet.put(house, bold=True)
        sheet.put(f"Title: {post}")
        sheet.put(f"Dates: {period}")
        sheet.put("Duties: blanket purchase agreements")
        sheet.y += 8

    assert [(post, house) for post, house, *_ in entries(sheet)] == [
        ("Contract Specialist", "U.S. Forest Service"),
        ("Contract Administrator", "Halden Air Force Base"),
    ]


def test_a_hyphen_within_a_towns_name_or_between_two_places_parts_no_house() -> None:
    sheet = opened("Work experience")
    for period, house, post in (
        ("2017 – ...", "GROUPE HALDEN Saint-Quentin-en-Yvelines", "Directeur financier"),
        ("2007 – 2011", "KERDRAON Limoges", "Contrôleur financier zone Allemagne-Autriche"),
        ("2002 – 2007", "Halden Retail-Lyon (69)", "Vendeuse"),
    ):
        sheet.put(f"{period} {house}", bold=True)
        sheet.put(post)

    assert [(post, start, end) for post, _, start, end in entries(sheet)] == [
        ("Directeur financier", "2017", "present"),
        ("Contrôleur financier zone Allemagne-Autriche", "2007", "2011"),
        ("Vendeuse", "2002", "2007"),
    ]
