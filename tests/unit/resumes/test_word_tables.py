"""Tables of Word: names that a narrow cell wraps, tables within tables, titles of columns, and rows made with tabs."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.shared import Pt

from vivier.resumes.model import Reading
from vivier.resumes.opening import open_file
from vivier.resumes.service import links_of, page_sizes, read_blocks

Post = tuple[str, str, str]
POSTS: list[Post] = [
    (
        "mars 2021 – septembre 2024",
        "Fromagerie coopérative des Monts d'Aubrac",
        "Technicienne supérieure de maintenance des équipements industriels",
    ),
    (
        "avril 2018 – février 2021",
        "Communauté de communes du Val de Garonne",
        "Chargée de mission développement durable et politique territoriale",
    ),
    ("mai 2015 – mars 2018", "Maison Tournebise", "Attachée commerciale secteur restauration hors domicile"),
]
READ = [
    (
        "Technicienne supérieure de maintenance des équipements industriels",
        "Fromagerie coopérative des Monts d'Aubrac",
        "2021-03",
        "2024-09",
    ),
    (
        "Chargée de mission développement durable et politique territoriale",
        "Communauté de communes du Val de Garonne",
        "2018-04",
        "2021-02",
    ),
    ("Attachée commerciale secteur restauration hors domicile", "Maison Tournebise", "2015-05", "2018-03"),
]
STUDIES = [
    ("Master professionnel en développement territorial et environnement", "Université de Bourgogne", "2015"),
    ("Licence d'administration économique et sociale", "Université Toulouse Capitole", "2012"),
]


def begun() -> Any:
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(10.5)
    head(document, "Aurore Quillévéré", 20)
    document.add_paragraph("aurore.q@exemple.fr | 06 39 98 44 90")
    head(document, "EXPÉRIENCE PROFESSIONNELLE")
    return document


def head(document: Any, text: str, size: float = 13) -> None:
    row = document.add_paragraph()
    row.paragraph_format.space_after = Pt(0)
    row.add_run(text).bold, row.runs[0].font.size = True, Pt(size)


def say(cell: Any, text: str, *, bold: bool = False) -> None:
    fresh = cell.paragraphs[0] if not cell.paragraphs[0].text else cell.add_paragraph()
    fresh.add_run(text).bold = bold
    fresh.paragraph_format.space_after = Pt(0)


def table(into: Any, rows: Sequence[Sequence[str]], widths: Sequence[float], bold: int = -1) -> Any:
    made = into.add_table(0, len(widths))
    made.autofit = False
    for texts in rows:
        row = made.add_row()
        for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            cell.width = Pt(widths[place])
            say(cell, text, bold=place == bold)
    for column, width in zip(made._tbl.tblGrid, widths, strict=True):
        column.w = Pt(width)
    return made


def with_studies(document: Any, widths: Sequence[float], bold: int = -1) -> None:
    """Studies in a table of the same columns: a heading at the left, which begins no column of its own."""
    head(document, "FORMATION")
    table(document, [(year, school, degree) for degree, school, year in STUDIES], widths, bold)


def read(document: Any) -> Reading:
    buffer = BytesIO()
    document.save(buffer)
    opened = open_file(buffer.getvalue(), "cv.docx")
    return read_blocks(opened.blocks, links_of(opened), page_sizes(opened))


def posts(document: Any) -> list[tuple[str | None, ...]]:
    return [
        tuple(f.value if f else None for f in (e.title, e.employer, e.start, e.end))
        for e in read(document).profile.experience
    ]


def studies(document: Any) -> list[tuple[str | None, ...]]:
    return [
        tuple(f.value if f else None for f in (e.degree, e.institution, e.end))
        for e in read(document).profile.education
    ]


def test_a_name_that_a_narrow_cell_wraps_is_not_cut() -> None:
    document = begun()
    table(document, [(period, title, employer) for period, employer, title in POSTS], (65, 90, 140))

    assert posts(document) == READ


@pytest.mark.parametrize("bold", [-1, 1, 2])
@pytest.mark.parametrize("widths", [(70, 110, 100), (80, 140, 120), (90, 120, 150)])
def test_names_that_narrow_cells_wrap_stay_whole(widths: tuple[float, ...], bold: int) -> None:
    document = begun()
    table(document, POSTS, widths, bold)
    with_studies(document, widths, bold)

    assert posts(document) == READ
    assert studies(document) == STUDIES


def test_columns_of_a_table_are_no_columns_of_the_page() -> None:
    document = begun()
    table(
        document,
        [
            ("August 2022 – present", "Copper Kettle Coffee House", "Barista and Shift Leader"),
            (
                "November 2021 – March 2022",
                "Fairbairn Parcel Services Ltd",
                "Regional Operations and Service Supervisor",
            ),
            ("May 2017 – December 2020", "Morrow & Finch LLP", "Legal Secretary"),
            ("August 2013 – May 2016", "St Wilfrid's Primary School", "Learning Support and Lunchtime Supervisor"),
        ],
        (80, 140, 120),
        1,
    )
    with_studies(document, (80, 140, 120), 1)

    assert posts(document) == [
        ("Barista and Shift Leader", "Copper Kettle Coffee House", "2022-08", "present"),
        ("Regional Operations and Service Supervisor", "Fairbairn Parcel Services Ltd", "2021-11", "2022-03"),
        ("Legal Secretary", "Morrow & Finch LLP", "2017-05", "2020-12"),
        ("Learning Support and Lunchtime Supervisor", "St Wilfrid's Primary School", "2013-08", "2016-05"),
    ]
    assert studies(document) == STUDIES


def test_a_row_of_a_table_is_one_entry_however_its_cells_stand() -> None:
    document = begun()
    made = table(document, POSTS, (80, 110, 230), 2)
    for row in made.rows:
        row.cells[2].add_paragraph("Analyses et comptes rendus", style="List Bullet")
        row.cells[2].add_paragraph("Encadrement de deux stagiaires", style="List Bullet")
    with_studies(document, (80, 110, 230), 2)

    assert posts(document) == READ
    assert studies(document) == STUDIES


def test_the_titles_of_columns_are_no_employer() -> None:
    document = begun()
    table(document, [("Période", "Entreprise", "Poste occupé"), *POSTS], (90, 120, 130))
    with_studies(document, (90, 120, 130))

    assert posts(document) == READ


def test_most_titles_of_columns_say_what_the_others_are_beside() -> None:
    document = begun()
    rows = [
        ("Navire", "Armateur", "Rang", "Embarquement", "Débarquement"),
        ("Thalie", "Kerdraon Lines", "Matelot", "04/2015", "10/2017"),
        ("Marin Bleu", "Tronoën", "Bosco", "01/2018", "06/2020"),
    ]
    table(document, rows, (80, 110, 90, 90, 90))

    assert posts(document) == [
        ("Matelot", "Kerdraon Lines", "2015-04", "2017-10"),
        ("Bosco", "Tronoën", "2018-01", "2020-06"),
    ]


def test_a_table_within_a_cell_belongs_to_the_row_of_its_date() -> None:
    document = begun()
    outer = table(document, [(period, "") for period, _, _ in POSTS], (70, 360))
    for row, (_, employer, title) in zip(outer.rows, POSTS, strict=True):
        table(row.cells[1], [(title, employer)], (190, 160), 0)
        row.cells[1].add_paragraph("Analyses et comptes rendus", style="List Bullet")

    assert posts(document) == READ


def test_a_name_where_other_rows_have_employers_is_one_although_its_words_tell_work() -> None:
    document = begun()
    rows = [*POSTS[:2], ("mai 2015 – mars 2018", "Service de soins Arc-en-Ciel", POSTS[2][2])]
    table(document, rows, (110, 140, 210))

    assert posts(document)[2] == (POSTS[2][2], "Service de soins Arc-en-Ciel", "2015-05", "2018-03")


def test_names_parted_by_tabs_stay_whole_when_word_wraps_them() -> None:
    document = begun()
    for period, employer, title in POSTS:
        row = document.add_paragraph(f"{period}\t{title}\t{employer}")
        row.paragraph_format.left_indent, row.paragraph_format.first_line_indent = Pt(120), Pt(-120)
        for stop in (120, 330):
            row.paragraph_format.tab_stops.add_tab_stop(Pt(stop))
        document.add_paragraph("Analyses et comptes rendus", style="List Bullet")

    assert posts(document) == READ


def test_headings_beside_the_rows_of_a_table_stay_headings() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("Aurore Quillévéré").bold = True
    outer = table(document, [("Expérience", ""), ("Formation", "")], (110, 350), 0)
    table(outer.rows[0].cells[1], [(p, t, e) for p, e, t in POSTS], (90, 140, 110))
    table(outer.rows[1].cells[1], [("2015", "Licence de biologie", "Université de Bourgogne")], (90, 140, 110))

    profile = read(document).profile

    assert [e.title.value for e in profile.experience if e.title] == [title for title, *_ in READ]
    assert [e.degree.value for e in profile.education if e.degree] == ["Licence de biologie"]
