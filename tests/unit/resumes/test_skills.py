"""Skills: what a text names, under which name, and how long it was practised."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.resumes.sheet import Sheet

from vivier.resumes.abilities.recognised import name_of, skills_named
from vivier.resumes.model import PageSize, Profile
from vivier.resumes.posts.practice import Post, practice
from vivier.resumes.service import read_blocks


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        ("reprise d'un site en js et C++", ["JavaScript", "C++"]),
        ("Suivi sous MS Excel et SAP R/3", ["Excel", "SAP"]),
        ("She has led a team and excels; excel at sums", []),
        ("• Excel in all you do", []),
        ("Caristes (CACES R489), protocole HACCP", ["CACES R489", "HACCP"]),
        ("we go live, react fast and rust never sleeps", []),
    ],
)
def test_tools_are_known_by_all_their_names_and_everyday_words_are_not_tools(text: str, tools: list[str]) -> None:
    assert [named.name for named in skills_named(text) if named.tool] == tools


@pytest.mark.parametrize(
    ("listed", "name"),
    [("JS", "JavaScript"), ("Microsoft Excel (avancé)", "Excel"), ("gestion de stocks", "Gestion des stocks")],
)
def test_a_listed_skill_has_one_name_however_it_is_written(listed: str, name: str) -> None:
    assert name_of(listed) == name


def test_months_held_twice_count_once_and_qualities_have_none() -> None:
    posts = [
        Post("Cariste, préparation des commandes", "2019-01", "2020-01", ""),
        Post("Préparateur de commandes et inventaires", "2019-07", "2020-07", ""),
        Post("Serveuse, autonomie", "2010-01", "2015-01", ""),
    ]
    skills = ["Préparation de commandes", "Inventaire", "Autonomie", "Crochet"]

    assert practice(skills, posts) == {"Préparation de commandes": 12, "Inventaire": 12}


def test_years_alone_say_only_what_is_sure_and_a_post_that_goes_on_counts_until_it_was_seen() -> None:
    assert practice(["SAP"], [Post("SAP", "2018", "2020", "")]) == {"SAP": 13}
    assert practice(["SAP"], [Post("SAP", "2020", "2020", "")]) == {}
    assert practice(["SAP"], [Post("SAP", "2020-02", "present", "2021-02")]) == {"SAP": 12}


dates = st.one_of(
    st.builds("{:04}-{:02}".format, st.integers(1990, 2025), st.integers(1, 12)), st.integers(1990, 2025).map(str)
)


@given(st.lists(st.tuples(dates, st.one_of(dates, st.just("present"))), max_size=8), dates)
def test_never_more_months_than_lie_between_the_first_day_and_the_last(
    periods: list[tuple[str, str]], seen: str
) -> None:
    found = practice(["Python"], [Post("Python", start, end, seen) for start, end in periods])

    said = [d for p in periods for d in p if d != "present"] + [seen]
    assert found.get("Python", 0) <= (max(int(d[:4]) for d in said) - min(int(d[:4]) for d in said) + 1) * 12


def test_the_dictionary_is_looked_up_in_linear_time() -> None:
    began = time.process_time()
    list(skills_named("Gestion de " * 20_000 + " " * 20_000 + "." * 20_000))

    assert time.process_time() - began < 5


def page(skills: str | None) -> Profile:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet.put("aurore.q@exemple.fr | 06 39 98 44 90")
    sheet.put("Expérience professionnelle", size=13, bold=True)
    sheet.put("Développeuse web, Octalia, Rennes", bold=True, right="03/2019 – 03/2022")
    sheet.put("• Refonte de l'extranet en reactjs, suivi sous Jira", 60)
    sheet.put("• Environnement : Cypress, reactjs", 60)
    sheet.put("Assistante, Mairie de Brest, Brest", bold=True, right="01/2016 – 02/2019")
    sheet.put("• Accueil du public et tableaux sous MS Excel", 60)
    if skills:
        sheet.put("Compétences", size=13, bold=True)
        sheet.put(skills)
    return read_blocks(sheet.blocks, [], [PageSize(number=1)]).profile


def test_tools_that_the_text_names_twice_or_as_such_stand_behind_the_listed_skills_and_are_less_sure() -> None:
    read = page("Excel, accueil physique, patience")

    assert [(s.value, s.months) for s in read.skills] == [
        ("Excel", 37),
        ("accueil physique", 37),
        ("patience", None),
        ("Cypress", 36),
        ("React.js", 36),
    ]
    assert read.skills[3].confidence < read.skills[0].confidence
    assert read.skills[3].boxes


def test_without_a_list_the_tools_of_the_text_are_for_a_human_to_look_at() -> None:
    read = page(None)

    assert [s.value for s in read.skills] == ["React.js", "Jira", "Cypress", "Excel"]
    assert all(s.confidence < 0.6 for s in read.skills)


def test_the_head_of_a_table_of_levels_is_no_list_of_skills() -> None:
    sheet = Sheet()
    sheet.put("Aurore Quillévéré", size=20, bold=True)
    sheet.put("Langues", size=13, bold=True)
    sheet.put("Écouter · Lire · Conversation · S'exprimer · Écrire", 150)
    sheet.put("anglais   B2   B2   B1   B1   B1")

    assert read_blocks(sheet.blocks, [], [PageSize(number=1)]).profile.skills == []
