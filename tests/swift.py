"""The cloud in memory, quicker: moto copies the whole table with all its items once for each write of a transaction,
and botocore reads the descriptions of its services again for each session, of which every test has its own.

Here a snapshot shares the items, and an update replaces the item that it changes instead of changing it. Calls of
several threads are taken in turn: a transaction that fails puts its copy back, and would lose what others wrote.
What botocore has read once is kept: half the time of a short test.
"""

import copy
import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import RLock
from typing import Any

import pytest
from botocore.loaders import JSONFileLoader, Loader
from moto.core.botocore_stubber import BotocoreStubber
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DynamoType
from moto.dynamodb.models.table import Table

from tests.quick_table import QuickTable

quick = (
    False  # whether tests/quick_table.py stands for moto's table: where thousands of tests are run (tests/mutants.py)
)
_reads: Any = JSONFileLoader.load_file
_lists: Any = Loader.list_available_services


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
    turn, table = RLock(), QuickTable() if quick else None

    def in_turn(stubber: BotocoreStubber, request: Any) -> Any:
        with turn:
            if table and b"DynamoDB_" in request.headers.get("X-Amz-Target", b"") and (said := table.answer(request)):
                return said[0], {"content-type": "application/json"}, json.dumps(said[1])
            return calls(stubber, request)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BotocoreStubber, "process_request", in_turn)
        patch.setattr(Table, "__deepcopy__", _shared, raising=False)
        patch.setattr(DynamoDBBackend, "update_item", replaced)
        patch.setattr(JSONFileLoader, "load_file", lambda _, path: _read(path))
        patch.setattr(
            Loader, "list_available_services", lambda own, type_name: _listed(type_name, tuple(own.search_paths))
        )
        yield


@cache
def _read(path: str) -> Any:
    """A description of a service, which nobody changes: sessions share it among their clients too."""
    return _reads(JSONFileLoader(), path)


@cache
def _listed(kind: str, places: tuple[str, ...]) -> Any:
    return _lists(Loader(extra_search_paths=list(places), include_default_search_paths=False), kind)


def _shared(table: Any, _memo: dict[int, Any]) -> Any:
    snapshot = copy.copy(table)
    snapshot.items = defaultdict(dict, {pk: dict(rows) for pk, rows in table.items.items()})
    return snapshot
