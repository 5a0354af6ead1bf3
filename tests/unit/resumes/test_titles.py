"""What a post is called: titles of every trade, whole, and without what is told of them."""

import pytest
from tests.unit.resumes.test_lists import EXPECTED, POSTS, entries, opened, profile

from vivier.resumes.wording.opinions import describes_employer, employer_score, is_grade, title_score
from vivier.resumes.wording.tasks import task_score, tells


@pytest.mark.parametrize(
    "title",
    [
        "Dry Stone Waller",
        "Deck Cadet",
        "Drama Facilitator",
        "Software Development Engineer in Test",
        "Data Entry",
        "Maréchal des logis",
        "Poissonnière",
        "Commandant de bord",
        "Second de rayon",
        "Greffière",
    ],
)
def test_a_title_of_any_trade_is_known_as_one(title: str) -> None:
    assert title_score(title) >= 0.6
    assert title_score(title) > employer_score(title)


@pytest.mark.parametrize("name", ["Christian Tessier", "Thrive Media", "Aménagements Kerdraon"])
def test_the_letters_of_a_title_within_another_word_make_none(name: str) -> None:
    assert title_score(name) < 0.6


def test_a_team_leader_is_no_leading_firm() -> None:
    assert task_score("Team Leader") < 0.5
    assert not describes_employer("Team Leader")
    assert describes_employer("Leader européen de la serrure")


@pytest.mark.parametrize("text", ["Band 6", "nights", "puis chef d'équipe", "Part 2"])
def test_a_grade_or_what_came_later_names_nothing(text: str) -> None:
    assert is_grade(text)
    assert employer_score(text) < 0.1


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Day-to-day running of the nursery", True),
        ("Rédaction des cahiers des charges", True),
        ("service de pneumologie", False),
        ("Responsable de la boutique", False),
    ],
)
def test_what_runs_on_from_a_title_is_told_from_what_belongs_to_it(text: str, does: bool) -> None:
    assert tells(text) is does


@pytest.mark.parametrize("sign", [" : ", " – ", ", ", ". "])
def test_tasks_that_run_on_behind_a_title_are_no_part_of_it(sign: str) -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        cells = (period, employer, f"{title}{sign}Suivi des chantiers et des plantations")
        for text, x in zip(cells, (50, 150, 290), strict=True):
            sheet._words(text, x, 10, False)
        sheet.y += 24

    assert entries(sheet) == EXPECTED


def test_employers_beside_their_posts_stay_with_them() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        sheet.beside(employer, title, 260)
        sheet.beside(period, "Suivi des plantations", 260)
        sheet.put("Relevés sur le terrain", 260)
        sheet.y += 12

    assert entries(sheet) == EXPECTED


def test_what_an_employer_is_takes_no_titles_place() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        sheet.put(employer, bold=True, right=period)
        sheet.put("Franchise, 3 magasins dans le département")
        sheet.put(title)
        sheet.y += 8

    assert entries(sheet) == EXPECTED


def test_a_post_that_became_another_is_one_title_over_two_lines() -> None:
    sheet = opened()
    for title, employer, period in POSTS:
        sheet.put(title, right=period)
        if title == "Cheffe de service":
            sheet.put("puis directrice adjointe")
        sheet.put(employer)
        sheet.y += 8

    assert [title for title, *_ in entries(sheet)] == [
        "Paysagiste conceptrice",
        "Cheffe de service puis directrice adjointe",
        "Ouvrière paysagiste",
    ]


def test_what_was_studied_belongs_to_the_degree() -> None:
    sheet = opened("Formation")
    sheet.put("2013  DCG - Diplôme de comptabilité et de gestion, Lycée Kerdraon")
    sheet.put("2010  BTS Comptabilité et gestion, Lycée Kerdraon")

    first = profile(sheet).education[0].degree

    assert first is not None
    assert first.value == "DCG - Diplôme de comptabilité et de gestion"
