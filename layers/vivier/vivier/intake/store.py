"""Rows of intakes. Open and failed ones stand in the work index; those of one drop together in the batch index."""

from typing import Literal

from pynamodb.attributes import UnicodeAttribute

from vivier.intake.model import Intake, State
from vivier.kernel.clock import iso
from vivier.people.lists import counted
from vivier.storage.table import Key, Versioned, get, together, waiting
from vivier.storage.transaction import Transaction

FAILED = "review:failed"


class IntakeItem(Versioned, discriminator="intake"):
    state = UnicodeAttribute()

    @classmethod
    def key(cls, workspace: str, intake_id: str) -> Key:
        return f"W#{workspace}#INTAKE#{intake_id}", "intake"

    @classmethod
    def of(cls, workspace: str, intake: Intake) -> "IntakeItem":
        item = cls.holding(intake, *cls.key(workspace, intake.id))
        return item.now(workspace, intake)

    def now(self, workspace: str, intake: Intake) -> "IntakeItem":
        """The same row (its version kept) holding the intake as it is now."""
        self.put(intake)
        self.state = intake.state
        queue = "failed" if intake.state == State.failed else None if intake.finished else "open"
        self.gsi1pk = f"W#{workspace}#INTAKE#{queue}" if queue else None
        self.gsi1sk = f"{iso(intake.updated_at)}#{intake.id}" if queue else None
        self.gsi2pk = f"W#{workspace}#BATCH#{intake.batch}"
        self.gsi2sk = intake.id
        return self

    def read(self) -> Intake:
        return Intake.model_validate_json(self.body)


def load(workspace: str, intake_id: str) -> IntakeItem:
    """Raises NotFound."""
    return get(IntakeItem, IntakeItem.key(workspace, intake_id), consistent=True)


def save(transaction: Transaction, workspace: str, row: IntakeItem, after: Intake) -> None:
    """The intake as it is now; the count of failures moves with it."""
    moved = int(after.state == State.failed) - int(row.state == State.failed)
    transaction.save(row.now(workspace, after))
    if moved:
        counted(transaction, workspace, FAILED, moved)


def queue(
    workspace: str,
    name: Literal["open", "failed"],
    *,
    until: str | None = None,
    after: str | None = None,
    limit: int = 50,
) -> list[IntakeItem]:
    """Intakes not finished, or failed, oldest first: one Query. `after`/`until` bound the sort key (ISO time)."""
    return waiting(IntakeItem, f"W#{workspace}#INTAKE#{name}", after=after, until=until, limit=limit)


def batch(workspace: str, name: str, *, after: str | None = None, limit: int = 100) -> list[IntakeItem]:
    """The files of one drop in the order they were announced: one Query."""
    return together(IntakeItem, f"W#{workspace}#BATCH#{name}", after=after, limit=limit)


def remove(transaction: Transaction, workspace: str, row: IntakeItem) -> None:
    """An intake as it was read; what was to come of it does not."""
    transaction.delete(row, when=IntakeItem.version == row.number)
    if row.state == State.failed:
        counted(transaction, workspace, FAILED, -1)
