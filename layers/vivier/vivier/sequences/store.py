"""Rows of sequences, their versions and counts, and of enrolments (docs/access_patterns.md).

An enrolment lies with its person. In the work index it stands by when it wakes: `ASLEEP` until something is set to wake
it, `AWAKE` once an execution is, `HELD` while its sequence is paused.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from vivier.kernel.clock import iso
from vivier.kernel.errors import NotFound
from vivier.kernel.ids import sort_key
from vivier.people.enrolled import ENROLMENT, EnrolmentItem, awake
from vivier.people.store import partition as person_partition
from vivier.sequences import numbers
from vivier.sequences.model import (
    MOST_SEQUENCES,
    Enrolment,
    EnrolmentCounts,
    EnrolmentState,
    Sequence,
    SequenceCard,
    SequenceVersion,
    WaitingFor,
)
from vivier.storage.table import Item, Key, Versioned, find, get, get_many, newest_together, query, waiting
from vivier.storage.transaction import Transaction

BUCKET = 200  # enrolments in one list partition
HORIZON = timedelta(days=1)  # a wake that is nearer is an execution's to wait for
MOST_OF_PERSON = 100


def partition(workspace: str, sequence_id: str) -> str:
    return f"W#{workspace}#SEQ#{sequence_id}"


class SequenceItem(Versioned, discriminator="sequence"):
    """`epoch` guards every mail of the sequence. While work on many people is left it stands in the work index."""

    epoch = NumberAttribute(default=0)

    @classmethod
    def key(cls, workspace: str, sequence_id: str) -> Key:
        return partition(workspace, sequence_id), "S#sequence"

    @classmethod
    def of(cls, workspace: str, s: Sequence) -> "SequenceItem":
        return cls.holding(s, *cls.key(workspace, s.id)).now(workspace, s)

    def now(self, workspace: str, s: Sequence) -> "SequenceItem":
        """The same row (its version kept) holding the sequence as it is now."""
        self.put(s)
        self.epoch = s.epoch
        self.gsi1pk = f"W#{workspace}#SEQWORK" if s.works else None
        self.gsi1sk = f"{iso(s.works[0].at)}#{s.id}" if s.works else None
        return self

    def read(self) -> Sequence:
        return Sequence.model_validate_json(self.body)


class SequenceCardItem(Item, discriminator="sequence_card"):
    @classmethod
    def partition(cls, workspace: str) -> str:
        return f"W#{workspace}#SEQUENCES"

    @classmethod
    def of(cls, workspace: str, s: Sequence) -> "SequenceCardItem":
        return cls.holding(SequenceCard.of(s), cls.partition(workspace), sort_key(s.id))

    def read(self) -> SequenceCard:
        return SequenceCard.model_validate_json(self.body)


class VersionItem(Item, discriminator="sequence_version"):
    @classmethod
    def key(cls, workspace: str, sequence_id: str, number: int) -> Key:
        return partition(workspace, sequence_id), f"V#{number:06d}"

    @classmethod
    def of(cls, workspace: str, v: SequenceVersion) -> "VersionItem":
        return cls.holding(v, *cls.key(workspace, v.sequence_id, v.number))

    def read(self) -> SequenceVersion:
        return SequenceVersion.model_validate_json(self.body)


class CountsItem(Item, discriminator="sequence_counts"):
    """How many enrolments of a sequence stand in each state, and how many ever did (`ever_…`), which numbers the
    buckets of their lists."""

    for _state in EnrolmentState:
        vars()[_state.value] = NumberAttribute(null=True)
        vars()[f"ever_{_state.value}"] = NumberAttribute(null=True)
    del _state

    @classmethod
    def key(cls, workspace: str, sequence_id: str) -> Key:
        return partition(workspace, sequence_id), "N#counts"

    def read(self) -> EnrolmentCounts:
        return EnrolmentCounts(**{s.value: int(getattr(self, s.value) or 0) for s in EnrolmentState})

    def ever(self, state: EnrolmentState) -> int:
        return int(getattr(self, f"ever_{state.value}") or 0)


class ListedEnrolment(Item, discriminator="listed_enrolment"):
    """An enrolment in the list of its state: who, by when they were enrolled."""

    candidate_id = UnicodeAttribute()

    @classmethod
    def partition(cls, workspace: str, sequence_id: str, state: EnrolmentState, bucket: int) -> str:
        return f"{partition(workspace, sequence_id)}#{state.value}#{bucket:06d}"

    @classmethod
    def of(cls, workspace: str, e: Enrolment) -> "ListedEnrolment":
        pk = cls.partition(workspace, e.sequence_id, e.state, e.bucket)
        return cls(pk, sort_key(e.id), candidate_id=e.candidate_id)


def read(row: EnrolmentItem) -> Enrolment:
    """The enrolment under the epoch of its row, which what disturbs it raises, with the moves that it was told of."""
    told = {"epoch": int(row.epoch), "moved_in": sorted(row.moved_in or ())}
    return Enrolment.model_validate_json(row.body).model_copy(update=told)


def now(row: EnrolmentItem, workspace: str, e: Enrolment, *, armed: bool = False) -> EnrolmentItem:
    """The same row (its version kept) holding the enrolment as it is now; what disturbed it is answered.

    `armed`: an execution will wake it.
    """
    row.put(e)
    row.epoch, row.disturbed, row.moved_in = e.epoch, None, set(e.moved_in) or None
    row.gsi1pk = row.gsi1sk = None
    listed_at = e.step_id and (e.live or e.state == EnrolmentState.stopped)
    row.gsi2pk = at_step(workspace, e.sequence_id, e.step_id or "", stopped=not e.live) if listed_at else None
    row.gsi2sk = sort_key(e.id) if listed_at else None
    if e.state == EnrolmentState.active and e.wake_at:
        row.gsi1pk, row.gsi1sk = awake(workspace, e.candidate_id, e.sequence_id, e.wake_at)
        if e.waiting == WaitingFor.sequence:
            row.gsi1pk = held(workspace, e.sequence_id)
        elif not armed:
            row.gsi1pk = f"W#{workspace}#ASLEEP"
    return row


def held(workspace: str, sequence_id: str) -> str:
    return f"W#{workspace}#HELD#{sequence_id}"


def at_step(workspace: str, sequence_id: str, step_id: str, *, stopped: bool) -> str:
    """Where those stand who come to a step next, or for whom the sequence stopped before it."""
    return f"{partition(workspace, sequence_id)}#{'BEFORE' if stopped else 'AT'}#{sort_key(step_id)}"


def standing_at(
    workspace: str, sequence_id: str, step_id: str, *, stopped: bool, before: str | None = None, limit: int = 50
) -> list[EnrolmentItem]:
    """Those people, the newest first: one Query."""
    rows = newest_together(at_step(workspace, sequence_id, step_id, stopped=stopped), before=before, limit=limit)
    return [r for r in rows if isinstance(r, EnrolmentItem)]


def load(workspace: str, sequence_id: str) -> SequenceItem:
    """Raises NotFound."""
    try:
        return get(SequenceItem, SequenceItem.key(workspace, sequence_id), consistent=True)
    except NotFound as absent:
        raise NotFound("There is no such sequence.") from absent


def with_counts(workspace: str, sequence_id: str) -> tuple[SequenceItem, EnrolmentCounts]:
    """A sequence and how many are in it: one BatchGet. Raises NotFound."""
    keys = [SequenceItem.key(workspace, sequence_id), CountsItem.key(workspace, sequence_id)]
    rows = get_many(Item, keys, consistent=True)
    row = next((r for r in rows if isinstance(r, SequenceItem)), None)
    if row is None:
        raise NotFound("There is no such sequence.")
    return row, next((r.read() for r in rows if isinstance(r, CountsItem)), EnrolmentCounts())


def tally(workspace: str, sequence_id: str) -> CountsItem:
    """The counts of a sequence; of one that nobody was ever in, zeros."""
    key = CountsItem.key(workspace, sequence_id)
    return find(CountsItem, key, consistent=True) or CountsItem(*key)


@lru_cache(maxsize=256)
def version(table: str, workspace: str, sequence_id: str, number: int) -> SequenceVersion:
    """A published version; it never changes, so a process reads each once. Raises NotFound."""
    return get(VersionItem, VersionItem.key(workspace, sequence_id, number)).read()


def versions(workspace: str, sequence_id: str, limit: int = 50) -> list[SequenceVersion]:
    """The newest versions first: one Query."""
    rows = query(partition(workspace, sequence_id), prefix="V#", newest_first=True, limit=limit)
    return [r.read() for r in rows if isinstance(r, VersionItem)]


def every_card(workspace: str) -> list[SequenceCard]:
    """Every sequence, the newest first: one Query."""
    rows = query(SequenceCardItem.partition(workspace), newest_first=True, limit=MOST_SEQUENCES)
    return [r.read() for r in rows if isinstance(r, SequenceCardItem)]


def cards(workspace: str) -> list[tuple[SequenceCard, EnrolmentCounts]]:
    """Every sequence, the newest first, with how many are in each: one Query, one BatchGet for each hundred."""
    found = every_card(workspace)
    keys = {CountsItem.key(workspace, c.id): c.id for c in found}
    numbers = {keys[i.pk, i.sk]: i.read() for i in get_many(CountsItem, list(keys))}
    return [(c, numbers.get(c.id, EnrolmentCounts())) for c in found]


def enrolment(workspace: str, candidate_id: str, sequence_id: str) -> EnrolmentItem | None:
    return find(EnrolmentItem, EnrolmentItem.key(workspace, candidate_id, sequence_id), consistent=True)


def enrolments_of(workspace: str, candidate_id: str) -> list[EnrolmentItem]:
    """Every enrolment of one record: one Query."""
    pk = person_partition(workspace, candidate_id)
    rows = query(pk, prefix=ENROLMENT, limit=MOST_OF_PERSON, consistent=True)
    return [r for r in rows if isinstance(r, EnrolmentItem)]


def enrolments_among(workspace: str, sequence_id: str, candidate_ids: Iterable[str]) -> dict[str, EnrolmentItem]:
    """Who of some people is or was in a sequence: one BatchGet for each hundred."""
    keys = {EnrolmentItem.key(workspace, c, sequence_id): c for c in candidate_ids}
    return {keys[r.pk, r.sk]: r for r in get_many(EnrolmentItem, list(keys), consistent=True)}


def listed(
    workspace: str, sequence_id: str, state: EnrolmentState, bucket: int, *, before: str | None = None, limit: int = 50
) -> list[ListedEnrolment]:
    """Enrolments of a state in one bucket of its list, the newest first: one Query."""
    pk = ListedEnrolment.partition(workspace, sequence_id, state, bucket)
    rows = query(pk, before=before, newest_first=True, limit=limit, consistent=True)
    return [r for r in rows if isinstance(r, ListedEnrolment)]


def asleep(workspace: str, until: datetime, *, after: str | None = None, limit: int = 100) -> list[EnrolmentItem]:
    """Who wakes by then and has nothing yet that will wake them: one Query."""
    return waiting(EnrolmentItem, f"W#{workspace}#ASLEEP", until=iso(until), after=after, limit=limit)


def overdue(workspace: str, until: datetime, *, after: str | None = None, limit: int = 100) -> list[EnrolmentItem]:
    """Whom something should have woken by then: one Query."""
    return waiting(EnrolmentItem, f"W#{workspace}#AWAKE", until=iso(until), after=after, limit=limit)


def of_paused(workspace: str, sequence_id: str, limit: int = 50) -> list[EnrolmentItem]:
    """Who waits for a paused sequence to go on: one Query."""
    return waiting(EnrolmentItem, held(workspace, sequence_id), limit=limit)


def unfinished(workspace: str, *, after: str | None = None, limit: int = 20) -> list[SequenceItem]:
    """Sequences with work on many people that is not done: one Query."""
    return waiting(SequenceItem, f"W#{workspace}#SEQWORK", after=after, limit=limit)


def write_sequence(transaction: Transaction, workspace: str, row: SequenceItem | None, after: Sequence) -> None:
    """One act on a sequence: its row and its card."""
    transaction.save(row.now(workspace, after)) if row else transaction.create(SequenceItem.of(workspace, after))
    transaction.save(SequenceCardItem.of(workspace, after))


def write(
    transaction: Transaction,
    workspace: str,
    row: EnrolmentItem | None,
    before: Enrolment | None,
    after: Enrolment,
    *,
    ever: int = 0,
    armed: bool = False,
) -> Enrolment:
    """Puts one act on an enrolment into a transaction: its row, its place in a list, the counts, those of its steps.

    `ever`: how many the list that it enters ever held (`CountsItem.ever`), when it changes lists. Returns the enrolment
    as written, with its place.
    """
    moved = before is None or before.state != after.state or before.id != after.id
    if moved:
        after = after.model_copy(update={"bucket": ever // BUCKET})
        held_by = CountsItem(*CountsItem.key(workspace, after.sequence_id))
        if before:
            transaction.delete(ListedEnrolment.of(workspace, before))
            transaction.add(held_by, None, **{before.state.value: -1})
        transaction.save(ListedEnrolment.of(workspace, after))
        transaction.add(held_by, None, **{after.state.value: 1, f"ever_{after.state.value}": 1})
    numbers.moved(transaction, workspace, before, after)
    if row is None:
        fresh = EnrolmentItem(*EnrolmentItem.key(workspace, after.candidate_id, after.sequence_id))
        transaction.create(now(fresh, workspace, after, armed=armed))
    else:
        transaction.save(now(row, workspace, after, armed=armed))
    return after


def remove(transaction: Transaction, workspace: str, row: EnrolmentItem) -> None:
    """An enrolment as it was read, out of its list and of what stands before its step. What was done stays counted."""
    held = read(row)
    transaction.delete(row, when=EnrolmentItem.version == row.number)
    transaction.delete(ListedEnrolment.of(workspace, held))
    transaction.add(CountsItem(*CountsItem.key(workspace, held.sequence_id)), None, **{held.state.value: -1})
    numbers.left(transaction, workspace, held)


def guard_of(workspace: str, e: Enrolment) -> dict[str, Any]:
    pk, sk = EnrolmentItem.key(workspace, e.candidate_id, e.sequence_id)
    return {"pk": pk, "sk": sk, "epoch": e.epoch}
