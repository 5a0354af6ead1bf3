"""Texts that may be a person's name: pieces of the rows at the top, rows that stand over each other, a page's foot."""

import re
from itertools import groupby
from typing import NamedTuple

from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Row
from vivier.resumes.lexicon.people import TRADE_SURNAMES
from vivier.resumes.person.addresses import score_of
from vivier.resumes.person.contacts import emails_in, of_referee, phone_candidates
from vivier.resumes.structure.document import Document
from vivier.resumes.structure.looks import HEADER
from vivier.resumes.structure.sections import body_size
from vivier.resumes.text import fold
from vivier.resumes.wording.opinions import employer_score, is_contract, place_score, title_score

MAX_ROWS = 60
_FRAME_OF_PHOTO = re.compile(r"\W*(?:insert |your |votre |ajouter (?:une |votre )?)?(?:photo|picture|portrait)\W*")
_SPLIT = re.compile(r"\s*[\t|•·●,;<(]\s*|\s+[–—/-]\s+")
# What parts a name from a post beside it, but nothing else: not an address's label, nor what was used.
_SET_APART = re.compile(r"\s*:\s+|\s+(?://|[~>»=*→])\s+")
_SIGN = re.compile(r"\s[|•●]\s")
_MOST_LINES = 3
_POST, _NO_POST, _NO_HOUSE, _TOWN = 0.6, 0.3, 0.6, 0.8
_LARGE, _EVEN, _TALLER = 1.3, 1.1, 2.6
# What each page's foot says whose sheet it is: "Curriculum Vitae Ana Flores".
_TITLED = re.compile(r"curriculum vit(?:ae|æ)[ :,–-]{1,3}(?=[^\W\d_]+\s[^\W\d_]+)", re.IGNORECASE)
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
        elif (first := _before_town(row.text)) != row.text:
            made.append(Offer(first, [row]))
        made.extend(Offer(text, [row]) for text in _beside_post(row))
        made += _in_cells(row, below, body)
    return made + _signed(document, rows)


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
    """A letterhead's foot, or the last row of a file without pages: the name before its address, behind the title."""
    rows = [r for r in document.margin_rows if r.page == 1] + document.rows[-1:]
    made = []
    for row in rows:
        told = any(emails_in(row.text)) or any(phone_candidates(row.text)) or _TITLED.match(row.text) is not None
        if not told or (row in header and 2 * row.number < len(document.rows)) or of_referee(document, row):
            continue
        first, *others = _SPLIT.split(row.text)
        made.append(Offer(first, [row], _IN_FOOT))
        made.extend(Offer(piece, [row]) for piece in others[:1])
    return made


def _in_cells(row: Row, below: list[Row], body: float) -> list[Offer]:
    """Cells that stand over each other, where others stand beside them."""
    if len(row.cells) < 2:
        return []
    cells = [Row([cell], r.page, r.column) for r in below for cell in r.cells]
    made = []
    for one in row.cells:
        under = [r for r in cells if abs(r.left - one.left) < _EDGE]
        made += _stacked(Row([one], row.page, row.column), under, body)
    return made


def _signed(document: Document, header: list[Row]) -> list[Offer]:
    """A signature: the last row, where a name that is known or that the address spells stands by itself."""
    last = document.rows[-1:]
    return [Offer(row.text, [row], _UNEVEN) for row in last if row not in header and len(row.cells) == 1]


def _stacked(row: Row, below: list[Row], body: float) -> list[Offer]:
    """A row with those below in which a name may go on."""
    made = []
    text, taken = _large_text(row), [row]
    for _ in range(_MOST_LINES - 1):
        following = [r for r in below if r.top > taken[-1].top]
        next_row = _going_on(taken[-1], following, body)
        if next_row is None and len(taken) == 1:
            next_row = _surname(row, following, body) or _first_name(row, following, body)
        if next_row is None or min(len(taken[-1].cells), len(next_row.cells)) > 1:
            break
        text += ("" if text.endswith("-") else " ") + _large_text(next_row)
        taken.append(next_row)
        made.append(Offer(text, list(taken), _sign(taken, body)))
    return made


def _sign(rows: list[Row], body: float) -> float:
    """What the sizes and words of rows over each other say for their being one name."""
    if len(rows) == 2 and _surname(rows[0], rows[1:], body) is not None:
        return _OVER_SURNAME
    if len(rows) == 2 and _first_name(rows[0], rows[1:], body) is not None:
        return _A_LINE
    plain = all(title_score(r.text) < _NO_POST or fold(r.text) in TRADE_SURNAMES for r in rows[1:])
    uneven = max(r.size for r in rows) > _EVEN * min(r.size for r in rows)
    return _A_LINE * (len(rows) - 1) * (rows[0].size > _LARGE * body and plain) + _UNEVEN * uneven


def _surname(row: Row, below: list[Row], body: float) -> Row | None:
    """The row of capitals right under a first name, if it is large."""
    under = _right_under(row, below)
    if under is None or not max(_LARGE * body, row.size * 0.99) <= under.size <= _TALLER * row.size:
        return None
    alone = title_score(under.text) < _NO_POST or len(under.text.split()) == 1
    return under if _may_be_first_name(row) and _in_capitals(under) and alone else None


def _first_name(row: Row, below: list[Row], body: float) -> Row | None:
    """The row with a first name right under a surname in large capitals, set no larger and not in capitals."""
    under = _right_under(row, below)
    surname = len(row.text.split()) == 1 or fold(row.text.split()[0]) in ("de", "du", "le", "la", "el", "van", "von")
    if under is None or not surname or not _in_capitals(row) or row.size < _LARGE * body or under.text.isupper():
        return None
    post = title_score(row.text) >= _POST and fold(row.text) not in TRADE_SURNAMES
    fits = 0.6 * row.size <= under.size <= row.size * 1.01 and not post
    return under if fits and _may_be_first_name(under) else None


def _right_under(row: Row, below: list[Row]) -> Row | None:
    """The row right below one, both of one cell, when they have an edge or the middle in common."""
    under = next((r for r in below if r.column == row.column and r.top > row.top + 0.5 * row.size), None)
    if under is None or len(row.cells) > 1 or len(under.cells) > 1:
        return None
    middle = abs((row.left + row.right) - (under.left + under.right)) < 2 * _EDGE
    aligned = middle or abs(row.left - under.left) < _EDGE or abs(row.right - under.right) < _EDGE
    return under if aligned and under.top - row.bottom < 0.8 * under.size else None


def _may_be_first_name(row: Row) -> bool:
    """Whether a row is one or two words with a capital that are neither a post, a house nor a town."""
    words = row.text.split()
    written = 1 <= len(words) <= 2 and all(w[:1].isupper() and len(w) > 1 for w in words)
    other = title_score(row.text) >= _NO_POST or max(employer_score(row.text), place_score(row.text)) >= _NO_HOUSE
    return written and not other and heading_kind(row.text) is None and not is_contract(row.text)


def _in_capitals(row: Row) -> bool:
    letters = [c for c in row.text if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters) and len(row.text.split()) <= _MOST_LINES


def _beside_post(row: Row) -> list[str]:
    """What stands beside a post in one row, parted from it by a colon or by how it is set only."""
    texts: list[list[str]] = [_SET_APART.split(row.text)]
    for cell in row.cells:
        texts.append([" ".join(w.text for w in some) for _, some in groupby(cell.words, lambda w: (w.bold, w.size))])
    return [
        other
        for pieces in texts
        if len(pieces) == 2
        for post, other in (pieces, pieces[::-1])
        if title_score(post) >= _POST and len(other.split()) > 1 and title_score(other) < _POST
    ]


def _before_phone(text: str) -> str:
    """A piece of a row without the number that stands right behind the name."""
    number = next((raw for raw, _ in phone_candidates(text)), None)
    return text.partition(number)[0].rstrip(" (+") if number else _before_town(text)


def _before_town(text: str) -> str:
    """A piece of a row without the town and its code that stand right behind the name: "Ann Lee Wellingborough NN8"."""
    words = text.split()
    if not 4 <= len(words) <= _MOST_WORDS or not any(c.isdigit() for c in text):
        return text
    ends = (n for n in (2, 3) if not any(c.isdigit() for c in " ".join(words[:n])))
    return next((" ".join(words[:n]) for n in ends if score_of(" ".join(words[n:])) >= _A_TOWN), text)


_MOST_WORDS, _A_TOWN = 8, 0.95


def _large_text(row: Row) -> str:
    """What is set largest in a row: a name, without the contacts that stand small beside it."""
    large = max(c.size for c in row.cells)
    cells = [c for c in row.cells if c.size >= 0.6 * large and heading_kind(c.text) is None] or row.cells
    named = [c for c in cells if place_score(c.text) < _TOWN]
    return "\t".join(c.text for c in (named if any(len(c.text.split()) > 1 for c in named) else cells))


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
    if not large and len(row.text.split()) > 1 and not below.text.isupper():
        return None
    return below if below.size < 1.1 * row.size or len(row.text.split()) == 1 else None
