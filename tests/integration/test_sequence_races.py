"""Two who act on one enrolment at once: nothing leaves twice, nobody is forgotten, whoever comes first."""

import itertools
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from tests.factories import NOW, WORKSPACE, actor
from tests.faults import Faults
from tests.hiring import person
from tests.sequences import Clockwork, check, enrolled, mail_step, published, task_step, wait_step

from vivier.casework import enrolling, enrolment_acts, sweep
from vivier.kernel.clock import iso
from vivier.kernel.ids import new_id, sort_key
from vivier.mail import outbox
from vivier.mail import store as messages
from vivier.mail.model import Message, State
from vivier.mail.store import MessageItem
from vivier.people import store as people
from vivier.sequences import service, store
from vivier.sequences.model import EnrolmentState, Sequence
from vivier.sequences.service import Publishing
from vivier.sequences.steps import Step
from vivier.storage.table import get
from vivier.storage.transaction import Transaction

Sent = Callable[[], list[str]]
SOON, DAY = timedelta(minutes=1), timedelta(days=1)
WRITES = "TransactWriteItems"
A, B, C = mail_step("A"), mail_step("B"), task_step("C")


@pytest.fixture(autouse=True)
def true_counts(cloud: None) -> object:
    yield
    check()


def act(one: str, made: Sequence, what: enrolment_acts.Act, now: datetime) -> None:
    enrolment_acts.act(actor(), one, made.id, what, now)


def republished(made: Sequence, in_flight: str, *steps: Step) -> None:
    row = store.load(WORKSPACE, made.id)
    text = row.read().text.model_copy(update={"steps": list(steps)})
    _, version = service.change(actor(), made.id, text, row.number, NOW)
    service.publish(actor(), made.id, Publishing.model_validate({"in_flight": in_flight}), version, NOW)


def done(clock: Clockwork, one: str) -> list[str]:
    """Which steps were done, in order."""
    names = {A.id: "A", B.id: "B", C.id: "C"}
    return [names[d.step_id] for d in clock.of(one).done if d.skipped != "condition"]


def message(key: str | None) -> Message:
    return get(MessageItem, MessageItem.key(WORKSPACE, key or ""), consistent=True).read()


def test_a_mail_that_one_sender_has_is_not_taken_back_by_another_who_comes_too_late(faults: Faults, sent: Sent) -> None:
    """It would be made again, under a new epoch, while the first is on its way."""
    one, made = person(), published(None, A)
    clock = enrolled(made, one)
    key = clock.wake(one, seconds=10).message_key or ""
    (old,) = messages.due(WORKSPACE, iso(clock.now), unasked=True)
    now = clock.now

    def meanwhile() -> None:
        act(one, made, "pause", now)
        act(one, made, "resume", now)
        outbox.send(WORKSPACE, key, now, row=old)
        clock.run(one, until=now + SOON)

    with faults.meanwhile("SendEmail", meanwhile):
        outbox.send(WORKSPACE, key, now)
    clock.run(one, until=now + DAY)

    assert faults.fired
    assert (len(sent()), done(clock, one)) == (1, ["A"])


def test_a_stop_that_a_second_sender_hears_of_leaves_the_mail_to_who_has_it(faults: Faults, sent: Sent) -> None:
    one, made = person(), published(None, A)
    clock = enrolled(made, one)
    key = clock.wake(one, seconds=10).message_key or ""
    (old,) = messages.due(WORKSPACE, iso(clock.now), unasked=True)

    def meanwhile() -> None:
        row = people.load(WORKSPACE, one)
        held = row.read()
        stopped = held.unsolicited.stopped("unsubscribed", clock.now)
        transaction = Transaction()
        people.write(transaction, WORKSPACE, row, held.model_copy(update={"unsolicited": stopped}))
        transaction.commit()
        assert outbox.send(WORKSPACE, key, clock.now, row=old) == State.claimed

    with faults.meanwhile("SendEmail", meanwhile):
        outbox.send(WORKSPACE, key, clock.now)

    assert (message(key).state, len(sent())) == (State.sent, 1)


def test_who_is_moved_while_their_mail_leaves_still_gets_the_step_that_follows(faults: Faults, sent: Sent) -> None:
    """The step whose mail leaves is gone in the new version."""
    one, made = person(), published(None, A, B)
    clock = enrolled(made, one)
    key = clock.wake(one, seconds=10).message_key or ""

    def meanwhile() -> None:
        republished(made, "stay", C, B)
        act(one, made, "move", clock.now)

    with faults.meanwhile("SendEmail", meanwhile):
        outbox.send(WORKSPACE, key, clock.now)
    clock.run(one, until=clock.now + 9 * DAY)

    assert (len(sent()), done(clock, one)) == (2, ["A", "B"])


def test_who_is_moved_while_their_last_mail_leaves_comes_to_the_end(faults: Faults, sent: Sent) -> None:
    one, made = person(), published(None, A, wait_step(days=1), B)
    clock = enrolled(made, one)
    clock.run(one, until=clock.now + SOON)
    key = clock.wake(one, days=2).message_key or ""

    def meanwhile() -> None:
        republished(made, "stay", A)
        act(one, made, "move", clock.now)

    with faults.meanwhile("SendEmail", meanwhile):
        outbox.send(WORKSPACE, key, clock.now)
    clock.run(one, until=clock.now + 9 * DAY)

    assert faults.fired
    assert (len(sent()), done(clock, one)) == (2, ["A", "B"])
    assert clock.of(one).state == EnrolmentState.finished


def test_no_step_comes_again_in_a_version_that_has_them_in_another_order(sent: Sent) -> None:
    one, made = person(), published(None, A, B, wait_step(days=1), C)
    clock = enrolled(made, one)
    clock.run(one, until=NOW + SOON)
    republished(made, "stay", wait_step(days=1), B, C, A)
    act(one, made, "move", clock.now)

    clock.run(one, until=NOW + 30 * DAY)

    assert sorted(done(clock, one)) == ["A", "B", "C"]
    assert len(sent()) == 2


def test_who_waits_for_a_sequence_that_is_resumed_at_that_moment_goes_on(faults: Faults) -> None:
    one, made = person(), published(None, A)
    clock = enrolled(made, one)
    clock.now += SOON
    service.turn(actor(), made.id, "pause", clock.now)

    def meanwhile() -> None:
        service.turn(actor(), made.id, "resume", clock.now)
        sweep.sweep(clock.now)

    with faults.meanwhile(WRITES, meanwhile):
        clock.wake(one)
    assert len(store.of_paused(WORKSPACE, made.id)) == 1
    for _ in range(4):
        clock.now += SOON
        sweep.sweep(clock.now)

    assert store.of_paused(WORKSPACE, made.id) == []
    assert len(store.overdue(WORKSPACE, clock.now)) == 1
    assert service.opened(actor(), made.id)[0].works == []


def test_who_waits_for_a_resumed_sequence_does_not_wait_until_everyone_is_moved(
    faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(enrolment_acts, "PAGE", 1)
    ids, made = [person() for _ in range(4)], published(None, A)
    clock = enrolled(made, *ids)
    service.turn(actor(), made.id, "pause", NOW)
    clock.now += SOON
    for one in ids:
        clock.wake(one)
    republished(made, "move", A, wait_step(days=2), C)
    service.turn(actor(), made.id, "resume", clock.now)

    for _ in range(2):
        sweep.sweep(clock.now)

    assert store.of_paused(WORKSPACE, made.id) == []
    assert {w.kind for w in service.opened(actor(), made.id)[0].works} == {"move", "go_on"}
    for _ in range(12):
        clock.now += SOON
        sweep.sweep(clock.now)
    assert service.opened(actor(), made.id)[0].works == []
    assert {clock.of(one).version for one in ids} == {2}


def test_who_is_enrolled_while_everyone_is_moved_is_moved_too(faults: Faults) -> None:
    one, made = person(), published(None, A, wait_step(days=2), B)
    wanted = enrolling.Enrolling(candidate_ids=[one], key=sort_key(new_id("key")))

    def meanwhile() -> None:
        republished(made, "move", A, wait_step(days=2), C)
        sweep.sweep(NOW)

    with faults.meanwhile(WRITES, meanwhile):
        enrolling.enrol(actor(), made.id, wanted, NOW)
    clock = Clockwork(made)
    clock.run(one, until=NOW + SOON)

    assert faults.fired
    assert (clock.of(one).version, done(clock, one)) == (2, ["A"])


def test_who_is_resumed_while_everyone_is_moved_is_moved_too(faults: Faults) -> None:
    """They left the list of those on hold before it was walked, for the one that had been."""
    one, other, made = person(), person(), published(None, A, wait_step(days=2), B)
    clock = enrolled(made, one, other)
    act(one, made, "pause", NOW)
    republished(made, "move", A, wait_step(days=2), C)
    sweep.sweep(NOW)
    act(one, made, "resume", NOW)
    sweep.sweep(NOW + SOON)
    clock.run(one, until=NOW + SOON)

    assert {clock.of(who).version for who in (one, other)} == {2}


def test_who_begins_again_while_somebody_lets_them_go_on_stands_once(faults: Faults) -> None:
    made = published(None, A, wait_step(days=2), B)
    for number in itertools.count():
        one = person()
        clock = enrolled(made, one)
        clock.run(one, until=NOW + SOON)
        act(one, made, "remove", clock.now)
        again = enrolling.Enrolling(candidate_ids=[one], key=sort_key(new_id("key")), again=True)

        with faults.meanwhile(number, lambda one=one, at=clock.now: act(one, made, "resume", at)):  # type: ignore[misc]
            enrolling.enrol(actor(), made.id, again, clock.now)

        check()
        assert clock.of(one).state == EnrolmentState.active
        if not faults.fired:
            break


def test_a_mail_that_was_refused_is_made_again_for_who_goes_on(faults: Faults, sent: Sent) -> None:
    one, made = person(), published(None, A)
    clock = enrolled(made, one)
    key = clock.wake(one, seconds=10).message_key or ""
    row = get(MessageItem, MessageItem.key(WORKSPACE, key), consistent=True)
    row.body = row.body.replace("embauche.example", "embauche.example\\r\\nBcc: x@example.com")
    row.save()
    outbox.send(WORKSPACE, key, clock.now)
    clock.wake(one)
    held = clock.of(one)

    act(one, made, "resume", clock.now)
    clock.run(one, until=clock.now + SOON)

    assert (held.state, held.reason, sent()[:-1]) == ("paused", "refused", [])
    assert (done(clock, one), len(sent())) == (["A"], 1)
