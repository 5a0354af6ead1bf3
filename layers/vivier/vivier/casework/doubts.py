"""Whether two people are one: told apart, or settled by a merge until it is taken back.

A doubt keeps the two records that it was found on, and is about the people that these are now: whatever is decided of
two people is decided of all their records.
"""

from datetime import datetime
from typing import Literal

from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import Conflict
from vivier.people import pairs, store
from vivier.people.model import Candidate
from vivier.people.timeline import event
from vivier.storage.transaction import Transaction, until_settled

Answer = Literal["refused", "open"]


def refuse(actor: Actor, candidate_id: str, other_id: str, now: datetime) -> None:
    """Two different people: nobody is asked again. Raises Conflict when nobody asked, or the two are one by now."""
    _answer(actor, candidate_id, other_id, "refused", now)


def reopen(actor: Actor, candidate_id: str, other_id: str, now: datetime) -> None:
    """Takes a refusal back. Raises Conflict as `refuse` does."""
    _answer(actor, candidate_id, other_id, "open", now)


def settle(transaction: Transaction, survivor: Candidate, other: Candidate, actor: Actor) -> None:
    """In the transaction of their merge: what was asked or answered of these two is no question any more."""
    for row in pairs.between(actor.workspace, survivor.everyone(), other.everyone()):
        pair = row.read()
        merged = pair.model_copy(update={"state": "merged", "was": pair.state})
        pairs.decide(transaction, actor.workspace, row, merged)


def raise_again(transaction: Transaction, survivor: Candidate, other: Candidate, actor: Actor) -> None:
    """In the transaction that takes their merge back: each doubt is what it was before."""
    for row in pairs.between(actor.workspace, survivor.everyone(), other.everyone()):
        pair = row.read()
        if pair.state == "merged":
            asked = pair.model_copy(update={"state": pair.was, "was": "open"})
            pairs.decide(transaction, actor.workspace, row, asked)


def _answer(actor: Actor, candidate_id: str, other_id: str, answer: Answer, now: datetime) -> None:
    actor.require(Permission.review)

    def attempt() -> None:
        (one, its), (other, theirs) = (_person(actor.workspace, i) for i in (candidate_id, other_id))
        held = [(row, row.read()) for row in pairs.between(actor.workspace, its, theirs)]
        if not held:
            raise Conflict("Nobody suggested that these two are one.")
        if any(pair.state == "merged" for _, pair in held):
            raise Conflict("These two are merged. Take that back first.")
        asked = [(row, pair) for row, pair in held if pair.state != answer]
        if not asked:
            return
        transaction = Transaction()
        for row, pair in asked:
            answered = pair.model_copy(update={"state": answer, "decided_by": actor.id or None})
            pairs.decide(transaction, actor.workspace, row, answered)
        if answer == "refused":
            for mine, apart in ((one, other), (other, one)):
                told = event("suggestion_refused", actor, now, other_id=apart)
                transaction.create(store.EventItem.of(actor.workspace, mine, told))
        transaction.commit()

    until_settled(attempt)


def _person(workspace: str, candidate_id: str) -> tuple[str, set[str]]:
    """Who this is today, and every record that they are."""
    row = store.standing(workspace, candidate_id)
    if row is None:
        return candidate_id, {candidate_id}
    person = row.read()
    return person.id, person.everyone()
