"""Experience: employer, title, period, place and description of each entry."""

from vivier.resumes.confidence import DOUBTFUL, FAIR, GOOD, from_margin, with_recognition
from vivier.resumes.entries import Entry, HeadRow, entries_of
from vivier.resumes.evidence import found, source_of, tidy, written
from vivier.resumes.lines import Row, strip_bullet
from vivier.resumes.model import MAX_TEXT, Found, FoundExperience
from vivier.resumes.parts import Part, employer_score, is_contract, parts_of, place_score, title_score
from vivier.resumes.roles import Opinion, Roles, assign, text_of
from vivier.resumes.text import shorten
from vivier.resumes.words import union_box

_OPINION = Opinion(title_score, employer_score)


def read_experience(sections: list[list[Row]]) -> list[FoundExperience]:
    """The entries of the experience sections, in the order of the document."""
    entries = [entry for rows in sections for entry in entries_of(rows, _named)]
    heads = [head_parts(entry.head) for entry in entries]
    roles = assign(heads, _OPINION)
    read: list[FoundExperience] = []
    employer: Found | None = None
    for entry, role in zip(entries, roles, strict=True):
        one = _one(entry, role)
        if one.employer is None and one.title is not None and employer is not None and _nested(entries, entry):
            one = one.model_copy(update={"employer": employer.model_copy(update={"confidence": DOUBTFUL})})
        employer = one.employer or employer
        if one.employer or one.title:
            read.append(one)
    return read


def head_parts(head: list[HeadRow]) -> list[Part]:
    """The parts of all rows of a head, list signs taken off."""
    parts: list[Part] = []
    for index, row in enumerate(head):
        texts = [strip_bullet(t) if i == 0 and row.row.bullet else t for i, t in enumerate(row.texts)]
        parts.extend(parts_of(row.row, index, texts))
    return parts


def _named(head: list[HeadRow]) -> bool:
    """Whether these rows name both a title and an employer, so that what follows describes."""
    parts = [p for p in head_parts(head) if place_score(p.text) < 0.8 and not is_contract(p.text)]
    if len(parts) < 2:
        return False
    strong = [p for p in parts if not p.comma]
    titled = max(title_score(p.text) for p in parts) >= 0.4
    employed = max(employer_score(p.text) for p in parts) >= 0.5
    return titled and (employed or len(strong) >= 2 or len(parts) >= 2) if titled else len(strong) >= 3


def _nested(entries: list[Entry], entry: Entry) -> bool:
    """Whether an entry stands under the employer of the one before: it has fewer rows above its date than the first."""
    return entry.above < entries[0].above or len(entry.head) < len(entries[0].head)


def _one(entry: Entry, role: Roles) -> FoundExperience:
    rows = [h.row for h in entry.head]
    sure = from_margin(role.margin)
    return FoundExperience(
        title=found(text_of(role.what), sure, [p.row for p in role.what][:1]) if role.what else None,
        employer=found(text_of(role.where), sure, [p.row for p in role.where][:1]) if role.where else None,
        place=found(", ".join(p.text for p in role.place), FAIR, [role.place[0].row]) if role.place else None,
        start=period_end(entry, "start"),
        end=period_end(entry, "end"),
        description=describe(entry.body, rows),
    )


def period_end(entry: Entry, name: str) -> Found | None:
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
    confidence = FAIR if period.single or period.open else GOOD + 0.05
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
