"""Erasing somebody (GDPR art. 17): what would go, the act, and what is told of it afterwards.

The first transaction takes the record away: every claim, wake, late answer, file that is being read and planned act
looks for it, and finds nobody. The rest follows (walk.py).
"""

from collections import Counter
from datetime import datetime

from pydantic import Field

from vivier.gateways import workflows
from vivier.hiring.interviews.model import State as InterviewState
from vivier.hiring.interviews.store import InterviewItem
from vivier.hiring.scorecards.store import scorecards_partition
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import Instant, iso
from vivier.kernel.errors import Erased, Invalid, NotFound
from vivier.kernel.ids import new_id
from vivier.mail import store as messages
from vivier.mail.threads.store import EntryItem, ThreadItem, ThreadPlaceItem
from vivier.people import lists
from vivier.people import store as people
from vivier.people.enrolled import EnrolmentItem
from vivier.people.identity import claims
from vivier.people.model import Candidate, Strict
from vivier.people.store import (
    ApplicationItem,
    CandidateItem,
    DocumentItem,
    EventItem,
    partition,
)
from vivier.privacy import store
from vivier.privacy.model import LEASE, Erasing, Erasure, Remains, Returned
from vivier.sequences import store as sequences
from vivier.storage import cursor as cursors
from vivier.storage.table import find, get_many, query
from vivier.storage.transaction import LIMIT, Transaction, until_settled
from vivier.tasks.store import TaskItem
from vivier.team import audit

PAGE = 25
AT_ONCE = 30  # records in one transaction: each takes a row away and leaves two
MOST = 100_000  # rows of a person


class Foreseen(Strict):
    """What goes when this person is erased. `merged`: records that are part of them; `waiting`: mails that have not
    left and will not; `running`: sequences that end without a word.
    """

    name: str | None
    merged: int
    events: int
    documents: int
    mails: int
    conversations: int
    applications: int
    scorecards: int
    interviews: int
    tasks: int
    enrolments: int
    waiting: int
    running: int
    upcoming: list[Instant] = Field(description="When interviews that are fixed begin: whoever holds them loses them.")


class Certificates(Strict):
    erasures: list[Erasure]
    cursor: str | None


def foresee(actor: Actor, candidate_id: str, now: datetime) -> Foreseen:
    """Reads everything of the person: a Query for each record, conversation and job. Raises Forbidden, NotFound,
    Erased, Invalid (a merged record).
    """
    actor.require(Permission.erase_people)
    person = _person(actor.workspace, candidate_id).read()
    rows = [r for one in sorted(person.everyone()) for r in query(partition(actor.workspace, one), limit=MOST)]
    kinds = Counter(type(row) for row in rows)
    threads = [row.read() for row in rows if isinstance(row, ThreadItem)]
    jobs = {(row.pk.rpartition("#")[2], row.sk.rpartition("#")[2]) for row in rows if isinstance(row, ApplicationItem)}
    upcoming = [
        held.starts_at
        for row in rows
        if isinstance(row, InterviewItem)
        and (held := row.read()).state == InterviewState.booked
        and held.starts_at
        and held.starts_at > now
    ]
    enrolments = [sequences.read(row) for row in rows if isinstance(row, EnrolmentItem)]
    mails = [e for t in threads for e in query(ThreadPlaceItem.key(actor.workspace, t.id)[0], limit=MOST)]
    waiting = {key for row in rows if isinstance(row, EventItem) if (key := row.read().data.get("message"))}
    keys = [messages.MessageItem.key(actor.workspace, k) for k in sorted(waiting)]
    told = get_many(messages.MessageItem, keys)
    pks = (scorecards_partition(actor.workspace, one, f"job_{job}") for one, job in sorted(jobs))
    return Foreseen(
        name=person.display_name,
        merged=len(person.everyone()) - 1,
        events=kinds[EventItem],
        documents=kinds[DocumentItem],
        mails=len(told) + sum(isinstance(e, EntryItem) and e.sk.startswith("M#in#") for e in mails),
        conversations=len(threads),
        applications=kinds[ApplicationItem],
        scorecards=sum(len(query(pk)) for pk in pks),
        interviews=kinds[InterviewItem],
        tasks=kinds[TaskItem],
        enrolments=kinds[EnrolmentItem],
        waiting=sum(row.state in messages.OPEN for row in told),
        running=sum(e.live for e in enrolments),
        upcoming=sorted(upcoming),
    )


def erase(actor: Actor, candidate_id: str, asked: Erasing, now: datetime) -> Erasure:
    """Takes the person away, with every record that was merged into theirs; asked again, the erasure that there is.

    Raises Forbidden, NotFound, Invalid (a merged record: erase whom it is part of).
    """
    actor.require(Permission.erase_people)
    erasure = until_settled(lambda: _erased(actor, candidate_id, asked, now))
    workflows.wake_eraser(actor.workspace, erasure.id)
    return erasure


def _erased(actor: Actor, candidate_id: str, asked: Erasing, now: datetime) -> Erasure:
    try:
        row = _person(actor.workspace, candidate_id)
    except Erased as before:
        return store.load(actor.workspace, before.details["erasure_id"]).read()
    person = row.read()
    everyone = sorted(person.everyone())
    erasure = Erasure(
        id=new_id("ers", now),
        at=now,
        by=actor.id or None,
        by_name=actor.name or None,
        why=asked.why,
        people=[store.hash_of(actor.workspace, one) for one in everyone],
        counts={"records": len(everyone)},
    )
    others = [one for one in everyone if one != person.id][: AT_ONCE - 1]
    rows = [row, *get_many(CandidateItem, [CandidateItem.key(actor.workspace, one) for one in others], consistent=True)]
    if asked.why == "asked":
        records = [r.read() for r in rows]
        contacts = {h for r in records for h in store.contacts_of(actor.workspace, r.fields)}
        erasure = erasure.model_copy(update={"contacts": sorted(contacts)})
    transaction = Transaction()
    transaction.create(store.ErasureItem.of(actor.workspace, erasure, now + LEASE))
    seal(transaction, actor.workspace, erasure, rows)
    store.marked_with(transaction, actor.workspace, erasure)
    _unlist(transaction, actor.workspace, person)
    audit.tell(transaction, actor, "person_erased", now, erasure_id=erasure.id, why=asked.why)
    transaction.commit()
    return erasure


def _unlist(transaction: Transaction, workspace: str, person: Candidate) -> None:
    """Out of every list and its count with the record, as far as a transaction holds that: else the walk does it."""
    rows = lists.found_under(workspace, person)
    owned = [claim for claim, owner in people.owners(workspace, claims(person)).items() if owner == person.id]
    if transaction.size + 2 * len(rows) + len(owned) >= LIMIT:
        return
    for row, facet in rows:
        transaction.delete(row)
        if facet:
            lists.counted(transaction, workspace, facet, -1)
    for claim in owned:
        own = people.ClaimItem.of(workspace, claim, person.id)
        transaction.delete(own, when=people.ClaimItem.candidate_id == person.id)


def sealed(workspace: str, erasure: Erasure, ids: list[str]) -> list[Remains]:
    """The records of somebody who has more than one transaction can take away."""
    found: list[Remains] = []
    for start in range(0, len(ids), AT_ONCE):
        keys = [CandidateItem.key(workspace, one) for one in ids[start : start + AT_ONCE]]
        rows = get_many(CandidateItem, keys, consistent=True)
        transaction = Transaction()
        found += seal(transaction, workspace, erasure, rows)
        if rows:
            transaction.commit()
    return found


def seal(transaction: Transaction, workspace: str, erasure: Erasure, rows: list[CandidateItem]) -> list[Remains]:
    """Takes records away as they were read. What leads on from them stays until it was followed."""
    remains = [Remains(id=c.id, since=c.created_at, jobs=c.jobs, record=c) for c in (row.read() for row in rows)]
    for row, left in zip(rows, remains, strict=True):
        transaction.delete(row, when=CandidateItem.version == row.number)
        hash_ = store.hash_of(workspace, left.id)
        transaction.save(store.TombstoneItem.of(workspace, hash_, erasure))
        transaction.create(store.RemainsItem.of(workspace, erasure.id, left))
    return remains


def _person(workspace: str, candidate_id: str) -> CandidateItem:
    """Raises Erased, NotFound, Invalid."""
    row = find(CandidateItem, CandidateItem.key(workspace, candidate_id), consistent=True)
    if row is None:
        raise missing(workspace, candidate_id)
    if into := row.read().merged_into:
        raise Invalid("This record is part of another. Erase that one.", candidate_id=into)
    return row


def missing(workspace: str, candidate_id: str) -> Erased | NotFound:
    """Why there is nobody under an id."""
    before = store.tombstone(workspace, candidate_id)
    return gone(before) if before else NotFound("There is no such person.")


def gone(before: Returned) -> Erased:
    return Erased(
        "This person was erased. Nothing is kept of them.",
        erased_at=iso(before.erased_at),
        erasure_id=before.erasure_id,
    )


def one(actor: Actor, erasure_id: str) -> Erasure:
    """Raises Forbidden, NotFound."""
    actor.require(Permission.erase_people)
    return store.load(actor.workspace, erasure_id).read()


def past(actor: Actor, cursor: str | None) -> Certificates:
    """A page of certificates, the newest first: one Query. Raises Forbidden, BadCursor."""
    actor.require(Permission.erase_people)
    (before,) = cursors.decode(cursor, str) if cursor else (None,)
    rows = store.page(actor.workspace, before, PAGE)
    more = cursors.encode([rows[-1].sk]) if len(rows) == PAGE else None
    return Certificates(erasures=[r.read() for r in rows], cursor=more)
