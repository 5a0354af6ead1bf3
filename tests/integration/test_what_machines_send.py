"""What colleagues and machines send to a conversation: absences, bounces, complaints, what none can read."""

from collections.abc import Callable

import pytest
from tests import mails, truth
from tests.factories import WORKSPACE, actor, colleague
from tests.talks import DOMAIN, LATER, Talk, receive, thread

from vivier.casework import conversations, held_mail, review
from vivier.mail import outbox
from vivier.mail.threads import store
from vivier.mail.threads.model import Received, State, Verdicts
from vivier.people import lists, service
from vivier.people import store as people

pytestmark = pytest.mark.usefixtures("cloud")


def from_colleague(talk: Talk, **headers: str) -> Received:
    colleague("Nadia Roche")
    raw = mails.raw("Le parking est gratuit.", From="Nadia Roche <Nadia@halage.example>", **headers)
    return receive(raw, talk.reply_to)


def test_a_colleague_who_answers_to_all_stands_in_the_conversation_and_answers_for_the_team() -> None:
    talk = Talk()
    receive(talk.answer(), talk.reply_to)

    copied = {"To": talk.reply_to, "Cc": f"Inès <{talk.address.upper()}>", "Message_ID": "<8@halage.example>"}
    received = from_colleague(talk, **copied)

    assert received.state == State.filed
    said = thread(talk)
    assert said.mails[-1].entry.message_id == "8@halage.example"
    assert (said.mails[-1].entry.colleague, said.mails[-1].entry.team_only) == ("Nadia Roche", False)
    assert not said.thread.needs_answer
    (told,) = (e for e in talk.events() if e.kind == "mail_from_colleague")
    assert (told.actor.name, told.data["reply"]) == ("Nadia Roche", "Le parking est gratuit.")


def test_a_colleague_s_mail_that_is_delivered_twice_stands_once() -> None:
    talk = Talk()

    first = from_colleague(talk, To=talk.reply_to, Message_ID="<7@halage.example>")
    again = from_colleague(talk, To=talk.reply_to, Message_ID="<7@halage.example>")

    assert (first.state, again.state) == (State.filed, State.noted)
    assert len([m for m in thread(talk).mails if m.entry.colleague]) == 1


def test_a_colleague_who_answers_to_the_team_alone_answers_nobody() -> None:
    talk = Talk()
    receive(talk.answer(), talk.reply_to)

    from_colleague(talk, To=talk.reply_to, Message_ID="<9@halage.example>")

    said = thread(talk)
    assert (said.mails[-1].entry.team_only, said.mails[-1].entry.message_id) == (True, None)
    assert said.thread.needs_answer
    assert "mail_to_team" in talk.kinds()


def test_the_absence_of_a_colleague_in_copy_is_nobody_s_concern_and_a_forged_one_is_for_a_human() -> None:
    talk = Talk()

    away = from_colleague(talk, To=talk.reply_to, Auto_Submitted="auto-replied")
    raw = mails.raw("Payez.", From="Nadia Roche <nadia@halage.example>")
    forged = receive(raw, talk.reply_to, verdicts=Verdicts(dmarc="FAIL"))

    assert away.state == State.noted
    assert (forged.state, forged.reason) == (State.held, "sender")
    assert not [m for m in thread(talk).mails if m.entry.colleague]


def test_an_automatic_answer_is_shown_and_asks_for_nothing() -> None:
    talk = Talk()

    receive(mails.away(From=talk.address), talk.reply_to)

    assert talk.kinds()[-1] == "mail_auto_reply"
    said = thread(talk).thread
    assert not said.needs_answer
    assert said.subject == talk.sent.subject


def test_an_automatic_answer_that_answers_nothing_lies_in_a_quiet_list_with_why() -> None:
    talk = Talk()
    first = receive(mails.away(From="guichet@x.example"), f"contact@{DOMAIN}")
    second = receive(mails.away(From=talk.address), f"contact@{DOMAIN}")

    assert [(r.state, r.reason) for r in (first, second)] == [
        (State.quiet, "unknown_sender"),
        (State.quiet, "no_thread"),
    ]
    assert review.listed(actor(), "received", None).items == []
    listed = [i.received for i in review.listed(actor(), "automatic", None).items]
    assert [r.id for r in listed if r] == [second.id, first.id]
    assert conversations.mail(actor(), first.id, LATER).whole.reply
    held = lists.counters(WORKSPACE)
    assert (held[store.QUIET].n, store.HELD in held) == (2, False)
    truth.check()


def test_an_automatic_answer_of_the_quiet_list_is_filed_or_put_aside_and_comes_back_to_it() -> None:
    talk = Talk()
    quiet = receive(mails.away(From="guichet@x.example"), f"contact@{DOMAIN}")

    held_mail.dismiss(actor(), quiet.id, LATER)
    assert review.listed(actor(), "automatic", None).items == []
    assert held_mail.take_back(actor(), quiet.id, LATER).received.state == State.quiet
    held_mail.file_to(actor(), quiet.id, talk.candidate_id, None, LATER)
    assert talk.kinds()[-1] == "mail_auto_reply"
    assert not thread(talk).thread.needs_answer
    assert held_mail.take_back(actor(), quiet.id, LATER).received.state == State.quiet

    assert [i.received and i.received.id for i in review.listed(actor(), "automatic", None).items] == [quiet.id]
    assert lists.counters(WORKSPACE)[store.QUIET].n == 1
    truth.check()


def test_a_hard_bounce_by_mail_ends_mail_to_the_address_as_ses_s_event_would() -> None:
    talk = Talk()
    (own,) = talk.sent.references

    received = receive(mails.bounced(talk.address, references=f"<{own}>"), "recrutement@halage.example")

    assert received.state == State.noted
    assert talk.kinds()[-1] == "mail_bounced"
    assert people.load(WORKSPACE, talk.candidate_id).read().mailable is False


@pytest.mark.parametrize(
    "raw",
    [
        lambda own: mails.bounced(status="5.2.2", said="smtp; 552 mailbox full", references=own),
        lambda own: mails.bounced("autre@example.org", references=own),
    ],
    ids=["full", "another address"],
)
def test_a_bounce_that_does_not_say_so_ends_nothing(raw: Callable[[str], bytes]) -> None:
    talk = Talk()
    (own,) = talk.sent.references

    receive(raw(f"<{own}>"), "recrutement@halage.example")

    assert people.load(WORKSPACE, talk.candidate_id).read().mailable


def test_a_bounce_that_comes_to_the_address_of_answers_is_about_the_mail_it_gives_back() -> None:
    talk = Talk()

    received = receive(mails.bounced(talk.address, references=f"<{talk.sent.references[0]}>"), talk.reply_to)

    assert received.state == State.noted
    assert not service.open_candidate(actor(), talk.candidate_id).candidate.mailable


def test_a_complaint_by_mail_is_recorded() -> None:
    talk = Talk()
    (own,) = talk.sent.references
    raw = mails.complaint(talk.address).replace(b"<ack-1@halage.example>", f"<{own}>".encode())

    receive(raw, "recrutement@halage.example")

    assert talk.kinds()[-1] == "mail_complained"


def test_a_complaint_that_ses_and_a_report_by_mail_tell_of_stands_once() -> None:
    talk = Talk()
    (own,) = talk.sent.references
    raw = mails.complaint(talk.address).replace(b"<ack-1@halage.example>", f"<{own}>".encode())

    receive(raw, "recrutement@halage.example")
    outbox.record_ses_event(WORKSPACE, talk.key, "Complaint", "fb-1", LATER, {"type": "abuse"})

    assert talk.kinds().count("mail_complained") == 1
    truth.check()


def test_a_report_by_mail_that_it_is_no_spam_is_no_complaint() -> None:
    talk = Talk()
    (own,) = talk.sent.references
    raw = mails.complaint(talk.address).replace(b"<ack-1@halage.example>", f"<{own}>".encode())

    receive(raw.replace(b"Feedback-Type: abuse", b"Feedback-Type: not-spam"), "recrutement@halage.example")

    assert "mail_complained" not in talk.kinds()


def test_a_report_about_no_mail_of_ours_is_for_a_human() -> None:
    assert receive(mails.bounced(), "recrutement@halage.example").reason == "unknown_report"


def test_encrypted_and_unreadable_mails_are_for_a_human() -> None:
    talk = Talk()
    sealed = mails.attached(b"\x30", "smime.p7m", "application/pkcs7-mime; smime-type=enveloped-data")

    assert receive(f"From: {talk.address}\r\n".encode() + sealed, talk.reply_to).reason == "encrypted"
    assert receive(b"\x00\x01", talk.reply_to).reason == "unreadable"


def test_what_was_left_out_of_a_mail_and_a_signature_that_nobody_verified_are_said_in_its_thread() -> None:
    talk = Talk()
    many = [mails.part("Voici tout."), *(mails.attached(b"x", f"{n}.txt") for n in range(120))]
    signed = [mails.part("Oui."), mails.attached(b"0", "smime.p7s", "application/pkcs7-signature")]
    receive(mails.several(many, From=talk.address), talk.reply_to)
    receive(mails.several(signed, From=talk.address), talk.reply_to)
    receive(talk.answer(), talk.reply_to)

    theirs = [m.entry for m in thread(talk).mails if m.entry.direction == "in"]
    assert sorted((e.cut, e.signed) for e in theirs) == [(False, False), (False, True), (True, False)]
