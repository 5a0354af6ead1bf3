"""What an author who knew nothing of the reader wrote in CVs: posts within a house, honours, towns, names."""

import pytest
from tests.unit.resumes.sheet import Sheet
from tests.unit.resumes.test_lists import EXPECTED, POSTS, entries, opened, profile
from tests.unit.resumes.test_names import name_of
from tests.unit.resumes.test_printed_lists import named
from tests.unit.resumes.test_simple_fields import place

from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.person.contacts import best_number
from vivier.resumes.wording.opinions import employer_score, place_score, title_score
from vivier.resumes.wording.prepositions import without_place_word


def test_a_post_whose_period_stands_alone_is_of_the_house_above() -> None:
    sheet = opened()
    sheet.put("Atelier Fougère (Brest)", bold=True, right="avril 2019 – juin 2024")
    sheet.put("Paysagiste conceptrice")
    sheet.put("• Plans et suivi de chantiers")
    sheet.put("sept. 2015 – mars 2019")
    sheet.put("Cheffe de service")
    sheet.put("• Douze parcs")
    sheet.put("Pépinières Kerdraon (Quimper)", bold=True, right="juin 2012 – août 2015")
    sheet.put("Ouvrière paysagiste")

    assert [(title, employer) for title, employer, *_ in entries(sheet)] == [
        ("Paysagiste conceptrice", "Atelier Fougère"),
        ("Cheffe de service", "Atelier Fougère"),
        ("Ouvrière paysagiste", "Pépinières Kerdraon"),
    ]


@pytest.mark.parametrize(
    "task",
    [
        "Membre du comité de pilotage et de la cellule de crise (mars 2020 - juin 2021)",
        "Tutrice des apprentis depuis 2022",
    ],
)
def test_what_was_done_is_no_post_though_it_ends_in_a_period(task: str) -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        sheet.put(f"{title}, {employer}", bold=True)
        sheet.put(period)
        sheet.put(task, 61)
        sheet.y += 8

    assert entries(sheet) == EXPECTED


def test_how_somebody_passed_may_stand_behind_the_year() -> None:
    sheet = opened("Études")
    for degree, school, year in (
        ("Licence de géographie", "Université de Bretagne occidentale", "2010-2013 · distinction"),
        ("Baccalauréat ES", "Lycée Kerdraon", "2010 (mention Bien)"),
    ):
        sheet.put(degree, bold=True)
        sheet.put(school)
        sheet.put(year)
        sheet.y += 8

    assert named(sheet) == [
        ("Licence de géographie", "Université de Bretagne occidentale", "2013"),
        ("Baccalauréat ES", "Lycée Kerdraon", "2010"),
    ]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Mon parcours scolaire", "education"),
        ("ECOLE", "education"),
        ("Formation et langues", "education"),
        ("Academic Profile", "education"),
        ("où j'ai appris", "education"),
        ("Service national (sapeur)", None),
        ("Service national", "other"),
    ],
)
def test_headings_as_people_word_them(written: str, kind: str | None) -> None:
    assert heading_kind(written) == kind


@pytest.mark.parametrize(
    "name", ["L'Artisan du Courant", "La Boulangère", "The Butcher's Block", "LES MENUISIERS RÉUNIS"]
)
def test_what_begins_with_an_article_is_a_house_and_no_post(name: str) -> None:
    assert title_score(name) < employer_score(name)


def test_an_au_pair_is_no_place() -> None:
    assert without_place_word("Au pair") == "Au pair"
    assert without_place_word("Au lycée Kerdraon") == "lycée Kerdraon"


@pytest.mark.parametrize("town", ["Fort McMurray, AB", "Denver, CO", "Phoenix and Denver", "Brest et Quimper"])
def test_towns_are_towns_with_their_province_and_together(town: str) -> None:
    assert employer_score(town) < 0.5 < place_score(town)


@pytest.mark.parametrize("sign", [" / ", " – "])
def test_a_sign_parts_the_employer_from_its_town(sign: str) -> None:
    sheet = opened()
    for (title, employer, period), town in zip(POSTS, ("Brest", "Quimper", "Rennes"), strict=True):
        sheet.put(f"{employer}{sign}{town}", bold=True, right=period)
        sheet.put(title)

    assert entries(sheet) == EXPECTED


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (("Draguignan (Var)",), "Draguignan (Var)"),
        (("Adresse : Longueuil (Québec) Adresse électronique : a@exemple.ca Téléphone : 06 39 98 44 90",), "Longueuil"),
        (("Address : Chennai Email address : a@exemple.in Phone : +91 93000 11223",), "Chennai"),
    ],
)
def test_where_somebody_lives_may_stand_with_its_region_or_between_labels(lines: tuple[str, ...], read: str) -> None:
    assert (place(*lines) or "").startswith(read)


def test_a_town_beside_or_below_a_name_is_no_part_of_it() -> None:
    sheet = Sheet()
    sheet._words("Dijon", 500, 8, False)
    sheet.put("Aurore Quillévéré", size=24, bold=True)
    sheet.put("aurore.q@exemple.fr", 470, size=8)
    found = profile(sheet).name

    assert found
    assert found.value == "Aurore Quillévéré"
    assert name_of(
        ("CURRICULUM VITAE", 10.1), ("Rosalind Teague", 10.1), ("Durham", 10), ("Tel. 01632 960 188", 10)
    ) == ("Rosalind Teague")


@pytest.mark.parametrize(
    "line",
    ["Georgia Papadakis 07700 900 754 · georgia@exemple.fr · Cardiff", "Georgia Papadakis | Infirmière de bloc"],
)
def test_what_stands_behind_a_name_in_its_row_is_no_part_of_it(line: str) -> None:
    assert name_of((line, 12), ("Physiotherapist", 10)) == "Georgia Papadakis"


@pytest.mark.parametrize(("country", "number"), [("NG", "+2348030001234"), ("GB", "+448030001234")])
def test_four_three_and_four_figures_are_of_the_country_that_writes_so(country: str, number: str) -> None:
    best = best_number("0803 000 1234", country, strict=False)

    assert best
    assert best[0] == number


def test_a_year_may_end_a_long_row_of_studies() -> None:
    sheet = opened("Formation")
    sheet.put(
        "Licence de géographie et d'aménagement, parcours littoral, Université de Bretagne occidentale 2013", bold=True
    )
    sheet.put("Baccalauréat ES, Lycée Kerdraon 2010", bold=True)

    assert [(school, end) for _, school, end in named(sheet)] == [
        ("Université de Bretagne occidentale", "2013"),
        ("Lycée Kerdraon", "2010"),
    ]


def test_how_somebody_passed_is_no_heading_and_no_part_of_the_school() -> None:
    sheet = opened("Education")
    sheet.put("MSc Medical Statistics, Halden School of Hygiene with Distinction", bold=True, right="2013")
    sheet.put("Distinction")
    sheet.put("MMath, University of Bath", bold=True, right="2008 – 2012")

    assert named(sheet) == [
        ("MSc Medical Statistics", "Halden School of Hygiene", "2013"),
        ("MMath", "University of Bath", "2012"),
    ]


def test_an_employer_in_brackets_is_called_without_them() -> None:
    sheet = opened("Employment")
    for title, employer, period in (
        ("Deckhand", "(Sound Ferries)", "May 2019 to present"),
        ("Steward", "(Halden Boats)", "2014 to 2019"),
    ):
        sheet._words(title, 50, 10, True)
        sheet.put(f"{employer} – {period}", 50 + len(title) * 5 + 3)
        sheet.put("• Summer rota", 60)

    assert [employer for _, employer, *_ in entries(sheet)] == ["Sound Ferries", "Halden Boats"]


def test_items_of_a_few_words_under_a_heading_that_nobody_knows_are_skills() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        sheet.put(title, bold=True, right=period)
        sheet.put(employer)
    sheet.y += 10
    sheet.put("Dans ma besace", size=13, bold=True)
    for item in ("Taille douce", "Pierre sèche", "AutoCAD"):
        sheet.put(f"• {item}")
    sheet.y += 10
    sheet.put("Langues", size=13, bold=True)
    sheet.put("Anglais : B2")

    assert [s.value for s in profile(sheet).skills] == ["Taille douce", "Pierre sèche", "AutoCAD"]


@pytest.mark.parametrize(
    "town",
    ["Flat 302, Sai Enclave, Hyderabad 500 029, Telangana", "Brunswick VIC 3056", "Port Harcourt, Rivers State"],
)
def test_towns_of_countries_that_write_their_state_behind(town: str) -> None:
    assert place(town) == town


def test_brothers_do_not_end_a_sentence() -> None:
    sheet = opened()
    sheet.put("Carpenter, Doyle Bros. Builders", bold=True, right="1996 – 2005")
    sheet.put("• Roofs and stairs")

    assert [employer for _, employer, *_ in entries(sheet)] == ["Doyle Bros. Builders"]
