"""What an opened file is made of."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from vivier.resumes.parsers.facts import Block, FileKind, Flag


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Box(Frozen):
    """A place on a page: `page` counts from 1, the rest are shares (0..1) of its width and height."""

    page: int
    left: float
    top: float
    width: float
    height: float


class Link(Frozen):
    """A link the file holds, its visible text aside. `box` is missing where the format has no place for it."""

    page: int
    url: str
    box: Box | None = None


class OpenedPage(Frozen):
    """One page, upright. Width and height in points (1/72 inch).

    `text_source` "none" asks for recognition of `ocr_image` (at most 25 MP, 5 MB, 10,000 px a side). `image` is for
    the screen, at most 1,600 px high; formats without pages of their own have none.
    """

    number: int
    width: float
    height: float
    text_source: Literal["native", "none"]
    image: bytes | None = None
    ocr_image: bytes | None = None


class OpenedFile(Frozen):
    """A file as read: `page_count` is the true number of pages, `pages` the ones read.

    `portraits` are the places of pictures that are likely photos of the candidate; the pictures are not kept.
    """

    kind: FileKind
    media_type: str
    pages: list[OpenedPage]
    page_count: int
    blocks: list[Block]
    links: list[Link] = Field(default_factory=list)
    flags: set[Flag] = Field(default_factory=set)
    portraits: list[Box] = Field(default_factory=list)
