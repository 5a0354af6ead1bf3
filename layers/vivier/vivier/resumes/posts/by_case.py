"""Posts and employers that nothing parts but how they are written: "Halden Bus technicien", "Serveur Café X"."""

import re
from functools import lru_cache

from vivier.resumes.lexicon import words as words_of
from vivier.resumes.lexicon.jobs import QUALIFIERS
from vivier.resumes.lexicon.organisations import DEPARTMENTS, KNOWN
from vivier.resumes.text import fold
from vivier.resumes.wording.opinions import degree_score, is_contract, place_score, title_score

_POST, _NONE, _SOME, _TOWN = 0.85, 0.3, 0.45, 0.8
_LEAST, _FEW = 2, 9
_LINKS = words_of("de du des d la le les l et en au aux a pour of the and & à")
_FRENCH = re.compile(r"(?:eur|euse|iere|ier|ien|ienne|trice|ante)$")
# Kinds of houses that a name follows with nothing between; others stand in posts, too: "Conseiller assurance vie".
_KINDS = words_of(
    """
    boulangerie patisserie boucherie charcuterie poissonnerie restaurant hotel brasserie bar cafe pizzeria creperie
    auberge camping garage pharmacie clinique polyclinique hopital ehpad residence mairie ecole college lycee creche
    centre supermarche salon cabinet ets ste societe librairie domaine chateau bistrot traiteur cinema theatre musee
    """
)


@lru_cache(maxsize=4096)
def house_and_post(text: str) -> tuple[str, str] | None:
    """The two sides of a text that names a house and the post there, in either order, without a sign between."""
    words = text.split()
    if not _LEAST <= len(words) <= _FEW or is_contract(words[0]) or text.isupper():
        return None
    for at in range(1, len(words)):
        left, right = " ".join(words[:at]), " ".join(words[at:])
        if fold(words[at - 1]).strip("'’") in _LINKS or fold(words[at]).strip("'’") in _LINKS:
            continue
        if words[at][:1].islower() and _is_post(right) and _is_name(words[:at], left) and _part(words[:at], words[at:]):
            return left, right
        if _is_post(left) and title_score(words[at]) < _NONE and _is_house(words[at:]):
            return left, _without_town(words[at:])
    return None


def _without_town(house: list[str]) -> str:
    """The house without the town behind it: "Boulangerie Paul Lille"."""
    least = 1 if fold(house[0]) in KNOWN else _LEAST
    town = len(house) > least and place_score(house[-1]) >= _TOWN and fold(house[-2]) not in _LINKS
    return " ".join(house[:-1] if town else house)


def _is_post(text: str) -> bool:
    return title_score(text) >= _POST and title_score(text.split()[0]) >= _POST - 0.3 and text[:1] != "("


def _part(house: list[str], post: list[str]) -> bool:
    """Whether more than one capital parts a house from the post behind it: "Maths tutor" is one name."""
    if any(fold(word) in QUALIFIERS or fold(word) in DEPARTMENTS for word in house):
        return False
    large = sum(word[:1].isupper() for word in house)
    known = fold(house[0]) in KNOWN or house[-1].endswith(")")
    return (large >= _LEAST or known) and (len(post) >= _LEAST or bool(_FRENCH.search(fold(post[0]))))


def _is_name(words: list[str], text: str) -> bool:
    """Whether words are written like a name, and are no post, study or town."""
    bare = re.sub(r"\s\([^()]*\)$", "", text)
    told = [word for word in words if fold(word) not in _LINKS and not word.startswith("(")]
    written = bool(told) and all(word[:1].isupper() for word in told)
    known = title_score(bare) >= _SOME or degree_score(bare) >= _POST or is_contract(bare) or place_score(bare) >= _TOWN
    return written and not known


def _is_house(words: list[str]) -> bool:
    """Whether a kind of house opens a name: "Boulangerie Paul", "restaurant La Coupole", "Ets Kerdraon"."""
    kind = fold(words[0]).strip(".")
    if kind in KNOWN and words[0][:1].isupper():
        return True
    return kind in _KINDS and len(words) >= _LEAST and any(word[:1].isupper() for word in words[1:])
