"""Languages that few lexicons have, and names of languages that are more than one word. All people are invented."""

import pytest
from tests.unit.resumes.test_typed_lists import typed

TOP = "Maëlys Kervadec\nmaelys.kervadec@exemple.fr\n\n"


def languages(heading: str, *rows: str) -> list[tuple[str, str | None]]:
    return [(one.value, one.level) for one in typed(TOP + "\n".join([heading, *rows]) + "\n").languages]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("Français – langue maternelle", "Inuktitut – phrases usuelles"), ["Français", "Inuktitut"]),
        (("English - very good", "Twi - mother tongue", "Ga - good"), ["English", "Twi", "Ga"]),
        (("English, Cornish, Cape Verdean Creole",), ["English", "Cornish", "Cape Verdean Creole"]),
        (("Portugais, créole capverdien, guarani",), ["Portugais", "Créole capverdien", "Guarani"]),
        (("Arabe tunisien : courant", "Langue des signes française : notions"),
         ["Arabe tunisien", "Langue des signes française"]),
        (("British Sign Language, Scottish Gaelic, Swiss German",),
         ["British Sign Language", "Scottish Gaelic", "Swiss German"]),
        (("English French Spanish",), ["English", "French", "Spanish"]),
        (("Anglais moyen, allemand ancien, espagnol bien",), ["Anglais", "Allemand", "Espagnol"]),
        (("Good English, fluent Polish",), ["English", "Polish"]),
        (("English, Bengali (Sylheti)",), ["English", "Bengali"]),
        (("Français italien anglais",), ["Français", "Italien", "Anglais"]),
        (("Langue des signes française (LSF) : B2", "Anglais"), ["Langue des signes française", "Anglais"]),
        (("British Sign Language (BSL) Level 2", "English"), ["British Sign Language", "English"]),
        (("English, Scots, Scots Gaelic (learner)",), ["English", "Scots", "Scots Gaelic"]),
        (("Chinois mandarin : HSK 5", "Suisse allemand compréhension orale"), ["Chinois mandarin", "Suisse allemand"]),
        (("English, te reo Māori (conversational)",), ["English", "Te reo Māori"]),
    ],
)  # fmt: skip
def test_a_listed_language_is_read_by_its_whole_name(rows: tuple[str, ...], expected: list[str]) -> None:
    heading = "LANGUES" if "ç" in "".join(rows) or "Arabe" in rows[0] or "Anglais" in rows[0] else "LANGUAGES"

    assert [name for name, _ in languages(heading, *rows)] == expected


@pytest.mark.parametrize("row", ["Go, Lingo, Ido", "Chasse à l'avar, mende", "Ga"])
def test_rare_names_are_none_where_no_languages_are_listed(row: str) -> None:
    assert languages("COMPÉTENCES", row, "Excel", "Soudure") == []


def test_levels_stand_by_their_languages() -> None:
    assert languages("LANGUES", "Kabyle : notions", "Shimaoré (courant)", "Comorien B2") == [
        ("Kabyle", "notions"),
        ("Shimaoré", "courant"),
        ("Comorien", "B2"),
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("FR (maternelle), EN (C1), NL (B1)",), [("Français", "native"), ("Anglais", "C1"), ("Néerlandais", "B1")]),
        (("FR Natif", "AR Notions"), [("Français", "native"), ("Arabe", "notions")]),
    ],
)
def test_languages_may_be_named_by_their_codes(rows: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert languages("LANGUES", *rows) == expected


def test_languages_with_their_levels_go_on_below_a_label_among_skills() -> None:
    read = typed(
        TOP + "COMPÉTENCES\nSoudage TIG\nLangues : Français, langue maternelle\nPolonais B2\nAnglais : courant\n"
    )

    assert [one.value for one in read.languages] == ["Français", "Polonais", "Anglais"]
    assert [skill.value for skill in read.skills] == ["Soudage TIG"]


def test_a_row_that_only_says_languages_heads_those_below_it() -> None:
    read = typed(
        TOP + "Études\n2013 DNSEP, École d'art, Rennes\nlangues\nfrançais, polonais, anglais\ncollections\nGand\n"
    )

    assert [one.value for one in read.languages] == ["Français", "Polonais", "Anglais"]


@pytest.mark.parametrize("heading", ["Connaissances en langues", "Langue(s)", "Langues anciennes et modernes"])
def test_headings_of_languages_have_many_words(heading: str) -> None:
    assert [name for name, _ in languages(heading, "Latin, grec ; anglais lu")] == ["Latin", "Grec", "Anglais"]


def test_how_well_a_network_says_that_a_language_is_spoken_is_none() -> None:
    rows = ("English", "Native or bilingual proficiency", "Spanish", "Limited working proficiency")

    assert [name for name, _ in languages("LANGUAGES", *rows)] == ["English", "Spanish"]


def test_languages_that_hyphens_join_are_several() -> None:
    read = typed(TOP + "PROFIL\nJuriste trilingue français-arabe-anglais.\n")

    assert [one.value for one in read.languages] == ["Français", "Arabe", "Anglais"]


def test_the_heads_of_a_table_of_levels_are_no_languages() -> None:
    rows = ("Compris\tParlé\tÉcrit", "Anglais\t+++\t++\t+", "Levels: A1 and A2: Basic user")

    assert [name for name, _ in languages("CONNAISSANCES LINGUISTIQUES", *rows)] == ["Anglais"]


def test_the_european_form_s_table_of_levels_among_skills_tells_languages_only() -> None:
    read = typed(
        TOP
        + "COMPÉTENCES\nLangue(s) maternelle(s)\nNiveau européen (*)\nÉcouter\tLire\tPrendre part à une conversation\n"
        "français\tC1 Utilisateur expérimenté\tB2 Utilisateur indépendant\nSoudage TIG, chaudronnerie\n"
    )

    assert [skill.value for skill in read.skills] == ["Soudage TIG", "chaudronnerie"]
    assert [one.value for one in read.languages] == ["Français"]
