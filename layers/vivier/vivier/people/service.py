"""Use cases on one person's record: open it, read further back, edit it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import AlreadyKnown, BadCursor, Invalid, NotFound, VersionMissing, VersionStale
from vivier.kernel.ids import sort_key
from vivier.people import editing, store
from vivier.people.corrections import store as corrections
from vivier.people.editing import Edit
from vivier.people.model import Candidate, Document, Event, Pair, Proposal, Strict
from vivier.people.pairs import PairItem
from vivier.people.timeline import event, visible
from vivier.storage import cursor as cursors
from vivier.storage.table import Item, get
from vivier.storage.transaction import Lost, Transaction, until_settled

NEWEST = "E#~"  # after every event
Change = Callable[[Candidate], Candidate]
# What a higher room adds to the act, from the record before and after it; returns what the event says of that.
Also = Callable[[Transaction, Candidate, Candidate], dict[str, Any]]


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
    """Raises NotFound."""
    actor.require(Permission.see_people)
    return opened(actor, candidate_id)[0]


def opened(actor: Actor, candidate_id: str) -> tuple[Opened, list[Item]]:
    """A person for who has been let in, and the rows that other rooms keep beside them.

    One Query, and one more for each record merged into this one; when there are doubts, a BatchGet more. Raises
    NotFound.
    """
    rows = store.everything(actor.workspace, candidate_id)
    record = next((r for r in rows if isinstance(r, store.CandidateItem)), None)
    if record is None:
        raise NotFound("There is no such person.")
    candidate = record.read()
    for other in sorted(candidate.everyone() - {candidate_id}):
        rows += store.everything(actor.workspace, other)
    events = sorted((r for r in rows if isinstance(r, store.EventItem)), key=lambda r: r.sk, reverse=True)
    page = events[: store.PAGE]
    more = len(events) > store.PAGE or len(rows) >= store.MOST_ROWS
    page_of_person = Opened(
        candidate=candidate,
        version=record.number,
        documents=[r.read() for r in rows if isinstance(r, store.DocumentItem)],
        proposals=[r.read() for r in rows if isinstance(r, store.ProposalItem)],
        pairs=_doubts(actor.workspace, candidate_id, rows),
        events=[e for r in page if visible(e := r.read(), actor)],
        events_cursor=cursors.encode([page[-1].sk if page else NEWEST]) if more else None,
    )
    return page_of_person, rows


def _doubts(workspace: str, candidate_id: str, rows: list[Item]) -> list[Pair]:
    """Who else this person may be, each once: a doubt is about the people that its two records are now."""
    open_ = [p for r in rows if isinstance(r, PairItem) and (p := r.read()).state == "open"]
    people = store.standing_of(workspace, (p.other_id for p in open_)) if open_ else {}
    named = {people[p.other_id].id: p for p in open_ if p.other_id in people}
    return [p.model_copy(update={"candidate_id": candidate_id, "other_id": other}) for other, p in named.items()]


def older_events(actor: Actor, candidate_id: str, cursor: str) -> tuple[list[Event], str | None]:
    """The next page of a timeline, newest first, over the person's own and merged records."""
    actor.require(Permission.see_people)
    (before,) = cursors.decode(cursor, str)
    if not before.startswith("E#"):
        raise BadCursor("This cursor was not made for a timeline. Start again without one.")
    candidate = store.load(actor.workspace, candidate_id).read()
    rows = [e for one in sorted(candidate.everyone()) for e in store.events_before(actor.workspace, one, before)]
    rows.sort(key=lambda e: sort_key(e.id), reverse=True)
    page = rows[: store.PAGE]
    more = cursors.encode([f"E#{sort_key(page[-1].id)}"]) if len(rows) >= store.PAGE else None
    return [e for e in page if visible(e, actor)], more


def edit(
    actor: Actor, candidate_id: str, version: int | None, wanted: Edit, now: datetime, *, also: Also | None = None
) -> tuple[Candidate, int]:
    """Changes a record on the version that was read; returns it with its new version.

    What only moved the version since (a mail that left, say) is no conflict. Raises VersionMissing, VersionStale with
    the fields that others changed since, AlreadyKnown, Invalid.
    """
    actor.require(Permission.edit_people)
    if version is None:
        raise VersionMissing("Say which version you edit: send its ETag in If-Match.")
    read = version

    def attempt() -> tuple[Candidate, int]:
        row = store.load(actor.workspace, candidate_id)
        if row.number < read or (row.number > read and not _same_fields(actor.workspace, candidate_id, row, read)):
            raise stale(actor.workspace, candidate_id, read)
        return _edit(actor, candidate_id, row, wanted, now, also)

    return until_settled(attempt)


def _edit(
    actor: Actor, candidate_id: str, row: store.CandidateItem, wanted: Edit, now: datetime, also: Also | None
) -> tuple[Candidate, int]:
    before, version = row.read(), row.number
    if before.merged_into:
        raise Invalid("This record was merged into another. Edit that one.", candidate_id=before.merged_into)
    after, changes = editing.apply(before, wanted, actor, now)
    if not changes:
        return before, version
    kind = "tags_changed" if {c.field for c in changes} == {"tags"} else "fields_edited"
    transaction = Transaction()
    more = also(transaction, before, after) if also else None
    said = [c.model_dump(mode="json") for c in changes]
    told = event(kind, actor, now, more=more, changes=said, version=version + 1)
    after = store.write(transaction, actor.workspace, row, after, [told])
    corrections.keep(transaction, actor.workspace, before, after, now)
    commit(transaction, actor.workspace)
    return after, version + 1


def commit(transaction: Transaction, workspace: str) -> None:
    """Commits an act on one person. Raises AlreadyKnown when a contact is somebody else's, Lost."""
    try:
        transaction.commit()
    except Lost as lost:
        if claim := next((k for k in lost.keys if k[1] == "claim"), None):
            owner = get(store.ClaimItem, claim, consistent=True).candidate_id
            row = store.standing(workspace, owner)
            known = row.read().id if row else owner
            raise AlreadyKnown("Someone in your people has this contact already.", candidate_id=known) from lost
        raise


def commit_person(transaction: Transaction, workspace: str, candidate_id: str, version: int) -> None:
    """Commits an act on one person, naming what stood in the way. Raises AlreadyKnown, VersionStale."""
    try:
        commit(transaction, workspace)
    except Lost as lost:
        raise stale(workspace, candidate_id, version) from lost


def stale(workspace: str, candidate_id: str, version: int) -> VersionStale:
    """What others changed since a version, read from the events."""
    rows = store.everything(workspace, candidate_id)
    fields = _changed(rows, version)
    now = next((r.number for r in rows if isinstance(r, store.CandidateItem)), 0)
    return VersionStale("Someone else changed this record meanwhile.", fields=fields, version=now)


def _changed(rows: list[Item], version: int) -> list[str]:
    events = [r.read() for r in rows if isinstance(r, store.EventItem)]
    since = [e for e in events if e.data.get("version", 0) > version]
    return sorted({c["field"] for e in since for c in e.data.get("changes", [])})


def _same_fields(workspace: str, candidate_id: str, row: store.CandidateItem, version: int) -> bool:
    """Whether nothing that a human edits changed since a version. Each act since left an event; all must be read."""
    rows = store.everything(workspace, candidate_id)
    seen = sum(isinstance(r, store.EventItem) for r in rows)
    return seen >= row.number - version and not _changed(rows, version)


def tell(
    transaction: Transaction,
    workspace: str,
    candidate_id: str,
    told: Event,
    change: Change,
    *,
    own: store.CandidateItem | None = None,
) -> Candidate:
    """Puts what happened to a person outside of a recruiter's hands into a transaction; the record as it is then.

    The event goes to the record that it is about; the record it was merged into since changes with it. `own`: the
    person's row, where it was read before: the commit is Lost when it is an old one. Raises NotFound.
    """
    own = own or store.load(workspace, candidate_id)
    held = own.read()
    after = store.write(transaction, workspace, own, _touched(change(held), told.at), [told], old=held)
    if corrections.objects(after) and not corrections.objects(held):
        corrections.emptied(transaction, workspace, candidate_id, told.at)
    if held.merged_into and (standing := store.standing(workspace, held.merged_into)):
        before = standing.read()
        if (changed := change(before)) != before:
            store.write(transaction, workspace, standing, _touched(changed, told.at), old=before)
            if corrections.objects(changed) and not corrections.objects(before):
                corrections.emptied(transaction, workspace, before.id, told.at)
    return after


def _touched(candidate: Candidate, at: datetime) -> Candidate:
    """Events come late and in any order: the last one is the latest, not the one that arrived last."""
    return candidate.touched(max(candidate.updated_at, at))
