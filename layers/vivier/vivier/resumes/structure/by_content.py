"""Sections without a heading we know, or under a wrong one, given the kind that their rows speak for."""

import re

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
from vivier.resumes.wording.opinions import degree_score, school_score

_SOON = 4
_NAMES = 0.6
_SAME_SIZE = 0.3


_ADDRESS = re.compile(
    r"\W*(?:(?:mon|my) )?(?:adresse|address|domicile|location|localisation|lieu de vie|where i live)(?: postale)?\W*"
)


def by_content(sections: list[Section]) -> list[Section]:
    """Sections without a heading we know are given the kind that their rows speak for.

    What looked like a heading within a list of posts or studies goes back into the list.
    """
    kept: list[Section] = []
    known = {s.kind for s in sections if s.kind in ("experience", "education") and dated_rows(s.rows)}
    skilled = any(s.kind == "skills" and s.heading is not None and len(s.rows) > 1 for s in sections)
    several = sum(s.kind == "experience" and bool(s.rows) for s in sections) > 1
    told = {period for s in sections if s.kind == "experience" for period in periods_of_posts(s.rows)}
    for at, section in enumerate(sections):
        before = kept[-1] if kept else None
        said = fold(section.heading.text) if section.heading is not None else ""
        if section.kind == "unknown" and _ADDRESS.fullmatch(said):
            section.kind = "contact"
        elif section.kind == "unknown" and IN_SERVICE.search(said):
            section.kind = "other"
        elif section.kind == "unknown":
            lists = {"experience", "education"} - known - {s.kind for s in kept}
            kind = content_kind(section.rows, lists.pop() if len(lists) == 1 else None)
            within = before is not None and before.kind == kind and _goes_on(section, before)
            beside = (*kept[-1:], *sections[at + 1 : at + 2])
            within |= any(s.kind == kind for s in beside) and is_paid_career(section.rows, told)
            kind = None if kind in known and not within else kind
            kind = None if kind == "skills" and (skilled or lists_others(section.rows)) else kind
            if before is not None and before.kind == kind and kind in ("experience", "education"):
                before.rows += [*([section.heading] if section.heading else []), *section.rows]
                continue
            section.kind = kind or "unknown"
        elif (
            is_work(section)
            or (section.kind == "summary" and is_career(section.rows, told))
            or ("experience" not in known and lists_posts(section))
        ):
            section.kind = "experience"
        elif section.kind == "experience" and several and lists_works(section.rows):
            section.kind = "projects"
        elif talks(section):
            section.kind = "languages"
        elif section.kind == "languages" and len(section.rows) > 1 and not speaks_any(section.rows):
            section.kind = "skills"
        kept.append(section)
    kept = name_skills(_with_languages(kept))
    if not any(s.kind == "education" and s.rows for s in kept):
        kept = _opened_by_word(kept, "education")
    return kept if _has_posts(kept) else _with_posts(_opened_by_word(kept, "experience"))


def _goes_on(section: Section, before: Section) -> bool:
    """Whether a section that begins with a period goes on with the list before it: under few words, or set as it is."""
    head, above, dated = section.heading, before.heading, dated_rows(section.rows)
    if head is None or not dated:
        return False
    if dated[0] == 0 and len((framed(head.text) or head.text).split()) <= 2:
        return True
    if above is None or dated[0] > 1 or abs(head.size - above.size) >= _SAME_SIZE:
        return False
    return head.bold == above.bold and head.text.isupper() == above.text.isupper()


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
