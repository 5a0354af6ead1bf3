"""One person, as the API shows them: the domain's models, with what a screen needs beside them."""

from pydantic import ConfigDict, Field

from views.tasks import TaskView
from vivier.casework.practised import practised
from vivier.hiring import model as hiring
from vivier.hiring.interviews.model import Interview
from vivier.hiring.planned import Planned
from vivier.kernel.actor import Language
from vivier.kernel.clock import Instant
from vivier.kernel.model import Model
from vivier.people.asks.model import Ask
from vivier.people.fields import Fields
from vivier.people.model import (
    Absorbed,
    Application,
    Candidate,
    Document,
    Event,
    Origin,
    Pair,
    Proposal,
    Relation,
    Unsolicited,
)


class CandidateView(Model):
    """A person's record as it is now."""

    id: str
    version: int
    created_at: Instant
    updated_at: Instant
    name: str | None
    relation: Relation
    origin: Origin
    language: Language
    fields: Fields
    tags: list[str]
    states: list[str]
    missing: list[str] = Field(description="Essential fields of the catalogue that are not known.")
    to_check: list[str] = Field(description="Paths of doubtful readings.")
    practice: dict[str, int] = Field(
        description="Months by skill: at least so many in the dated posts that name it. Others are left out."
    )
    dropped: list[str] = Field(description="Prohibited kinds seen in documents; their values were not recorded.")
    application: Application | None
    notice_due_at: Instant | None
    notice_message: str | None
    informed_at: Instant | None
    mailable: bool
    unsolicited: Unsolicited
    corrections_refused_at: Instant | None
    merged: list[Absorbed]
    merged_into: str | None

    @classmethod
    def of(cls, c: Candidate, version: int) -> "CandidateView":
        return cls.model_validate(
            {
                **c.model_dump(include=set(cls.model_fields)),
                "version": version,
                "name": c.display_name,
                "states": c.states(),
                "missing": c.fields.missing(),
                "to_check": c.fields.doubtful(),
                "merged": c.absorbed,
                "practice": practised(c.fields),
                "fields": c.fields,
            }
        )


class CandidatePage(Model):
    candidate: CandidateView
    documents: list[Document]
    proposals: list[Proposal]
    duplicates: list[Pair]
    events: list[Event]
    events_cursor: str | None
    applications: list[hiring.Application]
    planned: list[Planned] = Field(description="What stages are about to do.")
    tasks: list[TaskView]
    interviews: list[Interview]
    asks: list[Ask] = Field(description="What they were asked for last, and how far it came.")


class EventsView(Model):
    events: list[Event]
    cursor: str | None


class OtherPerson(Model):
    model_config = ConfigDict(extra="forbid")

    other_id: str = Field(pattern=r"^can_[0-9A-HJKMNP-TV-Z]{26}$")


class Decision(Model):
    model_config = ConfigDict(extra="forbid")

    accept: bool
    came_back: bool = Field(
        default=False, description="Who has this contact asked to be erased once, and came back themselves."
    )


class Queued(Model):
    message_key: str
