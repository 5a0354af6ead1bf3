"""Asking to send files, and what a human does with one that failed."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from vivier.gateways import files, workflows
from vivier.hiring import applications
from vivier.hiring import store as jobs
from vivier.intake import store
from vivier.intake.model import (
    MOST_BYTES,
    Announcement,
    Described,
    Intake,
    State,
    document_prefix,
    quarantine_key,
)
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import Instant
from vivier.kernel.errors import Conflict, Unavailable
from vivier.kernel.ids import new_id
from vivier.kernel.model import Model
from vivier.kernel.observability import logger
from vivier.storage.transaction import Transaction, until_settled
from vivier.team import audit


class Refusal(Model):
    reason: Literal["too_large"]
    message: str


TOO_LARGE = Refusal(reason="too_large", message="A file may have 10 MB at most.")


class Upload(Model):
    """Where one file may be posted, until `expires_at`; or why it may not."""

    client_key: str
    intake_id: str | None = None
    url: str | None = None
    fields: dict[str, str] = Field(default_factory=dict)
    expires_at: Instant | None = None
    refused: Refusal | None = None


def announce(actor: Actor, wanted: Announcement, now: datetime) -> list[Upload]:
    """One row and one signed form for each file; a file that is too large is refused on the spot.

    Raises NotFound, Conflict (a job that takes nobody).
    """
    actor.require(Permission.drop_files)
    if wanted.job_id and not applications.takes_people(jobs.load_job(actor.workspace, wanted.job_id).read()):
        raise Conflict("This job takes nobody any more.")
    uploads, rows = [], []
    for file in wanted.files:
        if file.size > MOST_BYTES:
            uploads.append(Upload(client_key=file.client_key, refused=TOO_LARGE))
            continue
        intake = _intake(actor, wanted, file, now)
        rows.append(store.IntakeItem.of(actor.workspace, intake))
        uploads.append(_form(actor.workspace, intake, now))
    transaction = Transaction()
    transaction.create(*rows)
    if rows:
        transaction.commit()
    return uploads


def _intake(actor: Actor, wanted: Announcement, file: Described, now: datetime) -> Intake:
    return Intake(
        id=new_id("int", now),
        batch=wanted.batch,
        client_key=file.client_key,
        name=file.name,
        size=file.size,
        content_type=file.content_type or files.UNKNOWN_TYPE,
        relation=wanted.relation,
        source=wanted.source,
        campaign=wanted.campaign,
        referrer=wanted.referrer,
        for_job=wanted.job_id,
        created_at=now,
        created_by=actor.id or None,
        created_by_name=actor.name or None,
        updated_at=now,
    )


def _form(workspace: str, intake: Intake, now: datetime) -> Upload:
    key = quarantine_key(workspace, intake.id)
    form = files.upload_form(key, intake.content_type, name=intake.name, most=MOST_BYTES, now=now)
    return Upload(client_key=intake.client_key, intake_id=intake.id, **dict(form))


def renew(actor: Actor, intake_id: str, now: datetime) -> Upload:
    """A fresh form for a file that was not sent in time. Raises NotFound, Conflict when it has arrived."""
    actor.require(Permission.drop_files)
    intake = store.load(actor.workspace, intake_id).read()
    if intake.state != State.awaiting_file or files.exists(quarantine_key(actor.workspace, intake_id)):
        raise Conflict("This file has arrived already.", state=intake.state)
    return _form(actor.workspace, intake, now)


def retry(
    actor: Actor, intake_id: str, now: datetime, *, accept_anything: bool = False, came_back: bool = False
) -> Intake:
    """Reads a failed file again; `accept_anything` takes it for a CV because a human says so, `came_back` its person
    for somebody who is here by their own will.
    """
    actor.require(Permission.review)

    def attempt() -> Intake:
        row = store.load(actor.workspace, intake_id)
        intake = row.read()
        if intake.state not in (State.failed, State.discarded):
            raise Conflict("Only a file that failed is read again.", state=intake.state)
        again = intake.model_copy(
            update={
                "state": State.reading,
                "step": "inspect",
                "attempt": intake.attempt + 1,
                "accept_anything": accept_anything,
                "came_back": came_back,
                "reason": None,
                "detail": None,
                "finished_at": None,
                "job_id": None,
                "updated_at": now,
            }
        )
        transaction = Transaction()
        store.save(transaction, actor.workspace, row, again)
        transaction.commit()
        return again

    again = until_settled(attempt)
    try:
        drive(actor.workspace, again)
    except Unavailable:
        logger.warning("left to the sweep", extra={"intake_id": intake_id})
    return again


def drive(workspace: str, intake: Intake) -> bool:
    """Starts the state machine for a stored file, once for each attempt."""
    payload = {"workspace": workspace, "intake_id": intake.id}
    return workflows.start_intake(f"{intake.id}-{intake.attempt}", payload)


def discard(actor: Actor, intake_id: str, now: datetime) -> Intake:
    """Takes a failed file off the list. The file stays; `restore` brings it back."""
    return _move(actor, intake_id, {State.failed, State.awaiting_file}, State.discarded, now)


def restore(actor: Actor, intake_id: str, now: datetime) -> Intake:
    return _move(actor, intake_id, {State.discarded}, State.failed, now)


def _move(actor: Actor, intake_id: str, out_of: set[State], into: State, now: datetime) -> Intake:
    actor.require(Permission.review)

    def attempt() -> Intake:
        row = store.load(actor.workspace, intake_id)
        intake = row.read()
        if intake.state not in out_of:
            raise Conflict("This file is no longer where it was.", state=intake.state)
        reason = intake.reason or ("never_arrived" if into == State.failed else None)
        moved = intake.model_copy(update={"state": into, "reason": reason, "updated_at": now, "finished_at": now})
        transaction = Transaction()
        store.save(transaction, actor.workspace, row, moved)
        transaction.commit()
        return moved

    return until_settled(attempt)


def one(actor: Actor, intake_id: str) -> Intake:
    actor.require(Permission.drop_files)
    return store.load(actor.workspace, intake_id).read()


def link(actor: Actor, intake_id: str, now: datetime) -> tuple[str, str]:
    """A one-minute address of the file as it came, and its name. It is always downloaded, never shown."""
    actor.require(Permission.review)
    intake = store.load(actor.workspace, intake_id).read()
    key = intake_file(actor.workspace, intake)
    audit.seen(actor, "file_taken", now, intake_id=intake_id, candidate_id=intake.candidate_id)
    return files.download_link(key, intake.name, files.UNKNOWN_TYPE), intake.name


def intake_file(workspace: str, intake: Intake) -> str:
    if intake.document_id and intake.state == State.recorded:
        return f"{document_prefix(workspace, intake.document_id)}/original"
    return quarantine_key(workspace, intake.id)
