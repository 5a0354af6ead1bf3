"""Files that go out with a mail: who brought them, what the inspection found, where their bytes lie."""

from enum import StrEnum

from pydantic import ConfigDict, Field

from vivier.gateways import files
from vivier.kernel.clock import Instant
from vivier.kernel.errors import NotFound
from vivier.kernel.model import Model
from vivier.mail.drafts import FileToSend
from vivier.mail.model import Attached, Message
from vivier.mail.outgoing import kept_key
from vivier.storage.table import Item, Key

# Large mail houses take 20 to 25 MB a mail, counted after base64, which makes a third more of it.
MOST_FILE = 10 * 1024 * 1024
MOST_TOGETHER = 15 * 1024 * 1024
KEPT_DAYS = 30  # that a file waits for its mail (infra/data.yaml)


class FileState(StrEnum):
    waiting = "waiting"  # for its bytes, or for the inspection
    ready = "ready"
    refused = "refused"
    withdrawn = "withdrawn"  # from the template that it went with


class OutFile(Model):
    """A file that somebody wants to send. `media_type`, `sha256`: as the inspection found them."""

    model_config = ConfigDict(extra="forbid")

    id: FileToSend
    name: str
    size: int
    created_at: Instant
    created_by: str
    state: FileState = FileState.waiting
    reason: str | None = Field(default=None, description="Why it was refused.")
    media_type: str | None = None
    sha256: str | None = None
    kept: bool = Field(default=False, description="It goes with a template: it stays.")

    def attached(self) -> Attached:
        return Attached(
            id=self.id, name=self.name, size=self.size, media_type=self.media_type or "", sha256=self.sha256 or ""
        )


class OutFileItem(Item, discriminator="out_file"):
    @classmethod
    def key(cls, workspace: str, file_id: str) -> Key:
        return f"W#{workspace}#OUTFILE#{file_id}", "file"

    @classmethod
    def of(cls, workspace: str, file: OutFile) -> "OutFileItem":
        gone = int(file.created_at.timestamp()) + KEPT_DAYS * 86_400
        return cls.holding(file, *cls.key(workspace, file.id), ttl=None if file.kept else gone)

    def read(self) -> OutFile:
        return OutFile.model_validate_json(self.body)


def bytes_of(workspace: str, message: Message) -> list[bytes]:
    """What a mail takes along. Raises ValueError: a file is gone, or is not what was inspected."""
    found = []
    for one in message.attachments:
        try:
            stored = files.read_stored(kept_key(workspace, one.id))
        except NotFound as gone:
            raise ValueError("an attached file is gone") from gone
        if stored.sha256 != one.sha256:
            raise ValueError("an attached file is not what was inspected")
        found.append(stored.data)
    return found
