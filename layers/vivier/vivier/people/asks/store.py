"""The row of what a person is asked: one a person, which opening the person reads (docs/access_patterns.md)."""

from collections.abc import Iterable

from pynamodb.attributes import NumberAttribute

from vivier.kernel.clock import iso
from vivier.people.asks.model import Ask, AskState
from vivier.people.store import partition
from vivier.storage.table import Item, Key, Versioned, find, waiting
from vivier.storage.transaction import Transaction


class AskItem(Versioned, discriminator="ask"):
    """`epoch` guards its mails. In the work index while a reminder is due."""

    epoch = NumberAttribute(default=0)

    @classmethod
    def key(cls, workspace: str, candidate_id: str) -> Key:
        return partition(workspace, candidate_id), "R#ask"

    @classmethod
    def of(cls, workspace: str, ask: Ask) -> "AskItem":
        return cls.holding(ask, *cls.key(workspace, ask.candidate_id)).now(workspace, ask)

    def now(self, workspace: str, ask: Ask) -> "AskItem":
        """The same row (its version kept for the condition) holding the question as it is now."""
        self.put(ask)
        self.epoch = ask.epoch
        due = ask.remind_at if ask.state == AskState.asked else None
        self.gsi1pk = f"W#{workspace}#ASKS" if due else None
        self.gsi1sk = f"{iso(due)}#{ask.candidate_id}" if due else None
        return self

    def read(self) -> Ask:
        return Ask.model_validate_json(self.body)


def held(workspace: str, candidate_id: str) -> AskItem | None:
    """What this person was asked last: one Get."""
    return find(AskItem, AskItem.key(workspace, candidate_id), consistent=True)


def save(transaction: Transaction, workspace: str, before: AskItem | None, after: Ask) -> None:
    """Writes the question over the row that was read; without one, there must be none yet."""
    if before is None:
        transaction.create(AskItem.of(workspace, after))
    else:
        transaction.save(before.now(workspace, after))


def among(rows: Iterable[Item]) -> list[Ask]:
    """Those among a person's rows, merged records' too, the newest first."""
    return sorted((r.read() for r in rows if isinstance(r, AskItem)), key=lambda a: a.made_at, reverse=True)


def due(workspace: str, until: str, *, after: str | None = None, limit: int = 50) -> list[AskItem]:
    """Whom to remind by an instant (ISO), oldest first: one Query."""
    return waiting(AskItem, f"W#{workspace}#ASKS", until=until, after=after, limit=limit)
