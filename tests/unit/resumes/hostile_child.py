"""What a parser that a file has taken over might try, by the name of the file it is given."""

import json
import mmap
import os
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

LENGTH = 4
MEGABYTE = 1024 * 1024


def main() -> None:
    stdin = sys.stdin.buffer
    request = json.loads(stdin.read(int.from_bytes(stdin.read(LENGTH), "big")))
    stdin.read()
    acts: dict[str, Callable[[], object]] = {
        "eats memory": _eat_memory,
        "tells how much it can hold": _hold_memory,
        "loops for ever": _loop,
        "sleeps": _sleep,
        "dies": os.abort,
        "tells its environment": lambda: _answer(json.dumps(dict(os.environ))),
        "writes a file": _write_file,
        "opens too many files": _open_files,
        "talks without end": _talk,
        "talks nonsense": lambda: sys.stdout.write("nonsense" * 100),
        "answers another shape": lambda: _send({"kind": "pdf", "pages": [{"image": 10**12, "ocr_image": None}]}),
        "connects": _connect,
        "ends who forked it": lambda: os.kill(os.getppid(), signal.SIGKILL),
    }
    acts[request["name"]]()


def _send(answer: object) -> None:
    header = json.dumps(answer).encode()
    sys.stdout.buffer.write(len(header).to_bytes(LENGTH, "big") + header)
    sys.stdout.flush()


def _answer(detail: str) -> None:
    _send({"refused": "unreadable", "detail": detail})


def _eat_memory() -> None:
    held = []
    while True:
        held.append(bytearray(50_000_000))


def _hold_memory() -> None:
    # Never touched, so that only the limit on its address space can end it, not its share of the processor.
    held: list[mmap.mmap] = []
    try:
        while len(held) < 4_000:
            held.append(mmap.mmap(-1, MEGABYTE))
    except (OSError, MemoryError):
        _answer(str(len(held)))
    else:
        _answer("without end")


def _loop() -> None:
    while True:
        pass


def _sleep() -> None:
    time.sleep(600)


def _write_file() -> None:
    try:
        with tempfile.NamedTemporaryFile("wb", buffering=0) as file:
            file.write(b"x")
        _answer("written")
    except OSError as error:
        _answer(type(error).__name__)


def _open_files() -> None:
    held = []
    try:
        for _ in range(1000):
            held.append(Path("/dev/null").open())  # noqa: SIM115
    except OSError as error:
        _answer(str(error.errno))


def _talk() -> None:
    while True:
        sys.stdout.buffer.write(b"x" * 1_000_000)


def _connect() -> None:
    from vivier.resumes.parsers.child import forbid

    sys.addaudithook(forbid)
    try:
        socket.create_connection(("127.0.0.1", 9), timeout=1)
    except PermissionError:
        _answer("forbidden")
