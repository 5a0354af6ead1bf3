"""Rows of what is known about sending: rules, pause, warm-up, caps and health of a workspace; addresses by their hash.

One partition of the workspace, sorted so that one Query after yesterday's caps reads everything that the gate needs:
A# health of a day, C# caps of a day, then what there is one of.
"""

import secrets
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from pydantic import ConfigDict, Field
from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.exceptions import UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from vivier.kernel.clock import Instant, iso
from vivier.kernel.model import Model
from vivier.mail.deliverability.account import Account, Ledger
from vivier.mail.deliverability.model import LONGEST, Ramp, Reached, SendingPause, SendingRules, Strict, Tallies
from vivier.storage.table import Item, Key, Versioned, find, get, get_many, put_once, query, ready, refused_for, waiting
from vivier.storage.transaction import Transaction

SHARDS = 8  # of a day's counts: so many claims at once seldom meet


def partition(workspace: str) -> str:
    return f"W#{workspace}#SENDING"


class RulesItem(Versioned, discriminator="sending_rules"):
    @classmethod
    def key(cls, workspace: str) -> Key:
        return partition(workspace), "R#rules"

    @classmethod
    def of(cls, workspace: str, rules: SendingRules) -> "RulesItem":
        return cls.holding(rules, *cls.key(workspace))

    def read(self) -> SendingRules:
        return SendingRules.model_validate_json(self.body)


class PauseItem(Versioned, discriminator="sending_pause"):
    """The last pause, lifted or not; while mails that waited for it are to be tried again, in the work index."""

    @classmethod
    def key(cls, workspace: str) -> Key:
        return partition(workspace), "P#pause"

    @classmethod
    def of(cls, workspace: str, pause: SendingPause) -> "PauseItem":
        return cls.holding(pause, *cls.key(workspace)).now(workspace, pause)

    def now(self, workspace: str, pause: SendingPause) -> "PauseItem":
        """The same row (its version kept) holding the pause as it is now."""
        self.put(pause)
        self.gsi1pk = f"W#{workspace}#LIFTED" if pause.forward else None
        self.gsi1sk = iso(pause.lifted_at) if pause.forward and pause.lifted_at else None
        return self

    def read(self) -> SendingPause:
        return SendingPause.model_validate_json(self.body)


class RampItem(Versioned, discriminator="sending_ramp"):
    @classmethod
    def key(cls, workspace: str) -> Key:
        return partition(workspace), "W#warm_up"

    @classmethod
    def of(cls, workspace: str, ramp: Ramp) -> "RampItem":
        return cls.holding(ramp, *cls.key(workspace))

    def read(self) -> Ramp:
        return Ramp.model_validate_json(self.body)


class HashKeyItem(Item, discriminator="address_key"):
    """What addresses are hashed with: made once, and never changed, for the list outlives everything else."""

    secret = UnicodeAttribute()

    @classmethod
    def key(cls, workspace: str) -> Key:
        return partition(workspace), "K#addresses"


class Cap(NamedTuple):
    day: date
    shard: int
    taken: int


class CapItem(Item, discriminator="sending_cap"):
    """Unsolicited mails of a day, in shards: each has its share of the cap, so that their sum never exceeds it."""

    n = NumberAttribute(default=0)

    @classmethod
    def key(cls, workspace: str, day: date, shard: int) -> Key:
        return partition(workspace), f"C#{day.isoformat()}#{shard}"

    def read(self) -> Cap:
        _, day, shard = self.sk.split("#")
        return Cap(date.fromisoformat(day), int(shard), int(self.n))


class HealthItem(Item, discriminator="sending_health"):
    """What became of the mails that SES took on a day (UTC), in shards; a mail counts on the day it was taken."""

    sent = NumberAttribute(default=0)
    delivered = NumberAttribute(default=0)
    bounced = NumberAttribute(default=0)
    complained = NumberAttribute(default=0)
    unasked_sent = NumberAttribute(default=0)
    unasked_delivered = NumberAttribute(default=0)
    unasked_bounced = NumberAttribute(default=0)
    unasked_complained = NumberAttribute(default=0)

    @classmethod
    def key(cls, workspace: str, day: date, shard: int) -> Key:
        return partition(workspace), f"A#{day.isoformat()}#{shard}"

    @property
    def day(self) -> date:
        return date.fromisoformat(self.sk.split("#")[1])

    def read(self) -> Tallies:
        return Tallies(**{name: int(getattr(self, name) or 0) for name in Tallies.model_fields})


class Suppressed(Strict):
    """Why an address gets nothing unasked: each reason with its first instant, so that their order does not matter."""

    reasons: dict[str, Instant] = Field(default_factory=dict)
    by: str | None = Field(default=None, description="Name of the administrator who added it.")
    words: str | None = None


class SuppressedItem(Versioned, discriminator="suppressed"):
    """By the hash of the address and nothing else: it outlives the record, and names nobody."""

    @classmethod
    def key(cls, workspace: str, hashed: str) -> Key:
        return f"W#{workspace}#ADDRESS#{hashed}", "suppressed"

    @classmethod
    def of(cls, workspace: str, hashed: str, held: Suppressed) -> "SuppressedItem":
        return cls.holding(held, *cls.key(workspace, hashed))

    def read(self) -> Suppressed:
        return Suppressed.model_validate_json(self.body)


class Reach(Model):
    model_config = ConfigDict(extra="forbid")

    mails: list[Reached] = Field(default_factory=list)


class ReachItem(Versioned, discriminator="reach"):
    """The unsolicited mails that an address got lately; gone by itself."""

    @classmethod
    def key(cls, workspace: str, hashed: str) -> Key:
        return f"W#{workspace}#ADDRESS#{hashed}", "reach"

    def read(self) -> list[Reached]:
        return Reach.model_validate_json(self.body).mails

    def now(self, mails: Iterable[Reached], at: datetime) -> "ReachItem":
        """The same row (its version kept) with what still matters of these."""
        kept = sorted((m for m in mails if m.at > at - timedelta(days=LONGEST)), key=lambda m: (m.at, m.key))
        self.put(Reach(mails=kept))
        self.ttl = int((at + timedelta(days=LONGEST + 1)).timestamp())
        return self


class Standing(NamedTuple):
    """What there is of a workspace, as rows."""

    secret: str
    rules: RulesItem | None
    pause: PauseItem | None
    ramp: RampItem | None
    caps: list[Cap]


def standing(workspace: str, now: datetime) -> Standing:
    """Everything that the gate asks of a workspace, yesterday's caps to tomorrow's: one Query (two more, once)."""
    first = f"C#{(now - timedelta(days=2)).date().isoformat()}"
    rows = query(partition(workspace), after=first, limit=100, consistent=True)
    held = {type(row): row for row in rows}

    def one(kind: type) -> Item | None:
        return held.get(kind)

    secret = one(HashKeyItem)
    return Standing(
        secret=secret.secret if isinstance(secret, HashKeyItem) else hash_key(workspace),
        rules=rules if isinstance(rules := one(RulesItem), RulesItem) else None,
        pause=pause if isinstance(pause := one(PauseItem), PauseItem) else None,
        ramp=ramp if isinstance(ramp := one(RampItem), RampItem) else None,
        caps=[row.read() for row in rows if isinstance(row, CapItem)],
    )


def rules(workspace: str) -> SendingRules:
    """What the workspace decided, or the product's own: one Get."""
    row = find(RulesItem, RulesItem.key(workspace))
    return row.read() if row else SendingRules()


def lifted(workspace: str) -> list[PauseItem]:
    """The last pause, where mails that waited for it are still to be tried again: one Query."""
    return waiting(PauseItem, f"W#{workspace}#LIFTED", limit=1)


def hash_key(workspace: str) -> str:
    """What addresses are hashed with, made by who needs it first: one Get (a Put and a Get more, once)."""
    if held := find(HashKeyItem, HashKeyItem.key(workspace)):
        return held.secret
    put_once(HashKeyItem(*HashKeyItem.key(workspace), secret=secrets.token_hex(32)))
    return get(HashKeyItem, HashKeyItem.key(workspace), consistent=True).secret


def health_since(workspace: str, day: date) -> dict[date, Tallies]:
    """What became of the mails of each day from one on, at most two months: one Query."""
    rows = query(partition(workspace), after=f"A#{day.isoformat()}", limit=SHARDS * 62, consistent=True)
    days: dict[date, Tallies] = {}
    for row in rows:
        if isinstance(row, HealthItem):
            days[row.day] = days.get(row.day, Tallies()).plus(row.read())
    return days


def count_claim(transaction: Transaction, workspace: str, day: date, shard: int, share: int) -> Key:
    """One more mail in a shard of a day, unless that is full; the key that says so when the commit is lost."""
    row = CapItem(*CapItem.key(workspace, day, shard))
    transaction.add(row, when=CapItem.n.does_not_exist() | (CapItem.n < share), n=1)
    return row.pk, row.sk


def uncount_claim(transaction: Transaction, workspace: str, day: date, shard: int) -> None:
    transaction.add(CapItem(*CapItem.key(workspace, day, shard)), n=-1)


def check_unsuppressed(transaction: Transaction, workspace: str, hashed: str) -> None:
    transaction.check(SuppressedItem(*SuppressedItem.key(workspace, hashed)), SuppressedItem.pk.does_not_exist())


def addressed(workspace: str, hashes: Iterable[str]) -> tuple[dict[str, SuppressedItem], dict[str, ReachItem]]:
    """What is known of addresses, by hash: one BatchGet for fifty."""
    wanted = sorted(set(hashes))
    suppressed, reached = {}, {}
    keys = [k for h in wanted for k in (SuppressedItem.key(workspace, h), ReachItem.key(workspace, h))]
    for row in get_many(Item, keys, consistent=True):
        hashed = row.pk.rpartition("#")[2]
        if isinstance(row, SuppressedItem):
            suppressed[hashed] = row
        elif isinstance(row, ReachItem):
            reached[hashed] = row
    return suppressed, reached


class AccountItem(Item, discriminator="ses_account"):
    """What the whole deployment may send, and sent: one row, whatever the workspace (account.py)."""

    until = NumberAttribute(default=0)
    taken = NumberAttribute(default=0)
    mark = NumberAttribute(default=0)

    @classmethod
    def key(cls) -> Key:
        return "SES", "account"

    def read(self) -> Account:
        ledger = Ledger.model_validate_json(self.body) if self.body else Ledger()
        return Account(int(self.until or 0), int(self.taken or 0), int(self.mark or 0), ledger)


def account() -> Account:
    """One Get."""
    row = find(AccountItem, AccountItem.key(), consistent=True)
    return row.read() if row else Account(0, 0, 0, Ledger())


def take(seen: Account, count: int, length: int, at: int, most_until: int, most_taken: int) -> Account | None:
    """Moves the end of the line by `length` for `count` mails, from `at` where nobody stands in it: one Update.

    None, and nothing is moved, when the line would not be as it was `seen`: empty, not longer than to `most_until`,
    with not more than `most_taken` mails given out.
    """
    end = AccountItem.until
    if seen.until <= at:
        return _taken(end.set(at + length), end <= at, count, most_taken)
    if seen.until > most_until:  # a clock that went wrong left it so
        return _taken(end.set(at + length), end == seen.until, count, most_taken)
    return _taken(end.add(length), end.between(at + 1, most_until), count, most_taken)


def _taken(moves: Action, free: Condition, count: int, most_taken: int) -> Account | None:
    return _moved([moves, AccountItem.taken.add(count)], free & (AccountItem.taken <= most_taken - count))


def note(seen: Account, ledger: Ledger) -> Account | None:
    """The ledger written over the one that was seen; None when somebody wrote it meanwhile. One Update."""
    new = seen.mark == 0
    same = AccountItem.mark.does_not_exist() if new else AccountItem.mark == seen.mark
    begun = [AccountItem.until.set(0), AccountItem.taken.set(0)] if new else []
    body = ledger.model_dump_json(exclude_defaults=True)
    return _moved([AccountItem.body.set(body), AccountItem.mark.set(seen.mark + 1), *begun], same)


def _moved(actions: list[Action], when: Condition) -> Account | None:
    ready()
    row = AccountItem(*AccountItem.key())
    try:
        row.update([*actions, AccountItem.kind.set(AccountItem)], condition=when)
    except UpdateError as refused:
        if refused_for(refused) != "ConditionalCheckFailedException":
            raise
        return None
    return row.read()
