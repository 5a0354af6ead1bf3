"""A mail that waits: until it leaves it can be stopped, which gives its draft back, changed, or sent at once."""

from datetime import datetime

from pydantic import Field

from vivier.casework import attaching, letters, writing
from vivier.gateways import workflows
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import Instant
from vivier.kernel.errors import Conflict, VersionMissing, VersionStale
from vivier.mail import outbox
from vivier.mail.drafts import Draft
from vivier.mail.model import Message, State
from vivier.mail.store import MessageItem
from vivier.mail.threads import sending
from vivier.people import store
from vivier.people.model import Strict
from vivier.people.timeline import event
from vivier.storage.transaction import Lost, Transaction, until_settled


class Rewriting(Strict):
    draft: Draft
    at: Instant | None = None


class TakenBack(Strict):
    """A mail that was stopped, to be written on."""

    draft: Draft
    at: Instant | None = Field(default=None, description="When it was to leave, had somebody chosen that.")


def _waiting(actor: Actor, candidate_id: str, key: str) -> tuple[MessageItem, Message, Draft]:
    """A colleague's mail to this person. Raises NotFound, Conflict (no colleague wrote it)."""
    actor.require(Permission.write_mails)
    row = letters.row(actor, candidate_id, key)
    message = row.read()
    if message.draft is None:
        raise Conflict("This mail is the product's own answer: take back the act that it belongs to.")
    return row, message, message.draft


def stop(actor: Actor, candidate_id: str, key: str, now: datetime) -> TakenBack:
    """Takes a mail back while it waits; its draft comes back. Raises NotFound, Conflict (it has left, or may have)."""

    def attempt() -> TakenBack:
        _, message, draft = _waiting(actor, candidate_id, key)
        chosen = message.due_at > message.created_at + writing.UNDO
        back = TakenBack(draft=draft, at=message.due_at if chosen else None)
        if message.state == State.cancelled:
            return back
        transaction = Transaction()
        stopped = outbox.cancel(transaction, actor.workspace, key, "stopped")
        sending.withdrawn(transaction, actor.workspace, stopped)
        writing.tell(
            transaction,
            actor,
            message,
            event("mail_cancelled", actor, now, cause="stopped", more=writing.said(stopped)),
        )
        transaction.commit()
        return back

    return until_settled(attempt)


def rewrite(
    actor: Actor, candidate_id: str, key: str, version: int | None, wanted: Rewriting, now: datetime
) -> tuple[Message, int]:
    """Other words, another instant, for a mail that waits. Raises NotFound, Conflict, Invalid, VersionStale."""
    row, before, _ = _waiting(actor, candidate_id, key)
    if version is None:
        raise VersionMissing("Say which version you change: send its ETag in If-Match.")
    if row.number != version:
        raise VersionStale("Someone else changed this mail meanwhile.", fields=["draft"], version=row.number)
    desk, leaves = writing.desk_of(actor, wanted.draft), writing.due(wanted.at, now)
    person = store.load(actor.workspace, before.candidate_id or candidate_id).read()
    message = writing.composed(key, desk, wanted.draft, person, now, leaves)
    attaching.keep(actor.workspace, desk.along)
    transaction = Transaction()
    writing.allowed(transaction, actor, person, passed_on=message.passed_on)
    outbox.rewrite(transaction, actor.workspace, row, message)
    sending.announced(transaction, actor.workspace, message)
    writing.tell(
        transaction, actor, message, event("mail_changed", actor, now, cause="written", more=writing.said(message))
    )
    try:
        transaction.commit()
    except Lost as lost:
        raise Conflict("This mail has just left, or somebody changed it.", message_key=key) from lost
    return message, version + 1


def send_now(actor: Actor, candidate_id: str, key: str, now: datetime) -> Message:
    """Lets a mail leave that waits. One that has left already stays as it is. Raises NotFound, Conflict (stopped)."""

    def attempt() -> Message:
        row, message, _ = _waiting(actor, candidate_id, key)
        if message.state == State.cancelled:
            raise Conflict("This mail was stopped.", message_key=key)
        if message.state != State.pending or message.due_at <= now:
            return message
        sooner = message.model_copy(update={"due_at": now})
        transaction = Transaction()
        outbox.rewrite(transaction, actor.workspace, row, sooner)
        sending.announced(transaction, actor.workspace, sooner)
        writing.tell(
            transaction, actor, message, event("mail_changed", actor, now, cause="sent_now", more=writing.said(sooner))
        )
        transaction.commit()
        return sooner

    message = until_settled(attempt)
    if message.state == State.pending:
        workflows.wake_sender(actor.workspace, key)
    return message
