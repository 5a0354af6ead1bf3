"""What is told of a degree behind its name and school: a year abroad, a placement, a thesis; no school of it."""

import re
from dataclasses import replace

from vivier.resumes.layout.lines import Row
from vivier.resumes.layout.wrapped import kept
from vivier.resumes.wording.dates import find_ranges
from vivier.resumes.wording.honours import only_honours
from vivier.resumes.wording.opinions import UNFINISHED, degree_score, school_score

_ABROAD = re.compile(
    r"[,;(–-]?\s+(?:(?:with|including|incl\.|and|plus)\s(?:an?\s|one\s|two\s|my\s)?(?:[A-Za-z-]+\s){0,2}?"
    r"(?:year|semester|term|exchange|placement|internship|months)\b"
    r"|(?:dont|avec|y compris|incluant)\s(?:une?\s|deux\s|mon\s)?(?:[a-zé]+\s){0,1}?"
    r"(?:ann[ée]e|semestre|trimestre|[ée]change|s[ée]jour|stage|Erasmus|mois)\b).*$"
    r"|[.,;]\s+(?:(?:PhD|Doctoral|Master['’]?s?)\s)?(?:[Tt]hesis|[Dd]issertation|[Tt]h[èe]se|[Mm][ée]moire)(?:\stitle)?\s?:.*$"
)
# A row of its own below a degree: "Semestre à l'Universidad de Halden (Erasmus+)", "Exchange year at Moorby College".
_OWN_ROW = re.compile(
    r"(?:un\s|one\s|a\s)?(?:(?:ann[ée]e|semestre|trimestre|[ée]change|s[ée]jour|mobilit[ée])"
    r"(?:\s(?:d['’][ée]change|acad[ée]mique|universitaire|erasmus\+?|[àa]\sl['’][ée]tranger)){0,2}"
    r"(?:\s[àa](?:ux?)?\s|\s[àa]\sl['’]|\sen\s(?=[A-ZÀ-Ý])|,)"
    r"|(?:erasmus\s|exchange\s)?(?:year|semester|term)\s(?:abroad|exchange|at|in)\b|exchange\s(?:(?:year|semester|term)\s(?:at|in)|at)\b"
    r"|erasmus\+?\s?[:,(]|s[ée]jour\s[àa]\sl['’][ée]tranger\s?:)",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"[;,.]\s+(?=[A-Za-zÀ-ÿ]{2})")
_KIND_OF_SCHOOL = re.compile(r"(?:Business |Technical |State )?(?:School|University|College|Institute)\b(?! of)")
_NAMED, _A_DEGREE, _LEAST = 0.5, 0.85, 12  # letters before it


def without_abroad(rows: list[Row]) -> list[Row]:
    """The rows without such remarks, nor a row in which one goes on; a date within is kept if there's no other."""
    made: list[Row] = []
    above: Row | None = None
    for row in rows:
        if made and _tells_abroad(row):
            continue
        if above is not None and not row.bullet and len(row.cells) == 1 and _completes(above, row):
            above = None
            continue
        cell = row.cells[-1]
        beside = _behind_honours(row) if made else None
        match = beside or (_ABROAD.search(cell.text) if not row.bullet else None)
        above = row if match is not None and match.start() >= _LEAST else None
        if above is not None and match is not None:
            dated = find_ranges(cell.text)
            text = cell.text[: match.start()].rstrip(" ,;(–-")
            if dated and dated[0].begin > match.start() and beside is None:
                text += f", {cell.text[dated[-1].begin : dated[-1].finish]}"
            row = kept(row, [*row.cells[:-1], replace(cell, text=text)])
        made.append(row)
    return made


def _tells_abroad(row: Row) -> bool:
    """Whether a row without a date only tells where one was abroad."""
    return len(row.cells) == 1 and not row.bold and bool(_OWN_ROW.match(row.plain)) and not find_ranges(row.plain)


def _behind_honours(row: Row) -> re.Match[str] | None:
    """What tells of a time abroad behind what a degree was like: "First class honours; Erasmus term at Moorby"."""
    sign = _BEHIND.search(row.text) if len(row.cells) == 1 and not row.bold else None
    opening = row.text[: sign.start()] if sign else ""
    told = only_honours(opening) or degree_score(opening) < _A_DEGREE
    return sign if sign and told and school_score(opening) < _NAMED and _OWN_ROW.match(row.text, sign.end()) else None


def _completes(above: Row, row: Row) -> bool:
    """Whether a row is the rest of a remark that the row above broke off."""
    kind = _KIND_OF_SCHOOL.match(row.text)
    return (
        kind is not None or row.text[:1].islower() or bool(UNFINISHED.search(above.text)) or len(row.plain.split()) <= 1
    )
