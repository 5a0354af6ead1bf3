"""A job's stages, with what is asked in them and what they set going. Pure: no clock, no table."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from vivier.hiring.base import MemberId, SequenceId, StageId, Words
from vivier.mail.model import AnyTemplate
from vivier.people.asks.model import AskMissing
from vivier.people.base import Line, Strict, Tag

MOST_STAGES = 30


class StageKind(StrEnum):
    """What a stage is for, whatever it is called: figures of different jobs are compared by it."""

    new = "new"
    contact = "contact"
    interview = "interview"
    decision = "decision"
    offer = "offer"
    hired = "hired"
    closed = "closed"


ENDS = {StageKind.hired, StageKind.closed}


class Delay(Strict):
    """How long after entering the stage: whole business days, then hours."""

    business_days: int = Field(default=0, ge=0, le=60)
    hours: int = Field(default=0, ge=0, le=23)


# `do` has no default: rows leave defaults out, and it tells the actions apart.
class SendTemplate(Strict):
    do: Literal["send"]
    template: AnyTemplate
    after: Delay = Field(default_factory=Delay)


class CreateTask(Strict):
    """`assignee`: a member, or the one who owns the application (else the job)."""

    do: Literal["task"]
    title: Line
    assignee: MemberId | Literal["owner"] = "owner"
    due_in_days: int = Field(default=1, ge=0, le=365)


class AddTag(Strict):
    do: Literal["tag"]
    tag: Tag


class Notify(Strict):
    do: Literal["notify"]
    members: list[MemberId | Literal["owner", "team"]] = Field(min_length=1, max_length=20)


class AskScorecard(Strict):
    do: Literal["scorecard"]
    members: list[MemberId | Literal["owner", "team"]] = Field(min_length=1, max_length=20)
    due_in_days: int = Field(default=2, ge=0, le=60)


class StartSequence(Strict):
    """Enrols the person in a sequence; leaving the stage stops it."""

    do: Literal["sequence"]
    sequence_id: SequenceId


Action = Annotated[
    SendTemplate | CreateTask | AddTag | Notify | AskScorecard | AskMissing | StartSequence, Field(discriminator="do")
]


class Question(Strict):
    """One guided field of a call's or interview's report in a stage."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,40}$")]
    label: Words
    kind: Literal["text", "long_text", "choice", "yes_no"] = "text"
    choices: list[Line] = Field(default_factory=list, max_length=20)


class StageText(Strict):
    """A stage as someone writes it; without an id it is new."""

    id: StageId | None = None
    name: Words
    kind: StageKind
    actions: list[Action] = Field(default_factory=list, max_length=10)
    form: list[Question] = Field(default_factory=list, max_length=30)


class Stage(Strict):
    """A step of a job's pipeline. `slot` numbers its counter; one that is being removed says where its people go."""

    id: StageId
    name: Words
    kind: StageKind
    slot: int = Field(ge=0, lt=MOST_STAGES)
    actions: list[Action] = Field(default_factory=list)
    form: list[Question] = Field(default_factory=list)
    leaving_to: StageId | None = None
