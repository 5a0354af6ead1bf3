"""Rows of skills as texts: which only name a group, which go on in the next, where chips are parted by white."""

import re
from itertools import pairwise

from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Cell, Row, strip_bullet, wraps
from vivier.resumes.text import fold
from vivier.resumes.wording.levels import ONLY_LEVEL

LABELLED = re.compile(r"^([^:(]{2,45}?(?:\([^()]{1,30}\))?)\s*:\s*(.*)$", re.DOTALL)
_KEYWORDS = re.compile(r"(?:key ?words|mots[- ]cles)\s?:")
_FEW, _SHORT = 3, 4
_EDGE = 3.0


def label_cells(rows: list[Row]) -> set[int]:
    """First cells that name a group beside its list, as a table's first column does."""
    labels: set[int] = set()
    tabled = [r for r in rows if len(r.cells) == 2 and not r.bullet]
    for row in tabled:
        name, value = row.cells
        short = len(name.text.split()) <= 4 and "," not in name.text and len(name.text) <= 40
        stands = sum(abs(o.cells[1].left - value.left) < 3 for o in tabled) >= 2
        if short and ("," in value.text or ";" in value.text) and (stands or (name.bold and not value.bold)):
            labels.add(id(name))
        elif short and heading_kind(name.text) == "skills" and (name.bold or any(_at(r, value.left) for r in rows)):
            labels.add(id(name))  # "Savoir-faire" beside its list, a row each
    # With lists beside some names, the other names of that column are names too.
    lefts = [r.cells[1].left for r in tabled if id(r.cells[0]) in labels]
    labels |= {id(r.cells[0]) for r in tabled if lefts and any(abs(r.cells[1].left - x) < 3 for x in lefts)}
    return labels


def _at(row: Row, left: float) -> bool:
    return len(row.cells) == 1 and abs(row.left - left) < _EDGE


def _hanging(rows: list[Row]) -> dict[int, int]:
    """How many words of a cell are a label at the right edge of its column, before level lists."""
    starts: dict[int, list[tuple[Cell, int]]] = {}
    for row in rows:
        for cell in row.cells if not row.bullet else []:
            words = cell.words
            for at in range(1, min(4, len(words))):
                if words[at].left - words[at - 1].right > 0.4 * row.size:
                    starts.setdefault(round(words[at].left / 2), []).append((cell, at))
    hanging: dict[int, int] = {}
    for found_ in sorted(starts.values(), key=len, reverse=True):
        lefts = [cell.left for cell, _ in found_]
        labels = [" ".join(w.text for w in cell.words[:at]) for cell, at in found_]
        lists = all("," in " ".join(w.text for w in cell.words[at:]) for cell, at in found_)
        ragged = max(lefts) - min(lefts) > 6 and not any("," in label for label in labels)
        if ragged and (len(found_) >= 3 or (len(found_) == 2 and lists)):
            hanging |= {id(cell): at for cell, at in found_ if id(cell) not in hanging}
    return hanging


def _bold_leads(rows: list[Row]) -> dict[int, int]:
    """How many bold words of rows name the group that is listed behind them ("**Terrain** Prise de son / Photo")."""
    leads: dict[int, int] = {}
    for row in rows:
        words = row.cells[0].words
        bold = next((at for at, word in enumerate(words) if not word.bold), 0)
        behind = " ".join(word.text for word in words[bold:])
        several = len(row.cells) > 1 or re.search(r"[,;|•·/]", behind)
        if 0 < bold <= _FEW and behind and several and not re.search(r"[,;:|•·/–-]$", words[bold - 1].text):
            leads[id(row.cells[0])] = bold
    return leads if len(leads) > 1 else {}


def _text_of(row: Row, labels: set[int], leads: dict[int, int]) -> str:
    """The row's list, its labels left out; chips set apart by wider gaps only are parted by tabs."""
    texts = [
        " ".join(w.text for w in c.words[leads[id(c)] :]) if id(c) in leads else _chips(c)
        for c in row.cells
        if id(c) not in labels
    ]
    text = "\t".join(texts)
    return strip_bullet(text) if row.bullet else text


def _chips(cell: Cell) -> str:
    gaps = [b.left - a.right for a, b in pairwise(cell.words)]
    if len(gaps) < 2 or re.search(r"[,;|•·:/«»*]", cell.text) or cell.text != " ".join(w.text for w in cell.words):
        return cell.text
    small = min(gaps)
    em = cell.size
    if max(gaps) < 1.25 * small and small < 0.9 * em:
        return cell.text  # a typewriter's letters: every space is wide
    if max(gaps) < 0.45 * em or (max(gaps) < 1.6 * max(small, 0.1) and small < 0.6 * em):
        return cell.text
    limit = 0.5 * em if small > 0.6 * em else max(0.42 * em, 1.6 * small)
    pieces = [cell.words[0].text]
    for gap, word in zip(gaps, cell.words[1:], strict=True):
        pieces.append(("\t" if gap >= limit else " ") + word.text)
    return "".join(pieces)


def joined_texts(rows: list[Row], labels: set[int]) -> list[tuple[str, Row]]:
    """Rows as texts; one that plainly goes on (a comma at its end, an open bracket) takes the next."""
    joined: list[tuple[str, Row]] = []
    limit = max((r.limit for r in rows), default=0.0)
    hanging = _hanging(rows) or _bold_leads(rows)
    last: Row | None = None
    for row in rows:
        text = _text_of(row, labels, hanging)
        above, last = last, row
        if (
            joined
            and above is not None
            and "," in joined[-1][0]
            and wraps(above, row, limit)
            and abs(row.left - above.cells[-1].left) < 4
            and not LABELLED.match(text)
            and id(row.cells[0]) not in hanging
        ):
            joined[-1] = (joined[-1][0].rstrip() + " " + text, joined[-1][1])
            continue
        if joined and not row.bullet and id(row.cells[0]) not in hanging:
            before, first = joined[-1]
            listed = re.search(r"[,;·•|/]|\s[–—-]\s", before) is not None
            if (
                before.rstrip().endswith((",", "/", ";", "·", "•", "|", " et", " and", "&", " de", " of", " d'", " en"))
                or before.count("(") > before.count(")")
                or (listed and text[:1] == "(")
                or (text[:1].islower() and listed and abs(row.size - first.size) < 1 and not first.text[:1].islower())
                or (listed and above is not None and wraps(above, row, limit) and not LABELLED.match(text))
            ):
                joined[-1] = (before.rstrip() + " " + text, first)
                continue
        joined.append((text, row))
    return [(re.sub(r"(?<=[a-z])- (?=[a-z])", "", text), row) for text, row in joined]


def group_titles(rows: list[Row]) -> set[int]:
    """Rows that only name a group ("En cuisine") above its bullets or lists."""
    titles = _alternate(rows)
    for at, (row, below) in enumerate(pairwise(rows)):
        after = rows[at + 2] if at + 2 < len(rows) else None
        alone = not re.search(r"[,;·•|]", row.text) and not row.bullet
        if not alone or (len(row.cells) > 1 and not _heads_columns(row, below)):
            continue
        if ONLY_LEVEL.fullmatch(fold(below.text)) and not (after is not None and _KEYWORDS.match(fold(after.text))):
            continue  # "Photoshop" over "80 %"
        if (
            below.bullet
            or (row.bold and not below.bold)
            or (row.size > below.size * 1.08)
            or row.text.rstrip().endswith(":")
        ):
            others = [r for r in rows if r.bold == row.bold and r.bullet == row.bullet]
            if below.bullet or len(others) < len(rows):
                titles.add(id(row))
    return titles


def _alternate(rows: list[Row]) -> set[int]:
    """Short rows each over a row that lists with commas, two of them at least: "Design tools" / "AutoCAD, Rhino"."""
    names, lists = rows[0::2], rows[1::2]
    plain = all(len(row.cells) == 1 and not row.bullet for row in rows)
    short = all(len(row.text.split()) <= _SHORT and not re.search(r"[,;:|•·/(]", row.text) for row in names)
    listed = all("," in row.text for row in lists)
    return {id(row) for row in names} if len(names) == len(lists) > 1 and plain and short and listed else set()


def _heads_columns(row: Row, below: Row) -> bool:
    """Whether each cell of a row is set over a column of skills as its name."""
    over = all(cell.bold and len(cell.text.split()) <= _FEW for cell in row.cells)
    return over and len(below.cells) >= len(row.cells) - 1 and not any(cell.bold for cell in below.cells)
