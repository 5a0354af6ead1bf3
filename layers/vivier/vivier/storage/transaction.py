"""Every act is one transaction: the new state and its event, or nothing.

A transaction that only lost a race for a hot row (a counter) is tried again; one whose conditions failed is not: the
world has changed, and the use case decides afresh.
"""

import random
import time
from collections import Counter
from collections.abc import Callable
from typing import Any, TypeVar

from pynamodb.exceptions import PynamoDBException, TransactWriteError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from vivier.kernel.errors import Conflict, Invalid, Throttled, VersionStale
from vivier.storage.rows import NEW
from vivier.storage.table import Item, ready, refused_for

R = TypeVar("R")

LIMIT = 100  # https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
TRIES = 8
RACES = {
    "TransactionConflict",
    "ThrottlingError",
    "ProvisionedThroughputExceeded",
    "TransactionInProgressException",
    "ThrottlingException",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
}


class Lost(Conflict):
    """A condition did not hold: somebody was here first. `keys` (pk, sk) are the items that said no."""

    code = "Conflict"

    def __init__(self, keys: list[tuple[str, str]]) -> None:
        super().__init__("Something changed in between. Nothing was written; look again and repeat.")
        self.keys = keys


class Transaction:
    """Collects the writes of one act; `commit` makes them all or none."""

    def __init__(self) -> None:
        self._checks: list[tuple[Item, Condition]] = []
        self._deletes: list[tuple[Item, Condition | None]] = []
        self._saves: list[tuple[Item, Condition | None]] = []
        self._adds: dict[tuple[str, str], tuple[Item, Counter[str]]] = {}
        self._conditions: dict[tuple[str, str], Condition] = {}
        self._updates: list[tuple[Item, list[Action], Condition | None]] = []

    def create(self, *items: Item) -> None:
        """Rows that must not exist yet."""
        self._saves += [(item, NEW) for item in items]

    def save(self, *items: Item, when: Condition | None = None) -> None:
        """Rows written over the version that was read (or created, when they were not read)."""
        self._saves += [(item, when) for item in items]

    def delete(self, *items: Item, when: Condition | None = None) -> None:
        """Rows removed, whatever their version."""
        self._deletes += [(item, when) for item in items]

    def update(self, item: Item, *actions: Action, when: Condition | None = None) -> None:
        """Some attributes of a row, whatever its version, which is left alone. Without a condition the row is made when
        it isn't there.
        """
        self._updates.append((item, list(actions), when))

    def add(self, item: Item, when: Condition | None = None, **amounts: int) -> None:
        """Numbers added to attributes of a row, which is made when it isn't there. The version is left alone.

        One row may be added to several times (a merge moves one person into a list that the other leaves): DynamoDB
        takes one write a row, so they become one; what comes to nothing is not written.
        """
        _, sums = self._adds.setdefault(item.place, (item, Counter()))
        sums.update(amounts)
        if when is not None:
            self._conditions[item.place] = when

    @property
    def _moved(self) -> list[tuple[Item, dict[str, int]]]:
        netted = [(item, {name: by for name, by in sums.items() if by}) for item, sums in self._adds.values()]
        return [(item, sums) for item, sums in netted if sums]

    def check(self, item: Item, condition: Condition) -> None:
        self._checks.append((item, condition))

    def writes(self, item: Item) -> bool:
        """Whether this row stands in it already: DynamoDB takes a row once, and a check beside a save is a second."""
        return item.place in self._keys()

    @property
    def size(self) -> int:
        whole = len(self._checks) + len(self._deletes) + len(self._saves)
        return whole + len(self._updates) + len(self._moved)

    def _keys(self) -> list[tuple[str, str]]:
        items = [i for i, _ in (*self._checks, *self._deletes, *self._saves)] + [i for i, _, _ in self._updates]
        return [i.place for i in [*items, *(i for i, _ in self._moved)]]

    def commit(self) -> None:
        """Writes. Raises Lost (a condition failed, nothing written), Throttled (the races never ended), Invalid (more
        than a transaction or a row can hold)."""
        ready()
        if self.size > LIMIT:
            raise Invalid("This changes too much at once. Do it in two steps.", size=self.size, limit=LIMIT)
        for attempt in range(TRIES):
            try:
                self._write()
            except TransactWriteError as refused:
                reasons = [r.code if r else None for r in refused.cancellation_reasons]
                if "ConditionalCheckFailed" in reasons:
                    lost = [k for k, r in zip(self._keys(), reasons, strict=False) if r == "ConditionalCheckFailed"]
                    raise Lost(lost) from refused
                if "ValidationError" in reasons:
                    raise Invalid("This record is full: a row holds 400 kB. Take something out first.") from refused
                if not RACES & {*reasons, refused_for(refused)}:
                    raise
                _pause(attempt)
            else:
                return
        raise Throttled("The table was too busy for this change. Nothing was written; repeat it in a moment.")

    def commit_on(self, stale: VersionStale) -> None:
        """Writes. Raises `stale` where a condition failed, and what `commit` raises else."""
        try:
            self.commit()
        except Lost as lost:
            raise stale from lost

    def _write(self) -> None:
        moved = self._moved
        checks = [item.check_request(needed) for item, needed in self._checks]
        deletes = [
            item.get_delete_kwargs_from_instance(condition=when, add_version_condition=False)
            for item, when in self._deletes
        ]
        puts = [item.put_request(when) for item, when in self._saves]
        updates = [_updated(item, actions, held) for item, actions, held in self._updates]
        updates += [item.add_request(sums, self._conditions.get(item.place)) for item, sums in moved]
        Item._get_connection().connection.transact_write_items(checks, deletes, puts, updates)
        for item in [*(i for i, _ in self._saves), *(i for i, _, _ in self._updates), *(i for i, _ in moved)]:
            item.update_local_version_attribute()  # type: ignore[no-untyped-call]


def _updated(item: Item, actions: list[Action], when: Condition | None) -> dict[str, Any]:
    """A row that the update may make says its kind. A copy: PynamoDB puts the raising of a version into the list."""
    changes = [*actions, Item.kind.set(type(item))] if when is None else list(actions)
    return item.get_update_kwargs_from_instance(changes, condition=when, add_version_condition=False)


def _pause(attempt: int) -> None:
    time.sleep(random.uniform(0, min(1.0, 0.02 * 2**attempt)))  # noqa: S311 - jitter, not a secret


def until_settled(act: Callable[[], R], tries: int = 6) -> R:
    """Runs a use case again from its reads while others win its conditions, or the table is too busy for a read; what
    was raised last is raised."""
    for attempt in range(tries):
        try:
            return act()
        except (Lost, PynamoDBException) as stopped:
            busy = isinstance(stopped, Lost) or refused_for(stopped) in RACES
            if attempt == tries - 1 or not busy:
                raise
            _pause(attempt)
    raise AssertionError("unreachable")
