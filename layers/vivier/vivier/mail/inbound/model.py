"""What one raw mail says, as far as it can be understood."""

from enum import StrEnum
from typing import Literal

from pydantic import ConfigDict, Field

from vivier.kernel.clock import Instant
from vivier.kernel.model import Model

# Flags of a mail that holds more than is shown.
LEFT_OUT = {
    "too_large", "too_deep", "too_many_parts", "too_many_attachments", "text_cut", "html_strange", "tnef_too_large",
}  # fmt: skip


class Address(Model):
    """Who, as the mail says it: a display name is anybody's to choose."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    address: str
    name: str | None = None


class Kind(StrEnum):
    reply = "reply"
    fresh = "fresh"
    auto_reply = "auto_reply"  # a machine answers for somebody: it stops nothing
    bounce = "bounce"
    complaint = "complaint"


class Severity(StrEnum):
    hard = "hard"  # the address or its domain is not there, and will not be
    soft = "soft"  # full, slow, refused for what was in it: the address stands
    unknown = "unknown"


class Failure(Model):
    """One recipient that a mail did not reach."""

    model_config = ConfigDict(extra="forbid")

    address: str | None = None
    severity: Severity
    status: str | None = Field(default=None, description="As in RFC 3463: 5.1.1.")
    said: str = Field(default="", description="What the server said, shortened.")


class Original(Model):
    """The mail that a bounce or complaint is about, from the copy that it carries."""

    model_config = ConfigDict(extra="forbid")

    message_id: str | None = None
    references: list[str] = Field(default_factory=list)
    to: list[str] = Field(default_factory=list)
    subject: str | None = None


AttachmentKind = Literal["file", "inline", "calendar", "mail", "signature"]


class Attachment(Model):
    """A file that came with the mail. `inline`: a picture of its HTML; `signature`: of S/MIME or PGP, unverified."""

    model_config = ConfigDict(extra="forbid")

    name: str
    media_type: str
    size: int
    sha256: str
    kind: AttachmentKind = "file"
    content_id: str | None = None
    data: bytes = Field(exclude=True, repr=False)


class Split(Model):
    """A text in three: what this person wrote now, how they sign, what they answer to."""

    model_config = ConfigDict(extra="forbid")

    reply: str
    signature: str = ""
    quoted: str = ""


class Mail(Model):
    """A mail. `text` is the whole body, `html` the whole body made safe; `split` is what is shown first."""

    model_config = ConfigDict(extra="forbid")

    kind: Kind = Kind.fresh
    because: str = Field(default="", description="What told the kind.")
    subject: str = ""
    sender: Address | None = None
    reply_to: list[Address] = Field(default_factory=list)
    to: list[Address] = Field(default_factory=list)
    cc: list[Address] = Field(default_factory=list)
    message_id: str | None = None
    in_reply_to: list[str] = Field(default_factory=list)
    references: list[str] = Field(default_factory=list)
    dated: Instant | None = Field(default=None, description="What the sender's clock said.")
    text: str = ""
    html: str | None = None
    split: Split = Field(default_factory=lambda: Split(reply=""))
    attachments: list[Attachment] = Field(default_factory=list)
    failures: list[Failure] = Field(default_factory=list)
    original: Original | None = None
    signed: bool = Field(default=False, description="It carries a signature, which nobody verified.")
    encrypted: bool = False
    flags: list[str] = Field(default_factory=list, description="What was not understood or was cut.")
