"""What a mail of ours takes along, so that its answer is known: the thread's address, and its place in the thread."""

from datetime import datetime

from vivier.kernel.ids import new_id
from vivier.kernel.settings import settings
from vivier.mail.model import Message
from vivier.mail.threads import addresses, store
from vivier.mail.threads.model import ANYTHING, Entry, Thread
from vivier.people.store import APPLICATION
from vivier.storage.transaction import Transaction


def scope_of(message: Message) -> str:
    """The job that a mail is about, told by what it guards; or none."""
    sk = message.guard.sk if message.guard else ""
    return sk.removeprefix(APPLICATION) if sk.startswith(APPLICATION) else ANYTHING


def take_along(transaction: Transaction, workspace: str, message: Message, now: datetime) -> str | None:
    """Puts a mail into its thread with the transaction that claims it; the address that answers go to. One Get.

    None where no mail is received, and for mails to one of us.
    """
    domain = settings().mail_domain
    if not domain or message.candidate_id is None:
        return None
    row = store.thread_of(workspace, message.candidate_id, scope_of(message))
    answered = message.author is not None  # a colleague wrote it
    if row is None:
        thread = Thread(
            id=new_id("thr", now),
            candidate_id=message.candidate_id,
            scope=scope_of(message),
            token=addresses.new_token(),
            subject=message.subject,
            created_at=now,
            last_at=now,
        )
        store.create(transaction, workspace, thread)
    else:
        held = row.read()
        thread = held.model_copy(
            update={"last_at": max(held.last_at, now), "needs_answer": held.needs_answer and not answered}
        )
        transaction.save(row.now(workspace, thread))
    entry = Entry(direction="out", id=message.key, at=now, subject=message.subject)
    transaction.save(store.EntryItem.of(workspace, thread.id, entry))
    return addresses.reply_address(thread.token, domain)
