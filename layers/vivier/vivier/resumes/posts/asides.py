"""What stands beside the names of a head: a student's kind of post, an employer's own house in brackets, remarks."""

import re
from itertools import pairwise

from vivier.resumes.posts.boundaries import Opinion
from vivier.resumes.posts.parts import Part
from vivier.resumes.text import fold
from vivier.resumes.wording.opinions import is_contract

# "Kantéga, Stage de fin d'études": what kind of post it was.
OF_STUDENT = re.compile(
    r"(?:stage|internship|alternance|apprentissage)\s(?:de|d'|en|of)\s?.{3,40}"
    r"|(?:final|end|summer|first|second|third)[- ](?:year|of[- ]stud(?:y|ies))?\s?internship"
)

_UNITS = frozenset(["service", "pole", "secteur", "rubrique", "direction", "departement", "equipe"])
_AT_LENGTH, _PAIR, _SURELY = 7, 2, 0.95
_THROUGH = re.compile(r"(?:clients?|via|pour le compte)\b", re.IGNORECASE)
_VIA = re.compile(r"via\s", re.IGNORECASE)
# Where one acted, played or lit: "Régisseuse, « Les Fourberies »", "tournée d'été".
_SHOWN = re.compile(r"[«“\"]|(?:tourn[ée]e|spectacle|film|s[ée]rie|saison|tour|concert)s?\s", re.IGNORECASE)


def as_student(where: list[Part], head: list[Part], opinion: Opinion) -> list[Part]:
    """ "Stage", with what was done behind a dash, when nothing else names the post: "Kantéga, Stage - Vente"."""
    at = next(
        (n for n, p in enumerate(head) if is_contract(p.text) and opinion.what(p.text) >= 0.6 and not p.bracket), None
    )
    if at is None or not opinion.work or head[at] in where:
        return []
    done = [p for p in head[at + 1 : at + 2] if p.row is head[at].row and p.sign in ("-", ":") and p not in where]
    return [head[at], *done]


def named_before(part: Part, what: Part, offered: list[Part]) -> Part:
    """What stands before an employer or school in brackets, when nothing else does: "Halden Tech (Kantéga Group)"."""
    before = next((p for p in offered if p.row is part.row and p.index == part.index - 1), None)
    if not part.bracket or before is None or before is what:
        return part
    return before


def tells_more(part: Part) -> bool:
    """Whether a piece behind a semicolon, in small letters at length, or of a show says more than a post's name."""
    told = part.text.split()
    if part.comma and _SHOWN.match(part.text):
        return True
    return part.sign == ";" or (part.comma and told[0][:1].islower() and len(told) >= _AT_LENGTH)


def goes_on_small(part: Part) -> bool:
    """Whether small letters behind a colon tell what was done: "Site manager : planning, budgets"."""
    return part.sign == ":" and part.text[:1].islower()


def remarks(part: Part, where: list[Part]) -> bool:
    """Whether small letters behind "chez X," only remark on it: "plein de boîtes différentes"."""
    return part.comma and part.text[:1].islower() and " " in part.text and any(p.led for p in where)


def is_house(part: Part, opinion: Opinion) -> bool:
    """Whether a part behind a post opens in small letters with a kind of house: "laboratoire Kantéga"."""
    text = part.text[:1].upper() + part.text[1:]
    unit = fold(part.text).split(" ", 1)[0] in _UNITS  # "service Métropole" says of which post
    return not unit and part.text[:1].islower() and any(c.isupper() for c in part.text) and opinion.where(text) >= 0.8


def without_agencies(parts: list[Part], opinion: Opinion) -> list[Part]:
    """Without clients and agencies ("via Kantéga Interim"), unless an agency is all that stands beside the post."""
    direct = [p for p in parts if not _THROUGH.match(p.text) or opinion.what(p.text) >= _SURELY]
    alone = len(direct) < _PAIR and any(_VIA.match(p.text) for p in parts)
    return parts if alone or not direct else direct


def without_asides(parts: list[Part], opinion: Opinion) -> list[Part]:
    """Without what stands in brackets behind a name, when a post stands elsewhere: a parent company, a former name."""
    left = []
    for before, part in pairwise([None, *parts]):
        named = part is not None and part.bracket and before is not None and opinion.what(before.text) < 0.3
        posts = [p for p in parts if p is not part and p is not before and opinion.what(p.text) >= 0.6]
        if part is not None and not (named and posts):
            left.append(part)
    return left
