"""What a parser finds in a file, and why one is refused."""

from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any, Literal

from vivier.kernel.errors import VivierError

# One of Amazon Textract's Blocks (https://docs.aws.amazon.com/textract/latest/dg/API_Block.html), coordinates 0..1 of
# the page. Native text adds "Style": {"Size": points, "Bold": bool} to LINE and WORD, which Textract does not give; a
# WORD of a file that has paragraphs says there the number of its own, "Paragraph", and of one that has tables the row
# and place of each cell around it, "Cells". A PANEL, which Textract has not either, is a frame or shaded area that a
# page draws.
Block = dict[str, Any]


class FileKind(StrEnum):
    """What the bytes are, whatever the name says."""

    PDF = "pdf"
    DOCX = "docx"
    DOC = "doc"
    ODT = "odt"
    RTF = "rtf"
    TXT = "txt"
    HTML = "html"
    JPEG = "jpeg"
    PNG = "png"
    TIFF = "tiff"
    HEIC = "heic"


class RefusalReason(StrEnum):
    """Why a file is kept and not read. The values are the translation keys of the screens."""

    PROTECTED = "protected"
    EMPTY = "empty"
    UNREADABLE = "unreadable"
    TRUNCATED = "truncated"
    EXECUTABLE = "executable"
    MACRO = "macro"
    DANGEROUS_XML = "dangerous_xml"
    ZIP_BOMB = "zip_bomb"
    LEGACY_DOC = "legacy_doc"
    TOO_LARGE = "too_large"
    TOO_MANY_PIXELS = "too_many_pixels"
    UNSUPPORTED = "unsupported"


class Flag(StrEnum):
    """What a person should know about a file that was read."""

    TOO_MANY_PAGES = "too_many_pages"
    TYPE_DIFFERS_FROM_NAME = "type_differs_from_name"
    ACTIVE_CONTENT_IGNORED = "active_content_ignored"
    RESTRICTED = "restricted"
    CLAMPED = "clamped"
    CAPPED = "capped"
    DECODED_AS_UTF_16 = "decoded_as_utf_16"
    DECODED_AS_CP1252 = "decoded_as_cp1252"


class FileRefused(VivierError):
    """The file is kept in quarantine and a person sees the reason; nothing of it was read."""

    code = "FileRefused"

    def __init__(self, reason: RefusalReason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason.value, reason=reason.value)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost: bytes, seconds, pixels, pages. `memory` is the child's whole address space."""

    file_bytes: int = 10 * 1024 * 1024
    pages: int = 30
    render_pixels: int = 25_000_000
    decode_pixels: int = 50_000_000
    image_bytes: int = 5 * 1024 * 1024
    image_side: int = 10_000
    screen_height: int = 1_600
    text_chars: int = 200_000
    zip_ratio: int = 100
    zip_entries: int = 2_000
    unzipped_bytes: int = 64 * 1024 * 1024
    memory: int = 1_536 * 1024 * 1024
    cpu_seconds: int = 40
    wall_seconds: float = 60.0
    answer_bytes: int = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Place:
    """A place on a page: `page` counts from 1, the rest are shares (0..1) of its width and height."""

    page: int
    left: float
    top: float
    width: float
    height: float

    @classmethod
    def between(cls, page: int, sides: tuple[float, float, float, float], paper: tuple[float, float]) -> "Place":
        """From (left, top, right, bottom) and (width, height) in the same unit."""
        left, right = (min(max(side / paper[0], 0.0), 1.0) for side in (sides[0], sides[2]))
        top, bottom = (min(max(side / paper[1], 0.0), 1.0) for side in (sides[1], sides[3]))
        return cls(page, round(left, 5), round(top, 5), round(right - left, 5), round(bottom - top, 5))


@dataclass(frozen=True, slots=True)
class Hyperlink:
    page: int
    url: str
    box: Place | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """See `vivier.resumes.opening.OpenedPage`, which it becomes."""

    number: int
    width: float
    height: float
    text_source: Literal["native", "none"]
    image: bytes | None = None
    ocr_image: bytes | None = None


@dataclass(slots=True)
class Parsed:
    """See `vivier.resumes.opening.OpenedFile`, which it becomes."""

    kind: FileKind
    pages: list[Page]
    page_count: int
    blocks: list[Block]
    links: list[Hyperlink] = field(default_factory=list)
    flags: set[Flag] = field(default_factory=set)
    portraits: list[Place] = field(default_factory=list)

    def values(self) -> dict[str, Any]:
        """What it holds, by name, as plain values. Blocks are that already: `asdict` would copy all that is in each."""
        held = {f.name: getattr(self, f.name) for f in fields(self)}
        return held | {name: [asdict(one) for one in held[name]] for name in ("pages", "links", "portraits")}
