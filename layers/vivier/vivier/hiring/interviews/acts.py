"""What acts on an interview have in common, whoever acts: reading it, writing it with its application, and booking."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from vivier.hiring import applications
from vivier.hiring import store as hiring
from vivier.hiring.applications import Standing
from vivier.hiring.interviews import slots, store
from vivier.hiring.interviews.ending import said
from vivier.hiring.interviews.model import Change, Interview, State, reminders
from vivier.hiring.interviews.store import InterviewItem
from vivier.hiring.model import Application
from vivier.kernel.actor import Actor
from vivier.kernel.clock import iso
from vivier.kernel.errors import Invalid, NotFound, SlotTaken, VersionMissing, VersionStale
from vivier.people.model import Author, Event
from vivier.people.timeline import event
from vivier.storage.transaction import Lost, Transaction, until_settled


class Here(NamedTuple):
    """What an act on an interview begins with."""

    standing: Standing
    row: InterviewItem
    interview: Interview


def here(workspace: str, candidate_id: str, interview_id: str, job_id: str | None = None) -> Here:
    """A Get and a BatchGet. Raises NotFound."""
    row = store.load(workspace, candidate_id, interview_id)
    interview = row.read()
    if job_id and interview.job_id != job_id:
        raise NotFound("There is no such interview.")
    return Here(applications.standing(workspace, interview.job_id, candidate_id), row, interview)


def require_version(interview: Interview, version: int | None) -> None:
    """Raises VersionMissing, VersionStale."""
    if version is None:
        raise VersionMissing("Say which version you change: send its ETag in If-Match.")
    if version != interview.sequence:
        raise VersionStale("This interview was changed meanwhile.", version=interview.sequence, fields=["interview"])


def write(
    transaction: Transaction,
    actor: Actor,
    standing: Standing,
    row: InterviewItem | None,
    before: Interview | None,
    after: Interview,
    told: Event,
) -> None:
    """One act: the interview, the time it takes, what the board shows of it, and its event."""
    application = _with(standing.application, after)
    hiring.place(
        transaction, actor.workspace, standing.job, standing.row, standing.application, application, None, [told]
    )
    store.save(transaction, actor.workspace, row, before, after)


def _with(application: Application, i: Interview) -> Application:
    others = [m for m in application.interviews if m.id != i.id]
    return application.model_copy(update={"interviews": [*others, i.meeting()] if i.live else others})


def commit(transaction: Transaction) -> bool:
    """Whether the time was still free. Raises Lost when something else had changed."""
    try:
        transaction.commit()
    except Lost as lost:
        if any(store.is_claim(key) for key in lost.keys):
            return False
        raise
    return True


def free(workspace: str, i: Interview, now: datetime) -> list[datetime]:
    """The times of its offer that are free: a Query for each interviewer. Its own time counts as free."""
    if i.offer is None:
        return []
    starts, gap = slots.offered(i.offer, i.duration_minutes, now), slots.gap_of(i.offer)
    return free_among(workspace, i, starts, gap)


def free_among(workspace: str, i: Interview, starts: list[datetime], gap: int = 0) -> list[datetime]:
    if not starts:
        return []
    around = timedelta(minutes=gap)
    ends = starts[-1] + timedelta(minutes=i.duration_minutes) + around
    held = store.busy(workspace, i.members, starts[0] - around, ends)
    taken = [span for one in held.values() for span in store.spans(one, but=i.id)]
    return slots.free(starts, i.duration_minutes, gap, taken)


def taken(workspace: str, i: Interview, now: datetime) -> SlotTaken:
    """What to say to who comes second."""
    left = free(workspace, i, now)
    return SlotTaken("This time is not free any more. Choose another.", free=[iso(s) for s in left])


def booked(
    i: Interview, actor: Actor, starts_at: datetime, now: datetime, message: str = "", **more: object
) -> Interview:
    """The interview at that time. Raises Invalid when it is over."""
    if starts_at <= now:
        raise Invalid("This time is over.", [{"field": "starts_at", "message": "Choose a later time."}])
    change = Change(kind="moved" if i.state == State.booked else "booked", at=now, by=Author.of(actor), message=message)
    coming = reminders(starts_at, now)
    return i.changed_to(change, state=State.booked, starts_at=starts_at, reminders=coming, ended=None, **more)


def book(actor: Actor, look: Callable[[], Here], change: Callable[[Here], Interview], now: datetime) -> Interview:
    """Books or moves, in one transaction with the time it takes and leaves. Raises SlotTaken with what is free."""

    def attempt() -> Interview:
        at = look()
        before = at.interview
        after = change(at)
        if after is before:
            return before
        transaction = Transaction()
        moved = before.state == State.booked
        told = event(
            "interview_moved" if moved else "interview_booked",
            actor,
            now,
            more=said(after, before=iso(before.starts_at) if moved and before.starts_at else None),
            message=after.changed.message or None,
        )
        write(transaction, actor, at.standing, at.row, before, after, told)
        if not commit(transaction):
            raise taken(actor.workspace, before, now)
        return after

    return until_settled(attempt)


def cancel(actor: Actor, look: Callable[[], Here], message: str, now: datetime, cause: str | None = None) -> Interview:
    """Cancels what is proposed or booked, and frees the time; repeated, nothing changes."""

    def attempt() -> Interview:
        at = look()
        before = at.interview
        if before.state == State.cancelled:
            return before
        change = Change(kind="cancelled", at=now, by=Author.of(actor), message=message, cause=cause)
        after = before.changed_to(change, state=State.cancelled, reminders=[])
        transaction = Transaction()
        told = event(
            "interview_cancelled",
            actor,
            now,
            cause=cause,
            more=said(after, was=str(before.state)),
            message=message or None,
        )
        write(transaction, actor, at.standing, at.row, before, after, told)
        transaction.commit()
        return after

    return until_settled(attempt)
