"""Asking people for what their records lack: a form by mail, or a link that whoever asks passes on.

Each person is asked under the client's key: a request that is repeated asks nobody twice. The mail waits ten seconds;
until it leaves, and after, the question can be taken back. Answers come through casework/answering.py.
"""

from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from pydantic import Field

from vivier.casework import writing
from vivier.casework.sharing import CopiedLink
from vivier.casework.writing import UNDO
from vivier.hiring.base import CandidateId
from vivier.hiring.planned import Planned
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import Instant, iso
from vivier.kernel.errors import Conflict, IdempotencyMismatch, Invalid, NotFound, VivierError
from vivier.kernel.ids import ClientKey, derived_id, made_at, new_id
from vivier.kernel.settings import settings
from vivier.mail import asks as mails
from vivier.mail import outbox, settling
from vivier.mail.model import Guard, Message, Rendered, State
from vivier.mail.store import MessageItem
from vivier.people import notes, store, writable
from vivier.people.asks import store as rows
from vivier.people.asks.model import (
    PURPOSE,
    Ask,
    AskMissing,
    AskState,
    Days,
    OwnWord,
    Piece,
    Pieces,
    ReminderDays,
    has,
    lacks,
)
from vivier.people.asks.store import AskItem
from vivier.people.model import Candidate, Event, Strict
from vivier.people.timeline import event, in_order
from vivier.storage.table import find
from vivier.storage.transaction import Transaction, until_settled
from vivier.team import links
from vivier.team import service as team
from vivier.team.model import Workspace

How = Literal["mail", "link"]
Why = Literal["no_email", "doubtful_email", "not_mailable", "merged", "asked", "nothing"]


class Question(Strict):
    """What is asked. `pieces`: None for what each record lacks. `how`: a mail, or a link to pass on."""

    pieces: Pieces | None = None
    message: OwnWord = ""
    override: bool = Field(default=False, description="The message was read again after its warning.")
    days: Days = 14
    remind_after_days: ReminderDays | None = None
    how: How = "mail"


class Asking(Question):
    """`key`: a ULID of the client's, the same when it repeats the request."""

    key: ClientKey
    candidate_ids: list[CandidateId] = Field(min_length=1, max_length=50)


class Considered(Question):
    """What is looked at before anybody is asked."""

    candidate_ids: list[CandidateId] = Field(min_length=1, max_length=50)


class Prospect(Strict):
    """What one person would be asked; `held` says why they cannot be."""

    candidate_id: str
    name: str | None
    pieces: list[Piece]
    known: list[Piece] = Field(description="Of those asked for, what the record has already.")
    held: Why | None
    rendered: Rendered | None = Field(description="The mail as it would leave.")


class AskedPerson(Strict):
    """What became of asking one person; a link is shown once."""

    candidate_id: str
    name: str | None = None
    ask: Ask | None = None
    due_at: Instant | None = Field(default=None, description="When the mail leaves; until then it can be undone.")
    link: CopiedLink | None = None
    code: str | None = None
    message: str | None = None
    held: Why | None = Field(default=None, description="What kept them from being asked, where it is one of these.")


class Put(NamedTuple):
    """A question as it is asked, the events that tell it, when its mail leaves, its link when it is passed on."""

    ask: Ask
    told: list[Event]
    due_at: datetime | None
    link: CopiedLink | None = None


def preview(actor: Actor, wanted: Considered, now: datetime) -> list[Prospect]:
    """Each person as they would be asked: two Gets for each. Raises NotFound."""
    actor.require(Permission.write_mails)
    place = team.workspace(actor.workspace)
    return [_prospect(actor, place, wanted, one, now) for one in dict.fromkeys(wanted.candidate_ids)]


def _prospect(actor: Actor, place: Workspace, wanted: Considered, candidate_id: str, now: datetime) -> Prospect:
    person = store.load(actor.workspace, candidate_id).read()
    before = rows.held(actor.workspace, candidate_id)
    pieces = wanted.pieces or lacks(person)
    ask = _question(actor, person, wanted, pieces, new_id("ask", now), now)
    held: Why | None = None
    if person.merged_into:
        held = "merged"
    elif not pieces:
        held = "nothing"
    elif before and before.read().open(now):
        held = "asked"
    elif wanted.how == "mail":
        held = writable.cannot_write(person)
    rendered = mails.render("ask_missing", ask, person, place) if wanted.how == "mail" and pieces else None
    known: list[Piece] = [p for p in pieces if has(person, p)]
    return Prospect(
        candidate_id=person.id, name=person.display_name, pieces=pieces, known=known, held=held, rendered=rendered
    )


def ask(actor: Actor, wanted: Asking, now: datetime) -> list[AskedPerson]:
    """Asks each person; what keeps one of them keeps none of the others.

    Raises Invalid with `warnings` when the message looks like what the law forbids to ask: then nobody is asked.
    """
    actor.require(Permission.write_mails)
    notes.warned(wanted.message, wanted.override, field="message")
    place = team.workspace(actor.workspace)
    return [_one(actor, place, wanted, one, now) for one in dict.fromkeys(wanted.candidate_ids)]


def _one(actor: Actor, place: Workspace, wanted: Asking, candidate_id: str, now: datetime) -> AskedPerson:
    identifier = derived_id("ask", made_at(f"key_{wanted.key}"), wanted.key, candidate_id)
    try:
        put = until_settled(lambda: _ask(actor, place, wanted, candidate_id, identifier, now))
    except VivierError as why:
        kept = {"name": why.details.get("name"), "held": why.details.get("held")}
        return AskedPerson.model_validate(
            {"candidate_id": candidate_id, "code": why.code, "message": why.message, **kept}
        )
    return AskedPerson(candidate_id=candidate_id, ask=put.ask, due_at=put.due_at, link=put.link)


def _ask(actor: Actor, place: Workspace, wanted: Asking, candidate_id: str, identifier: str, now: datetime) -> Put:
    person = store.load(actor.workspace, candidate_id).read()
    before = rows.held(actor.workspace, candidate_id)
    pieces = wanted.pieces or lacks(person)
    if before and before.read().id == identifier:
        return _again(actor, before.read(), wanted)
    transaction = Transaction()
    made = _question(actor, person, wanted, pieces, identifier, now)
    done = put(transaction, actor, place, person, before, made, now, now + UNDO)
    link = _issue(transaction, actor, made, now) if made.how == "link" else None
    transaction.create(*(store.EventItem.of(actor.workspace, person.id, e) for e in done.told))
    transaction.commit()
    return done._replace(link=link)


def _again(actor: Actor, there: Ask, wanted: Asking) -> Put:
    """The request was repeated: what it did the first time. A link that was shown is shown no more."""
    if there.by != actor.id or there.how != wanted.how or there.message != wanted.message:
        raise IdempotencyMismatch("This key was used for another question.")
    return Put(there, [], there.made_at + UNDO if there.message_key else None)


def _question(
    actor: Actor, person: Candidate, wanted: Question, pieces: list[Piece], identifier: str, now: datetime
) -> Ask:
    remind = timedelta(days=wanted.remind_after_days) if wanted.remind_after_days and wanted.how == "mail" else None
    return Ask(
        id=identifier,
        candidate_id=person.id,
        pieces=list(dict.fromkeys(pieces)),
        language=person.language,
        message=wanted.message,
        how=wanted.how,
        by=actor.id or None,
        by_name=actor.name or None,
        made_at=now,
        expires_at=now + timedelta(days=wanted.days),
        remind_at=now + remind if remind and remind < timedelta(days=wanted.days) else None,
    )


def put(
    transaction: Transaction,
    actor: Actor,
    place: Workspace,
    person: Candidate,
    before: AskItem | None,
    made: Ask,
    now: datetime,
    due: datetime,
) -> Put:
    """Adds a question and its mail to a transaction; its events are the caller's to write.

    Raises Invalid (nothing to ask, no address, a mail that cannot be filled in), Conflict (asked already).
    """
    _allowed(person, before, made, now)
    message = None
    if made.how == "mail":
        writing.allowed(transaction, actor, person)
        message = _mail(actor.workspace, place, person, made, now, due)
        outbox.put(transaction, actor.workspace, message)
        made = made.model_copy(update={"message_key": message.key})
    rows.save(transaction, actor.workspace, before, made)
    told = [event("missing_asked", actor, now, cause=made.cause, more=said(made))]
    if message:
        more = settling.summary(message) | {"due_at": iso(message.due_at)}
        told.append(event("mail_queued", actor, now, cause="asked", more=more))
    return Put(made, in_order(told), message.due_at if message else None)


def _allowed(person: Candidate, before: AskItem | None, made: Ask, now: datetime) -> None:
    name = person.display_name
    if person.merged_into:
        raise Invalid("This record was merged into another. Ask that person.", held="merged", name=name)
    if not made.pieces:
        raise Invalid("Nothing that a form asks for is missing.", held="nothing", name=name)
    if before and before.read().open(now):
        raise Conflict(
            "This person was asked already and has not answered yet.",
            held="asked",
            name=name,
            asked_at=iso(before.read().made_at),
        )
    if made.how == "mail" and (why := writable.cannot_write(person)):
        raise Invalid(writing.WHY[why], [{"field": "emails", "message": why}], held=why, name=name)


def _mail(workspace: str, place: Workspace, person: Candidate, made: Ask, now: datetime, due: datetime) -> Message:
    """Raises Invalid for words that cannot be filled in."""
    rendered = mails.render("ask_missing", made, person, place)
    if rendered.missing:
        problems = [{"field": m, "message": "This merge field has no value."} for m in rendered.missing]
        raise Invalid("The mail has merge fields without a value. Nothing was sent.", problems)
    return mails.message("ask_missing", made, rendered, person, guard(workspace, made), now, due)


def guard(workspace: str, made: Ask) -> Guard:
    pk, sk = AskItem.key(workspace, made.candidate_id)
    return Guard(pk=pk, sk=sk, epoch=made.epoch)


def said(made: Ask) -> dict[str, object]:
    """What timelines keep of a question."""
    return {
        "ask_id": made.id,
        "pieces": list(made.pieces),
        "how": made.how,
        "until": iso(made.expires_at),
        "job_id": made.job_id,
    }


def held(actor: Actor, candidate_id: str, ask_id: str) -> AskItem:
    """Raises NotFound, also for a question that another one has replaced."""
    actor.require(Permission.write_mails)
    row = rows.held(actor.workspace, candidate_id)
    if row is None or row.read().id != ask_id:
        raise NotFound("This question is no longer there.")
    return row


def withdraw(actor: Actor, candidate_id: str, ask_id: str, now: datetime) -> Ask:
    """Takes a question back: its mail does not leave, its links open nothing, nobody is reminded. May be repeated.

    Raises NotFound, Conflict (answered already).
    """

    def attempt() -> Ask:
        row = held(actor, candidate_id, ask_id)
        before = row.read()
        if before.state == AskState.withdrawn:
            return before
        if before.state == AskState.answered:
            raise Conflict("This person has answered already.", state=before.state)
        changes = {"state": AskState.withdrawn, "remind_at": None, "epoch": before.epoch + 1}
        after = before.model_copy(update=changes)
        transaction = Transaction()
        stopped = _stopped(transaction, actor, before)
        told = [event("missing_withdrawn", actor, now, more=said(after) | {"unsent": bool(stopped)})]
        if stopped:
            told.append(event("mail_cancelled", actor, now, cause="stopped", more=settling.summary(stopped)))
        rows.save(transaction, actor.workspace, row, after)
        transaction.create(*(store.EventItem.of(actor.workspace, before.candidate_id, e) for e in in_order(told)))
        transaction.commit()
        return after

    after = until_settled(attempt)
    links.revoke(actor.workspace, PURPOSE, after.subject)
    return after


def _stopped(transaction: Transaction, actor: Actor, before: Ask) -> Message | None:
    """The mail that has not left, if so, stopped with the transaction."""
    key = before.message_key
    row = find(MessageItem, MessageItem.key(actor.workspace, key), consistent=True) if key else None
    if row is None or row.read().state != State.pending:
        return None
    return outbox.cancel(transaction, actor.workspace, row.read().key, "stopped")


def copy_link(actor: Actor, candidate_id: str, ask_id: str, now: datetime) -> CopiedLink:
    """Another link to the same form, shown once; those before go on. Raises NotFound, Conflict (it has ended)."""

    def attempt() -> CopiedLink:
        row = held(actor, candidate_id, ask_id)
        current = row.read()
        if not current.open(now):
            raise Conflict("This question has ended. Ask again.", state=current.state)
        transaction = Transaction()
        transaction.check(AskItem(row.pk, row.sk), AskItem.epoch == current.epoch)
        copied = _issue(transaction, actor, current, now)
        told = event("missing_link_copied", actor, now, more=said(current))
        transaction.create(store.EventItem.of(actor.workspace, current.candidate_id, told))
        transaction.commit()
        return copied

    return until_settled(attempt)


def _issue(transaction: Transaction, actor: Actor, made: Ask, now: datetime) -> CopiedLink:
    token = links.issue(transaction, actor.workspace, PURPOSE, made.subject, now, made.expires_at)
    return CopiedLink(url=f"{settings().public_url}{mails.PATH}#{token}", expires_at=made.expires_at)


def of_a_stage(
    transaction: Transaction, mover: Actor, one: Planned, action: AskMissing, now: datetime
) -> Put | Literal["nothing", "asked"]:
    """What entering a stage asks for, in the transaction that does it; or why nobody has to be asked.

    Raises Invalid (no address, a mail that cannot be filled in).
    """
    person = store.load(mover.workspace, one.candidate_id).read()
    before = rows.held(mover.workspace, one.candidate_id)
    pieces = [p for p in action.pieces if not has(person, p)] if action.pieces else lacks(person)
    if not pieces:
        return "nothing"
    if before and before.read().open(now):
        return "asked"
    wanted = Question(remind_after_days=action.remind_after_days)
    identifier = derived_id("ask", one.planned_at, one.candidate_id, one.job_id, str(one.epoch), str(one.number))
    made = _question(mover, person, wanted, pieces, identifier, now)
    made = made.model_copy(update={"cause": "stage", "job_id": one.job_id})
    return put(transaction, mover, team.workspace(mover.workspace), person, before, made, now, now)
