"""Rows of erasures (docs/access_patterns.md): the certificates in one partition of the workspace, the tombstone of each
record and the mark of each contact under hashes, and what the work itself needs until it is done.
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.expressions.update import Action

from vivier.kernel.clock import iso
from vivier.kernel.errors import NotFound
from vivier.kernel.ids import sort_key
from vivier.kernel.settings import settings
from vivier.mail.deliverability.hashes import hashed
from vivier.mail.deliverability.store import hash_key
from vivier.people.fields import Fields
from vivier.people.identity import contacts
from vivier.privacy.model import KINDS, Erasure, Remains, Removed, Returned
from vivier.storage.table import Item, Key, find, get, get_many, query, waiting
from vivier.storage.transaction import LIMIT, Transaction

MOST = 1000  # rows of one question


class ErasureItem(Item, discriminator="erasure"):
    """The certificate; what was removed is added to its numbers in the transaction that removes it."""

    files = NumberAttribute(default=0)
    for _kind in KINDS:
        vars()[_kind] = NumberAttribute(null=True)
    del _kind

    @classmethod
    def key(cls, workspace: str, erasure_id: str) -> Key:
        return f"W#{workspace}#ERASURES", sort_key(erasure_id)

    @classmethod
    def of(cls, workspace: str, e: Erasure, next_look: datetime | None) -> "ErasureItem":
        row = cls.holding(_bare(e), *cls.key(workspace, e.id), files=e.files)
        for kind, number in e.counts.items():
            setattr(row, kind, number)
        if next_look:
            row.gsi1pk, row.gsi1sk = _queue(workspace), f"{iso(next_look)}#{e.id}"
        return row

    def read(self) -> Erasure:
        counts: dict[Removed, int] = {k: int(n) for k in KINDS if (n := getattr(self, k))}
        held = Erasure.model_validate_json(self.body)
        return held.model_copy(update={"counts": counts, "files": int(self.files or 0)})


def _bare(e: Erasure) -> Erasure:
    """Without its numbers, which move by themselves."""
    return e.model_copy(update={"counts": {}, "files": 0})


def _queue(workspace: str) -> str:
    return f"W#{workspace}#ERASING"


class TombstoneItem(Item, discriminator="tombstone"):
    """That a record was erased, under the hash of its id."""

    erasure = UnicodeAttribute()
    at = UnicodeAttribute()

    @classmethod
    def key(cls, workspace: str, hash_: str) -> Key:
        return f"W#{workspace}#ERASED#{hash_}", "record"

    @classmethod
    def of(cls, workspace: str, hash_: str, e: Erasure) -> "TombstoneItem":
        return cls(*cls.key(workspace, hash_), erasure=e.id, at=iso(e.at))

    def read(self) -> Returned:
        return Returned(erased_at=datetime.fromisoformat(self.at), erasure_id=self.erasure)


class MarkItem(TombstoneItem, discriminator="erased_contact"):
    """That whoever has this address, number or profile asked to be erased."""

    @classmethod
    def key(cls, workspace: str, hash_: str) -> Key:
        return f"W#{workspace}#ADDRESS#{hash_}", "erased"

    @classmethod
    def of(cls, workspace: str, hash_: str, e: Erasure) -> "MarkItem":
        return cls(*cls.key(workspace, hash_), erasure=e.id, at=iso(e.at))


class RemainsItem(Item, discriminator="remains"):
    """A record on its way out: what its claims, lists and names are found by. Once they are gone, nothing but its id,
    until what came late was looked for.
    """

    @classmethod
    def partition(cls, workspace: str, erasure_id: str) -> str:
        return f"W#{workspace}#ERASING#{erasure_id}"

    @classmethod
    def of(cls, workspace: str, erasure_id: str, r: Remains) -> "RemainsItem":
        return cls.holding(r, cls.partition(workspace, erasure_id), f"R#{sort_key(r.id)}")

    def read(self) -> Remains:
        return Remains.model_validate_json(self.body)


class PlaceItem(Item, discriminator="erased_place"):
    """Where in the bucket something of the person lay, and how many objects that were (`n`)."""

    prefix = UnicodeAttribute()
    n = NumberAttribute(default=0)

    @classmethod
    def of(cls, workspace: str, erasure_id: str, prefix: str) -> "PlaceItem":
        digest = hashlib.sha256(prefix.encode()).hexdigest()[:32]
        return cls(RemainsItem.partition(workspace, erasure_id), f"P#{digest}", prefix=prefix)


@lru_cache(maxsize=64)
def _secret(table: str, workspace: str) -> str:
    """It never changes: a process reads it once."""
    return hash_key(workspace)


def hash_of(workspace: str, text: str) -> str:
    """With the workspace's own key, as addresses are hashed (docs/decisions/0009)."""
    return hashed(_secret(settings().table, workspace), text)


def contacts_of(workspace: str, fields: Fields) -> list[str]:
    """Hashes of a person's addresses, phone numbers and profiles."""
    return sorted({hash_of(workspace, claim.value) for claim in contacts(fields)})


def load(workspace: str, erasure_id: str) -> ErasureItem:
    """Raises NotFound."""
    try:
        return get(ErasureItem, ErasureItem.key(workspace, erasure_id), consistent=True)
    except NotFound as absent:
        raise NotFound("There is no such erasure.") from absent


def page(workspace: str, before: str | None, limit: int) -> list[ErasureItem]:
    """Certificates, the newest first: one Query."""
    rows = query(f"W#{workspace}#ERASURES", before=before, newest_first=True, limit=limit)
    return [r for r in rows if isinstance(r, ErasureItem)]


def due(workspace: str, until: str, *, after: str | None = None, limit: int = 20) -> list[ErasureItem]:
    """Erasures to look at by an instant (ISO), oldest first: one Query."""
    return waiting(ErasureItem, _queue(workspace), until=until, after=after, limit=limit)


def tombstone(workspace: str, candidate_id: str) -> Returned | None:
    """When this record was erased, if it was: one Get (one more in a process's life)."""
    row = find(TombstoneItem, TombstoneItem.key(workspace, hash_of(workspace, candidate_id)), consistent=True)
    return row.read() if row else None


def marks(workspace: str, hashes: Iterable[str]) -> list[MarkItem]:
    """Which of some contacts are of people who asked to be erased: one BatchGet, none for nobody's contacts."""
    return get_many(MarkItem, [MarkItem.key(workspace, h) for h in sorted(set(hashes))], consistent=True)


def marked_with(transaction: Transaction, workspace: str, erasure: Erasure) -> None:
    """The same in the transaction that takes the person away, as far as it holds that: else the walk does it."""
    if transaction.size + len(erasure.contacts) < LIMIT:
        transaction.save(*(MarkItem.of(workspace, h, erasure) for h in erasure.contacts))


def mark(workspace: str, erasure: Erasure) -> None:
    """Who asked for it is known again by their address and number, and by nothing else: a BatchGet, and a transaction
    for each hundred that were not marked.
    """
    there = {row.place for row in marks(workspace, erasure.contacts)}
    fresh = [row for h in erasure.contacts if (row := MarkItem.of(workspace, h, erasure)).place not in there]
    for start in range(0, len(fresh), LIMIT):
        transaction = Transaction()
        transaction.save(*fresh[start : start + LIMIT])
        transaction.commit()


def remains(workspace: str, erasure_id: str) -> tuple[list[RemainsItem], list[PlaceItem]]:
    """What the work still needs: one Query."""
    rows = query(RemainsItem.partition(workspace, erasure_id), limit=MOST * 10, consistent=True)
    return [r for r in rows if isinstance(r, RemainsItem)], [r for r in rows if isinstance(r, PlaceItem)]


def lay(workspace: str, place: PlaceItem, n: int) -> None:
    """Notes a place, with the most objects that ever lay there: one Get, and a transaction where that is news."""
    held = find(PlaceItem, (place.pk, place.sk), consistent=True)
    if held and int(held.n) >= n:
        return
    place.n = n
    transaction = Transaction()
    transaction.save(place)
    transaction.commit()


def counted(transaction: Transaction, workspace: str, erasure_id: str, kind: Removed, by: int) -> None:
    """What is removed by this transaction. An erasure that was forgotten counts nothing."""
    there: Any = ErasureItem.pk.exists()
    transaction.add(ErasureItem(*ErasureItem.key(workspace, erasure_id)), when=there, **{kind: by})


def move(
    transaction: Transaction, workspace: str, row: ErasureItem, after: Erasure, next_look: datetime | None
) -> None:
    """The erasure as it is now, over the one that was read; its numbers are left alone."""
    actions: list[Action] = [
        ErasureItem.body.set(_bare(after).model_dump_json(exclude_defaults=True)),
        ErasureItem.files.set(after.files),
    ]
    if next_look:
        actions += [
            ErasureItem.gsi1pk.set(_queue(workspace)),
            ErasureItem.gsi1sk.set(f"{iso(next_look)}#{after.id}"),
        ]
    else:
        actions += [ErasureItem.gsi1pk.remove(), ErasureItem.gsi1sk.remove()]
    transaction.update(row, *actions, when=ErasureItem.body == row.body)


def ledger_key(workspace: str, erasure_id: str) -> str:
    """Where the certificate lies outside of the table, so that no backup of the table brings somebody back for good."""
    return f"erasures/{workspace}/{erasure_id}.json"
