"""One process at a time on a home."""

import subprocess
import sys
from pathlib import Path

import pytest

from vivier_local.home import Home, HomeBusy

HOLD = """
import sys
from pathlib import Path
from vivier_local.home import Home
Home(Path(sys.argv[1])).lock("http://localhost:1")
print("held", flush=True)
sys.stdin.read()
"""


def _holder(home: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_held_home_names_its_holder(tmp_path: Path) -> None:
    holder = _holder(tmp_path)

    with pytest.raises(HomeBusy, match=rf"http://localhost:1 \(process {holder.pid}\)"):
        Home(tmp_path).lock("http://localhost:2")

    holder.kill()
    holder.communicate()


def test_a_home_whose_holder_was_killed_is_free(tmp_path: Path) -> None:
    holder = _holder(tmp_path)
    holder.kill()
    holder.communicate()

    home = Home(tmp_path).lock("http://localhost:2")

    held = home.holder()
    home.release()
    assert held is not None
    assert held.url == "http://localhost:2"
