"""Towns that no list has, told by the form of a list of entries: behind each employer stands one more name."""

import re
from collections import Counter
from collections.abc import Sequence

from vivier.resumes.posts.boundaries import Opinion
from vivier.resumes.posts.parts import Part
from vivier.resumes.wording.opinions import is_contract, is_unit, place_score

_LEAST, _SHARE = 3, 0.75
_FEW_WORDS, _OTHER = 3, 0.5
_KNOWN = 0.8
_SIGNS = (",", "-")
_HOUSE, _PLAIN = 0.45, 0.35
# Several names are partners: "Cabinet Halden, Moorby et Kerdraon".
_TOWN = re.compile(r"[A-ZÀ-Ý][^\W\d_]+(?:[ '’-](?!(?:et|and)\b)[^\W\d_]+){0,3}")


def towns_behind(heads: Sequence[list[Part]], named: Sequence[list[Part]], opinion: Opinion) -> set[int]:
    """The ids of the pieces that say where, behind the employers or schools `named` of the heads.

    Whoever puts a name of a few words behind most employers of a list, after the same sign, says where each was.
    """
    told = [_behind(head, where[0]) for head, where in zip(heads, named, strict=True) if where]
    signs = Counter(pieces[0].sign for pieces in told if pieces)
    sign, _ = signs.most_common(1)[0] if signs else ("", 0)
    towns = [pieces for pieces in told if pieces and pieces[0].sign == sign and _say_where(pieces, opinion)]
    if sign not in _SIGNS or len(towns) < _LEAST or len(towns) < _SHARE * len(told):
        return set()
    return {id(piece) for pieces in towns for piece in pieces}


def _behind(head: list[Part], where: Part) -> list[Part]:
    """The pieces behind a name in its row, kinds of contract aside."""
    return [p for p in head if p.row is where.row and p.index > where.index and not is_contract(p.text)]


def _say_where(pieces: list[Part], opinion: Opinion) -> bool:
    return len(pieces) <= 2 and all(place_score(p.text) >= _KNOWN or _may_be_town(p, opinion) for p in pieces)


def _may_be_town(part: Part, opinion: Opinion) -> bool:
    words = part.text.split()
    written = all(word[:1].isupper() or word in ("de", "du", "la", "le", "of", "on", "upon") for word in words)
    plain = not any(c.isdigit() for c in part.text) and not is_unit(part.text) and not part.text.isupper()
    named = max(opinion.what(part.text), opinion.where(part.text))
    return len(words) <= _FEW_WORDS and written and plain and named < _OTHER


def may_be_town_of(house: Part, part: Part, after: Part | None, opinion: Opinion) -> bool:
    """Whether a word or two behind a comma and a house are the town that no list has: "Danone, Évian".

    Before another house they are one themselves: "Kantéga Films, Tronoën, Ville de Marseille".
    """
    if after is not None and after.row is part.row and after.comma and opinion.where(after.text) >= _HOUSE:
        return place_score(after.text) >= _KNOWN
    known = opinion.where(house.text) >= _HOUSE or house.led
    plain = max(opinion.where(part.text), opinion.what(part.text)) < _PLAIN and not part.text.isupper()
    return known and plain and part.comma and bool(_TOWN.fullmatch(part.text))
