"""What stands below the last list without a heading: contacts of a letterhead, and lines that say what they tell."""

import re

from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Row
from vivier.resumes.layout.words import union_box
from vivier.resumes.lexicon.tongues import LANGUAGES
from vivier.resumes.person.addresses import names_place
from vivier.resumes.person.contacts import emails_in, phone_candidates
from vivier.resumes.person.links import links_in
from vivier.resumes.structure.section import Section
from vivier.resumes.text import words_of

_MOST_ROWS, _LONG = 3, 110
_FOOT = 0.94  # of a page's height
_LISTS = frozenset({"skills", "languages", "interests", "education", "experience", "certifications"})


def with_feet(sections: list[Section]) -> list[Section]:
    """The sections, with the last rows of a list as a section of contacts when each tells an address or a number."""
    last = sections[-1] if sections else None
    if last is None or not (last.kind in _LISTS or (last.kind == "other" and _at_foot(last.rows[-1:]))):
        return sections
    foot: list[Row] = []
    while len(foot) < _MOST_ROWS and len(last.rows) > 1 and _tells(last.rows[-1]):
        foot.insert(0, last.rows.pop())
    return [*sections, Section("contact", None, foot)] if foot else sections


def _at_foot(rows: list[Row]) -> bool:
    """Whether rows stand at the very foot of a page, where no referee's address does."""
    return bool(rows) and all(box.top + box.height > _FOOT for row in rows for box in union_box(row.words))


_ENTRIES = frozenset({"experience", "education"})
_SAID = frozenset({"skills", "languages", "interests", "certifications"})
_LABEL = re.compile(r"\s*([^:\n\t]{3,40}?)(?:\s*:\s*|\s[–—-]\s+)(?=\S)")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_OPENING = 10  # letters
_APART = 0.8  # of a letter's size, more white than the list has between its rows


def with_said_ends(sections: list[Section]) -> list[Section]:
    """The sections, with what lines set apart below the last list say of themselves ("je sais faire: placo")."""
    last = sections[-1] if sections else None
    if last is None or last.kind not in _ENTRIES or any(s.kind in _SAID for s in sections):
        return sections
    dated = [i for i, row in enumerate(last.rows) if _YEAR.search(row.text)]
    first = next((i for i in range(max(dated, default=0) + 1, len(last.rows)) if _said(last.rows[i])), None)
    if not dated or first is None or not _is_apart(last.rows, first):
        return sections
    made = [*sections]
    for row in last.rows[first:]:
        kind = _said(row) or ("other" if row.gap > _APART * row.size else None)
        if kind is not None:
            made.append(Section(kind))
        made[-1].rows.append(row)
    last.rows = last.rows[:first]
    return made


def _said(row: Row) -> str | None:
    """What a row's first words say that it tells, with a colon behind them or, before languages, without."""
    label = _LABEL.match(row.plain)
    kind = heading_kind(label[1]) if label is not None else None
    first, *rest = row.plain.split()
    if kind is None and heading_kind(first) == "languages" and rest and LANGUAGES & set(words_of(rest[0])):
        return "languages"
    return kind if kind in _SAID else None


def _is_apart(rows: list[Row], at: int) -> bool:
    """Whether more white stands above a row than between those above it, or each of these begins with its date."""
    dated = [row for row in rows[:at] if _YEAR.search(row.text[:_OPENING])]
    if len(dated) == at and not any(_YEAR.search(row.text) for row in rows[at:]):
        return True
    usual = sorted(row.gap for row in rows[1:at] if row.page == rows[0].page)
    return rows[at].gap > (usual[len(usual) // 2] if usual else 0.0) + _APART * rows[at].size


def _tells(row: Row) -> bool:
    """Whether a short row holds a mail address or a number, or a site beside a place; a site alone tells nothing."""
    if row.bullet or len(row.text) > _LONG:
        return False
    person = any(emails_in(row.text)) or any(phone_candidates(row.text))
    return person or (bool(links_in(row.text)) and names_place(row.text))
