"""Employers' forms in one table of Word: counted parts, labels in cells, the ends of a post in two columns."""

from typing import Any

import docx
import pytest
from tests.unit.resumes.test_documents import saved

from vivier.resumes.model import Profile
from vivier.resumes.opening import open_file
from vivier.resumes.service import links_of, page_sizes, read_blocks

Rows = list[tuple[str, ...]]
ENGLISH: Rows = [
    ("1. Personal",),
    ("Surname and first name", "O'Halloran, Bríd", "Telephone", "085 555 0171"),
    ("Address", "4 Weir Lane, Moorby", "E-mail", "brid.ohalloran@example.ie"),
    ("2. Education",),
    ("School / College", "Award", "From", "To"),
    ("Halden Technical College", "Certificate in Hospitality Studies", "2008", "2010"),
    ("3. Employment history",),
    ("Employer & address", "Post held and duties", "From", "To"),
    ("Weir House Hotel, Moorby", "Duty Manager\nRosters, night audit checks.", "04/2019", "Present"),
    ("Tarrant Stores, Halden", "Sales Assistant\nTills and returns.", "10/2013", "03/2019"),
    ("4. Other particulars",),
    ("Skills", "Micros, Manual handling", "Languages", "Irish (fluent), French (basic)"),
    ("Referees", "Mr C. Tarrant, manager", "Notice period", "One month"),
    ("Signature", "B. O'Halloran", "Date", "14/10/2026"),
]
FRENCH: Rows = [
    ("A. État civil",),
    ("Nom", "Kerbrat", "Téléphone", "06 39 98 11 70"),
    ("Prénom", "Enora", "Courriel", "enora.kerbrat@exemple.fr"),
    ("B. Emplois occupés",),
    ("Employeur et adresse", "Poste occupé et tâches", "Du", "Au"),
    ("Conserverie Halden, Brest", "Conductrice de ligne\nRéglages, contrôles.", "06/2018", "présent"),
    ("Scierie Moorby, Quimper", "Agente de production\nTri, empilage.", "02/2014", "05/2018"),
    ("C. Formation",),
    ("Établissement", "Diplôme", "De", "À"),
    ("Lycée des Trois Becs", "Bac pro Pilote de ligne", "2011", "2013"),
    ("D. Divers",),
    ("Compétences", "Habilitation électrique, CACES 1", "Langues", "Breton : courant"),
    ("Signature", "Enora Kerbrat", "Date", "02/11/2026"),
]


def read(rows: Rows) -> Profile:
    document = docx.Document()
    document.add_paragraph("APPLICATION FORM" if rows is ENGLISH else "DOSSIER DE CANDIDATURE").runs[0].bold = True
    table: Any = document.add_table(0, 4)
    for texts in rows:
        cells = table.add_row().cells
        if len(texts) == 1:
            cells[0].merge(cells[3]).paragraphs[0].add_run(texts[0]).bold = True
            continue
        for cell, text in zip(cells, texts, strict=True):
            cell.text = text
    opened = open_file(saved(document), "form.docx")
    return read_blocks(opened.blocks, links_of(opened), page_sizes(opened)).profile


@pytest.mark.parametrize(
    ("rows", "name"), [(ENGLISH, "Bríd O'Halloran"), (FRENCH, "Enora Kerbrat")], ids=["english", "french"]
)
def test_a_name_stands_in_the_cell_beside_its_label(rows: Rows, name: str) -> None:
    profile = read(rows)

    assert profile.name is not None
    assert profile.name.value == name
    assert profile.headline is None


def test_the_ends_of_each_post_stand_in_two_cells_beside_each_other() -> None:
    posts = [
        (e.employer.value, e.title.value, e.start.value, e.end.value)
        for rows in (ENGLISH, FRENCH)
        for e in read(rows).experience
        if e.employer and e.title and e.start and e.end
    ]

    assert posts == [
        ("Weir House Hotel", "Duty Manager", "2019-04", "present"),
        ("Tarrant Stores", "Sales Assistant", "2013-10", "2019-03"),
        ("Conserverie Halden", "Conductrice de ligne", "2018-06", "present"),
        ("Scierie Moorby", "Agente de production", "2014-02", "2018-05"),
    ]


def test_a_letter_or_number_before_a_part_announces_studies_too() -> None:
    studies = [
        (e.degree.value, e.institution.value, e.end.value)
        for rows in (ENGLISH, FRENCH)
        for e in read(rows).education
        if e.degree and e.institution and e.end
    ]

    assert studies == [
        ("Certificate in Hospitality Studies", "Halden Technical College", "2010"),
        ("Bac pro Pilote de ligne", "Lycée des Trois Becs", "2013"),
    ]


@pytest.mark.parametrize(
    ("rows", "skills", "tongues"),
    [
        (ENGLISH, ["Micros", "Manual handling"], ["Irish", "French"]),
        (FRENCH, ["Habilitation électrique", "CACES 1"], ["Breton"]),
    ],
    ids=["english", "french"],
)
def test_cells_that_announce_skills_and_languages_have_them_beside(
    rows: Rows, skills: list[str], tongues: list[str]
) -> None:
    profile = read(rows)

    assert [s.value for s in profile.skills] == skills
    assert [t.value for t in profile.languages] == tongues
