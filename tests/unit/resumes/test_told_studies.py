"""Studies told in words: what was taken, where and when, however a sentence puts it."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import profile
from tests.unit.resumes.test_schools_first import read

from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.wording.opinions import degree_score, school_score
from vivier.resumes.wording.told_studies import studies_in


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(one.degree, one.school, one.period.end if one.period else None) for one in studies_in(text)]


@pytest.mark.parametrize(
    ("text", "studies"),
    [
        (
            "CAP Coiffure obtenu en 2011 au CFA de Kerdraon, puis BP Coiffure décroché en 2013 à l’école Halden.",
            [("CAP Coiffure", "CFA de Kerdraon", "2011"), ("BP Coiffure", "école Halden", "2013")],
        ),
        (
            "In 2007, Executive MBA with merit from INSEAD, Fontainebleau, taken part time.",
            [("Executive MBA", "INSEAD", "2007")],
        ),
        ("Left Roundhay School in 2012 with 7 GCSEs.", [("7 GCSEs", "Roundhay School", "2012")]),
        (
            "Halden College NVQ level 2 Warehousing and Storage got it in 2003",
            [("NVQ level 2 Warehousing and Storage", "Halden College", "2003")],
        ),
        (
            "I trained at Halden Kingsway College, where I gained an NVQ Level 2 in 2009 and a Level 3 in 2010.",
            [("NVQ Level 2", "Halden Kingsway College", "2009"), ("Level 3", "Halden Kingsway College", "2010")],
        ),
        (
            "Après un bac L obtenu au lycée Jaurès de Brest en 2006, j'ai obtenu en 2009 une licence d'histoire de"
            " l'art à l'université Bordeaux Montaigne.",
            [
                ("bac L", "lycée Jaurès de Brest", "2006"),
                ("licence d'histoire de l'art", "université Bordeaux Montaigne", "2009"),
            ],
        ),
        (
            "BEP puis Bac pro Vente au lycée Jean Moulin, 2005",
            [("BEP", "lycée Jean Moulin", "2005"), ("Bac pro Vente", "lycée Jean Moulin", "2005")],
        ),
        (
            "2008 Doctorat en médecine et DES de chirurgie, Université de Kerdraon, médaille d'argent.",
            [("Doctorat en médecine et DES de chirurgie", "Université de Kerdraon", "2008")],
        ),
        ("B.Sc. Physics from Kantega University, 2010", [("B.Sc. Physics", "Kantega University", "2010")]),
        (
            "level 2 diploma in maritime studies at halden marine school, 2019",
            [("level 2 diploma in maritime studies", "halden marine school", "2019")],
        ),
        (
            "Après un BTS obtenu en 1995 au lycée Halden, j’ai préparé à l’Université de Kerdraon le diplôme national"
            " d’œnologue, reçu en 1998.",
            [
                ("BTS", "lycée Halden", "1995"),
                ("diplôme national d’œnologue", "Université de Kerdraon", "1998"),
            ],
        ),
        (
            "Bac pro Vente au lycée Halden en 2009, puis BTS MCO (2011, même lycée).",
            [("Bac pro Vente", "lycée Halden", "2009"), ("BTS MCO", "lycée Halden", "2011")],
        ),
        (
            "DEP Secrétariat, suivi au Centre de formation professionnelle Halden en 2015",
            [("DEP Secrétariat", "Centre de formation professionnelle Halden", "2015")],
        ),
        (
            "High school diploma from Halden High School in 2010.",
            [("High school diploma", "Halden High School", "2010")],
        ),
        (
            "Ensuite un an de mention complémentaire traiteur au CFA de Halden, validée en 2015.",
            [("mention complémentaire traiteur", "CFA de Halden", "2015")],
        ),
        ("Two years at sea with the fleet, home in 2003.", []),
    ],
)
def test_a_sentence_says_what_was_taken_where_and_when(
    text: str, studies: list[tuple[str, str | None, str | None]]
) -> None:
    assert told(text) == studies


def test_studies_in_words_are_read_so_and_what_is_listed_stays_a_list() -> None:
    assert read(
        "Certificat de secrétaire médicale de la Croix-Rouge française de Lille, obtenu en juin 2005",
        "Niveau DEUG de droit à l'ULCO (Boulogne), 1999 - 2001",
    ) == [
        ("Certificat de secrétaire médicale", "Croix-Rouge française de Lille", "2005-06"),
        ("DEUG de droit", "ULCO", "2001"),
    ]
    assert read("BSc Botany, University of Halden, 2011", "MSc Ecology, Kantega University, 2012") == [
        ("BSc Botany", "University of Halden", "2011"),
        ("MSc Ecology", "Kantega University", "2012"),
    ]


@pytest.mark.parametrize(
    "name",
    ["Junior Cert 2006", "Level 3 Award in Education", "City & Guilds Level 2", "A levels", "National 5s", "BEPA"],
)
def test_school_certificates_of_these_islands_are_degrees(name: str) -> None:
    assert degree_score(name) >= 0.8


def test_a_level_of_a_post_is_no_degree() -> None:
    assert degree_score("Level 2 Technician") < 0.8


@pytest.mark.parametrize("name", ["Coláiste an Phiarsaigh", "Scoil Mhuire", "Ysgol Tre-Gib", "Liceul Halden"])
def test_schools_are_named_in_their_own_languages(name: str) -> None:
    assert school_score(name) >= 0.8


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Expérience de travail", "experience"),
        ("WHERE I TRAINED", "education"),
        ("What I studied and where", "education"),
        ("J’ai appris", "education"),
        ("1 Titres universitaires", "education"),
        ("1. EDUCATION AND DESIGNATIONS", "education"),
        ("3 years experience", None),
    ],
)
def test_headings_of_studies_and_work(text: str, kind: str | None) -> None:
    assert heading_kind(text) == kind


def test_a_school_right_below_a_degree_that_is_told_is_its_own() -> None:
    assert read(
        "DEP Assistance à la personne en établissement",
        "Centre de formation professionnelle Halden, 2015",
        "AEC en gérontologie, suivie au Cégep de Kerdraon, 2019",
    ) == [
        ("DEP Assistance à la personne en établissement", "Centre de formation professionnelle Halden", "2015"),
        ("AEC en gérontologie", "Cégep de Kerdraon", "2019"),
    ]


def test_how_it_was_taken_and_what_else_was_studied_is_no_part_of_a_degree() -> None:
    assert read(
        "BSc Computer Science, minor in Statistics, University of Halden, 2015",
        "CAP de maçon en cours du soir, GRETA Kerdraon, 1995",
        "Master of Social Work (part-time), Kantega University, 2017",
    ) == [
        ("BSc Computer Science", "University of Halden", "2015"),
        ("CAP de maçon", "GRETA Kerdraon", "1995"),
        ("Master of Social Work", "Kantega University", "2017"),
    ]


def test_a_year_abroad_is_not_the_degrees_school_nor_its_end() -> None:
    assert read(
        "BA French and Spanish, University of Halden, 2007 - 2011, with a year abroad at the University of",
        "Poitiers",
        "MA Linguistics, Kantega University, 2011 - 2012, including a placement at Halden School",
    ) == [
        ("BA French and Spanish", "University of Halden", "2011"),
        ("MA Linguistics", "Kantega University", "2012"),
    ]


def test_a_town_behind_a_comma_or_in_brackets_is_no_part_of_school_or_degree() -> None:
    assert read(
        "Halden Institute of Technology – Higher Certificate in Culinary Arts (2012)",
        "Coláiste an Phiarsaigh, Glanmire – Leaving Certificate, 2009",
    ) == [
        ("Higher Certificate in Culinary Arts", "Halden Institute of Technology", "2012"),
        ("Leaving Certificate", "Coláiste an Phiarsaigh", "2009"),
    ]
    assert read("Bac STMG, Lycée Corot (Savigny), 2021")[0][1] == "Lycée Corot"


def test_evening_classes_are_no_studies_that_go_on() -> None:
    assert read("BEP Soudage, CFAI Kerdraon, 2002", "BP Soudage, GRETA de Halden, 2009, en cours du soir.") == [
        ("BEP Soudage", "CFAI Kerdraon", "2002"),
        ("BP Soudage", "GRETA de Halden", "2009"),
    ]


def test_what_goes_on_stands_where_the_others_have_their_year() -> None:
    assert read(
        "Lycée Halden, baccalauréat général, 2017",
        "Université de Kerdraon, licence de droit, 2021",
        "Université de Kerdraon, master 2 Droit international, en cours",
    )[2] == ("master 2 Droit international", "Université de Kerdraon", "present")


def test_in_progress_under_a_year_is_no_end_of_it() -> None:
    sheet = Sheet()
    sheet.put("Dorothea Lint", size=20, bold=True)
    sheet.put("dorothea@lint.example | 020 7946 0799")
    sheet.put("Education", size=14, bold=True)
    sheet.beside("2017", "BA in Tourism – University of Halden")
    sheet.beside("In progress", "Certificate in Business Accounting – Kaplan")

    assert [study.end.value if study.end else None for study in profile(sheet).education] == ["2017", "present"]


@pytest.mark.parametrize("name", ["DES", "DU Soins palliatifs", "DE infirmier"])
def test_degrees_that_are_spelt_like_articles(name: str) -> None:
    assert degree_score(name) >= 0.8 > degree_score(name.lower().split()[0])


@pytest.mark.parametrize("text", ["What I studied and where", "J’ai appris"])
def test_studies_are_announced_in_a_sentence(text: str) -> None:
    assert heading_kind(text) == "education"


def test_a_date_of_the_sentence_before_is_none_of_a_study() -> None:
    told = studies_in(
        "Licences de soudage, qualification NF EN ISO 9606-1, validité mai 2026. BEP Alimentation option boulangerie, "
        "CFA de Vannes, 2005. CAP Boulanger, même établissement, 2004."
    )

    assert [(one.degree, one.period.end if one.period else None) for one in told] == [
        ("BEP Alimentation option boulangerie", "2005"),
        ("CAP Boulanger", "2004"),
    ]
