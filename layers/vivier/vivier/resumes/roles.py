"""Which part of a head is the title and which the employer (or degree and school).

Each part's own words give a first opinion; the same place in the other entries of the CV gives the second, since
whoever wrote the CV kept one order.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from vivier.resumes.parts import Part, is_contract, place_score

Score: TypeAlias = Callable[[str], float]
_OTHERS_WEIGHT = 0.8


@dataclass(slots=True)
class Roles:
    """`what`: title or degree; `where`: employer or school; margins say by how much each was chosen."""

    what: list[Part] = field(default_factory=list)
    where: list[Part] = field(default_factory=list)
    place: list[Part] = field(default_factory=list)
    rest: list[Part] = field(default_factory=list)
    margin: float = 0.0


@dataclass(slots=True)
class Opinion:
    """The scores of a kind of entry, and which of its two roles comes first when nothing tells."""

    what: Score
    where: Score
    what_first: bool = True


def assign(heads: Sequence[list[Part]], opinion: Opinion) -> list[Roles]:
    """The roles of each entry's parts, decided together."""
    places = _place_slots(heads, opinion)
    open_parts = [
        [p for p in head if not _is_place(p, head, places, opinion) and not is_contract(p.text)] for head in heads
    ]
    leaning = _leaning(open_parts, opinion)
    order = _order(open_parts, opinion)
    roles = []
    for head, parts in zip(heads, open_parts, strict=True):
        chosen = _choose(parts, opinion, leaning, order)
        taken = {id(p) for p in (*chosen.what, *chosen.where)}
        chosen.place = [
            p for p in head if id(p) not in taken and not is_contract(p.text) and _is_place(p, head, places, opinion)
        ]
        placed = taken | {id(p) for p in chosen.place}
        chosen.rest = [p for p in head if id(p) not in placed]
        _extend(chosen, head, opinion)
        roles.append(chosen)
    return roles


def _place_slots(heads: Sequence[list[Part]], opinion: Opinion) -> set[tuple[int, int, int, bool]]:
    """Spots in the heads where a known town stands in some entry and nothing else that we know in the others."""
    seen: dict[tuple[int, int, int, bool], list[Part]] = defaultdict(list)
    for head in heads:
        for part in head:
            seen[_shape(part, head)].append(part)
    slots = set()
    for slot, parts in seen.items():
        towns = [p for p in parts if place_score(p.text) >= 0.8]
        others = [p for p in parts if place_score(p.text) < 0.8]
        if towns and all(max(opinion.what(p.text), opinion.where(p.text)) < 0.45 for p in others):
            slots.add(slot)
    return slots


def _shape(part: Part, head: list[Part]) -> tuple[int, int, int, bool]:
    """Where a part stands: its row, its number there, how many parts the row has, whether in brackets."""
    return (part.row_index, part.index, sum(p.row_index == part.row_index for p in head), part.bracket)


def _is_place(part: Part, head: list[Part], slots: set[tuple[int, int, int, bool]], opinion: Opinion) -> bool:
    others = [p for p in head if p is not part and not is_contract(p.text)]
    if not others or part.led:
        return False
    own = max(opinion.what(part.text), opinion.where(part.text))
    score = place_score(part.text)
    if score >= 0.8:
        return own < 0.9 or part.comma or part.index > 0
    return (
        _shape(part, head) in slots
        and own < 0.45
        and len(part.text.split()) <= 4
        and (len(others) >= 2 or part.bracket)
    )


def _leaning(heads: Sequence[list[Part]], opinion: Opinion) -> dict[tuple[int, int], float]:
    """For each slot, how much its parts look like the first role (+) or the second (-), averaged over the entries."""
    sums: dict[tuple[int, int], list[float]] = defaultdict(list)
    for head in heads:
        for slot, part in _slots(head):
            sums[slot].append(opinion.what(part.text) - opinion.where(part.text))
    return {slot: sum(values) / len(values) for slot, values in sums.items()}


def _slots(head: list[Part]) -> list[tuple[tuple[int, int], Part]]:
    """Parts numbered by row and by place among what is no town."""
    counts: dict[int, int] = defaultdict(int)
    rows = sorted({p.row_index for p in head})
    numbered = []
    for part in head:
        row = rows.index(part.row_index)
        numbered.append(((row, counts[row]), part))
        counts[row] += 1
    return numbered


def _order(heads: Sequence[list[Part]], opinion: Opinion) -> float:
    """+1 when the first role clearly comes first in this CV, -1 when second, near 0 when nothing tells."""
    votes = 0.0
    for head in heads:
        if len(head) < 2:
            continue
        first, second = head[0], head[1]
        votes += (
            opinion.what(first.text)
            - opinion.where(first.text)
            - opinion.what(second.text)
            + opinion.where(second.text)
        )
    if abs(votes) < 0.2:
        return 0.25 if opinion.what_first else -0.25
    return max(-1.0, min(1.0, votes / 2))


def _choose(parts: list[Part], opinion: Opinion, leaning: dict[tuple[int, int], float], order: float) -> Roles:
    named = [p for p in parts if not p.bracket or max(opinion.what(p.text), opinion.where(p.text)) >= 0.6]
    parts = named or parts
    slots = {id(part): slot for slot, part in _slots(parts)}
    lean = {id(p): _OTHERS_WEIGHT * leaning.get(slots[id(p)], 0.0) for p in parts}
    if not parts:
        return Roles()
    if len(parts) == 1:
        part = parts[0]
        balance = (
            opinion.what(part.text) - opinion.where(part.text) + lean[id(part)] - (1.0 if part.led else 0.0) + 0.05
        )
        chosen = Roles(margin=abs(balance))
        (chosen.what if balance >= 0 else chosen.where).append(part)
        return chosen
    ranked = []
    for i, what in enumerate(parts[:8]):
        for j, where in enumerate(parts[:8]):
            if i == j:
                continue
            score = opinion.what(what.text) - 0.6 * opinion.where(what.text) + lean[id(what)]
            score += opinion.where(where.text) - 0.6 * opinion.what(where.text) - lean[id(where)]
            score += (
                0.3 * order * (1 if i < j else -1)
                - 0.12 * (i + j)
                + (0.8 if where.led else 0.0)
                - (0.8 if what.led else 0.0)
            )
            score += 0.1 * (what.bold + where.bold) - 0.1 * (what.comma + where.comma)
            ranked.append((score, i, j))
    ranked.sort(reverse=True)
    best = ranked[0]
    swapped = next((s for s, i, j in ranked if (i, j) == (best[2], best[1])), best[0] - 1)
    return Roles([parts[best[1]]], [parts[best[2]]], margin=best[0] - swapped)


def _extend(chosen: Roles, head: list[Part], opinion: Opinion) -> None:
    """Gives back to title and employer what only a comma took from them, and what plainly is more of the same."""
    for part in list(chosen.rest):
        if is_contract(part.text):
            continue
        before = head[head.index(part) - 1] if head.index(part) else None
        after = head[head.index(part) + 1] if head.index(part) + 1 < len(head) else None
        leans = opinion.what(part.text) - opinion.where(part.text)
        for mine, sign in ((chosen.what, 1), (chosen.where, -1)):
            joined_before = (
                before is not None
                and before in mine
                and before.row is part.row
                and (part.comma or part.bracket or sign * leans > 0.5)
            )
            joined_after = (
                after is not None and after in mine and after.row is part.row and after.comma and sign * leans > 0.1
            )
            if joined_before or joined_after:
                mine.append(part)
                mine.sort(key=head.index)
                chosen.rest.remove(part)
                break


def text_of(parts: list[Part]) -> str:
    """The parts as one text, with the separators that stood between them made plain."""
    text = ""
    for part in parts:
        if part.bracket and text:
            text += f" ({part.text})"
        else:
            text += (("," if part.comma else " –") + " " if text else "") + part.text
    return text
