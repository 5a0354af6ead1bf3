"""Rows → sections, by a French and English lexicon of headings and by how the CV's own headings look."""

import re
from collections import Counter
from typing import NamedTuple

from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Row
from vivier.resumes.layout.margins import beside_margin, with_their_text
from vivier.resumes.structure.by_content import IN_SERVICE, by_content
from vivier.resumes.structure.column_rows import (
    CONTACT,
    beside_name,
    parted_by_headings,
    with_whole_headings,
    without_rules,
)
from vivier.resumes.structure.contents import (
    content_kind,
    dated_rows,
)
from vivier.resumes.structure.looks import HEADER, Looks
from vivier.resumes.structure.own_lists import lists_items
from vivier.resumes.structure.resumed import LISTS, PARTS, is_part_of, label
from vivier.resumes.structure.run_in import beside_label, run_in
from vivier.resumes.structure.section import Section
from vivier.resumes.text import fold
from vivier.resumes.wording.honours import only_honours
from vivier.resumes.wording.opinions import degree_score

RUNNING = "running"
_LEVEL = 4.0
_LABEL = re.compile(r"^\s*([^:\n\t]{3,40}?)\s*[:：]\s*(.*)$", re.DOTALL)
_LABEL_KINDS = frozenset({"skills", "languages", "interests", "links", "certifications"})


class Carried(NamedTuple):
    """A column already read: its edges, its page, the section it ended in, where it began."""

    left: float
    right: float
    page: int
    section: Section
    top: float


def sections_of(columns: list[list[Row]]) -> list[Section]:
    """The sections of a document, whose columns come in reading order."""
    columns = [beside_margin(without_rules(column)) for column in with_their_text(columns)]
    columns = [part for column in columns for part in parted_by_headings(with_whole_headings(column))]
    rows = [row for column in columns for row in column]
    body = body_size(rows)
    looks = Looks(rows, body)
    sections: list[Section] = []
    carried: list[Carried] = []
    for column in columns:
        if not column:
            continue
        first = next((s.heading for s in sections if s.heading is not None), None)
        if sections and sections[0].kind == HEADER and (count := beside_name(column, first)):
            sections[0].rows += column[:count]
            column = column[count:]
        if not column:
            continue
        current = _continued(column, carried, sections)
        for row in column:
            current = _place(row, current, sections, looks)
        left, right = min(r.left for r in column), max(r.right for r in column)
        carried.append(Carried(left, right, column[0].page, current, column[0].top))
    return by_content(_with_their_parts([s for s in sections if s.rows or s.heading]))


def _with_their_parts(sections: list[Section]) -> list[Section]:
    """The sections, with what only headed a part of an entry given back to its list."""
    kept: list[Section] = []
    labels: set[str] = set()
    at = 0
    while at < len(sections):
        count = _parts_of(kept[-1], sections[at:], labels) if kept else 0
        for section in sections[at : at + count]:
            if section.heading is not None:
                labels.add(label(section.heading))
                kept[-1].rows.append(section.heading)
            kept[-1].rows += section.rows
        if not count:
            kept.append(sections[at])
            labels = set()
        at += count or 1
    return kept


def _parts_of(above: Section, sections: list[Section], labels: set[str]) -> int:
    """How many sections are parts of entries of the one above: up to the last one in which its list goes on."""
    if above.kind not in LISTS or above.heading is None:
        return 0
    found = 0
    for count, section in enumerate(sections, 1):
        if section.kind not in PARTS or section.heading is None:
            break
        part = is_part_of(section.heading, section.rows, above.heading, above.rows)
        if part is False:
            break
        if part or (label(section.heading) in labels and count == found + 1):
            found = count
    return found


def rows_in_order(sections: list[Section]) -> list[Row]:
    """All rows of the sections, headings included, each once."""
    rows: list[Row] = []
    for section in sections:
        if section.heading is not None and not any(r is section.heading for r in section.rows[:1]):
            rows.append(section.heading)
        rows += section.rows
    return rows


_CLOSING = re.compile(
    r"(?:references?|recommandations?|recommendations?|portfolio)\s(?:are\s|is\s)?(?:available|furnished|disponibles?|fournies?)?\s?"
    r"(?:(?:up)?on|sur)\s(?:request|demande)"
)


def _place(row: Row, current: Section, sections: list[Section], looks: Looks) -> Section:
    if _CLOSING.fullmatch(fold(row.plain).strip(" .*\"'")):
        sections.append(Section("other", None, [row], before=current))
        return sections[-1]
    title = not current.rows and current.kind == HEADER and len(sections) == 1
    within = row.card > 0 and row.card == (current.rows[-1:] or [current.heading or row])[0].card and bool(current.rows)
    unsaid = within or (title and heading_kind(row.text) == "summary")
    kind = None if unsaid else looks.kind(row, current)
    passed = kind == "other" and current.kind == "education" and bool(current.rows) and only_honours(row.text)
    if passed or (kind == "education" and _of_projects(row, sections)):
        current.rows.append(row)
        return current
    if kind is not None:
        current = Section(kind, row)
        sections.append(current)
        return current
    if _set_like_heading(row, current) and IN_SERVICE.search(fold(row.plain)):
        sections.append(Section("other", row))
        return sections[-1]
    if current.before is not None and (_LABEL.match(row.plain.replace("\t", " ")) or not _hangs(row, current)):
        current = current.before
    entries = current.kind == "other" and bool(dated_rows(current.rows))
    label = _labelled(row, "projects" if entries else current.kind, looks)
    if label is not None:
        section = Section(label, row, [row], before=current if current.kind in (HEADER, "contact", "other") else None)
        sections.append(section)
        return section
    opened = beside_label(row, current) or run_in(row, current.kind)
    if opened is not None:
        sections.append(opened)
        return opened
    current.rows.append(row)
    return current


def _set_like_heading(row: Row, section: Section) -> bool:
    """Whether a row is set as the heading of its section is, larger than the rows there."""
    head = section.heading
    if head is None or not section.rows or head.size < section.rows[0].size + 0.5:
        return False
    return row.bold == head.bold and abs(row.size - head.size) < 0.3 and abs(row.left - head.left) < 3


def _of_projects(row: Row, sections: list[Section]) -> bool:
    """Whether a heading under a larger one of projects says which they are: "Universitaires", "Academic"."""
    above = next((s for s in reversed(sections) if s.heading is not None and s.heading.size > row.size + 0.5), None)
    return above is not None and above.kind == "projects" and bool(_WHICH.fullmatch(fold(row.plain).strip(" .:")))


_WHICH = re.compile(r"(?:universitaire|scolaire|academique|academic)s?")


def _hangs(row: Row, section: Section) -> bool:
    """Whether a row goes on with a labelled list: set in under it, or after a comma."""
    return row.left >= section.rows[0].left + 6 or section.rows[-1].text.rstrip().endswith(",")


def _continued(column: list[Row], carried: list[Carried], sections: list[Section]) -> Section:
    """The section of a column's first rows: that of the column above or before with its width, or a new one."""
    left, right = min(r.left for r in column), max(r.right for r in column)
    page = column[0].page
    for other_left, other_right, other_page, section, _ in reversed(carried):
        shared = min(right, other_right) - max(left, other_left)
        if shared > 0.5 * min(right - left, other_right - other_left) and other_page in (page, page - 1):
            wide = other_right - other_left > 1.5 * (right - left)
            # What stands over both of two newspaper columns is none that the second goes on with.
            over = section.kind == HEADER and not any(CONTACT.search(row.text) for row in column)
            return _flowing(column, carried[-1]) or section if wide or over else section
    if carried and (flowing := _flowing(column, carried[-1])) is not None:
        return flowing
    fresh = Section(HEADER)
    sections.append(fresh)
    return fresh


def _flowing(column: list[Row], before: Carried) -> Section | None:
    """The list that goes on from the foot of one newspaper column at the head of the next, or in cards beside it."""
    left, right, page, section, top = before
    if section.kind == "skills" and abs(column[0].top - top) < _LEVEL and column[0].page == page:
        return section if lists_items([row for row in column if not row.bold]) else None
    width = max(r.right for r in column) - min(r.left for r in column)
    if section.kind not in ("experience", "education", "projects") or column[0].page != page:
        return None
    alike = any(abs(r.size - column[0].size) < 0.3 and r.bold == column[0].bold for r in section.rows)
    if (column[0].size >= 1.2 * body_size(column) and not alike) or heading_kind(column[0].text) is not None:
        return None
    card = abs(column[0].top - top) < _LEVEL and content_kind(column) == section.kind and bool(dated_rows(column))
    return section if card or 0.7 < width / max(1.0, right - left) < 1.4 else None


_OF_STUDY = re.compile(r"formation\b")  # "Formation continue : CQP Assistante dentaire"


def _labelled(row: Row, current: str, looks: Looks) -> str | None:
    """ "Langues : français, anglais": a heading and its content in one row."""
    if current in ("experience", "education", "projects"):
        bare = not row.bullet and len(row.text) < 200
        if not bare:
            return None
    match = _LABEL.match(row.plain.replace("\t", " "))
    if not match or not match[2].strip():
        return None
    kind = heading_kind(match[1])
    if kind not in _LABEL_KINDS or kind == current:
        return None
    study = _OF_STUDY.match(fold(match[1])) and degree_score(match[2].strip()) >= 1
    once = kind == "skills" and looks.labels[fold(match[1])] == 1  # no part of each study
    beside = kind == "languages" or (current == "education" and (once or (kind == "certifications" and not study)))
    if current in ("experience", "education", "projects", "skills") and not beside:
        return None
    return kind


def body_size(rows: list[Row]) -> float:
    """The size most letters are set in."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.size * 2) / 2] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0
