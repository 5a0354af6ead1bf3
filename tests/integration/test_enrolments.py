"""People in a sequence: what comes up when, what stops it at every boundary, and that nothing happens twice."""

from datetime import UTC, datetime, timedelta

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor, arrive, colleague, profile
from tests.hiring import candidate_in, job, person, stage
from tests.sequences import Clockwork, check, enrolled, mail_step, published, task_step, text, wait_step
from tests.unasked import found, rule

from vivier.casework import (
    dry_runs,
    enrolling,
    enrolment_acts,
    enrolments,
    foreseeing,
    merging,
    sequence_sweep,
    stops,
    sweep,
)
from vivier.casework.enrolling import Enrolling
from vivier.casework.foreseeing import Whom
from vivier.hiring import applications
from vivier.hiring import store as hiring
from vivier.kernel.clock import iso
from vivier.kernel.errors import Conflict, VersionStale
from vivier.kernel.ids import new_id, sort_key
from vivier.kernel.metering import metered
from vivier.mail import outbox, settling
from vivier.mail.model import Message, State
from vivier.mail.pressed import Press, PressItem
from vivier.mail.store import MessageItem
from vivier.people import service as people
from vivier.people import store as records
from vivier.people.editing import Edit
from vivier.people.search import PeopleQuery
from vivier.sequences import service, store
from vivier.sequences.model import EnrolmentState, Sequence, StopReason
from vivier.sequences.service import Publishing
from vivier.storage.table import get, put_once
from vivier.storage.transaction import Transaction
from vivier.tasks import store as tasks

pytestmark = pytest.mark.usefixtures("cloud")
DAY, WEEK = timedelta(days=1), timedelta(days=7)


@pytest.fixture(autouse=True)
def true_counts(cloud: None) -> object:
    """After every test: number = list, for every state of every sequence."""
    yield
    check()


def message(key: str | None) -> Message:
    return get(MessageItem, MessageItem.key(WORKSPACE, key or ""), consistent=True).read()


def kinds(candidate_id: str) -> list[str]:
    return [e.kind for e in reversed(people.open_candidate(actor(), candidate_id).events)]


def sent_by_sequences() -> list[str]:
    held = [r.read() for r in truth.rows() if isinstance(r, MessageItem)]
    return [m.subject for m in held if m.template == "sequence" and m.state != State.cancelled]


def three_steps() -> Sequence:
    return published(None, mail_step("Un"), wait_step(days=2), mail_step("Deux"), wait_step(days=3), mail_step("Trois"))


def wanted(*ids: str, **more: object) -> Enrolling:
    return Enrolling.model_validate({"candidate_ids": list(ids), "key": sort_key(new_id("key")), **more})


def test_each_mail_leaves_once_when_the_preflight_said_and_then_it_is_over() -> None:
    one, made = person(), three_steps()
    (foreseen,) = foreseeing.preflight(actor(), made.id, Whom(candidate_ids=[one]), NOW).people
    clock = enrolled(made, one)

    e = clock.run(one, until=NOW + 5 * WEEK)

    assert e.state == EnrolmentState.finished
    assert foreseen.plan[2].moved_by  # two mails a week are enough
    sent = [message(d.message_key) for d in e.done]
    assert [m.subject for m in sent] == [p.subject for p in foreseen.plan] == ["Un", "Deux", "Trois"]
    assert [m.settled_at for m in sent] == [p.at for p in foreseen.plan]
    assert kinds(one).count("mail_sent") == 3
    assert kinds(one)[-1] == "sequence_finished"


def test_a_wake_takes_two_reads_and_one_transaction_and_sends_one_mail() -> None:
    one = person()
    clock = enrolled(three_steps(), one)
    clock.now += timedelta(seconds=10)

    with metered() as calls:
        woken = clock.wake(one)

    assert woken.next == "send"
    assert calls.calls == {"dynamodb.GetItem": 1, "dynamodb.BatchGetItem": 1, "dynamodb.TransactWriteItems": 1}


def test_wakes_that_come_twice_early_or_late_send_nothing_twice() -> None:
    one = person()
    clock = enrolled(three_steps(), one)

    assert clock.wake(one).next == "wait"
    first = clock.wake(one, seconds=10)
    again = clock.wake(one)
    states = [outbox.send(WORKSPACE, first.message_key or "", clock.now) for _ in range(2)]
    after = [clock.wake(one).next for _ in range(2)]

    assert (first.next, again.next, first.message_key) == ("send", "send", again.message_key)
    assert states == [State.sent, State.sent]
    assert after == ["done", "done"]  # two days are the sweep's to remember
    assert kinds(one).count("mail_queued") == 1 + 1  # the answer to the application, and this


def test_who_was_told_that_the_mail_waits_for_its_turn_asks_again_in_a_minute() -> None:
    """Asking at once, five thousand executions would spin as long as SES's line is full."""
    one = person()
    clock = enrolled(three_steps(), one)
    key = clock.wake(one, seconds=10).message_key

    waits = enrolments.wake(WORKSPACE, one, clock.sequence.id, clock.now, epoch=0, asked=True)
    early = enrolments.wake(WORKSPACE, one, clock.sequence.id, clock.now, epoch=0)
    outbox.send(WORKSPACE, key or "", clock.now)
    goes_on = clock.wake(one, minutes=1)

    assert (waits.next, waits.wake_at) == ("wait", iso(clock.now))
    assert early == waits
    assert (goes_on.next, len(clock.of(one).done)) == ("done", 1)


def test_an_execution_of_an_epoch_that_is_over_does_nothing() -> None:
    one = person()
    clock = enrolled(three_steps(), one)
    enrolment_acts.act(actor(), one, clock.sequence.id, "pause", NOW)
    e = clock.of(enrolment_acts.act(actor(), one, clock.sequence.id, "resume", NOW).enrolment.candidate_id)

    late = enrolments.wake(WORKSPACE, one, clock.sequence.id, NOW + DAY, epoch=0)

    assert late.next == "done"
    assert clock.of(one) == e


def test_everyone_of_a_lost_execution_is_woken_by_the_sweep() -> None:
    one = person()
    clock = enrolled(three_steps(), one)

    asleep = store.asleep(WORKSPACE, NOW + DAY)
    late = store.overdue(WORKSPACE, NOW + timedelta(minutes=2))

    assert asleep == []
    assert [store.read(row).candidate_id for row in late] == [one]
    clock.run(one, until=NOW + timedelta(minutes=2))
    assert store.overdue(WORKSPACE, NOW + DAY) == []
    assert [store.read(r).candidate_id for r in store.asleep(WORKSPACE, NOW + WEEK)] == [one]


def test_the_sweep_arms_who_is_due_within_a_day() -> None:
    one = person()
    clock = enrolled(three_steps(), one)
    clock.run(one, until=NOW + timedelta(hours=1))

    sweep.sweep(NOW + timedelta(hours=2))
    before = store.asleep(WORKSPACE, NOW + WEEK)
    sweep.sweep(NOW + timedelta(days=1, hours=2))

    assert len(before) == 1
    assert store.asleep(WORKSPACE, NOW + WEEK) == []
    assert len(store.overdue(WORKSPACE, NOW + WEEK)) == 1


def stop_by_hand(one: str, clock: Clockwork) -> None:
    enrolment_acts.act(actor(), one, clock.sequence.id, "remove", clock.now)


def stop_by_reply(one: str, clock: Clockwork) -> None:
    transaction = Transaction()
    stops.everything(transaction, WORKSPACE, [one], StopReason.reply, clock.now, because="rcv_1")
    transaction.commit()


def stop_by_complaint(one: str, clock: Clockwork) -> None:
    other = next(e for e in reversed(people.open_candidate(actor(), one).events) if e.kind == "mail_queued")
    outbox.record_ses_event(
        WORKSPACE, other.data["message"], "Complaint", "c-1", clock.now, {"type": "abuse"}, also=stops.on_delivery
    )


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
    _undo(about.id, one, clock.now + timedelta(minutes=2))
    sweep.sweep(clock.now + timedelta(minutes=3))

    assert message(key).state == State.cancelled
    because = None if of_the_job else about.id
    assert (stopped.state, stopped.reason, stopped.because) == ("stopped", "stage_changed", because)
    assert clock.of(one).state == EnrolmentState.active
    after = clock.run(one, until=clock.now + WEEK)
    assert after.state == EnrolmentState.finished
    assert len(sent_by_sequences()) == 2


def _undo(job_id: str, candidate_id: str, now: datetime) -> None:
    here = applications.standing(WORKSPACE, job_id, candidate_id)
    after, _ = applications.back(here, now, restore_time=True)
    transaction = Transaction()
    applications.unshift(transaction, actor(), here, after, now, more=[])
    transaction.commit()


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
    _undo(second.id, one, NOW)

    assert clock.wake(one, seconds=10).next == "done"
    assert (clock.of(one).state, clock.of(one).because) == ("stopped", first.id)


def test_a_move_that_is_undone_before_anybody_answered_it_stops_nothing() -> None:
    about = job()
    one = candidate_in(about, kind="new")
    clock = enrolled(published(None, mail_step()), one)

    applications.move(actor(), about.id, one, stage(about, "contact").id, NOW)
    _undo(about.id, one, NOW)
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


def test_mails_wait_for_their_hours_even_when_the_wake_comes_late() -> None:
    one = person()
    made = published(None, mail_step(), days=[0, 1, 2, 3, 4], from_hour=9, to_hour=18, zone="Europe/Paris")
    clock = enrolled(made, one, now=NOW)
    night = NOW.replace(hour=22)

    clock.now = night
    woken = clock.wake(one)

    assert woken.next == "wait"
    assert woken.wake_at == "2026-11-25T08:00:00.000Z"


def test_conditions_are_looked_at_when_the_step_comes_up() -> None:
    one, tagged = person(), person()
    people.edit(actor(), tagged, 1, Edit.model_validate({"tags": ["vip"]}), NOW)
    made = published(
        None,
        mail_step("Tous"),
        mail_step("VIP", only_if={"about": "tag", "value": "vip"}),
        mail_step("Pas VIP", only_if={"about": "tag", "value": "vip", "holds": False}),
        mail_step("Cliqué", only_if={"about": "clicked"}),
        mail_step("Sans réponse", only_if={"about": "replied", "holds": False}),
    )
    clock = enrolled(made, one, tagged)

    got = {who: _subjects(clock, who) for who in (one, tagged)}

    assert got == {one: ["Tous", "Pas VIP", "Sans réponse"], tagged: ["Tous", "VIP", "Sans réponse"]}
    assert kinds(one).count("sequence_step_skipped") == 2


def _subjects(clock: Clockwork, who: str) -> list[str]:
    e = clock.run(who, until=clock.now + 5 * WEEK)
    return [message(d.message_key).subject for d in e.done if d.message_key]


def test_a_task_is_given_to_who_enrolled_and_to_who_published_when_they_have_left() -> None:
    publisher, enroller = colleague("Camille Aubry").actor(), colleague("Yann Le Bris").actor()
    made = published(publisher, task_step("Appeler", due_in_days=3))
    one, other = person(), person()
    nobody = enroller.model_copy(update={"id": f"mem_{'9' * 26}"})
    clock = enrolled(made, one, by=enroller)
    enrolled(made, other, by=nobody)

    for who in (one, other):
        assert clock.run(who, until=NOW + timedelta(minutes=1)).state == EnrolmentState.finished

    assert [t.read().title for t in tasks.of_member(WORKSPACE, enroller.id)] == ["Appeler"]
    assert [t.read().candidate_id for t in tasks.of_member(WORKSPACE, publisher.id)] == [other]


def test_a_mail_of_unknown_fate_holds_its_person_and_is_not_sent_again() -> None:
    one = person()
    clock = enrolled(three_steps(), one)
    key = clock.wake(one, seconds=10).message_key
    _settled(key, State.unknown)

    waits = clock.wake(one)
    sweep.sweep(clock.now + timedelta(hours=3))
    held = clock.of(one)
    outbox.record_ses_event(WORKSPACE, key or "", "Send", "s-1", clock.now, {}, ses_id="1", also=stops.on_delivery)

    assert waits.next == "wait"
    assert (held.state, held.waiting, held.message_key) == ("active", "unsure", key)
    assert clock.run(one, until=NOW + WEEK).state == EnrolmentState.finished


def _settled(key: str | None, state: State) -> None:
    settling.settle(WORKSPACE, key or "", state, NOW, reason="no answer")


def test_a_refused_mail_waits_for_a_human_who_may_skip_it() -> None:
    one = person()
    clock = enrolled(three_steps(), one)
    key = clock.wake(one, seconds=10).message_key
    _settled(key, State.refused)
    clock.wake(one)
    held = clock.of(one)

    enrolment_acts.act(actor(), one, clock.sequence.id, "skip", clock.now)
    enrolment_acts.act(actor(), one, clock.sequence.id, "resume", clock.now)
    e = clock.run(one, until=NOW + WEEK + DAY)

    assert (held.state, held.reason) == ("paused", "refused")
    assert [d.skipped for d in e.done] == ["by_hand", None, None]


@pytest.mark.parametrize("what", ["skip", "restart"])
def test_what_is_asked_again_after_a_lost_answer_is_not_done_to_the_step_after_it(what: enrolment_acts.Act) -> None:
    one = person()
    clock = enrolled(three_steps(), one)
    seen = clock.of(one).epoch
    done = enrolment_acts.act(actor(), one, clock.sequence.id, what, clock.now, seen).enrolment

    with pytest.raises(VersionStale):
        enrolment_acts.act(actor(), one, clock.sequence.id, what, clock.now, seen)

    after = clock.of(one)
    assert (after.position, after.epoch, len(after.done)) == (done.position, done.epoch, len(done.done))


def test_a_merge_field_without_a_value_holds_the_mail_and_says_which() -> None:
    step = mail_step(words={"fr": {"subject": "Pour {{ job.title }}", "body": "x"}})
    made = published(None, step)
    seen = foreseeing.preflight(actor(), made.id, Whom(candidate_ids=[person()]), NOW)

    assert [(p.excluded, p.missing) for p in seen.people] == [("missing_fields", ["job.title"])]


def test_everybodys_first_mail_takes_of_the_days_limit_before_anybodys_second() -> None:
    rule(cap=3)
    made = published(None, mail_step("Un"), wait_step(minutes=5), mail_step("Deux"))
    people = [found(n) for n in range(1, 5)]

    seen = foreseeing.preflight(actor(), made.id, Whom(candidate_ids=people), NOW).people

    later = [[step.moved_by for step in one.plan] for one in seen]
    assert later == [[[], ["warm_up"]]] * 3 + [[["warm_up"], ["warm_up"]]]


def test_a_mail_that_a_limit_holds_back_says_which_and_until_when() -> None:
    rule(cap=1)
    one, other = found(1), found(2)
    clock = enrolled(published(None, mail_step()), one, other)
    for someone in (one, other):
        clock.run(someone, until=NOW + timedelta(minutes=1))

    with metered() as calls:
        listed = enrolment_acts.listed(actor(), clock.sequence.id, EnrolmentState.active, None).enrolments

    assert [(s.enrolment.candidate_id, s.held_by, s.leaves_at) for s in listed] == [
        (other, "warm_up", datetime(2026, 11, 24, 23, tzinfo=UTC))
    ]
    assert calls.calls["dynamodb.BatchGetItem"] == 4


def test_pausing_keeps_what_is_due_and_resuming_keeps_its_day() -> None:
    one = person()
    clock = enrolled(three_steps(), one)
    clock.run(one, until=NOW + timedelta(minutes=1))
    due = clock.of(one).wake_at

    enrolment_acts.act(actor(), one, clock.sequence.id, "pause", clock.now)
    sweep.sweep(NOW + timedelta(hours=3))
    seen = enrolment_acts.act(actor(), one, clock.sequence.id, "resume", NOW + timedelta(hours=4))

    assert seen.enrolment.wake_at == due
    assert (seen.number, seen.steps) == (2, 3)


def test_a_mail_that_waits_is_sent_once_after_pause_and_resume() -> None:
    one = person()
    clock = enrolled(three_steps(), one)
    first = clock.wake(one, seconds=10).message_key
    enrolment_acts.act(actor(), one, clock.sequence.id, "pause", clock.now)
    enrolment_acts.act(actor(), one, clock.sequence.id, "resume", clock.now)

    clock.run(one, until=clock.now + timedelta(hours=1))

    assert message(first).state == State.cancelled
    assert kinds(one).count("mail_sent") == 1


def test_a_mail_that_left_before_the_pause_is_not_sent_again() -> None:
    one = person()
    clock = enrolled(three_steps(), one)
    key = clock.wake(one, seconds=10).message_key
    outbox.send(WORKSPACE, key or "", clock.now)
    enrolment_acts.act(actor(), one, clock.sequence.id, "pause", clock.now)
    enrolment_acts.act(actor(), one, clock.sequence.id, "resume", clock.now)

    e = clock.run(one, until=clock.now + timedelta(hours=1))

    assert [d.message_key for d in e.done] == [key]
    assert kinds(one).count("mail_sent") == 1


def test_acts_that_cannot_be_done_say_so() -> None:
    one = person()
    clock = enrolled(published(None, mail_step()), one)
    clock.run(one, until=NOW + DAY)

    for what in ("pause", "skip", "move", "remove"):
        with pytest.raises(Conflict):
            enrolment_acts.act(actor(), one, clock.sequence.id, what, clock.now)
    again = enrolment_acts.act(actor(), one, clock.sequence.id, "restart", clock.now)

    assert again.enrolment.state == EnrolmentState.active
    assert again.enrolment.done == []


def test_a_paused_sequence_holds_everyone_and_lets_them_go_on() -> None:
    one = person()
    clock = enrolled(three_steps(), one)
    key = clock.wake(one, seconds=10).message_key
    service.turn(actor(), clock.sequence.id, "pause", clock.now)
    outbox.send(WORKSPACE, key or "", clock.now)
    sweep.sweep(clock.now + timedelta(minutes=2))
    clock.wake(one)
    held = clock.of(one)

    service.turn(actor(), clock.sequence.id, "resume", clock.now + DAY)
    sweep.sweep(clock.now + DAY)
    clock.now += DAY
    clock.run(one, until=clock.now + timedelta(minutes=1))
    sweep.sweep(clock.now + sequence_sweep.LINGERS)

    assert message(key).state == State.cancelled
    assert held.waiting == "sequence"
    assert service.opened(actor(), clock.sequence.id)[0].works == []
    assert len(clock.of(one).done) == 1


def test_people_in_flight_stay_on_their_version_or_are_moved() -> None:
    one, other = person(), person()
    first, second = mail_step("Un"), mail_step("Deux")
    made = published(None, first, wait_step(days=1), second)
    clock = enrolled(made, one)
    clock.run(one, until=NOW + timedelta(minutes=1))
    version = _republished(made, "stay", first, wait_step(days=1), mail_step("Autre"))
    stays = clock.of(one).version
    enrolled(made, other)

    moved = enrolment_acts.act(actor(), one, made.id, "move", clock.now)
    _republished(made, "move", first, wait_step(days=1), mail_step("Dernier"), seen=version)
    sequence_sweep.go_on(WORKSPACE, made.id, clock.now)

    assert (stays, moved.enrolment.version) == (1, 2)
    assert (clock.of(one).version, clock.of(other).version) == (3, 3)
    assert _subjects(clock, one)[:1] == ["Un"]
    assert [message(d.message_key).subject for d in clock.run(one, until=NOW + WEEK).done] == ["Un", "Dernier"]


def test_who_is_moved_while_their_mail_waits_for_the_next_day_waits_for_its_time_again() -> None:
    rule(cap=1)
    made = published(None, mail_step("Un"))
    one, other = found(1), found(2)
    clock = enrolled(made, one, other)
    for someone in (one, other):
        clock.run(someone, until=NOW + timedelta(minutes=1))
    held = clock.of(other)
    step = made.steps[0].model_copy(update={"send_as": "enroller"})

    _republished(made, "move", step)
    sequence_sweep.go_on(WORKSPACE, made.id, clock.now)

    moved = clock.of(other)
    assert (held.waiting, held.message_key is None) == ("sending", False)
    assert (moved.version, moved.waiting, moved.message_key, moved.wake_at) == (2, "time", None, held.wake_at)
    assert clock.run(other, until=NOW + 2 * DAY).state == "finished"


def test_who_was_in_it_before_and_wants_no_more_mails_is_left_out_for_that() -> None:
    one, other = person(), person()
    clock = enrolled(published(None, mail_step()), one, other)
    for someone in (one, other):
        clock.run(someone, until=NOW + timedelta(minutes=1))
    stop_by_complaint(one, clock)

    seen = foreseeing.preflight(actor(), clock.sequence.id, Whom(candidate_ids=[one, other]), clock.now).people

    assert [s.excluded for s in seen] == ["complained", "enrolled_before"]


def _republished(made: Sequence, in_flight: str, *steps: object, seen: int = 2) -> int:
    text = made.text.model_copy(update={"steps": list(steps)})
    _, version = service.change(actor(), made.id, text, seen, NOW)
    how = Publishing.model_validate({"in_flight": in_flight})
    return service.publish(actor(), made.id, how, version, NOW)[1]


def test_who_is_left_out_is_named_with_the_reason() -> None:
    about = job()
    made = published(None, mail_step(), job_id=about.id)
    here, elsewhere, done = candidate_in(about), person(), candidate_in(about)
    nameless = arrive(profile("Sans Adresse", None)).intake_id.replace("int_", "can_")
    nobody = new_id("can")
    clock = enrolled(made, done)
    enrolment_acts.act(actor(), done, made.id, "remove", NOW)

    seen = foreseeing.preflight(actor(), made.id, Whom(candidate_ids=[here, elsewhere, done, nameless, nobody]), NOW)

    assert {p.candidate_id: p.excluded for p in seen.people} == {
        here: None, elsewhere: "not_in_job", done: "enrolled_before", nameless: "not_in_job", nobody: "unknown",
    }  # fmt: skip
    assert (seen.enrolled, seen.excluded) == (1, {"not_in_job": 2, "enrolled_before": 1, "unknown": 1})
    assert clock.of(done).state == EnrolmentState.removed


def test_a_request_that_is_repeated_enrols_nobody_twice() -> None:
    ones, made = [person() for _ in range(15)], three_steps()
    asked = wanted(*ones)

    first = enrolling.enrol(actor(), made.id, asked, NOW)
    second = enrolling.enrol(actor(), made.id, asked, NOW + timedelta(seconds=3))
    other = enrolling.enrol(actor(), made.id, wanted(*ones), NOW)

    assert {p.candidate_id: p.first_at for p in first.enrolled} == {p.candidate_id: p.first_at for p in second.enrolled}
    assert [p.excluded for p in other.excluded] == ["enrolled"] * 15
    assert service.opened(actor(), made.id)[2].active == 15


def test_a_filter_enrols_whom_it_finds() -> None:
    ones, made = {person() for _ in range(3)}, three_steps()
    asked = Enrolling(filter=PeopleQuery(relation="applied"), key=sort_key(new_id("key")))

    done = enrolling.enrol(actor(), made.id, asked, NOW)

    assert ({p.candidate_id for p in done.enrolled}, done.cursor) == (ones, None)


def test_enrolments_are_listed_in_pages_by_state() -> None:
    ones, made = [person() for _ in range(4)], three_steps()
    enrolled(made, *ones)
    enrolment_acts.act(actor(), ones[0], made.id, "pause", NOW)

    everyone = enrolment_acts.listed(actor(), made.id, None, None)
    paused = enrolment_acts.listed(actor(), made.id, EnrolmentState.paused, None)

    assert [e.enrolment.state for e in everyone.enrolments] == ["active"] * 3 + ["paused"]
    assert [e.enrolment.candidate_id for e in paused.enrolments] == [ones[0]]
    assert (paused.counts.active, paused.counts.paused) == (3, 1)
    assert all(e.name for e in everyone.enrolments)


def test_each_step_counts_whom_it_concerns_and_names_them() -> None:
    linked = {"fr": {"subject": "Un", "body": "{{ greeting }}, [voir](https://halage.example/poste)"}}
    first, last = mail_step(words=linked), mail_step("Deux", only_if={"about": "clicked"})
    made = published(None, first, wait_step(days=2), last)
    ids = [person(), person(), person()]
    clock = enrolled(made, *ids)
    for one in ids:
        e = clock.run(one, until=NOW + timedelta(hours=1))
    at = clock.now + timedelta(hours=1)
    key = e.done[0].message_key or ""
    put_once(PressItem.of(WORKSPACE, Press(message_key=key, number=0, at=at)))
    for _ in range(2):
        sweep.sweep(at + timedelta(minutes=5))
    stop_by_reply(ids[0], clock)
    stop_by_complaint(ids[1], clock)

    with metered() as calls:
        told = {n.step_id: n for n in service.numbers_of(actor(), made.id)}

    assert calls.calls == {"dynamodb.Query": 1}
    assert told[first.id].model_dump(exclude_defaults=True) == {
        "step_id": first.id, "done": 3, "replied": 1, "clicked": 1,
    }  # fmt: skip
    assert told[last.id].model_dump(exclude_defaults=True) == {"step_id": last.id, "waiting": 1, "stopped": 2}
    for state, expected in ((None, ids[2:]), (EnrolmentState.stopped, ids[:2])):
        listed = enrolment_acts.listed(actor(), made.id, state, None, last.id).enrolments
        assert sorted(s.enrolment.candidate_id for s in listed) == sorted(expected)


def test_who_got_the_mail_of_a_step_is_named_wherever_they_are_now_the_last_first() -> None:
    first, last = mail_step("Un"), mail_step("Deux", only_if={"about": "clicked"})
    made = published(None, first, wait_step(days=2), last)
    ids = [person() for _ in range(3)]
    for minute, one in enumerate(ids):
        clock = enrolled(made, one, now=NOW + timedelta(minutes=minute))
        clock.run(one, until=NOW + timedelta(minutes=minute, seconds=30))
    clock.run(ids[0], until=NOW + 3 * DAY)  # through: nothing was clicked, the second was left out
    enrolment_acts.act(actor(), ids[1], made.id, "remove", clock.now)
    enrolment_acts.act(actor(), ids[2], made.id, "restart", clock.now)
    again = clock.run(ids[2], until=clock.now + 8 * DAY)

    with metered() as calls:
        got = enrolment_acts.who_did(actor(), made.id, first.id, None)

    assert calls.calls == {"dynamodb.BatchGetItem": 3, "dynamodb.Query": 1}
    assert [(s.enrolment.candidate_id, s.enrolment.state.value) for s in got.enrolments] == [
        (ids[2], "finished"), (ids[2], "finished"), (ids[1], "removed"), (ids[0], "finished"),
    ]  # fmt: skip
    assert got.enrolments[0].did_at == again.done[0].at
    assert all(s.name for s in got.enrolments)
    assert enrolment_acts.who_did(actor(), made.id, last.id, None).enrolments == []


def test_who_did_a_step_is_read_in_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enrolment_acts, "PAGE", 2)
    step, by = task_step(), colleague("Yann Le Bris").actor()
    made, ids = published(None, step), [person() for _ in range(5)]
    clock = enrolled(made, *ids, by=by)
    for one in ids:
        clock.run(one, until=NOW + timedelta(minutes=1))
    pages, cursor = [], None
    while True:
        page = enrolment_acts.who_did(actor(), made.id, step.id, cursor)
        pages.append([s.enrolment.candidate_id for s in page.enrolments])
        if (cursor := page.cursor) is None:
            break

    assert sorted(i for page in pages for i in page) == sorted(set(ids))
    assert [len(page) for page in pages] == [2, 2, 1]


def test_a_step_that_is_done_costs_two_units_more_to_say_who_did_it() -> None:
    one = person()
    clock = enrolled(published(None, mail_step(), wait_step(days=2), mail_step()), one)
    key = clock.wake(one, seconds=10).message_key
    outbox.send(WORKSPACE, key or "", clock.now)

    with metered() as calls:
        clock.wake(one)

    assert calls.calls == {"dynamodb.GetItem": 1, "dynamodb.BatchGetItem": 1, "dynamodb.TransactWriteItems": 1}
    assert calls.write_units <= 12


def test_nobody_is_enrolled_in_what_is_not_active() -> None:
    made = three_steps()
    service.turn(actor(), made.id, "pause", NOW)

    with pytest.raises(Conflict):
        enrolling.enrol(actor(), made.id, wanted(person()), NOW)


def test_who_was_chosen_by_hand_did_not_come_from_a_list() -> None:
    several = [person(), person()]
    made = three_steps()

    clock = enrolled(made, *several)
    other = three_steps()
    enrolling.enrol(actor(), other.id, Enrolling(filter=PeopleQuery(), key=sort_key(new_id("key"))), NOW)

    listed = store.enrolment(WORKSPACE, several[0], other.id)
    assert listed
    assert {clock.of(one).via for one in several} == {"hand"}
    assert store.read(listed).via == "list"


def test_an_application_remembers_which_sequences_its_moves_are_told_to() -> None:
    about = job()
    one = candidate_in(about)
    made = published(None, mail_step(), job_id=about.id)

    enrolled(made, one)

    row = hiring.application(WORKSPACE, one, about.id)
    assert row
    assert hiring.read(row).enrolments == [made.id]


def test_a_dry_run_says_what_the_draft_would_have_done_to_who_came() -> None:
    early, late = (person(), person())
    draft, _ = service.create(actor(), text(mail_step("Un"), wait_step(days=2), mail_step("Deux")), NOW)
    asked = {"since": NOW.date(), "until": NOW.date() + 7 * DAY, "entering": {"on": "created"}}

    found = dry_runs.dry_run(actor(), draft.id, dry_runs.DryRunning.model_validate(asked), NOW + 30 * DAY)

    assert {p.candidate_id for p in found.people} == {early, late}
    assert [p.course.ended for p in found.people] == ["finished", "finished"]
    assert (found.mails, found.looked_at, found.cursor) == (4, 2, None)


def test_a_dry_run_looks_at_the_tags_of_then_and_not_of_today() -> None:
    had, has = person(), person()
    for one, version, days, tags in ((had, 1, 0, ["vip"]), (had, 2, 5, []), (has, 1, 5, ["vip"])):
        people.edit(actor(), one, version, Edit.model_validate({"tags": tags}), NOW + days * DAY + timedelta(minutes=1))
    step = mail_step("Deux", only_if={"about": "tag", "value": "vip"})
    draft, _ = service.create(actor(), text(wait_step(days=1), step), NOW)
    asked = {"since": NOW.date(), "until": NOW.date() + 3 * DAY, "entering": {"on": "created"}}

    found = dry_runs.dry_run(actor(), draft.id, dry_runs.DryRunning.model_validate(asked), NOW + 30 * DAY)

    assert {p.candidate_id: (len(p.course.steps), p.tags) for p in found.people} == {had: (1, "then"), has: (0, "then")}


def test_a_dry_run_of_a_stage_begins_when_it_was_entered() -> None:
    about = job()
    moved, stays = candidate_in(about, kind="new"), candidate_in(about, kind="new")
    contact = stage(about, "contact").id
    applications.move(actor(), about.id, moved, contact, NOW + DAY)
    draft, _ = service.create(actor(), text(mail_step("Un"), job_id=about.id), NOW)
    entering = {"on": "stage", "job_id": about.id, "stage_id": contact}
    asked = {"since": NOW.date(), "until": NOW.date() + 7 * DAY, "entering": entering}
    found, cursor = [], None
    for _ in range(len(about.stages)):
        page = dry_runs.DryRunning.model_validate(asked | {"cursor": cursor})
        done = dry_runs.dry_run(actor(), draft.id, page, NOW + 30 * DAY)
        found += done.people
        cursor = done.cursor

    assert cursor is None
    assert [(p.candidate_id, p.entered_at) for p in found] == [(moved, NOW + DAY)]
    assert stays not in {p.candidate_id for p in found}
