"""Rows of posts and studies that go on, behind their period, with what was done."""

import re

from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.layout.wrapped import kept
from vivier.resumes.posts.named_in_row import PIECES
from vivier.resumes.wording.dates import find_ranges
from vivier.resumes.wording.opinions import degree_score, school_score, title_score

_SHORT, _FAR, _A_WORD, _BRIEF = 40, 130, 4, 60
_LEAST_PAIRS, _NAMED, _POST = 2, 0.8, 0.85
_CLOSES = re.compile(r"\s*[)\]]?\s*[:.]\s+(?=\S)")


def without_run_ins(rows: list[Row]) -> list[Row]:
    """Rows of posts that go on with their description after the period ("2018-2020 : Led the …"), cut in two."""
    listed = all(row.bullet for row in rows)
    cuts = [_cut(row, listed) for row in rows]
    several = sum(cut > 0 or _ends_so(row) for cut, row in zip(cuts, rows, strict=True)) >= _LEAST_PAIRS
    cuts = (
        [cut or _cut(row, listed, lone=True) for cut, row in zip(cuts, rows, strict=True)]
        if several
        else [0] * len(rows)
    )
    cuts = [cut or _behind_degree(row) for cut, row in zip(cuts, rows, strict=True)]
    cuts = [cut or _under_post(row, above) for cut, row, above in zip(cuts, rows, [None, *rows], strict=False)]
    if not any(cuts):
        return rows
    made: list[Row] = []
    for row, cut in zip(rows, cuts, strict=True):
        if not cut:
            made.append(row)
            continue
        words = row.words
        made.append(kept(row, [Cell(words, row.text[:cut].rstrip(" :.–—-"))]))
        made.append(kept(row, [Cell(words, row.text[cut:].strip())]))
        made[-1].gap, made[-1].bullet = 0.0, listed
    return made


def _ends_so(row: Row) -> bool:
    period = next((r for r in find_ranges(row.text) if not r.single), None) if len(row.cells) == 1 else None
    return period is not None and _post_and_period(row.text[: period.begin], row.text[period.finish :])


_SAID_BEHIND = re.compile(r"\.\s+(?=[A-ZÀ-Ý«\"'‘“])")


def _behind_degree(row: Row) -> int:
    """Where a sentence begins behind a degree, its school and year ("PhD, Leeds, 2009. Thesis: …"); 0 where none."""
    said = _SAID_BEHIND.search(row.text[:_FAR]) if len(row.cells) == 1 else None
    years = find_ranges(row.text[: said.start()]) if said else []
    if said is None or len(years) != 1 or not years[0].single or years[0].finish < said.start():
        return 0
    named, comma, _ = row.text[: years[0].begin].rpartition(",")
    pieces = PIECES.split(named)
    degree, school = degree_score(pieces[0]), max(school_score(piece.strip()) for piece in pieces)
    return said.end() if comma and min(degree, school) >= _NAMED else 0


_SENTENCE_BEHIND = re.compile(r"\s?\.\s+(?=[A-ZÀ-Ý])")
_NAMES_ABOVE = re.compile(r"\t|[,:|•·(]\s*|\s[–—→>-]\s")


def _under_post(row: Row, above: Row | None) -> int:
    """Where a sentence begins behind a period under a row that names the post ("2016 - 2019. Took ..."); 0 if not."""
    period = next(iter(find_ranges(row.text[:_FAR])), None) if len(row.cells) == 1 and above is not None else None
    if period is None or above is None or period.single or row.text[: period.begin].strip() or above.bullet:
        return 0
    said = _SENTENCE_BEHIND.match(row.text, period.finish)
    named = any(title_score(piece.strip()) >= _POST for piece in _NAMES_ABOVE.split(above.plain))
    return said.end() if said and named and not find_ranges(above.plain) and len(above.plain) <= _BRIEF else 0


def _cut(row: Row, listed: bool, lone: bool = False) -> int:
    """Where the description begins behind a period that closes what names the post; 0 where none does.

    `lone`: behind a single date in brackets.
    """
    if (row.bullet and not listed) or len(row.cells) > 1 or len(row.text) < _SHORT:
        return 0
    period = next((r for r in find_ranges(row.text[:_FAR]) if r.single == lone), None)
    if lone and (period is None or not row.text[: period.begin].endswith("(")):
        return 0
    if period is None or period.begin < _SHORT // 4:
        return 0
    sign = _CLOSES.match(row.text, period.finish)
    return sign.end() if sign and len(row.text) - sign.end() >= _A_WORD else 0


def _post_and_period(before: str, after: str) -> bool:
    """Whether a row is a post with its house and the period in brackets, closed as a sentence is."""
    closed = before.rstrip().endswith("(") and after.strip() in (").", ");", ")")
    return closed and title_score(_POST_FIRST.split(before, maxsplit=1)[0]) >= _POST


_POST_FIRST = re.compile(r",|\s(?:at|with|for|chez|à|au|pour)\s")
