"""Where each entry of a list begins: decided for the whole list, since whoever wrote it kept one form.

Every row is weighed by how much it looks like part of a head, and every place by how much it looks like a beginning;
a number of rows above the period is chosen for all entries, and left by one only where its rows say so.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from statistics import median
from typing import TypeAlias

from vivier.resumes.layout.lines import Row, one_paragraph
from vivier.resumes.posts.periods import Anchor
from vivier.resumes.wording.dates import only_date
from vivier.resumes.wording.honours import tells_award
from vivier.resumes.wording.labels import lists_more
from vivier.resumes.wording.opinions import BROKEN_OFF, describes_employer, employer_score, name_like, place_score
from vivier.resumes.wording.prepositions import opens_in_place
from vivier.resumes.wording.sentences import ends_in_place, is_sentence
from vivier.resumes.wording.tasks import task_score

MOST_ABOVE = 4
MOST_WAYS = 5
MOST_BEHIND = 2.0
_LONG = 110
_TELLING = 140  # a paragraph with more letters tells what was done
_MOST_BARS = 4  # more part a list of what was used, not the names of a head
_ROLE = 0.95
_OPENED_BY_DATE = 2.0  # a list that opens with a period has its heads below the periods
_DEVIATION = 1.1
# "Femme de chambre • tenir les chambres, ...": a name, then what was done.
_INNER_SIGN = re.compile(r"^[^•]{3,60}\s•\s")
_MOST_LIKE = 0.3
_EDGE = 3.0
LARGER = 1.15
Score: TypeAlias = Callable[[str], float]


@dataclass(slots=True)
class Opinion:
    """The scores of a kind of entry, which of its two roles comes first when nothing tells, and whether it is work.

    What was done may run on behind a post; behind a degree stands what was studied.
    """

    what: Score
    where: Score
    what_first: bool = True
    work: bool = False

    def best(self, row: Row) -> float:
        """How much a row names one of the roles, at best."""
        pieces = [p for c in row.cells for p in pieces_of(c.text)]
        return max((max(self.what(p), self.where(p)) for p in pieces), default=0.0)


def opens_with_name(text: str) -> bool:
    """Whether what is said of an employer stands behind its name: "Kantéga plc | 3 800 p. | £1.9bn revenue"."""
    name = re.split(r"\s?[|(•·]|,\s|\s[–—-]\s", text.strip(), maxsplit=1)[0]
    return (name_like(name) > 0.99 or employer_score(name) >= 1) and not describes_employer(name)


def pieces_of(text: str) -> list[str]:
    """A rough cut of a head's row, for opinions only."""
    for sign in ("|", " – ", " — ", " - ", "•", "·", ", ", "(", ")", ": "):
        text = text.replace(sign, "\t")
    return [p.strip() for p in text.split("\t") if p.strip()]


class Ground:
    """The rows of a section with what decides about them: indents, gaps, looks."""

    def __init__(self, rows: list[Row], anchors: list[Anchor], opinion: Opinion) -> None:
        self.rows = rows
        self.opinion = opinion
        self.anchored = {a.index for a in anchors}
        gaps = [r.gap for i, r in enumerate(rows) if i and r.page == rows[i - 1].page]
        self.gap = max(1.0, median(gaps)) if gaps else 1.0
        self.lefts = [text_left(r) for r in rows]
        self.styled = self._styled()
        self.base = self._base()
        self.told = _paragraph_lengths(rows)
        usual = max(median(row.size for row in some) for some in (rows, [rows[i] for i in self.anchored] or rows))
        larger = {i for i, row in enumerate(rows) if row.size > LARGER * usual}
        self.larger = larger if len(larger) > 1 else set[int]()  # one alone heads a part of the list
        self.like = [self._head_like(i) for i in range(len(rows))]
        self.first_like = [self._beginning(i) for i in range(len(rows))]

    def _styled(self) -> bool:
        """Whether the names of a head are told apart by bold: two bold lines of one head are then one name."""
        near = {n for i in self.anchored for n in range(max(0, i - 2), min(len(self.rows), i + 3))}
        told = [row for n in near for row in [self.rows[n]] if not row.bullet and not _only_dates(row)]
        bold = sum(row.bold for row in told)
        return 0 < bold < len(told)

    def _base(self) -> float:
        """Where heads begin: the left edge that the rows with a period share, or those beside them."""
        lefts = Counter(
            round(self.lefts[i] / 3) for i in self.anchored for row in [self.rows[i]] if not _only_dates(row)
        )
        if not lefts:
            lefts = Counter(round(self.lefts[i - 1] / 3) for i in self.anchored if i > 0)
        return lefts.most_common(1)[0][0] * 3.0 if lefts else min(self.lefts, default=0.0)

    def indented(self, index: int) -> bool:
        """Whether a row is set in under the heads, as list items are whose signs were drawn, not written."""
        return self.lefts[index] > self.base + 5.5 and not self.rows[index].bold

    def _head_like(self, index: int) -> float:
        row = self.rows[index]
        text = row.plain
        if not any(c.isalnum() for c in text) or lists_more(text) or (self.opinion.work and tells_award(text)):
            return -2.0
        score = 0.4
        score -= 4.0 * row.bullet + 3.0 * is_sentence(text) + 2.0 * (len(text) > _LONG or self.told[index] > _TELLING)
        score -= 3.0 * (text.count("|") >= _MOST_BARS)
        score -= 1.0 * text[:1].islower() + 1.0 * self.indented(index)
        if not row.bullet:
            best, task = self.opinion.best(row), 0.0 if opens_in_place(text) else self._task(text)
            score += (
                0.8 * (best >= 0.6) * (task < 0.8) + 0.4 * row.bold + 0.3 * (name_like(text.replace("\t", " ")) > 0.7)
            )
            score -= 1.4 * task * (best < 0.95 or task > 0.6)
            ended = text.rstrip().endswith((".", ";", ",")) and len(text.split()) > 3
            score -= 0.8 * (ended and not ends_in_place(text))
            score += 0.3 * (place_score(text) >= 0.8) + 0.6 * (index in self.larger)
        return max(-4.0, score)

    def _task(self, text: str) -> float:
        """How much a row says what was done; a role that opens it, of a verb's word, says nothing of the kind.

        Nor does what is said of an employer behind its name.
        """
        first = next(iter(pieces_of(text)), text)
        about = describes_employer(text)
        named = self.opinion.what(first) >= _ROLE and not about
        named = named or (about and opens_with_name(text))
        return task_score(first if named else text)

    def _beginning(self, index: int) -> float:
        """How much the white above a row, and the row above it, make it the first of an entry."""
        row = self.rows[index]
        if index == 0:
            return 1.5
        before = self.rows[index - 1]
        if one_paragraph(before.cells[-1], row.cells[0]) and row.text[:1].islower():
            return -2.0  # the paragraph above goes on in it
        if goes_on_below(before, row) or (index not in self.anchored and opens_in_place(row.plain)):
            return -2.0
        if row.page != before.page or row.column != before.column:
            return 0.4
        ratio = row.gap / self.gap
        score = 1.4 if ratio >= 1.6 and row.gap > 0.25 * row.size else 0.5 if ratio >= 1.25 else -0.3
        score += 0.5 * (before.bullet or is_sentence(before.plain)) + 0.4 * self.indented(index - 1)
        score += 0.5 * (row.bold and not before.bold) - 0.5 * (before.bold and not row.bold)
        above = index - 1 in self.larger  # a house over its posts is set larger than they are
        score += 0.8 * (index in self.larger and not above) - 0.8 * above
        score -= 0.7 * (same_look(row, before) and ratio < 1.25 and not before.bullet)
        return score


def goes_on_below(above: Row, row: Row) -> bool:
    """Whether a row breaks off at a small word ("Métiers de") and the one right below it is set like it."""
    cell, below = above.cells[-1], row.cells[0]
    last, first = cell.words[-1], below.words[0]
    alike = last.bold == first.bold and abs(last.size - first.size) < 0.3 and abs(cell.left - below.left) < _EDGE
    near = above.page == row.page and above.column == row.column and row.top - above.bottom < 0.6 * below.size
    return alike and near and not row.bullet and bool(BROKEN_OFF.search(cell.text))


def _paragraph_lengths(rows: list[Row]) -> list[int]:
    """How many letters the paragraph of the file has that each row is of; 0 where the file has no paragraphs."""
    numbers = [row.cells[-1].words[-1].paragraph for row in rows]
    lengths: Counter[int] = Counter()
    for row, number in zip(rows, numbers, strict=True):
        if number is not None:
            lengths[number] += len(row.text) + 1
    return [
        0 if number is None or _INNER_SIGN.search(row.plain) else lengths[number]
        for row, number in zip(rows, numbers, strict=True)
    ]


def text_left(row: Row) -> float:
    """Where a row's text begins, dates in a column of their own aside."""
    for cell in row.cells:
        if only_date(cell.text) is None and any(c.isalpha() for c in cell.text):
            return cell.left
    return row.left


def _only_dates(row: Row) -> bool:
    return all(only_date(c.text) is not None for c in row.cells)


def look(row: Row) -> tuple[bool, int, bool, int]:
    letters = [c for c in row.plain if c.isalpha()]
    return (row.bold, round(row.size), bool(letters) and all(c.isupper() for c in letters), round(text_left(row) / 8))


def same_look(a: Row, b: Row) -> bool:
    return a.bold == b.bold and abs(a.size - b.size) < 0.6 and abs(text_left(a) - text_left(b)) < 12


def ways_above(ground: Ground, anchors: list[Anchor]) -> list[tuple[float, list[int]]]:
    """Ways to say how many rows above each period belong to its entry, each with what speaks for it."""
    rooms = []
    last = -1
    for anchor in anchors:
        rooms.append(min(MOST_ABOVE, anchor.index - last - 1))
        last = anchor.index
    ways: dict[tuple[int, ...], float] = {}
    plain: dict[tuple[int, ...], float] = {}
    edges = [edge for edge, _ in Counter(a.edge for a in anchors).most_common(2)]
    for usuals in product(range(max(rooms) + 1), repeat=len(edges)):
        usual_of = dict(zip(edges, usuals, strict=True))
        usual = [usual_of.get(a.edge, usuals[0]) for a in anchors]
        signs = {edge: _signs(ground, anchors, rooms, edge, usual_of[edge]) for edge in edges}
        chosen, total = [], -0.3 * (len(set(usuals)) - 1)
        for position, (anchor, room) in enumerate(zip(anchors, rooms, strict=True)):
            seen = signs.get(anchor.edge) or Counter()
            options = [(_worth(ground, anchor, n, usual[position], seen, position == 0), -n) for n in range(room + 1)]
            worth, count = max(options)
            chosen.append(-count)
            total += worth
        key = tuple(chosen)
        ways[key] = max(total, ways.get(key, total))
        if set(usual) in ({1}, {2}) and all(
            _may_begin(ground, a, r, usual[0]) for a, r in zip(anchors, rooms, strict=True)
        ):
            plain[tuple(usual)] = sum(
                _worth(ground, a, n, n, signs.get(a.edge) or Counter(), i == 0)
                for i, (a, n) in enumerate(zip(anchors, usual, strict=True))
            )
    best = sorted(((total, list(chosen)) for chosen, total in ways.items()), reverse=True)
    held = {tuple(chosen) for _, chosen in best[:MOST_WAYS]}
    # The same number for all stands for comparison, whatever the white says.
    least = best[0][0] - MOST_BEHIND
    return best[:MOST_WAYS] + [(total, list(way)) for way, total in plain.items() if way not in held and total > least]


def _may_begin(ground: Ground, anchor: Anchor, room: int, count: int) -> bool:
    return room >= count and ground.like[anchor.index - count] >= 1.0


def _signs(
    ground: Ground, anchors: list[Anchor], rooms: list[int], edge: str, usual: int
) -> Counter[tuple[bool, int, bool, int]]:
    """The looks of the first rows if every entry had the usual number above."""
    return Counter(look(ground.rows[a.index - usual]) for a, room in zip(anchors, rooms, strict=True) if room >= usual)


def _worth(
    ground: Ground,
    anchor: Anchor,
    count: int,
    usual: int,
    signs: Counter[tuple[bool, int, bool, int]],
    first: bool,
) -> float:
    start = anchor.index - count
    worth = ground.first_like[start]
    worth += sum(min(_MOST_LIKE, ground.like[i]) for i in range(start, anchor.index))
    if count > 2:
        worth -= 0.5 * (count - 2)
    worth -= _DEVIATION * abs(count - usual)
    total = sum(signs.values())
    if total > 1:
        share = signs[look(ground.rows[start])] / total
        worth += 0.8 * (share if count == usual else 0.5 * share) - 0.4 * (share == 0)
    if first:
        worth -= sum(0.6 for i in range(start) if ground.like[i] > 0)
        if anchor.index == 0 < usual and _only_dates(ground.rows[0]):
            worth -= _OPENED_BY_DATE
    if count == 0 and _only_dates(ground.rows[anchor.index]):
        below = anchor.index + 1
        headless = below >= len(ground.rows) or below in ground.anchored or ground.like[below] < 0
        worth -= 2.0 if headless else 0.2
    return worth
