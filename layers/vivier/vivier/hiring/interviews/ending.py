"""What leaving a job means for its interviews: proposals stop, what was booked is cancelled, in the act's transaction.

The interviewers' time is released and people are told once the moment to undo is over; until then, undoing brings all
of it back as it was. A move within the job, a hire or a merge leaves interviews alone: somebody is expected.
"""

from datetime import datetime, timedelta

from vivier.hiring.interviews import store
from vivier.hiring.interviews.model import Change, Ended, Interview, State
from vivier.hiring.model import Application
from vivier.kernel.actor import Actor
from vivier.people.model import Author, Event
from vivier.people.timeline import event
from vivier.storage.transaction import Transaction


def said(i: Interview, **more: object) -> dict[str, object]:
    """What the timeline keeps of an interview."""
    about: dict[str, object] = {
        "job_id": i.job_id,
        "job_title": i.job_title.model_dump(exclude_none=True),
        "interview": i.id,
        "interview_kind": i.kind,
        "title": i.title,
        "starts_at": i.meeting().model_dump(mode="json")["starts_at"],
        "minutes": i.duration_minutes,
        "zone": i.zone,
        "interviewers": [m.model_dump() for m in i.interviewers],
    }
    return {k: v for k, v in (about | more).items() if v is not None and v != ""}


def stop(
    transaction: Transaction,
    actor: Actor,
    before: Application,
    after: Application,
    cause: str,
    now: datetime,
    undo: timedelta,
) -> tuple[Application, list[Event]]:
    """The application that has left, its interviews stopped, and what that says. A BatchGet where there are any."""
    live = [m.id for m in before.interviews if m.state in (State.proposed, State.booked)]
    if not live:
        return after.model_copy(update={"interviews": []}), []
    told, stopped = [], []
    for row in store.some(actor.workspace, before.candidate_id, live):
        held = row.read()
        if not held.live:
            continue
        one = _ended(held, actor, after.epoch, cause, now, undo)
        store.save(transaction, actor.workspace, row, held, one)
        stopped.append(one.meeting())
        told.append(event("interview_cancelled", actor, now, cause=cause, more=said(one, was=str(held.state))))
    return after.model_copy(update={"interviews": stopped}), told


def _ended(held: Interview, actor: Actor, epoch: int, cause: str, now: datetime, undo: timedelta) -> Interview:
    ended = Ended(was=held.state, epoch=epoch, settle_at=held.settle_at, reminders=held.reminders, changed=held.changed)
    change = Change(kind="cancelled", at=now, by=Author.of(actor), cause=cause)
    return held.changed_to(change, state=State.cancelled, ended=ended, reminders=[], settle_at=now + undo)


def restore(
    transaction: Transaction, actor: Actor, before: Application, after: Application, now: datetime
) -> tuple[Application, list[Event]]:
    """The application whose end is undone: what nobody was told of yet stands again. A BatchGet where there is any."""
    kept = [m for m in before.interviews if m.state != State.cancelled]
    gone = [m.id for m in before.interviews if m.state == State.cancelled]
    told = []
    for row in store.some(actor.workspace, before.candidate_id, gone):
        held = row.read()
        ended = held.ended
        if held.state != State.cancelled or ended is None or ended.settled or ended.epoch != before.epoch:
            continue
        one = held.model_copy(
            update={
                "state": ended.was,
                "sequence": held.sequence - 1,
                "changed": ended.changed,
                "settle_at": ended.settle_at,
                "reminders": [r for r in ended.reminders if r.at > now],
                "ended": None,
            }
        )
        store.save(transaction, actor.workspace, row, held, one)
        kept.append(one.meeting())
        told.append(event("interview_restored", actor, now, more=said(one)))
    return after.model_copy(update={"interviews": kept}), told
