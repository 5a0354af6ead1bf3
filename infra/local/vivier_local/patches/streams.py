"""DynamoDB streams: partial failures, bisection, retries and on-failure are ignored, and a restart delivers nothing.

After a restart the positions of consumers come back but the records don't, so that nothing is delivered until the new
records outnumber the old position.
"""

import time
from collections.abc import Iterator
from typing import Any

from ministack import app
from ministack.core.persistence import load_state
from ministack.services import dynamodb, lambda_svc

Record = dict[str, Any]
_execute = lambda_svc._execute_function
_get_state = dynamodb.get_state
_load = app._load_persisted_state
SLOWEST_RETRY = 10.0


def apply() -> None:
    lambda_svc._execute_function = execute
    dynamodb.get_state = get_state
    app._load_persisted_state = load


def execute(function: dict[str, Any], event: Any) -> dict[str, Any]:
    """Runs a batch of stream records as the service would; anything else goes straight through."""
    records = event.get("Records") if isinstance(event, dict) else None
    if not records or records[0].get("eventSource") != "aws:dynamodb":
        result: dict[str, Any] = _execute(function, event)
        return result
    return Batch(function, records).run()


class Batch:
    """One batch of one stream for one mapping."""

    def __init__(self, function: dict[str, Any], records: list[Record]) -> None:
        self._function = function
        self._records = records
        self._stream = records[0]["eventSourceARN"]
        self._mapping = _mapping(function, self._stream)
        self._tries: dict[tuple[str, int], int] = {}
        self._last: dict[str, Any] = {"body": None}

    def run(self) -> dict[str, Any]:
        self._deliver(list(self._records))
        return {"body": None, "log": self._last.get("log", "")}

    def _deliver(self, batch: list[Record]) -> None:
        while batch:
            self._last = _execute(self._function, {"Records": batch})
            failed = self._first_failed(batch)
            if failed is None:
                return
            batch = batch[failed:]
            key = (_sequence(batch[0]), len(batch))
            self._tries[key] = self._tries.get(key, 0) + 1
            if self._mapping.get("BisectBatchOnFunctionError") and len(batch) > 1:
                half = len(batch) // 2
                self._deliver(batch[:half])
                batch = batch[half:]
            elif self._exhausted(key):
                lambda_svc._send_ddb_stream_failure_record(
                    self._mapping, self._function, batch, self._stream, self._last, "RetryAttemptsExhausted"
                )
                return
            else:
                time.sleep(min(0.2 * 2 ** self._tries[key], SLOWEST_RETRY))

    def _first_failed(self, batch: list[Record]) -> int | None:
        if self._last.get("error"):
            return 0
        body = self._last.get("body")
        reports = "ReportBatchItemFailures" in (self._mapping.get("FunctionResponseTypes") or [])
        failures = body.get("batchItemFailures") if reports and isinstance(body, dict) else None
        if not failures:
            return None
        named = {failure["itemIdentifier"] for failure in failures}
        return next((place for place, record in enumerate(batch) if _sequence(record) in named), 0)

    def _exhausted(self, key: tuple[str, int]) -> bool:
        limit = self._mapping.get("MaximumRetryAttempts", -1)
        return limit is not None and 0 <= limit < self._tries[key]


def get_state() -> dict[str, Any]:
    """The table service's state with the stream records that some consumer has not seen yet."""
    state: dict[str, Any] = _get_state()
    state["pending"] = []
    for (account, region, table), records in dynamodb._stream_records.all_items():
        described = dynamodb._tables.get_scoped(account, region, table) or {}
        trimmed = dynamodb._trimmed_count(table, account, region)
        seen = [position for _, position in _positions(described.get("LatestStreamArn"))]
        first = max(trimmed, min(seen)) if seen else trimmed + len(records)
        state["pending"].append([account, region, table, first, records[first - trimmed :]])
    return state


def load() -> None:
    _load()
    for account, region, table, first, records in (load_state("dynamodb") or {}).get("pending", []):
        dynamodb._stream_records.set_scoped(account, region, table, records)
        described = dynamodb._tables.get_scoped(account, region, table) or {}
        for scope, position in _positions(described.get("LatestStreamArn")):
            lambda_svc._dynamodb_stream_positions.set_scoped(*scope, min(max(0, position - first), len(records)))


def _positions(stream: str | None) -> Iterator[tuple[tuple[str, str, str], int]]:
    """((account, region, mapping id), records read) of each consumer of a stream."""
    mappings = [key for key, mapping in lambda_svc._esms.all_items() if mapping.get("EventSourceArn") == stream]
    for scope, position in list(lambda_svc._dynamodb_stream_positions.all_items()):
        if any(scope[2] == mapping[2] for mapping in mappings):
            yield scope, position


def _mapping(function: dict[str, Any], stream: str) -> dict[str, Any]:
    arn = (function.get("config") or function)["FunctionArn"].removesuffix(":$LATEST")
    found = (
        mapping
        for mapping in lambda_svc._esms.values()
        if mapping.get("EventSourceArn") == stream and mapping.get("FunctionArn", "").startswith(arn)
    )
    return next(found, {})


def _sequence(record: Record) -> str:
    sequence: str = record["dynamodb"]["SequenceNumber"]
    return sequence
