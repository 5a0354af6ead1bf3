"""Conversations and received mails, as the API shows them."""

from typing import Literal

from pydantic import ConfigDict, Field

from views.mails import MailView
from vivier.casework import conversations, held_mail
from vivier.casework.conversations import SaidFile
from vivier.kernel.clock import Instant
from vivier.kernel.ids import Id
from vivier.kernel.model import Model
from vivier.mail.inbound.model import Kind
from vivier.mail.threads.model import HeldBecause, LastMail, Received, State, Thread, Verdicts, Whole
from vivier.sequences.model import EnrolmentState


class ThreadView(Model):
    """A conversation with a person, about one job or about none."""

    id: str
    candidate_id: str
    job_id: str | None
    subject: str
    created_at: Instant
    last_at: Instant
    last_in_at: Instant | None
    received: int
    needs_answer: bool
    assigned_to: str | None
    snippet: str
    last: LastMail | None
    name: str | None = Field(default=None, description="What the person is called.")

    @classmethod
    def of(cls, t: Thread, name: str | None = None) -> "ThreadView":
        return cls(**t.model_dump(exclude={"token", "scope", "written"}), job_id=t.job_id, name=name)


class ThreadsView(Model):
    threads: list[ThreadView]
    cursor: str | None = None


class SaidView(Model):
    """One mail of a conversation. `message`: ours, as it was written; the rest is of theirs."""

    direction: Literal["in", "out"]
    id: str
    at: Instant
    subject: str
    sender: str | None
    kind: Kind | None
    reply: str
    signature: str = Field(description="How its writer is reached, as it stands under the reply.")
    more: bool
    quoted_lines: int
    files: list[SaidFile]
    apart: bool
    colleague: str | None = Field(description="Who of the team wrote it, in their own mail program.")
    team_only: bool = Field(description="A colleague's that did not go to the person.")
    cut: bool
    signed: bool
    forwarded: bool = Field(description="Ours, passed on to somebody else than the person.")
    message: MailView | None

    @classmethod
    def of(cls, said: conversations.Said) -> "SaidView":
        message = MailView.of(said.message) if said.message else None
        kept = said.entry.model_dump(exclude={"attachments", "message_id", "references"})
        return cls(**kept, files=said.files, message=message)


class OpenedThreadView(Model):
    thread: ThreadView
    mails: list[SaidView]


class ReceivedView(Model):
    """What became of a mail that came in, and why it is before a human."""

    id: str
    at: Instant
    state: State
    reason: HeldBecause | None
    kind: Kind | None
    sender: str | None
    sender_name: str | None
    subject: str
    candidate_id: str | None
    thread_id: str | None
    verdicts: Verdicts
    decided_by: str | None

    @classmethod
    def of(cls, r: Received) -> "ReceivedView":
        return cls(**{name: getattr(r, name) for name in cls.model_fields})


class HeldAgainView(ReceivedView):
    """A mail that is before a human again. `resumed`: names of the sequences that it had stopped and that go on."""

    resumed: list[str]

    @classmethod
    def after(cls, back: held_mail.TakenBack) -> "HeldAgainView":
        resumed = [e.sequence_name for e in back.again if e.state == EnrolmentState.active]
        return cls(**dict(ReceivedView.of(back.received)), resumed=resumed)


class OpenedMailView(Model):
    received: ReceivedView
    whole: Whole


class ThreadChange(Model):
    """What is absent stays. `assigned_to`: null takes the conversation from whoever had it."""

    model_config = ConfigDict(extra="forbid")

    assigned_to: Id | None = None
    needs_answer: bool | None = None


class FileTo(Model):
    model_config = ConfigDict(extra="forbid")

    candidate_id: Id
    job_id: Id | None = None
