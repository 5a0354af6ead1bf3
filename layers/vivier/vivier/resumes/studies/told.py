"""Studies of a section that tells them in words, where that names more than reading it as a list does."""

import re
from collections.abc import Callable, Iterator

from vivier.resumes.certainty.confidence import FAIR
from vivier.resumes.certainty.evidence import found, written
from vivier.resumes.layout.lines import Row, strip_bullet, wraps
from vivier.resumes.model import FoundEducation
from vivier.resumes.wording.dates import find_ranges
from vivier.resumes.wording.opinions import UNFINISHED, degree_score, school_score
from vivier.resumes.wording.told_studies import studies_in, tells_studies

_MOST_ROWS, _MOST_WORDS = 40, 9
_CLEARLY, _ALONE = 0.3, 0.2
_DEGREE, _SCHOOL, _OWN_SCHOOL = 0.8, 0.45, 0.8
_LONG_DEGREE, _LONG_SCHOOL = 80, 70
# What no name of a degree or school holds: a year, a verb, a sentence's end.
_TOLD = re.compile(
    r"^(?:the|an?|my|une?|le|la|mon|ma)\s|\b(?:19|20)\d{2}\b|[.;:]\s|\b(?:obtenue?|suivie?|soutenue?|préparée?|got|left|gained|passed|taken|awarded|from|puis|then)\b"
)


def told_in_words(rows: list[Row], listed: Callable[[], list[FoundEducation]]) -> list[FoundEducation]:
    """The studies that the rows tell; none when none does, or when `listed`, read as a list, they name as much."""
    if not rows or len(rows) > _MOST_ROWS:
        return []
    paragraphs = list(_paragraphs(rows))
    if not any(tells_studies(text) for _, text in paragraphs) or any(_only_school(text) for _, text in paragraphs):
        return []
    told = [one for lines, text in paragraphs for one in _studies(lines, text)]
    if not told or _worth(told) <= _CLEARLY:
        return []
    others = listed()
    schools = [sum(_is_school(one) for one in some) for some in (told, others)]
    alone = [sum(one.institution is None and one.end is None for one in some) for some in (told, others)]
    more = _worth(told) > _worth(others) + _CLEARLY and schools[0] >= schools[1] and alone[0] <= alone[1]
    return told if more else []


def _paragraphs(rows: list[Row]) -> Iterator[tuple[list[Row], str]]:
    """The rows that go on in each other, with their text."""
    lines: list[Row] = []
    for row in rows:
        if lines and not (_goes_on(lines, row) or _names_school(lines, row)):
            yield lines, _text(lines)
            lines = []
        lines.append(row)
    if lines:
        yield lines, _text(lines)


def _goes_on(lines: list[Row], row: Row) -> bool:
    """Whether a row goes on with the sentence of those above."""
    above = lines[-1]
    if row.bullet or (above.text.rstrip().endswith(".") and row.gap > 0.5 * row.size):
        return False
    if row.text[:1].islower() or UNFINISHED.search(above.text):
        return True
    both = [any(one.period is not None for one in studies_in(text)) for text in (_text(lines), row.plain)]
    return wraps(above, row, above.limit) and not all(both)


def _names_school(lines: list[Row], row: Row) -> bool:
    """Whether a row names no degree and the school of those above, which name none."""
    schooled = school_score(row.plain) >= _OWN_SCHOOL > degree_score(row.plain) and not row.bullet
    return schooled and all(one.school is None for one in studies_in(_text(lines))) and not studies_in(row.plain)


def _only_school(text: str) -> bool:
    """Whether a row names a school and nothing else, over what was taken there."""
    short = len(text.split()) <= _MOST_WORDS and not find_ranges(text)
    return short and school_score(text) >= _OWN_SCHOOL > degree_score(text) and not studies_in(text)


def _text(lines: list[Row]) -> str:
    return " ".join(strip_bullet(row.plain).strip().replace("\t", " – ") for row in lines)


def _studies(lines: list[Row], text: str) -> Iterator[FoundEducation]:
    for one in studies_in(text):
        period = one.period
        end = period.end if period is not None else None
        yield FoundEducation(
            degree=found(one.degree, FAIR, lines),
            institution=found(one.school, FAIR, lines) if one.school else None,
            end=written(end, FAIR, lines, text[period.begin : period.finish]) if period and end else None,
        )


def _is_school(one: FoundEducation) -> bool:
    """Whether a study has a school that may be one."""
    school = one.institution.value if one.institution else ""
    return bool(school) and not _TOLD.search(school) and degree_score(school) < _DEGREE and len(school) <= _LONG_SCHOOL


def _worth(studies: list[FoundEducation]) -> float:
    """How much is named: a degree, a school and an end of each, less what is no name."""
    worth = 0.0
    for one in studies:
        degree = one.degree.value if one.degree else ""
        school = one.institution.value if one.institution else ""
        worth += 0.5 * (one.end is not None)
        if degree:
            named = degree_score(degree) >= _DEGREE and len(degree) <= _LONG_DEGREE and not _TOLD.search(degree)
            worth += -0.5 if not named else 1 if school or one.end is not None else _ALONE
        if school:
            worth += -0.5 if not _is_school(one) else 0.7 if school_score(school) >= _SCHOOL else 0.2
    return worth
