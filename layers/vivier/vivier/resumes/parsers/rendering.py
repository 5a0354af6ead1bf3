"""Pages as pictures, never larger than the limits."""

from io import BytesIO

import pypdfium2 as pdfium
from PIL import Image

from vivier.resumes.parsers.facts import Limits
from vivier.resumes.parsers.geometry import Upright


def render(
    page: pdfium.PdfPage, upright: Upright, scale: float, limits: Limits, *, grey: bool = False
) -> tuple[Image.Image, bool]:
    """The page at `scale` pixels a point, or smaller where a limit forbids; True where it was made smaller."""
    allowed = largest_scale(upright.width, upright.height, limits)
    at_72_dpi_fits = allowed >= 1.0
    bitmap = page.render(scale=min(scale, allowed), rotation=upright.turn * 90, grayscale=grey)
    picture: Image.Image = bitmap.to_pil()
    if not grey:  # grey ones share the bitmap's memory
        picture = picture if picture.mode == "RGB" else picture.convert("RGB")
        bitmap.close()
    return picture, not at_72_dpi_fits


def largest_scale(width: float, height: float, limits: Limits) -> float:
    by_pixels = float((limits.render_pixels / (width * height)) ** 0.5)
    return min(by_pixels, (limits.image_side - 1) / max(width, height))


def within_pixels(picture: Image.Image, limits: Limits) -> Image.Image:
    """The picture itself, or a smaller copy where it breaks a limit."""
    scale = largest_scale(picture.width, picture.height, limits)
    if scale >= 1.0:
        return picture
    return picture.resize((max(1, int(picture.width * scale)), max(1, int(picture.height * scale))))


def jpeg_within(picture: Image.Image, most_bytes: int, quality: int) -> bytes:
    """A JPEG of at most `most_bytes`: first of lower quality, then smaller."""
    while True:
        buffer = BytesIO()
        picture.save(buffer, "JPEG", quality=quality)
        if buffer.tell() <= most_bytes:
            return buffer.getvalue()
        if quality > 60:
            quality -= 15
        else:
            picture = picture.resize((max(1, picture.width * 3 // 4), max(1, picture.height * 3 // 4)))


def is_blank(picture: Image.Image) -> bool:
    """True for one even colour; nothing there to recognise."""
    low, high = picture.convert("L").resize((200, 280)).getextrema()
    return float(high) - float(low) < 6  # type: ignore[arg-type]
