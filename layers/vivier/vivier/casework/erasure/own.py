"""What lies under the person's own key. Each row goes after what it leads to, so that a walk that was cut goes on where
it was: the row that is still there still says what is left.
"""

from collections.abc import Callable
from typing import Any

from vivier.casework.erasure import mails
from vivier.casework.erasure.work import AT_ONCE, Work
from vivier.hiring import store as hiring
from vivier.hiring.interviews import store as interviews
from vivier.hiring.interviews import telling, withdrawing
from vivier.hiring.scorecards import store as scorecards
from vivier.mail.threads import store as threads
from vivier.people import pairs, store
from vivier.people.asks import model as asks
from vivier.people.asks.store import AskItem
from vivier.people.enrolled import EnrolmentItem
from vivier.people.model import Event
from vivier.sequences import numbers
from vivier.sequences import store as sequences
from vivier.storage.table import Item, find, query
from vivier.storage.transaction import Transaction
from vivier.tasks import store as tasks
from vivier.tasks.store import TaskItem
from vivier.team import links

PAGE = 100


def partition(work: Work, candidate_id: str) -> None:
    """Every row under the person's key. What is held up stays behind, and the rest goes."""
    after = None
    while rows := query(store.partition(work.workspace, candidate_id), after=after, limit=PAGE, consistent=True):
        work.step()
        after = rows[-1].sk
        events = [row for row in rows if isinstance(row, store.EventItem)]
        work.remove("events", [row for row in events if _led_away(work, candidate_id, row.read())])
        for row in rows:
            if not isinstance(row, store.EventItem):
                _one(work, row)


def _one(work: Work, row: Item) -> None:
    act = ACTS.get(type(row))
    if act:
        work.step()
        act(work, row)
    else:
        work.remove("others", [row])


def _led_away(work: Work, candidate_id: str, e: Event) -> bool:
    """Whether nothing is left of what an event leads to."""
    free = True
    if key := _text(e, "message"):
        free &= mails.message(work, key)
    if came := _text(e, "received"):
        free &= mails.received(work, came)
    if file := _text(e, "intake_id"):
        free &= mails.intake(work, file)
    if asked := _text(e, "ask_id"):
        links.revoke(work.workspace, asks.PURPOSE, f"{candidate_id}.{asked}")
    for name in ("other_id", "into"):
        if (other := _text(e, name)) and other not in work.ids:
            work.once(f"told {other}", lambda other=other: _forgotten_by(work, other))  # type: ignore[misc]
    return free


def _text(e: Event, name: str) -> str | None:
    said = e.data.get(name)
    return said if isinstance(said, str) else None


def _forgotten_by(work: Work, other: str) -> bool:
    """Somebody whom this person was taken for, or merged with, and parted from again: their timeline names nobody."""
    before = "F"
    pk = store.partition(work.workspace, other)
    while rows := query(pk, before=before, newest_first=True, limit=PAGE, consistent=True):
        work.step()
        before = rows[-1].sk
        for row in rows:
            if isinstance(row, store.EventItem) and work.names(row.body or ""):
                _unnamed(work, row)
        if not before.startswith("E#"):
            break
    return True


def _unnamed(work: Work, row: store.EventItem) -> None:
    told = row.read()
    left = {k: v for k, v in told.data.items() if k not in ("other_id", "other_name", "into", "into_name")}
    transaction = Transaction()
    body = told.model_copy(update={"data": left}).model_dump_json(exclude_defaults=True)
    transaction.update(row, store.EventItem.body.set(body), when=store.EventItem.body == row.body)
    work.commit(transaction)


def _document(work: Work, row: store.DocumentItem) -> None:
    mails.document(work, row)


def _pair(work: Work, row: pairs.PairItem) -> None:
    transaction = work.transaction("others")
    pairs.remove(transaction, work.workspace, row)
    work.commit(transaction)


def _ask(work: Work, row: AskItem) -> None:
    held = row.read()
    links.revoke(work.workspace, asks.PURPOSE, held.subject)
    for sent in held.files:
        mails.intake(work, sent.intake_id)
    work.remove("others", [row])


def _thread(work: Work, row: threads.ThreadItem) -> None:
    """A conversation with its mails; it stays until the last of them is gone."""
    thread = row.read()
    pk, _ = threads.ThreadPlaceItem.key(work.workspace, thread.id)
    free = True
    after = None
    while rows := query(pk, after=after, limit=PAGE, consistent=True):
        after = rows[-1].sk
        gone = [r for r in rows if not isinstance(r, threads.EntryItem) or mails.entry(work, r.read())]
        free &= len(gone) == len(rows)
        work.remove("others", [r for r in gone if not isinstance(r, threads.ThreadPlaceItem)])
    if free:
        transaction = work.transaction("conversations")
        threads.remove(transaction, work.workspace, row)
        work.commit(transaction)


def _application(work: Work, row: store.ApplicationItem) -> None:
    held = hiring.read(row)
    assessed(work, held.candidate_id, held.job_id)
    job = find(hiring.JobItem, hiring.JobItem.key(work.workspace, held.job_id), consistent=True)
    transaction = work.transaction("applications")
    hiring.remove(transaction, work.workspace, row, job.read() if job else None)
    work.commit(transaction)


def assessed(work: Work, candidate_id: str, job_id: str) -> None:
    """What colleagues said of the person for a job."""
    pk = scorecards.scorecards_partition(work.workspace, candidate_id, job_id)
    while rows := query(pk, limit=PAGE, consistent=True):
        work.step()
        work.remove("scorecards", rows)
        if work.lost:
            return


def _interview(work: Work, row: interviews.InterviewItem) -> None:
    """Who of us has it in a calendar is told in the transaction that removes it: once, wherever it is cut."""
    held = row.read()
    links.revoke(work.workspace, telling.PURPOSE, telling.reference(held.candidate_id, held.id))
    transaction = work.transaction("interviews")
    withdrawing.withdraw(transaction, work.workspace, held, work.now)
    interviews.remove(transaction, work.workspace, row)
    work.commit(transaction)


def _enrolment(work: Work, row: EnrolmentItem) -> None:
    """What the sequence did is counted; that it was this person is nowhere."""
    held = sequences.read(row)
    steps = {s.id for v in sequences.versions(work.workspace, held.sequence_id) for s in v.steps}
    for step_id in sorted(steps | {d.step_id for d in held.done}):
        did = numbers.of_people(work.workspace, held.sequence_id, step_id, work.ids)
        for start in range(0, len(did), AT_ONCE):
            transaction = Transaction()
            for one in did[start : start + AT_ONCE]:
                numbers.nobodys(transaction, one)
            work.commit(transaction)
    transaction = work.transaction("enrolments")
    sequences.remove(transaction, work.workspace, row)
    work.commit(transaction)


def _task(work: Work, row: TaskItem) -> None:
    transaction = work.transaction("tasks")
    tasks.remove(transaction, work.workspace, row)
    work.commit(transaction)


ACTS: dict[type[Item], Callable[[Work, Any], None]] = {
    store.DocumentItem: _document,
    pairs.PairItem: _pair,
    AskItem: _ask,
    threads.ThreadItem: _thread,
    store.ApplicationItem: _application,
    interviews.InterviewItem: _interview,
    EnrolmentItem: _enrolment,
    TaskItem: _task,
}
