"""Tables whose first row titles their columns: what each cell below is, and what an empty one has from above."""

import re
from dataclasses import replace

from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.posts.tables import is_full
from vivier.resumes.text import fold
from vivier.resumes.wording.dates import find_ranges, means_now
from vivier.resumes.wording.labels import is_label, label_kind

_UNDER = 4.0
_TWO, _FEW = 2, 3
_SAME, _DATED = frozenset({"what", "where"}), frozenset({"when", "from"})
_AWAY = re.compile(
    r"\b(?:career break|leave|sabbatical|unemployed|conge|chomage|cesure|sans emploi|recherche d'emploi)\b"
)
_POSTS = re.compile(r"fonctions?(?: (?:exercees?|occupees?))?")  # in a list of labels they may be tasks
# How tables of studies say that one goes on; and who awards what is studied elsewhere.
_GOES_ON = re.compile(r"pursuing|appearing|appeared|perusing|ongoing|continuing|final year")
_AWARDS = re.compile(r"\b(?:board|university)\b")


def with_titled_cells(rows: list[Row], study: bool) -> list[Row]:
    """The rows without a table's titles ("Employer | Position | Dates"), which say what the cells below them are."""
    kept: list[Row] = []
    titles: list[tuple[float, str]] = []
    for row in rows:
        if len(row.cells) > 1 and (all(is_label(c.text) for c in row.cells) or _are_titles(row, rows, study)):
            titles = _titles(row, study)
            continue
        for cell in row.cells if titles else ():
            cell.told = next((kind for left, kind in titles if abs(left - cell.left) < _UNDER), "")
            if cell.told == "when" and _GOES_ON.fullmatch(fold(cell.text).strip(" .")):
                cell.text = "Present"
        if kept and _goes_on_below(kept[-1], row):
            kept[-1:] = _with_lines(kept[-1], row)
        else:
            kept.append(_as_above(row, kept, titles) if titles else row)
    return kept


def _as_above(row: Row, above: list[Row], titles: list[tuple[float, str]]) -> Row:
    """A row of a table with what a cell that reaches down to it, or one left empty, says: the same as above.

    What stands alone in a row, without a date, tells of the entry above.
    """
    told = {cell.told for cell in row.cells}
    if not told & _DATED:
        if len(row.cells) == 1:
            row.cells[0].told = ""
        return row
    lacking = {kind for _, kind in titles} & _SAME - told if told & _SAME else set()
    last = next((r for r in reversed(above) if {c.told for c in r.cells} & _DATED), None)
    found = [cell for cell in last.cells if cell.told in lacking] if last is not None else []
    if not found or len(row.cells) + len(found) > len(titles) or _AWAY.search(fold(row.text)):
        return row
    made = replace(row, cells=sorted([*row.cells, *found], key=lambda c: c.left))
    made.left, made.right, made.top, made.bottom = row.left, row.right, row.top, row.bottom
    return made


def _are_titles(row: Row, rows: list[Row], study: bool) -> bool:
    """Whether a table's first row says of most cells what stands below ("Vessel | Type | Company | Rank | From")."""
    kinds = [label_kind(c.text, study) for c in row.cells]
    roles = {"what", "where"} & set(kinds)
    short = all(
        (kind is not None or len(c.text.split()) <= _FEW) and not c.text[:1].islower()
        for c, kind in zip(row.cells, kinds, strict=True)
    )
    below = [len(other.cells) for other in rows[1:] if len(other.cells) > 1]
    same = len(row.cells) in below[:_TWO] and max(below) <= len(row.cells)
    return (
        row is rows[0]
        and bool(roles)
        and short
        and same
        and not find_ranges(row.text)
        and len(kinds) > _TWO
        and (sum(kind is not None for kind in kinds) * _TWO >= len(kinds))
    )


def _titles(row: Row, study: bool) -> list[tuple[float, str]]:
    """Where the cells of a table's titles begin, and what each says; of two schools, the board is none."""
    titles = [(c.left, _title(c.text, study), fold(c.text)) for c in row.cells]
    if not study and not {kind for _, kind, _ in titles} >= _SAME:
        # What nothing knows may be the post or the employer: "When", "Where", "As".
        titles = [(left, kind if label_kind(text, study) else "", text) for left, kind, text in titles]
    schools = [text for _, kind, text in titles if study and kind == "where"]
    boards = [text for text in schools if _AWARDS.search(text)] if len(schools) > 1 else []
    return [(left, "does" if text in boards and len(boards) < len(schools) else kind) for left, kind, text in titles]


def _title(text: str, study: bool) -> str:
    """What a column's title says; nothing where it names two things ("Fonction et structure").

    Tasks and an address beside them only tell more of it: "Poste et missions", "Employer and address".
    """
    if _POSTS.fullmatch(fold(text)):
        return "what" if not study else "does"
    sides = {label_kind(side, study) for side in re.split(r"\s(?:et|and|&)\s|\s?/\s?", fold(text))} - {None}
    named = sorted(side for side in sides if side in _SAME)
    told = label_kind(text, study) or ("" if study else "does")
    return "".join(named[:1]) or told if len(named or sides) <= 1 else ""


def _goes_on_below(above: Row, row: Row) -> bool:
    """Whether a row of a table with titles is the next line of the one above: it stands under it and has no date."""
    told = {cell.told for cell in above.cells}
    near = row.page == above.page and row.top - above.bottom < 0.8 * row.size and not row.bullet
    dated = "when" in told and bool(find_ranges(above.text) or means_now(above.text))
    return near and dated and len(told) > 2 and all(c.told and c.told in told - {"when"} for c in row.cells)


def _with_lines(above: Row, row: Row) -> list[Row]:
    """The row of a table with the next lines of its cells, and what only stands under one, told of the post."""
    below = {round(cell.left): cell for cell in row.cells}
    cells, taken = [], set[int]()
    for cell in above.cells:
        more = next((c for left, c in below.items() if abs(left - cell.left) < _UNDER), None)
        if more is None or not _is_next_line(above, cell, more):
            cells.append(cell)
            continue
        taken.add(id(more))
        cells.append(Cell([*cell.words, *more.words], f"{cell.text} {more.text}", cell.told))
    made = replace(above, cells=cells)
    made.left, made.right, made.top, made.bottom = above.left, above.right, above.top, row.bottom
    rest = [cell for cell in row.cells if id(cell) not in taken]
    return [made, replace(row, cells=rest)] if rest else [made]


def _is_next_line(row: Row, upper: Cell, lower: Cell) -> bool:
    """Whether a cell's next line goes on with it: begun small, behind a joint, or too long to have stood beside it."""
    if lower.text[:1].islower() or upper.text.rstrip().endswith((",", "&", "/", "-")):
        return True
    return is_full(row, upper, lower, row.limit)
