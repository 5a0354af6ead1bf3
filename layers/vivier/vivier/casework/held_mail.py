"""What a human does with a mail that was held: says whose it is, or that nobody needs it, and takes that back."""

from datetime import datetime
from typing import NamedTuple

from vivier.casework import conversations, correspondence, placing, sequence_clocks, stops
from vivier.gateways import files
from vivier.intake import store as intakes
from vivier.intake.model import State as IntakeState
from vivier.intake.store import IntakeItem
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import Conflict
from vivier.mail import exposures
from vivier.mail.inbound import reading, replies
from vivier.mail.inbound.model import Kind
from vivier.mail.threads import store
from vivier.mail.threads.model import ANYTHING, Entry, Received, State, Thread, bare_subject, snippet
from vivier.people import store as people
from vivier.people.model import Event
from vivier.people.timeline import event
from vivier.sequences.model import Enrolment
from vivier.storage.table import get_many
from vivier.storage.transaction import Transaction, until_settled

LOOKED_AT = 100  # events of a person, to find what a filing told


def file_to(actor: Actor, received_id: str, candidate_id: str, job_id: str | None, now: datetime) -> Received:
    """Files a held mail with a person, in their thread about a job or about none.

    Raises NotFound, Conflict (it was filed already; one with a virus stays where it is).
    """
    actor.require(Permission.review)
    received = conversations.received_of(actor, received_id)
    if received.state in (State.filed, State.attaching):
        raise Conflict("This mail was filed already.", candidate_id=received.candidate_id)
    if received.reason == "virus":
        raise Conflict("A virus was found in this mail. It cannot be filed.")
    people.load(actor.workspace, candidate_id)
    mail = reading.read(files.read(received.key))
    scope = job_id or (received.scope if received.candidate_id == candidate_id else None) or ANYTHING
    known = received.model_copy(update={"candidate_id": candidate_id, "scope": scope, "kind": mail.kind})
    # Its files wait for the sweep, two minutes: until then it can be taken back whole.
    return correspondence.file(known, mail, now, by=actor)


def dismiss(actor: Actor, received_id: str, now: datetime) -> Received:
    """Takes a held mail off the list; it can still be filed. Raises NotFound, Conflict."""
    actor.require(Permission.review)
    conversations.received_of(actor, received_id)

    def attempt() -> Received:
        row = store.load(received_id)
        received = row.read()
        if received.state == State.dismissed:
            return received
        if received.state not in (State.held, State.quiet):
            raise Conflict("This mail does not wait for a decision.", state=received.state)
        done = received.model_copy(update={"state": State.dismissed, "decided_by": actor.id, "updated_at": now})
        transaction = Transaction()
        store.save(transaction, row, done)
        transaction.commit()
        return done

    return until_settled(attempt)


class TakenBack(NamedTuple):
    """A mail that is before a human again, and the sequences that it had stopped, as they stand now."""

    received: Received
    again: list[Enrolment]


def take_back(actor: Actor, received_id: str, now: datetime) -> TakenBack:
    """Before a human again: a mail that was put aside, or that a human filed and whose files nobody has read yet. What
    it said leaves that person's timeline and conversation, and the sequences that it stopped stand as they did; that it
    stood there is told. Raises NotFound, Conflict.
    """
    actor.require(Permission.review)
    held = conversations.received_of(actor, received_id)
    mail = reading.read(files.read(held.key))
    asked, same = placing.place(held, mail), correspondence.fingerprint(mail)

    def attempt() -> TakenBack:
        row = store.load(received_id)
        before = row.read()
        if before.state in (State.held, State.quiet):
            return TakenBack(before, [])
        transaction = Transaction()
        went_on = _unfile(transaction, actor, before, same, now) if before.state != State.dismissed else []
        again = before.model_copy(
            update={
                "state": correspondence.waits_as(before),
                "candidate_id": asked.candidate_id,
                "scope": asked.scope,
                "thread_id": None,
                "decided_by": None,
                "updated_at": now,
            }
        )
        store.save(transaction, row, again)
        transaction.commit()
        return TakenBack(again, went_on)

    back = until_settled(attempt)
    for e in back.again:
        sequence_clocks.start(actor.workspace, e, now)
    return back


def _unfile(
    transaction: Transaction, actor: Actor, filed: Received, same: str | None, now: datetime
) -> list[Enrolment]:
    """As if it had not been filed; what goes on again. `same`: what it has in common with itself sent again."""
    if not filed.decided_by or not filed.thread_id or not filed.candidate_id:
        raise Conflict("The mail itself said where it belongs.", state=filed.state)
    workspace, thread_id = actor.workspace, filed.thread_id
    entries = store.entries(workspace, thread_id)
    own = next((e for e in entries if e.direction == "in" and e.id == filed.id), None)
    _discard(transaction, workspace, own, now)
    rest = [e for e in entries if e is not own]
    row = store.by_id(workspace, thread_id)
    store.change(transaction, workspace, row, _without(row.read(), rest))
    transaction.delete(store.EntryItem(*store.EntryItem.key(workspace, thread_id, "in", filed.id)))
    # When it is sent again by a path that says where it belongs, it comes in.
    if same and (claim := store.same(workspace, thread_id, same)) and claim.received == filed.id:
        transaction.delete(claim)
    row_of = next((e for e in _told(workspace, filed) if e.data.get("received") == filed.id), None)
    if row_of is None:
        raise Conflict("It was filed too long ago to be taken back.")
    transaction.delete(people.EventItem(*people.EventItem.key(workspace, filed.candidate_id, row_of.id)))
    told = event("mail_unfiled", actor, now, cause="mail", received=filed.id)
    transaction.create(people.EventItem.of(workspace, filed.candidate_id, told))
    if own is None or own.kind == Kind.auto_reply:
        return []
    person = people.load(workspace, filed.candidate_id).read()
    others = [e.at for e in rest if _theirs(e)]
    exposures.undid(transaction, workspace, person, filed.at, row.read().scope, others)
    return stops.unanswered(transaction, actor, filed.candidate_id, filed.id, now)


def _told(workspace: str, filed: Received) -> list[Event]:
    """What the person's timeline says of mails, the newest first: one Query."""
    events = people.events_before(workspace, filed.candidate_id or "", "F", LOOKED_AT, consistent=True)
    return [e for e in events if e.kind in ("mail_received", "mail_auto_reply")]


def _discard(transaction: Transaction, workspace: str, own: Entry | None, now: datetime) -> None:
    """Its files, which nobody read. Raises Conflict: they were."""
    ids = [a.intake_id for a in (own.attachments if own else []) if a.intake_id]
    for row in get_many(IntakeItem, [IntakeItem.key(workspace, i) for i in ids], consistent=True):
        intake = row.read()
        if intake.state not in (IntakeState.awaiting_file, IntakeState.discarded):
            raise Conflict("Its files were read into the record already.", intake_id=intake.id)
        gone = intake.model_copy(update={"state": IntakeState.discarded, "updated_at": now, "finished_at": now})
        intakes.save(transaction, workspace, row, gone)


def _theirs(e: Entry) -> bool:
    """Whether the person wrote it themselves."""
    return e.direction == "in" and not (e.apart or e.colleague) and e.kind != Kind.auto_reply


def _without(thread: Thread, rest: list[Entry]) -> Thread:
    """The thread as if the mail had not come: how the list shows it is what the others say."""
    theirs = [e for e in rest if _theirs(e)]
    last = next((e for e in reversed(rest) if not e.forwarded), None)
    unanswered = bool(theirs) and last is not None and last.direction == "in"
    return thread.model_copy(
        update={
            "received": max(0, thread.received - 1),
            "last_at": last.at if last else thread.created_at,
            "last_in_at": theirs[-1].at if theirs else None,
            "needs_answer": thread.needs_answer and unanswered,
            "snippet": snippet(replies.own_words(last.reply)) if last else "",
            "subject": bare_subject(last.subject) if last else "",
            "last": ("theirs" if last.direction == "in" else "product") if last else None,
        }
    )
