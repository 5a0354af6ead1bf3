"""The cloud in memory, quicker: moto copies the whole table with all its items once for each write of a transaction.

Here a snapshot shares the items, and an update replaces the item that it changes instead of changing it. Calls of
several threads are taken in turn: a transaction that fails puts its copy back, and would lose what others wrote.
"""

import copy
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any

import pytest
from moto.core.botocore_stubber import BotocoreStubber
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DynamoType
from moto.dynamodb.models.table import Table


@contextmanager
def snapshots() -> Iterator[None]:
    """Tables are copied by reference inside the block."""
    updates: Any = DynamoDBBackend.update_item

    def replaced(backend: Any, table_name: str, key: dict[str, Any], *args: Any, **more: Any) -> Any:
        table = backend.get_table(table_name)
        row = table.items.get(DynamoType(key[table.hash_key_attr]), {})
        sort = DynamoType(key[table.range_key_attr])
        if sort in row:
            row[sort] = copy.deepcopy(row[sort])
        return updates(backend, table_name, key, *args, **more)

    calls: Any = BotocoreStubber.process_request
    turn = RLock()

    def in_turn(stubber: BotocoreStubber, request: Any) -> Any:
        with turn:
            return calls(stubber, request)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BotocoreStubber, "process_request", in_turn)
        patch.setattr(Table, "__deepcopy__", _shared, raising=False)
        patch.setattr(DynamoDBBackend, "update_item", replaced)
        yield


def _shared(table: Any, _memo: dict[int, Any]) -> Any:
    snapshot = copy.copy(table)
    snapshot.items = defaultdict(dict, {pk: dict(rows) for pk, rows in table.items.items()})
    return snapshot
