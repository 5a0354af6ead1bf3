"""What a received mail is kept as, and its files' way into the same quarantine as every other document's."""

from datetime import datetime

from vivier.gateways import files
from vivier.intake.model import MOST_BYTES, Intake, quarantine_key
from vivier.intake.store import IntakeItem
from vivier.kernel.ids import derived_id
from vivier.mail.inbound.model import Attachment, Mail
from vivier.mail.threads.model import AttachedFile, Received, Whole
from vivier.people.model import Candidate
from vivier.storage.transaction import Transaction

# What cv_intake reads; whatever else came can be taken from the mail as it is.
READ = {"pdf", "docx", "doc", "odt", "rtf", "txt", "jpg", "jpeg", "png", "tif", "tiff", "heic"}
MOST_READ = 10  # files of one mail


def whole_key(workspace: str, received_id: str) -> str:
    return f"mails/{workspace}/{received_id}/mail.json"


def file_key(workspace: str, received_id: str, number: int) -> str:
    return f"mails/{workspace}/{received_id}/file-{number}"


def keep_whole(workspace: str, received_id: str, mail: Mail) -> None:
    """Writes what the mail says beside its raw bytes. Doing it twice is harmless."""
    whole = Whole(
        id=received_id,
        subject=mail.subject,
        sender=mail.sender.address if mail.sender else None,
        sender_name=mail.sender.name if mail.sender else None,
        to=[a.address for a in mail.to],
        cc=[a.address for a in mail.cc],
        dated=mail.dated,
        kind=mail.kind,
        reply=mail.split.reply,
        signature=mail.split.signature,
        quoted=mail.split.quoted,
        text=mail.text,
        html=mail.html,
        attachments=described(mail),
        signed=mail.signed,
        encrypted=mail.encrypted,
        flags=mail.flags,
    )
    files.write(whole_key(workspace, received_id), whole.model_dump_json().encode(), "application/json")


def whole(workspace: str, received_id: str) -> Whole:
    """Raises NotFound."""
    return Whole.model_validate_json(files.read(whole_key(workspace, received_id)))


def described(mail: Mail) -> list[AttachedFile]:
    return [
        AttachedFile(number=n, name=a.name, media_type=a.media_type, size=a.size, kind=a.kind)
        for n, a in enumerate(mail.attachments)
    ]


def readable(one: Attachment) -> bool:
    """Whether it is read like a document that was dropped: no picture of the mail's own, nothing empty or too large."""
    ending = one.name.rpartition(".")[2].lower()
    return one.kind == "file" and ending in READ and 0 < one.size <= MOST_BYTES


def announce(
    transaction: Transaction, workspace: str, received: Received, mail: Mail, person: Candidate, now: datetime
) -> list[AttachedFile]:
    """A row of intake for each file that is read, in the transaction that files the mail."""
    attached, read = [], 0
    for one, told in zip(mail.attachments, described(mail), strict=True):
        if readable(one) and read < MOST_READ:
            read += 1
            intake = _intake(received, one, told.number, person, now)
            transaction.create(IntakeItem.of(workspace, intake))
            attached.append(told.model_copy(update={"intake_id": intake.id}))
        else:
            attached.append(told)
    return attached


def intake_id(received: Received, number: int) -> str:
    """The same each time: a mail that is brought twice makes one document."""
    return derived_id("int", received.at, received.id, str(number))


def _intake(received: Received, one: Attachment, number: int, person: Candidate, now: datetime) -> Intake:
    return Intake(
        id=intake_id(received, number),
        batch=f"mail-{received.id}"[:64],
        client_key=str(number),
        name=one.name,
        size=one.size,
        content_type=one.media_type,
        relation=person.relation,
        source="mail",
        for_candidate=person.id,
        created_at=now,
        updated_at=now,
    )


def beside(received: Received, mail: Mail) -> None:
    """The bytes of its files beside the mail, to be taken. Doing it twice is harmless."""
    for number, one in enumerate(mail.attachments):
        files.write(file_key(received.workspace or "", received.id, number), one.data, files.UNKNOWN_TYPE)


def bring(received: Received, mail: Mail) -> None:
    """The bytes: all beside the mail, to be taken; those that are read into the quarantine too."""
    workspace, read = received.workspace or "", 0
    beside(received, mail)
    for number, one in enumerate(mail.attachments):
        if readable(one) and read < MOST_READ:
            read += 1
            key = quarantine_key(workspace, intake_id(received, number))
            files.write(key, one.data, one.media_type, name=one.name)
