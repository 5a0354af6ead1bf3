"""A sequence, its versions, and a person's enrolment in it. Pure: no clock, no table."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from vivier.hiring.base import JobId
from vivier.kernel.clock import Instant
from vivier.people.model import Line, Strict
from vivier.sequences.steps import MailStep, MailWords, Step, StepCondition, TaskStep, WaitStep
from vivier.tasks.model import Zone

MOST_STEPS = 50
MOST_SEQUENCES = 300
UNDO = timedelta(seconds=10)  # nothing leaves before the moment to undo is over; a screen offers it for eight

Weekday = Annotated[int, Field(ge=0, le=6)]


class SequenceSettings(Strict):
    """When mails leave, and what ends the sequence. `days`: 0 is Monday. `zone`: whose clock: one place's, or the
    person's as far as their place or phone number tells (else `fallback_zone`'s).
    """

    days: list[Weekday] = Field(default=[0, 1, 2, 3, 4], min_length=1, max_length=7)
    from_hour: int = Field(default=9, ge=0, le=23)
    to_hour: int = Field(default=18, ge=1, le=24)
    holidays: bool = Field(default=False, description="Whether mails leave on public holidays (those of France).")
    zone: Literal["person"] | Zone = "person"
    fallback_zone: Zone = "Europe/Paris"
    job_id: JobId | None = Field(default=None, description="The job it is about: only who stands in it is enrolled.")
    stop_on_stage_change: bool = Field(
        default=True, description="Whether another stage of the job ends it; about no job, another stage in any."
    )

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.from_hour >= self.to_hour:
            raise ValueError("the hours of sending begin before they end")
        if len(set(self.days)) < len(self.days):
            raise ValueError("a day stands twice")
        return self


class SequenceText(Strict):
    """What someone writes of a sequence; incomplete ones are kept too, and checked when they are published."""

    name: Line
    settings: SequenceSettings = Field(default_factory=SequenceSettings)
    steps: list[Step] = Field(default_factory=list, max_length=MOST_STEPS)

    @model_validator(mode="after")
    def _apart(self) -> Self:
        if len({s.id for s in self.steps}) < len(self.steps):
            raise ValueError("two steps have the same id")
        return self


class SequenceState(StrEnum):
    draft = "draft"  # never published
    active = "active"
    paused = "paused"  # nobody goes on, nobody is lost
    archived = "archived"  # paused, and out of what is offered


class SequenceWork(Strict):
    """Something that concerns everyone in flight and is done in steps; the sweep goes on where a request ended."""

    kind: Literal["move", "go_on"]
    at: Instant
    by: str | None = None
    by_name: str | None = None
    cursor: str | None = None


class Sequence(SequenceText):
    """A sequence with its draft; `version` is the last one published (0: none yet)."""

    id: str
    state: SequenceState = SequenceState.draft
    epoch: int = Field(default=0, description="Raised by pausing: a mail made under an older one does not leave.")
    version: int = 0
    changed: bool = Field(default=True, description="The draft is not what was published last.")
    everyone_in: int = Field(default=0, description="The version that everyone in an older one was moved to last.")
    created_at: Instant
    created_by: str | None = None
    created_by_name: str | None = None
    updated_at: Instant
    updated_by_name: str | None = None
    published_at: Instant | None = None
    works: list[SequenceWork] = Field(default_factory=list)

    @property
    def text(self) -> SequenceText:
        return SequenceText(name=self.name, settings=self.settings, steps=self.steps)


class SequenceVersion(SequenceText):
    """What was published: never changed."""

    sequence_id: str
    number: int
    published_at: Instant
    published_by: str | None = None
    published_by_name: str | None = None

    def position_of(self, step_id: str) -> int | None:
        return next((n for n, s in enumerate(self.steps) if s.id == step_id), None)

    def own_words(self, step_id: str) -> MailWords | None:
        """What a mail of it says of its own."""
        return next((s.words for s in self.steps if s.id == step_id and isinstance(s, MailStep)), None)


def _named(step: MailStep | TaskStep | WaitStep) -> str | None:
    """The colleague that a step names."""
    named = step.send_as if step.do == "mail" else step.assignee if step.do == "task" else None
    return named if named and named.startswith("mem_") else None


class SequenceCard(Strict):
    """What a list shows of a sequence."""

    id: str
    name: str
    state: SequenceState
    version: int
    changed: bool
    job_id: str | None = None
    mails: int = 0
    tasks: int = 0
    members: list[str] = Field(default_factory=list, description="Who made it, and whom its steps name.")
    updated_at: Instant
    updated_by_name: str | None = None

    @classmethod
    def of(cls, s: Sequence) -> Self:
        kinds = [step.do for step in s.steps]
        return cls(
            id=s.id,
            name=s.name,
            state=s.state,
            version=s.version,
            changed=s.changed,
            job_id=s.settings.job_id,
            mails=kinds.count("mail"),
            tasks=kinds.count("task"),
            members=sorted({i for i in (s.created_by, *map(_named, s.steps)) if i}),
            updated_at=s.updated_at,
            updated_by_name=s.updated_by_name,
        )


class EnrolmentState(StrEnum):
    active = "active"
    paused = "paused"  # until a human goes on
    finished = "finished"  # came to the end
    stopped = "stopped"  # by what the person did, or what happened to them
    removed = "removed"  # by a human


LIVE = (EnrolmentState.active, EnrolmentState.paused)


class EnrolmentCounts(Strict):
    """How many stand in each state; they add up to everyone who was ever enrolled."""

    active: int = 0
    paused: int = 0
    finished: int = 0
    stopped: int = 0
    removed: int = 0


class StopReason(StrEnum):
    reply = "reply"
    reply_held = "reply_held"  # somebody answered; a human has yet to say who
    bounce = "bounce"
    complaint = "complaint"
    unsubscribed = "unsubscribed"
    stage_changed = "stage_changed"
    erased = "erased"
    merged = "merged"
    unreachable = "unreachable"  # no address that may be written to
    missing = "missing"  # a merge field has no value, or the text is gone
    refused = "refused"  # the mail was refused for good
    by_hand = "by_hand"


class WaitingFor(StrEnum):
    """What an active enrolment waits for."""

    time = "time"
    sending = "sending"  # its mail stands in the outbox
    unsure = "unsure"  # the mail may have left: a human looks
    sequence = "sequence"  # the sequence is paused


class StepDone(Strict):
    """What became of a step. `skipped`: why it was left out."""

    step_id: str
    at: Instant
    version: int
    message_key: str | None = None
    task_id: str | None = None
    skipped: Literal["condition", "by_hand", "no_assignee", "refused"] | None = None


class Stood(Strict):
    """How an enrolment stood before something ended or paused it."""

    state: EnrolmentState
    reason: StopReason | None = None
    because: str | None = None
    settled_at: Instant | None = None
    replied_at: Instant | None = None


class Enrolment(Strict):
    """One person in one sequence. `position` is that of the next step to do in the steps of its version; `wake_at`,
    when it comes up. `epoch` is raised by every act and stop: whatever was set going before it does not happen.
    """

    id: str
    sequence_id: str
    sequence_name: str
    candidate_id: str
    version: int
    position: int = 0
    step_id: str | None = None
    state: EnrolmentState = EnrolmentState.active
    waiting: WaitingFor | None = None
    epoch: int = 0
    wake_at: Instant | None = None
    zone: str = "Europe/Paris"
    enrolled_at: Instant
    enrolled_by: str | None = None
    enrolled_by_name: str | None = None
    via: Literal["hand", "list", "stage"] = "hand"
    key: str | None = Field(default=None, description="The client's key of the request that enrolled the person.")
    job_id: str | None = None
    stage_id: str | None = Field(default=None, description="Where they stood in the job when they were enrolled.")
    moved_in: list[str] = Field(
        default_factory=list, description="Of a sequence about no job: moves of the person since, `<job>#<epoch>`."
    )
    message_key: str | None = Field(default=None, description="The mail of the step that is under way.")
    done: list[StepDone] = Field(default_factory=list)
    reason: StopReason | None = Field(default=None, description="Why it is paused, stopped or removed.")
    because: str | None = Field(default=None, description="What stopped it: an event's, a mail's or a record's id.")
    settled_at: Instant | None = None
    replied_at: Instant | None = None
    since: Instant | None = Field(default=None, description="When a human last let it go on.")
    stood: Stood | None = Field(default=None, description="How it stood before: what took it there may be taken back.")
    bucket: int = 0

    @property
    def live(self) -> bool:
        return self.state in LIVE

    def at(self, position: int, step_id: str | None, at: datetime) -> Self:
        """Waiting for another step, to come up at an instant; the mail of the one before is behind it."""
        goes_on = {"position": position, "step_id": step_id, "wake_at": at, "waiting": WaitingFor.time}
        return self.model_copy(update={**goes_on, "message_key": None})

    def over(self, state: EnrolmentState, reason: StopReason | None, now: datetime, because: str | None = None) -> Self:
        """Paused, stopped, removed, finished: nothing wakes it, and what it set going does not happen. When the next
        step would have come up is kept, for who lets it go on.
        """
        ended = {"state": state, "reason": reason, "because": because, "settled_at": now, "epoch": self.epoch + 1}
        stood = Stood.model_validate(self.model_dump(include=set(Stood.model_fields)))
        return self.model_copy(update={**ended, "waiting": None, "stood": stood})

    def going_on(self, now: datetime) -> Self:
        """Active again, under a new epoch, from `now` at the soonest; a limit that held its mail is asked anew."""
        fresh = {"state": EnrolmentState.active, "reason": None, "because": None, "settled_at": None, "since": now}
        at = now if self.message_key else max(now, self.wake_at or now)
        again = {"waiting": WaitingFor.time, "wake_at": at, "epoch": self.epoch + 1, "stood": None}
        return self.model_copy(update=fresh | again)


class PlannedStep(Strict):
    """A step that is to come, as far as it can be known now. `subject`: of a mail, as this person would get it."""

    step_id: str
    do: Literal["mail", "task"]
    at: Instant
    subject: str | None = None
    title: str | None = None
    only_if: StepCondition | None = None
    moved_by: list[str] = Field(default_factory=list, description="What makes a mail leave later: `warm_up`, say.")


Excluded = Literal[
    "unknown",
    "merged",
    "no_email",
    "doubtful_email",
    "not_mailable",
    "unsubscribed",
    "complained",
    "suppressed",
    "missing_fields",
    "not_in_job",
    "enrolled",
    "enrolled_before",
]
