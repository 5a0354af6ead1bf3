"""Who waits for a limit while they, or their sequence, stand still: letting them go on asks the limit afresh."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from tests.factories import NOW, WORKSPACE, actor
from tests.hiring import person
from tests.sequences import Clockwork, enrolled, kinds, mail_step, message, published, three_steps
from tests.unasked import found, rule

from vivier.casework import enrolment_acts, sequence_sweep, sweep
from vivier.kernel.metering import metered
from vivier.mail import settling
from vivier.mail.deliverability.model import OpenHours
from vivier.mail.model import State
from vivier.sequences import service

pytestmark = pytest.mark.usefixtures("cloud", "true_counts")
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
Turn = Callable[[str, Clockwork], None]


def themselves(one: str, clock: Clockwork) -> None:
    for what in ("pause", "resume"):
        enrolment_acts.act(actor(), one, clock.sequence.id, what, clock.now)


def their_sequence(_one: str, clock: Clockwork) -> None:
    for what in ("pause", "resume"):
        service.turn(actor(), clock.sequence.id, what, clock.now)
    sweep.sweep(clock.now)


def held_back() -> tuple[str, Clockwork]:
    """Somebody whose mail waits for the next day, since another got the one of this day."""
    rule(cap=1)
    other, one = found(1), found(2)
    clock = enrolled(published(None, mail_step("Un")), other, one)
    for someone in (other, one):
        clock.run(someone, until=NOW + MINUTE)
    return one, clock


@pytest.mark.parametrize("stand_still", [themselves, their_sequence])
def test_their_mail_leaves_at_once_where_the_limit_holds_no_more(stand_still: Turn) -> None:
    one, clock = held_back()
    first = clock.of(one).message_key
    rule(cap=100)

    stand_still(one, clock)
    e = clock.run(one, until=clock.now + MINUTE)

    assert e.state == "finished"
    assert message(first).state == State.cancelled
    assert [message(d.message_key).state for d in e.done] == [State.sent]
    assert kinds(one).count("mail_sent") == 1


@pytest.mark.parametrize("stand_still", [themselves, their_sequence])
def test_their_mail_waits_as_before_where_the_limit_holds_still(stand_still: Turn) -> None:
    one, clock = held_back()
    before = clock.of(one)

    stand_still(one, clock)
    e = clock.run(one, until=clock.now + MINUTE)

    assert (e.waiting, e.wake_at) == ("sending", before.wake_at)
    assert e.message_key != before.message_key
    assert message(e.message_key).reason == "warm_up"
    assert clock.run(one, until=NOW + DAY).state == "finished"
    assert kinds(one).count("mail_sent") == 1


def test_it_keeps_to_the_hours_of_the_sequence_and_to_those_of_the_person() -> None:
    rule(allowed=OpenHours(days=[0, 1, 2, 3, 4, 5, 6], from_hour=8, to_hour=19))
    one = found(1)
    clock = enrolled(published(None, mail_step("Un"), from_hour=0, to_hour=24), one)
    clock.now = NOW.replace(hour=23)
    clock.run(one, until=clock.now)

    their_sequence(one, clock)
    e = clock.run(one, until=clock.now + MINUTE)

    assert message(e.message_key).reason == "quiet_hours"
    assert e.wake_at == datetime(2026, 11, 25, 7, tzinfo=UTC)  # eight o'clock in Paris


def test_who_waits_for_a_day_of_the_sequence_keeps_it() -> None:
    one = person()
    clock = enrolled(three_steps(), one)
    clock.run(one, until=NOW + MINUTE)
    due = clock.of(one).wake_at

    their_sequence(one, clock)

    assert clock.of(one).wake_at == due


def test_a_mail_that_left_meanwhile_is_not_made_again() -> None:
    one, clock = held_back()
    service.turn(actor(), clock.sequence.id, "pause", clock.now)
    service.turn(actor(), clock.sequence.id, "resume", clock.now)
    sequence_sweep.go_on(WORKSPACE, clock.sequence.id, clock.now)
    e = clock.of(one)
    settling.settle(WORKSPACE, e.message_key or "", State.sent, clock.now, ses_id="ses-1")

    done = clock.run(one, until=clock.now + MINUTE)

    assert [d.message_key for d in done.done] == [e.message_key]
    assert kinds(one).count("mail_sent") == 1


def test_a_turn_of_the_sweep_looks_at_some_and_the_next_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enrolment_acts, "PAGE", 2)
    monkeypatch.setattr(sequence_sweep, "PAGES", 2)
    rule(cap=1)
    ids = [found(n) for n in range(7)]
    clock = enrolled(published(None, mail_step("Un"), mail_step("Deux")), *ids)
    for one in ids:
        clock.run(one, until=NOW + MINUTE)
    waiting = {clock.of(one).wake_at for one in ids}
    service.turn(actor(), clock.sequence.id, "pause", clock.now)
    service.turn(actor(), clock.sequence.id, "resume", clock.now)

    with metered() as used:
        looked = sequence_sweep.go_on(WORKSPACE, clock.sequence.id, clock.now)
    due = [one for one in ids if clock.of(one).wake_at == clock.now]
    sequence_sweep.go_on(WORKSPACE, clock.sequence.id, clock.now)
    sequence_sweep.go_on(WORKSPACE, clock.sequence.id, clock.now + sequence_sweep.LINGERS)

    assert min(w for w in waiting if w) > clock.now
    assert looked == len(due) == 4
    assert used.calls == {
        "dynamodb.GetItem": 2 + 2,  # the sequence, twice; the counts, once a page
        "dynamodb.Query": 1 + 2,  # whom it held; a page of its people each
        "dynamodb.BatchGetItem": 2,
        "dynamodb.TransactWriteItems": 4 + 1,
        "stepfunctions.StartExecution": 4,
    }
    assert {clock.of(one).wake_at for one in ids} == {clock.now}
    assert service.opened(actor(), clock.sequence.id)[0].works == []
