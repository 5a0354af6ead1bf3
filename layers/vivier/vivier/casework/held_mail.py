"""What a human does with a mail that was held: says whose it is, or that nobody needs it."""

from datetime import datetime

from vivier.casework import conversations, correspondence
from vivier.gateways import files
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import Conflict
from vivier.mail.inbound import reading
from vivier.mail.threads import store
from vivier.mail.threads.model import ANYTHING, Received, State
from vivier.people import store as people
from vivier.storage.transaction import Transaction, until_settled


def file_to(actor: Actor, received_id: str, candidate_id: str, job_id: str | None, now: datetime) -> Received:
    """Files a held mail with a person, in their thread about a job or about none.

    Raises NotFound, Conflict (it was filed already; one with a virus stays where it is).
    """
    actor.require(Permission.review)
    received = conversations.received_of(actor, received_id)
    if received.state == State.filed:
        raise Conflict("This mail was filed already.", candidate_id=received.candidate_id)
    if received.reason == "virus":
        raise Conflict("A virus was found in this mail. It cannot be filed.")
    people.load(actor.workspace, candidate_id)
    mail = reading.read(files.read(received.key))
    scope = job_id or (received.scope if received.candidate_id == candidate_id else None) or ANYTHING
    known = received.model_copy(update={"candidate_id": candidate_id, "scope": scope, "kind": mail.kind})
    filed = correspondence.file(known, mail, now, by=actor)
    return correspondence.go_on(filed, now)


def dismiss(actor: Actor, received_id: str, now: datetime) -> Received:
    """Takes a held mail off the list; it can still be filed. Raises NotFound, Conflict."""
    actor.require(Permission.review)
    conversations.received_of(actor, received_id)

    def attempt() -> Received:
        row = store.load(received_id)
        received = row.read()
        if received.state == State.dismissed:
            return received
        if received.state != State.held:
            raise Conflict("This mail does not wait for a decision.", state=received.state)
        done = received.model_copy(update={"state": State.dismissed, "decided_by": actor.id, "updated_at": now})
        transaction = Transaction()
        store.save(transaction, row, done)
        transaction.commit()
        return done

    return until_settled(attempt)
