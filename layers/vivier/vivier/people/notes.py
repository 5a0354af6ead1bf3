"""Notes, calls and interviews: words of a human, on the timeline where they were written.

A note's own text may change; every earlier text stays in its history, and a deleted one can be restored.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, StringConstraints

from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import Forbidden, Invalid, NotFound
from vivier.people import store
from vivier.people.model import Event, Note, NoteVersion, Strict, Visibility
from vivier.people.timeline import event, visible
from vivier.storage.transaction import Transaction, until_settled

if TYPE_CHECKING:
    from vivier.law.recognition import Hit

MOST_HISTORY = 200_000  # bytes
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]


class NewNote(Strict):
    text: Text
    visibility: Visibility = "all"
    kind: Literal["note", "call", "interview"] = "note"
    override: bool = Field(default=False, description="The author has seen the warnings and keeps the words.")


class NoteEdit(Strict):
    text: Text | None = None
    visibility: Visibility | None = None
    override: bool = False


def check(text: str) -> "list[Hit]":
    """What in a text looks like a prohibited criterion; the author decides."""
    from vivier.law import remarks  # here: its patterns take longer to compile than a request takes

    return remarks.find(text)


def warned(text: str, override: bool) -> list[str]:
    """The kinds of warnings that the author overrides. Raises Invalid with `warnings` when they do not."""
    kinds = sorted({m.kind for m in check(text)})
    if kinds and not override:
        raise Invalid(
            "This looks like something the law forbids to record. Rephrase it, or save it knowingly.",
            [{"field": "text", "message": kind} for kind in kinds],
            warnings=kinds,
        )
    return list(kinds)


def write(actor: Actor, candidate_id: str, new: NewNote, now: datetime) -> Event:
    """Adds a note. Raises NotFound, Invalid with `warnings` unless overridden."""
    actor.require(Permission.write_notes)
    overridden = warned(new.text, new.override)
    person = store.load(actor.workspace, candidate_id)
    if into := person.read().merged_into:
        raise Invalid("This record was merged into another. Write there.", candidate_id=into)
    note = Note(text=new.text, visibility=new.visibility, kind=new.kind, overridden=overridden)
    written = event("note", actor, now, note=note)
    transaction = Transaction()
    transaction.check(
        store.CandidateItem(*store.CandidateItem.key(actor.workspace, candidate_id)), store.CandidateItem.pk.exists()
    )
    transaction.create(store.EventItem.of(actor.workspace, candidate_id, written))
    transaction.commit()
    return written


def change(actor: Actor, candidate_id: str, event_id: str, edit: NoteEdit, now: datetime) -> Event:
    """Another text or visibility; the earlier text stays in the history. Only the author, or an administrator."""
    overridden = warned(edit.text, edit.override) if edit.text else []

    def changed(note: Note) -> Note:
        kept = NoteVersion(text=note.text, at=note.edited_at or now, by=actor.id)
        return note.model_copy(
            update={
                "text": edit.text or note.text,
                "visibility": edit.visibility or note.visibility,
                "edited_at": now,
                "history": _recent([*note.history, kept]) if edit.text else note.history,
                "overridden": sorted({*note.overridden, *overridden}),
            }
        )

    return _change(actor, candidate_id, event_id, changed)


def _recent(history: list[NoteVersion]) -> list[NoteVersion]:
    """The newest versions, fifty at most, whose texts together leave room in a row of 400 kB."""
    room = MOST_HISTORY
    kept: list[NoteVersion] = []
    for version in reversed(history[-50:]):
        room -= len(version.text.encode())
        if room < 0:
            break
        kept.insert(0, version)
    return kept


def delete(actor: Actor, candidate_id: str, event_id: str, now: datetime) -> Event:
    """Hides a note; `restore` brings it back."""
    return _change(actor, candidate_id, event_id, lambda note: note.model_copy(update={"deleted_at": now}))


def restore(actor: Actor, candidate_id: str, event_id: str) -> Event:
    return _change(actor, candidate_id, event_id, lambda note: note.model_copy(update={"deleted_at": None}))


def _change(actor: Actor, candidate_id: str, event_id: str, changed: Callable[[Note], Note]) -> Event:
    actor.require(Permission.write_notes)

    def attempt() -> Event:
        row = store.belonging(store.EventItem, actor.workspace, candidate_id, event_id)
        held = row.read()
        if held.note is None or not visible(held, actor):
            raise NotFound("There is no such note.")
        if held.actor.id != actor.id and actor.role != "admin":
            raise Forbidden("Only its author or an administrator changes a note.")
        told = held.model_copy(update={"note": changed(held.note)})
        transaction = Transaction()
        before = row.body
        transaction.save(row.put(told), when=store.EventItem.body == before)
        transaction.commit()
        return told

    return until_settled(attempt)
