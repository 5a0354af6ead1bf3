"""How long skills were practised: at least so many months, by the dated posts whose words name them."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vivier.resumes.abilities.recognised import name_of, skills_named
from vivier.resumes.lexicon.skills import EVERYDAY, is_quality, tokens_of
from vivier.resumes.model import FoundExperience, Profile
from vivier.resumes.text import fold
from vivier.resumes.wording.moments import PRESENT

MOST_MONTHS = 70 * 12
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?")


class Post(NamedTuple):
    """What was done and when: dates are "YYYY" or "YYYY-MM"; `seen` stands in for an end that is "present"."""

    text: str
    start: str
    end: str
    seen: str


def practice(skills: Iterable[str], posts: Sequence[Post]) -> dict[str, int]:
    """Months of each skill that a post names. A year alone counts from its last month, or up to its first: what isn't
    said is not added, and months held twice are counted once.
    """
    spans = [(span, *_words(post.text)) for post in posts if (span := _span(post)) is not None]
    found: dict[str, int] = {}
    for skill in dict.fromkeys(skills):
        name, words = name_of(skill), " ".join(t.text for t in tokens_of(skill))
        if is_quality(skill) or not words or (name is None and (len(words) < 3 or fold(skill) in EVERYDAY)):
            continue
        named = [span for span, names, text in spans if (name in names if name else f" {words} " in text)]
        if months := min(_together(named), MOST_MONTHS):
            found[skill] = months
    return found


def with_practice(profile: Profile) -> Profile:
    """The profile with the months of each skill; what goes on is counted up to the last month that the CV names."""
    if not profile.skills or not profile.experience:
        return profile
    dates = [v.value for e in profile.experience for v in (e.start, e.end) if v is not None and v.value != PRESENT]
    posts = [post for entry in profile.experience if (post := _post(entry, max(dates, default=""))) is not None]
    months = practice([skill.value for skill in profile.skills], posts)
    skills = [
        skill.model_copy(update={"months": months[skill.value]}) if skill.value in months else skill
        for skill in profile.skills
    ]
    return profile.model_copy(update={"skills": skills})


def _post(entry: FoundExperience, seen: str) -> Post | None:
    if entry.start is None or entry.end is None:
        return None
    words = [v.value for v in (entry.title, entry.description) if v is not None]
    return Post("\n".join(words), entry.start.value, entry.end.value, seen)


def _words(text: str) -> tuple[frozenset[str], str]:
    return frozenset(n.name for n in skills_named(text)), f" {' '.join(t.text for t in tokens_of(text))} "


def _span(post: Post) -> tuple[int, int] | None:
    """The months that are surely within a post: [first, last) since the year 0."""
    start = _month(post.start, 12)
    end = _month(post.seen if post.end == PRESENT else post.end, 1)
    return (start, end) if start is not None and end is not None and start < end else None


def _month(date: str, otherwise: int) -> int | None:
    match = _DATE.fullmatch(date)
    return int(match[1]) * 12 + int(match[2] or otherwise) - 1 if match else None


def _together(spans: list[tuple[int, int]]) -> int:
    total, reached = 0, 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total
