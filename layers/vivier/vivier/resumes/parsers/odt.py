"""ODT: OpenDocument text, page headers, frames and tables included."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from lxml import etree

from vivier.resumes.parsers.archive import SafeZip
from vivier.resumes.parsers.docx_styles import attribute, child, local
from vivier.resumes.parsers.embedded import Media, Picture
from vivier.resumes.parsers.facts import FileRefused, Flag, Limits, RefusalReason
from vivier.resumes.parsers.frames import Framed, arranged, settled
from vivier.resumes.parsers.links import is_web
from vivier.resumes.parsers.merged import Grid
from vivier.resumes.parsers.paper import Cell, Item, Paragraph, Row, Run, Sheet

SKIPPED = {"tracked-changes", "annotation", "annotation-end", "sequence-decls", "note", "forms", "bookmark"}
POINTS_PER = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "px": 0.75, "pc": 12.0}
MOST_COLUMNS = 60
MOST_FRAMES = 60
INDENT, DEEPEST_INDENT = 12.0, 6
DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Look:
    size: float = 11.0
    bold: bool = False
    caps: bool = False
    hidden: bool = False
    align: Literal["left", "center", "right"] = "left"


def sheet_of_odt(data: bytes, limits: Limits) -> tuple[Sheet, set[Flag]]:
    """Raises FileRefused: protected, macro, dangerous_xml, zip_bomb, truncated, unreadable."""
    with SafeZip(data, limits) as archive:
        if "encryption-data" in archive.text_of("META-INF/manifest.xml", 1_000_000):
            raise FileRefused(RefusalReason.PROTECTED)
        return _sheet(archive), set()


def _sheet(archive: SafeZip) -> Sheet:
    content, styles = archive.xml("content.xml"), archive.xml("styles.xml")
    body = child(child(content, "body"), "text")
    if body is None:
        raise FileRefused(RefusalReason.UNREADABLE, "no text document in it")
    story = _Story([root for root in (styles, content) if root is not None], Media(archive))
    edges = [] if styles is None else [element for element in styles.iter() if local(element) in {"header", "footer"}]
    sheet = Sheet()
    for header in edges:
        if local(header) == "header":
            sheet.add(*story.items(header))
    sheet.add(*story.body(body))
    for footer in edges:
        if local(footer) == "footer":
            sheet.add(*story.items(footer))
    return sheet


class _Story:
    def __init__(self, roots: list[etree._Element], media: Media) -> None:
        self._media = media
        self._styles = {
            attribute(element, "name"): element
            for root in roots
            for element in root.iter()
            if local(element) == "style" and attribute(element, "name")
        }
        defaults = [element for root in roots for element in root.iter() if local(element) == "default-style"]
        self._base = Look()
        for element in defaults:
            if attribute(element, "family") == "paragraph":
                self._base = _with_properties(self._base, element)

    def body(self, text: etree._Element) -> Iterator[Item]:
        """The items of a whole text: boxes put on its first page stand there, wherever the file names them."""
        placed: list[Framed] = []
        for frame in [f for f in text.iter() if local(f) == "frame" and attribute(f, "anchor-type") == "page"]:
            inner = child(frame, "text-box")
            first = attribute(frame, "anchor-page-number") in ("", "1")
            if inner is not None and first and len(placed) < MOST_FRAMES and not _in_box(frame):
                placed.append(self._framed(frame, inner, 1))
                frame.remove(inner)
        yield from arranged(placed)
        yield from self.items(text)

    def _framed(self, frame: etree._Element, inner: etree._Element, depth: int) -> Framed:
        x, y, width, height = (_points(attribute(frame, side)) for side in ("x", "y", "width", "height"))
        return Framed(x, y, width, height, list(self.items(inner, 0, depth)))

    def items(self, parent: etree._Element, level: int = 0, depth: int = 0) -> Iterator[Item]:
        """`level`: of how many lists within each other the next paragraph opens an item; 0 for none."""
        if depth > DEEPEST:
            return
        within = 0
        for element in parent:
            kind = local(element)
            if kind in {"p", "h"}:
                yield from self._paragraph(element, level, depth)
                within, level = within or level, 0
            elif kind == "list":
                for entry in element:
                    yield from self.items(entry, (level or within) + 1, depth + 1)
            elif kind == "table":
                yield from self._table(element, depth)
            elif kind == "image":
                yield from self._picture(element)
            elif kind not in SKIPPED:
                yield from self.items(element, level, depth + 1)

    def _table(self, table: etree._Element, depth: int) -> Iterator[Item]:
        columns = [
            width
            for column in table.iter()
            if local(column) == "table-column"
            for width in [self._column_width(column)] * _repeated(column, "number-columns-repeated")
        ]
        grid = Grid()
        for row in (element for element in table.iter() if local(element) == "table-row"):
            if _table_of(row) is not table:
                continue
            cells: list[Cell] = []
            grid.begin()
            # A covered cell lies under its neighbour's span, which has counted its width, or under the row above.
            for cell in (element for element in row if local(element) == "table-cell"):
                if len(cells) >= MOST_COLUMNS:
                    break
                cells += grid.under()
                span = _repeated(cell, "number-columns-spanned")
                width = sum(columns[grid.position : grid.position + span]) or float(span)
                rows = _repeated(cell, "number-rows-spanned")
                cells.append(grid.put(Cell(width, list(self.items(cell, 0, depth + 1)), rows), span))
            yield Row([*cells, *grid.under()])

    def _column_width(self, column: etree._Element) -> float:
        style = self._styles.get(attribute(column, "style-name"))
        properties = child(style, "table-column-properties")
        return _points(attribute(properties, "column-width")) or 1.0

    def _paragraph(self, paragraph: etree._Element, level: int, depth: int) -> Iterator[Item]:
        look = self._look(self._base, attribute(paragraph, "style-name"))
        boxes: list[Item | Framed] = []
        runs = list(self._runs(paragraph, look, None, boxes, depth))
        yield from settled(boxes)
        if level and any(run.text.strip() for run in runs):
            runs.insert(0, Run("• ", size=look.size))
        yield Paragraph(runs, align=look.align, indent=INDENT * min(level, DEEPEST_INDENT))

    def _picture(self, image: etree._Element) -> Iterator[Picture]:
        """The frame around it says how large it is shown."""
        frame = image.getparent()
        width, height = (_points(attribute(frame, side)) for side in ("width", "height"))
        picture = self._media.picture(attribute(image, "href").removeprefix("./"), width, height)
        if picture is not None:
            yield picture

    def _runs(
        self, parent: etree._Element, look: Look, url: str | None, boxes: list[Item | Framed], depth: int
    ) -> Iterator[Run]:
        yield from _run(parent.text, look, url)
        for element in parent:
            kind = local(element)
            if kind == "frame" and depth <= DEEPEST and (inner := _placed(element)) is not None:
                boxes.append(self._framed(element, inner, depth + 1))
            elif kind in {"text-box", "table"} and depth <= DEEPEST:
                boxes.extend(self.items(element, 0, depth + 1))
            elif kind == "image":
                boxes.extend(self._picture(element))
            elif kind == "tab":
                yield Run("\t", size=look.size)
            elif kind == "s":
                yield Run(" " * min(_repeated(element, "c"), 80), size=look.size)
            elif kind == "line-break":
                yield Run("\n", size=look.size)
            elif kind and kind not in SKIPPED:
                own = self._look(look, attribute(element, "style-name")) if kind in {"span", "a"} else look
                target = attribute(element, "href") if kind == "a" else ""
                yield from self._runs(element, own, target if is_web(target) else url, boxes, depth + 1)
            yield from _run(element.tail, look, url)

    def _look(self, look: Look, name: str) -> Look:
        chain: list[etree._Element] = []
        while name in self._styles and len(chain) < 12:
            chain.append(self._styles[name])
            name = attribute(chain[-1], "parent-style-name")
        for style in reversed(chain):
            look = _with_properties(look, style)
        return look


def _placed(frame: etree._Element) -> etree._Element | None:
    """The text box of a frame that says where it stands."""
    there = attribute(frame, "anchor-type") != "as-char" and attribute(frame, "y")
    return child(frame, "text-box") if there else None


def _in_box(element: etree._Element) -> bool:
    parent = element.getparent()
    while parent is not None and local(parent) != "text-box":
        parent = parent.getparent()
    return parent is not None


def _run(text: str | None, look: Look, url: str | None) -> Iterator[Run]:
    # In XML a line end is a blank; line breaks are elements.
    shown = re.sub(r"\s+", " ", text or "")
    if shown and not look.hidden:
        yield Run(shown.upper() if look.caps else shown, look.bold, look.size, url)


def _with_properties(look: Look, style: etree._Element) -> Look:
    text = child(style, "text-properties")
    size = _points(attribute(text, "font-size"))
    if size:
        look = replace(look, size=min(max(size, 4.0), 72.0))
    weight = attribute(text, "font-weight")
    if weight:
        look = replace(look, bold=weight == "bold" or (weight.isdigit() and int(weight) >= 600))
    if attribute(text, "text-transform") or attribute(text, "font-variant"):
        shown = attribute(text, "text-transform") == "uppercase" or attribute(text, "font-variant") == "small-caps"
        look = replace(look, caps=shown)
    if attribute(text, "display") == "none":
        look = replace(look, hidden=True)
    align = attribute(child(style, "paragraph-properties"), "text-align")
    if align in {"end", "right"}:
        return replace(look, align="right")
    return replace(look, align="center" if align == "center" else "left") if align else look


def _table_of(row: etree._Element) -> etree._Element | None:
    parent = row.getparent()
    while parent is not None and local(parent) != "table":
        parent = parent.getparent()
    return parent


def _repeated(element: etree._Element, name: str) -> int:
    value = attribute(element, name)
    return min(int(value), MOST_COLUMNS) if value.isdecimal() and len(value) < 9 else 1


def _points(length: str) -> float:
    match = re.fullmatch(r"([0-9.]{1,20})([a-z]{2})", length)
    try:
        return float(match[1]) * POINTS_PER.get(match[2], 0.0) if match else 0.0
    except ValueError:
        return 0.0
