"""Putting people into a sequence: one, a selection, a list. Each at most once, however often it is asked for."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from vivier.casework import foreseeing, sequence_clocks, stops
from vivier.casework.foreseeing import ForeseenPerson, Ground, Known, Whom
from vivier.hiring import store as hiring
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import Instant, iso
from vivier.kernel.errors import Throttled
from vivier.kernel.ids import ClientKey, derived_id
from vivier.people import store as people
from vivier.people.enrolled import watch
from vivier.people.model import Strict
from vivier.people.timeline import event
from vivier.sequences import rules, schedule, store
from vivier.sequences.model import UNDO, Enrolment, EnrolmentState, WaitingFor
from vivier.storage.transaction import Lost, Transaction, until_settled

AT_ONCE = 12  # people in one transaction: six rows each at most, and the counts
MOST = 4 * AT_ONCE  # people in one request: each has an execution started, and a request has seconds
Via = Literal["hand", "list", "stage"]


class Enrolling(Whom):
    """`key`: a ULID of the client's, the same when it repeats the request, and when `cursor` goes on."""

    key: ClientKey


class EnrolledPerson(Strict):
    candidate_id: str
    name: str | None = None
    first_at: Instant | None = Field(default=None, description="When the first step comes up.")


class EnrolledPeople(Strict):
    enrolled: list[EnrolledPerson]
    excluded: list[ForeseenPerson]
    cursor: str | None = None


def enrol(actor: Actor, sequence_id: str, wanted: Enrolling, now: datetime) -> EnrolledPeople:
    """Enrols whom the pre-flight does not leave out, some at a time: `cursor` goes on. Raises NotFound, Conflict (not
    active), BadCursor.
    """
    actor.require(Permission.run_sequences)
    here = foreseeing.ground(actor, sequence_id)
    ids, cursor = foreseeing.chosen(actor, wanted, MOST)
    via: Via = "hand" if wanted.candidate_ids else "list"
    done = EnrolledPeople(enrolled=[], excluded=[], cursor=cursor)
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        try:
            made = _some(actor, here, some, wanted, via, now)
        except (Lost, Throttled):  # one of them changed at this very moment: each by themselves
            made = [until_settled(lambda one=one: _some(actor, here, [one], wanted, via, now)[0]) for one in some]  # type: ignore[misc]
        for seen, e in made:
            if e is None:
                done.excluded.append(seen)
            else:
                done.enrolled.append(EnrolledPerson(candidate_id=seen.candidate_id, name=seen.name, first_at=e.wake_at))
    return done


Made = tuple[ForeseenPerson, Enrolment | None]


def _some(actor: Actor, here: Ground, ids: list[str], wanted: Enrolling, via: Via, now: datetime) -> list[Made]:
    """One transaction for a few people; then, what wakes those who are soon due."""
    transaction, ever = Transaction(), store.tally(actor.workspace, here.sequence.id).ever(EnrolmentState.active)
    known = foreseeing.look(here, ids, now)
    made: list[Made] = []
    new: list[Enrolment] = []
    for one in ids:
        held = known[one]
        if held.earlier and held.earlier.key == wanted.key:  # this very request did it already
            name = held.person.display_name if held.person else None
            made.append((ForeseenPerson(candidate_id=one, name=name), held.earlier))
            continue
        seen = foreseeing.foresee(here, one, held, now, again=wanted.again)
        e = None
        if seen.excluded is None:
            e = put(
                transaction, actor, here, held, seen.zone or "Europe/Paris", now, key=wanted.key, via=via, ever=ever
            )
            ever += 1
            new.append(e)
        made.append((seen, e))
    if new:
        transaction.commit()
        for e in new:
            sequence_clocks.start(actor.workspace, e, now)
    return made


def put(
    transaction: Transaction,
    actor: Actor,
    here: Ground,
    known: Known,
    zone: str,
    now: datetime,
    key: str,
    *,
    via: Via,
    ever: int,
) -> Enrolment:
    """Puts one person into the sequence, within a transaction; who was in it before begins again."""
    workspace, before = actor.workspace, known.earlier
    e = _fresh(actor, here, known, zone, now, key, via)
    row = store.enrolment(workspace, e.candidate_id, e.sequence_id) if before else None
    if before and (row is None or store.read(row) != before):
        raise Lost([])
    armed = e.wake_at is not None and e.wake_at - now < store.HORIZON
    e = store.write(transaction, workspace, row, before, e, ever=ever, armed=armed)
    first = iso(e.wake_at) if e.wake_at else None
    told = event("sequence_enrolled", actor, now, cause=via, more=stops.about(e) | {"first_at": first})
    transaction.create(people.EventItem.of(workspace, e.candidate_id, told))
    if rules.watches(e, here.version):
        watch(transaction, workspace, e.candidate_id, e.sequence_id)
    if e.job_id and here.desk.job and known.application and e.sequence_id not in known.application.enrolments:
        _tell_application(transaction, workspace, here, known)
    return e


def _fresh(actor: Actor, here: Ground, known: Known, zone: str, now: datetime, key: str, via: Via) -> Enrolment:
    """Before the first step, which comes up when the moment to undo is over, and its waits."""
    assert known.person is not None
    version, before = here.version, known.earlier
    ahead = schedule.following(version.steps, 0, now + UNDO, version.settings, schedule.zone_of(version.settings, zone))
    job = here.desk.job.id if here.desk.job else None
    return Enrolment(
        id=derived_id("enr", now, key, known.person.id, here.sequence.id),
        sequence_id=here.sequence.id,
        sequence_name=version.name,
        candidate_id=known.person.id,
        version=version.number,
        position=ahead.position,
        step_id=ahead.step.id if ahead.step else None,
        waiting=WaitingFor.time,
        epoch=before.epoch + 1 if before else 0,
        wake_at=ahead.at,
        zone=zone,
        enrolled_at=now,
        enrolled_by=actor.id or None,
        enrolled_by_name=actor.name or None,
        via=via,
        key=key,
        job_id=job,
        stage_id=known.application.stage_id if job and known.application else None,
    )


def _tell_application(transaction: Transaction, workspace: str, here: Ground, known: Known) -> None:
    """From now on the moves of the application are told to the sequence."""
    assert known.application is not None
    assert here.desk.job is not None
    row = hiring.application(workspace, known.application.candidate_id, here.desk.job.id)
    if row is None or hiring.read(row) != known.application:
        raise Lost([])
    after = known.application.model_copy(update={"enrolments": [*known.application.enrolments, here.sequence.id]})
    hiring.place(transaction, workspace, here.desk.job, row, known.application, after, None, [])
