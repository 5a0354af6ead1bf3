"""Somebody stops a sequence right before any AWS call of the step that writes to them: between due and claimed nothing
leaves any more; what was claimed already leaves, and nothing after it. What stops nothing stops nothing.
"""

import itertools
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from tests import truth
from tests.contract.entries import request
from tests.factories import WORKSPACE, actor
from tests.integration.faults import sound
from tests.integration.faults.asked import FORM
from tests.integration.faults.cases import answer, in_sequence, incoming
from tests.integration.faults.world import Taken, World, said, world

from vivier.casework import enrolment_acts
from vivier.mail.deliverability import ways_out
from vivier.mail.model import State
from vivier.mail.store import MessageItem
from vivier.sequences import service, store
from vivier.sequences.model import Enrolment, Sequence
from vivier.storage.transaction import Transaction
from vivier.team import links

Act = Callable[[World, str, Sequence, Taken], object]
LEFT = {State.claimed, State.sent, State.unknown}


def replies(kind: str) -> Act:
    return lambda w, one, made, ack: w.tries("ReceiveMailFunction", incoming(*answer(ack, kind)))


def ses_says(kind: str) -> Act:
    return lambda w, one, made, ack: w.tries("RecordDeliveryFunction", said(kind, ack))


def unsubscribes(w: World, one: str, made: Sequence, ack: Taken) -> None:
    """A mail program presses the way out of a mail that they got before (RFC 8058)."""
    transaction = Transaction()
    token = links.issue(transaction, WORKSPACE, ways_out.PURPOSE, one, w.now, w.now + ways_out.LASTS)
    transaction.commit()
    event = request("POST", "/preferences/{token}", headers=FORM, token=token)
    del event["requestContext"]["authorizer"]
    assert w.does("PublicFunction", event | {"body": "List-Unsubscribe=One-Click"})["statusCode"] == 200


def told(act: str) -> Act:
    return lambda w, one, made, ack: enrolment_acts.act(actor(), one, made.id, act, w.now)  # type: ignore[arg-type]


STOPS: dict[str, Act] = {
    "reply": replies("reply"),
    "reply with files": replies("files"),
    "a reply by somebody else with their token": replies("other"),
    "bounce": ses_says("bounce"),
    "complaint": ses_says("complaint"),
    "unsubscribe": unsubscribes,
    "pause": told("pause"),
    "remove": told("remove"),
    "the sequence is paused": lambda w, one, made, ack: _paused(made, w),
}
GO_ON: dict[str, Act] = {"auto-reply": replies("away"), "delivery": ses_says("delivery")}
SHORT = ["reply", "unsubscribe"]


def _paused(made: Sequence, w: World) -> None:
    service.turn(actor(), made.id, "pause", w.now)


@pytest.fixture
def apart() -> Iterator[World]:
    with world() as made:
        yield made


def mails() -> dict[str, State]:
    """Of the sequence, by their subjects."""
    held = [r.read() for r in truth.of(MessageItem)]
    return {m.subject: m.state for m in held if m.template == "sequence" and m.state != State.cancelled}


def enrolment(one: str, made: Sequence) -> Enrolment:
    row = store.enrolment(WORKSPACE, one, made.id)
    assert row
    return store.read(row)


def left(world: World, since: int) -> list[str]:
    held = {m.key: m for m in (r.read() for r in truth.of(MessageItem))}
    return [held[t.key].subject for t in world.wire[since:] if held[t.key].template == "sequence"]


def interleaved(
    world: World, name: str, act: Act, step: int = 1
) -> Iterator[tuple[int, set[str], list[str], Enrolment]]:
    """For each call: what had been claimed when the act was done, what left in the end, and the enrolment."""
    one, made = in_sequence(world)
    ack = world.wire[-1]
    world.now += timedelta(seconds=15)
    start, since = world.stand(), len(world.wire)
    for number in itertools.count(0, step):
        world.back(start)
        claimed: set[str] = set()

        def acts(claimed: set[str] = claimed) -> None:
            act(world, one, made, ack)
            claimed |= {subject for subject, state in mails().items() if state in LEFT}

        with world.faults.meanwhile(number, acts):
            world.fire()
        if not world.faults.fired:
            return
        world.go_on()
        world.go_on()
        try:
            sound.check(world)
        except AssertionError as wrong:
            raise AssertionError(f"{name} before call {number}: {wrong}") from wrong
        yield number, claimed, left(world, since), enrolment(one, made)


def stopped(world: World, name: str, step: int = 1) -> int:
    times = 0
    for number, claimed, mailed, e in interleaved(world, name, STOPS[name], step):
        assert set(mailed) == claimed, f"{name} before call {number}: claimed {claimed}, left {mailed}"
        assert len(mailed) == len(set(mailed)) <= 1
        assert e.state in ("stopped", "paused", "removed") or name == "the sequence is paused", (name, number, e.state)
        times += 1
    return times


@pytest.mark.parametrize("name", SHORT)
def test_what_stops_a_sequence_between_due_and_claimed_keeps_the_mail(apart: World, name: str) -> None:
    assert stopped(apart, name, step=3) > 3


@pytest.mark.soak
@pytest.mark.parametrize("name", STOPS)
def test_what_stops_a_sequence_stops_it_at_every_boundary(apart: World, name: str) -> None:
    times = stopped(apart, name)

    assert times > 10
    print(f"{name}: before each of {times} calls")  # noqa: T201


@pytest.mark.soak
@pytest.mark.parametrize("name", GO_ON)
def test_what_stops_nothing_lets_every_mail_leave_once(apart: World, name: str) -> None:
    times = 0
    for number, _, mailed, e in interleaved(apart, name, GO_ON[name]):
        assert (mailed, e.state) == (["Un", "Deux"], "finished"), (name, number)
        times += 1

    assert times > 10
    print(f"{name}: before each of {times} calls")  # noqa: T201
