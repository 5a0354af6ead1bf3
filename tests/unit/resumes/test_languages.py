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
