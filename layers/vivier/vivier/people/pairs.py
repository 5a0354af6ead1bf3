"""Rows of doubtful matches: two records that may be one person (docs/access_patterns.md)."""

from vivier.kernel.clock import iso
from vivier.kernel.ids import sort_key
from vivier.people.lists import counted
from vivier.people.model import Pair
from vivier.people.store import partition
from vivier.storage.table import Item, Key, get_many, waiting
from vivier.storage.transaction import Transaction

DUPLICATES = "review:duplicate"


def mirrored(pair: Pair) -> Pair:
    """The same doubt, seen from the other person."""
    turned = [e.model_copy(update={"value": e.other_value, "other_value": e.value}) for e in pair.evidence]
    return pair.model_copy(update={"candidate_id": pair.other_id, "other_id": pair.candidate_id, "evidence": turned})


class PairItem(Item, discriminator="pair"):
    """A doubtful match, in both people's partitions; the one of the first stands in the work index while open."""

    @classmethod
    def key(cls, workspace: str, one: str, other: str) -> Key:
        return partition(workspace, one), f"R#pair#{sort_key(other)}"

    @classmethod
    def both(cls, workspace: str, pair: Pair) -> tuple["PairItem", "PairItem"]:
        """The two rows; the one of the elder record comes first, and is the one in the work index."""
        first, second = (pair, mirrored(pair)) if pair.candidate_id < pair.other_id else (mirrored(pair), pair)
        sort = f"{iso(first.at)}#{first.candidate_id}#{first.other_id}"
        queued = {"gsi1pk": f"W#{workspace}#PAIRS", "gsi1sk": sort} if pair.state == "open" else {}
        return (
            cls.holding(first, *cls.key(workspace, first.candidate_id, first.other_id), **queued),
            cls.holding(second, *cls.key(workspace, second.candidate_id, second.other_id)),
        )

    def read(self) -> Pair:
        return Pair.model_validate_json(self.body)


def open_pair(transaction: Transaction, workspace: str, pair: Pair) -> None:
    """A new doubtful match, counted."""
    transaction.create(*PairItem.both(workspace, pair))
    counted(transaction, workspace, DUPLICATES, 1)


def open_pairs(workspace: str, *, after: str | None = None, limit: int = 50) -> list[PairItem]:
    """Doubtful matches that nobody decided yet, oldest first: one Query."""
    return waiting(PairItem, f"W#{workspace}#PAIRS", after=after, limit=limit)


def between(workspace: str, ones: set[str], others: set[str]) -> list[PairItem]:
    """The doubts between two groups of records, each as the elder record's row: one BatchGet."""
    keys = [PairItem.key(workspace, *sorted((one, other))) for one in sorted(ones) for other in sorted(others)]
    return get_many(PairItem, keys, consistent=True)


def decide(transaction: Transaction, workspace: str, row: PairItem, decided: Pair) -> None:
    """Puts a decision on a doubt, as it was read, into a transaction, and its count."""
    mine, theirs = PairItem.both(workspace, decided)
    transaction.save(mine, when=PairItem.body == row.body)
    transaction.save(theirs)
    if moved := int(decided.state == "open") - int(row.read().state == "open"):
        counted(transaction, workspace, DUPLICATES, moved)


def remove(transaction: Transaction, workspace: str, row: PairItem) -> None:
    """A doubt as it was read, on both people's side: one of them is gone."""
    pair = row.read()
    transaction.delete(row, when=PairItem.body == row.body)
    transaction.delete(PairItem(*PairItem.key(workspace, pair.other_id, pair.candidate_id)))
    if pair.state == "open":
        counted(transaction, workspace, DUPLICATES, -1)
