"""What became of a mail: its state, what it means for the person, and their timeline, in one transaction."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from vivier.kernel.actor import system
from vivier.kernel.errors import NotFound
from vivier.kernel.observability import count, logger
from vivier.mail import exposures
from vivier.mail.deliverability import admission, health
from vivier.mail.model import UNTOLD, Message, State
from vivier.mail.store import MessageItem, SentItem
from vivier.people import lists, store
from vivier.people import service as people
from vivier.people.model import Candidate, Event
from vivier.people.timeline import event
from vivier.storage.table import find, get
from vivier.storage.transaction import Transaction, until_settled

FINAL = {State.sent, State.refused, State.cancelled}


def settle(
    workspace: str,
    key: str,
    state: State,
    now: datetime,
    *,
    ses_id: str | None = None,
    reason: str | None = None,
    since: State | None = None,
    claimed: MessageItem | None = None,
    person: store.CandidateItem | None = None,
) -> State:
    """Moves a message to what became of it, with its event and what it means for the person. Idempotent.

    `since`: the state that it must still be in: what another sender has since is theirs to settle. `claimed`, `person`:
    the rows as the sender knows them; read again when somebody changed one meanwhile.
    """
    known = [(claimed, person)] if claimed else []

    def attempt() -> State:
        row, own = known.pop() if known else (None, None)
        row = row or find(MessageItem, MessageItem.key(workspace, key), consistent=True)
        if row is None:  # its person was erased meanwhile: nothing is told of it any more
            return State.cancelled
        message = row.read()
        if message.proven or (message.state in FINAL and state != State.sent):
            return message.state
        if message.state == state or (since and message.state != since):
            return message.state
        transaction = Transaction()
        if state == State.refused:
            message = admission.release(transaction, workspace, message, now)
        settled = message.model_copy(
            update={"state": state, "settled_at": now, "ses_id": ses_id or message.ses_id, "reason": reason}
        )
        if message.message_class in UNTOLD:
            settled = settled.wordless()
        moved = int(settled.waits) - int(message.waits)
        if moved:
            lists.counted(transaction, workspace, "review:mail", moved)
        transaction.save(row.now(workspace, settled))
        if settled.candidate_id and settled.ses_id:
            transaction.save(SentItem.of(workspace, key, settled.ses_id, now))
        if state == State.sent:
            health.count(transaction, workspace, settled, health.SENT, {})
        told = event(f"mail_{state.value}", system(workspace), now, cause=message.template, more=summary(settled))
        done = state == State.sent
        means = partial(_fulfilled, message=settled, now=now) if done else _unchanged
        tell(transaction, workspace, message, told, means, counted=done, own=own)
        transaction.commit()
        if settled.candidate_id:
            count(f"Mail{state.value.capitalize()}")
        else:
            count(f"MemberMail{state.value.capitalize()}")
        return state

    after = until_settled(attempt)
    logger.info("message settled", extra={"message_key": key, "state": after})
    return after


def named(workspace: str, key: str, ses_id: str, sent_at: datetime) -> None:
    """SES says under which id and when it took a mail that is proven to have left: somebody reported on it before."""

    def attempt() -> None:
        row = get(MessageItem, MessageItem.key(workspace, key), consistent=True)
        message = row.read()
        if message.ses_id:  # another event said so at the same time
            return
        transaction = Transaction()
        transaction.save(row.now(workspace, message.model_copy(update={"ses_id": ses_id, "settled_at": sent_at})))
        if message.candidate_id:
            transaction.save(SentItem.of(workspace, key, ses_id, sent_at))
        transaction.commit()

    until_settled(attempt)


def tell(
    transaction: Transaction,
    workspace: str,
    message: Message,
    told: Event,
    change: Callable[[Candidate], Candidate],
    *,
    counted: bool = False,
    own: store.CandidateItem | None = None,
) -> None:
    """A mail to one of us has no timeline to stand on, and one to somebody who was erased has none any more."""
    if message.candidate_id is None:
        return

    def noted(candidate: Candidate) -> Candidate:
        nonlocal change, counted
        # Their own record comes first; the one that it was merged into changes alike.
        if counted and exposures.sent(transaction, workspace, message, candidate, told.at):
            change = exposures.noting(message, change)
        counted = False
        return change(candidate)

    try:
        people.tell(transaction, workspace, message.candidate_id, told, noted, own=own)
    except NotFound:
        logger.info("what is told of a mail has no timeline any more", extra={"message_key": message.key})


def summary(message: Message) -> dict[str, str | None]:
    """What the timeline says of a mail."""
    return {
        "message": message.key,
        "template": message.template,
        "subject": message.subject,
        "to": message.to,
        **({"to_name": message.to_name} if message.to_name else {}),
        "cc": ", ".join(message.cc) or None,
        "author": message.author,
        "reason": message.reason,
    }


def _unchanged(candidate: Candidate) -> Candidate:
    return candidate


def _fulfilled(candidate: Candidate, message: Message, now: datetime) -> Candidate:
    if message.template == "notice":
        return candidate.model_copy(update={"informed_at": candidate.informed_at or now})
    application = candidate.application
    if application and application.message == message.key and not application.acknowledged_at:
        done = application.model_copy(update={"acknowledged_at": now, "held": None})
        return candidate.model_copy(update={"application": done})
    return candidate
