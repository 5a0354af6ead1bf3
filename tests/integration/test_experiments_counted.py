"""Who counts in an experiment, and what as an answer: once, in time, whatever comes late or is merged."""

from datetime import timedelta

import pytest
from tests import truth
from tests.experiments import answered, begun, listed, said, sent, someone, text, together, wrote
from tests.factories import NOW, WORKSPACE
from tests.faults import Faults

from vivier.casework import (
    merging,
)
from vivier.casework.behind import Which
from vivier.kernel.actor import Actor
from vivier.mail import outbox
from vivier.mail.model import State
from vivier.people import store as people

pytestmark = pytest.mark.usefixtures("cloud")


def test_a_person_counts_once_when_a_mail_of_it_was_sent(camille: Actor) -> None:
    place = text(camille)
    experiment = begun(camille, place)
    one, other = someone(), someone()

    wrote(camille, place, other)  # it waits: nobody counts yet
    sent(camille, place, one)
    sent(camille, place, one)

    assert together(experiment) == (1, 0)
    assert people.load(WORKSPACE, one).read().experiments == [experiment.experiment.id]
    truth.check()


def test_an_answer_counts_once_and_in_time_only(camille: Actor) -> None:
    place = text(camille)
    experiment = begun(camille, place, window_days=7)
    on_time, late, machine = sent(camille, place, someone(), someone(), someone())

    answered(on_time)
    answered(on_time, NOW + timedelta(days=1))
    answered(late, NOW + timedelta(days=8))
    answered(machine, Auto_Submitted="auto-replied")

    assert together(experiment) == (3, 1)


def test_a_bounce_takes_the_person_out_and_a_complaint_is_no_answer(camille: Actor) -> None:
    place = text(camille)
    experiment = begun(camille, place)
    bounced, complained = sent(camille, place, someone(), someone())

    for _ in range(2):
        outbox.record_ses_event(WORKSPACE, bounced, "Bounce", "f-1", NOW, {"type": "Permanent"})
        outbox.record_ses_event(WORKSPACE, complained, "Complaint", "f-2", NOW, {"type": "abuse"})

    assert together(experiment) == (1, 0)
    (out,) = listed(camille, experiment, "left_out", NOW)
    assert (out.left_out, out.candidate_id) == ("bounced", said(bounced).candidate_id)


def test_a_send_event_that_comes_late_counts_the_person_and_the_answer_that_was_quicker(camille: Actor) -> None:
    place = text(camille)
    experiment = begun(camille, place)
    faults = Faults()
    key, other = (wrote(camille, place, someone())[0] for _ in range(2))
    with faults.at(99, "timeout"):
        outbox.send(WORKSPACE, other, NOW + timedelta(minutes=1))
    with faults.at(faults.calls.index("SendEmail"), "timeout"):
        outbox.send(WORKSPACE, key, NOW + timedelta(minutes=1))
    assert (said(key).state, together(experiment)) == (State.unknown, (1, 0))

    answered(key)
    for _ in range(2):
        outbox.record_ses_event(WORKSPACE, key, "Send", "s", NOW, {})

    assert together(experiment) == (2, 1)


def test_who_was_merged_counts_once_and_twice_again_when_they_are_two(camille: Actor) -> None:
    place = text(camille)
    experiment = begun(camille, place)
    one, other = someone(), someone()
    sent(camille, place, one)
    (later,) = sent(camille, place, other, at=NOW + timedelta(hours=1))
    answered(later, NOW + timedelta(hours=2))
    assert together(experiment) == (2, 1)

    merging.merge(camille, one, other, NOW)
    assert together(experiment) == (1, 0)
    merging.unmerge(camille, one, other, NOW)

    assert together(experiment) == (2, 1)
    truth.check()


def test_who_is_merged_while_their_mail_leaves_counts_once(camille: Actor, faults: Faults) -> None:
    place = text(camille)
    experiment = begun(camille, place)
    one, other = someone(), someone()
    (key,) = wrote(camille, place, other)

    with faults.meanwhile("SendEmail", lambda: merging.merge(camille, one, other, NOW)):
        assert outbox.send(WORKSPACE, key, NOW + timedelta(minutes=1)) == State.sent

    assert together(experiment) == (1, 0)


def test_a_merged_person_keeps_their_words_and_is_not_counted_anew(camille: Actor) -> None:
    place = text(camille)
    experiment = begun(camille, place)
    elder, younger = someone(), someone()
    (first,) = sent(camille, place, elder)

    merging.merge(camille, younger, elder, NOW)
    (again,) = sent(camille, place, younger)

    assert said(again).variant == said(first).variant
    assert together(experiment) == (1, 0)


def test_the_people_behind_each_number_are_as_many(camille: Actor) -> None:
    place = text(camille)
    experiment = begun(camille, place, window_days=7)
    keys = sent(camille, place, *(someone() for _ in range(6)))
    answered(keys[0])

    def number(which: Which, days: int) -> int:
        return len(listed(camille, experiment, which, NOW + timedelta(days=days)))

    assert (number("waiting", 1), number("counted", 1)) == (6, 0)
    assert (number("waiting", 9), number("counted", 9), number("hits", 9)) == (0, 6, 1)
