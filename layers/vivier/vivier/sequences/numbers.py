"""How many people each step of a sequence concerns: counted where an enrolment is written, in the same transaction.

One row a step and shard: many enrolments pass the same step at the same minute. Who did a step, and when, is a small
row of its own: an index of mails would hold the whole of each again, and the list of enrolments would be walked to its
end for a step that few came to.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Literal
from zlib import crc32

from pydantic import Field
from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from vivier.kernel.clock import iso
from vivier.kernel.ids import sort_key
from vivier.mail.model import Message
from vivier.people.model import Strict
from vivier.sequences.model import Enrolment, EnrolmentState, StepDone, StopReason
from vivier.storage.table import Item, Key, query
from vivier.storage.transaction import Transaction

SHARDS = 4
PREFIX = "M#"
ERASED = "erased"  # in place of somebody's id
MOST = 1000  # rows that are read: steps of every version that there was


class StepNumbers(Strict):
    """People, of every version of the sequence that has the step. Who begins again is counted again."""

    step_id: str
    waiting: int = Field(default=0, description="Who come to it next, those who are on hold too.")
    done: int = Field(default=0, description="Who got the mail, or whose task was made.")
    replied: int = Field(default=0, description="Whose answer stopped the sequence, this mail being the last they got.")
    clicked: int = Field(default=0, description="Who followed a link of it, where the sequence counts clicks.")
    stopped: int = Field(default=0, description="For whom the sequence stopped before it.")


class StepNumbersItem(Item, discriminator="step_numbers"):
    waiting = NumberAttribute(null=True)
    done = NumberAttribute(null=True)
    replied = NumberAttribute(null=True)
    clicked = NumberAttribute(null=True)
    stopped = NumberAttribute(null=True)

    @classmethod
    def key(cls, workspace: str, sequence_id: str, step_id: str, of: str) -> Key:
        """`of`: whose enrolment it is, which chooses the shard."""
        return f"W#{workspace}#SEQ#{sequence_id}", f"{PREFIX}{sort_key(step_id)}#{crc32(of.encode()) % SHARDS}"


def read(workspace: str, sequence_id: str) -> list[StepNumbers]:
    """One Query; steps that concerned nobody are left out."""
    sums: dict[str, Counter[str]] = {}
    for row in query(f"W#{workspace}#SEQ#{sequence_id}", prefix=PREFIX, limit=MOST):
        if isinstance(row, StepNumbersItem):
            counts = sums.setdefault(f"stp_{row.sk.split('#')[1]}", Counter())
            counts.update({name: int(getattr(row, name) or 0) for name in NAMES})
    return [StepNumbers(step_id=step, **counts) for step, counts in sums.items()]


Did = Literal["done", "replied", "clicked"]


class DidItem(Item, discriminator="step_did"):
    """That somebody got the mail of a step, or that its task was made; that they answered it, or followed a link of it.
    Who begins again may stand there again.
    """

    candidate_id = UnicodeAttribute()

    @classmethod
    def partition(cls, workspace: str, sequence_id: str, step_id: str, what: Did = "done") -> str:
        return f"W#{workspace}#SEQ#{sequence_id}#{'DID' if what == 'done' else what.upper()}#{sort_key(step_id)}"

    @classmethod
    def of(
        cls,
        workspace: str,
        sequence_id: str,
        step_id: str,
        what: Did,
        candidate_id: str,
        enrolment_id: str,
        at: datetime,
    ) -> "DidItem":
        pk = cls.partition(workspace, sequence_id, step_id, what)
        return cls(pk, f"{iso(at)}#{sort_key(enrolment_id)}", candidate_id=candidate_id)

    @property
    def at(self) -> datetime:
        return datetime.fromisoformat(self.sk.partition("#")[0])


def did(
    workspace: str, sequence_id: str, step_id: str, what: Did = "done", *, before: str | None = None, limit: int = 50
) -> list[DidItem]:
    """Who did a step, or what they did with its mail, the newest first: one Query."""
    pk = DidItem.partition(workspace, sequence_id, step_id, what)
    rows = query(pk, before=before, newest_first=True, limit=limit)
    return [row for row in rows if isinstance(row, DidItem)]


DIDS: tuple[Did, ...] = ("done", "replied", "clicked")
NAMES = ("waiting", "done", "replied", "clicked", "stopped")


def moved(transaction: Transaction, workspace: str, before: Enrolment | None, after: Enrolment) -> None:
    """What an act on an enrolment changes in them."""
    for e, step_id, name, by in (*_stands(before, -1), *_stands(after, 1), *_happened(before, after)):
        add(transaction, workspace, e.sequence_id, step_id, e.id, name, by)
    did: list[tuple[str, Did, datetime]] = [(done.step_id, "done", done.at) for done in _newly(before, after)]
    did += [(step, "replied", after.replied_at or after.enrolled_at) for step in _answered(before, after)]
    of = after.candidate_id, after.id
    transaction.create(*(DidItem.of(workspace, after.sequence_id, step, what, *of, at) for step, what, at in did))


def left(transaction: Transaction, workspace: str, e: Enrolment) -> None:
    """An enrolment is gone: nobody waits or stands stopped before its step any more; what happened stays counted."""
    for _, step_id, name, by in _stands(e, -1):
        add(transaction, workspace, e.sequence_id, step_id, e.id, name, by)


def of_people(workspace: str, sequence_id: str, step_id: str, ids: Collection[str]) -> list[DidItem]:
    """That some people did a step, answered its mail or followed a link of it, whenever they were enrolled: reads all
    who did, a Query for each thousand.
    """
    found: list[DidItem] = []
    for what in DIDS:
        after = None
        while rows := query(DidItem.partition(workspace, sequence_id, step_id, what), after=after, limit=MOST):
            after = rows[-1].sk
            found += [r for r in rows if isinstance(r, DidItem) and r.candidate_id in ids]
            if len(rows) < MOST:
                break
    return found


def nobodys(transaction: Transaction, row: DidItem) -> None:
    """That somebody did it stays, for the number is true; who it was does not."""
    transaction.update(row, DidItem.candidate_id.set(ERASED), when=DidItem.candidate_id == row.candidate_id)


def add(
    transaction: Transaction, workspace: str, sequence_id: str, step_id: str, of: str, name: str, by: int = 1
) -> None:
    row = StepNumbersItem(*StepNumbersItem.key(workspace, sequence_id, step_id, of))
    transaction.add(row, None, **{name: by})


def clicked(
    transaction: Transaction, workspace: str, sequence_id: str, step_id: str, enrolment_id: str, message: Message
) -> None:
    """That somebody followed a link of the mail of a step for the first time."""
    add(transaction, workspace, sequence_id, step_id, enrolment_id, "clicked")
    if message.candidate_id:
        at = message.clicked_at or message.created_at
        of = message.candidate_id, enrolment_id
        transaction.create(DidItem.of(workspace, sequence_id, step_id, "clicked", *of, at))


Change = tuple[Enrolment, str, str, int]


def _stands(e: Enrolment | None, by: int) -> Iterator[Change]:
    if e and e.step_id and e.live:
        yield e, e.step_id, "waiting", by
    if e and e.step_id and e.state == EnrolmentState.stopped:
        yield e, e.step_id, "stopped", by


def _same(before: Enrolment | None, after: Enrolment) -> Enrolment | None:
    return before if before and before.id == after.id else None


def _newly(before: Enrolment | None, after: Enrolment) -> list[StepDone]:
    same = _same(before, after)
    return [done for done in after.done[len(same.done) if same else 0 :] if done.skipped is None]


def _happened(before: Enrolment | None, after: Enrolment) -> Iterator[Change]:
    """What stays counted, whatever becomes of the enrolment."""
    for done in _newly(before, after):
        yield after, done.step_id, "done", 1
    for step_id in _answered(before, after):
        yield after, step_id, "replied", 1


def _answered(before: Enrolment | None, after: Enrolment) -> list[str]:
    """The step whose mail was the last that they got, where an answer has just stopped it."""
    same = _same(before, after)
    if after.reason != StopReason.reply or (same and same.replied_at and same.reason != StopReason.reply_held):
        return []
    got = [done.step_id for done in after.done if done.message_key and done.skipped is None]
    return got[-1:] if not (same and same.reason == StopReason.reply) else []
