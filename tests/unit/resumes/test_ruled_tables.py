"""Tables that a PDF draws with lines: the cell of a word, cells over several rows, and posts read row by row."""

from io import BytesIO

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from vivier.resumes.model import Profile
from vivier.resumes.opening import open_file
from vivier.resumes.parsers.blocks import Word
from vivier.resumes.parsers.ruled import with_cells
from vivier.resumes.service import links_of, page_sizes, read_blocks

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=9, leading=11)
HEAD = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=12, leading=16)
Lines = list[tuple[str, ...]]


def read(title: str, rows: Lines, spans: list[tuple[tuple[int, int], tuple[int, int]]]) -> Profile:
    cells = [[Paragraph(text, BODY) for text in row] for row in rows]
    style = [("GRID", (0, 0), (-1, -1), 0.7, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    table = Table(cells, colWidths=[62, 140, 130, 140], style=TableStyle([*style, *(("SPAN", *s) for s in spans)]))
    out = BytesIO()
    name = Paragraph("Enora Kerbrat", ParagraphStyle("name", parent=HEAD, fontSize=20, leading=26))
    SimpleDocTemplate(out, pagesize=A4).build([name, Paragraph(title, HEAD), table])
    opened = open_file(out.getvalue(), "cv.pdf")
    return read_blocks(opened.blocks, links_of(opened), page_sizes(opened)).profile


FRENCH: Lines = [
    ("Période", "Établissement", "Service", "Fonction"),
    ("02/2022 à ce jour", "Hospices de Halden – Hôpital Moorby", "Réanimation polyvalente, 16 lits", "Infirmière"),
    ("09/2018 à 01/2022", "", "Urgences adultes", "Infirmière d'accueil et d'orientation"),
    ("01/2015 à 08/2018", "Clinique des Trois Becs", "Chirurgie orthopédique, de nuit", "Aide-soignante"),
]
ENGLISH: Lines = [
    ("Dates", "Employer", "Department", "Position"),
    ("02/2021 – Present", "Halden Haulage Ltd", "Cold store and night dispatch", "Warehouse Supervisor"),
    ("09/2018 – 01/2021", "", "Goods in", "Forklift Driver and banksman for the yard"),
    ("01/2015 – 08/2018", "Moorby Steel plc", "Coil yard", "Stock Assistant"),
]


@pytest.mark.parametrize(
    ("title", "rows", "posts"),
    [
        (
            "Expériences professionnelles",
            FRENCH,
            [
                ("Infirmière", "Hospices de Halden - Hôpital Moorby", "2022-02", "present"),
                ("Infirmière d'accueil et d'orientation", "Hospices de Halden - Hôpital Moorby", "2018-09", "2022-01"),
                ("Aide-soignante", "Clinique des Trois Becs", "2015-01", "2018-08"),
            ],
        ),
        (
            "Work experience",
            ENGLISH,
            [
                ("Warehouse Supervisor", "Halden Haulage Ltd", "2021-02", "present"),
                ("Forklift Driver and banksman for the yard", "Halden Haulage Ltd", "2018-09", "2021-01"),
                ("Stock Assistant", "Moorby Steel plc", "2015-01", "2018-08"),
            ],
        ),
    ],
    ids=["french", "english"],
)
def test_posts_in_drawn_cells_are_read_row_by_row(title: str, rows: Lines, posts: list[tuple[str, ...]]) -> None:
    read_ = read(title, rows, [((1, 1), (1, 2))]).experience

    told = [(e.title, e.employer, e.start, e.end) for e in read_]
    assert [tuple(value.value if value else None for value in values) for values in told] == posts


def word(text: str, left: float, top: float) -> Word:
    return Word(text, left, top, left + 20, top + 10, 10.0)


DOWN = [(x, 100.0, x + 1, 160.0) for x in (50.0, 150.0, 250.0)]
ACROSS = [(50.0, y, 250.0, y + 1) for y in (100.0, 130.0, 160.0)]


def test_words_get_the_row_and_place_of_the_cell_that_lines_draw_around_them() -> None:
    words = [word("a", 60, 110), word("b", 160, 110), word("c", 160, 140), word("outside", 300, 110)]

    placed = with_cells(words, [*DOWN, *ACROSS], 7)

    assert [w.cells for w in placed] == [((7, 0),), ((7, 1),), ((8, 1),), ()]


def test_a_cell_without_a_line_below_it_reaches_into_the_next_row() -> None:
    halves = [(50.0, 100.0, 250.0, 101.0), (150.0, 130.0, 250.0, 131.0), (50.0, 160.0, 250.0, 161.0)]

    placed = with_cells([word("over", 60, 140), word("second", 160, 140)], [*DOWN, *halves], 1)

    assert [w.cells for w in placed] == [((1, 0),), ((2, 1),)]


def test_a_column_of_many_lines_beside_several_rows_is_of_none_of_them() -> None:
    halves = [(50.0, 100.0, 250.0, 101.0), (150.0, 130.0, 250.0, 131.0), (50.0, 160.0, 250.0, 161.0)]
    side = [word("side", 60, 100.5 + 7 * n) for n in range(8)]

    placed = with_cells([*side, word("first", 160, 110)], [*DOWN, *halves], 1)

    assert {w.cells for w in placed[:-1]}.isdisjoint({w.cells for w in placed[-1:]})
    assert placed[0].cells[0][0] not in (1, 2)


def test_a_frame_or_two_lines_are_no_table() -> None:
    frame = [(50.0, 100.0, 51.0, 160.0), (250.0, 100.0, 251.0, 160.0), *ACROSS[::2]]

    assert with_cells([word("a", 60, 110)], frame, 1)[0].cells == ()
