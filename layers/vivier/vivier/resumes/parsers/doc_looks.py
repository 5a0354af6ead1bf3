"""How paragraphs and runs of a Word 97 file look: what is said of them over their styles (Microsoft's [MS-DOC])."""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from vivier.resumes.parsers.doc_file import STYLES, WordFile
from vivier.resumes.parsers.docx_styles import DEEPEST_LEVEL, LEVEL, LONGEST_CHAIN, TWIPS, Look
from vivier.resumes.parsers.letters import icon

# Character Properties
_STYLE_OF_RUN, _SIZE, _SYMBOL, _SPECIAL = 0x4A30, 0x4A43, 0x6A09, 0x0855
_BOLD, _CAPS, _HIDDEN = 0x0835, {0x083A, 0x083B}, {0x083C, 0x0800}  # small capitals, too; what was deleted, too
_TOGGLES = {_BOLD} | _CAPS | _HIDDEN
# Paragraph Properties
_ALIGN, _LEFT, _FIRST = {0x2403, 0x2461}, {0x840F, 0x845E}, {0x8411, 0x8460}
_BEFORE, _AFTER, _LIST_LEVEL, _LIST, _TABS = 0xA413, 0xA414, 0x260A, 0x460B, 0xC60D
_NEW_PAGE, _IN_TABLE, _ROW_END, _DEPTH, _INNER_CELL, _INNER_ROW_END = 0x2407, 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
_TABLE = 0xD608  # Table Properties: sprmTDefTable
_SIDES: dict[int, Literal["left", "center", "right"]] = {1: "center", 2: "right"}
_LISTS = 2047
_MOST_COLUMNS = 64
_PARAGRAPH, _CHARACTER = 1, 2
_DEEPEST = 20
_UNSTYLED = Look(size=10.0)  # Word's own size


@dataclass(frozen=True, slots=True)
class Column:
    """A cell of a row: its left edge and width in points; `goes_on`: it is the rest of the one above."""

    left: float
    width: float
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a paragraph. `depth`: in how many tables it stands; `columns` of the row that it ends."""

    look: Look
    depth: int = 0
    new_page: bool = False
    inner_cell: bool = False
    ends_row: bool = False
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class RunTold:
    """What is known of a run. `special`: its control characters stand for more than text; `symbol`: what it draws."""

    look: Look
    special: bool = False
    symbol: str = ""


@dataclass(slots=True)
class _Style:
    kind: int
    base: int
    paragraph: bytes = b""
    run: bytes = b""


@dataclass(slots=True)
class Looks:
    """The looks of a file; what was asked once is known."""

    file: WordFile
    styles: list[_Style | None] = field(default_factory=list)
    _paragraphs: dict[bytes, Told] = field(default_factory=dict)
    _runs: dict[tuple[bytes, Look], RunTold] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.styles = list(_styles(self.file.structure(STYLES)))

    def of_paragraph(self, character: int) -> Told:
        papx = self.file.paragraph(character)
        if papx not in self._paragraphs:
            look = self._styled(_UNSTYLED, int.from_bytes(papx[:2], "little"))
            self._paragraphs[papx] = self._told(look, papx[2:])
        return self._paragraphs[papx]

    def of_run(self, properties: bytes, look: Look) -> RunTold:
        if (properties, look) not in self._runs:
            self._runs[properties, look] = self._with_run(look, properties)
        return self._runs[properties, look]

    def _styled(self, look: Look, number: int) -> Look:
        """A look with that of a style, and of those that it is based on, over it."""
        chain: list[_Style] = []
        while number < len(self.styles) and len(chain) < LONGEST_CHAIN:
            style = self.styles[number]
            if style is None:
                break
            chain.append(style)
            number = style.base
        for style in reversed(chain):
            look = self._with_run(self._told(look, style.paragraph).look, style.run).look
        return look

    def _with_run(self, look: Look, properties: bytes) -> RunTold:
        under, special, symbol = look, False, ""
        for sprm, operand in self.file.sprms(properties):
            if sprm in _TOGGLES:
                look = _toggled(look, under, sprm, operand[0])
            elif sprm == _SIZE:
                look = replace(look, size=min(max(_u16(operand) / 2, 4.0), 72.0))
            elif sprm == _STYLE_OF_RUN:
                look = under = self._of_character(look, _u16(operand))
            elif sprm == _SPECIAL:
                special = bool(operand[0])
            elif sprm == _SYMBOL:
                symbol = icon(chr(_u16(operand[2:])))
        return RunTold(look, special, symbol)

    def _of_character(self, look: Look, number: int) -> Look:
        style = self.styles[number] if number < len(self.styles) else None
        # Only what a style of characters says itself: a circle of styles ends here.
        plain = b"".join(_without_styles(self.file, style.run)) if style and style.kind == _CHARACTER else b""
        return self._with_run(look, plain).look

    def _told(self, look: Look, grpprl: bytes) -> Told:
        told = Told(look)
        for sprm, operand in self.file.sprms(grpprl):
            told = (
                _PLACES[sprm](told, operand) if sprm in _PLACES else replace(told, look=_laid(told.look, sprm, operand))
            )
        return told


def _without_styles(file: WordFile, grpprl: bytes) -> Iterator[bytes]:
    for sprm, operand in file.sprms(grpprl):
        if sprm in _TOGGLES or sprm == _SIZE:
            yield sprm.to_bytes(2, "little") + operand


def _toggled(look: Look, under: Look, sprm: int, value: int) -> Look:
    """A look with a ToggleOperand over it: off, on, as the style `under` it says, or the opposite of that."""
    styled = under.bold if sprm == _BOLD else under.caps if sprm in _CAPS else under.hidden
    on = styled if value == 0x80 else not styled if value == 0x81 else bool(value)
    if sprm == _BOLD:
        return replace(look, bold=on)
    return replace(look, caps=on) if sprm in _CAPS else replace(look, hidden=on)


def _laid(look: Look, sprm: int, operand: bytes) -> Look:
    """A look with one property of paragraphs over it."""
    if sprm in _ALIGN:
        return replace(look, align=_SIDES.get(operand[0], "left"))
    if sprm in _LEFT:
        return replace(look, indent=min(max(_i16(operand) / TWIPS, 0.0), 300.0))
    if sprm in _FIRST:
        return replace(look, hanging=max(-_i16(operand) / TWIPS, 0.0))
    if sprm == _BEFORE:
        return replace(look, before=min(_u16(operand) / TWIPS, 40.0))
    if sprm == _AFTER:
        return replace(look, after=min(_u16(operand) / TWIPS, 40.0))
    if sprm == _LIST:  # number 0 is no list, and what is beyond was one
        return replace(look, bullet=0 < _u16(operand) < _LISTS)
    if sprm == _LIST_LEVEL and look.bullet:
        return replace(look, indent=look.indent + LEVEL * min(operand[0], DEEPEST_LEVEL))
    return _with_tabs(look, operand) if sprm == _TABS else look


def _with_tabs(look: Look, operand: bytes) -> Look:
    """PChgTabsPapxOperand: stops taken away, then stops set, each with its side."""
    added = 1 + 2 * operand[0] if operand else 0
    count = operand[added] if added < len(operand) else 0
    stops, sides = operand[added + 1 : added + 1 + 2 * count], operand[added + 1 + 2 * count :]
    if not count or len(stops) < 2 * count or len(sides) < count or sides[count - 1] & 7 > 3:
        return look
    side: Literal["left", "right"] = "right" if sides[count - 1] & 7 == 2 else "left"
    return replace(look, last_tab=(_i16(stops[-2:]) / TWIPS, side))


def _columns(operand: bytes) -> tuple[Column, ...]:
    """TDefTableOperand: edges in twips, then for each cell a TC80 of 20 bytes."""
    count = min(operand[0], _MOST_COLUMNS) if operand else 0
    if len(operand) < 1 + 2 * (count + 1):
        return ()
    edges = struct.unpack_from(f"<{count + 1}h", operand, 1)
    cells = [operand[3 + 2 * count + 20 * n :][:2] for n in range(count)]
    # TCGRF: bits 5 and 6 are 1 where a cell goes on with the one above.
    return tuple(
        Column(left / TWIPS, max(right - left, 1) / TWIPS, _u16(cell) >> 5 & 3 == 1)
        for (left, right), cell in zip(pairwise(edges), cells, strict=True)
    )


_PLACES: dict[int, Callable[[Told, bytes], Told]] = {
    _NEW_PAGE: lambda told, operand: replace(told, new_page=bool(operand[0])),
    _IN_TABLE: lambda told, operand: replace(told, depth=max(told.depth, operand[0] & 1)),
    _DEPTH: lambda told, operand: replace(told, depth=min(int.from_bytes(operand, "little"), _DEEPEST)),
    _ROW_END: lambda told, operand: replace(told, ends_row=bool(operand[0])),
    _INNER_CELL: lambda told, operand: replace(told, inner_cell=bool(operand[0])),
    _INNER_ROW_END: lambda told, operand: replace(told, ends_row=bool(operand[0])),
    _TABLE: lambda told, operand: replace(told, columns=_columns(operand)),
}


def _styles(stsh: bytes) -> Iterator[_Style | None]:
    """STSH: what is said of all styles, then each as an STD."""
    head = _u16(stsh)
    base = _u16(stsh[4:])  # cbSTDBaseInFile
    at = 2 + head
    while at + 2 <= len(stsh):
        size = _u16(stsh[at:])
        yield _style(stsh[at + 2 : at + 2 + size], base) if size else None
        at += 2 + size + size % 2


def _style(std: bytes, base: int) -> _Style:
    """STD: its base, its name, and the properties of paragraphs and of runs (GrLPUpxSw)."""
    kind = _u16(std[2:])
    at = base + 2 * _u16(std[base:]) + 4
    found: list[bytes] = []
    while at + 2 <= len(std) and len(found) < 2:
        size = _u16(std[at:])
        found.append(std[at + 2 : at + 2 + size])
        at += 2 + size + size % 2
    style = _Style(kind & 15, kind >> 4)
    if style.kind == _PARAGRAPH:
        style.paragraph, style.run = [*(upx[2 * (n == 0) :] for n, upx in enumerate(found)), b"", b""][:2]
    elif style.kind == _CHARACTER and found:
        style.run = found[0]
    return style


def _u16(raw: bytes) -> int:
    return int.from_bytes(raw[:2], "little")


def _i16(raw: bytes) -> int:
    return int.from_bytes(raw[:2], "little", signed=True)
