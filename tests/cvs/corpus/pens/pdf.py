"""Draws PDFs with reportlab: frames that text flows through, and control over the order in which a page's text is
written, which is rarely the order in which it is read."""

import random
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from tests.cvs.corpus.heads import Row, Run

WIDTH, HEIGHT = 595.0, 842.0
BLACK = (0.1, 0.1, 0.12)
GREY = (0.42, 0.42, 0.45)
FAMILIES = {
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique"),
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"),
    "Courier": ("Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique"),
    "Vera": ("Vera", "VeraBd", "VeraIt", "VeraBI"),
}
Colour = tuple[float, float, float]


@cache
def _vera() -> None:
    """The TrueType face that reportlab ships: embedded as a subset, like most programs do."""
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in FAMILIES["Vera"]:
        pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))


def font(family: str, bold: bool = False, italic: bool = False) -> str:
    if family == "Vera":
        _vera()
    return FAMILIES[family][bold + 2 * italic]


def width_of(text: str, name: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, name, size))


class Look(NamedTuple):
    """How a kind of line is set."""

    size: float = 9.5
    family: str = "Helvetica"
    colour: Colour = BLACK
    bold: bool = False
    italic: bool = False
    leading: float = 1.28
    after: float = 0.0
    align: str = "left"


class Frame(NamedTuple):
    """From the top left corner of the page, in points."""

    left: float
    top: float
    width: float
    bottom: float = HEIGHT - 40


class Op(NamedTuple):
    top: float
    left: float
    draw: Callable[[Canvas], None]
    text: bool


class Pdf:
    """A document whose text is drawn in the end, in the order asked for."""

    def __init__(self, producer: str = "", title: str = "") -> None:
        self.pages: list[list[Op]] = [[]]
        self._producer, self._title = producer, title

    def page(self, n: int) -> list[Op]:
        while len(self.pages) <= n:
            self.pages.append([])
        return self.pages[n]

    def text(self, page: int, x: float, y: float, text: str, look: Look, href: str = "") -> float:
        """Writes at a baseline `y` under the top; gives the width."""
        name = font(look.family, look.bold, look.italic)
        assert text.encode("cp1252", "ignore").decode("cp1252") == text.replace("ﬁ", "").replace("ﬂ", ""), text
        wide = width_of(text, name, look.size)

        def draw(canvas: Canvas) -> None:
            canvas.setFillColorRGB(*look.colour)
            canvas.setFont(name, look.size)
            canvas.drawString(x, HEIGHT - y, text)
            if href:
                canvas.linkURL(href, (x, HEIGHT - y - 2, x + wide, HEIGHT - y + look.size), relative=0)

        self.page(page).append(Op(y, x, draw, True))
        return wide

    def box(self, page: int, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.setFillColorRGB(*colour)
            canvas.rect(x, HEIGHT - y - height, width, height, stroke=0, fill=1)

        self.page(page).append(Op(y, x, draw, False))

    def line(
        self, page: int, x: float, y: float, x2: float, y2: float, colour: Colour = GREY, width: float = 0.6
    ) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.setStrokeColorRGB(*colour)
            canvas.setLineWidth(width)
            canvas.line(x, HEIGHT - y, x2, HEIGHT - y2)

        self.page(page).append(Op(y, x, draw, False))

    def dot(self, page: int, x: float, y: float, radius: float, colour: Colour = GREY, full: bool = True) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.setFillColorRGB(*colour)
            canvas.setStrokeColorRGB(*colour)
            canvas.circle(x, HEIGHT - y, radius, stroke=1, fill=int(full))

        self.page(page).append(Op(y, x, draw, False))

    def portrait(self, page: int, x: float, y: float, size: float, colour: Colour = (0.8, 0.74, 0.68)) -> None:
        """A drawn head and shoulders where a photo would be."""
        self.box(page, x, y, size, size * 1.15, (0.9, 0.9, 0.92))
        self.dot(page, x + size / 2, y + size * 0.42, size * 0.2, colour)
        self.box(page, x + size * 0.18, y + size * 0.72, size * 0.64, size * 0.43, colour)

    def save(self, path: Path, order: str = "as_written", chance: random.Random | None = None) -> None:
        canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1)
        if self._producer:
            canvas.setProducer(self._producer)
        if self._title:
            canvas.setTitle(self._title)
        for ops in self.pages:
            for op in [op for op in ops if not op.text]:
                op.draw(canvas)
            for op in ordered([op for op in ops if op.text], order, chance):
                op.draw(canvas)
            canvas.showPage()
        canvas.save()


def ordered(ops: list[Op], order: str, chance: random.Random | None) -> list[Op]:
    """`rows`: line by line over the whole width; `blocks`: text boxes in the order somebody happened to make them."""
    if order == "rows":
        return sorted(ops, key=lambda op: (round(op.top), op.left))
    if order == "blocks":
        blocks: list[list[Op]] = []
        for op in ops:
            near = blocks and abs(op.left - blocks[-1][-1].left) < 40 and 0 <= op.top - blocks[-1][-1].top < 16
            if near:
                blocks[-1].append(op)
            else:
                blocks.append([op])
        (chance or random.Random(0)).shuffle(blocks)
        return [op for block in blocks for op in block]
    return ops


class Flow:
    """Text through frames: `frames(n)` is the n-th frame and its page."""

    def __init__(self, pdf: Pdf, frames: Callable[[int], tuple[int, Frame]]) -> None:
        self.pdf, self._frames, self._n = pdf, frames, 0
        self.page, self.frame = frames(0)
        self.y = self.frame.top

    def next_frame(self) -> None:
        self._n += 1
        self.page, self.frame = self._frames(self._n)
        self.y = self.frame.top
        self.pdf.page(self.page)

    def room(self, height: float) -> None:
        """Begins the next frame when less than `height` is left."""
        if self.y + height > self.frame.bottom:
            self.next_frame()

    def gap(self, height: float) -> None:
        self.y += height

    def say(self, text: str, look: Look, indent: float = 0, href: str = "") -> None:
        self.row(Row(runs=[Run(text=text, href=href)]), look, indent)

    def row(self, row: Row, look: Look, indent: float = 0, mark: str = "", right_look: Look | None = None) -> None:
        """A row broken to the frame's width; its right part stands at the right edge of the first line."""
        right = "".join(run.text for run in row.right)
        aside = right_look or look
        kept = width_of(right, font(aside.family, aside.bold, aside.italic), aside.size) + 8 if right else 0
        lines = broken(row.runs, look, self.frame.width - indent, kept)
        for n, pieces in enumerate(lines or [[]]):
            self.room(look.size * look.leading)
            self.y += look.size * look.leading
            x = self.frame.left + indent
            wide = sum(width_of(t, font(lk.family, lk.bold, lk.italic), lk.size) for t, lk, _ in pieces)
            if look.align == "center":
                x += (self.frame.width - indent - wide) / 2
            elif look.align == "right":
                x += self.frame.width - indent - wide
            if mark and n == 0:
                self.pdf.text(self.page, x - 10, self.y, mark, look)
            for text, set_in, href in pieces:
                x += self.pdf.text(self.page, x, self.y, text, set_in, href)
            if right and n == 0:
                self.pdf.text(self.page, self.frame.left + self.frame.width - kept + 8, self.y, right, aside)
        self.y += look.after


def broken(runs: Sequence[Run], look: Look, width: float, kept: float) -> list[list[tuple[str, Look, str]]]:
    """Runs as lines of set pieces; the first line leaves `kept` points at the right."""
    lines: list[list[tuple[str, Look, str]]] = [[]]
    room = width - kept
    for run in runs:
        set_in = look._replace(bold=look.bold or run.bold, italic=look.italic or run.italic)
        name = font(set_in.family, set_in.bold, set_in.italic)
        for word in _words(run.text, name, set_in.size, width):
            wide = width_of(word.rstrip(), name, set_in.size)
            if lines[-1] and wide > room + 0.01:
                lines.append([])
                room = width
                word = word.lstrip()
            pieces: list[Any] = lines[-1]
            if pieces and pieces[-1][1] == set_in and pieces[-1][2] == run.href:
                pieces[-1] = (pieces[-1][0] + word, set_in, run.href)
            else:
                pieces.append((word, set_in, run.href))
            room -= width_of(word, name, set_in.size)
    return [line for line in lines if line]


def _words(text: str, face: str, size: float, width: float) -> list[str]:
    """Words with the space behind them; one wider than a line (an address in a sidebar) goes on in the next."""
    words: list[str] = []
    for part in text.split(" "):
        while width_of(part, face, size) > width:
            cut = next(n for n in range(len(part) - 1, 0, -1) if width_of(part[:n], face, size) <= width)
            words.append(part[:cut])
            part = part[cut:]
        words.append(part + " ")
    words[-1] = words[-1][:-1]
    return [word for word in words if word]
