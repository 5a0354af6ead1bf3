"""The row of a person in a sequence, as `sequences` writes it: rooms that know nothing of sequences may disturb one."""

from datetime import datetime, timedelta
from typing import Any, Literal, NamedTuple

from pynamodb.attributes import NumberAttribute, UnicodeAttribute, UnicodeSetAttribute

from vivier.kernel.clock import iso
from vivier.kernel.ids import sort_key
from vivier.people.store import partition
from vivier.storage.table import Item, Key, Versioned
from vivier.storage.transaction import Transaction

ENROLMENT = "R#enrolment#"
Disturbance = Literal["moved", "undone"]


class EnrolmentItem(Versioned, discriminator="enrolment"):
    """`epoch` guards the mails that were set going; `disturbed` says what happened that the sequence has to answer.
    `moved_in`: moves of the person that it was told of and nobody undid, `<job>#<epoch of the application>`.
    """

    epoch = NumberAttribute(default=0)
    disturbed = UnicodeAttribute(null=True)
    moved_in = UnicodeSetAttribute(null=True)

    @classmethod
    def key(cls, workspace: str, candidate_id: str, sequence_id: str) -> Key:
        return partition(workspace, candidate_id), f"{ENROLMENT}{sort_key(sequence_id)}"


class WatchItem(Item, discriminator="moves_watched"):
    """The sequences about no job that another stage of the person ends, in whatever job: read with the application, and
    told in the transaction that moves it. Some may be over: the first move that finds one so takes it out. `goes_to`:
    of a record that was merged, the one whose sequences its moves are told to.
    """

    sequences = UnicodeSetAttribute(null=True)
    goes_to = UnicodeAttribute(null=True)

    @classmethod
    def key(cls, workspace: str, candidate_id: str) -> Key:
        return partition(workspace, candidate_id), "R#watch"


def watch(transaction: Transaction, workspace: str, candidate_id: str, sequence_id: str) -> None:
    """From now on moves of the person in any job are told to the sequence."""
    transaction.update(WatchItem(*WatchItem.key(workspace, candidate_id)), WatchItem.sequences.add({sequence_id}))


def unwatch(transaction: Transaction, workspace: str, candidate_id: str, sequence_id: str) -> None:
    transaction.update(WatchItem(*WatchItem.key(workspace, candidate_id)), WatchItem.sequences.delete({sequence_id}))


def lead(transaction: Transaction, workspace: str, candidate_id: str, to: str | None) -> None:
    """From now on moves of this record are told to the sequences of another one; of nobody else any more."""
    goes_to = WatchItem.goes_to
    act = goes_to.set(to) if to else goes_to.remove()
    transaction.update(WatchItem(*WatchItem.key(workspace, candidate_id)), act)


class Watching(NamedTuple):
    """An enrolment that moves are told to."""

    candidate_id: str
    sequence_id: str


def awake(workspace: str, candidate_id: str, sequence_id: str, at: datetime) -> tuple[str, str]:
    """Where an enrolment stands in the work index while something will wake it, by when."""
    return f"W#{workspace}#AWAKE", f"{iso(at)}#{candidate_id}#{sequence_id}"


LONG_AGO = timedelta(hours=1)  # so that the sweep takes it at once


def disturbed_at(row: EnrolmentItem) -> datetime | None:
    """When what it has not answered yet happened."""
    stands = (row.gsi1sk or "").partition("#")[0]
    return datetime.fromisoformat(stands) + LONG_AGO if row.disturbed and stands else None


def disturb(
    transaction: Transaction,
    workspace: str,
    candidate_id: str,
    sequence_id: str,
    at: datetime,
    how: Disturbance,
    move: str | None = None,
) -> None:
    """Within the act that does it: no mail of the enrolment leaves any more, and the next sweep says what follows. Who
    read the row before it loses: an update raises the version too. `move`: of a sequence that watches every job.
    """
    row = EnrolmentItem(*EnrolmentItem.key(workspace, candidate_id, sequence_id))
    pk, sk = awake(workspace, candidate_id, sequence_id, at - LONG_AGO)
    there: Any = EnrolmentItem.pk.exists()
    moves = EnrolmentItem.moved_in
    told = [] if move is None else [moves.add({move}) if how == "moved" else moves.delete({move})]
    transaction.update(
        row,
        EnrolmentItem.epoch.add(1),
        EnrolmentItem.disturbed.set(how),
        EnrolmentItem.gsi1pk.set(pk),
        EnrolmentItem.gsi1sk.set(sk),
        *told,
        when=there,
    )
