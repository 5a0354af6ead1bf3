"""Photos and scans: one picture a page, to be recognised."""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from vivier.resumes.parsers.blocks import empty_page
from vivier.resumes.parsers.facts import FileKind, FileRefused, Flag, Limits, Page, Parsed, RefusalReason
from vivier.resumes.parsers.printed import printed_portraits
from vivier.resumes.parsers.rendering import is_blank, jpeg_within, within_pixels

# The longer side of an A4 page: a picture's own resolution is too often wrong to size the page by.
LONG_SIDE = 842.0
FORMATS = {
    FileKind.JPEG: ("JPEG",),  # several pictures in one (MPO) come through it as well
    FileKind.PNG: ("PNG",),
    FileKind.TIFF: ("TIFF",),
    FileKind.HEIC: ("HEIF",),
}


def parse_picture(data: bytes, kind: FileKind, limits: Limits) -> Parsed:
    """Raises FileRefused: too_many_pixels before anything is decoded, truncated, unreadable."""
    # Our own limit is checked before decoding; Pillow's would warn at another size.
    Image.MAX_IMAGE_PIXELS = None
    if kind is FileKind.HEIC:
        from pillow_heif import register_heif_opener

        register_heif_opener()
    try:
        picture = Image.open(BytesIO(data), formats=FORMATS[kind])
        return _parsed(picture, kind, limits)
    except UnidentifiedImageError as error:
        raise FileRefused(RefusalReason.UNREADABLE, "damaged picture") from error
    except (OSError, SyntaxError, EOFError, ValueError) as error:
        reason = RefusalReason.TRUNCATED if "truncated" in str(error).lower() else RefusalReason.UNREADABLE
        raise FileRefused(reason, "damaged picture") from error


def _parsed(picture: Image.Image, kind: FileKind, limits: Limits) -> Parsed:
    count = int(getattr(picture, "n_frames", 1)) if kind is FileKind.TIFF else 1
    parsed = Parsed(kind=kind, pages=[], page_count=count, blocks=[])
    if count > limits.pages:
        parsed.flags.add(Flag.TOO_MANY_PAGES)
    for number, frame in enumerate(_frames(picture, min(count, limits.pages), limits), start=1):
        upright = on_white(ImageOps.exif_transpose(frame))
        smaller = within_pixels(upright, limits)
        if smaller is not upright:
            parsed.flags.add(Flag.CLAMPED)
        page = _page(number, smaller, limits)
        parsed.pages.append(page)
        if page.ocr_image:
            parsed.portraits += printed_portraits(smaller, number, (page.width, page.height))
        parsed.blocks.append(empty_page(number))
    return parsed


def _frames(picture: Image.Image, count: int, limits: Limits) -> Iterator[Image.Image]:
    for index in range(count):
        if count > 1:
            picture.seek(index)
        if picture.width * picture.height > limits.decode_pixels:
            if picture.format not in {"JPEG", "MPO"}:
                raise FileRefused(RefusalReason.TOO_MANY_PIXELS, f"{picture.width} x {picture.height}")
            # JPEG decodes to an eighth, a quarter or half its size without ever being whole in memory.
            shrink = (limits.render_pixels / (picture.width * picture.height)) ** 0.5
            picture.draft("RGB", (int(picture.width * shrink), int(picture.height * shrink)))
            if picture.width * picture.height > limits.decode_pixels:
                raise FileRefused(RefusalReason.TOO_MANY_PIXELS, f"{picture.width} x {picture.height}")
        picture.load()
        yield picture


def on_white(picture: Image.Image) -> Image.Image:
    """RGB or grey, eight bits: transparent places become paper."""
    if picture.mode in {"I;16", "I;16L", "I;16B", "I;16N", "I", "F"}:
        _, brightest = picture.convert("F").getextrema()
        stretch = 255.0 / max(float(brightest), 1.0)  # type: ignore[arg-type]
        return picture.convert("F").point(lambda value: value * stretch).convert("L")
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        rgba = picture.convert("RGBA")
        paper = Image.new("RGB", rgba.size, "white")
        paper.paste(rgba, mask=rgba.getchannel("A"))
        return paper
    return picture if picture.mode in {"RGB", "L"} else picture.convert("L" if picture.mode == "1" else "RGB")


def _page(number: int, picture: Image.Image, limits: Limits) -> Page:
    scale = LONG_SIDE / max(picture.size)
    screen = picture.copy()
    screen.thumbnail((limits.screen_height * 4, limits.screen_height))
    blank = is_blank(screen)
    return Page(
        number=number,
        width=round(picture.width * scale, 2),
        height=round(picture.height * scale, 2),
        text_source="native" if blank else "none",
        image=jpeg_within(screen, limits.image_bytes, quality=80),
        ocr_image=None if blank else jpeg_within(picture, limits.image_bytes, quality=92),
    )
