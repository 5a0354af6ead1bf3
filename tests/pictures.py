"""Pages drawn for the test that needs them: as text, as pictures, as scans."""

from io import BytesIO

import pypdfium2 as pdfium
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

A4 = (595.0, 842.0)
DPI = 150


def pdf_of(lines: list[str], *, pages: int = 1, size: tuple[float, float] = A4) -> bytes:
    """A PDF with text: the first line as a title, the others below."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    for _ in range(pages):
        y = size[1] - 60
        for number, line in enumerate(lines):
            points = 22 if number == 0 else 11
            canvas.setFont("Helvetica-Bold" if number == 0 else "Helvetica", points)
            canvas.drawString(55, y, line)
            y -= points * 1.9
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def picture_of(lines: list[str]) -> Image.Image:
    """A white A4 page at 150 dpi with `pdf_of`'s letters."""
    picture: Image.Image = pdfium.PdfDocument(pdf_of(lines))[0].render(scale=DPI / 72, grayscale=True).to_pil()
    picture.load()
    return picture.copy()


def as_bytes(page: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    buffer = BytesIO()
    page.save(buffer, kind, **options)
    return buffer.getvalue()


def as_pdf(pages: list[Image.Image]) -> bytes:
    """A scan: a PDF with a picture on each page and no text."""
    return as_bytes(pages[0], "PDF", save_all=True, append_images=pages[1:], resolution=DPI)


def like_a_photo(width: int = 240, height: int = 300) -> Image.Image:
    """What a camera gives, without anybody in it: soft lights of every tone, and grain."""
    light = Image.effect_noise((8, 10), 120).resize((width, height), Image.Resampling.BICUBIC)
    grain = Image.effect_noise((width, height), 40)
    grey = Image.blend(light, grain, 0.35)
    warm = grey.point(lambda tone: min(255, int(tone * 1.15) + 12))
    return Image.merge("RGB", (warm, grey, grey.point(lambda tone: int(tone * 0.8))))


def like_a_logo(size: int = 300) -> Image.Image:
    """A drawing of few colours."""
    picture = Image.new("RGB", (size, size), "#14324a")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((size * 0.15, size * 0.15, size * 0.85, size * 0.85), fill="#f2a541")
    draw.rectangle((size * 0.4, size * 0.3, size * 0.6, size * 0.9), fill="#ffffff")
    return picture


def like_a_gradient(size: int = 300) -> Image.Image:
    """A modern logo: many tones that change evenly."""
    return Image.linear_gradient("L").resize((size, size), Image.Resampling.BICUBIC).convert("RGB")


def like_a_qr_code(size: int = 300) -> Image.Image:
    cells = Image.effect_noise((25, 25), 200).point(lambda tone: 255 if tone > 127 else 0)
    return cells.resize((size, size), Image.Resampling.NEAREST).convert("RGB")


def like_a_chart(size: int = 300) -> Image.Image:
    """Coloured bars with their names, drawn softly."""
    picture = Image.new("RGB", (size * 2, size * 2), "white")
    draw = ImageDraw.Draw(picture)
    for index, colour in enumerate(("#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b")):
        top = size * 2 - (index + 2) * size // 5
        draw.rectangle((index * size // 3 + 10, top, index * size // 3 + size // 4, size * 2 - 40), fill=colour)
        draw.text((index * size // 3 + 10, size * 2 - 36), f"Année {index}", fill="black", font_size=26)
    return picture.resize((size, size), Image.Resampling.LANCZOS)
