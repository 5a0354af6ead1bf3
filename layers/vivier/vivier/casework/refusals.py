"""Leaving a job and coming back: refuse and tell, withdraw, reopen, undo. No machine refuses anyone (GDPR art. 22).

The letter goes into the outbox in the transaction of the refusal, under the application's epoch: taking the refusal
back stops it until the moment that it leaves.
"""

from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from vivier.hiring import access, applications, planned, reasons, workdays
from vivier.hiring.applications import Standing
from vivier.hiring.base import CandidateId
from vivier.hiring.model import Application, End, Job, Told
from vivier.hiring.reasons import Reason, ReasonKey
from vivier.hiring.stages import StageKind
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import Instant
from vivier.kernel.errors import Conflict
from vivier.mail import outbox, service, settling
from vivier.mail.model import AnyTemplate, Guard, Message, Rendered
from vivier.people import notes, store, writable
from vivier.people.model import Candidate, Event, Strict
from vivier.people.store import ApplicationItem
from vivier.people.timeline import event
from vivier.storage.transaction import Transaction, until_settled
from vivier.team import service as team

NoteText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)]


class Letter(Strict):
    """Which letter goes, and how many working days later."""

    template: AnyTemplate
    business_days: int = Field(default=0, ge=0, le=60)


class Refusal(Strict):
    """`letter` None: nobody is written to; then `told_otherwise` says whether the person knows already."""

    reason: ReasonKey
    note: NoteText | None = None
    override: bool = Field(default=False, description="The author has seen the warnings about the note and keeps it.")
    letter: Letter | None = None
    told_otherwise: bool = False


class Withdrawal(Strict):
    reason: ReasonKey | None = None
    note: NoteText | None = None
    override: bool = False


class Previewed(Strict):
    """What one person would get and when; or why no mail can leave."""

    candidate_id: CandidateId
    name: str | None = None
    to: str | None = None
    rendered: Rendered | None = None
    held: str | None = None
    due_at: Instant | None = None


def about(job: Job, candidate: Candidate, actor: Actor) -> dict[str, str]:
    """Merge fields of a job."""
    return {"job.title": job.title.said(candidate.language), "recruiter.name": actor.name}


def preview(actor: Actor, job_id: str, candidate_ids: list[str], letter: Letter, now: datetime) -> list[Previewed]:
    """Each person's letter as it would leave: a Get for each. Raises NotFound, Invalid (a template in disorder)."""
    actor.require(Permission.move_people)
    access.require_job(actor, job_id)
    seen = []
    for candidate_id in dict.fromkeys(candidate_ids):
        here = applications.standing(actor.workspace, job_id, candidate_id)
        person = store.load(actor.workspace, candidate_id).read()
        held = writable.cannot_write(person)
        place = team.workspace(actor.workspace)
        rendered = service.render(letter.template, person, place, about=about(here.job, person, actor))
        seen.append(
            Previewed(
                candidate_id=candidate_id,
                name=person.display_name,
                to=person.fields.first("emails"),
                rendered=rendered,
                held=held or ("missing" if rendered.missing else None),
                due_at=_due(letter, now),
            )
        )
    return seen


def _due(letter: Letter, now: datetime) -> datetime:
    return max(now + planned.UNDO, workdays.after(now, letter.business_days, 0, planned.PARIS))


def refuse(actor: Actor, job_id: str, candidate_id: str, wanted: Refusal, now: datetime) -> Application:
    """Raises NotFound, Conflict (has left already), Invalid (reason, note, a person who cannot be written to)."""
    actor.require(Permission.move_people)
    overridden = notes.warned(wanted.note or "", wanted.override)
    reason = reasons.require(actor.workspace, wanted.reason)
    end = _end(actor, now, "refused", reason, wanted.note, overridden)
    if wanted.told_otherwise and not wanted.letter:
        end = end.model_copy(update={"told": Told(by="otherwise", at=now)})
    return until_settled(lambda: leave(actor, job_id, candidate_id, end, wanted.letter, now))


def withdraw(actor: Actor, job_id: str, candidate_id: str, wanted: Withdrawal, now: datetime) -> Application:
    """The person said that they no longer want the job. Raises NotFound, Conflict, Invalid."""
    actor.require(Permission.move_people)
    overridden = notes.warned(wanted.note or "", wanted.override)
    reason = reasons.require(actor.workspace, wanted.reason) if wanted.reason else None
    end = _end(actor, now, "withdrawn", reason, wanted.note, overridden)
    return until_settled(lambda: leave(actor, job_id, candidate_id, end, None, now))


def _end(actor: Actor, now: datetime, how: str, reason: Reason | None, note: str | None, overridden: list[str]) -> End:
    return End.model_validate(
        {
            "how": how,
            "at": now,
            "by": actor.id or None,
            "by_name": actor.name or None,
            "reason": reason.key if reason else None,
            "note": note or None,
            "overridden": overridden,
        }
    )


def leave(actor: Actor, job_id: str, candidate_id: str, end: End, letter: Letter | None, now: datetime) -> Application:
    """One person leaves a job, with the letter that tells them."""
    here = applications.standing(actor.workspace, job_id, candidate_id)
    if here.application.end and here.application.end.how != "hired":
        raise Conflict("This person has left this job already.", stage_id=here.application.stage_id)
    stage = here.job.first(StageKind.closed)
    assert stage is not None  # a pipeline without one cannot be saved
    after = applications.moved(here.application, stage, now, end=end)
    transaction = Transaction()
    queued: list[Event] = []
    if letter:
        message = _letter(actor, here.job, after, letter, now)
        outbox.put(transaction, actor.workspace, message)
        told = Told(by="mail", at=now, message=message.key, due_at=message.due_at)
        after = after.model_copy(update={"end": end.model_copy(update={"told": told})})
        queued.append(event("mail_queued", actor, now, cause=letter.template, more=settling.summary(message)))
    said = {"reason": end.reason, "told": after.end and after.end.told and after.end.told.by, "closing": end.closing}
    kind = "application_closed"
    after = applications.shift(transaction, actor, here, after, stage, now, kind, actions=False, more=queued, said=said)
    transaction.commit()
    return after


def _letter(actor: Actor, job: Job, after: Application, letter: Letter, now: datetime) -> Message:
    person = store.load(actor.workspace, after.candidate_id).read()
    writable.refuse_unwritable(person)
    pk, sk = ApplicationItem.key(actor.workspace, after.candidate_id, after.job_id)
    return service.compose(
        letter.template,
        f"end-{after.id}-{after.epoch}",
        person,
        team.workspace(actor.workspace),
        now,
        _due(letter, now),
        about=about(job, person, actor),
        guard=Guard(pk=pk, sk=sk, epoch=after.epoch),
    )


def reopen(actor: Actor, job_id: str, candidate_id: str, now: datetime) -> Application:
    """Brings someone back to where they stood; a letter that has not left is stopped. Raises Conflict, NotFound."""
    actor.require(Permission.move_people)
    return until_settled(lambda: come_back(actor, job_id, candidate_id, now))


def come_back(actor: Actor, job_id: str, candidate_id: str, now: datetime) -> Application:
    here = applications.standing(actor.workspace, job_id, candidate_id)
    if here.application.end is None:
        raise Conflict("This person has not left this job.", stage_id=here.application.stage_id)
    after, stage = applications.back(here, now, restore_time=False)
    transaction = Transaction()
    stopped = _stop_letter(transaction, actor, here, strict=False)
    after = applications.shift(
        transaction,
        actor,
        here,
        after,
        stage,
        now,
        "application_reopened",
        actions=False,
        more=_cancelled(actor, stopped, now),
    )
    transaction.commit()
    return after


def undo(actor: Actor, job_id: str, candidate_id: str, epoch: int, now: datetime) -> Application:
    """Takes the last move, hiring or refusal back as if it had not been. Raises NotFound, Conflict (something happened
    since, nothing to undo, or the letter has left).
    """
    actor.require(Permission.move_people)

    def attempt() -> Application:
        here = applications.standing(actor.workspace, job_id, candidate_id)
        if here.application.epoch != epoch:
            raise Conflict("Something happened since; this can no longer be undone.")
        if here.application.before is None:
            raise Conflict("There is nothing to undo.")
        after, _ = applications.back(here, now, restore_time=True)
        transaction = Transaction()
        stopped = _stop_letter(transaction, actor, here, strict=True)
        after = applications.unshift(transaction, actor, here, after, now, more=_cancelled(actor, stopped, now))
        transaction.commit()
        return after

    return until_settled(attempt)


def _stop_letter(transaction: Transaction, actor: Actor, here: Standing, *, strict: bool) -> Message | None:
    """The letter of the ending, stopped while it waits. `strict`: one that has left keeps the ending."""
    told = here.application.end.told if here.application.end else None
    if told is None or told.message is None:
        return None
    try:
        return outbox.cancel(transaction, actor.workspace, told.message, "taken back")
    except Conflict:
        if strict:
            raise
        return None


def _cancelled(actor: Actor, message: Message | None, now: datetime) -> list[Event]:
    if message is None:
        return []
    return [event("mail_cancelled", actor, now, cause="taken_back", more=settling.summary(message))]
