"""Texts that may be a person's name: pieces of the rows at the top, rows that stand over each other, a page's foot."""

import re
from itertools import groupby
from typing import NamedTuple

from vivier.resumes.contacts import emails_in, phone_candidates
from vivier.resumes.document import Document
from vivier.resumes.headings import heading_kind
from vivier.resumes.lines import Cell, Row
from vivier.resumes.looks import HEADER
from vivier.resumes.opinions import employer_score, place_score, title_score
from vivier.resumes.sections import body_size
from vivier.resumes.text import fold

MAX_ROWS = 60
_FRAME_OF_PHOTO = re.compile(r"\W*(?:insert |your |votre |ajouter (?:une |votre )?)?(?:photo|picture|portrait)\W*")
_SPLIT = re.compile(r"\s*[\t|•·●,;<(]\s*|\s+[–—/-]\s+")
_COLON = re.compile(r"\s*:\s+")
_SIGN = re.compile(r"\s[|•●]\s")
_MOST_LINES = 3
_POST, _NO_POST, _NO_HOUSE, _TOWN = 0.6, 0.3, 0.6, 0.8
_LARGE, _EVEN, _TALLER = 1.3, 1.1, 2.6
# What the form says for a name: it stands before its number in a page's foot, or over its surname.
_IN_FOOT, _OVER_SURNAME, _UNEVEN, _A_LINE = 0.8, 0.4, -0.5, 0.15
_EDGE = 4.0


class Offer(NamedTuple):
    """A text that may be a name, the rows that it stands in, and what their form says for it."""

    text: str
    rows: list[Row]
    sign: float = 0.0

    @property
    def row(self) -> Row:
        """The row whose looks the name has: of a small first name over a large surname, that of the surname."""
        return max(self.rows, key=lambda r: r.size) if self.sign >= _OVER_SURNAME else self.rows[0]


def offers(document: Document) -> list[Offer]:
    """From the top: pieces of header rows, and rows of one large size together."""
    body = body_size(document.rows)
    rows = _header_rows(document, 1.55 * body)
    made = _in_foot(document, rows)
    for index, row in enumerate(rows):
        below = rows[index + 1 : index + 8]
        made += _stacked(row, below, body)
        if not _SIGN.search(row.text):
            made.append(Offer(_large_text(row).replace("\t", " "), [row]))
        if len(row.cells) > 1 or _SPLIT.search(row.text):
            made.extend(Offer(_before_phone(piece), [row]) for piece in _SPLIT.split(row.text)[:4])
        made.extend(Offer(text, [row]) for text in _beside_post(row))
        made.extend(_cells_stacked(row, below))
    return made


def _header_rows(document: Document, large: float) -> list[Row]:
    rows = [
        r
        for s in document.sections
        for r in ([s.heading] if s.heading is not None and heading_kind(s.heading.text) is None else [])
        + [r for r in s.rows if s.kind in (HEADER, "contact", "unknown", "summary") or r.size >= large]
    ]
    rows = [r for r in rows if not _FRAME_OF_PHOTO.fullmatch(fold(r.text).strip())]
    first = min((x.page for x in document.rows), default=1)
    return sorted((r for r in rows if r.page == first), key=lambda r: r.top)[:MAX_ROWS]


def _in_foot(document: Document, header: list[Row]) -> list[Offer]:
    """A letterhead's foot, or the last row of a file without pages: the name before its address or number."""
    rows = [r for r in document.margin_rows if r.page == 1] + document.rows[-1:]
    made = []
    for row in rows:
        if row in header or not (any(emails_in(row.text)) or any(phone_candidates(row.text))):
            continue
        first, *others = _SPLIT.split(row.text)
        made.append(Offer(first, [row], _IN_FOOT))
        made.extend(Offer(piece, [row]) for piece in others[:1])
    return made


def _stacked(row: Row, below: list[Row], body: float) -> list[Offer]:
    """A row with those below in which a name may go on."""
    made = []
    text, taken = _large_text(row), [row]
    for _ in range(_MOST_LINES - 1):
        following = [r for r in below if r.top > taken[-1].top]
        next_row = _going_on(taken[-1], following, body) or (
            _surname(row, following, body) if len(taken) == 1 else None
        )
        if next_row is None:
            break
        text += ("" if text.endswith("-") else " ") + _large_text(next_row)
        taken.append(next_row)
        made.append(Offer(text, list(taken), _sign(taken, body)))
    return made


def _sign(rows: list[Row], body: float) -> float:
    """What the sizes and words of rows over each other say for their being one name."""
    if len(rows) == 2 and _surname(rows[0], rows[1:], body) is not None:
        return _OVER_SURNAME
    plain = max(title_score(r.text) for r in rows[1:]) < _NO_POST
    uneven = max(r.size for r in rows) > _EVEN * min(r.size for r in rows)
    return _A_LINE * (len(rows) - 1) * (rows[0].size > _LARGE * body and plain) + _UNEVEN * uneven


def _surname(row: Row, below: list[Row], body: float) -> Row | None:
    """The row of capitals right under one or two words that are neither a post, a house nor a town, if it is large."""
    under = next((r for r in below if r.column == row.column and r.top > row.top + 0.5 * row.size), None)
    if under is None or len(row.cells) > 1 or len(under.cells) > 1 or under.size < max(_LARGE * body, row.size * 0.99):
        return None
    near = under.top - row.bottom < 0.8 * under.size and under.size <= _TALLER * row.size
    middle = abs((row.left + row.right) - (under.left + under.right)) < 2 * _EDGE
    aligned = middle or abs(row.left - under.left) < _EDGE or abs(row.right - under.right) < _EDGE
    words, letters = row.text.split(), [c for c in under.text if c.isalpha()]
    written = 1 <= len(words) <= 2 and all(w[:1].isupper() and len(w) > 1 for w in words)
    plain = max(title_score(row.text), title_score(under.text) if len(under.text.split()) > 1 else 0.0) < _NO_POST
    house = max(employer_score(row.text), place_score(row.text)) >= _NO_HOUSE or heading_kind(row.text) is not None
    capitals = len(letters) > 1 and all(c.isupper() for c in letters) and len(under.text.split()) <= _MOST_LINES
    return under if near and aligned and written and plain and capitals and not house else None


def _beside_post(row: Row) -> list[str]:
    """What stands beside a post in one row, parted from it by a colon or by how it is set only."""
    texts: list[list[str]] = [_COLON.split(row.text)]
    for cell in row.cells:
        texts.append([" ".join(w.text for w in some) for _, some in groupby(cell.words, lambda w: (w.bold, w.size))])
    return [
        other
        for pieces in texts
        if len(pieces) == 2
        for post, other in (pieces, pieces[::-1])
        if title_score(post) >= _POST and len(other.split()) > 1 and title_score(other) < _POST
    ]


def _cells_stacked(row: Row, below: list[Row]) -> list[Offer]:
    """The first cell of a row with the one right under it, where contacts stand beside both: first name and SURNAME."""
    under = next((r for r in below if r.column == row.column and r.top > row.top + 0.5 * row.size), None)
    if under is None or len(row.cells) < 2 or len(under.cells) < 2:
        return []
    first, last = row.cells[0], under.cells[0]
    close = under.top - row.bottom < 0.8 * row.size and abs(first.left - last.left) < _EDGE
    words, letters = first.text.split(), [c for c in last.text if c.isalpha()]
    capitals = len(letters) > 1 and all(c.isupper() for c in letters) and len(last.text.split()) <= 2
    written = 1 <= len(words) <= 2 and all(w[:1].isupper() for w in words) and _names_nobody_else(first, last)
    return [Offer(f"{first.text} {last.text}", [row, under], _A_LINE)] if close and capitals and written else []


def _names_nobody_else(first: Cell, last: Cell) -> bool:
    return title_score(first.text) < _NO_POST and place_score(first.text) < _TOWN and heading_kind(last.text) is None


def _before_phone(text: str) -> str:
    """A piece of a row without the number that stands right behind the name."""
    number = next((raw for raw, _ in phone_candidates(text)), None)
    return text.partition(number)[0].rstrip(" (+") if number else text


def _large_text(row: Row) -> str:
    """What is set largest in a row: a name, without the contacts that stand small beside it."""
    large = max(c.size for c in row.cells)
    return "\t".join(c.text for c in row.cells if c.size >= 0.6 * large)


def _going_on(row: Row, rows: list[Row], body: float) -> Row | None:
    """The row below in which a name may go on: set as it is, or large as it is; small contacts stand beside it."""
    under = [r for r in rows if r.top > row.top + 0.5 * row.size and r.column == row.column]
    beside = [r for r in under if r.left > row.cells[0].right and r.size < 0.6 * row.size]
    below = next((r for r in under if r not in beside), None)
    if below is None or below.top - row.bottom >= 1.2 * row.size or below.size < 0.9 * row.size:
        return None
    large = below.size >= 1.4 * body
    if not large and (below.size >= 1.1 * row.size or abs(below.left - row.left) >= 60 or below.bold != row.bold):
        return None
    return below if below.size < 1.1 * row.size or len(row.text.split()) == 1 else None
