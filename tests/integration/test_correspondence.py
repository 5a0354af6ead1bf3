"""Mail in: from SES's notice to the thread and the timeline of its person, or before a human."""

from datetime import timedelta
from email import policy
from email.message import EmailMessage

import pytest
from tests import mails, truth
from tests.factories import WORKSPACE, actor
from tests.hiring import person
from tests.talks import DOMAIN, GOOD, LATER, Talk, receive, thread, with_files

from vivier.casework import conversations, correspondence, held_mail, review
from vivier.intake import store as intakes
from vivier.intake.model import State as IntakeState
from vivier.intake.store import IntakeItem
from vivier.kernel.errors import Conflict, NotFound
from vivier.mail.threads import addresses, store
from vivier.mail.threads.model import Received, State, Verdicts
from vivier.people import lists
from vivier.storage.transaction import Transaction

pytestmark = pytest.mark.usefixtures("cloud")


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
    assert lists.counters(WORKSPACE)[store.HELD].n == 1


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
    assert lists.counters(WORKSPACE)[store.HELD].n == 0
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
        assert lists.counters(WORKSPACE)[store.HELD].n == number + 1
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
    assert lists.counters(WORKSPACE)[store.HELD].n == 0
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
