"""Rows → sections, by a French and English lexicon of headings and by how the CV's own headings look."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from vivier.resumes.dates import only_date
from vivier.resumes.lexicon.headings import CORE, EXACT, FILLERS, PRIORITY, WEAK
from vivier.resumes.lines import Row, strip_bullet
from vivier.resumes.text import fold

HEADER = "header"
_CORE_KINDS: dict[str, list[str]] = {}
for _kind, _words in CORE.items():
    for _word in _words.split():
        _CORE_KINDS.setdefault(_word, []).append(_kind)
_TOKEN = re.compile(r"[a-z0-9&/'-]+")
_LABEL = re.compile(r"^\s*([^:\n\t]{3,40}?)\s*[:：]\s*(.*)$", re.DOTALL)
_LABEL_KINDS = frozenset({"skills", "languages", "interests", "links", "certifications"})
MAX_HEADING = 60


@dataclass(slots=True)
class Section:
    """`kind` is one of the lexicon's, or "header" before the first heading, or "unknown"."""

    kind: str
    heading: Row | None = None
    rows: list[Row] = field(default_factory=list)
    before: "Section | None" = None  # where rows go on after a label in a header


@lru_cache(maxsize=4096)
def heading_kind(text: str) -> str | None:
    """The kind of section that a text announces, if it is made of a heading's words only."""
    folded = strip_bullet(fold(text)).strip(" .:;-_|•*#>/")
    folded = re.sub(r"^(?:\d{1,2}|[ivx]{1,4})\s?[.)]\s+|\s*\([^)]{0,30}\)$", "", folded)
    if not 3 <= len(folded) <= MAX_HEADING or text.rstrip().endswith((".", ",", ";")):
        return None
    if folded in EXACT:
        return EXACT[folded]
    squeezed = folded.replace(" ", "")
    # Headings set with wide letter spacing, or with their first letters in another style.
    if squeezed in EXACT and (len(folded) > 1.6 * len(squeezed) or folded.count(" ") == 1):
        return EXACT[squeezed]
    tokens = [t.strip("'-/") for t in _TOKEN.findall(folded.replace("l'", "").replace("d'", ""))]
    tokens = [t for t in tokens if t]
    if not tokens or len(tokens) > 6:
        if squeezed in _CORE_KINDS and len(squeezed) > 5:
            return _first_kind(_CORE_KINDS[squeezed])
        return None
    kinds = [k for t in tokens for k in _CORE_KINDS.get(t, [])]
    if kinds and all(t in _CORE_KINDS or t in FILLERS for t in tokens):
        return _by_words(tokens, kinds)
    if squeezed in _CORE_KINDS and len(squeezed) > 5:
        return _first_kind(_CORE_KINDS[squeezed])
    return None


def _by_words(tokens: list[str], kinds: list[str]) -> str:
    for kind in PRIORITY:
        if kind in kinds and any(kind in _CORE_KINDS.get(t, []) and t not in FILLERS for t in tokens):
            return kind
    return _first_kind(kinds)


def _first_kind(kinds: list[str]) -> str:
    return next(kind for kind in PRIORITY if kind in kinds)


def _is_weak(text: str) -> bool:
    """Whether a heading's words are so common that its looks must confirm it."""
    tokens = _TOKEN.findall(fold(text))
    return all(t in WEAK or (t in FILLERS and t not in _CORE_KINDS) for t in tokens)


def sections_of(columns: list[list[Row]]) -> list[Section]:
    """The sections of a document, whose columns come in reading order."""
    columns = [_beside_margin(column) for column in columns]
    rows = [row for column in columns for row in column]
    body = body_size(rows)
    looks = _Looks(rows, body)
    sections: list[Section] = []
    carried: list[tuple[float, float, int, Section]] = []
    for column in columns:
        if not column:
            continue
        current = _continued(column, carried, sections)
        for row in column:
            current = _place(row, current, sections, looks)
        carried.append((min(r.left for r in column), max(r.right for r in column), column[0].page, current))
    return [s for s in sections if s.rows or s.heading]


def rows_in_order(sections: list[Section]) -> list[Row]:
    """All rows of the sections, headings included, each once."""
    rows: list[Row] = []
    for section in sections:
        if section.heading is not None and not any(r is section.heading for r in section.rows[:1]):
            rows.append(section.heading)
        rows += section.rows
    return rows


def _place(row: Row, current: Section, sections: list[Section], looks: "_Looks") -> Section:
    title = not current.rows and current.kind == HEADER and len(sections) == 1
    kind = None if title and heading_kind(row.text) == "summary" else looks.kind(row, current)
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


def _beside_margin(column: list[Row]) -> list[Row]:
    """The rows of a column, with headings that stand in its left margin as rows of their own."""
    margin = [row for row in column if _has_margin_heading(row)]
    if not margin:
        return column
    edge = min(row.cells[1].left for row in margin)
    inside = sum(abs(row.left - edge) < 12 for row in column)
    if inside < 2 and len(margin) < 3:
        return column
    rows: list[Row] = []
    for row in column:
        if any(row is m for m in margin):
            rows += [
                Row(row.cells[:1], row.page, row.column, gap=row.gap, limit=row.limit),
                Row(row.cells[1:], row.page, row.column, limit=row.limit),
            ]
        else:
            rows.append(row)
    return rows


def _has_margin_heading(row: Row) -> bool:
    if len(row.cells) < 2 or heading_kind(row.cells[0].text) is None:
        return False
    return row.cells[1].left - row.cells[0].right > 8 and only_date(row.cells[1].text) is None


def _hangs(row: Row, section: Section) -> bool:
    """Whether a row goes on with a labelled list: set in under it, or after a comma."""
    return row.left >= section.rows[0].left + 6 or section.rows[-1].text.rstrip().endswith(",")


def _continued(column: list[Row], carried: list[tuple[float, float, int, Section]], sections: list[Section]) -> Section:
    """The section of a column's first rows: that of the column above or before with its width, or a new one."""
    left, right = min(r.left for r in column), max(r.right for r in column)
    page = column[0].page
    for other_left, other_right, other_page, section in reversed(carried):
        shared = min(right, other_right) - max(left, other_left)
        if shared > 0.5 * min(right - left, other_right - other_left) and other_page in (page, page - 1):
            return section
    if (
        carried
        and carried[-1][3].kind in ("experience", "education", "projects")
        and column[0].size < 1.2 * body_size(column)
    ):
        other_left, other_right, _, section = carried[-1]
        if (
            0.8 < (right - left) / max(1.0, other_right - other_left) < 1.25
            and heading_kind(column[0].text) is None
            and page == carried[-1][2]
        ):
            return section
    fresh = Section(HEADER)
    sections.append(fresh)
    return fresh


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


class _Looks:
    """How this CV's headings look, learnt from those the lexicon is sure of."""

    def __init__(self, rows: list[Row], body: float) -> None:
        self.body = body
        self.bold = any(r.bold for r in rows)
        gaps = sorted(r.gap for r in rows if r.gap > 0)
        self.gap = gaps[len(gaps) // 2] if gaps else 0.0
        sure = [r for r in rows if len(r.cells) == 1 and heading_kind(r.text) and not _is_weak(r.text)]
        styles = Counter(self.style(r) for r in sure)
        others = Counter(self.style(r) for r in rows)
        self.sure_styles = {s for s, n in styles.items() if n >= 1 and others[s] <= 3 * n + 2 and s[2] != "plain"}
        self.common = [s for s, n in styles.most_common(2) if n >= 2]
        self.learnt = len(sure) >= 2
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
        text, current = row.text.replace("\t", " "), section.kind
        if len(text) > MAX_HEADING or len(row.cells) > 2:
            return None
        kind = heading_kind(text)
        style = self.style(row)
        first = next((c for c in text if c.isalpha()), "")
        if kind is not None and first.islower() and style[2] == "plain":
            kind = None
        if kind is not None:
            if row.bullet and style[2] == "plain" and row.text[:1] in "-–*":
                return None
            sure = not _is_weak(text) or style in self.sure_styles or not self.bold
            if sure and self._set_off(row) and len(row.cells) == 1:
                return kind
            if (
                _is_weak(text)
                and style not in self.sure_styles
                and not (style[2] in ("caps", "large") and not self.learnt)
            ):
                return None
            if (
                self.bold
                and self.learnt
                and current in ("experience", "education", "skills")
                and style not in self.sure_styles
                and style[2] == "plain"
            ):
                same = any(abs(s[0] - style[0]) < 0.15 for s in self.sure_styles)
                return kind if same or not self.sure_styles else None
            return kind
        smaller = section.heading is not None and section.kind != "unknown" and row.size < section.heading.size - 0.3
        return None if smaller else self._unknown(row, style, text)

    def _unknown(self, row: Row, style: tuple[float, bool, str], text: str) -> str | None:
        """A row that looks like the known headings, more than like anything else, without a word we know."""
        if style not in self.common or style not in self.own or style[2] not in ("large", "caps"):
            return None
        words = text.split()
        if not 1 <= len(words) <= 4 or any(c.isdigit() for c in text) or row.bullet or "," in text or "@" in text:
            return None
        return "unknown" if style[0] >= 1.15 or (style[2] == "caps" and self._set_off(row)) else None
