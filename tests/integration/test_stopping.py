"""What stops a sequence, at every boundary, and what undoing that brings back."""

from datetime import timedelta

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor
from tests.hiring import candidate_in, job, person, stage, undo_move
from tests.sequences import (
    Clockwork,
    enrolled,
    kinds,
    mail_step,
    message,
    published,
    sent_by_sequences,
    stop_by_complaint,
    stop_by_reply,
    three_steps,
    wait_step,
)

from vivier.casework import enrolment_acts, merging, stops, sweep
from vivier.hiring import applications
from vivier.kernel.metering import metered
from vivier.mail import outbox
from vivier.mail.model import State
from vivier.mail.store import MessageItem
from vivier.people import service as people
from vivier.people import store as records
from vivier.sequences import service
from vivier.sequences.model import EnrolmentState, StopReason
from vivier.storage.table import get
from vivier.storage.transaction import Transaction

pytestmark = pytest.mark.usefixtures("cloud", "true_counts")
DAY, WEEK = timedelta(days=1), timedelta(days=7)


def stop_by_hand(one: str, clock: Clockwork) -> None:
    enrolment_acts.act(actor(), one, clock.sequence.id, "remove", clock.now)


def stop_by_merge(one: str, clock: Clockwork) -> None:
    merging.merge(actor(), person(), one, clock.now)


STOPS = [stop_by_hand, stop_by_reply, stop_by_complaint, stop_by_merge]
WHEN = ["before due", "between due and send", "at the claim"]
SOON = {(stop_by_merge, WHEN[0]), (stop_by_complaint, WHEN[1]), (stop_by_reply, WHEN[2])}
EVERYWHERE = [
    pytest.param(stop, when, marks=[] if (stop, when) in SOON else [pytest.mark.soak])
    for stop in STOPS
    for when in WHEN
]


@pytest.mark.parametrize(("stop", "boundary"), EVERYWHERE)
def test_what_stops_a_sequence_stops_the_mail_at_every_boundary(stop: object, boundary: str) -> None:
    assert callable(stop)
    one = person()
    clock = enrolled(three_steps(), one)
    key = None
    if boundary == "before due":
        stop(one, clock)
        assert clock.wake(one, seconds=10).next == "done"
    else:
        key = clock.wake(one, seconds=10).message_key
        stop(one, clock)
        if boundary == "at the claim":  # a sender that read the message before the stop
            _as_if_pending(key)
        outbox.send(WORKSPACE, key or "", clock.now)
        assert message(key).state == State.cancelled

    sweep.sweep(clock.now + DAY)

    assert clock.of(one).state in (EnrolmentState.stopped, EnrolmentState.removed)
    assert sent_by_sequences() == []


def _as_if_pending(key: str | None) -> None:
    row = get(MessageItem, MessageItem.key(WORKSPACE, key or ""), consistent=True)
    transaction = Transaction()
    transaction.save(row.now(WORKSPACE, row.read().model_copy(update={"state": State.pending, "reason": None})))
    transaction.commit()


def test_a_lasting_bounce_stops_and_a_passing_one_does_not() -> None:
    one = person()
    clock = enrolled(three_steps(), one)
    clock.run(one, until=NOW + timedelta(minutes=1))
    key = clock.of(one).done[0].message_key or ""

    def bounce(kind: str, number: int) -> None:
        at = clock.now + timedelta(minutes=number)
        outbox.record_ses_event(WORKSPACE, key, "Bounce", f"b-{number}", at, {"type": kind}, also=stops.on_delivery)

    bounce("Transient", 1)
    passing = clock.of(one).state
    bounce("Permanent", 2)

    assert (passing, clock.of(one).state, clock.of(one).reason) == ("active", "stopped", "bounce")
    assert "sequence_stopped" in kinds(one)


def test_a_bounce_that_is_told_again_does_not_stop_who_was_enrolled_since() -> None:
    one = person()
    clock = enrolled(three_steps(), one)
    clock.run(one, until=NOW + timedelta(minutes=1))
    key = clock.of(one).done[0].message_key or ""
    later = NOW + DAY
    enrolment_acts.act(actor(), one, clock.sequence.id, "restart", later)

    outbox.record_ses_event(
        WORKSPACE, key, "Complaint", "late", NOW + timedelta(minutes=2), {"type": "x"}, also=stops.on_delivery
    )

    assert clock.of(one).state == EnrolmentState.active


@pytest.mark.parametrize("act", ["pause", "remove", "skip", "restart"])
def test_a_mail_that_is_taken_out_of_the_outbox_is_said_not_to_leave(act: enrolment_acts.Act) -> None:
    one = person()
    clock = enrolled(three_steps(), one)
    key = clock.wake(one, seconds=10).message_key

    enrolment_acts.act(actor(), one, clock.sequence.id, act, clock.now)

    (said,) = [e for e in people.open_candidate(actor(), one).events if e.kind == "mail_cancelled"]
    assert (said.data["message"], said.cause, said.actor.name) == (key, "stopped", actor().name)


def test_who_is_in_a_sequence_that_is_paused_is_shown_as_waiting_for_it() -> None:
    one = person()
    clock = enrolled(three_steps(), one)
    before = enrolment_acts.of_person(actor(), one)

    service.turn(actor(), clock.sequence.id, "pause", NOW)
    with metered() as used:
        after = enrolment_acts.of_person(actor(), one)

    assert ([s.halted for s in before], [s.halted for s in after]) == ([False], [True])
    assert used.calls["dynamodb.BatchGetItem"] == 2


@pytest.mark.parametrize("of_the_job", [True, False])
def test_another_stage_stops_the_sequence_of_the_job_or_of_none_and_undoing_the_move_goes_on(of_the_job: bool) -> None:
    about = job()
    one = candidate_in(about, kind="new")
    made = published(None, mail_step(), wait_step(days=2), mail_step("Deux"), job_id=about.id if of_the_job else None)
    clock = enrolled(made, one)
    key = clock.wake(one, seconds=10).message_key

    applications.move(actor(), about.id, one, stage(about, "contact").id, clock.now)
    outbox.send(WORKSPACE, key or "", clock.now)
    sweep.sweep(clock.now + timedelta(minutes=1))
    stopped = clock.of(one)
    undo_move(about.id, one, clock.now + timedelta(minutes=2))
    sweep.sweep(clock.now + timedelta(minutes=3))

    assert message(key).state == State.cancelled
    because = None if of_the_job else about.id
    assert (stopped.state, stopped.reason, stopped.because) == ("stopped", "stage_changed", because)
    assert clock.of(one).state == EnrolmentState.active
    after = clock.run(one, until=clock.now + WEEK)
    assert after.state == EnrolmentState.finished
    assert len(sent_by_sequences()) == 2


def test_a_move_of_who_is_in_no_sequence_costs_what_it_did() -> None:
    about = job()
    one = candidate_in(about, kind="new")

    with metered() as calls:
        applications.move(actor(), about.id, one, stage(about, "contact").id, NOW)

    assert calls.calls == {"dynamodb.GetItem": 1, "dynamodb.BatchGetItem": 1, "dynamodb.TransactWriteItems": 1}


def test_a_move_in_one_job_stands_when_one_in_another_is_undone_before_anybody_answered_it() -> None:
    first, second = job(), job()
    one = candidate_in(first, kind="new")
    applications.add(actor(), second.id, one, NOW)
    clock = enrolled(published(None, mail_step()), one)

    for about in (first, second):
        applications.move(actor(), about.id, one, stage(about, "contact").id, NOW)
    undo_move(second.id, one, NOW)

    assert clock.wake(one, seconds=10).next == "done"
    assert (clock.of(one).state, clock.of(one).because) == ("stopped", first.id)


def test_a_move_that_is_undone_before_anybody_answered_it_stops_nothing() -> None:
    about = job()
    one = candidate_in(about, kind="new")
    clock = enrolled(published(None, mail_step()), one)

    applications.move(actor(), about.id, one, stage(about, "contact").id, NOW)
    undo_move(about.id, one, NOW)
    sweep.sweep(clock.now + timedelta(minutes=1))

    assert clock.run(one, until=NOW + DAY).state == EnrolmentState.finished
    assert len(sent_by_sequences()) == 1


def test_no_stage_stops_a_sequence_about_no_job_that_says_so() -> None:
    about = job()
    one = candidate_in(about, kind="new")
    clock = enrolled(published(None, mail_step(), stop_on_stage_change=False), one)

    applications.move(actor(), about.id, one, stage(about, "contact").id, NOW)

    assert clock.run(one, until=NOW + DAY).state == EnrolmentState.finished


def test_being_put_into_a_job_is_no_other_stage_and_who_is_sent_on_by_hand_goes_on_until_the_next() -> None:
    about = job()
    one = person()
    clock = enrolled(published(None, mail_step(), wait_step(days=2), mail_step("Deux")), one)
    applications.add(actor(), about.id, one, NOW)
    put_in = clock.run(one, until=NOW + DAY)

    applications.move(actor(), about.id, one, stage(about, "contact").id, clock.now)
    sweep.sweep(clock.now)
    stopped = clock.of(one)
    enrolment_acts.act(actor(), one, clock.sequence.id, "resume", clock.now)
    resumed = clock.of(one)
    applications.move(actor(), about.id, one, stage(about, "interview").id, clock.now)
    sweep.sweep(clock.now)

    assert [e.state for e in (put_in, stopped, resumed, clock.of(one))] == ["active", "stopped", "active", "stopped"]


def test_who_was_stopped_by_an_answer_is_not_told_of_moves_for_ever() -> None:
    about = job()
    one = candidate_in(about, kind="new")
    clock = enrolled(published(None, mail_step()), one)
    transaction = Transaction()
    stops.everything(transaction, WORKSPACE, [one], StopReason.reply, NOW)
    transaction.commit()

    applications.move(actor(), about.id, one, stage(about, "contact").id, NOW)
    sweep.sweep(NOW)
    with metered() as calls:
        applications.move(actor(), about.id, one, stage(about, "interview").id, NOW)

    assert clock.of(one).reason == "reply"
    assert calls.calls == {"dynamodb.GetItem": 1, "dynamodb.BatchGetItem": 1, "dynamodb.TransactWriteItems": 1}
    assert applications.standing(WORKSPACE, about.id, one).watching == set()


def test_everyone_of_a_page_is_watched_in_the_transactions_that_enrol_them() -> None:
    people_ = [person() for _ in range(30)]
    about = job()
    for one in people_:
        applications.add(actor(), about.id, one, NOW)

    clock = enrolled(published(None, mail_step()), *people_)

    assert {len(applications.standing(WORKSPACE, about.id, one).watching) for one in people_} == {1}
    assert clock.of(people_[-1]).live


def test_who_is_moved_on_is_not_sent_on_by_a_wake_that_comes_before_the_sweep() -> None:
    about = job()
    one = candidate_in(about, kind="new")
    clock = enrolled(published(None, mail_step(), job_id=about.id), one)

    applications.move(actor(), about.id, one, stage(about, "contact").id, NOW)

    assert clock.wake(one, seconds=10).next == "done"
    assert clock.of(one).reason == "stage_changed"


def test_who_is_erased_between_due_and_send_gets_nothing_and_nothing_brings_their_timeline_back() -> None:
    one = person()
    clock = enrolled(three_steps(), one)
    key = clock.wake(one, seconds=10).message_key
    record = records.load(WORKSPACE, one)
    told = len([r for r in truth.rows() if isinstance(r, records.EventItem)])

    record.delete()  # what an erasure will do first; there is no act of it yet
    outbox.send(WORKSPACE, key or "", clock.now)
    after = clock.run(one, until=NOW + WEEK)

    assert message(key).state != State.sent
    assert (after.state, after.reason) == ("stopped", "erased")
    assert len([r for r in truth.rows() if isinstance(r, records.EventItem)]) == told


def test_merging_ends_what_the_absorbed_record_was_in_and_undoing_it_goes_on() -> None:
    one, other = person(), person()
    clock = enrolled(three_steps(), one)

    merging.merge(actor(), other, one, NOW)
    merged = clock.of(one)
    merging.unmerge(actor(), other, one, NOW)

    assert (merged.state, merged.reason, merged.because) == ("stopped", "merged", other)
    assert clock.of(one).state == EnrolmentState.active
