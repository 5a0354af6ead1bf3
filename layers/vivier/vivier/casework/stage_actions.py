"""Doing what a stage planned when someone entered it: each once, only while they still stand there, and told with its
cause. What cannot be done says why on the timeline.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from vivier.casework import asking, experimenting, refusals, sequence_clocks, stage_sequences, todo
from vivier.hiring import access, applications, planned, store
from vivier.hiring.planned import Planned, PlannedItem, PlanState
from vivier.hiring.scorecards import asking as requests
from vivier.hiring.scorecards import store as scorecards
from vivier.hiring.stages import Action, AddTag, AskScorecard, CreateTask, Notify, SendTemplate, StartSequence
from vivier.kernel.actor import Actor, Permission, system
from vivier.kernel.clock import Instant
from vivier.kernel.errors import Invalid, NotFound
from vivier.kernel.observability import logger
from vivier.mail import outbox, service, settling
from vivier.mail.model import Guard, Rendered
from vivier.people import store as people
from vivier.people import writable
from vivier.people.asks.model import AskMissing
from vivier.people.model import Event, Strict
from vivier.people.store import ApplicationItem
from vivier.people.timeline import event, in_order
from vivier.storage.table import get
from vivier.storage.transaction import Transaction, until_settled
from vivier.tasks import service as tasks
from vivier.tasks.model import Cause, Due
from vivier.tasks.service import NewTask
from vivier.team import service as team
from vivier.team.model import Member
from vivier.team.notifications import Notification, notify
from vivier.team.store import members_of

Afterwards = Callable[[], object]  # what follows once the transaction stands; losing it loses nothing


def do(workspace: str, row: PlannedItem, now: datetime) -> PlanState:
    """Does one planned action, if it still stands. Safe to call twice, late and at once."""
    key = (row.pk, row.sk)
    try:
        return until_settled(lambda: _do(workspace, key, now))
    except Invalid as impossible:
        why, held = impossible.message, impossible.details.get("held")
        return until_settled(lambda: _settle(workspace, key, PlanState.failed, now, why, held))


def _do(workspace: str, key: tuple[str, str], now: datetime) -> PlanState:
    row = get(PlannedItem, key, consistent=True)
    one = row.read()
    if one.state != PlanState.pending or one.due_at > now:
        return one.state
    application = store.application(workspace, one.candidate_id, one.job_id)
    if application is None or store.read(application).epoch != one.guard:
        return _settle(workspace, key, PlanState.stopped, now, None)
    transaction = Transaction()
    done = one.model_copy(update={"state": PlanState.done, "settled_at": now})
    transaction.save(row.now(workspace, done))
    afterwards = EFFECTS[one.action.do](transaction, workspace, one, now)
    guarded = ApplicationItem(application.pk, application.sk)
    if not transaction.writes(guarded):  # else its version guards it
        transaction.check(guarded, ApplicationItem.epoch == one.guard)
    transaction.commit()
    if afterwards:
        afterwards()
    logger.info("stage action done", extra={"do": one.action.do, "candidate_id": one.candidate_id})
    return PlanState.done


def _settle(
    workspace: str, key: tuple[str, str], state: PlanState, now: datetime, why: str | None, held: str | None = None
) -> PlanState:
    row = get(PlannedItem, key, consistent=True)
    one = row.read()
    if one.state != PlanState.pending:
        return one.state
    transaction = Transaction()
    settled = one.model_copy(update={"state": state, "settled_at": now, "reason": why})
    transaction.save(row.now(workspace, settled))
    told = _told(f"stage_action_{state}", workspace, one, now, reason=why, held=held)
    transaction.create(people.EventItem.of(workspace, one.candidate_id, told))
    transaction.commit()
    return state


def _told(kind: str, workspace: str, one: Planned, now: datetime, **data: object) -> Event:
    said = {
        "job_id": one.job_id,
        "job_title": one.job_title.model_dump(exclude_none=True),
        "stage_id": one.stage_id,
        "stage_name": one.stage_name.model_dump(exclude_none=True),
        **planned.told([one])[0],
    }
    return event(kind, system(workspace), now, cause="stage", more=said | data)


def _mover(workspace: str, one: Planned) -> Actor:
    """Who moved the person, and so set this going: their name stands under the mail."""
    place = team.workspace(workspace)
    return Actor(
        workspace=workspace, kind="member" if one.by else "system", id=one.by or "", name=one.by_name or place.name
    )


def _send(transaction: Transaction, workspace: str, one: Planned, now: datetime) -> None:
    assert isinstance(one.action, SendTemplate)
    person = people.load(workspace, one.candidate_id).read()
    writable.refuse_unwritable(person)
    here = applications.standing(workspace, one.job_id, one.candidate_id)
    pk, sk = ApplicationItem.key(workspace, one.candidate_id, one.job_id)
    said = experimenting.from_template(workspace, one.action.template, person)
    message = service.compose(
        one.action.template,
        f"act-{here.application.id}-{one.epoch}-{one.number}",
        person,
        team.workspace(workspace),
        now,
        now,
        about=refusals.about(here.job, person, _mover(workspace, one)),
        guard=Guard(pk=pk, sk=sk, epoch=one.guard),
        words=said.template(one.action.template, person.language),
        variant=said.variant,
    )
    outbox.put(transaction, workspace, message)
    queued = event("mail_queued", system(workspace), now, cause="stage", more=settling.summary(message))
    told = in_order([_told("stage_action_done", workspace, one, now, message=message.key), queued])
    transaction.create(*(people.EventItem.of(workspace, one.candidate_id, e) for e in told))


def _tag(transaction: Transaction, workspace: str, one: Planned, now: datetime) -> None:
    assert isinstance(one.action, AddTag)
    row = people.load(workspace, one.candidate_id)
    person = row.read()
    told = _told("stage_action_done", workspace, one, now, had=one.action.tag in person.tags or None)
    after = person.touched(now, tags=sorted({*person.tags, one.action.tag}))
    people.write(transaction, workspace, row, after, [told])


def _ask(transaction: Transaction, workspace: str, one: Planned, now: datetime) -> None:
    assert isinstance(one.action, AskScorecard)
    ground = scorecards.ground(workspace, one.job_id, one.candidate_id)
    owner = one.owner or ground.job.owner()
    named = {"owner": [owner] if owner else [], "team": [m.member_id for m in ground.job.team]}
    wanted = dict.fromkeys(i for name in one.action.members for i in named.get(name, [name]))
    members = requests.able(workspace, list(wanted)) if "team" in one.action.members else list(wanted)
    due = now + timedelta(days=one.action.due_in_days) if one.action.due_in_days else None
    about = requests.about(workspace, ground, one.stage_id)
    requests.put(transaction, _mover(workspace, one), ground, about, members, due, now, cause="stage")
    told = _told("stage_action_done", workspace, one, now)
    transaction.create(people.EventItem.of(workspace, one.candidate_id, told))


def _named(workspace: str, one: Planned, names: list[str]) -> dict[str, Member]:
    """The members that an action names: whoever owns the application (else the job), its team, or by id."""
    job = store.load_job(workspace, one.job_id).read()
    owner = one.owner or job.owner()
    known = {"owner": [owner] if owner else [], "team": [m.member_id for m in job.team]}
    return members_of(workspace, list(dict.fromkeys(i for name in names for i in known.get(name, [name]))))


def _task(transaction: Transaction, workspace: str, one: Planned, now: datetime) -> None:
    assert isinstance(one.action, CreateTask)
    found = _named(workspace, one, [one.action.assignee])
    if not found:
        raise Invalid("There is nobody to give this task to: the job has no owner, or they have left.")
    (assignee,) = found.values()
    due = (now + timedelta(days=one.action.due_in_days)).astimezone(ZoneInfo(assignee.timezone)).date()
    wanted = NewTask(title=one.action.title, due=Due(on=due), candidate_id=one.candidate_id, job_id=one.job_id)
    cause = Cause(job_id=one.job_id, stage_id=one.stage_id, epoch=one.epoch)
    mover = _mover(workspace, one)
    task = tasks.made(mover, wanted, assignee, now, cause=cause)
    tasks.create(transaction, mover, task, now)
    todo.assigned(transaction, mover, task, assignee, now)
    told = _told("stage_action_done", workspace, one, now, task_id=task.id, assignee=assignee.id)
    transaction.create(people.EventItem.of(workspace, one.candidate_id, told))


def _notify(transaction: Transaction, workspace: str, one: Planned, now: datetime) -> None:
    assert isinstance(one.action, Notify)
    mover = _mover(workspace, one)
    members = [m for m in _named(workspace, one, list(one.action.members)) if m != mover.id]
    about = {"candidate_id": one.candidate_id, "job_id": one.job_id}
    for member in members:
        notify(transaction, workspace, member, Notification.of("stage_entered", mover, now, **about))
    told = _told("stage_action_done", workspace, one, now, members=members)
    transaction.create(people.EventItem.of(workspace, one.candidate_id, told))


def _ask_missing(transaction: Transaction, workspace: str, one: Planned, now: datetime) -> None:
    """Whoever lacks nothing, or was asked already, is not asked: that is said, and no failure."""
    assert isinstance(one.action, AskMissing)
    done = asking.of_a_stage(transaction, _mover(workspace, one), one, one.action, now)
    what = {"skipped": done} if isinstance(done, str) else {"ask_id": done.ask.id, "pieces": list(done.ask.pieces)}
    told = [_told("stage_action_done", workspace, one, now, **what)]
    told += [] if isinstance(done, str) else done.told
    transaction.create(*(people.EventItem.of(workspace, one.candidate_id, e) for e in in_order(told)))


def _sequence(transaction: Transaction, workspace: str, one: Planned, now: datetime) -> Afterwards:
    assert isinstance(one.action, StartSequence)
    e = stage_sequences.enrol(transaction, _mover(workspace, one), one, one.action, now)
    told = _told("stage_action_done", workspace, one, now, sequence_name=e.sequence_name, enrolment=e.id)
    transaction.create(people.EventItem.of(workspace, one.candidate_id, told))
    return lambda: sequence_clocks.start(workspace, e, now)


Effect = Callable[[Transaction, str, Planned, datetime], Afterwards | None]
EFFECTS: dict[str, Effect] = {
    "send": _send,
    "tag": _tag,
    "task": _task,
    "notify": _notify,
    "scorecard": _ask,
    "ask_missing": _ask_missing,
    "sequence": _sequence,
}


class Entering(Strict):
    """What one action would do for one person; `held` says why a mail could not leave, or why nobody is enrolled."""

    candidate_id: str
    action: Action
    due_at: Instant
    rendered: Rendered | None = None
    held: str | None = None


def entering(actor: Actor, job_id: str, stage_id: str, candidate_ids: list[str], now: datetime) -> list[Entering]:
    """What a stage would do for these people, before it happens: a Get for each mail. Raises NotFound."""
    actor.require(Permission.move_people)
    access.require_job(actor, job_id)
    job = store.load_job(actor.workspace, job_id).read()
    stage = job.stage(stage_id)
    if stage is None:
        raise NotFound("There is no such stage in this job.")
    found = []
    ids = list(dict.fromkeys(candidate_ids))
    for action in stage.actions:
        begun = stage_sequences.foreseen(actor, job, action, ids, now) if isinstance(action, StartSequence) else {}
        for candidate_id in ids:
            due, held = planned.due(action, now), begun.get(candidate_id)
            shown = Entering(candidate_id=candidate_id, action=action, due_at=due, held=held)
            if isinstance(action, SendTemplate):
                person = people.load(actor.workspace, candidate_id).read()
                place, about = team.workspace(actor.workspace), refusals.about(job, person, actor)
                said = experimenting.from_template(actor.workspace, action.template, person)
                words = said.template(action.template, person.language)
                rendered = service.render(action.template, person, place, draft=words, about=about)
                held = writable.cannot_write(person) or ("missing" if rendered.missing else None)
                shown = shown.model_copy(update={"rendered": rendered, "held": held})
            found.append(shown)
    return found
