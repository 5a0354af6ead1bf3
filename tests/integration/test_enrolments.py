"""People in a sequence: what comes up when, what holds it, and that nothing happens twice."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.factories import NOW, WORKSPACE, actor, colleague
from tests.hiring import person
from tests.sequences import (
    enrolled,
    kinds,
    mail_step,
    message,
    published,
    subjects,
    task_step,
    three_steps,
    wait_step,
)
from tests.unasked import found, rule

from vivier.casework import enrolment_acts, enrolments, foreseeing, sequence_sweep, stops, sweep
from vivier.casework.foreseeing import Whom
from vivier.kernel.clock import iso
from vivier.kernel.errors import Conflict, VersionStale
from vivier.kernel.metering import metered
from vivier.mail import outbox, settling
from vivier.mail.model import State
from vivier.people import service as people
from vivier.people.editing import Edit
from vivier.sequences import service, store
from vivier.sequences.model import EnrolmentState
from vivier.tasks import store as tasks

pytestmark = pytest.mark.usefixtures("cloud", "true_counts")
DAY, WEEK = timedelta(days=1), timedelta(days=7)


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

    got = {who: subjects(clock, who) for who in (one, tagged)}

    assert got == {one: ["Tous", "Pas VIP", "Sans réponse"], tagged: ["Tous", "VIP", "Sans réponse"]}
    assert kinds(one).count("sequence_step_skipped") == 2


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


def test_a_mail_that_a_limit_holds_back_leaves_at_an_hour_of_its_sequence() -> None:
    rule(cap=1)
    one, other = found(1), found(2)
    made = published(None, mail_step(), days=[1, 3], from_hour=10, to_hour=12)
    thursday = datetime(2026, 11, 26, 9, tzinfo=UTC)  # ten o'clock in Paris
    (_, seen) = foreseeing.preflight(actor(), made.id, Whom(candidate_ids=[one, other]), NOW).people

    clock = enrolled(made, one, other)
    for someone in (one, other):
        clock.run(someone, until=NOW + timedelta(minutes=1))
    clock.run(other, until=NOW + WEEK)

    assert [(p.at, p.moved_by) for p in seen.plan] == [(thursday, ["warm_up", "own_hours"])]
    assert [d.at for d in clock.of(other).done] == [thursday]


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
