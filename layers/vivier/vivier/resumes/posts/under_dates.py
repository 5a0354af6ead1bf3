"""Names beside a date that go on in the row below it."""

import re

from vivier.resumes.layout.lines import Cell, Row, one_paragraph
from vivier.resumes.text import fold
from vivier.resumes.wording.dates import only_date
from vivier.resumes.wording.opinions import UNFINISHED, place_score, title_score

_EDGE, _A_NAME = 3, 4
# "Manœuvre chez entreprise" wants its name.
_KIND_ALONE = re.compile(
    r"\b(?:chez|a la|au|pour|dans une?|dans l'|l')\s?"
    r"(?:entreprise|societe|ets|ste|etablissements|restaurant|garage|boulangerie|hotel|groupe|cabinet|maison)$"
)
_THEN = re.compile(r"(?:puis|then|later|ensuite|et|and|&|/)\s")


def becomes(title: str, row: Row) -> bool:
    """Whether a row says which post one became: "puis directrice adjointe"."""
    return not row.bullet and bool(_THEN.match(row.text)) and title_score(row.text) >= 0.6 <= title_score(title)


def ends_under_date(row: Row, below: Row, styled: bool) -> bool:
    """Whether what stands beside the period goes on below it."""
    names = [c for c in row.cells if only_date(c.text) is None]
    if names and abs(names[0].left - below.left) < 3 and becomes(names[0].text, below):
        return True
    first = len(names) == 1 and (names[0] is row.cells[0] or bool(_KIND_ALONE.search(fold(names[0].text))))
    if first and len(row.cells) == 2 and _breaks_off(row, names[0], below):
        return True
    return _runs_under_date(row, below, styled)


def _breaks_off(row: Row, name: Cell, below: Row) -> bool:
    """Whether a name beside a date wants another word, or a bracket closed, and the row right below is set like it."""
    rest = below.cells[0]
    last, first = name.words[-1], rest.words[0]
    alike = last.bold == first.bold and abs(last.size - first.size) < 0.3 and abs(name.left - rest.left) < _EDGE
    near = below.page == row.page and below.top - row.bottom < 0.6 * rest.size and len(below.cells) == 1
    return alike and near and _is_open(name.text) and not below.bullet and only_date(rest.text) is None


def _is_open(name: str) -> bool:
    """Whether a name wants another word, or a bracket closed."""
    return bool(_KIND_ALONE.search(fold(name))) or bool(UNFINISHED.search(name)) or name.count("(") > name.count(")")


def _runs_under_date(row: Row, below: Row, styled: bool) -> bool:
    """Whether a name broken off before the date at the right edge goes on below.

    Where bold does not tell names from what was done, a broken word, a comma or a bracket must, or the town at the end.
    """
    if len(row.cells) < 2 or len(below.cells) > 1 or below.bullet or only_date(row.cells[-1].text) is None:
        return False
    name, rest = row.cells[-2], below.cells[0]
    if one_paragraph(name, rest) is False:
        return False
    if name.bold != rest.bold or abs(name.size - rest.size) > 0.6 or abs(name.left - rest.left) > 2.5:
        return False
    room = row.cells[-1].left - 6 - name.right
    first = rest.words[0]
    broken = rest.text[:1].islower() or _is_open(name.text)
    town = rest.text.endswith(".") and place_score(rest.text.rsplit(",", 1)[-1].strip(" .")) >= 0.8
    short = len(rest.text.split()) <= (2 * _A_NAME if broken else _A_NAME)
    near = below.top - row.bottom < 0.5 * rest.size
    return (
        short
        and near
        and (styled or broken or town)
        and first.right - first.left + 0.25 * first.size > room
        and title_score(name.text) + 0.3 > title_score(rest.text)
    )
