"""Who would get what when: the pre-flight of an enrolment, by the rules that the wakes follow."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from heapq import heapify, heappop, heappush
from typing import NamedTuple, Self

from pydantic import Field, model_validator

from vivier.casework import experimenting, sequence_mails
from vivier.casework.sequence_mails import Desk
from vivier.hiring import store as hiring
from vivier.hiring.base import CandidateId
from vivier.hiring.model import Application
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import Conflict, Invalid
from vivier.mail.deliverability import admission, gate
from vivier.mail.deliverability.model import Facts
from vivier.mail.model import Rendered
from vivier.people import store as people
from vivier.people import writable, zones
from vivier.people.model import Candidate, Strict
from vivier.people.search import PeopleQuery, search
from vivier.sequences import rules, schedule, service, store
from vivier.sequences.model import (
    UNDO,
    Enrolment,
    Excluded,
    PlannedStep,
    Sequence,
    SequenceState,
    SequenceVersion,
    StopReason,
)
from vivier.sequences.steps import MailStep
from vivier.storage import cursor as cursors
from vivier.storage.table import Item, get_many
from vivier.team import service as team
from vivier.team.store import members_of

MOST = 500  # people in one request
PAGE = 100


class Whom(Strict):
    """These people, or those of a saved list or filter, as many as one request takes: then `cursor` goes on, beside the
    same people or filter.

    `again`: also who was in it before and is through.
    """

    candidate_ids: list[CandidateId] | None = Field(default=None, min_length=1, max_length=MOST)
    filter: PeopleQuery | None = None
    cursor: str | None = Field(default=None, max_length=2000)
    again: bool = False

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.candidate_ids is None) == (self.filter is None):
            raise ValueError("name people or a filter: one of the two")
        return self


class ForeseenPerson(Strict):
    """What one person would get, or why they are left out. `zone_from`: what tells whose clock counts."""

    candidate_id: str
    name: str | None = None
    to: str | None = None
    zone: str | None = None
    zone_from: str | None = Field(
        default=None, description="`location`, `phone`, `default` (the fallback) or `sequence`."
    )
    plan: list[PlannedStep] = Field(default_factory=list)
    excluded: Excluded | None = None
    missing: list[str] = Field(default_factory=list, description="Merge fields without a value.")


class Preflight(Strict):
    people: list[ForeseenPerson]
    enrolled: int
    excluded: dict[str, int]
    cursor: str | None = None


class Ground(NamedTuple):
    """A sequence that people are about to be enrolled in."""

    sequence: Sequence
    version: SequenceVersion
    desk: Desk
    enroller: str | None

    @property
    def mails(self) -> bool:
        return any(step.do == "mail" for step in self.version.steps)


class Known(NamedTuple):
    """What the table says of one person. `earlier`: their enrolment in this sequence, if there ever was one; `gate`:
    what the gate of unsolicited mail knows of them.
    """

    person: Candidate | None
    application: Application | None
    earlier: Enrolment | None
    gate: Facts


def ground(actor: Actor, sequence_id: str) -> Ground:
    """Four reads, two more for a job and the colleagues that it names. Raises NotFound, Conflict (not active)."""
    sequence = store.load(actor.workspace, sequence_id).read()
    if sequence.state != SequenceState.active:
        raise Conflict("Nobody can be enrolled: the sequence is not active.", state=sequence.state)
    version = service.version(actor.workspace, sequence_id, sequence.version)
    job = hiring.load_job(actor.workspace, version.settings.job_id).read() if version.settings.job_id else None
    named = sequence_mails.named_in(version, actor.id or None)
    members = members_of(actor.workspace, named) if named else {}
    tried = experimenting.places(sequence_id, version.steps)
    rows = get_many(Item, experimenting.running_keys(tried, actor.workspace))
    desk = Desk(team.workspace(actor.workspace), job, members, experimenting.on_steps(actor.workspace, tried, rows))
    return Ground(sequence, version, desk, actor.id or None)


def preflight(actor: Actor, sequence_id: str, whom: Whom, now: datetime) -> Preflight:
    """Nothing is written. Raises NotFound, Conflict, BadCursor."""
    actor.require(Permission.run_sequences)
    here = ground(actor, sequence_id)
    ids, cursor = chosen(actor, whom, MOST)
    known = look(here, ids, now)
    begun = [_begun(here, one, known[one], now, again=whom.again) for one in ids]
    _walk([one.way for one in begun if one.way])
    seen = [one.seen() for one in begun]
    left_out = Counter(s.excluded for s in seen if s.excluded)
    return Preflight(people=seen, enrolled=len(seen) - left_out.total(), excluded=dict(left_out), cursor=cursor)


def chosen(actor: Actor, whom: Whom, most: int) -> tuple[list[str], str | None]:
    """The ids of this request, each once and `most` of them, and where the next one goes on. Raises BadCursor."""
    if whom.candidate_ids:
        named = list(dict.fromkeys(whom.candidate_ids))
        end = (cursors.decode(whom.cursor, int)[0] if whom.cursor else 0) + most
        return named[max(0, end - most) : end], cursors.encode([end]) if end < len(named) else None
    assert whom.filter is not None
    ids: dict[str, None] = {}
    cursor, page = whom.cursor, min(PAGE, most)
    while len(ids) <= most - page:
        found = search(actor.workspace, whom.filter, cursor=cursor, limit=page)
        ids |= dict.fromkeys(c.id for c in found.cards)
        cursor = found.cursor
        if cursor is None:
            break
    return list(ids), cursor


def look(here: Ground, ids: list[str], now: datetime) -> dict[str, Known]:
    """What stands of these people: a BatchGet each of records, of earlier enrolments and of applications a hundred; of
    the gate, one Query and a BatchGet for fifty.
    """
    workspace, job = here.desk.workspace.id, here.version.settings.job_id
    earlier = {i: store.read(row) for i, row in store.enrolments_among(workspace, here.sequence.id, ids).items()}
    rows = get_many(people.CandidateItem, [people.CandidateItem.key(workspace, i) for i in ids])
    records = {c.id: c for c in (r.read() for r in rows)}
    standing = hiring.applications_among(workspace, ids, job) if job else []
    applications = {a.candidate_id: a for a in map(hiring.read, standing)}
    gates = admission.facts(workspace, records.values(), now) if here.mails and records else {}
    return {
        one: Known(records.get(one), applications.get(one), earlier.get(one), gates.get(one, Facts())) for one in ids
    }


def foresee(here: Ground, candidate_id: str, known: Known, now: datetime, *, again: bool = False) -> ForeseenPerson:
    """What this person would get, as far as it can be known now."""
    begun = _begun(here, candidate_id, known, now, again=again)
    _walk([begun.way] if begun.way else [])
    return begun.seen()


class _Begun(NamedTuple):
    """Somebody who was looked at; `way`: theirs through the steps, if they have one."""

    told: ForeseenPerson
    way: "Way | None" = None

    def seen(self) -> ForeseenPerson:
        return self.told.model_copy(update={"plan": self.way.plan}) if self.way else self.told


def _begun(here: Ground, candidate_id: str, known: Known, now: datetime, *, again: bool) -> _Begun:
    person = known.person
    if person is None:
        return _Begun(ForeseenPerson(candidate_id=candidate_id, excluded="unknown"))
    told = ForeseenPerson(candidate_id=person.id, name=person.display_name, to=person.fields.first("emails"))
    if why := _left_out(here, known, person, again=again):
        return _Begun(told.model_copy(update={"excluded": why}))
    clock = clock_of(here.version, person)
    mails = [step for step in here.version.steps if isinstance(step, MailStep)]
    try:
        written = {step.id: sequence_mails.fill(here.desk, step, person, here.enroller).rendered for step in mails}
    except Invalid:  # a text that the version names is gone
        return _Begun(told.model_copy(update={"excluded": "missing_fields"}))
    missing = sorted({m for rendered in written.values() for m in rendered.missing})
    told = told.model_copy(update={"zone": clock.zone, "zone_from": clock.told_by, "missing": missing})
    if missing:
        return _Begun(told.model_copy(update={"excluded": "missing_fields"}))
    return _Begun(told, Way(here.version, written, known.gate, clock.zone, now))


def _left_out(here: Ground, known: Known, person: Candidate, *, again: bool) -> Excluded | None:
    """Why this person is not enrolled, whatever the words are. That they were in it before comes last: it alone may be
    waived.
    """
    if person.merged_into:
        return "merged"
    if known.earlier and known.earlier.live:
        return "enrolled"
    if here.version.settings.job_id and (known.application is None or known.application.aside):
        return "not_in_job"
    if here.mails and (never := _never_written(known, person)):
        return never
    return "enrolled_before" if known.earlier and not again else None


def _never_written(known: Known, person: Candidate) -> Excluded | None:
    if held := writable.cannot_write(person):
        return held
    if stopped := rules.unasked(person):
        return "complained" if stopped == StopReason.complaint else "unsubscribed"
    return "suppressed" if known.gate.suppressed else None


class SequenceClock(NamedTuple):
    zone: str
    told_by: str


def clock_of(version: SequenceVersion, person: Candidate) -> SequenceClock:
    """Whose clock counts for a person: that of the sequence's zone, or of theirs as far as it is known."""
    if version.settings.zone != "person":
        return SequenceClock(version.settings.zone, "sequence")
    return SequenceClock(*zones.of(person, version.settings.fallback_zone))


class Way:
    """One person's way through the steps: each with its instant, counted from the one before."""

    def __init__(
        self, version: SequenceVersion, written: Mapping[str, Rendered], known: Facts, zone: str, now: datetime
    ) -> None:
        self.plan: list[PlannedStep] = []
        own = schedule.own_hours(version.settings, schedule.zone_of(version.settings, zone))
        self._version, self._written, self._zone = version, written, zone
        self._known = known.model_copy(update={"own": own})
        self._ahead = schedule.following(version.steps, 0, now + UNDO, version.settings, zone)

    @property
    def due(self) -> datetime | None:
        """When the next step comes up; None at the end."""
        return self._ahead.at if self._ahead.step else None

    def take(self, days: Counter[date]) -> None:
        """The next step; `days`: mails of all ways so far, by the gate's day."""
        step, at = self._ahead.step, self._ahead.at
        assert step is not None
        told = PlannedStep(step_id=step.id, do=step.do, at=at, only_if=step.only_if)
        if isinstance(step, MailStep):
            leaves = gate.foresee(self._known, at, days)
            at = leaves.at or at
            self._known = self._known.model_copy(update={"recent": [*self._known.recent, at]})
            if leaves.day:
                days[leaves.day] += 1
            mail = {"at": at, "moved_by": [str(w) for w in leaves.moved_by]}
            told = told.model_copy(update={**mail, "subject": self._written[step.id].subject})
        else:
            told = told.model_copy(update={"title": step.title})
        self.plan.append(told)
        steps, settings = self._version.steps, self._version.settings
        self._ahead = schedule.following(steps, self._ahead.position + 1, at, settings, self._zone)


def _walk(ways: list[Way]) -> None:
    """All of them to their ends, in the order in which steps come up: who is written to first takes of the day's limit
    before anybody's second mail does.
    """
    days = Counter[date]()
    queue = [(way.due, n) for n, way in enumerate(ways) if way.due]
    heapify(queue)
    while queue:
        _, n = heappop(queue)
        ways[n].take(days)
        if due := ways[n].due:
            heappush(queue, (due, n))
