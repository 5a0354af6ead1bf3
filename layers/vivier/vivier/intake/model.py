"""One file's way in. Pure."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from vivier.kernel.clock import Instant
from vivier.kernel.model import Model
from vivier.people.model import Relation, Source

MOST_BYTES = 10 * 1024 * 1024
MOST_FILES = 50  # in one request; a drop of 200 makes four

FileName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=255)]
JobId = Annotated[str, StringConstraints(pattern=r"^job_[0-9A-HJKMNP-TV-Z]{26}$")]
ClientKey = Annotated[str, StringConstraints(pattern=r"^[\w.-]{1,64}$")]
# What a browser says of a file it does not know is empty; the true kind is found from the bytes anyway.
MediaType = Annotated[str, StringConstraints(pattern=r"^([\w.+-]{1,60}/[\w.+-]{1,100})?$")]


class State(StrEnum):
    awaiting_file = "awaiting_file"
    reading = "reading"
    recorded = "recorded"
    failed = "failed"
    discarded = "discarded"


class Outcome(StrEnum):
    new = "new"
    known = "known"
    same_file = "same_file"


class Intake(Model):
    """A file and what became of it."""

    model_config = ConfigDict(extra="forbid")

    id: str
    batch: str
    client_key: str
    name: str
    size: int
    content_type: str
    relation: Relation
    source: Source = "upload"
    campaign: Source | None = None
    referrer: Source | None = None
    created_at: Instant
    created_by: str | None = None
    created_by_name: str | None = None
    updated_at: Instant
    state: State = State.awaiting_file
    step: Literal["inspect", "read", "recognise", "record", "acknowledge"] | None = None
    attempt: int = 0
    accept_anything: bool = Field(default=False, description="A human says that it is a CV.")
    came_back: bool = Field(default=False, description="A human says that who asked to be erased came back themselves.")
    pages: int | None = None
    reason: str | None = None
    detail: str | None = None
    candidate_id: str | None = None
    candidate_name: str | None = None
    candidate_headline: str | None = None
    document_id: str | None = None
    outcome: Outcome | None = None
    to_check: int = 0
    flags: list[str] = Field(default_factory=list)
    message_key: str | None = None
    for_job: str | None = Field(default=None, description="The job that whoever is read stands in from then on.")
    for_candidate: str | None = Field(default=None, description="Whose it is, whatever it says: they sent it by mail.")
    job_id: str | None = Field(default=None, description="Textract's job, for scans of several pages.")
    task_token: str | None = None
    finished_at: Instant | None = None

    @property
    def finished(self) -> bool:
        return self.state in (State.recorded, State.failed, State.discarded)


class Described(Model):
    """A file as the browser announces it."""

    model_config = ConfigDict(extra="forbid")

    client_key: ClientKey
    name: FileName
    size: Annotated[int, Field(ge=0, le=10**12)]
    content_type: MediaType = ""


class Announcement(Model):
    """What someone is about to send, and how these people came: they applied, or they were found."""

    model_config = ConfigDict(extra="forbid")

    relation: Relation
    batch: ClientKey
    source: Source = "upload"
    campaign: Source | None = None
    referrer: Source | None = None
    job_id: JobId | None = Field(default=None, description="Whoever is read stands at the beginning of this job.")
    files: Annotated[list[Described], Field(min_length=1, max_length=MOST_FILES)]


def quarantine_key(workspace: str, intake_id: str) -> str:
    return f"quarantine/{workspace}/{intake_id}/original"


def opened_prefix(workspace: str, intake_id: str) -> str:
    return f"opened/{workspace}/{intake_id}"


def document_prefix(workspace: str, document_id: str) -> str:
    return f"documents/{workspace}/{document_id}"
