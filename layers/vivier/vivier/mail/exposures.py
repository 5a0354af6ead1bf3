"""Who got which variant of an experiment, and whether they did what it is counted by.

One row a person and experiment, in the person's partition, written in the transaction that settles the mail as sent:
a person counts once, for the first mail that reached them, whatever records of theirs were merged. Sums by the day of
sending move in the same transaction; they name nobody.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Literal, NamedTuple
from zlib import crc32

from pydantic import ConfigDict
from pynamodb.attributes import NumberAttribute

from vivier.kernel.clock import Instant, iso
from vivier.kernel.ids import sort_key
from vivier.kernel.model import Model
from vivier.mail.model import MailVariant, Message, Metric, VariantKey
from vivier.mail.threads import store as threads
from vivier.mail.threads.sending import scope_of
from vivier.people.model import Candidate
from vivier.people.store import partition, standing
from vivier.storage.table import Item, Key, get_many, query, together
from vivier.storage.transaction import Transaction

SHARDS = 4  # of a day's sums: a thousand mails of an hour seldom meet
MOST_DAYS = 400

LeftOut = Literal["bounced", "merged", "erased"]
Outcome = Literal["yes", "no", "out"]


class Exposure(Model):
    """That a mail of an experiment went to somebody. `until`: what they do later no longer counts."""

    model_config = ConfigDict(extra="forbid")

    experiment_id: str
    variant: VariantKey
    metric: Metric
    candidate_id: str
    message_key: str
    scope: str
    sent_at: Instant
    until: Instant
    converted_at: Instant | None = None
    left_out: LeftOut | None = None
    left_out_for: str | None = None

    @property
    def outcome(self) -> Outcome:
        return "out" if self.left_out else "yes" if self.converted_at else "no"

    def counts(self, metric: Metric, at: datetime) -> bool:
        """Whether doing this, then, is what the experiment waits for."""
        open_still = not (self.left_out or self.converted_at) and self.sent_at <= at <= self.until
        return self.metric == metric and open_still


class ExposureItem(Item, discriminator="exposure"):
    PREFIX = "R#exposed#"

    @classmethod
    def key(cls, workspace: str, candidate_id: str, experiment_id: str) -> Key:
        return partition(workspace, candidate_id), f"{cls.PREFIX}{sort_key(experiment_id)}"

    @classmethod
    def of(cls, workspace: str, e: Exposure) -> "ExposureItem":
        item = cls.holding(e, *cls.key(workspace, e.candidate_id, e.experiment_id))
        item.gsi2pk = listed(workspace, e.experiment_id, e.variant, e.outcome)
        item.gsi2sk = f"{iso(e.sent_at)}#{e.candidate_id}"
        return item

    def read(self) -> Exposure:
        return Exposure.model_validate_json(self.body)


class TallyItem(Item, discriminator="tally"):
    """Sums of the people whose mail was sent on one day (UTC)."""

    a_sent = NumberAttribute(default=0)
    a_hits = NumberAttribute(default=0)
    b_sent = NumberAttribute(default=0)
    b_hits = NumberAttribute(default=0)
    c_sent = NumberAttribute(default=0)
    c_hits = NumberAttribute(default=0)
    d_sent = NumberAttribute(default=0)
    d_hits = NumberAttribute(default=0)

    @classmethod
    def partition(cls, workspace: str, experiment_id: str) -> str:
        return f"W#{workspace}#EXPERIMENT#{experiment_id}"

    @classmethod
    def key(cls, workspace: str, e: Exposure) -> Key:
        shard = crc32(e.candidate_id.encode()) % SHARDS
        return cls.partition(workspace, e.experiment_id), f"N#{e.sent_at:%Y-%m-%d}#{shard}"


class Sum(NamedTuple):
    day: str
    sent: dict[VariantKey, int]
    hits: dict[VariantKey, int]


KEYS: tuple[VariantKey, ...] = ("a", "b", "c", "d")


def listed(workspace: str, experiment_id: str, variant: VariantKey, outcome: Outcome) -> str:
    return f"W#{workspace}#EXPOSED#{experiment_id}#{variant}#{outcome}"


def sums(workspace: str, experiment_id: str) -> list[Sum]:
    """What was counted, by the day of sending: one Query."""
    rows = query(TallyItem.partition(workspace, experiment_id), prefix="N#", limit=MOST_DAYS * SHARDS)
    return [
        Sum(
            row.sk.split("#")[1],
            {k: int(getattr(row, f"{k}_sent") or 0) for k in KEYS},
            {k: int(getattr(row, f"{k}_hits") or 0) for k in KEYS},
        )
        for row in rows
        if isinstance(row, TallyItem)
    ]


def behind(
    workspace: str, experiment_id: str, variant: VariantKey, outcome: Outcome, after: str | None, limit: int
) -> list[ExposureItem]:
    """People behind a number, in the order that their mails left: one Query."""
    name = listed(workspace, experiment_id, variant, outcome)
    return together(ExposureItem, name, after=after, limit=limit)


def _add(transaction: Transaction, workspace: str, e: Exposure, **by: int) -> None:
    amounts = {f"{e.variant}_{what}": number for what, number in by.items()}
    transaction.add(TallyItem(*TallyItem.key(workspace, e)), None, **amounts)


def of_person(workspace: str, ids: Iterable[str], experiments: Iterable[str]) -> list[Exposure]:
    """What these records, which are one person, are counted for: a BatchGet for each 100, none for nothing to ask."""
    wanted = list(experiments)
    keys = [ExposureItem.key(workspace, one, e) for one in sorted(ids) for e in wanted]
    return [row.read() for row in get_many(ExposureItem, keys, consistent=True)]


def sent(transaction: Transaction, workspace: str, message: Message, person: Candidate, at: datetime) -> bool:
    """Counts the person of a mail that SES took, unless they are counted; whether they are from now on.

    In the transaction that settles it. What was done before SES's word of it came, late, is not lost.
    """
    said = message.variant
    if said is None:
        return False
    whole = person
    if person.merged_into and (stands := standing(workspace, person.id)):
        whole = stands.read()
    known = of_person(workspace, whole.everyone() | {person.id}, [said.experiment_id])
    if any(not e.left_out for e in known):
        return False
    exposure = _exposure(workspace, message, said, person.id, at)
    row = ExposureItem.of(workspace, exposure)
    if before := next((e for e in known if e.candidate_id == person.id), None):  # that mail had not arrived
        transaction.save(row, when=ExposureItem.body == ExposureItem.of(workspace, before).body)
    else:
        transaction.create(row)
    _add(transaction, workspace, exposure, sent=1, hits=int(exposure.converted_at is not None))
    return True


def noting(message: Message, change: Callable[[Candidate], Candidate]) -> Callable[[Candidate], Candidate]:
    """The change of a record that a mail brings, and that its person counts in an experiment from now on."""
    said = {message.variant.experiment_id} if message.variant else set()

    def changed(candidate: Candidate) -> Candidate:
        after = change(candidate)
        return after.model_copy(update={"experiments": sorted({*after.experiments, *said})})

    return changed


def _exposure(workspace: str, message: Message, said: MailVariant, candidate_id: str, at: datetime) -> Exposure:
    made = Exposure(
        experiment_id=said.experiment_id, variant=said.variant, metric=said.metric, candidate_id=candidate_id,
        message_key=message.key, scope=scope_of(message), sent_at=at, until=at + timedelta(days=said.window_days),
    )  # fmt: skip
    done = message.clicked_at
    if said.metric == "reply" and message.attempts and message.state == "unknown":
        thread = threads.thread_of(workspace, candidate_id, made.scope)
        done = thread.read().last_in_at if thread else None
    return made.model_copy(update={"converted_at": done}) if done and made.counts(said.metric, done) else made


def did(
    transaction: Transaction, workspace: str, person: Candidate, metric: Metric, at: datetime, *,
    scope: str | None = None, message_key: str | None = None,
) -> None:  # fmt: skip
    """Somebody answered (in the thread `scope`), or pressed a link (of `message_key`): counts it where it is waited
    for, in the transaction of that act. One BatchGet for who is in an experiment.
    """
    for held in of_person(workspace, person.everyone(), person.experiments):
        asked = held.scope == scope if metric == "reply" else held.message_key == message_key
        if asked and held.counts(metric, at):
            _change(transaction, workspace, held, held.model_copy(update={"converted_at": at}))


def undid(
    transaction: Transaction, workspace: str, person: Candidate, at: datetime, scope: str, others: Iterable[datetime]
) -> None:
    """The answer of that instant was not theirs: the first of their `others` counts, or none does."""
    for held in of_person(workspace, person.everyone(), person.experiments):
        if held.metric != "reply" or held.scope != scope or held.converted_at != at:
            continue
        fresh = held.model_copy(update={"converted_at": None})
        first = next((other for other in sorted(others) if fresh.counts("reply", other)), None)
        _change(transaction, workspace, held, fresh.model_copy(update={"converted_at": first}))


def _change(transaction: Transaction, workspace: str, before: Exposure, after: Exposure) -> None:
    """The row as it was read is the condition: who changes it at the same time begins again."""
    was = ExposureItem.of(workspace, before)
    transaction.save(ExposureItem.of(workspace, after), when=ExposureItem.body == was.body)
    by = {
        "sent": int(after.outcome != "out") - int(before.outcome != "out"),
        "hits": int(after.outcome == "yes") - int(before.outcome == "yes"),
    }
    _add(transaction, workspace, before, **by)


def leave_out(transaction: Transaction, workspace: str, message: Message, why: LeftOut) -> None:
    """Takes somebody whom a mail of an experiment never reached out of what is counted. One Get for such a mail."""
    if message.variant is None or message.candidate_id is None:
        return
    for held in of_person(workspace, [message.candidate_id], [message.variant.experiment_id]):
        if held.message_key == message.key and not held.left_out:
            _change(transaction, workspace, held, held.model_copy(update={"left_out": why}))


def merged(transaction: Transaction, workspace: str, survivor: Candidate, absorbed: Candidate) -> None:
    """Two records are one person: where both count in an experiment, the first mail does."""
    both = set(survivor.experiments) & set(absorbed.experiments)
    ours = of_person(workspace, survivor.everyone() | absorbed.everyone(), both)
    for experiment in sorted(both):
        counted = sorted((e for e in ours if e.experiment_id == experiment and not e.left_out), key=_first)
        for later in counted[1:]:
            aside = {"left_out": "merged", "left_out_for": absorbed.id}
            _change(transaction, workspace, later, later.model_copy(update=aside))


def unmerged(transaction: Transaction, workspace: str, survivor: Candidate, absorbed: Candidate) -> None:
    """They are two people again: whoever the merge set aside counts again."""
    both = set(survivor.experiments) & set(absorbed.experiments)
    for held in of_person(workspace, survivor.everyone() | absorbed.everyone(), both):
        if held.left_out_for == absorbed.id:
            back = held.model_copy(update={"left_out": None, "left_out_for": None})
            _change(transaction, workspace, held, back)


def _first(e: Exposure) -> tuple[datetime, str]:
    return e.sent_at, e.candidate_id
