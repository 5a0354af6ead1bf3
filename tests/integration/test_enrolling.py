"""Who is enrolled and who is left out, who did what, and what a draft would have done."""

from datetime import timedelta

import pytest
from tests.factories import NOW, WORKSPACE, actor, arrive, colleague, profile
from tests.hiring import candidate_in, job, person, stage
from tests.sequences import (
    enrolled,
    mail_step,
    published,
    stop_by_complaint,
    stop_by_reply,
    task_step,
    text,
    three_steps,
    wait_step,
    wanted,
)
from tests.unasked import rule

from vivier.casework import dry_runs, enrolling, enrolment_acts, foreseeing, sweep
from vivier.casework.enrolling import Enrolling
from vivier.casework.foreseeing import Whom
from vivier.hiring import applications
from vivier.hiring import store as hiring
from vivier.kernel.errors import Conflict
from vivier.kernel.ids import new_id, sort_key
from vivier.kernel.metering import metered
from vivier.mail import outbox
from vivier.mail.deliverability.model import OpenHours
from vivier.mail.pressed import Press, PressItem
from vivier.people import service as people
from vivier.people.editing import Edit
from vivier.people.search import PeopleQuery
from vivier.sequences import service, store
from vivier.sequences.model import EnrolmentState
from vivier.storage.table import put_once

pytestmark = pytest.mark.usefixtures("cloud", "true_counts")
DAY, WEEK = timedelta(days=1), timedelta(days=7)


def test_who_was_in_it_before_and_wants_no_more_mails_is_left_out_for_that() -> None:
    one, other = person(), person()
    clock = enrolled(published(None, mail_step()), one, other)
    for someone in (one, other):
        clock.run(someone, until=NOW + timedelta(minutes=1))
    stop_by_complaint(one, clock)

    seen = foreseeing.preflight(actor(), clock.sequence.id, Whom(candidate_ids=[one, other]), clock.now).people

    assert [s.excluded for s in seen] == ["complained", "enrolled_before"]


def test_where_the_hours_never_meet_those_of_the_workspace_each_mail_is_foreseen_with_that() -> None:
    rule()
    made = published(None, mail_step(), task_step(), days=[5, 6])
    rule(allowed=OpenHours())

    (seen,) = foreseeing.preflight(actor(), made.id, Whom(candidate_ids=[person()]), NOW).people

    assert [step.moved_by[-1:] for step in seen.plan] == [["hours_apart"], []]


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


@pytest.mark.parametrize("named", [True, False])
def test_more_people_than_a_request_has_time_for_are_enrolled_some_at_a_time(named: bool) -> None:
    ones, made = [person() for _ in range(enrolling.MOST + 2)], three_steps()
    asked = {"candidate_ids": ones} if named else {"filter": PeopleQuery(relation="applied")}
    key = sort_key(new_id("key"))

    first = enrolling.enrol(actor(), made.id, Enrolling.model_validate(asked | {"key": key}), NOW)
    further = Enrolling.model_validate(asked | {"key": key, "cursor": first.cursor})
    second = enrolling.enrol(actor(), made.id, further, NOW)

    assert (len(first.enrolled), len(second.enrolled), second.cursor) == (enrolling.MOST, 2, None)
    assert {p.candidate_id for p in [*first.enrolled, *second.enrolled]} == set(ones)


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
