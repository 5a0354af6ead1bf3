"""Dates within what was done at a post, which were taken for posts of their own: "Hired 25 agents since 2022"."""

from vivier.resumes.posts.entries import Entry
from vivier.resumes.posts.roles import Roles
from vivier.resumes.wording.dates import only_date, without_ranges
from vivier.resumes.wording.moments import PRESENT
from vivier.resumes.wording.opinions import employer_score, school_score, title_score
from vivier.resumes.wording.tasks import task_score

_NAME, _DONE, _SURE, _SURELY_DONE = 0.5, 0.6, 0.85, 0.85
_SEVERAL, _RUNNING, _LONG = 3, 5, 7


def without_told(listed: list[tuple[int, Entry]], roles: list[Roles]) -> tuple[list[tuple[int, Entry]], list[Roles]]:
    """The entries of the sections, numbered, and who does what in each, without those that only tell something.

    These go to the description of the entry before.
    """
    kept: list[tuple[int, Entry]] = []
    left: list[Roles] = []
    for (index, entry), role in zip(listed, roles, strict=True):
        if not (_tells(role) or _is_done(entry)) or not any(_names(other) for other in roles):
            kept.append((index, entry))
            left.append(role)
        elif kept and kept[-1][0] == index:
            kept[-1][1].body += [head.row for head in entry.head] + entry.body
    return kept, left


def _names(role: Roles) -> bool:
    return bool(role.what) and title_score(role.what[0].text) >= _SURE


def _is_done(entry: Entry) -> bool:
    """Whether the row of a lone date, or of a "since", opens with what was done then."""
    row, period = entry.period_row, entry.period
    if row is None or period is None or row.bold or len(row.cells) > 1 or only_date(row.plain) is not None:
        return False
    if not (period.single or period.end == PRESENT):
        return False
    text = without_ranges(row.plain, [period]).strip(" :.,–—-")
    return task_score(text) >= _SURELY_DONE and title_score(text) < _SURE


def _tells(role: Roles) -> bool:
    """Whether nothing that an entry names is a post or a house, and what stands in their place runs on or was done."""
    told = [part.text for part in (*role.what, *role.where)]
    return bool(role.what) and any(map(_runs_on, told)) and all(_runs_on(text) or _is_weak(text) for text in told)


def _is_weak(text: str) -> bool:
    return max(title_score(text), employer_score(text), school_score(text)) < _NAME


def _runs_on(text: str) -> bool:
    count, small, post = len(text.split()), text[:1].islower(), title_score(text)
    house = max(employer_score(text[:1].upper() + text[1:]), school_score(text))
    if small and count >= _RUNNING:
        return post < _SURE
    return max(post, house) < _NAME and (task_score(text) >= _DONE or count > _LONG or (count >= _SEVERAL and small))
