"""What the candidate does with the link of an interview: see the free times, choose, move, cancel, take the file.

A link opens one interview. Of people it shows the interviewers' names, of the workspace its name and the job's title.
What is over, and whose person has left the job, answers like a link that opens nothing.
"""

from datetime import datetime
from typing import Literal

from pydantic import Field

from vivier.hiring.base import Words
from vivier.hiring.interviews import acts, calendars, telling
from vivier.hiring.interviews.acts import Here, require_version
from vivier.hiring.interviews.model import Duration, Interview, Kind, Remark, Slots, Start, State, Zone
from vivier.kernel.actor import Actor, Language
from vivier.kernel.clock import Instant
from vivier.kernel.errors import Conflict, Invalid, NotFound
from vivier.people import store as people
from vivier.people.model import Strict
from vivier.team import service as team
from vivier.team.links import Link, gone

PURPOSE = telling.PURPOSE


class TimeChoice(Strict):
    """A time among those that were offered, and how the page was read: mails speak that language, in that zone."""

    starts_at: Start
    zone: Zone | None = None
    language: Language | None = None


class Excuse(Strict):
    message: Remark = ""


class CalendarFile(Strict):
    """A file for a calendar."""

    name: str
    text: str


class Invited(Strict):
    """An interview as the candidate sees it. `sequence` is its ETag."""

    organisation: str
    job: str
    title: str | None
    kind: Kind
    duration_minutes: Duration
    place: str | None
    video_url: str | None = Field(description="Once a time is chosen.")
    interviewers: list[str]
    message: str
    language: Language
    zone: str
    state: Literal["proposed", "booked", "cancelled"]
    starts_at: Instant | None
    ends_at: Instant | None
    slots: list[Instant] = Field(description="Times that are free now, one's own included.")
    movable: bool = Field(description="Whether another time can be chosen; cancelling is possible until it begins.")
    sequence: int


def see(link: Link, now: datetime) -> Invited:
    """Two Gets, a BatchGet, and a Query for each interviewer. Raises NotFound."""
    here = _here(link, now)
    return _shown(link, here.interview, here.standing.job.title, now)


def _here(link: Link, now: datetime) -> Here:
    candidate_id, _, interview_id = link.subject.partition(".")
    try:
        here = acts.here(link.workspace, candidate_id, interview_id)
    except NotFound as absent:
        raise gone() from absent
    i, application = here.interview, here.standing.application
    if i.state in (State.held, State.no_show) or (i.starts_at and i.state == State.booked and i.starts_at <= now):
        raise gone()
    if i.live and not application.open and application.end and application.end.how != "hired":
        raise gone()
    return here


def _shown(link: Link, i: Interview, job: Words, now: datetime) -> Invited:
    left = acts.free(link.workspace, i, now) if i.live else []
    booked = i.state == State.booked
    return Invited(
        organisation=team.workspace(link.workspace).name,
        job=job.said(i.language),
        title=i.title,
        kind=i.kind,
        duration_minutes=i.duration_minutes,
        place=i.place,
        video_url=i.video_url if booked else None,
        interviewers=[m.name for m in i.interviewers],
        message=i.message if i.live else "",
        language=i.language,
        zone=i.zone,
        state="booked" if booked else "cancelled" if i.state == State.cancelled else "proposed",
        starts_at=i.starts_at if i.live else None,
        ends_at=i.ends_at if i.live else None,
        slots=left,
        movable=any(s != i.starts_at for s in left),
        sequence=i.sequence,
    )


def choose(link: Link, version: int | None, wanted: TimeChoice, now: datetime) -> Invited:
    """Books the time, or moves there; the same time again changes nothing. Raises NotFound, Invalid (not offered),
    SlotTaken with the times that are free, VersionMissing, VersionStale.
    """
    actor = _candidate(link, _here(link, now).interview)

    def change(here: Here) -> Interview:
        before = here.interview
        if before.state == State.booked and before.starts_at == wanted.starts_at:
            return before
        require_version(before, version)
        if not before.live:
            raise Conflict("This interview was cancelled.")
        if not _offered(link, before, wanted.starts_at, now):
            raise acts.taken(link.workspace, before, now)
        more = {"zone": wanted.zone or before.zone, "language": wanted.language or before.language}
        return acts.booked(before, actor, wanted.starts_at, now, **more)

    after = acts.book(actor, lambda: _here(link, now), change, now)
    telling.now(link.workspace, after, now)
    return see(link, now)


def _offered(link: Link, i: Interview, starts_at: datetime, now: datetime) -> bool:
    """Whether it is one of the times that are free now. Raises Invalid for a time that was never offered."""
    if isinstance(i.offer, Slots) and starts_at not in i.offer.starts:
        raise Invalid("This time was not offered.", [{"field": "starts_at", "message": "Choose one of the list."}])
    return starts_at in acts.free(link.workspace, i, now)


def cancel(link: Link, version: int | None, wanted: Excuse, now: datetime) -> Invited:
    """Raises NotFound, VersionMissing, VersionStale."""
    actor = _candidate(link, _here(link, now).interview)

    def look() -> Here:
        here = _here(link, now)
        if here.interview.state != State.cancelled:
            require_version(here.interview, version)
        return here

    after = acts.cancel(actor, look, wanted.message, now, cause="candidate")
    telling.now(link.workspace, after, now)
    return see(link, now)


def file(link: Link, now: datetime) -> CalendarFile:
    """The booked interview for the candidate's calendar. Raises NotFound, Conflict (no time yet)."""
    i = _here(link, now).interview
    if i.state != State.booked:
        raise Conflict("No time is chosen yet.", state=i.state)
    place = team.workspace(link.workspace)
    said = telling.candidates_summary(i, place)
    text = calendars.published(i, f"{i.organiser.name} ({place.name})", said, now)
    return CalendarFile(name="interview.ics", text=text)


def _candidate(link: Link, i: Interview) -> Actor:
    """Who holds the link, by the name that their record has: a Get."""
    row = people.standing(link.workspace, i.candidate_id)
    name = row.read().display_name if row else None
    return Actor(workspace=link.workspace, kind="candidate", id=i.candidate_id, name=name or "")
