"""Members' interviews by time: one's own days, and whose time is taken when one looks for a slot."""

from datetime import datetime, timedelta

from pydantic import Field

from vivier.hiring import access
from vivier.hiring.base import MemberId
from vivier.hiring.interviews import slots, store
from vivier.hiring.interviews.model import MOST_PEOPLE, TOO_MUCH, Appointment, Duration, Offer, too_much
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import Instant
from vivier.kernel.errors import Forbidden, Invalid
from vivier.people.model import Strict

WEEK = timedelta(days=7)
LONGEST = timedelta(days=42)


class Looking(Strict):
    """Who is to interview, how long, and when they may be met."""

    interviewers: list[MemberId] = Field(min_length=1, max_length=MOST_PEOPLE)
    duration_minutes: Duration
    offer: Offer


class Busy(Strict):
    """Some time of a colleague that is taken; not by whom."""

    member_id: MemberId
    begins: Instant
    ends: Instant


class Times(Strict):
    """What an offer would give now."""

    free: list[Instant]
    offered: int = Field(description="How many times the offer holds, free or not.")
    busy: list[Busy]


def coming(actor: Actor, now: datetime, stretch: timedelta = WEEK) -> list[Appointment]:
    """One's own that are not over: one Query, and another for hiring managers who have some."""
    held = store.appointments(actor.workspace, actor.id, now, now + stretch)
    return _visible(actor, held)


def between(actor: Actor, begins: datetime, ends: datetime, member_id: str | None = None) -> list[Appointment]:
    """Those of a stretch of six weeks at most, one's own or a colleague's. Raises Forbidden, Invalid."""
    if not timedelta() < ends - begins <= LONGEST:
        raise Invalid("Ask for six weeks at most.", [{"field": "until", "message": "Give a later or a nearer time."}])
    whose = member_id or actor.id
    if whose != actor.id and not actor.may(Permission.see_people):
        raise Forbidden("Your role shows you your own interviews.", needs=Permission.see_people)
    return _visible(actor, store.appointments(actor.workspace, whose, begins, ends))


def _visible(actor: Actor, held: list[Appointment]) -> list[Appointment]:
    """A hiring manager who left a job's team sees its people no more."""
    own = access.own_jobs(actor) if held else None
    return held if own is None else [a for a in held if a.job_id in own]


def look(actor: Actor, wanted: Looking, now: datetime) -> Times:
    """What could be offered, before it is: a Query for each interviewer. Raises Forbidden, Invalid."""
    actor.require(Permission.move_people)
    if too_much(len(wanted.interviewers), wanted.duration_minutes):
        raise Invalid("This takes too much time of too many.", [{"field": "interviewers", "message": TOO_MUCH}])
    starts = slots.offered(wanted.offer, wanted.duration_minutes, now)
    if not starts:
        return Times(free=[], offered=0, busy=[])
    around = timedelta(minutes=slots.gap_of(wanted.offer))
    length = timedelta(minutes=wanted.duration_minutes)
    held = store.busy(actor.workspace, wanted.interviewers, starts[0] - around, starts[-1] + length + around)
    taken = [Busy(member_id=m, begins=a.starts_at, ends=a.ends_at) for m, ones in held.items() for a in ones]
    left = slots.free(
        starts, wanted.duration_minutes, slots.gap_of(wanted.offer), [slots.Span(b.begins, b.ends) for b in taken]
    )
    return Times(free=left, offered=len(starts), busy=taken)
