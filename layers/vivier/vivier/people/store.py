"""Rows of a person: record, events, documents, proposals, claims, lists, names, counters (docs/access_patterns.md).

Events sort before records in a candidate's partition, so that one reverse Query reads the record and the last events.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from vivier.kernel.errors import NotFound
from vivier.kernel.ids import sort_key
from vivier.people import lists
from vivier.people.identity import Claim, claims
from vivier.people.model import Candidate, Document, Event, Proposal, Shown
from vivier.storage.table import Item, Key, Versioned, find, get, get_many, query
from vivier.storage.transaction import Transaction

BUCKET = 200  # people in one list partition, about
PAGE = 50
MOST_ROWS = 120  # of a person, read to open them
APPLICATION = "R#application#"


def partition(workspace: str, candidate_id: str) -> str:
    return f"W#{workspace}#C#{candidate_id}"


class CandidateItem(Versioned, discriminator="candidate"):
    epoch = NumberAttribute(default=0)
    mailable = NumberAttribute(default=1)
    unsolicited_epoch = NumberAttribute(default=0)

    @classmethod
    def key(cls, workspace: str, candidate_id: str) -> Key:
        return partition(workspace, candidate_id), "S#record"

    @classmethod
    def of(cls, workspace: str, c: Candidate) -> "CandidateItem":
        return cls.holding(c, *cls.key(workspace, c.id)).now(c)

    def read(self) -> Candidate:
        return Candidate.model_validate_json(self.body)

    def now(self, c: Candidate) -> "CandidateItem":
        """The same row (its version kept for the condition) holding the candidate as it is now."""
        self.put(c)
        self.epoch, self.mailable, self.unsolicited_epoch = c.epoch, int(c.mailable), c.unsolicited.epoch
        return self


class EventItem(Item, discriminator="event"):
    @classmethod
    def key(cls, workspace: str, candidate_id: str, event_id: str) -> Key:
        return partition(workspace, candidate_id), f"E#{sort_key(event_id)}"

    @classmethod
    def of(cls, workspace: str, candidate_id: str, event: Event) -> "EventItem":
        return cls.on(workspace, partition(workspace, candidate_id), event)

    @classmethod
    def on(cls, workspace: str, pk: str, event: Event) -> "EventItem":
        """On the timeline of what lies in a partition; what a member did stands in the audit as well."""
        from vivier.team import audit  # here: lists of people are read first, and write no event

        own = audit.indexed(workspace, event.at, event.id) if event.actor.kind == "member" else {}
        return cls.holding(event, pk, f"E#{sort_key(event.id)}", **own)

    def read(self) -> Event:
        return Event.model_validate_json(self.body)


class DocumentItem(Item, discriminator="document"):
    @classmethod
    def key(cls, workspace: str, candidate_id: str, document_id: str) -> Key:
        return partition(workspace, candidate_id), f"R#document#{sort_key(document_id)}"

    @classmethod
    def of(cls, workspace: str, d: Document) -> "DocumentItem":
        return cls.holding(d, *cls.key(workspace, d.candidate_id, d.id))

    def read(self) -> Document:
        return Document.model_validate_json(self.body)


class ProposalItem(Item, discriminator="proposal"):
    @classmethod
    def key(cls, workspace: str, candidate_id: str, proposal_id: str) -> Key:
        return partition(workspace, candidate_id), f"R#proposal#{sort_key(proposal_id)}"

    @classmethod
    def of(cls, workspace: str, candidate_id: str, p: Proposal) -> "ProposalItem":
        return cls.holding(p, *cls.key(workspace, candidate_id, p.id))

    def read(self) -> Proposal:
        return Proposal.model_validate_json(self.body)


class ApplicationItem(Versioned, discriminator="application"):
    """The person in one job, as `hiring` writes it. `epoch` guards what was set going in a stage; `board_*` is the key
    of the card that shows the person there.
    """

    epoch = NumberAttribute(default=0)
    board_pk = UnicodeAttribute(null=True)
    board_sk = UnicodeAttribute(null=True)

    @classmethod
    def key(cls, workspace: str, candidate_id: str, job_id: str) -> Key:
        return partition(workspace, candidate_id), f"{APPLICATION}{sort_key(job_id)}"


class ShownItem(Item):
    """A card of a board: `person` is what it shows of the person, as `Shown`."""

    person = UnicodeAttribute(null=True)


R = TypeVar("R", EventItem, DocumentItem, ProposalItem)


class ClaimItem(Item, discriminator="claim"):
    candidate_id = UnicodeAttribute()

    @classmethod
    def key(cls, workspace: str, claim: Claim) -> Key:
        return f"W#{workspace}#CLAIM#{claim.kind}#{claim.value}", "claim"

    @classmethod
    def of(cls, workspace: str, claim: Claim, candidate_id: str) -> "ClaimItem":
        return cls(*cls.key(workspace, claim), candidate_id=candidate_id)


def load(workspace: str, candidate_id: str) -> CandidateItem:
    """The record as it is at this instant. Raises NotFound."""
    return get(CandidateItem, CandidateItem.key(workspace, candidate_id), consistent=True)


def may_get(epoch: int, unsolicited_epoch: int | None) -> Any:
    """The condition under which the person gets a mail; the second epoch is of those that they did not ask for."""
    held = (CandidateItem.mailable == 1) & (CandidateItem.epoch == epoch)
    if unsolicited_epoch is None:
        return held
    same = CandidateItem.unsolicited_epoch == unsolicited_epoch
    # Records of before have no such number.
    return held & (same if unsolicited_epoch else (same | CandidateItem.unsolicited_epoch.does_not_exist()))


def standing(workspace: str, candidate_id: str) -> CandidateItem | None:
    """The record that stands for this id today: the one it was merged into, if it was. A Get for each step."""
    row = find(CandidateItem, CandidateItem.key(workspace, candidate_id), consistent=True)
    while row and (into := row.read().merged_into):
        row = find(CandidateItem, CandidateItem.key(workspace, into), consistent=True)
    return row


def standing_of(workspace: str, ids: Iterable[str]) -> dict[str, Candidate]:
    """Who stands for each of these ids today, merges followed: a BatchGet, and one more for each step of a merge."""
    wanted = set(ids)
    held: dict[str, Candidate] = {}
    asked = set(wanted)
    while asked:
        rows = get_many(CandidateItem, [CandidateItem.key(workspace, i) for i in sorted(asked)])
        held |= {c.id: c for c in (r.read() for r in rows)}
        asked = {into for i in asked if i in held and (into := held[i].merged_into)} - held.keys()

    def last(c: Candidate) -> Candidate:
        return last(held[c.merged_into]) if c.merged_into in held else c

    return {i: last(held[i]) for i in wanted if i in held}


def belonging(cls: type[R], workspace: str, candidate_id: str, identifier: str) -> R:
    """A row of this person, or of a record merged into theirs (a Get and a BatchGet more). Raises NotFound."""
    if row := find(cls, cls.key(workspace, candidate_id, identifier), consistent=True):
        return row
    others = load(workspace, candidate_id).read().everyone() - {candidate_id}
    rows = get_many(cls, [cls.key(workspace, other, identifier) for other in sorted(others)])
    if not rows:
        raise NotFound("There is nothing under this id.")
    return rows[0]


def on_the_way(workspace: str, pk: str, into: str) -> list[CandidateItem]:
    """The records between one partition and the record that it was merged into, that one not included."""
    rows = []
    while pk != partition(workspace, into):
        row = get(CandidateItem, (pk, "S#record"), consistent=True)
        rows.append(row)
        pk = partition(workspace, row.read().merged_into or into)
    return rows


def owners(workspace: str, wanted: Iterable[Claim]) -> dict[Claim, str]:
    """Who owns each claim that is owned: one BatchGet."""
    keys = {ClaimItem.key(workspace, c): c for c in wanted}
    return {keys[i.pk, i.sk]: i.candidate_id for i in get_many(ClaimItem, list(keys)[:100])}


def ahead(workspace: str, c: Candidate) -> tuple[dict[Claim, str], dict[str, int]]:
    """For a new person: who owns their claims, and how many each of their lists ever held. One BatchGet for both."""
    wanted = {ClaimItem.key(workspace, claim): claim for claim in claims(c)}
    rows = get_many(Item, [*wanted, *(lists.CounterItem.key(workspace, f) for f in sorted(c.facets()))][:100])
    owned = {wanted[r.pk, r.sk]: r.candidate_id for r in rows if isinstance(r, ClaimItem)}
    return owned, dict.fromkeys(c.facets(), 0) | {r.sk: int(r.issued) for r in rows if isinstance(r, lists.CounterItem)}


def owner(workspace: str, claim: Claim) -> str | None:
    """Who owns this e-mail, phone, profile or file: one Get."""
    held = find(ClaimItem, ClaimItem.key(workspace, claim))
    return held.candidate_id if held else None


def events_before(
    workspace: str, candidate_id: str, before: str, limit: int = PAGE, *, consistent: bool = False
) -> list[Event]:
    """Older events, newest first; `before` is the sk of the last one seen."""
    pk = partition(workspace, candidate_id)
    rows = query(pk, before=before, newest_first=True, limit=limit, consistent=consistent)
    return [r.read() for r in rows if isinstance(r, EventItem)]


def everything(workspace: str, candidate_id: str, limit: int = MOST_ROWS) -> list[Item]:
    """The record, its documents, its proposals, then the newest events: one Query, newest first."""
    return query(partition(workspace, candidate_id), newest_first=True, limit=limit, consistent=True)


def write(
    transaction: Transaction,
    workspace: str,
    before: CandidateItem | None,
    after: Candidate,
    events: Iterable[Event] = (),
    issued: Mapping[str, int] | None = None,
    old: Candidate | None = None,
) -> Candidate:
    """Puts one act on one person into a transaction: record, events, claims, lists, names, lists.counters.

    `before` is the row as read (its version is the condition), None for a person who is new; `old` is what it says,
    where the act has it; `issued` is what `ahead` read of the lists, the others are read here. Returns the candidate as
    written, with its places.
    """
    old = before.read() if before and old is None else old
    after = _placed(workspace, old, after, issued or {})
    lists.moved(transaction, workspace, old, after)
    _claims(transaction, workspace, old, after)
    if old is not None:
        _boards(transaction, workspace, old, after)
    if before is None:
        transaction.create(CandidateItem.of(workspace, after))
    else:
        transaction.save(before.now(after))
    if after.merged_into is None:
        transaction.save(lists.CardItem.of(workspace, after))
    transaction.create(*(EventItem.of(workspace, after.id, e) for e in events))
    return after


def _placed(workspace: str, old: Candidate | None, after: Candidate, known: Mapping[str, int]) -> Candidate:
    stands = after.facets()
    kept = {f: b for f, b in (old.places if old else {}).items() if f in stands}
    new = sorted(stands - kept.keys())
    unknown = [lists.CounterItem.key(workspace, f) for f in new if f not in known]
    issued = {**known, **{i.sk: int(i.issued) for i in get_many(lists.CounterItem, unknown)}}
    return after.model_copy(update={"places": kept | {f: issued.get(f, 0) // BUCKET for f in new}})


def _boards(transaction: Transaction, workspace: str, old: Candidate, after: Candidate) -> None:
    """Boards show the person as they are now: a Query more when that changes, and a write for each job."""
    if not old.jobs or Shown.of(old) == (now := Shown.of(after)):
        return
    for row in query(partition(workspace, after.id), prefix=APPLICATION, limit=MOST_ROWS, consistent=True):
        if isinstance(row, ApplicationItem) and row.board_pk and row.board_sk:
            there: Any = ShownItem.pk.exists()  # moved meanwhile: the act is repeated from its reads
            card = ShownItem(row.board_pk, row.board_sk)
            text = now.model_dump_json(exclude_defaults=True)
            transaction.update(card, ShownItem.person.set(text), when=there)


def _claims(transaction: Transaction, workspace: str, old: Candidate | None, after: Candidate) -> None:
    were, are = (claims(old) if old else set()), claims(after)
    if were == are:
        return
    everyone = sorted(after.everyone() | (old.everyone() if old else set()))
    mine: Any = ClaimItem.pk.does_not_exist()
    for identifier in everyone:
        mine = mine | (ClaimItem.candidate_id == identifier)
    for claim in sorted(are - were):
        transaction.save(ClaimItem.of(workspace, claim, after.id), when=mine)
    # A claim that was given to another record while the two were merged stays there.
    gone = {c for c, owner in owners(workspace, were - are).items() if owner in everyone} if were - are else set()
    for claim in sorted(gone):
        transaction.delete(ClaimItem.of(workspace, claim, after.id), when=mine)
