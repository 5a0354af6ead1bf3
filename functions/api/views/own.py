"""The member's own settings, what is counted, what may be recorded, as the API shows them."""

from typing import Literal

from pydantic import Field

from vivier.kernel.actor import Language, Permission, Role
from vivier.kernel.model import Model
from vivier.law.catalogue import CatalogueField
from vivier.people.model import Relation


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
    digest_hour: int | None
    task_mails: bool
    signature: str


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
    mail: int
    received: int = 0
    automatic: int = Field(default=0, description="Machines' answers to nothing of ours: they wait for nobody.")


class InboxCounts(Model):
    """Conversations that need an answer: all of them, one's own, nobody's."""

    needs_answer: int = 0
    mine: int = 0
    unassigned: int = 0


class Counts(Model):
    """True counts, moved in the transactions that they count."""

    people: int
    review: ReviewCounts
    inbox: InboxCounts
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
