"""What needs a human: failed files, doubtful readings, possible duplicates, newer documents, mails, ours and theirs.

And, in a list of its own, what machines answered and nobody needs."""

from typing import Literal

from pydantic import Field

from vivier.intake import store as intakes
from vivier.intake.model import Intake
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import Instant
from vivier.kernel.model import Model
from vivier.mail import store as messages
from vivier.mail.model import Message
from vivier.mail.threads import store as threads
from vivier.mail.threads.model import Received
from vivier.people import pairs, search, store
from vivier.people.model import Card, Evidence
from vivier.storage import cursor as cursors
from vivier.storage.table import get_many

Kind = Literal["failed", "doubtful", "duplicate", "update", "mail", "received", "automatic"]
PAGE = 25


class ReviewItem(Model):
    """One thing to look at. Which parts are filled depends on `kind`."""

    kind: Kind
    at: Instant
    intake: Intake | None = None
    candidate: Card | None = None
    other: Card | None = None
    evidence: list[Evidence] = Field(default_factory=list)
    fields: list[str] = Field(default_factory=list)
    proposals: int = 0
    message: Message | None = None
    received: Received | None = None


class ReviewPage(Model):
    items: list[ReviewItem]
    cursor: str | None = None


def listed(actor: Actor, kind: Kind, cursor: str | None) -> ReviewPage:
    """A page of one kind: failures and duplicates oldest first, the others newest first. Raises BadCursor."""
    actor.require(Permission.review)
    if kind in ("doubtful", "update"):
        return _people(actor, kind, cursor)
    (after,) = cursors.decode(cursor, str) if cursor else (None,)
    if kind == "duplicate":
        doubts = pairs.open_pairs(actor.workspace, after=after, limit=PAGE)
        return ReviewPage(items=_pairs(actor, doubts), cursor=_more(doubts))
    if kind == "mail":
        lost = messages.lost(actor.workspace, after=after, limit=PAGE)
        return ReviewPage(items=_mails(actor, lost), cursor=_more(lost))
    if kind == "received":
        held = threads.held(actor.workspace, after=after, limit=PAGE)
        return ReviewPage(items=_received(actor, held), cursor=_more(held))
    if kind == "automatic":
        quiet = threads.quiet(actor.workspace, before=after, limit=PAGE)
        more = cursors.encode([quiet[-1].gsi2sk]) if len(quiet) == PAGE else None
        return ReviewPage(items=_received(actor, quiet, "automatic"), cursor=more)
    failed = intakes.queue(actor.workspace, "failed", after=after, limit=PAGE)
    items = [ReviewItem(kind="failed", at=i.updated_at, intake=i) for i in (r.read() for r in failed)]
    return ReviewPage(items=items, cursor=_more(failed))


Rows = list[pairs.PairItem] | list[intakes.IntakeItem] | list[messages.MessageItem] | list[threads.ReceivedItem]


def _more(rows: Rows) -> str | None:
    return cursors.encode([rows[-1].gsi1sk]) if len(rows) == PAGE else None


def _pairs(actor: Actor, rows: list[pairs.PairItem]) -> list[ReviewItem]:
    doubts = [r.read() for r in rows]
    people = store.standing_of(actor.workspace, (i for p in doubts for i in (p.candidate_id, p.other_id)))
    cards = {i: Card.of(c) for i, c in people.items()}
    return [
        ReviewItem(
            kind="duplicate",
            at=p.at,
            candidate=cards.get(p.candidate_id),
            other=cards.get(p.other_id),
            evidence=p.evidence,
        )
        for p in doubts
    ]


def _mails(actor: Actor, rows: list[messages.MessageItem]) -> list[ReviewItem]:
    lost = [r.read() for r in rows]
    cards = _cards(actor, {m.candidate_id for m in lost if m.candidate_id})
    return [
        ReviewItem(kind="mail", at=m.settled_at or m.due_at, message=m, candidate=cards.get(m.candidate_id or ""))
        for m in lost
    ]


def _received(actor: Actor, rows: list[threads.ReceivedItem], kind: Kind = "received") -> list[ReviewItem]:
    held = [r.read() for r in rows]
    cards = _cards(actor, {r.candidate_id for r in held if r.candidate_id})
    return [ReviewItem(kind=kind, at=r.at, received=r, candidate=cards.get(r.candidate_id or "")) for r in held]


def _cards(actor: Actor, ids: set[str]) -> dict[str, Card]:
    rows = get_many(store.CandidateItem, [store.CandidateItem.key(actor.workspace, i) for i in sorted(ids)][:100])
    return {c.id: Card.of(c) for c in (r.read() for r in rows)}


def _people(actor: Actor, kind: Literal["doubtful", "update"], cursor: str | None) -> ReviewPage:
    state = "to_check" if kind == "doubtful" else "to_update"
    page = search.search(actor.workspace, search.PeopleQuery(state=state), cursor=cursor, limit=PAGE)
    rows = get_many(store.CandidateItem, [store.CandidateItem.key(actor.workspace, c.id) for c in page.cards])
    people = {c.id: c for c in (r.read() for r in rows)}
    items = [
        ReviewItem(
            kind=kind,
            at=card.created_at,
            candidate=card,
            fields=[*([] if people[card.id].fields.name else ["name"]), *people[card.id].fields.doubtful()],
            proposals=people[card.id].proposals,
        )
        for card in page.cards
        if card.id in people
    ]
    return ReviewPage(items=items, cursor=page.cursor)
