"""Cells of tables that reach over rows stand beside them: ODT, Word and web pages."""

from typing import Any

import docx
import pytest
from tests.unit.resumes.test_documents import box_of, odt_of, saved, texts

from vivier.resumes.opening import OpenedFile, open_file
from vivier.resumes.service import links_of, page_sizes, read_blocks

SIDE = (
    "Compétences",
    "– traite de brebis",
    "– affinage",
    "– vente directe",
    "– comptabilité agricole",
    "Langues",
    "occitan",
)
ROWS = [
    ("mars 2017 – février 2021", ("Fromagère", "Fromagerie Halden – Crestange", "Affinage, marchés et vente.")),
    ("juin 2013 – février 2017", ("Ouvrière agricole", "GAEC des Trois Becs – Saillans", "Traite, foin.")),
    ("avril 2011 – mai 2013", ("Serveuse", "Auberge Brindissi – Crestange", "Salle de cinquante couverts.")),
]


def odt() -> OpenedFile:
    def cell(lines: tuple[str, ...], spans: str = "") -> str:
        return f"<table:table-cell {spans}>{''.join(f'<text:p>{line}</text:p>' for line in lines)}</table:table-cell>"

    covered = "<table:covered-table-cell/>"
    over = f'table:number-rows-spanned="{len(ROWS) + 1}"'
    rows = [cell(("Expériences",), 'table:number-columns-spanned="2"') + covered + cell(SIDE, over)]
    rows += [cell((period,)) + cell(told) + covered for period, told in ROWS]
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    columns = '<table:table-column table:number-columns-repeated="3"/>'
    return open_file(
        odt_of(f"<text:p>Apolline Brindissi</text:p><table:table>{columns}{table}</table:table>"), "cv.odt"
    )


def word() -> OpenedFile:
    document = docx.Document()
    document.add_paragraph("Apolline Brindissi")
    table: Any = document.add_table(len(ROWS) + 1, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Expériences"
    side = table.cell(0, 2).merge(table.cell(len(ROWS), 2))
    side.text = "\n".join(SIDE)
    for number, (period, told) in enumerate(ROWS, 1):
        table.cell(number, 0).text = period
        table.cell(number, 1).text = "\n".join(told)
    return open_file(saved(document), "cv.docx")


def page() -> OpenedFile:
    def cell(lines: tuple[str, ...], spans: str = "") -> str:
        return f"<td {spans}>{''.join(f'<p>{line}</p>' for line in lines)}</td>"

    rows = [cell(("Expériences",), 'colspan="2"') + cell(SIDE, f'rowspan="{len(ROWS) + 1}"')]
    rows += [cell((period,)) + cell(told) for period, told in ROWS]
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    return open_file(f"<html><body><p>Apolline Brindissi</p><table>{table}</table></body></html>".encode(), "cv.html")


FILES = {"odt": odt, "docx": word, "html": page}


@pytest.mark.parametrize("kind", FILES)
def test_a_cell_over_several_rows_stands_beside_them(kind: str) -> None:
    opened = FILES[kind]()

    side, first, last = (box_of(opened, text) for text in ("Compétences", ROWS[0][0], ROWS[-1][0]))
    heading = box_of(opened, "Expériences")
    assert side["Top"] == heading["Top"]
    assert first["Top"] < box_of(opened, "occitan")["Top"]
    assert side["Left"] > box_of(opened, ROWS[0][1][0])["Left"] > first["Left"] == last["Left"]
    assert len(texts(opened)) == len(SIDE) + 4 * len(ROWS) + 2


@pytest.mark.parametrize("kind", FILES)
def test_posts_beside_a_cell_that_reaches_over_them_are_read(kind: str) -> None:
    opened = FILES[kind]()
    profile = read_blocks(opened.blocks, links_of(opened), page_sizes(opened)).profile

    assert [e.title.value for e in profile.experience if e.title] == [told[0] for _, told in ROWS]
    assert [s.value for s in profile.skills][:2] == ["traite de brebis", "affinage"]


def test_what_stands_below_a_table_is_below_its_longest_column() -> None:
    side = '<td rowspan="2"><p>un</p><p>deux</p><p>trois</p><p>quatre</p></td>'
    cells = f"<tr><td>gauche</td>{side}</tr><tr><td>bas</td></tr>"
    opened = open_file(f"<html><body><table>{cells}</table><p>fin</p></body></html>".encode(), "cv.html")

    assert box_of(opened, "un")["Top"] == box_of(opened, "gauche")["Top"]
    assert box_of(opened, "bas")["Top"] < box_of(opened, "quatre")["Top"] < box_of(opened, "fin")["Top"]
