"""Pictures of pages as scanners and phones give them: a little turned, noisy, unevenly lit, compressed."""

import random
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


def pages(pdf: Path, dpi: int) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]
    finally:
        document.close()


def worn(
    picture: Image.Image, chance: random.Random, turn: float, noise: int, blur: float, shade: int = 0
) -> Image.Image:
    """Turned by degrees, with grains of `noise` grey levels, blurred, darker towards a side by `shade` levels."""
    picture = picture.rotate(turn, Image.Resampling.BICUBIC, fillcolor=250)
    if blur:
        picture = picture.filter(ImageFilter.GaussianBlur(blur))
    if noise:
        small = (picture.width // 2, picture.height // 2)
        grains = Image.frombytes("L", small, chance.randbytes(small[0] * small[1])).resize(picture.size)
        grains = grains.point([g * noise // 255 for g in range(256)])
        picture = ImageChops.subtract(picture, grains)
    if shade:
        slope = Image.linear_gradient("L").rotate(90 * chance.randrange(4)).resize(picture.size)
        picture = ImageChops.subtract(picture, slope.point([s * shade // 255 for s in range(256)]))
    return picture


def jpeg(picture: Image.Image, quality: int) -> bytes:
    held = BytesIO()
    picture.save(held, "JPEG", quality=quality)
    return held.getvalue()


def as_pdf(pictures: list[bytes], path: Path) -> None:
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    for picture in pictures:
        canvas.drawImage(ImageReader(BytesIO(picture)), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
