"""Interviews to come of somebody who is erased: calendars lose them, and nobody is named."""

from datetime import timedelta

import pytest
from tests import interviews
from tests.erased import left
from tests.factories import NOW, WORKSPACE, actor, colleague
from tests.interviews import FIRST

from vivier.casework import sweep
from vivier.casework.erasure import acts, walk
from vivier.hiring.interviews import calendars
from vivier.kernel.actor import Role
from vivier.mail.model import Message
from vivier.privacy.model import Erasing

pytestmark = pytest.mark.usefixtures("cloud")


def test_whoever_holds_a_coming_interview_loses_it_from_their_calendar_without_a_name() -> None:
    chief, guest = interviews.recruiter(), colleague("Noé Le Dantec", Role.recruiter)
    one = interviews.propose(guest.id, by=chief, title="Ondine au bureau", place="Chez Ondine")
    interviews.choose(one)
    sweep.sweep(NOW + timedelta(minutes=2))
    known = interviews.held(one)

    begun = acts.erase(actor(), one.candidate_id, Erasing(), NOW + timedelta(minutes=5))
    for minutes in (5, 6, 27):
        walk.go_on(WORKSPACE, begun.id, NOW + timedelta(minutes=minutes))
    told = interviews.mails("interview_gone")
    sweep.sweep(NOW + timedelta(minutes=30))

    assert sorted(m.to for m in told) == sorted([guest.email, interviews.member(chief.id).email])
    for mail in told:
        assert _event(mail, "METHOD") == "CANCEL"
        assert _event(mail, "STATUS") == "CANCELLED"
        assert _event(mail, "UID") == calendars.uid(known)
        assert int(_event(mail, "SEQUENCE")) == known.sequence + 1
        assert "1er décembre à 14 h 00" in mail.subject
        assert "Ondine" not in mail.model_dump_json()
    assert {(str(m.state), m.text) for m in interviews.mails("interview_gone")} == {("sent", "")}
    assert left([one.candidate_id]) == []


def _event(mail: Message, name: str) -> str:
    assert mail.invite
    return next(line.partition(":")[2] for line in mail.invite.text.splitlines() if line.startswith(f"{name}:"))


def test_of_an_interview_that_is_over_nobody_is_told_anything() -> None:
    one = interviews.propose(by=interviews.recruiter())
    interviews.choose(one)
    sweep.sweep(NOW + timedelta(minutes=2))
    over = FIRST + timedelta(hours=1)

    begun = acts.erase(actor(), one.candidate_id, Erasing(), over)
    walk.go_on(WORKSPACE, begun.id, over)

    assert interviews.mails("interview_gone") == []
