"""What every part of an erasure goes by: whose it is, what holds it up, and how removing is counted."""

from collections.abc import Callable, Sequence
from datetime import datetime

from vivier.gateways import files
from vivier.kernel.ids import sort_key
from vivier.privacy import store
from vivier.privacy.model import Erasure, Remains, Removed
from vivier.storage.table import Item
from vivier.storage.transaction import Lost, Transaction

AT_ONCE = 80  # rows removed in one transaction, with a little room for what counts them

GoesOn = Callable[[], bool]


class OutOfTime(Exception):
    """The function's time is over: the rest is for the next one."""


class Work:
    """One run. `held_up`: something cannot be removed yet: a mail that a sender has. `lost`: something moved at the
    same moment, and is looked at again.
    """

    def __init__(self, workspace: str, erasure: Erasure, remains: list[Remains], now: datetime, goes_on: GoesOn):
        self.workspace, self.erasure, self.now = workspace, erasure, now
        self.remains = remains
        self.ids = {r.id for r in remains}
        self.held_up = self.lost = False
        self._goes_on = goes_on
        self._mails: dict[str, bool] = {}

    def step(self) -> None:
        """Raises OutOfTime."""
        if not self._goes_on():
            raise OutOfTime

    def once(self, what: str, act: Callable[[], bool]) -> bool:
        """What `act` says, asked once in a run: the same mail stands in several events."""
        if what not in self._mails:
            self._mails[what] = act()
        return self._mails[what]

    def waits(self) -> bool:
        """Something is not to be touched now."""
        self.held_up = True
        return False

    def names(self, text: str) -> bool:
        """Whether a text says the id of one of the records."""
        return any(sort_key(one) in text for one in self.ids)

    def transaction(self, kind: Removed, number: int = 1) -> Transaction:
        """Of removing so many of a kind, which it counts."""
        transaction = Transaction()
        if number:
            store.counted(transaction, self.workspace, self.erasure.id, kind, number)
        return transaction

    def commit(self, transaction: Transaction) -> bool:
        """Whether it was written."""
        try:
            transaction.commit()
        except Lost:
            self.lost = True
            return False
        return True

    def remove(self, kind: Removed, rows: Sequence[Item]) -> None:
        """Rows that stand for themselves. A second run that has removed some of them meanwhile counts those."""
        for start in range(0, len(rows), AT_ONCE):
            self.step()
            some = rows[start : start + AT_ONCE]
            transaction = self.transaction(kind, len(some))
            for row in some:
                transaction.delete(row, when=Item.pk.exists())
            self.commit(transaction)

    def clear(self, prefix: str) -> None:
        """Every version of every object under a prefix. Where that was is noted first: what is written there late is
        removed by the last look.
        """
        there = files.versions_under(prefix)
        place = store.PlaceItem.of(self.workspace, self.erasure.id, prefix)
        store.lay(self.workspace, place, len(there))
        files.delete_versions(there)
