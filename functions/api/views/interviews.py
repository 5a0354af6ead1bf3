"""What the API shows of interviews."""

from typing import Self

from pydantic import Field

from views.shared import Query
from vivier.casework import names
from vivier.hiring.base import MemberId
from vivier.hiring.interviews.model import Appointment, Interview, Moment
from vivier.kernel.actor import Actor
from vivier.kernel.clock import Instant
from vivier.kernel.model import Model


class InterviewView(Model):
    """An interview. Its `sequence` is its version: If-Match names it."""

    interview: Interview
    version: int

    @classmethod
    def of(cls, i: Interview) -> Self:
        return cls(interview=i, version=i.sequence)


class InterviewPage(InterviewView):
    free: list[Instant] = Field(description="Times of its offer that are free now.")


class InterviewsView(Model):
    interviews: list[Interview]


class AgendaQuery(Query):
    since: Moment
    until: Moment
    member_id: MemberId | None = Field(default=None, description="None: one's own.")


class AgendaView(Model):
    """Appointments in order, with the names of the people that one may see."""

    interviews: list[Appointment]
    people: dict[str, str | None]

    @classmethod
    def of(cls, held: list[Appointment], actor: Actor) -> Self:
        about = [(a.candidate_id, a.job_id) for a in held]
        return cls(interviews=held, people=names.of_people(actor, about))
