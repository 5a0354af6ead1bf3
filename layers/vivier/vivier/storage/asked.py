"""What a member's client asked under a key: the same key when it asks again, because the answer was lost.

The key's row is written in the transaction of the act, so it is there exactly when what was made is: however the first
asking ended, the second makes nothing more and finds it.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TypeVar

from pydantic import BaseModel
from pynamodb.attributes import UnicodeAttribute

from vivier.kernel.actor import Actor
from vivier.kernel.errors import Forbidden, IdempotencyMismatch, VivierError
from vivier.storage.table import Item, Key, find
from vivier.storage.transaction import Transaction

R = TypeVar("R")
KNOWN = timedelta(days=7)  # how long a key is


class AskedItem(Item, discriminator="asked"):
    """`made`: the id of what came of it. `asked`: a digest, which tells another request under the same key."""

    made = UnicodeAttribute()
    asked = UnicodeAttribute()

    @classmethod
    def key(cls, workspace: str, member_id: str, what: str, key: str) -> Key:
        return f"W#{workspace}#ASKED#{member_id}", f"{what}#{key}"


class Asking:
    """One request to make something (`what`: a word for it). Without a key it stands alone: asked again, it is done
    again.
    """

    def __init__(self, actor: Actor, what: str, key: str | None, *asked: str | BaseModel) -> None:
        self._row = AskedItem.key(actor.workspace, actor.id, what, key) if key else None
        words = (a if isinstance(a, str) else a.model_dump_json(exclude_defaults=True, exclude={"key"}) for a in asked)
        self._said = sha256("\n".join(words).encode()).hexdigest()[:32]

    def made(self, transaction: Transaction, identifier: str, now: datetime) -> None:
        """Remembers what comes of it, in the transaction that makes that."""
        if self._row:
            gone = int((now + KNOWN).timestamp())
            transaction.create(AskedItem(*self._row, made=identifier, asked=self._said, ttl=gone))

    def once(self, act: Callable[[], R], before: Callable[[str], R]) -> R:
        """What `act` makes or, by `before` from its id, what was made when this was asked first: that it cannot be made
        once more is what an act says which was done. Raises IdempotencyMismatch for another request under the key.
        """
        try:
            return act()
        except Forbidden:
            raise
        except VivierError:
            row = find(AskedItem, self._row, consistent=True) if self._row else None
            if row is None:
                raise
            if row.asked != self._said:
                raise IdempotencyMismatch("This key was used for another request.") from None
            return before(row.made)
