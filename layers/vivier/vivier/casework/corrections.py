"""Corrections kept as material: what a workspace chose, one person's objection, and the file that is taken out.

What is taken out is made then: names, addresses and numbers changed (`masking`), the person's id left out, descriptions
and summaries never kept. Who objects, was erased or is past the time that was chosen is not in it, and goes.
"""

from datetime import datetime

from pydantic import Field

from vivier.casework.corrected import CorrectedDocument, document_of
from vivier.casework.stored import StoredReading
from vivier.gateways import files
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import Instant
from vivier.kernel.errors import NotFound
from vivier.kernel.model import Model
from vivier.kernel.versions import on_version
from vivier.people import service, store
from vivier.people.corrections import store as corrections
from vivier.people.corrections.model import Correction, Keeping
from vivier.people.corrections.store import CorrectionsItem, KeepingItem
from vivier.people.model import Candidate, Document, Strict
from vivier.people.timeline import event
from vivier.storage import cursor as cursors
from vivier.storage.table import find, get_many
from vivier.storage.transaction import Transaction, until_settled
from vivier.team import audit

PAGE = 10  # people whose documents are read in one request
LOOKED_AT = 200  # people counted for the screen
AT_ONCE = 25
MOST_FORGOTTEN = 400  # times AT_ONCE, in one request; what is left then is never taken out, and goes by its time


class CorrectionsHeld(Model):
    """What the workspace chose, and how much there is. `more`: there is more than was counted."""

    keeping: Keeping
    version: int
    people: int
    corrections: int
    more: bool
    since: Instant | None = Field(description="The oldest of them.")


class Refusing(Strict):
    refused: bool


class Taking(Strict):
    cursor: str | None = Field(default=None, max_length=2000)


class Taken(Model):
    """A page of what is taken out: one document with its corrections each."""

    documents: list[CorrectedDocument]
    cursor: str | None


def see(actor: Actor) -> CorrectionsHeld:
    """1 Get + 1 Query. Raises Forbidden."""
    actor.require(Permission.manage_workspace)
    keeping, version = corrections.keeping(actor.workspace)
    rows = corrections.page(actor.workspace, limit=LOOKED_AT)
    held = [row.read() for row in rows]
    return CorrectionsHeld(
        keeping=keeping,
        version=version,
        people=len(rows),
        corrections=sum(len(h.corrections) for h in held),
        more=len(rows) == LOOKED_AT,
        since=min((h.since for h in held), default=None),
    )


def choose(actor: Actor, wanted: Keeping, version: int | None, now: datetime) -> None:
    """Turned off, what was kept is deleted. Raises Forbidden, VersionMissing, VersionStale."""
    actor.require(Permission.manage_workspace)
    held = find(KeepingItem, KeepingItem.key(actor.workspace), consistent=True)
    number = held.number if held else 0
    stale = on_version(version, number, "Someone else changed this meanwhile.", ["keeping"])
    transaction = Transaction()
    transaction.save(held.now(wanted) if held else KeepingItem.of(actor.workspace, wanted))
    chosen = {"keeps": str(wanted.keeps), "documents": str(wanted.documents), "months": str(wanted.months)}
    audit.tell(transaction, actor, "corrections_keeping_changed", now, **chosen)
    transaction.commit_on(stale)
    if not wanted.keeps:
        _forget_all(actor.workspace)


def _forget_all(workspace: str) -> None:
    after: str | None = None
    for _ in range(MOST_FORGOTTEN):
        rows = corrections.page(workspace, after, limit=AT_ONCE)
        _delete(rows)
        if len(rows) < AT_ONCE:
            return
        after = rows[-1].gsi2sk


def _delete(rows: list[CorrectionsItem]) -> None:
    if rows:
        transaction = Transaction()
        transaction.delete(*rows)
        transaction.commit()


def refuse(actor: Actor, candidate_id: str, wanted: Refusing, now: datetime) -> None:
    """Notes that a person objects (GDPR art. 21), or does no more; what was kept goes with it. Raises NotFound."""
    actor.require(Permission.edit_people)
    kind = "corrections_refused" if wanted.refused else "corrections_allowed"
    at = now if wanted.refused else None

    def change(person: Candidate) -> Candidate:
        return person.model_copy(update={"corrections_refused_at": at})

    def attempt() -> None:
        if bool(store.load(actor.workspace, candidate_id).read().corrections_refused_at) == wanted.refused:
            return
        transaction = Transaction()
        service.tell(transaction, actor.workspace, candidate_id, event(kind, actor, now), change)
        transaction.commit()

    until_settled(attempt)


def take_out(actor: Actor, wanted: Taking, now: datetime) -> Taken:
    """A page of documents with their corrections; the first is noted in the audit. Raises Forbidden, BadCursor."""
    actor.require(Permission.manage_workspace)
    (after,) = cursors.decode(wanted.cursor, str) if wanted.cursor else (None,)
    keeping, _ = corrections.keeping(actor.workspace)
    if after is None:
        transaction = Transaction()
        audit.tell(transaction, actor, "corrections_exported", now, documents=str(keeping.documents))
        transaction.commit()
    rows = corrections.page(actor.workspace, after, limit=PAGE) if keeping.keeps else []
    people = store.standing_of(actor.workspace, (row.candidate_id for row in rows))
    oldest = now - corrections.MONTH * keeping.months
    stays = [r for r in rows if _may_stay(people.get(r.candidate_id), r.read().since, oldest)]
    _delete([row for row in rows if row not in stays])
    documents = [d for row in stays for d in _of(actor.workspace, row, keeping)]
    return Taken(documents=documents, cursor=cursors.encode([rows[-1].gsi2sk]) if len(rows) == PAGE else None)


def _may_stay(person: Candidate | None, since: datetime, oldest: datetime) -> bool:
    return person is not None and not corrections.objects(person) and since >= oldest


def _of(workspace: str, row: CorrectionsItem, keeping: Keeping) -> list[CorrectedDocument]:
    """The documents of one row: 1 Get, 1 BatchGet and an object each."""
    held, person = row.read(), store.load(workspace, row.candidate_id).read()
    by_document: dict[str, list[Correction]] = {}
    for correction in held.corrections:
        by_document.setdefault(correction.document_id, []).append(correction)
    keys = [store.DocumentItem.key(workspace, p, d) for d in by_document for p in sorted(person.everyone())]
    documents = [r.read() for r in get_many(store.DocumentItem, keys)]
    return [
        document_of(held.id, person, d, _reading(d), by_document[d.id], with_lines=keeping.documents) for d in documents
    ]


def _reading(document: Document) -> StoredReading:
    try:
        return StoredReading.model_validate_json(files.read(f"{document.prefix}/reading.json"))
    except NotFound:
        return StoredReading(pages=[])
