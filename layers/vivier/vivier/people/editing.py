"""What a human changes on a record: pure. Text in, the fields as they are then, and what differs."""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Annotated, Any

from pydantic import Field

from vivier.kernel.actor import Actor, Language
from vivier.kernel.errors import Invalid
from vivier.kernel.ids import new_id
from vivier.people import contacts
from vivier.people.fields import ENTRY_FIELDS, LISTS, MANY, SINGLE, Entry, Fields, PartialDate, Value
from vivier.people.model import Candidate, Line, Prose, Strict, Tag


class LanguageEdit(Strict):
    name: Line
    level: Line | None = None


class EntryEdit(Strict):
    """One entry of experience or education. Without an id it is new; a field that is null or absent is emptied."""

    id: str | None = None
    employer: Line | None = None
    title: Line | None = None
    institution: Line | None = None
    degree: Line | None = None
    field: Line | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    place: Line | None = None
    description: Prose | None = None


class Edit(Strict):
    """Changes to a record. Absent: untouched; null: emptied; a list: the whole list as it shall be."""

    name: Line | None = None
    headline: Line | None = None
    summary: Prose | None = None
    location: Line | None = None
    language: Language | None = None
    emails: Annotated[list[Line], Field(max_length=MANY)] | None = None
    phones: Annotated[list[Line], Field(max_length=MANY)] | None = None
    links: Annotated[list[Line], Field(max_length=MANY)] | None = None
    skills: Annotated[list[Line], Field(max_length=MANY)] | None = None
    languages: Annotated[list[LanguageEdit], Field(max_length=MANY)] | None = None
    licences: Annotated[list[Line], Field(max_length=MANY)] | None = None
    certifications: Annotated[list[Line], Field(max_length=MANY)] | None = None
    publications: Annotated[list[Line], Field(max_length=MANY)] | None = None
    experience: Annotated[list[EntryEdit], Field(max_length=MANY)] | None = None
    education: Annotated[list[EntryEdit], Field(max_length=MANY)] | None = None
    tags: Annotated[list[Tag], Field(max_length=50)] | None = None
    confirm: Annotated[list[Line], Field(max_length=MANY)] | None = None
    unconfirm: Annotated[list[Line], Field(max_length=MANY)] | None = None


class Change(Strict):
    """One field before and after, as text."""

    field: str
    before: Any = None
    after: Any = None


def apply(candidate: Candidate, edit: Edit, actor: Actor, now: datetime) -> tuple[Candidate, list[Change]]:
    """The candidate with the edit, and the fields that really differ. Raises Invalid (bad contact, unknown path)."""
    fields = candidate.fields.model_copy(deep=True)
    given = edit.model_fields_set

    def typed(text: str, level: str | None = None) -> Value:
        return Value(value=text, level=level, origin="typed", by=actor.id or None, at=now)

    for name in given & set(SINGLE):
        text = getattr(edit, name)
        setattr(fields, name, _kept(getattr(fields, name), text, typed) if text else None)
    for name in given & set(LISTS):
        held = {(v.value, v.level): v for v in getattr(fields, name)}
        wanted = _normal(name, getattr(edit, name) or [], edit.language or candidate.language, held.keys())
        setattr(fields, name, [held.get(w) or typed(*w) for w in dict.fromkeys(wanted)])
    for name in given & {"experience", "education"}:
        setattr(fields, name, _entries(getattr(fields, name), getattr(edit, name) or [], typed))
    confirmed = [p for p in edit.confirm or [] if _confirm(fields, p, actor, yes=True)]
    unconfirmed = [p for p in edit.unconfirm or [] if _confirm(fields, p, actor, yes=False)]
    after = candidate.model_copy(
        update={
            "fields": fields,
            "language": edit.language or candidate.language,
            "tags": sorted(set(edit.tags or [])) if "tags" in given else candidate.tags,
            # A bounce stopped one address; another one may be written to.
            "mailable": candidate.mailable or fields.first("emails") != candidate.fields.first("emails"),
        }
    )
    changes = differences(candidate, after)
    changes += [Change(field=p, before="to_check", after="confirmed") for p in confirmed]
    changes += [Change(field=p, before="confirmed", after="to_check") for p in unconfirmed]
    return after.touched(now), changes


def _kept(held: Value | None, text: str, typed: Callable[[str], Value]) -> Value:
    """What stands there, when the text is the same; the reading it replaced, when that text comes back (an undo)."""
    if held is None or held.value == text:
        return held or typed(text)
    reading = held if held.origin == "read" else held.reading
    if reading and reading.value == text:
        return reading
    return typed(text).model_copy(update={"reading": reading})


def _normal(
    name: str, given: list[Any], language: Language, held: Collection[tuple[str, str | None]]
) -> list[tuple[str, str | None]]:
    """The texts in the form that is stored. One that stands there already is left as it was read."""
    if name == "languages":
        return [(v.name, v.level) for v in given]
    forms: dict[str, Callable[[str], str]] = {
        "emails": contacts.email,
        "phones": lambda text: contacts.phone(text, language),
        "links": contacts.link,
    }
    form = forms.get(name, str)
    return [(v if (v, None) in held else form(v), None) for v in given]


def _entries(held: list[Entry], wanted: list[EntryEdit], typed: Callable[[str], Value]) -> list[Entry]:
    known = {e.id: e for e in held}
    ids = [edit.id for edit in wanted if edit.id]
    if twice := next((i for i in ids if ids.count(i) > 1), None):
        raise Invalid("An entry can stand there once.", [{"field": "id", "message": twice}])
    entries = []
    for edit in wanted:
        if edit.id and edit.id not in known:
            raise Invalid("This entry is no longer there. Reload the record.", [{"field": "id", "message": edit.id}])
        old = known.get(edit.id or "")
        values = {
            k: _kept(getattr(old, k) if old else None, text, typed) for k in ENTRY_FIELDS if (text := getattr(edit, k))
        }
        if values:
            base = old.model_dump(exclude=set(ENTRY_FIELDS)) if old else {"id": new_id("ent"), "origin": "typed"}
            entries.append(_own(Entry(**base, **values), old))
    return entries


def _own(entry: Entry, old: Entry | None) -> Entry:
    """An entry that a merge brought is this person's own once a human has changed it: undoing the merge leaves it."""
    if old is None or old.merged_from is None or entry == old:
        return entry
    values = {k: v.model_copy(update={"merged_from": None}) for k, v in entry.values().items()}
    return entry.model_copy(update={"merged_from": None, **values})


def _confirm(fields: Fields, path: str, actor: Actor, *, yes: bool) -> bool:
    """Whether it made a difference."""
    value = fields.at(path)
    if value is None:
        raise Invalid("There is no such value on the record.", [{"field": "confirm", "message": path}])
    if value.confidence is None or value.confirmed == yes:
        return False
    value.confirmed, value.by = yes, (actor.id or None) if yes else None
    return True


def differences(before: Candidate, after: Candidate) -> list[Change]:
    """The fields whose text differs, in catalogue order, then language and tags."""
    changes = []
    for name in Fields.model_fields:
        was, now = _text(getattr(before.fields, name)), _text(getattr(after.fields, name))
        if was != now:
            changes.append(Change(field=name, before=was, after=now))
    for name in ("language", "tags"):
        if getattr(before, name) != getattr(after, name):
            changes.append(Change(field=name, before=getattr(before, name), after=getattr(after, name)))
    return changes


def _text(held: Any) -> Any:
    if isinstance(held, Value):
        return f"{held.value} ({held.level})" if held.level else held.value
    if isinstance(held, Entry):
        return {k: v.value for k, v in held.values().items()} | {"id": held.id}
    if isinstance(held, list):
        return [_text(v) for v in held] or None
    return None
