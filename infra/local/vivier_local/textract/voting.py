"""Several readings of one line held against each other: what an address in it is by most of them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from vivier.resumes.certainty.damage import TLDS

ENDING = rf"(?:{TLDS}|example)"
MAIL = re.compile(rf"[\w.%+'-]+@[\w-]+(?:\.[\w-]+)*\.{ENDING}", re.IGNORECASE | re.ASCII)
WEB = re.compile(rf"(?:https?://)?(?:[a-z0-9-]+\.)+{ENDING}(?:/[\w.~%#?=&+-]*)*", re.IGNORECASE | re.ASCII)
PIECE_OF_ADDRESS = re.compile(
    r"@|^(?:https?:|www\b)|linked|github|gitlab|behance|[a-z][a-z0-9]+[._][a-z0-9]{2,}|^[./_-][a-z0-9]{2,}",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"^[\W_]*(?:(?:e-?mail|mail|courriel|adresse|linkedin|github|site|web|portfolio)[:=])?[\W_]*", re.IGNORECASE
)
JOINTS = tuple("@./-_")
SEPARATORS = frozenset("-_:/|")
ENOUGH = 3
LIKE_ENOUGH = 0.8
# In heights of the line
WIDEST_GAP = 0.55


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a reading; sides in heights of the line, confidence 0..100."""

    text: str
    confidence: float
    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


Line = Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Agreed:
    """What most readings have between two places of a line, and how far they agree (0..1)."""

    text: str
    left: float
    right: float
    agreement: float
    readings: int


def agreed(readings: Sequence[Line]) -> list[Agreed]:
    """The mail and web addresses of a line, each as most of its readings have it."""
    spans = {span for reading in readings for span in _spans(reading)}
    settled = [one for span in sorted(spans) if (one := _settled(span, readings)) is not None]
    found: list[Agreed] = []
    for one in sorted(settled, key=lambda one: (-min(one.readings, ENOUGH), one.left - one.right)):
        if all(one.right <= other.left or one.left >= other.right for other in found):
            found.append(one)
    return sorted(found, key=lambda one: one.left)


def _spans(reading: Line) -> Iterator[tuple[float, float]]:
    """Where addresses seem to begin and end."""
    run: list[Piece] = []
    for piece in [*reading, None]:
        if piece is not None and run and _goes_on(run[-1], piece):
            run.append(piece)
            continue
        if any(PIECE_OF_ADDRESS.search(part.text) for part in run):
            yield run[0].left, run[-1].right
        run = [piece] if piece is not None else []


def _goes_on(before: Piece, piece: Piece) -> bool:
    near = piece.left - before.right < WIDEST_GAP
    apart = any(text in SEPARATORS for text in (before.text, piece.text))
    return near and not apart and (before.text.endswith(JOINTS) or piece.text.startswith(JOINTS))


def _address(pieces: Line) -> str:
    return LABEL.sub("", "".join(piece.text for piece in pieces)).strip(".,;:|()[]<>'\"")


def _is_address(text: str) -> bool:
    return bool(MAIL.fullmatch(text) or WEB.fullmatch(text))


def _settled(span: tuple[float, float], readings: Sequence[Line]) -> Agreed | None:
    left, right = span
    votes = []
    for reading in readings:
        inside = [piece for piece in reading if left <= piece.middle <= right]
        if inside and (text := _address(inside)):
            votes.append((text, 0.3 + min(piece.confidence for piece in inside) / 100))
    whole = [vote for vote in votes if _is_address(vote[0])]
    if not whole:
        return None
    # What lacks a dot is no address, and tells of the other letters all the same.
    votes = [vote for vote in votes if vote in whole or max(_alike(vote[0], text) for text, _ in whole) > LIKE_ENOUGH]
    text, agreement = consensus(votes)
    if not _is_address(text):
        text, agreement = max(whole, key=lambda vote: vote[1])[0], agreement / 2
    return Agreed(text, left, right, agreement, len(whole))


def consensus(votes: Sequence[tuple[str, float]]) -> tuple[str, float]:
    """The text that most have, letter by letter, and how far they agree on it; each vote is a text and its weight."""
    middle = max((text for text, _ in votes), key=lambda text: sum(w * _alike(text, other) for other, w in votes))
    columns = [Counter[str]() for _ in range(2 * len(middle) + 1)]  # odd ones: letters; even ones: what is put between
    for text, weight in votes:
        between = set(range(0, len(columns), 2))
        for kind, start, end, begin, stop in SequenceMatcher(None, middle, text, autojunk=False).get_opcodes():
            if kind == "insert":
                columns[2 * start][text[begin:stop]] += weight  # type: ignore[assignment]
                between.discard(2 * start)
                continue
            for at in range(start, end):
                place = begin + at - start
                last = stop if at == end - 1 else place + 1
                columns[2 * at + 1][text[place:last] if place < stop else ""] += weight  # type: ignore[assignment]
        for at in between:
            columns[at][""] += weight  # type: ignore[assignment]
    whole = sum(weight for _, weight in votes)
    best = [max(column, key=lambda letters, c=column: c[letters]) for column in columns]  # type: ignore[misc]
    shares = [column[letters] / whole for column, letters in zip(columns, best, strict=True)]
    return "".join(best), (min(shares) + sum(shares) / len(shares)) / 2


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
