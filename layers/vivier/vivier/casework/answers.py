"""What is said to people because of how they came: an acknowledgement to who applied, the notice to who was found."""

from datetime import datetime

from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import Conflict, Invalid
from vivier.kernel.ids import new_id
from vivier.mail import outbox, service, settling
from vivier.mail.model import Message, State
from vivier.mail.store import MessageItem
from vivier.people import promises, store
from vivier.people.model import Candidate, Event, Relation
from vivier.people.service import commit_person
from vivier.people.timeline import event, in_order
from vivier.people.writable import cannot_write, refuse_unwritable
from vivier.storage.table import get
from vivier.storage.transaction import Transaction
from vivier.team import service as team


def owed(
    workspace: str, candidate: Candidate, relation: Relation, actor: Actor, now: datetime, *, again: str = ""
) -> tuple[Candidate, Message | None, list[Event]]:
    """The candidate with what is now owed, the message to put in the outbox (if one can leave), and its events."""
    if relation == "found":
        return promises.found(candidate, now), None, []
    before = candidate.application
    candidate = promises.applied(candidate, now)
    application = candidate.application
    assert application is not None
    told = [] if application == before else [event("application_received", actor, now, source=candidate.origin.source)]
    if application.message or application.acknowledged_at:
        return candidate, None, told
    held = cannot_write(candidate)
    message = None if held else _written(workspace, candidate, now, again)
    if message is None:
        kept = application.model_copy(update={"held": held or "template"})
        return candidate.model_copy(update={"application": kept}), None, told
    queued = application.model_copy(update={"message": message.key, "held": None})
    told.append(event("mail_queued", actor, now, cause="application", more=settling.summary(message)))
    return candidate.model_copy(update={"application": queued}), message, told


def _written(workspace: str, candidate: Candidate, now: datetime, again: str) -> Message | None:
    """None when the workspace's template cannot be filled in: that keeps the answer, never the person, from coming."""
    try:
        return acknowledgement(workspace, candidate, now, again)
    except Invalid:
        return None


def _again(workspace: str, key: str | None) -> str:
    """What tells a new try from the message that failed for good. Raises Conflict while that one may still arrive."""
    if key is None:
        return ""
    if get(MessageItem, MessageItem.key(workspace, key)).read().state not in (State.refused, State.cancelled):
        raise Conflict("The answer is on its way or was sent already.", message_key=key)
    return f"-{new_id('try')}"


def acknowledgement(workspace: str, candidate: Candidate, now: datetime, again: str = "") -> Message:
    application = candidate.application
    assert application is not None
    return service.compose(
        "acknowledgement", f"ack-{application.id}{again}", candidate, team.workspace(workspace), now, now
    )


def acknowledge(actor: Actor, candidate_id: str, now: datetime) -> str:
    """Queues the answer that was held, once what held it is mended; returns its key. Raises Conflict, Invalid."""
    actor.require(Permission.edit_people)
    row = store.load(actor.workspace, candidate_id)
    candidate = row.read()
    if candidate.application is None:
        raise Conflict("This person has not applied.")
    refuse_unwritable(candidate)
    again = _again(actor.workspace, candidate.application.message)
    candidate = candidate.model_copy(update={"application": candidate.application.model_copy(update={"message": None})})
    candidate, message, told = owed(actor.workspace, candidate, "applied", actor, now, again=again)
    if candidate.application and candidate.application.held == "template":
        acknowledgement(actor.workspace, candidate, now)  # says what is missing
    if message is None:
        raise Conflict("There is nothing to send.")
    _queue(actor, row, candidate, message, told, now)
    return message.key


def inform(actor: Actor, candidate_id: str, now: datetime) -> str:
    """Queues the notice of GDPR art. 14; returns its key. Raises Conflict when the person knows or it is queued."""
    actor.require(Permission.edit_people)
    row = store.load(actor.workspace, candidate_id)
    candidate = row.read()
    if candidate.informed_at or not candidate.notice_due_at:
        raise Conflict("This person was informed already, or need not be.")
    refuse_unwritable(candidate)
    key = f"notice-{candidate.id}{_again(actor.workspace, candidate.notice_message)}"
    message = service.compose("notice", key, candidate, team.workspace(actor.workspace), now, now)
    told = event("mail_queued", actor, now, cause="notice", more=settling.summary(message))
    _queue(actor, row, candidate.model_copy(update={"notice_message": key}), message, [told], now)
    return key


def informed_otherwise(actor: Actor, candidate_id: str, now: datetime) -> None:
    """Someone told the person by other means: by phone, say."""
    actor.require(Permission.edit_people)
    row = store.load(actor.workspace, candidate_id)
    candidate = row.read()
    if candidate.informed_at or not candidate.notice_due_at:
        raise Conflict("This person was informed already, or need not be.")
    version = row.number
    transaction = Transaction()
    after = candidate.touched(now, informed_at=now)
    store.write(transaction, actor.workspace, row, after, [event("informed", actor, now, version=version + 1)])
    commit_person(transaction, actor.workspace, candidate_id, version)


def _queue(
    actor: Actor, row: store.CandidateItem, after: Candidate, message: Message, told: list[Event], now: datetime
) -> None:
    version = row.number
    transaction = Transaction()
    outbox.put(transaction, actor.workspace, message)
    store.write(transaction, actor.workspace, row, after.touched(now), in_order(told))
    commit_person(transaction, actor.workspace, after.id, version)
