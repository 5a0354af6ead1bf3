"""What the parts of a page are, guessed from letter sizes, places and Tesseract's paragraphs."""

import re
from dataclasses import dataclass, field
from itertools import groupby
from statistics import median

from vivier_local.textract.words import Word

BULLET = re.compile(r"^([•●▪◦‣○■*\-–]|\d{1,2}[.)])\s")
PAGE_NUMBER = re.compile(r"^(page\s*)?\d{1,3}(\s*(/|of|sur|de)\s*\d{1,3})?$", re.IGNORECASE)
# Margins in which Textract sees running headers and footers.
TOP_MARGIN, BOTTOM_MARGIN = 0.04, 0.955
LONGEST_HEADING = 45


@dataclass(slots=True)
class Line:
    words: list[Word]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def confidence(self) -> float:
        return sum(word.confidence for word in self.words) / len(self.words)

    @property
    def sides(self) -> tuple[float, float, float, float]:
        return (
            min(word.left for word in self.words),
            min(word.top for word in self.words),
            max(word.right for word in self.words),
            max(word.bottom for word in self.words),
        )

    @property
    def height(self) -> float:
        return median(word.bottom - word.top for word in self.words)

    @property
    def paragraph(self) -> tuple[int, int]:
        return self.words[0].line[:2]


@dataclass(slots=True)
class Element:
    """A LAYOUT_* block to be: over lines, or, for a list, over parts."""

    kind: str
    lines: list[Line]
    parts: "list[Element]" = field(default_factory=list)

    @property
    def confidence(self) -> float:
        return sum(line.confidence for line in self.lines) / len(self.lines)

    @property
    def sides(self) -> tuple[float, float, float, float]:
        all_sides = [line.sides for line in self.lines]
        return (
            min(side[0] for side in all_sides),
            min(side[1] for side in all_sides),
            max(side[2] for side in all_sides),
            max(side[3] for side in all_sides),
        )


def elements_of(lines: list[Line]) -> list[Element]:
    """In the order of the lines: LAYOUT_TITLE, _SECTION_HEADER, _TEXT, _LIST, _HEADER, _FOOTER, _PAGE_NUMBER."""
    if not lines:
        return []
    usual = median(line.height for line in lines)
    tallest = max(lines, key=lambda line: line.height)
    title = tallest if tallest.height >= 1.4 * usual and tallest.sides[1] < 0.35 else None
    elements: list[Element] = []
    for _, group in groupby(lines, key=lambda line: line.paragraph):
        for kind, run in groupby(group, key=lambda line: _kind(line, usual, title)):
            of_kind = list(run)
            if kind == "LAYOUT_TEXT":
                elements.append(Element(kind, of_kind))
            elif kind == "LAYOUT_LIST":
                elements.append(Element(kind, of_kind, [Element("LAYOUT_TEXT", [line]) for line in of_kind]))
            else:
                elements += [Element(kind, [line]) for line in of_kind]
    return elements


def _kind(line: Line, usual: float, title: Line | None) -> str:
    _, top, _, bottom = line.sides
    text = line.text
    if line is title:
        return "LAYOUT_TITLE"
    if bottom > BOTTOM_MARGIN or top > BOTTOM_MARGIN:
        return "LAYOUT_PAGE_NUMBER" if PAGE_NUMBER.match(text) else "LAYOUT_FOOTER"
    if bottom < TOP_MARGIN:
        return "LAYOUT_HEADER"
    if BULLET.match(text):
        return "LAYOUT_LIST"
    letters = [character for character in text if character.isalpha()]
    capitals = len(letters) >= 4 and all(character.isupper() for character in letters)
    if len(text) <= LONGEST_HEADING and (capitals or line.height >= 1.3 * usual):
        return "LAYOUT_SECTION_HEADER"
    return "LAYOUT_TEXT"
