"""Experience: employer, title, period, place and description of each entry."""

import re

from vivier.resumes.certainty.confidence import DOUBTFUL, FAIR, GOOD, from_margin, with_recognition
from vivier.resumes.certainty.evidence import found, source_of, tidy, written
from vivier.resumes.layout.lines import Row
from vivier.resumes.layout.words import union_box
from vivier.resumes.lexicon.places import CA_PROVINCES, US_STATES
from vivier.resumes.model import MAX_TEXT, Found, FoundExperience
from vivier.resumes.posts.asides import bare_house, bare_post, is_within, whole_at
from vivier.resumes.posts.boundaries import Opinion
from vivier.resumes.posts.durations import told_by_durations
from vivier.resumes.posts.entries import Entry, entries_of
from vivier.resumes.posts.heads import HeadRow, head_parts
from vivier.resumes.posts.houses import House
from vivier.resumes.posts.hyphened import with_towns_apart
from vivier.resumes.posts.missions import without_kinds_of_missions
from vivier.resumes.posts.numbered import without_marks
from vivier.resumes.posts.parts import Part, text_of
from vivier.resumes.posts.roles import Roles, assign
from vivier.resumes.posts.tables import Form, forms_of
from vivier.resumes.posts.told import without_told
from vivier.resumes.posts.undated import in_rows_of_own, with_undated, without_any_date
from vivier.resumes.structure.said_once import SaidOnce, said_once
from vivier.resumes.text import fold, shorten
from vivier.resumes.wording.dates import find_ranges, means_now, only_date
from vivier.resumes.wording.moments import PRESENT
from vivier.resumes.wording.opinions import (
    describes_employer,
    employer_score,
    is_contract,
    place_score,
    school_score,
    title_score,
)

_FEW = 4
_PLAIN = 2.0  # the margin of what only stands where it can mean one thing
_BRACKETS = re.compile(r"^\(([^()]+)\)$")  # "Deckhand (Sound Ferries) – May 2019"
_OPINION = Opinion(title_score, employer_score, work=True)
_OWN = re.compile(
    r"\b(?:freelance|independante?|self-employed|auto-?entrepreneu\w+|micro-?entrepreneu\w+|liberale?|benevole)\b"
    r"|\ba (?:mon|son) compte\b"
)


def read_experience(sections: list[list[Row]]) -> list[FoundExperience]:
    """The entries of the experience sections, in the order of the document."""
    sections = [with_towns_apart(without_marks(without_kinds_of_missions(rows), _names)) for rows in sections]
    said = {index: once for index, rows in enumerate(sections) if (once := said_once(rows)) is not None}
    sections = [said[index].listed if index in said else rows for index, rows in enumerate(sections)]
    forms = {index: forms_of(rows, study=False) for index, rows in enumerate(sections)}
    listed = [
        (i, entry)
        for i, rows in enumerate(sections)
        if not forms[i]
        for entry in (
            entries_of(rows, _named, _OPINION, others=with_undated)
            or in_rows_of_own(rows, _OPINION)
            or told_by_durations(rows)
            or without_any_date(rows, _OPINION)
        )
    ]
    listed, roles = without_told(listed, _roles([entry for _, entry in listed]))
    read: list[tuple[int, FoundExperience]] = [(i, _told(form)) for i, found_ in forms.items() for form in found_]
    employer: Found | None = None
    before, apart, beside = -1, True, False
    for (index, entry), role in zip(listed, roles, strict=True):
        one = _harvest(entry, _away(_one(entry, role)))
        if one.employer is not None and employer is not None and _SAME_HOUSE.fullmatch(fold(one.employer.value)):
            one = one.model_copy(update={"employer": employer.model_copy(update={"confidence": FAIR})})
        within = _names_unit(role)
        over = _house_over(entry, role, sections[index]) if within else None
        if within and (over is not None or len(role.where[0].text.split()) <= _PAIR):
            one = one.model_copy(update={"employer": over})
        if (
            one.employer is None
            and one.title is not None
            and _AWAY.match(fold(one.title.value)) is None
            and employer is not None
            and apart
            and _under(before, index, entry, one)
            and (not beside or _alone(entry) or bool(read and _within(read[-1][1], one)))
        ):
            one = one.model_copy(update={"employer": employer.model_copy(update={"confidence": DOUBTFUL})})
            if read and read[-1][0] == index and _houses(read[-1][1], one):
                read.pop()
        if role.where and entry.house is None and not within:
            # Who names employer and post in one row does so in each: the next without one has none.
            apart = not role.what or role.what[0].row is not role.where[0].row
            # Who names the employer beside the period and the post below does so, too, but for posts within it.
            beside = bool(role.what) and role.where[0].row is entry.period_row
        elif within and one.employer is not None:
            apart, beside = True, False
        employer, before = one.employer or employer, index
        read.append((index, one))
    read = [(i, _as_said(one, said[i]) if i in said else one) for i, one in read]
    told = _with_houses(sorted(read, key=lambda r: r[0]))
    return [one for one in told if one.employer or one.title]


def _names_unit(role: Roles) -> bool:
    """Whether what stands behind a post's comma is where within its employer it was: "Nurse, Emergency Department"."""
    one = role.where[0] if len(role.where) == 1 and role.what else None
    return one is not None and one.comma and one.row is role.what[0].row and is_within(one.text)


def _house_over(entry: Entry, role: Roles, rows: list[Row]) -> Found | None:
    """The employer that stands over a post in a row of its own."""
    first = next((n for n, row in enumerate(rows) if row is entry.head[0].row), 0)
    over = [h.row for h in entry.head if h.row is not role.what[0].row] + rows[max(0, first - 1) : first]
    for row in over:
        name = row.cells[0].text.partition(",")[0].strip()
        named = employer_score(name) >= _SURELY_HOUSE or (row.bold and name.isupper() and len(name) >= _FEW)
        if not row.bullet and named and title_score(name) < _FAIR_POST:
            return found(name, FAIR, [row])
    return None


# "Même établissement", "same firm", "idem": the house of the post above.
_SAME_HOUSE = re.compile(
    r"\W*(?:(?:le |la )?meme (?:etablissement|entreprise|employeur|societe|maison|structure|association|cabinet|groupe"
    r"|service)|(?:the )?same (?:employer|company|firm|house|place|school|hospital|trust|organi[sz]ation)|idem"
    r"|ditto)\W*"
)
_FAIR_POST, _PAIR = 0.5, 2
_AWAY = re.compile(
    r"(?:career (?:break|pause|gap)|(?:family|parental|maternity|paternity|sabbatical) leave|sabbatical|gap year"
    r"|pause (?:familiale|professionnelle|carriere|parentale)|conge (?:parental|maternite|sabbatique|de maternite)"
    r"|annee (?:sabbatique|de cesure)|cesure)\b(?! (?:cover|replacement|remplacement))"
)


_HARVEST = re.compile(r"\W*(vendanges|moissons|recoltes|cueillettes?)\b")


def _harvest(entry: Entry, one: FoundExperience) -> FoundExperience:
    """Work that only its season names: "Vendanges 2021 : Château Margaux"."""
    period, row = entry.period, entry.period_row
    if period is None or row is None or (one.title is not None and title_score(one.title.value) >= DOUBTFUL):
        return one
    said = next((m for c in row.cells if (m := _HARVEST.match(fold(c.text[period.begin : period.finish])))), None)
    if said is None:
        return one
    return one.model_copy(
        update={"title": found(said[1].capitalize(), FAIR, [row]), "employer": one.title or one.employer}
    )


def _away(one: FoundExperience) -> FoundExperience:
    """A time without work, which names no employer, told as what was done then."""
    if one.employer is not None and _AWAY.match(fold(one.employer.value)):
        return one.model_copy(update={"title": one.employer, "employer": None})
    return one


def _as_said(one: FoundExperience, once: SaidOnce) -> FoundExperience:
    """A post whose row only names where it was held, with what is said over the list."""
    names = [name for name in (one.title, one.employer) if name is not None]
    house = max(names, key=lambda name: max(employer_score(name.value), school_score(name.value)), default=None)
    return one.model_copy(update={"title": found(once.post, FAIR, once.said), "employer": house})


def _roles(entries: list[Entry]) -> list[Roles]:
    """Who does what in each entry; a post under its house has no other part in its head."""
    heads = [head_parts(entry.head) for entry in entries]
    free = iter(assign([h for h, entry in zip(heads, entries, strict=True) if entry.house is None], _OPINION))
    return [
        next(free) if entry.house is None else _under_house(head, entry.house)
        for head, entry in zip(heads, entries, strict=True)
    ]


def _under_house(head: list[Part], house: House) -> Roles:
    towns = [p for p in head[1:] if place_score(p.text) >= 0.8]
    what = [p for p in head if p not in towns and not is_contract(p.text) and not p.led]
    return Roles(what or head, house.name, towns, margin=_PLAIN)


def _names(text: str) -> float:
    return max(title_score(text), employer_score(text))


def _alone(entry: Entry) -> bool:
    """Whether nothing stands beside an entry's period, where the others of its list name their employer."""
    return entry.period_row is not None and only_date(entry.period_row.plain) is not None


def _with_houses(read: list[tuple[int, FoundExperience]]) -> list[FoundExperience]:
    """The posts, with the house that stands above them under its own name, for as long as they took or longer."""
    made: list[FoundExperience] = []
    house: FoundExperience | None = None
    for at, (index, one) in enumerate(read):
        below = read[at + 1][1] if at + 1 < len(read) and read[at + 1][0] == index else None
        if below is not None and _is_house(one) and below.employer is None and below.title and _within(one, below):
            house = one
            continue
        if house is not None and one.employer is None and _within(house, one):
            name = house.title if house.employer is None else house.employer
            one = one.model_copy(update={"employer": name.model_copy(update={"confidence": FAIR}) if name else None})
        else:
            house = None
        made.append(one)
    return made


def _is_house(one: FoundExperience) -> bool:
    """Whether an entry names one thing only, which is no post, and tells nothing of it."""
    names = [name.value for name in (one.title, one.employer) if name is not None]
    return len(names) == 1 and one.description is None and title_score(names[0]) < DOUBTFUL


def _within(above: FoundExperience, one: FoundExperience) -> bool:
    if above.start is None or above.end is None or one.start is None or one.end is None:
        return False
    return above.start.value[:4] <= one.start.value[:4] and one.end.value[:4] <= above.end.value[:4]


def _houses(above: FoundExperience, one: FoundExperience) -> bool:
    """Whether what stands above a post names its employer only, for as long as all posts there took or longer."""
    unnamed = above.title is None or describes_employer(above.title.value)
    return unnamed and above.employer is not None and _within(above, one)


def _told(form: Form) -> FoundExperience:
    """An entry written as a form."""
    period = told_period(form)
    return FoundExperience(
        title=told(form, "what"),
        employer=told(form, "where"),
        place=told(form, "place"),
        start=period[0],
        end=period[1],
        description=describe([row for _, row in form.told.get("does", [])] + form.rest, []),
    )


def told(form: Form, kind: str) -> Found | None:
    """What a form says of a kind; of an employer or school, the town behind it is left out."""
    values = form.told.get(kind)
    if not values:
        return None
    text, row = values[0]
    if kind == "where":
        pieces = re.split(r",\s+|\t|\s+[–—-]\s+|\s*\((?=[A-ZÀ-Ý])", text)
        while len(pieces) > 1 and (_is_place(pieces[-1].strip(" )")) or employer_score(pieces[-1]) < 0.3):
            pieces.pop()
        text = ", ".join(pieces)
    return found(text.replace("\t", " "), GOOD, [row])


def _is_place(text: str) -> bool:
    return text in US_STATES or text in CA_PROVINCES or place_score(text) >= 0.8


def told_period(form: Form) -> tuple[Found | None, Found | None]:
    if not form.told.get("when") and form.told.get("from"):
        if not form.told.get("to") and (both := _both_ends(*form.told["from"][0])) is not None:
            return both
        start, end = _told_end(form, "from"), _told_end(form, "to")
        if end is None and start is not None and _SINCE.match(fold(start.source)):
            end = start.model_copy(update={"value": PRESENT})
        return start, end
    texts = form.told.get("when") or []
    text = " ".join(t for t, _ in texts)
    ranges = find_ranges(text)
    if not ranges:
        return None, None
    period = next((r for r in ranges if not r.single), ranges[0])
    if period.single and len(ranges) > 1:
        period = period._replace(start=ranges[0].start, end=ranges[1].end, single=False)
    row = texts[0][1]
    start = written(period.start, GOOD, [row], text) if period.start else None
    return start, written(period.end, GOOD, [row], text) if period.end else None


def _both_ends(text: str, row: Row) -> tuple[Found | None, Found | None] | None:
    """Both ends of a period behind "De", which reads like the label of its start: "De 02/2019 à 09/2021"."""
    period = next((r for r in find_ranges(text) if not r.single), None)
    if period is None or period.start is None or period.end is None:
        return None
    return written(period.start, GOOD, [row], text), written(period.end, GOOD, [row], text)


_SINCE = re.compile(r"\W*(?:depuis|since)\b")


def _told_end(form: Form, kind: str) -> Found | None:
    """One end of a period that a form gives under a label of its own."""
    values = form.told.get(kind)
    if not values:
        return None
    text, row = values[0]
    ranges = find_ranges(text)
    value = PRESENT if means_now(text) else ranges[0].start or ranges[0].end if ranges else None
    return written(value, GOOD, [row], text) if value else None


def _named(head: list[HeadRow]) -> bool:
    """Whether these rows name both a title and an employer, so that what follows describes."""
    parts = [p for p in head_parts(head) if place_score(p.text) < 0.8 and not is_contract(p.text)]
    if len(parts) < 2:
        return False
    strong = [p for p in parts if not p.comma]
    titled = max(title_score(p.text) for p in parts) >= 0.4
    employed = max(employer_score(p.text) for p in parts) >= 0.5
    # A piece behind a comma may be the employer, or say what the post was about: "Assistant, Personnel".
    beside = any(p.comma and employer_score(p.text) >= 0.35 for p in parts)
    return titled and (employed or len(strong) >= 2 or beside) if titled else len(strong) >= 3


def _under(before: int, index: int, entry: Entry, one: FoundExperience) -> bool:
    """Whether a post without an employer stands under that of the one before it in its section."""
    own = [one.title.value if one.title is not None else "", *(row.text for row in entry.head)]
    own += [row.text for row in entry.body[:1] if not row.bullet and len(row.text.split()) <= _FEW]
    return before == index and not any(_OWN.search(fold(text)) for text in own)


def _one(entry: Entry, role: Roles) -> FoundExperience:
    rows = [h.row for h in entry.head]
    sure, dated = how_sure(role, _OPINION)
    return FoundExperience(
        title=found(bare_post(text_of(role.what)), sure, [p.row for p in role.what][:1]) if role.what else None,
        employer=found(bare_house(_BRACKETS.sub(r"\1", _house_of(role))), sure, [role.where[0].row])
        if role.where
        else _opening_work(entry),
        place=found(", ".join(p.text for p in role.place), FAIR, [role.place[0].row]) if role.place else None,
        start=period_end(entry, "start", dated),
        end=period_end(entry, "end", dated),
        description=describe(entry.body, rows),
    )


def _house_of(role: Roles) -> str:
    return whole_at(role.where[0], role.what[0] if role.what else None) or text_of(role.where)


_OPENS = re.compile(r"([A-ZÀ-Ý][^.:;,()]{2,60}?)(?:,[^.:;()]{2,40})?\s?[.:]\s\S")
_SURELY_HOUSE = 0.6


def _opening_work(entry: Entry) -> Found | None:
    """The employer that opens the text of the work: "SCP Hervé, notaires à Rennes. Successions, donations"."""
    for row in [*(h.row for h in entry.head[1:]), *entry.body[:1]]:
        opened = _OPENS.match(row.text) if not row.bullet and row is not entry.period_row else None
        if opened and employer_score(opened[1]) >= _SURELY_HOUSE > title_score(opened[1]):
            return found(bare_house(opened[1].strip()), DOUBTFUL, [row])
    return None


def how_sure(role: Roles, opinion: Opinion) -> tuple[float, float]:
    """How sure the roles of an entry are, and the most that its dates can be: words that nothing knows are a guess."""
    what = max((opinion.what(p.text) for p in role.what), default=0.0)
    where = max((opinion.where(p.text) for p in role.where), default=0.0)
    most = 0.93 if what >= 0.7 and role.where else 0.85 if max(what, where) >= 0.6 else 0.6
    return min(most, from_margin(role.margin)), 0.95 if max(what, where) >= 0.6 else FAIR


def period_end(entry: Entry, name: str, most: float = 0.95) -> Found | None:
    """One end of an entry's period, as a date of ours."""
    period, row = entry.period, entry.period_row
    if period is None or row is None:
        return None
    value = period.start if name == "start" else period.end
    if value is None:
        return None
    text = row.text
    read_as = next(
        (
            c.text[period.begin : period.finish]
            for c in row.cells
            if len(c.text) >= period.finish and value[:4] in c.text
        ),
        text,
    )
    confidence = min(most, FAIR if period.single or period.open else GOOD + 0.05)
    return written(value, confidence, [row], read_as)


def describe(body: list[Row], head: list[Row]) -> Found | None:
    """The rows under a head as one text, a line each; bullets made uniform."""
    lines: list[str] = []
    for row in body:
        text = tidy(row.plain.replace("\t", " "))
        if not text:
            continue
        if row.bullet or not lines:
            lines.append(("• " if row.bullet else "") + text)
        else:
            lines[-1] += " " + text
    text = shorten("\n".join(lines), MAX_TEXT)
    if not text:
        return None
    return Found(
        value=text,
        confidence=with_recognition(FAIR, body),
        boxes=union_box(w for row in body for w in row.words),
        source=source_of(body),
    )
