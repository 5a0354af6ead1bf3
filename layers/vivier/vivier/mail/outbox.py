"""The outbox: the only code that asks SES to send (contracts.md §3).

claim (person may be mailed, epochs unmoved) → one call, one attempt → sent. A proof that SES refused puts it back;
anything else leaves it unknown, to be settled by SES's own Send event, and never sent again by itself.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from vivier.gateways import mailer
from vivier.kernel.actor import Actor, Permission, system
from vivier.kernel.errors import Conflict, NotFound
from vivier.kernel.observability import count, logger
from vivier.kernel.settings import settings
from vivier.mail import attachments, clicks, exposures, fates, mime
from vivier.mail.deliverability import admission, health, suppression, ways_out
from vivier.mail.deliverability.model import Decision, Outcome, Why, outcome
from vivier.mail.deliverability.pace import pace
from vivier.mail.model import TOKEN, Kept, Message, State
from vivier.mail.settling import named, settle, summary, tell
from vivier.mail.store import GuardedItem, MessageItem
from vivier.mail.threads import sending
from vivier.mail.threads.store import ThreadItem
from vivier.people import lists, store
from vivier.people.timeline import event
from vivier.storage.table import Item, Key, find, get, get_many
from vivier.storage.transaction import Lost, Transaction, until_settled
from vivier.team import links
from vivier.team.model import MemberState
from vivier.team.store import ListedMember, WorkspaceItem

LEASE = timedelta(minutes=2)  # longer than the sending function may run
ATTEMPTS = 8
LASTS = ("ses_quota", "ses_stopped")  # until it frees, until the stop is lifted: no attempt counts


def put(transaction: Transaction, workspace: str, message: Message) -> None:
    """Adds a message to the transaction of the act that owes it."""
    transaction.create(MessageItem.of(workspace, message))


def cancel(transaction: Transaction, workspace: str, key: str, reason: str) -> Message:
    """Stops a message that waits, in the transaction of the act that takes it back; that act tells the timeline.

    Raises NotFound, Conflict when it has left or may have. Should a sender claim it meanwhile, the commit is Lost.
    """
    row = get(MessageItem, MessageItem.key(workspace, key), consistent=True)
    message = row.read()
    if message.state == State.cancelled:
        return message
    if message.state != State.pending:
        raise Conflict("This mail has left already.", message_key=key)
    cancelled = message.model_copy(update={"state": State.cancelled, "reason": reason})
    transaction.save(row.now(workspace, cancelled))
    return cancelled


def rewrite(transaction: Transaction, workspace: str, row: MessageItem, after: Message) -> None:
    """Puts other words or another instant into a message that waits. Raises Conflict when it has left or may have.

    Should a sender claim it meanwhile, the commit is Lost.
    """
    if row.read().state != State.pending:
        raise Conflict("This mail has left already.", message_key=after.key)
    transaction.save(row.now(workspace, after))


def send(workspace: str, key: str, now: datetime, *, row: MessageItem | None = None, tries: int = 3) -> State:
    """Sends one message if it is due and nobody else has it. Safe to call any number of times, at once too.

    `row`: the message as its queue lists it, which may be old: its version is the claim's condition. `tries`: how often
    it begins again, from the table, when others changed what it claims at the same time.
    """
    if row is None or row.state != State.pending:
        row = get(MessageItem, MessageItem.key(workspace, key), consistent=True)
    message = row.read()
    if message.state == State.claimed and message.claimed_at and now - message.claimed_at > LEASE:
        return settle(workspace, key, State.unknown, now, reason="no answer from the sender", since=State.claimed)
    if message.state != State.pending or message.due_at > now:
        return message.state
    unasked = message.message_class == "unsolicited"
    if said := pace().closed(unasked=unasked):
        return _keep(workspace, row, message, said, now)
    transaction = Transaction()
    asked = _asked(workspace, message)
    if unasked:
        admitted = admission.admit(transaction, workspace, message, now, beside=asked)
        if admitted.decision.say != "go":
            return _keep(workspace, row, message, admitted.decision, now)
        message, ground = admitted.message, _ground(admitted.beside)
    else:
        ground = _ground(get_many(Item, asked, consistent=True))
    try:
        raw = _written(transaction, workspace, message, ground, now)
    except ValueError:  # a header that no mail can have, a file that is gone
        return settle(workspace, key, State.refused, now, reason="the mail cannot be written", since=State.pending)
    said = pace().turn(unasked=unasked)
    if said.say == "later":
        return _keep(workspace, row, row.read(), said, now)  # as it was: the gate has not counted it
    claimed = _claim(transaction, workspace, row, message, now)
    if claimed is None:
        there = get(MessageItem, MessageItem.key(workspace, key), consistent=True)
        again = there.read().state == State.pending and tries
        return send(workspace, key, now, row=there, tries=tries - 1) if again else there.read().state
    outcome = mailer.send(
        raw, sender=settings().mail_from, to=claimed.to, cc=claimed.cc, tags={"workspace": workspace, "message": key}
    )
    return _heard(workspace, claimed, outcome, now, row, ground)


def _heard(
    workspace: str, claimed: Message, outcome: mailer.Outcome, now: datetime, row: MessageItem, ground: "_Ground"
) -> State:
    """What SES said, or that nobody knows what it said."""
    key, reason = claimed.key, outcome.reason
    if outcome.state != "refused":
        state = State(outcome.state)
        left = ground.person
        return settle(workspace, key, state, now, ses_id=outcome.ses_id, reason=reason, claimed=row, person=left)
    count("MailRefused")
    if outcome.lasting or (claimed.attempts >= ATTEMPTS and outcome.limit not in LASTS):
        return settle(workspace, key, State.refused, now, reason=reason, claimed=row, person=ground.person)
    return _back(workspace, key, now, outcome, row)


class _Ground(NamedTuple):
    """What a mail stands on: whose it is, its person, and the thread that it joins, if there is one."""

    owner: WorkspaceItem
    person: store.CandidateItem | None
    thread: ThreadItem | None


def _asked(workspace: str, message: Message) -> list[Key]:
    """What one BatchGet reads; the person for the event that the mail left, unless somebody changes them meanwhile."""
    keys = [WorkspaceItem.key(workspace)]
    if one := message.candidate_id:
        keys += [store.CandidateItem.key(workspace, one), ThreadItem.key(workspace, one, sending.scope_of(message))]
    return keys


def _ground(rows: Sequence[Item]) -> _Ground:
    owner = next((r for r in rows if isinstance(r, WorkspaceItem)), None)
    if owner is None:
        raise NotFound("There is no such workspace.")
    person = next((r for r in rows if isinstance(r, store.CandidateItem)), None)
    return _Ground(owner, person, next((r for r in rows if isinstance(r, ThreadItem)), None))


def _written(transaction: Transaction, workspace: str, message: Message, ground: _Ground, now: datetime) -> bytes:
    """The mail as it leaves. What it takes along is made in the transaction that claims it. Raises ValueError."""
    owner = ground.owner.read()
    answers = sending.take_along(transaction, workspace, message, now, ground.thread)
    linked = clicks.led_through(transaction, workspace, _with_link(transaction, workspace, message, now), now)
    linked = ways_out.opened(transaction, workspace, linked, owner.name, now)
    along = attachments.bytes_of(workspace, message)
    return mime.written(linked, owner, now, reply_to=answers, along=along)


def _with_link(transaction: Transaction, workspace: str, message: Message, now: datetime) -> Message:
    """The mail as it leaves: its link is made in the transaction that claims it, and is kept nowhere."""
    if message.link is None:
        return message
    wanted = message.link
    token = links.issue(transaction, workspace, wanted.purpose, wanted.subject, now, wanted.expires_at)
    text, html = message.text.replace(TOKEN, token), message.html.replace(TOKEN, token)
    return message.model_copy(update={"text": text, "html": html})


def _keep(workspace: str, row: MessageItem, message: Message, decision: Decision, now: datetime) -> State:
    """What may not go: never, or not before an instant, which the message then waits for; not if that is seconds."""
    if decision.why == Why.ses_rate:
        return State.pending
    if decision.until is None or decision.why is None:
        return settle(workspace, message.key, State.cancelled, now, reason=decision.why, since=State.pending)
    whose = {"zone": decision.zone, "zone_from": decision.zone_from}
    kept = [*message.kept, Kept(at=now, why=decision.why, until=decision.until, **whose)][-20:]
    later = message.model_copy(update={"due_at": decision.until, "reason": decision.why, "kept": kept})
    transaction = Transaction()
    transaction.save(row.now(workspace, later))
    try:
        transaction.commit()
    except Lost:  # it was stopped or sent meanwhile
        return get(MessageItem, MessageItem.key(workspace, message.key), consistent=True).read().state
    return State.pending


def _claim(
    transaction: Transaction, workspace: str, row: MessageItem, message: Message, now: datetime
) -> Message | None:
    """The message as ours to send; None when someone else has it or something says no: then it is cancelled."""
    claimed = message.model_copy(update={"state": State.claimed, "claimed_at": now, "attempts": message.attempts + 1})
    reasons = _guards(transaction, workspace, message)
    transaction.save(row.now(workspace, claimed))
    try:
        transaction.commit()
    except Lost as lost:
        if said := next((reasons[key] for key in lost.keys if key in reasons), None):
            settle(workspace, message.key, State.cancelled, now, reason=said, since=State.pending)
        return None
    return claimed


def _guards(transaction: Transaction, workspace: str, message: Message) -> dict[Key, str]:
    """Checks what must still hold when the message leaves; the rows that may say no, with what that means."""
    reasons: dict[Key, str] = {}
    if message.candidate_id:
        person = store.CandidateItem(*store.CandidateItem.key(workspace, message.candidate_id))
        unasked = message.unsolicited_epoch if message.message_class == "unsolicited" else None
        known = store.CandidateItem.pk.exists() if message.passed_on else store.may_get(message.epoch, unasked)
        transaction.check(person, known)
        reasons[person.pk, person.sk] = "the person may no longer be mailed"
    if message.member_id:
        member = ListedMember(*ListedMember.key(workspace, message.member_id))
        here = ListedMember.state.does_not_exist() | (ListedMember.state != MemberState.removed)
        transaction.check(member, here)
        reasons[member.pk, member.sk] = "the member was removed"
    for guard in [message.guard, *message.also] if message.guard else []:
        guarded = GuardedItem(guard.pk, guard.sk)
        transaction.check(guarded, GuardedItem.epoch == guard.epoch)
        reasons[guarded.pk, guarded.sk] = "what it was about has moved on"
    return reasons


def _back(workspace: str, key: str, now: datetime, refused: mailer.Outcome, claimed: MessageItem) -> State:
    """A read less is a chance less to be refused by the table too, and to leave as unknown what SES surely has not."""
    known = [claimed]
    frees = pace().frees() if refused.limit == "ses_quota" else None

    def attempt() -> State:
        row = known.pop() if known else get(MessageItem, MessageItem.key(workspace, key), consistent=True)
        message = row.read()
        if message.state != State.claimed:
            return message.state
        later = frees or now + timedelta(seconds=15 * 2 ** min(message.attempts, 8))
        transaction = Transaction()
        free = admission.release(transaction, workspace, message, now)
        waiting = free.model_copy(
            update={"state": State.pending, "claimed_at": None, "due_at": later, "reason": refused.reason}
        )
        transaction.save(row.now(workspace, waiting))
        transaction.commit()
        return State.pending

    back = until_settled(attempt)
    if frees:
        pace().spent(frees)
    return back


# The transaction, the workspace, the message, what SES says (`mail_bounced`), when, whether it lasts.
Also = Callable[[Transaction, str, Message, str, datetime, bool], None]
ACCEPTED = {"Send", "Delivery", "Bounce", "Complaint", "Reject"}  # each proves that SES had taken the message


def record_ses_event(
    workspace: str,
    key: str,
    kind: str,
    identifier: str,
    at: datetime,
    detail: dict[str, str],
    *,
    sent_at: datetime | None = None,
    ses_id: str | None = None,
    whose: list[str] | None = None,
    also: Also | None = None,
) -> bool:
    """What SES says became of a message: Send, Delivery, Bounce, Complaint, Reject. False when nothing new was said.

    Events come in any order, so each tells when SES took the message (`sent_at`; of a Send event that is `at`) and
    under which id. A permanent bounce stops every mail to the person, a complaint what is unsolicited. A rejected one
    (SES took it, found a virus and threw it away) was not sent: it waits for a human. `whose` are the addresses that it
    is about: what became of a colleague's copy says nothing about the person. `also` puts what else it means into the
    same transaction.
    """
    held = find(MessageItem, MessageItem.key(workspace, key), consistent=True)
    if held is None:
        logger.warning("event for an unknown message", extra={"message_key": key, "ses_event": kind})
        return False
    known = held.read()
    news = kind in ACCEPTED and _proves(workspace, known, sent_at, at, ses_id)
    if not fates.said_of(known, kind, detail, whose or []):
        return news

    def attempt() -> bool:
        row = get(MessageItem, MessageItem.key(workspace, key), consistent=True)
        message = row.read()
        mark = f"{kind}:{identifier}"
        fate = outcome(kind, detail)
        if mark in message.seen or fates.told_before(message, fate):
            return False
        transaction = Transaction()
        after = message.model_copy(update=fates.noted(message, kind, mark, fate))
        if fate and fate not in message.outcomes:
            health.count(transaction, workspace, message, fate, detail)
        if moved := int(after.waits) - int(message.waits):
            lists.counted(transaction, workspace, "review:mail", moved)
        transaction.save(row.now(workspace, after))
        told = event(fates.NAMES[kind], system(workspace), at, cause="ses", more=summary(after) | detail)
        if fate == Outcome.bounced or kind == "Reject":
            exposures.leave_out(transaction, workspace, message, "bounced")
        if message.candidate_id and not message.passed_on and fate in ADDRESS_STOPS:
            suppression.add(transaction, workspace, [message.to], ADDRESS_STOPS[fate], at)
        tell(
            transaction,
            workspace,
            message,
            told,
            lambda c: fates.unfulfilled(c, message) if kind == "Reject" else fates.stopped(c, message, fate, at),
        )
        if also and message.candidate_id:
            also(transaction, workspace, message, fates.NAMES[kind], at, fate == Outcome.bounced)
        transaction.commit()
        return True

    new = until_settled(attempt)
    if kind in ("Bounce", "Complaint"):
        health.judge(workspace, at)  # also when it was recorded before: who recorded it may have died since
    return new


def _proves(workspace: str, known: Message, sent_at: datetime | None, at: datetime, ses_id: str | None) -> bool:
    """Records that SES had taken a message; whether that was news."""
    if not known.proven:  # a report says nothing of when it left: soon after it was claimed
        settle(workspace, known.key, State.sent, sent_at or known.claimed_at or at, ses_id=ses_id)
        return True
    if ses_id and known.ses_id is None:
        named(workspace, known.key, ses_id, sent_at or at)
    return False


ADDRESS_STOPS: dict[Outcome, suppression.Reason] = {Outcome.bounced: "bounced", Outcome.complained: "complained"}


def look(actor: Actor, key: str) -> None:
    """A human has seen what became of a message: it leaves the list."""
    actor.require(Permission.review)

    def attempt() -> None:
        row = get(MessageItem, MessageItem.key(actor.workspace, key), consistent=True)
        message = row.read()
        if not message.waits:
            return
        transaction = Transaction()
        lists.counted(transaction, actor.workspace, "review:mail", -1)
        transaction.save(row.now(actor.workspace, message.model_copy(update={"seen_by": actor.id})))
        transaction.commit()

    until_settled(attempt)
