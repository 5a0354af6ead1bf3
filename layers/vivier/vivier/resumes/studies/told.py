"""Studies of a section that tells them in words, where that names more than reading it as a list does."""

import re
from collections.abc import Callable, Iterator

from vivier.resumes.certainty.confidence import FAIR
from vivier.resumes.certainty.evidence import found, written
from vivier.resumes.layout.lines import Row, strip_bullet, wraps
from vivier.resumes.model import FoundEducation
from vivier.resumes.wording.opinions import UNFINISHED, degree_score, school_score
from vivier.resumes.wording.told_studies import studies_in, tells_studies

_MOST_ROWS = 40
_CLEARLY = 0.3
_DEGREE, _SCHOOL = 0.8, 0.45
_LONG_DEGREE, _LONG_SCHOOL = 80, 70
# What no name of a degree or school holds: a year, a verb, a sentence's end.
_TOLD = re.compile(
    r"\b(?:19|20)\d{2}\b|[.;:]\s|\b(?:obtenue?|suivie?|soutenue?|préparée?|got|left|gained|passed|taken|awarded|from|puis|then)\b"
)


def told_in_words(rows: list[Row], listed: Callable[[], list[FoundEducation]]) -> list[FoundEducation]:
    """The studies that the rows tell; none when most do not, or when `listed`, read as a list, they name as much."""
    if not rows or len(rows) > _MOST_ROWS or any(len(row.cells) > 1 for row in rows):
        return []
    paragraphs = list(_paragraphs(rows))
    if sum(tells_studies(text) for _, text in paragraphs) * 2 < len(paragraphs):
        return []
    told = [one for lines, text in paragraphs for one in _studies(lines, text)]
    return told if told and _worth(told) > _worth(listed()) + _CLEARLY else []


def _paragraphs(rows: list[Row]) -> Iterator[tuple[list[Row], str]]:
    """The rows that go on in each other, with their text."""
    lines: list[Row] = []
    for row in rows:
        if lines and not _goes_on(lines[-1], row):
            yield lines, _text(lines)
            lines = []
        lines.append(row)
    if lines:
        yield lines, _text(lines)


def _goes_on(above: Row, row: Row) -> bool:
    """Whether a row goes on with the sentence of the one above."""
    if row.bullet or (above.text.rstrip().endswith(".") and row.gap > 0.5 * row.size):
        return False
    return row.text[:1].islower() or bool(UNFINISHED.search(above.text)) or wraps(above, row, above.limit)


def _text(lines: list[Row]) -> str:
    return " ".join(strip_bullet(row.plain).strip() for row in lines)


def _studies(lines: list[Row], text: str) -> Iterator[FoundEducation]:
    for one in studies_in(text):
        period = one.period
        end = period.end if period is not None else None
        yield FoundEducation(
            degree=found(one.degree, FAIR, lines),
            institution=found(one.school, FAIR, lines) if one.school else None,
            end=written(end, FAIR, lines, text[period.begin : period.finish]) if period and end else None,
        )


def _worth(studies: list[FoundEducation]) -> float:
    """How much is named: a degree, a school and an end of each, less what is no name."""
    worth = 0.0
    for one in studies:
        degree = one.degree.value if one.degree else ""
        school = one.institution.value if one.institution else ""
        worth += 0.5 * (one.end is not None)
        if degree:
            named = degree_score(degree) >= _DEGREE and len(degree) <= _LONG_DEGREE and not _TOLD.search(degree)
            worth += 1 if named else -0.5
        if school:
            named = school_score(school) >= _SCHOOL and len(school) <= _LONG_SCHOOL and not _TOLD.search(school)
            worth += 0.7 if named else 0.2 if not _TOLD.search(school) and degree_score(school) < _DEGREE else -0.5
    return worth
