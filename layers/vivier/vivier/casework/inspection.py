"""Opening a file of unknown origin, in the function whose role reaches the quarantine and nothing else.

What comes out is safe: words with boxes as JSON, and pictures of pages that we drew ourselves.
"""

from typing import Any, Literal
from urllib.parse import unquote

from pydantic import Field

from vivier.casework.stored import image_key
from vivier.gateways import files
from vivier.intake.model import MOST_BYTES, opened_prefix, quarantine_key
from vivier.kernel.model import Model
from vivier.mail.outgoing import found_key
from vivier.resumes.opening import Block, Box, FileRefused, Link, OpenedFile, RefusalReason, open_isolated


class OpenedSheet(Model):
    """One page: points, where its text comes from, and whether there is a picture of it."""

    number: int
    width: float
    height: float
    native: bool
    image_type: str | None = None
    ocr_image: bool = False


class Opened(Model):
    """An opened file as it is stored between inspecting and reading: pictures stand beside it, by page number."""

    kind: str
    media_type: str
    page_count: int
    sha256: str
    size: int
    pages: list[OpenedSheet]
    blocks: list[Block]
    links: list[Link] = Field(default_factory=list)
    flags: list[str] = Field(default_factory=list)
    portraits: list[Box] = Field(default_factory=list)

    @property
    def unread(self) -> list[int]:
        """Pages without a text layer of their own."""
        return [p.number for p in self.pages if not p.native]


class Inspected(Model):
    """What the state machine goes on with."""

    workspace: str
    intake_id: str
    refused: str | None = None
    detail: str | None = None


class Found(Model):
    """What a file of ours is, that is to go out with a mail: its true kind, or why it may not."""

    size: int
    sha256: str
    media_type: str | None = None
    refused: str | None = None


def look(key: str) -> Found:
    """Opens a file in an isolated child process, and keeps nothing of what it holds."""
    stored = files.read_stored(key)
    found = Found(size=len(stored.data), sha256=stored.sha256)
    if found.size > MOST_BYTES:
        return found.model_copy(update={"refused": str(RefusalReason.TOO_LARGE)})
    try:
        opened = open_isolated(stored.data, stored.name or "file", stored.media_type)
    except FileRefused as refusal:
        return found.model_copy(update={"refused": str(refusal.reason)})
    return found.model_copy(update={"media_type": opened.media_type})


def attachment(key: str) -> None:
    """What is to be known of a file before it goes out, written where whoever sends it looks."""
    _, workspace, file_id, _ = key.split("/")
    files.write(found_key(workspace, file_id), look(key).model_dump_json().encode(), "application/json")


def key_of(event: dict[str, Any]) -> str:
    """The object that an event is about; none, for a plain start."""
    return unquote(event["detail"]["object"]["key"]) if "detail" in event else ""


def ids(event: dict[str, Any]) -> tuple[str, str]:
    """Workspace and intake of an S3 event (EventBridge) or of a plain start. The key was made by the server."""
    if "detail" in event:
        _, workspace, intake_id, _ = unquote(event["detail"]["object"]["key"]).split("/")
        return workspace, intake_id
    return event["workspace"], event["intake_id"]


def ocr_key(prefix: str, number: int) -> str:
    return f"{prefix}/ocr-{number}"


def image_type(data: bytes) -> Literal["image/png", "image/jpeg"]:
    return "image/png" if data.startswith(b"\x89PNG") else "image/jpeg"


def inspect(workspace: str, intake_id: str) -> Inspected:
    """Opens the file in an isolated child process and stores what it holds. A refusal is a result, not an error."""
    stored = files.read_stored(quarantine_key(workspace, intake_id))
    if len(stored.data) > MOST_BYTES:
        return Inspected(workspace=workspace, intake_id=intake_id, refused=RefusalReason.TOO_LARGE)
    try:
        opened = open_isolated(stored.data, stored.name or "file", stored.media_type)
    except FileRefused as refusal:
        return Inspected(
            workspace=workspace, intake_id=intake_id, refused=str(refusal.reason), detail=refusal.detail[:300]
        )
    keep(opened_prefix(workspace, intake_id), opened, stored)
    return Inspected(workspace=workspace, intake_id=intake_id)


def keep(prefix: str, opened: OpenedFile, stored: files.Stored) -> None:
    sheets = []
    for page in opened.pages:
        if page.image:
            kind = image_type(page.image)
            files.write(image_key(prefix, page.number, kind), page.image, kind)
        if page.ocr_image:
            files.write(ocr_key(prefix, page.number), page.ocr_image, image_type(page.ocr_image))
        sheets.append(
            OpenedSheet(
                number=page.number,
                width=page.width,
                height=page.height,
                native=page.text_source == "native",
                image_type=image_type(page.image) if page.image else None,
                ocr_image=bool(page.ocr_image),
            )
        )
    summary = Opened(
        kind=str(opened.kind),
        media_type=opened.media_type,
        page_count=opened.page_count,
        sha256=stored.sha256,
        size=len(stored.data),
        pages=sheets,
        blocks=opened.blocks,
        links=opened.links,
        flags=sorted(str(f) for f in opened.flags),
        portraits=opened.portraits,
    )
    files.write(f"{prefix}/opened.json", summary.model_dump_json().encode(), "application/json")
