"""Rows of interviews and of members' agendas (docs/access_patterns.md).

An interview lies with its person, so that opening the record reads it. An agenda is a partition of its member: a row an
interview, by its beginning, and a claim for each quarter of an hour that is taken. Claims are created on the condition
that nobody has: whoever comes second loses the whole transaction.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from vivier.hiring.interviews.model import Appointment, Interview
from vivier.hiring.interviews.slots import Span
from vivier.kernel.clock import iso
from vivier.kernel.errors import NotFound
from vivier.kernel.ids import sort_key
from vivier.people.store import partition
from vivier.storage.table import Item, Key, Versioned, find, get_many, query, waiting
from vivier.storage.transaction import Transaction

PREFIX = "R#interview#"
LONGEST = timedelta(hours=8)  # of an interview: who is busy at an instant began no earlier
MOST = 500  # appointments of one question
KEPT = timedelta(days=400)  # of agendas; the interview itself stays with the person


class InterviewItem(Versioned, discriminator="interview"):
    """`epoch` is the sequence: a mail made under an older one does not leave."""

    epoch = NumberAttribute(default=0)

    @classmethod
    def key(cls, workspace: str, candidate_id: str, interview_id: str) -> Key:
        return partition(workspace, candidate_id), f"{PREFIX}{sort_key(interview_id)}"

    @classmethod
    def of(cls, workspace: str, i: Interview) -> "InterviewItem":
        return cls(*cls.key(workspace, i.candidate_id, i.id)).now(workspace, i)

    def now(self, workspace: str, i: Interview) -> "InterviewItem":
        """The same row (its version kept) holding the interview as it is now."""
        self.put(i)
        self.epoch = i.sequence
        due = i.due_at
        self.gsi1pk = f"W#{workspace}#INTERVIEWS" if due else None
        self.gsi1sk = f"{iso(due)}#{sort_key(i.id)}" if due else None
        return self

    def read(self) -> Interview:
        return Interview.model_validate_json(self.body)


class ClaimedItem(Item, discriminator="claimed_time"):
    """A quarter of an hour of a member, taken by an interview."""

    interview = UnicodeAttribute()

    @classmethod
    def of(cls, workspace: str, member_id: str, at: datetime, interview_id: str) -> "ClaimedItem":
        gone = int((at + KEPT).timestamp())
        return cls(agenda(workspace, member_id), f"C#{iso(at)}", interview=interview_id, ttl=gone)


class AppointmentItem(Item, discriminator="appointment"):
    @classmethod
    def of(cls, workspace: str, member_id: str, a: Appointment) -> "AppointmentItem":
        sort = f"I#{iso(a.starts_at)}#{sort_key(a.interview_id)}"
        return cls.holding(a, agenda(workspace, member_id), sort, ttl=int((a.ends_at + KEPT).timestamp()))

    def read(self) -> Appointment:
        return Appointment.model_validate_json(self.body)


def agenda(workspace: str, member_id: str) -> str:
    return f"W#{workspace}#AGENDA#{member_id}"


def load(workspace: str, candidate_id: str, interview_id: str) -> InterviewItem:
    """Raises NotFound."""
    row = find(InterviewItem, InterviewItem.key(workspace, candidate_id, interview_id), consistent=True)
    if row is None:
        raise NotFound("There is no such interview.")
    return row


def of_person(workspace: str, candidate_id: str) -> list[InterviewItem]:
    """Every interview of one record, oldest first: one Query."""
    rows = query(partition(workspace, candidate_id), prefix=PREFIX, limit=100, consistent=True)
    return [r for r in rows if isinstance(r, InterviewItem)]


def some(workspace: str, candidate_id: str, ids: Iterable[str]) -> list[InterviewItem]:
    """Those among some interviews of one record: one BatchGet."""
    return get_many(InterviewItem, [InterviewItem.key(workspace, candidate_id, i) for i in ids], consistent=True)


def appointments(
    workspace: str, member_id: str, begins: datetime, ends: datetime, *, consistent: bool = False
) -> list[Appointment]:
    """What a member has in a stretch of time, in order: one Query."""
    after = f"I#{iso(begins - LONGEST)}"
    rows = query(agenda(workspace, member_id), after=after, limit=MOST, consistent=consistent)
    held = (r.read() for r in rows if isinstance(r, AppointmentItem) and r.sk < f"I#{iso(ends)}")
    return [a for a in held if a.ends_at > begins]


def busy(workspace: str, members: Iterable[str], begins: datetime, ends: datetime) -> dict[str, list[Appointment]]:
    """The same of several members: a Query each."""
    return {m: appointments(workspace, m, begins, ends, consistent=True) for m in members}


def spans(held: Iterable[Appointment], *, but: str | None = None) -> list[Span]:
    """The time that appointments take; `but`: not that of one interview, which is about to move."""
    return [Span(a.starts_at, a.ends_at) for a in held if a.interview_id != but]


def due(workspace: str, until: str, *, after: str | None = None, limit: int = 50) -> list[InterviewItem]:
    """Interviews about which somebody is owed a word, oldest first: one Query."""
    return waiting(InterviewItem, f"W#{workspace}#INTERVIEWS", after=after, until=until, limit=limit)


def save(
    transaction: Transaction, workspace: str, row: InterviewItem | None, before: Interview | None, after: Interview
) -> None:
    """One interview as it is now, with its interviewers' time: what it leaves is free, what it takes is claimed."""
    if row is None:
        transaction.create(InterviewItem.of(workspace, after))
    else:
        transaction.save(row.now(workspace, after))
    _claims(transaction, workspace, before, after)
    _agendas(transaction, workspace, before, after)


def remove(transaction: Transaction, workspace: str, row: InterviewItem) -> None:
    """An interview as it was read; the time that it takes is free. Agendas forget what is long past by themselves."""
    held = row.read()
    transaction.delete(row, when=InterviewItem.version == row.number)
    mine: Any = (ClaimedItem.interview == held.id) | ClaimedItem.pk.does_not_exist()
    for member_id, at in sorted(_taken(held)):
        transaction.delete(ClaimedItem.of(workspace, member_id, at, held.id), when=mine)
    transaction.delete(*(row for _, row in sorted(_appointments(workspace, held).items())))


def _claims(transaction: Transaction, workspace: str, before: Interview | None, after: Interview) -> None:
    was, now = _taken(before), _taken(after)
    mine = ClaimedItem.interview == after.id
    for member_id, at in sorted(was - now):
        transaction.delete(ClaimedItem.of(workspace, member_id, at, after.id), when=mine)
    transaction.create(*(ClaimedItem.of(workspace, m, at, after.id) for m, at in sorted(now - was)))


def _taken(i: Interview | None) -> set[tuple[str, datetime]]:
    return {(m, at) for m in i.members for at in i.quarters()} if i and i.holding else set()


def is_claim(key: Key) -> bool:
    return "#AGENDA#" in key[0] and key[1].startswith("C#")


def _agendas(transaction: Transaction, workspace: str, before: Interview | None, after: Interview) -> None:
    was, now = _appointments(workspace, before), _appointments(workspace, after)
    transaction.delete(*(was[key] for key in sorted(was.keys() - now.keys())))
    transaction.save(*(row for key, row in sorted(now.items()) if key not in was or was[key].body != row.body))


def _appointments(workspace: str, i: Interview | None) -> dict[Key, AppointmentItem]:
    if i is None or not i.holding:
        return {}
    rows = (AppointmentItem.of(workspace, m, _appointment(i)) for m in i.members)
    return {(r.pk, r.sk): r for r in rows}


def _appointment(i: Interview) -> Appointment:
    assert i.starts_at is not None  # what holds time has one
    assert i.ends_at is not None
    return Appointment(
        interview_id=i.id,
        candidate_id=i.candidate_id,
        job_id=i.job_id,
        job_title=i.job_title,
        kind=i.kind,
        state=i.state,
        starts_at=i.starts_at,
        ends_at=i.ends_at,
        place=i.place,
        video_url=i.video_url,
        interviewers=i.interviewers,
    )
