"""The list of addresses that get nothing unasked: by hash, with why and since when. It outlives the records."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from vivier.mail.deliverability import store
from vivier.mail.deliverability.hashes import hashed
from vivier.mail.deliverability.store import Suppressed, SuppressedItem
from vivier.storage.table import get_many
from vivier.storage.transaction import Transaction

Reason = Literal["unsubscribed", "complained", "told_us", "bounced", "by_hand"]
OWN: set[str] = {"unsubscribed", "complained", "told_us"}  # what the person said, and may take back


def look_up(workspace: str, address: str) -> Suppressed | None:
    """What the list holds against an address: two Gets."""
    row = _rows(workspace, [address])
    return row[0].read() if row else None


def add(
    transaction: Transaction,
    workspace: str,
    addresses: Iterable[str],
    reason: Reason,
    at: datetime,
    *,
    by: str | None = None,
    words: str | None = None,
) -> None:
    """Puts addresses on the list, in the transaction of what happened. The same reason again keeps its first instant.

    A Get and a BatchGet.
    """
    secret = store.hash_key(workspace)
    hashes = sorted({hashed(secret, a) for a in addresses})
    held = {
        r.pk: r for r in get_many(SuppressedItem, [SuppressedItem.key(workspace, h) for h in hashes], consistent=True)
    }
    for one in hashes:
        row = held.get(SuppressedItem.key(workspace, one)[0])
        before = row.read() if row else Suppressed()
        first = before.reasons.get(reason)
        after = before.model_copy(
            update={
                "reasons": dict(sorted((before.reasons | {reason: min(first, at) if first else at}).items())),
                "by": by or before.by,
                "words": words or before.words,
            }
        )
        if after != before:
            transaction.save(row.put(after) if row else SuppressedItem.of(workspace, one, after))


def lift(transaction: Transaction, workspace: str, addresses: Iterable[str], *, only: set[str] | None = None) -> int:
    """Takes addresses off the list, or some of the reasons against them; of how many something was lifted."""
    lifted = 0
    for row in _rows(workspace, addresses):
        held = row.read()
        left = {reason: at for reason, at in held.reasons.items() if only is not None and reason not in only}
        if left == held.reasons:
            continue
        lifted += 1
        if left:
            transaction.save(row.put(held.model_copy(update={"reasons": left})))
        else:
            transaction.delete(row, when=SuppressedItem.version == row.version)
    return lifted


def _rows(workspace: str, addresses: Iterable[str]) -> list[SuppressedItem]:
    secret = store.hash_key(workspace)
    keys = [SuppressedItem.key(workspace, hashed(secret, a)) for a in addresses]
    return get_many(SuppressedItem, keys, consistent=True)
