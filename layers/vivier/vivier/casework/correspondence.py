"""A mail that came in, from SES's notice to where it belongs.

Stored first, then read, then decided. Every notice may come twice, late, or again after a death at any call: the mail's
row says what was done, one transaction decides, and what follows it (files on their way to being read) is done again
until the row says that it was.
"""

import hashlib
import json
from datetime import datetime

from vivier.casework import colleagues, mail_files, placing, stops
from vivier.casework.incoming import entry_of, event_of
from vivier.casework.placing import Place
from vivier.gateways import files
from vivier.hiring import store as jobs
from vivier.kernel.actor import Actor, system
from vivier.kernel.errors import Conflict
from vivier.kernel.ids import new_id
from vivier.kernel.observability import count, logger
from vivier.mail import exposures, fates, outbox
from vivier.mail.inbound import reading, replies
from vivier.mail.inbound.model import Kind, Mail, Severity
from vivier.mail.threads import addresses, store
from vivier.mail.threads.model import (
    ANYTHING,
    OPEN,
    AttachedFile,
    Entry,
    HeldBecause,
    Received,
    State,
    Thread,
    bare_subject,
    snippet,
)
from vivier.people import store as people
from vivier.people.model import Author, Candidate, Event
from vivier.people.timeline import event
from vivier.sequences.model import StopReason
from vivier.storage.transaction import Transaction, until_settled
from vivier.team.notifications import Notification, notify
from vivier.team.store import members_of, workspaces

BY_HAND = {State.held, State.quiet, State.dismissed}  # a human may file these
REPORTS = {Kind.bounce, Kind.complaint}
BEFORE_A_HUMAN = "HELD"  # in place of a thread, where copies of one mail are told by


def receive(notice: Received, now: datetime) -> Received:
    """Does what SES's notice of a mail asks for, unless it was done."""
    return go_on(store.arrive(notice).read(), now)


def go_on(received: Received, now: datetime) -> Received:
    """Does what is left to do about a mail."""
    if received.state in OPEN:
        received = _read(received, now)
    logger.info("mail", extra={"received": received.id, "state": received.state, "reason": received.reason})
    return received


def _read(received: Received, now: datetime) -> Received:
    raw = files.read(received.key)
    mail = reading.read(raw)
    if received.state == State.arrived:
        received = _decide(received, mail, now)
    if received.state == State.attaching:
        received = _attach(received, mail, now)
    return received


def give_up(received: Received, now: datetime) -> bool:
    """Puts a mail before a human that could not be read all day; False when it was read, and only its files are left.

    Whose it is nobody could tell: where there are several workspaces it is counted, and shown to none.
    """
    if received.state != State.arrived:
        return False
    there = workspaces()
    known = received.model_copy(update={"workspace": there[0] if len(there) == 1 else None, "updated_at": now})
    if known.workspace is None:
        count("MailUnplaced")
        _settle(known, State.noted)
    else:
        _hold(known, "unreadable", Place(workspace=known.workspace), now)
    return True


def _decide(received: Received, mail: Mail, now: datetime) -> Received:
    place = placing.place(received, mail)
    known = received.model_copy(
        update={
            "workspace": place.workspace,
            "candidate_id": place.candidate_id,
            "scope": place.scope,
            "kind": mail.kind,
            "sender": mail.sender.address if mail.sender else None,
            "sender_name": mail.sender.name if mail.sender else None,
            "subject": mail.subject[:300],
            "updated_at": now,
        }
    )
    if place.workspace is None:
        count("MailUnplaced")
        return _settle(known, State.noted)
    mail_files.keep_whole(place.workspace, received.id, mail)
    why = reason_to_hold(received, mail, place)
    if mail.kind in REPORTS and why is None:
        return _report(known, mail, place, now)
    if why is None:
        return file(known, mail, now)
    if why == "other_sender" and (colleague := colleagues.writer(place.workspace, mail)):
        return colleagues.file(known, mail, colleague, now, fingerprint(mail))
    known = known.model_copy(update={"reason": why})
    same = fingerprint(mail)
    if waits_as(known) == State.quiet:
        return _settle(known, State.quiet, same)
    return _hold(known, why, place, now, same)


def waits_as(known: Received) -> State:
    """Where a mail lies that nothing says where to put: a machine's answer to nothing of ours asks for nothing."""
    answers_nothing = known.reason in ("unknown_sender", "no_thread")
    return State.quiet if known.kind == Kind.auto_reply and answers_nothing else State.held


def reason_to_hold(received: Received, mail: Mail, place: Place) -> HeldBecause | None:
    """Why a human decides; None when everything says where it belongs."""
    if problem := received.verdicts.problem():
        return problem
    if {"unreadable", "no_headers"} & set(mail.flags):
        return "unreadable"
    if mail.encrypted:
        return "encrypted"
    if mail.kind in REPORTS:
        return None if place.message else "unknown_report"
    if place.candidate_id is None:
        return "unknown_sender"
    if not place.sure:
        return "no_thread"
    return None if place.own_address else "other_sender"


def _settle(after: Received, state: State, same: str | None = None) -> Received:
    """Nothing but the mail's own row changes. `same`: a copy of what waits, or waited, for a human asks nothing."""

    def attempt() -> Received:
        row = store.load(after.id)
        if row.read().state != State.arrived:
            return row.read()
        done = after.model_copy(update={"state": state})
        transaction = Transaction()
        if same and not _first(transaction, after, same):
            done = after.model_copy(update={"state": State.noted})
        store.save(transaction, row, done)
        transaction.commit()
        return done

    return until_settled(attempt)


def _first(transaction: Transaction, known: Received, same: str) -> bool:
    """Whether no mail that says the same under the same Message-ID came before a human yet; from now on one did."""
    workspace = known.workspace or ""
    if store.is_there(workspace, BEFORE_A_HUMAN, same):
        return False
    transaction.create(store.SameItem.of(workspace, BEFORE_A_HUMAN, same, known.id))
    return True


def _report(known: Received, mail: Mail, place: Place, now: datetime) -> Received:
    """A bounce or a complaint does to the mail it is about what SES's own event would do."""
    message, workspace = place.message, place.workspace
    assert message
    assert workspace
    if mail.kind == Kind.complaint:
        said = {"type": fates.NO_SPAM if any(f.said == fates.NO_SPAM for f in mail.failures) else "abuse"}
        outbox.record_ses_event(workspace, message.key, "Complaint", known.id, known.at, said, also=stops.on_delivery)
        return _settle(known, State.noted)
    own = [f for f in mail.failures if (f.address or message.to).casefold() == message.to.casefold()]
    hard = any(f.severity == Severity.hard for f in own)
    detail = {"type": "Permanent" if hard else "Transient", "subtype": "Mail"}
    outbox.record_ses_event(workspace, message.key, "Bounce", known.id, known.at, detail, also=stops.on_delivery)
    return _settle(known, State.noted)


def _hold(known: Received, why: HeldBecause, place: Place, now: datetime, same: str | None = None) -> Received:
    """Before a human, once however often it is delivered (`same`). What another sender answered with a token is
    shown on that thread, and not merged.
    """
    workspace = known.workspace or ""

    def attempt() -> Received:
        row = store.load(known.id)
        if row.read().state != State.arrived:
            return row.read()
        held = known.model_copy(update={"state": State.held, "reason": why})
        transaction = Transaction()
        if same and not _first(transaction, known, same):
            return _settle(known, State.noted)
        if why == "other_sender" and place.candidate_id:
            thread = store.thread_of(workspace, place.candidate_id, place.scope)
            if thread:
                held = held.model_copy(update={"thread_id": thread.read().id})
                entry = Entry(
                    direction="in", id=known.id, at=known.at, subject=known.subject, sender=known.sender, apart=True
                )
                transaction.save(store.EntryItem.of(workspace, thread.read().id, entry))
            told = event(
                "mail_from_other", system(workspace), now, cause="mail", received=known.id, sender=known.sender,
                subject=known.subject, job_id=None if place.scope == ANYTHING else place.scope,
            )  # fmt: skip
            transaction.create(people.EventItem.of(workspace, place.candidate_id, told))
        if place.sure and place.candidate_id and known.kind not in (*REPORTS, Kind.auto_reply):
            stops.hold(transaction, workspace, place.candidate_id, now, known.id)
        store.save(transaction, row, held)
        transaction.commit()
        return held

    count("MailHeld")
    return until_settled(attempt)


def file(known: Received, mail: Mail, now: datetime, by: Actor | None = None) -> Received:
    """The mail joins the thread and the timeline of its person; who looks after them is told. Raises NotFound,
    Conflict (a human files a copy of what stands there already).

    `by`: a human said where it belongs; else the mail did.
    """
    workspace, candidate_id = known.workspace or "", known.candidate_id or ""

    def attempt() -> Received:
        row = store.load(known.id)
        before = row.read()
        if before.state not in (BY_HAND if by else {State.arrived}):
            return before
        transaction = Transaction()
        person = people.load(workspace, candidate_id)
        thread = _joined(transaction, workspace, person.read(), known, mail, now)
        if same := fingerprint(mail):
            if store.is_there(workspace, thread.id, same):
                if by:
                    raise Conflict("This mail stands in that conversation already.", candidate_id=candidate_id)
                return _settle(known.model_copy(update={"thread_id": thread.id}), State.noted)
            transaction.create(store.SameItem.of(workspace, thread.id, same, known.id))
        attached = mail_files.announce(transaction, workspace, known, mail, person.read(), now)
        told = _told(known, mail, thread, attached, now, by)
        people.write(transaction, workspace, person, person.read().touched(max(person.read().updated_at, now)), [told])
        entry = entry_of(known, mail, attached)
        transaction.save(store.EntryItem.of(workspace, thread.id, entry))
        if mail.kind != Kind.auto_reply:
            _tell(transaction, workspace, person.read(), thread, told, now)
            ids = {candidate_id, person.read().merged_into or candidate_id}
            stops.everything(
                transaction, workspace, ids, StopReason.reply, now, because=known.id, before=known.at, actor=by
            )
            exposures.did(transaction, workspace, person.read(), "reply", known.at, scope=thread.scope)
        done = known.model_copy(
            update={
                "state": State.attaching if attached else State.filed,
                "thread_id": thread.id,
                "scope": thread.scope,
                "decided_by": by.id if by else None,
                "updated_at": now,
            }
        )
        store.save(transaction, row, done)
        transaction.commit()
        return done

    done = until_settled(attempt)
    count("MailFiled")
    return done


def fingerprint(mail: Mail) -> str | None:
    """What one mail has in common with itself when its program sends it again and SES gives it another id; None
    without a Message-ID, of which RFC 5322 §3.6.4 says that no other mail has it."""
    if mail.message_id is None:
        return None
    sender = mail.sender.address.casefold() if mail.sender else ""
    said = [mail.message_id, sender, mail.text, *(a.sha256 for a in mail.attachments)]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def _joined(
    transaction: Transaction, workspace: str, person: Candidate, known: Received, mail: Mail, now: datetime
) -> Thread:
    """The thread with this mail in it; a person whom nobody wrote to has one from now on."""
    scope = known.scope or ANYTHING
    row = store.thread_of(workspace, person.id, scope)
    held = row.read() if row else Thread(
        id=new_id("thr", now), candidate_id=person.id, scope=scope, token=addresses.new_token(),
        created_at=now, last_at=known.at,
    )  # fmt: skip
    answers = mail.kind != Kind.auto_reply
    thread = held.model_copy(
        update={
            "last_at": max(held.last_at, known.at),
            "last_in_at": max(held.last_in_at or known.at, known.at) if answers else held.last_in_at,
            "received": held.received + 1,
            "needs_answer": held.needs_answer or answers,
        }
    )
    if known.at >= held.last_at:  # one that comes late changes nothing of how the list shows it
        last = {
            "snippet": snippet(replies.own_words(mail.split.reply or mail.text)),
            "last": "theirs" if answers else "automatic",
        }
        # What a machine heads its answer with is not what the conversation is about.
        subject = (bare_subject(known.subject) if answers else "") or held.subject or bare_subject(known.subject)
        thread = thread.model_copy(update=last | {"subject": subject})
    if row:
        store.change(transaction, workspace, row, thread)
    else:
        store.create(transaction, workspace, thread)
    return thread


def _told(
    known: Received, mail: Mail, thread: Thread, attached: list[AttachedFile], now: datetime, by: Actor | None
) -> Event:
    kind = "mail_auto_reply" if mail.kind == Kind.auto_reply else "mail_received"
    told = event_of(kind, known, mail, thread, attached, by or system(known.workspace or ""), now)
    if by:
        return told
    return told.model_copy(update={"actor": Author(kind="candidate", id=known.candidate_id, name=known.sender_name)})


def _tell(
    transaction: Transaction, workspace: str, person: Candidate, thread: Thread, told: Event, now: datetime
) -> None:
    """The bell of whom it is assigned to, else of the job's owner, else of who brought the person."""
    owner = thread.assigned_to
    if owner is None and thread.job_id:
        owner = jobs.load_job(workspace, thread.job_id).read().owner()
    owner = owner or person.origin.by
    if owner is None or owner not in members_of(workspace, [owner]):
        return
    about = {"candidate_id": person.id, "job_id": thread.job_id, "event_id": told.id}
    told_so = Notification.of("mail_received", system(workspace), now, **about)
    notify(transaction, workspace, owner, told_so.model_copy(update={"data": {"thread": thread.id}}))


def _attach(received: Received, mail: Mail, now: datetime) -> Received:
    """Puts the files into the quarantine, where the state machine finds them; then the mail is done."""
    mail_files.bring(received, mail)

    def attempt() -> Received:
        row = store.load(received.id)
        if row.read().state != State.attaching:
            return row.read()
        done = row.read().model_copy(update={"state": State.filed, "updated_at": now})
        transaction = Transaction()
        store.save(transaction, row, done)
        transaction.commit()
        return done

    return until_settled(attempt)
