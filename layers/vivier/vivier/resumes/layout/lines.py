"""Words → cells → rows. A cell is a run of words on one baseline without a wide gap; a row is the cells of a height."""

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import pairwise

from vivier.resumes.layout.stops import at_stops
from vivier.resumes.layout.words import Word
from vivier.resumes.wording.dates import means_now, only_date

MAX_ROW_TEXT = 2_000
# Signs of type that open items of a list: stars, hearts, ticks and arrows of all kinds, and none of what stands before
# a phone or an address.
_ORNAMENTS = "☆★♡♥♦♢❤✂✓✔✗✦✧✩✪✱✲✳✴✶✷✸✹✺✽✿❀❁❊❋❖❥❧❯❱➔➙➛➜➝➞➟➠➢➣➤➥➧➨➭➮➲➳➸➼➽⚫⚪⬤⬥◈⦿⁌⁍☐☑☒"
_BULLET = re.compile(
    rf"^(?:[•·▪▫■□●○◦‣⁃∙◆◇►▶▸→⇒»«›>¤\-–—*+~¢eo°{_ORNAMENTS}]|)(?=\s|$)\s*|^[•▪■●○◦‣►▶▸{_ORNAMENTS}]\s*"
)
GAP = "\t"


@dataclass(slots=True)
class Cell:
    """Words on one baseline. `text` is masked once the law has been applied."""

    words: list[Word]
    text: str = ""
    told: str = ""  # what the title of its table's column says that it is: "what", "where", "from"

    def __post_init__(self) -> None:
        if not self.text:
            self.text = " ".join(w.text for w in self.words)

    @property
    def left(self) -> float:
        return min(w.left for w in self.words)

    @property
    def right(self) -> float:
        return max(w.right for w in self.words)

    @property
    def top(self) -> float:
        return min(w.top for w in self.words)

    @property
    def bottom(self) -> float:
        return max(w.bottom for w in self.words)

    @property
    def size(self) -> float:
        sizes = sorted(w.size for w in self.words if any(c.isalnum() for c in w.text)) or [w.size for w in self.words]
        return sizes[int(len(sizes) * 0.7)] if len(sizes) > 2 else max(sizes)

    @property
    def bold(self) -> bool:
        letters = sum(len(w.text) for w in self.words)
        return sum(len(w.text) for w in self.words if w.bold) * 2 > letters


@dataclass(slots=True)
class Row:
    """Cells of one height in one column, left to right. `column` numbers the column in reading order."""

    cells: list[Cell]
    page: int
    column: int = 0
    number: int = 0
    gap: float = 0.0
    edge: float = 0.0  # the left edge of its column
    limit: float = 0.0  # and the right one, where its lines are wrapped
    card: int = 0  # the card that it stands on, from 1; 0 when on none
    bullet: bool = False
    text: str = ""
    left: float = field(default=0.0)
    right: float = field(default=0.0)
    top: float = field(default=0.0)
    bottom: float = field(default=0.0)
    size: float = field(default=0.0)
    bold: bool = field(default=False)

    def __post_init__(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Takes text, box and looks from the cells."""
        cells = self.cells
        self.text = GAP.join(c.text for c in cells)[:MAX_ROW_TEXT]
        self.left, self.right = min(c.left for c in cells), max(c.right for c in cells)
        self.top, self.bottom = min(c.top for c in cells), max(c.bottom for c in cells)
        leading = next((c for c in cells if only_date(c.text) is None and any(x.isalpha() for x in c.text)), cells[0])
        self.size, self.bold = max(c.size for c in cells), leading.bold
        first = cells[0].text
        self.bullet = bool(_BULLET.match(first)) and not _is_dash_date(first)

    @property
    def words(self) -> list[Word]:
        return [w for c in self.cells for w in c.words]

    @property
    def plain(self) -> str:
        """The text without its bullet, cells joined by a tab."""
        return strip_bullet(self.text) if self.bullet else self.text

    @property
    def confidence(self) -> float:
        words = self.words
        return sum(w.confidence for w in words) / len(words)


def _is_dash_date(text: str) -> bool:
    return bool(re.match(r"^[-–—]\s*\d{4}", text))


def strip_bullet(text: str) -> str:
    """The text without the signs that open a list item."""
    for _ in range(3):
        match = _BULLET.match(text)
        if not match or match.end() == 0:
            break
        text = text[match.end() :]
    return text.strip(" \t")


def cells_of(words: list[Word]) -> list[Cell]:
    """Cells of a page: each word joins the cell on its baseline that ends just before it."""
    open_cells: dict[int, list[_Run]] = defaultdict(list)
    done: list[_Run] = []
    for word in sorted(words, key=lambda w: (w.left, w.top)):
        run = _nearest(open_cells, word)
        if run is None:
            run = _Run([], word.top, word.bottom)
            done.append(run)
            for band in _bands(word.top, word.bottom):
                open_cells[band].append(run)
        run.words.append(word)
        run.top, run.bottom, run.right = (
            min(run.top, word.top),
            max(run.bottom, word.bottom),
            max(run.right, word.right),
        )
    return _with_bullets([Cell(run) for run in at_stops([_closed_up(run.words) for run in done])])


def _closed_up(words: list[Word]) -> list[Word]:
    """Words again of letters set wide ("J A N E  D O E"): joined where the gaps are those within words."""
    letters = sum(len(w.text) == 1 for w in words)
    if len(words) < 6 or letters < 0.7 * len(words):
        return words
    gaps = [b.left - a.right for a, b in pairwise(words)]
    usual = sorted(gaps)[len(gaps) // 2]
    limit = max(1.45 * usual, usual + 0.12 * words[0].size)
    joined = [words[0]]
    for gap, word in zip(gaps, words[1:], strict=True):
        last = joined[-1]
        if gap > limit:
            joined.append(word)
            continue
        left, top = min(last.box[0], word.box[0]), min(last.box[1], word.box[1])
        right = max(last.box[0] + last.box[2], word.box[0] + word.box[2])
        bottom = max(last.box[1] + last.box[3], word.box[1] + word.box[3])
        joined[-1] = replace(
            last,
            text=last.text + word.text,
            right=word.right,
            top=min(last.top, word.top),
            bottom=max(last.bottom, word.bottom),
            box=(left, top, right - left, bottom - top),
        )
    return joined


_LONE_SIGN = re.compile(r"^(?:[^\w\s]|[eo¢*+«»~°])$")


def _with_bullets(cells: list[Cell]) -> list[Cell]:
    """Puts a list sign that stands in a cell of its own before the text it opens."""
    signs = [c for c in cells if len(c.words) == 1 and _LONE_SIGN.match(c.text)]
    if not signs:
        return cells
    lone = {id(c) for c in signs}
    texts = sorted((c for c in cells if id(c) not in lone), key=lambda c: c.top)
    joined: set[int] = set()
    for sign in signs[:400]:
        middle = (sign.top + sign.bottom) / 2
        rights = [
            c
            for c in texts
            if c.top - 1 <= middle <= c.bottom + 1 and 0 <= c.left - sign.right < 40 and not _apart(sign, c)
        ]
        if rights:
            target = min(rights, key=lambda c: c.left)
            begun = _begun(sign, target, texts)
            if begun is not None:
                begun.words += [*sign.words, *target.words]
                begun.text = f"{begun.text} {sign.text} {target.text}"
                joined.add(id(target))
            elif _of_time_line(sign, texts):
                pass
            else:
                target.words = [*sign.words, *target.words]
                target.text = "• " + target.text
            joined.add(id(sign))
    return [c for c in cells if id(c) not in joined]


def _apart(sign: Cell, text: Cell) -> bool:
    """Whether a sign and what stands beside it are in two cells of a table."""
    one, other = sign.words[0].cells, text.words[0].cells
    return bool(one) and bool(other) and one != other


def _begun(sign: Cell, target: Cell, texts: list[Cell]) -> Cell | None:
    """The date before a dash with white around it, when what follows is the other end of a period."""
    if sign.text not in ("-", "–", "—") or not (only_date(target.text) or means_now(target.text)):
        return None
    middle = (sign.top + sign.bottom) / 2
    level = [c for c in texts if c.top - 1 <= middle <= c.bottom + 1 and 0 <= sign.left - c.right < 40]
    return next((c for c in level if (date := only_date(c.text)) is not None and date.single), None)


def _of_time_line(sign: Cell, texts: list[Cell]) -> bool:
    """Whether a sign lies over a date on its left: the mark of a line of time, which opens no list item."""
    return any(
        c.top < sign.bottom and c.bottom > sign.top and c.left < sign.left < c.right - 2.0 and only_date(c.text)
        for c in texts
    )


@dataclass(slots=True)
class _Run:
    words: list[Word]
    top: float
    bottom: float
    right: float = 0.0


_BAND = 6.0
_MAX_BANDS = 60


def _bands(top: float, bottom: float) -> range:
    first = int(top // _BAND)
    return range(first, min(int(bottom // _BAND), first + _MAX_BANDS) + 1)


def _nearest(open_cells: dict[int, list["_Run"]], word: Word) -> "_Run | None":
    best, best_gap = None, 1e9
    for band in _bands(word.top, word.bottom):
        runs = open_cells.get(band)
        if not runs:
            continue
        for run in runs[-40:]:
            last = run.words[-1]
            em = max(min(word.size, last.size), 4.0)
            gap = word.left - run.right
            shared = min(run.bottom, word.bottom) - max(run.top, word.top)
            low = min(run.bottom - run.top, word.bottom - word.top)
            near = -0.6 * em <= gap <= 1.15 * em and shared >= 0.5 * low and gap < best_gap
            if near and _same_scale(word, last) and not _of_two(last, word):
                best, best_gap = run, gap
    return best


def _of_two(before: Word, word: Word) -> bool:
    """Whether two words are of two paragraphs of the file, or cells that lines part, however close they stand."""
    if before.cells and word.cells and before.cells != word.cells:
        return True
    return before.paragraph is not None and word.paragraph is not None and before.paragraph != word.paragraph


def _same_scale(a: Word, b: Word) -> bool:
    small, large = sorted((a.size, b.size))
    return large <= 2.2 * small or small < 5


def rows_of(cells: list[Cell]) -> list[Row]:
    """Rows of one column, from the top; a cell joins a row when they share most of the lower one's height."""
    groups: list[list[Cell]] = []
    tops: list[tuple[float, float]] = []
    for cell in sorted(cells, key=lambda c: (c.top + c.bottom, c.left)):
        placed = False
        for index in range(len(groups) - 1, max(-1, len(groups) - 4), -1):
            top, bottom = tops[index]
            shared = min(bottom, cell.bottom) - max(top, cell.top)
            if shared >= 0.55 * min(bottom - top, cell.bottom - cell.top) and not _collides(groups[index], cell):
                groups[index].append(cell)
                placed = True
                break
        if not placed:
            groups.append([cell])
            tops.append((cell.top, cell.bottom))
    rows = [Row(sorted(g, key=lambda c: c.left), g[0].words[0].page) for g in groups]
    rows.sort(key=lambda r: (r.top + r.bottom, r.left))
    follow(rows)
    return rows


FAR = 1e9
_LEVEL_EDGES = 3.0


def right_edge(rows: list[Row]) -> float:
    """The edge at which a column's text is wrapped; far away when too few rows come near one."""
    edge = max(r.right for r in rows)
    near = 0.08 * max(1.0, edge - min(r.left for r in rows))
    return edge if sum(r.right > edge - near for r in rows) >= 3 else FAR


def edge_elsewhere(rows: list[Row], columns: list[list[Row]], edges: list[tuple[float, float]]) -> float:
    """The edge of a column with too few rows near one: that of another page's column which begins at the same left."""
    left, right, page = min(r.left for r in rows), max(r.right for r in rows), rows[0].page
    told = [
        edge
        for other, (edge, _) in zip(columns, edges, strict=True)
        if edge < FAR and other[0].page != page and abs(min(r.left for r in other) - left) < _LEVEL_EDGES
    ]
    return min((edge for edge in told if right <= edge + _LEVEL_EDGES), default=FAR)


BESIDE = 24.0


def edge_beside(rows: list[Row], columns: list[list[Row]]) -> float:
    """Where a column's text must be wrapped at the latest: before that of a column right of it; else far away."""
    right, top, bottom = max(r.right for r in rows), min(r.top for r in rows), max(r.bottom for r in rows)
    lefts = [
        left
        for other in columns
        if other is not rows and min(r.top for r in other) < bottom and max(r.bottom for r in other) > top
        if (left := min(r.left for r in other)) > right
    ]
    return max(right, min(lefts) - BESIDE) if lefts else FAR


def one_paragraph(above: Cell, below: Cell) -> bool | None:
    """Whether a line goes on with the one above in a paragraph of the file; None where the file has no paragraphs."""
    last, first = above.words[-1].paragraph, below.words[0].paragraph
    return None if last is None or first is None else last == first


def wraps(above: Row, below: Row, limit: float) -> bool:
    """Whether a row goes on in the next: its first word would have passed the right edge of the column."""
    recognised = above.confidence < 0.999 or below.confidence < 0.999
    if below.bullet or len(below.cells) > 1 or above.page != below.page:
        return False
    if abs(above.size - below.size) > (0.3 * above.size if recognised else 0.8):
        return False
    told = one_paragraph(above.cells[-1], below.cells[0])
    if told is not None:
        return told
    first = below.cells[0].words[0]
    return above.right + (first.right - first.left) + 0.2 * first.size > limit and below.top - above.bottom < above.size


def _collides(group: list[Cell], cell: Cell) -> bool:
    return any(min(other.right, cell.right) - max(other.left, cell.left) > 2.0 for other in group)


_APART, _INSET = 40.0, 30.0


def under_each_other(rows: list[Row]) -> list[Row]:
    """The rows of a list with those that stand in columns beside its first one moved as if below it; boxes stay."""
    if len({r.column for r in rows}) < 2:
        return rows
    edges: dict[int, float] = {}
    for row in rows:
        edges[row.column] = min(edges.get(row.column, 1e9), row.left)
    for row in rows:
        # A column may hold only what is set in of a list.
        if edges[row.column] - row.edge < _INSET:
            edges[row.column] = min(edges[row.column], row.edge)
    left = edges[rows[0].column]
    right = max(r.right for r in rows if r.column == rows[0].column)
    beside = {column for column, edge in edges.items() if edge > right or edge < left - _APART}
    return [moved(r, left - edges[r.column]) if r.column in beside else r for r in rows]


def moved(row: Row, by: float) -> Row:
    """The row further to the right; its boxes stay."""
    cells = [Cell([replace(w, left=w.left + by, right=w.right + by) for w in c.words], c.text) for c in row.cells]
    made = replace(row, cells=cells, limit=row.limit + by, edge=row.edge + by)
    made.top, made.bottom = row.top, row.bottom
    return made


def follow(rows: list[Row]) -> None:
    """Measures the white above each row."""
    for before, row in pairwise(rows):
        row.gap = max(0.0, row.top - before.bottom)
