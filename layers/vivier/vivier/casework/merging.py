"""Two records that are one person: merge, and undo the merge. Nothing is moved, so nothing can be lost.

The absorbed record stays in its own partition, out of every list, and says where it went; the surviving one takes what
it lacks, each value marked with where it came from, so that undoing takes exactly that away again.
"""

from datetime import datetime
from typing import TypeVar

from vivier.casework import doubts, joining, stops
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import Conflict, Invalid
from vivier.kernel.ids import sort_key
from vivier.mail import exposures
from vivier.people import store
from vivier.people.editing import differences
from vivier.people.fields import ENTRIES, LISTS, MANY, SINGLE, Entry, Fields, Value
from vivier.people.identity import claims
from vivier.people.model import Absorbed, Candidate, Event
from vivier.people.timeline import event
from vivier.storage.transaction import Transaction, until_settled

V = TypeVar("V", Value, Entry)


def merge(actor: Actor, candidate_id: str, other_id: str, now: datetime) -> tuple[Candidate, int]:
    """Makes `other_id` part of `candidate_id`. Raises NotFound, Invalid (with itself), Conflict (merged already)."""
    actor.require(Permission.edit_people)
    if candidate_id == other_id:
        raise Invalid("A person cannot be merged with themselves.", [{"field": "other_id", "message": "is the same"}])

    def attempt() -> tuple[Candidate, int]:
        row, other_row = store.load(actor.workspace, candidate_id), store.load(actor.workspace, other_id)
        survivor, other = row.read(), other_row.read()
        if survivor.merged_into or other.merged_into:
            raise Conflict("One of the two was merged already.", merged_into=survivor.merged_into or other.merged_into)
        version = row.number + 1
        after = _with(survivor, other, actor, now)
        gone = other.touched(now, merged_into=survivor.id)
        transaction = Transaction()
        told = _told("merged", actor, now, survivor, after, other, version)
        away = event("merged_away", actor, now, into=survivor.id, into_name=survivor.display_name)
        after = store.write(transaction, actor.workspace, row, after, [told])
        store.write(transaction, actor.workspace, other_row, gone, [away])
        joining.put_aside(transaction, actor, survivor, other, now)
        stops.merged(transaction, actor, other.everyone(), survivor.id, now)
        exposures.merged(transaction, actor.workspace, survivor, other)
        doubts.settle(transaction, survivor, other, actor)
        transaction.commit()
        return after, version

    return until_settled(attempt)


def unmerge(actor: Actor, candidate_id: str, other_id: str, now: datetime) -> tuple[Candidate, int]:
    """Takes a merge back: both stand as two people again, each with what it had. Raises NotFound, Conflict."""
    actor.require(Permission.edit_people)

    def attempt() -> tuple[Candidate, int]:
        row, other_row = store.load(actor.workspace, candidate_id), store.load(actor.workspace, other_id)
        survivor, other = row.read(), other_row.read()
        if other.merged_into != survivor.id:
            raise Conflict("These two are not merged.")
        if survivor.merged_into:
            raise Conflict(
                "This record was merged into another. Take that back first.", merged_into=survivor.merged_into
            )
        version = row.number + 1
        after = _without(survivor, other).touched(now)
        transaction = Transaction()
        told = _told("unmerged", actor, now, survivor, after, other, version)
        back = event("unmerged", actor, now, other_id=survivor.id, other_name=survivor.display_name)
        after = store.write(transaction, actor.workspace, row, after, [told])
        # What was said to the person meanwhile was said about the application that goes back.
        application = survivor.application if _shares_application(survivor, other) else other.application
        free = other.touched(now, merged_into=None, application=application)
        # A contact typed meanwhile, and claimed by it, stays with the record it was typed on.
        taken = {str(c) for c in claims(after) & claims(free)}
        free = free.model_copy(update={"shared": sorted({*free.shared, *taken})})
        store.write(transaction, actor.workspace, other_row, free, [back])
        joining.bring_back(transaction, actor, survivor, other, now)
        stops.unmerged(transaction, actor, other.id, other.everyone(), survivor.id, now)
        exposures.unmerged(transaction, actor.workspace, survivor, other)
        doubts.raise_again(transaction, after, other, actor)
        transaction.commit()
        return after, version

    return until_settled(attempt)


def _told(
    kind: str, actor: Actor, now: datetime, before: Candidate, after: Candidate, other: Candidate, version: int
) -> Event:
    # What values were moved stays with the records; tags are told, so that those of a day can be told from them.
    told = {"tags": {"before": before.tags, "after": after.tags}}
    changes = [{"field": c.field} | told.get(c.field, {}) for c in differences(before, after)]
    names = {"other_id": other.id, "other_name": other.display_name}
    return event(kind, actor, now, more=names, changes=changes, version=version)


def _with(survivor: Candidate, other: Candidate, actor: Actor, now: datetime) -> Candidate:
    fields = survivor.fields.model_copy(deep=True)

    def brought(held: V) -> V:
        if isinstance(held, Value):
            return held.model_copy(update={"merged_from": other.id})
        values = {k: v.model_copy(update={"merged_from": other.id}) for k, v in held.values().items()}
        return held.model_copy(update={"merged_from": other.id, **values})

    for name in SINGLE:
        if getattr(fields, name) is None and (held := getattr(other.fields, name)):
            setattr(fields, name, brought(held))
    for name in LISTS:
        own = getattr(fields, name)
        known = {v.value.casefold() for v in own}
        own += [brought(v) for v in getattr(other.fields, name) if v.value.casefold() not in known]
        del own[MANY:]
    for name in ENTRIES:
        own = getattr(fields, name)
        known = {_entry_text(e) for e in own}
        ids = {e.id for e in own}
        new = [brought(e) for e in getattr(other.fields, name) if _entry_text(e) not in known]
        own += [e.model_copy(update={"id": f"{e.id}-{sort_key(other.id)}"}) if e.id in ids else e for e in new]
        del own[MANY:]
    absorbed = Absorbed(
        id=other.id,
        name=other.display_name,
        at=now,
        by=actor.id or None,
        others=sorted(other.everyone() - {other.id}),
        tags=sorted(set(other.tags) - set(survivor.tags)),
        dropped=sorted(set(other.dropped) - set(survivor.dropped)),
        relation=survivor.relation,
        application=survivor.application,
        notice_due_at=survivor.notice_due_at,
        unsolicited=survivor.unsolicited,
    )
    application = survivor.application or other.application
    return survivor.touched(
        now,
        fields=fields,
        tags=sorted({*survivor.tags, *other.tags}),
        experiments=sorted({*survivor.experiments, *other.experiments}),
        dropped=sorted({*survivor.dropped, *other.dropped}),
        proposals=survivor.proposals + other.proposals,
        absorbed=[*survivor.absorbed, absorbed],
        application=application,
        relation="applied" if application else survivor.relation,
        notice_due_at=None if application else survivor.notice_due_at,
        unsolicited=survivor.unsolicited.with_those_of(other.unsolicited),
        corrections_refused_at=survivor.corrections_refused_at or other.corrections_refused_at,
    )


def _entry_text(entry: Entry) -> tuple[tuple[str, str], ...]:
    return tuple((k, v.value.casefold()) for k, v in sorted(entry.values().items()) if k != "description")


def _without(survivor: Candidate, other: Candidate) -> Candidate:
    """The survivor less what the merge brought; what a human changed since stays."""
    held: dict[str, object] = {}
    for name in SINGLE:
        value = getattr(survivor.fields, name)
        held[name] = None if value and value.merged_from == other.id else value
    for name in (*LISTS, *ENTRIES):
        held[name] = [v for v in getattr(survivor.fields, name) if v.merged_from != other.id]
    was = next(a for a in survivor.absorbed if a.id == other.id)
    update: dict[str, object] = {
        "fields": Fields.model_validate({k: v for k, v in held.items() if v is not None}),
        "absorbed": [a for a in survivor.absorbed if a.id != other.id],
        "tags": [t for t in survivor.tags if t not in was.tags],
        "dropped": [d for d in survivor.dropped if d not in was.dropped],
        "proposals": max(0, survivor.proposals - other.proposals),
    }
    if survivor.unsolicited == was.unsolicited.with_those_of(other.unsolicited):  # nothing was said since
        update["unsolicited"] = was.unsolicited.model_copy(update={"epoch": survivor.unsolicited.epoch})
    if _shares_application(survivor, other):
        update |= {"application": was.application, "relation": was.relation, "notice_due_at": was.notice_due_at}
    return survivor.model_copy(update=update)


def _shares_application(survivor: Candidate, other: Candidate) -> bool:
    """Whether the survivor's application is the one that the merge brought."""
    return bool(survivor.application and other.application and survivor.application.id == other.application.id)
