"""Mails to one of us, mails under a guard, and mails taken back: the outbox beyond one candidate's acknowledgement."""

import itertools
from collections.abc import Callable
from datetime import timedelta

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor, arrive, profile
from tests.faults import FAULTS, Faults, refusal
from tests.sent import raw_mails

from vivier.casework import sweep
from vivier.kernel.actor import Role
from vivier.kernel.errors import Conflict
from vivier.mail import outbox, service
from vivier.mail import store as messages
from vivier.mail.model import TOKEN, Guard, Message, PersonalLink, State
from vivier.people import store
from vivier.storage.table import get
from vivier.storage.transaction import Lost, Transaction
from vivier.team import links, membership
from vivier.team import service as team
from vivier.team.model import Member

pytestmark = pytest.mark.usefixtures("cloud")
Sent = Callable[[], list[str]]
LATER = NOW + timedelta(hours=3)


def colleague() -> Member:
    return team.add_member(
        WORKSPACE, subject="sub-1", name="Camille Aubry", email="camille@halage.example", role=Role.recruiter
    )


def queued(key: str, *, guard: Guard | None = None) -> str:
    who = colleague()
    fields = {"by": "Noé Rivière", "about": "Maëlys", "quote": "<b>À rappeler</b>"}
    mail = service.for_member(
        "mention", key, who, team.workspace(WORKSPACE), NOW, fields, "/candidates/can_1", guard=guard
    )
    transaction = Transaction()
    outbox.put(transaction, WORKSPACE, mail)
    transaction.commit()
    return key


def message(key: str) -> Message:
    return get(messages.MessageItem, messages.MessageItem.key(WORKSPACE, key), consistent=True).read()


def guarded(key: str, *, epoch: int) -> str:
    """A candidate's mail that waits, made under the epoch 4 of a row that now has another."""
    row = messages.GuardedItem(f"W#{WORKSPACE}#GUARD", key, epoch=epoch)
    who = arrive(profile(email=f"{key}@courrier.example")).message_key or ""
    held = get(messages.MessageItem, messages.MessageItem.key(WORKSPACE, who), consistent=True)
    transaction = Transaction()
    transaction.create(row)
    guard = Guard(pk=row.pk, sk=row.sk, epoch=4)
    transaction.save(held.now(WORKSPACE, held.read().model_copy(update={"guard": guard})))
    transaction.commit()
    return who


def told(key: str) -> list[str]:
    return [e.read().kind for e in truth.of(store.EventItem) if e.read().data.get("message") == key]


def test_ses_s_ids_name_the_mails_of_people_and_no_others() -> None:
    own, ours = arrive(profile()).message_key or "", queued("mention-9")

    states = [outbox.send(WORKSPACE, key, LATER) for key in (own, ours)]

    assert states == [State.sent, State.sent]
    assert [r.message for r in truth.rows() if isinstance(r, messages.SentItem)] == [own]


def test_a_mail_to_a_member_says_what_happened_in_text_and_html() -> None:
    written = message(queued("mention-1"))

    assert written.to == "camille@halage.example"
    assert written.subject == "Noé Rivière vous mentionne dans une note"
    assert "<b>À rappeler</b>" in written.text
    assert "&lt;b&gt;À rappeler&lt;/b&gt;" in written.html
    assert "https://people.example.com/candidates/can_1" in written.text
    assert 'href="https://people.example.com/candidates/can_1"' in written.html


def test_every_text_for_members_exists_in_both_languages_and_fills_in() -> None:
    from typing import get_args

    from vivier.kernel.actor import Language
    from vivier.mail import internal
    from vivier.mail.model import InternalKey

    about_tasks = ("name", "organisation", "by", "about", "quote", "task", "due", "summary", "job", "stage", "until")
    about_interviews = ("facts", "fate", "when", "words")
    fields = {n: f"<{n}>" for n in (*about_tasks, *about_interviews)}
    for key, language in itertools.product(get_args(InternalKey), get_args(Language)):
        written = internal.write(key, language, fields, "/", [internal.Section("Tâches", ["une\r\nligne"])])

        assert "{" not in written.subject + written.text
        assert "\n" not in written.subject
        assert "<name>" not in written.html


@pytest.mark.parametrize("fault", FAULTS)
def test_a_member_gets_a_mail_once_whatever_call_fails(faults: Faults, sent: Sent, fault: str) -> None:
    for number in itertools.count():
        key = queued(f"mention-{number}")
        before = len(sent())
        with faults.at(number, fault):
            outbox.send(WORKSPACE, key, NOW)
        for hour in range(1, 4):
            sweep.sweep(NOW + timedelta(hours=hour))

        left, end = len(sent()) - before, message(key)
        assert left <= 1
        assert end.state == State.unknown or (end.state, left) == (State.sent, 1)
        if not faults.fired:
            assert number >= 4
            break
    truth.check()


def test_a_member_that_ses_refuses_stands_before_nobody(faults: Faults) -> None:
    key = queued("mention-1")
    faults.answer("SendEmail", refusal("MessageRejected"))

    assert outbox.send(WORKSPACE, key, NOW) == State.refused
    assert messages.lost(WORKSPACE) == []
    truth.check()


def test_a_members_bounce_is_kept_on_the_mail_and_stops_no_candidate() -> None:
    key = queued("mention-1")
    outbox.send(WORKSPACE, key, NOW)

    first = outbox.record_ses_event(WORKSPACE, key, "Bounce", "b1", NOW, {"type": "Permanent"})
    again = outbox.record_ses_event(WORKSPACE, key, "Bounce", "b1", NOW, {"type": "Permanent"})

    assert (first, again) == (True, False)
    assert message(key).reason == "mail_bounced"
    assert truth.of(store.EventItem) == []


def test_a_mail_to_a_member_who_was_removed_meanwhile_never_leaves(sent: Sent) -> None:
    key = queued("mention-1")
    membership.remove(actor(Role.admin), colleague().id, NOW)

    assert outbox.send(WORKSPACE, key, NOW) == State.cancelled
    assert (sent(), message(key).reason) == ([], "the member was removed")


@pytest.mark.parametrize("fault", FAULTS)
def test_a_mail_whose_guard_moved_on_never_leaves_and_says_so(faults: Faults, sent: Sent, fault: str) -> None:
    for number in itertools.count():
        key = guarded(f"g{number}", epoch=5)
        with faults.at(number, fault):
            outbox.send(WORKSPACE, key, NOW)
        sweep.sweep(LATER)

        assert (message(key).state, message(key).reason) == (State.cancelled, "what it was about has moved on")
        assert told(key).count("mail_cancelled") == 1
        assert sent() == []
        if not faults.fired:
            assert number >= 4
            break
    truth.check()


def test_a_mail_whose_guard_stands_leaves(sent: Sent) -> None:
    key = guarded("g", epoch=4)

    assert outbox.send(WORKSPACE, key, NOW) == State.sent
    assert len(sent()) == 1


def test_a_mail_whose_guarded_row_is_gone_never_leaves(sent: Sent) -> None:
    key = guarded("g", epoch=4)
    messages.GuardedItem(f"W#{WORKSPACE}#GUARD", "g").delete(add_version_condition=False)

    assert outbox.send(WORKSPACE, key, NOW) == State.cancelled
    assert sent() == []


def test_a_link_is_made_as_its_mail_leaves_and_stands_nowhere_else(sent: Sent) -> None:
    key = queued("mention-1")
    row = get(messages.MessageItem, messages.MessageItem.key(WORKSPACE, key), consistent=True)
    link = PersonalLink(purpose="invitation", subject="inv_1", expires_at=NOW + timedelta(days=7))
    words = {"text": f"Ouvrez {TOKEN}.", "html": f'<p><a href="https://x.example/{TOKEN}">Ouvrez</a></p>'}
    transaction = Transaction()
    transaction.save(row.now(WORKSPACE, row.read().model_copy(update={**words, "link": link})))
    transaction.commit()

    assert outbox.send(WORKSPACE, key, NOW) == State.sent

    raw = raw_mails()[-1]
    token = raw.partition("https://x.example/")[2].partition('"')[0]
    assert links.resolve("invitation", token, NOW).subject == "inv_1"
    assert f"Ouvrez {token}." in raw
    assert TOKEN not in raw
    assert not [row for row in truth.rows() if token in str(row.attribute_values)]


def take_back(key: str) -> str:
    transaction = Transaction()
    try:
        outbox.cancel(transaction, WORKSPACE, key, "taken back")
        transaction.commit()
    except Lost:
        return "lost"
    except Conflict:
        return "left"
    return "taken"


def test_a_mail_is_taken_back_or_sent_in_whatever_order_the_two_meet(faults: Faults, sent: Sent) -> None:
    for number in itertools.count():
        key = queued(f"mention-{number}")
        before, outcomes = len(sent()), list[str]()
        with faults.meanwhile(number, lambda key=key, outcomes=outcomes: outcomes.append(take_back(key))):  # type: ignore[misc]
            outbox.send(WORKSPACE, key, NOW)
        outcomes = outcomes or [take_back(key)]

        left = len(sent()) - before
        assert (outcomes, left, message(key).state) in (
            (["taken"], 0, State.cancelled),
            (["left"], 1, State.sent),
        )
        if not faults.fired:
            break


def test_a_send_between_the_reading_and_the_writing_of_an_undo_wins(faults: Faults, sent: Sent) -> None:
    for number in itertools.count():
        key = queued(f"mention-{number}")
        before = len(sent())
        with faults.meanwhile(number, lambda key=key: outbox.send(WORKSPACE, key, NOW)):  # type: ignore[misc]
            outcome = take_back(key)

        assert (outcome, len(sent()) - before) in (("lost", 1), ("left", 1), ("taken", 0))
        if not faults.fired:
            assert (outcome, message(key).state) == ("taken", State.cancelled)
            break


def test_what_was_taken_back_stays_back(sent: Sent) -> None:
    key = queued("mention-1")

    assert [take_back(key), take_back(key)] == ["taken", "taken"]
    assert outbox.cancel(Transaction(), WORKSPACE, key, "another reason").reason == "taken back"
    assert outbox.send(WORKSPACE, key, LATER) == State.cancelled
    assert sweep.sweep(LATER)["MailSent"] == 0
    assert (sent(), message(key).reason) == ([], "taken back")


def test_a_mail_is_a_candidates_or_internal() -> None:
    held = message(queued("mention-1")).model_dump(exclude_defaults=True)

    for wrong in ({"candidate_id": "can_1"}, {"message_class": "owed_answer"}):
        with pytest.raises(ValueError, match="internal"):
            Message.model_validate(held | wrong)
