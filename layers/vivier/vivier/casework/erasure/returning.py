"""Somebody who asked to be erased is not sourced again, unless they came back themselves: they applied, or wrote to us.

Whoever adds them, or puts a contact of theirs on another record, says so; from then on nothing keeps it apart any more.
What nobody is there to say it of (a file, an answer) waits as a proposal.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from vivier.kernel.clock import iso
from vivier.kernel.errors import AskedToBeErased
from vivier.kernel.ids import new_id
from vivier.people.fields import Fields, Value
from vivier.people.identity import CONTACTS, Claim, contact_claim, contacts
from vivier.people.model import Candidate, Proposal
from vivier.privacy import store
from vivier.privacy.store import MarkItem
from vivier.storage.transaction import Transaction

Marks = dict[Claim, datetime]  # when whoever has this contact was erased


def marked(workspace: str, fields: Fields, *, came_back: bool, before: Fields | None = None) -> Marks:
    """What is kept of the contacts of somebody new, or of those that a change adds to what the record held before: one
    BatchGet, none without any. Raises AskedToBeErased, with when and of which, unless a human says that they came back
    themselves.
    """
    said = contacts(fields)
    marks = _kept_of(workspace, said.keys() - contacts(before or Fields()).keys())
    if marks and not came_back:
        raise AskedToBeErased(
            "Whoever has this contact asked to be erased. Add it only if they came back themselves.",
            erased_at=iso(max(marks.values())),
            contacts=sorted(said[claim] for claim in marks),
        )
    return marks


def _kept_of(workspace: str, wanted: Iterable[Claim]) -> Marks:
    hashes = {store.hash_of(workspace, claim.value): claim for claim in wanted}
    rows = store.marks(workspace, hashes) if hashes else []
    return {hashes[row.pk.rpartition("#")[2]]: row.read().erased_at for row in rows}


def welcome(transaction: Transaction, workspace: str, marks: Mapping[Claim, datetime]) -> None:
    """In the transaction that writes the record: they are here again by their own will."""
    hashes = sorted(store.hash_of(workspace, claim.value) for claim in marks)
    transaction.delete(*(MarkItem(*MarkItem.key(workspace, one)) for one in hashes))


def kept_apart(
    workspace: str, before: Fields, after: Candidate, proposals: list[Proposal], document_id: str, now: datetime
) -> tuple[Candidate, list[Proposal]]:
    """A record that a document enriched, without the contacts of who asked to be erased: these wait as proposals that
    say since when, before the others. One BatchGet, none where the document says no contact that the record has not.
    """
    said = contacts(after.fields).keys() | {claim for p in proposals if (claim := _claim(p))}
    marks = _kept_of(workspace, said - contacts(before).keys())
    if not marks:
        return after, proposals
    fields = after.fields.model_copy()
    apart: list[Proposal] = []
    for name in CONTACTS:
        values: list[Value] = getattr(fields, name)
        theirs = [v for v in values if contact_claim(name, v.value) in marks]
        setattr(fields, name, [v for v in values if v not in theirs])
        apart += [
            Proposal(id=new_id("pro", now), field=name, proposed=v, document_id=document_id, at=now) for v in theirs
        ]
    return after.model_copy(update={"fields": fields}), _dated([*apart, *proposals], marks)


def told(workspace: str, before: Fields, proposals: list[Proposal]) -> list[Proposal]:
    """Proposals that say since when whoever has their contact asked to be erased: one BatchGet, none without any."""
    said = {claim for p in proposals if (claim := _claim(p))}
    return _dated(proposals, _kept_of(workspace, said - contacts(before).keys()))


def _dated(proposals: list[Proposal], marks: Marks) -> list[Proposal]:
    return [p.model_copy(update={"erased_at": marks[claim]}) if (claim := _claim(p)) in marks else p for p in proposals]


def _claim(proposal: Proposal) -> Claim | None:
    proposed = proposal.proposed
    return contact_claim(proposal.field, proposed.value) if isinstance(proposed, Value) else None
