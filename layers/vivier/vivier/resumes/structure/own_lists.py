"""Lists of skills under headings in a person's own words: told by how these are set and what stands below them."""

import re
from dataclasses import replace

from vivier.resumes.layout.headings import heading_kind, opening_kind
from vivier.resumes.layout.lines import Row, strip_bullet
from vivier.resumes.lexicon.pastimes import PASTIMES
from vivier.resumes.lexicon.tongues import LANGUAGES
from vivier.resumes.structure.contents import content_kind, dated_rows
from vivier.resumes.structure.section import Section
from vivier.resumes.text import fold, words_of
from vivier.resumes.wording.opinions import degree_score, school_score, title_score

_LEAST, _LEAST_IN_HEADER = 3, 4
_FEW_WORDS = 6
_SHORT = 0.85
_STEP = 0.3
_NEAR_GAP = 0.9
_LINES = 12
_PARTS = re.compile(r"[,;|•·\t]|\s[/–—-]\s")
_NO_ITEM = re.compile(r"@|\d{4}|\d\d[ .]\d\d[ .]\d\d|https?:|www\.")
_NO_SKILLS = frozenset({"interests", "languages", "education", "experience", "other", "certifications", "links"})
_TIMES = 2
_ONE_IN = 4  # a word of skills may be one of posts too: "Landlord and tenant"
_HOUSE = re.compile(
    r"\b(?:gall?er(?:y|ies|ie)|museums?|musees?|kunst\w+|fondation|foundation|fondazione|stiftung|theatres?|festivals?|biennale)\b"
)


def name_skills(sections: list[Section]) -> list[Section]:
    """The sections, with lists of a few words taken for skills where no heading that we know tells any.

    Sections of posts that only list, beside others with posts, are such lists too: "Areas of work".
    """
    if any(s.kind == "skills" and s.rows for s in sections):
        return sections
    dated = any(s.kind == "experience" and dated_rows(s.rows) for s in sections)
    for section in sections:
        listed = section.kind == "unknown" or (section.kind == "experience" and dated)
        if listed and section.heading is not None and lists_items(section.rows):
            section.kind = "skills"
    return sections if any(s.kind == "skills" and s.rows for s in sections) else _opened(sections)


def lists_items(rows: list[Row], least: int = _LEAST) -> bool:
    """Whether rows are items of a list, of a few words each, without dates and not all of them pastimes."""
    rows = [row for row in rows if not _tells_languages(row.text)]
    if not rows or len(rows) > _LINES or dated_rows(rows) or content_kind(rows) == "languages":
        return False
    items = _items(rows)
    if len(items) < least or any(_NO_ITEM.search(item) or item.endswith(".") for item in items):
        return False
    others = sum(title_score(item) >= 0.9 or degree_score(item) >= 1.0 for item in items)
    if others * _ONE_IN > len(items):
        return False
    short = sum(len(item.split()) <= _FEW_WORDS for item in items)
    return short >= _SHORT * len(items) and not lists_others(rows)


def _tells_languages(text: str) -> bool:
    """Whether a text is a sentence of languages, which often closes a list of tools: "I also speak Dutch and Urdu." """
    said = [word for word in words_of(text) if word in LANGUAGES]
    return text.rstrip().endswith(".") and len(said) >= _TIMES and len(words_of(text)) > len(said) + _TIMES


def lists_others(rows: list[Row]) -> bool:
    """Whether rows list what people do in their free time, or houses: where their works hang."""
    items = _items(rows)
    free = sum(any(word in PASTIMES for word in words_of(fold(item))) for item in items)
    houses = sum(_HOUSE.search(fold(item)) is not None or school_score(item) >= 0.6 for item in items)
    return (free * 3 >= len(items) and free >= min(_TIMES, len(items))) or houses * 3 > len(items)


def _items(rows: list[Row]) -> list[str]:
    """What rows list: bullets one by one, else what signs part, which may go on over lines, else rows."""
    if all(row.bullet for row in rows):
        pieces = [strip_bullet(cell.text) for row in rows for cell in row.cells]
    elif any(re.search(r"[,;|·]", row.plain) for row in rows):
        pieces = [" ".join(row.text for row in rows)]
    else:
        pieces = [cell.text for row in rows for cell in row.cells]
    return [item.strip() for piece in pieces for item in _PARTS.split(piece) if item.strip(" -–•")]


def _opened(sections: list[Section]) -> list[Section]:
    """The sections, with the first list that stands within one under a row set like the CV's headings, apart."""
    heads = [s.heading for s in sections if s.heading is not None and s.kind != "unknown"]
    if len(heads) < _TIMES:
        return sections
    for at, section in enumerate(sections):
        for index in range(1 if section.kind == "header" else 0, len(section.rows)):
            count = _list_under(section, index, heads)
            if count:
                row, below = section.rows[index], section.rows[index + 1 : index + 1 + count]
                rest = section.rows[index + 1 + count :]
                apart = replace(section, kind="skills", heading=row, rows=below, before=None)
                after = [replace(section, heading=None, rows=rest, before=None)] if rest else []
                section.rows = section.rows[:index]
                return [*sections[: at + 1], apart, *after, *sections[at + 1 :]]
    return sections


def _list_under(section: Section, index: int, heads: list[Row]) -> int:
    """How many rows are the list under a row set like headings; none where it is no heading or opens none."""
    row, rows = section.rows[index], section.rows[index + 1 :]
    if not _set_as(row, heads) or (_kind_of(row) in _NO_SKILLS):
        return 0
    end = next((i for i, below in enumerate(rows) if below.page != row.page or _set_as(below, heads)), len(rows))
    if section.kind == "experience" and any(_look(r) == _look(row) for r in section.rows if r is not row):
        return 0
    loose = section.kind == "header" and not all(below.bullet for below in rows[:end])
    return end if lists_items(rows[:end], _LEAST_IN_HEADER if loose else _LEAST) else 0


def _kind_of(row: Row) -> str | None:
    return heading_kind(row.text) or opening_kind(row.text)


def _look(row: Row) -> tuple[bool, bool, int]:
    letters = [c for c in row.text if c.isalpha()]
    return row.bold, bool(letters) and all(c.isupper() for c in letters), round(row.size)


def _set_as(row: Row, heads: list[Row]) -> bool:
    """Whether a row looks as most headings do, with as much white above, or at the top of its column."""
    if row.bullet or len(row.cells) > 1 or not 1 <= len(row.text.split()) <= _FEW_WORDS:
        return False
    if re.search(r"[,@:;(|\d]|[.]$", row.text):
        return False
    alike = [h for h in heads if h.bold == row.bold and abs(h.size - row.size) < _STEP and _look(h) == _look(row)]
    if len(alike) < max(_TIMES, len(heads) // 2):
        return False
    least = min((h.gap for h in alike if h.gap > 0), default=0.0)
    return row.gap >= _NEAR_GAP * least or (row.gap == 0.0 and (row.bold or _look(row)[1]))
