"""Use cases on scorecards: ask for them, give one, read them side by side.

Nobody is led by what others wrote: who was asked and has not given theirs sees who was asked and nothing more, for the
whole of that person in that job, whatever their role. Events and notifications say that one was given, never what.
Who was not asked may read once one was given, if they see people, or decide in this job's team; should they give one of
their own after that, it says so for good. Nobody takes back a
request to themselves: that would open the others'.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from pydantic import Field

from vivier.gateways import workflows
from vivier.hiring import access
from vivier.hiring.base import CandidateId, JobId, MemberId, Words
from vivier.hiring.model import Job, TeamRole
from vivier.hiring.scorecards import asking, store
from vivier.hiring.scorecards.model import (
    About,
    AboutId,
    Answer,
    Asked,
    CardState,
    Criteria,
    Criterion,
    Rating,
    Scorecard,
    Summary,
    incomplete,
    side_by_side,
)
from vivier.hiring.scorecards.store import Ground, ScorecardItem
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import Instant
from vivier.kernel.errors import Conflict, Invalid, NotFound
from vivier.kernel.versions import on_version
from vivier.people import notes
from vivier.people import store as people
from vivier.people.model import Strict
from vivier.people.store import ApplicationItem
from vivier.people.timeline import event
from vivier.storage.transaction import Transaction, until_settled
from vivier.team.notifications import Notification, notify

DECIDING = {TeamRole.owner, TeamRole.recruiter, TeamRole.manager}  # of a job's team; interviewers give theirs first


class ScorecardRequest(Strict):
    """Whom to ask, about which stage (where the person stands, when none is said) or interview, until when."""

    members: list[MemberId] = Field(min_length=1, max_length=20)
    about_id: AboutId | None = None
    due_at: Instant | None = None


class ScorecardText(Answer):
    """A scorecard as its author writes it: a draft until it is given."""

    give: bool = False
    override: bool = Field(default=False, description="The author has seen the warnings and keeps the words.")


class OwnScorecard(Strict):
    scorecard: Scorecard
    version: int


class Scorecards(Strict):
    """What a member may see of the scorecards of one person in one job."""

    job_id: JobId
    candidate_id: CandidateId
    criteria: list[Criterion]
    own: list[OwnScorecard]
    asked: list[Asked] = Field(description="Who was asked, and who has given one; not what they say.")
    summary: Summary | None
    closed: Literal["owed", "none_given", "not_yours"] | None = Field(description="Why there is no summary.")


def read(actor: Actor, job_id: str, candidate_id: str) -> Scorecards:
    """One BatchGet and one Query. Raises NotFound."""
    access.require_job(actor, job_id)
    ground = store.ground(actor.workspace, job_id, candidate_id)
    rows = store.scorecards(actor.workspace, candidate_id, job_id)
    cards = [r.read() for r in rows]
    closed = closed_to(actor, ground.job, cards)
    own = [(c, r.number) for c, r in zip(cards, rows, strict=True) if c.member_id == actor.id]
    return Scorecards(
        job_id=job_id,
        candidate_id=candidate_id,
        criteria=ground.criteria.criteria,
        own=[OwnScorecard(scorecard=c, version=n) for c, n in own],
        asked=[Asked.of(c) for c in cards if c.asked_at or c.state == CardState.given],
        summary=None if closed else side_by_side(cards, ground.criteria),
        closed=closed,
    )


def closed_to(actor: Actor, job: Job, cards: Iterable[Scorecard]) -> Literal["owed", "none_given", "not_yours"] | None:
    """Why the actor may not read what was given; None when they may."""
    held = list(cards)
    own = [c for c in held if c.member_id == actor.id]
    if any(c.owed for c in own):
        return "owed"
    if not any(c.state == CardState.given for c in held):
        return "none_given"
    deciding = any(m.member_id == actor.id and m.role in DECIDING for m in job.team)
    gave = any(c.state == CardState.given for c in own)
    return None if gave or deciding or actor.may(Permission.see_people) else "not_yours"


def ask(actor: Actor, job_id: str, candidate_id: str, wanted: ScorecardRequest, now: datetime) -> Scorecards:
    """Asks colleagues: each is told in the app and by mail. Who was asked already is asked once.

    Raises NotFound, Invalid (no such colleague, one who may not see this job or give scorecards; a date that is past).
    """
    actor.require(Permission.move_people)
    if wanted.due_at and wanted.due_at <= now:
        raise Invalid("That day is over.", [{"field": "due_at", "message": "Choose a later time."}])
    access.require_job(actor, job_id)
    for some in asking.in_groups(wanted.members):

        def attempt(members: list[str] = some) -> list[str]:
            ground = store.ground(actor.workspace, job_id, candidate_id)
            about = asking.about(actor.workspace, ground, wanted.about_id)
            transaction = Transaction()
            keys = asking.put(transaction, actor, ground, about, members, wanted.due_at, now)
            if transaction.size:
                transaction.check(ground.application, ApplicationItem.pk.exists())
                transaction.commit()
            return keys

        for key in until_settled(attempt):
            workflows.wake_sender(actor.workspace, key)
    return read(actor, job_id, candidate_id)


def take_back(actor: Actor, job_id: str, candidate_id: str, about_id: str, member_id: str, now: datetime) -> None:
    """A request that is no longer needed; what its colleague has drafted stays theirs. Raises NotFound, Conflict."""
    actor.require(Permission.move_people)
    access.require_job(actor, job_id)
    if member_id == actor.id:
        raise Conflict("Give your own, or have a colleague take the request back.")

    def attempt() -> None:
        row = store.scorecard(actor.workspace, candidate_id, job_id, about_id, member_id)
        card = row.read() if row else None
        if row is None or card is None or card.asked_at is None:
            raise NotFound("Nobody asked for this scorecard.")
        if card.state == CardState.given:
            raise Conflict("This scorecard was given already.")
        transaction = Transaction()
        if card.state == CardState.draft:
            bare = {"asked_at": None, "asked_by": None, "asked_by_name": None, "due_at": None, "task_id": None}
            transaction.save(row.now(actor.workspace, card.model_copy(update=bare)))
        else:
            transaction.delete(row, when=ScorecardItem.version == row.number)
        said = asking.said(card.about, job_id) | {"members": [{"id": member_id, "name": card.member_name}]}
        told = event("scorecard_request_taken_back", actor, now, more=said)
        transaction.create(people.EventItem.of(actor.workspace, candidate_id, told))
        transaction.commit()

    until_settled(attempt)


def write(
    actor: Actor,
    job_id: str,
    candidate_id: str,
    about_id: str,
    version: int | None,
    text: ScorecardText,
    now: datetime,
) -> OwnScorecard:
    """One's own scorecard: a draft, or given; one that was given is changed and keeps what it said.

    Raises NotFound, Invalid (unknown or missing criteria, warnings), VersionMissing, VersionStale, Conflict.
    """
    actor.require(Permission.give_scorecards)
    access.require_job(actor, job_id)
    ground = store.ground(actor.workspace, job_id, candidate_id)
    row = store.scorecard(actor.workspace, candidate_id, job_id, about_id, actor.id)
    held = row.read() if row else _blank(actor, ground, asking.about(actor.workspace, ground, about_id))
    there = row.number if row else 0
    stale = on_version(version, there, "This scorecard was changed in another window.", ["ratings", "text"])
    after = _written(held, ground.criteria, text, now)
    if row and after == held.model_copy(update={"edited_at": after.edited_at, "history": after.history}):
        return OwnScorecard(scorecard=held, version=there)
    transaction = Transaction()
    transaction.check(ApplicationItem(ground.application.pk, ground.application.sk), ApplicationItem.pk.exists())
    if after.state == CardState.given and held.state != CardState.given:
        after = after.model_copy(update={"after_reading": _could_read(actor, ground.job, after, now)})
    transaction.save(row.now(actor.workspace, after) if row else ScorecardItem.of(actor.workspace, after))
    if after.state == CardState.given:
        _given(transaction, actor, held, after, now)
    transaction.commit_on(stale)
    return OwnScorecard(scorecard=after, version=there + 1)


def _could_read(actor: Actor, job: Job, own: Scorecard, now: datetime) -> bool:
    """Whether the author might have read others' before they were bound to give their own: one Query."""
    bound = own.asked_at or now
    rows = store.scorecards(actor.workspace, own.candidate_id, job.id)
    before = [c for c in (r.read() for r in rows) if c.given_at and c.given_at <= bound and c.member_id != actor.id]
    return closed_to(actor, job, before) is None


def _blank(actor: Actor, ground: Ground, about: About) -> Scorecard:
    return Scorecard(
        job_id=ground.job.id,
        candidate_id=ground.candidate_id,
        about=about,
        member_id=actor.id,
        member_name=actor.name,
        state=CardState.draft,
    )


def _written(held: Scorecard, criteria: Criteria, text: ScorecardText, now: datetime) -> Scorecard:
    given = held.state == CardState.given
    if given and not text.give:
        raise Conflict("A scorecard that was given does not become a draft again.")
    before = {r.criterion_id: r.label for r in held.ratings}
    ratings = [_labelled(rating, criteria, before) for rating in text.ratings]
    answer = {"ratings": ratings, "recommendation": text.recommendation, "text": text.text}
    if not text.give:
        return held.model_copy(update=answer | {"state": CardState.draft})
    if missing := incomplete(text, criteria):
        said = [{"field": field, "message": "Answer this first; “not seen” is an answer."} for field in missing]
        raise Invalid("The scorecard is not complete.", said)
    overridden = notes.warned(text.words(), text.override)
    return held.model_copy(
        update=answer
        | {
            "state": CardState.given,
            "given_at": held.given_at or now,
            "edited_at": now if given else None,
            "overridden": sorted({*held.overridden, *overridden}),
            "history": held.kept(),
        }
    )


def _labelled(rating: Rating, criteria: Criteria, before: dict[str, Words | None]) -> Rating:
    criterion = criteria.of(rating.criterion_id)
    if criterion is None and rating.criterion_id not in before:
        raise Invalid("There is no such criterion in this job.", [{"field": "ratings", "message": rating.criterion_id}])
    label = criterion.label if criterion else before[rating.criterion_id]
    return rating.model_copy(update={"label": label})


def _given(transaction: Transaction, actor: Actor, before: Scorecard, after: Scorecard, now: datetime) -> None:
    """Says that it was given, and to who asked; never what it says."""
    first = before.state != CardState.given
    kind = "scorecard_given" if first else "scorecard_changed"
    told = event(kind, actor, now, more=asking.said(after.about, after.job_id))
    transaction.create(people.EventItem.of(actor.workspace, after.candidate_id, told))
    if first and after.asked_by and after.asked_by != actor.id:
        about = Notification.of(
            kind, actor, now, candidate_id=after.candidate_id, job_id=after.job_id, event_id=told.id
        )
        notify(transaction, actor.workspace, after.asked_by, about)
