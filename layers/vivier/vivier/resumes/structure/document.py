"""A CV between its words and its profile: rows in reading order, sections, and the masks of the law on both."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from vivier.law.prohibited import ProhibitedKind
from vivier.law.recognition import Hit, find, mask
from vivier.resumes.layout.lines import GAP, Row
from vivier.resumes.layout.words import Word, union_box
from vivier.resumes.model import Box, PageLink
from vivier.resumes.structure.looks import HEADER
from vivier.resumes.structure.section import Section
from vivier.resumes.wording.dates import find_ranges, means_now, only_date

_ENDS = 2  # of a period
_WORK = frozenset({"experience", "education", "skills", "projects", "certifications"})


@dataclass(slots=True)
class DroppedSpan:
    """A prohibited span: its kind, the row it begins in, the boxes of its words."""

    kind: ProhibitedKind
    row: Row
    boxes: list[Box]


@dataclass(slots=True)
class Document:
    """`language` and `country` are what the document speaks for; masks have been applied to every row."""

    rows: list[Row]
    sections: list[Section]
    links: list[PageLink] = field(default_factory=list)
    dropped: list[DroppedSpan] = field(default_factory=list)
    language: str = "fr"
    country: str | None = None

    def of(self, *kinds: str) -> list[Section]:
        """The sections of these kinds, in reading order."""
        return [s for s in self.sections if s.kind in kinds]

    def rows_of(self, *kinds: str) -> list[Row]:
        return [row for section in self.of(*kinds) for row in section.rows]

    @property
    def margin_rows(self) -> list[Row]:
        """Rows at the very top or bottom of a page, where page headers and footers stand."""
        return [r for r in self.rows if any(b.top < 0.06 or b.top + b.height > 0.94 for b in union_box(r.words[:1]))]

    @property
    def contact_rows(self) -> list[Row]:
        """Where a person's own details stand: above all sections, under a contact heading, and in unknown ones."""
        return [row for section in self.sections if _is_contact(section) for row in section.rows]


_MAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+\.\w")
_MOST_CONTACT_ROWS = 10


def _is_contact(section: Section) -> bool:
    """Whether a section is the person's details: by its kind, or because a mail address stands in a few short rows."""
    if section.kind in (HEADER, "contact", "links"):
        return True
    if section.kind not in ("summary", "unknown") or len(section.rows) > _MOST_CONTACT_ROWS:
        return False
    short = all(len(row.text) <= 60 for row in section.rows)
    return short and any(_MAIL.search(row.text) for row in section.rows)


def apply_law(sections: list[Section]) -> list[DroppedSpan]:
    """Masks what is prohibited in every row, in place, and says what and where it was.

    Rows of a section are read as one text, so that a fact that goes over two lines is found.
    """
    dropped: list[DroppedSpan] = []
    for section in sections:
        rows = [section.heading] if section.heading is not None and section.heading not in section.rows else []
        rows += section.rows
        if rows:
            dropped.extend(_mask_rows(rows, section.kind not in _WORK))
    return dropped


def _mask_rows(rows: list[Row], personal: bool) -> list[DroppedSpan]:
    texts = [GAP.join(c.text for c in row.cells) for row in rows]
    text = "\n".join(texts)
    starts = [0]
    for row_text in texts:
        starts.append(starts[-1] + len(row_text) + 1)
    hits = []
    for hit in find(text, personal):
        at = bisect_right(starts, hit.start) - 1
        if hit.kind is not ProhibitedKind.BIRTH_DATE or not _of_period(rows[at], text[hit.start : hit.end]):
            hits.append(hit)
    if not hits:
        return []
    dropped = []
    for hit in hits:
        first = bisect_right(starts, hit.start) - 1
        last = bisect_right(starts, max(hit.start, hit.end - 1)) - 1
        words = [w for i in range(first, last + 1) for w in _words_in(rows[i], hit, starts[i])]
        dropped.append(DroppedSpan(hit.kind, rows[first], union_box(words)))
    masked = mask(text, hits)
    touched = {
        i
        for hit in hits
        for i in range(bisect_right(starts, hit.start) - 1, bisect_right(starts, max(hit.start, hit.end - 1)))
    }
    for index in touched:
        _set_texts(rows[index], masked[starts[index] : starts[index] + len(texts[index])])
    return dropped


def _of_period(row: Row, said: str) -> bool:
    """Whether a date without a word is one end of a period: before the other one, or beside it in a table's row.

    Forms and civil servants write the day, too: "01/06/2019 – en poste".
    """
    if only_date(said) is None:
        return False
    if any(said in c.text[r.begin : r.finish] for c in row.cells for r in find_ranges(c.text) if not r.single):
        return True
    ends = [n for n, c in enumerate(row.cells) if only_date(c.text) is not None or means_now(c.text)]
    return len(row.cells) > _ENDS + 1 and len(ends) == _ENDS and ends[1] == ends[0] + 1


def _words_in(row: Row, hit: Hit, offset: int) -> list[Word]:
    """The words of a row that a hit covers, followed by their text."""
    covered: list[Word] = []
    at = offset
    for cell in row.cells:
        position = 0
        for word in cell.words:
            index = cell.text.find(word.text, position)
            if index < 0:
                continue
            position = index + len(word.text)
            if at + index < hit.end and at + position > hit.start:
                covered.append(word)
        at += len(cell.text) + 1
    return covered


def _set_texts(row: Row, text: str) -> None:
    at = 0
    for cell in row.cells:
        cell.text = text[at : at + len(cell.text)]
        at += len(cell.text) + 1
    left, right = row.left, row.right
    row.refresh()
    row.left, row.right = left, right
