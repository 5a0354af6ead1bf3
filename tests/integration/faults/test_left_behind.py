"""The sweep does all that can be done, whatever stands in its way."""

from datetime import timedelta

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, arrive
from tests.faults import Faults
from tests.integration.faults.sound import READER

from vivier.casework import review, sweep
from vivier.kernel.clock import iso
from vivier.mail.model import State
from vivier.mail.store import MessageItem
from vivier.mail.threads import store as threads
from vivier.mail.threads.model import Received
from vivier.mail.threads.model import State as ReceivedState
from vivier.storage.table import get
from vivier.storage.transaction import Transaction

pytestmark = pytest.mark.usefixtures("cloud")
SOON = NOW + timedelta(minutes=1)


def state(key: str | None) -> State:
    return get(MessageItem, MessageItem.key(WORKSPACE, key or ""), consistent=True).read().state


def test_a_queue_that_cannot_be_read_now_keeps_no_other_from_being_done(faults: Faults) -> None:
    key = arrive().message_key

    with faults.at(1, "refused connection"):  # the first is the list of workspaces
        sweep.sweep(SOON)

    assert faults.calls[:2] == ["Query", "Query"]
    assert state(key) == State.sent


def test_a_page_of_messages_that_cannot_be_read_keeps_nothing_behind_it() -> None:
    for number in range(0, 110, 10):
        transaction = Transaction()
        for poison in range(number, number + 10):
            row = MessageItem(*MessageItem.key(WORKSPACE, f"poison-{poison}"), body="no message", state="pending")
            row.gsi1pk, row.gsi1sk = f"W#{WORKSPACE}#OUTBOX", f"{iso(NOW - timedelta(days=1))}#{poison:03d}"
            transaction.create(row)
        transaction.commit()
    key = arrive().message_key

    done = sweep.sweep(SOON)

    assert (done["Failed"], done["MailSent"]) == (110, 1)
    assert state(key) == State.sent


def test_a_round_without_time_left_begins_no_other_mail() -> None:
    """Being killed at work would leave a mail of unknown fate."""
    keys = [arrive().message_key]

    sweep.sweep(SOON, goes_on=lambda: False)

    assert [state(k) for k in keys] == [State.pending]


def test_a_mail_that_cannot_be_read_all_day_is_put_before_a_human() -> None:
    gone = Received(id="gone0000000001", key="incoming/gone0000000001", at=NOW, updated_at=NOW)
    threads.arrive(gone)

    sweep.sweep(NOW + timedelta(hours=25))
    sweep.sweep(NOW + timedelta(hours=26))

    held = threads.load(gone.id).read()
    assert (held.state, held.reason) == (ReceivedState.held, "unreadable")
    assert [i.received.id for i in review.listed(READER, "received", None).items if i.received] == [gone.id]
    assert threads.unfinished("9999") == []
    truth.check()
