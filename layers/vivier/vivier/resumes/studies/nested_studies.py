"""Schools at the edge, and set in under each what was taken there: every dated row within is an entry of its school."""

import re

from vivier.resumes.layout.lines import Row, strip_bullet
from vivier.resumes.posts.entries import Entry
from vivier.resumes.posts.heads import HeadRow
from vivier.resumes.wording.dates import find_ranges, without_ranges
from vivier.resumes.wording.opinions import degree_score, place_score, school_score

_EDGE, _SET_IN = 3.0, 6.0  # points
_LEAST, _LONG = 2, 110
_SCHOOL, _DEGREE, _OPENS = 0.8, 0.5, 0.8
_GAINED = re.compile(r"[\s,]+(?:soutenue?|obtenue?|re[çc]ue?|awarded|completed|graduated)\s*$", re.IGNORECASE)


def under_schools(rows: list[Row]) -> list[Entry]:
    """The entries of such a list, in which one school at least stands over two dated rows; none of any other."""
    if not rows or len({row.column for row in rows}) > 1:
        return []
    base = min(row.left for row in rows)
    level = all(row.left < base + _EDGE and not row.bullet for row in rows)
    if level:  # nothing is set in: only what names a school, and a dated degree, tells which is which
        outer = [_is_school(row, dated=True) for row in rows]
        inner = [bool(find_ranges(row.plain)) and degree_score(row.plain.split(",")[0]) >= _OPENS for row in rows]
    else:
        outer = [not row.bullet and row.left < base + _EDGE for row in rows]
        inner = [row.bullet or row.left > base + _SET_IN for row in rows]
    schools = [row for row, out in zip(rows, outer, strict=True) if out]
    if (
        not outer[0]
        or (len(schools) < _LEAST and not level)
        or not all(a or b for a, b in zip(outer, inner, strict=True))
    ):
        return []
    told = level or all(find_ranges(row.plain) for row, out in zip(rows, outer, strict=True) if not out)
    if not all(_is_school(row, dated=told) for row in schools):
        return []
    entries: list[Entry] = []
    counts: list[int] = []
    for row, out in zip(rows, outer, strict=True):
        if out:
            school = row
            counts.append(0)
        elif (entry := _entry(row, school)) is not None:
            entries.append(entry)
            counts[-1] += 1
        elif counts[-1]:
            entries[-1].body.append(row)
        else:
            return []
    return entries if min(counts) and max(counts) >= _LEAST else []


def _is_school(row: Row, dated: bool) -> bool:
    """Whether a row only names a school; `dated`: what is below has dates of its own, so that it may have one, too."""
    text, ranges = row.plain, find_ranges(row.plain)
    if ranges and dated:
        text, ranges = without_ranges(text, ranges).strip(" \t:,–—-()"), []
        first, *others = re.split(r"[,\t]\s*|\s[–—|-]\s", text)
        if school_score(first) < _SCHOOL or not all(place_score(other) >= _SCHOOL for other in others):
            return False  # what was taken there stands beside it
    return len(text) <= _LONG and school_score(text) >= _SCHOOL > degree_score(text) and not ranges


def _entry(row: Row, school: Row) -> Entry | None:
    """The entry that a row of a school begins: one with a date, or that opens with a degree."""
    ranges = find_ranges(row.plain)
    opens = degree_score(re.split(r"[,(:]|\s[–—-]\s", strip_bullet(row.plain))[0])
    if len(row.plain) > _LONG or (not ranges and opens < 1) or (ranges and opens < _DEGREE and row.bullet):
        return None
    texts = [
        _GAINED.sub("", without_ranges(c.text, found)) if (found := find_ranges(c.text)) else c.text for c in row.cells
    ]
    head = [HeadRow(row, texts), HeadRow(school, [without_ranges(c.text, find_ranges(c.text)) for c in school.cells])]
    return Entry(head, ranges[-1] if ranges else None, row if ranges else None)
