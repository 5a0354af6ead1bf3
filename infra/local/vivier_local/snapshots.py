"""The emulator's state on disk: a forked child writes it while the parent goes on serving.

The child owns a copy of the memory (copy on write), so the pause is the fork alone. A snapshot is a folder of its
own; `current` is a link that moves when the folder is whole and synced, so services are never saved from different
moments. Only one child lives at a time, and the next waits at least four times as long as the last one took: saving
never costs more than a fifth of a core, however large the table grows. The journal covers the table meanwhile.
"""

import asyncio
import contextlib
import copy
import gc
import json
import logging
import os
import shutil
import signal
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from vivier_local.journal import Journal

EVERY = 1.0
SHARE = 4
LONGEST = 120

log = logging.getLogger("vivier.snapshots")
States = Callable[[], dict[str, Callable[[], Any]]]
Write = Callable[[Path, str, Any], None]


class Snapshots:
    """`states` gives each service's state getter; `write(folder, service, state)` puts one on disk."""

    def __init__(self, folder: Path, journal: Journal, states: States, write: Write) -> None:
        self._folder = folder
        self._journal = journal
        self._states = states
        self._write = write
        self._saved = 0
        self._saving = asyncio.Lock()
        self.changes = 0
        self.seconds = 0.0

    def touch(self) -> None:
        """Something changed that the next snapshot must hold."""
        self.changes += 1

    async def run(self, ending: asyncio.Event) -> None:
        """Saves when something changed, until `ending` is set; never leaves a child behind."""
        while not ending.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(ending.wait(), max(EVERY, SHARE * self.seconds))
            if not ending.is_set() and self.changes != self._saved:
                await self.save()

    async def save(self) -> bool:
        """One snapshot, after the one that is under way. To be awaited on the loop that serves requests, so that none
        is half done at the fork.
        """
        async with self._saving:
            started, seen = time.perf_counter(), self.changes
            covered = self._journal.rotate()
            child = self._fork()
            status = await asyncio.to_thread(_collect, child)
            self.seconds = time.perf_counter() - started
            if status != 0:
                log.error("snapshot failed (status %s): the journal is kept", status)
                return False
            self._saved = seen
            self._journal.drop_through(covered)
            return True

    def _fork(self) -> int:
        gc.freeze()
        with warnings.catch_warnings():
            # Python warns of locks held by other threads; the child takes none but the emulator's, and an alarm ends
            # it when it hangs: the journal is then simply kept.
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if child:
            return child
        status = 1
        try:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            signal.alarm(LONGEST)
            os.nice(5)
            self._write_all()
            status = 0
        except BaseException as error:  # noqa: BLE001 - a child must end here, whatever happened
            sys.stderr.write(f"snapshot: {error!r}\n")
        finally:
            os._exit(status)

    def _write_all(self) -> None:
        gc.disable()
        copy.deepcopy = lambda x, memo=None, _nil=None: x  # this memory is ours alone
        folder = self._folder / f"{time.time_ns():020d}"
        folder.mkdir()
        for service, state_of in self._states().items():
            state = state_of()
            if state is not None:
                self._write(folder, service, state)
        publish(self._folder, folder)


def publish(root: Path, folder: Path) -> None:
    """Makes `folder` the current snapshot, durably, and forgets the others."""
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)
    link = root / "next"
    link.unlink(missing_ok=True)
    link.symlink_to(folder.name)
    link.replace(root / "current")
    for other in root.iterdir():
        if other.is_dir() and not other.is_symlink() and other.name != folder.name:
            shutil.rmtree(other, ignore_errors=True)


def write_json(path: Path, value: Any, default: Callable[[Any], Any]) -> None:
    """In one piece (`json.dump` to a file bypasses the C encoder: four times slower) and synced."""
    with path.open("w", encoding="utf-8") as file:
        file.write(json.dumps(value, default=default))
        file.flush()
        os.fsync(file.fileno())


def _collect(child: int) -> int:
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)
