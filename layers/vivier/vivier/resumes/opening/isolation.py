"""Opening a file in a child process that has nothing to lose: no environment, no credentials, bounded resources."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from typing import Any

from pydantic import ValidationError

from vivier.resumes.opening import forkserver
from vivier.resumes.opening.forkserver import Child
from vivier.resumes.opening.models import OpenedFile
from vivier.resumes.parsers.facts import FileKind, FileRefused, Limits, RefusalReason
from vivier.resumes.parsers.kinds import MEDIA_TYPES

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


def _ask(request: bytes, limits: Limits, module: str) -> bytes:
    with _at_work(module, limits) as child:
        too_slow = threading.Event()

        def stop() -> None:
            too_slow.set()
            child.kill()

        clock = threading.Timer(limits.wall_seconds, stop)
        writer = threading.Thread(target=_write, args=(child, request), daemon=True)
        clock.start()
        writer.start()
        try:
            answer = child.stdout.read(limits.answer_bytes + 1)
            if len(answer) > limits.answer_bytes:
                raise FileRefused(RefusalReason.UNREADABLE, "the reader answered without end")
        finally:
            # Reading ended: either the child is done, or whatever it still wants is not ours to wait for.
            code = _end(child, clock, writer)
        if code != 0:
            fate = "took too long" if too_slow.is_set() else f"ended with {code}"
            raise FileRefused(RefusalReason.UNREADABLE, f"the reader {fate}")
    return answer


@contextmanager
def _at_work(module: str, limits: Limits) -> Iterator[Child]:
    try:
        with forkserver.child(module, limits.memory, limits.cpu_seconds) as child:
            yield child
    except forkserver.Died as gone:
        raise FileRefused(RefusalReason.UNREADABLE, "the reader was ended") from gone


def _end(child: Child, clock: threading.Timer, writer: threading.Thread) -> int:
    # From the first wait on, the number of a child that ended may be another's: nobody may kill it then.
    clock.cancel()
    clock.join()
    child.stdout.close()
    try:
        return child.wait(5)
    except TimeoutError:
        child.kill()
        return child.wait()
    finally:
        writer.join()


def _write(child: Child, request: bytes) -> None:
    # The child may end before it read everything; its exit code tells why. The pipe is closed all the same.
    with suppress(OSError), child.stdin:
        child.stdin.write(request)


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
