"""Rows of the lists that people stand in: everyone, each facet, words of names; and the counts of each list."""

from collections.abc import Iterable

from pynamodb.attributes import NumberAttribute

from vivier.kernel.ids import sort_key
from vivier.people.identity import name_tokens
from vivier.people.model import Candidate, Card
from vivier.storage.table import Item, Key, get_many, query
from vivier.storage.transaction import Transaction


class CardItem(Item, discriminator="card"):
    """A person in the list of everyone: newest last, in buckets."""

    @classmethod
    def key(cls, workspace: str, candidate_id: str, bucket: int) -> Key:
        return list_partition(workspace, "all", bucket), sort_key(candidate_id)

    @classmethod
    def of(cls, workspace: str, c: Candidate) -> "CardItem":
        return cls.holding(Card.of(c), *cls.key(workspace, c.id, c.places["all"]))

    def read(self) -> Card:
        return Card.model_validate_json(self.body)


class PlaceItem(Item, discriminator="place"):
    """A person in the list of one facet, or under one word of their name; the card stands in `card_bucket`."""

    card_bucket = NumberAttribute()

    @classmethod
    def listed(cls, workspace: str, facet: str, bucket: int, c: Candidate) -> "PlaceItem":
        return cls(list_partition(workspace, facet, bucket), sort_key(c.id), card_bucket=c.places.get("all", 0))

    @classmethod
    def named(cls, workspace: str, token: str, c: Candidate) -> "PlaceItem":
        return cls(name_partition(workspace, token), f"{token}#{sort_key(c.id)}", card_bucket=c.places.get("all", 0))

    @property
    def candidate_id(self) -> str:
        return f"can_{self.sk.rpartition('#')[2]}"

    @property
    def token(self) -> str:
        """The word of the name that it stands under."""
        return str(self.sk.partition("#")[0])

    @classmethod
    def called(cls, workspace: str, name: str, c: Candidate) -> "PlaceItem":
        return cls(full_name_partition(workspace, name), sort_key(c.id), card_bucket=c.places.get("all", 0))

    def card_key(self, workspace: str) -> Key:
        return list_partition(workspace, "all", int(self.card_bucket)), self.sk.rpartition("#")[2]


class CounterItem(Item, discriminator="counter"):
    """How many stand in a list now (`n`), and how many ever did (`issued`), which numbers its buckets."""

    n = NumberAttribute(default=0)
    issued = NumberAttribute(default=0)

    @classmethod
    def key(cls, workspace: str, facet: str) -> Key:
        return f"W#{workspace}#COUNTS", facet


def list_partition(workspace: str, facet: str, bucket: int) -> str:
    return f"W#{workspace}#LIST#{facet}#{bucket:06d}"


def full_name_partition(workspace: str, name: str) -> str:
    """Namesakes: everyone whose name has these words, in whatever order and case."""
    return f"W#{workspace}#CALLED#{' '.join(sorted(name_tokens(name)))}"


def name_partition(workspace: str, token: str) -> str:
    return f"W#{workspace}#NAME#{token[:2]}"


def counted(transaction: Transaction, workspace: str, name: str, by: int) -> None:
    """Moves a count in the transaction of what is counted."""
    transaction.add(CounterItem(*CounterItem.key(workspace, name)), n=by)


def counters(workspace: str) -> dict[str, CounterItem]:
    """Every count of the workspace, by facet."""
    return {i.sk: i for i in query(f"W#{workspace}#COUNTS", limit=1000) if isinstance(i, CounterItem)}


def counters_of(workspace: str, facets: Iterable[str]) -> dict[str, CounterItem]:
    """The counts of some lists, those that exist: one BatchGet."""
    return {i.sk: i for i in get_many(CounterItem, [CounterItem.key(workspace, f) for f in facets])}


def moved(transaction: Transaction, workspace: str, old: Candidate | None, after: Candidate) -> None:
    was = old.places if old else {}
    if old and was == after.places and old.display_name == after.display_name:
        return  # nearly every act: who is told of a mail stands where they stood
    for facet in sorted(was.keys() - after.places.keys()):
        counted(transaction, workspace, facet, -1)
        if facet == "all" and old:
            transaction.delete(CardItem(*CardItem.key(workspace, old.id, was["all"])))
        elif old:
            transaction.delete(PlaceItem.listed(workspace, facet, was[facet], old))
    for facet in sorted(after.places.keys() - was.keys()):
        transaction.add(CounterItem(*CounterItem.key(workspace, facet)), n=1, issued=1)
        if facet != "all":
            transaction.save(PlaceItem.listed(workspace, facet, after.places[facet], after))
    were = {(i.pk, i.sk): i for i in _names(workspace, old)} if old and "all" in was else {}
    are = {(i.pk, i.sk): i for i in _names(workspace, after)} if "all" in after.places else {}
    transaction.delete(*(were[key] for key in sorted(were.keys() - are.keys())))
    transaction.save(*(are[key] for key in sorted(are.keys() - were.keys())))


def _names(workspace: str, c: Candidate) -> list[PlaceItem]:
    """Where a person stands by name: under each word, and among their namesakes."""
    words = name_tokens(c.display_name)
    called = [PlaceItem.called(workspace, c.display_name, c)] if c.display_name and words else []
    return [*(PlaceItem.named(workspace, word, c) for word in words), *called]


def found_under(workspace: str, c: Candidate) -> list[tuple[Item, str | None]]:
    """Every row that lists this person, with the list that counts it: the card, places in facets, names."""
    rows: list[tuple[Item, str | None]] = []
    for facet, bucket in sorted(c.places.items()):
        card = CardItem(*CardItem.key(workspace, c.id, bucket))
        rows.append((card if facet == "all" else PlaceItem.listed(workspace, facet, bucket, c), facet))
    return rows + [(row, None) for row in _names(workspace, c) if c.places]
