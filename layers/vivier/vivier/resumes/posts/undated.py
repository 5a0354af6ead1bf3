"""Posts without a period in a list of dated ones: rows set like the heads of the others, naming post and employer."""

import re
from collections import Counter

from vivier.resumes.layout.lines import Row
from vivier.resumes.posts.boundaries import Ground, Opinion, look
from vivier.resumes.posts.durations import before_duration
from vivier.resumes.posts.entries import Entry
from vivier.resumes.posts.heads import HeadRow, head_parts
from vivier.resumes.posts.parts import Part
from vivier.resumes.wording.dates import find_ranges, without_ranges
from vivier.resumes.wording.opinions import is_contract, name_like, place_score
from vivier.resumes.wording.sentences import is_sentence
from vivier.resumes.wording.tasks import task_score

_LONG = 90
_RUN_IN = re.compile(r"[^:\t]{10,70}(?=:\s\S)")
_SURE, _NAMED, _HOUSE = 0.85, 0.7, 0.6
_LEAST, _MOST, _FEW = 2, 4, 4
_LEAST_ROWS, _MOSTLY = 3, 0.7


def with_undated(ground: Ground, entries: list[Entry]) -> list[Entry]:
    """The entries, and those without a period that stand among what was taken for their descriptions."""
    if own := in_rows_of_own(ground.rows, ground.opinion, {id(e.period_row): e for e in entries}):
        return own
    looks = [Counter(look(e.head[n].row) for e in entries if len(e.head) > n) for n in (0, 1)]
    depth = Counter(min(2, len(e.head)) for e in entries).most_common(1)[0][0] if entries else 0
    signs = {_signs(head_parts(entry.head)) for entry in entries}
    made: list[Entry] = []
    for entry in entries:
        made.append(entry)
        body, entry.body = entry.body, []
        index = 0
        while index < len(body):
            head = _head(ground, body, index, looks, depth)
            if head and _signs(head_parts(head)) in signs:
                made.append(Entry(head, None, None))
                index += len(head)
            else:
                made[-1].body.append(body[index])
                index += 1
    return made


def in_rows_of_own(rows: list[Row], opinion: Opinion, dated: dict[int, Entry] | None = None) -> list[Entry]:
    """The posts of a list of rows set alike, of which each names its post and employer, and some have no period.

    `dated`: the entries that were found by their periods, by the id of their rows.
    """
    dated = dated or {}
    alike = len({look(row) for row in rows}) == 1 and len({row.bullet for row in rows}) == 1
    if len(rows) < _LEAST_ROWS or len(dated) == len(rows) or not alike or any(is_sentence(r.plain) for r in rows):
        return []
    made: list[Entry] = []
    whole = 0
    for row in rows:
        known = dated.get(id(row))
        period = known.period if known is not None else None
        texts = [without_ranges(c.text, found) if (found := find_ranges(c.text)) else c.text for c in row.cells]
        head = HeadRow(row, texts if period is not None else before_duration(row) or [c.text for c in row.cells])
        parts = head_parts([head])
        if len(row.text) > _LONG or not parts or opinion.what(parts[0].text) < _SURE:
            return []
        whole += _names_post(parts, opinion)
        made.append(Entry([head], period, row if period is not None else None))
    return made if whole >= _MOSTLY * len(rows) else []


def without_any_date(rows: list[Row], opinion: Opinion) -> list[Entry]:
    """The posts of a list that has no date at all: rows that name a post beside an employer, two of them or more."""
    entries: list[Entry] = []
    for row in rows:
        head, run_in = HeadRow(row, [c.text for c in row.cells]), _RUN_IN.match(row.text) if row.bullet else None
        if run_in:  # "• Intern, Halden Media: sold courses by phone …"
            head = HeadRow(row, [run_in[0]])
        short = bool(run_in) or (not row.bullet and len(row.text) <= _LONG and not is_sentence(row.text))
        if short and _names_post(head_parts([head]), opinion):
            entries.append(Entry([head], None, None))
        elif entries:
            entries[-1].body.append(row)
    return entries if len(entries) >= _LEAST else _only_post(rows, opinion)


def _only_post(rows: list[Row], opinion: Opinion) -> list[Entry]:
    """The one post of a list that says little more than what it was."""
    if not rows or len(rows) > _FEW or rows[0].page != rows[-1].page:
        return []
    first = rows[0]
    text = first.plain.strip()
    named = opinion.what(text) >= _SURE and text[:1].isupper() and len(text.split()) <= _FEW
    alone = named and len(first.cells) == 1 and task_score(text) < 0.5
    return [Entry([HeadRow(first, [first.cells[0].text])], None, None, rows[1:])] if alone else []


def _names_post(parts: list[Part], opinion: Opinion) -> bool:
    """Whether a row opens with a post and goes on with the name of an organisation."""
    told = [p for p in parts if place_score(p.text) < 0.8 and not is_contract(p.text)]
    if not 2 <= len(told) <= _MOST or opinion.what(told[0].text) < _SURE or not told[0].text[:1].isupper():
        return False
    name = told[1].text
    house = name_like(name) >= _NAMED or told[1].led or opinion.where(name[:1].upper() + name[1:]) >= _HOUSE
    return house and opinion.what(name) < 0.45 and task_score(name) < 0.5


def _head(
    ground: Ground, body: list[Row], index: int, looks: list[Counter[tuple[bool, int, bool, int]]], depth: int
) -> list[HeadRow]:
    """The head that begins with a row of a description; nothing when none does."""
    rows = body[index : index + depth]
    if len(rows) < depth or not depth:
        return []
    for row, seen in zip(rows, looks, strict=False):
        text = row.text.rstrip()
        ends = text[-1:] in ";:" or (text[-1:] == "." and "." not in text.split()[-1][:-1])  # but "Garos S.A."
        if row.bullet or len(text) > _LONG or is_sentence(text) or ends or look(row) not in seen:
            return []
    before = body[index - 1] if index else None
    set_off = before is None or before.bullet or is_sentence(before.plain) or look(before) != look(rows[0])
    if not set_off and rows[0].gap < 1.25 * ground.gap:
        return []
    head = [HeadRow(row, [c.text for c in row.cells]) for row in rows]
    return head if _names_both(head_parts(head), ground, depth) else []


def _signs(parts: list[Part]) -> tuple[tuple[int, str], ...]:
    """What parts the names of a head from each other, towns and kinds of contract aside."""
    told = [p for p in parts if place_score(p.text) < 0.8 and not is_contract(p.text)]
    return tuple((p.row_index, p.sign) for p in told)


def _names_both(parts: list[Part], ground: Ground, depth: int) -> bool:
    """Whether a post stands beside a name that is none."""
    told = [p for p in parts if place_score(p.text) < 0.8 and not is_contract(p.text)]
    if not 2 <= len(told) <= 4 or any(task_score(p.text) >= 0.5 for p in told):
        return False
    opinion = ground.opinion
    posts = [p for p in told if opinion.what(p.text) >= _SURE and p.text[:1].isupper()]
    names = [p for p in told if opinion.what(p.text) < 0.45 and name_like(p.text) >= _NAMED and not p.comma]
    return bool(posts) and bool(names) and (depth == 1 or posts[0].row is not names[0].row or len(told) == 2)
