"""Studies without a date, or whose dates do not tell where each begins: by white, by looks, by what their rows name."""

import re
from itertools import pairwise

from vivier.resumes.layout.lines import Row
from vivier.resumes.lexicon.organisations import DEGREE_WORDS
from vivier.resumes.posts.boundaries import look
from vivier.resumes.posts.entries import Entry
from vivier.resumes.posts.heads import HeadRow, head_parts
from vivier.resumes.posts.parts import Part
from vivier.resumes.posts.periods import anchors_of
from vivier.resumes.text import fold
from vivier.resumes.wording.dates import find_ranges, without_ranges
from vivier.resumes.wording.opinions import bare_words, degree_score, place_score, school_score
from vivier.resumes.wording.sentences import is_sentence

_MAX_UNDATED = 8
_FEW = 3
SHORT = 110


def named(head: list[HeadRow]) -> bool:
    """Whether these rows name both a degree and where it was taken, so that what follows describes."""
    parts = [p for p in head_parts(head) if place_score(p.text) < 0.8]
    parts = [p for before, p in pairwise([None, *parts]) if p is not None and not is_subject(before, p)]
    if len(parts) < 2:
        return False
    degree = max(degree_score(p.text) for p in parts) >= 0.5
    school = max(school_score(p.text) for p in parts) >= 0.5
    strong = [p for p in parts if not p.comma]
    other = any(degree_score(p.text) < 0.5 and school_score(p.text) < 0.8 and p.text[:1].isupper() for p in strong)
    return (degree and school) or (len(strong) >= 2 and (degree or school) and other) or len(strong) >= 3


def is_subject(before: Part | None, part: Part) -> bool:
    """Whether a colon parts a bare degree from what was studied: "Master of Science: Statistics"."""
    if before is None or part.sign != ":" or part.row is not before.row or school_score(part.text) >= 0.5:
        return False
    return degree_score(before.text) >= 1 and len(bare_words(fold(before.text))) <= _FEW


def is_bare(part: Part) -> bool:
    return all(w in DEGREE_WORDS for w in bare_words(fold(part.text)))


def partly_dated(rows: list[Row]) -> list[Entry]:
    """Entries told apart by white and looks, when most of them name a degree or a school and some have no date."""
    blocks = _blocks(rows)
    anchors = anchors_of(rows, singles=True, study=True)
    if len(blocks) < 2 or len(blocks) <= len(anchors):
        return []
    at = {id(row): n for n, block in enumerate(blocks) for row in block}
    dated = [at[id(rows[a.index])] for a in anchors if id(rows[a.index]) in at]
    telling = [any(max(degree_score(p), school_score(p)) >= 0.7 for r in b[:3] for p in _cells(r)) for b in blocks]
    if len(dated) != len(anchors) or len(set(dated)) != len(dated) or sum(telling) < 0.7 * len(blocks):
        return []
    if anchors and not all(_complete(block) for n, block in enumerate(blocks) if n not in dated):
        return []
    if any(n - 1 in dated and _ends(blocks[n - 1], block) for n, block in enumerate(blocks) if n not in dated):
        return []
    if not anchors and sum(len(block) > 1 for block in blocks) < 0.7 * len(blocks):
        return []
    periods = {n: (a.period, rows[a.index]) for n, a in zip(dated, anchors, strict=True)}
    entries = []
    for n, block in enumerate(blocks[:_MAX_UNDATED]):
        period, row = periods.get(n, (None, None))
        texts = [(r, _without_dates(r) if r is row else [c.text for c in r.cells]) for r in block]
        count = next((i for i, (r, _) in enumerate(texts) if i and (r.bullet or len(r.text) > 110)), len(texts))
        head = [HeadRow(r, t) for r, t in texts[: min(count, 3)]]
        entries.append(Entry([h for h in head if not h.empty], period, row, block[min(count, 3) :]))
    return [entry for entry in entries if entry.head]


def with_undated(rows: list[Row], entries: list[Entry]) -> list[Entry]:
    """The dated entries, and rows set like their heads that name degree and school but no date."""
    heads = [h.row for entry in entries for h in entry.head]
    looks, taken = {look(row) for row in heads}, {id(row) for row in heads}
    bodies = {id(row) for entry in entries for row in entry.body}
    first = next((n for n, row in enumerate(rows) if id(row) in taken), 0)
    among = [row for n, row in enumerate(rows) if n < first or id(row) in bodies]
    told = [r for r in among if look(r) in looks and not r.bullet and len(r.text) <= SHORT and _opens_complete(r)]
    if not told or len(told) > _MAX_UNDATED:
        return entries
    for entry in entries:
        entry.body = [row for row in entry.body if not any(row is t for t in told)]
    made = [*entries, *(Entry([HeadRow(row, [c.text for c in row.cells])], None, None) for row in told)]
    order = {id(row): n for n, row in enumerate(rows)}
    return sorted(made, key=lambda e: order.get(id(e.head[0].row), 0) if e.head else 0)


def _opens_complete(row: Row) -> bool:
    """Whether a row opens with a degree and names its school behind it."""
    parts = head_parts([HeadRow(row, [c.text for c in row.cells])])
    return (
        len(parts) > 1
        and degree_score(parts[0].text) >= 1
        and any(school_score(p.text) >= 0.8 and degree_score(p.text) < 0.5 for p in parts[1:3])
        and not is_sentence(row.plain)
    )


def _complete(block: list[Row]) -> bool:
    """Whether rows name both a degree and where it was taken, or may."""
    pieces = [p for row in block[:3] if not row.bullet for p in _cells(row)]
    degree = max((degree_score(p) for p in pieces), default=0.0) >= 0.7
    school = max((school_score(p) for p in pieces), default=0.0) >= 0.5
    return degree and (school or len(pieces) > 1)


def _ends(above: list[Row], block: list[Row]) -> bool:
    """Whether rows only name the degree of the dated school above them, white or not."""
    schooled = [max((school_score(p) for r in b[:3] for p in _cells(r)), default=0.0) >= 0.5 for b in (above, block)]
    degree = max((degree_score(p) for r in above[:3] for p in _cells(r)), default=0.0) >= 0.5
    return schooled[0] and not degree and not schooled[1]


def _cells(row: Row) -> list[str]:
    return [piece for cell in row.cells for piece in re.split(r"\s[–—|-]\s|,\s", cell.text)]


def _without_dates(row: Row) -> list[str]:
    return [without_ranges(c.text, find_ranges(c.text)) if find_ranges(c.text) else c.text for c in row.cells]


def _blocks(rows: list[Row]) -> list[list[Row]]:
    """Rows cut where there is more white than within an entry, and where the look of the first row comes again."""
    gaps = sorted(b.gap for a, b in pairwise(rows) if a.page == b.page and a.column == b.column)
    if not gaps:
        return []
    usual = gaps[(len(gaps) - 1) // 3]
    first, second = look(rows[0]), look(rows[1])
    blocks: list[list[Row]] = []
    for before, row in pairwise([None, *rows]):
        if row is None:
            continue
        again = first != second and look(row) == first and before is not None and look(before) != first
        apart = before is not None and row.gap > max(1.5 * usual, usual + 0.35 * row.size) and not row.bullet
        if before is None or again or apart or row.page != before.page:
            blocks.append([])
        blocks[-1].append(row)
    return blocks


def undated(rows: list[Row]) -> list[Entry]:
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
        if entries and not named(entries[-1].head) and len(entries[-1].head) == 1 and not entries[-1].body:
            entries[-1].head.append(head)
        elif len(entries) < _MAX_UNDATED:
            entries.append(Entry([head], None, None))
    return entries
