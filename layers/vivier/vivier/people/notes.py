"""Notes, calls and interviews: words of a human, on the timeline where they were written.

A note's own text may change; every earlier text stays in its history, and a deleted one can be restored.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import Forbidden, Invalid, NotFound
from vivier.kernel.ids import REPEATED, ClientKey
from vivier.people import store
from vivier.people.model import Answer, CallFacts, Event, Note, NoteVersion, Strict, Visibility
from vivier.people.timeline import event, visible
from vivier.storage.asked import Asking
from vivier.storage.table import get
from vivier.storage.transaction import Transaction, until_settled

if TYPE_CHECKING:
    from vivier.law.remarks import Remark

MOST_HISTORY = 200_000  # bytes
MOST_MENTIONS = 20
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000)]
MemberId = Annotated[str, StringConstraints(pattern=r"^mem_[0-9A-HJKMNP-TV-Z]{26}$")]
JobId = Annotated[str, StringConstraints(pattern=r"^job_[0-9A-HJKMNP-TV-Z]{26}$")]
Mentions = Annotated[list[MemberId], Field(max_length=MOST_MENTIONS)]
Answers = Annotated[list[Answer], Field(max_length=30)]
# What stands in the same transaction: given the event before (None for a new one) and after.
Also = Callable[[Transaction, Event | None, Event], None]


class NewNote(Strict):
    """A note, or the report of a call or an interview: a text, the answers of a guided form, or both."""

    text: Text = ""
    visibility: Visibility = "all"
    kind: Literal["note", "call", "interview"] = "note"
    job_id: JobId | None = Field(default=None, description="The application that it is about.")
    mentions: Mentions = Field(default_factory=list, description="Members who are told of it.")
    answers: Answers = Field(default_factory=list)
    call: CallFacts | None = None
    override: bool = Field(default=False, description="The author has seen the warnings and keeps the words.")
    key: ClientKey | None = Field(default=None, description=REPEATED)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.call and self.kind != "call":
            raise ValueError("only a call has its facts")
        if not (self.text or any(a.value for a in self.answers) or (self.call and self.call.outcome)):
            raise ValueError("write something")
        return self


class NoteEdit(Strict):
    """Changes to a note. Absent: untouched."""

    text: Text | None = None
    visibility: Visibility | None = None
    mentions: Mentions | None = None
    answers: Answers | None = None
    call: CallFacts | None = None
    override: bool = False


def check(text: str) -> "list[Remark]":
    """What in a text looks like a prohibited criterion; the author decides."""
    from vivier.law import remarks  # here: its patterns take longer to compile than a request takes

    return remarks.find(text)


def warned(text: str, override: bool, field: str = "text") -> list[str]:
    """The kinds of warnings that the author overrides. Raises Invalid with `warnings` when they do not."""
    kinds = sorted({m.kind for m in check(text)})
    if kinds and not override:
        raise Invalid(
            "This looks like something the law forbids to record. Rephrase it, or save it knowingly.",
            [{"field": field, "message": kind} for kind in kinds],
            warnings=kinds,
        )
    return list(kinds)


def write(
    actor: Actor, candidate_id: str, new: NewNote, now: datetime, also: Also | None = None, key: str | None = None
) -> Event:
    """Adds a note, or gives the one that the same request wrote before.

    Raises NotFound, Invalid with `warnings` unless overridden, IdempotencyMismatch (the key was another note's).
    """
    actor.require(Permission.write_notes)
    asking = Asking(actor, "note", new.key or key, candidate_id, new)
    return asking.once(
        lambda: _written(actor, candidate_id, new, now, also, asking),
        lambda made: get(store.EventItem, store.EventItem.key(actor.workspace, candidate_id, made)).read(),
    )


def _written(actor: Actor, candidate_id: str, new: NewNote, now: datetime, also: Also | None, asking: Asking) -> Event:
    mentions = list(dict.fromkeys(new.mentions))
    note = Note(
        text=new.text,
        visibility=new.visibility,
        kind=new.kind,
        job_id=new.job_id,
        mentions=mentions,
        told=[m for m in mentions if m != actor.id],
        answers=new.answers,
        call=new.call,
    )
    note = note.model_copy(update={"overridden": warned(note.words(), new.override)})
    person = store.load(actor.workspace, candidate_id)
    if into := person.read().merged_into:
        raise Invalid("This record was merged into another. Write there.", candidate_id=into)
    written = event("note", actor, now, note=note, job_id=new.job_id, overridden=note.overridden or None)
    transaction = Transaction()
    transaction.check(
        store.CandidateItem(*store.CandidateItem.key(actor.workspace, candidate_id)), store.CandidateItem.pk.exists()
    )
    transaction.create(store.EventItem.of(actor.workspace, candidate_id, written))
    if also:
        also(transaction, None, written)
    asking.made(transaction, written.id, now)
    transaction.commit()
    return written


def change(
    actor: Actor, candidate_id: str, event_id: str, edit: NoteEdit, now: datetime, also: Also | None = None
) -> Event:
    """Another text, answers, visibility or mentions; what was written before stays in the history.

    Only the author, or an administrator.
    """
    said = [edit.text or "", *(a.value for a in edit.answers or [])]
    overridden = warned("\n".join(said), edit.override)
    given = edit.model_dump(include={"visibility", "text"}, exclude_none=True)
    rewritten = edit.text is not None or edit.answers is not None

    def changed(note: Note) -> Note:
        kept = NoteVersion(text=note.text, answers=note.answers, at=now, by=actor.id)
        mentions = note.mentions if edit.mentions is None else list(dict.fromkeys(edit.mentions))
        told = {*note.told, *(m for m in mentions if m != actor.id)}
        after = note.model_copy(
            update={
                **given,
                "answers": note.answers if edit.answers is None else edit.answers,
                "call": edit.call if edit.call and note.kind == "call" else note.call,
                "mentions": mentions,
                "told": sorted(told),
                "edited_at": now,
                "history": _recent([*note.history, kept]) if rewritten else note.history,
                "overridden": sorted({*note.overridden, *overridden}),
            }
        )
        if not after.says_something():
            empty = [{"field": "text", "message": "Write something."}]
            raise Invalid("A note says something. Delete it instead.", empty)
        return after

    def told_of(transaction: Transaction, before: Event | None, after: Event) -> None:
        if overridden:  # who kept which words knowingly is part of the log
            about = {"note_id": event_id, "job_id": after.data.get("job_id")}
            kept = event("note_overridden", actor, now, overridden=overridden, more=about)
            transaction.create(store.EventItem.of(actor.workspace, candidate_id, kept))
        if also:
            also(transaction, before, after)

    return _change(actor, candidate_id, event_id, changed, told_of)


def _recent(history: list[NoteVersion]) -> list[NoteVersion]:
    """The newest versions, fifty at most, whose texts together leave room in a row of 400 kB."""
    room = MOST_HISTORY
    kept: list[NoteVersion] = []
    for version in reversed(history[-50:]):
        room -= len(version.text.encode()) + sum(len(a.model_dump_json().encode()) for a in version.answers)
        if room < 0:
            break
        kept.insert(0, version)
    return kept


def delete(actor: Actor, candidate_id: str, event_id: str, now: datetime) -> Event:
    """Hides a note; `restore` brings it back."""
    return _change(actor, candidate_id, event_id, lambda note: note.model_copy(update={"deleted_at": now}))


def restore(actor: Actor, candidate_id: str, event_id: str) -> Event:
    return _change(actor, candidate_id, event_id, lambda note: note.model_copy(update={"deleted_at": None}))


def _change(
    actor: Actor, candidate_id: str, event_id: str, changed: Callable[[Note], Note], also: Also | None = None
) -> Event:
    actor.require(Permission.write_notes)

    def attempt() -> Event:
        row = store.belonging(store.EventItem, actor.workspace, candidate_id, event_id)
        held = row.read()
        if held.note is None or not visible(held, actor):
            raise NotFound("There is no such note.")
        if held.actor.id != actor.id and actor.role != "admin":
            raise Forbidden("Only its author or an administrator changes a note.")
        after = held.model_copy(update={"note": changed(held.note)})
        transaction = Transaction()
        before = row.body
        transaction.save(row.put(after), when=store.EventItem.body == before)
        if also:
            also(transaction, held, after)
        transaction.commit()
        return after

    return until_settled(attempt)
