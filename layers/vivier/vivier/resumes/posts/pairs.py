"""Forms with several labels to a row, each with its text beside it: "Employer | Transvia | Sector | Haulage"."""

from collections.abc import Iterable
from dataclasses import replace

from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.wording.labels import is_label, label_kind

_EDGE = 4.0  # points
_LEAST_CELLS, _LEAST_ROWS = 3, 2
_ENDS = frozenset({"from", "to"})


def with_pairs_apart(rows: list[Row], study: bool) -> list[Row]:
    """The rows of such a form with a row for each label that says something of an entry; other rows as they are."""
    paired = [row for row in rows if _is_paired(row, study)]
    ends = any({label_kind(c.text, study) for c in row.cells} >= _ENDS for row in paired)
    if len(paired) < _LEAST_ROWS and not ends:
        return rows
    first = [row.cells[0].left for row in paired]
    edges = [c.left for row in paired for c in row.cells[2:] if label_kind(c.text, study) is not None]
    return [one for row in rows for one in (_apart(row, edges, study) if _stands(row.cells[0], first) else [row])]


def _stands(cell: Cell, edges: Iterable[float]) -> bool:
    return any(abs(cell.left - edge) < _EDGE for edge in edges)


def _is_paired(row: Row, study: bool) -> bool:
    """Whether a row opens with a label and has another behind the text of the first; a table's titles have no text."""
    if len(row.cells) < _LEAST_CELLS or row.bullet or label_kind(row.cells[0].text, study) is None:
        return False
    known = [n for n, c in enumerate(row.cells) if label_kind(c.text, study) is not None]
    return any(n > 1 and n - 1 not in known for n in known) and not all(is_label(c.text) for c in row.cells)


def _apart(row: Row, edges: Iterable[float], study: bool) -> Iterable[Row]:
    """A row for each label with its text; none for a label that says nothing of ours, or the same as one before it."""
    opens = [n for n, c in enumerate(row.cells) if n == 0 or (n > 1 and _stands(c, edges))]
    if len(row.cells) < _LEAST_CELLS or len(opens) < _LEAST_ROWS or all(is_label(c.text) for c in row.cells):
        return [row]
    told: dict[str, Row] = {}
    for begin, end in zip(opens, [*opens[1:], len(row.cells)], strict=True):
        label, *texts = row.cells[begin:end]
        kind = label_kind(label.text, study)
        if kind is not None and kind not in told and texts:
            text = " ".join(c.text for c in texts)
            cell = Cell([w for c in (label, *texts) for w in c.words], f"{label.text.strip(' :')}: {text}")
            told[kind] = replace(row, cells=[cell])
    return list(told.values())
