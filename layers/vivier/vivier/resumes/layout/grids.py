"""Entries as rows of a table, each cell of several lines: read entry by entry, cell by cell, descriptions last."""

from dataclasses import dataclass
from itertools import pairwise

from vivier.resumes.layout.filed import entry_rows, row_by_row
from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Cell, Row, follow, rows_of, strip_bullet
from vivier.resumes.layout.table_cells import Column, entry_of, is_period, middle_of
from vivier.resumes.wording.dates import find_ranges, is_piece, only_date
from vivier.resumes.wording.labels import is_label
from vivier.resumes.wording.opinions import employer_score, name_like, title_score
from vivier.resumes.wording.tasks import task_score

_LONG = 26
_NEAR = 3.0
_LEVEL = 4.0
_GUTTER = 5.0
_MOST_COLUMNS = 6
_WIDE = 0.62
_PAIR = 2


@dataclass(slots=True)
class _Period:
    """A period in a column: its first and last line."""

    first: Cell
    last: Cell


def rows_in_cells(cells: list[Cell]) -> list[Row]:
    """The rows of a column, its table entries taken apart where cells of several lines stand beside each other."""
    parts = _parts(cells)
    tables = [_table(part) for part in parts]
    if not any(tables):
        return rows_of(cells)
    rows: list[Row] = []
    for part, table in zip(parts, tables, strict=True):
        rows += table or (rows_of(part) if part else [])
    follow(rows)
    return rows


def table_spans(cells: list[Cell]) -> list[tuple[float, float]]:
    """From where to where tables of entries stand among cells that share a width."""
    spans = []
    for part in _parts(cells):
        if _table(part):
            body = [c for c in part if heading_kind(c.text) is None]
            spans.append((min(c.top for c in body), max(c.bottom for c in body)))
    return spans


def _parts(cells: list[Cell]) -> list[list[Cell]]:
    """The cells from one heading to the next."""
    heads = sorted(c.top for c in cells if len(c.text) <= 60 and heading_kind(c.text) is not None)
    parts: list[list[Cell]] = [[] for _ in range(len(heads) + 1)]
    for cell in cells:
        middle = (cell.top + cell.bottom) / 2
        parts[sum(top - 1 <= middle for top in heads)].append(cell)
    return parts


def _table(cells: list[Cell]) -> list[Row]:
    """The rows of a table of entries in the order to read them; nothing when there is no such table."""
    heading = [c for c in cells if len(c.text) <= 60 and heading_kind(c.text) is not None]
    body = [c for c in cells if not any(c is h for h in heading)]
    filed = [row for row in entry_rows(body) if len({round(c.left) for c in row}) > _PAIR]
    if filed and not any("@" in c.text for c in body) and (len(filed) > 1 or _is_deep(filed[0], body)):
        return row_by_row(heading, body, filed)
    if len(body) < 6:
        return []
    wide, columns = _columns(body)
    if any("@" in c.text for c in body):
        return []
    forms = any(sum(is_label(c.text) for c in column.cells) * 3 >= len(column.cells) for column in columns)
    if not 2 <= len(columns) <= _MOST_COLUMNS or forms:
        return []
    dated = max(columns, key=lambda column: len(_periods(column.cells)))
    if _are_cards(dated, columns):
        return []
    for level, tops in ((True, _tops(dated, columns)), (False, _middle_tops(dated, columns))):
        if len(tops) < 2 or _is_told_across(wide, tops):
            continue
        for column in columns:
            column.tells = column is not dated and _tells(column, tops)
        alone = sum(_is_begun(c.text) or only_date(c.text) is not None for c in dated.cells)
        named = len(dated.cells) - alone >= len(tops)
        whole = len(columns) > 2 or (named and (any(c.tells for c in columns) or _names_rest(dated, columns, tops)))
        if whole and _is_stacked(columns, tops, level):
            return _laid(heading, body, columns, wide, tops)
    return []


def _laid(
    heading: list[Cell], body: list[Cell], columns: list[Column], wide: list[Cell], tops: list[float]
) -> list[Row]:
    """The rows of a table entry by entry, what stands over the first one before them."""
    above = [*heading, *(c for c in body if middle_of(c) < tops[0])]
    rows = rows_of(above) if above else []
    for top, below in pairwise([*tops, 1e9]):
        rows += entry_of(columns, wide, top, below)
    return rows


def _is_deep(row: list[Cell], body: list[Cell]) -> bool:
    """Whether all that stands under a heading is one row of a table, one of whose cells has several lines."""
    return len(row) == len(body) > len({round(c.left) for c in row})


def _is_told_across(wide: list[Cell], tops: list[float]) -> bool:
    """Whether what tells of each entry runs across all columns under it: rows of cells, not cells of rows."""
    told = sum(any(top < c.top < below for c in wide) for top, below in pairwise([*tops, 1e9]))
    return len(tops) > 2 and told == len(tops)


def _are_cards(dated: Column, columns: list[Column]) -> bool:
    """Whether periods stand level in two columns: entries beside each other, not cells of one."""
    mine = [p.first.top for p in _periods(dated.cells) if _is_whole(p)]
    for column in columns:
        others = [p.first.top for p in _periods(column.cells) if column is not dated and _is_whole(p)]
        if others and sum(any(abs(a - b) < _NEAR for b in others) for a in mine) * 2 >= len(others):
            return True
    return False


def _is_whole(period: _Period) -> bool:
    return period.first is not period.last or is_period(period.first.text)


def _columns(cells: list[Cell]) -> tuple[list[Cell], list[Column]]:
    """Cells across the table, and the columns between the gutters that no other cell crosses."""
    left, right = min(c.left for c in cells), max(c.right for c in cells)
    wide = [c for c in cells if c.left < left + _NEAR and c.right - c.left > _WIDE * (right - left)]
    columns: list[Column] = []
    for cell in sorted((c for c in cells if not any(c is w for w in wide)), key=lambda c: c.left):
        if columns and cell.left < columns[-1].right + _GUTTER:
            columns[-1].cells.append(cell)
            columns[-1].right = max(columns[-1].right, cell.right)
        else:
            columns.append(Column(cell.left, cell.right, right, [cell]))
    for column, after in pairwise(columns):
        column.limit = after.left - _NEAR
    for column in columns:
        column.cells.sort(key=lambda c: c.top)
    return wide, columns


def _periods(cells: list[Cell]) -> list[_Period]:
    """The periods that stand alone on lines of a column, made whole where they went over two or three."""
    found: list[_Period] = []
    index = 0
    while index < len(cells):
        text, last = cells[index].text, index
        while _is_begun(text) and last + 1 < len(cells) and last - index < 3:
            below = cells[last + 1]
            dates = below.text.partition(" (")[0]  # how long it was may go on behind
            if below.top - cells[last].bottom > below.size or not (is_piece(dates) or below.text[-1:] in ")]"):
                break
            text, last = f"{text} {below.text}", last + 1
        if is_period(text) or (last == index and len(text) <= 30 and only_date(text) is not None):
            found.append(_Period(cells[index], cells[last]))
            index = last
        index += 1
    return found


def _is_begun(text: str) -> bool:
    """Whether a line is the beginning of a period that goes on below, or of how long it was."""
    if len(text) <= 50 and text.count("(") > text.count(")") and find_ranges(text):
        return only_date(text[: text.rindex("(")]) is not None
    return is_piece(text) and not is_period(text)


def _tops(dated: Column, columns: list[Column]) -> list[float]:
    """Where each entry begins: at its period, or at the lines of the same cell that stand over it."""
    periods = _periods(dated.cells)
    if len(periods) < 2:
        return []
    opening = next(i for i, c in enumerate(dated.cells) if c is periods[0].first)
    lines = [c for i, c in enumerate(dated.cells) if i >= opening or not is_label(c.text)]
    first = next(i for i, c in enumerate(lines) if c is periods[0].first)
    above = sum(
        any(abs(c.top - o.top) < _NEAR for col in columns if col is not dated for o in col.cells) or i > 0
        for i, c in enumerate(lines[:first])
    )
    if above > 3:
        return []
    tops: list[float] = []
    before = 0
    closes = bool(above) and lines[-1] is periods[-1].last
    for period in periods:
        at = next(i for i, c in enumerate(lines) if c is period.first)
        start = max(before, at - above)
        gaps = [(lines[i].top - lines[i - 1].bottom, i) for i in range(max(before, at - 3), at + 1) if i > before]
        if closes:
            start = before
        elif above and len(gaps) > 1:
            gaps.sort()
            if gaps[-1][0] > 1.5 * max(gaps[-2][0], 1.0):
                start = gaps[-1][1]
        tops.append(lines[start].top)
        before = next(i for i, c in enumerate(lines) if c is period.last) + 1
    return tops


def _middle_tops(dated: Column, columns: list[Column]) -> list[float]:
    """Where each entry begins when cells stand in the middle of their rows: at the widest white between periods."""
    middles = [(p.first.top + p.last.bottom) / 2 for p in _periods(dated.cells)]
    cells = [c for column in columns for c in column.cells]
    tops: list[float] = []
    for before, middle in pairwise([min(c.top for c in cells) - 30, *middles]):
        near = sorted((c for c in cells if before < middle_of(c) <= middle), key=lambda c: c.top)
        edge, best = before, (0.0, near[0].top if near and before < min(c.top for c in cells) else middle)
        for cell in near if tops else ():
            best = max(best, (cell.top - edge, cell.top))
            edge = max(edge, cell.bottom)
        tops.append(best[1])
    centred = sum(
        abs((min(c.top for c in inside) + max(c.bottom for c in inside)) / 2 - middle) < _LEVEL
        for middle, (top, below) in zip(middles, pairwise([*tops, 1e9]), strict=True)
        for column in columns
        if (inside := [c for c in column.cells if top <= middle_of(c) < below])
    )
    return tops if centred >= 0.8 * len(columns) * len(tops) else []


def _tells(column: Column, tops: list[float]) -> bool:
    """Whether a column holds lists and sentences only, from the first line of each entry."""
    firsts: list[Cell] = []
    for top, below in pairwise([*tops, 1e9]):
        inside = [c for c in column.cells if top <= middle_of(c) < below]
        firsts += inside[:1]
    if len(firsts) * 2 < len(tops):
        return False
    return sum(_is_telling(c.text) for c in firsts) * 2 > len(firsts)


def _names_rest(dated: Column, columns: list[Column], tops: list[float]) -> bool:
    """Whether the column beside the periods opens each entry with what theirs lacks: posts, or employers."""
    mine: list[str] = []
    firsts: list[str] = []
    for top, below in pairwise([*tops, 1e9]):
        for column in columns:
            told = [c for c in column.cells if top <= middle_of(c) < below]
            if column is dated and any(b.top < a.bottom - 0.5 * a.size for a, b in pairwise(told)):
                return False  # names stand beside the periods in it
            if column is dated:
                mine += [c.text for c in told if any(map(str.isalpha, c.text)) and not find_ranges(c.text)][:1]
            else:
                firsts += [c.text for c in told][:1]
    if min(len(mine), len(firsts)) * 5 < len(tops) * 4:
        return False
    posts, named = [title_score(t) >= 0.6 for t in firsts], [title_score(t) >= 0.6 for t in mine]
    here, there = sum(named) / len(named), sum(posts) / len(posts)
    return (there >= 0.6 and here <= 0.25) or (here >= 0.5 and there <= 0.25 and all(map(_is_name, firsts)))


def _is_name(text: str) -> bool:
    return name_like(text) >= 0.6 and task_score(text) < 0.5 and strip_bullet(text) == text.strip()


def _is_telling(text: str) -> bool:
    bare = strip_bullet(text)
    if bare != text.strip():
        return True
    named = max(title_score(bare), employer_score(bare))
    return (task_score(bare) >= 0.5 and named < 0.9) or (len(bare) >= _LONG and named < 0.6 and name_like(bare) < 0.8)


def _is_stacked(columns: list[Column], tops: list[float], flush: bool) -> bool:
    """Whether entries begin level and have cells of several lines; rows of single lines are read as rows."""
    deep = level = 0
    if flush and not all(column.tells or _begins_level(column, tops) for column in columns):
        return False
    for top, below in pairwise([*tops, 1e9]):
        level += sum(any(abs(c.top - top) < _LEVEL for c in column.cells) for column in columns) > 1
        heights = [sum(top <= middle_of(c) < below for c in column.cells) for column in columns]
        deep += sum(h > 1 for h in heights) >= 1
    return (level >= 0.7 * len(tops) or not flush) and (deep * 2 >= len(tops) or (deep >= 1 and len(columns) > 2))


def _begins_level(column: Column, tops: list[float]) -> bool:
    """Whether most cells of a column begin where their entries do."""
    firsts = [
        (inside[0].top, top)
        for top, below in pairwise([*tops, 1e9])
        if (inside := [c for c in column.cells if top <= middle_of(c) < below])
    ]
    return sum(abs(first - top) < _LEVEL for first, top in firsts) * 5 >= 3 * len(firsts)
