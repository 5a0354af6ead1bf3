"""Files on their way in, as the API shows them."""

from pydantic import ConfigDict, Field

from vivier.casework.uploads import Upload
from vivier.intake.model import Intake
from vivier.kernel.clock import Instant
from vivier.kernel.model import Model
from vivier.people.model import Relation


class IntakeView(Model):
    """A file's way in, without what only the machine needs."""

    id: str
    batch: str
    client_key: str
    name: str
    size: int
    content_type: str
    relation: Relation
    source: str
    for_job: str | None
    created_at: Instant
    created_by_name: str | None
    state: str
    step: str | None
    pages: int | None
    reason: str | None
    detail: str | None
    candidate_id: str | None
    candidate_name: str | None
    candidate_headline: str | None
    document_id: str | None
    outcome: str | None
    to_check: int
    flags: list[str]
    seconds: float | None = Field(description="From announcing the file to its end.")

    @classmethod
    def of(cls, intake: Intake) -> "IntakeView":
        took = (intake.finished_at - intake.created_at).total_seconds() if intake.finished_at else None
        return cls.model_validate({**intake.model_dump(include=set(cls.model_fields)), "seconds": took})


class UploadsView(Model):
    uploads: list[Upload]


class IntakesView(Model):
    uploads: list[IntakeView]
    cursor: str | None = None


class Link(Model):
    """An address that works for a minute."""

    url: str
    name: str


class Retry(Model):
    model_config = ConfigDict(extra="forbid")

    came_back: bool = Field(
        default=False, description="Its person asked to be erased once, and came back themselves: they sent it."
    )
    accept_anything: bool = Field(default=False, description="It is a CV, whatever it looks like.")


class Demo(Model):
    batch: str
