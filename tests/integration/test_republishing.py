"""A sequence that is published again while people are in flight: they stay on their version, or are moved."""

from datetime import timedelta

import pytest
from tests.factories import NOW, WORKSPACE, actor
from tests.hiring import person
from tests.sequences import enrolled, mail_step, message, published, subjects, wait_step
from tests.unasked import found, rule

from vivier.casework import enrolment_acts, sequence_sweep
from vivier.sequences import service
from vivier.sequences.model import Sequence
from vivier.sequences.service import Publishing

pytestmark = pytest.mark.usefixtures("cloud", "true_counts")
DAY, WEEK = timedelta(days=1), timedelta(days=7)


def _republished(made: Sequence, in_flight: str, *steps: object, seen: int = 2) -> int:
    text = made.text.model_copy(update={"steps": list(steps)})
    _, version = service.change(actor(), made.id, text, seen, NOW)
    how = Publishing.model_validate({"in_flight": in_flight})
    return service.publish(actor(), made.id, how, version, NOW)[1]


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
    assert subjects(clock, one)[:1] == ["Un"]
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
