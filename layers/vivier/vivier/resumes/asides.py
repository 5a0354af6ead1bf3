"""What stands beside the names of a head: the kind of a student's post, and an employer's own house in brackets."""

import re

from vivier.resumes.boundaries import Opinion
from vivier.resumes.opinions import is_contract
from vivier.resumes.parts import Part

# "Kantéga, Stage de fin d'études": what kind of post it was.
OF_STUDENT = re.compile(
    r"(?:stage|internship|alternance|apprentissage)\s(?:de|d'|en|of)\s?.{3,40}"
    r"|(?:final|end|summer|first|second|third)[- ](?:year|of[- ]stud(?:y|ies))?\s?internship"
)


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
