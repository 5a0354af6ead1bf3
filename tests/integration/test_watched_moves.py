"""Sequences about no job hear of every move of their person: also of those of a record that was merged into theirs, and
of who was enrolled before moves were watched.
"""

from datetime import timedelta

import pytest
from tests.factories import NOW, WORKSPACE, actor
from tests.hiring import candidate_in, job, person, stage, undo_move
from tests.sequences import enrolled, mail_step, published, wait_step

from vivier.casework import merging, sweep
from vivier.hiring import applications
from vivier.kernel.metering import metered
from vivier.people.enrolled import WatchItem
from vivier.sequences.model import EnrolmentState
from vivier.storage.table import find

pytestmark = pytest.mark.usefixtures("cloud", "true_counts")
DAY, SOON = timedelta(days=1), timedelta(minutes=2)


def test_a_move_of_a_merged_record_ends_what_the_survivor_is_in_and_its_undoing_lets_it_go_on() -> None:
    made = job()
    other, one = candidate_in(made), person()
    clock = enrolled(published(None, wait_step(days=3), mail_step()), one)
    merging.merge(actor(), one, other, NOW)

    applications.move(actor(), made.id, other, stage(made, "interview").id, NOW)
    sweep.sweep(NOW + SOON)
    stopped = clock.of(one)
    undo_move(made.id, other, NOW)
    sweep.sweep(NOW + 2 * SOON)

    assert (stopped.state, stopped.reason, stopped.because) == ("stopped", "stage_changed", made.id)
    assert clock.of(one).state == EnrolmentState.active


def test_a_record_that_was_merged_twice_over_tells_the_last_and_once_parted_nobody() -> None:
    made = job()
    first, middle, last = candidate_in(made), person(), person()
    clock = enrolled(published(None, wait_step(days=3), mail_step()), last)
    merging.merge(actor(), middle, first, NOW)
    merging.merge(actor(), last, middle, NOW)

    merging.unmerge(actor(), last, middle, NOW)
    applications.move(actor(), made.id, first, stage(made, "contact").id, NOW)
    sweep.sweep(NOW + SOON)
    assert clock.of(last).state == EnrolmentState.active

    merging.merge(actor(), last, middle, NOW)
    applications.move(actor(), made.id, first, stage(made, "interview").id, NOW)
    sweep.sweep(NOW + 2 * SOON)
    assert clock.of(last).reason == "stage_changed"


def test_a_move_of_who_was_never_merged_costs_no_read_more() -> None:
    made = job()
    one = candidate_in(made)

    with metered() as calls:
        applications.standing(WORKSPACE, made.id, one)

    assert calls.calls == {"dynamodb.BatchGetItem": 1}


def test_who_was_enrolled_before_moves_were_watched_is_watched_from_the_day_before_the_next_mail() -> None:
    made = job()
    one = candidate_in(made)
    clock = enrolled(published(None, wait_step(days=3), mail_step()), one)
    row = find(WatchItem, WatchItem.key(WORKSPACE, one))
    assert row
    row.delete()

    sweep.sweep(NOW + 2 * DAY + SOON)
    applications.move(actor(), made.id, one, stage(made, "interview").id, NOW + 2 * DAY + 2 * SOON)
    sweep.sweep(NOW + 2 * DAY + 3 * SOON)

    assert clock.of(one).reason == "stage_changed"
