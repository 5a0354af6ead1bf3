"""What CVs set by LaTeX print: accents over capitals, periods on a line of time, and what stands in brackets."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import entries, opened, profile
from tests.unit.resumes.test_printed_lists import named

from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.layout.words import Word
from vivier.resumes.posts.heads import HeadRow, head_parts
from vivier.resumes.wording.opinions import describes_employer, school_score


def put(sheet: Sheet, text: str, x: float, y: float, size: float = 10, *, bold: bool = False) -> None:
    sheet.y = y
    sheet._words(text, x, size, bold)


def test_an_accent_set_over_a_capital_is_of_its_letter() -> None:
    sheet = opened()
    sheet._words("Atelier Fougère, Stage", 150, 10, False)
    put(sheet, "´", 262, sheet.y - 3)
    put(sheet, "- Etudes des sols", 256, sheet.y + 3)
    sheet.put("2019 – 2021", 50)

    assert "´" not in "".join(e[0] or "" for e in entries(sheet))
    assert "Études des sols" in (entries(sheet)[0][0] or "")


def test_the_second_year_of_a_period_may_hang_under_the_first_in_small_letters() -> None:
    sheet = opened()
    y = sheet.y
    put(sheet, "Paysagiste conceptrice, Atelier Fougère", 110, y + 2, bold=True)
    put(sheet, "2019", 59, y, 6)
    put(sheet, "2024", 66, y + 9, 6)
    put(sheet, "Plans et suivi de chantiers en Bretagne", 110, y + 16)
    put(sheet, "Ouvrière paysagiste, Pépinières Kerdraon", 110, y + 40, bold=True)
    put(sheet, "2015", 66, y + 38, 6)

    assert [e[2:] for e in entries(sheet)] == [("2019", "2024"), ("2015", "2015")]


def test_a_period_over_two_lines_may_stand_around_the_line_of_its_post() -> None:
    sheet = opened("Experience")
    y = sheet.y
    for post, start, end in (
        ("Gardener, Halden House", "February 2021 -", "June 2023"),
        ("Florist, Kantéga Flowers", "March 2018 -", "July 2020"),
    ):
        put(sheet, start, 50, y)
        put(sheet, post, 150, y + 6)
        put(sheet, end, 50, y + 12)
        put(sheet, "• Planted the beds of the park and kept them", 160, y + 26)
        y += 60

    assert entries(sheet) == [
        ("Gardener", "Halden House", "2021-02", "2023-06"),
        ("Florist", "Kantéga Flowers", "2018-03", "2020-07"),
    ]


def test_the_mark_of_a_line_of_time_over_a_date_opens_no_list_item() -> None:
    sheet = opened()
    y = sheet.y
    for title, employer, year in (("Paysagiste", "Atelier Fougère", "2017"), ("Fleuriste", "Kerdraon Fleurs", "2015")):
        put(sheet, year, 70, y)
        put(sheet, "•", 76, y + 3)
        put(sheet, title, 110, y + 2, bold=True)
        put(sheet, f"{employer}, Brest", 260, y + 2)
        put(sheet, "Des massifs plantés et entretenus toute l'année", 110, y + 18)
        y += 50

    assert [e[:2] for e in entries(sheet)] == [("Paysagiste", "Atelier Fougère"), ("Fleuriste", "Kerdraon Fleurs")]


@pytest.mark.parametrize(
    ("row", "title", "employer"),
    [
        ("Paysagiste, chez Kerdraon (www.kerdraon.example)", "Paysagiste", "Kerdraon"),
        ("Paysagiste, Kerdraon, Stage de fin d'études", "Paysagiste", "Kerdraon"),
        (
            "Kerdraon, Rennes, France, Stage - Développement du site des jardins",
            "Stage - Développement du site des jardins",
            "Kerdraon",
        ),
    ],
)
def test_a_site_and_the_kind_of_a_students_post_are_no_employer(row: str, title: str, employer: str) -> None:
    sheet = opened()
    for period in ("2019 – 2021", "2016 – 2018"):
        sheet.beside(period, row)
        sheet.put("• Plans, devis et suivi de chantiers", 160)

    assert entries(sheet)[0][:2] == (title, employer)


def test_a_town_with_the_number_of_its_departement_is_no_part_of_the_employer() -> None:
    sheet = opened()
    sheet.beside("2007 – 2012", "A+ Jardins à Quelneuc-en-Forêt (56)", bold=True)
    sheet.put("Suppléant du chef de culture", 150)

    assert entries(sheet)[0][:2] == ("Suppléant du chef de culture", "A+ Jardins")


def test_a_name_with_its_group_in_brackets_is_named_by_its_own() -> None:
    sheet = opened("Formation")
    sheet.beside("2013 – 2015", "Master en Botanique, FLO'TECH Halden (ESTIA Group)")

    assert named(sheet) == [("Master en Botanique", "FLO'TECH Halden (ESTIA Group)", "2015")]


@pytest.mark.parametrize(
    ("row", "degree"),
    [
        ("BAC S - SVT, Lycée Bellevue, Brest", "BAC S - SVT"),
        ("Master MAE, Institut Kerdraon, Grenoble, Bac +5", "Master MAE"),
    ],
)
def test_a_series_is_of_the_bac_and_a_level_of_nothing(row: str, degree: str) -> None:
    sheet = opened("Formation")
    sheet.beside("2012 – 2014", row)

    assert named(sheet)[0][0] == degree


def test_the_school_may_stand_behind_a_dash_under_several_subjects() -> None:
    sheet = opened("Formation")
    sheet.beside("2016 – 2017", "Master 1 Mathématiques, Informatique et jardins à la française")
    sheet.put("– Paris 7 Diderot", 150)

    assert named(sheet)[0][:2] == (
        "Master 1 Mathématiques, Informatique et jardins à la française",
        "Paris 7 Diderot",
    )


def test_universities_of_one_town_have_numbers_and_kinds_of_schools_no_name() -> None:
    assert school_score("Lyon II") >= 1 > school_score("Lyon 2e")
    assert school_score("École d'ingénieurs") < 0.5


def test_projects_of_studies_are_no_studies() -> None:
    sheet = opened("Projets")
    sheet.put("Universitaires", size=11, bold=True)
    sheet.beside("2009", "Amplificateur de jardin, Serre Minatel, Grenoble")
    sheet.put("Formation", size=13, bold=True)
    sheet.beside("2012 – 2014", "BTS Aménagements paysagers, Lycée Bellevue")

    assert [one.degree.value for one in profile(sheet).education if one.degree] == ["BTS Aménagements paysagers"]


def test_a_side_bar_set_flush_right_is_no_list_of_hints() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", 220, size=20, bold=True)
    left = [
        "Adresse",
        "12 rue du Port",
        "29200, Brest",
        "Langues",
        "Anglais, courant",
        "Breton, notions",
        "Loisirs",
        "Kayak",
    ]
    right = [
        "Expériences professionnelles",
        "2019 – 2024 | Atelier Fougère",
        "Paysagiste conceptrice",
        "Plans de parcs et de jardins pour dix communes du littoral",
        "2015 – 2018 | Pépinières Kerdraon",
        "Ouvrière paysagiste",
        "Plantations, taille et entretien de massifs toute l'année",
        "Suivi de chantiers et commandes de plants aux fournisseurs",
    ]
    for beside, text in zip(left, right, strict=True):
        size = 14 if beside in ("Adresse", "Langues", "Loisirs") else 10
        sheet._words(beside, 170 - len(beside) * size * 0.5 - beside.count(" ") * size * -0.22, size, size == 14)
        sheet.put(text, 200, size=14 if text == right[0] else 10, bold=text == right[0])
        sheet.y += 4

    assert [e[1] for e in entries(sheet)] == ["Atelier Fougère", "Pépinières Kerdraon"]


@pytest.mark.parametrize(
    ("row", "below", "employer"),
    [
        ("Étudiante chercheuse, LABO (Laboratoire de Recherche", "et Développement de Kerdraon), Brest.", "LABO"),
        ("Paysagiste conceptrice et jardinière, Ateliers Fou-", "gère, Brest, France.", "Ateliers Fougère"),
        ("Consultante en jardins et en paysages, Savoir-faire", "Jardins, Brest.", "Savoir-faire Jardins"),
    ],
)
def test_a_name_broken_off_before_the_date_goes_on_below(row: str, below: str, employer: str) -> None:
    sheet = opened()
    for period in ("2018 – 2021", "2015 – 2017"):
        right = 50 + len(row) * 5 + row.count(" ") * -2.2
        sheet._words(period, right + 14, 10, False)
        sheet.put(row)
        sheet.y -= 2
        sheet.put(below)
        sheet.put("• Plans, devis et suivi de chantiers", 60)
        sheet.y += 6

    assert (entries(sheet)[0][1] or "").startswith(employer)


def test_what_scholars_do_beside_their_post_is_none() -> None:
    sheet = opened("Parcours professionnel académique")
    sheet.beside("2023 – présent", "Maîtresse de conférences, Université de Halden")
    sheet.beside("2016 – 2020", "Doctorante, Université de Kerdraon")
    sheet.put("Encadrement scientifique", size=13, bold=True)
    sheet.beside("2022 – 2023", "Membre du comité de thèse de Nathan Kervella")
    sheet.put("Bourses et financements", size=13, bold=True)
    sheet.beside("2021 – 2023", "Projet de jardins, Institut du Littoral")

    assert [e[1] for e in entries(sheet)] == ["Université de Halden", "Université de Kerdraon"]


def test_what_a_house_is_said_to_be_is_not_its_name() -> None:
    assert describes_employer("Kerdraon est une entreprise internationale de jardins spécialisée")
    assert describes_employer("Halden House is a family of five gardens in the north of the town")
    assert not describes_employer("Le Rire est le Propre de l'Homme")


def test_what_was_studied_before_a_comma_is_no_part_of_the_school() -> None:
    sheet = opened("Formation")
    sheet.beside("2013 – 2018", "Jardins et Science des Sols, ESITPA, Rouen, France, Diplôme d'ingénieur")

    assert named(sheet)[0][1] == "ESITPA"


@pytest.mark.parametrize("kind", ["CDI - 3 ans ½", "CDD, 6 mois"])
def test_how_long_a_contract_took_is_no_name(kind: str) -> None:
    sheet = opened()
    for title, employer, period in (("Jardinier", "Kerdraon", "2019 – 2022"), ("Fleuriste", "Fougère", "2016 – 2018")):
        sheet.beside(period, f"{title}, {kind}, {employer} (Lyon).")
        sheet.put("• Plans, devis et suivi de chantiers", 160)

    assert [e[:2] for e in entries(sheet)] == [("Jardinier", "Kerdraon"), ("Fleuriste", "Fougère")]


def test_the_label_of_a_post_is_not_its_title() -> None:
    words = [
        Word(text, 1, x, 0, x + 40, 10, 10, False, 1, (0, 0, 0.1, 0.1)) for text, x in (("Poste", 50), ("Veille", 150))
    ]
    row = Row([Cell([word]) for word in words], 1)

    assert [(p.text, p.told) for p in head_parts([HeadRow(row, [c.text for c in row.cells])])] == [("Veille", "what")]
