"""What a colleague was asked for and has not given: it stands in their day until they do."""

from pydantic import Field

from vivier.hiring import store as hiring
from vivier.hiring.scorecards import store
from vivier.hiring.scorecards.model import About
from vivier.kernel.actor import Actor
from vivier.kernel.clock import Instant
from vivier.people.model import Strict
from vivier.people.store import ApplicationItem
from vivier.storage.table import get_many


class Owed(Strict):
    """A scorecard that somebody waits for."""

    job_id: str
    candidate_id: str
    about: About
    due_at: Instant | None = None
    asked_at: Instant
    asked_by_name: str | None = None
    begun: bool = Field(description="There is a draft.")


def by(actor: Actor) -> list[Owed]:
    """The member's own, the first due first; none about who is no longer considered: one Query, and a BatchGet when
    there are some.
    """
    cards = [row.read() for row in store.owed(actor.workspace, actor.id)]
    keys = {ApplicationItem.key(actor.workspace, c.candidate_id, c.job_id) for c in cards}
    standing = [hiring.read(row) for row in get_many(ApplicationItem, sorted(keys))]
    waited_for = {(a.candidate_id, a.job_id) for a in standing if a.open and not a.aside}
    return [
        Owed(
            job_id=c.job_id,
            candidate_id=c.candidate_id,
            about=c.about,
            due_at=c.due_at,
            asked_at=c.asked_at,
            asked_by_name=c.asked_by_name,
            begun=c.state == "draft",
        )
        for c in cards
        if c.asked_at and (c.candidate_id, c.job_id) in waited_for
    ]
