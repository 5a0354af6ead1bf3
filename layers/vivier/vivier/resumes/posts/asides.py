"""What stands beside the names of a head: a student's kind of post, an employer's own house in brackets, remarks."""

import re

from vivier.resumes.posts.boundaries import Opinion
from vivier.resumes.posts.parts import Part
from vivier.resumes.wording.opinions import is_contract

# "Kantéga, Stage de fin d'études": what kind of post it was.
OF_STUDENT = re.compile(
    r"(?:stage|internship|alternance|apprentissage)\s(?:de|d'|en|of)\s?.{3,40}"
    r"|(?:final|end|summer|first|second|third)[- ](?:year|of[- ]stud(?:y|ies))?\s?internship"
)

_AT_LENGTH = 7


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
    """Whether a piece behind a semicolon, or in small letters at length, says more of a post than its name."""
    told = part.text.split()
    return part.sign == ";" or (part.comma and told[0][:1].islower() and len(told) >= _AT_LENGTH)


def goes_on_small(part: Part) -> bool:
    """Whether small letters behind a colon tell what was done: "Site manager : planning, budgets"."""
    return part.sign == ":" and part.text[:1].islower()


def remarks(part: Part, where: list[Part]) -> bool:
    """Whether small letters behind "chez X," only remark on it: "plein de boîtes différentes"."""
    return part.comma and part.text[:1].islower() and " " in part.text and any(p.led for p in where)
