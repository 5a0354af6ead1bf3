"""An erasure (GDPR art. 17): what was asked, how far it is, what was removed. Pure.

What stays of somebody says nothing of them: the certificate holds when, who of us, why, and numbers.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

from pydantic import Field

from vivier.kernel.clock import Instant
from vivier.people.model import Candidate, Strict

# The person asked for it, and is not to be sourced again; or it is not needed any more (GDPR art. 5(1)(e)).
Why = Literal["asked", "not_needed"]
Removed = Literal[
    "records",
    "events",
    "documents",
    "mails",
    "received",
    "conversations",
    "applications",
    "scorecards",
    "interviews",
    "tasks",
    "enrolments",
    "shortlists",
    "notifications",
    "looks",
    "others",
]
KINDS: tuple[Removed, ...] = Removed.__args__  # type: ignore[attr-defined]
SETTLED = timedelta(minutes=20)  # longer than anything that had begun may go on: what it left is removed then
LEASE = timedelta(minutes=6)  # longer than the function that removes may run
SOON = timedelta(minutes=1)  # something holds it up: a mail that a sender has


class State(StrEnum):
    under_way = "under_way"
    removed = "removed"  # everything is gone; what came too late is looked for once more
    done = "done"


class Erasing(Strict):
    """Why somebody is erased."""

    why: Why = "asked"


class Erasure(Strict):
    """The certificate. `people` and `contacts` are hashes with the workspace's own key: they name nobody, tell who was
    erased when their old address is opened, and let the erasure be applied again to what a backup brought back.
    """

    id: str
    at: Instant
    by: str | None = Field(default=None, description="Member who erased.")
    by_name: str | None = None
    why: Why
    people: list[str] = Field(default_factory=list)
    contacts: list[str] = Field(default_factory=list)
    state: State = State.under_way
    removed_at: Instant | None = None
    checked_at: Instant | None = Field(default=None, description="When what came late was looked for, and removed.")
    again_at: Instant | None = Field(default=None, description="Applied to what a backup had brought back.")
    counts: dict[Removed, int] = Field(default_factory=dict)
    files: int = Field(default=0, description="Objects in the store, every version of them.")

    def next_look(self, now: datetime, *, held_up: bool) -> datetime | None:
        """When somebody must look at it again; never, once it is done."""
        if self.state == State.done:
            return None
        return now + (SOON if held_up or self.state == State.under_way else SETTLED)


class Remains(Strict):
    """A record on its way out. `record`: until everything that it leads to is gone."""

    id: str
    since: Instant
    jobs: list[str] = Field(default_factory=list)
    record: Candidate | None = None


class Returned(Strict):
    """Somebody was erased, and here they are again: since when nothing of them was kept."""

    erased_at: Instant
    erasure_id: str
