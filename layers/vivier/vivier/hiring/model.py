"""A job, its pipeline, and a person's application to it. Pure: no clock, no table."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from vivier.hiring.base import LongWords, MemberId, StageId, Words
from vivier.hiring.stages import ENDS, Stage, StageKind
from vivier.kernel.clock import Instant
from vivier.mail.model import AnyTemplate
from vivier.people.model import Line, Shown, Source, Strict

SHARDS = 4  # rows that a job's counts are spread over, so that movers seldom meet in one
ANSWER_WITHIN_DAYS = 14


class TeamRole(StrEnum):
    owner = "owner"
    recruiter = "recruiter"
    manager = "manager"
    interviewer = "interviewer"


class TeamMember(Strict):
    member_id: MemberId
    role: TeamRole = TeamRole.recruiter


class Pay(Strict):
    """A range, gross, in whole or decimal units of the currency (ISO 4217)."""

    minimum: Annotated[Decimal, Field(ge=0, le=10_000_000, decimal_places=2)] | None = None
    maximum: Annotated[Decimal, Field(ge=0, le=10_000_000, decimal_places=2)] | None = None
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = "EUR"
    period: Literal["hour", "day", "month", "year"] = "year"

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.minimum is None and self.maximum is None:
            raise ValueError("give at least one end of the range")
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise ValueError("the range begins above its end")
        return self


Contract = Literal["permanent", "fixed_term", "temporary", "apprenticeship", "internship", "freelance", "seasonal"]


class Requirement(Strict):
    """Something that the job really needs: what is asked of people is tied to one (Code du travail L1221-6)."""

    id: Annotated[str, StringConstraints(pattern=r"^req_[0-9A-HJKMNP-TV-Z]{26}$")]
    text: Line


class JobState(StrEnum):
    draft = "draft"
    open = "open"
    closed = "closed"
    template = "template"


class Work(Strict):
    """Something that concerns many people of a job and is done in steps; the sweep goes on where a request ended."""

    id: str
    kind: Literal["remove_stage", "close", "reopen", "refresh"]
    at: Instant
    by: MemberId | None = None
    by_name: str | None = None
    stage_id: StageId | None = None
    to_stage_id: StageId | None = None
    template: AnyTemplate | None = None
    business_days: int = 0
    reason: str | None = None
    told_otherwise: bool = False
    closing: str | None = Field(default=None, description="Reopening: the id of the closing that it takes back.")
    cursor: str | None = Field(default=None, description="Where the last step ended.")
    refresh: bool = Field(default=False, description="Names changed meanwhile: they are carried to everyone after it.")


class JobBody(Strict):
    """What someone writes of a job, but for its title."""

    department: Line | None = None
    places: list[Line] = Field(default_factory=list, max_length=20)
    remote: Literal["none", "partly", "fully"] | None = None
    contract: Contract | None = None
    pay: Pay | None = None
    description: LongWords = Field(default_factory=LongWords)
    requirements: list[Requirement] = Field(default_factory=list, max_length=30)
    openings: int = Field(default=1, ge=1, le=1000)
    opens_on: date | None = None
    closes_on: date | None = None
    answer_within_days: int = Field(default=ANSWER_WITHIN_DAYS, ge=1, le=180)
    team: list[TeamMember] = Field(default_factory=list, max_length=50)

    @model_validator(mode="after")
    def _dates(self) -> Self:
        if self.opens_on and self.closes_on and self.opens_on > self.closes_on:
            raise ValueError("the job closes before it opens")
        if len({m.member_id for m in self.team}) < len(self.team):
            raise ValueError("someone stands in the team twice")
        return self


class JobText(JobBody):
    """What someone writes of a job."""

    title: Words


class Job(JobText):
    """A job (requisition) with its pipeline."""

    id: str
    created_at: Instant
    created_by: str | None = None
    updated_at: Instant
    state: JobState = JobState.draft
    opened_at: Instant | None = None
    closed_at: Instant | None = None
    closing: str | None = Field(default=None, description="Id of the closing that closed it.")
    stages: list[Stage]
    work: Work | None = None

    def stage(self, stage_id: str) -> Stage | None:
        return next((s for s in self.stages if s.id == stage_id), None)

    def first(self, kind: StageKind) -> Stage | None:
        return next((s for s in self.stages if s.kind == kind and not s.leaving_to), None)

    @property
    def beginning(self) -> Stage:
        """Where applications enter."""
        return next(s for s in self.stages if not s.leaving_to)

    def enterable(self) -> set[str]:
        """Stages that people may enter now. Of a closed job, only its ends."""
        here = {s.id: s for s in self.stages if not s.leaving_to}
        shut = self.state in (JobState.closed, JobState.template) or (self.work and self.work.kind == "close")
        return {i for i, s in here.items() if not shut or s.kind in ENDS}

    def owner(self) -> str | None:
        return next((m.member_id for m in self.team if m.role == TeamRole.owner), None)

    def warnings(self) -> list[str]:
        """What the law or the reader will miss. Pay: directive (EU) 2023/970 art. 5."""
        found = [] if self.pay else ["pay_missing"]
        return found if self.description.fr or self.description.en else [*found, "description_missing"]


class JobCard(Strict):
    """What a list shows of a job."""

    id: str
    title: Words
    department: Line | None = None
    places: list[Line] = Field(default_factory=list)
    contract: Contract | None = None
    state: JobState
    openings: int = 1
    opened_at: Instant | None = None
    closes_on: date | None = None
    answer_within_days: int = ANSWER_WITHIN_DAYS
    team: list[TeamMember] = Field(default_factory=list)
    stages: list[Stage] = Field(default_factory=list)
    pay_missing: bool = False
    updated_at: Instant

    @classmethod
    def of(cls, job: Job) -> Self:
        bare = [s.model_copy(update={"actions": [], "form": []}) for s in job.stages]
        kept = job.model_dump(include=set(cls.model_fields) - {"stages", "title", "team"})
        return cls(title=job.title, team=job.team, stages=bare, pay_missing=job.pay is None, **kept)


class Told(Strict):
    """How someone was answered: by a letter of the outbox, or otherwise."""

    by: Literal["mail", "otherwise"]
    at: Instant
    message: str | None = None
    due_at: Instant | None = None


Ending = Literal["refused", "withdrawn", "hired", "job_closed"]


class End(Strict):
    """How an application ended. `reason` is one of the workspace's own list; `note` is for the team."""

    how: Ending
    at: Instant
    by: str | None = None
    by_name: str | None = None
    reason: Line | None = None
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)] | None = None
    overridden: list[str] = Field(default_factory=list, description="Warnings about the note that were overridden.")
    told: Told | None = None
    closing: str | None = None


class MeetingState(StrEnum):
    """How far an interview has come (`interviews/`)."""

    proposed = "proposed"
    booked = "booked"
    cancelled = "cancelled"
    held = "held"
    no_show = "no_show"


class Meeting(Strict):
    """An interview, as far as a board shows it."""

    id: str
    kind: str
    state: MeetingState
    starts_at: Instant | None = None


class Stay(Strict):
    """Where an application stood before its last move: what undoing goes back to."""

    stage_id: StageId
    entered_at: Instant
    end: End | None = None
    came_from: StageId | None = None


class Application(Strict):
    """One person in one job. `epoch` is raised by every move: whatever was set going before it stops."""

    id: str
    job_id: str
    job_title: Words
    candidate_id: str
    applied_at: Instant
    stage_id: StageId
    stage_name: Words
    stage_kind: StageKind
    entered_at: Instant
    epoch: int = 0
    owner: MemberId | None = None
    source: Source
    answer_by: Instant
    answered_at: Instant | None = Field(default=None, description="When the person last heard from us about it.")
    end: End | None = None
    came_from: StageId | None = Field(default=None, description="The stage it ended from; reopening returns there.")
    before: Stay | None = None
    planned: int = Field(default=0, description="Actions that entering the stage planned.")
    enrolments: list[str] = Field(default_factory=list, description="Sequences that its moves are told to.")
    interviews: list[Meeting] = Field(default_factory=list, description="Proposed or booked, or stopped by its end.")
    aside_for: str | None = Field(default=None, description="The record, standing in this job too, it was merged into.")

    @property
    def aside(self) -> bool:
        """Off the board: the person stands there through another record of theirs."""
        return self.aside_for is not None

    @property
    def open(self) -> bool:
        return self.stage_kind not in ENDS

    def overdue(self, now: datetime) -> bool:
        """The promise to answer was broken: nobody was told anything in time."""
        told = self.end.told if self.end else None
        waiting = self.open or (self.end is not None and self.end.how in ("refused", "job_closed") and told is None)
        return waiting and self.answer_by < now

    def heard(self, now: datetime, within_days: int) -> Self:
        """The person was told something about it: the next answer is due as many days later."""
        return self.model_copy(update={"answered_at": now, "answer_by": now + timedelta(days=within_days)})


class BoardCard(Strict):
    """An application on a board."""

    application: Application
    person: Shown
