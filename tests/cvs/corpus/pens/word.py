"""Writes DOCX with python-docx: paragraphs with tab stops, tables, headers, text boxes, links."""

from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from tests.cvs.corpus.heads import Row, Run

LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


class Word:
    """A document; `into` is where paragraphs go (the body, a cell, a header)."""

    def __init__(self, face: str, size: float, margin: float = 56) -> None:
        self.document = docx.Document()
        self.into: Any = self.document
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = face, Pt(size)
        style.paragraph_format.space_after = Pt(2)
        for area in self.document.sections:
            area.left_margin = area.right_margin = Pt(margin)
            area.top_margin = area.bottom_margin = Pt(48)

    def row(self, row: Row, size: float = 0, style: str = "", edge: float = 0, bold: bool = False) -> Any:
        """A paragraph; what stands at the right edge comes after a tab to `edge` points, or in brackets of spaces."""
        paragraph = self.into.add_paragraph(style=style or None)
        for run in row.runs:
            self._run(paragraph, run, size, bold)
        if row.right:
            if edge:
                paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(edge), WD_TAB_ALIGNMENT.RIGHT)
            paragraph.add_run("\t")
            for run in row.right:
                self._run(paragraph, run, size, bold)
        return paragraph

    def say(self, text: str, size: float = 0, style: str = "", bold: bool = False) -> Any:
        return self.row(Row(runs=[Run(text=text)]), size, style, bold=bold)

    def _run(self, paragraph: Any, run: Run, size: float, bold: bool) -> None:
        made = paragraph.add_run(run.text)
        made.bold, made.italic = (run.bold or bold) or None, run.italic or None
        if size:
            made.font.size = Pt(size)
        if run.href:
            made.font.color.rgb = RGBColor(0x05, 0x4A, 0x91)
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), paragraph.part.relate_to(run.href, LINK, is_external=True))
            paragraph._p.replace(made._r, link)
            link.append(made._r)

    def table(self, rows: int, widths: list[float], lines: bool = False) -> Any:
        made = self.into.add_table(rows=rows, cols=len(widths))
        if lines:
            made.style = "Table Grid"
        made.autofit = False
        for row in made.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Pt(width)
        return made

    def cell(self, cell: Any) -> "Word":
        """The same document, writing into a cell whose empty first paragraph goes when something is written."""
        inside = object.__new__(Word)
        inside.document, inside.into = self.document, _Cell(cell)
        return inside

    def box(self, lines: list[Row], left: float, top: float, width: float, height: float, size: float = 9) -> None:
        """A text box at a place on the page, anchored to the last paragraph as Word does."""
        anchor = self.into.paragraphs[-1] if self.into.paragraphs else self.into.add_paragraph()
        inner = "".join(self._boxed(row, size) for row in lines) or "<w:p/>"
        style = (
            f"position:absolute;margin-left:{left}pt;margin-top:{top}pt;width:{width}pt;height:{height}pt;z-index:1;"
        )
        style += "mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
        pict = parse_xml(
            f'<w:r {nsdecls("w", "r")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape type="#_x0000_t202" '
            f'style="{style}" stroked="f"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape>'
            "</w:pict></w:r>"
        )
        anchor._p.append(pict)

    def _boxed(self, row: Row, size: float) -> str:
        def run_xml(run: Run) -> str:
            marks = f'{"<w:b/>" * run.bold}{"<w:i/>" * run.italic}<w:sz w:val="{int(size * 2)}"/>'
            xml = f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{escaped(run.text)}</w:t></w:r>'
            if run.href:
                target = self.document.part.relate_to(run.href, LINK, is_external=True)
                xml = f'<w:hyperlink r:id="{target}">{xml}</w:hyperlink>'
            return xml

        right = "<w:r><w:tab/></w:r>" + "".join(map(run_xml, row.right)) if row.right else ""
        return f"<w:p>{''.join(map(run_xml, row.runs))}{right}</w:p>"

    def save(self, path: Path) -> None:
        self.document.core_properties.author = ""
        self.document.save(str(path))


class _Cell:
    def __init__(self, cell: Any) -> None:
        self._cell, self._fresh = cell, True

    @property
    def paragraphs(self) -> Any:
        return self._cell.paragraphs

    def add_paragraph(self, style: str | None = None) -> Any:
        if self._fresh:
            self._fresh = False
            first = self._cell.paragraphs[0]
            if style:
                first.style = style
            return first
        return self._cell.add_paragraph(style=style)

    def add_table(self, rows: int, cols: int) -> Any:
        return self._cell.add_table(rows, cols)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
