"""Whether a row of a list is a sentence that tells, rather than names."""

import re

from vivier.resumes.lexicon.organisations import SCHOOL_WORDS
from vivier.resumes.lexicon.places import CA_PROVINCES, US_STATES
from vivier.resumes.text import fold
from vivier.resumes.wording.opinions import place_score

_OWN_VOICE = re.compile(r"(?:i|we|my|our|je|j'ai|j'etais|nous|mon|ma|mes|during my|pendant ce|durant ce|au cours de)\s")
_BARRED = re.compile(r"\w\)?\s[|•·]\s\w")
_MOST_BARRED, _MOST_WORDS = 16, 18
_ASIDE = re.compile(r"\([^()]*\)")  # "Comptable – Kantéga (NAF 6920Z, 35 salariés, SIRET 512 345 678 00012) – 2016"


def is_sentence(text: str) -> bool:
    words = text.split()
    capitals = bool(words) and len(words[0]) > 1 and words[0].isupper()  # "MA Service Design" is a degree
    if words and words[0][:1].isupper() and fold(words[0]) in SCHOOL_WORDS and _mostly_large(words):
        return False
    if len(words) <= _MOST_BARRED and (_BARRED.search(text) or (text.rstrip().endswith(".") and ends_in_place(text))):
        return False  # "Halden | Oslo - Software engineer."
    if len(words) > 4 and not capitals and _OWN_VOICE.match(fold(text)):
        return True
    ended = len(words) > 7 and text.rstrip().endswith((".", ";"))
    return ended or (len(words) > _MOST_WORDS and len(_ASIDE.sub("", text).split()) > _MOST_WORDS)


def _mostly_large(words: list[str]) -> bool:
    """Whether most words of four letters or more open large: a name at length, however it ends."""
    long = [w for w in words if len(w) > 3]
    return sum(w[0].isupper() or w[1:2] in "'’" for w in long) * 3 >= 2 * len(long) and len(words) <= 16


def ends_in_place(text: str) -> bool:
    """Whether a name ends with its town or country behind a comma ("Halden Ltd, Dhaka, Bangladesh.")."""
    pieces = text.strip().rstrip(".").split(",")
    last = pieces[-1].strip()
    known = place_score(last) >= 0.8 or last in US_STATES or last in CA_PROVINCES
    return 2 <= len(pieces) <= 5 and len(text.split()) <= 18 and known
