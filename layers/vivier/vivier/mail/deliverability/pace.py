"""Keeping to what SES lets the account send, over all functions that send at once.

A sender takes some mails' turns from the shared line with one call, and uses them up one by one; who sends alone takes
more each time, who waits takes one. A turn that was not used in time is void: a sender that died gives nothing back.
"""

import threading
import time
from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import NamedTuple, Protocol

from vivier.gateways import senders
from vivier.kernel.clock import utc_now
from vivier.kernel.observability import logger
from vivier.mail.deliverability import account as rules
from vivier.mail.deliverability import store
from vivier.mail.deliverability.account import SECOND, Account, Ledger, micros
from vivier.mail.deliverability.model import Decision, Why

GO = Decision(say="go")
TRIES = 5


class Rows(Protocol):
    """Where the account is kept: mail/deliverability/store.py."""

    def account(self) -> Account: ...
    def take(
        self, seen: Account, count: int, length: int, at: int, most_until: int, most_taken: int
    ) -> Account | None: ...
    def note(self, seen: Account, ledger: Ledger) -> Account | None: ...


class _Taken:
    """Turns that are ours: `count` from `start` on, a gap apart."""

    def __init__(self, start: int, count: int, gap: int) -> None:
        self.start, self.count, self.gap, self.used = start, count, gap, 0

    def next(self, now: int) -> int | None:
        """The instant of the next turn; None when there is none, or what was left is void."""
        end = self.start + self.count * self.gap + rules.LIFE
        if self.used == self.count or not self.start - rules.OWED_AHEAD <= now <= end:  # clocks may be set back
            return None
        self.used += 1
        return self.start + (self.used - 1) * self.gap


class Answered(NamedTuple):
    decision: Decision
    turn: int = 0


class Pace:
    """What one process knows. Its clock is the machine's: a round of the sweep lasts longer than its `now` is true."""

    def __init__(
        self,
        rows: Rows = store,
        asks: Callable[[], senders.Quota | None] = senders.quota,
        clock: Callable[[], datetime] | None = None,
        pause: Callable[[float], None] | None = None,
    ) -> None:
        self._rows, self._asks = rows, asks
        self._clock = clock or (lambda: utc_now())
        self._pause = pause or (lambda seconds: time.sleep(seconds))
        self._seen: Account | None = None
        self._taken = _Taken(0, 0, 0)
        self._size = 1
        self._closed: dict[bool, Decision] = {}
        self._alone = threading.RLock()

    def closed(self, *, unasked: bool) -> Decision | None:
        """What this process was told last, while it holds: no call."""
        said = self._closed.get(unasked)
        return said if said and said.until and said.until > self._clock() else None

    def turn(self, *, unasked: bool) -> Decision:
        """Waits for the turn of one mail, some seconds at most; or says why it cannot leave now, and until when.

        One Update for many turns (one each when others send as well); a Get more for who knows nothing yet or came
        second; every five minutes, for one of all senders, GetAccount and two Updates.
        """
        with self._alone:
            answered = self._answer(unasked)
        if answered.decision.say == "go" and (ahead := answered.turn - micros(self._clock())) > 0:
            self._pause(ahead / SECOND)
        return answered.decision

    def frees(self) -> datetime:
        """When the 24 hours free again, as far as this process knows: no call."""
        now = self._clock()
        return rules.frees(self._seen, now) if self._seen else now + rules.AGAIN

    def spent(self, until: datetime) -> None:
        """SES refused for the 24 hours: all senders are told. A Get and an Update."""
        for _ in range(TRIES):
            seen = self._rows.account()
            if self._rows.note(seen, rules.spent(seen, until)):
                break
        self._seen, self._taken = None, _Taken(0, 0, 0)

    def known(self) -> Account:
        """What SES said last, asked again where that is old. A Get, and at most every five minutes what `turn` says."""
        self._seen = self._fresh(self._rows.account(), self._clock())
        return self._seen

    def _answer(self, unasked: bool) -> Answered:
        if said := self.closed(unasked=unasked):
            return Answered(said)
        now = self._clock()
        turn = self._taken.next(micros(now))
        if turn is not None:
            return Answered(GO, turn)
        seen = self._fresh(self._seen or self._rows.account(), now)
        for _ in range(TRIES):
            self._seen = seen
            if seen.ledger.limits is None:  # nobody knows: SES says no by itself
                return Answered(GO)
            said = rules.held(seen, now, unasked=unasked)
            if said is None and (got := self._take(seen, seen.ledger.limits, micros(now), unasked)):
                self._seen = got
                said = rules.shut(got.ledger, now)  # by another process, since this one looked
                if said is None:
                    return Answered(GO, self._taken.next(micros(now)) or 0)
            if said:
                self._closed[unasked] = said
                return Answered(said)
            seen, now = self._rows.account(), self._clock()
        return Answered(Decision(say="later", why=Why.ses_rate, until=now + rules.ASK_SOON))

    def _take(self, seen: Account, limits: senders.Quota, now: int, unasked: bool) -> Account | None:
        before, gap = self._taken, rules.gap(limits)
        if before.used < before.count:
            self._size = max(1, before.used)
        elif before.count and now <= before.start + before.count * before.gap + rules.LIFE:
            self._size = 2 * self._size
        left = rules.room(seen, unasked=unasked)
        count = min(self._size, rules.at_once(limits), left)
        if seen.until > now + rules.SPAN:
            count = 1
        self._size = count
        ahead = rules.UNASKED_AHEAD if unasked else rules.OWED_AHEAD
        got = self._rows.take(seen, count, count * gap, now, now + ahead, seen.taken + left)
        if got:
            self._taken = _Taken(got.until - count * gap, count, gap)
        return got

    def _fresh(self, seen: Account, now: datetime) -> Account:
        if not rules.stale(seen.ledger, now):
            return seen
        asked = self._rows.note(seen, rules.asking(seen.ledger, now))
        if asked is None:  # somebody else is at it
            return self._rows.account()
        limits = self._asks()
        if limits is None:
            logger.warning("SES did not say what it lets us send")
            return asked
        return self._rows.note(asked, rules.told(asked, limits, now, asked.taken)) or self._rows.account()


@cache
def pace() -> Pace:
    """This process's."""
    return Pace()
