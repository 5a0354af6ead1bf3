"""Tasks that a stage gave: over when the person leaves it before they are done, back when that move is undone."""

from datetime import datetime

from vivier.hiring.model import Application
from vivier.hiring.planned import PlannedItem, PlanState
from vivier.kernel.actor import Actor
from vivier.people.model import Event
from vivier.people.store import partition
from vivier.storage.table import query
from vivier.storage.transaction import Transaction
from vivier.tasks import service as tasks
from vivier.tasks.store import TASK, TaskItem

MOST = 300  # tasks of one person


def left(
    transaction: Transaction,
    actor: Actor,
    plans: list[PlannedItem],
    before: Application,
    after: Application,
    now: datetime,
) -> list[Event]:
    """Cancels what the stage gave and nobody has done; what the timeline says of it. One Query where it gave some."""
    if not _gave_tasks(plans, before.stage_id):
        return []
    name = before.stage_name.model_dump(exclude_none=True)
    return [
        tasks.cancel(transaction, actor, row, after.epoch, now, stage_id=before.stage_id, stage_name=name)
        for row in _of_job(actor, before)
        if (task := row.read()).state == "open" and task.cause and task.cause.stage_id == before.stage_id
    ]


def returned(
    transaction: Transaction, actor: Actor, plans: list[PlannedItem], before: Application, now: datetime
) -> list[Event]:
    """An undone move brings back what it had cancelled; what the timeline says of it."""
    stay = before.before
    if stay is None or not _gave_tasks(plans, stay.stage_id):
        return []
    return [
        tasks.uncancel(transaction, actor, row, now)
        for row in _of_job(actor, before)
        if (task := row.read()).state == "deleted" and task.stopped_by == before.epoch
    ]


def _gave_tasks(plans: list[PlannedItem], stage_id: str) -> bool:
    done = (p for p in (row.read() for row in plans) if p.state == PlanState.done and p.stage_id == stage_id)
    return any(p.action.do == "task" for p in done)


def _of_job(actor: Actor, a: Application) -> list[TaskItem]:
    """Tasks that stages of this job gave about the person."""
    rows = query(partition(actor.workspace, a.candidate_id), prefix=TASK, limit=MOST, consistent=True)
    held = [r for r in rows if isinstance(r, TaskItem)]
    return [r for r in held if (cause := r.read().cause) and cause.job_id == a.job_id]
