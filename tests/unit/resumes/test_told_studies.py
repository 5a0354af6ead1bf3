"""Studies told in words: what was taken, where and when, however a sentence puts it."""

import pytest
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
