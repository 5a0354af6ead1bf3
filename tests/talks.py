"""Conversations by mail for tests: who was written to, and what comes back from them."""

import itertools
from datetime import timedelta

from tests import mails
from tests.conftest import ENVIRONMENT
from tests.factories import NOW, WORKSPACE, actor, arrive, profile
from tests.sent import raw_mails
from vivier.casework import conversations, correspondence
from vivier.gateways import files
from vivier.mail import outbox
from vivier.mail.inbound import reading
from vivier.mail.threads.model import Received, Verdicts
from vivier.people import service
from vivier.people.model import Event

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
        self.sent = reading.read(raw_mails()[-1].encode())

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
