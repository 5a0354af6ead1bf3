"""DOCX: the text as Word shows it, headers, text boxes and tables included, with nothing followed or run."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from vivier.resumes.parsers.archive import SafeZip
from vivier.resumes.parsers.docx_boxes import Edges, Place, anchored, edges_of, grouped, shaped, styled
from vivier.resumes.parsers.docx_columns import column_break, ends_section, laid_out
from vivier.resumes.parsers.docx_pictures import shown_picture
from vivier.resumes.parsers.docx_styles import Look, Styles, attribute, child, local
from vivier.resumes.parsers.embedded import Media, Picture
from vivier.resumes.parsers.facts import FileRefused, Flag, Limits, RefusalReason
from vivier.resumes.parsers.frames import Framed, settled
from vivier.resumes.parsers.letters import icon
from vivier.resumes.parsers.links import is_web
from vivier.resumes.parsers.paper import Cell, Item, PageBreak, Paragraph, Row, Run, Sheet

FIELD_LINK = re.compile(r'HYPERLINK\s+"([^"]{1,2000})"')
# Deleted text, comments, the older twin of a drawing, and what Word computes anew.
SKIPPED = {"del", "moveFrom", "Fallback", "commentReference", "footnoteReference", "endnoteReference"}
ICON = " | "  # where a picture in a line parts what stands around it: icons before numbers and addresses
DEEPEST = 40
MOST_COLUMNS = 60


def sheet_of_docx(data: bytes, limits: Limits) -> tuple[Sheet, set[Flag]]:
    """Raises FileRefused: macro, dangerous_xml, zip_bomb, truncated, unreadable."""
    with SafeZip(data, limits) as archive:
        flags = _suspicious(archive)
        main = archive.xml("word/document.xml")
        body = child(main, "body") if main is not None else None
        if body is None:
            raise FileRefused(RefusalReason.UNREADABLE, "no document in it")
        styles = Styles(archive.xml("word/styles.xml"))
        relations = _relations(archive, "word/document.xml")
        sheet = Sheet()
        headers, footers = _edges(body, relations)
        media = Media(archive)
        page = edges_of(body)
        sheet.add(*_of_parts(archive, headers, styles, media, page))
        sheet.add(*_Story(styles, relations, media, page).body(body))
        sheet.add(*_of_parts(archive, footers, styles, media, page))
    return sheet, flags


def _suspicious(archive: SafeZip) -> set[Flag]:
    """Macro documents are refused; templates fetched from elsewhere and foreign paths are only left alone."""
    if "macroenabled" in archive.text_of("[Content_Types].xml", 100_000).lower():
        raise FileRefused(RefusalReason.MACRO)
    outside = any(".." in name.split("/") or name.startswith("/") for name in archive.names)
    objects = any(name.startswith(("word/embeddings/", "word/activeX/")) for name in archive.names)
    settings = archive.xml("word/_rels/settings.xml.rels")
    template = settings is not None and any(relation.get("TargetMode") == "External" for relation in settings)
    return {Flag.ACTIVE_CONTENT_IGNORED} if outside or objects or template else set()


def _relations(archive: SafeZip, part: str) -> dict[str, str]:
    """Targets by relation id."""
    folder, name = part.rsplit("/", 1)
    root = archive.xml(f"{folder}/_rels/{name}.rels")
    return {} if root is None else {relation.get("Id", ""): relation.get("Target", "") for relation in root}


def _edges(body: etree._Element, relations: dict[str, str]) -> tuple[list[str], list[str]]:
    """Parts with the headers and the footers, each once, in order."""
    found: dict[str, dict[str, None]] = {"headerReference": {}, "footerReference": {}}
    for element in body.iter():
        kind = local(element)
        if kind in found:
            target = relations.get(attribute(element, "id"), "")
            if target:
                found[kind]["word/" + target.removeprefix("/word/")] = None
    return list(found["headerReference"]), list(found["footerReference"])


def _of_parts(archive: SafeZip, parts: list[str], styles: Styles, media: Media, page: Edges) -> Iterator[Item]:
    seen = set()
    for part in parts:
        root = archive.xml(part)
        if root is None:
            continue
        items = list(_Story(styles, _relations(archive, part), media, page).items(root))
        text = "\n".join(item.text if isinstance(item, Paragraph) else repr(item) for item in items)
        if text.strip() and text not in seen:
            seen.add(text)
            yield from items


class _Story:
    """One part of the document (body, header, footer) read into items."""

    def __init__(self, styles: Styles, relations: dict[str, str], media: Media, page: Edges) -> None:
        self._page = page
        self._styles = styles
        self._relations = relations
        self._media = media
        self._field: list[str] = []

    def body(self, body: etree._Element) -> Iterator[Item]:
        """The items of the whole text, section by section."""
        columns: list[list[Item | Framed]] = [[]]
        for element in body:
            broken = column_break(element)
            if broken == "before":
                columns.append([])
            columns[-1] += self._items([element])
            if broken == "behind":
                columns.append([])
            if ends_section(element):
                yield from laid_out([list(settled(column)) for column in columns])
                columns = [[]]
        yield from laid_out([list(settled(column)) for column in columns])

    def items(self, parent: Iterable[etree._Element], depth: int = 0) -> Iterator[Item]:
        return settled(self._items(parent, depth))

    def _items(self, parent: Iterable[etree._Element], depth: int = 0) -> Iterator[Item | Framed]:
        if depth > DEEPEST:
            return
        for element in parent:
            kind = local(element)
            if kind == "p":
                yield from self._paragraph(element, depth)
            elif kind == "tbl":
                yield from self._table(element, depth)
            elif kind not in SKIPPED and kind not in {"sectPr", "tblPr", "trPr", "tcPr"}:
                yield from self._items(element, depth + 1)

    def _table(self, table: etree._Element, depth: int) -> Iterator[Item]:
        grid = child(table, "tblGrid")
        columns = [] if grid is None else [_number(attribute(column, "w")) or 1.0 for column in grid]
        rows: list[Row] = []
        merged: dict[int, Cell] = {}  # of a column: the cell that goes on over the rows below it
        for row in (element for element in table.iter() if local(element) == "tr" and _owner(element) is table):
            cells: list[Cell] = []
            position = 0
            for cell in (element for element in row.iter() if local(element) == "tc" and _owner(element, "tr") is row):
                properties = child(cell, "tcPr")
                span = min(int(_number(attribute(child(properties, "gridSpan"), "val")) or 1), MOST_COLUMNS)
                # The cell's own width is what Word shows; the grid is often left as it was first drawn.
                width = _own_width(properties) or sum(columns[position : position + span]) or float(span)
                above = merged.get(position) if _goes_on(properties) else None
                if above is not None:
                    above.rows += 1
                    cells.append(Cell(width))
                else:
                    merged[position] = Cell(width, list(self.items(cell, depth + 1)))
                    cells.append(merged[position])
                position += span
            rows.append(Row(cells))
        yield from rows

    def _paragraph(self, paragraph: etree._Element, depth: int) -> Iterator[Item | Framed]:
        look = self._styles.of_paragraph(child(paragraph, "pPr"))
        boxes: list[Item | Framed] = []
        runs: list[Run] = []
        breaks = False
        for bit in self._bits(paragraph, look, None, boxes, depth):
            if bit is None:
                breaks = True
            elif bit.text != ICON or any(run.text.strip(ICON) for run in runs):
                runs.append(bit)
        while runs and not runs[-1].text.strip(ICON):
            runs.pop()
        yield from boxes
        if breaks and not any(run.text.strip() for run in runs):
            yield PageBreak()
            return
        if look.bullet and any(run.text.strip() for run in runs):
            runs.insert(0, Run("• ", size=look.size))
        # What hangs over the indent before a tab is the first name of a row.
        hangs = look.hanging if not look.bullet and any("\t" in run.text for run in runs) else 0.0
        indent = max(look.indent - hangs, 0.0)
        yield Paragraph(runs, look.align, indent, look.before, look.after, look.last_tab)

    def _bits(
        self, parent: etree._Element, look: Look, url: str | None, boxes: list[Item | Framed], depth: int
    ) -> Iterator[Run | None]:
        """Runs of text; None for a page break. Text boxes go to `boxes`, to stand before their paragraph."""
        for element in parent:
            kind = local(element)
            if kind == "r":
                yield from self._run(element, look, url, boxes, depth)
            elif kind == "hyperlink":
                yield from self._bits(element, look, self._target(element) or url, boxes, depth)
            elif kind == "fldSimple":
                field = FIELD_LINK.search(attribute(element, "instr"))
                yield from self._bits(element, look, _web(field[1]) if field else url, boxes, depth)
            elif kind not in SKIPPED and kind != "pPr":
                yield from self._bits(element, look, url, boxes, depth)

    def _target(self, link: etree._Element) -> str | None:
        return _web(self._relations.get(attribute(link, "id"), ""))

    def _run(
        self, run: etree._Element, look: Look, url: str | None, boxes: list[Item | Framed], depth: int
    ) -> Iterator[Run | None]:
        style = self._styles.of_run(look, child(run, "rPr"))
        text = ""
        for element in run:
            kind = local(element)
            if kind in {"drawing", "pict", "AlternateContent", "object"}:
                boxes.extend(self._drawn(element, depth))
                if child(element, "inline") is not None:
                    yield Run(ICON, size=style.size)
            elif kind in {"fldChar", "instrText"}:
                self._follow_field(element, kind)
            elif kind == "br" and attribute(element, "type") == "page":
                yield None
            else:
                text += _text(element, kind)
        if text and not style.hidden:
            shown = text.upper() if style.caps else text
            yield Run(shown, style.bold, style.size, url or self._field_link())

    def _follow_field(self, element: etree._Element, kind: str) -> None:
        """Links written as fields: begin, instruction, separate, the visible text, end."""
        if kind == "instrText":
            if self._field:
                self._field[-1] += element.text or ""
        elif attribute(element, "fldCharType") == "begin":
            self._field.append("")
        elif attribute(element, "fldCharType") == "end" and self._field:
            self._field.pop()

    def _field_link(self) -> str | None:
        found = FIELD_LINK.search(" ".join(self._field))
        return _web(found[1]) if found else None

    def _drawn(self, drawing: etree._Element, depth: int, place: Place | None = None) -> Iterator[Item | Framed]:
        """Text boxes, where they stand if that is told, and pictures."""
        if depth > DEEPEST:
            return
        for element in drawing:
            kind = local(element)
            if kind == "txbxContent":
                items = list(self.items(element, depth + 1))
                if place is None:
                    yield from items
                else:
                    yield Framed(place.x, place.y, place.width, place.height, items, place.hangs)
            elif kind in {"pic", "imagedata"}:
                yield from self._picture(element)
            elif kind not in SKIPPED:
                yield from self._drawn(element, depth + 1, self._place(element, kind) or _inner(element, kind, place))

    def _place(self, element: etree._Element, kind: str) -> Place | None:
        if kind == "anchor":
            return anchored(element, self._page)
        return styled(element, self._page) if kind in {"shape", "rect", "roundrect"} else None

    def _picture(self, element: etree._Element) -> Iterator[Picture]:
        relation, width, height = shown_picture(element)
        target = self._relations.get(relation, "")
        name = target.removeprefix("/") if target.startswith("/") else f"word/{target}"
        picture = self._media.picture(name, width, height)
        if picture is not None:
            yield picture


def _inner(element: etree._Element, kind: str, place: Place | None) -> Place | None:
    """The place of what a drawing holds."""
    if kind in {"wgp", "grpSp"}:
        return grouped(element, place)
    return shaped(element, place) if kind == "wsp" else place


def _text(element: etree._Element, kind: str) -> str:
    if kind == "t":
        return element.text or ""
    if kind == "sym":
        code = attribute(element, "char")
        return icon(chr(int(code, 16))) if re.fullmatch("[0-9A-Fa-f]{1,5}", code) else ""
    return {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(kind, "")


def _owner(element: etree._Element, kind: str = "tbl") -> etree._Element | None:
    """The nearest ancestor of a kind: a row of a nested table is not the outer table's."""
    parent = element.getparent()
    while parent is not None and local(parent) != kind:
        parent = parent.getparent()
    return parent


def _goes_on(properties: etree._Element | None) -> bool:
    """Whether a cell is the rest of the one above it, whose text stands there."""
    merge = child(properties, "vMerge")
    return merge is not None and attribute(merge, "val") != "restart"


def _own_width(properties: etree._Element | None) -> float | None:
    width = child(properties, "tcW")
    return _number(attribute(width, "w")) if attribute(width, "type") == "dxa" else None


def _web(url: str) -> str | None:
    return url if is_web(url) else None


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
