"""A member's notifications as they see them: with the names of the people they are about, read from the records."""

from pydantic import Field

from vivier.kernel.actor import Actor, Permission
from vivier.kernel.model import Model
from vivier.people import store
from vivier.storage.table import get_many
from vivier.team import notifications
from vivier.team.notifications import Notification


class Bell(Model):
    notifications: list[Notification]
    names: dict[str, str | None] = Field(description="Name of each person named by id, for who may see people.")
    unread: int
    cursor: str | None


def listed(actor: Actor, cursor: str | None) -> Bell:
    """A page, newest first: one Query, one Get, and one BatchGet when people are named. Raises BadCursor."""
    page, more = notifications.listed(actor, cursor)
    about = {n.candidate_id for n in page if n.candidate_id}
    names = _names(actor.workspace, about) if actor.may(Permission.see_people) else {}
    return Bell(notifications=page, names=names, unread=notifications.unread(actor), cursor=more)


def _names(workspace: str, ids: set[str]) -> dict[str, str | None]:
    rows = get_many(store.CandidateItem, [store.CandidateItem.key(workspace, i) for i in sorted(ids)])
    return {c.id: c.display_name for c in (r.read() for r in rows)}
