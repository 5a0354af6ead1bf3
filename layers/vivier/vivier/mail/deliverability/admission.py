"""Asking the gate: what is known is read, the gate decides, and what must still hold goes into the claim's transaction.

An unsolicited mail costs one read and five rows of the claim more than an owed answer: one Query of the workspace; the
day's shard, the address's last mails, the list it must not stand on. Their rows are read with what any mail asks.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from vivier.mail.deliverability import gate, store
from vivier.mail.deliverability.hashes import hashed, place
from vivier.mail.deliverability.hours import day_of
from vivier.mail.deliverability.model import (
    Counted,
    Decision,
    Facts,
    Ramp,
    Reached,
    SendingRules,
    Why,
    WorkspaceFacts,
)
from vivier.mail.deliverability.store import SHARDS, RampItem, ReachItem, Standing, SuppressedItem
from vivier.mail.model import Message
from vivier.people import store as people
from vivier.people import zones
from vivier.people.model import Candidate
from vivier.storage.table import Item, Key, find, get_many
from vivier.storage.transaction import Transaction


class Admission(NamedTuple):
    """What the gate said, and the message as it was counted when it may go; what was read beside."""

    decision: Decision
    message: Message
    beside: list[Item]


def admit(
    transaction: Transaction, workspace: str, message: Message, now: datetime, *, beside: Sequence[Key]
) -> Admission:
    """Whether an unsolicited message may leave now; if so, the transaction that claims it counts it, once.

    `beside`: rows that its sender needs, read with those that the gate asks. When the commit is lost by one of these
    rows, nothing was counted: ask again.
    """
    held = store.standing(workspace, now)
    rows = _read(workspace, held, message, beside)
    known, reach, row = _asked(workspace, held, message, rows)
    decision = gate.decide(known, now)
    if decision.say == "never":
        return Admission(decision, message, rows)
    if row is None or row.unsolicited_epoch != message.unsolicited_epoch:
        return Admission(Decision(say="never", why=Why.moved_on), message, rows)
    if decision.say == "later":
        return Admission(decision, message, rows)
    hash_of = hashed(held.secret, message.to)
    store.check_unsuppressed(transaction, workspace, hash_of)
    mails = [*(reach.read() if reach else []), Reached(key=message.key, at=now)]
    reached = reach or ReachItem(*ReachItem.key(workspace, hash_of))
    transaction.save(reached.now(mails, now))
    counted = _count(transaction, workspace, held, known.workspace, message.key, now)
    return Admission(decision, message.model_copy(update={"counted": counted}), rows)


def _read(workspace: str, held: Standing, message: Message, beside: Sequence[Key]) -> list[Item]:
    """One BatchGet."""
    hash_of = hashed(held.secret, message.to)
    keys = [
        people.CandidateItem.key(workspace, message.candidate_id or ""),
        SuppressedItem.key(workspace, hash_of),
        ReachItem.key(workspace, hash_of),
    ]
    return get_many(Item, [*keys, *beside], consistent=True)


def _asked(
    workspace: str, held: Standing, message: Message, rows: Sequence[Item]
) -> tuple[Facts, ReachItem | None, people.CandidateItem | None]:
    """The facts of a message's person as they are now; a Get for each merge of their record."""
    own = next((r for r in rows if isinstance(r, people.CandidateItem)), None)
    reach = next((r for r in rows if isinstance(r, ReachItem)), None)
    suppressed = any(isinstance(r, SuppressedItem) for r in rows)
    if own is None:
        return Facts(address=False), None, None
    person = own.read()
    recent = [m for m in (reach.read() if reach else []) if m.key != message.key]
    known = _facts(workspace_facts(held), person, recent, suppressed=suppressed)
    known = known.model_copy(update={"own": message.hours})
    if person.merged_into and (stands := people.standing(workspace, person.merged_into)):
        now_one = stands.read()
        said = person.unsolicited.with_those_of(now_one.unsolicited)
        known = known.model_copy(
            update={"stops": said.stops, "until": said.until, "mailable": person.mailable and now_one.mailable}
        )
    return known, reach, own


def workspace_facts(held: Standing) -> WorkspaceFacts:
    used: Counter[date] = Counter()
    for shard in held.caps:
        used[shard.day] += shard.taken
    return WorkspaceFacts(
        rules=held.rules.read() if held.rules else SendingRules(),
        paused=held.pause is not None and held.pause.read().holds,
        ramp=held.ramp.read() if held.ramp else None,
        used=dict(used),
    )


def _facts(workspace: WorkspaceFacts, person: Candidate, recent: Iterable[Reached], *, suppressed: bool) -> Facts:
    clock = zones.of(person, workspace.rules.hours.zone)
    own = clock.told_by != "default"
    return Facts(
        workspace=workspace,
        zone=clock.zone if own else None,
        zone_from=clock.told_by if own else None,
        address=bool(person.fields.first("emails")),
        mailable=person.mailable,
        stops=person.unsolicited.stops,
        until=person.unsolicited.until,
        suppressed=suppressed,
        recent=[m.at for m in recent],
    )


def _count(
    transaction: Transaction, workspace: str, held: Standing, facts: WorkspaceFacts, key: str, now: datetime
) -> Counted:
    """Takes a place of the day's cap: in the message's own shard, or the next that has room."""
    day = day_of(now, facts.rules.hours.zone)
    cap = gate.cap_of(facts, day)
    if facts.ramp is None or facts.ramp.day < day:
        ramp = Ramp(day=day, step=gate.step_of(facts, day))
        transaction.save(held.ramp.put(ramp) if held.ramp else RampItem.of(workspace, ramp))
    taken = {s.shard: s.taken for s in held.caps if s.day == day}
    first = place(key, SHARDS)
    shard = next(s for n in range(SHARDS) if taken.get(s := (first + n) % SHARDS, 0) < share(cap, s))
    store.count_claim(transaction, workspace, day, shard, share(cap, shard))
    return Counted(day=day, shard=shard)


def share(cap: int, shard: int) -> int:
    """Of a day's cap, what one shard may hold; all shares together are the cap."""
    return cap // SHARDS + (shard < cap % SHARDS)


def release(transaction: Transaction, workspace: str, message: Message, now: datetime) -> Message:
    """SES surely did not take it: its place of the day and of the person's frequency is free again."""
    if message.counted is None:
        return message
    store.uncount_claim(transaction, workspace, message.counted.day, message.counted.shard)
    hash_of = hashed(store.hash_key(workspace), message.to)
    if reach := find(ReachItem, ReachItem.key(workspace, hash_of), consistent=True):
        transaction.save(reach.now([m for m in reach.read() if m.key != message.key], now))
    return message.model_copy(update={"counted": None})


def facts(workspace: str, among: Iterable[Candidate], now: datetime) -> Mapping[str, Facts]:
    """What the gate knows of several people, by id, for `gate.foresee`: one Query, and one BatchGet for fifty."""
    held = store.standing(workspace, now)
    about = workspace_facts(held)
    everyone = list(among)
    hashes = {c.id: hashed(held.secret, address) for c in everyone if (address := c.fields.first("emails"))}
    suppressed, reached = store.addressed(workspace, hashes.values())
    known = {}
    for person in everyone:
        hash_of = hashes.get(person.id, "")
        recent = reached[hash_of].read() if hash_of in reached else []
        known[person.id] = _facts(about, person, recent, suppressed=hash_of in suppressed)
    return known
