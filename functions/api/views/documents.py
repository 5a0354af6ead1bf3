"""A document, page by page, as the API shows it."""

from vivier.kernel.model import Model
from vivier.people.model import Box, Document


class PageLine(Model):
    text: str
    box: Box
    confidence: float


class PageView(Model):
    """A page: its picture (a link of a minute) when there is one, its lines always, prohibited spans masked."""

    number: int
    width: float
    height: float
    image_url: str | None
    lines: list[PageLine]


class DroppedView(Model):
    kind: str
    page: int
    boxes: list[Box]


class DocumentView(Model):
    document: Document
    download_url: str
    pages: list[PageView]
    dropped: list[DroppedView]
