"""Deciding what a newer document or a person's answer suggests: take it over, leave the record as it is, and back."""

from datetime import datetime
from typing import Literal

from vivier.casework.erasure import returning
from vivier.casework.profiles import same
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import Conflict, Invalid, NotFound
from vivier.people import store
from vivier.people.decided import KEPT, Decided, DecidedItem
from vivier.people.fields import ENTRIES, LISTS, Entry, Fields, Value
from vivier.people.model import Candidate, Proposal
from vivier.people.service import commit_person
from vivier.people.timeline import event
from vivier.storage.table import find
from vivier.storage.transaction import Transaction

How = Literal["accepted", "refused", "reopened"]


def decide(
    actor: Actor, candidate_id: str, proposal_id: str, now: datetime, *, accept: bool, came_back: bool = False
) -> tuple[Candidate, int]:
    """Raises NotFound when it was decided already, Invalid for a record that was merged into another, AskedToBeErased
    with `erased_at` and `contacts`, unless a human says that whoever has this contact came back.
    """
    actor.require(Permission.edit_people)
    held = store.belonging(store.ProposalItem, actor.workspace, candidate_id, proposal_id)
    proposal = held.read()
    row, candidate = _open(actor, candidate_id)
    taken = _accepted(candidate, proposal, actor, now) if accept else candidate
    decided = Decided.of(proposal, str(held.pk).rpartition("#")[2], candidate, taken if accept else None, now)
    marks = returning.marked(actor.workspace, taken.fields, came_back=came_back, before=candidate.fields)
    transaction = Transaction()
    returning.welcome(transaction, actor.workspace, marks)
    # Gone already means decided already: the condition keeps two deciders apart.
    transaction.delete(held, when=store.ProposalItem.pk.exists())
    transaction.save(DecidedItem.of(actor.workspace, candidate_id, decided))
    how: How = "accepted" if accept else "refused"
    return _settled(transaction, actor, row, taken, decided, how, now, came_back=True if marks else None)


def reopen(actor: Actor, candidate_id: str, proposal_id: str, now: datetime) -> tuple[Candidate, int]:
    """Takes a decision back, within a day: the field is as it was, and the proposal waits again.

    Raises NotFound when there is nothing to take back (any more), Conflict when the field was changed since, Invalid
    for a record that was merged into another.
    """
    actor.require(Permission.edit_people)
    held = find(DecidedItem, DecidedItem.key(actor.workspace, candidate_id, proposal_id), consistent=True)
    decided = held.read() if held else None
    if held is None or decided is None or now > decided.at + KEPT:
        raise NotFound("That was not decided, or too long ago to be taken back.")
    row, candidate = _open(actor, candidate_id)
    back = decided.taken_back(candidate) if decided.owner in candidate.everyone() else None
    if back is None:
        raise Conflict("The record was changed since.", field=decided.proposal.field)
    transaction = Transaction()
    transaction.delete(held, when=DecidedItem.pk.exists())
    transaction.create(store.ProposalItem.of(actor.workspace, decided.owner, decided.proposal))
    return _settled(transaction, actor, row, back, decided, "reopened", now)


def _open(actor: Actor, candidate_id: str) -> tuple[store.CandidateItem, Candidate]:
    row = store.load(actor.workspace, candidate_id)
    candidate = row.read()
    if candidate.merged_into:
        raise Invalid("This record was merged into another. Decide there.", candidate_id=candidate.merged_into)
    return row, candidate


def _settled(
    transaction: Transaction,
    actor: Actor,
    row: store.CandidateItem,
    after: Candidate,
    decided: Decided,
    how: How,
    now: datetime,
    came_back: Literal[True] | None = None,
) -> tuple[Candidate, int]:
    """Writes and tells it. What waits is counted on the record, and on those merged into it on the way."""
    version, waits = row.number, 1 if how == "reopened" else -1
    proposal = decided.proposal
    told = event(
        f"proposal_{how}",
        actor,
        now,
        field=proposal.field,
        before=_text(proposal.current),
        after=_text(proposal.proposed),
        changes=[{"field": proposal.field}] if decided.accepted else None,
        document_id=proposal.document_id,
        ask_id=proposal.answer.ask_id if proposal.answer else None,
        came_back=came_back,
        version=version + 1,
    )
    after = after.touched(now, proposals=max(0, after.proposals + waits))
    after = store.write(transaction, actor.workspace, row, after, [told])
    for part in store.on_the_way(actor.workspace, store.partition(actor.workspace, decided.owner), after.id):
        one = part.read()
        store.write(transaction, actor.workspace, part, one.touched(now, proposals=max(0, one.proposals + waits)))
    commit_person(transaction, actor.workspace, after.id, version)
    return after, version + 1


def _accepted(candidate: Candidate, proposal: Proposal, actor: Actor, now: datetime) -> Candidate:
    fields, proposed = _taken(candidate.fields, proposal, actor, now), proposal.proposed
    stopped = proposal.answer is not None and proposal.field == "emails" and not candidate.mailable
    if not stopped or not isinstance(proposed, Value):
        return candidate.model_copy(update={"fields": fields})
    # A bounce stopped the address that stands first; the one that they gave instead may be written to.
    fields.emails.insert(0, fields.emails.pop(_place("emails", fields.emails, proposed)))
    return candidate.model_copy(update={"fields": fields, "mailable": True})


def _taken(fields: Fields, proposal: Proposal, actor: Actor, now: datetime) -> Fields:
    taken = fields.model_copy(deep=True)
    proposed = proposal.proposed
    if isinstance(proposed, Value):
        agreed = proposed.model_copy(update={"confirmed": True, "by": actor.id or None, "at": now})
        if proposal.field in LISTS:
            values: list[Value] = getattr(taken, proposal.field)
            n = _place(proposal.field, values, agreed)
            values[n : n + 1] = [_confirmed(held, agreed) for held in values[n : n + 1]] or [agreed]
        else:
            setattr(taken, proposal.field, agreed)
    elif proposal.field in ENTRIES:
        entries: list[Entry] = getattr(taken, proposal.field)
        place = next((n for n, e in enumerate(entries) if e.id == proposed.id), None)
        if place is None:
            entries.insert(0, proposed)
        else:
            entries[place] = proposed
    return taken


def _place(field: str, values: list[Value], said: Value) -> int:
    """Where a list says the same already, however it came there meanwhile; its end where it does not."""
    return next((n for n, value in enumerate(values) if same(field, said, value)), len(values))


def _confirmed(held: Value, agreed: Value) -> Value:
    """The value that the record holds, with its own place on the page, as sure as the one that says the same."""
    sure = {"confirmed": True, "by": agreed.by, "at": agreed.at, "level": agreed.level or held.level}
    return held.model_copy(update=sure)


def _text(held: Value | Entry | None) -> str | None:
    if isinstance(held, Entry):
        return ", ".join(v.value for k, v in held.values().items() if k != "description")
    return held.value if held else None
