"""What becomes of interviews when their person leaves the job, the job is closed, or two records become one."""

from datetime import timedelta

import pytest
from tests import truth
from tests.factories import NOW, actor
from tests.hiring import candidate_in, colleagues, job, standing
from tests.interviews import FIRST, TIMES, at, check, choose, held, mails, member, propose, recruiter

from vivier.casework import closing, merging, opening, refusals, sweep
from vivier.casework.closing import Closing
from vivier.casework.refusals import Refusal, Withdrawal
from vivier.hiring import applications
from vivier.hiring.interviews import service
from vivier.hiring.interviews.model import State
from vivier.hiring.interviews.service import Booking
from vivier.kernel.errors import SlotTaken

pytestmark = pytest.mark.usefixtures("cloud")
OVER = FIRST + timedelta(hours=5)
SLOW = timedelta(minutes=2)  # after the moment to undo


def test_leaving_the_job_stops_what_is_proposed_and_cancels_what_is_booked_once_undoing_is_over() -> None:
    made, busy = job(), colleagues("recruiter")
    one = candidate_in(made)
    booked = propose(busy, of=made, candidate_id=one, at=FIRST, by=recruiter())
    open_ = propose(of=made, candidate_id=one)

    refusals.refuse(actor(), made.id, one, Refusal(reason="skills"), NOW)

    assert (held(booked).state, held(open_).state) == (State.cancelled, State.cancelled)
    assert mails("interview_cancellation") == []
    with pytest.raises(SlotTaken):  # it may still be undone
        propose(busy, at=FIRST)
    sweep.sweep(NOW + SLOW)
    assert sorted(m.to for m in mails("interview_called_off")) == sorted(
        member(m).email for m in (busy, booked.organiser.member_id)
    )
    assert [bool(m.invite) for m in mails("interview_cancellation")].count(True) == 1
    assert len(mails("interview_cancellation")) == 2
    propose(busy, at=FIRST)
    check()
    truth.check()


def test_undoing_a_refusal_in_time_brings_its_interviews_back_untold() -> None:
    made = job()
    one = candidate_in(made)
    booked, open_ = propose(of=made, candidate_id=one, at=FIRST), propose(of=made, candidate_id=one)
    before = {i.id: held(i) for i in (booked, open_)}
    refused = refusals.refuse(actor(), made.id, one, Refusal(reason="skills"), NOW)

    refusals.undo(actor(), made.id, one, refused.epoch, NOW + timedelta(seconds=8))

    assert {i.id: held(i) for i in (booked, open_)} == before
    assert [m.state for m in standing(made, one).interviews] == ["booked", "proposed"]
    sweep.sweep(NOW + SLOW)
    assert mails("interview_cancellation") == []
    choose(open_, 4)
    check()
    truth.check()


def test_undoing_too_late_leaves_them_cancelled_and_people_told() -> None:
    made = job()
    one = candidate_in(made)
    booked = propose(of=made, candidate_id=one, at=FIRST)
    gone = refusals.withdraw(actor(), made.id, one, Withdrawal(), NOW)
    sweep.sweep(NOW + SLOW)

    refusals.undo(actor(), made.id, one, gone.epoch, NOW + SLOW)

    assert held(booked).state == State.cancelled
    assert standing(made, one).interviews == []
    assert len(mails("interview_cancellation")) == 1
    check()
    truth.check()


def test_closing_a_job_cancels_its_interviews_and_another_stage_leaves_them() -> None:
    made = job()
    one = propose(of=made)
    choose(one)
    applications.move(actor(), made.id, one.candidate_id, made.stages[3].id, NOW)
    assert held(one).state == State.booked

    closing.close(actor(), made.id, Closing(told_otherwise=True), NOW)
    sweep.sweep(NOW + SLOW)

    assert held(one).state == State.cancelled
    assert held(one).changed.cause == "job_closed"
    check()
    truth.check()


def test_a_merge_leaves_interviews_alone_and_shows_them_with_the_person() -> None:
    made, other_job = job(), job("Éclusier")
    one, other = candidate_in(made), candidate_in(made)
    first = propose(of=made, candidate_id=one)
    second = propose(of=made, candidate_id=other, at=TIMES[5])

    merging.merge(actor(), one, other, NOW)

    shown = opening.open_person(actor(), one).interviews
    assert {i.id for i in shown} == {first.id, second.id}
    choose(first)
    service.book(actor(), at(second), second.sequence, Booking(starts_at=TIMES[4]), NOW)
    merging.unmerge(actor(), one, other, NOW)
    assert held(second).starts_at == TIMES[4]
    assert other_job.id != made.id
    check()
    truth.check()
