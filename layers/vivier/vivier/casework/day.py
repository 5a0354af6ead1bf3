"""A member's day as they see it: their tasks, with the names of whom and what these are about."""

from datetime import datetime

from pydantic import Field

from vivier.casework import names, todo
from vivier.hiring.model import Words
from vivier.kernel.actor import Actor
from vivier.tasks.model import MyDay


class Day(MyDay):
    """What awaits a member. Who and what they may not see has no name here."""

    people: dict[str, str | None] = Field(description="Name of each person that a task is about, by id.")
    jobs: dict[str, Words] = Field(description="Title of each job that a task is about, by id.")


def of(actor: Actor, zone: str, now: datetime) -> Day:
    """One Query, and a BatchGet each for the people and the jobs that tasks are about."""
    held = todo.my_day(actor, zone, now)
    about = [(t.candidate_id, t.job_id) for t in (*held.overdue, *held.due_today, *held.next)]
    return Day(
        **dict(held),
        people=names.of_people(actor, about),
        jobs=names.of_jobs(actor, (job for _, job in about)),
    )
