"""Answering in a conversation: the right thread in their mail program too, quoted, taken back, and found again."""

from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from tests import truth
from tests.conftest import ENVIRONMENT
from tests.factories import NOW, WORKSPACE
from tests.sent import raw_mails
from tests.talks import LATER, Talk, receive, thread

from vivier.casework import waiting, writing
from vivier.casework.writing import Seen, Writing, Written
from vivier.kernel.actor import Actor
from vivier.kernel.errors import NotFound
from vivier.kernel.ids import new_id, sort_key
from vivier.mail import outbox
from vivier.mail.drafts import Draft
from vivier.mail.inbound import reading
from vivier.mail.threads.model import State

pytestmark = pytest.mark.usefixtures("cloud")
THEIRS = "their.own-id.1@courrier.example"
AFTER = LATER + timedelta(minutes=1)


class Answering(Talk):
    """Somebody who answered what we wrote, and what we answer to that."""

    def __init__(self, address: str = "ines@example.org") -> None:
        super().__init__(address)
        (own,) = self.sent.references
        ses = f"<0102-{'a' * 30}-000000@eu-west-1.amazonses.com>"
        self.came = receive(
            self.answer(Message_ID=f"<{THEIRS}>", References=f"<{own}> {ses}", In_Reply_To=ses), self.reply_to
        )

    def draft(self, **more: object) -> Draft:
        given = {"subject": "Re: Jeudi", "body": "À jeudi, {{ candidate.name }}.", "thread_id": self.came.thread_id}
        return Draft.model_validate(given | {"answers": self.came.id} | more)

    def reply(self, who: Actor, **more: object) -> Written:
        wanted = Writing(key=sort_key(new_id("key")), candidate_ids=[self.candidate_id], draft=self.draft(**more))
        (done,) = writing.write(who, wanted, LATER)
        return done


def last() -> EmailMessage:
    """The last mail as SES took it."""
    read = message_from_bytes(raw_mails()[-1].encode(), policy=policy.default)
    assert isinstance(read, EmailMessage)
    return read


def test_an_answer_goes_into_the_thread_of_their_mail_program_and_quotes_what_it_answers(camille: Actor) -> None:
    talk = Answering()
    (shown,) = writing.preview(camille, Seen(candidate_ids=[talk.candidate_id], draft=talk.draft()), LATER)
    done = talk.reply(camille)

    outbox.send(WORKSPACE, done.message_key or "", AFTER)

    mail = last()
    named = str(mail["References"]).split()
    assert (mail["In-Reply-To"], named[-1]) == (f"<{THEIRS}>", f"<{THEIRS}>")
    assert named[0] == f"<{done.message_key}~{WORKSPACE}@{ENVIRONMENT['MAIL_FROM'].partition('@')[2]}>"
    assert any("amazonses.com" in one for one in named)
    text, html = (part.get_content() for part in mail.iter_parts())
    assert (text.strip(), html.strip()) == (shown.rendered.text.strip(), shown.rendered.html.strip())
    assert (
        "mardi 24 novembre 2026 à 10 h 35, Inès Farge a écrit :\n\n> Bonjour,\n>\n> Jeudi à 14 h me convient." in text
    )
    assert "<blockquote" in html
    assert mail["Reply-To"] == talk.reply_to
    opened = thread(talk)
    assert (opened.thread.needs_answer, [m.entry.direction for m in opened.mails]) == (False, ["out", "in", "out"])
    assert opened.mails[-1].message
    assert opened.mails[-1].message.text[: -opened.mails[-1].message.quoted].endswith("À jeudi, Inès Farge.")
    truth.check()


def test_the_list_says_how_a_mail_begins_without_what_it_quotes(camille: Actor) -> None:
    talk = Answering()
    between = (
        "Le mer. 25 nov. 2026 à 09:12, Halage <\nrh@halage.example> a écrit :\n\n> Jeudi à 14 h ?\n\n"
        "Je préfère 15 h.\n\n> Avec le permis ?\n\nOui, B.\n"
    )
    receive(talk.answer(between, Message_ID="<two@mail.example>"), talk.reply_to)

    assert thread(talk).thread.snippet == "Je préfère 15 h. Oui, B."

    done = talk.reply(camille)
    outbox.send(WORKSPACE, done.message_key or "", AFTER)

    assert thread(talk).thread.snippet == "À jeudi, Inès Farge."


def test_what_they_write_above_our_quotation_is_told_from_it(camille: Actor) -> None:
    talk = Answering()
    done = talk.reply(camille)
    outbox.send(WORKSPACE, done.message_key or "", AFTER)
    (text, _) = (part.get_content() for part in last().iter_parts())

    read = reading.read(talk.answer("Parfait !\n\n" + text.partition("\n\n")[2]))

    assert read.split.reply == "Parfait !"


def test_an_answer_that_waits_is_seen_in_its_conversation_until_it_is_taken_back(camille: Actor) -> None:
    talk = Answering()
    done = talk.reply(camille)

    waits = thread(talk).mails[-1].message
    assert waits
    assert (waits.key, waits.state) == (done.message_key, "pending")
    assert thread(talk).thread.needs_answer

    waiting.stop(camille, talk.candidate_id, done.message_key or "", LATER)

    assert [m.entry.direction for m in thread(talk).mails] == ["out", "in"]
    assert thread(talk).thread.needs_answer
    truth.check()


def test_an_answer_that_names_a_mail_by_ses_s_id_alone_finds_its_thread(camille: Actor) -> None:
    talk = Answering()
    done = talk.reply(camille)
    outbox.send(WORKSPACE, done.message_key or "", AFTER)
    sent = thread(talk).mails[-1].message
    assert sent

    raw = talk.answer("Merci.", In_Reply_To=f"<{sent.ses_id}@eu-west-1.amazonses.com>")
    came = receive(raw, "recrutement@halage.example")

    assert (came.state, came.thread_id) == (State.filed, talk.came.thread_id)


def test_a_conversation_with_somebody_else_is_not_gone_on(camille: Actor) -> None:
    talk, other = Answering(), Talk("paul@example.org")

    wanted = Writing(key=sort_key(new_id("key")), candidate_ids=[other.candidate_id], draft=talk.draft())
    (refused,) = writing.write(camille, wanted, LATER)

    assert (refused.message_key, refused.code) == (None, "Invalid")
    with pytest.raises(NotFound):
        writing.preview(camille, Seen(draft=talk.draft(answers="another-mail")), NOW)
