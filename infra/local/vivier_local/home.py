"""The folder that holds one local instance: emulator state, journal, objects, mails, logs. One process at a time."""

import contextlib
import errno
import fcntl
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ValidationError

SAVER_PATIENCE = 60.0


class Running(BaseModel):
    """Who holds a home: written into its lock file for the next one to read."""

    pid: int
    url: str


class HomeBusy(Exception):
    """Another instance runs on this home."""

    def __init__(self, path: Path, holder: Running | None) -> None:
        where = f" at {holder.url} (process {holder.pid})" if holder else ""
        super().__init__(
            f"{path} is in use: an instance already runs on it{where}. "
            "Stop that one, or start this one with another --home and --port."
        )
        self.holder = holder


class Home:
    """Names every place below the folder; entering it takes the lock."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        self.state = self.path / "state"
        self.snapshots = self.path / "snapshots"
        self.journal = self.path / "journal"
        self.objects = self.path / "objects"
        self.mails = self.path / "mails"
        self.layers = self.path / "layers"
        self.logs = self.path / "logs"
        self.settings = self.path / "settings.json"
        self._lock_path = self.path / "lock"
        self._lock: int | None = None

    def lock(self, url: str, *, waiting: Callable[[], None] = lambda: None) -> Self:
        """Raises HomeBusy when a live process holds the home.

        A saver is a fork and shares the lock: after a `kill -9` it may still be writing the last snapshot. Then we
        wait for it (`waiting` is called once), since two savers must never write at once.
        """
        for folder in (self.state, self.snapshots, self.journal, self.objects, self.mails, self.layers, self.logs):
            folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(self._lock_path, os.O_RDWR | os.O_CREAT, 0o600)
        deadline = time.monotonic() + SAVER_PATIENCE
        told = False
        while not _locked(handle):
            holder = self.holder()
            if holder is None or _alive(holder.pid) or time.monotonic() > deadline:
                os.close(handle)
                raise HomeBusy(self.path, holder)
            if not told:
                waiting()
                told = True
            time.sleep(0.05)
        os.ftruncate(handle, 0)
        os.pwrite(handle, Running(pid=os.getpid(), url=url).model_dump_json().encode(), 0)
        self._lock = handle
        return self

    def release(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def holder(self) -> Running | None:
        """Who wrote the lock file last; says nothing about whether it still runs."""
        with contextlib.suppress(OSError, ValidationError):
            return Running.model_validate_json(self._lock_path.read_bytes())
        return None


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
            return False
        raise
    return True


def _alive(pid: int) -> bool:
    """A zombie (killed, not yet collected by its parent) counts as dead: it writes nothing any more."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")
