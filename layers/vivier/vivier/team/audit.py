"""Who saw, changed, took out what. Append-only: nothing here is ever changed or deleted.

What members do to people and jobs is told by the events of those, which stand in the same index by day: that costs no
write of its own. What leaves no event there (opening a record, a document, a link; changes to members, to settings) is
a row in the partition of its day.
"""

from datetime import datetime
from typing import Any, Literal

from pydantic import ConfigDict, Field

from vivier.kernel.actor import Actor
from vivier.kernel.clock import Instant
from vivier.kernel.ids import new_id, sort_key
from vivier.kernel.model import Model
from vivier.storage.table import Item, put_once
from vivier.storage.transaction import Transaction

Seen = Literal["candidate_seen", "document_seen", "file_taken", "shared_cv_seen", "mail_opened"]
Done = Literal[
    "member_invited",
    "invitation_sent_again",
    "invitation_accepted",
    "member_role_changed",
    "member_removed",
    "template_changed",
    "shortlist_opened",
    "audit_exported",
    "reasons_changed",
    "thread_changed",
    "sending_paused",
    "sending_resumed",
    "sending_rules_changed",
    "address_suppressed",
    "address_released",
    "address_looked_up",
    "sequence_changed",
    "experiment_started",
    "experiment_stopped",
    "experiment_adopted",
    "experiment_reopened",
    "corrections_keeping_changed",
    "corrections_exported",
    "person_erased",
]


class Who(Model):
    """As they were at the time."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["member", "candidate", "visitor", "system"]
    id: str | None = None
    name: str | None = None


class Entry(Model):
    """One line of the log. `data` names what it is about by id: candidate_id, job_id, document_id, member_id."""

    model_config = ConfigDict(extra="forbid")

    id: str
    kind: str
    at: Instant
    actor: Who
    data: dict[str, Any] = Field(default_factory=dict)


class AuditItem(Item, discriminator="audit"):
    @classmethod
    def of(cls, workspace: str, entry: Entry, once: str = "") -> "AuditItem":
        """`once`: what makes a second row of the same kind, of the same hour, the same row."""
        key = f"W#{workspace}#AUDITLOG#{entry.at:%Y-%m-%d}", once or sort_key(entry.id)
        return cls.holding(entry, *key, **indexed(workspace, entry.at, entry.id))

    def read(self) -> Entry:
        return Entry.model_validate_json(self.body)


def partition(workspace: str, day: str) -> str:
    return f"W#{workspace}#AUDIT#{day}"


def indexed(workspace: str, at: datetime, identifier: str) -> dict[str, str]:
    """The index keys of something that a member did at an instant (UTC)."""
    return {"gsi2pk": partition(workspace, f"{at:%Y-%m-%d}"), "gsi2sk": sort_key(identifier)}


def entry(kind: str, actor: Actor, at: datetime, **data: str | None) -> Entry:
    who = Who(kind=actor.kind, id=actor.id or None, name=actor.name or None)
    kept = {name: value for name, value in data.items() if value is not None}
    return Entry(id=new_id("aud", at), kind=kind, at=at, actor=who, data=kept)


def tell(transaction: Transaction, actor: Actor, kind: Done, at: datetime, **data: str | None) -> None:
    """Puts a line into the transaction of the act that it tells of."""
    transaction.create(AuditItem.of(actor.workspace, entry(kind, actor, at, **data)))


def seen(actor: Actor, kind: Seen, at: datetime, **data: str | None) -> None:
    """Notes that somebody looked at something: one Put, and one row a person, thing and hour."""
    line = entry(kind, actor, at, **data)
    once = "#".join([f"{at:%H}", kind, actor.id, *(value for _, value in sorted(line.data.items()))])
    put_once(AuditItem.of(actor.workspace, line, once))
