"""Headings in words that no list knows, told by how they are set and by what stands below them."""

import pytest
from tests.unit.resumes.sheet import Sheet

from vivier.resumes.model import PageSize, Reading
from vivier.resumes.service import read_blocks


def _cv(parts: list[tuple[str, list[str]]], name: str = "Agathe Lormont", what: str = "", size: float = 13) -> Reading:
    sheet = Sheet()
    sheet.put(name, size=20, bold=True)
    if what:
        sheet.put(what)
    sheet.put("agathe.lormont@example.org, 06 12 34 56 78")
    for heading, rows in parts:
        sheet.y += 14
        sheet.put(heading, size=size, bold=True)
        for row in rows:
            sheet.put(row)
    return read_blocks(sheet.blocks, [], [PageSize(number=1)])


_FRENCH = [
    ("Du fournil au labo", ["Boulanger, Maison Kervella, Quimper, mars 2019 – juin 2023", "Cuisson de nuit"]),
    ("Racines", ["CAP Boulanger, CFA de Quimper, 2016", "Bac pro Cuisine, lycée Chaptal, 2014"]),
    ("Entre mes doigts", ["façonnage, tourage, viennoiserie, levain, gestion des commandes"]),
    ("Pour se faire comprendre", ["français, breton, anglais"]),
]
_ENGLISH = [
    ("Rooms I kept warm", ["Night Porter, Hotel Barrowell, Leeds, May 2017 – June 2022", "Locked up, listened"]),
    ("Read history at", ["BA History, University of Hull, 2016", "A levels, Wyke College, 2013"]),
    ("Up my sleeve", ["Opera PMS – complaints – first aid – night audit – fire drills"]),
    ("Understood in", ["English, Polish, a little Dutch"]),
]


@pytest.mark.parametrize(
    ("parts", "house", "school", "skill", "count"),
    [
        (_FRENCH, "Maison Kervella", "CFA de Quimper", "tourage", 3),
        (_ENGLISH, "Hotel Barrowell", "University of Hull", "night audit", 3),
        ([_ENGLISH[1], _ENGLISH[0], *_ENGLISH[2:]], "Hotel Barrowell", "University of Hull", "fire drills", 3),
        ([_FRENCH[3], _FRENCH[2], *_FRENCH[:2]], "Maison Kervella", "CFA de Quimper", "levain", 3),
    ],
)
def test_headings_nobody_knows_are_told_by_what_stands_below_them(
    parts: list[tuple[str, list[str]]], house: str, school: str, skill: str, count: int
) -> None:
    profile = _cv(parts).profile
    assert [post.employer.value for post in profile.experience if post.employer] == [house]
    assert school in [study.institution.value for study in profile.education if study.institution]
    assert skill in [one.value for one in profile.skills]
    assert len(profile.languages) == count


def test_the_first_such_heading_may_stand_right_below_the_name_and_the_address() -> None:
    profile = _cv(_FRENCH, what="").profile
    assert profile.experience[0].title is not None
    assert profile.experience[0].title.value == "Boulanger"


def test_bold_posts_over_their_dates_are_no_headings() -> None:
    posts = [
        ("Barista", ["March 2019 – June 2021", "Café Tilbury, Leeds"]),
        ("Waitress", ["May 2016 – February 2019", "The Crooked Spoon, York"]),
        ("Sales assistant", ["June 2014 – April 2016", "Holme & Sons Ltd, York"]),
        ("Speaks", ["English, Polish"]),
    ]
    profile = _cv(posts).profile
    assert [post.title.value for post in profile.experience if post.title] == ["Barista", "Waitress", "Sales assistant"]


@pytest.mark.parametrize(
    ("heading", "items", "titles"),
    [
        (
            "Ma seconde vie",
            [
                "• Aide-soignante pour l'Hôpital Sainte-Blanche, service de gériatrie (depuis avril 2021) : repas",
                "• Stagiaire, Clinique du Vieux Port (automne 2020)",
            ],
            ["Aide-soignante", "Stagiaire"],
        ),
        (
            "Since the wool shop",
            [
                "• Teaching assistant, Fenwick Primary School, Durham, since April 2021: readers, reluctant ones first",
                "• Cashier, Tilbury Foods, Durham, from 2018 to 2021",
            ],
            ["Teaching assistant", "Cashier"],
        ),
    ],
)
def test_posts_behind_list_signs_speak_for_their_section(heading: str, items: list[str], titles: list[str]) -> None:
    profile = _cv([(heading, items), *(_FRENCH if "vie" in heading else _ENGLISH)[1:]]).profile
    assert [post.title.value for post in profile.experience if post.title][: len(titles)] == titles


@pytest.mark.parametrize(
    ("row", "skills"),
    [
        ("On peut me parler en polonais, néerlandais et anglais.", ["Java", "Kafka", "Quarkus", "OpenShift"]),
        ("I also get by in Polish, Dutch and Urdu.", ["Java", "Kafka", "Quarkus", "OpenShift"]),
    ],
)
def test_a_sentence_of_languages_below_a_list_of_tools_leaves_it_a_list(row: str, skills: list[str]) -> None:
    parts = [(_FRENCH[0][0], _FRENCH[0][1]), _FRENCH[1], ("Palette", ["Java, Kafka, Quarkus, OpenShift", row])]
    assert {one.value for one in _cv(parts).profile.skills} >= set(skills)
