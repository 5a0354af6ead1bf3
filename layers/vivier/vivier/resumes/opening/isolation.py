"""Opening a file in a child process that has nothing to lose: no environment, no credentials, bounded resources."""

import json
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict
from os import environ
from pathlib import Path
from typing import Any

from pydantic import ValidationError

import vivier
from vivier.resumes.opening.models import OpenedFile
from vivier.resumes.parsers.facts import FileKind, FileRefused, Limits, RefusalReason
from vivier.resumes.parsers.kinds import MEDIA_TYPES

# Runs before anything else is imported, so that the limits hold for the imports too. Files may not be written at all.
BOOT = """
import resource, sys
memory, cpu = int(sys.argv[1]), int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
sys.path[:0] = sys.argv[4:]
from importlib import import_module
import_module(sys.argv[3]).main()
"""
CHILD = "vivier.resumes.parsers.child"
LENGTH = 4


def open_isolated(
    data: bytes, name: str, content_type: str = "", *, limits: Limits | None = None, child: str = CHILD
) -> OpenedFile:
    """Open a file of unknown origin. Raises FileRefused; a child that dies or hangs makes the file `unreadable`.

    `child` names the module whose `main()` the child runs; tests put misbehaving ones there.
    """
    limits = limits or Limits()
    if len(data) > limits.file_bytes:
        raise FileRefused(RefusalReason.TOO_LARGE, f"{len(data)} bytes")
    request = {"name": name, "content_type": content_type, "limits": asdict(limits)}
    answer = _ask(_framed(json.dumps(request).encode()) + data, limits, child)
    header, images = _split(answer)
    if "refused" in header:
        raise _refusal(header)
    try:
        return _opened(header, images)
    except (ValidationError, KeyError, TypeError, ValueError) as error:
        raise FileRefused(RefusalReason.UNREADABLE, "the reader answered nonsense") from error


def _framed(header: bytes) -> bytes:
    return len(header).to_bytes(LENGTH, "big") + header


def _ask(request: bytes, limits: Limits, child: str) -> bytes:
    process = subprocess.Popen(  # noqa: S603 -- our own interpreter and module, nothing of the file in the arguments
        [sys.executable, "-I", "-S", "-B", "-c", BOOT, str(limits.memory), str(limits.cpu_seconds), child, *_paths()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        close_fds=True,
    )
    too_slow = threading.Event()

    def stop() -> None:
        too_slow.set()
        process.kill()

    clock = threading.Timer(limits.wall_seconds, stop)
    writer = threading.Thread(target=_write, args=(process, request), daemon=True)
    clock.start()
    writer.start()
    try:
        assert process.stdout is not None
        answer = process.stdout.read(limits.answer_bytes + 1)
        if len(answer) > limits.answer_bytes:
            raise FileRefused(RefusalReason.UNREADABLE, "the reader answered without end")
    finally:
        # Reading ended: either the child is done, or whatever it still wants is not ours to wait for.
        _end(process, clock, writer)
    if process.returncode != 0:
        fate = "took too long" if too_slow.is_set() else f"ended with {process.returncode}"
        raise FileRefused(RefusalReason.UNREADABLE, f"the reader {fate}")
    return answer


def _end(process: subprocess.Popen[bytes], clock: threading.Timer, writer: threading.Thread) -> None:
    assert process.stdout is not None
    process.stdout.close()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    clock.cancel()
    writer.join()


def _write(process: subprocess.Popen[bytes], request: bytes) -> None:
    assert process.stdin is not None
    # The child may end before it read everything; its exit code tells why. The pipe is closed all the same.
    with suppress(OSError), process.stdin:
        process.stdin.write(request)


def _paths() -> list[str]:
    ours = str(Path(vivier.__file__).parents[1])
    return [ours, *(path for path in sys.path if path and path != ours and Path(path).exists())]


def _environment() -> dict[str, str]:
    # Lambda's own Python finds its shared libraries through this one.
    return {key: environ[key] for key in ("LD_LIBRARY_PATH",) if key in environ}


def _split(answer: bytes) -> tuple[dict[str, Any], bytes]:
    length = int.from_bytes(answer[:LENGTH], "big")
    try:
        header = json.loads(answer[LENGTH : LENGTH + length])
    except ValueError as error:
        raise FileRefused(RefusalReason.UNREADABLE, "the reader answered nonsense") from error
    if not isinstance(header, dict):
        raise FileRefused(RefusalReason.UNREADABLE, "the reader answered nonsense")
    return header, answer[LENGTH + length :]


def _refusal(header: dict[str, Any]) -> FileRefused:
    known = {reason.value for reason in RefusalReason}
    reason = header["refused"] if header["refused"] in known else RefusalReason.UNREADABLE
    return FileRefused(RefusalReason(reason), str(header.get("detail", ""))[:300])


def _opened(header: dict[str, Any], images: bytes) -> OpenedFile:
    """Images follow the JSON in the order of the pages; in it stand their lengths."""
    position = 0
    for page in header["pages"]:
        for key in ("image", "ocr_image"):
            if page[key] is not None:
                end = position + int(page[key])
                page[key] = images[position:end]
                position = end
    header["media_type"] = MEDIA_TYPES[FileKind(header["kind"])]
    return OpenedFile.model_validate(header)
