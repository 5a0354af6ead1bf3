"""What the table must hold, counted again from the records: lists, names, cards, claims and counters.

Every act keeps these in its own transaction, so that they are right after any fault, race or order.
"""

from collections import Counter
from typing import Any

from tests.factories import WORKSPACE
from vivier.hiring import store as hiring
from vivier.hiring.model import BoardCard
from vivier.intake.model import State as IntakeState
from vivier.intake.store import IntakeItem
from vivier.mail.store import MessageItem
from vivier.mail.threads.store import COUNTED, INBOX, ReceivedItem, ThreadItem
from vivier.people.identity import claims, name_tokens
from vivier.people.lists import CardItem, CounterItem, PlaceItem, full_name_partition, list_partition, name_partition
from vivier.people.model import Candidate, Card, Shown
from vivier.people.pairs import PairItem
from vivier.people.store import (
    ApplicationItem,
    CandidateItem,
    ClaimItem,
    DocumentItem,
    EventItem,
    ProposalItem,
    partition,
)
from vivier.storage.table import Item, ready

KINDS: tuple[type[Item], ...] = (
    CandidateItem,
    CardItem,
    ClaimItem,
    CounterItem,
    DocumentItem,
    IntakeItem,
    MessageItem,
    PairItem,
    PlaceItem,
    ProposalItem,
)
Held = dict[type[Item], list[Any]]


def rows() -> list[Any]:
    """Every row of the table: tests may scan, the product never does."""
    ready()
    return list(Item.scan(consistent_read=True))


def people(workspace: str = WORKSPACE) -> dict[str, Candidate]:
    """Every record of a workspace, merged ones too."""
    return {c.id: c for c in (r.read() for r in of(CandidateItem, workspace))}


def of(kind: type[Item], workspace: str = WORKSPACE, among: list[Any] | None = None) -> list[Any]:
    """The rows of one kind, of a scan that was made already or of a new one."""
    held = rows() if among is None else among
    return [r for r in held if isinstance(r, kind) and r.pk.startswith(f"W#{workspace}#")]


def check(workspace: str = WORKSPACE, among: list[Any] | None = None) -> None:
    """Raises AssertionError, naming what is wrong. `among`: a scan that was made already."""
    all_rows = rows() if among is None else among
    held = {kind: of(kind, workspace, all_rows) for kind in KINDS}
    everyone = {c.id: c for c in (r.read() for r in held[CandidateItem])}
    _lists(workspace, everyone, held, all_rows)
    _claims(everyone, held)
    boards(workspace, all_rows)
    for c in everyone.values():
        here = partition(workspace, c.id)
        assert c.documents == sum(r.pk == here for r in held[DocumentItem]), f"documents of {c.id}"
        own = sum(r.pk == here for r in held[ProposalItem])
        assert c.proposals == own + sum(everyone[a.id].proposals for a in c.absorbed), f"proposals of {c.id}"


def _lists(workspace: str, everyone: dict[str, Candidate], held: Held, all_rows: list[Any]) -> None:
    cards, places, counts = {}, {}, Counter[str]()
    for c in everyone.values():
        assert c.places.keys() == c.facets(), f"places of {c.id}: {c.places} are not {c.facets()}"
        key = c.id.partition("_")[2]
        for facet, bucket in c.places.items():
            counts[facet] += 1
            if facet == "all":
                cards[list_partition(workspace, facet, bucket), key] = Card.of(c)
            else:
                places[list_partition(workspace, facet, bucket), key] = c.places["all"]
        tokens = name_tokens(c.display_name) if not c.merged_into else []
        for token in tokens:
            places[name_partition(workspace, token), f"{token}#{key}"] = c.places["all"]
        if tokens:
            places[full_name_partition(workspace, c.display_name or ""), key] = c.places["all"]
    _equal("cards", {(r.pk, r.sk): r.read() for r in held[CardItem]}, cards)
    _equal("places", {(r.pk, r.sk): int(r.card_bucket) for r in held[PlaceItem]}, places)
    counts["review:duplicate"] = sum(r.read().state == "open" for r in held[PairItem]) // 2
    counts["review:failed"] = sum(r.read().state == IntakeState.failed for r in held[IntakeItem])
    messages = [r.read() for r in held[MessageItem]]
    counts["review:mail"] = sum(m.waits for m in messages)
    received = [r.read() for r in all_rows if isinstance(r, ReceivedItem)]
    for thread in (r.read() for r in of(ThreadItem, workspace, all_rows)):
        if thread.needs_answer:
            counts[f"{INBOX}all"] += 1
            counts[f"{INBOX}{thread.assigned_to or 'nobody'}"] += 1
    for state, facet in COUNTED.items():
        counts[facet] = sum(r.workspace == workspace and r.state == state for r in received)
    _equal("counts", {r.sk: int(r.n) for r in held[CounterItem] if r.n}, {k: n for k, n in counts.items() if n})


def boards(workspace: str = WORKSPACE, among: list[Any] | None = None) -> None:
    """Applications, cards, counters and the last event of each person in each job say the same."""
    all_rows = rows() if among is None else among
    people_now = {c.id: c for c in (r.read() for r in of(CandidateItem, workspace, all_rows))}
    applications = [hiring.read(r) for r in of(ApplicationItem, workspace, all_rows)]
    shown = [a for a in applications if not a.aside]
    cards = {
        hiring.CardItem.key(workspace, a): BoardCard(application=a, person=Shown.of(people_now[a.candidate_id]))
        for a in shown
    }
    _equal("board cards", {(r.pk, r.sk): r.read() for r in of(hiring.CardItem, workspace, all_rows)}, cards)
    shards = of(hiring.BoardItem, workspace, all_rows)
    counted: Counter[tuple[str, str]] = Counter()
    for job in (r.read() for r in of(hiring.JobItem, workspace, all_rows)):
        own = [s for s in shards if s.pk == hiring.job_partition(workspace, job.id)]
        for stage_id, count in hiring.stage_counts(job, own).items():
            counted[job.id, stage_id] += count.n
    _equal("board counts", +counted, Counter((a.job_id, a.stage_id) for a in shown))
    told: dict[tuple[str, str], Any] = {}
    moves = [e for e in (r.read() for r in of(EventItem, workspace, all_rows)) if isinstance(e.data.get("to"), dict)]
    for event in sorted(moves, key=lambda e: int(e.data["epoch"])):
        if event.data.get("candidate_id"):
            told[event.data["candidate_id"], event.data["job_id"]] = event.data["to"]["id"]
    _equal(
        "jobs of people",
        {(job, c.id): True for c in people_now.values() for job in c.jobs},
        {(a.job_id, a.candidate_id): True for a in applications},
    )
    _equal("board events", told, {(a.candidate_id, a.job_id): a.stage_id for a in applications})


def _equal(what: str, held: dict[Any, Any], right: dict[Any, Any]) -> None:
    """Says what differs in few words: a diff of whole tables takes minutes to make."""
    wrong = [
        f"{k}: {held.get(k)}, not {right.get(k)}" for k in held.keys() | right.keys() if held.get(k) != right.get(k)
    ]
    if wrong:
        raise AssertionError(f"{what}: {'; '.join(wrong[:5])[:2000]}")


def _claims(everyone: dict[str, Candidate], held: Held) -> None:
    def standing(identifier: str) -> str:
        while into := everyone[identifier].merged_into:
            identifier = into
        return identifier

    claimed = {r.pk.partition("#CLAIM#")[2]: r.candidate_id for r in held[ClaimItem]}
    for c in everyone.values():
        for claim in claims(c):
            owner = claimed.get(f"{claim.kind}#{claim.value}")
            assert owner, f"{claim} of {c.id} has no row"
            assert standing(owner) == standing(c.id), f"{claim} of {c.id} belongs to {owner}"
    for name, owner in claimed.items():
        if not name.startswith("file#"):
            mine = {f"{k.kind}#{k.value}" for k in claims(everyone[owner])}
            assert name in mine, f"{owner} holds {name} and does not have it"


def clear(workspace: str = WORKSPACE) -> None:
    """Forgets every person of a workspace, and what came of them; its members stay."""
    for row in rows():
        own = isinstance(row, ReceivedItem) and row.read().workspace == workspace
        if (row.pk.startswith(f"W#{workspace}#") or own) and not row.pk.endswith(("#SETTINGS", "#MEMBERS")):
            row.delete(add_version_condition=False)
