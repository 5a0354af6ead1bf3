"""What a colleague writes, before it is filled in for somebody. Pure."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from vivier.kernel.actor import Language
from vivier.kernel.model import Model

MOST_CC = 10
MOST_ATTACHED = 10

TextId = Annotated[str, StringConstraints(pattern=r"^txt_[0-9A-HJKMNP-TV-Z]{26}$")]  # of mail/library.py
Subject = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Body = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
Plain = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000)]
Colleague = Annotated[str, StringConstraints(pattern=r"^mem_[0-9A-HJKMNP-TV-Z]{26}$")]
ThreadGoneOn = Annotated[str, StringConstraints(pattern=r"^thr_[0-9A-HJKMNP-TV-Z]{26}$")]
MailAnswered = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{8,80}$")]
FileToSend = Annotated[str, StringConstraints(pattern=r"^fil_[0-9A-HJKMNP-TV-Z]{26}$")]
JobAbout = Annotated[str, StringConstraints(pattern=r"^job_[0-9A-HJKMNP-TV-Z]{26}$")]


class Forward(Model):
    """Which mail of the conversation is passed on, and to whom: a colleague, or any address."""

    model_config = ConfigDict(extra="forbid")

    direction: Literal["in", "out"]
    mail: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]{4,200}$")]
    colleague: Colleague | None = None
    address: Annotated[str, StringConstraints(strip_whitespace=True, max_length=254)] | None = None


class Draft(Model):
    """Subject and body with merge fields. What it does not say is the person's own: language, first address."""

    model_config = ConfigDict(extra="forbid")

    subject: Subject
    body: Body
    plain: Plain | None = Field(default=None, description="The plain-text part, where it is not made from the body.")
    language: Language | None = None
    to: str | None = Field(default=None, max_length=254, description="Which of the person's addresses.")
    cc: list[Colleague] = Field(default_factory=list, max_length=MOST_CC)
    job_id: JobAbout | None = None
    thread_id: ThreadGoneOn | None = Field(default=None, description="The conversation that it goes on.")
    answers: MailAnswered | None = Field(default=None, description="The mail of theirs in it that it answers.")
    forward: Forward | None = Field(default=None, description="It passes a mail on, to somebody else than the person.")
    quote: bool = Field(default=True, description="Whether what it answers, or passes on, stands under it.")
    text_id: TextId | None = Field(default=None, description="The template that its words are, as nobody changed them.")
    files: list[FileToSend] = Field(default_factory=list, max_length=MOST_ATTACHED)
    signature: bool = Field(default=True, description="Whether the author's own signature stands under it.")
