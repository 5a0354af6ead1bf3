"""What ends or holds an enrolment: a reply, a bounce, a complaint, an unsubscription, another stage, a merge.

Each stands in the transaction of what stops it: the row's epoch is raised, so that a mail that was made before does not
leave, even when it is due. An auto-reply stops nothing; what is owed to the person goes all the same.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from vivier.hiring import store as hiring
from vivier.hiring.model import Application
from vivier.kernel.actor import Actor, system
from vivier.mail import settling
from vivier.mail.model import Message, State
from vivier.mail.store import MessageItem
from vivier.people import store as people
from vivier.people.enrolled import EnrolmentItem, lead, unwatch
from vivier.people.timeline import event
from vivier.sequences import rules, service, store
from vivier.sequences.model import UNDO, Enrolment, EnrolmentState, SequenceVersion, StopReason
from vivier.storage.table import find
from vivier.storage.transaction import Transaction

SKEW = timedelta(minutes=10)  # of the clocks of whoever tells when something happened
STOPPED, PAUSED = EnrolmentState.stopped, EnrolmentState.paused


def end(
    transaction: Transaction,
    workspace: str,
    row: EnrolmentItem,
    e: Enrolment,
    reason: StopReason,
    now: datetime,
    *,
    state: EnrolmentState = STOPPED,
    because: str | None = None,
    actor: Actor | None = None,
    silent: bool = False,
) -> Enrolment:
    """Puts the end (or a pause) of one enrolment into a transaction: two Gets. `silent`: there is no timeline left."""
    after = e.over(state, reason, now, because)
    if reason in (StopReason.reply, StopReason.reply_held):
        after = after.model_copy(update={"replied_at": now})
    cancel_mail(transaction, workspace, e, reason.value, now, None if silent else actor or system(workspace))
    ever = store.tally(workspace, e.sequence_id).ever(state) if e.state != state else 0
    after = store.write(transaction, workspace, row, e, after, ever=ever)
    if not silent:
        kind = {STOPPED: "sequence_stopped", PAUSED: "sequence_paused"}.get(state, "sequence_removed")
        said = about(e) | {"reason": reason.value, "because": because}
        told = event(kind, actor or system(workspace), now, cause="sequence", more=said)
        transaction.create(people.EventItem.of(workspace, e.candidate_id, told))
    return after


def about(e: Enrolment) -> dict[str, object]:
    """What every event of an enrolment says."""
    return {
        "sequence_id": e.sequence_id,
        "sequence_name": e.sequence_name,
        "enrolment": e.id,
        "version": e.version,
        "step": len(e.done) + 1,
        "step_id": e.step_id,
        "job_id": e.job_id,
    }


def cancel_mail(
    transaction: Transaction, workspace: str, e: Enrolment, reason: str, now: datetime, by: Actor | None
) -> bool:
    """Takes the mail that is under way out of the outbox while it waits there, and says so on the timeline (`by` None:
    there is none left); a Get. Whether it may have left.
    """
    if e.message_key is None:
        return False
    row = find(MessageItem, MessageItem.key(workspace, e.message_key), consistent=True)
    if row is None or (message := row.read()).state == State.cancelled:
        return False
    if message.state != State.pending:
        return message.state != State.refused  # the epoch stops it, or it has left
    over = message.model_copy(update={"state": State.cancelled, "reason": f"the sequence: {reason}"})
    transaction.save(row.now(workspace, over))
    if by:
        told = event("mail_cancelled", by, now, cause="stopped", more=settling.summary(over))
        transaction.create(people.EventItem.of(workspace, e.candidate_id, told))
    return False


def live(workspace: str, candidate_ids: Iterable[str]) -> list[tuple[EnrolmentItem, Enrolment]]:
    """What these records are enrolled in and not through with: a Query each."""
    rows = [row for one in candidate_ids for row in store.enrolments_of(workspace, one)]
    return [(row, e) for row in rows if (e := store.read(row)).live]


def everything(
    transaction: Transaction,
    workspace: str,
    ids: Iterable[str],
    reason: StopReason,
    now: datetime,
    *,
    because: str | None = None,
    actor: Actor | None = None,
    before: datetime | None = None,
) -> int:
    """Stops all that these records are enrolled in; how many it was. A Query a record, and two Gets for each.

    `before`: when what stops it happened; who was enrolled, or sent on by a human, after that is not stopped by it.
    """
    stopped = 0
    for row, e in live(workspace, ids):
        if before and before < (e.since or e.enrolled_at) - SKEW:
            continue
        if e.state == PAUSED and e.reason == reason:
            continue
        end(transaction, workspace, row, e, reason, now, because=because, actor=actor)
        stopped += 1
    return stopped


def hold(transaction: Transaction, workspace: str, candidate_id: str, now: datetime, because: str) -> None:
    """Somebody answered with a token of the person's, and a human has yet to say who: nothing goes on until then."""
    for held, e in live(workspace, _standing(workspace, candidate_id)):
        if e.state == EnrolmentState.active:
            end(transaction, workspace, held, e, StopReason.reply_held, now, state=PAUSED, because=because)


def unanswered(
    transaction: Transaction, actor: Actor, candidate_id: str, because: str, now: datetime
) -> list[Enrolment]:
    """What an answer ended that was not theirs stands as before; those enrolments. Who looks at one of them since, or
    let it go on by hand, decided: it stays. A Query a record, and a Get for each.
    """
    again = []
    for one in sorted(_standing(actor.workspace, candidate_id)):
        for row in store.enrolments_of(actor.workspace, one):
            e = store.read(row)
            if e.state != STOPPED or e.reason != StopReason.reply or e.because != because:
                continue
            back = rules.as_before(e, now + UNDO)
            ever = store.tally(actor.workspace, e.sequence_id).ever(back.state)
            armed = back.wake_at is not None and back.wake_at - now < store.HORIZON
            again.append(store.write(transaction, actor.workspace, row, e, back, ever=ever, armed=armed))
            kind = "sequence_paused" if back.state == PAUSED else "sequence_resumed"
            said = about(e) | {"reason": back.reason, "because": back.because}
            told = event(kind, actor, now, cause="unfiled", more=said)
            transaction.create(people.EventItem.of(actor.workspace, e.candidate_id, told))
    return again


BY_FATE = {"mail_bounced": StopReason.bounce, "mail_complained": StopReason.complaint}


def on_delivery(
    transaction: Transaction, workspace: str, message: Message, kind: str, at: datetime, lasting: bool
) -> None:
    """What SES says of a mail to a person, whichever mail it was: a lasting bounce and a complaint stop sequences."""
    reason = BY_FATE.get(kind)
    if reason is None or message.candidate_id is None or (reason == StopReason.bounce and not lasting):
        return
    if message.passed_on:
        return
    ids = _standing(workspace, message.candidate_id)
    everything(transaction, workspace, ids, reason, at, because=message.key, before=at)


def _standing(workspace: str, candidate_id: str) -> set[str]:
    """A record and the one that it was merged into."""
    row = people.standing(workspace, candidate_id)
    return {candidate_id, row.read().id} if row else {candidate_id}


def as_answered(
    row: EnrolmentItem, e: Enrolment, version: SequenceVersion, application: Application | None, now: datetime
) -> Enrolment:
    """What becomes of an enrolment by what disturbed it: also shown as such before that is written."""
    moved = rules.moved_on(e, version, application)
    if e.live and moved:
        because = e.moved_in[-1].partition("#")[0] if e.moved_in and e.job_id is None else None
        return e.over(STOPPED, StopReason.stage_changed, now, because)
    if e.state == STOPPED and e.reason == StopReason.stage_changed and not moved and row.disturbed == "undone":
        return e.going_on(now)
    return e


def answer(workspace: str, row: EnrolmentItem, e: Enrolment, now: datetime) -> None:
    """Answers what disturbed an enrolment (`people/enrolled.py`): the person's application moved, or a move of it was
    undone. Three reads and a transaction.
    """
    version = service.version(workspace, e.sequence_id, e.version)
    held = hiring.application(workspace, e.candidate_id, e.job_id) if e.job_id else None
    after = as_answered(row, e, version, hiring.read(held) if held else None, now)
    transaction = Transaction()
    if e.live and after.state == STOPPED:
        end(transaction, workspace, row, e, StopReason.stage_changed, now, because=after.because)
    elif after.live and not e.live:
        ever = store.tally(workspace, e.sequence_id).ever(after.state)
        store.write(transaction, workspace, row, e, after, ever=ever)
        told = event("sequence_resumed", system(workspace), now, cause="undone", more=about(e))
        transaction.create(people.EventItem.of(workspace, e.candidate_id, told))
    else:
        store.write(transaction, workspace, row, e, e)
        if e.job_id is None and not (e.live and rules.watches(e, version)):
            unwatch(transaction, workspace, e.candidate_id, e.sequence_id)
    transaction.commit()


def merged(transaction: Transaction, actor: Actor, ids: Iterable[str], into: str, now: datetime) -> None:
    """What an absorbed record was enrolled in ends; the other record goes on with its own, which is told of the
    moves of both.
    """
    for one in sorted(ids):
        lead(transaction, actor.workspace, one, into)
    everything(transaction, actor.workspace, sorted(ids), StopReason.merged, now, because=into, actor=actor)


def unmerged(
    transaction: Transaction, actor: Actor, record: str, ids: Iterable[str], out_of: str, now: datetime
) -> None:
    """What their merge ended goes on where it was: a Query a record. `ids`: the record, and what was merged into it."""
    for one in sorted(ids):
        lead(transaction, actor.workspace, one, record if one != record else None)
        for row in store.enrolments_of(actor.workspace, one):
            e = store.read(row)
            if e.state == STOPPED and e.reason == StopReason.merged and e.because == out_of:
                ever = store.tally(actor.workspace, e.sequence_id).ever(EnrolmentState.active)
                store.write(transaction, actor.workspace, row, e, e.going_on(now), ever=ever)
                told = event("sequence_resumed", actor, now, cause="unmerged", more=about(e))
                transaction.create(people.EventItem.of(actor.workspace, e.candidate_id, told))
