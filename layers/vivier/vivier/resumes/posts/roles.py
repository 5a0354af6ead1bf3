"""Which part of a head is the title and which the employer (or degree and school).

Each part's own words give a first opinion; the same place in the other entries of the CV gives the second, since
whoever wrote the CV kept one order.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from vivier.resumes.posts.agencies import without_agencies
from vivier.resumes.posts.asides import (
    OF_STUDENT,
    as_student,
    goes_on_small,
    is_house,
    is_within,
    named_before,
    remarks,
    tells_more,
    without_asides,
    without_units,
)
from vivier.resumes.posts.boundaries import Opinion
from vivier.resumes.posts.parts import Part, stands_for_house
from vivier.resumes.posts.town_spots import is_place, is_town, place_slots
from vivier.resumes.posts.whereabouts import may_be_town_of, towns_behind
from vivier.resumes.text import fold
from vivier.resumes.wording.opinions import (
    describes_employer,
    is_contract,
    is_grade,
    is_unit,
)
from vivier.resumes.wording.tasks import task_score, tells

_SITE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_BY_SLOT, _BY_LOOK = 0.6, 0.45
_BY_TITLE, _SURELY, _UNLIKE = 1.0, 0.95, 0.3
_NAMED_THERE = -0.12  # leaning to the second role
_OWN_NAME = 0.4
_PAIR, _SEVERAL = 2, 3


@dataclass(slots=True)
class Roles:
    """`what`: title or degree; `where`: employer or school; margins say by how much each was chosen."""

    what: list[Part] = field(default_factory=list)
    where: list[Part] = field(default_factory=list)
    place: list[Part] = field(default_factory=list)
    rest: list[Part] = field(default_factory=list)
    margin: float = 0.0
    score: float = 0.0


def assign(heads: Sequence[list[Part]], opinion: Opinion) -> list[Roles]:
    """The roles of each entry's parts, decided together."""
    places = place_slots(heads, opinion)
    open_parts = [
        [
            p
            for p in head
            if not is_place(p, head, places, opinion) and (not is_contract(p.text) or _is_post(p, head, opinion))
        ]
        for head in heads
    ]
    open_parts = [parts or [p for p in head if not is_town(p)] for parts, head in zip(open_parts, heads, strict=True)]
    open_parts = [without_asides(parts, opinion) for parts in open_parts]
    leaning = _Leaning(open_parts, opinion)
    order = _order(open_parts, opinion)
    roles = [
        _choose(_with_house(_with_hired(parts, head, opinion), head, opinion), opinion, leaning, order)
        for head, parts in zip(heads, open_parts, strict=True)
    ]
    behind = towns_behind(heads, [chosen.where for chosen in roles], opinion)
    for head, chosen in zip(heads, roles, strict=True):
        chosen.what = chosen.what or as_student(chosen.where, head, opinion)
        taken = {id(p) for p in (*chosen.what, *chosen.where)}
        chosen.place = [
            p
            for p in head
            if id(p) not in taken
            and not is_contract(p.text)
            and (id(p) in behind or is_place(p, head, places, opinion))
        ]
        placed = taken | {id(p) for p in chosen.place}
        chosen.rest = [p for p in head if id(p) not in placed]
        _extend(chosen, head, opinion)
    return roles


def worth(roles: Sequence[Roles]) -> float:
    """How well the heads of a list name both roles, for comparing ways to cut it."""
    return sum(min(4.0, r.score) if r.what and r.where else 0.4 * min(1.0, r.score) - 0.8 for r in roles)


def _with_hired(parts: list[Part], head: list[Part], opinion: Opinion) -> list[Part]:
    """With a word for a kind of contract as the employer ("Intérim", "Freelance") when there is no other."""
    own = [p for p in parts if not p.bracket]
    if len(own) != 1 or opinion.what(own[0].text) < 0.6:
        return parts
    hired = [p for p in head if stands_for_house(p.text) and p is not own[0]]
    hired = [p for p in hired if p.text[:1].isupper() and not p.comma]
    return [p for p in head if p is own[0] or p is hired[0]] if hired else parts


def _with_house(parts: list[Part], head: list[Part], opinion: Opinion) -> list[Part]:
    """With a house called like a town ("Orange", "Nantes Métropole") when a post has no other employer."""
    if len(parts) != 1 or opinion.what(parts[0].text) < 0.6:
        return parts
    house = next((p for p in head if is_town(p) and opinion.where(p.text) >= 0.8), None)
    return [p for p in head if p is parts[0] or p is house]


def _is_post(part: Part, head: list[Part], opinion: Opinion) -> bool:
    """Whether a word for a contract ("Internship") is all that names the post: alone in the first row, or beside one
    name that is none."""
    others = [p for p in head if p is not part and not is_contract(p.text) and not is_town(p)]
    unlike = all(opinion.what(p.text) < _UNLIKE for p in others)
    if others and (len(others) == 1 or head[0] is part) and opinion.what(part.text) >= 0.6 and unlike:
        return True  # "Stage chez Kantéga", "Stage, Kantéga, Groupe électronique"
    alone = head[0] is part and len(head) > 1 and head[1].row is not part.row
    return alone and opinion.what(part.text) >= 0.6 and all(opinion.what(p.text) < 0.6 for p in head[1:] if not p.comma)


class _Leaning:
    """How much the parts of one place or one look are of the first role (+) or the second (-) over the entries."""

    def __init__(self, heads: Sequence[list[Part]], opinion: Opinion) -> None:
        slots: dict[tuple[int, int], list[float]] = defaultdict(list)
        looks: dict[tuple[bool, bool, int], list[float]] = defaultdict(list)
        self._slot: dict[int, tuple[int, int]] = {}
        self._look: dict[int, tuple[bool, bool, int]] = {}
        deep = sum(_depth(head) > 1 for head in heads) * 2 >= len(heads)
        for head in heads:
            # A post without a row of its own for the employer stands under that of the one before.
            lone = deep and _depth(head) == 1
            for (row, number), part in _slots(head):
                slot = (-1 if lone else row, number)
                leans = _what(part, opinion) - _where(part, opinion)
                self._slot[id(part)], self._look[id(part)] = slot, _look(part)
                slots[slot].append(leans)
                looks[_look(part)].append(leans)
        self._slots = {k: sum(v) / (len(v) + 0.5) for k, v in slots.items()}
        # A look that every part has tells nothing.
        self._looks = {k: sum(v) / (len(v) + 0.5) for k, v in looks.items()} if len(looks) > 1 else {}

    def of(self, part: Part, opinion: Opinion) -> float:
        """The leaning of its place and look; less of it where the part's own words speak clearly against."""
        slot, look = self._slot.get(id(part)), self._look.get(id(part))
        leans = _BY_SLOT * self._slots.get(slot, 0.0) if slot is not None else 0.0
        leans += _BY_LOOK * self._looks.get(look, 0.0) if look is not None else 0.0
        own = _what(part, opinion) - _where(part, opinion)
        return leans * (1.0 - min(0.8, abs(own))) if own * leans < 0 and abs(own) > 0.4 else leans


def _look(part: Part) -> tuple[bool, bool, int]:
    letters = [c for c in part.text if c.isalpha()]
    caps = len(letters) > 3 and all(c.isupper() for c in letters)
    return (part.bold, caps, round(part.row.size))


def _what(part: Part, opinion: Opinion) -> float:
    told = _BY_TITLE * ((part.told == "what") - (part.told == "where"))
    return opinion.what(part.text) - 0.5 * task_score(part.text) - 0.3 * is_town(part) + told


def _where(part: Part, opinion: Opinion) -> float:
    told = _BY_TITLE * ((part.told == "where") - (part.told == "what"))
    where = opinion.where(part.text)
    return where - (where < 1) * task_score(part.text) - 0.3 * is_town(part) + told  # "Plan Group Inc." plans nothing


def _depth(head: list[Part]) -> int:
    return len({p.row_index for p in head})


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
        votes += _what(first, opinion) - _where(first, opinion) - _what(second, opinion) + _where(second, opinion)
    if abs(votes) < 0.2:
        return 0.25 if opinion.what_first else -0.25
    return max(-1.0, min(1.0, votes / 2))


def _choose(parts: list[Part], opinion: Opinion, leaning: _Leaning, order: float) -> Roles:
    parts = without_agencies(parts, opinion)
    parts = [p for p in parts if not _SITE.fullmatch(p.text)] or parts
    parts = without_units([p for p in parts if not _does(p, opinion, leaning)] or parts, opinion)
    parts = [p for p in parts if not _explains(p, opinion)] or parts
    opened = [p for p in parts if p.text[:1] != "("]
    parts = opened if len(opened) >= _PAIR else parts
    parts = [p for p in parts if sum(map(str.isalnum, p.text)) > 1] or parts  # a letter in place of a logo
    parts = offered = _names_only(parts, opinion)
    named = [p for p in parts if not p.bracket or max(opinion.what(p.text), opinion.where(p.text)) >= 0.6]
    lone = opinion.work and len(named) == 1 and opinion.what(named[0].text) >= _SURELY and " " in parts[-1].text
    parts = (parts if lone else named or parts)[:8]  # "artisan à mon compte (Kantéga Maçonnerie)"
    lean = {id(p): leaning.of(p, opinion) for p in parts}
    if not parts:
        return Roles()
    if len(parts) == 1:
        return _only(parts[0], opinion, lean[id(parts[0])])
    ranked = []
    for i, what in enumerate(parts):
        for j, where in enumerate(parts):
            if i == j:
                continue
            score = _what(what, opinion) - 0.6 * _where(what, opinion) + lean[id(what)]
            score += _where(where, opinion) - 0.6 * _what(where, opinion) - lean[id(where)]
            score += (
                0.3 * order * (1 if i < j else -1)
                - 0.12 * (i + j)
                + (0.8 if where.led else 0.0)
                - (0.8 if what.led else 0.0)
            )
            score += 0.1 * (what.bold + where.bold) - 0.15 * (_inner(what) + _inner(where))
            ranked.append((score, i, j))
    ranked.sort(reverse=True)
    best = ranked[0]
    swapped = next((s for s, i, j in ranked if (i, j) == (best[2], best[1])), best[0] - 1)
    what, where = parts[best[1]], parts[best[2]]
    return Roles([what], [named_before(where, what, offered)], margin=best[0] - swapped, score=best[0])


def _names_only(parts: list[Part], opinion: Opinion) -> list[Part]:
    """The parts without those that only tell more of a post or an employer, as long as two are left to name them."""
    left = [
        p for p in parts if not (is_grade(p.text) or (describes_employer(p.text) and opinion.what(p.text) < _SURELY))
    ]
    return left if len(left) >= 2 else parts


def _does(part: Part, opinion: Opinion, leaning: "_Leaning") -> bool:
    """Whether a part says what was done, and names nothing, nor stands where other entries have a name."""
    told = part.text.split()
    small = sum(word[:1].islower() for word in told)
    if part.led or len(told) < 4 or small * 2 < len(told) or leaning.of(part, opinion) <= _NAMED_THERE:
        return False
    return task_score(part.text) >= 0.7 and max(opinion.what(part.text), opinion.where(part.text)) < 0.5


def _explains(part: Part, opinion: Opinion) -> bool:
    """Whether small letters behind a colon, or an aside in brackets, tell of a post or employer and name none."""
    if part.text[:1] == "(" and describes_employer(part.text):
        return True
    tells_on = opinion.work and part.index > 0 and goes_on_small(part) and len(part.text.split()) >= _SEVERAL
    return tells_on and max(opinion.what(part.text), opinion.where(part.text)) < 0.5


def _inner(part: Part) -> bool:
    """Whether a part goes on with the one before it in its row, as far as its sign tells."""
    return part.comma or (part.sign == "-" and part.index > 1)


def _only(part: Part, opinion: Opinion, lean: float) -> Roles:
    balance = _what(part, opinion) - _where(part, opinion) + lean - (1.0 if part.led else 0.0) + 0.05
    chosen = Roles(margin=abs(balance), score=max(_what(part, opinion), _where(part, opinion)))
    (chosen.what if balance >= 0 else chosen.where).append(part)
    return chosen


def _extend(chosen: Roles, head: list[Part], opinion: Opinion) -> None:
    """Gives back to title and employer what only a sign within them took, and what plainly is more of the same."""
    between = _sign_between(chosen, head)
    for part in list(chosen.rest):
        if (
            is_contract(part.text)
            or _SITE.fullmatch(part.text)
            or is_unit(part.text)
            or tells_more(part, head)
            or OF_STUDENT.fullmatch(fold(part.text))
            or (opinion.work and (tells(part.text) or goes_on_small(part) or remarks(part, chosen.where, opinion)))
        ):
            continue
        at = head.index(part)
        before = head[at - 1] if at else None
        after = head[at + 1] if at + 1 < len(head) else None
        leans = opinion.what(part.text) - opinion.where(part.text)
        for mine, sign in ((chosen.what, 1), (chosen.where, -1)):
            joined_before = (
                before is not None
                and not (sign < 0 and opinion.work and (is_within(part.text) or part.led))
                and not (sign < 0 and opinion.work and may_be_town_of(before, part, after, opinion))
                and any(before is m for m in mine)
                and before.row is part.row
                and (
                    (part.comma and not (sign > 0 and opinion.work and is_house(part, chosen.where, opinion)))
                    or part.bracket
                    or sign * leans > 0.5
                    or (part.sign in ("-", ":") and part.sign != between and sign * leans > -0.6)
                    or (part.sign == ":" and sign > 0 and not opinion.work and opinion.what(before.text) >= 0.8)
                )
            )
            theirs = chosen.where if sign > 0 else chosen.what
            joined_after = (
                after is not None
                # "Halden House, Moorby — Cook": the town is of the house before its comma.
                and not (part.comma and before is not None and any(before is p for p in theirs) and sign * leans < 0.5)
                and not (opinion.work and is_within(part.text))
                and any(after is m for m in mine)
                and after.row is part.row
                and (
                    (after.comma and sign * leans > 0.1 and (opinion.work or sign > 0 or _is_house(part, opinion)))
                    or (
                        after.sign == "-"
                        and between != "-"
                        and not (after.bracket or after.led or _is_studied(part, after, opinion))
                        and not (
                            sign > 0 and part.comma and not opinion.work and any(before is p for p in chosen.where)
                        )
                        and sign * leans > -0.3
                    )
                )
            )
            if joined_before or joined_after:
                mine.append(part)
                mine.sort(key=head.index)
                chosen.rest.remove(part)
                break


def _is_house(part: Part, opinion: Opinion) -> bool:
    """Whether a name before a school's is one of its own, not what was studied: "Faculté des Sciences, Université"."""
    return opinion.where(part.text) >= _OWN_NAME


def _is_studied(part: Part, after: Part, opinion: Opinion) -> bool:
    """Whether a piece before a school's dash is what was studied: "BSc, Botany - Halden University"."""
    return not opinion.work and opinion.where(part.text) < 0.5 <= opinion.where(after.text)


def _sign_between(chosen: Roles, head: list[Part]) -> str | None:
    """The sign that parts title and employer, when they stand in one row: the one behind the first of them."""
    if not chosen.what or not chosen.where or chosen.what[0].row is not chosen.where[0].row:
        return None
    first = min(chosen.what[0], chosen.where[0], key=lambda p: p.index)
    after = next((p for p in head if p.row is first.row and p.index > first.index and not p.bracket), None)
    return after.sign if after is not None else None
