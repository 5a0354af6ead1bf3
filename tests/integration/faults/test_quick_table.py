"""The table of the fault suites says to every request what moto says."""

import json
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore import handlers
from botocore.awsrequest import AWSResponse
from moto.core.botocore_stubber import BotocoreStubber, MockRawResponse
from tests.conftest import in_memory
from tests.factories import NOW, WORKSPACE, actor, arrive, profile
from tests.hiring import candidate_in, job, stage
from tests.quick_table import QuickTable

from vivier.casework import merging, sweep
from vivier.hiring import applications
from vivier.mail import outbox
from vivier.people import search, service
from vivier.people.enrolled import WatchItem, unwatch, watch
from vivier.people.search import PeopleQuery
from vivier.people.store import CandidateItem
from vivier.storage.table import find
from vivier.storage.transaction import Lost, Transaction


def _said(status: int, body: dict[str, Any]) -> Any:
    """What matters of an answer, in an order of its own."""
    if status >= 400:
        reasons = [r["Code"] for r in body.get("CancellationReasons", [])]
        return status, body["__type"].rpartition("#")[2], reasons
    found = body.get("Responses", {})
    many = {name: sorted(map(str, map(_sorted, rows))) for name, rows in found.items()}
    return (
        _sorted(body.get("Item") or {}), [_sorted(r) for r in body.get("Items", [])],
        _sorted(body.get("LastEvaluatedKey") or {}), many,
    )  # fmt: skip


def _sorted(row: dict[str, Any]) -> dict[str, Any]:
    return dict(sorted(row.items()))


@pytest.fixture
def compared(environment: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Both tables get every request; the operations that they agreed on."""
    quick, agreed, moto = QuickTable(), [], BotocoreStubber()

    def both(request: Any, **_: Any) -> AWSResponse | None:
        if "ddb." not in request.url and "dynamodb." not in request.url:
            return None
        mine = quick.answer(request)
        if mine is None:
            return None
        theirs = moto.process_request(request)
        assert theirs
        status, headers, body = theirs
        held = json.loads(body)
        operation = request.headers["X-Amz-Target"].decode().rpartition(".")[2]
        if operation != "Scan":
            assert _said(*mine) == _said(status, held), (operation, request.body)
        agreed.append(operation)
        return AWSResponse(request.url, status, headers, MockRawResponse(body))  # type: ignore[arg-type]

    hook: Any = ("before-send", both)
    handlers.BUILTIN_HANDLERS.insert(0, hook)
    boto3.DEFAULT_SESSION = None
    asks: Any = BotocoreStubber.__call__
    try:
        with in_memory():
            environment.setattr(BotocoreStubber, "__call__", _not_tables(asks))
            yield agreed
    finally:
        handlers.BUILTIN_HANDLERS.remove(hook)
        boto3.DEFAULT_SESSION = None


def _not_tables(asks: Any) -> Any:
    def called(stubber: BotocoreStubber, event_name: str, request: Any, **more: Any) -> Any:
        return (
            None
            if b"DynamoDB_20120810" in str(request.headers).encode()
            else asks(stubber, event_name, request, **more)
        )

    return called


def test_both_tables_say_the_same_of_a_day_of_work(compared: list[str]) -> None:
    made = job()
    people = [candidate_in(made) for _ in range(3)]
    key = arrive(profile("Maëlys Kervadec", "m@courrier.example")).message_key or ""
    applications.move(actor(), made.id, people[0], stage(made, "interview").id, NOW)
    outbox.send(WORKSPACE, key, NOW)
    for kind in ("Delivery", "Bounce", "Bounce"):
        outbox.record_ses_event(WORKSPACE, key, kind, "one", NOW, {"type": "Permanent"})
    merging.merge(actor(), people[0], people[1], NOW)
    sweep.sweep(NOW)
    search.search(WORKSPACE, PeopleQuery(q="per"))
    service.open_candidate(actor(), people[0])
    for act in (watch, unwatch):  # a set, and another act that needs none
        transaction = Transaction()
        act(transaction, WORKSPACE, people[2], "seq_1")
        transaction.commit()
        find(WatchItem, WatchItem.key(WORKSPACE, people[2]))
    stale = Transaction()
    stale.create(CandidateItem(*CandidateItem.key(WORKSPACE, people[2])))

    with pytest.raises(Lost):
        stale.commit()

    assert {"GetItem", "BatchGetItem", "Query", "TransactWriteItems"} <= set(compared)
    assert len(compared) > 60
