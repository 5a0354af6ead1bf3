"""Acts on tasks. Each goes into a transaction that its caller commits: finishing one may be part of something larger.

What is about a person stands on their timeline, what is about a job in its history.
"""

from datetime import datetime
from typing import Any

from pydantic import Field

from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import iso
from vivier.kernel.errors import Conflict, Invalid
from vivier.kernel.ids import new_id
from vivier.people import store as people
from vivier.people.model import Author, Event, Line, Strict
from vivier.people.timeline import event
from vivier.storage.table import Item, find
from vivier.storage.transaction import Transaction
from vivier.tasks import store
from vivier.tasks.model import (
    MOST_SNOOZES,
    CandidateId,
    Cause,
    Due,
    JobId,
    MemberId,
    Repeat,
    Snooze,
    Task,
    next_of,
    placed,
)
from vivier.tasks.store import TaskItem
from vivier.team.model import Member

Versioned = tuple[Task, int]  # with the version that an edit names
REMOVABLE = 1  # the version of a task that nobody has touched


class NewTask(Strict):
    """What someone asks for. Without an assignee it is their own."""

    title: Line
    due: Due
    candidate_id: CandidateId | None = None
    job_id: JobId | None = None
    assignee: MemberId | None = None
    repeat: Repeat | None = None


class TaskEdit(Strict):
    """Changes to a task. Absent: untouched; `repeat` null: no longer repeated."""

    title: Line | None = None
    due: Due | None = None
    assignee: MemberId | None = None
    repeat: Repeat | None = Field(default=None)


def made(actor: Actor, new: NewTask, assignee: Member, now: datetime, *, cause: Cause | None = None) -> Task:
    """The task that someone (or a stage, then `cause` says which) asks for."""
    when = placed(new.due, assignee.timezone)
    return Task(
        id=new_id("tsk", now),
        title=new.title,
        candidate_id=new.candidate_id,
        job_id=new.job_id,
        assignee=assignee.id,
        assignee_name=assignee.name,
        repeat=new.repeat,
        series=new.due.on if new.repeat else None,
        cause=cause,
        created_at=now,
        created_by=Author.of(actor),
        **when,
    ).armed(now)


def create(transaction: Transaction, actor: Actor, task: Task, now: datetime) -> None:
    """Puts a new task into the transaction of what asks for it. The commit is Lost when its person is not there."""
    store.add(transaction, actor.workspace, task)
    if task.candidate_id:
        person = people.CandidateItem(*people.CandidateItem.key(actor.workspace, task.candidate_id))
        transaction.check(person, people.CandidateItem.pk.exists())
    tell(transaction, actor, "task_created", task, now)


def edit(
    transaction: Transaction, actor: Actor, row: TaskItem, wanted: TaskEdit, assignee: Member, now: datetime
) -> Task:
    """Changes an open task; `assignee` is whom it belongs to afterwards. Raises Conflict."""
    task = row.read()
    _open(task)
    given = wanted.model_dump(exclude_unset=True)
    after = task.model_copy(
        update={
            "title": wanted.title or task.title,
            "repeat": wanted.repeat if "repeat" in given else task.repeat,
            "assignee": assignee.id,
            "assignee_name": assignee.name,
        }
    )
    if wanted.due:
        after = after.due(wanted.due, assignee.timezone, now)
    if assignee.id != task.assignee:
        after = after.armed(now)
    if after.repeat and (wanted.due or not task.repeat):
        after = after.model_copy(update={"series": after.on})
    changes = {k: [_said(task, k), _said(after, k)] for k in SHOWN if _said(task, k) != _said(after, k)}
    if changes:
        _write(transaction, actor, row, after, "task_changed", now, changes=changes)
    return after


SHOWN = ("title", "due_at", "repeat", "assignee_name")


def _said(task: Task, name: str) -> Any:
    return task.model_dump(mode="json", include={name}).get(name)


def finish(
    transaction: Transaction, actor: Actor, row: TaskItem, assignee: Member | None, now: datetime
) -> tuple[Task, Task | None]:
    """Done; a repeated task makes its next in the same transaction. Done twice, nothing happens. Raises Conflict."""
    task = row.read()
    if task.state == "done":
        return task, None
    _open(task)
    coming = next_of(task, new_id("tsk", now), assignee.timezone if assignee else task.timezone, now)
    done = task.model_copy(
        update={
            "state": "done",
            "done_at": now,
            "done_by": Author.of(actor),
            "next_id": coming.id if coming else None,
        }
    )
    _write(transaction, actor, row, done, "task_done", now)
    if coming:
        store.add(transaction, actor.workspace, coming)
    return done, coming


def reopen(transaction: Transaction, actor: Actor, row: TaskItem, now: datetime) -> Task:
    """Takes `finish` back, and the next task that it made unless somebody has touched that one since."""
    task = row.read()
    if task.state == "open":
        return task
    if task.state == "deleted":
        raise Conflict("This task was deleted. Restore it first.")
    if task.next_id:
        place = find(store.TaskPlace, store.TaskPlace.key(actor.workspace, task.next_id), consistent=True)
        coming = find(TaskItem, (place.at_pk, place.at_sk), consistent=True) if place else None
        if coming and coming.number == REMOVABLE:
            store.remove(transaction, actor.workspace, coming)
    again = task.model_copy(update={"state": "open", "done_at": None, "done_by": None, "next_id": None})
    _write(transaction, actor, row, again, "task_reopened", now)
    return again


def snooze(transaction: Transaction, actor: Actor, row: TaskItem, due: Due, now: datetime) -> Task:
    """Puts an open task off; where it was before is kept. Raises Conflict, Invalid (not in the future)."""
    task = row.read()
    _open(task)
    after = task.due(due, task.timezone, now)
    if after.overdue(now, after.timezone):
        raise Invalid("That is not in the future.", [{"field": "until", "message": "Choose a later time."}])
    told = Snooze(at=now, by=actor.id or None, from_due=task.due_at, to_due=after.due_at)
    after = after.model_copy(update={"snoozes": [*task.snoozes, told][-MOST_SNOOZES:]})
    _write(
        transaction, actor, row, after, "task_snoozed", now, changes={"due_at": [iso(told.from_due), iso(told.to_due)]}
    )
    return after


def delete(transaction: Transaction, actor: Actor, row: TaskItem, now: datetime) -> Task:
    """Out of every list; `restore` brings it back as it was."""
    task = row.read()
    if task.state == "deleted":
        return task
    gone = task.model_copy(update={"state": "deleted", "deleted_at": now})
    _write(transaction, actor, row, gone, "task_deleted", now)
    return gone


def cancel(transaction: Transaction, actor: Actor, row: TaskItem, epoch: int, now: datetime, **why: Any) -> Event:
    """Out of every list, as the stage that gave it was left; the event, for the act that left it to tell."""
    task = row.read().model_copy(update={"state": "deleted", "deleted_at": now, "stopped_by": epoch})
    transaction.save(row.now(actor.workspace, task))
    return told(actor, "task_cancelled", task, now, "stage_left", **why)


def uncancel(transaction: Transaction, actor: Actor, row: TaskItem, now: datetime) -> Event:
    """Back as it was; the event, for the act that undoes the leaving to tell."""
    task = row.read().model_copy(update={"state": "open", "deleted_at": None, "stopped_by": None})
    transaction.save(row.now(actor.workspace, task))
    return told(actor, "task_restored", task, now, "stage_left")


def restore(transaction: Transaction, actor: Actor, row: TaskItem, now: datetime) -> Task:
    task = row.read()
    if task.state != "deleted":
        return task
    state = "done" if task.done_at else "open"
    back = task.model_copy(update={"state": state, "deleted_at": None, "stopped_by": None})
    _write(transaction, actor, row, back, "task_restored", now)
    return back


def _open(task: Task) -> None:
    if task.state != "open":
        raise Conflict("This task is not open any more.", state=task.state)


def _write(
    transaction: Transaction, actor: Actor, row: TaskItem, after: Task, kind: str, now: datetime, **more: Any
) -> None:
    transaction.save(row.now(actor.workspace, after))
    tell(transaction, actor, kind, after, now, **more)


def tell(transaction: Transaction, actor: Actor, kind: str, task: Task, now: datetime, **more: Any) -> None:
    """The act on the timeline of the person, or in the history of the job; a task about neither has none."""
    act = told(actor, kind, task, now, task.cause.kind if task.cause else None, **more)
    if task.candidate_id:
        transaction.create(people.EventItem.of(actor.workspace, task.candidate_id, act))
    elif task.job_id:
        pk = f"W#{actor.workspace}#J#{task.job_id}"
        transaction.create(people.EventItem.on(actor.workspace, pk, act))


def told(actor: Actor, kind: str, task: Task, now: datetime, cause: str | None, **more: Any) -> Event:
    """What is said of an act on a task."""
    return event(
        kind,
        actor,
        now,
        cause=cause,
        task=task.id,
        title=task.title,
        due_at=iso(task.due_at),
        all_day=task.all_day,
        assignee=task.assignee,
        assignee_name=task.assignee_name,
        job_id=task.job_id,
        **more,
    )


def own(actor: Actor, task: Task) -> bool:
    """Whether it is theirs: to do, or asked for by them."""
    return actor.id in (task.assignee, task.created_by.id)


def require(actor: Actor) -> None:
    actor.require(Permission.do_tasks)


def among(rows: list[Item]) -> list[Versioned]:
    """The tasks among the rows of a person: open ones first, by their due time."""
    held = [(t, r.number) for r in rows if isinstance(r, TaskItem) and (t := r.read()).state != "deleted"]
    return sorted(held, key=lambda pair: (pair[0].state != "open", pair[0].due_at, pair[0].id))
