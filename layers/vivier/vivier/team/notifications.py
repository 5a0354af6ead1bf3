"""What a member is told in the app: the bell. Said in the transaction of the act, counted in the same.

A notification holds ids and no person's name: who may see the person reads it from the record. Unread ones stay until
they are read; read ones go after 90 days.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Annotated, Self

from pydantic import ConfigDict, Field, StringConstraints
from pynamodb.attributes import NumberAttribute

from vivier.kernel.actor import Actor
from vivier.kernel.clock import Instant
from vivier.kernel.errors import NotFound
from vivier.kernel.ids import new_id, sort_key
from vivier.kernel.model import Model
from vivier.storage import cursor as cursors
from vivier.storage.table import Item, Key, find, query, waiting
from vivier.storage.transaction import Lost, Transaction, until_settled

PAGE = 30
MOST = 10_000  # of one member's
BATCH = 45  # marked as read in one transaction
KEPT = timedelta(days=90)
Kind = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")]


class Notification(Model):
    """Something that one member should know. `by` is who did it, None for the product itself."""

    model_config = ConfigDict(extra="forbid")

    id: str
    kind: Kind
    at: Instant
    by: str | None = Field(default=None, description="Member's id.")
    by_name: str | None = None
    candidate_id: str | None = None
    job_id: str | None = None
    task_id: str | None = None
    event_id: str | None = None
    data: dict[str, str] = Field(default_factory=dict, description="Nothing that names a person.")
    read_at: Instant | None = None

    @classmethod
    def of(cls, kind: str, actor: Actor, at: datetime, **about: str | None) -> Self:
        """What an actor's act says; `about` names what it concerns: `candidate_id` and the like."""
        by = (actor.id or None, actor.name) if actor.kind == "member" else (None, None)
        return cls(id=new_id("ntf", at), kind=kind, at=at, by=by[0], by_name=by[1], **about)


class NotificationItem(Item, discriminator="notification"):
    @classmethod
    def key(cls, workspace: str, member_id: str, notification_id: str) -> Key:
        return bell(workspace, member_id), sort_key(notification_id)

    @classmethod
    def of(cls, workspace: str, member_id: str, n: Notification) -> "NotificationItem":
        item = cls.holding(n, *cls.key(workspace, member_id, n.id))
        item.gsi1pk, item.gsi1sk = unread_queue(workspace, member_id), item.sk
        return item

    def read(self) -> Notification:
        return Notification.model_validate_json(self.body)

    def seen(self, at: datetime) -> Self:
        """The same row, read: out of the index of what is not, and gone some day."""
        self.put(self.read().model_copy(update={"read_at": at}))
        self.gsi1pk = self.gsi1sk = None
        self.ttl = int((at + KEPT).timestamp())
        return self


class BellItem(Item, discriminator="bell"):
    """How many notifications a member has not read. Its sk sorts after every notification's."""

    unread = NumberAttribute(default=0)

    @classmethod
    def key(cls, workspace: str, member_id: str) -> Key:
        return bell(workspace, member_id), "count"


def bell(workspace: str, member_id: str) -> str:
    return f"W#{workspace}#BELL#{member_id}"


def unread_queue(workspace: str, member_id: str) -> str:
    return f"W#{workspace}#UNREAD#{member_id}"


def notify(transaction: Transaction, workspace: str, member_id: str, notification: Notification) -> None:
    """Tells a member, in the transaction of what happened."""
    transaction.create(NotificationItem.of(workspace, member_id, notification))
    _moved(transaction, workspace, member_id, 1)


def _moved(transaction: Transaction, workspace: str, member_id: str, by: int) -> None:
    transaction.add(BellItem(*BellItem.key(workspace, member_id)), unread=by)


def about(workspace: str, member_id: str, ids: Collection[str]) -> list[NotificationItem]:
    """What a member was told about some people, read or not: a Query for each megabyte."""
    rows = query(bell(workspace, member_id), limit=MOST)
    return [r for r in rows if isinstance(r, NotificationItem) and r.read().candidate_id in ids]


def remove(transaction: Transaction, workspace: str, member_id: str, row: NotificationItem) -> None:
    """A notification as it was read, and that it was not read yet."""
    transaction.delete(row, when=NotificationItem.body == row.body)
    if not row.read().read_at:
        _moved(transaction, workspace, member_id, -1)


def unread(actor: Actor) -> int:
    """How many the member has not read: one Get."""
    held = find(BellItem, BellItem.key(actor.workspace, actor.id), consistent=True)
    return int(held.unread) if held else 0


def listed(actor: Actor, cursor: str | None = None) -> tuple[list[Notification], str | None]:
    """A page of the member's own, newest first: one Query. Raises BadCursor."""
    before = cursors.decode(cursor, str)[0] if cursor else "a"  # before the count
    rows = query(bell(actor.workspace, actor.id), before=before, newest_first=True, limit=PAGE)
    more = cursors.encode([rows[-1].sk]) if len(rows) == PAGE else None
    return [r.read() for r in rows if isinstance(r, NotificationItem)], more


def unread_ones(workspace: str, member_id: str, *, after: str | None = None, limit: int = 50) -> list[NotificationItem]:
    """What a member has not read, oldest first: one Query."""
    return waiting(NotificationItem, unread_queue(workspace, member_id), after=after, limit=limit)


def mark_read(actor: Actor, notification_id: str, now: datetime) -> Notification:
    """One of the member's own; marked again, nothing changes. Raises NotFound."""

    def attempt() -> Notification:
        key = NotificationItem.key(actor.workspace, actor.id, notification_id)
        row = find(NotificationItem, key, consistent=True)
        if row is None:
            raise NotFound("There is no such notification.")
        if (held := row.read()).read_at:
            return held
        _mark(actor, [row], now)
        return row.read()

    return until_settled(attempt)


def mark_all_read(actor: Actor, now: datetime) -> None:
    """Everything that is unread now: one Query and one transaction for each 45."""
    after = None
    while rows := unread_ones(actor.workspace, actor.id, after=after, limit=BATCH):
        after = rows[-1].gsi1sk
        ids = [r.read().id for r in rows]
        try:
            _mark(actor, rows, now)
        except Lost:  # some were marked meanwhile: one by one
            for identifier in ids:
                mark_read(actor, identifier, now)


def _mark(actor: Actor, rows: list[NotificationItem], now: datetime) -> None:
    transaction = Transaction()
    for row in rows:
        before = row.body
        transaction.save(row.seen(now), when=NotificationItem.body == before)
    _moved(transaction, actor.workspace, actor.id, -len(rows))
    transaction.commit()
