"""Headings that stand before their text in one row, without a colon: "SKILLS Boning, Stock control"."""

from itertools import takewhile

from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.structure.contents import speaks_only
from vivier.resumes.structure.section import Section
from vivier.resumes.text import fold

_TALKS = frozenset({"talks", "talk"})  # of whom speaks languages; of a scholar they are lectures
_KINDS = frozenset({"skills", "languages", "interests", "certifications", "education"})
_MOST_WORDS = 4
_LETTERS = 4
_PAIR = 2


def run_in(row: Row, current: str) -> Section | None:
    """The section that the bold or shouted first words of a row open, with the rest of the row in it."""
    if current in ("experience", "projects") or row.bullet:
        return None
    first = row.cells[0]
    words = first.words
    if first.text != " ".join(word.text for word in words):
        return None  # its text is no more that of its words: where the heading ends is not told
    for count in sorted({_bold(first), _shouted(first)} - {0, len(words)}):
        head = " ".join(word.text for word in words[:count])
        kind = heading_kind(head) if count <= _MOST_WORDS else None
        rest = Row([Cell(words[count:]), *row.cells[1:]], row.page, row.column, gap=row.gap, card=row.card)
        opened = Section(kind or "other", Row([Cell(words[:count])], row.page, row.column, gap=row.gap), [rest])
        if talks(opened):
            opened.kind = "languages"
        if opened.kind in _KINDS and opened.kind != current:
            return opened
    return None


def talks(section: Section) -> bool:
    """Whether a heading that may be one of lectures stands over languages: "Talks" over "English, Gaelic (some)"."""
    named = section.heading is not None and fold(section.heading.text).strip(" :") in _TALKS
    return named and bool(section.rows) and all(map(speaks_only, section.rows))


_LABELS = _KINDS | {"other"}
_BESIDE = frozenset({"header", "contact", "other", "unknown"})


def beside_label(row: Row, current: Section) -> Section | None:
    """The section that a form's cell announces, with what stands in the cell beside it: "Languages | Irish, French"."""
    kind = heading_kind(row.cells[0].text) if len(row.cells) == _PAIR and current.kind in _BESIDE else None
    if kind not in _LABELS or kind == current.kind or not row.cells[0].words[0].cells:
        return None
    label, told = (Row([cell], row.page, row.column, gap=row.gap, card=row.card) for cell in row.cells)
    for one in (label, told):
        one.edge, one.limit = row.edge, row.limit
    return Section(kind, label, [told], before=current)


def _bold(cell: Cell) -> int:
    return len(list(takewhile(lambda word: word.bold, cell.words)))


def _shouted(cell: Cell) -> int:
    """How many first words are in capitals, before one that is not."""
    count = len(list(takewhile(lambda word: word.text.isupper() or word.text in "&/", cell.words)))
    rest = "".join(word.text for word in cell.words[count:])
    return count if len("".join(w.text for w in cell.words[:count])) >= _LETTERS and not rest.isupper() else 0
