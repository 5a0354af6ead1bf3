"""A document's reading as it is kept beside the file, for the screen: pages, lines, what was left out."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pydantic import Field

from vivier.kernel.model import Model

if TYPE_CHECKING:  # who only shows a document has no use for the reader
    from vivier.resumes.model import Reading


class StoredCell(Model):
    """See `vivier.resumes.model.PageCell`."""

    text: str
    left: float
    width: float
    size: float
    bold: bool = False


class StoredLine(Model):
    text: str
    box: dict[str, float]
    confidence: float
    cells: list[StoredCell] = Field(default_factory=list, description="None in readings of before they were kept.")


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


def stored(reading: "Reading", image_types: Mapping[int, str | None]) -> StoredReading:
    """A reading as it is kept; `image_types` of the pages' pictures, by number."""
    pages = [
        StoredPage(
            number=page.number,
            width=page.width,
            height=page.height,
            image_type=image_types.get(page.number),
            lines=[StoredLine(**line.model_dump()) for line in page.lines],
        )
        for page in reading.pages
    ]
    dropped = [
        StoredDropped(kind=str(d.kind), page=d.page, boxes=[b.model_dump() for b in d.boxes]) for d in reading.dropped
    ]
    return StoredReading(pages=pages, dropped=dropped)


def image_key(prefix: str, number: int, image_type: str) -> str:
    """Where the picture of a page stands."""
    return f"{prefix}/page-{number}.{'png' if image_type == 'image/png' else 'jpg'}"
