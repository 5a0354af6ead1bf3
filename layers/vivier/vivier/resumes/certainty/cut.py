"""Addresses that a narrow column or card cut over lines, put together again."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from vivier.resumes.certainty.damage import TLDS
from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import GAP, Cell, Row

_MOST_LINES = 3
# What exports of networks write behind an address: "hortense- / quillard (LinkedIn)".
_NETWORK_NAMED = re.compile(
    r"\s\((?:linkedin|github|twitter|portfolio|personal|personnel|company|entreprise|blog|rss|other|autre)\)$",
    re.IGNORECASE,
)
_NEXT = 14  # how many cells on the line below may stand
_MAIL = re.compile(rf"[\w.%+'-]+@[\w-]+(?:\.[\w-]+)*\.(?:{TLDS}|example)", re.IGNORECASE)
_MAIL_PIECE = re.compile(r"[\w.%+'-]*@?[\w.-]+")
_HOST = rf"(?:https?://)?[\w-]+(?:\.[\w-]+)*\.(?:{TLDS}|example)"
_WEB = re.compile(rf"{_HOST}(?:/\S*)?", re.IGNORECASE)
_PATH = re.compile(rf"{_HOST}/\S*", re.IGNORECASE)
_BEGUN = re.compile(r"(?:https?://|www\.)\S*", re.IGNORECASE)
_NETWORK = re.compile(r"(?:www\.)?(?:linkedin|github|gitlab|behance)\.(?:com|net)/\S*", re.IGNORECASE)
_OWN_HOST = re.compile(r"(?=.*[a-z])[a-z0-9-]{4,60}\.")  # "owenpritchard." over "wixsite.com/flowers"
_WEB_PIECE = re.compile(r"[\w./%?=&#~+-]{1,80}")
_JOINT = "-/_.=?&%"


@dataclass(slots=True)
class Whole:
    """The text of a row in which an address that was cut is whole, and the rows that it came from."""

    text: str
    rows: list[Row]


@dataclass(slots=True)
class _Piece:
    row: Row
    cell: Cell
    text: str
    taken: list[Row] = field(default_factory=list)
    changed: bool = False

    @property
    def tail(self) -> str:
        return re.split(r"[\s|]|(?<!https):(?!//)", self.text)[-1]


def whole_texts(rows: Sequence[Row]) -> dict[int, Whole]:
    """Rows, by their id, whose text is not what they should be read as; what was moved up is gone from below."""
    unique = list({id(row): row for row in rows}.values())
    pieces = [_Piece(row, cell, cell.text.strip()) for row in unique for cell in row.cells]
    for at, piece in enumerate(pieces):
        if piece.text:
            _complete(piece, list(_below(piece, pieces, at)), pieces)
    changed = {id(piece.row) for piece in pieces if piece.changed}
    wholes: dict[int, Whole] = {}
    for row in unique:
        if id(row) in changed:
            own = [piece for piece in pieces if piece.row is row]
            taken = [other for piece in own for other in piece.taken]
            wholes[id(row)] = Whole(GAP.join(piece.text for piece in own if piece.text), [row, *taken])
    return wholes


def _below(piece: _Piece, pieces: list[_Piece], at: int) -> Iterator[_Piece]:
    """The cells on the next lines of the same column or card, as long as each stands close under the one before."""
    last = piece
    for other in pieces[at + 1 : at + 1 + _MOST_LINES * _NEXT]:
        if other.row.column != piece.row.column or other.row.page != piece.row.page:
            return
        level = other.cell.top < last.cell.top + 0.5 * last.cell.size
        hangs = min(abs(other.cell.left - left) for left in (piece.cell.left, piece.cell.words[-1].left)) < 3
        middle = abs((other.cell.left + other.cell.right) - (piece.cell.left + piece.cell.right)) < 6
        if level or not (hangs or middle):
            continue
        close = other.cell.top - last.cell.bottom <= 0.8 * last.cell.size
        if not close or abs(other.cell.size - piece.cell.size) > 0.5 or not other.text:
            return
        yield other
        last = other


def _complete(piece: _Piece, below: list[_Piece], pieces: list[_Piece]) -> None:
    tail, glued = piece.tail, piece.tail
    best: tuple[str, int] | None = None
    for count, other in enumerate(below[:_MOST_LINES], start=1):
        if not _goes_on(glued, other, piece, pieces):
            break
        glued += _NETWORK_NAMED.sub("", other.text)
        if _MAIL.fullmatch(glued) or _WEB.fullmatch(glued):
            best = glued, count
    if best is None:
        return
    address, count = best
    piece.text, piece.changed = piece.text.removesuffix(tail) + address, True
    for other in below[:count]:
        piece.taken.append(other.row)
        other.text, other.changed = "", True


def _goes_on(begun: str, other: _Piece, piece: _Piece, pieces: list[_Piece]) -> bool:
    """Whether the text of a cell goes on an address: only what nothing else can be."""
    rest = _NETWORK_NAMED.sub("", other.text)
    if "@" in begun or "@" in rest:
        return _mail_goes_on(begun, rest, piece, lambda slack: _is_full(piece, pieces, slack))
    if not _WEB_PIECE.fullmatch(rest) or not any(c.isalnum() for c in begun):
        return False
    joint = rest[0] in _JOINT or begun[-1] in _JOINT
    if _PATH.fullmatch(begun):
        bare = begun.rstrip("/").count("/") == 2 * ("://" in begun) and not _NETWORK.match(
            re.sub(r"^https?://", "", begun)
        )
        if joint and not bare:
            return not _WEB.fullmatch(rest) or begun[-1] in "-_"
        alone = not _WEB.fullmatch(rest) and rest == rest.lower() and heading_kind(rest) is None
        return alone and not bare and _is_full(piece, pieces, 0.9 * piece.cell.size)
    if _BEGUN.fullmatch(begun) and not _WEB.fullmatch(begun):
        return True
    if _WEB.fullmatch(begun):
        return rest[0] == "/" or (rest[0] in "-." and bool(_BEGUN.match(begun)))
    if _OWN_HOST.fullmatch(begun) and _WEB.fullmatch(rest):
        return piece.text == begun
    network = _NETWORK.match(begun + rest) is not None
    return network and piece.text == begun and not _WEB.fullmatch(begun)


def _mail_goes_on(begun: str, rest: str, piece: _Piece, full: Callable[[float], bool]) -> bool:
    if not _MAIL_PIECE.fullmatch(rest) or len(rest) > 40 or ("@" in begun and "@" in rest):
        return False
    if "@" not in begun:
        own = re.fullmatch(r"(?=.*[a-z])[a-z0-9._+-]{2,}", begun) is not None and piece.text == begun
        return own and (rest[0] == "@" or full(4.0))
    if _MAIL.fullmatch(begun):
        return len(rest) <= 2 and full(4.0)
    return "." not in begun.split("@")[1].rstrip(".") or full(4.0)


def _is_full(piece: _Piece, pieces: list[_Piece], slack: float) -> bool:
    """Whether a cell reaches as far to the right as any of its column or card, but for `slack` points."""
    same = [p for p in pieces if (p.row.column, p.row.page) == (piece.row.column, piece.row.page)]
    if len(piece.row.cells) > 1:  # cards side by side
        same = [p for p in same if abs(p.cell.left - piece.cell.left) < 3]
    return piece.cell.right >= max(p.cell.right for p in same) - slack
