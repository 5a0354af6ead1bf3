"""What was acknowledged is there after `kill -9`, whenever it comes."""

import functools
import threading
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import BotoCoreError, ClientError
from tests.integration.host.running import Running, eventually, free_port, start_and_fail

WRITERS = 4
KILLS = 5


class Writer(threading.Thread):
    """Writes single items and transactions of three until the instance dies; remembers what was acknowledged."""

    def __init__(self, running: Running, name: str) -> None:
        super().__init__(daemon=True)
        self._table = running.table
        self._into = running.outputs["Table"]
        self._label = name
        self.acknowledged: list[str] = []
        self.tried = 0

    def run(self) -> None:
        try:
            while True:
                self._one(f"{self._label}-{self.tried}")
                self.tried += 1
        except (BotoCoreError, ClientError):
            return

    def _one(self, key: str) -> None:
        if self.tried % 3:
            self._table.put_item(TableName=self._into, Item={"pk": {"S": key}, "sk": {"S": "single"}})
        else:
            self._table.transact_write_items(TransactItems=[self._part(key, part) for part in "abc"])
        self.acknowledged.append(key)

    def _part(self, key: str, part: str) -> Any:
        return {"Put": {"TableName": self._into, "Item": {"pk": {"S": key}, "sk": {"S": part}}}}


def _wrote_enough(writers: list[Writer]) -> bool:
    return sum(len(writer.acknowledged) for writer in writers) > 300


def _everything(running: Running) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    pages = running.aws("dynamodb").get_paginator("scan").paginate(TableName=running.outputs["Table"])
    for page in pages:
        for item in page["Items"]:
            found.setdefault(item["pk"]["S"], set()).add(item["sk"]["S"])
    return found


def test_every_acknowledged_write_survives_five_kills_and_no_transaction_is_torn(tmp_path: Path) -> None:
    acknowledged: list[str] = []
    for round_ in range(KILLS):
        running = Running(tmp_path)
        writers = [Writer(running, f"{round_}-{number}") for number in range(WRITERS)]
        for writer in writers:
            writer.start()

        # Each round dies at another moment of the snapshot's second.
        eventually(functools.partial(_wrote_enough, writers), 60)
        threading.Event().wait(0.23 * round_)
        running.kill()
        for writer in writers:
            writer.join(timeout=60)
        acknowledged += [key for writer in writers for key in writer.acknowledged]

    survivor = Running(tmp_path)
    found = _everything(survivor)
    survivor.stop()
    assert len(acknowledged) > KILLS * 300
    assert [key for key in acknowledged if key not in found] == []
    assert {key: parts for key, parts in found.items() if parts not in ({"single"}, {"a", "b", "c"})} == {}


def test_deletions_and_updates_survive_a_kill_too(tmp_path: Path) -> None:
    running = Running(tmp_path)
    table, name = running.table, running.outputs["Table"]
    for key in ("kept", "gone"):
        table.put_item(TableName=name, Item={"pk": {"S": key}, "sk": {"S": "x"}})
    threading.Event().wait(2.5)

    table.delete_item(TableName=name, Key={"pk": {"S": "gone"}, "sk": {"S": "x"}})
    table.update_item(
        TableName=name,
        Key={"pk": {"S": "kept"}, "sk": {"S": "x"}},
        UpdateExpression="SET words = :words",
        ExpressionAttributeValues={":words": {"S": "après"}},
    )
    running.kill()

    survivor = Running(tmp_path)
    found = survivor.table.scan(TableName=name)["Items"]
    survivor.stop()
    assert found == [{"pk": {"S": "kept"}, "sk": {"S": "x"}, "words": {"S": "après"}}]


def test_what_a_state_machine_wrote_survives_a_kill(tmp_path: Path) -> None:
    running = Running(tmp_path)
    machine = running.aws("stepfunctions")
    machine.start_execution(stateMachineArn=running.outputs["MachineArn"], input='{"id": "one"}')
    key = {"pk": {"S": "machine#one"}, "sk": {"S": "done"}}
    eventually(lambda: running.table.get_item(TableName=running.outputs["Table"], Key=key).get("Item"))
    running.kill()

    survivor = Running(tmp_path)
    found = survivor.table.get_item(TableName=survivor.outputs["Table"], Key=key)
    survivor.stop()
    assert found["Item"] == key


def test_changes_that_no_consumer_saw_before_the_kill_reach_it_after(tmp_path: Path) -> None:
    running = Running(tmp_path)
    for number in range(30):
        item = {"pk": {"S": "s#late"}, "sk": {"S": f"item-{number:02}"}}
        running.table.put_item(TableName=running.outputs["Table"], Item=item)
    running.kill()

    survivor = Running(tmp_path)
    wanted = {f"item-{number:02}" for number in range(30)}

    def seen() -> bool:
        found = survivor.table.query(
            TableName=survivor.outputs["SeenName"],
            KeyConditionExpression="pk = :stream",
            ExpressionAttributeValues={":stream": {"S": "stream"}},
        )
        return {item["sk"]["S"] for item in found["Items"]} >= wanted

    eventually(lambda: seen() or None, 30)
    survivor.stop()


@pytest.mark.parametrize("same", ["home", "port"])
def test_a_second_run_on_the_same_home_or_port_says_so(tmp_path: Path, same: str) -> None:
    running = Running(tmp_path / "home")

    failed = (
        start_and_fail(tmp_path / "home", free_port())
        if same == "home"
        else start_and_fail(tmp_path / "other", running.port)
    )

    assert running.stop() == 0
    assert failed.code == 2
    assert ("an instance already runs on it" if same == "home" else f"port {running.port} is taken") in failed.says


def test_a_clean_stop_leaves_no_journal_to_replay(tmp_path: Path) -> None:
    running = Running(tmp_path)
    running.table.put_item(TableName=running.outputs["Table"], Item={"pk": {"S": "a"}, "sk": {"S": "b"}})

    code = running.stop()

    assert code == 0
    assert sum(path.stat().st_size for path in (tmp_path / "journal").iterdir()) == 0
