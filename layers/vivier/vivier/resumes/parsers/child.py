"""The inside of the child process: one file in, its pages out, nothing else possible."""

import json
import sys
from typing import Any

from vivier.resumes.parsers.dispatch import parse
from vivier.resumes.parsers.facts import FileRefused, Limits, Parsed, RefusalReason

LENGTH = 4
FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "ftplib.",
    "urllib.",
)


def main() -> None:
    """Speak the protocol of `isolation` on standard input and output."""
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    request = json.loads(stdin.read(int.from_bytes(stdin.read(LENGTH), "big")))
    data = stdin.read()
    sys.addaudithook(forbid)
    answer, images = _answer(data, request)
    header = json.dumps(answer).encode()
    stdout.write(len(header).to_bytes(LENGTH, "big") + header)
    for image in images:
        stdout.write(image)
    stdout.flush()


def forbid(event: str, _: tuple[Any, ...]) -> None:
    # Against a parser that follows what a file asks for; the resource limits are against a parser that was taken over.
    if event.startswith(FORBIDDEN):
        raise PermissionError(event)


def _answer(data: bytes, request: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    try:
        limits = Limits(**request["limits"])
        return _dumped(parse(data, request["name"], request["content_type"], limits))
    except FileRefused as refusal:
        return {"refused": refusal.reason.value, "detail": refusal.detail}, []
    except MemoryError:
        return {"refused": RefusalReason.UNREADABLE.value, "detail": "needs too much memory"}, []
    except Exception as error:  # noqa: BLE001 -- the edge of the child: a file that broke its parser is unreadable
        return {"refused": RefusalReason.UNREADABLE.value, "detail": type(error).__name__}, []


def _dumped(parsed: Parsed) -> tuple[dict[str, Any], list[bytes]]:
    images = [image for page in parsed.pages for image in (page.image, page.ocr_image) if image is not None]
    answer = parsed.values()
    answer["flags"] = sorted(parsed.flags)
    for page in answer["pages"]:
        for key in ("image", "ocr_image"):
            if page[key] is not None:
                page[key] = len(page[key])
    return answer, images
