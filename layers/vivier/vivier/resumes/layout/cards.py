"""Posts on cards: frames or shaded areas with one period each, side by side or below each other, read card by card."""

from dataclasses import dataclass
from itertools import pairwise

from vivier.resumes.layout.lines import Row, cells_of, follow, moved, rows_of
from vivier.resumes.layout.words import Panel, Word
from vivier.resumes.wording.dates import find_ranges, only_date

_SLACK = 2.0
_LEVEL = 6.0
_WHITE = 14.0
_PADDING = 4.0


@dataclass(slots=True)
class _Card:
    panel: Panel
    words: list[Word]
    rows: list[Row]


@dataclass(slots=True)
class Cards:
    """Cards that follow each other with nothing between: the area they fill, and their rows, card by card."""

    area: Panel
    rows: list[Row]


def cards_of(words: list[Word], panels: list[Panel], first: int) -> tuple[list[Cards], list[Word]]:
    """The groups of cards of a page and the words that stand on none; the first card is numbered `first`."""
    cards = _outermost([card for panel in panels if (card := _card(words, panel)) is not None])
    taken = {id(word) for card in cards for word in card.words}
    rest = [word for word in words if id(word) not in taken]
    groups = [group for group in _together(cards, rest) if len(group) > 1]
    kept = {id(word) for group in groups for card in group for word in card.words}
    made: list[Cards] = []
    for group in groups:
        made.append(_read(group, first))
        first += len(group)
    return made, [word for word in words if id(word) not in kept]


def _card(words: list[Word], panel: Panel) -> _Card | None:
    """The card of a panel: several rows with one period."""
    inside = [word for word in words if _holds(panel, word)]
    if len(inside) < 3:
        return None
    rows = rows_of(cells_of(inside))
    if not 2 <= len(rows) <= 16:
        return None
    spans = sum(not r.single for row in rows for c in row.cells for r in find_ranges(c.text)[:1])
    alone = sum(only_date(c.text) is not None for row in rows for c in row.cells)
    return _Card(panel, inside, rows) if spans == 1 or (not spans and alone == 1) else None


def _holds(panel: Panel, word: Word) -> bool:
    middle = (word.top + word.bottom) / 2
    across = panel.left - _SLACK <= word.left and word.right <= panel.right + _SLACK
    return across and panel.top <= middle <= panel.bottom


def _outermost(cards: list[_Card]) -> list[_Card]:
    """Without cards within others, such as the coloured strip that holds a card's title."""
    cards = sorted(cards, key=lambda card: -len(card.words))
    kept: list[_Card] = []
    taken: set[int] = set()
    for card in cards:
        if not any(id(word) in taken for word in card.words):
            kept.append(card)
            taken.update(id(word) for word in card.words)
    return sorted(kept, key=lambda card: (card.panel.top, card.panel.left))


def _together(cards: list[_Card], rest: list[Word]) -> list[list[_Card]]:
    """The cards in groups between which other text stands."""
    groups: list[list[_Card]] = []
    for card in cards:
        if groups and not any(_between(groups[-1], card, word) for word in rest):
            groups[-1].append(card)
        else:
            groups.append([card])
    return groups


def _between(group: list[_Card], card: _Card, word: Word) -> bool:
    left = min(c.panel.left for c in (*group, card))
    right = max(c.panel.right for c in (*group, card))
    middle = (word.top + word.bottom) / 2
    return left < word.right and word.left < right and group[0].panel.top < middle < card.panel.bottom


def _read(group: list[_Card], first: int) -> Cards:
    area = Panel(
        min(c.panel.left for c in group),
        min(c.panel.top for c in group),
        max(c.panel.right for c in group),
        max(c.panel.bottom for c in group),
    )
    rows: list[Row] = []
    for number, card in enumerate(_in_order(group), start=first):
        told = []
        for row in card.rows:
            row.limit, row.card = card.panel.right - _PADDING, number
            told.append(moved(row, area.left - card.panel.left))
        follow(told)
        told[0].gap = _WHITE
        rows += told
    return Cards(area, rows)


def _in_order(group: list[_Card]) -> list[_Card]:
    """Row by row where cards of a row begin level; else column by column."""
    rows: list[list[_Card]] = []
    for card in group:
        if rows and card.panel.top - rows[-1][0].panel.top < _LEVEL:
            rows[-1].append(card)
        else:
            rows.append([card])
    apart = all(max(c.panel.bottom for c in a) <= b[0].panel.top + _SLACK for a, b in pairwise(rows))
    if apart:
        return [card for row in rows for card in sorted(row, key=lambda c: c.panel.left)]
    return sorted(group, key=lambda c: (round(c.panel.left / _LEVEL), c.panel.top))
