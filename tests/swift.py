"""The table in memory: tests/quick_table.py answers, moto makes it and keeps everything else.

With `--tables both` each request goes to moto too, and both must say the same: `make soak` runs the integration tests
so. For that moto is made quicker: it copies the whole table with all its items once for each write of a transaction;
here a snapshot shares the items, and an update replaces the item that it changes instead of changing it. Calls of
several threads are taken in turn: a transaction of moto's that fails puts its copy back, and would lose what others
wrote. What botocore has read of its services once is kept: half the time of a short test. Requests to tables are not
signed, since nobody here checks it: a quarter of what a call takes.
"""

import copy
import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import RLock
from typing import Any, Literal

import pytest
from botocore.auth import SigV4Auth
from botocore.loaders import JSONFileLoader, Loader
from moto.core.botocore_stubber import BotocoreStubber
from moto.dynamodb.models import DynamoDBBackend, dynamodb_backends
from moto.dynamodb.models.dynamo_type import DynamoType
from moto.dynamodb.models.table import Table

from tests.quick_table import QuickTable, Saved

Tables = Literal["quick", "both"]
MAKING = {"CreateTable", "DescribeTable"}
_reads: Any = JSONFileLoader.load_file
_lists: Any = Loader.list_available_services
_signs: Any = SigV4Auth.add_auth


class Stored:
    """What stands in the table, to be put back. `agreed` lists the operations to which both tables said the same."""

    def __init__(self, tables: Tables) -> None:
        self.both = tables == "both"
        self.quick = QuickTable()
        self.agreed: list[str] = []

    def save(self) -> tuple[Saved, Any]:
        return self.quick.save(), copy.deepcopy(self._moto()) if self.both else None

    def restore(self, saved: tuple[Saved, Any]) -> None:
        self.quick.restore(saved[0])
        if self.both:
            held = dynamodb_backends["123456789012"]["eu-west-3"].tables
            held[next(iter(held))] = copy.deepcopy(saved[1])

    def _moto(self) -> Any:
        return next(iter(dynamodb_backends["123456789012"]["eu-west-3"].tables.values()))

    def answer(self, request: Any, moto: Any) -> Any:
        """Status, headers and body; `moto` answers when asked."""
        operation = request.headers["X-Amz-Target"].decode().rpartition(".")[2]
        mine = self.quick.answer(request)
        if mine is None:
            assert operation in MAKING, f"tests/quick_table.py does not know {operation}"
            return moto()
        if self.both:
            status, _, body = moto()
            theirs = json.loads(body)
            if operation != "Scan":  # in another order
                assert _said(*_as_far_as(theirs, *mine)) == _said(status, theirs), (operation, request.body)
            self.agreed.append(operation)
        return mine[0], {"content-type": "application/x-amz-json-1.0"}, json.dumps(mine[1])


@contextmanager
def swift(tables: Tables) -> Iterator[Stored]:
    """Requests to tables are answered as said above inside the block."""
    calls: Any = BotocoreStubber.process_request
    turn, stored = RLock(), Stored(tables)

    def in_turn(stubber: BotocoreStubber, request: Any) -> Any:
        with turn:
            # An account may have a host of its own for its tables: 123456789012.ddb.eu-west-3.amazonaws.com
            if ".ddb." in request.url or "//dynamodb." in request.url:
                return stored.answer(request, lambda: calls(stubber, request))
            return calls(stubber, request)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BotocoreStubber, "process_request", in_turn)
        patch.setattr(SigV4Auth, "add_auth", _sign)
        patch.setattr(JSONFileLoader, "load_file", lambda _, path: _read(path))
        patch.setattr(
            Loader, "list_available_services", lambda own, type_name: _listed(type_name, tuple(own.search_paths))
        )
        if stored.both:
            _share(patch)
        yield stored


def _sign(auth: Any, request: Any) -> None:
    if auth._service_name != "dynamodb":
        _signs(auth, request)


@cache
def _read(path: str) -> Any:
    """A description of a service, which nobody changes: sessions share it among their clients too."""
    return _reads(JSONFileLoader(), path)


@cache
def _listed(kind: str, places: tuple[str, ...]) -> Any:
    return _lists(Loader(extra_search_paths=list(places), include_default_search_paths=False), kind)


def _share(patch: pytest.MonkeyPatch) -> None:
    updates: Any = DynamoDBBackend.update_item

    def replaced(backend: Any, table_name: str, key: dict[str, Any], *args: Any, **more: Any) -> Any:
        table = backend.get_table(table_name)
        row = table.items.get(DynamoType(key[table.hash_key_attr]), {})
        sort = DynamoType(key[table.range_key_attr])
        if sort in row:
            row[sort] = copy.deepcopy(row[sort])
        return updates(backend, table_name, key, *args, **more)

    patch.setattr(Table, "__deepcopy__", _shared, raising=False)
    patch.setattr(DynamoDBBackend, "update_item", replaced)


def _shared(table: Any, _memo: dict[int, Any]) -> Any:
    snapshot = copy.copy(table)
    snapshot.items = defaultdict(dict, {pk: dict(rows) for pk, rows in table.items.items()})
    return snapshot


def _as_far_as(theirs: dict[str, Any], status: int, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    """Where a limit ends an answer with the last row that there is, DynamoDB and we name it, moto does not
    (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html)."""
    return status, body if "LastEvaluatedKey" in theirs else {k: v for k, v in body.items() if k != "LastEvaluatedKey"}


def _said(status: int, body: dict[str, Any]) -> Any:
    """What matters of an answer, in an order of its own."""
    if status >= 400:
        reasons = [r["Code"] for r in body.get("CancellationReasons", [])]
        return status, body["__type"].rpartition("#")[2], reasons
    many = {name: sorted(map(str, map(_sorted, rows))) for name, rows in body.get("Responses", {}).items()}
    return (
        _sorted(body.get("Item") or {}), _sorted(body.get("Attributes") or {}),
        [_sorted(r) for r in body.get("Items", [])], _sorted(body.get("LastEvaluatedKey") or {}), many,
    )  # fmt: skip


def _sorted(row: dict[str, Any]) -> dict[str, Any]:
    return dict(sorted(row.items()))
