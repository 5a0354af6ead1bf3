"""What follows from what a wake finds, moving to another version, and a rehearsal on what happened. Pure."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import NOW
from tests.sequences import mail_step, task_step, text, wait_step

from vivier.kernel.ids import new_id
from vivier.people.model import Author, Event
from vivier.sequences import rehearsal, rules
from vivier.sequences.model import Enrolment, SequenceVersion, StepDone
from vivier.sequences.steps import Step

PARIS = "Europe/Paris"
DAY = timedelta(days=1)


def version(number: int, *steps: Step) -> SequenceVersion:
    return SequenceVersion(**text(*steps).model_dump(), sequence_id=new_id("seq"), number=number, published_at=NOW)


def enrolment(of: SequenceVersion, position: int, *done: Step, at: datetime = NOW) -> Enrolment:
    here = of.steps[position].id if position < len(of.steps) else None
    return Enrolment(
        id=new_id("enr"), sequence_id=of.sequence_id, sequence_name="x", candidate_id=new_id("can"), version=of.number,
        position=position, step_id=here, wake_at=at, enrolled_at=NOW,
        done=[StepDone(step_id=s.id, at=NOW, version=of.number) for s in done],
    )  # fmt: skip


def event(kind: str, days: float, **data: object) -> Event:
    at = NOW + timedelta(days=days)
    return Event(id=new_id("evt", at), kind=kind, at=at, actor=Author(kind="system"), data=data)


A, B, C = mail_step("A"), mail_step("B"), task_step("C")
WAIT = wait_step(days=3)


def test_a_step_that_both_versions_have_is_kept_with_its_instant() -> None:
    old, new = version(1, A, WAIT, B), version(2, C, A, wait_step(days=9), B)
    e = enrolment(old, 2, A, at=NOW + 3 * DAY)

    moved = rules.carried(e, old, new, NOW, PARIS)

    assert (moved.version, moved.position, moved.step_id, moved.wake_at) == (2, 3, B.id, NOW + 3 * DAY)
    assert moved.epoch == e.epoch + 1


def test_where_the_step_is_gone_the_next_one_that_is_left_follows() -> None:
    old, new = version(1, A, B, C), version(2, A, C)

    moved = rules.carried(enrolment(old, 1, A), old, new, NOW + DAY, PARIS)

    assert (moved.position, moved.step_id, moved.wake_at) == (1, C.id, NOW + DAY)


def test_where_all_that_was_left_is_gone_what_follows_the_last_one_done_comes() -> None:
    old, new = version(1, A, B), version(2, A, wait_step(days=1), C)

    moved = rules.carried(enrolment(old, 1, A), old, new, NOW, PARIS)

    assert (moved.step_id, moved.wake_at) == (C.id, NOW + DAY)


def test_who_was_at_the_end_goes_on_with_what_was_added() -> None:
    old, new = version(1, A, WAIT), version(2, A, WAIT, B)

    moved = rules.carried(enrolment(old, 2, A), old, new, NOW, PARIS)

    assert (moved.step_id, moved.wake_at) == (B.id, NOW + 3 * DAY)


@given(st.permutations([A, B, C, mail_step("D")]), st.integers(0, 3))
def test_moving_never_repeats_a_step_that_was_done_and_is_where_the_person_stands(order: list[Step], at: int) -> None:
    old, new = version(1, A, B, C), version(2, *order)
    done = old.steps[: min(at, 3)]

    moved = rules.carried(enrolment(old, min(at, 3), *done), old, new, NOW, PARIS)

    if at < 3:
        assert moved.step_id == old.steps[at].id
    assert moved.position <= len(new.steps)


STEPS: list[Step] = [A, wait_step(days=2), B, wait_step(days=2), C]


@pytest.mark.parametrize(
    ("happened", "done", "ended", "reason"),
    [
        ([], 3, "finished", None),
        ([event("mail_received", 1)], 1, "stopped", "reply"),
        ([event("mail_auto_reply", 1)], 3, "finished", None),
        ([event("mail_bounced", 3, type="Permanent")], 2, "stopped", "bounce"),
        ([event("mail_bounced", 3, type="Transient")], 3, "finished", None),
        ([event("mail_received", -1)], 3, "finished", None),
        ([event("unsubscribed", 3), event("mail_complained", 1)], 1, "stopped", "complaint"),
        ([event("stage_moved", 1, job_id="job_1")], 1, "stopped", "stage_changed"),
        ([event("application_created", 1, job_id="job_1")], 3, "finished", None),
    ],
)
def test_a_rehearsal_stops_where_the_sequence_would_have(
    happened: list[Event], done: int, ended: str, reason: str | None
) -> None:
    course = rehearsal.rehearse(
        text(*STEPS), NOW, NOW + 30 * DAY, happened, zone=PARIS, tags=rehearsal.Tags(frozenset())
    )

    assert (len(course.steps), course.ended, course.reason) == (done, ended, reason)


def test_the_tags_of_an_instant_are_told_from_what_happened_since() -> None:
    happened = [
        event("stage_action_done", 3, do="tag", tag="vip"),
        event("fields_edited", 1, changes=[{"field": "tags", "before": ["old"], "after": []}]),
    ]

    tags = rehearsal.tags_of(happened, ["vip", "new"])

    assert tags
    assert [sorted(tags.at(NOW + days * DAY)) for days in (0, 2, 4)] == [["old"], ["new"], ["new", "vip"]]
    assert rehearsal.tags_of([event("merged", 1, changes=[{"field": "tags"}])], []) is None


def test_a_rehearsal_ends_with_its_time() -> None:
    course = rehearsal.rehearse(text(*STEPS), NOW, NOW + 3 * DAY, [], zone=PARIS, tags=rehearsal.Tags(frozenset()))

    assert ([s.step_id for s in course.steps], course.ended) == ([A.id, B.id], "running")
