"""What the API shows: the domain's models, with what a screen needs beside them."""

from typing import Literal

from pydantic import ConfigDict, Field

from vivier.casework.uploads import Upload
from vivier.intake.model import Intake
from vivier.kernel.actor import Language, Permission, Role
from vivier.kernel.clock import Instant
from vivier.kernel.model import Model
from vivier.law.catalogue import CatalogueField
from vivier.mail.model import Message, State, Template
from vivier.people.model import (
    Absorbed,
    Application,
    Box,
    Candidate,
    Card,
    Document,
    Event,
    Fields,
    Origin,
    Pair,
    Proposal,
    Relation,
)


class Query(Model):
    model_config = ConfigDict(extra="forbid")


class Page(Query):
    cursor: str | None = Field(default=None, max_length=2000)


class Health(Model):
    status: Literal["ok"] = "ok"
    version: str


class MemberView(Model):
    id: str
    name: str
    email: str
    role: Role
    language: Language
    timezone: str
    drop_default: Relation | None


class WorkspaceView(Model):
    id: str
    name: str


class Me(Model):
    member: MemberView
    workspace: WorkspaceView
    permissions: list[Permission]
    demo: bool = Field(description="Invented people can be asked for: local only.")


class ReviewCounts(Model):
    failed: int = 0
    doubtful: int = 0
    duplicate: int = 0
    update: int = 0
    mail: int = 0


class Counts(Model):
    """True counts, moved in the transactions that they count."""

    people: int
    review: ReviewCounts
    relations: dict[str, int]
    sources: dict[str, int]
    tags: dict[str, int]
    states: dict[str, int]


class ProhibitedView(Model):
    name: str
    label: dict[Language, str]
    reason: dict[Language, str]
    source: str


class FieldsView(Model):
    fields: list[CatalogueField]
    prohibited: list[ProhibitedView]


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


class PeopleView(Model):
    candidates: list[Card]
    cursor: str | None
    total: int | None = Field(description="True count of the list; null when several filters are mixed.")


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
    dropped: list[str] = Field(description="Prohibited kinds seen in documents; their values were not recorded.")
    application: Application | None
    notice_due_at: Instant | None
    notice_message: str | None
    informed_at: Instant | None
    mailable: bool
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


class EventsView(Model):
    events: list[Event]
    cursor: str | None


class OtherPerson(Model):
    model_config = ConfigDict(extra="forbid")

    other_id: str = Field(pattern=r"^can_[0-9A-HJKMNP-TV-Z]{26}$")


class Decision(Model):
    model_config = ConfigDict(extra="forbid")

    accept: bool


class Queued(Model):
    message_key: str


class PageLine(Model):
    text: str
    box: Box
    confidence: float


class PageView(Model):
    """A page: its picture (a link of a minute) when there is one, its lines always, prohibited spans masked."""

    number: int
    width: float
    height: float
    image_url: str | None
    lines: list[PageLine]


class DroppedView(Model):
    kind: str
    page: int
    boxes: list[Box]


class DocumentView(Model):
    document: Document
    download_url: str
    pages: list[PageView]
    dropped: list[DroppedView]


class Warning_(Model):  # noqa: N801 - `Warning` is Python's
    kind: str
    start: int
    end: int
    why: dict[Language, str]


class Warnings(Model):
    warnings: list[Warning_]


class NoteText(Model):
    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=20_000)


class MergeField(Model):
    name: str
    example: str


class TemplateView(Model):
    template: Template
    version: int = Field(description="0: the product's own text.")
    fields: list[MergeField]


class TemplatesView(Model):
    templates: list[TemplateView]


class TemplateText(Model):
    model_config = ConfigDict(extra="forbid")

    subject: str = Field(min_length=1, max_length=300)
    body: str = Field(min_length=1, max_length=20_000)


class PreviewOf(Model):
    model_config = ConfigDict(extra="forbid")

    subject: str | None = Field(default=None, min_length=1, max_length=300)
    body: str | None = Field(default=None, min_length=1, max_length=20_000)
    candidate_id: str | None = None


class MailView(Model):
    """A message as it was or will be sent."""

    key: str
    subject: str
    text: str
    html: str
    to: str
    state: State
    due_at: Instant
    settled_at: Instant | None
    reason: str | None

    @classmethod
    def of(cls, message: Message) -> "MailView":
        return cls.model_validate(message.model_dump(include=set(cls.model_fields)))


class ReviewItemView(Model):
    kind: Literal["failed", "doubtful", "duplicate", "update", "mail"]
    at: Instant
    intake: IntakeView | None
    candidate: Card | None
    other: Card | None
    evidence: list[dict[str, str]]
    fields: list[str]
    proposals: int
    message: MailView | None


class ReviewView(Model):
    items: list[ReviewItemView]
    cursor: str | None


class Retry(Model):
    model_config = ConfigDict(extra="forbid")

    accept_anything: bool = Field(default=False, description="It is a CV, whatever it looks like.")


class Demo(Model):
    batch: str
