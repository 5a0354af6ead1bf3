"""Use cases on one person in one job: put them on, move, end, take back. Every act is one transaction.

Counts, cards and the timeline move with the application; whoever loses a race looks again (`until_settled`).
"""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from vivier.hiring import planned, stage_tasks, store
from vivier.hiring.interviews import ending
from vivier.hiring.model import Application, End, Job, JobState, Stay
from vivier.hiring.stages import ENDS, Stage, StageKind
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import Conflict, Invalid, NotFound
from vivier.kernel.ids import new_id
from vivier.people import enrolled
from vivier.people import store as people
from vivier.people.model import Candidate, Event, Shown
from vivier.people.store import ApplicationItem
from vivier.people.timeline import event, in_order
from vivier.storage.table import find
from vivier.storage.transaction import Transaction, until_settled


class Standing(NamedTuple):
    """What an act on an application begins with. `watching`: enrolments about no job that every move is told to."""

    job: Job
    row: ApplicationItem
    application: Application
    watching: Collection[enrolled.Watching] = ()


def standing(workspace: str, job_id: str, candidate_id: str) -> Standing:
    """Raises NotFound."""
    job, row, watching = store.standing(workspace, job_id, candidate_id)
    if row is None:
        raise NotFound("This person does not stand in this job.")
    return Standing(job.read(), row, store.read(row), watching)


def add(actor: Actor, job_id: str, candidate_id: str, now: datetime, stage_id: str | None = None) -> Application:
    """Puts a person into a job; who left it before comes back to its beginning. Raises NotFound, Conflict (stands
    there already, or the job takes nobody).
    """
    actor.require(Permission.move_people)

    def attempt() -> Application:
        job = store.load_job(actor.workspace, job_id).read()
        row = people.load(actor.workspace, candidate_id)
        person = row.read()
        if person.merged_into:
            raise Invalid("This record was merged into another. Add that one.", candidate_id=person.merged_into)
        transaction = Transaction()
        application, person, told = enter(transaction, actor, job, person, now, stage_id)
        people.write(transaction, actor.workspace, row, person.touched(now), [told])
        transaction.commit()
        return application

    return until_settled(attempt)


def enter(
    transaction: Transaction, actor: Actor, job: Job, person: Candidate, now: datetime, stage_id: str | None = None
) -> tuple[Application, Candidate, Event]:
    """Puts a person into a job within another act's transaction, which writes the record and the event returned.

    Raises Conflict, NotFound (no such stage).
    """
    if not takes_people(job):
        raise Conflict("This job takes nobody any more.", state=job.state)
    stage = _stage(job, stage_id) if stage_id else job.beginning
    row = store.application(actor.workspace, person.id, job.id)
    before = store.read(row) if row else None
    if (before and before.open and not before.aside) or _stands_as_another(actor.workspace, person, job):
        raise Conflict("This person stands in this job already.", stage_id=before.stage_id if before else None)
    after = Application(
        id=before.id if before else new_id("app", now),
        job_id=job.id,
        job_title=job.title,
        candidate_id=person.id,
        applied_at=now,
        stage_id=stage.id,
        stage_name=stage.name,
        stage_kind=stage.kind,
        entered_at=now,
        epoch=before.epoch + 1 if before else 0,
        owner=before.owner if before else None,
        source=person.origin.source,
        answer_by=now + timedelta(days=job.answer_within_days),
    )
    plans = planned.plan(after, stage, actor, now)
    after = after.model_copy(update={"planned": len(plans)})
    kind = "application_reopened" if before else "application_created"
    said = _said(after, before, job)
    told = event(kind, actor, now, more=said, epoch=after.epoch, planned=planned.told(plans) or None)
    transaction.create(*(planned.PlannedItem.of(actor.workspace, p) for p in plans))
    # A card that is left holds what boards show of the person; it is replaced by what is true now.
    left = on_card(actor.workspace, before) if before and not before.aside else None
    current = Shown.of(person).model_dump_json(exclude_defaults=True)
    store.place(transaction, actor.workspace, job, row, before, after, left, [], entering_as=current)
    return after, person.model_copy(update={"jobs": sorted({*person.jobs, job.id})}), told


def _stands_as_another(workspace: str, person: Candidate, job: Job) -> bool:
    """Whether a record that was merged into this one stands in the job: a BatchGet for who has some."""
    others = sorted(person.everyone() - {person.id})
    rows = store.applications_among(workspace, others, job.id)
    return any(a.open and not a.aside for a in map(store.read, rows))


def takes_people(job: Job) -> bool:
    return job.state in (JobState.open, JobState.draft) and not (job.work and job.work.kind == "close")


def _stage(job: Job, stage_id: str) -> Stage:
    stage = job.stage(stage_id)
    if stage is None:
        raise NotFound("There is no such stage in this job.")
    if stage.leaving_to:
        raise Conflict("This stage is being removed.", stage_id=stage_id)
    return stage


def shown(workspace: str, candidate_id: str) -> str:
    """The person as boards show them now, as text."""
    return Shown.of(people.load(workspace, candidate_id).read()).model_dump_json(exclude_defaults=True)


def on_card(workspace: str, a: Application) -> str:
    """The person as the card of this application shows them: what leaving it depends on."""
    card = find(store.CardItem, store.CardItem.key(workspace, a), consistent=True)
    return str(card.person or "{}") if card else "{}"


def _said(after: Application, before: Application | None, job: Job) -> dict[str, Any]:
    """What the timeline and the figures keep of a change of stage."""

    def of(a: Application) -> dict[str, Any]:
        stage = job.stage(a.stage_id)
        name = stage.name if stage else a.stage_name
        return {"id": a.stage_id, "name": name.model_dump(exclude_none=True), "kind": str(a.stage_kind)}

    title = job.title.model_dump(exclude_none=True)
    told: dict[str, Any] = {"candidate_id": after.candidate_id, "job_id": job.id, "job_title": title}
    return told | {"to": of(after)} | ({"from": of(before)} if before else {})


def move(
    actor: Actor,
    job_id: str,
    candidate_id: str,
    to: str,
    now: datetime,
    *,
    expected: str | None = None,
    actions: bool = True,
    cause: str | None = None,
) -> Application:
    """Moves a person to another stage; what entering it sets going is planned, unless `actions` is off.

    Raises NotFound, Conflict (not where the caller saw them; a stage that may not be entered). Ends are
    reached by `casework` (hired, refused, withdrawn).
    """
    actor.require(Permission.move_people)

    def change(now_at: Standing) -> tuple[Application, Stage]:
        before = now_at.application
        stage = _stage(now_at.job, to)
        if expected and before.stage_id != expected:
            raise Conflict("This person was moved meanwhile.", stage_id=before.stage_id)
        if stage.kind == StageKind.closed:
            raise Invalid("Say why this person leaves: refuse, or note that they withdrew.", stage_id=to)
        end = End(how="hired", at=now, by=actor.id or None, by_name=actor.name or None)
        hired = end if stage.kind == StageKind.hired else None
        return moved(before, stage, now, end=hired), stage

    return _act(actor, job_id, candidate_id, now, "stage_moved", change, actions=actions, cause=cause)


def moved(before: Application, stage: Stage, now: datetime, *, end: End | None = None) -> Application:
    """The application in another stage."""
    stay = Stay(stage_id=before.stage_id, entered_at=before.entered_at, end=before.end, came_from=before.came_from)
    leaving = before.stage_kind not in ENDS and stage.kind in ENDS
    return before.model_copy(
        update={
            "stage_id": stage.id,
            "stage_name": stage.name,
            "stage_kind": stage.kind,
            "entered_at": now,
            "epoch": before.epoch + 1,
            "end": end,
            "came_from": before.stage_id if leaving else before.came_from if stage.kind in ENDS else None,
            "before": stay,
            "planned": 0,
        }
    )


KINDS = {"hired": "application_hired", "refused": "application_refused", "withdrawn": "application_withdrawn"}
Change = Callable[[Standing], tuple[Application, Stage]]


def _act(
    actor: Actor,
    job_id: str,
    candidate_id: str,
    now: datetime,
    kind: str,
    change: Change,
    *,
    actions: bool = True,
    cause: str | None = None,
) -> Application:
    def attempt() -> Application:
        here = standing(actor.workspace, job_id, candidate_id)
        after, stage = change(here)
        if after.stage_id == here.application.stage_id:
            return here.application
        transaction = Transaction()
        after = shift(transaction, actor, here, after, stage, now, kind, actions=actions, cause=cause)
        transaction.commit()
        return after

    return until_settled(attempt)


def shift(
    transaction: Transaction,
    actor: Actor,
    here: Standing,
    after: Application,
    stage: Stage,
    now: datetime,
    kind: str,
    *,
    actions: bool = True,
    cause: str | None = None,
    more: list[Event] | None = None,
    said: Mapping[str, Any] | None = None,
) -> Application:
    """Puts a change of stage into a transaction: what the old one planned stops, what the new one does is planned.

    Two Queries more at most where the old one had planned something.
    """
    before = here.application
    had = planned.held(actor.workspace, before.candidate_id, before.job_id) if before.planned else []
    over = stage_tasks.left(transaction, actor, had, before, after, now)
    stopped = planned.stop(transaction, actor.workspace, had, after, now)
    plans = planned.plan(after, stage, actor, now) if actions else []
    after = after.model_copy(update={"planned": len(plans)})
    transaction.create(*(planned.PlannedItem.of(actor.workspace, p) for p in plans))
    ended: list[Event] = []
    if after.end and after.end.how != "hired":
        after, ended = ending.stop(transaction, actor, before, after, after.end.how, now, planned.UNDO)
    if after.end and after.end.how in KINDS:
        kind = KINDS[after.end.how]
    told = event(
        kind,
        actor,
        now,
        cause=cause,
        more=_said(after, before, here.job) | dict(said or {}),
        epoch=after.epoch,
        planned=planned.told(plans) or None,
        stopped=planned.told(stopped) or None,
    )
    _tell_sequences(transaction, actor.workspace, here, after.epoch, now, "moved")
    left = on_card(actor.workspace, before)
    events = in_order([told, *over, *(more or []), *ended])
    store.place(transaction, actor.workspace, here.job, here.row, before, after, left, events)
    return after


def unshift(
    transaction: Transaction, actor: Actor, here: Standing, after: Application, now: datetime, *, more: list[Event]
) -> Application:
    """Puts the undoing of a change of stage into a transaction: what that change stopped goes on."""
    before = here.application
    had = planned.held(actor.workspace, before.candidate_id, before.job_id)
    given = stage_tasks.returned(transaction, actor, had, before, now)
    over = stage_tasks.left(transaction, actor, had, before, after, now)
    resumed = planned.resume(transaction, actor.workspace, had, before, after)
    after, restored = ending.restore(transaction, actor, before, after, now)
    after = after.model_copy(update={"planned": len(resumed) + len(given)})
    told = event(
        "stage_move_undone",
        actor,
        now,
        more=_said(after, before, here.job),
        epoch=after.epoch,
        resumed=planned.told(resumed) or None,
    )
    _tell_sequences(transaction, actor.workspace, here, before.epoch, now, "undone")
    left = on_card(actor.workspace, before)
    events = in_order([told, *over, *given, *more, *restored])
    store.place(transaction, actor.workspace, here.job, here.row, before, after, left, events)
    return after


def _tell_sequences(
    transaction: Transaction, workspace: str, here: Standing, epoch: int, now: datetime, how: enrolled.Disturbance
) -> None:
    """`epoch`: of the application as the move left it."""
    a = here.application
    own = {enrolled.Watching(a.candidate_id, s) for s in a.enrolments}
    for one in sorted({*own, *here.watching}):
        move = f"{a.job_id}#{epoch}" if one in here.watching else None
        enrolled.disturb(transaction, workspace, one.candidate_id, one.sequence_id, now, how, move)


def back(here: Standing, now: datetime, *, restore_time: bool) -> tuple[Application, Stage]:
    """Where an application stood before its last move (undo), or before it ended (reopen); the beginning when that
    stage is gone.
    """
    a = here.application
    stay = a.before if restore_time else None
    wanted = stay.stage_id if stay else a.came_from
    held = here.job.stage(wanted) if wanted else None
    stage = held if held and not held.leaving_to else here.job.beginning
    restored = moved(a, stage, now, end=stay.end if stay and stage is held else None)
    if stay and stage is held:
        restored = restored.model_copy(
            update={"entered_at": stay.entered_at, "came_from": stay.came_from, "before": None}
        )
    return restored, stage


def assign(actor: Actor, job_id: str, candidate_id: str, owner: str | None, now: datetime) -> Application:
    """Says who looks after this person in this job. Raises NotFound."""
    actor.require(Permission.move_people)

    def attempt() -> Application:
        here = standing(actor.workspace, job_id, candidate_id)
        after = here.application.model_copy(update={"owner": owner})
        if after == here.application:
            return after
        transaction = Transaction()
        told = event("application_assigned", actor, now, job_id=job_id, owner=owner)
        store.place(transaction, actor.workspace, here.job, here.row, here.application, after, None, [told])
        transaction.commit()
        return after

    return until_settled(attempt)
