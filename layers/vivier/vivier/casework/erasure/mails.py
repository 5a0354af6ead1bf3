"""What was written and received: messages with their links and files, mails that came in, files on their way in."""

from vivier.casework.arrivals import document_id
from vivier.casework.erasure.work import Work
from vivier.casework.mail_files import whole_key
from vivier.intake import store as intakes
from vivier.intake.model import Intake, document_prefix, opened_prefix, quarantine_key
from vivier.mail import clicks, outbox
from vivier.mail.attachments import OutFileItem
from vivier.mail.model import Message, State
from vivier.mail.outgoing import found_key, kept_key, waiting_key
from vivier.mail.store import MessageItem, SentItem
from vivier.mail.threads import store as threads
from vivier.mail.threads.model import OPEN, Entry, Received
from vivier.people import store as people
from vivier.people.identity import Claim
from vivier.people.lists import counted
from vivier.privacy.model import SETTLED
from vivier.storage.table import find, query
from vivier.storage.transaction import Transaction
from vivier.team import links

MOST = 1000


def message(work: Work, key: str) -> bool:
    """Removes a mail to the person, whatever became of it; False while a sender has it: that settles first."""
    return work.once(f"message {key}", lambda: _message(work, key))


def _message(work: Work, key: str) -> bool:
    row = find(MessageItem, MessageItem.key(work.workspace, key), consistent=True)
    if row is None or row.read().candidate_id not in work.ids:
        return True
    held = row.read()
    if held.state == State.claimed and held.claimed_at and work.now - held.claimed_at <= outbox.LEASE:
        return work.waits()
    return gone(work, row, held)


def gone(work: Work, row: MessageItem, held: Message) -> bool:
    """A mail that no sender has, with what hangs on it."""
    work.step()
    links.revoke(work.workspace, clicks.PURPOSE, held.key)
    for one in held.attachments if held.among == 1 else []:
        _attached(work, one.id)
    pressed = [r for r in query(row.pk, limit=MOST, consistent=True) if r.sk != row.sk]
    work.remove("others", pressed)
    transaction = work.transaction("mails")
    transaction.delete(row, when=MessageItem.version == row.number)
    if held.ses_id:
        transaction.delete(SentItem(*SentItem.key(held.ses_id)))
    if held.waits:
        counted(transaction, work.workspace, "review:mail", -1)
    return work.commit(transaction)


def _attached(work: Work, file_id: str) -> None:
    """A file that went to nobody else; what goes with a template stays with it."""
    row = find(OutFileItem, OutFileItem.key(work.workspace, file_id), consistent=True)
    if row and row.read().kept:
        return
    for key in (waiting_key, found_key, kept_key):
        work.clear(key(work.workspace, file_id))
    if row:
        work.remove("others", [row])


def received(work: Work, identifier: str, *, ours: bool = False) -> bool:
    """Removes a mail that came in, raw and read, with its files; False while it is being read. `ours`: it lies in a
    conversation of the person, whoever wrote it.
    """
    return work.once(f"received {identifier}", lambda: _received(work, identifier, ours=ours))


def _received(work: Work, identifier: str, *, ours: bool) -> bool:
    row = find(threads.ReceivedItem, threads.ReceivedItem.key(identifier), consistent=True)
    if row is None:
        return True
    held = row.read()
    if held.workspace != work.workspace or not (ours or held.candidate_id in work.ids):
        return True
    return away(work, row, held)


def away(work: Work, row: threads.ReceivedItem, held: Received) -> bool:
    """A mail that is the person's, or about them."""
    if held.state in OPEN and work.now - held.updated_at <= SETTLED:
        return work.waits()
    work.step()
    work.clear(held.key)
    work.clear(whole_key(work.workspace, held.id).removesuffix("mail.json"))
    transaction = work.transaction("received")
    threads.remove_received(transaction, row)
    return work.commit(transaction)


def entry(work: Work, one: Entry) -> bool:
    """A mail of a conversation of the person's."""
    for attached in one.attachments:
        if attached.intake_id:
            intake(work, attached.intake_id)
    if one.direction == "out":
        return message(work, one.id)
    return received(work, one.id, ours=True)


def intake(work: Work, identifier: str) -> bool:
    """A file's way in, and every place where its bytes may lie; whoever reads it at this moment finds no row."""
    return work.once(f"intake {identifier}", lambda: _intake(work, identifier))


def _intake(work: Work, identifier: str) -> bool:
    work.step()
    workspace = work.workspace
    row = find(intakes.IntakeItem, intakes.IntakeItem.key(workspace, identifier), consistent=True)
    if row and _anothers(work, row.read()):
        return True
    for prefix in (
        quarantine_key(workspace, identifier),
        f"{opened_prefix(workspace, identifier)}/",
        f"{document_prefix(workspace, document_id(identifier))}/",
    ):
        work.clear(prefix)
    if row is None:
        return True
    transaction = work.transaction("others")
    intakes.remove(transaction, workspace, row)
    return work.commit(transaction)


def _anothers(work: Work, held: Intake) -> bool:
    """Whether the file became a document of somebody else: while the person was part of them, say."""
    if held.candidate_id is None or held.candidate_id in work.ids or held.document_id != document_id(held.id):
        return False
    key = people.DocumentItem.key(work.workspace, held.candidate_id, held.document_id)
    return find(people.DocumentItem, key, consistent=True) is not None


def document(work: Work, row: people.DocumentItem) -> bool:
    """A document: its bytes, pictures and reading; the claim that says whose these bytes are."""
    held = row.read()
    if not intake(work, f"int_{held.id.partition('_')[2]}"):
        return False
    work.clear(f"{held.prefix}/")
    transaction = work.transaction("documents")
    transaction.delete(row)
    _unclaim(transaction, work, held.sha256)
    return work.commit(transaction)


def _unclaim(transaction: Transaction, work: Work, sha256: str) -> None:
    key = people.ClaimItem.key(work.workspace, Claim("file", sha256))
    owned = find(people.ClaimItem, key, consistent=True)
    if owned and owned.candidate_id in work.ids:
        transaction.delete(owned, when=people.ClaimItem.candidate_id == owned.candidate_id)
