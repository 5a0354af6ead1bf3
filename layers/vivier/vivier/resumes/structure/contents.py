"""What a section without a heading we know is about, told by its rows; and entries that no heading announced."""

import re

from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.lexicon.tongues import LANGUAGES
from vivier.resumes.text import fold, words_of
from vivier.resumes.wording.dates import find_ranges, only_date
from vivier.resumes.wording.opinions import UNFINISHED, degree_score, employer_score, school_score, title_score

_LEVEL = re.compile(
    r"\b(?:[abc][12]|natifs?|native|maternelle|bilingue?|bilingual|courant|fluent|notions|scolaire|intermedia\w+"
    r"|conversational|basic|advanced|avance)\b"
)
MOST_ROWS = 80
_NEAR = 3.0
_ENDED = re.compile(r"\b(?:19|20)\d\d\b\)?\W*$")
_OPENED = re.compile(r"\W*(?:19|20)\d\d\b[\s:.–—-]+")
_AT_SIGNS = re.compile(r"[,|–—(\t]|\s-\s")
_PIECES = re.compile(r"[,|–—(·•]|\s-\s")
_STUDIED, _A_POST = 0.6, 0.7
_SEVERAL, _SHORT, _POSTS = 4, 6, 2
_GIVEN = re.compile(
    r"\b(?:benevol\w*|volunt\w+|trustee|tresori\w+|treasurer|club|governors?|president\w*|scouts?"
    r"|conseil municipal|elue?s?)\b"
)
_HEAD = 150
_SIGN = 2.0  # of a letter's size


def breaks_off(above: Row, row: Row) -> bool:
    """Whether a row's only cell ends one above it, which wants another word ("Engineering and" / "Technology")."""
    if len(row.cells) > 1 or row.bullet or row.page != above.page or row.top - above.bottom > 0.6 * row.size:
        return False
    over = [c for c in above.cells if any(abs(w.left - row.left) < _NEAR for w in c.words) or _hangs(c, row)]
    return any(c.bold == row.bold and abs(c.size - row.size) < 0.3 and UNFINISHED.search(c.text) for c in over)


def _hangs(cell: Cell, row: Row) -> bool:
    """Whether a cell is set in over a row by no more than the sign before it takes, which was drawn."""
    return 0 < cell.left - row.left < _SIGN * row.size


def dated_rows(rows: list[Row]) -> list[int]:
    """Rows in which a period stands where an entry's does: alone, first or last in its cell, or in brackets."""
    found = []
    for index, row in enumerate(rows[:MOST_ROWS]):
        if row.bullet or len(row.text) > 150:
            continue
        spans = [r for cell in row.cells for r in find_ranges(cell.text) if not r.single]
        if spans or any(only_date(cell.text) for cell in row.cells):
            found.append(index)
    return found


def periods_of_posts(rows: list[Row]) -> set[tuple[str | None, str | None]]:
    """The periods, from when to when, of rows that name a post: beside the period, or in the row above or below."""
    found: set[tuple[str | None, str | None]] = set()
    for index in dated_rows(rows):
        spans = [r for cell in rows[index].cells for r in find_ranges(cell.text) if not r.single]
        near = [r for r in rows[max(0, index - 1) : index + 2] if not r.bullet]
        pieces = [p.strip() for r in near for c in r.cells for p in re.split(r"[,|:–—(]|\s-\s", c.text)]
        if spans and any(title_score(p) >= _A_POST and p[:1].isupper() for p in pieces):
            found.add((spans[0].start, spans[0].end))
    return found


def is_career(rows: list[Row], told: set[tuple[str | None, str | None]]) -> bool:
    """Whether a summary is the career itself: it lists posts with periods, of which few are `told` elsewhere."""
    periods = periods_of_posts(rows)
    return len(periods) > 1 and len(periods & told) * 2 < len(periods)


def is_paid_career(rows: list[Row], told: set[tuple[str | None, str | None]]) -> bool:
    """Whether rows list posts with periods that are not `told` elsewhere, and none of them given for nothing."""
    return is_career(rows, told) and not any(_GIVEN.search(fold(row.text)) for row in rows)


def lists_works(rows: list[Row]) -> bool:
    """Whether rows are titles of works with their year ("Rivages, 2022"): they name no post and no period."""
    ranges = [found for row in rows for found in find_ranges(row.text)]
    if not ranges or any(not found.single for found in ranges) or any(len(row.text) > 90 for row in rows):
        return False
    pieces = [p.strip() for row in rows for p in re.split(r"[,|–—(\t]|\s-\s", row.plain)]
    dated = sum(bool(find_ranges(row.text)) for row in rows)
    employers = sum(employer_score(p) >= 0.6 for p in pieces if p)
    return dated * 2 >= len(rows) >= employers * 2 and all(title_score(p) < 0.6 for p in pieces)


def content_kind(rows: list[Row], rather: str | None = None) -> str | None:
    """experience, education, languages or skills, when the rows can't well be anything else.

    `rather`: posts or studies, which nothing else told yet: where rows speak for both, it is these.
    """
    rows = [r for r in rows if r.text.strip()]
    if not rows:
        return None
    if _speaks(rows):
        return "languages"
    dated = dated_rows(rows)
    if dated:
        return _dated_kind(rows, dated, rather) or _kind_of_items(rows)
    if (kind := _kind_of_items(rows)) is not None:
        return kind
    if _names_studies(rows):
        return "education"
    return "skills" if _lists(rows) else None


def _speaks(rows: list[Row]) -> bool:
    named = [r for r in rows if any(w in LANGUAGES for w in words_of(r.text)[:6])]
    if not named or len(rows) > 14 or any(len(r.text) > 90 for r in rows):
        return False
    return len(named) * 2 > len(rows) or (
        len(named) >= 2 and any(_LEVEL.search(fold(r.text)) for r in rows) and len(named) * 3 >= len(rows)
    )


def speaks_any(rows: list[Row]) -> bool:
    """Whether any row names a natural language."""
    return any(w in LANGUAGES for r in rows for w in words_of(r.text)) or any(_LEVEL.search(fold(r.text)) for r in rows)


def speaks_only(row: Row) -> bool:
    """Whether most pieces of a row open with a natural language: "français, polonais, anglais (lu)"."""
    pieces = [words_of(piece) for piece in re.split(r"[,;|•·/\t]", row.text) if words_of(piece)]
    return sum(said[0] in LANGUAGES for said in pieces) * 2 > len(pieces)


def _dated_kind(rows: list[Row], dated: list[int], rather: str | None) -> str | None:
    work = study = 0.0
    for index in dated:
        near = [r for r in rows[max(0, index - 2) : index + 3] if not r.bullet and len(r.text) <= 120]
        pieces = [p.strip() for r in near for c in r.cells for p in _PIECES.split(c.text) if p.strip()]
        pieces = [p for p in pieces if only_date(p) is None]  # a "Dec." is no diploma of Québec
        work += max((title_score(p) for p in pieces), default=0.0) + max(
            (employer_score(p) for p in pieces), default=0.0
        )
        study += max((degree_score(p) for p in pieces), default=0.0) + max(
            (school_score(p) for p in pieces), default=0.0
        )
    most = max(work, study)
    if most < 0.7 * len(dated):
        return None
    if rather in ("experience", "education") and min(work, study) >= max(0.7 * len(dated), _STUDIED * most):
        return rather
    # A list of posts with their periods may have studies among them, each with its year.
    return "experience" if work >= study or _has_posts(rows) else "education"


def _kind_of_items(rows: list[Row]) -> str | None:
    """Posts or studies told one by one behind list signs, each with its period, over several rows as it may be."""
    starts = [i for i, row in enumerate(rows) if row.bullet]
    if not starts or starts[0]:
        return None
    items = [" ".join(r.plain for r in rows[a:b]) for a, b in zip(starts, [*starts[1:], len(rows)], strict=True)]
    ranges = [find_ranges(item[:_HEAD]) for item in items]
    if sum(map(bool, ranges)) * 3 < len(items) * 2:
        return None
    pieces = [[p.strip() for p in _AT_SIGNS.split(item[:_HEAD].replace(":", ","))] for item in items]
    studied = sum(any(max(degree_score(p), school_score(p)) >= _STUDIED for p in piece) for piece in pieces)
    worked = sum(any(title_score(p) >= _STUDIED for p in piece) for piece in pieces)
    if max(studied, worked) * 3 < len(items) * 2 or studied == worked:
        return None
    return "experience" if worked > studied else "education"


def _has_posts(rows: list[Row]) -> bool:
    """Whether several rows with a period stand right beside a post, which is no degree."""
    told = 0
    for index in dated_rows(rows):
        if all(r.single for cell in rows[index].cells for r in find_ranges(cell.text)):
            continue
        near = [r for r in rows[max(0, index - 1) : index + 2] if not r.bullet]
        pieces = [p.strip() for r in near for c in r.cells for p in _PIECES.split(c.text)]
        studied = any(max(degree_score(p), school_score(p)) >= _STUDIED for p in pieces)
        told += not studied and any(title_score(p) >= _A_POST and p[:1].isupper() for p in pieces)
    return told >= _POSTS


def _names_studies(rows: list[Row]) -> bool:
    """Whether most rows are degrees and schools, and one has its year at an end ("Lycée de Brehoulou, 2017")."""
    plain = [_OPENED.sub("", r.plain) for r in rows]
    told = [max(degree_score(p), school_score(p)) for text in plain for p in (_AT_SIGNS.split(text)[0],)]
    ended = any(_ENDED.search(r.text) or _OPENED.match(r.text) for r in rows)
    return ended and len(rows) <= MOST_ROWS and sum(one >= _STUDIED for one in told) * 2 >= len(rows)


def _lists(rows: list[Row]) -> bool:
    """Short items without a verb's company: chips, or words between commas, which may go on over lines."""
    apart = [p for r in rows for c in r.cells for p in re.split(r"[,;|•·/]|\s[–—-]\s", c.text)]
    joined = re.split(r"[,;|•·]", " ".join(r.plain for r in rows)) if any(";" in r.text for r in rows) else apart
    if len(rows) >= _SEVERAL and all(r.bullet and len(r.plain.split()) <= _SHORT for r in rows):
        return not any(title_score(r.plain) >= 0.9 or re.search(r"\d{4}|@", r.text) for r in rows)
    return _are_items(apart) or _are_items(joined)


def _are_items(pieces: list[str]) -> bool:
    items = [p.strip() for p in pieces if p.strip()]
    if len(items) < 4 or any(title_score(i) >= 0.9 for i in items):
        return False
    short = sum(len(i.split()) <= 4 for i in items)
    return short >= 0.9 * len(items) and not any("@" in i or re.search(r"\d{4}", i) for i in items)
