"""The fault model of contracts.md §3, as far as files and mails go: every death, every lost answer, every order."""

import itertools
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor, arrive, profile
from tests.faults import FAULTS, Faults, refusal

from vivier.casework import answers, sweep
from vivier.kernel.actor import Role
from vivier.kernel.errors import Forbidden
from vivier.kernel.metering import metered
from vivier.mail import outbox
from vivier.mail import store as messages
from vivier.mail.model import Message, State
from vivier.people import editing, service, store
from vivier.people.model import Candidate
from vivier.resumes.model import Profile
from vivier.storage.table import get
from vivier.storage.transaction import Transaction

pytestmark = pytest.mark.usefixtures("cloud")
Sent = Callable[[], list[str]]
LATER = [NOW + timedelta(**t) for t in ({"minutes": 1}, {"minutes": 5}, {"hours": 1}, {"hours": 9})]


def someone(number: int) -> Profile:
    """A person whom nobody else resembles."""
    name = "".join(chr(97 + int(d)) for d in f"{number:04d}")
    return profile(f"Prénom{name} Nom{name}", f"p{number}@courrier.example")


def message(key: str | None) -> Message:
    return get(messages.MessageItem, messages.MessageItem.key(WORKSPACE, key or ""), consistent=True).read()


def candidate(identifier: str | None) -> Candidate:
    return store.load(WORKSPACE, identifier or "").read()


def said(key: str | None, kind: str, at: datetime = NOW, identifier: str = "ses-1", **detail: str) -> bool:
    return outbox.record_ses_event(
        WORKSPACE, key or "", kind, identifier, at, detail, sent_at=NOW + timedelta(seconds=1), ses_id="ses-1"
    )


def events(identifier: str | None) -> list[str]:
    return [e.kind for e in reversed(service.open_candidate(actor(), identifier or "").events)]


def lost() -> list[str]:
    return [r.read().key for r in messages.lost(WORKSPACE)]


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
    assert int(store.counters(WORKSPACE)["review:mail"].n) == 1
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


def test_who_may_not_review_takes_nothing_off_the_list(faults: Faults) -> None:
    key = arrive().message_key or ""
    faults.answer("SendEmail", refusal("MessageRejected"))
    outbox.send(WORKSPACE, key, NOW)

    with pytest.raises(Forbidden):
        outbox.look(actor(Role.reader), key)

    assert lost() == [key]


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
