"""What a sequence would have done to last quarter's people, from what their timelines tell. Nothing is written."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Literal, NamedTuple

from pydantic import Field, model_validator

from vivier.hiring import store as hiring
from vivier.hiring.base import JobId, StageId
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import Instant
from vivier.kernel.errors import BadCursor, Invalid, NotFound
from vivier.kernel.ids import new_id, sort_key
from vivier.people import store as people
from vivier.people import zones
from vivier.people.model import Candidate, Event, Strict
from vivier.people.search import PeopleQuery, search
from vivier.people.store import EventItem
from vivier.sequences import rehearsal, store
from vivier.sequences.model import Sequence
from vivier.sequences.rehearsal import Rehearsed
from vivier.storage import cursor as cursors
from vivier.storage.table import get_many, query

PAGE = 50  # people looked at in one request
MOST_EVENTS = 300  # of one person that are looked at
LONGEST = timedelta(days=400)
ENTERS = ("application_created", "application_reopened", "stage_moved")


class OnCreated(Strict):
    """Everybody would be enrolled when they came, or those of a filter."""

    on: Literal["created"]
    filter: PeopleQuery = PeopleQuery()


class OnStage(Strict):
    """Whoever entered this stage would be enrolled then."""

    on: Literal["stage"]
    job_id: JobId
    stage_id: StageId


class DryRunning(Strict):
    """Days (UTC), the last one included; what would have enrolled people; where the page before ended."""

    since: date
    until: date
    entering: Annotated[OnCreated | OnStage, Field(discriminator="on")]
    cursor: str | None = Field(default=None, max_length=2000)

    @model_validator(mode="after")
    def _ordered(self) -> "DryRunning":
        if not timedelta(0) <= self.until - self.since <= LONGEST:
            raise ValueError("give a time of a day to thirteen months, its beginning first")
        return self

    @property
    def span(self) -> tuple[datetime, datetime]:
        """From the first instant to the one after the last."""
        first, last = (datetime.combine(d, time(), UTC) for d in (self.since, self.until))
        return first, last + timedelta(days=1)


class DryRunPerson(Strict):
    candidate_id: str
    name: str | None = None
    entered_at: Instant
    excluded: Literal["no_email", "doubtful_email", "merged"] | None = None
    course: Rehearsed = Rehearsed()
    tags: Literal["then", "today"] = Field(default="then", description="Whose tags a condition was looked at with.")


class DryRun(Strict):
    """A page of people, and how many were looked at for it. `mails`: how many would have left to these."""

    people: list[DryRunPerson]
    looked_at: int
    mails: int
    stopped: dict[str, int]
    cursor: str | None = None


class Page(NamedTuple):
    ids: list[str]
    cursor: str | None


def dry_run(actor: Actor, sequence_id: str, wanted: DryRunning, now: datetime) -> DryRun:
    """The draft as it stands, on what happened: a page of people and a Query or two for each. Raises NotFound,
    BadCursor, Invalid (its last day is to come).
    """
    actor.require(Permission.run_sequences)
    first, end = wanted.span
    if first > now:
        raise Invalid("Choose days that are past.", [{"field": "since", "message": "is to come"}])
    sequence = store.load(actor.workspace, sequence_id).read()
    page = _page(actor, wanted, first)
    rows = get_many(people.CandidateItem, [people.CandidateItem.key(actor.workspace, i) for i in page.ids])
    seen = []
    for person in (r.read() for r in rows):
        if one := _one(actor, sequence, person, wanted, min(end, now)):
            seen.append(one)
    stopped: dict[str, int] = {}
    for one in seen:
        if one.course.reason:
            stopped[one.course.reason.value] = stopped.get(one.course.reason.value, 0) + 1
    mails = sum(s.do == "mail" for one in seen for s in one.course.steps)
    return DryRun(people=seen, looked_at=len(page.ids), mails=mails, stopped=stopped, cursor=page.cursor)


def _page(actor: Actor, wanted: DryRunning, first: datetime) -> Page:
    if isinstance(wanted.entering, OnStage):
        return _of_job(actor, wanted.entering, wanted.cursor)
    found = search(actor.workspace, wanted.entering.filter, cursor=wanted.cursor, limit=PAGE)
    ids = [c.id for c in found.cards if c.created_at >= first]
    over = len(ids) < len(found.cards)  # the newest come first
    return Page(ids, None if over else found.cursor)


def _of_job(actor: Actor, entering: OnStage, cursor: str | None) -> Page:
    """Who stands in the job today, wherever, ended applications too: stage after stage."""
    job = hiring.load_job(actor.workspace, entering.job_id).read()
    if job.stage(entering.stage_id) is None:
        raise NotFound("There is no such stage in this job.")
    at, after = cursors.decode(cursor, int, str) if cursor else (0, "")
    if not 0 <= at < len(job.stages):
        raise BadCursor("This cursor was made for another list. Start again without one.")
    rows = hiring.page_of_stage(actor.workspace, job.id, job.stages[at].id, after=after or None, limit=PAGE)
    ids = [r.read().application.candidate_id for r in rows]
    if len(rows) == PAGE:
        return Page(ids, cursors.encode([at, rows[-1].sk]))
    return Page(ids, cursors.encode([at + 1, ""]) if at + 1 < len(job.stages) else None)


def _one(
    actor: Actor, sequence: Sequence, person: Candidate, wanted: DryRunning, until: datetime
) -> DryRunPerson | None:
    first, end = wanted.span
    since = person.created_at if wanted.entering.on == "created" else first
    known, whole = _events(actor.workspace, person.id, since)
    events = [e for e in known if e.at <= until]
    entered, stage = _entered(person, events, wanted)
    if entered is None or not first <= entered < end:
        return None
    shown = DryRunPerson(candidate_id=person.id, name=person.display_name, entered_at=entered)
    if not person.fields.emails:
        return shown.model_copy(update={"excluded": "no_email"})
    if person.fields.emails[0].doubtful:
        return shown.model_copy(update={"excluded": "doubtful_email"})
    clock = zones.of(person, sequence.settings.fallback_zone)
    asks = any((c := getattr(step, "only_if", None)) and c.about == "tag" for step in sequence.steps)
    then = rehearsal.tags_of(known, person.tags) if asks and whole else None
    tags = then or rehearsal.Tags(frozenset(person.tags))
    course = rehearsal.rehearse(sequence.text, entered, until, events, zone=clock.zone, tags=tags, stage_id=stage)
    unsure = {"tags": "today"} if asks and then is None else {}
    return shown.model_copy(update={"course": course} | unsure)


def _entered(person: Candidate, events: list[Event], wanted: DryRunning) -> tuple[datetime | None, str | None]:
    """When they would have been enrolled, and in which stage they stood."""
    entering = wanted.entering
    if isinstance(entering, OnCreated):
        return person.created_at, None
    for e in events:
        to = e.data.get("to") or {}
        if e.kind in ENTERS and e.data.get("job_id") == entering.job_id and to.get("id") == entering.stage_id:
            return e.at, entering.stage_id
    return None, None


def _events(workspace: str, candidate_id: str, since: datetime) -> tuple[list[Event], bool]:
    """What happened since, oldest first, and whether that is all of it: one Query."""
    after = f"E#{sort_key(new_id('evt', since - timedelta(milliseconds=1)))}"
    rows = query(people.partition(workspace, candidate_id), after=after, limit=MOST_EVENTS)
    events = [r.read() for r in rows if isinstance(r, EventItem)]
    return [e for e in events if since <= e.at], len(rows) < MOST_EVENTS
