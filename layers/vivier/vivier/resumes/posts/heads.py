"""The head of an entry: its rows without the period, and the parts that these are cut into."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from vivier.resumes.layout.lines import Row, strip_bullet
from vivier.resumes.posts.between import TOOK
from vivier.resumes.posts.by_case import house_and_post
from vivier.resumes.posts.held import is_why
from vivier.resumes.posts.parts import Part, parts_of
from vivier.resumes.text import fold
from vivier.resumes.wording.labels import label_kind
from vivier.resumes.wording.opinions import is_contract, place_score, title_score

_POST = 0.5
_LABELLED = re.compile(r"\s*([^:]{2,24}?)\s?:\s+(\S.*)")  # "Role: Java Developer"
_DOCTOR = re.compile(r"\b(?:[Dd]octeure?|[Dd]rs?\.?|[Mm]a[îi]tre|Me)\s[A-ZÀ-Ý]")
_TREATS = re.compile(
    r"(?:[a-z-]+(?:logue|iatre)|(?:chirurgien-)?dentiste|orthodontiste|generaliste|specialiste"
    r"|medecins?(?: [a-z]+){0,3}|chirurgiens?(?: [a-z]+)?"
    r"|avocate?s?(?: a[a-z]* .{3,20})?|notaires?(?: a [a-z-]+)?|huissiers?(?: de justice)?|veterinaires?)"
)


@dataclass(slots=True)
class HeadRow:
    """A row of a head and its cells' texts without the period."""

    row: Row
    texts: list[str]

    @property
    def text(self) -> str:
        return "\t".join(self.texts)

    @property
    def empty(self) -> bool:
        return not any(c.isalnum() for c in self.text)


def head_parts(head: list[HeadRow]) -> list[Part]:
    """The parts of all rows of a head, list signs taken off."""
    parts = _parts(head, slashes=False)
    parts = [p for p in parts if not is_why(p.text)] or parts
    if any(p.told == "what" for p in parts):
        parts = [p for p in parts if p.told != "does"]
    named = [p for p in parts if place_score(p.text) < 0.8 and not is_contract(p.text)]
    if len(named) == 1 and "/" in named[0].text:
        return _parts(head, slashes=True)
    parts = [p for before, p in pairwise([None, *parts]) if p is not None and not _treats(before, p)]
    sides = house_and_post(named[-1].text) if _may_hold_both(named) else None
    return [side for part in parts for side in (_in_two(part, *sides) if sides and part is named[-1] else [part])]


def _treats(before: Part | None, part: Part) -> bool:
    """Whether a piece in small letters says what the doctor before it treats: "Cabinet du Dr Morel, pédiatre"."""
    behind = before is not None and part.row is before.row and bool(_DOCTOR.search(before.text))
    return behind and bool(_TREATS.fullmatch(fold(part.text))) and part.text[:1].islower()


def _may_hold_both(named: list[Part]) -> bool:
    """Whether the last name of a head may be a house with the post behind it, as no other is a post."""
    return bool(named) and not named[-1].led and all(title_score(p.text) < _POST for p in named[:-1])


def _in_two(part: Part, left: str, right: str) -> list[Part]:
    return [replace(part, text=left), replace(part, text=right, index=part.index + 1, comma=False, sign="-")]


def _parts(head: list[HeadRow], slashes: bool) -> list[Part]:
    parts: list[Part] = []
    for index, row in enumerate(head):
        texts = [strip_bullet(t) if i == 0 and row.row.bullet else t for i, t in enumerate(row.texts)]
        if len(texts) == len(row.row.cells):
            texts = ["" if c.told == "does" else t for c, t in zip(row.row.cells, texts, strict=True)]
        if names_post(row.row):
            texts[0], row.row.cells[1].told = "", "what"
        elif (said := _LABELLED.fullmatch(texts[0])) and label_kind(said[1], study=False) == "what":
            texts[0], row.row.cells[0].told = said[2], "what"
        parts.extend(part for part in parts_of(row.row, index, texts, slashes) if not TOOK.fullmatch(fold(part.text)))
    return parts


def names_post(row: Row) -> bool:
    """Whether the label of a post stands in the cell before it: "Poste", "Fonction"."""
    return len(row.cells) > 1 and label_kind(row.cells[0].text.strip(" :"), study=False) == "what"
