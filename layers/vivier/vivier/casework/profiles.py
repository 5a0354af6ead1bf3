"""From what was read in a document to a person's fields, and what a newer document says otherwise. Pure."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from rapidfuzz import fuzz

from vivier.kernel.ids import new_id
from vivier.people.fields import ENTRIES, ENTRY_FIELDS, LISTS, MANY, SINGLE, Box, Entry, Fields, Value
from vivier.people.identity import fold
from vivier.people.model import Candidate, Proposal
from vivier.resumes.model import Found, FoundLanguage, Profile

# A row holds 400 kB, and two such records may become one.
# https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
MOST_BYTES = 150_000
SAME_ENTRY = 82  # of 100: the same post told with other words
MOST_PROPOSALS = 30


def fields_of(profile: Profile, document_id: str, now: datetime) -> Fields:
    """A reading as the catalogue's fields, each value with its confidence and place."""

    def value(found: Found | None) -> Value | None:
        if found is None:
            return None
        return Value(
            value=found.value,
            confidence=found.confidence,
            document_id=document_id,
            boxes=[Box(**b.model_dump()) for b in found.boxes[:6]],
            at=now,
            level=found.level if isinstance(found, FoundLanguage) else None,
        )

    def entries(name: str) -> list[Entry]:
        made = []
        for n, found in enumerate(getattr(profile, name)[:MANY]):
            held = {k: value(getattr(found, k)) for k in ENTRY_FIELDS if getattr(found, k, None)}
            made.append(Entry(id=f"{document_id}-{name[:2]}{n}", document_id=document_id, **held))
        return made

    kept: dict[str, Any] = {name: value(getattr(profile, name)) for name in SINGLE}
    kept |= {name: [v for f in getattr(profile, name)[:MANY] if (v := value(f))] for name in LISTS}
    kept |= {name: entries(name) for name in ENTRIES}
    return bounded(Fields(**kept))


def bounded(fields: Fields) -> Fields:
    """The same fields within `MOST_BYTES`: the longest texts are cut first, then places on the page, then the oldest
    entries. The document itself keeps everything.
    """
    for cut in (_short_descriptions, _no_places, _few_entries):
        if len(fields.model_dump_json(exclude_defaults=True).encode()) <= MOST_BYTES:
            return fields
        fields = cut(fields)
    return fields


def _each(fields: Fields, change: Callable[[Value], Value]) -> Fields:
    held: dict[str, Any] = {name: change(v) if (v := getattr(fields, name)) else None for name in SINGLE}
    held |= {name: [change(v) for v in getattr(fields, name)] for name in LISTS}
    for name in ENTRIES:
        held[name] = [e.model_copy(update={k: change(v) for k, v in e.values().items()}) for e in getattr(fields, name)]
    return Fields(**held)


def _short_descriptions(fields: Fields) -> Fields:
    return _each(fields, lambda v: v.model_copy(update={"value": v.value[:400]}))


def _no_places(fields: Fields) -> Fields:
    return _each(fields, lambda v: v.model_copy(update={"boxes": []}))


def _few_entries(fields: Fields) -> Fields:
    return fields.model_copy(update={name: getattr(fields, name)[:20] for name in ENTRIES})


def enriched(candidate: Candidate, read: Fields, document_id: str, now: datetime) -> tuple[Candidate, list[Proposal]]:
    """A known person with what a newer document adds, and what it says otherwise as proposals.

    Empty fields are filled in; lists that no human touched grow; whatever differs, or stands where a human typed, is
    only proposed.
    """
    fields = candidate.fields.model_copy(deep=True)
    proposals: list[Proposal] = []

    def propose(field: str, current: Value | Entry | None, proposed: Value | Entry) -> None:
        proposals.append(
            Proposal(
                id=new_id("pro", now), field=field, current=current, proposed=proposed, document_id=document_id, at=now
            )
        )

    for name in SINGLE:
        held, new = getattr(fields, name), getattr(read, name)
        if new and held is None:
            setattr(fields, name, new)
        elif new and not new.doubtful and fold(held.value) != fold(new.value):
            propose(name, held, new)
    for name in LISTS:
        values = getattr(fields, name)
        touched = any(v.origin == "typed" for v in values)
        for new in getattr(read, name):
            if any(same(name, new, v) for v in values) or len(values) >= MANY:
                continue
            if touched:
                propose(name, None, new)
            else:
                values.append(new)
    for name in ENTRIES:
        _entries(name, getattr(fields, name), getattr(read, name), propose)
    return candidate.model_copy(update={"fields": fields}), proposals[:MOST_PROPOSALS]


def same(name: str, new: Value, held: Value) -> bool:
    """Whether two values of a field say the same thing, however they are written."""
    if name in ("skills", "languages", "licences", "certifications", "publications"):
        return fold(new.value) == fold(held.value)
    return _plain(new) == _plain(held)


def _plain(value: Value) -> str:
    return " ".join(value.value.casefold().split()).rstrip("/")


def _entries(name: str, held: list[Entry], read: list[Entry], propose: Any) -> None:
    touched = any(v.origin == "typed" for e in held for v in e.values().values())
    added = []
    for new in read:
        old = next((e for e in held if _alike(e, new)), None)
        if old is None and not touched:
            added.append(new)
        elif old is None:
            propose(name, None, new)
        elif any(getattr(new, k) and _text(old, k) != _text(new, k) for k in ("start", "end")):
            propose(name, old, new.model_copy(update={"id": old.id}))
    # What is new in a newer document is usually the latest: it stands first, as in the document.
    held[:] = [*added, *held][:MANY]


def _alike(one: Entry, other: Entry) -> bool:
    pairs = [(_text(one, k), _text(other, k)) for k in ("employer", "institution", "title", "degree")]
    told = [fuzz.token_sort_ratio(fold(a), fold(b)) for a, b in pairs if a and b]
    return bool(told) and min(told) >= SAME_ENTRY


def _text(entry: Entry, name: str) -> str | None:
    held: Value | None = getattr(entry, name)
    return held.value if held else None
