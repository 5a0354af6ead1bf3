"""Rows → sections, by a French and English lexicon of headings and by how the CV's own headings look."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from vivier.resumes.contents import MOST_ROWS, breaks_off, content_kind, dated_rows, lists_works, speaks_any
from vivier.resumes.headings import MAX_HEADING, heading_kind, is_weak, opening_kind, without_leaders
from vivier.resumes.labels import is_label
from vivier.resumes.lines import Cell, Row, one_paragraph
from vivier.resumes.margins import beside_margin
from vivier.resumes.opinions import degree_score, employer_score, title_score
from vivier.resumes.text import fold

HEADER = "header"
RUNNING = "running"
_LEVEL = 4.0
_LABEL = re.compile(r"^\s*([^:\n\t]{3,40}?)\s*[:：]\s*(.*)$", re.DOTALL)
_LABEL_KINDS = frozenset({"skills", "languages", "interests", "links", "certifications"})


@dataclass(slots=True)
class Section:
    """`kind`: of the lexicon, "header" before the first heading, "running" along the pages' edges, or "unknown"."""

    kind: str
    heading: Row | None = None
    rows: list[Row] = field(default_factory=list)
    before: "Section | None" = None  # where rows go on after a label in a header


class Carried(NamedTuple):
    """A column already read: its edges, its page, the section it ended in, where it began."""

    left: float
    right: float
    page: int
    section: Section
    top: float


def sections_of(columns: list[list[Row]]) -> list[Section]:
    """The sections of a document, whose columns come in reading order."""
    columns = [beside_margin(without_rules(column)) for column in columns]
    columns = [_with_whole_headings(column) for column in columns]
    rows = [row for column in columns for row in column]
    body = body_size(rows)
    looks = _Looks(rows, body)
    sections: list[Section] = []
    carried: list[Carried] = []
    for column in columns:
        if not column:
            continue
        current = _continued(column, carried, sections)
        for row in column:
            current = _place(row, current, sections, looks)
        left, right = min(r.left for r in column), max(r.right for r in column)
        carried.append(Carried(left, right, column[0].page, current, column[0].top))
    return _by_content([s for s in sections if s.rows or s.heading])


def _by_content(sections: list[Section]) -> list[Section]:
    """Sections without a heading we know are given the kind that their rows speak for.

    What looked like a heading within a list of posts or studies goes back into the list.
    """
    kept: list[Section] = []
    known = {s.kind for s in sections if s.kind in ("experience", "education") and dated_rows(s.rows)}
    several = sum(s.kind == "experience" and bool(s.rows) for s in sections) > 1
    for section in sections:
        before = kept[-1] if kept else None
        if section.kind == "unknown":
            kind = content_kind(section.rows)
            named = section.heading is not None and len(section.heading.text.split()) <= 2
            within = named and before is not None and before.kind == kind and 0 in dated_rows(section.rows)[:1]
            kind = None if kind in known and not within else kind
            if before is not None and before.kind == kind and kind in ("experience", "education"):
                before.rows += [*([section.heading] if section.heading else []), *section.rows]
                continue
            section.kind = kind or "unknown"
        elif section.kind == "other" and _is_work(section):
            section.kind = "experience"
        elif section.kind == "experience" and several and lists_works(section.rows):
            section.kind = "projects"
        elif section.kind == "languages" and len(section.rows) > 1 and not speaks_any(section.rows):
            section.kind = "skills"
        kept.append(section)
    if not any(s.kind == "experience" and dated_rows(s.rows) for s in kept):
        for section in kept:
            if section.kind in (HEADER, "summary", "other", "contact", "projects"):
                kept = _with_unannounced(kept, section)
    return kept


_WORK_OF_SCHOLARS = re.compile(r"\b(?:research|recherches?|teaching|enseignements?)\b")


def _is_work(section: Section) -> bool:
    """Whether a section of research or teaching lists posts with their periods."""
    if section.heading is None or not _WORK_OF_SCHOLARS.search(fold(section.heading.text)):
        return False
    dated = dated_rows(section.rows)
    near = [r for i in dated for r in section.rows[max(0, i - 2) : i + 2]]
    named = sum(title_score(p) >= 0.7 for r in near for c in r.cells for p in re.split(r"[,|–—(]|\s-\s", c.text))
    return bool(dated) and named >= len(dated)


def _with_unannounced(sections: list[Section], section: Section) -> list[Section]:
    """Posts that stand under another heading, or under none, as a section of their own."""
    dated = dated_rows(section.rows)
    if len(dated) < 2 or content_kind(section.rows) != "experience":
        return sections
    first = max(0, dated[0] - 2)
    while first < dated[0] and len(section.rows[first].text) > 90:
        first += 1
    posts = Section("experience", None, section.rows[first:])
    section.rows = section.rows[:first]
    at = next(i for i, s in enumerate(sections) if s is section)
    return [*sections[: at + 1], posts, *sections[at + 1 :]]


def without_rules(column: list[Row]) -> list[Row]:
    """The rows without lines drawn with signs ("_____"); the white they stood in stays."""
    kept: list[Row] = []
    gap = 0.0
    for row in column:
        if len(row.text) >= 5 and not any(c.isalnum() for c in row.text) and len(set(row.text) - {" ", "\t"}) <= 2:
            gap += row.gap + row.bottom - row.top
            continue
        row.gap, gap = row.gap + gap, 0.0
        kept.append(row)
    return kept


def _with_whole_headings(column: list[Row]) -> list[Row]:
    """The rows with headings made whole that a narrow column broke ("Expérience" / "professionnelle")."""
    made: list[Row] = []
    for row in column:
        above = made[-1] if made else None
        if above is None or not _ends_heading(above, row):
            made.append(row)
            continue
        words = [*above.words, *row.words]
        made[-1] = replace(above, cells=[Cell(words, f"{above.text} {row.text}")])
        made[-1].bottom = row.bottom
    return made


def _ends_heading(above: Row, row: Row) -> bool:
    if (
        len(above.cells) > 1
        or len(row.cells) > 1
        or row.bullet
        or above.page != row.page
        or one_paragraph(above.cells[0], row.cells[0]) is False
    ):
        return False
    if above.bold != row.bold or abs(above.size - row.size) > 0.3 or row.gap > 0.6 * row.size:
        return False
    kind = heading_kind(f"{above.text} {row.text}")
    return kind is not None and heading_kind(row.text) is None and heading_kind(above.text) in (None, kind)


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


def _place(row: Row, current: Section, sections: list[Section], looks: "_Looks") -> Section:
    if _CLOSING.fullmatch(fold(row.plain).strip(" .*\"'")):
        sections.append(Section("other", None, [row], before=current))
        return sections[-1]
    title = not current.rows and current.kind == HEADER and len(sections) == 1
    within = row.card > 0 and row.card == (current.rows[-1:] or [current.heading or row])[0].card and bool(current.rows)
    unsaid = within or (title and heading_kind(row.text) == "summary")
    kind = None if unsaid else looks.kind(row, current)
    if kind is not None:
        current = Section(kind, row)
        sections.append(current)
        return current
    if current.before is not None and (_LABEL.match(row.plain.replace("\t", " ")) or not _hangs(row, current)):
        current = current.before
    label = _labelled(row, current.kind)
    if label is not None:
        section = Section(label, row, [row], before=current if current.kind in (HEADER, "contact") else None)
        sections.append(section)
        return section
    current.rows.append(row)
    return current


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
            return _flowing(column, carried[-1]) or section if wide else section
    if carried and (flowing := _flowing(column, carried[-1])) is not None:
        return flowing
    fresh = Section(HEADER)
    sections.append(fresh)
    return fresh


def _flowing(column: list[Row], before: Carried) -> Section | None:
    """The list that goes on from the foot of one newspaper column at the head of the next, or in cards beside it."""
    left, right, page, section, top = before
    width = max(r.right for r in column) - min(r.left for r in column)
    if section.kind not in ("experience", "education", "projects") or column[0].page != page:
        return None
    if column[0].size >= 1.2 * body_size(column) or heading_kind(column[0].text) is not None:
        return None
    card = abs(column[0].top - top) < _LEVEL and content_kind(column) == section.kind and bool(dated_rows(column))
    return section if card or 0.7 < width / max(1.0, right - left) < 1.4 else None


def _labelled(row: Row, current: str) -> str | None:
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
    if current in ("experience", "education", "projects", "skills") and kind != "languages":
        return None
    return kind


def body_size(rows: list[Row]) -> float:
    """The size most letters are set in."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.size * 2) / 2] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _is_of_list(text: str, kind: str, current: str) -> bool:
    """Whether a row is a post of the section's list, numbered, or what a form says of it, rather than a heading."""
    return kind == current and (bool(re.match(r"\d{1,2}\s?[.)/-]", text)) or is_label(text.rstrip(" :")))


def _label_of(text: str) -> str:
    return fold(text).strip(" :")


def _dated_within(rows: list[Row], first: int) -> list[int]:
    return [first + i for i in dated_rows(rows[first : first + MOST_ROWS])]


_TIMES = 2
_MANY_TIMES = 3
_STEP = 0.3
_DRAWN = re.compile(r"^\s*([=#~_*+-])\1+\s*\w.*\w\s*\1{2,}\s*$")


class _Looks:
    """How this CV's headings look, learnt from those the lexicon is sure of."""

    def __init__(self, rows: list[Row], body: float) -> None:
        self.body = body
        self.bold = any(r.bold for r in rows)
        gaps = sorted(r.gap for r in rows if r.gap > 0)
        self.gap = gaps[len(gaps) // 2] if gaps else 0.0
        sure = [r for r in rows if len(r.cells) == 1 and heading_kind(r.text) and not is_weak(r.text)]
        self.lefts = {round(r.left / 3) for r in sure}
        styles = Counter(self.style(r) for r in sure)
        others = Counter(self.style(r) for r in rows)
        self.sure_styles = {s for s, n in styles.items() if n >= 1 and others[s] <= 3 * n + 2 and s[2] != "plain"}
        self.common = [s for s, n in styles.most_common(2) if n >= 2]
        self.learnt = len(sure) >= 2
        self.below = {id(row): after for row, after in pairwise(rows) if row.column == after.column}
        self.ends = {id(after) for row in rows if (after := self.below.get(id(row))) and breaks_off(row, after)}
        dated = {id(rows[i]) for n in range(0, len(rows), MOST_ROWS) for i in _dated_within(rows, n)}
        self.under_dates = {id(after) for row, after in pairwise(rows) if id(row) in dated}
        self.heads = Counter(self.style(r) for r in rows if id(r) in self.under_dates)
        self.again = Counter(_label_of(r.text) for r in rows if len(r.cells) == 1 and heading_kind(r.text))
        self.own = {s for s, n in styles.items() if n >= 2 and others[s] <= 2 * n + 1}

    def _set_off(self, row: Row) -> bool:
        """Whether more white than usual stands above a row without a list sign."""
        return row.gap >= max(1.4 * self.gap, 0.6 * row.size) and not row.bullet

    def style(self, row: Row) -> tuple[float, bool, str]:
        letters = [c for c in row.text if c.isalpha()]
        caps = bool(letters) and all(c.isupper() for c in letters)
        ratio = row.size / self.body if self.body else 1.0
        step = round(ratio * 10) / 10
        look = "caps" if caps else "large" if ratio > 1.12 else "bold" if row.bold else "plain"
        return step, row.bold, look

    def kind(self, row: Row, section: Section) -> str | None:
        """The kind of section this row opens, if it is a heading."""
        text, current = without_leaders(row.text.replace("\t", " ")), section.kind
        if len(text) > MAX_HEADING or len(row.cells) > 2:
            return None
        kind = heading_kind(text)
        style = self.style(row)
        if kind is not None and (_DRAWN.match(text) or _is_of_list(text, kind, current)):
            return kind if _DRAWN.match(text) else None
        first = next(filter(str.isalpha, text), "")
        small = first.islower() and style[2] == "plain" and not text.startswith("$")
        kind = None if small or id(row) in self.ends else kind
        if kind is not None:
            within = self._is_below_heads(row, section) or self._comes_again(row, kind)
            return kind if not within and self._confirmed(row, kind, current) else None
        smaller = section.heading is not None and section.kind != "unknown" and row.size < section.heading.size - 0.3
        if smaller or (section.kind == HEADER and row.page == 1 and not section.rows[2:] and section.heading is None):
            return None
        return self._unknown(row, style, text)

    def _is_below_heads(self, row: Row, section: Section) -> bool:
        """Whether a row is smaller than the heads of its section's entries, and these than the section's."""
        if section.kind not in ("experience", "projects") or section.heading is None:
            return False
        return any(row.size + _STEP < head.size < section.heading.size - _STEP for head in section.rows)

    def _comes_again(self, row: Row, kind: str) -> bool:
        """Whether a heading's word stands so often that it is a part of each entry ("Skills" under every post)."""
        return kind == "skills" and self.again[_label_of(row.text)] >= _MANY_TIMES

    def _confirmed(self, row: Row, kind: str, current: str) -> bool:
        """Whether a row with a heading's words looks like one, as far as such common words need it."""
        text, style = row.text.replace("\t", " "), self.style(row)
        upper = next((c for c in text if c.isalpha()), "").isupper()
        if self._labels_posts(text, kind, current):
            return False
        if upper and not row.bullet and self._announces_studies(row, kind):
            return True
        if row.bullet and style[2] == "plain" and row.text[:1] in "-–*":
            return False
        weak, known = is_weak(text), style in self.sure_styles
        if (not weak or known or not self.bold) and self._set_off(row) and len(row.cells) == 1:
            return True
        if weak and not known and not (style[2] in ("caps", "large") and not self.learnt):
            return False
        within = self.bold and self.learnt and current in ("experience", "education", "skills")
        if within and not known and style[2] == "plain":
            if round(row.left / 3) in self.lefts and not weak and upper and not row.bullet:
                return True
            return not self.sure_styles or any(abs(s[0] - style[0]) < 0.15 for s in self.sure_styles)
        return True

    def _announces_studies(self, row: Row, kind: str) -> bool:
        """Whether a colon, or a degree in the row below, makes a heading of a common word."""
        if row.text.rstrip().endswith(":"):
            return kind in ("education", "languages")
        return kind == "education" and len(row.cells) == 1 and self._opens(row)

    def _labels_posts(self, text: str, kind: str, current: str) -> bool:
        """Whether what several posts or projects have below them is a part of each ("Réalisations :"), no section."""
        if current not in ("experience", "projects") or self.again[_label_of(text)] < _TIMES:
            return False
        return text.rstrip().endswith(":") and kind not in ("education", "languages")

    def _opens(self, row: Row) -> bool:
        """Whether the row below a word for studies names a degree."""
        below = self.below.get(id(row))
        pieces = re.split(r"[,|:•·\t]|\s[–—-]\s", below.plain) if below is not None and len(below.text) <= 120 else []
        return any(degree_score(piece.strip()) >= 1.0 for piece in pieces[:4])

    def _unknown(self, row: Row, style: tuple[float, bool, str], text: str) -> str | None:
        """A row that looks like the known headings, more than like anything else, without a word we know."""
        if style not in self.own or style[2] == "plain" or not (style in self.common or self.learnt):
            return None
        if id(row) in self.under_dates and self.heads[style] >= _TIMES and opening_kind(text) is None:
            return None  # the second line of a post's head, as in other posts
        words = text.split()
        if not 1 <= len(words) <= 6 or any(c.isdigit() for c in text) or row.bullet or len(row.cells) > 1:
            return None
        if re.search(r"[,@:;(|]|[.]$", text) or title_score(text) >= 0.7:
            return None
        if employer_score(text) >= 0.6 and opening_kind(text) is None:
            return None
        if style[0] >= 1.15:
            return opening_kind(text) or "unknown"
        return (opening_kind(text) or "unknown") if self._set_off(row) or row.gap == 0.0 else None
