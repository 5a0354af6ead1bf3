"""Posts that say how long they took and not when: "Auxiliaire de vie … 6 ans, en poste" over the employer's row."""

import re

from vivier.resumes.layout.lines import Row
from vivier.resumes.posts.between import TOOK
from vivier.resumes.posts.entries import Entry
from vivier.resumes.posts.heads import HeadRow
from vivier.resumes.text import fold
from vivier.resumes.wording.sentences import is_sentence

_GOES_ON = re.compile(
    r",?\s\(?(?:(?:toujours )?en poste|en cours|a ce jour|actuellement|current(?:ly)?|to date|ongoing|so far)\)?$"
)
_BEHIND = re.compile(r"^(.{4,70}?)(?:,\s|\s[–—|-]\s|\s\()([^,–—|(]+(?:,[^,–—|(]+)?)\)?$")
_LEAST, _LONG = 2, 90


def told_by_durations(rows: list[Row]) -> list[Entry]:
    """The posts of a list without dates in which rows of a post end in how long it took; none below two of these."""
    entries: list[Entry] = []
    opened: list[Row] = []
    for row in rows:
        if (name := before_duration(row)) is not None:
            entries.append(Entry([HeadRow(row, name)], None, None))
            opened.append(row)
        elif entries and opened[-1:] and _names_more(row, opened[-1]):
            entries[-1].head.append(HeadRow(row, [c.text for c in row.cells]))
            opened = []
        elif entries:
            entries[-1].body.append(row)
            opened = []
    return entries if len(entries) >= _LEAST else []


def before_duration(row: Row) -> list[str] | None:
    """The texts of a row before the duration that ends it."""
    if row.bullet or len(row.text) > _LONG:
        return None
    texts = [c.text for c in row.cells]
    if len(texts) > 1 and _is_duration(texts[-1]):
        return [*texts[:-1], ""]
    behind = _BEHIND.match(texts[-1])
    if behind is not None and _is_duration(behind[2]):
        return [*texts[:-1], behind[1]]
    return None


def _is_duration(text: str) -> bool:
    return TOOK.fullmatch(_GOES_ON.sub("", fold(text)).strip(" .()")) is not None


def _names_more(row: Row, above: Row) -> bool:
    """Whether the row under a post's goes on with its head: short, no item of a list and no sentence."""
    ends = row.text.rstrip().endswith((".", ";", ":"))
    return (
        not row.bullet and not ends and len(row.text) <= _LONG and not is_sentence(row.plain) and row.page == above.page
    )
