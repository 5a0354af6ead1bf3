"""Conversations as a member sees them: of a person, one with its mails, and the inbox that the team shares."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from vivier.casework import mail_files, names
from vivier.gateways import files
from vivier.intake.model import Intake
from vivier.intake.model import State as IntakeState
from vivier.intake.store import IntakeItem
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import Invalid, NotFound
from vivier.kernel.model import Model
from vivier.kernel.settings import settings
from vivier.mail.model import Message
from vivier.mail.store import MessageItem
from vivier.mail.threads import store
from vivier.mail.threads.model import AttachedFile, Entry, Received, State, Thread, Whole
from vivier.people import store as people
from vivier.storage import cursor as cursors
from vivier.storage.table import find, newest_together, waiting
from vivier.storage.transaction import Transaction, until_settled
from vivier.team import audit
from vivier.team.notifications import Notification, notify
from vivier.team.store import members_of

Which = Literal["needs_answer", "mine", "unassigned", "all", "sent"]
PAGE = 25
LOOKED_AT = 4  # pages of what needs an answer, to find what is nobody's
MONTHS = 24  # that the list of all looks back at most


class Conversation(Model):
    """A thread, and what its person is called."""

    thread: Thread
    name: str | None


class Inbox(Model):
    conversations: list[Conversation]
    cursor: str | None = None


class SaidFile(Model):
    """A file that came with a mail, and where it is: on its way to being read, a document of the person, refused with
    the reason, or kept with the mail as it came."""

    file: AttachedFile
    state: Literal["reading", "document", "refused", "kept"]
    reason: str | None = None
    document_id: str | None = None


class Said(Model):
    """One mail of a thread. `message`: ours, as it was written."""

    entry: Entry
    message: Message | None = None
    files: list[SaidFile] = Field(default_factory=list)


class OpenedThread(Model):
    thread: Thread
    name: str | None
    mails: list[Said] = Field(default_factory=list)


class OpenedMail(Model):
    """A received mail whole, with what became of it."""

    received: Received
    whole: Whole


class Change(Model):
    """What a member says of a thread; what is absent stays."""

    assigned_to: str | None = None
    needs_answer: bool | None = None
    assign: bool = Field(
        default=False, description="Whether `assigned_to` is meant: null takes it from whoever had it."
    )


def of_person(actor: Actor, candidate_id: str) -> list[Thread]:
    """A person's threads, the newest first: a Get, and a Query for each of their records. Raises NotFound."""
    actor.require(Permission.see_people)
    person = people.load(actor.workspace, candidate_id).read()
    return store.of_person(actor.workspace, person.everyone())


def inbox(actor: Actor, which: Which, cursor: str | None, now: datetime) -> Inbox:
    """A page of the shared inbox: one Query (`all` and `sent`, whose last word is ours: one for each month or page
    without any, and up to three more for `sent`, to know of older ones; `unassigned`: up to four; `mine`: a BatchGet
    more), and a BatchGet of names. Raises BadCursor."""
    actor.require(Permission.see_people)
    if which == "mine":
        return Inbox(conversations=_named(actor, store.assigned(actor.workspace, actor.id)))
    if which in ("all", "sent"):
        return _all(actor, cursor, now, ours=which == "sent")
    return _open(actor, cursor, nobodys=which == "unassigned")


def _open(actor: Actor, cursor: str | None, *, nobodys: bool) -> Inbox:
    (after,) = cursors.decode(cursor, str) if cursor else (None,)
    found: list[tuple[Thread, str]] = []
    for _ in range(LOOKED_AT if nobodys else 1):
        rows = waiting(store.ThreadItem, f"W#{actor.workspace}#INBOX", after=after, limit=PAGE + 1)
        found += [(t, str(r.gsi1sk)) for r in rows if not ((t := r.read()).assigned_to and nobodys)]
        after = rows[-1].gsi1sk if len(rows) > PAGE else None
        if after is None or len(found) > PAGE:
            break
    if len(found) > PAGE:
        after = found[PAGE - 1][1]
    shown = _named(actor, [t for t, _ in found[:PAGE]])
    return Inbox(conversations=shown, cursor=cursors.encode([after]) if after else None)


def _all(actor: Actor, cursor: str | None, now: datetime, *, ours: bool) -> Inbox:
    month, before = cursors.decode(cursor, str, str) if cursor else (f"{now:%Y-%m}", "")
    found: list[tuple[Thread, str]] = []
    further, older = 0, True
    for _ in range(MONTHS):
        rows = newest_together(store.spoken_in(actor.workspace, month), before=before or None, limit=PAGE + 1)
        held = [r for r in rows if isinstance(r, store.ThreadItem)]
        found += [(t, str(r.gsi2sk)) for r in held if _ours(t := r.read()) or not ours]
        if len(found) > PAGE:
            break
        if len(rows) > PAGE:
            before = str(rows[-1].gsi2sk)
        else:  # how far back they go is asked only by who comes to the end of a month
            month, before = store.before(month), ""
            older = month >= store.first_month(settings().table, actor.workspace, now.date(), MONTHS)
        further += bool(found)
        if not older or further == (LOOKED_AT if ours else 1):
            break
    if len(found) > PAGE:
        before = found[PAGE - 1][1]
    shown = _named(actor, [t for t, _ in found[:PAGE]])
    return Inbox(conversations=shown, cursor=cursors.encode([month, before]) if older else None)


def _ours(t: Thread) -> bool:
    return t.last == "ours" or (t.written and t.last == "automatic")


def _named(actor: Actor, threads: list[Thread]) -> list[Conversation]:
    called = names.of_people(actor, ((t.candidate_id, t.job_id) for t in threads))
    return [Conversation(thread=t, name=called.get(t.candidate_id)) for t in threads]


def open_thread(actor: Actor, thread_id: str) -> OpenedThread:
    """Two Gets, a Query, a BatchGet each of our mails, of files that are read and of the name. Raises NotFound."""
    actor.require(Permission.see_people)
    thread = store.by_id(actor.workspace, thread_id).read()
    entries = store.entries(actor.workspace, thread_id)
    keys = [MessageItem.key(actor.workspace, e.id) for e in entries if e.direction == "out"]
    ours = {m.key: m for m in (r.read() for r in names.whole(MessageItem, keys))}
    read = [a.intake_id for e in entries for a in e.attachments if a.intake_id]
    rows = names.whole(IntakeItem, [IntakeItem.key(actor.workspace, i) for i in read])
    intakes = {i.id: i for i in (r.read() for r in rows)}
    (conversation,) = _named(actor, [thread])
    mails = [
        Said(
            entry=e,
            message=ours.get(e.id),
            files=[_file(a, intakes.get(a.intake_id or "")) for a in e.attachments if a.kind != "inline"],
        )
        for e in entries
    ]
    return OpenedThread(thread=thread, name=conversation.name, mails=mails)


def _file(one: AttachedFile, intake: Intake | None) -> SaidFile:
    if intake is None or intake.state == IntakeState.discarded:
        return SaidFile(file=one, state="kept")
    if intake.state == IntakeState.failed:
        return SaidFile(file=one, state="refused", reason=intake.reason)
    if intake.state == IntakeState.recorded:
        return SaidFile(file=one, state="document", document_id=intake.document_id)
    return SaidFile(file=one, state="reading")


def change(actor: Actor, thread_id: str, wanted: Change, now: datetime) -> Thread:
    """Gives a thread to a member, or says that it is answered or is not. Raises NotFound, Invalid."""
    actor.require(Permission.edit_people)
    if (
        wanted.assign
        and wanted.assigned_to
        and wanted.assigned_to not in members_of(actor.workspace, [wanted.assigned_to])
    ):
        raise Invalid("There is no such colleague.", [{"field": "assigned_to", "message": "Choose a member."}])

    def attempt() -> Thread:
        row = store.by_id(actor.workspace, thread_id)
        before = row.read()
        after = before.model_copy(
            update={
                "assigned_to": wanted.assigned_to if wanted.assign else before.assigned_to,
                "needs_answer": before.needs_answer if wanted.needs_answer is None else wanted.needs_answer,
            }
        )
        if after == before:
            return before
        transaction = Transaction()
        store.change(transaction, actor.workspace, row, after)
        if before.assigned_to != after.assigned_to:
            _reassign(transaction, actor, before, after, now)
        audit.tell(
            transaction, actor, "thread_changed", now, candidate_id=after.candidate_id, thread=after.id,
            assigned_to=after.assigned_to,
        )  # fmt: skip
        transaction.commit()
        return after

    return until_settled(attempt)


def _reassign(transaction: Transaction, actor: Actor, before: Thread, after: Thread, now: datetime) -> None:
    """Puts a thread among its member's; who did not take it themselves is told in the app."""
    workspace = actor.workspace
    if before.assigned_to:
        transaction.delete(store.AssignedItem.of(workspace, before.assigned_to, before))
    if after.assigned_to:
        transaction.save(store.AssignedItem.of(workspace, after.assigned_to, after))
    if after.assigned_to and after.assigned_to != actor.id:
        about = {"candidate_id": after.candidate_id, "job_id": after.job_id}
        told = Notification.of("thread_assigned", actor, now, **about)
        notify(transaction, workspace, after.assigned_to, told.model_copy(update={"data": {"thread": after.id}}))


def mail(actor: Actor, received_id: str, now: datetime) -> OpenedMail:
    """A received mail whole. Raises NotFound; one that is held for what it may do takes who decides about such."""
    received = received_of(actor, received_id)
    if received.state in (State.held, State.quiet, State.dismissed):
        actor.require(Permission.review)
    whole = mail_files.whole(actor.workspace, received.id)
    audit.seen(actor, "mail_opened", now, candidate_id=received.candidate_id, received=received.id)
    return OpenedMail(received=received, whole=whole)


def received_of(actor: Actor, received_id: str) -> Received:
    """One Get. Raises NotFound, for what another workspace received too."""
    actor.require(Permission.see_people)
    row = find(store.ReceivedItem, store.ReceivedItem.key(received_id[:80]), consistent=True)
    received = row.read() if row else None
    if received is None or received.workspace != actor.workspace:
        raise NotFound("There is no such mail.")
    return received


def file_link(actor: Actor, received_id: str, number: int, now: datetime) -> tuple[str, str]:
    """A one-minute address of a file that came with a filed mail, and its name; always downloaded, never shown.

    Raises NotFound.
    """
    opened = mail(actor, received_id, now)
    held = next((a for a in opened.whole.attachments if a.number == number), None)
    if held is None or opened.received.state != State.filed:
        raise NotFound("There is no such file.")
    key = mail_files.file_key(actor.workspace, received_id, number)
    return files.download_link(key, held.name, files.UNKNOWN_TYPE), held.name
