"""What tools that set CVs print, whatever their templates: narrow cells, dates at an edge, hanging names, margins."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import EXPECTED, POSTS, entries, opened, profile

from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.text import clean

WORK = "Conduite de chantiers, devis et suivi des fournisseurs"


def studies(sheet: Sheet) -> list[tuple[str | None, ...]]:
    found = profile(sheet).education
    return [tuple(f.value if f else None for f in (e.degree, e.institution, e.end)) for e in found]


def test_periods_at_the_left_of_a_long_list_are_no_column_though_labels_stand_among_them() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet.put("Contact", size=13, bold=True)
    sheet.beside("Adresse", "12 quai de Brest, 29000 Quimper", 230)
    sheet.beside("Téléphone", "", 230)
    sheet.beside("Courriel", "", 230)
    sheet.put("Expérience", size=13, bold=True)
    sheet.put("professionnelle", size=13, bold=True)
    for title, employer, period in POSTS:
        sheet.beside(period, title, 230, bold=True)
        sheet.put(employer, 230)
        for _ in range(4):
            sheet.put(f"– {WORK}", 230)
        sheet.y += 8
    sheet.put("Formation", size=13, bold=True)
    for year, school, degree in (
        ("2012", "Lycée de Kerplouz", "BTS Aménagements paysagers"),
        ("2010", "Lycée de Kerbernez", "Bac pro Travaux paysagers"),
    ):
        sheet.beside(year, school, 230)
        sheet.put(degree, 230)

    assert entries(sheet) == EXPECTED


def test_towns_and_dates_set_against_the_right_edge_are_no_column() -> None:
    sheet = opened("Experience")
    for (title, employer, period), town in zip(POSTS, ("Quimper", "Landévennec", "Brest"), strict=True):
        sheet.put(f"{employer}, {title}", bold=True, right=town)
        sheet._words(period, 545 - len(period) * 5, 10, False)
        sheet.y += 15

    assert entries(sheet) == EXPECTED


def test_an_address_over_a_margin_of_headings_makes_it_no_column() -> None:
    sheet = Sheet()
    for left, right in (
        ("12 quai de Brest", "Aurore Quillévéré"),
        ("29000 Quimper", ""),
        ("06 39 98 44 90", "Paysagiste"),
        ("aurore.q@exemple.fr", ""),
    ):
        sheet._words(left, 50, 10, False)
        sheet.put(right, 190, size=20 if right.startswith("Aurore") else 10)
    sheet.y += 20
    for heading, rows in (
        ("Profil", (("Paysagiste, je cherche un poste stable dans ma région et des chantiers publics", ""),)),
        ("Expérience", tuple((f"{title}, {employer}", period) for title, employer, period in POSTS)),
        ("Formation", (("BTS Aménagements paysagers, Lycée de Kerplouz", "2010–2012"),)),
        ("Compétences", (("AutoCAD, SketchUp, QGIS", ""),)),
        ("Langues", (("Anglais : courant", ""),)),
    ):
        sheet._words(heading, 60, 10, True)
        for text, right in rows:
            sheet.put(text, 190, right=right)
        sheet.y += 10

    assert entries(sheet) == EXPECTED
    assert studies(sheet) == [("BTS Aménagements paysagers", "Lycée de Kerplouz", "2012")]


def test_a_degree_broken_in_a_cell_narrower_than_itself_is_put_together() -> None:
    sheet = opened("Formation")
    for (first, last), study, end in (
        (("Maî-", "trise"), "Université de Kerplouz, Travail social", "avril 2017"),
        (("Doc-", "torat"), "Université de Kerbernez, Histoire", "avril 2013"),
        (("Bache-", "lor"), "Université de Quimper, Droit", "mai 2010"),
    ):
        sheet._words(first, 50, 10, True)
        sheet.put(study, 95, bold=True, right="Brest")
        sheet._words(last, 50, 10, True)
        sheet.put("", 95, right=end)

    assert studies(sheet) == [
        ("Maîtrise", "Université de Kerplouz", "2017-04"),
        ("Doctorat", "Université de Kerbernez", "2013-04"),
        ("Bachelor", "Université de Quimper", "2010-05"),
    ]


def test_a_school_goes_on_under_the_words_behind_a_list_sign_though_a_date_stands_before_it() -> None:
    sheet = opened("Education")
    sheet.beside("2014 – 2016", "• Associate of Applied Science, Logistics Planning and Stock, Halden Technical", 145)
    sheet.put("College, Halden, GA.", 153)
    for number in range(3):
        sheet.beside(
            f"{2012 - number}",
            f"• Certificate {number}, Logistics Planning and Stock Keeping, Therrow High School of Halden",
            145,
        )
    sheet.beside("2006 – 2010", "• High School Diploma, Therrow High School, Halden, GA.", 145)

    assert studies(sheet)[0] == (
        "Associate of Applied Science, Logistics Planning and Stock",
        "Halden Technical College",
        "2016",
    )


def test_a_plain_name_behind_a_degree_in_bold_goes_on_below() -> None:
    sheet = opened("Education")
    for period, degree, school, rest in (
        ("2023 – 2025", "Master of Science, Machine Learning & Artificial Intelligence,", "Tandor", "School of Arts"),
        ("2010 – 2014", "Bachelor of Arts, Philosophy, Mathematics and Foreign Letters,", "UC Saw", "Heights"),
        ("2008 – 2010", "Foundation Diploma, History and Letters of Ancient Continents,", "Selwyn", "College"),
        ("2006 – 2008", "Higher Certificate, Geography and Natural History of Seashores,", "Halden", "School"),
    ):
        sheet._words(period, 50, 10, False)
        sheet._words(degree, 130, 10, True)
        sheet.put(school, 130 + sum(len(word) * 5 + 2.8 for word in degree.split()))
        sheet.put(rest, 130)

    assert [row[1] for row in studies(sheet)] == [
        "Tandor School of Arts",
        "UC Saw Heights",
        "Selwyn College",
        "Halden School",
    ]


def test_a_second_degree_right_under_the_first_is_of_the_school_above_both() -> None:
    sheet = opened("Education")
    sheet.put("Halden University")
    sheet.put("Master's Degree, Software Science", right="Sep 2021 – Jul 2023")
    sheet.put("Bachelor's Degree, Computer Science", right="Sep 2018 – Jul 2021")

    assert studies(sheet) == [
        ("Master's Degree, Software Science", "Halden University", "2023-07"),
        ("Bachelor's Degree, Computer Science", "Halden University", "2021-07"),
    ]


def test_whose_sheet_it_is_may_only_stand_in_its_foot() -> None:
    sheet = Sheet()
    sheet.put("Curriculum", size=24)
    sheet.put("Vitae", size=24)
    sheet.put("Contact", size=13, bold=True)
    sheet.put("12 quai de Brest, 29000 Quimper")
    sheet.put("Expérience", size=13, bold=True)
    for title, employer, period in POSTS:
        sheet.put(f"{title}, {employer}", right=period)
    sheet.y = 810
    sheet.put("Curriculum Vitae Aurore Quillévéré", right="Page 1")

    name = profile(sheet).name
    assert name is not None
    assert name.value == "Aurore Quillévéré"


@pytest.mark.parametrize("house", ["Nantes Métropole", "Orange"])
def test_a_house_called_like_a_town_is_the_employer_when_nothing_else_is(house: str) -> None:
    sheet = opened()
    sheet.put(f"Chargée de communication, {house}, Nantes", bold=True, right="06/2021 – 05/2024")
    sheet.put("Content manager, Ubisend, Rezé", bold=True, right="10/2018 – 05/2021")

    assert entries(sheet)[0][:2] == ("Chargée de communication", house)


def test_what_a_table_says_was_done_is_no_part_of_the_post() -> None:
    sheet = opened()
    for texts in (
        ("Période", "Employeur", "Poste", "Missions"),
        ("2018 – 2024", "Studio Fougère", "Illustratrice sonore", "Projet Kerdraon : Refonte"),
        ("", "", "", "du catalogue"),
        ("2015 – 2018", "Atelier Penmarc", "Développeuse", "Renfort de l'équipe technique"),
    ):
        for text, x in zip(texts, (50, 140, 250, 380), strict=True):
            sheet._words(text, x, 10, False)
        sheet.y += 15

    assert [row[:2] for row in entries(sheet)] == [
        ("Illustratrice sonore", "Studio Fougère"),
        ("Développeuse", "Atelier Penmarc"),
    ]


def test_a_subject_may_stand_before_its_degree() -> None:
    sheet = opened("Education")
    for school, period, degree in (
        ("Halden University", "2012 – 2016", "Botany, PharmD"),
        ("Selwyn College", "2008 – 2011", "Chemistry, Bachelor of Science"),
    ):
        sheet.put(school, bold=True, right=period)
        sheet.put(degree)

    assert [row[:2] for row in studies(sheet)] == [
        ("Botany, PharmD", "Halden University"),
        ("Chemistry, Bachelor of Science", "Selwyn College"),
    ]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Conseiller d&apos;élevage", "Conseiller d'élevage"),
        ("LYCÉE D&APOS;AUZEVILLE", "LYCÉE D'AUZEVILLE"),
        ("R&amp;D", "R&D"),
        ("AT&T; Marks & Spencer", "AT&T; Marks & Spencer"),
        ("2019–PresentTeam leader", "2019–Present Team leader"),
        ("2021–Aujourd’huiChargée d’études", "2021–Aujourd’hui Chargée d’études"),
        ("2019–presented papers", "2019–presented papers"),
    ],
)
def test_signs_by_name_and_periods_run_into_a_name_are_put_right(printed: str, meant: str) -> None:
    assert clean(printed) == meant


@pytest.mark.parametrize("heading", ["Emploi recherché", "POSTE VISÉ", "Job applied for"])
def test_the_post_that_is_wanted_is_no_post_that_was_held(heading: str) -> None:
    assert heading_kind(heading) == "summary"


def test_a_town_may_stand_before_its_postcode_behind_a_comma() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet.put("aurore.q@exemple.fr | 06 39 98 44 90")
    sheet.put("101 cours Lafayette, Villevieille-sur-Orn, 69003")

    place = profile(sheet).location
    assert place is not None
    assert place.value == "101 cours Lafayette, Villevieille-sur-Orn, 69003"
