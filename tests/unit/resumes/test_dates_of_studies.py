"""Studies whose dates stand as few posts' do: lone ones beside periods, in brackets, of several degrees at a school."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_studies import studies

from vivier.resumes.model import PageSize
from vivier.resumes.service import read_blocks

Study = tuple[str | None, ...]


def listed(*rows: str) -> list[Study]:
    """What is read of studies in plain rows."""
    return studies(*((row, None) for row in rows))


def test_a_lone_year_counts_beside_periods_where_its_row_names_degree_and_school() -> None:
    assert listed(
        "Lincoln College (2007–2011), Level 3 NVQ",
        "Sir William Moray Academy: 8 GCSEs, 2007",
    ) == [
        ("Lincoln College", "Level 3 NVQ", "2011"),
        ("Sir William Moray Academy", "8 GCSEs", "2007"),
    ]


def test_a_year_in_brackets_within_a_row_is_the_studys() -> None:
    assert listed(
        "CAP Charpentier (2006), CFA du Loiret",
        "Institute of Public Administration, Dublin (2001): Diploma in Local Government",
    ) == [
        ("CFA du Loiret", "CAP Charpentier", "2006"),
        ("Institute of Public Administration", "Diploma in Local Government", "2001"),
    ]


def test_degrees_under_a_school_with_a_period_of_its_own_have_their_years() -> None:
    assert listed(
        "Université de Bourgogne (2014-2019)",
        "Doctorat en sciences de gestion (2019)",
        "Master Recherche en management (2015)",
        "IAE Savoie (2010-2013)",
        "Licence Gestion (2013)",
    ) == [
        ("Université de Bourgogne", "Doctorat en sciences de gestion", "2019"),
        ("Université de Bourgogne", "Master Recherche en management", "2015"),
        ("IAE Savoie", "Licence Gestion", "2013"),
    ]


def test_years_behind_degrees_count_although_one_period_stands_below_them() -> None:
    sheet = Sheet()
    sheet.put("Inès Moravie", size=20, bold=True)
    sheet.put("ines@moravie.example | 06 39 98 44 10")
    sheet.put("Formation", size=13, bold=True)
    for school, degree in (
        ("École nationale de Halden", "Diplôme de directeur d'hôpital (promotion Marie-Curie), 2001"),
        ("Université Kerdraon", "Licence d'histoire, 1994"),
    ):
        sheet.y += 8
        sheet.put(school, bold=True)
        sheet.put(degree)
    sheet.put("- Chargée de cours à l'Université de Transvia, master Management")
    sheet.put("(depuis 2013)")
    read = read_blocks(sheet.blocks, [], [PageSize(number=1)]).profile.education

    assert [(e.institution and e.institution.value, e.end and e.end.value) for e in read][:2] == [
        ("École nationale de Halden", "2001"),
        ("Université Kerdraon", "1994"),
    ]


def test_studies_that_go_on_end_with_their_class() -> None:
    assert listed("Licence pro Commerce - en cours (promotion 2026)", "IUT d'Annecy") == [
        ("IUT d'Annecy", "Licence pro Commerce", "2026")
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("VAE - Titre professionnel Cuisinier (AFPA Créteil), 2021", ("AFPA Créteil", "Titre professionnel Cuisinier")),
        ("Formation initiale : BTS Tourisme, Lycée Kerdraon, 2009", ("Lycée Kerdraon", "BTS Tourisme")),
        ("Master I.A.E. Lyon, 2015", ("I.A.E. Lyon", "Master")),
        ("B.E.P. Agent administratif (L.E.P. de Moravie), 1987", ("L.E.P. de Moravie", "B.E.P. Agent administratif")),
        ("BSc Nursing, University of Texas at Arlington, 2019", ("University of Texas at Arlington", "BSc Nursing")),
        (
            "EM Halden, Programme Grande École, spécialisation Audit, 2019",
            ("EM Halden", "Programme Grande École, spécialisation Audit"),
        ),
        (
            "Master MEEF, Université de Moravie (en reprise d'études), 2014",
            ("Université de Moravie", "Master MEEF"),
        ),
    ],
)
def test_what_stands_around_degree_and_school_is_neither(row: str, expected: Study) -> None:
    assert listed(row) == [(*expected, row[-4:])]


def test_training_later_in_life_under_a_label_is_of_the_studies() -> None:
    assert listed(
        "Formation initiale : BTS Tourisme, Lycée Kerdraon, 1999",
        "Formation continue : CQP Assistante dentaire, CNQAOS, 2005",
    ) == [("Lycée Kerdraon", "BTS Tourisme", "1999"), ("CNQAOS", "CQP Assistante dentaire", "2005")]


def test_a_degree_broken_in_a_narrow_column_goes_on_in_small_letters() -> None:
    assert listed("Bachelor Responsable", "marketing", "opérationnel", "École de Halden", "2022") == [
        ("École de Halden", "Bachelor Responsable marketing opérationnel", "2022")
    ]


def test_a_school_written_small_in_its_own_cell_is_one() -> None:
    rows = (
        ("2013", "CFC d'installateur sanitaire", "Centre professionnel de Moravie"),
        ("2020", "Brevet fédéral de contremaître", "suissetec"),
    )

    assert studies(cells=rows)[1] == ("suissetec", "Brevet fédéral de contremaître", "2020")


def test_an_item_of_a_list_is_not_of_the_school_in_the_item_above() -> None:
    assert listed("• Titre RNCP Développeur web : Simplon (2021)", "• BAFA (2012)") == [
        ("Simplon", "Titre RNCP Développeur web", "2021"),
        (None, "BAFA", "2012"),
    ]


def test_studies_in_sentences_of_ones_own_have_each_their_school_and_year() -> None:
    assert listed(
        "Après un bac L au lycée Kerdraon en 2003, j'ai obtenu une licence d'anglais à l'université de",
        "Halden en 2006, puis le CAPES d'anglais en 2008.",
    ) == [
        ("lycée Kerdraon", "bac L", "2003"),
        ("université de Halden", "licence d'anglais", "2006"),
        (None, "CAPES d'anglais", "2008"),
    ]


def test_a_list_of_long_rows_with_a_roman_number_is_no_sentence_of_ones_own() -> None:
    assert listed(
        "1998 - 2001  Université Paris I Panthéon, Maîtrise de droit public et sciences politiques",
        "1995 - 1998  Lycée Kerdraon, Baccalauréat L, mention bien, options latin et théâtre",
    )[0] == ("Université Paris I Panthéon", "Maîtrise de droit public et sciences politiques", "2001")


def test_two_years_over_each_other_beside_a_degree_each_are_no_period() -> None:
    rows = (("2013", "CFC d'installateur", "École de Moravie"), ("2020", "Brevet fédéral", "École de Halden"))

    assert studies(cells=rows) == [
        ("École de Moravie", "CFC d'installateur", "2013"),
        ("École de Halden", "Brevet fédéral", "2020"),
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("CAP Boulanger - 2008 - CFA de Halden", ("CFA de Halden", "CAP Boulanger")),
        ("DCG – 2010, Lycée Kerdraon", ("Lycée Kerdraon", "DCG")),
        ("CFC de cuisinier, 2007, École de Moravie", ("École de Moravie", "CFC de cuisinier")),
        ("Brevet agricole (BTA) obtenu en 1992 à l'École de Halden", ("École de Halden", "Brevet agricole (BTA)")),
    ],
)
def test_a_year_between_degree_and_school_is_the_studys(row: str, expected: Study) -> None:
    (year,) = (word for word in row.replace(",", "").split() if word.isdigit())

    assert listed(row) == [(*expected, year)]


def test_the_same_school_again_is_the_one_above() -> None:
    assert listed("DNSEP, École d'art de Halden (2012)", "DNAP, même école (2010)") == [
        ("École d'art de Halden", "DNSEP", "2012"),
        ("École d'art de Halden", "DNAP", "2010"),
    ]


def test_a_number_of_exams_opens_a_study_under_its_school() -> None:
    assert listed(
        "University of Halden",
        "MSc Sports Science (2020)",
        "BSc (Hons) Physiotherapy (2014)",
        "Moray Girls' School",
        "3 A-levels, 9 GCSEs (2011)",
    ) == [
        ("University of Halden", "MSc Sports Science", "2020"),
        ("University of Halden", "BSc (Hons) Physiotherapy", "2014"),
        ("Moray Girls' School", "3 A-levels, 9 GCSEs", "2011"),
    ]


def test_a_row_that_names_what_was_taken_is_no_school_over_the_next() -> None:
    assert listed(
        "2016 : Part III – University of Halden",
        "2014 : MArch – Moray School of Architecture",
        "2011 : BA (Hons) Architecture – University of Moravie",
    ) == [
        ("University of Halden", "Part III", "2016"),
        ("Moray School of Architecture", "MArch", "2014"),
        ("University of Moravie", "BA (Hons) Architecture", "2011"),
    ]
