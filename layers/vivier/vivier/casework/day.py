"""A member's day as they see it: their tasks and the scorecards they are asked for, with the names of whom and what
these are about.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from pydantic import Field

from vivier.casework import names, todo
from vivier.hiring.base import Words
from vivier.hiring.interviews import agenda
from vivier.hiring.interviews.model import Appointment
from vivier.hiring.scorecards import owed
from vivier.hiring.scorecards.owed import Owed
from vivier.kernel.actor import Actor
from vivier.tasks.model import MyDay


class Day(MyDay):
    """What awaits a member. Who and what they may not see has no name here."""

    scorecards: list[Owed] = Field(description="Asked of the member and not given yet, the first due first.")
    people: dict[str, str | None] = Field(description="Name of each person that is spoken of, by id.")
    jobs: dict[str, Words] = Field(description="Title of each job that is spoken of, by id.")
    interviews: list[Appointment] = Field(description="The member's own, from now on, in the next seven days.")


def of(actor: Actor, zone: str, now: datetime) -> Day:
    """Three Queries, and a BatchGet each for the people, the jobs and the applications that are spoken of."""
    held = todo.my_day(actor, zone, now)
    cards = owed.by(actor)
    about = [(t.candidate_id, t.job_id) for t in (*held.overdue, *held.due_today, *held.next)]
    meetings = agenda.coming(actor, now)
    about += [(c.candidate_id, c.job_id) for c in cards]
    about += [(m.candidate_id, m.job_id) for m in meetings]
    people, jobs = names.of_people(actor, about), names.of_jobs(actor, (job for _, job in about))
    # Who was taken off a job's team owes it nothing any more.
    seen = [c for c in cards if c.candidate_id in people and c.job_id in jobs]
    return Day(**dict(held), scorecards=seen, people=people, jobs=jobs, interviews=meetings)


def waits(actor: Actor, zone: str, now: datetime) -> tuple[int, int]:
    """How much the day holds, and how much of it is late: tasks, and scorecards due by its end. Two Queries, and a
    BatchGet when a scorecard is owed.
    """
    held = todo.my_day(actor, zone, now)
    due = [c.due_at or c.asked_at for c in owed.by(actor)]
    today = now.astimezone(ZoneInfo(zone)).date()
    late = sum(1 for at in due if at < now)
    return held.badge + sum(1 for at in due if at.astimezone(ZoneInfo(zone)).date() <= today), len(held.overdue) + late
