"""Files on their way out with a mail: announced, posted into a quarantine, inspected like a CV, then attachable."""

from collections.abc import Iterable
from datetime import datetime

from pydantic import ConfigDict, Field

from vivier.casework import letters
from vivier.casework.inspection import Found
from vivier.casework.uploads import TOO_LARGE, Refusal
from vivier.gateways import files
from vivier.intake.model import Described
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import Instant
from vivier.kernel.errors import Invalid, NotFound
from vivier.kernel.ids import new_id
from vivier.kernel.model import Model
from vivier.mail.attachments import (
    MOST_FILE,
    MOST_TOGETHER,
    FileState,
    OutFile,
    OutFileItem,
)
from vivier.mail.drafts import MOST_ATTACHED
from vivier.mail.inbound.attachments import clean_name
from vivier.mail.model import Attached
from vivier.mail.outgoing import found_key, kept_key, waiting_key
from vivier.storage.table import get, get_many
from vivier.storage.transaction import Transaction
from vivier.team import audit


class Attaching(Model):
    """Files that somebody is about to attach."""

    model_config = ConfigDict(extra="forbid")

    files: list[Described] = Field(min_length=1, max_length=MOST_ATTACHED)


class AttachForm(Model):
    """Where one file may be posted, until `expires_at`; or why it may not."""

    client_key: str
    file_id: str | None = None
    url: str | None = None
    fields: dict[str, str] = Field(default_factory=dict)
    expires_at: Instant | None = None
    refused: Refusal | None = None


def announce(actor: Actor, wanted: Attaching, now: datetime) -> list[AttachForm]:
    """One row and one signed form a file; one that is too large is refused on the spot. One transaction."""
    actor.require(Permission.write_mails)
    forms, transaction = [], Transaction()
    for one in wanted.files:
        if one.size > MOST_FILE:
            forms.append(AttachForm(client_key=one.client_key, refused=TOO_LARGE))
            continue
        file = OutFile(
            id=new_id("fil", now), name=clean_name(one.name), size=one.size, created_at=now, created_by=actor.id
        )
        transaction.create(OutFileItem.of(actor.workspace, file))
        forms.append(_form(actor.workspace, file, one, now))
    if transaction.size:
        transaction.commit()
    return forms


def _form(workspace: str, file: OutFile, one: Described, now: datetime) -> AttachForm:
    key = waiting_key(workspace, file.id)
    form = files.upload_form(key, one.content_type, name=file.name, most=MOST_FILE, now=now)
    return AttachForm(client_key=one.client_key, file_id=file.id, **dict(form))


def copied(actor: Actor, source: str, name: str, size: int, media_type: str, now: datetime) -> str:
    """A file that lies in the store already goes the same way: into the quarantine, to be inspected. Its new id."""
    file = OutFile(id=new_id("fil", now), name=clean_name(name), size=size, created_at=now, created_by=actor.id)
    transaction = Transaction()
    transaction.create(OutFileItem.of(actor.workspace, file))
    transaction.commit()
    stored = files.read_stored(source)
    files.write(waiting_key(actor.workspace, file.id), stored.data, media_type or files.UNKNOWN_TYPE, name=file.name)
    return file.id


def look(actor: Actor, file_id: str) -> OutFile:
    """How far a file is: one Get, and while it waits one object. Raises NotFound."""
    actor.require(Permission.write_mails)
    return _seen(actor.workspace, get(OutFileItem, OutFileItem.key(actor.workspace, file_id), consistent=True))


def _seen(workspace: str, row: OutFileItem) -> OutFile:
    """The file, with what the inspection has found of it since."""
    file = row.read()
    if file.state != FileState.waiting:
        return file
    try:
        found = Found.model_validate_json(files.read(found_key(workspace, file.id)))
    except NotFound:
        return file
    known = {"size": found.size, "reason": found.refused, "media_type": found.media_type, "sha256": found.sha256}
    after = file.model_copy(update=known | {"state": FileState.refused if found.refused else FileState.ready})
    transaction = Transaction()
    transaction.save(OutFileItem.of(workspace, after))
    transaction.commit()
    return after


def wanted(actor: Actor, ids: list[str]) -> list[Attached]:
    """The files of a draft, if all may leave: one BatchGet. Raises Invalid, naming those that may not."""
    if not ids:
        return []
    rows = get_many(OutFileItem, [OutFileItem.key(actor.workspace, i) for i in ids], consistent=True)
    found = [_seen(actor.workspace, row) for row in rows]
    gone = set(ids) - {file.id for file in found}
    wrong = [{"field": "files", "message": f"{i} is no longer there. Choose it again."} for i in sorted(gone)]
    wrong += [{"field": "files", "message": f"{f.name}: {f.reason or f.state}"} for f in found if f.state != "ready"]
    if wrong:
        raise Invalid("Some of these files cannot be sent.", wrong)
    fit_together(file.size for file in found)
    return [file.attached() for file in found]


def fit_together(sizes: Iterable[int]) -> None:
    """Raises Invalid for more than one mail may carry."""
    if sum(sizes) > MOST_TOGETHER:
        said = [{"field": "files", "message": "Together they may have 15 MB at most."}]
        raise Invalid("These files are too large for one mail.", said)


def keep(workspace: str, attached: list[Attached]) -> None:
    """Puts the files where they stay as long as the mail does. Doing it twice is harmless. Raises Invalid."""
    for one in attached:
        if files.exists(kept_key(workspace, one.id)):
            continue
        try:
            files.copy(waiting_key(workspace, one.id), kept_key(workspace, one.id), one.media_type)
        except NotFound as gone:
            said = [{"field": "files", "message": f"{one.name} is no longer there. Choose it again."}]
            raise Invalid("Some of these files cannot be sent.", said) from gone


def link(actor: Actor, candidate_id: str, key: str, number: int, now: datetime) -> tuple[str, str]:
    """A one-minute address of a file that left with a mail, and its name; downloaded, never shown. Raises NotFound."""
    message = letters.message(actor, candidate_id, key)
    if number >= len(message.attachments):
        raise NotFound("There is no such file.")
    one = message.attachments[number]
    audit.seen(actor, "file_taken", now, candidate_id=candidate_id, message=key)
    return files.download_link(kept_key(actor.workspace, one.id), one.name, files.UNKNOWN_TYPE), one.name
