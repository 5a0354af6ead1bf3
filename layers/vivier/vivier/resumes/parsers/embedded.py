"""Pictures inside word processors' files: the candidate's photo, or pages that were scanned and pasted in."""

from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING

from vivier.resumes.parsers.archive import SafeZip
from vivier.resumes.parsers.blocks import empty_page
from vivier.resumes.parsers.facts import FileKind, FileRefused, Limits, Parsed, Place

if TYPE_CHECKING:
    from PIL import Image

SUFFIXES = {".jpg", ".jpeg", ".png", ".tif", ".tiff"}
SCAN_KINDS = {FileKind.JPEG, FileKind.PNG, FileKind.TIFF}
MOST_PICTURES = 40
MOST_BYTES = 32 * 1024 * 1024
A4 = (595.0, 842.0)
# Beneath these, a picture is no page that could be read.
SCAN_SHARE = 0.25
SCAN_PIXELS = 400_000
# With fewer letters than these beside it, the picture is what the document has to say.
LEAST_LETTERS = 200


@dataclass(slots=True)
class Picture:
    """As embedded; `width` and `height` are what it is shown at, in points, 0 where the file doesn't say."""

    width: float
    height: float
    data: bytes = field(repr=False)


class Media:
    """The pictures of an archive, each read once, some thirty megabytes in all."""

    def __init__(self, archive: SafeZip) -> None:
        self._archive = archive
        self._known: dict[str, bytes] = {}
        self._left = MOST_BYTES

    def picture(self, name: str, width: float, height: float) -> Picture | None:
        """None where there is none, or none that could be looked at: text is read without it."""
        if name not in self._known:
            self._known[name] = self._read(name)
        return Picture(width, height, self._known[name]) if self._known[name] else None

    def _read(self, name: str) -> bytes:
        size = self._archive.size_of(name)
        if PurePath(name).suffix.lower() not in SUFFIXES or size > self._left or len(self._known) >= MOST_PICTURES:
            return b""
        self._left -= size
        try:
            return self._archive.read(name)
        except FileRefused:
            return b""


def is_portrait(picture: Picture, page: int, top: float) -> bool:
    """`top`: where on the page it hangs, 0..1."""
    from vivier.resumes.parsers.portraits import is_photographic, stands_like_a_portrait

    place = Place(page, 0.0, top, picture.width / A4[0], picture.height / A4[1])
    if not (picture.width and picture.height and stands_like_a_portrait(place, A4)):
        return False
    small = _small(picture.data)
    return small is not None and is_photographic(small)


def _small(data: bytes) -> "Image.Image | None":
    from PIL import Image

    from vivier.resumes.parsers.pictures import on_white

    limit = Limits().decode_pixels
    Image.MAX_IMAGE_PIXELS = None
    try:
        picture = Image.open(BytesIO(data), formats=("JPEG", "PNG"))
        # A JPEG decodes to a fraction of its size at a fraction of the cost.
        picture.draft("RGB", (500, 500))
        return on_white(picture) if picture.width * picture.height <= limit else None
    except (OSError, SyntaxError, EOFError, ValueError):
        return None


def with_scans(parsed: Parsed, pictures: list[Picture], limits: Limits) -> Parsed:
    """A document of pasted scans becomes its scans, to be recognised; the little text it has stays on a page before."""
    letters = sum(c.isalnum() for block in parsed.blocks if block["BlockType"] == "LINE" for c in block["Text"])
    if letters >= LEAST_LETTERS:
        return parsed
    different = {picture.data: picture for picture in pictures}
    scans = [found for picture in different.values() if (found := _scan(picture, limits)) is not None]
    if not scans:
        return parsed
    kept = parsed if letters or parsed.portraits else replace(parsed, pages=[], blocks=[], page_count=0)
    pages = list(kept.pages)
    for page in (page for scan in scans for page in scan.pages):
        if len(pages) < limits.pages:
            pages.append(replace(page, number=len(pages) + 1))
    return replace(
        kept,
        pages=pages,
        blocks=[*kept.blocks, *(empty_page(page.number) for page in pages[len(kept.pages) :])],
        page_count=kept.page_count + sum(scan.page_count for scan in scans),
        flags=parsed.flags.union(*(scan.flags for scan in scans)),
    )


def _scan(picture: Picture, limits: Limits) -> Parsed | None:
    """The picture as pages to recognise; None where it is too small to be a page, or damaged."""
    from vivier.resumes.parsers.kinds import kind_of
    from vivier.resumes.parsers.pictures import parse_picture

    shown = picture.width * picture.height
    if shown and shown < SCAN_SHARE * A4[0] * A4[1]:
        return None
    try:
        kind = kind_of(picture.data)
        return parse_picture(picture.data, kind, limits) if kind in SCAN_KINDS and _is_large(picture.data) else None
    except FileRefused:
        return None


def _is_large(data: bytes) -> bool:
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None
    try:
        width, height = Image.open(BytesIO(data), formats=("JPEG", "PNG", "TIFF")).size
    except (OSError, SyntaxError, EOFError, ValueError):
        return False
    return width * height >= SCAN_PIXELS and 0.4 < width / height < 2.5
