"""What SES tells of a mail, late, twice and in any order, and what follows for its person."""

import itertools
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor, arrive
from tests.faults import Faults, refusal
from tests.sent import candidate, events, lost, message, said, someone

from vivier.casework import answers
from vivier.mail import outbox
from vivier.mail import store as messages
from vivier.mail.model import Message, State
from vivier.people import editing, service, store
from vivier.storage.transaction import Transaction

pytestmark = pytest.mark.usefixtures("cloud")
Sent = Callable[[], list[str]]


@pytest.mark.parametrize("kind", ["Send", "Delivery", "Bounce", "Complaint"])
def test_any_proof_from_ses_settles_an_unknown_message(faults: Faults, kind: str) -> None:
    key = arrive().message_key or ""
    faults.answer("SendEmail", refusal("InternalFailure", 500))
    outbox.send(WORKSPACE, key, NOW)
    outbox.look(actor(), key)

    said(key, kind, NOW + timedelta(seconds=2))

    assert message(key).state == State.sent
    assert candidate(message(key).candidate_id).states() == []
    truth.check()


def test_what_ses_tells_first_is_news_and_what_it_tells_again_is_none(faults: Faults) -> None:
    key = arrive().message_key or ""
    faults.answer("SendEmail", refusal("InternalFailure", 500))
    outbox.send(WORKSPACE, key, NOW)

    def news(kind: str, **detail: str) -> list[bool]:
        return [outbox.record_ses_event(WORKSPACE, key, kind, kind, NOW, detail, ses_id="ses-1") for _ in range(2)]

    assert news("Send") == [True, False]
    assert news("Delivery") == [True, False]
    assert news("Complaint", type="not-spam") == [False, False]


def test_the_timeline_says_that_ses_told_of_a_bounce_of_which_mail_and_why() -> None:
    key = arrive().message_key or ""
    outbox.send(WORKSPACE, key, NOW)

    said(key, "Bounce", type="Transient", subtype="MailboxFull")

    person = service.open_candidate(actor(), message(key).candidate_id or "")
    told = next(e for e in person.events if e.kind == "mail_bounced")
    assert (told.cause, told.data["message"], told.data["subtype"]) == ("ses", key, "MailboxFull")


@pytest.mark.parametrize(("kind", "lasts"), [("Transient", False), ("Permanent", True)])
def test_who_asks_what_a_bounce_means_hears_once_whether_it_lasts(kind: str, lasts: bool) -> None:
    key = arrive().message_key or ""
    outbox.send(WORKSPACE, key, NOW)
    heard: list[tuple[str, str, bool]] = []

    def also(_: Transaction, workspace: str, about: Message, what: str, at: datetime, lasting: bool) -> None:
        heard.append((about.key, what, lasting))

    for _ in range(2):
        outbox.record_ses_event(WORKSPACE, key, "Bounce", "one", NOW, {"type": kind}, also=also)

    assert heard == [(key, "mail_bounced", lasts)]


def test_that_ses_threw_a_mail_away_proves_that_it_had_one_of_which_nothing_was_heard(faults: Faults) -> None:
    key = arrive().message_key or ""
    faults.answer("SendEmail", refusal("InternalFailure", 500))
    outbox.send(WORKSPACE, key, NOW)

    said(key, "Reject", NOW + timedelta(seconds=2))

    told = sorted(k for k in events(message(key).candidate_id) if k in ("mail_unknown", "mail_sent", "mail_refused"))
    assert (message(key).state, message(key).reason) == (State.refused, "rejected")
    assert told == ["mail_refused", "mail_sent", "mail_unknown"]


def test_ses_names_a_mail_that_a_report_alone_had_told_of(faults: Faults) -> None:
    key = arrive().message_key or ""
    faults.answer("SendEmail", refusal("InternalFailure", 500))
    outbox.send(WORKSPACE, key, NOW)
    reported = NOW + timedelta(minutes=5)
    outbox.record_ses_event(WORKSPACE, key, "Bounce", "report", reported, {"type": "Transient"})
    outbox.record_ses_event(WORKSPACE, key, "Complaint", "report 2", reported + timedelta(days=1), {"type": "abuse"})
    assert (message(key).ses_id, message(key).settled_at) == (None, NOW)

    said(key, "Delivery", NOW + timedelta(seconds=4))
    said(key, "Send")

    assert (message(key).ses_id, message(key).settled_at) == ("ses-1", NOW + timedelta(seconds=1))
    assert messages.SentItem.key("ses-1") in {(r.pk, r.sk) for r in truth.rows()}


def state_of_the_world() -> dict[str, Any]:
    """Everything that events should leave the same, without random ids and write counters."""
    people = [
        c.model_dump(exclude={"id", "places"}) | {"application": c.application and c.application.acknowledged_at}
        for c in truth.people().values()
    ]
    for one in people:
        one["fields"] = None
    held = [r.read().model_dump(exclude={"key", "candidate_id", "scope"}) for r in truth.of(messages.MessageItem)]
    for one in held:
        one["seen"].sort()  # what was said, in whatever order
    told = sorted(
        (e.at, e.kind, str({k: v for k, v in e.data.items() if k not in ("message", "document_id", "version")}))
        for e in (r.read() for r in truth.of(store.EventItem))
    )
    return {"people": people, "messages": held, "events": told}


def test_a_mail_that_ses_took_and_threw_away_waits_for_a_human_and_its_answer_is_owed_again(sent: Sent) -> None:
    for order in (("Send", "Reject"), ("Reject", "Send"), ("Reject", "Reject", "Send")):
        key = arrive(someone(len(sent()))).message_key or ""
        outbox.send(WORKSPACE, key, NOW)

        for kind in order:
            said(key, kind)

        who = candidate(message(key).candidate_id)
        assert (message(key).state, message(key).reason) == (State.refused, "rejected")
        assert key in lost()
        assert "answer_due" in who.states()
        assert [k for k in events(who.id) if k in ("mail_sent", "mail_refused")] == ["mail_sent", "mail_refused"]
    truth.check()


def test_an_event_that_comes_again_after_many_others_is_still_known() -> None:
    key = arrive().message_key

    for number in range(60):
        said(key, "Complaint", identifier=f"feedback-{number}", type="abuse")
        said(key, "Bounce", identifier="feedback-b", type="Transient", subtype="General") if number > 54 else None

    assert events(message(key).candidate_id).count("mail_bounced") == 1


HISTORY: list[tuple[str, int, dict[str, str]]] = [
    ("Send", 1, {}),
    ("Delivery", 2, {}),
    ("Bounce", 3, {"type": "Permanent", "subtype": "General"}),
    ("Complaint", 4, {"type": "abuse"}),
]


@pytest.mark.parametrize("order", [*itertools.permutations(range(4))][::3])
def test_events_late_twice_and_in_any_order_leave_the_same_database(
    environment: pytest.MonkeyPatch, faults: Faults, order: tuple[int, ...]
) -> None:
    def world(number: int, indexes: list[int]) -> dict[str, Any]:
        key = arrive(someone(number)).message_key or ""
        faults.answer("SendEmail", refusal("InternalFailure", 500))
        outbox.send(WORKSPACE, key, NOW)
        for index in indexes:
            kind, second, detail = HISTORY[index]
            said(key, kind, NOW + timedelta(seconds=second), f"id-{kind}", **detail)
        truth.check()
        seen = state_of_the_world()
        truth.clear()
        return seen

    assert world(1, [*order, *order, order[0]]) == world(1, [0, 1, 2, 3])


def test_a_permanent_bounce_stops_the_person_and_what_was_still_to_be_sent(sent: Sent) -> None:
    first = arrive().message_key or ""
    outbox.send(WORKSPACE, first, NOW)
    later = NOW + timedelta(days=2)
    second = arrive(at=later).message_key or ""

    said(first, "Bounce", later, type="Permanent", subtype="General")
    outbox.send(WORKSPACE, second, later)

    who = candidate(message(first).candidate_id)
    assert (message(second).state, len(sent())) == (State.cancelled, 1)
    assert (who.mailable, who.epoch) == (False, 1)
    assert "answer_due" in who.states()
    truth.check()


def test_what_was_owed_under_an_old_epoch_is_not_sent_when_mail_may_go_again(sent: Sent) -> None:
    first = arrive().message_key or ""
    outbox.send(WORKSPACE, first, NOW)
    later = NOW + timedelta(days=2)
    second = arrive(at=later).message_key or ""
    said(first, "Bounce", later, type="Permanent", subtype="General")
    who = message(first).candidate_id or ""
    edit = editing.Edit(emails=["maelys@ailleurs.example"])
    service.edit(actor(), who, store.load(WORKSPACE, who).number, edit, later)
    assert candidate(who).mailable

    outbox.send(WORKSPACE, second, later)
    again = answers.acknowledge(actor(), who, later)
    outbox.send(WORKSPACE, again, later)

    assert message(second).state == State.cancelled
    assert sent() == ["maelys.kervadec@courrier.example", "maelys@ailleurs.example"]
    truth.check()


def test_a_passing_bounce_stops_nothing() -> None:
    key = arrive().message_key

    said(key, "Bounce", type="Transient", subtype="MailboxFull")

    assert candidate(message(key).candidate_id).mailable


def test_a_late_bounce_of_an_address_that_was_mended_stops_nothing() -> None:
    key = arrive().message_key or ""
    outbox.send(WORKSPACE, key, NOW)
    who = message(key).candidate_id or ""
    edit = editing.Edit(emails=["maelys@ailleurs.example"])
    service.edit(actor(), who, store.load(WORKSPACE, who).number, edit, NOW)

    said(key, "Bounce", NOW + timedelta(days=1), type="Permanent", subtype="General")

    assert candidate(who).mailable
    assert "mail_bounced" in events(who)


def test_an_event_for_a_message_nobody_knows_brings_nothing_back() -> None:
    assert not said("ack-nobody", "Bounce", type="Permanent")
    assert truth.people() == {}
