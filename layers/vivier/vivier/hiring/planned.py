"""What a stage does when someone enters it: planned with the move, stopped by leaving, done by the sweep when due.

Nothing leaves before the moment to undo is over. What is planned lies with the person and in the work index by its due
time; `casework/stage_actions.py` does it.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import Field

from vivier.hiring import workdays
from vivier.hiring.base import Words
from vivier.hiring.model import Application
from vivier.hiring.stages import Action, SendTemplate, Stage
from vivier.kernel.actor import Actor
from vivier.kernel.clock import Instant, iso
from vivier.kernel.ids import sort_key
from vivier.people.model import Strict
from vivier.people.store import partition
from vivier.storage.table import Key, Versioned, query, waiting
from vivier.storage.transaction import Transaction

UNDO = timedelta(seconds=10)  # a screen offers to undo for eight
PARIS = ZoneInfo("Europe/Paris")


class PlanState(StrEnum):
    pending = "pending"
    done = "done"
    stopped = "stopped"
    failed = "failed"


class Planned(Strict):
    """One action of one stay in a stage. `number` is its place in the stage's list."""

    candidate_id: str
    job_id: str
    job_title: Words
    stage_id: str
    stage_name: Words
    epoch: int
    guard: int = Field(description="The application's epoch under which it may be done: undoing a move raises it.")
    number: int
    action: Action
    due_at: Instant
    planned_at: Instant
    by: str | None = None
    by_name: str | None = None
    owner: str | None = None
    state: PlanState = PlanState.pending
    settled_at: Instant | None = None
    stopped_by: int | None = Field(default=None, description="Epoch of the move that stopped it.")
    reason: str | None = None


class PlannedItem(Versioned, discriminator="planned_action"):
    @classmethod
    def key(cls, workspace: str, p: Planned) -> Key:
        return partition(workspace, p.candidate_id), f"{prefix(p.job_id)}{p.epoch:06d}#{p.number}"

    @classmethod
    def of(cls, workspace: str, p: Planned) -> "PlannedItem":
        return cls.holding(p, *cls.key(workspace, p)).now(workspace, p)

    def now(self, workspace: str, p: Planned) -> "PlannedItem":
        self.put(p)
        pending = p.state == PlanState.pending
        self.gsi1pk = f"W#{workspace}#ACTIONS" if pending else None
        self.gsi1sk = f"{iso(p.due_at)}#{p.candidate_id}#{self.sk}" if pending else None
        return self

    def read(self) -> Planned:
        return Planned.model_validate_json(self.body)


def prefix(job_id: str) -> str:
    return f"R#planned#{sort_key(job_id)}#"


def plan(application: Application, stage: Stage, actor: Actor, now: datetime) -> list[Planned]:
    """What entering this stage sets going."""
    return [
        Planned(
            candidate_id=application.candidate_id,
            job_id=application.job_id,
            job_title=application.job_title,
            stage_id=stage.id,
            stage_name=stage.name,
            epoch=application.epoch,
            guard=application.epoch,
            number=number,
            action=action,
            due_at=due(action, now),
            planned_at=now,
            by=actor.id or None,
            by_name=actor.name or None,
            owner=application.owner,
        )
        for number, action in enumerate(stage.actions)
    ]


def due(action: Action, now: datetime) -> datetime:
    if not isinstance(action, SendTemplate):
        return now + UNDO
    return max(now + UNDO, workdays.after(now, action.after.business_days, action.after.hours, PARIS))


def told(plans: Iterable[Planned]) -> list[dict[str, Any]]:
    """What the timeline says of them, with the move that planned or stopped them."""
    return [{"do": p.action.do, "due_at": iso(p.due_at), **_detail(p.action)} for p in plans]


def _detail(action: Action) -> dict[str, Any]:
    names = {"template", "title", "tag", "pieces", "sequence_id"}
    return action.model_dump(include=names, mode="json")


def held(workspace: str, candidate_id: str, job_id: str) -> list[PlannedItem]:
    """All that was planned for a person in a job, oldest first: one Query."""
    rows = query(partition(workspace, candidate_id), prefix=prefix(job_id), limit=300, consistent=True)
    return [r for r in rows if isinstance(r, PlannedItem)]


def stop(
    transaction: Transaction, workspace: str, plans: list[PlannedItem], after: Application, now: datetime
) -> list[Planned]:
    """Leaving a stage stops what it planned and was not done; returns it."""
    stopped = []
    for row in plans:
        one = row.read()
        if one.state != PlanState.pending:
            continue
        changes = {"state": PlanState.stopped, "settled_at": now, "stopped_by": after.epoch}
        stopped.append(one.model_copy(update=changes))
        transaction.save(row.now(workspace, stopped[-1]))
    return stopped


def resume(
    transaction: Transaction, workspace: str, plans: list[PlannedItem], before: Application, after: Application
) -> list[Planned]:
    """An undone move sets going again what it had stopped, and stops what it planned itself; returns the former."""
    resumed = []
    for row in plans:
        one = row.read()
        if one.state == PlanState.pending and one.guard == before.epoch:
            changed = one.model_copy(update={"state": PlanState.stopped, "stopped_by": after.epoch})
        elif one.state == PlanState.stopped and one.stopped_by == before.epoch:
            changed = one.model_copy(
                update={"state": PlanState.pending, "settled_at": None, "stopped_by": None, "guard": after.epoch}
            )
            resumed.append(changed)
        else:
            continue
        transaction.save(row.now(workspace, changed))
    return resumed


def due_now(workspace: str, until: str, *, after: str | None = None, limit: int = 100) -> list[PlannedItem]:
    """What is due, oldest first: one Query."""
    return waiting(PlannedItem, f"W#{workspace}#ACTIONS", after=after, until=until, limit=limit)
