"""Three of ten requests are refused for want of capacity, by the table and by SES: late, never twice, never lost."""

import random
import time
from collections import Counter
from collections.abc import Iterator

import pytest
from botocore.exceptions import ClientError
from tests import truth
from tests.faults import refusal
from tests.integration.faults import sound
from tests.integration.faults.cases import owed
from tests.integration.faults.world import World, world

from vivier.mail import outbox
from vivier.mail.model import State
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
    for _ in range(mails):
        owed()
    chance, refused = random.Random(seed), Counter[str]()

    def no(operation: str) -> ClientError | None:
        if chance.random() > SHARE:
            return None
        refused[operation] += 1
        return refusal("TooManyRequestsException" if operation == SES_ALSO else "ThrottlingException")

    rounds = 0
    world.no = no
    while _open() and rounds < most:
        world.tries("SweepFunction", {}, times=1)
        world.now += world.minute
        rounds += 1
    world.no = lambda _: None
    world.go_on()

    sound.check(world)
    ended = [r.read() for r in truth.of(MessageItem)]
    assert len(ended) == mails
    assert max(m.attempts for m in ended) <= outbox.ATTEMPTS
    fates = Counter(m.state.value for m in ended)
    assert fates["sent"] + fates["refused"] + fates["unknown"] == mails
    assert fates["sent"] == len(world.wire) >= 0.99 * mails
    told = f"{dict(fates)} in {rounds} rounds, {sum(refused.values())} requests refused ({refused[SES_ALSO]} by SES)"
    print(f"{mails} mails due: {told}")  # noqa: T201


def _open() -> bool:
    return any(r.state in (State.pending, State.claimed) for r in truth.of(MessageItem))


def test_mails_that_are_due_all_leave_once_while_requests_are_refused(apart: World) -> None:
    throttled(apart, mails=25, seed=7, most=60)


@pytest.mark.soak
def test_five_thousand_mails_all_leave_once_while_requests_are_refused(apart: World) -> None:
    throttled(apart, mails=5_000, seed=7, most=600)
