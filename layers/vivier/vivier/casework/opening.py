"""A person as the page shows them to this actor: the record with what other rooms keep beside it, in one Query."""

from pydantic import Field

from vivier.casework.erasure import acts as erasure
from vivier.hiring import access
from vivier.hiring import store as hiring
from vivier.hiring.interviews.model import Interview
from vivier.hiring.interviews.store import InterviewItem
from vivier.hiring.model import Application
from vivier.hiring.planned import Planned, PlannedItem, PlanState
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import NotFound
from vivier.people import service
from vivier.people.asks import store as asks
from vivier.people.asks.model import Ask
from vivier.people.model import Event, Strict
from vivier.people.service import Opened
from vivier.people.store import ApplicationItem
from vivier.storage.table import Item
from vivier.tasks import service as tasks
from vivier.tasks.service import Versioned


class Person(Strict):
    """`planned`: what stages are about to do."""

    opened: Opened
    applications: list[Application] = Field(default_factory=list)
    planned: list[Planned] = Field(default_factory=list)
    tasks: list[Versioned] = Field(default_factory=list)
    interviews: list[Interview] = Field(default_factory=list)
    asks: list[Ask] = Field(default_factory=list, description="What they were asked for last.")


def open_person(actor: Actor, candidate_id: str) -> Person:
    """One Query, and one more for each merged record; for hiring managers another, and only what concerns their jobs.

    Raises NotFound, Erased.
    """
    if not actor.may(Permission.see_people):
        actor.require(Permission.see_jobs)
    try:
        opened, rows = service.opened(actor, candidate_id)
    except NotFound as nobody:
        raise erasure.missing(actor.workspace, candidate_id) from nobody
    person = _person(opened, rows)
    if actor.may(Permission.see_people):
        return person
    own = access.own_jobs(actor) or set()
    applications = [a for a in person.applications if a.job_id in own]
    if not applications:
        raise NotFound("There is no such person.")
    events = [e for e in opened.events if _concerns(e, own) or e.actor.id == actor.id]
    seen = opened.model_copy(update={"events": events, "proposals": [], "pairs": [], "events_cursor": None})
    planned = [p for p in person.planned if p.job_id in own]
    held = [(t, v) for t, v in person.tasks if tasks.own(actor, t) or t.job_id is None or t.job_id in own]
    meetings = [i for i in person.interviews if i.job_id in own]
    return Person(opened=seen, applications=applications, planned=planned, tasks=held, interviews=meetings)


def _concerns(e: Event, jobs: set[str]) -> bool:
    """What a hiring manager reads of the timeline: their jobs, and documents. Notes for recruiters are out already."""
    job = e.data.get("job_id")
    return job in jobs if job else e.kind in ("document_read", "candidate_created")


def _person(opened: Opened, rows: list[Item]) -> Person:
    planned = [r.read() for r in rows if isinstance(r, PlannedItem)]
    applications = [hiring.read(r) for r in rows if isinstance(r, ApplicationItem)]
    return Person(
        opened=opened,
        applications=[a for a in applications if not a.aside],
        planned=[p for p in planned if p.state == PlanState.pending],
        tasks=tasks.among(rows),
        asks=asks.among(rows),
        interviews=sorted((r.read() for r in rows if isinstance(r, InterviewItem)), key=lambda i: i.id),
    )
