"""The one reminder of who was asked for something: decided when it is due, by how things stand then.

Whoever answered, wrote, left the job, may not be mailed or has nothing missing any more is left in peace, and the
timeline says why.
"""

from datetime import datetime
from typing import Literal

from vivier.casework.asking import guard, said
from vivier.hiring import store as hiring
from vivier.kernel.actor import system
from vivier.kernel.errors import VivierError
from vivier.mail import asks as mails
from vivier.mail import outbox, settling
from vivier.mail.model import Message
from vivier.mail.threads import store as threads
from vivier.mail.threads.model import ANYTHING
from vivier.people import store
from vivier.people.asks import store as rows
from vivier.people.asks.model import Ask, has
from vivier.people.model import Candidate
from vivier.people.store import ApplicationItem
from vivier.people.timeline import event, in_order
from vivier.people.writable import Held, cannot_write
from vivier.storage.table import find
from vivier.storage.transaction import Transaction, until_settled
from vivier.team import service as team

LeftOut = Held | Literal["expired", "gone", "replied", "known", "left_job", "template", "silence"]


def remind(workspace: str, candidate_id: str, now: datetime) -> bool:
    """Whether a reminder was put into the outbox. However often, late or at once it runs, there is one at most."""

    def attempt() -> bool:
        row = rows.held(workspace, candidate_id)
        if row is None:
            return False
        ask = row.read()
        if ask.remind_at is None or ask.remind_at > now:
            return False
        record = store.standing(workspace, candidate_id)
        person = record.read() if record else None
        why = "gone" if person is None else _left_out(workspace, ask, person, now)
        transaction = Transaction()
        told = []
        after = ask.model_copy(update={"remind_at": None})
        if why is None and person:
            try:
                message = _mail(workspace, ask, person, now)
            except VivierError:
                why = "template"
            else:
                after = after.model_copy(update={"reminded_at": now})
                outbox.put(transaction, workspace, message)
                told = [event("missing_reminded", system(workspace), now, cause="schedule", more=said(ask))]
                told.append(event("mail_queued", system(workspace), now, cause="asked", more=settling.summary(message)))
        if why:
            told = [event("missing_not_reminded", system(workspace), now, cause="schedule", more=said(ask), why=why)]
        rows.save(transaction, workspace, row, after)
        to = person.id if person else candidate_id
        transaction.create(*(store.EventItem.of(workspace, to, e) for e in in_order(told)))
        transaction.commit()
        return why is None

    return until_settled(attempt)


def _left_out(workspace: str, ask: Ask, person: Candidate, now: datetime) -> LeftOut | None:
    """Why this person is not reminded; up to four Gets."""
    if not ask.open(now):
        return "expired"
    if held := cannot_write(person):
        return held
    wish = person.unsolicited
    if wish.stops or (wish.until and wish.until > now):
        return "silence"  # the question itself was a colleague's; a reminder comes by itself
    if all(has(person, p) for p in ask.pieces):
        return "known"
    if ask.job_id and not _in_job(workspace, ask, ask.job_id):
        return "left_job"
    scopes = {ANYTHING, *([ask.job_id] if ask.job_id else []), *person.jobs[:10]}
    written = (threads.thread_of(workspace, person.id, scope) for scope in sorted(scopes))
    heard = (row.read().last_in_at for row in written if row)
    return "replied" if any(at and at > ask.made_at for at in heard) else None


def _in_job(workspace: str, ask: Ask, job_id: str) -> bool:
    row = find(ApplicationItem, ApplicationItem.key(workspace, ask.candidate_id, job_id), consistent=True)
    return row is not None and hiring.read(row).open


def _mail(workspace: str, ask: Ask, person: Candidate, now: datetime) -> Message:
    rendered = mails.render("ask_reminder", ask, person, team.workspace(workspace))
    if rendered.missing:
        raise VivierError("The reminder has merge fields without a value.")
    return mails.message("ask_reminder", ask, rendered, person, guard(workspace, ask), now, now)
