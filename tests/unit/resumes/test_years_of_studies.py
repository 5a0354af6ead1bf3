"""Where the years of studies stand: behind names, beside each other in a column, before dashes, yet to come."""

import pytest
from tests.unit.resumes.test_lists import opened
from tests.unit.resumes.test_typed import studies


def test_years_over_each_other_beside_two_studies_are_no_period() -> None:
    sheet = opened("Formation")
    sheet.beside("2012", "Baccalauréat STI2D, Lycée Fougère, Halden")
    sheet.beside("2019", "Auditeur interne, AFNOR")

    assert studies(sheet) == [
        ("Baccalauréat STI2D", "Lycée Fougère", "2012"),
        ("Auditeur interne", "AFNOR", "2019"),
    ]


@pytest.mark.parametrize("sign", [", ", " - "])
def test_a_year_right_behind_a_degree_parts_it_from_its_school(sign: str) -> None:
    sheet = opened("Formation")
    sheet.put(f"Bac pro Cuisine 2010{sign}Lycée Fougère")
    sheet.put(f"BEP Hôtellerie 2008{sign}Lycée Kerdraon")

    assert studies(sheet) == [
        ("Bac pro Cuisine", "Lycée Fougère", "2010"),
        ("BEP Hôtellerie", "Lycée Kerdraon", "2008"),
    ]


def test_a_year_before_a_school_is_that_of_what_no_list_knows_for_a_degree() -> None:
    sheet = opened("Education")
    sheet.put("NVQ Level 3 Cleaning, achieved 2020 - Moorby College")
    sheet.put("ESOL Level 2, achieved 2015 - same college")

    assert studies(sheet) == [
        ("NVQ Level 3 Cleaning", "Moorby College", "2020"),
        ("ESOL Level 2", "Moorby College", "2015"),
    ]


def test_studies_numbered_in_roman_letters_are_called_without_them() -> None:
    sheet = opened("Education")
    for number, study in (
        ("(i)", "Halden University – BEng Civil Engineering (part-time) – 2022 till date, Year 4 of 5"),
        ("(ii)", "Moorby College of Technology, Lagos – National Diploma in Civil Engineering (Lower Credit) – 2010"),
        ("(iii)", "Igbobi College, Lagos – West African Senior School Certificate – 2007"),
    ):
        sheet.put(f"{number} {study}")

    assert studies(sheet) == [
        ("BEng Civil Engineering", "Halden University", "present"),
        ("National Diploma in Civil Engineering (Lower Credit)", "Moorby College of Technology", "2010"),
        ("West African Senior School Certificate", "Igbobi College", "2007"),
    ]


def test_a_defence_to_come_is_the_end_of_studies() -> None:
    sheet = opened("Formation")
    sheet.put("Université de Halden", bold=True)
    sheet.put("DU Prise en charge de la douleur, en cours, soutenance prévue en octobre 2026")
    sheet.y += 8
    sheet.put("Lycée Fougère", bold=True)
    sheet.put("Bac S, 2012")

    assert studies(sheet) == [
        ("DU Prise en charge de la douleur", "Université de Halden", "2026-10"),
        ("Bac S", "Lycée Fougère", "2012"),
    ]


def test_a_year_that_went_to_the_next_row_leaves_those_of_other_studies() -> None:
    sheet = opened("Formation")
    sheet.put("BEP Chaudronnerie, CFAI Kerdraon, Halden,")
    sheet.put("2002.")
    sheet.put("BP Soudage, GRETA de Kerdraon, 2009, en cours du soir.")

    assert studies(sheet) == [
        ("BEP Chaudronnerie", "CFAI Kerdraon", "2002"),
        ("BP Soudage", "GRETA de Kerdraon", "2009"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("bac pro cuisine 2010 lycee de kerdraon", "bep hotellerie 2008 meme lycee"),
        ("bac pro cuisine 2010 lycee de kerdraon, bep hotellerie 2008 meme lycee",),
        ("bac pro cuisine (2010) lycee de kerdraon", "bep hotellerie (2008) meme lycee"),
    ],
)
def test_a_year_alone_parts_a_degree_from_its_school(rows: tuple[str, ...]) -> None:
    sheet = opened("Etudes")
    for row in rows:
        sheet.put(row)

    assert studies(sheet) == [
        ("bac pro cuisine", "lycee de kerdraon", "2010"),
        ("bep hotellerie", "lycee de kerdraon", "2008"),
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("Certificat en santé mentale\ten cours, fin prévue 2027", "Université de Halden"), "2027"),
        (("MA Maritime History, University of Halden, in progress, due to finish September 2027",), "2027-09"),
    ],
)
def test_a_year_in_which_studies_are_to_end_is_their_end(rows: tuple[str, ...], expected: str) -> None:
    sheet = opened("Formation")
    for row in rows:
        text, _, right = row.partition("\t")
        sheet.put(text, right=right or None)
    sheet.put("DEC en Techniques d'éducation", right="2016")
    sheet.put("Cégep Garneau")

    assert studies(sheet)[0][2] == expected


def test_two_years_below_a_whole_period_are_of_two_rows() -> None:
    sheet = opened("Formation")
    sheet.beside("2012 – 2014", "Brevet fédéral d'agent de processus, Swissmechanic, Bienne")
    sheet.beside("1998", "CFC de polymécanicien, CEJEF Porrentruy")
    sheet.beside("2015", "Cours de formateur en entreprise, 40 h")

    assert studies(sheet)[1] == ("CFC de polymécanicien", "CEJEF Porrentruy", "1998")


@pytest.mark.parametrize("same", ["même établissement", "au même lycée", "idem", "même IUT"])
def test_the_same_school_is_that_of_the_degree_above(same: str) -> None:
    sheet = opened("Formation")
    sheet.put("2014 : Bac professionnel Logistique, lycée Henri-Darras, Halden")
    sheet.put(f"2012 : BEP Logistique et transport, {same}")

    assert studies(sheet) == [
        ("Bac professionnel Logistique", "lycée Henri-Darras", "2014"),
        ("BEP Logistique et transport", "lycée Henri-Darras", "2012"),
    ]
