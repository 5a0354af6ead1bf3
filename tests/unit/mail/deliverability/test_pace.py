"""The line that all senders share: whatever the order in which they come, SES's rate and its 24 hours hold."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vivier.gateways.senders import Quota
from vivier.mail.deliverability import account as rules
from vivier.mail.deliverability.account import SECOND, Account, Ledger, Mark
from vivier.mail.deliverability.model import Why
from vivier.mail.deliverability.pace import Pace

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)


class World:
    """The row, as DynamoDB keeps it, and one clock. `meanwhile`: what happens right before the next call."""

    def __init__(self, per_second: float = 10, per_day: int = 100_000) -> None:
        self.now, self.sent = NOW, 0
        self.limits: Quota | None = Quota(per_second=per_second, per_day=per_day, sent=0)
        self.row = Account(0, 0, 0, Ledger())
        self.calls: Counter[str] = Counter()
        self.meanwhile: list[Callable[[], object]] = []

    def _called(self, name: str) -> None:
        self.calls[name] += 1
        if self.meanwhile:
            self.meanwhile.pop()()

    def account(self) -> Account:
        self._called("Get")
        return self.row

    def take(self, seen: Account, count: int, length: int, at: int, most_until: int, most_taken: int) -> Account | None:
        self._called("take")
        until, taken, mark, ledger = self.row
        if taken > most_taken - count:
            return None
        if seen.until <= at:
            free, end = until <= at, at + length
        elif seen.until > most_until:
            free, end = until == seen.until, at + length
        else:
            free, end = at < until <= most_until, until + length
        if not free:
            return None
        self.row = Account(end, taken + count, mark, ledger)
        return self.row

    def note(self, seen: Account, ledger: Ledger) -> Account | None:
        self._called("note")
        if self.row.mark != seen.mark:
            return None
        self.row = Account(self.row.until, self.row.taken, seen.mark + 1, ledger)
        return self.row

    def asks(self) -> Quota | None:
        self.calls["GetAccount"] += 1
        return self.limits.model_copy(update={"sent": self.sent}) if self.limits else None

    def pace(self, waits: list[float] | None = None) -> Pace:
        """A process of its own. What it waits for is written down: the time of the others goes on without it."""
        return Pace(self, self.asks, lambda: self.now, (waits if waits is not None else []).append)


acts = st.lists(
    st.tuples(
        st.integers(0, 3),  # which process
        st.booleans(),  # unasked
        st.sampled_from([0, 0, 0, 1, 7, 40, 130, 600, 2_500]),  # milliseconds before
        st.integers(-1, 3),  # who comes in between two of its calls; -1: nobody
    ),
    min_size=1,
    max_size=120,
)


@settings(max_examples=150)
@given(acts, st.sampled_from([1.0, 3.5, 14.0, 200.0]))
def test_no_window_ever_holds_more_than_its_rate_and_one_burst(
    order: list[tuple[int, bool, int, int]], rate: float
) -> None:
    world = World(per_second=rate)
    waited: list[list[float]] = [[] for _ in range(4)]
    processes = [world.pace(w) for w in waited]
    left: list[float] = []
    free = [NOW] * 4  # a process that waits for its turn does nothing else meanwhile

    def leaves(one: int, unasked: bool) -> None:
        if free[one] > world.now:
            return
        before = len(waited[one])
        if processes[one].turn(unasked=unasked).say == "go":
            ahead = waited[one][-1] if len(waited[one]) > before else 0.0
            free[one] = world.now + timedelta(seconds=ahead)
            left.append((world.now - NOW).total_seconds() + ahead)

    for one, unasked, later, other in order:
        world.now += timedelta(milliseconds=later)
        world.meanwhile = [lambda o=other: leaves(o, unasked=False)] if other not in (-1, one) else []  # type: ignore[misc]
        leaves(one, unasked)

    left.sort()
    burst = 1 + rate * max(1.0, 0.5 + 1 / (rate * rules.USED))
    for first, start in enumerate(left):
        for last in range(first, len(left)):
            assert last - first + 1 <= rate * (left[last] - start) + burst + 1e-6


@settings(max_examples=100)
@given(acts, st.integers(5, 60))
def test_the_24_hours_are_never_overdrawn_and_a_tenth_is_kept_for_what_is_owed(
    order: list[tuple[int, bool, int, int]], per_day: int
) -> None:
    world = World(per_second=1_000, per_day=per_day)
    processes = [world.pace() for _ in range(4)]
    went: Counter[bool] = Counter()

    for one, unasked, later, other in order:
        world.now += timedelta(milliseconds=later)
        world.meanwhile = [lambda o=other: processes[o].closed(unasked=True)] if other not in (-1, one) else []  # type: ignore[misc]
        went[unasked] += processes[one].turn(unasked=unasked).say == "go"

    assert went.total() <= world.row.taken <= per_day
    assert went[True] <= per_day * rules.UNASKED_SHARE


def test_an_owed_answer_finds_its_turn_in_seconds_however_much_was_not_asked_for() -> None:
    world = World(per_second=2)
    crowd = [world.pace() for _ in range(40)]
    waits: list[float] = []

    for second in range(30):
        world.now = NOW + timedelta(seconds=second)
        for one in crowd:
            one.turn(unasked=True)
        said = world.pace(waits).turn(unasked=False)
        assert said.say == "go", second

    assert max(waits) < rules.OWED_AHEAD / SECOND
    assert len(waits) >= 20  # there was a line to wait in


def test_what_nobody_asked_for_waits_for_the_next_round_while_the_line_is_long() -> None:
    world = World(per_second=2)
    for _ in range(8):
        world.pace().turn(unasked=False)
    late = world.pace()

    said = late.turn(unasked=True)
    calls = world.calls.total()
    again = late.turn(unasked=True)

    assert (said.say, said.why) == ("later", Why.ses_rate)
    assert again == said
    assert world.calls.total() == calls  # nothing is asked hot
    assert late.turn(unasked=False).say == "go"


def test_a_sender_at_work_asks_once_for_many_mails() -> None:
    world = World(per_second=200)
    one = world.pace()
    for _ in range(10):  # it learns that it is alone
        one.turn(unasked=False)
        world.now += timedelta(milliseconds=6)
    before = world.calls.total()

    for _ in range(300):
        assert one.turn(unasked=False).say == "go"
        world.now += timedelta(milliseconds=6)

    assert world.calls.total() - before <= 300 / 50


def test_a_process_knows_the_limits_without_asking_ses() -> None:
    world = World()
    world.pace().turn(unasked=False)
    assert world.calls == {"Get": 1, "note": 2, "GetAccount": 1, "take": 1}
    world.calls.clear()

    other = world.pace()
    other.turn(unasked=False)
    first = dict(world.calls)
    world.now += timedelta(seconds=20)
    other.turn(unasked=False)

    assert first == {"Get": 1, "take": 1}
    assert world.calls == {"Get": 1, "take": 2}


def test_ses_is_asked_again_by_one_alone() -> None:
    world = World()
    crowd = [world.pace() for _ in range(5)]
    for one in crowd:
        one.turn(unasked=False)
    world.now += rules.ASK_AFTER
    world.calls.clear()

    for one in crowd:
        one.turn(unasked=False)

    assert world.calls["GetAccount"] == 1


def test_while_ses_says_nothing_mails_leave_and_ses_is_not_asked_each_time() -> None:
    world = World()
    world.limits = None
    one = world.pace()

    assert {one.turn(unasked=True).say for _ in range(50)} == {"go"}
    assert world.calls["GetAccount"] == 1


def test_what_ses_said_before_holds_while_it_says_nothing() -> None:
    world = World(per_day=20)
    one = world.pace()
    one.turn(unasked=False)
    world.limits, world.now = None, NOW + timedelta(hours=1)

    went = [one.turn(unasked=False).say for _ in range(30)]

    assert went.count("go") < 20


def test_mails_wait_until_the_first_of_the_day_are_24_hours_old() -> None:
    world = World(per_second=100, per_day=100)
    one = world.pace()
    for _ in range(99):
        one.turn(unasked=False)
        world.now += timedelta(milliseconds=20)
    world.sent = 99
    world.now = NOW + timedelta(hours=5)

    said = one.turn(unasked=False)

    assert (said.say, said.why, said.until) == ("later", Why.ses_quota, NOW + timedelta(hours=24))
    world.sent, world.now = 0, NOW + timedelta(hours=24, seconds=1)
    assert one.turn(unasked=False).say == "go"


def test_where_others_use_the_account_it_is_asked_hourly() -> None:
    world = World(per_day=100)
    world.sent = 100

    said = world.pace().turn(unasked=False)

    assert (said.why, said.until) == (Why.ses_quota, NOW + timedelta(hours=1))


def test_a_no_of_ses_for_the_day_is_heard_by_every_sender() -> None:
    world = World()
    one, other = world.pace(), world.pace()
    other.turn(unasked=False)

    until = one.frees()
    one.spent(until)
    world.now += timedelta(seconds=30)

    assert other.turn(unasked=False).why == Why.ses_quota
    assert until == NOW + timedelta(hours=1)
    world.now = until
    assert other.turn(unasked=False).say == "go"


def test_an_account_that_ses_stopped_keeps_every_mail() -> None:
    world = World()
    assert world.limits
    world.limits = world.limits.model_copy(update={"enabled": False})

    said = world.pace().turn(unasked=False)

    assert (said.say, said.why) == ("later", Why.ses_stopped)


@pytest.mark.parametrize("wrong", [timedelta(minutes=10), timedelta(minutes=-10)])
def test_a_clock_that_goes_wrong_keeps_nobody(wrong: timedelta) -> None:
    world = World()
    astray = Pace(world, world.asks, lambda: world.now + wrong, lambda _: None)
    waits: list[float] = []
    right = world.pace(waits)
    right.turn(unasked=False)
    astray.turn(unasked=False)

    went = []
    for _ in range(20):
        world.now += timedelta(milliseconds=200)
        went.append(right.turn(unasked=False).say)

    assert went == ["go"] * 20
    assert max(waits, default=0) < 1


def test_a_clock_that_is_set_back_waits_for_no_hour() -> None:
    world = World()
    waits: list[float] = []
    one = world.pace(waits)
    for _ in range(3):
        one.turn(unasked=False)
    world.now -= timedelta(hours=1)

    assert one.turn(unasked=False).say == "go"
    assert max(waits, default=0) < 5


def test_an_account_without_a_limit_of_the_day_has_none() -> None:
    world = World(per_day=-1)
    world.sent = 10_000_000

    assert world.pace().turn(unasked=True).say == "go"


def test_marks_stand_an_hour_apart_and_not_for_ever() -> None:
    account = Account(0, 0, 1, Ledger())
    for minute in range(0, 60 * 40, 5):
        now = NOW + timedelta(minutes=minute)
        account = account._replace(
            ledger=rules.told(account, Quota(per_second=1, per_day=9, sent=0), now, minute), taken=minute
        )

    marks: list[Mark] = account.ledger.marks
    assert len(marks) == rules.MARKS
    assert {b.at - a.at for a, b in pairwise(marks)} == {timedelta(hours=1)}
