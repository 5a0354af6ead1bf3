"""Tables whose first row says what the cells below are: merged cells, empty ones, tasks beside the post."""

from collections.abc import Sequence
from typing import Any

import docx
import pytest
from tests.unit.resumes.test_documents import saved

from vivier.resumes.opening import open_file
from vivier.resumes.service import links_of, page_sizes, read_blocks

TITLES = {
    "employer and post": ("Employeur", "Poste", "Début", "Fin"),
    "tasks beside the post": ("Établissement", "Fonction et missions", "Du", "Au"),
    "english": ("Company", "Job title", "Start date", "End date"),
}
ROWS = [
    ("Clinique Halden, Brest", "Aide-soignante\nRepas, transmissions.", "03/2021", "08/2024"),
    ("", "Agente de service\nLingerie, entretien des chambres.", "09/2018", "02/2021"),
    ("ADMR du Trieux, Paimpol", "Auxiliaire de vie\nCourses, aide au lever.", "01/2016", "08/2018"),
]
Post = tuple[str | None, str | None]


def posts(titles: Sequence[str], rows: Sequence[Sequence[str]], *, merged: bool = False) -> list[Post]:
    document = docx.Document()
    document.add_heading("Enora Kerbrat", 0)
    document.add_heading("Expérience professionnelle", 1)
    table: Any = document.add_table(0, len(titles))
    for texts in (titles, *rows):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    if merged:
        over = table.cell(1, 0).merge(table.cell(2, 0))
        over.text = rows[0][0]
    opened = open_file(saved(document), "cv.docx")
    read = read_blocks(opened.blocks, links_of(opened), page_sizes(opened)).profile.experience
    return [(e.employer.value if e.employer else None, e.title.value if e.title else None) for e in read]


@pytest.mark.parametrize("titles", TITLES.values(), ids=TITLES)
@pytest.mark.parametrize("merged", [True, False], ids=["merged", "left empty"])
def test_an_employer_that_reaches_over_two_posts_is_that_of_both(titles: Sequence[str], merged: bool) -> None:
    assert posts(titles, ROWS, merged=merged) == [
        ("Clinique Halden", "Aide-soignante"),
        ("Clinique Halden", "Agente de service"),
        ("ADMR du Trieux", "Auxiliaire de vie"),
    ]


def test_a_pause_between_posts_has_not_the_employer_above_it() -> None:
    away = ("", "Congé parental", "09/2018", "02/2021")

    assert posts(TITLES["employer and post"], [ROWS[0], away, ROWS[2]])[1] == (None, "Congé parental")


def test_a_title_that_nothing_knows_may_head_the_posts() -> None:
    rows = [
        ("2019 – 2023", "Glenmore Lodge, Inverness", "Mountain bike guide\nGuided days."),
        ("2016 – 2019", "The Winking Owl, Inverness", "Bar supervisor\nCellar, rota for nine."),
    ]

    assert posts(("When", "Where", "As"), rows) == [
        ("Glenmore Lodge", "Mountain bike guide"),
        ("The Winking Owl", "Bar supervisor"),
    ]
