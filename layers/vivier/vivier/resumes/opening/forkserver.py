"""Children that open files, each forked from a process that has seen none (`parsers/forkserver.py`)."""

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os import environ
from pathlib import Path
from typing import BinaryIO, NamedTuple

import vivier

BOOT = """
import sys
sys.path[:0] = sys.argv[2:]
from vivier.resumes.parsers.forkserver import main
main()
"""
MESSAGE = 1024
HANDED_ON = ("LD_LIBRARY_PATH",)  # Lambda's own Python finds its shared libraries through it


class Died(Exception):
    """The server is gone, and with it what it knew of the child."""


class Spent(NamedTuple):
    """Of all children of this process that ended, and of the servers that forked them: processor seconds; megabytes."""

    seconds: float = 0.0
    peak_mb: float = 0.0


spent = Spent()
_idle: list["_Server"] = []
_of_parent: list["_Server"] = []


class Child:
    """`stdin` and `stdout` are its own; who forked it closes them, and waits."""

    def __init__(self, line: socket.socket, pid: int, stdin: BinaryIO, stdout: BinaryIO) -> None:
        self.stdin, self.stdout = stdin, stdout
        self.ended: dict[str, float] = {}
        self._line, self._pid, self._asked = line, pid, False

    def kill(self) -> None:
        """Until `wait` was called, the server has not collected it: its number is nobody else's."""
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)

    def wait(self, seconds: float | None = None) -> int:
        """Its exit code, negative for a signal. Raises TimeoutError, Died."""
        self._line.settimeout(seconds)
        if not self._asked:
            self._asked = True
            _say(self._line, b"ended?")
        self.ended = json.loads(_heard(self._line))
        return int(self.ended["code"])


class _Server:
    """One process, which runs one child at a time."""

    def __init__(self) -> None:
        self._line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._own_seconds = 0.0
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 -- our own interpreter and module
                [sys.executable, "-I", "-S", "-B", "-c", BOOT, str(theirs.fileno()), *_paths()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={key: environ[key] for key in HANDED_ON if key in environ},
                pass_fds=[theirs.fileno()],
            )

    @property
    def pid(self) -> int:
        return self._process.pid

    def fork(self, order: dict[str, object]) -> Child:
        """Raises Died."""
        its_input, stdin = os.pipe()
        stdout, its_output = os.pipe()
        ends = os.fdopen(stdin, "wb"), os.fdopen(stdout, "rb")
        try:
            self._line.settimeout(None)
            _say(self._line, json.dumps(order).encode(), its_input, its_output)
            return Child(self._line, int(_heard(self._line)), *ends)
        except Died:
            for end in ends:
                end.close()
            raise
        finally:
            os.close(its_input)
            os.close(its_output)

    def add_up(self, ended: dict[str, float]) -> None:
        global spent
        took = ended["seconds"] + ended["own_seconds"] - self._own_seconds
        self._own_seconds = ended["own_seconds"]
        spent = Spent(spent.seconds + took, max(spent.peak_mb, ended["peak_mb"]))

    def close(self) -> None:
        self._line.close()
        self._process.wait()


def idle() -> list[int]:
    """The processes that wait for a file."""
    return [server.pid for server in _idle]


@contextmanager
def child(module: str, memory: int, cpu_seconds: int) -> Iterator[Child]:
    """A child that runs `module`'s `main()` with so many bytes and seconds. The block waits for it. Raises Died."""
    server, forked = _forked({"child": module, "memory": memory, "cpu": cpu_seconds})
    try:
        yield forked
    finally:
        if forked.ended:
            server.add_up(forked.ended)
            _idle.append(server)
        else:
            server.close()


def _forked(order: dict[str, object]) -> tuple[_Server, Child]:
    """By a server at hand, or by a new one where that is gone. Raises Died."""
    while _idle:
        server = _idle.pop()
        try:
            return server, server.fork(order)
        except Died:
            server.close()
    server = _Server()
    try:
        return server, server.fork(order)
    except Died:
        server.close()
        raise


def _say(line: socket.socket, message: bytes, *ends: int) -> None:
    with suppress(OSError):  # then it is gone, which is heard next
        socket.send_fds(line, [message], ends)


def _heard(line: socket.socket) -> bytes:
    try:
        message = line.recv(MESSAGE)
    except TimeoutError:
        raise
    except OSError as gone:
        raise Died from gone
    if not message:
        raise Died
    return message


def _paths() -> list[str]:
    ours = str(Path(vivier.__file__).parents[1])
    return [ours, *(path for path in sys.path if path and path != ours and Path(path).exists())]


def _close_all() -> None:
    while _idle:
        _idle.pop().close()


def _leave_to_parent() -> None:
    """A server answers the process that started it. Kept, for a child that lets go of it would be warned of a leak."""
    _of_parent.extend(_idle)
    _idle.clear()


atexit.register(_close_all)
os.register_at_fork(after_in_child=_leave_to_parent)
