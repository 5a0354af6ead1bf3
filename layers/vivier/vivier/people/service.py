"""Use cases on one person's record: open it, read further back, edit it."""

from datetime import datetime

from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import AlreadyKnown, Invalid, NotFound, VersionMissing, VersionStale
from vivier.kernel.ids import sort_key
from vivier.people import editing, store
from vivier.people.editing import Edit
from vivier.people.model import Candidate, Document, Event, Pair, Proposal, Strict
from vivier.people.timeline import event, visible
from vivier.storage import cursor as cursors
from vivier.storage.table import get
from vivier.storage.transaction import Lost, Transaction


class Opened(Strict):
    """A person as the page shows them."""

    candidate: Candidate
    version: int
    documents: list[Document]
    proposals: list[Proposal]
    pairs: list[Pair]
    events: list[Event]
    events_cursor: str | None


def open_candidate(actor: Actor, candidate_id: str) -> Opened:
    """One Query, and one more for each record merged into this one. Raises NotFound."""
    actor.require(Permission.see_people)
    rows = store.everything(actor.workspace, candidate_id)
    record = next((r for r in rows if isinstance(r, store.CandidateItem)), None)
    if record is None:
        raise NotFound("There is no such person.")
    candidate = record.read()
    for other in candidate.absorbed:
        rows += store.everything(actor.workspace, other.id)
    events = sorted((r for r in rows if isinstance(r, store.EventItem)), key=lambda r: r.sk, reverse=True)
    page = events[: store.PAGE]
    return Opened(
        candidate=candidate,
        version=record.number,
        documents=[r.read() for r in rows if isinstance(r, store.DocumentItem)],
        proposals=[r.read() for r in rows if isinstance(r, store.ProposalItem)],
        pairs=[p for r in rows if isinstance(r, store.PairItem) and (p := r.read()).state == "open"],
        events=[e for r in page if visible(e := r.read(), actor)],
        events_cursor=cursors.encode([page[-1].sk]) if len(events) > store.PAGE or len(rows) >= 120 else None,
    )


def older_events(actor: Actor, candidate_id: str, cursor: str) -> tuple[list[Event], str | None]:
    """The next page of a timeline, newest first, over the person's own and merged records."""
    actor.require(Permission.see_people)
    (before,) = cursors.decode(cursor, str)
    candidate = store.load(actor.workspace, candidate_id).read()
    rows = [e for one in sorted(candidate.everyone()) for e in store.events_before(actor.workspace, one, before)]
    rows.sort(key=lambda e: sort_key(e.id), reverse=True)
    page = rows[: store.PAGE]
    more = cursors.encode([f"E#{sort_key(page[-1].id)}"]) if len(rows) >= store.PAGE else None
    return [e for e in page if visible(e, actor)], more


def edit(actor: Actor, candidate_id: str, version: int | None, wanted: Edit, now: datetime) -> tuple[Candidate, int]:
    """Changes a record on the version that was read; returns it with its new version.

    Raises VersionMissing, VersionStale with the fields that others changed since, AlreadyKnown, Invalid.
    """
    actor.require(Permission.edit_people)
    if version is None:
        raise VersionMissing("Say which version you edit: send its ETag in If-Match.")
    row = store.load(actor.workspace, candidate_id)
    if row.number != version:
        raise stale(actor.workspace, candidate_id, version)
    before = row.read()
    if before.merged_into:
        raise Invalid("This record was merged into another. Edit that one.", candidate_id=before.merged_into)
    after, changes = editing.apply(before, wanted, actor, now)
    if not changes:
        return before, version
    kind = "tags_changed" if {c.field for c in changes} == {"tags"} else "fields_edited"
    told = event(kind, actor, now, changes=[c.model_dump(mode="json") for c in changes], version=version + 1)
    transaction = Transaction()
    after = store.write(transaction, actor.workspace, row, after, [told])
    commit_person(transaction, actor.workspace, candidate_id, version)
    return after, version + 1


def commit_person(transaction: Transaction, workspace: str, candidate_id: str, version: int) -> None:
    """Commits an act on one person, naming what stood in the way. Raises AlreadyKnown, VersionStale."""
    try:
        transaction.commit()
    except Lost as lost:
        if claim := next((k for k in lost.keys if k[1] == "claim"), None):
            owner = get(store.ClaimItem, claim).candidate_id
            raise AlreadyKnown("Someone in your people has this contact already.", candidate_id=owner) from lost
        raise stale(workspace, candidate_id, version) from lost


def stale(workspace: str, candidate_id: str, version: int) -> VersionStale:
    """What others changed since a version, read from the events."""
    rows = store.everything(workspace, candidate_id)
    events = [r.read() for r in rows if isinstance(r, store.EventItem)]
    since = [e for e in events if e.data.get("version", 0) > version]
    fields = sorted({c["field"] for e in since for c in e.data.get("changes", [])})
    now = next((r.number for r in rows if isinstance(r, store.CandidateItem)), 0)
    return VersionStale("Someone else changed this record meanwhile.", fields=fields, version=now)
