"""Word 97 to 2003: the text as Word shows it, headers, text boxes and tables included (Microsoft's [MS-DOC])."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from vivier.resumes.parsers.doc_file import (
    BOXES,
    HEADER_BOXES,
    HEADER_SHAPES,
    HEADERS,
    SECTIONS,
    SHAPES,
    Stretch,
    WordFile,
    whole,
)
from vivier.resumes.parsers.doc_looks import Column, Looks, RunTold, Told
from vivier.resumes.parsers.docx_boxes import Edges
from vivier.resumes.parsers.docx_columns import laid_out
from vivier.resumes.parsers.facts import Flag, Limits
from vivier.resumes.parsers.frames import Framed, settled
from vivier.resumes.parsers.links import is_web
from vivier.resumes.parsers.paper import Cell, Item, PageBreak, Paragraph, Row, Run, Sheet

LINK = re.compile(r'HYPERLINK\s+"([^"]{1,2000})"')
ICON = " | "  # as in DOCX: a picture in a line parts what stands around it
BITS = re.compile("[\x00-\x08\x0a-\x1f]|[^\x00-\x08\x0a-\x1f]+")
# [MS-DOC] Special Characters
PICTURE, CELL, BREAK, PAGE, END, COLUMN, SHAPE, SYMBOL = "\x01", "\x07", "\x0b", "\x0c", "\r", "\x0e", "\x08", "("
FIELD, RESULT, FIELD_END, HYPHEN = "\x13", "\x14", "\x15", "\x1e"
TWIPS = 20
BEFORE_HEADERS, PER_SECTION, FOOTERS = 6, 6, {2, 3, 5}
DEEPEST_FIELD = 50
_SPA, _BOX, _SECTION = 26, 22, 12


def sheet_of_doc(data: bytes, limits: Limits) -> tuple[Sheet, set[Flag]]:
    """Raises FileRefused: protected, truncated, unreadable."""
    file = WordFile(data)
    looks = Looks(file)
    sheet = Sheet()
    headers, footers = _headers_and_footers(file, looks, limits)
    start, end = file.text
    story = _Story(file, looks, _boxes(file, looks, SHAPES, BOXES, file.text, file.boxes), _sections(file))
    sheet.add(*headers, *story.read(start, min(end, start + limits.text_chars)), *footers)
    return sheet, ({Flag.CAPPED} if end - start > limits.text_chars else set())


def _sections(file: WordFile) -> frozenset[int]:
    """The last characters of sections (PlcfSed)."""
    return frozenset(place - 1 for place in file.plc(SECTIONS, _SECTION)[0])


def _headers_and_footers(file: WordFile, looks: Looks, limits: Limits) -> tuple[list[Item], list[Item]]:
    """Those of all sections, each once (Plcfhdd: six separators of notes, then six stories for each section)."""
    places = file.header_places(HEADERS)
    base, last = file.headers
    last = min(last, base + limits.text_chars)
    boxes = _boxes(file, looks, HEADER_SHAPES, HEADER_BOXES, file.headers, file.header_boxes)
    found: tuple[list[Item], list[Item]] = ([], [])
    seen: set[str] = set()
    for n, (start, end) in enumerate(pairwise(places)):
        if n < BEFORE_HEADERS or start >= end:
            continue
        items = list(_Story(file, looks, boxes).read(base + start, min(base + end, last)))
        said = "\n".join(item.text if isinstance(item, Paragraph) else repr(item) for item in items)
        if said.strip() and said not in seen:
            seen.add(said)
            found[(n - BEFORE_HEADERS) % PER_SECTION in FOOTERS].extend(items)
    return found


def _boxes(
    file: WordFile, looks: Looks, shapes: int, texts: int, story: tuple[int, int], boxes: tuple[int, int]
) -> dict[int, list[Item | Framed]]:
    """The text boxes of a story by the character that they are anchored to (PlcfSpa, PlcftxbxTxt).

    A box of a group of shapes has a number of its own: it goes to the first anchor that no lone box has.
    """
    anchors, spas = file.plc(shapes, _SPA)
    starts, rows = file.plc(texts, _BOX)
    held = {int.from_bytes(row[14:18], "little"): n for n, row in enumerate(rows)}
    found: dict[int, list[Item | Framed]] = {}
    placed: set[int] = set()
    free: list[int] = []
    for anchor, spa in zip(anchors, spas, strict=False):
        n = held.get(int.from_bytes(spa[:4], "little"))
        if n is None or n in placed:
            free.append(story[0] + anchor)
            continue
        placed.add(n)
        items = _box(file, looks, starts, n, boxes)
        found.setdefault(story[0] + anchor, []).append(_framed(spa, items))
    for n in range(len(rows)):
        if n not in placed:
            at = free[0] if free else story[0] + anchors[0] if len(anchors) > 1 else story[0]
            found.setdefault(at, []).extend(_box(file, looks, starts, n, boxes))
    return found


def _box(file: WordFile, looks: Looks, starts: list[int], n: int, boxes: tuple[int, int]) -> list[Item]:
    start, end = (min(boxes[0] + place, boxes[1]) for place in (starts[n], starts[n + 1]))
    return list(_Story(file, looks).read(start, end))


def _framed(spa: bytes, items: list[Item]) -> Framed:
    """A box where its anchor says (Spa): twips, counted from the margins, the page or the paragraph."""
    left, top, right, bottom = (twips / TWIPS for twips in struct.unpack_from("<4i", spa, 4))
    flags = int.from_bytes(spa[20:22], "little")
    page = Edges()
    x = left + (0.0 if flags >> 1 & 3 == 1 else page.left)
    y = top + (page.top if flags >> 3 & 3 == 0 else 0.0)
    return Framed(x, y, max(right - left, 0.0), max(bottom - top, 0.0), items, hangs=flags >> 3 & 3 == 2)


@dataclass(slots=True)
class _Field:
    """`instruction`: what Word computes; `shown`: its result has begun."""

    instruction: str = ""
    shown: bool = False


@dataclass(slots=True)
class _Table:
    """A table that is read: the cells of its row, the cell that is open, and cells above that go on, by left edge."""

    cells: list[list[Item]] = field(default_factory=list)
    cell: list[Item | Framed] = field(default_factory=list)
    merged: dict[float, Cell] = field(default_factory=dict)

    def row(self, columns: tuple[Column, ...]) -> Row:
        """The row that ends; without its definition all cells are as wide as each other."""
        cells: list[Cell] = []
        for n, items in enumerate(self.cells):
            column = (
                columns[n] if n < len(columns) else Column(float(n), 1.0 if not columns else columns[-1].width, False)
            )
            above = self.merged.get(round(column.left)) if column.goes_on else None
            if above is not None:
                above.rows += 1
                cells.append(Cell(column.width))
            else:
                self.merged[round(column.left)] = Cell(column.width, items)
                cells.append(self.merged[round(column.left)])
        self.cells = []
        return Row(cells)


@dataclass(slots=True)
class _Story:
    """A range of the text read into items: a header, a text box, or the text itself with its `sections`."""

    file: WordFile
    looks: Looks
    boxes: dict[int, list[Item | Framed]] = field(default_factory=dict)
    sections: frozenset[int] = frozenset()
    _done: list[Item] = field(default_factory=list)
    _columns: list[list[Item | Framed]] = field(default_factory=lambda: [[]])
    _tables: list[_Table] = field(default_factory=list)
    _fields: list[_Field] = field(default_factory=list)
    _bits: list[tuple[str, bytes, str | None]] = field(default_factory=list)
    _anchored: list[Item | Framed] = field(default_factory=list)

    def read(self, start: int, end: int) -> Iterator[Item]:
        for stretch in self.file.stretches(start, end):
            for match in BITS.finditer(stretch.text):
                self._bit(match[0], stretch, stretch.start + match.start())
        if end > start and self._bits:
            self._end_paragraph(end - 1)
        self._leave_tables(0)
        self._end_section()
        yield from self._done

    def _bit(self, bit: str, stretch: Stretch, at: int) -> None:
        if bit in {END, CELL, PAGE}:
            self._end(bit, at)
        elif bit in {FIELD, RESULT, FIELD_END}:
            self._follow_field(bit)
        elif self._fields and not all(one.shown for one in self._fields):
            self._fields[-1].instruction += bit
        elif bit == SHAPE:
            self._anchored += self.boxes.get(at, [])
        elif bit == COLUMN:
            self._break_column(at)
        else:
            self._bits.append((bit, stretch.properties, self._link()))

    def _end(self, bit: str, at: int) -> None:
        if bit != PAGE:
            self._end_paragraph(at, closes_cell=bit == CELL)
        elif at in self.sections:
            self._end_paragraph(at)
            self._leave_tables(0)
            self._end_section()
        elif any(text.strip() for text, _, _ in self._bits):
            self._end_paragraph(at)
        else:
            self._into(0).append(PageBreak())

    def _break_column(self, at: int) -> None:
        if any(text.strip() for text, _, _ in self._bits):
            self._end_paragraph(at)
        self._leave_tables(0)
        self._columns.append([])

    def _follow_field(self, mark: str) -> None:
        if mark == FIELD and len(self._fields) < DEEPEST_FIELD:
            self._fields.append(_Field())
        elif mark == RESULT and self._fields:
            self._fields[-1].shown = True
        elif mark == FIELD_END and self._fields:
            self._fields.pop()

    def _link(self) -> str | None:
        for one in reversed(self._fields):
            found = LINK.search(one.instruction)
            if found:
                return found[1] if is_web(found[1]) else None
        return None

    def _end_paragraph(self, at: int, closes_cell: bool = False) -> None:
        told = self.looks.of_paragraph(at)
        depth = max(told.depth, 1) if closes_cell else told.depth
        if told.ends_row and depth:
            self._end_row(depth, told)
            return
        if told.new_page and not depth:
            self._into(0).append(PageBreak())
        self._into(depth).extend([*self._anchored, self._paragraph(told)])
        self._bits, self._anchored = [], []
        if depth and (closes_cell or told.inner_cell):
            table = self._tables[depth - 1]
            table.cells.append(list(settled(table.cell)))
            table.cell = []

    def _into(self, depth: int) -> list[Item | Framed]:
        """Where an item goes that stands in so many tables."""
        self._leave_tables(depth)
        while len(self._tables) < depth:
            self._tables.append(_Table())
        return self._tables[-1].cell if self._tables else self._columns[-1]

    def _leave_tables(self, depth: int) -> None:
        while len(self._tables) > depth:
            table = self._tables.pop()
            around = self._tables[-1].cell if self._tables else self._columns[-1]
            if table.cell:
                table.cells.append(list(settled(table.cell)))
            if table.cells:  # a row that never ended
                around.append(table.row(()))

    def _end_row(self, depth: int, told: Told) -> None:
        self._into(depth)
        table = self._tables[depth - 1]
        around = self._tables[depth - 2].cell if depth > 1 else self._columns[-1]
        around.extend(self._anchored)
        self._bits, self._anchored = [], []
        if table.cells:
            around.append(table.row(told.columns))

    def _end_section(self) -> None:
        self._columns[-1] += self._anchored
        self._done += laid_out([list(settled(column)) for column in self._columns])
        self._columns, self._anchored = [[]], []

    def _paragraph(self, told: Told) -> Paragraph:
        look = told.look
        runs = [run for run in (self._run(*bit, told) for bit in self._bits) if run is not None]
        while runs and not runs[0].text.strip(ICON) and runs[0].text == ICON:
            runs.pop(0)
        while runs and not runs[-1].text.strip(ICON):
            runs.pop()
        if look.bullet and any(run.text.strip() for run in runs):
            runs.insert(0, Run("• ", size=look.size))
        # What hangs over the indent before a tab is the first name of a row.
        hangs = look.hanging if not look.bullet and any("\t" in run.text for run in runs) else 0.0
        return Paragraph(runs, look.align, max(look.indent - hangs, 0.0), look.before, look.after, look.last_tab)

    def _run(self, bit: str, properties: bytes, url: str | None, told: Told) -> Run | None:
        run = self.looks.of_run(properties, told.look)
        text = _shown(bit, run)
        if not text or run.look.hidden:
            return None
        return Run(text.upper() if run.look.caps else text, run.look.bold, run.look.size, url)


def _shown(bit: str, run: RunTold) -> str:
    """What a character that means more, or text as it is, looks like."""
    if run.special and set(bit) == {SYMBOL}:
        return run.symbol
    if bit == PICTURE:
        return ICON if run.special else ""
    if bit < " " and bit[0] != "\t":
        return {BREAK: "\n", HYPHEN: "-"}.get(bit, "")
    return whole(bit)
