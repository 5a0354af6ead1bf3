"""Saving: whole, one at a time, and never at the price of the journal."""

import asyncio
import json
import os
import time
from pathlib import Path
from typing import Any

from vivier_local import journal
from vivier_local.journal import Journal, Write
from vivier_local.snapshots import Snapshots, write_json


def _write(folder: Path, service: str, state: Any) -> None:
    write_json(folder / f"{service}.json", state, str)


def _current(folder: Path) -> Any:
    return json.loads((folder / "current" / "people.json").read_text())


def test_two_saves_at_once_follow_each_other_and_the_later_state_stays(tmp_path: Path) -> None:
    state = {"version": 1}

    def slow_at_first() -> dict[str, int]:
        if state["version"] == 1:
            time.sleep(0.5)
        return state

    snapshots = Snapshots(tmp_path / "s", Journal(tmp_path / "j"), lambda: {"people": slow_at_first}, _write)
    (tmp_path / "s").mkdir()

    async def both() -> None:
        first = asyncio.create_task(snapshots.save())
        await asyncio.sleep(0.1)
        state["version"] = 2
        await asyncio.gather(first, snapshots.save())

    asyncio.run(both())

    assert _current(tmp_path / "s") == {"version": 2}
    assert len(list((tmp_path / "s").iterdir())) == 2


def test_a_save_that_fails_keeps_the_last_one_and_the_journal(tmp_path: Path) -> None:
    (tmp_path / "s").mkdir()
    into = Journal(tmp_path / "j")
    failing: list[bool] = []

    def state() -> dict[str, int]:
        if failing:
            os.close(2)  # the child's message about this is not this test's business
            raise OSError("disk full")
        return {"version": 1}

    snapshots = Snapshots(tmp_path / "s", into, lambda: {"people": state}, _write)
    assert asyncio.run(snapshots.save())
    into.append([Write("table", "a", "b", None)])
    failing.append(True)

    assert not asyncio.run(snapshots.save())

    assert _current(tmp_path / "s") == {"version": 1}
    assert journal.read(tmp_path / "j").requests == [[Write("table", "a", "b", None)]]
