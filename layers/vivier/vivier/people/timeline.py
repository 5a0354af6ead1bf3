"""Making events: what happened, who did it, why."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from vivier.kernel.actor import Actor
from vivier.kernel.ids import new_id
from vivier.people.model import Author, Event, Note


def event(
    kind: str,
    actor: Actor,
    at: datetime,
    *,
    cause: str | None = None,
    note: Note | None = None,
    more: Mapping[str, Any] | None = None,
    **data: Any,
) -> Event:
    """An event with a fresh id that sorts at its time. `data` and `more` hold JSON values only."""
    kept = {k: v for k, v in (data | dict(more or {})).items() if v is not None}
    return Event(id=new_id("evt", at), kind=kind, at=at, actor=Author.of(actor), cause=cause, note=note, data=kept)


def in_order(events: list[Event]) -> list[Event]:
    """Events of one act, a millisecond apart, so that they sort as they are listed."""
    spaced = []
    for n, e in enumerate(events):
        at = e.at + timedelta(milliseconds=n)
        spaced.append(e.model_copy(update={"id": new_id("evt", at)}) if n else e)
    return spaced


def visible(e: Event, actor: Actor) -> bool:
    """Whether this actor may read it: a note for recruiters or for its author alone stays there."""
    if e.note is None or e.note.visibility == "all" or (actor.id and e.actor.id == actor.id):
        return True
    if e.note.visibility == "me":
        return False
    return actor.kind == "system" or actor.role in ("admin", "recruiter")
