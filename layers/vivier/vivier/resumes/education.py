"""Education: institution, degree, field of study and end of each entry."""

import re

from vivier.resumes.boundaries import Opinion
from vivier.resumes.confidence import FAIR
from vivier.resumes.dates import find_ranges, without_ranges
from vivier.resumes.entries import Entry, HeadRow, entries_of, head_parts
from vivier.resumes.evidence import found
from vivier.resumes.experience import how_sure, period_end, told, told_period
from vivier.resumes.lines import Row
from vivier.resumes.model import FoundEducation
from vivier.resumes.opinions import degree_score, place_score, school_score
from vivier.resumes.roles import Roles, assign, text_of
from vivier.resumes.tables import Form, forms_of

_OPINION = Opinion(degree_score, school_score)
_FIELD = re.compile(
    r"\b(?:in|en|of|option|sp[ée]cialit[ée]|fili[èe]re|mention|major in|majoring in)\s+([^,(–|]{3,80})", re.IGNORECASE
)
_MAX_UNDATED = 8


def read_education(sections: list[list[Row]]) -> list[FoundEducation]:
    """The entries of the education sections, in the order of the document."""
    forms = {index: forms_of(rows, study=True) for index, rows in enumerate(sections)}
    listed = [
        (i, entry)
        for i, rows in enumerate(sections)
        if not forms[i]
        for entry in (entries_of(rows, _named, _OPINION) or _undated(rows))
    ]
    roles = assign([head_parts(entry.head) for _, entry in listed], _OPINION)
    read = [
        (index, one)
        for (index, entry), role in zip(listed, roles, strict=True)
        for one in _with_listed(_one(entry, role), entry)
    ]
    read += [(i, _told(form)) for i, found_ in forms.items() for form in found_]
    return [one for _, one in sorted(read, key=lambda r: r[0]) if one.degree or one.institution]


def _told(form: Form) -> FoundEducation:
    """An entry written as a form."""
    return FoundEducation(degree=told(form, "what"), institution=told(form, "where"), end=told_period(form)[1])


def _named(head: list[HeadRow]) -> bool:
    parts = [p for p in head_parts(head) if place_score(p.text) < 0.8]
    if len(parts) < 2:
        return False
    degree = max(degree_score(p.text) for p in parts) >= 0.5
    school = max(school_score(p.text) for p in parts) >= 0.5
    strong = [p for p in parts if not p.comma]
    other = any(degree_score(p.text) < 0.5 and school_score(p.text) < 0.8 and p.text[:1].isupper() for p in strong)
    return (degree and school) or (len(strong) >= 2 and (degree or school) and other) or len(strong) >= 3


def _undated(rows: list[Row]) -> list[Entry]:
    """Entries of a section without any date: a row that names a degree or school opens one."""
    entries: list[Entry] = []
    for row in rows:
        texts = [c.text for c in row.cells]
        head = HeadRow(row, texts)
        degree, school = degree_score(row.plain), school_score(row.plain)
        if max(degree, school) < 0.7 or len(row.text) > 140:
            if entries:
                entries[-1].body.append(row)
            continue
        if entries and not _named(entries[-1].head) and len(entries[-1].head) == 1 and not entries[-1].body:
            entries[-1].head.append(head)
        elif len(entries) < _MAX_UNDATED:
            entries.append(Entry([head], None, None))
    return entries


def _with_listed(one: FoundEducation, entry: Entry) -> list[FoundEducation]:
    """A school whose degrees stand below it as a list gives an entry for each."""
    if one.degree is not None or one.institution is None:
        return [one]
    listed = [row for row in entry.body[:4] if row.bullet and degree_score(" ".join(row.plain.split()[:2])) >= 1]
    entries = []
    for row in listed:
        ranges = find_ranges(row.plain)
        text = re.split(
            r"\t|[.,]\s+(?:GPA|Grade|In-major|Thesis|Mention)\b", without_ranges(row.plain, ranges).strip(" \t")
        )[0]
        entries.append(one.model_copy(update={"degree": found(text, FAIR, [row])}))
    return entries or [one]


def _one(entry: Entry, role: Roles) -> FoundEducation:
    sure, dated = how_sure(role, _OPINION)
    degree = text_of(role.what) if role.what else ""
    match = _FIELD.search(degree)
    return FoundEducation(
        degree=found(degree, sure, [role.what[0].row]) if role.what else None,
        institution=found(text_of(role.where), sure, [role.where[0].row]) if role.where else None,
        field=found(match[1], FAIR, [role.what[0].row]) if match else None,
        end=period_end(entry, "end", dated),
    )
