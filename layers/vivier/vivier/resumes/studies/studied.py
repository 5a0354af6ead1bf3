"""A degree, what was studied and the school, where quotes, labels or nothing at all parts them."""

import re
from dataclasses import replace

from vivier.resumes.lexicon import words
from vivier.resumes.posts.entries import Entry
from vivier.resumes.posts.parts import STYLE_BREAK, Part, text_of
from vivier.resumes.posts.roles import Roles
from vivier.resumes.text import fold
from vivier.resumes.wording.opinions import degree_score, place_score, school_score, title_score

_WANTS_SUBJECT = re.compile(r"\b(?:options?|specialites?|parcours|filiere|mention|majeure|orientation|en|in|of|de)$")
_QUOTED = re.compile(r"^(.{3,60}?)\s*[:–-]?\s*[\"«“]\s?([^\"«»“”]{5,90}?)\s?[\"»”]$")


def unquoted(parts: list[Part]) -> list[Part]:
    """The parts with what stands in quotes behind a name, and is no degree's, as one of their own."""
    made: list[Part] = []
    for part in parts:
        match = _QUOTED.match(part.text)
        others = [p for p in parts if p is not part and degree_score(p.text) >= 0.8]
        if match is None or degree_score(match[1]) >= 0.8 or school_score(match[2]) >= 1 or others:
            made.append(part)
        else:
            made.append(replace(part, text=match[1], told="where"))
            made.append(replace(part, text=match[2], index=part.index + 1, sign='"', comma=False, told="what"))
    return made


def with_subjects(parts: list[Part]) -> list[Part]:
    """The parts with a subject that only bold letters part from its degree put back: "BTS **Systèmes** - Lycée X"."""
    made: list[Part] = []
    for index, part in enumerate(parts):
        before = made[-1] if made and made[-1].row is part.row and part.sign == STYLE_BREAK else None
        after = parts[index + 1] if index + 1 < len(parts) and parts[index + 1].row is part.row else None
        if made and _is_series(made[-1], part):
            made[-1] = replace(made[-1], text=f"{made[-1].text}{_SIGN.get(part.sign, ' ')}{part.text}")
            continue
        unlike = before is not None and degree_score(before.text) >= 1 and school_score(part.text) < 0.5
        schooled = after is not None and school_score(after.text) >= 0.8
        if before is not None and (_WANTS_SUBJECT.search(fold(before.text)) or (unlike and schooled)):
            made[-1] = replace(before, text=f"{before.text} {part.text}")
        else:
            made.append(part)
    return made


_BAC = re.compile(
    r"bac(?:calaureat)?(?: (?:general|technologique|pro(?:fessionnel)?|scientifique|litteraire|s|es|l|sti|sti2d|stg"
    r"|stmg|stl|st2s))*"
)
_SERIES = re.compile(r"svt|si|isn|nsi|sin|pc|ses|maths?|sciences? de l'ingenieure?|physique[ -]chimie")
_SIGN = {"-": " - ", ",": ", "}
_LEVEL = re.compile(r"(?:niveau )?bac ?\+ ?\d")
_UNKNOWN = 0.45


def _is_series(before: Part, part: Part) -> bool:
    """Whether what stands beside a baccalauréat is its series or option: "BAC S - SVT"."""
    beside = part.row is before.row and not part.bracket and part.sign in ("-", ",")
    return beside and bool(_BAC.fullmatch(fold(before.text)) and _SERIES.fullmatch(fold(part.text)))


def is_level(part: Part, before: list[Part]) -> bool:
    """Whether a part only tells the level of studies that the parts before it name: "Master MAE, IAE, Bac +5"."""
    named = [p for p in before if place_score(p.text) < 1]
    return len(named) > 1 and bool(_LEVEL.fullmatch(fold(part.text).strip(" .")))


_NUMBERED = re.compile(r"(?:(?:qqi|nfq|fetac|cmi|cipd|ilm|rqf|scqf|ncfe|cache|vtct) )?level [1-8]|(?:qqi|fetac) [1-8]")


def names_level(part: Part, before: list[Part]) -> bool:
    """Whether a comma parts what was studied from its level: "Office Administration, QQI Level 5"."""
    studied = before[-1] if before and part.comma and before[-1].row is part.row else None
    if studied is None or not _NUMBERED.fullmatch(fold(part.text).strip(" .")):
        return False
    return school_score(studied.text) < 0.5 and place_score(studied.text) < 0.8


# How a degree was taken, or of what kind: "VAE - Titre pro", "Formation continue : CQP", "Bac +5 : Master".
_HOW = re.compile(
    r"(?:(?:en|par|par la|via) )?(?:vae|validation des acquis(?: de l'experience)?|candidate? libre|alternance"
    r"|apprentissage|cours du soir|formation (?:a distance|continue|initiale))|(?:niveau )?bac ?\+ ?\d"
    r"|(?:formation|cursus|parcours|enseignement)s? (?:initiale?s?|continue?s?|professionnel(?:le)?s?|scolaires?"
    r"|universitaires?)"
)


def tells_how(part: Part, parts: list[Part]) -> bool:
    """Whether a part before a degree of the same row only tells how it was taken, or of what level."""
    behind = [p for p in parts if p.row is part.row and p.index > part.index]
    told = part.index == 0 and part.sign not in (",", "(") and bool(_HOW.fullmatch(fold(part.text).strip(" .:")))
    return told and any(degree_score(p.text) >= 0.8 for p in behind)


def is_listed(what: Part, where: Part) -> bool:
    """Whether what would be the school is one of several subjects: "Master Mathématiques, Informatique"."""
    return where.comma and where.row is what.row and school_score(where.text) < _UNKNOWN


_MAJOR = re.compile(
    r"(?:majors?|field of study|concentration|sp[ée]cialit[ée]|fili[èe]re)\s?:\s*(.{4,90})", re.IGNORECASE
)


def with_major(role: Roles, entry: Entry) -> Roles:
    """The degree that a label under a school tells ("Major: Biology"), when its own row names none."""
    if any(degree_score(p.text) >= _UNLIKE_DEGREE for p in role.what) or not role.where:
        return role
    for row in [*(h.row for h in entry.head[1:]), *entry.body[:_FEW_BELOW]]:
        match = _MAJOR.match(row.plain.split("\t")[0])
        if match:
            where = [*role.where, *(p for p in role.what if p.row is role.where[0].row and p.sign == "-")]
            told = Part(match[1].strip(" .;"), row, 1, 0, row.bold)
            return replace(role, what=[told], where=where)
    return role


_UNLIKE_DEGREE, _FEW_BELOW = 0.3, 3
_STATED = words("state national technical metropolitan christian community open")
# A word for a school that opens its name, in French, and one that closes it, in English.
_SCHOOL_OPENS = re.compile(
    r"\s(?=(?:[ÀA] )?(?:Universit[ée]s?|Lyc[ée]e|[ÉE]cole|Institut|Facult[ée]|Coll[èe]ge|Polytech|INSA|IUT|ENS|IEP|CFA"
    r"|I\.?A\.?E\.?|IFSI|IFAS|AFPA|GRETA|ESC|ESCP|EPITA|EPITECH|HEC|CNAM|University of"
    r"|University College)\s[A-ZÀ-Ýa-z])"
)
_SCHOOL_CLOSES = re.compile(r"\s((?:[A-Z][\w'’.&-]+\s)?[A-Z][\w'’.&-]+\s(?:University|College|Polytechnic)\b.*)$")


def with_school_within(role: Roles) -> Roles:
    """A degree and the school that nothing parts from it: "Ingénieur INSA Rennes", "BSc Botany Halden University"."""
    first = role.what[0]
    opens, closes = _SCHOOL_OPENS.search(first.text), _SCHOOL_CLOSES.search(first.text)
    if degree_score(first.text) < 0.8 or not (opens or closes):
        return role
    at = opens.end() if opens else closes.start(1) if closes else 0
    name = first.text[at:]
    if closes and not opens:
        before, _, rest = name.partition(" ")
        if rest.split()[0] not in ("University", "College", "Polytechnic") and fold(rest.split()[0]) not in _STATED:
            at += len(before) + 1
            name = rest
        name = re.split(r"\s(?:Graduated|with|First|Honou?rs)\b", name)[0]
    degree = first.text[:at].strip(" ,–—-")
    if len(degree) < 2:
        return role
    what = [replace(first, text=degree), *role.what[1:]]
    return replace(role, what=what, where=[replace(first, text=name.strip(), index=first.index + 1)])


_OF_SUBJECTS = re.compile(
    r"(?:\d{1,2} )?(?:(?:a|o|as)[ -]levels?|i?gcses?|highers|leaving cert(?:ificate)?|abitur|bac(?:calaureat)?)"
)


def degree_of(role: Roles, head: list[Part]) -> str:
    """The degree, with the subjects that a colon opens behind it: "A-levels: Maths, Physics"."""
    if len(role.what) != 1 or not _OF_SUBJECTS.fullmatch(fold(role.what[0].text)):
        return text_of(role.what)
    first = role.what[0]
    subjects: list[Part] = []
    for part in (p for p in head if p.row is first.row and p.index > first.index):
        if (
            part in role.where
            or part in role.place
            or school_score(part.text) >= 0.5
            or (not subjects and part.sign != ":")
        ):
            break
        subjects.append(part)
    return f"{first.text}: {text_of(subjects)}" if subjects else first.text


# Points, the number of a norm, marks by subject, a number of exams.
_COUNTED = re.compile(
    r"\d{1,4}(?:e|er|[èe]re|[èe]me|th|st|nd|rd)?\s(?:sur|of|out of)\s\d.*"
    r"|\(?\d{2,4}\s?(?:pts?|points?|/\s?\d+|%)?\)?|[A-Z]{2,5}-\d{3,}\b.*|.*\([A-EU]\*?\).*"
    r"|\d{1,2}\s(?:I?GCSEs?|[AO][- ][Ll]evels?)\b.*"
)


def names_no_school(text: str, cell: bool = False) -> bool:
    """Whether what stands in a school's place only counts, names a subject in small letters, or an occupation.

    `cell`: it stands in a cell of its own, where a name may be written small ("suissetec").
    """
    if school_score(text) >= 0.5:
        return False
    occupation = len(text.split()) > 1 and title_score(text.split()[0]) >= 0.8
    return bool(_COUNTED.fullmatch(text)) or (text[:1].islower() and not cell) or occupation
