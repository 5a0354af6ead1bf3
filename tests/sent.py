"""What tests of the outbox look at: people whom nobody resembles, messages, what was told of them, who waits."""

from datetime import datetime, timedelta

from moto.ses.models import ses_backends

from tests.conftest import ENVIRONMENT
from tests.factories import NOW, WORKSPACE, actor, profile
from vivier.mail import outbox
from vivier.mail import store as messages
from vivier.mail.model import Message
from vivier.people import service, store
from vivier.people.model import Candidate
from vivier.resumes.model import Profile
from vivier.storage.table import get


def someone(number: int) -> Profile:
    """A person whom nobody else resembles."""
    name = "".join(chr(97 + int(d)) for d in f"{number:04d}")
    return profile(f"Prénom{name} Nom{name}", f"p{number}@courrier.example")


def raw_mails() -> list[str]:
    """The mails as SES took them, in order."""
    region = ENVIRONMENT["AWS_DEFAULT_REGION"]
    return [str(m.raw_data) for m in ses_backends["123456789012"][region].sent_messages]


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
