"""What a person is asked for, and what became of it. Pure: no clock, no table.

A person is asked one thing at a time: asking again replaces what was answered, ended or taken back.
"""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal, get_args

from pydantic import Field, StringConstraints

from vivier.kernel.actor import Language
from vivier.kernel.clock import Instant
from vivier.people.base import Strict
from vivier.people.model import Answered, Candidate

PURPOSE = "missing"  # of the links that open the form
MOST_FILES = 3

Piece = Literal["name", "emails", "phones", "location", "links", "headline", "summary", "skills", "languages", "cv"]
PIECES: tuple[Piece, ...] = get_args(Piece)
Pieces = Annotated[list[Piece], Field(min_length=1, max_length=len(PIECES))]
OwnWord = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]
Days = Annotated[int, Field(ge=1, le=60, description="How long the link works.")]
ReminderDays = Annotated[int, Field(ge=1, le=30, description="Days until the one reminder.")]


class AskState(StrEnum):
    asked = "asked"
    answered = "answered"
    withdrawn = "withdrawn"


class SentFile(Strict):
    """A file that the person sends with their answer."""

    intake_id: str
    name: str


class Ask(Strict):
    """One question to one person. `epoch` is raised when it is answered or taken back: its mails stop."""

    id: str
    candidate_id: str
    pieces: list[Piece]
    language: Language
    message: OwnWord = Field(default="", description="The colleague's own word, above the form and in the mail.")
    how: Literal["mail", "link"] = Field(default="mail", description="`link`: whoever asks passes it on.")
    by: str | None = None
    by_name: str | None = None
    cause: Literal["member", "stage"] = "member"
    job_id: str | None = Field(default=None, description="The job whose stage asked.")
    made_at: Instant
    expires_at: Instant
    message_key: str | None = None
    remind_at: Instant | None = Field(default=None, description="Until the reminder has left or is not due any more.")
    reminded_at: Instant | None = None
    opened_at: Instant | None = None
    answered_at: Instant | None = None
    answered: list[Piece] = Field(default_factory=list)
    files: list[SentFile] = Field(default_factory=list)
    state: AskState = AskState.asked
    epoch: int = 0

    def open(self, now: datetime) -> bool:
        """Whether an answer is still waited for."""
        return self.state == AskState.asked and now < self.expires_at

    @property
    def subject(self) -> str:
        """What a link opens."""
        return f"{self.candidate_id}.{self.id}"

    def source(self) -> Answered:
        return Answered(ask_id=self.id, asked_at=self.made_at, asked_by=self.by, asked_by_name=self.by_name)


# `do` has no default: it tells a stage's actions apart (hiring/model.py).
class AskMissing(Strict):
    """`pieces`: none named for what the record lacks."""

    do: Literal["ask_missing"]
    pieces: list[Piece] = Field(default_factory=list, max_length=len(PIECES))
    remind_after_days: ReminderDays | None = None


def lacks(candidate: Candidate) -> list[Piece]:
    """What this person is asked for unless somebody chooses: what is expected of a record and not there."""
    from vivier.law import catalogue  # here: lists of people never ask

    return [p for p in PIECES if p in catalogue.EXPECTED and not has(candidate, p)]


def has(candidate: Candidate, piece: Piece) -> bool:
    return candidate.documents > 0 if piece == "cv" else bool(getattr(candidate.fields, piece))
