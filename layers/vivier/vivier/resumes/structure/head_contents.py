"""Headings in words of which we know none, told by their looks and what stands below: posts, tools, languages."""

import re

from vivier.resumes.layout.lines import Row
from vivier.resumes.structure.contents import content_kind
from vivier.resumes.structure.own_lists import lists_items
from vivier.resumes.wording.dates import only_date
from vivier.resumes.wording.opinions import title_score

_LEAST, _MOST, _MOST_WORDS = 3, 14, 8
_FEW = 4
_MOSTLY, _A_POST = 0.8, 0.7
_TOLD = {"skills", "languages"}
_NO_HEADING = re.compile(r"[\d@|/]|https?:|[.;]$")


def may_head(row: Row) -> bool:
    """Whether a row's words may be a heading's: few, without figures or an address."""
    return (
        len(row.cells) == 1
        and not row.bullet
        and 1 <= len(row.text.split()) <= _MOST_WORDS
        and not _NO_HEADING.search(row.text)
    )


def head_contents(alike: list[bool], rows: list[Row], usual: float) -> bool:
    """Whether the rows that are set `alike` head what can only be different sections. `usual`: the white above a row.

    Under the names of employers everything is of one kind; under headings stand posts here, and lists of skills or
    languages there.
    """
    heads = [i for i, like in enumerate(alike) if like]
    if not _LEAST <= len(heads) <= _MOST or any(rows[i].bullet or len(rows[i].cells) > 1 for i in heads):
        return False
    unlike = sum(not may_head(rows[i]) or title_score(rows[i].text) >= _A_POST for i in heads)
    over_dates = sum(only_date(rows[i + 1].text) is not None for i in heads if i + 1 < len(rows))
    if unlike * _FEW > len(heads) or over_dates * 2 > len(heads):
        return False
    apart = sum(rows[i].gap == 0.0 or rows[i].gap >= max(1.4 * usual, 0.5 * rows[i].size) for i in heads)
    if apart < _MOSTLY * len(heads):
        return False
    ends = [*heads[1:], len(rows)]
    below = [rows[head + 1 : end] for head, end in zip(heads, ends, strict=True)]
    kinds = {content_kind(part) or ("skills" if lists_items(part) else None) for part in below} - {None}
    return len(kinds) > 1 and bool(kinds & _TOLD)
