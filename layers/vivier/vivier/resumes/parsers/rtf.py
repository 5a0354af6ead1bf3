"""RTF: text with its bold, sizes, tabs, table cells and links (Microsoft's RTF 1.9.1)."""

import codecs
import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from vivier.resumes.parsers.facts import FileRefused, Flag, Limits, RefusalReason
from vivier.resumes.parsers.links import is_web
from vivier.resumes.parsers.paper import Cell, Item, PageBreak, Paragraph, Row, Run, Sheet

TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL
)
SKIPPED = {"fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "themedata", "colorschememapping",
           "listtable", "listoverridetable", "rsidtbl", "generator", "datastore", "latentstyles", "xmlnstbl",
           "filetbl", "revtbl",
           "nonshppict", "bkmkstart", "bkmkend", "footnote", "annotation", "fldtype", "mmathPr",
           "private", "objdata", "template", "pgdsctbl", "userprops"}  # fmt: skip
# Fonts whose letters are pictures (\\fcharset2: Symbol, Wingdings): what they draw before a text is a list sign.
PICTURES = re.compile(rb"\\f(\d{1,5})\b[^{};]{0,60}\\fcharset2\b")
# Groups with the sign or number of a list's item, as a reader without lists shows it.
SIGNS = {"pntext", "listtext"}
SYMBOLS = {"par": "\n", "line": "\n", "tab": "\t", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘",
           "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " "}  # fmt: skip
LINK = re.compile(r'HYPERLINK\s+"?([^"\s]{1,2000})')
DEEPEST = 500
FONTS = 200_000  # bytes at the beginning in which the fonts are named


@dataclass(frozen=True, slots=True)
class State:
    """What a group inherits. `skip`: nothing of it is shown; `link` collects a field's instruction."""

    bold: bool = False
    caps: bool = False
    hidden: bool = False
    size: float = 12.0
    skip: bool = False
    instruction: bool = False
    unicode_skip: int = 1
    pictures: bool = False


@dataclass(slots=True)
class _Reader:
    codepage: str = "cp1252"
    state: State = State()
    stack: list[State] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    align: str = "left"
    distances: dict[str, float] = field(default_factory=dict)  # points: \\li, \\fi, \\sb and \\sa of the paragraph
    cells: list[list[Item]] = field(default_factory=list)
    cell: list[Item] = field(default_factory=list)
    edges: list[float] = field(default_factory=list)
    in_table: bool = False
    fields: list[list[str]] = field(default_factory=list)
    field_depth: list[int] = field(default_factory=list)
    to_skip: int = 0
    starred: bool = False
    pending: bytes = b""
    pictures: frozenset[int] = frozenset()

    def read(self, data: bytes) -> None:
        self.pictures = frozenset(int(number) for number in PICTURES.findall(data[:FONTS]))
        for match in TOKEN.finditer(data):
            word, number, hexadecimal, symbol, brace, plain = match.groups()
            if hexadecimal is not None:
                self._byte(bytes([int(hexadecimal, 16)]))
                continue
            self._flush()
            if plain is not None:
                self._plain(plain)
            elif word is not None:
                self._word(word.decode(), int(number) if number is not None else None)
            elif symbol is not None:
                self._symbol(symbol)
            elif brace == b"{":
                self._open()
            elif brace == b"}":
                self._close()
        self._flush()
        self._end_paragraph()
        self._end_row()

    def _open(self) -> None:
        if len(self.stack) >= DEEPEST:
            raise FileRefused(RefusalReason.UNREADABLE, "nested too deeply")
        self.stack.append(self.state)
        self.starred = False

    def _close(self) -> None:
        if self.stack:
            self.state = self.stack.pop()
        if self.field_depth and len(self.stack) < self.field_depth[-1]:
            self.field_depth.pop()
            self.fields.pop()
        self.to_skip = 0

    def _byte(self, byte: bytes) -> None:
        if self.to_skip:
            self.to_skip -= 1
        else:
            # Characters of two bytes (East Asian pages) come as two of these.
            self.pending += byte

    def _flush(self) -> None:
        if self.pending:
            self._text(self.pending.decode(self.codepage, "replace"))
            self.pending = b""

    def _plain(self, plain: bytes) -> None:
        skipped = min(self.to_skip, len(plain))
        self.to_skip -= skipped
        self._text(plain[skipped:].decode(self.codepage, "replace"))

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self.starred = True
        elif symbol in b"\\{}":
            self._text(symbol.decode())
        elif symbol == b"~":
            self._text("\u00a0")
        elif symbol == b"_":
            self._text("-")
        elif symbol in b"\r\n":
            self._end_paragraph()

    def _text(self, text: str) -> None:
        text = text.replace("\x00", "")
        if self.state.instruction and self.fields:
            self.fields[-1].append(text)
        elif text and not self.state.skip and not self.state.hidden:
            shown = text.upper() if self.state.caps else text
            if self.state.pictures and shown.strip():
                shown = "• "
            self.runs.append(Run(shown, self.state.bold, self.state.size, self._link()))

    def _link(self) -> str | None:
        if not self.fields:
            return None
        found = LINK.search("".join(self.fields[-1]))
        return found[1] if found and is_web(found[1]) else None

    def _word(self, word: str, number: int | None) -> None:
        if self.starred and word not in {"fldinst", "shptxt"}:
            self.state = replace(self.state, skip=True)
        self.starred = False
        if word in SIGNS and not self.state.skip:
            self.runs.append(Run("• ", size=self.state.size))
        if word in SKIPPED | SIGNS:
            self.state = replace(self.state, skip=True)
        elif word == "u" and number is not None:
            self._text(chr(number % 65536))
            self.to_skip = self.state.unicode_skip
        elif word == "ansicpg" and number:
            self.codepage = _codec(number)
        elif not self._styled(word, number):
            self._structured(word, number)

    def _styled(self, word: str, number: int | None) -> bool:
        on = number != 0
        state = self.state
        if word == "b":
            self.state = replace(state, bold=on)
        elif word == "fs" and number:
            self.state = replace(state, size=min(max(number / 2, 4.0), 72.0))
        elif word == "f" and number is not None:
            self.state = replace(state, pictures=number in self.pictures)
        elif word == "plain":
            self.state = replace(state, bold=False, caps=False, hidden=False, size=12.0, pictures=False)
        elif word in {"caps", "scaps"}:
            self.state = replace(state, caps=on)
        elif word == "v":
            self.state = replace(state, hidden=on)
        elif word == "uc":
            self.state = replace(state, unicode_skip=max(0, min(number or 0, 10)))
        elif word == "fldinst":
            self.state = replace(state, instruction=True, skip=False)
        elif word in {"shptxt", "fldrslt"}:
            self.state = replace(state, instruction=False, skip=False)
        else:
            return False
        return True

    def _structured(self, word: str, number: int | None) -> None:
        if self.state.skip:
            return
        if word == "field":
            self.fields.append([])
            self.field_depth.append(len(self.stack))
        elif word == "par":
            self._end_paragraph()
        elif word in SYMBOLS:
            self._text(SYMBOLS[word])
        elif word in {"ql", "qc", "qr", "qj", "pard"}:
            self.align = {"qc": "center", "qr": "right"}.get(word, "left")
            if word == "pard":
                self.in_table = False
                self.distances = {}
        elif word in {"li", "lin", "fi", "sb", "sa"} and number is not None:
            self.distances[word.removesuffix("n")] = min(max(number / 20, -300.0), 300.0)
        elif word == "page":
            self._end_paragraph()
            self.items.append(PageBreak())
        else:
            self._table(word, number)

    def _table(self, word: str, number: int | None) -> None:
        if word == "trowd":
            self.edges = []
        elif word == "intbl":
            self.in_table = True
        elif word == "cellx" and number is not None and len(self.edges) < 60:
            self.edges.append(float(number))
        elif word in {"cell", "nestcell"}:
            self.in_table = True
            self._end_paragraph()
            self.cells.append(self.cell)
            self.cell = []
        elif word in {"row", "nestrow"}:
            self._end_row()

    def _end_paragraph(self) -> None:
        align = self.align if self.align in {"center", "right"} else "left"
        paragraph = Paragraph(
            self.runs,
            align=align,  # type: ignore[arg-type]
            indent=self._indent(),
            before=_air(self.distances.get("sb", 0.0)),
            after=2.0 + _air(self.distances.get("sa", 0.0)),
        )
        (self.cell if self.in_table else self.items).append(paragraph)
        self.runs = []

    def _indent(self) -> float:
        """Where the first line begins; the text of a list's item stands right of its sign."""
        signed = bool(self.runs) and self.runs[0].text.startswith("•")
        first = 0.0 if signed else min(self.distances.get("fi", 0.0), 0.0)
        return min(max(self.distances.get("li", 0.0) + first, 0.0), 200.0)

    def _end_row(self) -> None:
        if not self.cells and not self.cell:
            return
        if self.cell:
            self.cells.append(self.cell)
        edges = [0.0, *self.edges]
        widths = [max(right - left, 1.0) for left, right in pairwise(edges)]
        widths += [widths[-1] if widths else 1.0] * (len(self.cells) - len(widths))
        self.items.append(Row([Cell(width, cell) for width, cell in zip(widths, self.cells, strict=False)]))
        self.cells, self.cell, self.in_table = [], [], False


def sheet_of_rtf(data: bytes, limits: Limits) -> tuple[Sheet, set[Flag]]:
    """Raises FileRefused: truncated, unreadable."""
    reader = _Reader()
    reader.read(data)
    # A file torn off in the middle leaves groups open; a missing last brace or two is only sloppy.
    if len(reader.stack) > 2:
        raise FileRefused(RefusalReason.TRUNCATED, f"{len(reader.stack)} groups never end")
    sheet = Sheet()
    sheet.add(*reader.items)
    active = b"\\objdata" in data or b"\\*\\template" in data
    return sheet, ({Flag.ACTIVE_CONTENT_IGNORED} if active else set())


def _air(distance: float) -> float:
    return min(max(distance, 0.0), 40.0)


def _codec(number: int) -> str:
    name = {65001: "utf-8", 10000: "mac_roman"}.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
