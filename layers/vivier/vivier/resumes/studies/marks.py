"""Tables of marks under a school ("GCSE subject | Grade"): the examination is what was taken, no subject is."""

import re
from dataclasses import replace

from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.layout.wrapped import kept
from vivier.resumes.text import fold

_EXAM = (
    r"i?gcses?|[ao]s?[ -]levels?|leaving cert(?:ificate)?|junior cert(?:ificate)?|highers?|national [1-5]s?|bac|brevet"
)
_SUBJECT = re.compile(rf"(?:(?P<exam>{_EXAM}) )?(?:subjects?|courses?|modules?|matieres?|epreuves?)|(?P<only>{_EXAM})")
_GRADE = re.compile(r"(?:(?:predicted|final|mock|expected) )?(?:grades?|results?|marks?)|notes?|resultats?|level")
_MARK = re.compile(
    r"(?:[A-EHOU]\d?\*{0,2}|\d(?:[ -]\d)?|\d{1,2}(?:[.,]\d{1,2})?(?:\s?/\s?\d{2,3})?|\d{2,3}\s?%|merit|pass"
    r"|distinction\*?|higher|foundation|credit|n/?a)(?:\s\(.{1,12}\))?",
    re.IGNORECASE,
)
_LEAST = 2


def without_marks_of_subjects(rows: list[Row]) -> list[Row]:
    """The rows without such tables; the examination that a table's titles name stands in its place."""
    made: list[Row] = []
    within = False
    for row in rows:
        titled = _titles(row)
        if titled is not None:
            made += [kept(replace(row), [Cell(row.words, titled)])] if titled else []
            within = True
        elif not (within and _tells_marks(row)):
            made.append(row)
            within = False
    return made


def _titles(row: Row) -> str | None:
    """The examination that the titles of such a table name, or "" where they name none; None of any other row."""
    cells = [fold(cell.text).strip(" .:") for cell in row.cells]
    subjects = [match for cell in cells if (match := _SUBJECT.fullmatch(cell))]
    grades = [cell for cell in cells if _GRADE.fullmatch(cell)]
    if len(cells) < _LEAST or not subjects or not grades or len(subjects) + len(grades) < len(cells):
        return None
    exam = subjects[0]["exam"] or subjects[0]["only"]
    return row.cells[0].text.strip(" .:")[: len(exam)] if exam else ""


def _tells_marks(row: Row) -> bool:
    """Whether every other cell of a row is a mark."""
    marks = [bool(_MARK.fullmatch(cell.text.strip())) for cell in row.cells]
    return len(marks) >= _LEAST and not row.bullet and any(marks) and sum(marks) * 2 >= len(marks) - 1
