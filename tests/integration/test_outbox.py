"""The fault model of contracts.md §3, as far as files and mails go: every death, every lost answer, every order."""

import itertools
from collections.abc import Callable
from datetime import timedelta

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor, arrive
from tests.faults import FAULTS, Faults, refusal
from tests.sent import candidate, events, lost, message, said, someone

from vivier.casework import sweep
from vivier.kernel.actor import Role
from vivier.kernel.errors import Forbidden
from vivier.kernel.metering import metered
from vivier.mail import outbox
from vivier.mail import store as messages
from vivier.mail.model import State
from vivier.people import lists, store
from vivier.storage.table import get

pytestmark = pytest.mark.usefixtures("cloud")
Sent = Callable[[], list[str]]
LATER = [NOW + timedelta(**t) for t in ({"minutes": 1}, {"minutes": 5}, {"hours": 1}, {"hours": 9})]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_send_that_fails_at_any_call_sends_once_or_is_visibly_unknown(faults: Faults, sent: Sent, fault: str) -> None:
    for number in itertools.count():
        key = arrive(someone(number)).message_key
        before = len(sent())
        with faults.at(number, fault):
            outbox.send(WORKSPACE, key or "", NOW)
        for at in LATER:
            sweep.sweep(at)

        left, end = len(sent()) - before, message(key)
        assert left <= 1
        assert end.state == State.sent if left and not faults.fired else end.state in (State.sent, State.unknown)
        assert (end.state == State.unknown) == (end.key in lost())
        assert end.state == State.unknown or left == 1
        if left:
            said(key, "Send")
            assert message(key).state == State.sent
            application = candidate(end.candidate_id).application
            assert application
            assert application.acknowledged_at
            assert events(end.candidate_id).count("mail_sent") == 1
        if not faults.fired:
            assert number >= 5
            break
    truth.check()


def test_two_senders_at_once_send_once_whatever_their_order(faults: Faults, sent: Sent) -> None:
    for number in itertools.count():
        key = arrive(someone(number)).message_key or ""
        before = len(sent())
        with faults.meanwhile(number, lambda key=key: outbox.send(WORKSPACE, key, NOW)):  # type: ignore[misc]
            outbox.send(WORKSPACE, key, NOW)

        assert len(sent()) == before + 1
        assert message(key).state == State.sent
        assert events(message(key).candidate_id).count("mail_sent") == 1
        if not faults.fired:
            break


def test_a_message_is_not_sent_before_it_is_due(sent: Sent) -> None:
    key = arrive().message_key or ""

    assert outbox.send(WORKSPACE, key, NOW - timedelta(seconds=1)) == State.pending
    assert sent() == []


@pytest.mark.parametrize("code", ["TooManyRequestsException", "LimitExceededException", "SendingPausedException"])
def test_throttling_puts_the_message_back_with_growing_waits(faults: Faults, sent: Sent, code: str) -> None:
    key = arrive().message_key or ""
    faults.answer("SendEmail", refusal(code), refusal(code))

    first = outbox.send(WORKSPACE, key, NOW)
    wait = message(key).due_at - NOW
    early = outbox.send(WORKSPACE, key, NOW + wait - timedelta(seconds=1))
    outbox.send(WORKSPACE, key, NOW + wait)
    longer = message(key).due_at - NOW - wait

    assert (first, early, sent()) == (State.pending, State.pending, [])
    assert longer > wait
    sweep.sweep(NOW + timedelta(hours=1))
    assert (message(key).state, len(sent())) == (State.sent, 1)


def test_attempts_are_bounded_and_what_remains_is_shown(faults: Faults) -> None:
    key = arrive().message_key or ""
    faults.answer("SendEmail", *[refusal("TooManyRequestsException")] * 20)

    for hour in range(24):
        sweep.sweep(NOW + timedelta(hours=hour))

    assert (message(key).state, message(key).attempts) == (State.refused, 8)
    assert lost() == [key]
    truth.check()


def test_waits_double_from_half_a_minute_to_an_hour(faults: Faults) -> None:
    key = arrive().message_key or ""
    faults.answer("SendEmail", *[refusal("TooManyRequestsException")] * 8)
    at, waits = NOW, []

    for _ in range(7):
        outbox.send(WORKSPACE, key, at)
        waits.append((message(key).due_at - at).total_seconds())
        at = message(key).due_at

    assert waits == [30, 60, 120, 240, 480, 960, 1920]


def test_a_sender_of_whom_nothing_is_heard_is_given_up_after_two_minutes(faults: Faults) -> None:
    key = arrive().message_key or ""
    with faults.at(_until_ses(faults), "death before"):
        outbox.send(WORKSPACE, key, NOW)

    states = [outbox.send(WORKSPACE, key, NOW + timedelta(minutes=2, seconds=late)) for late in (0, 1)]

    assert states == [State.claimed, State.unknown]
    assert message(key).reason == "no answer from the sender"


def _until_ses(faults: Faults) -> int:
    """How many calls a sender makes before it asks SES."""
    other = arrive(someone(99)).message_key or ""
    with faults.at(-1, ""):
        outbox.send(WORKSPACE, other, NOW)
    return faults.calls.index("SendEmail")


def test_a_lasting_refusal_waits_for_a_human_who_takes_it_off_the_list(faults: Faults, sent: Sent) -> None:
    key = arrive().message_key or ""
    faults.answer("SendEmail", refusal("MessageRejected"))

    assert outbox.send(WORKSPACE, key, NOW) == State.refused
    sweep.sweep(NOW + timedelta(days=1))

    assert (sent(), lost()) == ([], [key])
    assert int(lists.counters(WORKSPACE)["review:mail"].n) == 1
    outbox.look(actor(), key)
    outbox.look(actor(), key)
    assert lost() == []
    truth.check()


def test_a_server_error_is_not_known_and_never_sent_again_by_itself(faults: Faults, sent: Sent) -> None:
    key = arrive().message_key or ""
    faults.answer("SendEmail", refusal("InternalFailure", 500))

    assert outbox.send(WORKSPACE, key, NOW) == State.unknown
    for at in LATER:
        sweep.sweep(at)

    assert (message(key).state, sent()) == (State.unknown, [])
    assert "answer_due" in candidate(message(key).candidate_id).states()


def test_who_may_not_review_takes_nothing_off_the_list(faults: Faults) -> None:
    key = arrive().message_key or ""
    faults.answer("SendEmail", refusal("MessageRejected"))
    outbox.send(WORKSPACE, key, NOW)

    with pytest.raises(Forbidden):
        outbox.look(actor(Role.reader), key)

    assert lost() == [key]


def test_a_mail_that_cannot_be_written_waits_for_a_human(sent: Sent) -> None:
    key = arrive().message_key or ""
    row = get(messages.MessageItem, messages.MessageItem.key(WORKSPACE, key))
    row.body = row.body.replace("courrier.example", "courrier.example\\r\\nBcc: all@example.com")
    row.save()

    assert outbox.send(WORKSPACE, key, NOW) == State.refused
    assert (sent(), lost()) == ([], [key])


def test_one_poisoned_message_does_not_keep_the_others(sent: Sent) -> None:
    keys = [arrive(someone(n)).message_key or "" for n in range(3)]
    row = get(messages.MessageItem, messages.MessageItem.key(WORKSPACE, keys[0]))
    row.body = "not a message"
    row.save()

    done = sweep.sweep(NOW + timedelta(minutes=1))

    assert sorted(sent()) == ["p1@courrier.example", "p2@courrier.example"]
    assert done["Failed"] == 1


def test_sending_stays_in_its_budget(faults: Faults) -> None:
    key = arrive().message_key or ""

    with metered() as tally:
        outbox.send(WORKSPACE, key, NOW)

    assert tally.calls["sesv2.SendEmail"] == 1
    assert tally.calls["dynamodb.TransactWriteItems"] == 2
    assert tally.total <= 6, tally.calls  # one for its turn, when it leaves alone (test_pace.py)


def test_what_ses_puts_off_goes_back_without_being_read_again(faults: Faults) -> None:
    """Each request more may be refused by a table that is busy too, and would leave the mail as one of unknown fate."""
    key = arrive().message_key or ""
    faults.answer("SendEmail", refusal("TooManyRequestsException"))

    with metered() as tally:
        state = outbox.send(WORKSPACE, key, NOW)

    assert (state, message(key).attempts) == (State.pending, 1)
    assert tally.calls["dynamodb.GetItem"] == 1, tally.calls


def test_what_the_sweep_lists_is_not_read_again() -> None:
    arrive()

    with metered() as tally:
        sweep.sweep(NOW)

    assert tally.calls["sesv2.SendEmail"] == 1
    assert tally.calls["dynamodb.GetItem"] == 0, tally.calls


@pytest.mark.parametrize("erased", ["before it is sent", "while SES is asked"])
def test_what_is_told_of_a_mail_to_somebody_who_was_erased_brings_nothing_back(
    faults: Faults, sent: Sent, erased: str
) -> None:
    key = arrive().message_key or ""
    one = message(key).candidate_id or ""

    def erase() -> None:
        for row in truth.rows():
            if row.pk == store.partition(WORKSPACE, one):
                row.delete()

    with faults.meanwhile(0 if erased == "before it is sent" else "SendEmail", erase):
        left = outbox.send(WORKSPACE, key, NOW)
    if sent():
        said(key, "Bounce", type="Permanent")

    assert len(sent()) == (erased == "while SES is asked")
    assert (left, message(key).state) == ((State.sent,) * 2 if sent() else (State.cancelled,) * 2)
    assert [row.sk for row in truth.rows() if row.pk == store.partition(WORKSPACE, one)] == []
