"""Sections without a heading we know, or under a wrong one, given the kind that their rows speak for."""

import re
from typing import NamedTuple

from vivier.resumes.layout.headings import framed, heading_kind
from vivier.resumes.layout.lines import Row
from vivier.resumes.structure.contents import (
    content_kind,
    dated_rows,
    is_career,
    is_paid_career,
    lists_works,
    periods_of_posts,
    speaks_any,
    speaks_only,
)
from vivier.resumes.structure.looks import HEADER
from vivier.resumes.structure.misnamed import is_work, lists_posts
from vivier.resumes.structure.own_lists import lists_others, name_skills
from vivier.resumes.structure.run_in import talks
from vivier.resumes.structure.section import Section
from vivier.resumes.text import fold
from vivier.resumes.wording.dates import find_ranges
from vivier.resumes.wording.opinions import degree_score, school_score

_SOON = 4
_LISTS = ("experience", "education")
_NAMES = 0.6
_SAME_SIZE = 0.3


_ADDRESS = re.compile(
    r"\W*(?:(?:mon|my) )?(?:adresse|address|domicile|location|localisation|lieu de vie|where i live)(?: postale)?\W*"
)


class _Known(NamedTuple):
    """What sections under headings we know tell: lists with periods, the posts' periods, whether skills are listed."""

    lists: set[str]
    periods: set[tuple[str | None, str | None]]
    skilled: bool
    several: bool


def _known_of(sections: list[Section]) -> _Known:
    posts = [s for s in sections if s.kind == "experience"]
    return _Known(
        lists={s.kind for s in sections if s.kind in _LISTS and dated_rows(s.rows)},
        periods={period for s in posts for period in periods_of_posts(s.rows)},
        skilled=any(s.kind == "skills" and s.heading is not None and len(s.rows) > 1 for s in sections),
        several=sum(bool(s.rows) for s in posts) > 1,
    )


def by_content(sections: list[Section]) -> list[Section]:
    """Sections without a heading we know are given the kind that their rows speak for.

    What looked like a heading within a list of posts or studies goes back into the list.
    """
    kept: list[Section] = []
    guessed: set[int] = set()  # sections known to be of posts by their rows, whose heading may be the first one's house
    known = _known_of(sections)
    for at, section in enumerate(sections):
        if section.kind != "unknown":
            section.kind = _named_kind(section, known)
            kept.append(section)
            continue
        kind = _unnamed_kind(section, kept, sections[at + 1 : at + 2], known)
        if kept and kept[-1].kind == kind and kind in _LISTS:
            if id(kept[-1]) in guessed:
                kept[-1].rows[:0] = _first_house(kept[-1], section)
                guessed.remove(id(kept[-1]))
            kept[-1].rows += [*([section.heading] if section.heading else []), *section.rows]
            continue
        section.kind = kind or "unknown"
        guessed |= {id(section)} if kind == "experience" else set()
        kept.append(section)
    kept = name_skills(_with_languages(kept))
    if not any(s.kind == "education" and s.rows for s in kept):
        kept = _opened_by_word(kept, "education")
    return kept if _has_posts(kept) else _with_posts(_opened_by_word(kept, "experience"))


def _named_kind(section: Section, known: _Known) -> str:
    """The kind of a section whose heading we know, or another one that only its rows can mean."""
    if (
        is_work(section)
        or (section.kind == "summary" and is_career(section.rows, known.periods))
        or ("experience" not in known.lists and lists_posts(section))
    ):
        return "experience"
    if section.kind == "experience" and known.several and lists_works(section.rows):
        return "projects"
    if talks(section):
        return "languages"
    silent = section.kind == "languages" and len(section.rows) > 1 and not speaks_any(section.rows)
    return "skills" if silent else section.kind


def _unnamed_kind(section: Section, kept: list[Section], after: list[Section], known: _Known) -> str | None:
    """The kind that the rows of a section without a heading we know speak for, as far as nothing else tells it."""
    said = fold(section.heading.text) if section.heading is not None else ""
    if _ADDRESS.fullmatch(said):
        return "contact"
    if IN_SERVICE.search(said):
        return "other"
    untold = set(_LISTS) - known.lists - {s.kind for s in kept}
    kind = content_kind(section.rows, untold.pop() if len(untold) == 1 else None)
    within = bool(kept) and kept[-1].kind == kind and _goes_on(section, kept[-1])
    beside = any(s.kind == kind for s in (*kept[-1:], *after))
    if kind in known.lists and not within and not (beside and is_paid_career(section.rows, known.periods)):
        return None
    return None if kind == "skills" and (known.skilled or lists_others(section.rows)) else kind


def _first_house(first: Section, second: Section) -> list[Row]:
    """The house of the first post, where what was taken for headings are the houses of one post each, set alike."""
    head, other = first.heading, second.heading
    if head is None or other is None or not _set_alike(head, other):
        return []
    return [head] if 0 in dated_rows(first.rows)[:1] and 0 in dated_rows(second.rows)[:1] else []


def _set_alike(head: Row, other: Row) -> bool:
    same = abs(head.size - other.size) < _SAME_SIZE and head.bold == other.bold
    return same and head.text.isupper() == other.text.isupper()


def _goes_on(section: Section, before: Section) -> bool:
    """Whether a section that begins with a period goes on with the list before it: under few words, or set as it is."""
    head, above, dated = section.heading, before.heading, dated_rows(section.rows)
    if head is None or not dated:
        return False
    if dated[0] == 0 and len((framed(head.text) or head.text).split()) <= 2:
        return True
    lasts = any(not found.single for row in section.rows for found in find_ranges(row.text))
    return above is not None and dated[0] <= 1 and _set_alike(head, above) and lasts


def _with_languages(sections: list[Section]) -> list[Section]:
    """The sections, with a row that only says "langues" as a heading where it looks like none, over a list of them."""
    if any(s.kind == "languages" for s in sections):
        return sections
    for at, section in enumerate(sections):
        for index, row in enumerate(section.rows[:-1]):
            if len(row.cells) > 1 or heading_kind(row.text) != "languages" or not speaks_only(section.rows[index + 1]):
                continue
            end = next((i for i, r in enumerate(section.rows) if i > index and not speaks_only(r)), len(section.rows))
            spoken = Section("languages", row, section.rows[index + 1 : end])
            rest = [Section("unknown", None, section.rows[end:])] if end < len(section.rows) else []
            section.rows = section.rows[:index]
            return [*sections[: at + 1], spoken, *rest, *sections[at + 1 :]]
    return sections


def _has_posts(sections: list[Section]) -> bool:
    return any(s.kind == "experience" and dated_rows(s.rows) for s in sections)


def _with_posts(sections: list[Section]) -> list[Section]:
    """The sections, with posts that stand under another heading, or under none, as sections of their own."""
    for kinds in ((HEADER, "summary", "other", "contact"), ("projects",)):
        if not _has_posts(sections):
            for section in sections:
                sections = _with_unannounced(sections, section) if section.kind in kinds else sections
    return sections


def _opened_by_word(sections: list[Section], kind: str) -> list[Section]:
    """The sections, with the one that a common word for posts or studies ("Work") opens, when such rows follow."""
    for at, section in enumerate(sections):
        for index, row in enumerate(section.rows):
            if row.bullet or len(row.cells) > 1 or heading_kind(row.text) != kind:
                continue
            if _opens_list(section.rows[index + 1 :], kind):
                opened = Section(kind, row, section.rows[index + 1 :])
                section.rows = section.rows[:index]
                return [*sections[: at + 1], opened, *sections[at + 1 :]]
    return sections


def _opens_list(rows: list[Row], kind: str) -> bool:
    if kind == "experience":
        return any(i < _SOON for i in dated_rows(rows)[:1])
    pieces = [p for row in rows[: _SOON - 1] if not row.bullet for p in re.split(r"[,\t|]", row.plain)]
    return any(max(degree_score(p), school_score(p)) >= _NAMES for p in pieces)


# What is given, said or written now and then, with its date.
_NO_POSTS = re.compile(
    r"\b(?:awards?|hono[u]?rs|prix|distinctions?|bourses?|scholarships?|grants?|publications?|conferences?|talks?|press"
    r"|references?|patents?|brevets?|exposes|seminaires?|seminars?|presentations|posters?|articles|papers)\b"
)
# What scholars do beside their post, whose rows have periods like posts.
IN_SERVICE = re.compile(
    r"^(?:encadrement|supervision)\b|\bresponsabilites (?:collectives|scientifiques|administratives)"
    r"|\b(?:projets (?:scientifiques|de recherche)|financements|funding|grants|bourses)\b|\breview(?:ing|er)\b"
    r"|^(?:academic|scientific|community) service|\b(?:service to the|jurys?|comites|committees)\b|\bvulgarisation\b"
    r"|^mediations?\b|^rayonnement\b"
)
_MAIL = re.compile(r"\S@\S")
_DAY = re.compile(r"\W*\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\W*")
_UNPAID = re.compile(r"\b(?:volontariat|benevolats?|volunteer(?:ing|s)?)\b")


def _with_unannounced(sections: list[Section], section: Section) -> list[Section]:
    """Posts that stand under another heading, or under none, as a section of their own."""
    days = [i for i, row in enumerate(section.rows) if _DAY.fullmatch(row.text)]  # of birth, before any post
    mails = [i for i, row in enumerate(section.rows) if _MAIL.search(row.text)]
    dated = [i for i in dated_rows(section.rows) if i not in days]
    if section.heading is not None and _NO_POSTS.search(fold(section.heading.text)):
        return sections
    unpaid = section.heading is not None and bool(_UNPAID.search(fold(section.heading.text)))
    if len(dated) < 2 or not (unpaid or content_kind(section.rows) == "experience"):
        return sections
    first = max(0, dated[0] - 2, *(i + 1 for i in days + mails if i < dated[0]))
    while first < dated[0] and len(section.rows[first].text) > 90:
        first += 1
    posts = Section("experience", None, section.rows[first:])
    section.rows = section.rows[:first]
    at = next(i for i, s in enumerate(sections) if s is section)
    return [*sections[: at + 1], posts, *sections[at + 1 :]]
