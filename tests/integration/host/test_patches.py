"""Each patch by what it mends: right with it, wrong without. When upstream mends one, the second half fails."""

import json
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from tests.integration.host.running import Running, eventually

AT_ONCE = 2 * (os.cpu_count() or 1)
Look = Callable[[Running], bool]
QUIET_FOR = 4.0


def preflight_allows_the_origin(running: Running) -> bool:
    answer = running.http.options("/api/echo/x")
    return bool(answer.headers.get("access-control-allow-origin") == "*")


def unknown_routes_are_404_in_our_words(running: Running) -> bool:
    answer = running.http.get("/api/nowhere")
    return answer.status_code == 404 and "NotFound" in answer.text


def binary_types_are_kept(running: Running) -> bool:
    apis = running.aws("apigateway").get_rest_apis()["items"]
    return any("application/octet-stream" in api.get("binaryMediaTypes", []) for api in apis)


def functions_see_their_layers_only(running: Running) -> bool:
    answer = running.http.get("/api/echo/jane").json()
    return answer["layer"] == "from the layer" and not answer["emulator_packages"]


def a_crowd_shares_a_few_workers(running: Running) -> bool:
    def call(_: int) -> int:
        return int(running.http.get("/api/echo/slow", timeout=60).json()["process"])

    with ThreadPoolExecutor(3 * AT_ONCE) as crowd:
        processes = set(crowd.map(call, range(3 * AT_ONCE)))
    return len(processes) <= AT_ONCE


@pytest.mark.parametrize(
    "right",
    [
        preflight_allows_the_origin,
        unknown_routes_are_404_in_our_words,
        binary_types_are_kept,
        functions_see_their_layers_only,
        a_crowd_shares_a_few_workers,
    ],
)
def test_the_gateway_and_functions_are_mended_and_still_need_to_be(
    instance: Running, as_it_comes: Running, right: Look
) -> None:
    assert right(instance)
    assert not right(as_it_comes), "mended upstream: drop the patch"


def _write(running: Running, partition: str, keys: list[str]) -> None:
    puts: list[Any] = [{"PutRequest": {"Item": {"pk": {"S": partition}, "sk": {"S": key}}}} for key in keys]
    running.table.batch_write_item(RequestItems={running.outputs["Table"]: puts})


def _seen(running: Running, kind: str) -> set[str]:
    found = running.table.query(
        TableName=running.outputs["SeenName"],
        KeyConditionExpression="pk = :kind",
        ExpressionAttributeValues={":kind": {"S": kind}},
    )
    return {item["sk"]["S"] for item in found["Items"]}


def _failures(running: Running) -> list[dict[str, Any]]:
    queue = running.aws("sqs")
    got = queue.receive_message(QueueUrl=running.outputs["FailedUrl"], MaxNumberOfMessages=10, WaitTimeSeconds=1)
    for message in got.get("Messages", []):
        queue.delete_message(QueueUrl=running.outputs["FailedUrl"], ReceiptHandle=message["ReceiptHandle"])
    return [json.loads(message["Body"]) for message in got.get("Messages", [])]


def test_a_partial_failure_is_retried_from_the_failed_record_and_then_given_up(instance: Running) -> None:
    _write(instance, "s#one", ["a", "poison", "z"])

    failures = eventually(lambda: _failures(instance))

    assert _seen(instance, "stream") == {"a"}
    assert failures[0]["DDBStreamBatchInfo"]["batchSize"] == 2


def test_a_raising_batch_is_halved_until_only_the_poison_is_given_up(instance: Running) -> None:
    _write(instance, "b#one", ["a", "b", "poison", "z"])

    failures = eventually(lambda: _failures(instance))

    assert eventually(lambda: seen if len(seen := _seen(instance, "bisected")) == 3 else None) == {"a", "b", "z"}
    assert failures[0]["DDBStreamBatchInfo"]["batchSize"] == 1


def test_as_it_comes_the_emulator_forgets_what_failed(as_it_comes: Running) -> None:
    _write(as_it_comes, "s#one", ["a", "poison", "z"])
    eventually(lambda: _seen(as_it_comes, "stream"))

    assert _failures(as_it_comes) == [], "mended upstream: drop the patch"


def _delivered_after_a_restart(home: Path, *options: str) -> set[str]:
    running = Running(home, *options)
    _write(running, "s#before", ["before-1", "before-2", "before-3"])
    eventually(lambda: _seen(running, "stream") >= {"before-1", "before-2", "before-3"} or None)
    running.stop()
    restarted = Running(home, *options)
    _write(restarted, "s#after", ["after"])
    try:
        eventually(lambda: "after" in _seen(restarted, "stream") or None, QUIET_FOR)
    except AssertionError:
        pass
    finally:
        seen = _seen(restarted, "stream")
        restarted.stop()
    return seen


def test_streams_deliver_after_a_restart_and_without_the_patch_they_do_not(tmp_path: Path) -> None:
    assert "after" in _delivered_after_a_restart(tmp_path / "mended")
    assert "after" not in _delivered_after_a_restart(tmp_path / "not", "--as-it-comes"), "mended upstream"
