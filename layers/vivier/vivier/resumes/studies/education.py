"""Education: institution, degree, field of study and end of each entry."""

import re
from dataclasses import replace

from vivier.resumes.certainty.confidence import DOUBTFUL, FAIR
from vivier.resumes.certainty.evidence import found
from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.lexicon.places import CA_PROVINCES, STATE_NAMES, US_STATES
from vivier.resumes.model import FoundEducation
from vivier.resumes.posts.boundaries import Opinion
from vivier.resumes.posts.entries import Entry, entries_of
from vivier.resumes.posts.experience import how_sure, told, told_period
from vivier.resumes.posts.heads import HeadRow, head_parts
from vivier.resumes.posts.hyphened import with_towns_apart
from vivier.resumes.posts.numbered import without_marks
from vivier.resumes.posts.parts import STYLE_BREAK, Part, text_of
from vivier.resumes.posts.prose import studies_told
from vivier.resumes.posts.roles import Roles, assign
from vivier.resumes.posts.tables import Form, forms_of, without_titles
from vivier.resumes.posts.titled import with_titled_cells
from vivier.resumes.studies.abroad import without_abroad
from vivier.resumes.studies.asides import without_asides
from vivier.resumes.studies.ends import end_of
from vivier.resumes.studies.in_one_row import with_a_row_each
from vivier.resumes.studies.marks import without_marks_of_subjects
from vivier.resumes.studies.narrow import with_narrow_cells
from vivier.resumes.studies.nested_studies import under_schools
from vivier.resumes.studies.schools_first import told_by_school
from vivier.resumes.studies.set_right import GRADE, set_right
from vivier.resumes.studies.studied import (
    degree_of,
    is_level,
    is_listed,
    names_level,
    names_no_school,
    tells_how,
    unquoted,
    with_major,
    with_school_within,
    with_subjects,
)
from vivier.resumes.studies.told import told_in_words
from vivier.resumes.studies.undated_studies import (
    SHORT,
    is_bare,
    is_subject,
    named,
    partly_dated,
    undated,
    with_undated,
)
from vivier.resumes.studies.whole_names import with_whole_names
from vivier.resumes.text import fold
from vivier.resumes.wording.dates import find_ranges, without_ranges
from vivier.resumes.wording.honours import HONOURS_LAST, only_honours
from vivier.resumes.wording.opinions import degree_score, place_score, school_score
from vivier.resumes.wording.sentences import is_sentence

_OPINION = Opinion(degree_score, school_score)
_FIELD = re.compile(
    r"\b(?:in|en|of|option|sp[ée]cialit[ée]|fili[èe]re|mention|major in|majoring in)\s+([^,(–|]{3,80})", re.IGNORECASE
)


def read_education(sections: list[list[Row]]) -> list[FoundEducation]:
    """The entries of the education sections, in the order of the document."""
    sections = [without_marks_of_subjects(with_narrow_cells(rows)) for rows in sections]
    sections = [with_towns_apart(without_marks(rows, _names)) for rows in sections]
    sections = [with_a_row_each(without_asides(without_abroad(rows))) for rows in sections]
    sections = [with_whole_names(without_titles(with_titled_cells(rows, study=True))) for rows in sections]
    forms = {index: forms_of(rows, study=True) for index, rows in enumerate(sections)}
    said = {i: _told_apart(rows) for i, rows in enumerate(sections) if rows and not forms[i]}
    read = _listed({i: rows for i, rows in enumerate(sections) if not forms[i] and not said.get(i)})
    read += [(i, _told(form)) for i, found_ in forms.items() for form in found_]
    read += [(i, one) for i, studies in said.items() for one in studies]
    return set_right(one for _, one in sorted(read, key=lambda r: r[0]))


def _told_apart(rows: list[Row]) -> list[FoundEducation]:
    """The studies of a section that tells them in sentences, of whatever kind; none of a list."""
    return (
        told_by_school(rows)
        or told_in_words(rows, lambda: [one for _, one in _listed({0: rows})])
        or studies_told(rows)
    )


def _listed(sections: dict[int, list[Row]]) -> list[tuple[int, FoundEducation]]:
    """The entries of the sections that list them, each with its section's number."""
    listed = [
        (i, entry)
        for i, rows in sections.items()
        for entry in (
            under_schools(rows)
            or partly_dated(rows)
            or with_undated(rows, entries_of(rows, named, _OPINION))
            or undated(rows)
        )
    ]
    before: Entry | None = None
    roles = assign([_parts(entry) for _, entry in listed], _OPINION)
    read: list[tuple[int, FoundEducation]] = []
    for (index, entry), role in zip(listed, roles, strict=True):
        read += [(index, one) for one in _with_listed(_under(_one(entry, role), entry, read, index, before), entry)]
        before = entry
    return read


def _names(text: str) -> float:
    return max(degree_score(text), school_score(text))


_BEFORE_UNIVERSITY = re.compile(r"(?:bac(?:calaureat)?|brevet|bepc|bfem|cep[e]?|des|cess|dnb)\b")


def _under(
    one: FoundEducation, entry: Entry, read: list[tuple[int, FoundEducation]], index: int, before: Entry | None
) -> FoundEducation:
    """A degree in a list under a school above it is of that school, as is the next under one that heads a degree."""
    row = entry.head[0].row if entry.head else None
    listed_too = bool(read) and (school := read[-1][1].institution) is not None and school.confidence == DOUBTFUL
    right_below = row is not None and before is not None and row.gap < 0.5 * row.size and (_heads(before) or listed_too)
    listed = row is not None and (row.bullet or right_below)
    if (
        one.degree is not None
        and row is not None
        and not row.bullet
        and _BEFORE_UNIVERSITY.match(fold(one.degree.value))
    ):
        return one
    if one.institution is not None or one.degree is None or not listed or not read or read[-1][0] != index:
        return one
    if before is not None and degree_score(before.head[0].text) >= 0.7 > degree_score(before.head[-1].text):
        return one  # the one above names its own school below it
    if before is not None and row is not None and row.bullet and before.head[0].row.bullet and not listed_too:
        return one  # or in its own item of the list
    above = read[-1][1].institution
    return one.model_copy(update={"institution": above.model_copy(update={"confidence": DOUBTFUL})}) if above else one


def _heads(entry: Entry) -> bool:
    """Whether a school has a row of its own above the first degree taken there."""
    first = entry.head[0].text if len(entry.head) > 1 else ""
    return bool(first) and school_score(first) >= 0.8 and degree_score(first) < 0.5


def _told(form: Form) -> FoundEducation:
    """An entry written as a form; where none of its labels tells the degree, its level may: "Niveau : Master"."""
    levels = [(text, row) for text, row in form.told.get("does", []) if degree_score(text) >= 0.8]
    if not form.told.get("what") and levels:
        form.told["what"] = levels[:1]
    return FoundEducation(degree=told(form, "what"), institution=told(form, "where"), end=told_period(form)[1])


def labelled_studies(rows: list[Row]) -> list[FoundEducation]:
    """The studies of a CV without a section for them, behind a label: "Qualification: BSc Physics, Halden College"."""
    told = []
    for row in rows:
        label, colon, value = row.plain.replace("\t", " ").partition(":")
        if colon and heading_kind(label) == "education" and degree_score(value.strip()) >= 0.8:
            words = row.words[len(label.split()) :]
            told.append(replace(row, cells=[Cell(words or row.words, value.strip())], bullet=False))
    return read_education([told]) if told else []


def _with_listed(one: FoundEducation, entry: Entry) -> list[FoundEducation]:
    """A school whose degrees stand below it as a list gives an entry for each."""
    if one.degree is not None or one.institution is None:
        return [one]
    listed = [row for row in entry.body[:4] if row.bullet and degree_score(" ".join(row.plain.split()[:2])) >= 1]
    entries = []
    for row in listed:
        ranges = find_ranges(row.plain)
        text = re.split(
            r"\t|[.,]\s+(?:GPA|Grade|In-major|Thesis|Mention)\b", without_ranges(row.plain, ranges).strip(" \t")
        )[0]
        entries.append(one.model_copy(update={"degree": found(text, FAIR, [row])}))
    return entries or [one]


def _parts(entry: Entry) -> list[Part]:
    """The parts of a head; "mention bien" is no school: right behind a degree it is of that, else it is left out."""
    parts: list[Part] = []
    told = with_subjects(unquoted(head_parts(entry.head)))
    for part in told:
        if is_level(part, parts) or tells_how(part, told) or (parts and part.comma and _QUOTED.fullmatch(part.text)):
            continue  # a thesis's title is no part of the degree
        if names_level(part, parts):
            parts[-1] = replace(parts[-1], text=f"{parts[-1].text}, {part.text}")
            continue
        if not only_honours(part.text):
            own = degree_score(part.text) >= 0.8 > school_score(part.text)
            last = None if own else HONOURS_LAST.search(fold(part.text))
            parts.append(replace(part, text=part.text[: last.start()]) if last else part)
        elif part.comma and parts and parts[-1].row is part.row and degree_score(parts[-1].text) >= 0.8:
            parts[-1] = replace(parts[-1], text=f"{parts[-1].text}, {part.text}")
    return parts


_QUOTED = re.compile(r"[«“\"].+[»”\"]")
_OF_STATE = re.compile(r"(?:the )?university of ([a-z ]+)")


_OF_DATE = re.compile(
    r"(?:class of|graduat(?:ed|ion|ing)|promo(?:tion)?|annee scolaire|session|expected|completed|ongoing"
    r"|on-going|en cours|in progress|pursuing)\b(?:\s(?:in|en))?\s?(?:\d{4})?(?:\s?\(.*\))?"
)


def _bare(role: Roles, head: list[Part]) -> Roles:
    """The degree without a grade behind it, and with its subject; neither is a word that belongs to the date."""
    what, where, rest = (
        [p for p in some if not _OF_DATE.fullmatch(fold(p.text))] for some in (role.what, role.where, role.rest)
    )
    if role.what and not what:
        what = rest[:1]
    if what and what[0].bracket:  # "LLB (Hons)"
        what = [p for p in head if p.row is what[0].row and p.index == what[0].index - 1 and p not in where] + what
    what = next((what[:n] for n, p in enumerate(what) if n and GRADE.match(fold(p.text))), what)
    role = replace(role, what=[*what, *(_set_otherwise(what, where, head) or _behind(what, role, head))], where=where)
    role = replace(role, what=[*_before(role.what, role, head), *role.what])
    return _with_subject(role, head) if len(what) == len(role.where) == 1 else role


def _set_otherwise(what: list[Part], where: list[Part], head: list[Part]) -> list[Part]:
    """The subject behind a bare degree from which only its looks part it: "**Master** Informatique"."""
    if len(what) != 1 or degree_score(what[0].text) < 1 or not (is_bare(what[0]) or where):
        return []
    beside = [p for p in head if p.row is what[0].row and p.index == what[0].index + 1 and p.sign == STYLE_BREAK]
    return [p for p in beside if p not in where and school_score(p.text) < 0.5 and place_score(p.text) < 0.8]


def _behind(what: list[Part], role: Roles, head: list[Part]) -> list[Part]:
    """The subject that a comma parts from a bare degree ("B.A., Philosophy"), when another row names the school."""
    if len(what) != 1 or not is_bare(what[0]) or any(p.row is what[0].row for p in role.where):
        return []
    beside = [p for p in head if p.row is what[0].row and p.index == what[0].index + 1 and p.comma and p in role.rest]
    return [p for p in beside if p.text[:1].isupper() and school_score(p.text) < 0.5 and place_score(p.text) < 0.8]


def _before(what: list[Part], role: Roles, head: list[Part]) -> list[Part]:
    """The subject before a degree behind a comma ("Biology, BSc"), when another row names the school."""
    if len(what) != 1 or not (what[0].comma and role.where):
        return []
    if any(p.row is what[0].row for p in role.where) or school_score(role.where[0].text) < 0.8:
        return []
    beside = [p for p in head if p.row is what[0].row and p.index == what[0].index - 1 and p in role.rest]
    return [p for p in beside if p.text[:1].isupper() and school_score(p.text) < 0.5 and place_score(p.text) < 0.8]


_REMARK = re.compile(r"(?<=\w)\s\([a-zà-ÿ][^()]*\)$")  # "(en reprise d'études)"


def _school(role: Roles) -> str:
    """The school without its town; but "University of California, San Diego" is one of several of that name."""
    pieces = _REMARK.sub("", text_of(role.where)).split(", ")
    while len(pieces) > 1 and _is_place(pieces[-1]):
        state = pieces.pop() in US_STATES
        if state and len(pieces) > 1 and _is_town_of(pieces):
            pieces.pop()
    of_state = _OF_STATE.fullmatch(fold(pieces[0]))
    if len(pieces) == 1 and of_state and of_state[1] in STATE_NAMES:
        towns = text_of(role.where).split(", ")[1:] or [p.text for p in role.place if p.comma]
        pieces += towns[:1]
    elif not of_state and school_score(pieces[0]) >= 0.8:
        # What was studied there is no part of its name.
        pieces[1:] = [p for p in pieces[1:] if school_score(p) >= 0.4 or p[:1].islower()]
    return ", ".join(pieces)


def _is_town_of(pieces: list[str]) -> bool:
    """Whether the last piece, with a state behind it, is a town: not the name of a school itself."""
    town = fold(pieces[-1])
    return len(town.split()) <= 3 and (school_score(pieces[-1]) < 0.5 or town in fold(pieces[0]))


def _is_place(text: str) -> bool:
    return text in US_STATES or text in CA_PROVINCES or place_score(text) >= 0.8


def _with_subject(role: Roles, head: list[Part]) -> Roles:
    """A bare degree with its subject beside it ("BS, Industrial Engineering"), when another row names the school."""
    what, where = role.what[0], role.where[0]
    parted = what.comma or where.comma or where.sign == ":"
    beside = what.row is where.row and abs(what.index - where.index) == 1 and parted
    if not beside or school_score(where.text) >= 0.5 or not (is_bare(what) or is_subject(what, where)):
        return role
    others = [p for p in head if p.row is not what.row and p.text[:1].isupper() and not p.bracket]
    if not others:
        return role
    return replace(role, what=sorted([what, where], key=lambda p: p.index), where=others[:1])


def _one(entry: Entry, role: Roles) -> FoundEducation:
    role = _bare(role, _parts(entry))
    if not role.what and entry.body and not entry.body[0].bullet:
        below = head_parts([HeadRow(entry.body[0], [c.text for c in entry.body[0].cells])])
        role = replace(role, what=[p for p in below[:1] if degree_score(p.text) >= 0.7])
    where = [p for p in role.where if not _OF_STUDIES.match(fold(p.text)) and not names_no_school(p.text, _in_cell(p))]
    more = [p for p in role.where if p.comma and p.text[:1].islower() and names_no_school(p.text)]
    if len(role.what) == 1 and more and more[0].row is role.what[0].row and more[0].index == role.what[0].index + 1:
        role = replace(role, what=[*role.what, more[0]])  # "BAFA, approfondissement – Ligue de l'enseignement"
        behind = [p for p in head_parts(entry.head) if p.row is more[0].row and p.index == more[0].index + 1]
        where = where or [p for p in behind if p.sign == "-" and p.text[:1].isupper() and not _is_place(p.text)]
    subject = len(role.what) == len(where) == 1 and (
        is_subject(role.what[0], where[0]) or is_listed(role.what[0], where[0])
    )
    if subject and (below := _school_below(entry)):
        role, where = replace(role, what=[*role.what, *where]), below
    role = replace(role, where=where or _school_below(entry))
    role = with_major(role, entry)
    if role.what and not role.where:
        role = with_school_within(role)
    sure, dated = how_sure(role, _OPINION)
    degree = re.sub(r"\s(?:in|en|of|de|obtenue?|passée?)$", "", degree_of(role, _parts(entry))) if role.what else ""
    degree = _LED.split(degree)[0]
    match = _FIELD.search(degree)
    school = _SUBJECT_LAST.sub("", _school(role)) if role.where else ""
    return FoundEducation(
        degree=found(degree, _borne_out(sure, degree_score(degree)), [role.what[0].row]) if role.what else None,
        institution=found(school, _borne_out(sure, school_score(school)), [role.where[0].row]) if role.where else None,
        field=found(match[1], FAIR, [role.what[0].row]) if match else None,
        end=end_of(entry, dated),
    )


def _in_cell(part: Part) -> bool:
    """Whether a part opens a cell beside another."""
    return part.index > 0 and part.sign == "\t"


def _borne_out(sure: float, score: float) -> float:
    """How sure a name is by its own words: what nothing knows for a degree or a school may be a subject or a town."""
    return sure if score >= 0.5 else min(sure, 0.85)


_OF_STUDIES = re.compile(
    r"(?:options?|finalites?|specialites?|parcours|filiere|serie|majeure|mineure|orientations?|dominante|speciali[sz]ation"
    r"|concentration|departement|department|dept\.?)\b"
)
# Who led a thesis and where: no part of the degree.
_LED = re.compile(
    r",\s(?:[ée]quipe|dirig[ée]e?|sous la direction|encadr|direct(?:eur|rice)|supervis|soutenue?|th[èe]se)\b.*",
    re.IGNORECASE,
)
_SUBJECT_LAST = re.compile(r"\s(?:fili[èe]re|option|sp[ée]cialit[ée])\b.*$", re.IGNORECASE)


def _school_below(entry: Entry) -> list[Part]:
    """The school that a list item under a degree names: "- Lycée Hannibal"."""
    for row in entry.body[:2]:
        parts = head_parts([HeadRow(row, [c.text for c in row.cells])]) if row.bullet and len(row.text) <= SHORT else []
        named = parts and parts[0].text[:1].isupper() and not is_sentence(row.plain)
        if named and (school_score(parts[0].text.split()[0]) >= 1 or school_score(parts[0].text) > 1):
            return parts[:1]
    return []
