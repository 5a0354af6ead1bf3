"""A member's notifications as they see them: with what the people, jobs and tasks they are about are called."""

from pydantic import Field

from vivier.casework import names
from vivier.hiring.base import Words
from vivier.kernel.actor import Actor
from vivier.kernel.model import Model
from vivier.tasks import store as tasks
from vivier.team import notifications
from vivier.team.notifications import Notification


class Bell(Model):
    """Who and what the member may not see has no name here."""

    notifications: list[Notification]
    names: dict[str, str | None] = Field(description="Name of each person named by id.")
    jobs: dict[str, Words] = Field(description="Title of each job named by id.")
    tasks: dict[str, str] = Field(description="Title of each task named by id.")
    unread: int
    cursor: str | None


def listed(actor: Actor, cursor: str | None) -> Bell:
    """A page, newest first: one Query, one Get, and a BatchGet each for people and jobs, two for tasks, when there are
    some. Raises BadCursor.
    """
    page, more = notifications.listed(actor, cursor)
    told = tasks.several(actor.workspace, [n.task_id for n in page if n.task_id])
    return Bell(
        notifications=page,
        names=names.of_people(actor, ((n.candidate_id, n.job_id) for n in page)),
        jobs=names.of_jobs(actor, (n.job_id for n in page)),
        tasks={t.id: t.title for t in told},
        unread=notifications.unread(actor),
        cursor=more,
    )
