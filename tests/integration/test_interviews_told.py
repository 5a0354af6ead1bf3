"""Everyone of an interview is told once and reminded in time, whatever fails."""

import itertools
from datetime import timedelta

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor
from tests.faults import FAULTS, Faults
from tests.hiring import colleagues, job
from tests.interviews import FIRST, at, choose, held, kinds, mails, member, propose, recruiter

from vivier.casework import sweep
from vivier.hiring import applications
from vivier.hiring.interviews import service, telling
from vivier.hiring.interviews.service import Booking, Cancelling
from vivier.kernel.errors import Invalid
from vivier.people import service as people
from vivier.team import notifications

pytestmark = pytest.mark.usefixtures("cloud")
OVER = FIRST + timedelta(hours=5)
SLOW = timedelta(minutes=2)  # after the moment to undo


def test_everyone_is_told_once_however_often_the_schedule_runs_and_reminded_at_most_twice() -> None:
    chief, guest = recruiter(), colleagues("recruiter")
    one = propose(guest, by=chief)
    sweep.sweep(NOW)
    choose(one)
    for hours in [*range(3), *range(140, 175)]:
        sweep.sweep(NOW + timedelta(hours=hours))
        sweep.sweep(NOW + timedelta(hours=hours, minutes=31))

    said = [m.template for m in mails() if m.candidate_id]
    assert said == ["interview_proposal", "interview_confirmation", "interview_reminder", "interview_reminder"]
    assert [m.template for m in mails(to=member(guest).email)] == [
        "interview_booked",
        "interview_soon",
        "interview_soon",
    ]
    assert [m.template for m in mails(to=member(chief.id).email)] == ["interview_booked"]
    reminded = [
        e.data["reminder"]
        for e in people.open_candidate(actor(), one.candidate_id).events
        if e.kind == "interview_reminded"
    ]
    assert reminded == ["hour", "day"]
    assert [n.kind for n in notifications.listed(chief)[0]] == ["interview_booked"]
    assert {m.state for m in mails()} == {"sent"}
    truth.check()


def test_a_moved_interview_is_reminded_of_at_its_new_time_and_a_cancelled_one_not_at_all() -> None:
    one, other = propose(), propose()
    choose(one)
    choose(other)
    later = FIRST + timedelta(days=3)
    service.book(actor(), at(one), held(one).sequence, Booking(starts_at=later), NOW)
    service.cancel(actor(), at(other), held(other).sequence, Cancelling(), NOW)

    sweep.sweep(FIRST - timedelta(minutes=30))
    assert mails("interview_reminder") == []
    sweep.sweep(later - timedelta(hours=23))

    (mail,) = mails("interview_reminder")
    assert mail.candidate_id == one.candidate_id
    assert "vendredi 4 décembre" in mail.subject


def test_a_mail_that_waits_is_overtaken_by_the_next_change() -> None:
    one = propose()
    choose(one)
    choose(one, 2)

    sweep.sweep(NOW + SLOW)

    states = {m.template: str(m.state) for m in mails() if m.candidate_id}
    assert states == {
        "interview_proposal": "cancelled",
        "interview_confirmation": "cancelled",
        "interview_update": "sent",
    }


@pytest.mark.parametrize("fault", FAULTS)
def test_telling_and_reminding_happen_once_whatever_call_fails(faults: Faults, fault: str) -> None:
    made, tomorrow = job(), FIRST - timedelta(hours=20)
    for number in itertools.count():
        one = propose(of=made)
        choose(one)
        with faults.at(number, fault):
            telling.tell(WORKSPACE, one.candidate_id, one.id, tomorrow)
        telling.tell(WORKSPACE, one.candidate_id, one.id, tomorrow)

        assert [m.candidate_id for m in mails("interview_reminder")].count(one.candidate_id) == 1
        assert kinds(one).count("interview_reminded") == 1
        if not faults.fired:
            break
    assert number > 3


def test_who_cannot_be_written_to_is_booked_and_it_is_said_that_they_were_not_told() -> None:
    from tests.factories import arrive, profile

    made = job()
    step = arrive(profile("Sans Adresse", None))
    one = f"can_{step.intake_id.partition('_')[2]}"
    applications.add(actor(), made.id, one, NOW)

    with pytest.raises(Invalid):
        propose(of=made, candidate_id=one)
    booked = propose(of=made, candidate_id=one, at=FIRST)

    assert held(booked).untold == "no_email"
    assert [m for m in mails() if m.candidate_id] == []
