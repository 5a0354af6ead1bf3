"""A post that is said once over the list of where it was held: "… en qualité de professeure d'espagnol :"."""

import re
from typing import NamedTuple

from vivier.resumes.layout.lines import Row
from vivier.resumes.structure.contents import dated_rows
from vivier.resumes.wording.opinions import title_score

_AS = re.compile(
    r"\b(?:en\s(?:qualit[ée]\s(?:de\s|d['’])|tant\sque?\s|tant\squ['’])|comme\s|as\s(?:an?\s|the\s)?)([^,;:()]{4,70})\s?:$",
    re.IGNORECASE,
)
_LEAST, _MOST_ROWS, _POST = 2, 3, 0.6


class SaidOnce(NamedTuple):
    """The post, the rows that say it, and the list below them."""

    post: str
    said: list[Row]
    listed: list[Row]


def said_once(rows: list[Row]) -> SaidOnce | None:
    """The post that a section's first rows say of all dated rows below them, if they end in a colon."""
    dated = dated_rows(rows)
    if len(dated) < _LEAST:
        return None
    text = ""
    for at, row in enumerate(rows[: min(_MOST_ROWS, dated[0])]):
        text = f"{text} {row.plain.strip()}"
        match = _AS.search(text)
        if match is not None and title_score(match[1].strip()) >= _POST:
            post = match[1].strip()
            return SaidOnce(post[:1].upper() + post[1:], rows[: at + 1], rows[at + 1 :])
    return None
