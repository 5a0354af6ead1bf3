"""Who meets at a mail: its sender and whoever stops, rewrites or settles it at that moment."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor, arrive
from tests.faults import Faults, refusal
from tests.unasked import found, message, queue, rule

from vivier.kernel.clock import iso
from vivier.mail import outbox
from vivier.mail import store as messages
from vivier.mail.deliverability.model import OpenHours
from vivier.mail.model import State
from vivier.mail.settling import settle
from vivier.people import lists, service
from vivier.people import store as people
from vivier.storage.table import Item, get
from vivier.storage.transaction import Transaction

pytestmark = pytest.mark.usefixtures("cloud")
Sent = Callable[[], list[str]]


def row(key: str) -> messages.MessageItem:
    return get(messages.MessageItem, messages.MessageItem.key(WORKSPACE, key), consistent=True)


def stop(key: str) -> None:
    transaction = Transaction()
    outbox.cancel(transaction, WORKSPACE, key, "stopped")
    transaction.commit()


def stands(key: str, state: State) -> None:
    """As another sender left it."""
    transaction = Transaction()
    claimed_at = NOW if state == State.claimed else None
    there = message(key).model_copy(update={"state": state, "claimed_at": claimed_at})
    transaction.save(row(key).now(WORKSPACE, there))
    transaction.commit()


@contextmanager
def before_each_transaction(act: Callable[[], object]) -> Iterator[None]:
    """Somebody else acts right before each transaction but their own."""
    events, acting = Item._get_connection().connection.client.meta.events, False

    def acts(**_: Any) -> None:
        nonlocal acting
        if not acting:
            acting = True
            act()
            acting = False

    events.register("before-call.dynamodb.TransactWriteItems", acts, unique_id="forestalls")
    try:
        yield
    finally:
        events.unregister("before-call.dynamodb.TransactWriteItems", unique_id="forestalls")


def test_a_queue_that_lists_what_was_stopped_meanwhile_sends_nothing(sent: Sent) -> None:
    key = arrive().message_key or ""
    (old,) = messages.due(WORKSPACE, iso(NOW))
    transaction = Transaction()
    outbox.cancel(transaction, WORKSPACE, key, "stopped")
    transaction.commit()

    assert outbox.send(WORKSPACE, key, NOW, row=old) == State.cancelled
    assert sent() == []


def test_what_was_rewritten_since_the_queue_was_read_leaves_as_it_is_now(sent: Sent) -> None:
    key = arrive().message_key or ""
    (old,) = messages.due(WORKSPACE, iso(NOW))
    row = get(messages.MessageItem, messages.MessageItem.key(WORKSPACE, key), consistent=True)
    transaction = Transaction()
    outbox.rewrite(transaction, WORKSPACE, row, row.read().model_copy(update={"to": "autre@courrier.example"}))
    transaction.commit()

    assert outbox.send(WORKSPACE, key, NOW, row=old) == State.sent
    assert sent() == ["autre@courrier.example"]


def test_a_sender_whom_others_forestall_each_time_gives_up_and_the_mail_waits(faults: Faults, sent: Sent) -> None:
    key = arrive().message_key or ""
    times: list[int] = []

    def rewritten() -> None:
        times.append(len(times))
        row(key).put(message(key).model_copy(update={"to": f"adresse{len(times)}@courrier.example"})).save()

    with before_each_transaction(rewritten):
        assert outbox.send(WORKSPACE, key, NOW) == State.pending
    assert (len(times), sent()) == (4, [])

    assert outbox.send(WORKSPACE, key, NOW) == State.sent
    assert sent() == ["adresse4@courrier.example"]


def test_a_mail_that_waits_for_its_hour_and_is_stopped_at_that_moment_is_stopped(faults: Faults, sent: Sent) -> None:
    rule(allowed=OpenHours(days=[0], from_hour=3, to_hour=4))
    key = queue(found(), "seq-1")

    with before_each_transaction(lambda: stop(key) if message(key).state == State.pending else None):
        assert outbox.send(WORKSPACE, key, NOW) == State.cancelled

    assert (message(key).reason, sent()) == ("stopped", [])


def test_a_mail_that_ses_puts_off_and_that_is_settled_at_that_moment_stays_so(faults: Faults) -> None:
    key = arrive().message_key or ""
    faults.answer("SendEmail", refusal("TooManyRequestsException"))

    def given_up() -> None:
        if message(key).state == State.claimed:
            outbox.send(WORKSPACE, key, NOW + outbox.LEASE * 2)

    with before_each_transaction(given_up):
        assert outbox.send(WORKSPACE, key, NOW) == State.unknown

    assert message(key).reason == "no answer from the sender"


def test_a_sender_that_ses_overtakes_with_its_event_says_that_the_mail_left_and_it_is_told_once(faults: Faults) -> None:
    key = arrive().message_key or ""

    def overtakes() -> None:
        if message(key).state == State.claimed:
            outbox.record_ses_event(WORKSPACE, key, "Send", "one", NOW, {}, sent_at=NOW, ses_id="ses-1")

    with before_each_transaction(overtakes):
        assert outbox.send(WORKSPACE, key, NOW) == State.sent

    told = service.open_candidate(actor(), message(key).candidate_id or "").events
    assert [e.kind for e in told].count("mail_sent") == 1
    assert message(key).ses_id == "ses-1"


def test_a_mail_that_two_events_name_at_once_keeps_what_the_first_said(faults: Faults) -> None:
    key = arrive().message_key or ""
    faults.answer("SendEmail", refusal("InternalFailure", 500))
    outbox.send(WORKSPACE, key, NOW)
    outbox.record_ses_event(WORKSPACE, key, "Bounce", "report", NOW, {"type": "Transient"})
    left = [NOW + timedelta(seconds=s) for s in (1, 2)]

    def named(kind: str, at: datetime) -> None:
        outbox.record_ses_event(WORKSPACE, key, kind, kind, at, {}, sent_at=at, ses_id="ses-1")

    with before_each_transaction(lambda: named("Send", left[0])):
        named("Delivery", left[1])

    assert (message(key).ses_id, message(key).settled_at) == ("ses-1", left[0])


def test_who_was_told_by_hand_while_the_notice_left_was_told_then() -> None:
    key = queue(found(), "notice-1")
    one, told = message(key).candidate_id or "", NOW - timedelta(hours=1)

    def by_hand() -> None:
        row = people.load(WORKSPACE, one)
        if row.read().informed_at is None:
            transaction = Transaction()
            people.write(transaction, WORKSPACE, row, row.read().model_copy(update={"informed_at": told}))
            transaction.commit()

    with before_each_transaction(lambda: by_hand() if message(key).state == State.claimed else None):
        assert outbox.send(WORKSPACE, key, NOW) == State.sent

    assert people.load(WORKSPACE, one).read().informed_at == told


def test_what_was_refused_stays_so_whatever_a_late_sender_says_but_not_against_proof(faults: Faults) -> None:
    key = arrive().message_key or ""
    faults.answer("SendEmail", refusal("MessageRejected"))
    assert outbox.send(WORKSPACE, key, NOW) == State.refused

    assert settle(WORKSPACE, key, State.unknown, NOW, reason="timeout") == State.refused
    assert message(key).reason != "timeout"
    assert outbox.record_ses_event(WORKSPACE, key, "Send", "one", NOW, {}, sent_at=NOW, ses_id="ses-1")

    assert message(key).state == State.sent
    truth.check()


def test_a_mail_that_ses_threw_away_waits_once_for_a_human_whatever_else_is_told_of_it(faults: Faults) -> None:
    key = arrive().message_key or ""
    outbox.send(WORKSPACE, key, NOW)

    for kind in ("Reject", "Delivery", "Complaint"):
        outbox.record_ses_event(WORKSPACE, key, kind, kind, NOW, {"type": "abuse"}, sent_at=NOW, ses_id="ses-1")

    assert int(lists.counters(WORKSPACE)["review:mail"].n) == 1
    truth.check()


def test_two_who_give_up_a_silent_sender_at_once_say_so_once(faults: Faults) -> None:
    key, late = arrive().message_key or "", NOW + outbox.LEASE * 2
    stands(key, State.claimed)

    with before_each_transaction(lambda: outbox.send(WORKSPACE, key, late)):
        assert outbox.send(WORKSPACE, key, late) == State.unknown

    told = service.open_candidate(actor(), message(key).candidate_id or "").events
    assert [e.kind for e in told].count("mail_unknown") == 1
    truth.check()


def test_a_mail_that_its_sender_puts_back_as_it_is_given_up_waits_and_leaves(faults: Faults, sent: Sent) -> None:
    key, late = arrive().message_key or "", NOW + outbox.LEASE * 2
    stands(key, State.claimed)

    with before_each_transaction(lambda: stands(key, State.pending)):
        assert outbox.send(WORKSPACE, key, late) == State.pending

    assert outbox.send(WORKSPACE, key, late) == State.sent
    assert len(sent()) == 1
