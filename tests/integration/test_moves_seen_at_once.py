"""A move that ends a sequence is seen where the person stands, before the sweep has answered it."""

from datetime import timedelta

import pytest
from tests.factories import NOW, actor
from tests.hiring import candidate_in, job, stage, undo_move
from tests.sequences import enrolled, mail_step, published, wait_step

from vivier.casework import enrolment_acts, sweep
from vivier.casework.enrolment_acts import SeenEnrolment
from vivier.hiring import applications
from vivier.kernel.metering import metered
from vivier.sequences.model import EnrolmentState

pytestmark = pytest.mark.usefixtures("cloud", "true_counts")
SOON = timedelta(minutes=2)


def seen(one: str) -> SeenEnrolment:
    return enrolment_acts.of_person(actor(), one)[0]


def stands(one: str) -> tuple[str, str | None]:
    e = seen(one).enrolment
    return e.state, e.reason


@pytest.mark.parametrize("of_the_job", [True, False])
def test_who_moved_on_is_not_shown_as_in_it_and_who_was_moved_back_is_at_once(of_the_job: bool) -> None:
    about = job()
    one = candidate_in(about)
    made = published(None, wait_step(days=2), mail_step(), job_id=about.id if of_the_job else None)
    clock = enrolled(made, one)

    applications.move(actor(), about.id, one, stage(about, "contact").id, NOW)
    shown, listed = seen(one).enrolment, enrolment_acts.listed(actor(), made.id, None, None).enrolments
    sweep.sweep(NOW + SOON)

    assert (shown.state, shown.reason, shown.settled_at) == ("stopped", "stage_changed", NOW)
    assert [s.enrolment for s in listed] == [shown]
    assert clock.of(one).model_copy(update={"settled_at": NOW}) == shown

    undo_move(about.id, one, NOW + SOON)
    assert stands(one) == (EnrolmentState.active, None)
    sweep.sweep(NOW + 2 * SOON)
    assert stands(one) == (EnrolmentState.active, None)


def test_a_move_that_was_undone_before_anything_stopped_is_shown_as_nothing() -> None:
    about = job()
    one = candidate_in(about)
    enrolled(published(None, wait_step(days=2), mail_step(), job_id=about.id), one)

    applications.move(actor(), about.id, one, stage(about, "contact").id, NOW)
    undo_move(about.id, one, NOW)

    assert stands(one) == (EnrolmentState.active, None)


def test_a_move_that_ends_nothing_is_shown_as_nothing() -> None:
    about = job()
    one = candidate_in(about)
    enrolled(published(None, wait_step(days=2), mail_step(), job_id=about.id, stop_on_stage_change=False), one)

    applications.move(actor(), about.id, one, stage(about, "contact").id, NOW)

    assert stands(one) == (EnrolmentState.active, None)


@pytest.mark.parametrize("of_the_job", [True, False])
def test_who_lets_it_go_on_right_after_the_move_has_it_go_on(of_the_job: bool) -> None:
    about = job()
    one = candidate_in(about)
    made = published(None, wait_step(days=2), mail_step(), job_id=about.id if of_the_job else None)
    enrolled(made, one)
    applications.move(actor(), about.id, one, stage(about, "contact").id, NOW)

    done = enrolment_acts.act(actor(), one, made.id, "resume", NOW, seen(one).enrolment.epoch)
    sweep.sweep(NOW + SOON)

    assert done.enrolment.state == EnrolmentState.active
    assert stands(one) == (EnrolmentState.active, None)


def test_looking_costs_a_read_more_only_until_a_move_in_its_job_is_answered() -> None:
    about = job()
    one = candidate_in(about)
    enrolled(published(None, wait_step(days=2), mail_step(), job_id=about.id), one)
    calls = []

    for _ in range(2):
        with metered() as spent:
            seen(one)
        calls.append(spent.total)
        applications.move(actor(), about.id, one, stage(about, "contact").id, NOW)
    sweep.sweep(NOW + SOON)
    with metered() as spent:
        seen(one)

    its_sequence = the_move = 1  # whether that goes on is asked as long as the person is in it
    assert calls == [spent.total + its_sequence, spent.total + the_move]
