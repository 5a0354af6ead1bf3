"""Deciding what a newer document or a person's answer suggests: take it over, or leave the record as it is."""

from datetime import datetime

from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import Invalid
from vivier.people import store
from vivier.people.model import ENTRIES, LISTS, Candidate, Entry, Fields, Proposal, Value
from vivier.people.service import commit_person
from vivier.people.timeline import event
from vivier.storage.transaction import Transaction


def decide(actor: Actor, candidate_id: str, proposal_id: str, now: datetime, *, accept: bool) -> tuple[Candidate, int]:
    """Raises NotFound when it was decided already, Invalid for a record that was merged into another."""
    actor.require(Permission.edit_people)
    held = store.belonging(store.ProposalItem, actor.workspace, candidate_id, proposal_id)
    proposal = held.read()
    row = store.load(actor.workspace, candidate_id)
    candidate, version = row.read(), row.number
    if candidate.merged_into:
        raise Invalid("This record was merged into another. Decide there.", candidate_id=candidate.merged_into)
    taken = _accepted(candidate, proposal, actor, now) if accept else candidate
    after = taken.touched(now, proposals=max(0, candidate.proposals - 1))
    told = event(
        "proposal_accepted" if accept else "proposal_refused",
        actor,
        now,
        field=proposal.field,
        before=_text(proposal.current),
        after=_text(proposal.proposed),
        changes=[{"field": proposal.field}] if accept else None,
        document_id=proposal.document_id,
        ask_id=proposal.answer.ask_id if proposal.answer else None,
        version=version + 1,
    )
    transaction = Transaction()
    # Gone already means decided already: the condition keeps two deciders apart.
    transaction.delete(held, when=store.ProposalItem.pk.exists())
    after = store.write(transaction, actor.workspace, row, after, [told])
    for part in store.on_the_way(actor.workspace, held.pk, candidate_id):
        one = part.read()
        store.write(transaction, actor.workspace, part, one.touched(now, proposals=max(0, one.proposals - 1)))
    commit_person(transaction, actor.workspace, candidate_id, version)
    return after, version + 1


def _accepted(candidate: Candidate, proposal: Proposal, actor: Actor, now: datetime) -> Candidate:
    fields = _taken(candidate.fields, proposal, actor, now)
    if proposal.answer is None or proposal.field != "emails" or candidate.mailable:
        return candidate.model_copy(update={"fields": fields})
    # A bounce stopped the address that stands first; the one that they gave instead may be written to.
    fields.emails.insert(0, fields.emails.pop())
    return candidate.model_copy(update={"fields": fields, "mailable": True})


def _taken(fields: Fields, proposal: Proposal, actor: Actor, now: datetime) -> Fields:
    taken = fields.model_copy(deep=True)
    proposed = proposal.proposed
    if isinstance(proposed, Value):
        agreed = proposed.model_copy(update={"confirmed": True, "by": actor.id or None, "at": now})
        if proposal.field in LISTS:
            getattr(taken, proposal.field).append(agreed)
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


def _text(held: Value | Entry | None) -> str | None:
    if isinstance(held, Entry):
        return ", ".join(v.value for k, v in held.values().items() if k != "description")
    return held.value if held else None
