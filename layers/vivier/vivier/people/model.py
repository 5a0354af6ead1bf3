"""A candidate's record and what stands around it. Pure: no clock, no table."""

from datetime import datetime
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from vivier.kernel.actor import Actor, Language
from vivier.kernel.clock import Instant
from vivier.people.base import Line as Line
from vivier.people.base import Prose as Prose
from vivier.people.base import Source as Source
from vivier.people.base import Strict as Strict
from vivier.people.base import Tag as Tag
from vivier.people.fields import Entry, Fields, Value
from vivier.people.noted import Answer as Answer
from vivier.people.noted import CallFacts as CallFacts
from vivier.people.noted import Note as Note
from vivier.people.noted import NoteVersion as NoteVersion
from vivier.people.noted import Visibility as Visibility
from vivier.people.unasked import Unsolicited as Unsolicited

Relation = Literal["applied", "found"]


class Origin(Strict):
    """How a person or document came in."""

    channel: Literal["drop", "typed", "api"] = "drop"
    source: Source = "upload"
    campaign: Source | None = None
    referrer: Source | None = None
    by: str | None = Field(default=None, description="Member who brought it.")
    by_name: str | None = None


class Application(Strict):
    """One coming-forward of the person; what arrives within a day of it belongs to it."""

    id: str
    at: Instant
    answer_due_at: Instant
    message: str | None = Field(default=None, description="Key of the acknowledgement in the outbox.")
    held: Literal["no_email", "doubtful_email", "not_mailable", "template"] | None = Field(
        default=None, description="Why no answer can leave. `template`: it names a merge field that has no value."
    )
    acknowledged_at: Instant | None = None


class Absorbed(Strict):
    """A record merged into this one; it keeps its own partition, so that the merge can be undone.

    `tags` and `dropped` are those the merge brought, `others` the records that were part of it already; the rest is
    what the surviving record had before it.
    """

    id: str
    others: list[str] = Field(default_factory=list)
    name: str | None = None
    at: Instant
    by: str | None = None
    tags: list[str] = Field(default_factory=list)
    dropped: list[str] = Field(default_factory=list)
    relation: Relation
    application: Application | None = None
    notice_due_at: Instant | None = None
    unsolicited: Unsolicited = Field(default_factory=Unsolicited)


class Candidate(Strict):
    """One person. What is true now; how it came to be stands in the events."""

    id: str
    created_at: Instant
    updated_at: Instant
    relation: Relation
    origin: Origin
    language: Language
    fields: Fields = Field(default_factory=Fields)
    tags: list[Tag] = Field(default_factory=list)
    dropped: list[str] = Field(default_factory=list, description="Prohibited kinds seen in documents, not recorded.")
    application: Application | None = None
    notice_due_at: Instant | None = Field(default=None, description="GDPR art. 14: at most one month after collection.")
    notice_message: str | None = Field(default=None, description="Key of the notice in the outbox.")
    informed_at: Instant | None = None
    mailable: bool = True
    epoch: int = Field(default=0, description="Raised by a stop: every message claimed under an older one fails.")
    unsolicited: Unsolicited = Field(default_factory=Unsolicited, description="Of mail that they did not ask for.")
    corrections_refused_at: Instant | None = Field(
        default=None, description="The person objects to corrections of their CV being kept to improve reading."
    )
    documents: int = 0
    jobs: list[str] = Field(default_factory=list, description="Jobs that the person stands in, or ever did.")
    experiments: list[str] = Field(default_factory=list, description="Those that a mail to this person counts in.")
    proposals: int = Field(default=0, description="Changes that newer documents suggest, undecided.")
    shared: list[str] = Field(default_factory=list, description="Claims (`kind:value`) that belong to someone else.")
    absorbed: list[Absorbed] = Field(default_factory=list)
    merged_into: str | None = None
    places: dict[str, int] = Field(default_factory=dict, description="Bucket of each list this person stands in.")

    @property
    def display_name(self) -> str | None:
        return self.fields.name.value if self.fields.name else self.fields.first("emails")

    def states(self) -> list[str]:
        """What someone still has to do about this person."""
        states = []
        if self.fields.doubtful() or not self.fields.name:
            states.append("to_check")
        if self.proposals:
            states.append("to_update")
        if self.application and not self.application.acknowledged_at:
            states.append("answer_due")
        if self.notice_due_at and not self.informed_at:
            states.append("notice_due")
        return states

    def facets(self) -> set[str]:
        """The lists this person stands in; one that was merged away stands in none."""
        if self.merged_into:
            return set()
        own = {"all", f"relation:{self.relation}", f"source:{self.origin.source}"}
        return own | {f"tag:{t}" for t in self.tags} | {f"state:{s}" for s in self.states()}

    def everyone(self) -> set[str]:
        """Ids that are this person: its own and those merged into it, at first hand or within another."""
        return {self.id} | {i for a in self.absorbed for i in (a.id, *a.others)}

    def touched(self, at: datetime, **changes: Any) -> Self:
        return self.model_copy(update={**changes, "updated_at": at})


class Card(Strict):
    """What a list shows of a person: small, so that a page of fifty costs a few units."""

    id: str
    name: str | None = None
    headline: str | None = None
    location: str | None = None
    email: str | None = None
    phone: str | None = None
    skills: list[str] = Field(default_factory=list)
    source: str
    relation: Relation
    tags: list[str] = Field(default_factory=list)
    states: list[str] = Field(default_factory=list)
    created_at: Instant
    answer_due_at: Instant | None = None
    acknowledged_at: Instant | None = None
    notice_due_at: Instant | None = None
    informed_at: Instant | None = None

    @classmethod
    def of(cls, c: Candidate) -> Self:
        def cut(value: str | None) -> str | None:
            return value[:120] if value else None

        headline = c.fields.headline.value if c.fields.headline else None
        if not headline and c.fields.experience:
            post = c.fields.experience[0]
            headline = ", ".join(v.value for v in (post.title, post.employer) if v)
        return cls(
            id=c.id,
            name=cut(c.display_name),
            headline=cut(headline),
            location=cut(c.fields.location.value if c.fields.location else None),
            email=c.fields.first("emails"),
            phone=c.fields.first("phones"),
            skills=[v.value[:40] for v in c.fields.skills[:5]],
            source=c.origin.source,
            relation=c.relation,
            tags=c.tags,
            states=c.states(),
            created_at=c.created_at,
            answer_due_at=c.application.answer_due_at if c.application else None,
            acknowledged_at=c.application.acknowledged_at if c.application else None,
            notice_due_at=c.notice_due_at,
            informed_at=c.informed_at,
        )


class Shown(Strict):
    """What a job's board shows of a person; kept true by the act that changes the person."""

    name: str | None = None
    headline: str | None = None
    location: str | None = None
    source: str | None = None
    tags: list[str] = Field(default_factory=list)

    @classmethod
    def of(cls, c: Candidate) -> Self:
        card = Card.of(c)
        return cls(name=card.name, headline=card.headline, location=card.location, source=card.source, tags=card.tags)


class ReadAs(Strict):
    """What a document was read by: the reader's edition, its layout (the same for CVs set alike), its language."""

    reader: str
    layout: str
    language: Language


class Document(Strict):
    """A file that belongs to a person. The bytes, page pictures and reading are under `prefix` in the bucket."""

    id: str
    candidate_id: str
    name: str
    kind: str
    media_type: str
    size: int
    sha256: str
    pages: int
    read_at: Instant
    relation: Relation
    origin: Origin
    flags: list[str] = Field(default_factory=list)
    text_source: Literal["native", "textract", "mixed"] = "native"
    is_cv: float = 1.0
    read_as: ReadAs | None = Field(default=None, description="None of documents that were read before it was kept.")
    prefix: str


class Author(Strict):
    """Who did something, as it was at the time."""

    kind: Literal["member", "candidate", "visitor", "system"]
    id: str | None = None
    name: str | None = None

    @classmethod
    def of(cls, actor: Actor) -> Self:
        return cls(kind=actor.kind, id=actor.id or None, name=actor.name or None)


class Event(Strict):
    """Something that happened to a person, in the order it happened. Never changed, but for a note's own text."""

    id: str
    kind: str
    at: Instant
    actor: Author
    cause: str | None = None
    data: dict[str, Any] = Field(default_factory=dict)
    note: Note | None = None


class Answered(Strict):
    """The form that a person answered: which, and who asked when."""

    ask_id: str
    asked_at: Instant
    asked_by: str | None = None
    asked_by_name: str | None = None


class Proposal(Strict):
    """What a newer document, or the person's answer to a form, says otherwise than the record. A human decides."""

    id: str
    field: str
    current: Value | Entry | None = None
    proposed: Value | Entry
    document_id: str | None = Field(default=None, description="Of the document that says it.")
    answer: Answered | None = Field(default=None, description="Of the answer that says it.")
    warnings: list[str] = Field(default_factory=list, description="What the law forbids to record that it looks like.")
    erased_at: Instant | None = Field(
        default=None, description="When whoever has this contact was erased, as they asked."
    )
    at: Instant

    @model_validator(mode="after")
    def _from_somewhere(self) -> Self:
        if (self.document_id is None) == (self.answer is None):
            raise ValueError("a proposal comes from a document or from an answer")
        return self


class Evidence(Strict):
    """What two people have in common, as text on both sides."""

    field: Literal["name", "email", "phone", "link"]
    value: str
    other_value: str


class Pair(Strict):
    """Two records that may be one person. Refused ones are kept, so that nobody is asked twice."""

    candidate_id: str
    other_id: str
    evidence: list[Evidence]
    state: Literal["open", "refused", "merged"] = "open"
    was: Literal["open", "refused"] = Field(default="open", description="Before a merge settled it.")
    at: Instant
    decided_by: str | None = None
