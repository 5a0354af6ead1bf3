"""Spots in the heads of a list where towns stand, so that one which no list of ours has is known by its place."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import TypeAlias

from vivier.resumes.posts.boundaries import Opinion
from vivier.resumes.posts.parts import Part
from vivier.resumes.wording.opinions import is_contract, may_be_town, place_score

# A row of a head, the part's number there, how many parts the row has, and whether in brackets.
Spot: TypeAlias = tuple[int, int, int, bool]
_PAIR, _A_POST = 2, 0.7


def is_town(part: Part) -> bool:
    return place_score(part.text) >= 0.8 and not part.led


def place_slots(heads: Sequence[list[Part]], opinion: Opinion) -> set[Spot]:
    """Spots in the heads where a known town stands in some entry and nothing else that we know in the others."""
    seen: dict[Spot, list[Part]] = defaultdict(list)
    for head in heads:
        for part in head:
            seen[_shape(part, head)].append(part)
            if _ends_row(part, head):
                seen[_tail(part)].append(part)
    slots = set()
    for slot, parts in seen.items():
        known = [p for p in parts if place_score(p.text) >= 0.8]
        towns = known or [p for p in parts if p.comma and may_be_town(p.text)][1:]
        others = [p for p in parts if place_score(p.text) < 0.8]
        unlike = sum(max(opinion.what(p.text), opinion.where(p.text)) >= 0.45 for p in others)
        # One town may end like a trade: "Fleurier".
        if towns and (not unlike or (unlike == 1 and len(known) >= _PAIR and parts[0].comma)):
            slots.add(slot)
    return slots


def _shape(part: Part, head: list[Part]) -> Spot:
    """Where a part stands: its row, its number there, how many parts the row has, whether in brackets."""
    return (part.row_index, part.index, sum(p.row_index == part.row_index for p in head), part.bracket)


def _ends_row(part: Part, head: list[Part]) -> bool:
    """Whether a part stands behind the last comma of its row."""
    return part.comma and not any(p.row is part.row and p.index > part.index for p in head)


def _tail(part: Part) -> Spot:
    """The spot at the end of a row, however many parts stand before."""
    return (part.row_index, -1, 0, False)


def is_place(part: Part, head: list[Part], slots: set[Spot], opinion: Opinion) -> bool:
    others = [p for p in head if p is not part and not is_contract(p.text)]
    own = max(opinion.what(part.text), opinion.where(part.text))
    score = place_score(part.text)
    if not others or part.led or (score < 0.8 and re.search(r"\s(?:et|and|&)\s", part.text)):
        return False
    if score >= 0.8:
        return own < 0.9 or part.comma or part.index > 0
    post = part.comma and any(p.row is not part.row and opinion.what(p.text) >= _A_POST for p in others)
    behind = post and _ends_row(part, head) and _tail(part) in slots
    return (
        (behind or _shape(part, head) in slots)
        and (own < 0.45 or (post and opinion.where(part.text) < 0.45))
        and len(part.text.split()) <= 4
        and (sum(not is_town(p) for p in others) >= 2 or part.bracket)
    )
