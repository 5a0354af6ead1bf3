"""Three of ten requests are refused for want of capacity, by the table and by SES: late, never twice, never lost."""

import random
import time
from collections import Counter
from collections.abc import Iterator

import pytest
from botocore.exceptions import ClientError
from tests import truth
from tests.factories import WORKSPACE
from tests.faults import refusal
from tests.integration.faults import sound
from tests.integration.faults.cases import owed
from tests.integration.faults.world import World, world
from tests.sequences import enrolled, mail_step, published
from tests.unasked import found, rule

from vivier.casework import enrolling
from vivier.mail import outbox
from vivier.mail.store import MessageItem

SHARE = 0.3
SES_ALSO = "SendEmail"


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """Its pauses take no time: what is waited for here is the schedule."""
    monkeypatch.setattr(time, "sleep", lambda _: None)
    with world() as made:
        yield made


def throttled(world: World, mails: int, seed: int, most: int) -> None:
    """Half are answers that are owed, half are first steps of a sequence: all due at once."""
    for _ in range(mails // 2):
        owed()
    rule(cap=100_000)
    made = published(None, mail_step("Un"))
    people = [found(10_000 + n) for n in range(mails - mails // 2)]
    for start in range(0, len(people), enrolling.MOST):
        enrolled(made, *people[start : start + enrolling.MOST])
        world.drain()
    chance, refused = random.Random(seed), Counter[str]()

    def no(operation: str) -> ClientError | None:
        if chance.random() > SHARE:
            return None
        refused[operation] += 1
        return refusal("TooManyRequestsException" if operation == SES_ALSO else "ThrottlingException")

    rounds = 0
    world.no = no
    while _open(world, mails) and rounds < most:
        world.fire(world.now + world.minute)
        world.tries("SweepFunction", {}, times=1)
        world.drain()
        rounds += 1
    world.no = lambda _: None
    world.go_on()

    sound.check(world)
    ended = [r.read() for r in truth.of(MessageItem)]
    assert len(ended) == mails
    assert max(m.attempts for m in ended) <= outbox.ATTEMPTS
    fates = Counter(m.state.value for m in ended)
    assert fates["sent"] + fates["refused"] + fates["unknown"] == mails
    assert fates["sent"] == len(world.wire) >= mails - max(1, mails // 100)  # one may be unknown, and is seen
    told = f"{dict(fates)} in {rounds} rounds, {sum(refused.values())} requests refused ({refused[SES_ALSO]} by SES)"
    tries = max(m.attempts for m in ended)
    print(f"{mails} mails due: {told}, at most {tries} attempts at one")  # noqa: T201


def _open(world: World, mails: int) -> int:
    """Mails that wait, and those that their steps have not written yet."""
    queues = (f"W#{WORKSPACE}#{name}" for name in ("OUTBOX", "UNASKED"))
    waiting = sum(len(world.table.indexed["gsi1"].get(queue, [])) for queue in queues)
    written = sum("#MESSAGE#" in pk for pk in world.table.rows)
    return waiting + mails - written


def test_mails_that_are_due_all_leave_once_while_requests_are_refused(apart: World) -> None:
    throttled(apart, mails=24, seed=7, most=60)


@pytest.mark.soak
def test_five_thousand_mails_all_leave_once_while_requests_are_refused(apart: World) -> None:
    throttled(apart, mails=5_000, seed=7, most=600)
