"""A mail filed with the wrong person and taken back: what it had stopped stands as before, and nothing leaves twice."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from tests import experiments as tried
from tests import mails, truth
from tests.factories import NOW, WORKSPACE, actor, colleague
from tests.faults import FAULTS, Faults
from tests.sequences import Clockwork, check, enrolled, mail_step, published, wait_step
from tests.talks import DOMAIN, LATER, receive

from vivier.casework import enrolment_acts, held_mail
from vivier.mail import outbox
from vivier.mail.threads.model import ANYTHING, Received
from vivier.mail.threads.model import State as Mail
from vivier.mail.threads.store import thread_of
from vivier.people import service
from vivier.sequences.model import Enrolment, EnrolmentState, StopReason

pytestmark = pytest.mark.usefixtures("cloud")
AFTER, WEEK = LATER + timedelta(minutes=1), timedelta(days=7)
S = EnrolmentState
COMMITS = 13  # which of the calls of taking back it is


@pytest.fixture(autouse=True)
def true_counts(cloud: None) -> Iterator[None]:
    """After every test: number = list, for every state of every sequence."""
    yield
    check()


def in_a_sequence() -> tuple[Clockwork, str]:
    """Somebody who had the first of two mails."""
    one = tried.someone()
    clock = enrolled(published(None, mail_step("Premier"), wait_step(days=3), mail_step("Second")), one)
    clock.run(one, until=NOW + timedelta(minutes=2))
    return clock, one


def strange() -> Received:
    """A mail that says nothing of whose it is."""
    return receive(mails.raw("Bonjour, je suis libre jeudi.\n", From="x@ailleurs.example"), f"contact@{DOMAIN}")


def standing(e: Enrolment) -> dict[str, object]:
    """How it stands: all but what counts its acts, and where a list has it."""
    return e.model_dump(exclude={"epoch", "bucket", "wake_at", "waiting", "stood"})


def test_what_a_mail_filed_by_mistake_had_stopped_goes_on_and_its_next_mail_leaves_once() -> None:
    clock, one = in_a_sequence()
    before, held = clock.of(one), strange()
    held_mail.file_to(actor(), held.id, one, None, LATER)
    assert (clock.of(one).state, clock.of(one).reason) == (S.stopped, StopReason.reply)

    back = held_mail.take_back(actor(), held.id, AFTER)
    again = held_mail.take_back(actor(), held.id, AFTER)

    assert ([e.sequence_id for e in back.again], again.again) == ([clock.sequence.id], [])
    assert standing(clock.of(one)) == standing(before)
    assert clock.of(one).epoch > before.epoch + 1
    told = {e.kind: e.cause for e in service.open_candidate(actor(), one).events}
    assert (told["sequence_resumed"], told["mail_unfiled"]) == ("unfiled", "mail")
    assert clock.run(one, until=NOW + WEEK).state == S.finished
    assert [d.message_key is not None for d in clock.of(one).done] == [True, True]


def test_a_mail_of_the_sequence_that_was_under_way_leaves_once_after_all() -> None:
    clock, one = in_a_sequence()
    clock.wake(one, days=4)
    stopped_key = clock.of(one).message_key or ""
    held = receive(mails.raw("Oui.\n", From="x@ailleurs.example"), f"contact@{DOMAIN}")
    held_mail.file_to(actor(), held.id, one, None, clock.now)
    held_mail.take_back(actor(), held.id, clock.now)

    clock.run(one, until=NOW + WEEK)

    keys = [d.message_key for d in clock.of(one).done]
    assert stopped_key not in keys
    assert [outbox.send(WORKSPACE, k or "", clock.now) for k in (stopped_key, *keys)] == ["cancelled", "sent", "sent"]


def test_a_sequence_that_waited_for_a_human_to_say_whose_the_answer_is_waits_again() -> None:
    clock, one = in_a_sequence()
    thread = thread_of(WORKSPACE, one, ANYTHING)
    assert thread
    held = receive(mails.raw("Oui.\n", From="x@ailleurs.example"), f"reply+{thread.read().token}@{DOMAIN}")
    before = clock.of(one)
    assert (before.state, before.reason) == (S.paused, StopReason.reply_held)
    held_mail.file_to(actor(), held.id, one, None, LATER)

    back = held_mail.take_back(actor(), held.id, AFTER)

    assert back.received.state == Mail.held
    assert standing(clock.of(one)) == standing(before)


def test_what_a_colleague_decided_since_stays_as_they_decided() -> None:
    clock, one = in_a_sequence()
    held = strange()
    held_mail.file_to(actor(), held.id, one, None, LATER)
    enrolment_acts.act(actor(), one, clock.sequence.id, "restart", AFTER)
    decided = clock.of(one)

    assert held_mail.take_back(actor(), held.id, AFTER).again == []

    assert clock.of(one) == decided


def test_the_answer_counts_in_no_experiment_any_more() -> None:
    camille, one = colleague().actor(), tried.someone()
    place = tried.text(camille)
    experiment = tried.begun(camille, place)
    tried.sent(camille, place, one)
    held = strange()
    held_mail.file_to(actor(), held.id, one, None, LATER)
    assert tried.together(experiment) == (1, 1)

    held_mail.take_back(actor(), held.id, AFTER)

    assert tried.together(experiment) == (1, 0)
    truth.check()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_death_while_it_is_taken_back_leaves_all_or_nothing_and_it_can_be_done_again(
    faults: Faults, fault: str
) -> None:
    clock, one = in_a_sequence()
    before, held = clock.of(one), strange()
    held_mail.file_to(actor(), held.id, one, None, LATER)
    with faults.at(COMMITS, fault):
        held_mail.take_back(actor(), held.id, AFTER)
    assert faults.calls[COMMITS] == "TransactWriteItems"

    held_mail.take_back(actor(), held.id, AFTER)

    assert standing(clock.of(one)) == standing(before)
    assert [e.kind for e in service.open_candidate(actor(), one).events].count("sequence_resumed") == 1
