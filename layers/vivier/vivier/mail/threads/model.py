"""A conversation, and a mail that came in from its arrival to where it lies. Pure."""

import re
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from vivier.kernel.clock import Instant
from vivier.kernel.model import Model
from vivier.mail.inbound.model import AttachmentKind, Kind

# SES's own, which is also the object's name.
ReceivedId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{8,80}$")]
Verdict = Literal["PASS", "FAIL", "GRAY", "PROCESSING_FAILED", "DISABLED"]


class Verdicts(Model):
    """What SES found (https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html).

    The only thing about a sender that is believed: headers are anybody's to write.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    spam: Verdict = "GRAY"
    virus: Verdict = "GRAY"
    spf: Verdict = "GRAY"
    dkim: Verdict = "GRAY"
    dmarc: Verdict = "GRAY"

    def problem(self) -> Literal["virus", "spam", "sender"] | None:
        """Why nothing of it may enter a record by itself. GRAY (the sender's domain says nothing) is normal; a passed
        DMARC says that the address is right, however the mail travelled."""
        if self.virus in ("FAIL", "PROCESSING_FAILED"):
            return "virus"
        if self.spam == "FAIL":
            return "spam"
        if self.dmarc == "FAIL" or (self.dmarc != "PASS" and "FAIL" in (self.spf, self.dkim)):
            return "sender"
        return None


class State(StrEnum):
    arrived = "arrived"
    attaching = "attaching"  # it lies where it belongs; its files are on their way into the quarantine
    filed = "filed"
    held = "held"  # before a human
    dismissed = "dismissed"
    quiet = "quiet"  # a machine's answer to nothing of ours: in a list that asks for nothing
    noted = "noted"  # a machine's: what it says was recorded, or nobody need know


OPEN = {State.arrived, State.attaching}

HeldBecause = Literal[
    "virus",
    "spam",
    "sender",
    "other_sender",
    "unknown_sender",
    "no_thread",
    "encrypted",
    "unreadable",
    "unknown_report",
]


class Received(Model):
    """A mail that came in. `key` is its raw object's, which is never changed."""

    model_config = ConfigDict(extra="forbid")

    id: ReceivedId
    key: str
    at: Instant
    recipients: list[str] = Field(default_factory=list)
    verdicts: Verdicts = Verdicts()
    state: State = State.arrived
    workspace: str | None = None
    candidate_id: str | None = Field(default=None, description="Whose it is, or of a held one may be.")
    scope: str | None = Field(default=None, description="Of the thread it belongs to, or may.")
    thread_id: str | None = None
    reason: HeldBecause | None = None
    kind: Kind | None = None
    sender: str | None = None
    sender_name: str | None = None
    subject: str = ""
    decided_by: str | None = None
    updated_at: Instant


class AttachedFile(Model):
    """A file of a received mail. `intake_id`: it is read like any other document."""

    model_config = ConfigDict(extra="forbid")

    number: int
    name: str
    media_type: str
    size: int
    kind: AttachmentKind
    intake_id: str | None = None


class Whole(Model):
    """All that a received mail says, as it is kept beside the raw mail. `html` is safe already."""

    model_config = ConfigDict(extra="forbid")

    id: ReceivedId
    subject: str
    sender: str | None
    sender_name: str | None
    to: list[str]
    cc: list[str]
    dated: Instant | None
    kind: Kind
    reply: str
    signature: str
    quoted: str
    text: str
    html: str | None
    attachments: list[AttachedFile]
    signed: bool
    encrypted: bool
    flags: list[str]


# The last mail of a thread: theirs, their machine's, a colleague's, the product's own.
LastMail = Literal["theirs", "automatic", "ours", "product"]
ANYTHING = "any"  # the scope of a thread about no job


class Thread(Model):
    """A conversation with a person, about one job or about none. `token` stands in the address that answers go to."""

    model_config = ConfigDict(extra="forbid")

    id: str
    candidate_id: str
    scope: str = Field(default=ANYTHING, description="A job's id, or `any`.")
    token: str
    subject: str = ""
    created_at: Instant
    last_at: Instant
    last_in_at: Instant | None = None
    received: int = 0
    needs_answer: bool = False
    assigned_to: str | None = None
    snippet: str = Field(default="", description="How the last mail begins.")
    last: LastMail | None = Field(default=None, description="Whose the last mail is.")
    written: bool = Field(default=False, description="A colleague wrote in it by hand.")

    @property
    def job_id(self) -> str | None:
        return None if self.scope == ANYTHING else self.scope


class Entry(Model):
    """One mail of a thread: ours by its key, theirs by its id. `apart`: from another sender, shown and not merged."""

    model_config = ConfigDict(extra="forbid")

    direction: Literal["in", "out"]
    id: str
    at: Instant
    subject: str = ""
    sender: str | None = None
    kind: Kind | None = None
    reply: str = ""
    signature: str = Field(default="", description="How its writer is reached, as it stands under the reply.")
    message_id: str | None = Field(default=None, description="What an answer to it names.")
    references: list[str] = Field(default_factory=list, description="What it answers, the oldest first.")
    more: bool = Field(default=False, description="There is more than the reply to read.")
    quoted_lines: int = Field(default=0, description="Of what it quotes.")
    attachments: list[AttachedFile] = Field(default_factory=list)
    apart: bool = False
    colleague: str | None = Field(default=None, description="Who of the team wrote it, in their own mail program.")
    team_only: bool = Field(default=False, description="A colleague's that did not go to the person.")
    cut: bool = Field(default=False, description="It holds more than was read: the raw mail has it.")
    signed: bool = Field(default=False, description="It carries a signature, which nobody verified.")
    forwarded: bool = Field(default=False, description="Ours, passed on to somebody else: it answers nothing.")


SNIPPET = 160  # characters that a list shows of a mail
_ANSWERED = re.compile(r"(?i)^\s*(?:(?:re|aw|antw|sv|r|rif|fw|fwd|tr|wg)\s*(?:\[\d+\])?\s*:\s*)+")


def bare_subject(subject: str) -> str:
    """What a conversation is about: a subject without the signs of answering and forwarding."""
    return _ANSWERED.sub("", subject).strip() or subject.strip()


def snippet(text: str) -> str:
    """How a mail begins, in a line."""
    return " ".join(text[: SNIPPET * 4].split())[:SNIPPET]
