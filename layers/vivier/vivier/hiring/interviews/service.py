"""Use cases of recruiters on interviews: propose, book, change, move, cancel, say what became of one."""

from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from pydantic import Field

from vivier.gateways import workflows
from vivier.hiring import access, applications
from vivier.hiring.applications import Standing
from vivier.hiring.interviews import acts, slots, store, telling
from vivier.hiring.interviews.acts import Here, require_version
from vivier.hiring.interviews.ending import said
from vivier.hiring.interviews.model import (
    TOO_MUCH,
    Change,
    Details,
    DetailsEdit,
    Duration,
    Interview,
    Message,
    Named,
    NewInterview,
    Offer,
    Remark,
    Start,
    State,
    too_much,
)
from vivier.hiring.model import Job
from vivier.hiring.scorecards import asking
from vivier.hiring.scorecards import store as scorecards
from vivier.kernel.actor import Actor, Permission, Role
from vivier.kernel.clock import Instant
from vivier.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from vivier.kernel.ids import new_id
from vivier.people import store as people
from vivier.people import writable
from vivier.people.model import Author, Candidate, Strict
from vivier.people.timeline import event
from vivier.storage.asked import Asking
from vivier.storage.transaction import Transaction, until_settled
from vivier.team.model import Member, MemberState
from vivier.team.store import members_of

MOST_LIVE = 10  # interviews of one person in one job that are proposed or booked


class Place(NamedTuple):
    """Which interview: the ids of a route."""

    job_id: str
    candidate_id: str
    interview_id: str


class Booking(Strict):
    """A time that the recruiter sets, offered or not."""

    starts_at: Start
    message: Remark = ""


class Proposing(Strict):
    """Other times, and another duration perhaps."""

    offer: Offer
    duration_minutes: Duration | None = None
    message: Message | None = Field(default=None, description="None: the words stay.")


class Cancelling(Strict):
    message: Remark = Field(default="", description="For the candidate and the interviewers.")


class Outcome(Strict):
    """What became of it; `booked` takes that back."""

    outcome: Literal["held", "no_show", "booked"]


class InterviewSeen(Strict):
    """An interview with the times of its offer that are free now."""

    interview: Interview
    free: list[Instant] = Field(default_factory=list)


def read(actor: Actor, job_id: str, candidate_id: str) -> list[Interview]:
    """Of one person in one job, oldest first: one Query. Raises NotFound."""
    access.require_job(actor, job_id)
    rows = store.of_person(actor.workspace, candidate_id)
    found = [i for i in (r.read() for r in rows) if i.job_id == job_id]
    if not found:
        applications.standing(actor.workspace, job_id, candidate_id)
    return found


def one(actor: Actor, at: Place, now: datetime) -> InterviewSeen:
    """With its free times: a Get, and a Query for each interviewer. Raises NotFound."""
    access.require_job(actor, at.job_id)
    interview = store.load(actor.workspace, at.candidate_id, at.interview_id).read()
    if interview.job_id != at.job_id:
        raise NotFound("There is no such interview.")
    left = acts.free(actor.workspace, interview, now) if interview.live else []
    return InterviewSeen(interview=interview, free=left)


def create(
    actor: Actor, job_id: str, candidate_id: str, wanted: NewInterview, now: datetime, key: str | None = None
) -> Interview:
    """Proposes an interview with a link, or books one; once for a request's `key`.

    Raises NotFound, Conflict (not in the job any more; too many), SlotTaken, Invalid (interviewers; times that are
    over; a person who cannot be written to), IdempotencyMismatch.
    """
    actor.require(Permission.move_people)
    access.require_job(actor, job_id)
    asking = Asking(actor, "interview", wanted.key or key, job_id, candidate_id, wanted)

    def attempt() -> Interview:
        standing = applications.standing(actor.workspace, job_id, candidate_id)
        _require_open(standing)
        person = people.load(actor.workspace, candidate_id).read()
        if wanted.offer:
            writable.refuse_unwritable(person)
        made = _made(actor, standing, person, wanted, now)
        change = Change(kind="booked" if wanted.at else "proposed", at=now, by=Author.of(actor))
        made = made.model_copy(update={"changed": change})
        if wanted.at:
            made = acts.booked(made, actor, wanted.at, now).model_copy(update={"sequence": 0})
        elif not acts.free(actor.workspace, made, now):
            raise _nothing_free(wanted.offer, made, now)
        transaction = Transaction()
        told = event(f"interview_{change.kind}", actor, now, more=said(made))
        acts.write(transaction, actor, standing, None, None, made, told)
        asking.made(transaction, made.id, now)
        if not acts.commit(transaction):
            raise acts.taken(actor.workspace, made, now)
        return made

    def before(made: str) -> Interview:
        return store.load(actor.workspace, candidate_id, made).read()

    return _told(actor, until_settled(lambda: asking.once(attempt, before)), now)


def _require_open(standing: Standing) -> None:
    application = standing.application
    if not application.open or application.aside:
        raise Conflict("This person does not stand in this job any more.", stage_id=application.stage_id)
    if sum(m.state in (State.proposed, State.booked) for m in application.interviews) >= MOST_LIVE:
        raise Conflict(f"This person has {MOST_LIVE} interviews to come in this job. Cancel one first.")


def _nothing_free(offer: Offer | None, made: Interview, now: datetime) -> Invalid:
    if offer and slots.offered(offer, made.duration_minutes, now):
        return Invalid("None of these times is free.", [{"field": "offer", "message": "Offer others."}])
    return Invalid("These times are over, or too soon.", [{"field": "offer", "message": "Offer later ones."}])


def _made(actor: Actor, standing: Standing, person: Candidate, wanted: NewInterview, now: datetime) -> Interview:
    stage_id = wanted.stage_id or standing.application.stage_id
    if standing.job.stage(stage_id) is None:
        raise NotFound("There is no such stage in this job.")
    known = members_of(actor.workspace, [*wanted.interviewers, actor.id])
    organiser = known.get(actor.id)
    kept = wanted.model_dump(include=set(Details.model_fields) - {"interviewers", "language", "zone", "stage_id"})
    return Interview(
        id=new_id("itv", now),
        job_id=standing.job.id,
        job_title=standing.job.title,
        candidate_id=person.id,
        stage_id=stage_id,
        interviewers=_interviewers(standing.job, known, wanted.interviewers),
        organiser=Named(member_id=actor.id, name=actor.name),
        language=wanted.language or person.language,
        zone=wanted.zone or (organiser.timezone if organiser else "Europe/Paris"),
        offer=wanted.offer,
        state=State.proposed,
        created_at=now,
        changed=Change(kind="proposed", at=now, by=Author.of(actor)),
        settle_at=now,
        **kept,
    )


def _interviewers(job: Job, known: dict[str, Member], ids: list[str]) -> list[Named]:
    """Raises Invalid for who could not come: nobody of ours, or a hiring manager of other jobs."""
    team = {m.member_id for m in job.team}
    found = []
    for member_id in ids:
        member = known.get(member_id)
        if member is None or member.state == MemberState.removed:
            raise _wrong("There is no such colleague.", member_id)
        if member.role == Role.manager and member_id not in team:
            raise _wrong("This colleague does not see this job. Put them into its team first.", member_id)
        found.append(Named(member_id=member.id, name=member.name))
    return found


def _wrong(message: str, member_id: str) -> Invalid:
    return Invalid(message, [{"field": "interviewers", "message": member_id}])


def _told(actor: Actor, interview: Interview, now: datetime) -> Interview:
    telling.now(actor.workspace, interview, now)
    return interview


def propose(actor: Actor, at: Place, version: int | None, wanted: Proposing, now: datetime) -> Interview:
    """Offers other times; a time that was booked is given back. Raises as `create`, VersionMissing, VersionStale."""
    actor.require(Permission.move_people)
    access.require_job(actor, at.job_id)

    def attempt() -> Interview:
        here = _here(actor, at, version)
        _require_standing(here)
        before = here.interview
        writable.refuse_unwritable(people.load(actor.workspace, before.candidate_id).read())
        minutes = wanted.duration_minutes or before.duration_minutes
        if too_much(len(before.interviewers), minutes):
            raise Invalid("This takes too much time of too many.", [{"field": "duration_minutes", "message": TOO_MUCH}])
        words = before.message if wanted.message is None else wanted.message
        after = before.changed_to(
            Change(kind="proposed", at=now, by=Author.of(actor)),
            state=State.proposed,
            starts_at=None,
            offer=wanted.offer,
            duration_minutes=minutes,
            message=words,
            reminders=[],
            ended=None,
        )
        if not acts.free(actor.workspace, after, now):
            raise _nothing_free(wanted.offer, after, now)
        transaction = Transaction()
        told = event("interview_proposed", actor, now, more=said(after, was=str(before.state)))
        acts.write(transaction, actor, here.standing, here.row, before, after, told)
        transaction.commit()
        return after

    return _told(actor, until_settled(attempt), now)


def _here(actor: Actor, at: Place, version: int | None) -> Here:
    here = acts.here(actor.workspace, at.candidate_id, at.interview_id, at.job_id)
    require_version(here.interview, version)
    return here


def _require_standing(here: Here) -> None:
    """Whether it can still be proposed or booked: what was held is over; a merge changes nothing."""
    if not here.standing.application.open:
        raise Conflict("This person does not stand in this job any more.")
    if here.interview.state == State.held:
        raise Conflict("This interview was held. Make another one.", state=here.interview.state)


def book(actor: Actor, at: Place, version: int | None, wanted: Booking, now: datetime) -> Interview:
    """Books it, or moves it. Raises NotFound, Conflict, SlotTaken, Invalid, VersionMissing, VersionStale."""
    actor.require(Permission.move_people)
    access.require_job(actor, at.job_id)

    def change(here: Here) -> Interview:
        before = here.interview
        if before.state == State.booked and before.starts_at == wanted.starts_at:
            return before
        require_version(before, version)
        _require_standing(here)
        return acts.booked(before, actor, wanted.starts_at, now, wanted.message)

    def look() -> Here:
        return acts.here(actor.workspace, at.candidate_id, at.interview_id, at.job_id)

    return _told(actor, acts.book(actor, look, change, now), now)


def edit(actor: Actor, at: Place, version: int | None, wanted: DetailsEdit, now: datetime) -> Interview:
    """Changes what is said of it, or who interviews. Raises NotFound, Conflict, SlotTaken, Invalid, VersionMissing,
    VersionStale.
    """
    actor.require(Permission.move_people)
    access.require_job(actor, at.job_id)

    def attempt() -> Interview:
        here = _here(actor, at, version)
        before = here.interview
        if not before.live:
            raise Conflict("This interview is over or cancelled.", state=before.state)
        given = wanted.model_dump(exclude_unset=True)
        changes = {k: v for k, v in given.items() if v is not None or k in ("title", "place", "video_url")}
        if wanted.interviewers:
            changes["interviewers"] = _others(actor, here, wanted.interviewers)
        same = before.model_copy(update=changes)
        if same == before:
            return before
        after = before.changed_to(Change(kind="changed", at=now, by=Author.of(actor)), **changes)
        if set(changes) == {"ask_scorecards"}:  # nobody's calendar holds that
            after = after.model_copy(update={"settle_at": before.settle_at, "untold": before.untold})
        transaction = Transaction()
        told = event("interview_changed", actor, now, more=said(after), changed=sorted(changes))
        acts.write(transaction, actor, here.standing, here.row, before, after, told)
        if not acts.commit(transaction):
            raise acts.taken(actor.workspace, after, now)
        return after

    return _told(actor, until_settled(attempt), now)


def _others(actor: Actor, here: Here, ids: list[str]) -> list[Named]:
    if len(set(ids)) < len(ids):
        raise Invalid("Someone is named twice.", [{"field": "interviewers", "message": "name each once"}])
    if too_much(len(ids), here.interview.duration_minutes):
        raise Invalid("This takes too much time of too many.", [{"field": "interviewers", "message": TOO_MUCH}])
    return _interviewers(here.standing.job, members_of(actor.workspace, ids), ids)


def cancel(actor: Actor, at: Place, version: int | None, wanted: Cancelling, now: datetime) -> Interview:
    """Cancels it and says so; cancelled again, nothing changes. Raises NotFound, Conflict, VersionMissing,
    VersionStale.
    """
    actor.require(Permission.move_people)
    access.require_job(actor, at.job_id)

    def look() -> Here:
        here = acts.here(actor.workspace, at.candidate_id, at.interview_id, at.job_id)
        state = here.interview.state
        if state != State.cancelled:
            require_version(here.interview, version)
            if not here.interview.live:
                raise Conflict("This interview is over.", state=state)
        return here

    return _told(actor, acts.cancel(actor, look, wanted.message, now), now)


def settle(actor: Actor, at: Place, version: int | None, wanted: Outcome, now: datetime) -> Interview:
    """Says whether it was held. Recruiters and those who interviewed may. Raises NotFound, Forbidden, Conflict,
    VersionMissing, VersionStale.
    """
    access.require_job(actor, at.job_id)

    def attempt() -> tuple[Interview, list[str]]:
        here = acts.here(actor.workspace, at.candidate_id, at.interview_id, at.job_id)
        before = here.interview
        if not actor.may(Permission.move_people) and not (
            actor.may(Permission.give_scorecards) and actor.id in before.members
        ):
            raise Forbidden("Only recruiters and the interviewers say what became of it.", needs=Permission.move_people)
        if before.state == wanted.outcome:
            return before, []
        require_version(before, version)
        if not before.holding or before.state == State.cancelled or before.starts_at is None:
            raise Conflict("This interview is not booked.", state=before.state)
        if before.starts_at > now:
            raise Conflict("This interview has not begun.", state=before.state)
        return _settled(actor, here, State(wanted.outcome), now)

    after, mails = until_settled(attempt)
    for key in mails:
        workflows.wake_sender(actor.workspace, key)
    return after


def _settled(actor: Actor, here: Here, state: State, now: datetime) -> tuple[Interview, list[str]]:
    before = here.interview
    change = Change(kind=str(state), at=now, by=Author.of(actor))
    after = before.changed_to(change, state=state, reminders=[], settle_at=None)
    transaction = Transaction()
    kind = "interview_outcome_undone" if state == State.booked else f"interview_{state}"
    acts.write(transaction, actor, here.standing, here.row, before, after, event(kind, actor, now, more=said(after)))
    mails: list[str] = []
    if state == State.held and before.ask_scorecards:
        ground = scorecards.ground(actor.workspace, before.job_id, before.candidate_id)
        about = asking.about(actor.workspace, ground, before.id)
        able = asking.able(actor.workspace, before.members)
        due = now + timedelta(days=2)
        mails = asking.put(transaction, actor, ground, about, able, due, now, cause="interview")
    transaction.commit()
    return after, mails
