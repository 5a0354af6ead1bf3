"""Studies in short sentences: paragraphs that open with a school and a colon and go on with what was taken there."""

import re
from collections.abc import Iterator

from vivier.resumes.certainty.confidence import FAIR
from vivier.resumes.certainty.evidence import found, written
from vivier.resumes.layout.lines import Row
from vivier.resumes.model import FoundEducation
from vivier.resumes.wording.dates import find_ranges
from vivier.resumes.wording.moments import DateRange
from vivier.resumes.wording.opinions import degree_score, school_score

_OPENS = re.compile(r"([A-ZÀ-Ý][^:;.]{4,70}?)\s?:\s+(\S.*)")
_SCHOOL, _DEGREE = 0.8, 0.5
_LEAST, _LONGEST = 2, 110
_LEADS = re.compile(r"^(?:[\s,;).]|and\s|et\s|then\s|puis\s|(?:the|an?|le|la|une?)\s)+", re.IGNORECASE)
_TAILS = re.compile(r"(?:[\s,;(–—-]|\b(?:both|each|in|en|all|tous deux|toutes deux|respectivement|respectively)\b)+$")
_BOTH = re.compile(r",?\s(?:together with|along with|as well as|ainsi que|and|et)\s(?:(?:the|an?|le|la|une?)\s)?")


def told_by_school(rows: list[Row]) -> list[FoundEducation]:
    """The studies of such a list; none where each school stands in one row with one degree, or of any other list."""
    paragraphs = list(_paragraphs(rows))
    if not paragraphs or paragraphs[0][0][0] is not rows[0]:
        return []
    told = [list(_studies(*paragraph)) for paragraph in paragraphs]
    several = any(len(studies) >= _LEAST for studies in told)
    goes_on = sum(len(lines) > 1 for lines, _, _ in paragraphs) >= _LEAST
    return [one for studies in told for one in studies] if all(told) and (several or goes_on) else []


def _paragraphs(rows: list[Row]) -> Iterator[tuple[list[Row], str, str]]:
    """The rows of each paragraph that a school opens, the school, and what is said behind it."""
    lines: list[Row] = []
    school = text = ""
    for row in rows:
        opens = _OPENS.fullmatch(row.plain.strip()) if not row.bullet and len(row.cells) == 1 else None
        if opens is not None and school_score(opens[1]) >= _SCHOOL > degree_score(opens[1]):
            if lines:
                yield lines, school, text
            lines, school, text = [row], opens[1], opens[2]
        elif lines and not lines[-1].text.rstrip().endswith("."):
            lines.append(row)
            text = f"{text} {row.plain.strip()}"
    if lines:
        yield lines, school, text


def _studies(lines: list[Row], school: str, text: str) -> Iterator[FoundEducation]:
    """The degrees that a paragraph dates: each has its year behind it, or two of them one."""
    at = 0
    for period in find_ranges(text):
        named = text[at : period.begin]
        both = _BOTH.split(named)
        apart = [_bare(piece) for piece in both]
        several = len(apart) > 1 and all(degree_score(piece) >= _DEGREE for piece in apart)
        for degree in apart if several else [_bare(named)]:
            if degree_score(degree) >= _DEGREE and len(degree) <= _LONGEST:
                yield _study(lines, school, degree, text, period)
        at = period.finish


def _study(lines: list[Row], school: str, degree: str, text: str, period: DateRange) -> FoundEducation:
    end = period.end
    return FoundEducation(
        institution=found(school, FAIR, lines),
        degree=found(degree, FAIR, lines),
        end=written(end, FAIR, lines, text[period.begin : period.finish]) if end is not None else None,
    )


def _bare(text: str) -> str:
    """A degree without what leads to it and to its year: "and Diploma of Ministry, both"."""
    return _TAILS.sub("", _LEADS.sub("", text)).strip()
