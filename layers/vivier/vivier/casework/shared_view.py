"""What a visitor's link to a shortlist opens: the people as they stand today, and a word about each.

A link opens nothing once the shortlist has ended, or the colleague who answers for it has left. Every opening is in the
audit; the timelines say so once an hour.
"""

from datetime import datetime
from typing import NamedTuple

from pydantic import Field

from vivier.casework.shared_lists import here
from vivier.casework.sharing import said
from vivier.hiring.base import Words
from vivier.hiring.model import Job
from vivier.hiring.shortlists import store
from vivier.hiring.shortlists.model import MOST_ANSWERS, Answer, Feedback, Recipient, Shortlist, Showing
from vivier.hiring.shortlists.shown import SharedPerson
from vivier.hiring.shortlists.standing import standing
from vivier.hiring.shortlists.store import FeedbackItem, Held
from vivier.hiring.store import JobItem
from vivier.kernel.actor import Actor, Language
from vivier.kernel.clock import Instant
from vivier.kernel.errors import NotFound, Throttled
from vivier.kernel.model import Model
from vivier.people import notes
from vivier.people import store as people
from vivier.people.model import Candidate
from vivier.people.timeline import event
from vivier.storage.table import Item, get_many
from vivier.storage.transaction import Lost, Transaction, until_settled
from vivier.team import audit
from vivier.team.links import Link, gone
from vivier.team.model import Workspace
from vivier.team.notifications import Notification, notify
from vivier.team.store import ListedMember, WorkspaceItem


class SharedPage(Model):
    """All that the visitor is shown. `gone`: how many of the list are not considered for the job any more."""

    organisation: str
    job_title: Words
    shared_by: str
    to: Recipient
    message: str
    language: Language
    expires_at: Instant
    seen_at: Instant
    showing: Showing
    people: list[SharedPerson]
    gone: int = Field(description="People who were shared and are not shown any more.")


class Answered(Model):
    """What now stands for this person."""

    person: int
    feedback: Feedback


class Opened(NamedTuple):
    """What a link opens, as it stands at this instant."""

    held: Held
    shortlist: Shortlist
    job: Job
    place: Workspace
    visitor: Actor


def open_link(link: Link, now: datetime) -> Opened:
    """One Query and one BatchGet. Raises NotFound, the same whatever the reason."""
    try:
        held = store.load(link.workspace, link.subject)
    except NotFound as absent:
        raise gone() from absent
    s = held.shortlist
    keys = [
        JobItem.key(link.workspace, s.job_id),
        WorkspaceItem.key(link.workspace),
        ListedMember.key(link.workspace, s.made_by),
    ]
    rows = get_many(Item, keys, consistent=True)
    job = next((r.read() for r in rows if isinstance(r, JobItem)), None)
    place = next((r.read() for r in rows if isinstance(r, WorkspaceItem)), None)
    maker = next((r.read() for r in rows if isinstance(r, ListedMember)), None)
    if job is None or place is None or not here(maker) or not s.open(now):
        raise gone()
    visitor = Actor(workspace=link.workspace, kind="visitor", id=s.id, name=s.to.name)
    return Opened(held, s, job, place, visitor)


def see(link: Link, now: datetime) -> SharedPage:
    """The page, and that it was opened: a Query, three BatchGets, one transaction. Raises NotFound."""
    opened = open_link(link, now)
    s = opened.shortlist
    shown = standing(link.workspace, s.job_id, s.candidate_ids)
    _note_opening(opened, shown, now)
    return SharedPage(
        organisation=opened.place.name,
        job_title=opened.job.title,
        shared_by=s.made_by_name,
        to=s.to,
        message=s.message,
        language=s.language,
        expires_at=s.expires_at,
        seen_at=now,
        showing=s.showing,
        people=[_person(opened, one, c) for one, c in shown.items()],
        gone=len(s.candidate_ids) - len(shown),
    )


def _person(opened: Opened, shared_id: str, c: Candidate) -> SharedPerson:
    number = opened.shortlist.candidate_ids.index(shared_id) + 1
    shown = SharedPerson.of(c, opened.shortlist.showing, number)
    row = opened.held.feedback.get(shared_id)
    kept = row.read() if row else None
    return shown.model_copy(update={"opinion": kept.opinion, "remark": kept.remark}) if kept else shown


def _note_opening(opened: Opened, shown: dict[str, Candidate], now: datetime) -> None:
    hour = f"{now:%Y-%m-%dT%H}"
    fresh = opened.held.openings.told != hour
    try:
        _opening(opened, shown if fresh else {}, hour if fresh else None, now)
    except Lost:  # another opening of this hour told the timelines
        _opening(opened, {}, None, now)


def _opening(opened: Opened, shown: dict[str, Candidate], hour: str | None, now: datetime) -> None:
    s, visitor = opened.shortlist, opened.visitor
    transaction = Transaction()
    store.opened(transaction, opened.held, now, hour)
    audit.tell(transaction, visitor, "shortlist_opened", now, shortlist_id=s.id, job_id=s.job_id, email=s.to.email)
    for person in shown.values():
        told = event("shortlist_opened", visitor, now, more=said(s))
        transaction.create(people.EventItem.of(visitor.workspace, person.id, told))
    transaction.commit()


def one(opened: Opened, number: int) -> tuple[str, Candidate]:
    """The person at this place of the list, with the id that was shared, as long as they are shown. Raises NotFound."""
    s = opened.shortlist
    shared_id = s.candidate_ids[number - 1] if 0 < number <= len(s.candidate_ids) else None
    # The whole list: of two records that became one person, the first is shown.
    shown = standing(opened.visitor.workspace, s.job_id, s.candidate_ids) if shared_id else {}
    if shared_id is None or shared_id not in shown:
        raise NotFound("This person is not shown any more.")
    return shared_id, shown[shared_id]


def answer(link: Link, wanted: Answer, now: datetime) -> Answered:
    """The visitor's word about one person, on that person's timeline and in the bell of who shared them.

    Raises NotFound, Invalid with `warnings` unless overridden, Throttled (changed too often).
    """
    kinds = notes.warned(wanted.remark, wanted.override, field="remark")

    def attempt() -> Answered:
        opened = open_link(link, now)
        shared_id, person = one(opened, wanted.person)
        row = opened.held.feedback.get(shared_id)
        before = row.read() if row else None
        if before and (before.opinion, before.remark) == (wanted.opinion, wanted.remark):
            return Answered(person=wanted.person, feedback=before)
        if before and before.changes >= MOST_ANSWERS:
            raise Throttled("You have changed this many times. Write to who shared it with you.")
        after = Feedback(
            candidate_id=shared_id,
            opinion=wanted.opinion,
            remark=wanted.remark,
            at=now,
            changes=before.changes + 1 if before else 1,
        )
        transaction = Transaction()
        if row:
            transaction.save(row.put(after))
        else:
            transaction.create(FeedbackItem.of(link.workspace, opened.shortlist, after))
        _tell_answer(transaction, opened, person, after, kinds, now)
        transaction.commit()
        return Answered(person=wanted.person, feedback=after)

    return until_settled(attempt)


def _tell_answer(
    transaction: Transaction, opened: Opened, person: Candidate, f: Feedback, overridden: list[str], now: datetime
) -> None:
    s, visitor = opened.shortlist, opened.visitor
    words = {"opinion": f.opinion, "remark": f.remark or None, "overridden": overridden or None}
    told = event("shortlist_feedback", visitor, now, more=said(s) | {k: v for k, v in words.items() if v})
    transaction.create(people.EventItem.of(visitor.workspace, person.id, told))
    about = {"candidate_id": person.id, "job_id": s.job_id, "event_id": told.id}
    note = Notification.of("shortlist_feedback", visitor, now, **about)
    note = note.model_copy(update={"by_name": s.to.name, "data": {"opinion": f.opinion or "none"}})
    notify(transaction, visitor.workspace, s.made_by, note)
