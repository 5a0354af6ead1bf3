"""Periods that went over lines or fell into several cells, put together again."""

import re
from dataclasses import replace
from itertools import pairwise

from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.text import fold
from vivier.resumes.wording.dates import (
    ends_open,
    ends_with_month,
    find_ranges,
    is_piece,
    means_now,
    only_date,
    starts_with_end,
)
from vivier.resumes.wording.moments import MONTH, PRESENT
from vivier.resumes.wording.opinions import degree_score, school_score

_SINCE_END = re.compile(r"(?:^|\s|\()(?:depuis|since|from|de|du|[-–—])\s*$")
_STOPPED = re.compile(r"([^.()]{4,40}?)\)?\.\s+(?=[A-ZÀ-Ý])")
_LIST_END = re.compile(r"\w\s*[,;&+]$")
_NEAR, _SCHOOL = 5.0, 0.8
_NAMES = re.compile(r",\s|\s[–—-]\s")
_UNTIL = ("a", "au", "to", "until", "-", "–")
_LEAST_PAIRS = 2
_CLOSE = 0.7
_YEAR = re.compile(r"(?:19|20)\d\d")
_BARS = frozenset("|│┃¦↓↑–—-")


def join_wrapped_periods(rows: list[Row]) -> list[Row]:
    """Puts the end of a period that went to the next row ("2019 –" / "today") back beside its start."""
    whole = [_with_whole_dates(row) for row in rows]
    rows = _unstacked(_without_bars(_gathered(_with_ends_beside(_around_a_line(whole)))))
    index = 0
    while index + 1 < len(rows):
        here, below = rows[index], rows[index + 1]
        target = next((c for c in here.cells if _wants_more(c.text)), None)
        broken = (_broken(here, below) or _with_remark(here, below)) if target is None else None
        if broken is not None:
            rows[index] = broken
            rows[index + 1 : index + 2] = []
            continue
        if target is not None:
            end = next((c for c in below.cells if _is_end(c.text) and _follows(target.text, c.text)), None)
            if end is None and (later := _end_below(rows, index, target)) is not None:
                rows[index] = _joined(here, target, later.cells[0])
                rows[index + 2 : index + 3] = [replace(later, cells=rest)] if (rest := later.cells[1:]) else []
            if end is None and (cut := _end_of_sentence(target, below)) is not None:
                rows[index], rows[index + 1] = _joined(here, target, cut[0]), kept(below, [cut[1]])
            if end is not None and (end.left < target.right + 20 or len(below.cells) == 1):
                rows[index] = _joined(here, target, end)
                rest = [c for c in below.cells if c is not end]
                rows[index + 1 : index + 2] = [replace(below, cells=rest)] if rest else []
        index += 1
    return rows


def _end_of_sentence(start: Cell, below: Row) -> tuple[Cell, Cell] | None:
    """The end of a period that opens the row below, closed by a stop or a bracket, and what goes on behind it.

    "CBC, Winnipeg. May 2016 to" / "January 2019. The news", "Kantéga (from" / "June 2012 until July 2014). Opera".
    """
    cell = below.cells[0]
    match = _STOPPED.match(cell.text) if len(below.cells) == 1 and not below.bullet else None
    if match is None or only_date(match[1]) is None:
        return None
    closed = match[1] + (")" if start.text.count("(") > start.text.count(")") else "")
    return replace(cell, text=closed), replace(cell, text=cell.text[match.end() :])


def _end_below(rows: list[Row], index: int, start: Cell) -> Row | None:
    """The row with the end of a period right under its start, when a row of the text beside them stands between."""
    between, later = rows[index + 1], rows[index + 2] if index + 2 < len(rows) else None
    if later is None or between.left < start.right or find_ranges(between.text):
        return None
    end = later.cells[0]
    close = _over(start, end) or _slanting(start, end)
    return later if close and _is_end(end.text) and is_whole(f"{start.text} {end.text}") else None


def _around_a_line(rows: list[Row]) -> list[Row]:
    """A period over two lines, set in the middle of the one line it stands beside, put before that line."""
    rows = list(rows)
    for index in range(len(rows) - 2):
        upper, line, lower = rows[index : index + 3]
        start, end = upper.cells[0], lower.cells[0]
        lone = len(upper.cells) == len(lower.cells) == 1 and is_piece(start.text) and is_piece(end.text)
        between = upper.top < line.top < upper.bottom and lower.top < line.bottom < lower.bottom
        broken = _wants_more(start.text) and is_whole(f"{start.text} {end.text}")
        if lone and between and broken and (_over(start, end) or _slanting(start, end)):
            merged = Cell([*start.words, *end.words], f"{start.text} {end.text}")
            first = line.left > upper.left
            rows[index] = kept(line, [merged, *line.cells] if first else [*line.cells, merged])
            rows[index + 1] = kept(line, [Cell(end.words, " ")])
            rows[index + 2] = kept(lower, [Cell(end.words, " ")])
    return [r for r in rows if r.text.strip()]


def _wants_more(text: str) -> bool:
    """Whether a period breaks off: at a dash, a month without its year, or a comma behind which another must follow.

    A dash alone is an empty cell.
    """
    if not any(c.isalnum() for c in text):
        return False
    if _LIST_END.search(text) and only_date(text) is not None:
        return True
    return ends_open(text) or ends_with_month(text) or bool(_SINCE_END.search(fold(text[-12:])))


def _with_ends_beside(rows: list[Row]) -> list[Row]:
    """Rows of a table whose first and last date stand in cells of their own, each pair made one period."""
    pairs = [_ends_beside(row) for row in rows]
    titled = any(first.told == "from" and last.told == "to" for first, last in filter(None, pairs))
    if sum(pair is not None for pair in pairs) < _LEAST_PAIRS and not titled:
        return rows
    made = []
    for row, pair in zip(rows, pairs, strict=True):
        if pair is None:
            made.append(row)
            continue
        first, last = pair
        merged = Cell([*first.words, *last.words], f"{first.text} – {last.text}")
        made.append(kept(row, [merged if c is first else c for c in row.cells if c is not last]))
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
    tail = re.split(r"[|,(•·\t]\s*|\.\s+", here.cells[-1].text)[-1]
    if len(below.cells) > 1 or not tail.strip() or not is_piece(tail) or not is_piece(below.text) or is_whole(tail):
        return None
    if not is_whole(f"{tail} {below.text}") or (is_whole(below.text) and not ends_with_month(f"- {tail}")):
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
                rows[index] = kept(here, [merged if c is cell else c for c in here.cells])
                for step, part in enumerate(parts[1:], start=1):
                    below = rows[index + step]
                    rest = [c for c in below.cells if c is not part]
                    rows[index + step] = kept(below, rest or [Cell(part.words, " ")])
                break
        index += 1
    return [r for r in rows if r.text.strip()]


def _pieces_below(rows: list[Row], index: int, cell: Cell) -> list[Cell]:
    """A piece of a period and the pieces under it that make it whole; none when it is whole, or never gets to be."""
    if not is_piece(cell.text) or is_whole(cell.text):
        return []
    parts = [cell]
    for row in rows[index + 1 : index + 4]:
        below = next((c for c in (row.cells[0], row.cells[-1]) if _over(parts[-1], c) and is_piece(c.text)), None)
        if below is None or (ends_open(cell.text) and not _follows(cell.text, below.text)):
            return []
        parts.append(below)
        text = " ".join(p.text for p in parts)
        if is_whole(text):
            return parts if not is_whole(below.text) or not re.search(r"\d{4}", cell.text) else []
    return []


def _over(upper: Cell, lower: Cell) -> bool:
    """Whether a cell stands right under another, at its edges or its middle."""
    over = abs(upper.left - lower.left) < _NEAR or abs(upper.right - lower.right) < _NEAR
    over = over or abs(upper.left + upper.right - lower.left - lower.right) < 2 * _NEAR
    return over and -1 < lower.top - upper.bottom < 1.2 * upper.size


def is_whole(text: str) -> bool:
    date = only_date(text)
    known = date is not None and (bool(date.end) or date.masked)
    return date is not None and known and not date.single and not date.open and not ends_with_month(text)


def _without_bars(rows: list[Row]) -> list[Row]:
    """Dates over each other with a line drawn between them ("current" / "|" / "2021"), each pair made one period."""
    rows = list(rows)
    for index in range(len(rows) - 2):
        upper, bar, lower = (row.cells[0] for row in rows[index : index + 3])
        drawn = bar.text.strip() in _BARS and _over(upper, bar) and _over(bar, lower)
        if not drawn or not _is_lone(upper.text) or not _is_lone(lower.text):
            continue
        rows[index] = kept(rows[index], [_period(upper, lower), *rows[index].cells[1:]])
        for below in (index + 1, index + 2):
            rows[below] = kept(rows[below], rows[below].cells[1:] or [Cell(bar.words, " ")])
    return [r for r in rows if r.text.strip()]


def _unstacked(rows: list[Row]) -> list[Row]:
    """Periods written as two dates over each other in a column of dates, each made one cell."""
    pairs: list[tuple[int, Cell, Cell]] = []
    for index, (here, below) in enumerate(pairwise(rows)):
        found = _stack(here, below) if not pairs or pairs[-1][0] < index - 1 else None
        if found is not None:
            pairs.append((index, *found))
    if not _are_stacks(pairs, rows):
        pairs = [pair for pair in pairs if _hangs(rows[pair[0]], rows[pair[0] + 1], pair[1], pair[2])]
    taken: set[int] = set()
    rows = list(rows)
    for index, upper, lower in pairs:
        if index in taken:
            continue
        taken.add(index + 1)
        merged = _period(upper, lower)
        here, below = rows[index], rows[index + 1]
        rows[index] = kept(here, [merged if c is upper else c for c in here.cells])
        rest = [c for c in below.cells if c is not lower]
        rows[index + 1] = kept(below, rest) if rest else kept(below, [Cell(lower.words, " ")])
    return [r for r in rows if r.text.strip()]


def _period(upper: Cell, lower: Cell) -> Cell:
    """Two dates over each other as one cell, the earlier one first."""
    first, second = (upper, lower) if _key(upper.text) <= _key(lower.text) else (lower, upper)
    return Cell([*upper.words, *lower.words], f"{first.text.rstrip(' ,;&+')} – {second.text}")


def _stack(here: Row, below: Row) -> tuple[Cell, Cell] | None:
    """The dates that stand over each other at the left or right edge of two rows."""
    for upper in (here.cells[0], here.cells[-1]):
        if not _is_lone(upper.text) or _are_studies(here, below):
            continue
        for lower in (below.cells[0], below.cells[-1]):
            apart = ends_open(upper.text) and ends_open(lower.text)  # two that go on: "2021 –" over "2020 –"
            if not apart and (_over(upper, lower) or _slanting(upper, lower)) and _is_lone(lower.text):
                return upper, lower
    return None


def _are_studies(here: Row, below: Row) -> bool:
    """Whether each of two rows is a study of its own: both name a degree, or one its school and the other two names."""
    named = [any(degree_score(cell.text) >= 1 for cell in row.cells) for row in (here, below)]
    whole = [row for row, degree in zip((here, below), named, strict=True) if degree and _names_school(row)]
    return all(named) or (bool(whole) and "," in (below if whole[0] is here else here).text)


def _names_school(row: Row) -> bool:
    return any(school_score(piece) >= _SCHOOL for cell in row.cells for piece in _NAMES.split(cell.text))


def _slanting(upper: Cell, lower: Cell) -> bool:
    """Whether a cell stands close under another and to its side, as dates along a line of time do."""
    return shared(upper, lower) > 0.25 and -1 < lower.top - upper.bottom < _CLOSE * upper.size


def shared(upper: Cell, lower: Cell) -> float:
    """The share of the narrower of two cells that stands over or under the other; negative where they stand apart."""
    both = min(upper.right, lower.right) - max(upper.left, lower.left)
    return both / max(min(upper.right - upper.left, lower.right - lower.left), 0.01)


def _hangs(here: Row, below: Row, upper: Cell, lower: Cell) -> bool:
    """Whether a later date stands alone close under the date of a row with text: the end of its period."""
    close = 0 < lower.top - upper.bottom < _CLOSE * upper.size and below.gap < 0.2 * here.size
    smaller = max(upper.size, lower.size) < 0.9 * here.size
    return close and smaller and len(here.cells) > 1 and len(below.cells) == 1 and _key(upper.text) < _key(lower.text)


def _are_stacks(pairs: list[tuple[int, Cell, Cell]], rows: list[Row]) -> bool:
    """Whether pairs of dates are periods rather than a list with one date a row."""
    if len(pairs) == 1 and _has_whole_period(rows, pairs[0][1]):
        return False  # "1998" over "2015" below "2012 – 2014": a date a row
    lone = sum(any(_is_lone(c.text) for c in row.cells) for row in rows)
    apart = all(b[0] - a[0] >= 2 for a, b in pairwise(pairs))
    ordered = {_key(a.text) <= _key(b.text) for _, a, b in pairs}
    rising = ordered == {True} or any(means_now(c.text) for _, a, b in pairs for c in (a, b))
    # The end over the start, as on a time line read upwards; lists with a date a row fall too, without text between.
    spaced = len(pairs) > 1 and lone <= 2 * len(pairs) and all(b[0] - a[0] >= 4 for a, b in pairwise(pairs))
    # One date more than pairs is a post that began; beside a single pair it makes three rows with a date each.
    return bool(pairs) and apart and (rising or spaced) and len(pairs) * 2 >= lone - (len(pairs) > 1)


def _has_whole_period(rows: list[Row], lone: Cell) -> bool:
    """Whether a period stands whole, in one row, in the column of a lone date."""
    beside = [row.cells[0] for row in rows if abs(row.cells[0].left - lone.left) < _NEAR]
    return any(not date.single for cell in beside if (date := only_date(cell.text)) is not None)


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


def kept(row: Row, cells: list[Cell]) -> Row:
    """The row with other cells; it stays where it was."""
    made = replace(row, cells=cells)
    made.left, made.right, made.top, made.bottom = row.left, row.right, row.top, row.bottom
    return made


_SINCE_MONTH = re.compile(rf"(?:depuis|since|from)\s{MONTH}\s*")  # in a narrow margin: "depuis janv." / "2021"


def _with_whole_dates(row: Row) -> Row:
    """The row with a period that fell into two cells ("2014", "– 2018") in one."""
    for a, b in pairwise(row.cells):
        if a is row.cells[0] and fold(b.text) in _UNTIL and (date := only_date(a.text)) and date.single:
            row = _joined(replace(row, cells=[c for c in row.cells if c is not b]), a, b)
            break
        if a is row.cells[0] and _SINCE_MONTH.fullmatch(fold(a.text)) and _YEAR.fullmatch(b.text.strip()):
            return _joined(replace(row, cells=[c for c in row.cells if c is not b]), a, b)
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
    date = only_date(text)
    ends = means_now(text) or (date is not None and not (date.start and date.end and not date.single))
    return len(text) <= 40 and ends and starts_with_end(text)


def _follows(start: str, text: str) -> bool:
    """Whether a date may end a period: no earlier one does, nor one that breaks off itself ("2021 –" over "2020 –")."""
    first, last = _YEAR.findall(start), _YEAR.findall(text)
    return not ends_open(text) and not (first and last and last[0] < first[-1])


def _joined(row: Row, target: Cell, end: Cell) -> Row:
    merged = Cell([*target.words, *end.words], f"{target.text} {end.text}")
    return kept(row, [merged if c is target else c for c in row.cells])
