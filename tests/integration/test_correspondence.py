"""Mail in: from SES's notice to the thread and the timeline of its person, or before a human."""

import itertools
from collections.abc import Callable, Iterator
from datetime import timedelta
from email import policy
from email.message import EmailMessage
from typing import Any

import pytest
from moto.ses.models import ses_backends
from tests import mails, truth
from tests.conftest import ENVIRONMENT
from tests.factories import NOW, WORKSPACE, actor, arrive, colleague, profile
from tests.faults import FAULTS, Faults
from tests.hiring import person

from vivier.casework import conversations, correspondence, held_mail, review, writing
from vivier.casework.writing import Writing
from vivier.gateways import files
from vivier.intake import store as intakes
from vivier.intake.model import State as IntakeState
from vivier.intake.store import IntakeItem
from vivier.kernel.errors import Conflict, NotFound
from vivier.mail import outbox
from vivier.mail.drafts import Draft
from vivier.mail.inbound import reading
from vivier.mail.threads import addresses, store
from vivier.mail.threads.model import Received, State, Verdicts
from vivier.people import service
from vivier.people import store as people
from vivier.people.model import Event
from vivier.storage.transaction import Transaction
from vivier.team import notifications

pytestmark = pytest.mark.usefixtures("cloud")
DOMAIN = ENVIRONMENT["MAIL_DOMAIN"]
LATER = NOW + timedelta(minutes=10)
GOOD = Verdicts(spam="PASS", virus="PASS", spf="PASS", dkim="PASS", dmarc="PASS")


class Talk:
    """Someone whom we wrote to, and the mail they got."""

    def __init__(self, address: str = "ines@example.org") -> None:
        self.address = address
        step = arrive(profile("Inès Farge", address))
        self.key = step.message_key or ""
        self.candidate_id = f"can_{step.intake_id.partition('_')[2]}"
        outbox.send(WORKSPACE, self.key, NOW)
        raw = ses_backends["123456789012"][ENVIRONMENT["AWS_DEFAULT_REGION"]].sent_messages[-1].raw_data
        self.sent = reading.read(raw.encode())

    @property
    def reply_to(self) -> str:
        return self.sent.reply_to[0].address

    def answer(self, text: str = mails.GMAIL_FR, **headers: str) -> bytes:
        return mails.raw(text, From=f"Inès Farge <{self.address}>", To=self.reply_to, **headers)

    def events(self) -> list[Event]:
        return list(reversed(service.open_candidate(actor(), self.candidate_id).events))

    def kinds(self) -> list[str]:
        return [e.kind for e in self.events()]


numbers = itertools.count()


def stored(raw: bytes, *recipients: str, verdicts: Verdicts = GOOD, identifier: str | None = None) -> Received:
    """A mail as SES leaves it: its object, and the notice."""
    identifier = identifier or f"mail{next(numbers):08d}"
    files.write(f"incoming/{identifier}", raw, "message/rfc822")
    return Received(
        id=identifier, key=f"incoming/{identifier}", at=NOW + timedelta(minutes=5), recipients=list(recipients),
        verdicts=verdicts, updated_at=LATER,
    )  # fmt: skip


def receive(raw: bytes, *recipients: str, verdicts: Verdicts = GOOD) -> Received:
    return correspondence.receive(stored(raw, *recipients, verdicts=verdicts), LATER)


def thread(talk: Talk) -> conversations.OpenedThread:
    (one,) = conversations.of_person(actor(), talk.candidate_id)
    return conversations.open_thread(actor(), one.id)


def test_an_answer_comes_into_its_thread_and_onto_the_timeline_the_reply_first() -> None:
    talk = Talk()

    received = receive(talk.answer(), talk.reply_to)

    assert received.state == State.filed
    told = talk.events()[-1]
    assert (told.kind, told.actor.kind) == ("mail_received", "candidate")
    assert told.data["reply"] == "Bonjour,\n\nJeudi à 14 h me convient.\n\nBien à vous,\nInès Farge"
    opened = thread(talk)
    assert [m.entry.direction for m in opened.mails] == ["out", "in"]
    assert opened.mails[0].message is not None
    assert opened.mails[0].message.key == talk.key
    assert opened.thread.needs_answer
    assert "> Quand seriez-vous disponible" in conversations.mail(actor(), received.id, LATER).whole.text


def test_how_somebody_is_reached_stands_under_their_reply() -> None:
    talk = Talk()

    receive(
        talk.answer(
            "Jeudi me convient.\n\n-- \nInès Farge\n06 39 98 01 02\n\nLe 3 mars, Halage a écrit :\n> Quand ?\n"
        ),
        talk.reply_to,
    )

    entry = thread(talk).mails[-1].entry
    assert (entry.reply, entry.signature) == ("Jeudi me convient.", "Inès Farge\n06 39 98 01 02")


def test_a_mail_that_its_program_sent_twice_is_there_once_though_ses_names_it_twice() -> None:
    talk = Talk()
    raw = with_files(talk).replace(b"Subject:", b"Message-ID: <one@letters.example>\r\nSubject:", 1)
    assert raw.count(b"<one@letters.example>") == 1

    first, second = receive(raw, talk.reply_to), receive(b"X-Hop: other\r\n" + raw, talk.reply_to, "cc@halage.example")

    assert (first.state, second.state) == (State.filed, State.noted)
    assert [m.entry.id for m in thread(talk).mails if m.entry.direction == "in"] == [first.id]
    assert talk.kinds().count("mail_received") == 1
    assert len([i for i in truth.of(IntakeItem) if i.read().for_candidate]) == 1
    truth.check()


def test_other_words_under_the_same_message_id_are_another_mail() -> None:
    talk = Talk()
    for words in ("Oui.", "Non."):
        receive(talk.answer(words, Message_ID="<one@letters.example>"), talk.reply_to)

    assert [m.entry.reply for m in thread(talk).mails if m.entry.direction == "in"] == ["Oui.", "Non."]


def test_what_we_send_says_where_answers_go_and_which_mail_of_ours_it_is() -> None:
    talk = Talk()

    assert addresses.tokens_in([talk.reply_to], DOMAIN)
    assert addresses.ours_in(talk.sent.references) == [(WORKSPACE, talk.key)]


def test_an_answer_without_the_token_is_known_by_the_mail_that_it_answers() -> None:
    talk = Talk()
    (own,) = talk.sent.references

    received = receive(talk.answer(In_Reply_To=f"<{own}>"), "recrutement@halage.example")

    assert received.state == State.filed
    assert "mail_received" in talk.kinds()


def test_an_id_that_a_program_folded_as_encoded_words_is_still_ours() -> None:
    talk = Talk()
    written = EmailMessage(policy.SMTP.clone(max_line_length=40))  # what is longer it folds by RFC 2047
    written["From"], written["To"], written["Subject"] = talk.address, f"rh@{DOMAIN}", "Re: Bonjour"
    written["References"] = f"<{talk.sent.references[0]}>"
    written.set_content("Jeudi me convient.")
    assert b"=?utf-8?q?" in written.as_bytes()

    received = receive(written.as_bytes(), f"rh@{DOMAIN}")

    assert (received.state, received.candidate_id) == (State.filed, talk.candidate_id)


def test_a_subject_alone_says_nothing() -> None:
    talk = Talk()

    received = receive(talk.answer(Subject=f"Re: {talk.sent.subject}"), f"contact@{DOMAIN}")

    assert (received.state, received.reason, received.candidate_id) == (State.held, "no_thread", talk.candidate_id)
    assert "mail_received" not in talk.kinds()


def test_a_token_that_another_sender_uses_is_shown_and_not_merged() -> None:
    talk = Talk()

    received = receive(mails.raw("Moi aussi.", From="autre@x.example"), talk.reply_to)

    assert (received.state, received.reason) == (State.held, "other_sender")
    assert talk.kinds()[-1] == "mail_from_other"
    assert "reply" not in talk.events()[-1].data
    assert [m.entry.apart for m in thread(talk).mails] == [False, True]
    assert not thread(talk).thread.needs_answer


@pytest.mark.parametrize(
    ("verdicts", "reason"),
    [
        (GOOD.model_copy(update={"virus": "FAIL"}), "virus"),
        (GOOD.model_copy(update={"spam": "FAIL"}), "spam"),
        (GOOD.model_copy(update={"dmarc": "FAIL"}), "sender"),
        (GOOD.model_copy(update={"dmarc": "GRAY", "spf": "FAIL"}), "sender"),
    ],
)
def test_a_verdict_that_fails_holds_the_mail_for_a_human(verdicts: Verdicts, reason: str) -> None:
    talk = Talk()

    received = receive(talk.answer(), talk.reply_to, verdicts=verdicts)

    assert (received.state, received.reason) == (State.held, reason)
    assert "mail_received" not in talk.kinds()
    (item,) = review.listed(actor(), "received", None).items
    assert item.received is not None
    assert (item.received.id, item.received.reason) == (received.id, reason)
    assert people.counters(WORKSPACE)[store.HELD].n == 1


def test_no_verdict_at_all_is_normal() -> None:
    talk = Talk()

    assert receive(talk.answer(), talk.reply_to, verdicts=Verdicts()).state == State.filed


def test_somebody_whom_nobody_knows_waits_for_a_human_who_files_the_mail() -> None:
    talk = Talk()
    held = receive(mails.raw("Bonjour", From="inconnue@x.example", Subject="Candidature"), f"contact@{DOMAIN}")

    assert (held.state, held.reason) == (State.held, "unknown_sender")
    filed = held_mail.file_to(actor(), held.id, talk.candidate_id, None, LATER)

    assert filed.state == State.filed
    assert talk.kinds()[-1] == "mail_received"
    assert talk.events()[-1].actor.kind == "member"
    assert people.counters(WORKSPACE)[store.HELD].n == 0
    with pytest.raises(Conflict):
        held_mail.file_to(actor(), held.id, talk.candidate_id, None, LATER)


def delivered_again(talk: Talk) -> tuple[Received, bytes]:
    """A mail that a verdict held, which its program sends again by a path that says where it belongs."""
    raw = talk.answer(Message_ID="<one@letters.example>")
    held = receive(raw, talk.reply_to, verdicts=Verdicts(dmarc="FAIL"))
    assert held.state == State.held
    return held, b"X-Hop: other\r\n" + raw


def test_a_mail_that_was_filed_by_hand_and_comes_again_by_a_sure_path_stands_there_once() -> None:
    talk = Talk()
    held, again = delivered_again(talk)
    held_mail.file_to(actor(), held.id, talk.candidate_id, None, LATER)

    second = receive(again, talk.reply_to)

    assert second.state == State.noted
    assert [m.entry.id for m in thread(talk).mails if m.entry.direction == "in" and not m.entry.apart] == [held.id]
    assert talk.kinds().count("mail_received") == 1


def test_a_mail_that_was_filed_by_mistake_and_taken_back_comes_in_when_it_is_sent_again() -> None:
    talk = Talk()
    held, again = delivered_again(talk)
    held_mail.file_to(actor(), held.id, talk.candidate_id, None, LATER)
    held_mail.take_back(actor(), held.id, LATER)

    assert receive(again, talk.reply_to).state == State.filed


def test_a_copy_of_what_stands_in_a_conversation_is_not_filed_there_by_hand() -> None:
    talk = Talk()
    held, again = delivered_again(talk)
    assert receive(again, talk.reply_to).state == State.filed

    with pytest.raises(Conflict):
        held_mail.file_to(actor(), held.id, talk.candidate_id, None, LATER)


def test_a_mail_that_was_filed_by_mistake_leaves_no_word_with_that_person() -> None:
    talk = Talk()
    cv = mails.attached(b"Paul Vidal\nMarin\n", "cv.txt", "text/plain")
    raw = mails.several([mails.part("Bonjour, voici mon CV.")], From="inconnu@x.example", Subject="Candidature")
    with_file = mails.several([mails.part("Bonjour, voici mon CV."), cv], From="inconnu@x.example")
    for number, data in enumerate((raw, with_file)):
        held = receive(data, f"contact@{DOMAIN}")
        held_mail.file_to(actor(), held.id, talk.candidate_id, None, LATER)

        for _ in range(2):
            back = held_mail.take_back(actor(), held.id, LATER).received

        assert (back.state, back.candidate_id, back.reason) == (State.held, None, "unknown_sender")
        assert talk.kinds()[-1] == "mail_unfiled"
        assert "Bonjour, voici" not in str([e.model_dump() for e in talk.events()])
        assert [m.entry.direction for m in thread(talk).mails] == ["out"]
        assert not thread(talk).thread.needs_answer
        assert people.counters(WORKSPACE)[store.HELD].n == number + 1
    truth.check()


def test_a_mail_whose_files_were_read_is_not_taken_back() -> None:
    talk = Talk()
    cv = mails.attached(b"Paul Vidal\nMarin\n", "cv.txt", "text/plain")
    held = receive(mails.several([mails.part("Voici."), cv], From="inconnu@x.example"), f"contact@{DOMAIN}")
    filed = held_mail.file_to(actor(), held.id, talk.candidate_id, None, LATER)
    assert correspondence.go_on(filed, LATER).state == State.filed
    (entry,) = [m.entry for m in thread(talk).mails if m.entry.direction == "in"]
    row = intakes.load(WORKSPACE, entry.attachments[0].intake_id or "")
    transaction = Transaction()
    intakes.save(transaction, WORKSPACE, row, row.read().model_copy(update={"state": IntakeState.recorded}))
    transaction.commit()

    with pytest.raises(Conflict):
        held_mail.take_back(actor(), held.id, LATER)


def test_a_mail_with_a_virus_is_never_filed() -> None:
    talk = Talk()
    held = receive(talk.answer(), talk.reply_to, verdicts=GOOD.model_copy(update={"virus": "FAIL"}))

    with pytest.raises(Conflict):
        held_mail.file_to(actor(), held.id, talk.candidate_id, None, LATER)
    with pytest.raises(NotFound):
        conversations.file_link(actor(), held.id, 0, LATER)


def test_a_held_mail_that_nobody_needs_leaves_the_list_and_can_come_back() -> None:
    talk = Talk()
    held = receive(mails.raw("x", From="x@x.example"), f"contact@{DOMAIN}")

    for _ in range(2):
        held_mail.dismiss(actor(), held.id, LATER)

    assert review.listed(actor(), "received", None).items == []
    assert people.counters(WORKSPACE)[store.HELD].n == 0
    assert held_mail.file_to(actor(), held.id, talk.candidate_id, None, LATER).state == State.filed


@pytest.mark.parametrize(
    ("raw", "kind", "state"),
    [
        (mails.raw("x", From="x@x.example"), "received", State.held),
        (mails.away(From="x@x.example"), "automatic", State.quiet),
    ],
)
def test_what_waits_for_a_human_waits_once_though_ses_names_it_twice(
    raw: bytes, kind: review.Kind, state: State
) -> None:
    Talk()
    raw = b"Message-ID: <one@x.example>\r\n" + b"\r\n".join(
        line for line in raw.split(b"\r\n") if not line.lower().startswith(b"message-id:")
    )

    first, second = receive(raw, f"contact@{DOMAIN}"), receive(b"X-Hop: other\r\n" + raw, f"cc@{DOMAIN}")
    held_mail.dismiss(actor(), first.id, LATER)
    third = receive(b"X-Hop: third\r\n" + raw, f"contact@{DOMAIN}")

    assert (first.state, second.state, third.state) == (state, State.noted, State.noted)
    assert review.listed(actor(), kind, None).items == []
    truth.check()


def test_a_mail_that_a_human_files_days_later_begins_a_conversation_that_says_what_it_is_about() -> None:
    one = person("Runa Holt")
    held = receive(mails.raw("Is it open?", From="x@x.example", Subject="A question"), f"contact@{DOMAIN}")

    filed = held_mail.file_to(actor(), held.id, one, None, LATER + timedelta(days=2))

    said = conversations.open_thread(actor(), filed.thread_id or "").thread
    assert (said.subject, said.snippet, said.last) == ("A question", "Is it open?", "theirs")


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
    held = people.counters(WORKSPACE)
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
    assert people.counters(WORKSPACE)[store.QUIET].n == 1
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


def with_files(talk: Talk) -> bytes:
    return mails.several(
        [
            mails.part("Voici."),
            mails.attached(b"%PDF-1.4 cv", "cv.pdf"),
            mails.attached(b"PK", "photos.zip", "application/zip"),
        ],
        From=talk.address,
        To=talk.reply_to,
    )


def test_files_go_the_way_of_every_document_and_can_be_taken_as_they_came() -> None:
    talk = Talk()

    received = receive(with_files(talk), talk.reply_to)

    entry = thread(talk).mails[-1].entry
    assert [(a.name, a.intake_id is not None) for a in entry.attachments] == [("cv.pdf", True), ("photos.zip", False)]
    (intake,) = [i for i in truth.of(IntakeItem) if i.read().for_candidate]
    assert intake.read().for_candidate == talk.candidate_id
    kept = files.read_stored(f"quarantine/{WORKSPACE}/{intake.read().id}/original")
    assert (kept.data, kept.name) == (b"%PDF-1.4 cv", "cv.pdf")
    assert conversations.file_link(actor(), received.id, 1, LATER)[1] == "photos.zip"


def state_of(talk: Talk) -> dict[str, Any]:
    """What must be the same however often and in whatever order the world said it."""
    opened = thread(talk)
    return {
        "kinds": sorted(talk.kinds()),
        "entries": sorted((m.entry.direction, m.entry.id) for m in opened.mails),
        "received": opened.thread.received,
        "needs": opened.thread.needs_answer,
        "last_in": opened.thread.last_in_at,
        "files": sum(bool(i.read().for_candidate) for i in truth.of(IntakeItem)),
    }


@pytest.mark.soak
@pytest.mark.parametrize("fault", FAULTS)
def test_a_death_at_any_call_loses_and_doubles_nothing(faults: Faults, fault: str) -> None:
    dies(faults, fault, itertools.count())


@pytest.mark.parametrize("number", range(4))
def test_a_death_at_some_calls_loses_and_doubles_nothing(faults: Faults, number: int) -> None:
    dies(faults, FAULTS[number], itertools.count(number, 6))


def dies(faults: Faults, fault: str, calls: Iterator[int]) -> None:
    """Each of these calls of the handler meets the fault; what is left is done again, and the notice comes again."""
    for number in calls:
        talk = Talk(f"ines{number}@example.org")
        before = sum(bool(i.read().for_candidate) for i in truth.of(IntakeItem))
        notice = stored(with_files(talk), talk.reply_to)
        with faults.at(number, fault):
            correspondence.receive(notice, LATER)
        fired = faults.fired
        for row in store.unfinished("9999"):
            correspondence.go_on(row.read(), LATER)
        correspondence.receive(notice, LATER)

        assert store.load(notice.id).read().state == State.filed
        assert state_of(talk) | {"files": 0} == {
            "kinds": sorted([*(k for k in talk.kinds() if k != "mail_received"), "mail_received"]),
            "entries": [("in", notice.id), ("out", talk.key)],
            "received": 1,
            "needs": True,
            "last_in": notice.at,
            "files": 0,
        }
        assert sum(bool(i.read().for_candidate) for i in truth.of(IntakeItem)) == before + 1
        if not fired:
            assert number > 5
            return


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0, 1, 2, 0), (2, 2, 0, 1, 0)])
def test_mails_twice_and_in_any_order_end_the_same(order: tuple[int, ...]) -> None:
    talk = Talk()
    notices = [
        stored(talk.answer("Oui."), talk.reply_to, identifier=f"order{sum(order)}{len(order)}000a"),
        stored(mails.away(From=talk.address), talk.reply_to, identifier=f"order{sum(order)}{len(order)}000b"),
        stored(with_files(talk), talk.reply_to, identifier=f"order{sum(order)}{len(order)}000c"),
    ]

    for number in order:
        correspondence.receive(notices[number], LATER)

    done = state_of(talk)
    assert [k for k in done["kinds"] if k.startswith("mail_")] == [
        "mail_auto_reply", "mail_queued", "mail_received", "mail_received", "mail_sent",
    ]  # fmt: skip
    assert (done["received"], done["needs"], done["files"], len(done["entries"])) == (3, True, 1, 4)


def test_the_inbox_holds_what_needs_an_answer_and_what_is_ones_own() -> None:
    talk, other = Talk(), Talk("paul@example.org")
    receive(talk.answer(), talk.reply_to)
    receive(mails.raw("Oui", From="paul@example.org"), other.reply_to)
    me = actor()

    both = conversations.inbox(me, "needs_answer", None, LATER).conversations
    assert {c.thread.candidate_id for c in both} == {talk.candidate_id, other.candidate_id}
    changed = conversations.change(me, both[0].thread.id, conversations.Change(needs_answer=False), LATER)

    assert not changed.needs_answer
    left = conversations.inbox(me, "needs_answer", None, LATER).conversations
    assert [c.thread.id for c in left] == [both[1].thread.id]
    assert len(conversations.inbox(me, "all", None, LATER).conversations) == 2
    assert conversations.inbox(me, "mine", None, LATER).conversations == []
    assert conversations.inbox(me, "sent", None, LATER).conversations == []
    truth.check()


def test_what_the_team_wrote_last_is_among_the_sent_until_an_answer_comes() -> None:
    talk, me = Talk(), colleague()
    by = actor().model_copy(update={"id": me.id})
    wanted = Writing(key="0" * 26, candidate_ids=[talk.candidate_id], draft=Draft(subject="Jeudi", body="Jeudi ?"))
    (written,) = writing.write(by, wanted, NOW)
    outbox.send(WORKSPACE, written.message_key or "", NOW + writing.UNDO)

    def sent() -> list[str]:
        return [c.thread.candidate_id for c in conversations.inbox(by, "sent", None, LATER).conversations]

    assert sent() == [talk.candidate_id]
    receive(mails.away(From=talk.address), talk.reply_to)
    assert sent() == [talk.candidate_id]

    receive(talk.answer(), talk.reply_to)

    assert sent() == []


def test_a_conversation_that_is_given_to_a_colleague_is_theirs_counted_so_and_said_to_them() -> None:
    talk, other, noe = Talk(), Talk("paul@example.org"), colleague("Noé Rivière")
    receive(talk.answer(), talk.reply_to)
    receive(mails.raw("Oui", From="paul@example.org"), other.reply_to)
    (given,) = conversations.of_person(actor(), talk.candidate_id)

    for _ in range(2):
        wanted = conversations.Change(assign=True, assigned_to=noe.id)
        conversations.change(actor(), given.id, wanted, LATER)

    (mine,) = conversations.inbox(noe.actor(), "mine", None, LATER).conversations
    assert (mine.thread.id, mine.name, mine.thread.snippet[:7]) == (given.id, "Inès Farge", "Bonjour")
    (nobodys,) = conversations.inbox(actor(), "unassigned", None, LATER).conversations
    assert nobodys.thread.candidate_id == other.candidate_id
    (told,) = notifications.listed(noe.actor())[0]
    assert (told.kind, told.data) == ("thread_assigned", {"thread": given.id})
    truth.check()


def test_what_was_written_before_another_mail_came_does_not_answer_that_one() -> None:
    talk, camille = Talk(), colleague()
    receive(talk.answer(), talk.reply_to)
    early = LATER - timedelta(hours=1)
    draft = Draft(subject="Bonjour", body="Parlons-en.")
    wanted = Writing(key="0" * 26, candidate_ids=[talk.candidate_id], draft=draft)
    (done,) = writing.write(camille.actor(), wanted, early)

    outbox.send(WORKSPACE, done.message_key or "", LATER)

    assert thread(talk).thread.needs_answer
    (again,) = writing.write(camille.actor(), wanted.model_copy(update={"key": "0" + "1" * 25}), LATER)
    outbox.send(WORKSPACE, again.message_key or "", LATER + timedelta(minutes=1))
    assert not thread(talk).thread.needs_answer
    assert thread(talk).thread.last == "ours"
    truth.check()


def test_another_workspace_sees_nothing_of_it() -> None:
    talk = Talk()
    received = receive(talk.answer(), talk.reply_to)
    stranger = actor(workspace="ecluse")

    with pytest.raises(NotFound):
        conversations.mail(stranger, received.id, LATER)
    with pytest.raises(NotFound):
        conversations.open_thread(stranger, thread(talk).thread.id)
    assert conversations.inbox(stranger, "all", None, LATER).conversations == []
