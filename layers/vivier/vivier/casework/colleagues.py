"""A colleague who was in copy answers from their own mail program: it stands in the conversation under their name.

It answers the person only where it went to them too; else it is a word to the team, which the person has not seen.
"""

from datetime import datetime

from vivier.casework import mail_files
from vivier.casework.incoming import entry_of, event_of
from vivier.kernel.actor import system
from vivier.mail.inbound import replies
from vivier.mail.inbound.model import Kind, Mail
from vivier.mail.threads import store
from vivier.mail.threads.model import ANYTHING, Received, State, bare_subject, snippet
from vivier.people import store as people
from vivier.people.model import Author, Candidate
from vivier.storage.transaction import Transaction, until_settled
from vivier.team.model import Member, MemberState
from vivier.team.store import members


def writer(workspace: str, mail: Mail) -> Member | None:
    """Who of the workspace has the sender's address: one Query."""
    sender = mail.sender.address.casefold() if mail.sender else ""
    return next((m for m in members(workspace) if m.state == MemberState.active and m.email.casefold() == sender), None)


def file(known: Received, mail: Mail, colleague: Member, now: datetime, same: str | None) -> Received:
    """The mail joins the conversation; nothing that waits for the person's answer stops. An automatic answer is noted,
    and one that was delivered before (`same`: what it has in common with itself).

    Raises NotFound.
    """
    workspace, candidate_id = known.workspace or "", known.candidate_id or ""
    mail_files.beside(known, mail)

    def attempt() -> Received:
        row = store.load(known.id)
        if row.read().state != State.arrived:
            return row.read()
        transaction = Transaction()
        done = known.model_copy(update={"state": State.noted, "updated_at": now})
        held = store.thread_of(workspace, candidate_id, known.scope or ANYTHING)
        twice = bool(held and same and store.is_there(workspace, held.read().id, same))
        if held and mail.kind != Kind.auto_reply and not twice:
            if same:
                transaction.create(store.SameItem.of(workspace, held.read().id, same, known.id))
            _joined(transaction, workspace, held, people.load(workspace, candidate_id).read(), done, mail, colleague)
            done = done.model_copy(update={"state": State.filed, "thread_id": held.read().id})
        store.save(transaction, row, done)
        transaction.commit()
        return done

    return until_settled(attempt)


def _joined(
    transaction: Transaction,
    workspace: str,
    row: store.ThreadItem,
    person: Candidate,
    known: Received,
    mail: Mail,
    colleague: Member,
) -> None:
    thread, reply = row.read(), mail.split.reply or mail.text
    theirs = {v.value.casefold() for v in person.fields.emails}
    seen = any(a.address.casefold() in theirs for a in (*mail.to, *mail.cc))
    after = {"last_at": max(thread.last_at, known.at), "needs_answer": thread.needs_answer and not seen}
    if known.at >= thread.last_at:
        begins = snippet(replies.own_words(reply))
        after |= {"snippet": begins, "last": "ours", "subject": thread.subject or bare_subject(known.subject)}
    store.change(transaction, workspace, row, thread.model_copy(update=after))
    attached = mail_files.described(mail)
    # What the person never saw, no answer of ours to them names.
    more: dict[str, object] = {"colleague": colleague.name, "team_only": not seen}
    more |= {} if seen else {"message_id": None, "references": []}
    entry = entry_of(known, mail, attached).model_copy(update=more)
    transaction.save(store.EntryItem.of(workspace, thread.id, entry))
    kind = "mail_from_colleague" if seen else "mail_to_team"
    told = event_of(kind, known, mail, thread, attached, system(workspace), known.updated_at)
    by = Author(kind="member", id=colleague.id, name=colleague.name)
    transaction.create(people.EventItem.of(workspace, person.id, told.model_copy(update={"actor": by})))
