"""A layout of our own for formats without pages: A4 sheets on which every line has a place.

It need not look like the original; it must keep what the reader of CVs goes by: order, paragraphs, sizes and bold,
cells beside each other, dates at the right edge.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Literal, TypeAlias

from vivier.resumes.parsers.blocks import Word, blocks_of_page
from vivier.resumes.parsers.embedded import Picture, is_portrait
from vivier.resumes.parsers.facts import Block, FileKind, Flag, Hyperlink, Page, Parsed, Place
from vivier.resumes.parsers.widths import width_of

WIDTH, HEIGHT = 595.0, 842.0
MARGIN = 48.0
EDGE = 8.0
USABLE = HEIGHT - 2 * MARGIN
LEADING = 1.25
GUTTER = 11.0
TAB = 36.0
APART = 1.3  # of a letter's size: words closer together are read as one cell
BLANK = 10.5
# A short text that a cell broke over lines is set narrower, on one: names and periods stay whole.
MOST_NARROWED = 3.0
LONGEST_NARROWED = 90
MOST_OF_ROW = 3
TOKEN = re.compile(r"\t| {3,}|\n|[^\s]+|\s")


@dataclass(slots=True)
class Run:
    """Text of one style. `size` in points; `url` where it is a link."""

    text: str
    bold: bool = False
    size: float = 10.5
    url: str | None = None


@dataclass(slots=True)
class Paragraph:
    """`after`: points of air below. `last_tab`: its stop in points and the side of the text there."""

    runs: list[Run]
    align: Literal["left", "center", "right"] = "left"
    indent: float = 0.0
    before: float = 0.0
    after: float = 4.0
    last_tab: tuple[float, Literal["left", "right"]] | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(slots=True)
class Cell:
    """One cell of a row; `width` is its share (0..1) of the row's.

    `rows`: over how many rows it reaches, in which those below it have an empty cell.
    """

    width: float
    items: "list[Item]" = field(default_factory=list)
    rows: int = 1


@dataclass(slots=True)
class Row:
    cells: list[Cell]


@dataclass(slots=True)
class _Reaching:
    """A cell that is set: over how many rows it reaches still, and where it ends."""

    rows: int
    bottom: float


class PageBreak:
    """What follows starts on a new page."""


Item = Paragraph | Row | PageBreak | Picture
_Cells: TypeAlias = tuple[tuple[int, int], ...]  # the rows and places that an item stands in, the outermost first


@dataclass(slots=True)
class _Piece:
    word: Word
    url: str | None


@dataclass
class Sheet:
    """Items put one below the other on as many A4 pages as it takes.

    `typed`: its lines were broken by hand, and do not tell where a paragraph ends.
    """

    items: list[Item] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    typed: bool = False

    def add(self, *items: Item) -> None:
        self.items += items

    def parsed(self, kind: FileKind, flags: set[Flag], most_pages: int) -> Parsed:
        """The sheet as a parsed file. Links without a place of their own stand on page 1."""
        lines: list[list[_Piece]] = []
        press = _Press(lines, most_pages * USABLE, self.typed)
        press.items(self.items, MARGIN, WIDTH - 2 * MARGIN, 0.0)
        last = max((_page_of(line) for line in lines), default=1)
        kept = min(last, most_pages)
        flags = flags | ({Flag.TOO_MANY_PAGES} if last > most_pages else set())
        blocks: list[Block] = []
        for number in range(1, kept + 1):
            on_page = [[_moved(piece.word, number) for piece in line] for line in lines if _page_of(line) == number]
            blocks += blocks_of_page(number, WIDTH, HEIGHT, on_page)
        pages = [Page(number=n, width=WIDTH, height=HEIGHT, text_source="native") for n in range(1, kept + 1)]
        return Parsed(
            kind=kind,
            pages=pages,
            page_count=last,
            blocks=blocks,
            links=[*_links(lines, kept), *(Hyperlink(page=1, url=url) for url in self.links)],
            flags=flags,
            portraits=_portraits(press.hung, kept),
        )

    @property
    def pictures(self) -> list[Picture]:
        return list(_pictures(self.items))


def _pictures(items: Sequence[Item]) -> Iterator[Picture]:
    for item in items:
        if isinstance(item, Picture):
            yield item
        elif isinstance(item, Row):
            for cell in item.cells:
                yield from _pictures(cell.items)


def _portraits(hung: list[tuple[float, Picture]], count: int) -> list[Place]:
    """Photos in the right margin beside where they hang: our sheets leave no room for them, and they hide no text."""
    found: dict[bytes, Place] = {}
    for y, picture in hung:
        page = min(int(y // USABLE) + 1, count)
        top = MARGIN + min(y - (page - 1) * USABLE, USABLE)
        if picture.data not in found and is_portrait(picture, page, top / HEIGHT):
            width = MARGIN - 2 * EDGE
            sides = (WIDTH - MARGIN + EDGE, top, WIDTH - EDGE, top + width * picture.height / picture.width)
            found[picture.data] = Place.between(page, sides, (WIDTH, HEIGHT))
    return list(found.values())


def _page_of(line: list[_Piece]) -> int:
    return int(line[0].word.top // USABLE) + 1


def _moved(word: Word, page: int) -> Word:
    down = MARGIN - (page - 1) * USABLE
    return replace(word, top=word.top + down, bottom=word.bottom + down)


def _links(lines: list[list[_Piece]], count: int) -> list[Hyperlink]:
    found: list[Hyperlink] = []
    for line in lines:
        page = _page_of(line)
        urls = dict.fromkeys(piece.url for piece in line if piece.url)
        for url in urls if page <= count else ():
            words = [_moved(piece.word, page) for piece in line if piece.url == url]
            top, bottom = min(word.top for word in words), max(word.bottom for word in words)
            box = Place.between(page, (words[0].left, top, words[-1].right, bottom), (WIDTH, HEIGHT))
            found.append(Hyperlink(page, url, box))
    return found


class _Press:
    """Sets items into lines on one endless strip, cut into pages of `USABLE` points; stops at `end`.

    Pictures take no room; `hung` says beside which height each was.
    """

    def __init__(self, lines: list[list[_Piece]], end: float, typed: bool) -> None:
        self._lines = lines
        self._end = end
        self._typed = typed
        self._numbers = count()
        self._rows = count()
        self.hung: list[tuple[float, Picture]] = []

    def items(self, items: Sequence[Item], left: float, width: float, y: float, cells: _Cells = ()) -> float:
        reaching: list[_Reaching] = []
        for item in items:
            # One page beyond the last read is enough to know that there are more.
            if y > self._end:
                break
            if reaching and not isinstance(item, Row):
                y, reaching = max([y, *(one.bottom for one in reaching)]), []
            if isinstance(item, PageBreak):
                y = (y // USABLE + 1) * USABLE if y % USABLE else y
            elif isinstance(item, Picture):
                self.hung.append((y, item))
            elif isinstance(item, Row):
                y = self._row(item, left, width, y, cells, reaching)
            else:
                y = self._paragraph(item, left, width, y, cells)
        return max([y, *(one.bottom for one in reaching)])

    def _row(self, row: Row, left: float, width: float, y: float, cells: _Cells, reaching: "list[_Reaching]") -> float:
        """Sets a row and says where it ends; a cell that reaches over rows ends the last of them, not its own."""
        # The air above the first line of one cell would part it from what stands beside it.
        y += max((_air_above(cell) for cell in row.cells), default=0.0)
        bottoms = [y]
        total = sum(cell.width for cell in row.cells) or 1.0
        number = next(self._rows)
        for place, cell in enumerate(row.cells):
            share = cell.width / total * width
            # A column of its own beside several rows is of none of them.
            apart = cell.rows > 1 and len(cell.items) > MOST_OF_ROW
            inside = (*cells, (next(self._rows), 0) if apart else (number, place))
            bottom = self.items(_without_air(cell.items), left, max(share - GUTTER, 30.0), y, inside)
            if cell.rows > 1:
                reaching.append(_Reaching(cell.rows, bottom))
            else:
                bottoms.append(bottom)
            left += share
        for one in reaching:
            one.rows -= 1
        bottoms += [one.bottom for one in reaching if one.rows <= 0]
        reaching[:] = [one for one in reaching if one.rows > 0]
        return max(bottoms)

    def _paragraph(self, paragraph: Paragraph, left: float, width: float, y: float, cells: _Cells) -> float:
        y += paragraph.before
        left, width = left + paragraph.indent, max(width - paragraph.indent, 30.0)
        if not paragraph.text.strip():
            return y + BLANK + paragraph.after
        numbers = None if self._typed and not cells else self._numbers  # a cell is a paragraph whoever typed it
        for segments in _wrapped(paragraph.runs, width, numbers, bool(cells)):
            size = max((piece.word.size for segment in segments for piece in segment), default=10.5)
            if (y % USABLE) + size * LEADING > USABLE:
                y = (y // USABLE + 1) * USABLE
            for position, segment in enumerate(segments):
                shift = left + _shift(paragraph, segments, position, width)
                self._lines.append([_Piece(_down(piece.word, shift, y, cells), piece.url) for piece in segment])
            y += size * LEADING
            if y > self._end:
                return y
        return y + paragraph.after


def _air_above(cell: Cell) -> float:
    items = _from_text(cell.items)
    return items[0].before if items and isinstance(items[0], Paragraph) else 0.0


def _from_text(items: Sequence[Item]) -> Sequence[Item]:
    """The items of a cell without the empty lines that it begins with."""
    empty = next((n for n, i in enumerate(items) if not isinstance(i, Paragraph) or i.text.strip()), len(items))
    return items[empty:]


def _without_air(items: Sequence[Item]) -> Sequence[Item]:
    items = _from_text(items)
    first = items[0] if items else None
    return [replace(first, before=0.0), *items[1:]] if isinstance(first, Paragraph) else items


def _down(word: Word, x: float, y: float, cells: _Cells) -> Word:
    return replace(word, left=word.left + x, right=word.right + x, top=y, bottom=y + 1.15 * word.size, cells=cells)


def _shift(paragraph: Paragraph, segments: list[list[_Piece]], position: int, width: float) -> float:
    room = max(width - segments[position][-1].word.right, 0.0)
    if len(segments) > 1:
        return _tabbed(paragraph, segments, width) if position == len(segments) - 1 else 0.0
    return {"left": 0.0, "center": room / 2, "right": room}[paragraph.align]


def _tabbed(paragraph: Paragraph, segments: list[list[_Piece]], width: float) -> float:
    """How far the last tab moves what follows it: to its stop, or to the right edge where it looks like a date."""
    first, last = segments[0], segments[-1]
    start, end = last[0].word.left, last[-1].word.right
    room = max(width - end, 0.0)
    if paragraph.last_tab is not None:
        stop, side = paragraph.last_tab
        return min(max(stop - paragraph.indent - (end if side == "right" else start), 0.0), room)
    # Dates stand at the right edge behind a longer title; behind a short date stands the title, near it.
    return room if end - start <= 1.2 * (first[-1].word.right - first[0].word.left) else 0.0


def _wrapped(
    runs: list[Run], width: float, numbers: Iterator[int] | None, in_cell: bool = False
) -> Iterator[list[list[_Piece]]]:
    """Lines as segments (parted by tabs) of pieces, their `left` counted from the line's start.

    A line broken by hand ends a paragraph.
    """
    for tokens in _hard_lines(runs):
        number = next(numbers) if numbers is not None else None
        scale = _narrowing(tokens, width, in_cell) if number is not None else 1.0
        yield from _lines(tokens, width, number, scale)


def _hard_lines(runs: list[Run]) -> Iterator[list[tuple[Run, str]]]:
    """The tokens of each line that was ended by hand."""
    tokens: list[tuple[Run, str]] = []
    for run, bit in _tokens(runs):
        if bit == "\n":
            yield tokens
            tokens = []
        else:
            tokens.append((run, bit))
    yield tokens


def _narrowing(tokens: list[tuple[Run, str]], width: float, in_cell: bool) -> float:
    """By how much words are set narrower, so that a short text that would be broken stands on one line.

    That is done in the cells of tables, and where tabs part the names of a row: Word puts what does not fit under its
    tab, where nothing says of which name it is the end.
    """
    tabs = sum(_is_tab(bit) for _, bit in tokens)
    if (not in_cell and not tabs) or sum(len(bit) for _, bit in tokens) > LONGEST_NARROWED * (1 + tabs):
        return 1.0
    long = sum(0.28 * run.size if bit.isspace() else _width(bit, run) for run, bit in tokens if not _is_tab(bit))
    room = width - 1.0 - tabs * (TAB + GUTTER + APART)
    return room / long if room < long <= MOST_NARROWED * room else 1.0


def _is_tab(bit: str) -> bool:
    return bit == "\t" or bit.startswith("   ")


def _lines(
    tokens: list[tuple[Run, str]], width: float, number: int | None, scale: float
) -> Iterator[list[list[_Piece]]]:
    segments: list[list[_Piece]] = [[]]
    x, space = 0.0, 0.0
    for run, bit in tokens:
        if _is_tab(bit):
            if segments[-1]:
                segments.append([])
                x = max((x // TAB + 1) * TAB + GUTTER, x + APART * run.size)
            space = 0.0
        elif bit.isspace():
            space = 0.28 * run.size * scale
        else:
            for part in _fitting(bit, run, width / scale):
                long = _width(part, run) * scale
                if x + space + long > width and segments[0]:
                    yield [segment for segment in segments if segment]
                    segments, x, space = [[]], 0.0, 0.0
                glued = _glued(segments[-1], part, x, long, run) if space == 0.0 else False
                if not glued:
                    word = Word(part, x + space, 0.0, x + space + long, 0.0, run.size, run.bold, paragraph=number)
                    segments[-1].append(_Piece(word, run.url))
                x, space = x + space + long, 0.0
    if segments[0]:
        yield [segment for segment in segments if segment]


def _glued(segment: list[_Piece], part: str, x: float, long: float, run: Run) -> bool:
    """A style that changes within a word makes no second word."""
    if not segment or abs(segment[-1].word.right - x) > 0.01:
        return False
    piece = segment[-1]
    piece.word = replace(piece.word, text=piece.word.text + part, right=x + long)
    piece.url = piece.url or run.url
    return True


def _tokens(runs: list[Run]) -> Iterator[tuple[Run, str]]:
    for run in runs:
        for match in TOKEN.finditer(run.text):
            yield run, match[0]


def _fitting(token: str, run: Run, width: float) -> Iterator[str]:
    if _width(token, run) <= width:
        yield token
        return
    length = max(1, int(width / run.size))
    for start in range(0, len(token), length):
        yield token[start : start + length]


def _width(text: str, run: Run) -> float:
    return width_of(text, run.size, run.bold)
