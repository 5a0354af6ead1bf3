"""Rows: what a workspace wants kept, and the corrections of one person, in that person's partition.

An erased person's partition goes, and these with it: they stand nowhere else. `ttl` takes what is older than is said.
"""

from datetime import datetime, timedelta

from pynamodb.attributes import NumberAttribute

from vivier.kernel.ids import new_id, sort_key
from vivier.people.corrections.model import Corrections, Keeping, Said
from vivier.people.model import Candidate
from vivier.people.store import partition
from vivier.storage.table import Item, Key, Versioned, find, get_many, together
from vivier.storage.transaction import Transaction

MONTH = timedelta(days=30)


class KeepingItem(Versioned, discriminator="corrections_keeping"):
    on = NumberAttribute(default=0)

    @classmethod
    def key(cls, workspace: str) -> Key:
        return f"W#{workspace}#SETTINGS", "corrections"

    @classmethod
    def of(cls, workspace: str, keeping: Keeping) -> "KeepingItem":
        return cls.holding(keeping, *cls.key(workspace), on=int(keeping.keeps))

    def now(self, keeping: Keeping) -> "KeepingItem":
        self.put(keeping)
        self.on = int(keeping.keeps)
        return self

    def read(self) -> Keeping:
        return Keeping.model_validate_json(self.body)


class CorrectionsItem(Versioned, discriminator="corrections"):
    @classmethod
    def key(cls, workspace: str, candidate_id: str) -> Key:
        return partition(workspace, candidate_id), "R#corrections"

    @classmethod
    def of(cls, workspace: str, candidate_id: str, held: Corrections) -> "CorrectionsItem":
        key = cls.key(workspace, candidate_id)
        return cls.holding(held, *key, gsi2pk=listed(workspace), gsi2sk=sort_key(held.id))

    @property
    def candidate_id(self) -> str:
        return str(self.pk).rpartition("#")[2]

    def read(self) -> Corrections:
        return Corrections.model_validate_json(self.body)


def listed(workspace: str) -> str:
    return f"W#{workspace}#CORRECTIONS"


def keeping(workspace: str) -> tuple[Keeping, int]:
    """What the workspace chose, and its version; nothing is kept at version 0."""
    held = find(KeepingItem, KeepingItem.key(workspace), consistent=True)
    return (held.read(), held.number) if held else (Keeping(), 0)


def keep(transaction: Transaction, workspace: str, before: Candidate, after: Candidate, now: datetime) -> None:
    """Puts what an edit says about a reading into the edit's transaction, where the workspace wants it kept and the
    person does not object: a BatchGet, and none for an edit that says nothing of the kind.
    """
    said = Said(before, after, now)
    if objects(after) or not said:
        return
    keys = [KeepingItem.key(workspace), CorrectionsItem.key(workspace, after.id)]
    rows = {type(r): r for r in get_many(Item, keys, consistent=True)}
    setting, row = rows.get(KeepingItem), rows.get(CorrectionsItem)
    if not isinstance(setting, KeepingItem) or not setting.read().keeps:
        return
    held = row.read() if isinstance(row, CorrectionsItem) else Corrections(id=new_id("cor", now), since=now)
    stands = said.onto(held.corrections)
    if stands == held.corrections:
        return
    # Who turned it off meanwhile wins.
    transaction.check(KeepingItem(*KeepingItem.key(workspace)), KeepingItem.on == 1)
    if not stands:
        forget(transaction, workspace, after.id)
        return
    kept = held.model_copy(update={"corrections": stands})
    fresh = CorrectionsItem.of(workspace, after.id, kept)
    saved = row.put(kept) if isinstance(row, CorrectionsItem) else fresh
    saved.gsi2pk, saved.gsi2sk = fresh.gsi2pk, fresh.gsi2sk
    saved.ttl = int((held.since + MONTH * setting.read().months).timestamp())
    transaction.save(saved)


def objects(candidate: Candidate) -> bool:
    """Who asked for it, and who asked to be left alone: nothing is kept of their CVs beyond what recruiting needs."""
    return candidate.corrections_refused_at is not None or bool(candidate.unsolicited.stops)


def forget(transaction: Transaction, workspace: str, candidate_id: str) -> None:
    """Deletes what is kept of one person, when there is any."""
    transaction.delete(CorrectionsItem(*CorrectionsItem.key(workspace, candidate_id)))


def emptied(transaction: Transaction, workspace: str, candidate_id: str, now: datetime) -> None:
    """The same for functions that may delete nothing of a person: what is left says nothing, and goes by its time. A
    Get.
    """
    row = find(CorrectionsItem, CorrectionsItem.key(workspace, candidate_id), consistent=True)
    if row is None:
        return
    row.put(Corrections(id=new_id("cor", now), since=now))
    row.gsi2pk = row.gsi2sk = None
    row.ttl = int(now.timestamp())
    transaction.save(row)


def page(workspace: str, after: str | None = None, limit: int = 25) -> list[CorrectionsItem]:
    """The people whom corrections are kept of, oldest first. One Query."""
    return together(CorrectionsItem, listed(workspace), after=after, limit=limit)
