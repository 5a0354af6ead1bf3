"""What SES lets the whole account send (a rate, and a number in 24 hours), and what was given out of it. Pure.

Mails of every class count. The rate is one line of instants that all senders share: who takes `n` of them moves its
end by `n` gaps. What nobody asked for is let in only while that line is short, and only into nine tenths of the day,
so that an answer that is owed always finds room.
"""

import math
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from pydantic import Field

from vivier.gateways.senders import Quota
from vivier.kernel.clock import Instant
from vivier.mail.deliverability.model import Decision, Strict, Why

SECOND = 1_000_000  # instants of the line are microseconds since 1970
USED = 0.95  # of the rate: what is slept and what is sent are not the same instant
SPAN = SECOND // 2  # that one sender takes at once, at most
LIFE = SECOND // 2  # after the last of them, what was not used is void
OWED_AHEAD, UNASKED_AHEAD = 8 * SECOND, 2 * SECOND  # how long the line may be for who joins it
ASTRAY = 60 * SECOND  # a line that long was made by a clock that goes wrong
UNASKED_SHARE = 0.9  # of the 24 hours
LAG = 2  # seconds at full rate that SES may not have counted yet
ASK_AFTER, ASK_SOON = timedelta(minutes=5), timedelta(minutes=1)  # SES is asked again; soon when it said nothing
DAY = timedelta(hours=24)
MARKS = 26
AGAIN = timedelta(hours=1)  # nobody knows when it frees
UNLIMITED = 1_000_000_000


class Mark(Strict):
    """How many had been given out at an instant."""

    at: Instant
    taken: int


class Ledger(Strict):
    """What SES said last, and when; `base`: how many had been given out then. `marks`: an hour or more apart."""

    limits: Quota | None = None
    asked_at: Instant | None = None
    told_at: Instant | None = None
    base: int = 0
    marks: list[Mark] = Field(default_factory=list)
    spent_until: Instant | None = Field(default=None, description="SES itself said that the 24 hours are spent.")


class Account(NamedTuple):
    """The row: `until`, the end of the line; `taken`, mails ever; `mark` tells whether the ledger was written since."""

    until: int
    taken: int
    mark: int
    ledger: Ledger


def micros(at: datetime) -> int:
    return round(at.timestamp() * SECOND)


def instant(micros: int) -> datetime:
    return datetime.fromtimestamp(micros / SECOND, UTC)


def gap(limits: Quota) -> int:
    """Microseconds between two mails."""
    return math.ceil(SECOND / (limits.per_second * USED))


def at_once(limits: Quota) -> int:
    """Mails that one sender takes with one call, at most."""
    return max(1, SPAN // gap(limits))


def used(account: Account) -> int:
    """Mails of the last 24 hours: what SES counted, and what was given out since."""
    limits = account.ledger.limits
    return (limits.sent if limits else 0) + max(0, account.taken - account.ledger.base)


def room(account: Account, *, unasked: bool) -> int:
    """Mails that may still leave in the 24 hours."""
    limits = account.ledger.limits
    if limits is None or limits.per_day < 0:  # -1: no limit
        return UNLIMITED
    whole = limits.per_day - math.ceil(min(LAG * limits.per_second, limits.per_day / 20))
    return (int(limits.per_day * UNASKED_SHARE) if unasked else whole) - used(account)


def held(account: Account, now: datetime, *, unasked: bool) -> Decision | None:
    """Why a mail cannot leave now, and until when; None when it may join the line."""
    if account.ledger.limits is None:
        return None
    if said := shut(account.ledger, now):
        return said
    if room(account, unasked=unasked) <= 0:
        return Decision(say="later", why=Why.ses_quota, until=frees(account, now))
    ahead = account.until - micros(now)
    most = UNASKED_AHEAD if unasked else OWED_AHEAD
    if most < ahead < ASTRAY:
        return Decision(say="later", why=Why.ses_rate, until=instant(account.until - most))
    return None


def shut(ledger: Ledger, now: datetime) -> Decision | None:
    """What SES itself said, whoever heard it."""
    if ledger.limits and not ledger.limits.enabled:
        return Decision(say="later", why=Why.ses_stopped, until=now + AGAIN / 4)
    if ledger.spent_until and ledger.spent_until > now:
        return Decision(say="later", why=Why.ses_quota, until=ledger.spent_until)
    return None


def frees(account: Account, now: datetime) -> datetime:
    """When the first mails of ours are 24 hours old; where ours explain less than half, others sent: asked hourly."""
    marks = [*account.ledger.marks, Mark(at=now, taken=account.taken)]
    since = next((n for n, m in enumerate(marks) if m.at > now - DAY), len(marks) - 1)
    first = max(0, since - 1)
    ours = account.taken - marks[first].taken
    if account.ledger.limits is None or 2 * ours < account.ledger.limits.per_day:
        return now + AGAIN
    for one, following in zip(marks[first:], marks[first + 1 :], strict=False):
        if following.taken > one.taken:
            return max(one.at + DAY, now + ASK_AFTER)
    return now + AGAIN


def stale(ledger: Ledger, now: datetime) -> bool:
    """Whether SES is to be asked again."""
    fresh = ASK_AFTER if ledger.limits else ASK_SOON
    return ledger.asked_at is None or not timedelta(0) <= now - ledger.asked_at < fresh


def asking(ledger: Ledger, now: datetime) -> Ledger:
    """SES is being asked: nobody else needs to."""
    return ledger.model_copy(update={"asked_at": now})


def told(account: Account, limits: Quota, now: datetime, base: int) -> Ledger:
    """`base`: how many had been given out before SES was asked."""
    marks = account.ledger.marks
    if not marks or now - marks[-1].at >= AGAIN:
        marks = [*marks, Mark(at=now, taken=base)][-MARKS:]
    return account.ledger.model_copy(update={"limits": limits, "told_at": now, "base": base, "marks": marks})


def spent(account: Account, until: datetime) -> Ledger:
    """SES said no: others send from this account too, or it counts otherwise."""
    return account.ledger.model_copy(update={"spent_until": until})
