"""After a restore of the table: who was erased since the backup is erased again, before anybody reads.

The certificates lie in the bucket too, which no restore of the table touches. Each names by its hash whom it is about;
everyone in the lists of people is compared.
"""

from collections.abc import Iterator
from datetime import datetime

from vivier.casework import merging
from vivier.casework.erasure import acts
from vivier.gateways import files
from vivier.kernel.actor import system
from vivier.people import store as people
from vivier.people.lists import CounterItem, list_partition
from vivier.people.store import BUCKET, CandidateItem
from vivier.privacy import store
from vivier.privacy.model import Erasure, State
from vivier.storage.table import find, get_many, query
from vivier.storage.transaction import Transaction
from vivier.team.store import workspaces


def every(now: datetime) -> int:
    """Erases again, in every workspace; how many people came back. What removes the rest follows from the sweep."""
    return sum(_again(workspace, now) for workspace in workspaces())


def _again(workspace: str, now: datetime) -> int:
    keys = {version.key for version in files.versions_under(f"erasures/{workspace}/")}
    ledger = [Erasure.model_validate_json(files.read(key)) for key in sorted(keys)]
    erased = {hash_: e for e in ledger for hash_ in e.people}
    back: dict[str, list[CandidateItem]] = {}
    for found in _people(workspace):
        for row in _apart(workspace, found, erased, now):
            if erasure := erased.get(store.hash_of(workspace, row.read().id)):
                back.setdefault(erasure.id, []).append(row)
    for erasure in ledger:
        _apply(workspace, erasure, back.get(erasure.id, []), now)
    return sum(len(rows) for rows in back.values())


def _apart(workspace: str, row: CandidateItem, erased: dict[str, Erasure], now: datetime) -> Iterator[CandidateItem]:
    """A record, and before it those that are one with it in the backup and were not when one of them was erased: these
    are taken apart, so that nobody goes with somebody else.
    """

    def by(one: str) -> str | None:
        erasure = erased.get(store.hash_of(workspace, one))
        return erasure.id if erasure else None

    person = row.read()
    parted = [a.id for a in person.absorbed if {by(one) for one in (a.id, *a.others)} != {by(person.id)}]
    for one in parted:
        merging.unmerge(system(workspace), person.id, one, now)
        yield from _apart(workspace, people.load(workspace, one), erased, now)
    yield people.load(workspace, person.id) if parted else row


def _people(workspace: str) -> list[CandidateItem]:
    """Everyone who stands in the list of all: a Query and a BatchGet for each bucket."""
    counter = find(CounterItem, CounterItem.key(workspace, "all"), consistent=True)
    found: list[CandidateItem] = []
    for bucket in range(int(counter.issued) // BUCKET + 1 if counter else 0):
        cards = query(list_partition(workspace, "all", bucket), limit=BUCKET * 2, consistent=True)
        found += get_many(CandidateItem, [CandidateItem.key(workspace, f"can_{c.sk}") for c in cards], consistent=True)
    return found


def _apply(workspace: str, erasure: Erasure, rows: list[CandidateItem], now: datetime) -> None:
    """The certificate as it was written, and under it whoever came back with the backup."""
    there = find(store.ErasureItem, store.ErasureItem.key(workspace, erasure.id), consistent=True)
    if there and not rows:
        return
    if rows:
        erasure = erasure.model_copy(update={"state": State.under_way, "again_at": now})
    transaction = Transaction()
    transaction.save(store.ErasureItem.of(workspace, erasure, None if erasure.state == State.done else now))
    here = {r.id for r in acts.seal(transaction, workspace, erasure, rows[: acts.AT_ONCE])}
    others = set(erasure.people) - {store.hash_of(workspace, one) for one in here}
    transaction.save(*(store.TombstoneItem.of(workspace, one, erasure) for one in sorted(others)))
    transaction.commit()
    store.mark(workspace, erasure)
