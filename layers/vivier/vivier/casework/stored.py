"""A document's reading as it is kept beside the file, for the screen: pages, lines, what was left out."""

from pydantic import Field

from vivier.kernel.model import Model


class StoredLine(Model):
    text: str
    box: dict[str, float]
    confidence: float


class StoredPage(Model):
    """A page as the screen shows it: its picture when there is one, its lines (prohibited spans masked) always."""

    number: int
    width: float
    height: float
    image_type: str | None = None
    lines: list[StoredLine] = Field(default_factory=list)


class StoredDropped(Model):
    kind: str
    page: int
    boxes: list[dict[str, float]] = Field(default_factory=list)


class StoredReading(Model):
    pages: list[StoredPage]
    dropped: list[StoredDropped] = Field(default_factory=list)


def image_key(prefix: str, number: int, image_type: str) -> str:
    """Where the picture of a page stands."""
    return f"{prefix}/page-{number}.{'png' if image_type == 'image/png' else 'jpg'}"
