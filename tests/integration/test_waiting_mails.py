"""Mails that a colleague wrote and that wait: stopped, changed, let go, and what happens to their person meanwhile."""

import itertools
from datetime import timedelta

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE
from tests.faults import Faults
from tests.sent import raw_mails
from tests.writing import AFTER, TOMORROW, Sent, draft, kinds, message, signing, someone, wrote

from vivier.casework import letters, merging, sweep, waiting
from vivier.casework.waiting import Rewriting
from vivier.kernel.actor import Actor
from vivier.kernel.errors import Conflict, VersionStale
from vivier.mail import outbox
from vivier.mail.model import State
from vivier.people import service as people

pytestmark = pytest.mark.usefixtures("cloud")


@pytest.fixture
def camille(cloud: None) -> Actor:
    return signing()


def test_undoing_gives_the_draft_back_and_the_timeline_says_so(camille: Actor, sent: Sent) -> None:
    one = someone()
    (done,) = wrote(camille, one)

    back, again = (waiting.stop(camille, one, done.message_key or "", NOW) for _ in range(2))
    sweep.sweep(AFTER)

    assert back == again
    assert (back.draft, back.at) == (draft(), None)
    assert sent() == []
    assert kinds(one) == ["mail_queued", "mail_cancelled"]


def test_undo_and_the_sender_race_and_one_of_them_wins(faults: Faults, camille: Actor, sent: Sent) -> None:
    for number in itertools.count():
        one = someone(f"Prénom{number} Nom")
        (done,) = wrote(camille, one)
        key, before = done.message_key or "", len(sent())

        def stop(who: str = one, which: str = key) -> None:
            try:
                waiting.stop(camille, who, which, AFTER)
            except Conflict:
                return

        with faults.meanwhile(number, stop):
            outbox.send(WORKSPACE, key, AFTER)
        if not faults.fired:
            stop()

        state = message(one, done).state
        assert state in (State.sent, State.cancelled)
        assert len(sent()) - before == (state == State.sent)
        assert kinds(one)[1:] == [f"mail_{state}"]
        if not faults.fired:
            break


def test_a_mail_that_waits_takes_other_words_on_the_version_that_was_read(camille: Actor) -> None:
    one = someone()
    (done,) = wrote(camille, one, at=TOMORROW)
    key = done.message_key or ""
    version = letters.row(camille, one, key).number
    other = Rewriting(draft=draft(subject="Autre sujet"), at=TOMORROW + timedelta(hours=2))

    after, _ = waiting.rewrite(camille, one, key, version, other, NOW)
    with pytest.raises(VersionStale):
        waiting.rewrite(camille, one, key, version, other, NOW)
    outbox.send(WORKSPACE, key, TOMORROW + timedelta(hours=2))
    with pytest.raises(Conflict):
        waiting.rewrite(camille, one, key, letters.row(camille, one, key).number, other, NOW)

    assert (after.subject, after.due_at) == ("Autre sujet", TOMORROW + timedelta(hours=2))
    assert "Subject: Autre sujet" in raw_mails()[0]
    assert kinds(one) == ["mail_queued", "mail_changed", "mail_sent"]


def test_a_mail_that_waits_leaves_at_once_when_asked_to(camille: Actor, sent: Sent) -> None:
    one = someone()
    (done,) = wrote(camille, one, at=TOMORROW)
    key = done.message_key or ""

    for _ in range(2):
        waiting.send_now(camille, one, key, NOW)
    outbox.send(WORKSPACE, key, NOW)

    assert len(sent()) == 1
    assert waiting.send_now(camille, one, key, NOW).state == State.sent
    assert kinds(one) == ["mail_queued", "mail_changed", "mail_sent"]
    with pytest.raises(Conflict):
        waiting.stop(camille, one, key, NOW)


def test_a_merge_meanwhile_neither_stops_nor_doubles_what_waits(camille: Actor, sent: Sent) -> None:
    one, other = someone("Ewen Tanguy", "ewen@courrier.example"), someone("Ewen Tangui")
    (done,) = wrote(camille, one, at=TOMORROW)
    merging.merge(camille, other, one, NOW)

    sweep.sweep(TOMORROW)

    assert sent() == ["ewen@courrier.example"]
    assert "mail_sent" in kinds(other)
    assert letters.message(camille, other, done.message_key or "").state == State.sent
    truth.check()


def test_a_bounce_before_the_time_stops_what_waits(camille: Actor, sent: Sent) -> None:
    one = someone()
    (first,) = wrote(camille, one)
    (second,) = wrote(camille, one, at=TOMORROW)
    sweep.sweep(AFTER)
    outbox.record_ses_event(WORKSPACE, first.message_key or "", "Bounce", "b", AFTER, {"type": "Permanent"})

    sweep.sweep(TOMORROW)

    assert len(sent()) == 1
    assert message(one, second).state == State.cancelled
    assert wrote(camille, one)[0].code == "Invalid"


def test_the_products_own_mails_are_not_taken_back_here(camille: Actor) -> None:
    one = someone(relation="applied")
    key = next(e.data["message"] for e in people.open_candidate(camille, one).events if e.kind == "mail_queued")

    with pytest.raises(Conflict):
        waiting.stop(camille, one, key, NOW)
