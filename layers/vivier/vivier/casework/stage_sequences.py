"""Sequences that a stage begins: who enters is enrolled once, and who leaves is stopped (`casework/stops.py`)."""

from collections.abc import Iterable
from datetime import datetime

from vivier.casework import enrolling, foreseeing
from vivier.casework.foreseeing import Ground, Known
from vivier.hiring import applications
from vivier.hiring import store as hiring
from vivier.hiring.model import Job
from vivier.hiring.planned import Planned
from vivier.hiring.stages import Stage, StageText, StartSequence
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import Conflict, Invalid, NotFound
from vivier.kernel.ids import derived_id, sort_key
from vivier.sequences import service, store
from vivier.sequences.model import Enrolment, EnrolmentState, SequenceState, StopReason
from vivier.storage.transaction import Lost, Transaction

WHY = {
    "inactive": "The sequence is not running, so nobody is enrolled.",
    "gone": "There is no such sequence any more.",
    "other_job": "The sequence is about another job.",
    "unknown": "The record is gone.",
    "merged": "The record was merged into another.",
    "no_email": "There is no e-mail address on the record.",
    "doubtful_email": "The e-mail address is a doubtful reading: confirm or correct it.",
    "not_mailable": "Mails to this address come back: correct it.",
    "unsubscribed": "They asked for no more mails of this kind.",
    "complained": "They reported a mail as unwanted.",
    "suppressed": "Their address is on the list of those that nothing unasked goes to.",
    "missing_fields": "A value that the sequence's mails need is missing.",
    "not_in_job": "They do not stand in the job that the sequence is about.",
    "enrolled": "They are in the sequence already.",
    "enrolled_before": "They were in the sequence before.",
}


def named(stages: Iterable[Stage | StageText]) -> dict[str, str]:
    """Sequences that stages begin, each with the field that names it first."""
    found: dict[str, str] = {}
    for n, stage in enumerate(stages):
        for m, action in enumerate(stage.actions):
            if isinstance(action, StartSequence):
                found.setdefault(action.sequence_id, f"stages.{n}.actions.{m}.sequence_id")
    return found


def allowed(actor: Actor, wanted: Iterable[StageText], job_id: str | None = None) -> None:
    """Whether stages may begin the sequences that they name. What a stage of the job begins already stays: it is told
    on timelines when it cannot be done. Two Gets for each that is new, one for the job.

    Raises Invalid (not running, gone, about another job), Forbidden.
    """
    asked = named(wanted)
    if asked and job_id:
        held = named(hiring.load_job(actor.workspace, job_id).read().stages)
        asked = {i: field for i, field in asked.items() if i not in held}
    if not asked:
        return
    actor.require(Permission.run_sequences)
    wrong = [(field, why) for i, field in asked.items() if (why := _unfit(actor.workspace, i, job_id))]
    if wrong:
        problems = [{"field": field, "message": WHY[why]} for field, why in wrong]
        raise Invalid(f"A stage cannot begin this sequence. {WHY[wrong[0][1]]}", problems, held=wrong[0][1])


def _unfit(workspace: str, sequence_id: str, job_id: str | None) -> str | None:
    try:
        sequence = store.load(workspace, sequence_id).read()
    except NotFound:
        return "gone"
    if sequence.state != SequenceState.active:
        return "inactive"
    about = service.version(workspace, sequence_id, sequence.version).settings.job_id
    return "other_job" if about and about != job_id else None


def _ground(actor: Actor, sequence_id: str, job: Job) -> Ground:
    """The sequence, about the job whose stage begins it. Raises Invalid."""
    try:
        here = foreseeing.ground(actor, sequence_id)
    except NotFound as gone:
        raise _impossible("gone") from gone
    except Conflict as stopped:
        raise _impossible("inactive") from stopped
    if here.version.settings.job_id not in (None, job.id):
        raise _impossible("other_job")
    return here._replace(desk=here.desk._replace(job=job))


def _impossible(why: str) -> Invalid:
    return Invalid(WHY[why], held=why)


def enrol(transaction: Transaction, mover: Actor, one: Planned, action: StartSequence, now: datetime) -> Enrolment:
    """Enrols who entered, in the transaction that does the action. Raises Invalid (why not), Lost (they moved)."""
    stands = applications.standing(mover.workspace, one.job_id, one.candidate_id)
    if stands.application.epoch != one.guard:
        raise Lost([])
    here = _ground(mover, action.sequence_id, stands.job)
    known = foreseeing.look(here, [one.candidate_id], now)[one.candidate_id]
    known = known._replace(application=stands.application)
    seen = foreseeing.foresee(here, one.candidate_id, known, now, again=_undone(known))
    if seen.excluded:
        raise _impossible(seen.excluded)
    key = sort_key(derived_id("act", one.planned_at, one.candidate_id, one.job_id, str(one.epoch), str(one.number)))
    ever = store.tally(mover.workspace, here.sequence.id).ever(EnrolmentState.active)
    zone = seen.zone or "Europe/Paris"
    return enrolling.put(transaction, mover, here, known, zone, now, key=key, via="stage", ever=ever)


def _undone(known: Known) -> bool:
    """A stay that ended before anything was done in it, as of who was moved by mistake, does not count as one."""
    e = known.earlier
    stopped = e is not None and e.state == EnrolmentState.stopped and e.reason == StopReason.stage_changed
    return stopped and e is not None and not e.done and e.message_key is None


def foreseen(actor: Actor, job: Job, action: StartSequence, ids: list[str], now: datetime) -> dict[str, str | None]:
    """Why each of these people would not be enrolled on entering a stage of this job, or None."""
    try:
        here = _ground(actor, action.sequence_id, job)
    except Invalid as impossible:
        return dict.fromkeys(ids, str(impossible.details["held"]))
    found = foreseeing.look(here, ids, now)
    return {i: foreseeing.foresee(here, i, k, now, again=_undone(k)).excluded for i, k in found.items()}
