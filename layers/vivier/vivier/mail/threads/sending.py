"""What a mail of ours takes along, so that its answer is known: the thread's address, and its place in the thread."""

from datetime import datetime

from vivier.kernel.errors import NotFound
from vivier.kernel.ids import new_id
from vivier.kernel.settings import settings
from vivier.mail.model import Message
from vivier.mail.threads import addresses, store
from vivier.mail.threads.model import ANYTHING, Entry, Thread, bare_subject, snippet
from vivier.people.store import APPLICATION
from vivier.storage.transaction import Transaction


def scope_of(message: Message) -> str:
    """The job that a mail is about, as whoever wrote it says, or as what it guards tells; or none."""
    if message.conversation:
        return message.conversation
    sk = message.guard.sk if message.guard else ""
    return sk.removeprefix(APPLICATION) if sk.startswith(APPLICATION) else ANYTHING


def take_along(
    transaction: Transaction, workspace: str, message: Message, now: datetime, own: store.ThreadItem | None
) -> str | None:
    """Puts a mail into its thread with the transaction that claims it; the address that answers go to. Two Gets where
    it goes on a conversation. `own`: the person's own thread about its job, if there is one.

    None where no mail is received, and for mails to one of us or passed on to somebody: an answer to those is none of
    the person's. What a colleague wrote by hand answers what had come
    when they wrote it; what came since still needs an answer.
    """
    domain = settings().mail_domain
    if not domain or message.candidate_id is None or message.passed_on:
        return None
    row = _continued(workspace, message) or own
    by_hand = message.draft is not None  # a colleague wrote it
    last = {
        "snippet": snippet(message.text[: len(message.text) - message.quoted]),
        "last": "ours" if by_hand else "product",
        "subject": bare_subject(message.subject),
    }
    if row is None:
        thread = Thread(
            id=new_id("thr", now),
            candidate_id=message.candidate_id,
            scope=scope_of(message),
            token=addresses.new_token(),
            created_at=now,
            last_at=now,
            written=by_hand,
        ).model_copy(update=last)
        store.create(transaction, workspace, thread)
    else:
        held = row.read()
        answered = by_hand and (held.last_in_at is None or held.last_in_at <= message.created_at)
        changed = {
            "last_at": max(held.last_at, now),
            "needs_answer": held.needs_answer and not answered,
            "written": held.written or by_hand,
        }
        thread = held.model_copy(update=last | changed)
        store.change(transaction, workspace, row, thread)
    entry = Entry(direction="out", id=message.key, at=now, subject=message.subject)
    transaction.save(store.EntryItem.of(workspace, thread.id, entry))
    return addresses.reply_address(thread.token, domain)


def _continued(workspace: str, message: Message) -> store.ThreadItem | None:
    """The conversation that it goes on, even one of a record merged since."""
    if message.thread_id is None:
        return None
    try:
        return store.by_id(workspace, message.thread_id)
    except NotFound:
        return None


def announced(transaction: Transaction, workspace: str, message: Message) -> None:
    """Shows a mail that waits in the conversation that it goes on, with the transaction that writes it."""
    if message.thread_id:
        entry = Entry(
            direction="out", id=message.key, at=message.due_at, subject=message.subject, forwarded=message.passed_on
        )
        transaction.save(store.EntryItem.of(workspace, message.thread_id, entry))


def withdrawn(transaction: Transaction, workspace: str, message: Message) -> None:
    """Takes it out again: it was stopped."""
    if message.thread_id:
        key = store.EntryItem.key(workspace, message.thread_id, "out", message.key)
        transaction.delete(store.EntryItem(*key))
