"""The base of every item: keys, kind, and a body that is one Pydantic model as JSON.

Only what conditions, counters and indexes need stands beside the body as attributes of its own (decision 0002).
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, ClassVar, Self, TypeVar

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from pydantic import BaseModel
from pynamodb.attributes import DiscriminatorAttribute, NumberAttribute, UnicodeAttribute, VersionAttribute
from pynamodb.exceptions import DoesNotExist, PutError, PynamoDBException, QueryError
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex

from vivier import VERSION
from vivier.kernel import endpoints, metering
from vivier.kernel.errors import NotFound
from vivier.kernel.settings import settings
from vivier.storage.rows import Row

I = TypeVar("I", bound="Item")  # noqa: E741
Key = tuple[str, str]


class Work(GlobalSecondaryIndex["Item"]):  # type: ignore[no-untyped-call]
    """What is open and when it is due: intakes, review items, messages. Sparse: done things leave it."""

    class Meta:
        index_name = "gsi1"
        projection = AllProjection()

    gsi1pk = UnicodeAttribute(hash_key=True)
    gsi1sk = UnicodeAttribute(range_key=True)


class Batch(GlobalSecondaryIndex["Item"]):  # type: ignore[no-untyped-call]
    """What belongs together and is asked for as one: the files of a drop, a day of the audit."""

    class Meta:
        index_name = "gsi2"
        projection = AllProjection()

    gsi2pk = UnicodeAttribute(hash_key=True)
    gsi2sk = UnicodeAttribute(range_key=True)


class _Kind(DiscriminatorAttribute):
    """The class of a row. A kind that this process has not imported is read as a bare Item: partitions are shared by
    rooms that do not know each other, and a cold start imports only what its request needs.
    """

    def deserialize(self, value: Any) -> type:
        return self._discriminator_map.get(value, Item)

    def is_in(self, *_: Any) -> Any:
        """What PynamoDB filters every query by is that there is a kind, instead of all that this process knows: eighty
        names in each request, where DynamoDB takes a hundred, and rows read and thrown away.
        """
        return self.exists()


class Item(Row):
    """One row. Subclasses add a discriminator, `model` and `of`, which computes the keys."""

    class Meta:
        table_name = "unbound"
        max_retry_attempts = 3
        connect_timeout_seconds = 2
        read_timeout_seconds = 10

    model: ClassVar[type[BaseModel]]

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    kind = _Kind()
    ttl = NumberAttribute(null=True)
    gsi1pk = UnicodeAttribute(null=True)
    gsi1sk = UnicodeAttribute(null=True)
    gsi2pk = UnicodeAttribute(null=True)
    gsi2sk = UnicodeAttribute(null=True)
    body = UnicodeAttribute(null=True)

    work = Work()
    batch = Batch()

    @classmethod
    def holding(cls, model: BaseModel, pk: str, sk: str, **attributes: Any) -> Self:
        """A new item around a model."""
        return cls(pk, sk, body=model.model_dump_json(exclude_defaults=True), **attributes)

    def put(self, model: BaseModel) -> Self:
        """The same item with another body."""
        self.body = model.model_dump_json(exclude_defaults=True)
        return self


class Versioned(Item):
    """A row that people or steps edit: each save is conditional on the version that was read."""

    version = VersionAttribute()

    @property
    def number(self) -> int:
        """The version that stands in the table (0: not yet)."""
        return int(self.version or 0)


def connect() -> None:
    """Binds items to the table of this process's settings; called by `ready` before the first use."""
    Item.Meta.table_name = settings().table
    Item._connection = None
    connection = Item._get_connection().connection
    # botocore spells its own user agent out twice a request, a twentieth of what a request costs the processor.
    connection.session.set_default_client_config(Config(user_agent=f"vivier/{VERSION}"))
    metering.watch(connection.client.meta.events)
    endpoints.settled(connection.client)


@cache
def ready() -> None:
    """Connects once per process. Tests call `ready.cache_clear()` when the table changes."""
    connect()


def get(cls: type[I], key: Key, *, consistent: bool = False) -> I:
    """One item. Raises NotFound."""
    ready()
    try:
        return cls.get(*key, consistent_read=consistent)
    except DoesNotExist as absent:
        raise NotFound("There is nothing under this id.") from absent


def find(cls: type[I], key: Key, *, consistent: bool = False) -> I | None:
    """One item or None."""
    try:
        return get(cls, key, consistent=consistent)
    except NotFound:
        return None


def get_many(cls: type[I], keys: Sequence[Key], *, consistent: bool = False) -> list[I]:
    """The items that exist among some keys, each once, in the order asked for: a BatchGet for each 100 keys."""
    ready()
    if not keys:
        return []
    once = list(dict.fromkeys(keys))
    found = {(i.pk, i.sk): i for i in cls.batch_get(once, consistent_read=consistent)}
    return [found[k] for k in once if k in found]


def query(
    pk: str,
    *,
    prefix: str = "",
    before: str | None = None,
    after: str | None = None,
    newest_first: bool = False,
    limit: int = 50,
    consistent: bool = False,
) -> list[Item]:
    """At most `limit` items of a partition whose sk has `prefix`, or lies strictly before / after a key. One Query."""
    ready()
    named, values = {"#0": "pk"}, {":0": {"S": pk}}
    sought = "#0 = :0"
    for form, bound in (("#1 < :1", before), ("#1 > :1", after), ("begins_with (#1, :1)", prefix or None)):
        if bound is not None:
            sought, named["#1"], values[":1"] = f"#0 = :0 AND {form}", "sk", {"S": bound}
            break
    asked: dict[str, Any] = {
        "TableName": Item.Meta.table_name,
        "KeyConditionExpression": sought,
        "ExpressionAttributeNames": named,
        "ExpressionAttributeValues": values,
        "ScanIndexForward": not newest_first,
        "ConsistentRead": consistent,
    }
    rows: list[Item] = []
    while len(rows) < limit:
        page = _queried(asked | {"Limit": limit - len(rows)})
        rows += [Item.from_raw_data(row) for row in page["Items"]]
        if "LastEvaluatedKey" not in page:
            break
        asked["ExclusiveStartKey"] = page["LastEvaluatedKey"]  # a page holds 1 MB
    return rows


def _queried(asked: dict[str, Any]) -> dict[str, Any]:
    """As PynamoDB asks, with a third of its steps."""
    try:
        page: dict[str, Any] = Item._get_connection().connection.dispatch("Query", asked)
    except (BotoCoreError, ClientError) as refused:
        raise QueryError(f"Failed to query items: {refused}", refused) from refused
    return page


def texts(pk: str) -> list[tuple[Key, str]]:
    """Every row of a partition by its key, as one text each, whatever wrote it. A Query for each megabyte."""
    ready()
    asked: dict[str, Any] = {
        "TableName": Item.Meta.table_name,
        "KeyConditionExpression": "#0 = :0",
        "ExpressionAttributeNames": {"#0": "pk"},
        "ExpressionAttributeValues": {":0": {"S": pk}},
        "ConsistentRead": True,
    }
    found: list[tuple[Key, str]] = []
    while True:
        page = _queried(asked)
        found += [((row["pk"]["S"], row["sk"]["S"]), str(row)) for row in page["Items"]]
        if "LastEvaluatedKey" not in page:
            return found
        asked["ExclusiveStartKey"] = page["LastEvaluatedKey"]


def waiting(
    cls: type[I], queue: str, *, after: str | None = None, until: str | None = None, limit: int = 50
) -> list[I]:
    """Open work of one queue, oldest first, strictly after one sort key, up to another. One Query."""
    ready()
    sort: Any = Work.gsi1sk
    condition = sort.between(f"{after}\0" if after else " ", f"{until or ''}~")
    return [r for r in Item.work.query(queue, condition, limit=limit, page_size=limit) if isinstance(r, cls)]


def refused_for(refused: PynamoDBException) -> str | None:
    """DynamoDB's word for why it refused; None where no answer came, of which PynamoDB's own property breaks."""
    answered: dict[str, dict[str, str]] = getattr(refused.cause, "response", None) or {}
    return answered.get("Error", {}).get("Code")


def put_once(item: Item) -> bool:
    """Writes a row unless there is one under its key; whether it was written. One Put."""
    ready()
    try:
        item.save(condition=Item.pk.does_not_exist())
    except PutError as refused:
        if refused_for(refused) != "ConditionalCheckFailedException":
            raise
        return False
    return True


def newest_together(name: str, *, before: str | None = None, limit: int = 100) -> list[Item]:
    """What belongs together, whatever its kind, newest first, strictly before one sort key. One Query."""
    ready()
    sort: Any = Batch.gsi2sk
    condition = sort < before if before else None
    return list(Item.batch.query(name, condition, scan_index_forward=False, limit=limit, page_size=limit))


def together(
    cls: type[I], name: str, *, after: str | None = None, until: str | None = None, limit: int = 100
) -> list[I]:
    """What belongs to one batch, in order, strictly after one sort key, up to another. One Query."""
    ready()
    sort: Any = Batch.gsi2sk
    condition = sort > after if after else None
    if until is not None:
        condition = sort.between(f"{after}\0" if after else " ", f"{until}~")
    return [r for r in Item.batch.query(name, condition, limit=limit, page_size=limit) if isinstance(r, cls)]
