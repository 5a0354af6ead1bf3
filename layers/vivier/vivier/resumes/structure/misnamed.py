"""Posts under a heading that names something else: research, teaching, or a notary's "étude"."""

import re

from vivier.resumes.structure.contents import dated_rows
from vivier.resumes.structure.said_once import said_once
from vivier.resumes.structure.section import Section
from vivier.resumes.text import fold
from vivier.resumes.wording.opinions import degree_score, school_score, title_score

_NAMES = 0.6
_WORK_OF_SCHOLARS = re.compile(r"\b(?:research|recherches?|teaching|enseignements?)\b")


def is_work(section: Section) -> bool:
    """Whether a section of research or teaching lists posts with their periods."""
    if section.kind != "other" or section.heading is None or not _WORK_OF_SCHOLARS.search(fold(section.heading.text)):
        return False
    if said_once(section.rows) is not None:
        return True
    dated = dated_rows(section.rows)
    near = [r for i in dated for r in section.rows[max(0, i - 2) : i + 2]]
    named = sum(title_score(p) >= 0.7 for r in near for c in r.cells for p in re.split(r"[,|–—(]|\s-\s", c.text))
    return bool(dated) and named >= len(dated)


def lists_posts(section: Section) -> bool:
    """Whether a section headed as studies lists posts alone: a notary's office is an "étude", too."""
    if section.kind != "education":
        return False
    dated = dated_rows(section.rows)
    heads = [p for i in dated for r in section.rows[i : i + 2] for p in re.split(r"[,|–—(\t]|\s-\s", r.plain)]
    studied = any(max(degree_score(p), school_score(p)) >= _NAMES for p in heads)
    return len(dated) > 1 and not studied and sum(title_score(p) >= _NAMES for p in heads) >= len(dated) - 1
