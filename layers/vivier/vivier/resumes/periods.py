"""Where the periods of a list of entries stand: joined when they went over lines, told from dates within a text."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from vivier.resumes.dates import (
    PRESENT,
    DateRange,
    ends_open,
    ends_with_month,
    find_ranges,
    is_piece,
    means_now,
    only_date,
    starts_with_end,
    without_ranges,
)
from vivier.resumes.lexicon.organisations import SCHOOL_WORDS
from vivier.resumes.lines import Cell, Row
from vivier.resumes.text import fold

_SINCE_END = re.compile(r"(?:^|\s|\()(?:depuis|since|from|de|du|[-–—])\s*$")
_OWN_VOICE = re.compile(r"(?:i|we|my|our|je|j'ai|j'etais|nous|mon|ma|mes|during my|pendant ce|durant ce|au cours de)\s")
_NEAR = 5.0
_LEAST_PAIRS = 2
_SHORT, _FAR = 40, 130
_TAKEN = re.compile(r"\W*(?:graduat(?:ed|ion)|completed|awarded|obtenue?)\s?(?::|en|in)?\s*$")
_BAR_BEFORE, _BAR_BEHIND = re.compile(r"[|•·]\s*$"), re.compile(r"\s*[|•·]")
_CLOSES = re.compile(r"\s*[)\]]?\s*[:.]\s+(?=\S)")


@dataclass(slots=True)
class Anchor:
    """The period of an entry: in which row and cell, and at which edge of the cell's text it stands."""

    index: int
    period: DateRange
    edge: str
    cell: Cell


def is_sentence(text: str) -> bool:
    words = text.split()
    capitals = bool(words) and len(words[0]) > 1 and words[0].isupper()  # "MA Service Design" is a degree
    if words and words[0][:1].isupper() and fold(words[0]) in SCHOOL_WORDS and _mostly_large(words):
        return False
    if len(words) > 4 and not capitals and _OWN_VOICE.match(fold(text)):
        return True
    return (len(words) > 7 and text.rstrip().endswith((".", ";"))) or len(words) > 18


def _mostly_large(words: list[str]) -> bool:
    """Whether most words of four letters or more open large: a name at length, however it ends."""
    long = [w for w in words if len(w) > 3]
    return sum(w[0].isupper() or w[1:2] in "'’" for w in long) * 3 >= 2 * len(long) and len(words) <= 16


def anchors_of(rows: list[Row], singles: bool) -> list[Anchor]:
    """The rows with an entry's period. Lone dates count when they stand as the section's periods do."""
    found = [a for i, row in enumerate(rows) for a in [_anchor(i, row)] if a is not None]
    found = _not_set_in(rows, _unbulleted(rows, found))
    spans = [a for a in found if not a.period.single]
    if not spans:
        return _aligned(found) if singles else []
    return [a for a in found if not a.period.single or (singles and any(_alike(rows, a, s) for s in spans))]


def _not_set_in(rows: list[Row], found: list[Anchor]) -> list[Anchor]:
    """Without dates in rows set in under those that begin with the heads: list items whose signs were drawn."""
    spans = [rows[a.index].left for a in found if not a.period.single]
    if not spans:
        return found
    base = min(spans)
    return [
        a
        for a in found
        if a.edge == "cell" or rows[a.index].left <= base + 5.5 or (not a.period.single and a.edge == "end")
    ]


def _unbulleted(rows: list[Row], found: list[Anchor]) -> list[Anchor]:
    """Without the dates in list items, unless these are the entries themselves or hold a period and nothing else."""
    plain = [a for a in found if not rows[a.index].bullet]
    spans = sum(not a.period.single for a in plain)
    listed = sum(not a.period.single for a in found) - spans
    if not plain or (spans < listed and spans < 2):
        return found
    return [a for a in found if not rows[a.index].bullet or (_is_whole(rows[a.index].plain) and spans)]


def _aligned(found: list[Anchor]) -> list[Anchor]:
    """Of lone dates only, those that stand alone in a cell when any do."""
    alone = [a for a in found if a.edge == "cell"]
    return alone if len(alone) * 2 >= len(found) else found


def _alike(rows: list[Row], single: Anchor, span: Anchor) -> bool:
    """Whether a lone date stands where the section's periods stand."""
    a, b = rows[single.index], rows[span.index]
    if a.bullet and b.bullet and abs(a.left - b.left) < 3 and abs(a.size - b.size) < 0.3 and single.edge != "start":
        return True  # "• Baccalauréat (2025)" in a list of "• Licence (2025 – 2026)"
    if single.edge != span.edge:
        return False
    if single.edge == "cell":
        return (
            abs(single.cell.left - span.cell.left) < 6
            or abs(single.cell.right - span.cell.right) < 6
            or abs(a.left - b.left) < 6
        )
    return (
        abs(a.size - b.size) < 0.8
        and a.bold == b.bold
        and (abs(a.left - b.left) < 8 or abs(single.cell.right - span.cell.right) < 4)
    )


def _anchor(index: int, row: Row) -> Anchor | None:
    """The period of a row, when it stands where an entry's period stands: alone in a cell, or at an end of one."""
    for cell in row.cells:
        ranges = find_ranges(cell.text)
        if not ranges:
            continue
        period = ranges[0] if not ranges[0].single else next((r for r in ranges if not r.single), ranges[0])
        before, after = cell.text[: period.begin], cell.text[period.finish :]
        rest = without_ranges(cell.text, ranges)
        if not any(c.isalnum() for c in rest):
            return Anchor(index, period, "cell", cell)
        opens = not period.single and not any(c.isalnum() for c in before)
        if (is_sentence(row.text) and not opens) or len(row.text) > 170 or period.start is None:
            continue
        starts, ends = (
            not any(c.isalnum() for c in before) or bool(_TAKEN.match(fold(before))),
            not any(c.isalnum() for c in _without_tail(after)),
        )
        if period.single and _BAR_BEFORE.search(before) and _BAR_BEHIND.match(after) and len(cell.text) <= 130:
            return Anchor(index, period, "inside", cell)
        if period.single and not _closes(cell.text, period, starts, ends):
            continue
        if starts:
            return Anchor(index, period, "start", cell)
        if ends:
            return Anchor(index, period, "end", cell)
        if not period.single and len(row.text) <= 130 and re.search(r"[|(,•·–—:-]\s*$", before):
            return Anchor(index, period, "inside", cell)
    return None


def _closes(text: str, period: DateRange, starts: bool, ends: bool) -> bool:
    """Whether a lone date is set apart from the words around it."""
    if len(text) > 120:
        return False
    if starts:
        return True
    before = text[: period.begin]
    if re.search(r"\b(?:en|in|depuis|since|de|of|jusqu'en|by|d[eè]s|from|fin|avant|before)\s*$", before, re.IGNORECASE):
        return False
    return (ends and bool(re.search(r"[|(,•·–—:\t-]\s*$", before))) or (
        ends and len(text) <= 60 and not text.rstrip().endswith(".")
    )


def _without_tail(after: str) -> str:
    return re.sub(r"^\s*[)\]]|\([^)]*\)|\b\d{1,2}\s?(?:ans?|mois|years?|months?|yrs?|mos?)\b", "", fold(after))


def without_run_ins(rows: list[Row]) -> list[Row]:
    """Rows of posts that go on with their description after the period ("2018-2020 : Led the …"), cut in two."""
    cuts = [_cut(row) for row in rows]
    if sum(cut > 0 for cut in cuts) < _LEAST_PAIRS:
        return rows
    made: list[Row] = []
    for row, cut in zip(rows, cuts, strict=True):
        if not cut:
            made.append(row)
            continue
        words = row.words
        made.append(_kept(row, [Cell(words, row.text[:cut].rstrip(" :.–—-"))]))
        made.append(_kept(row, [Cell(words, row.text[cut:].strip())]))
        made[-1].gap = 0.0
    return made


def _cut(row: Row) -> int:
    """Where the description begins behind a period that closes what names the post; 0 where none does."""
    if row.bullet or len(row.cells) > 1 or len(row.text) < _SHORT:
        return 0
    period = next((r for r in find_ranges(row.text[:_FAR]) if not r.single), None)
    if period is None or period.begin < _SHORT // 4:
        return 0
    sign = _CLOSES.match(row.text, period.finish)
    return sign.end() if sign and len(row.text) - sign.end() >= 10 else 0


def join_wrapped_periods(rows: list[Row]) -> list[Row]:
    """Puts the end of a period that went to the next row ("2019 –" / "today") back beside its start."""
    rows = _unstacked(_gathered(_with_ends_beside([_with_whole_dates(row) for row in rows])))
    index = 0
    while index + 1 < len(rows):
        here, below = rows[index], rows[index + 1]
        target = next(
            (
                c
                for c in here.cells
                if ends_open(c.text) or ends_with_month(c.text) or _SINCE_END.search(fold(c.text[-12:]))
            ),
            None,
        )
        broken = (_broken(here, below) or _with_remark(here, below)) if target is None else None
        if broken is not None:
            rows[index] = broken
            rows[index + 1 : index + 2] = []
            continue
        if target is not None:
            end = next((c for c in below.cells if _is_end(c.text)), None)
            if end is not None and (end.left < target.right + 20 or len(below.cells) == 1):
                rows[index] = _joined(here, target, end)
                rest = [c for c in below.cells if c is not end]
                rows[index + 1 : index + 2] = [replace(below, cells=rest)] if rest else []
        index += 1
    return rows


def _with_ends_beside(rows: list[Row]) -> list[Row]:
    """Rows of a table whose first and last date stand in cells of their own, each pair made one period."""
    pairs = [_ends_beside(row) for row in rows]
    if sum(pair is not None for pair in pairs) < _LEAST_PAIRS:
        return rows
    made = []
    for row, pair in zip(rows, pairs, strict=True):
        if pair is None:
            made.append(row)
            continue
        first, last = pair
        merged = Cell([*first.words, *last.words], f"{first.text} – {last.text}")
        made.append(_kept(row, [merged if c is first else c for c in row.cells if c is not last]))
    return made


def _ends_beside(row: Row) -> tuple[Cell, Cell] | None:
    for first, last in pairwise(row.cells):
        begins = _is_lone(first.text) and not means_now(first.text)
        begins = begins or (is_piece(first.text) and ends_with_month(f"- {first.text}"))
        if begins and _is_lone(last.text):
            return first, last
    return None


def _broken(here: Row, below: Row) -> Row | None:
    """A row whose period went over to the next in the middle of a date ("| September" / "2018 to June 2019")."""
    tail = re.split(r"[|,(•·\t]\s*", here.cells[-1].text)[-1]
    if len(below.cells) > 1 or not tail.strip() or not is_piece(tail) or not is_piece(below.text) or _is_whole(tail):
        return None
    if not _is_whole(f"{tail} {below.text}") or (_is_whole(below.text) and not ends_with_month(f"- {tail}")):
        return None
    return _joined(here, here.cells[-1], below.cells[0])


_REST = re.compile(r"[^()]{1,14}\)")


def _with_remark(here: Row, below: Row) -> Row | None:
    """A row whose date has its remark, or its end, on the next ("2017" / "(actuellement)", "2014 (4" / "mois)")."""
    text, rest = here.cells[-1].text, below.text.strip()
    dates = find_ranges(text)
    if len(below.cells) > 1 or below.bullet or not dates or not dates[-1].single:
        return None
    behind = text[dates[-1].finish :].strip()
    now = not behind and rest[:1] == "(" and rest[-1:] == ")" and means_now(rest)
    closed = behind[:1] == "(" and ")" not in behind and _REST.fullmatch(rest)
    return _joined(here, here.cells[-1], below.cells[0]) if now or closed else None


def _gathered(rows: list[Row]) -> list[Row]:
    """Periods that a narrow column broke over two or three lines ("September" / "2018 – June" / "2019") made whole."""
    rows = list(rows)
    index = 0
    while index + 1 < len(rows):
        here = rows[index]
        for cell in (here.cells[0], here.cells[-1]):
            parts = _pieces_below(rows, index, cell)
            if parts:
                merged = Cell([w for c in parts for w in c.words], " ".join(c.text for c in parts))
                rows[index] = _kept(here, [merged if c is cell else c for c in here.cells])
                for step, part in enumerate(parts[1:], start=1):
                    below = rows[index + step]
                    rest = [c for c in below.cells if c is not part]
                    rows[index + step] = _kept(below, rest or [Cell(part.words, " ")])
                break
        index += 1
    return [r for r in rows if r.text.strip()]


def _pieces_below(rows: list[Row], index: int, cell: Cell) -> list[Cell]:
    """A piece of a period and the pieces under it that make it whole; none when it is whole, or never gets to be."""
    if not is_piece(cell.text) or _is_whole(cell.text):
        return []
    parts = [cell]
    for row in rows[index + 1 : index + 4]:
        below = next((c for c in (row.cells[0], row.cells[-1]) if _over(parts[-1], c) and is_piece(c.text)), None)
        if below is None:
            return []
        parts.append(below)
        text = " ".join(p.text for p in parts)
        if _is_whole(text):
            return parts if not _is_whole(below.text) or not re.search(r"\d{4}", cell.text) else []
    return []


def _over(upper: Cell, lower: Cell) -> bool:
    over = abs(upper.left - lower.left) < _NEAR or abs(upper.right - lower.right) < _NEAR
    over = over or abs(upper.left + upper.right - lower.left - lower.right) < 2 * _NEAR
    return over and -1 < lower.top - upper.bottom < 1.2 * upper.size


def _is_whole(text: str) -> bool:
    date = only_date(text)
    return date is not None and not date.single and not date.open and bool(date.end) and not ends_with_month(text)


def _unstacked(rows: list[Row]) -> list[Row]:
    """Periods written as two dates over each other in a column of dates, each made one cell."""
    pairs: list[tuple[int, Cell, Cell]] = []
    for index, (here, below) in enumerate(pairwise(rows)):
        found = _stack(here, below) if not pairs or pairs[-1][0] < index - 1 else None
        if found is not None:
            pairs.append((index, *found))
    if not _are_stacks(pairs, rows):
        return rows
    taken: set[int] = set()
    rows = list(rows)
    for index, upper, lower in pairs:
        if index in taken:
            continue
        taken.add(index + 1)
        first, second = (upper, lower) if _key(upper.text) <= _key(lower.text) else (lower, upper)
        merged = Cell([*upper.words, *lower.words], f"{first.text} – {second.text}")
        here, below = rows[index], rows[index + 1]
        rows[index] = _kept(here, [merged if c is upper else c for c in here.cells])
        rest = [c for c in below.cells if c is not lower]
        rows[index + 1] = _kept(below, rest) if rest else _kept(below, [Cell(lower.words, " ")])
    return [r for r in rows if r.text.strip()]


def _stack(here: Row, below: Row) -> tuple[Cell, Cell] | None:
    """The dates that stand over each other at the left or right edge of two rows."""
    for upper in (here.cells[0], here.cells[-1]):
        if not _is_lone(upper.text):
            continue
        for lower in (below.cells[0], below.cells[-1]):
            if _over(upper, lower) and _is_lone(lower.text):
                return upper, lower
    return None


def _are_stacks(pairs: list[tuple[int, Cell, Cell]], rows: list[Row]) -> bool:
    """Whether pairs of dates are periods rather than a list with one date a row."""
    lone = sum(any(_is_lone(c.text) for c in row.cells) for row in rows)
    apart = all(b[0] - a[0] >= 2 for a, b in pairwise(pairs))
    ordered = {_key(a.text) <= _key(b.text) for _, a, b in pairs}
    rising = ordered == {True} or any(means_now(c.text) for _, a, b in pairs for c in (a, b))
    # The end over the start, as on a time line read upwards; lists with a date a row fall too, without text between.
    spaced = len(pairs) > 1 and lone <= 2 * len(pairs) and all(b[0] - a[0] >= 4 for a, b in pairwise(pairs))
    # One date more than pairs is a post that began; beside a single pair it makes three rows with a date each.
    return bool(pairs) and apart and (rising or spaced) and len(pairs) * 2 >= lone - (len(pairs) > 1)


def _is_lone(text: str) -> bool:
    if len(text) > 30:
        return False
    bare = text.strip(" -–—|•")
    if means_now(bare):
        return True
    date = only_date(bare)
    return date is not None and date.single


def _key(text: str) -> str:
    date = only_date(text.strip(" -–—|•"))
    return date.end or "" if date is not None and date.end != PRESENT else "9999"


def _kept(row: Row, cells: list[Cell]) -> Row:
    """The row with other cells; it stays where it was."""
    made = replace(row, cells=cells)
    made.left, made.right, made.top, made.bottom = row.left, row.right, row.top, row.bottom
    return made


def _with_whole_dates(row: Row) -> Row:
    """The row with a period that fell into two cells ("2014", "– 2018") in one."""
    for a, b in pairwise(row.cells):
        if (
            re.match(r"^[-–—]\s*\S", b.text)
            and starts_with_end(b.text)
            and find_ranges(a.text)
            and re.search(r"\d\s*$", a.text)
        ):
            return _joined(replace(row, cells=[c for c in row.cells if c is not b]), a, b)
    return row


def _is_end(text: str) -> bool:
    text = re.sub(r"\s*\([^)]*\)\s*$", "", text)
    return len(text) <= 40 and starts_with_end(text) and (only_date(text) is not None or means_now(text))


def _joined(row: Row, target: Cell, end: Cell) -> Row:
    merged = Cell([*target.words, *end.words], f"{target.text} {end.text}")
    return _kept(row, [merged if c is target else c for c in row.cells])
