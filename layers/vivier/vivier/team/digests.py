"""When each member gets the mail of the day: at the hour they chose, where they are, once a day.

A row a member, in the work index by its next instant: a schedule asks one question a workspace. What was changed is put
at the front of that index; the next run finds its place.
"""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from pynamodb.attributes import UnicodeAttribute

from vivier.kernel.clock import iso
from vivier.storage.table import Key, Versioned, find, waiting
from vivier.storage.transaction import Transaction
from vivier.team.model import Member, MemberState

LATE = timedelta(hours=6)  # a mail of yesterday still leaves after midnight
MISSED = timedelta(hours=1)  # a choice made a moment too late still counts for today
FIRST = "0"  # before every instant


class Turn(NamedTuple):
    """The day that a mail is due for now, if any, and the day and instant of the next."""

    day: date | None
    next_day: date
    next_at: datetime


def at(day: date, hour: int, zone: str) -> datetime:
    """The hour on that day, there; an hour that a change of clocks skips is the next."""
    return datetime.combine(day, time(hour), ZoneInfo(zone)).astimezone(ZoneInfo("UTC"))


def turn(planned: date | None, last: date | None, hour: int, zone: str, now: datetime) -> Turn:
    """What to do when a row is due: `planned` is the day it was put there for, `last` the day of the last mail."""
    today = now.astimezone(ZoneInfo(zone)).date()
    day = None
    if planned and (last is None or planned > last):
        day = planned if planned >= today or now < at(planned, hour, zone) + LATE else None
        if day is None and at(today, hour, zone) <= now:
            day = today
    after = max(d for d in (day, last, today - timedelta(days=1)) if d)
    coming = after + timedelta(days=1)
    while at(coming, hour, zone) <= now - MISSED:
        coming += timedelta(days=1)
    return Turn(day, coming, at(coming, hour, zone))


class DigestItem(Versioned, discriminator="digest"):
    """`planned`: the local day of the next mail, None until the schedule has found it. `last`: that of the last."""

    planned = UnicodeAttribute(null=True)
    last = UnicodeAttribute(null=True)
    member_id = UnicodeAttribute()

    @classmethod
    def key(cls, workspace: str, member_id: str) -> Key:
        return f"W#{workspace}#DIGEST#{member_id}", "digest"

    @classmethod
    def of(cls, workspace: str, member_id: str) -> "DigestItem":
        return cls(*cls.key(workspace, member_id), member_id=member_id)

    def put_next(self, workspace: str, day: date | None, instant: datetime | None) -> "DigestItem":
        """The same row (its version kept), next looked at at that instant; as soon as possible when none is given."""
        self.planned = day.isoformat() if day else None
        self.gsi1pk = f"W#{workspace}#DIGEST"
        self.gsi1sk = f"{iso(instant) if instant else FIRST}#{self.member_id}"
        return self

    def off(self) -> "DigestItem":
        self.planned = self.gsi1pk = self.gsi1sk = None
        return self

    def sent(self, day: date) -> "DigestItem":
        self.last = day.isoformat()
        return self

    def turn(self, member: Member, hour: int, now: datetime) -> Turn:
        planned, last = (date.fromisoformat(d) if d else None for d in (self.planned, self.last))
        return turn(planned, last, hour, member.timezone, now)


def choose(transaction: Transaction, member: Member) -> None:
    """Follows what a member chose, and whether they are here, in the transaction of the change: one Get."""
    key = DigestItem.key(member.workspace, member.id)
    row = find(DigestItem, key, consistent=True) or DigestItem.of(member.workspace, member.id)
    transaction.save(
        row.off()
        if member.digest_hour is None or member.state != MemberState.active
        else row.put_next(member.workspace, None, None)
    )


def due(workspace: str, until: str, *, after: str | None = None, limit: int = 50) -> list[DigestItem]:
    """Rows to look at now: one Query."""
    return waiting(DigestItem, f"W#{workspace}#DIGEST", after=after, until=until, limit=limit)
