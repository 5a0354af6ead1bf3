"""What the table must hold, counted again from the records: lists, names, cards, claims and counters.

Every act keeps these in its own transaction, so that they are right after any fault, race or order.
"""

from collections import Counter
from typing import Any

from tests.factories import WORKSPACE
from vivier.intake.model import State as IntakeState
from vivier.intake.store import IntakeItem
from vivier.mail.store import LOST, MessageItem
from vivier.people.identity import claims, name_tokens
from vivier.people.model import Candidate, Card
from vivier.people.store import (
    CandidateItem,
    CardItem,
    ClaimItem,
    CounterItem,
    DocumentItem,
    PairItem,
    PlaceItem,
    ProposalItem,
    list_partition,
    name_partition,
    partition,
)
from vivier.storage.table import Item, ready


def rows() -> list[Any]:
    """Every row of the table: tests may scan, the product never does."""
    ready()
    return list(Item.scan(consistent_read=True))


def people(workspace: str = WORKSPACE) -> dict[str, Candidate]:
    """Every record of a workspace, merged ones too."""
    return {r.sk and r.read().id: r.read() for r in of(CandidateItem, workspace)}


def of(kind: type[Item], workspace: str = WORKSPACE) -> list[Any]:
    return [r for r in rows() if isinstance(r, kind) and r.pk.startswith(f"W#{workspace}#")]


def check(workspace: str = WORKSPACE) -> None:
    """Raises AssertionError, naming what is wrong."""
    everyone = people(workspace)
    _lists(workspace, everyone)
    _claims(workspace, everyone)
    for c in everyone.values():
        here = partition(workspace, c.id)
        assert c.documents == sum(r.pk == here for r in of(DocumentItem, workspace)), f"documents of {c.id}"
        if not c.absorbed:
            assert c.proposals == sum(r.pk == here for r in of(ProposalItem, workspace)), f"proposals of {c.id}"


def _lists(workspace: str, everyone: dict[str, Candidate]) -> None:
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
        for token in name_tokens(c.display_name) if not c.merged_into else []:
            places[name_partition(workspace, token), f"{token}#{key}"] = c.places["all"]
    assert {(r.pk, r.sk): r.read() for r in of(CardItem, workspace)} == cards
    assert {(r.pk, r.sk): int(r.card_bucket) for r in of(PlaceItem, workspace)} == places
    counts["review:duplicate"] = sum(r.read().state == "open" for r in of(PairItem, workspace)) // 2
    counts["review:failed"] = sum(r.read().state == IntakeState.failed for r in of(IntakeItem, workspace))
    messages = [r.read() for r in of(MessageItem, workspace)]
    counts["review:mail"] = sum(m.state in LOST and not m.seen_by for m in messages)
    assert {r.sk: int(r.n) for r in of(CounterItem, workspace) if r.n} == {k: n for k, n in counts.items() if n}


def _claims(workspace: str, everyone: dict[str, Candidate]) -> None:
    def standing(identifier: str) -> str:
        while into := everyone[identifier].merged_into:
            identifier = into
        return identifier

    held = {r.pk.partition("#CLAIM#")[2]: r.candidate_id for r in of(ClaimItem, workspace)}
    for c in everyone.values():
        for claim in claims(c):
            owner = held.get(f"{claim.kind}#{claim.value}")
            assert owner, f"{claim} of {c.id} has no row"
            assert standing(owner) == standing(c.id), f"{claim} of {c.id} belongs to {owner}"
    for name, owner in held.items():
        if not name.startswith("file#"):
            mine = {f"{k.kind}#{k.value}" for k in claims(everyone[owner])}
            assert name in mine, f"{owner} holds {name} and does not have it"
