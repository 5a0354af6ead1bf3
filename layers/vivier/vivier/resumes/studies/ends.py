"""When studies ended or will: their period, their class, or that they go on."""

import re

from vivier.resumes.certainty.confidence import FAIR
from vivier.resumes.certainty.evidence import written
from vivier.resumes.layout.lines import Row
from vivier.resumes.model import Found
from vivier.resumes.posts.entries import Entry
from vivier.resumes.posts.experience import period_end
from vivier.resumes.text import fold
from vivier.resumes.wording.dates import find_ranges, is_expected
from vivier.resumes.wording.moments import PRESENT

_CLASS = re.compile(r"\b(?:class of|promo(?:tion)?|graduat(?:ed|ing))\s(?:in\s)?((?:19|20)\d{2})\b")
_NEAR = 24
_GOES_ON = re.compile(r"\b(?:in progress|ongoing|on-going|en cours(?! (?:du |d'))|pursuing)\b")


def end_of(entry: Entry, dated: float) -> Found | None:
    """When a study ended or will: as its period says, its class, or "in progress" beside a single date."""
    end = period_end(entry, "end", dated)
    rows = [*(h.row for h in entry.head), *(r for r in entry.body[:1] if not r.bullet)]
    if entry.period_row is not None and entry.period_row not in rows:
        rows.insert(0, entry.period_row)
    if end is None or end.value == PRESENT:
        end = _expected(rows) or _class_to_come(rows, end) or end
    for row in rows:
        text = fold(row.text)
        if end is None and (year := _CLASS.search(text)):
            return written(year[1], FAIR, [row], year[0])
        said = is_expected(row.text) or _CLASS.search(text)
        goes_on = end is None or (entry.period is not None and entry.period.single and not said)
        if goes_on and (word := _GOES_ON.search(text)):
            return written(PRESENT, FAIR, [row], word[0])
    return end


def _class_to_come(rows: list[Row], end: Found | None) -> Found | None:
    """The class of studies that go on: "en cours (promotion 2026)"."""
    years = [(row, match) for row in rows for match in [_CLASS.search(fold(row.text))] if match and end is not None]
    return written(years[0][1][1], FAIR, [years[0][0]], years[0][1][0]) if years else None


def _expected(rows: list[Row]) -> Found | None:
    """The date that studies are expected to end at, when it stands beside them: "2022 - present, expected May 2026"."""
    for row in rows:
        for cell in row.cells:
            for found_ in find_ranges(cell.text):
                said = cell.text[found_.begin : found_.finish]
                near = cell.text[max(0, found_.begin - _NEAR) : found_.finish]  # "en cours, fin prévue 2027"
                if found_.end and found_.end != PRESENT and is_expected(near):
                    return written(found_.end, FAIR, [row], said)
    return None
