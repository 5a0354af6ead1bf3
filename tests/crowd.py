"""Many people at once, written without transactions: for tests of what things cost among many."""

from collections.abc import Iterator
from datetime import timedelta

from tests.factories import NOW, WORKSPACE
from vivier.kernel.ids import new_id
from vivier.people import store
from vivier.people.fields import Fields, Value
from vivier.people.model import Candidate, Origin
from vivier.storage.table import Item, Versioned, ready
from vivier.storage.transaction import Transaction

FIRST = ("Anna", "Boris", "Célia", "Dorian", "Élise", "Farid", "Gaëlle", "Hugo")
LAST = ("Roch", "Vasseur", "Kervadec", "Le Goff", "Martin", "Aubry", "Nguyen", "Diallo", "Petit")


class _Straight(Transaction):
    """Writes row by row what a transaction would write together."""

    def commit(self) -> None:
        ready()
        with Item.batch_write() as batch:
            for item, _ in self._saves:
                if isinstance(item, Versioned):
                    item.version = 1
                batch.save(item)
        for item, sums in self._moved:
            kind = type(item)
            item.update([*(getattr(kind, n).add(by) for n, by in sums.items()), Item.kind.set(kind)])


def gather(number: int, at_once: int = 50) -> list[str]:
    """So many people, the eldest first; every second has a tag, every third came from LinkedIn. Returns their ids."""
    people = list(_people(number))
    for start in range(0, number, at_once):
        transaction = _Straight()
        for one in people[start : start + at_once]:
            store.write(transaction, WORKSPACE, None, one)
        transaction.commit()
    return [p.id for p in people]


def _people(number: int) -> Iterator[Candidate]:
    for n in range(number):
        at = NOW - timedelta(minutes=number - n)
        name = f"{FIRST[n % len(FIRST)]} {LAST[n % len(LAST)]}"
        yield Candidate(
            id=new_id("can", at),
            created_at=at,
            updated_at=at,
            relation="found",
            origin=Origin(source="linkedin" if n % 3 == 0 else "upload"),
            language="fr",
            fields=Fields(name=Value(value=name), emails=[Value(value=f"p{n}@foule.example")]),
            tags=["senior"] if n % 2 else [],
        )
