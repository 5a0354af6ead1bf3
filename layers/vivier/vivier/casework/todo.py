"""Tasks as members handle them: who may, whom they tell, and what stands in a transaction with what."""

from collections.abc import Callable
from datetime import datetime

from pydantic import Field

from vivier.casework import wording
from vivier.hiring import access
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import iso
from vivier.kernel.errors import Forbidden, Invalid, NotFound
from vivier.kernel.versions import on_version
from vivier.mail import outbox
from vivier.mail import service as letters
from vivier.mail.model import InternalKey, Message
from vivier.people import store as people
from vivier.people.model import Strict
from vivier.storage import cursor as cursors
from vivier.storage.transaction import Transaction, until_settled
from vivier.tasks import model, service, store
from vivier.tasks.model import Due, MyDay, Preset, Task
from vivier.tasks.service import NewTask, TaskEdit, Versioned
from vivier.tasks.store import TaskItem
from vivier.team import service as team
from vivier.team.model import Member, MemberState
from vivier.team.notifications import Notification, notify
from vivier.team.store import members_of

MOST_OF_A_DAY = 200
PAGE = 50


class Putting(Strict):
    """Until when a task is put off: one of the presets, or a day."""

    preset: Preset | None = None
    until: Due | None = Field(default=None, description="Instead of a preset.")


def create(actor: Actor, new: NewTask, now: datetime) -> Versioned:
    """Raises Invalid (assignee, merged record), NotFound (person, job), Forbidden."""
    service.require(actor)
    _subject(actor, new.candidate_id, new.job_id)
    assignee = _member(actor.workspace, new.assignee or actor.id)
    if assignee.id != actor.id:
        _can_have(assignee, new.candidate_id, new.job_id)
    task = service.made(actor, new, assignee, now)
    transaction = Transaction()
    service.create(transaction, actor, task, now)
    assigned(transaction, actor, task, assignee, now)
    transaction.commit()
    return task, 1


def _subject(actor: Actor, candidate_id: str | None, job_id: str | None) -> None:
    """Whether the actor may have tasks about these. What they may not see is not there."""
    if candidate_id is None:
        if job_id:
            access.require_known_job(actor, job_id)
        return
    access.require_person(actor, candidate_id)
    person = people.load(actor.workspace, candidate_id).read()
    if into := person.merged_into:
        raise Invalid("This record was merged into another. Write there.", candidate_id=into)
    if job_id:
        access.require_standing(actor, person, job_id)


def _member(workspace: str, member_id: str) -> Member:
    found = members_of(workspace, [member_id]).get(member_id)
    if found is None:
        raise Invalid("There is no such colleague.", [{"field": "assignee", "message": member_id}])
    return found


def _can_have(member: Member, candidate_id: str | None, job_id: str | None) -> None:
    """A colleague is given what they can do: they are here, have tasks, and see what it is about. Raises Invalid."""
    actor = member.actor()
    why = None
    if member.state == MemberState.removed:
        why = f"{member.name} has left."
    elif not actor.may(Permission.do_tasks):
        why = f"{member.name} only looks: tasks are for others."
    elif not _sees(actor, candidate_id, job_id):
        why = f"{member.name} does not see what this task is about."
    if why:
        raise Invalid(why, [{"field": "assignee", "message": why}])


def _sees(actor: Actor, candidate_id: str | None, job_id: str | None) -> bool:
    try:
        if job_id:
            access.require_job(actor, job_id)
        elif candidate_id:
            access.require_person(actor, candidate_id)
    except (NotFound, Forbidden):
        return False
    return True


def assigned(transaction: Transaction, actor: Actor, task: Task, assignee: Member, now: datetime) -> None:
    """Tells whoever is given a task by someone else: in the app, and by mail for who asked for it."""
    if assignee.id == actor.id:
        return
    notify(transaction, actor.workspace, assignee.id, about(Notification.of("task_assigned", actor, now), task))
    if assignee.task_mails:
        outbox.put(
            transaction, actor.workspace, mail("task_assigned", task, assignee, actor.workspace, now, actor.name)
        )


def about(notification: Notification, task: Task) -> Notification:
    ids = {"task_id": task.id, "candidate_id": task.candidate_id, "job_id": task.job_id}
    return notification.model_copy(update=ids)


def mail(key: InternalKey, task: Task, member: Member, workspace: str, now: datetime, by: str = "") -> Message:
    """The mail of a task that someone was given, or that is due; its key is what it is about, so it leaves once."""
    due = wording.due(task, member.language, member.timezone)
    fields = {"by": by or "Vivier", "task": task.title, "due": due}
    subject = f"{key.replace('_', '-')}-{task.id}-{member.id}-{int(task.fires_at.timestamp())}"
    return letters.for_member(key, subject, member, team.workspace(workspace), now, fields, f"/my-day?task={task.id}")


def load(actor: Actor, task_id: str) -> TaskItem:
    """A task that the actor may see: their own, or one about what they see. Raises NotFound."""
    row = store.load(actor.workspace, task_id)
    task = row.read()
    if not (service.own(actor, task) or _shared(actor, task)):
        raise NotFound("There is no such task.")
    return row


def _shared(actor: Actor, task: Task) -> bool:
    return bool(task.job_id or task.candidate_id) and _sees(actor, task.candidate_id, task.job_id)


def one(actor: Actor, task_id: str) -> Versioned:
    row = load(actor, task_id)
    return row.read(), row.number


def edit(actor: Actor, task_id: str, version: int | None, wanted: TaskEdit, now: datetime) -> Versioned:
    """Raises VersionMissing, VersionStale, Conflict (not open), Invalid (assignee)."""
    service.require(actor)
    row = load(actor, task_id)
    task = row.read()
    there = row.number
    stale = on_version(version, there, "Someone else changed this task meanwhile.", sorted(wanted.model_fields_set))
    assignee = _member(actor.workspace, wanted.assignee or task.assignee)
    if assignee.id not in (task.assignee, actor.id):
        _can_have(assignee, task.candidate_id, task.job_id)
    transaction = Transaction()
    after = service.edit(transaction, actor, row, wanted, assignee, now)
    if not transaction.size:
        return after, there
    if assignee.id != task.assignee:
        assigned(transaction, actor, after, assignee, now)
    transaction.commit_on(stale)
    return after, there + 1


def _act(actor: Actor, task_id: str, put: Callable[[Transaction, TaskItem], Task]) -> Versioned:
    service.require(actor)

    def attempt() -> Versioned:
        row = load(actor, task_id)
        number = row.number
        transaction = Transaction()
        task = put(transaction, row)
        if not transaction.size:
            return task, number
        transaction.commit()
        return task, number + 1

    return until_settled(attempt)


def finish(actor: Actor, task_id: str, now: datetime) -> tuple[Task, int, Task | None]:
    """Done; with the next of a repeated one. Raises Conflict."""
    made: list[Task | None] = []

    def put(transaction: Transaction, row: TaskItem) -> Task:
        task = row.read()
        held = members_of(actor.workspace, [task.assignee]).get(task.assignee) if task.repeat else None
        done, coming = service.finish(transaction, actor, row, held, now)
        made.append(coming)
        return done

    task, version = _act(actor, task_id, put)
    return task, version, made[-1]


def reopen(actor: Actor, task_id: str, now: datetime) -> Versioned:
    """Takes `finish` back. Raises Conflict."""
    return _act(actor, task_id, lambda transaction, row: service.reopen(transaction, actor, row, now))


def put_off(actor: Actor, task_id: str, wish: Putting, now: datetime) -> Versioned:
    """Raises Invalid (neither or both; not in the future), Conflict (not open)."""
    if (wish.preset is None) == (wish.until is None):
        raise Invalid("Say until when.", [{"field": "until", "message": "Give a preset or a day."}])

    def put(transaction: Transaction, row: TaskItem) -> Task:
        task = row.read()
        due = wish.until or model.postponed(task, wish.preset or "tomorrow", now, task.timezone)
        return service.snooze(transaction, actor, row, due, now)

    return _act(actor, task_id, put)


def delete(actor: Actor, task_id: str, now: datetime) -> Versioned:
    return _act(actor, task_id, lambda transaction, row: service.delete(transaction, actor, row, now))


def restore(actor: Actor, task_id: str, now: datetime) -> Versioned:
    return _act(actor, task_id, lambda transaction, row: service.restore(transaction, actor, row, now))


def listed(actor: Actor, cursor: str | None) -> tuple[list[Versioned], str | None]:
    """The member's open tasks by their due time: one Query. Raises BadCursor."""
    (after,) = cursors.decode(cursor, str) if cursor else (None,)
    rows = store.of_member(actor.workspace, actor.id, after=after, limit=PAGE)
    more = cursors.encode([rows[-1].gsi1sk]) if len(rows) == PAGE else None
    return [(r.read(), r.number) for r in rows], more


def my_day(actor: Actor, zone: str, now: datetime) -> MyDay:
    """What awaits the member, in their zone: one Query."""
    end = iso(model.until(now, zone))
    rows = store.of_member(actor.workspace, actor.id, until=end, limit=MOST_OF_A_DAY + 1)
    held = [r.read() for r in rows[:MOST_OF_A_DAY]]
    return model.my_day(held, now, zone, more=len(rows) > MOST_OF_A_DAY)


def of_job(actor: Actor, job_id: str) -> list[Versioned]:
    """Tasks of a job and of the applications to it, the newest first. Raises NotFound."""
    access.require_known_job(actor, job_id)
    rows = store.of_job(actor.workspace, job_id)
    return [(t, r.number) for r in rows if (t := r.read()).state != "deleted"]
