"""A document, page by page, as the API shows it."""

from vivier.casework.stored import StoredLine
from vivier.kernel.model import Model
from vivier.people.fields import Box
from vivier.people.model import Document


class PageLine(Model):
    text: str
    box: Box
    confidence: float

    @classmethod
    def of(cls, line: StoredLine) -> "list[PageLine]":
        """Each run of words where it stands: drawn as one, those of a table would be pulled over its gaps."""
        whole = Box.model_validate(line.box)
        runs = [(c.text, whole.model_copy(update={"left": c.left, "width": c.width})) for c in line.cells]
        return [cls(text=text, box=box, confidence=line.confidence) for text, box in runs or [(line.text, whole)]]


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
