"""Counts AWS calls and DynamoDB capacity units, so that budgets are asserted and not hoped.

Units are computed from item sizes by DynamoDB's published rules
(https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html): the local cloud's own
figures are wrong for queries.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

READS = {"GetItem", "Query", "BatchGetItem", "TransactGetItems"}


class Tally:
    """What happened inside a `metered()` block: calls by `service.Operation`, read and write units."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self.read_units = 0.0
        self.write_units = 0.0

    @property
    def total(self) -> int:
        return self.calls.total()


_open: ContextVar[tuple[Tally, ...]] = ContextVar("tallies", default=())


@contextmanager
def metered() -> Iterator[Tally]:
    """Counts every AWS call made by this thread of work inside the block."""
    tally = Tally()
    token = _open.set((*_open.get(), tally))
    try:
        yield tally
    finally:
        _open.reset(token)


def watch(events: Any) -> None:
    """Hooks a botocore client's event system, once for each client that is made."""
    events.register("before-parameter-build", _before, unique_id="vivier-meter-before")
    events.register("after-call", _after, unique_id="vivier-meter-after")


def _before(params: dict[str, Any], model: Any, **_: Any) -> None:
    for tally in _open.get():
        tally.calls[f"{model.service_model.service_name}.{model.name}"] += 1
        if model.service_model.service_name == "dynamodb":
            tally.write_units += written(model.name, params)


def _after(parsed: dict[str, Any], model: Any, **_: Any) -> None:
    if model.service_model.service_name != "dynamodb" or model.name not in READS:
        return
    for tally in _open.get():
        tally.read_units += read(model.name, parsed)


def written(operation: str, params: Mapping[str, Any]) -> float:
    """Write units of a call: 1 a started kB, twice that in a transaction. Updates and deletes count as 1 kB items."""
    if operation == "PutItem":
        return _units(params["Item"], 1024)
    if operation in ("UpdateItem", "DeleteItem"):
        return 1
    if operation == "BatchWriteItem":
        requests = [r for rs in params["RequestItems"].values() for r in rs]
        return sum(_units(r["PutRequest"]["Item"], 1024) if "PutRequest" in r else 1 for r in requests)
    if operation == "TransactWriteItems":
        return sum(2 * (_units(a["Put"]["Item"], 1024) if "Put" in a else 1) for a in params["TransactItems"])
    return 0


def read(operation: str, parsed: Mapping[str, Any]) -> float:
    """Read units of an answer, eventually consistent: half a unit a started 4 kB; a query adds its items first."""
    if operation == "GetItem":
        return _units(parsed.get("Item") or {}, 4096) / 2
    if operation == "Query":
        return math.ceil(sum(size(i) for i in parsed.get("Items", [])) / 4096 or 1) / 2
    if operation == "BatchGetItem":
        return sum(_units(i, 4096) for items in parsed.get("Responses", {}).values() for i in items) / 2
    return 2 * sum(_units(r.get("Item") or {}, 4096) for r in parsed.get("Responses", []))


def _units(item: Mapping[str, Any], block: int) -> int:
    return max(1, math.ceil(size(item) / block))


def size(item: Mapping[str, Any]) -> int:
    """Bytes of an item as DynamoDB counts them: names and values in UTF-8, numbers by their digits."""
    return sum(len(name.encode()) + _value(value) for name, value in item.items())


def _value(value: Mapping[str, Any]) -> int:
    ((kind, content),) = value.items()
    if kind == "S":
        return len(content.encode())
    if kind == "N":
        return math.ceil(len(content) / 2) + 1
    if kind == "M":
        return 3 + len(content) + size(content)
    if kind == "L":
        return 3 + sum(1 + _value(v) for v in content)
    if kind == "NS":
        return sum(math.ceil(len(v) / 2) + 1 for v in content)
    if kind in ("SS", "BS"):
        return sum(len(v.encode() if isinstance(v, str) else v) for v in content)
    return len(content) if kind == "B" else 1
