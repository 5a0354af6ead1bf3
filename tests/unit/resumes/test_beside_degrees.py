"""What is told beside a degree and is no part of it, and what is a part although it looks like that."""

import pytest
from tests.unit.resumes.test_lists import opened
from tests.unit.resumes.test_typed import studies
from tests.unit.resumes.test_typed_lists import typed

SCHOOLS = {"fr": "Lycée Fougère", "en": "Halden University"}


def degrees(heading: str, degree: str, school: str) -> list[str | None]:
    """The degree read from three ways of setting it beside its school."""
    read = []
    for rows in (
        (f"{degree}, {school}, 2012",),
        (f"{school} – {degree} – 2012",),
        (f"2012 – {degree}, {school}",),
    ):
        sheet = opened(heading)
        for row in rows:
            sheet.put(row)
        sheet.put(
            "2008 – CAP Cuisine, CFA Kerdraon"
            if heading == "Formation"
            else "2008 – NVQ Level 2 Welding, Moorby College"
        )
        read += [degree for degree, named, _ in studies(sheet) if named == school]
    return read


@pytest.mark.parametrize(
    "told",
    [
        ", mention très bien", ", obtenu avec mention", " (mention assez bien)", ", major de promotion", ", rang 3/45",
        ", 12e sur 80", " (14,5/20)", ", non validée", ", 1re et 2e années validées", ", en deux ans", ", niveau III",
        ", titre RNCP niveau 6", " (Bac+2)", ", admissible à Centrale", " et CRPE reçue 34e sur 280", " (équivalence)",
        ", médaille départementale", " (abandon en 2e année)", ", mémoire sur les halles", ", 1re année seulement",
    ],
)  # fmt: skip
def test_what_is_said_of_a_french_degree_is_no_part_of_it(told: str) -> None:
    assert (
        degrees("Formation", f"BTS Comptabilité et gestion{told}", SCHOOLS["fr"]) == ["BTS Comptabilité et gestion"] * 3
    )


@pytest.mark.parametrize(
    "told",
    [
        " with distinction", ", cum laude", ", magna cum laude", ", first class honours", ", 2:1", ", upper second",
        ", predicted grades", " (part-time)", ", minor in Music", " (left after two terms)", " (not completed)",
        " (WES evaluated: equivalent to a Canadian degree)", ", GPA 3.7", ", Dean's List", ", achieved",
        ", second class honours grade one", ", scholarship holder",
        ", deferred", ", thesis on bogs", ", Triple Distinction",
    ],
)  # fmt: skip
def test_what_is_said_of_an_english_degree_is_no_part_of_it(told: str) -> None:
    assert degrees("Education", f"BSc Botany{told}", SCHOOLS["en"]) == ["BSc Botany"] * 3


@pytest.mark.parametrize(
    "degree",
    [
        "BSc (Hons) Nursing (Adult)", "Office Administration, QQI Level 5",
        "Certificate in Education (Post-Compulsory)", "MA Hispanic Studies and Film",
        "National Diploma in Engineering (Lower Credit)",
    ],
)  # fmt: skip
def test_what_belongs_to_a_degree_stays(degree: str) -> None:
    assert degrees("Education", degree, SCHOOLS["en"]) == [degree] * 3


def test_a_certificate_in_education_over_its_school_is_no_heading() -> None:
    sheet = opened("Education")
    sheet.put("MA Hispanic Studies", bold=True)
    sheet.put("University of Halden, 2016")
    sheet.y += 8
    sheet.put("Certificate in Education", bold=True)
    sheet.put("University of Moorby, 2007")

    assert studies(sheet) == [
        ("MA Hispanic Studies", "University of Halden", "2016"),
        ("Certificate in Education", "University of Moorby", "2007"),
    ]


def test_a_house_behind_a_dash_and_small_letters_is_the_school() -> None:
    sheet = opened("Formation")
    sheet.put("2022 : BAFA, approfondissement – Ligue Kerdraon")
    sheet.put("1994 : Bac pro Secrétariat – Lycée Fougère")

    assert studies(sheet) == [
        ("BAFA, approfondissement", "Ligue Kerdraon", "2022"),
        ("Bac pro Secrétariat", "Lycée Fougère", "1994"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Semestre à l'Universidad de Moorby (Erasmus+).", "Échange universitaire à l'Université Kerdraon",
        "Erasmus : Université de Moorby", "Exchange year at Moorby College", "Semester abroad at Moorby University",
    ],
)  # fmt: skip
def test_a_row_that_tells_where_one_was_abroad_names_no_school_of_the_degree(told: str) -> None:
    sheet = opened("Formation")
    sheet.beside("2014-2017", "Master Génie industriel, ENSIL-ENSCI")
    sheet.put(told, 150)
    sheet.beside("2012-2014", "DUT Génie mécanique, IUT du Fougère")

    assert studies(sheet) == [
        ("Master Génie industriel", "ENSIL-ENSCI", "2017"),
        ("DUT Génie mécanique", "IUT du Fougère", "2014"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        ("First class honours; Erasmus term at Universidad de Moorby, Santander",),
        ("Option digitale ; semestre d'échange à Moorby Business School (hiver 2014)",),
        ("Co-op program; exchange term at Moorby", "Business School (Winter 2013)"),
        ("With distinction. Dissertation: Moorby College and", "its school of weavers"),
    ],
)
def test_a_time_abroad_behind_what_a_degree_was_like_names_no_school_of_it(told: tuple[str, ...]) -> None:
    sheet = opened("Formation")
    sheet.put("Master Marketing", bold=True)
    sheet.put("Halden School of Business")
    sheet.put("Sept 2012 – May 2015")
    for row in told:
        sheet.put(row)

    assert studies(sheet) == [("Master Marketing", "Halden School of Business", "2015-05")]


def test_what_a_thesis_was_about_is_no_part_of_the_school() -> None:
    sheet = opened("Education")
    sheet.beside("2018", "PhD, Biostatistics, University of Washington. Dissertation: Joint models")
    sheet.put("with informative visit times", 150)
    sheet.beside("2012", "Doctorat en histoire, Université de Lille. Thèse : les foires au Moyen Âge")
    sheet.beside("2010", "BS, Mathematics, National Taiwan University, Taipei")

    assert [(school, end) for _, school, end in studies(sheet)] == [
        ("University of Washington", "2018"),
        ("Université de Lille", "2012"),
        ("National Taiwan University", "2010"),
    ]


def test_when_a_course_finishes_beside_the_period_of_its_school_is_no_part_of_its_name() -> None:
    sheet = opened("Education")
    sheet.put("Moorby College, September 2025 – present", bold=True)
    sheet.put("Level 1 Diploma in Bricklaying, finishing July 2026")
    sheet.put("CSCS Green Labourer Card, February 2026")
    sheet.put("Halden Academy, 2020 – 2025", bold=True)
    sheet.put("GCSEs")

    assert [degree for degree, *_ in studies(sheet)][:1] == ["Level 1 Diploma in Bricklaying"]


def test_a_time_in_the_army_is_no_study() -> None:
    sheet = opened("Formation")
    sheet.put("Bachelor of Science in Hospitality, EHL Lausanne, 2013")
    sheet.put("Maturité gymnasiale, Lycée des Creusets, 2008")
    sheet.put("Army: lieutenant, troupes du train, 2009")

    assert [degree for degree, _, _ in studies(sheet)] == ["Bachelor of Science in Hospitality", "Maturité gymnasiale"]


def test_a_name_whose_hyphen_stands_at_the_end_of_a_row_goes_on_below() -> None:
    sheet = opened("Formation")
    sheet.put("DEM de violon, Conservatoire de Halden, 2013")
    sheet.put("Diplôme d'État de professeur de musique, Cefedem Rhône-")
    sheet.put("Alpes, 2018")

    assert studies(sheet)[-1] == ("Diplôme d'État de professeur de musique", "Cefedem Rhône-Alpes", "2018")


def test_a_diploma_at_a_school_along_a_line_of_posts_is_a_study() -> None:
    read = typed(
        "Terry Whitcombe\nterry@exemple.fr\n\nMY ROUTE SO FAR\n\n2013 - 2019\nFlight Attendant\nHalden Aviation\n\n"
        "2010 - 2013\nGuest Services Agent\nVIA Rail Canada\n\n2007\nHigh School Diploma\nHorton High School\n"
    )

    assert [(s.degree and s.degree.value, s.end and s.end.value) for s in read.education] == [
        ("High School Diploma", "2007")
    ]
    assert len(read.experience) == 2
