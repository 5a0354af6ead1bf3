"""Pages drawn for the test that needs them: as text, as pictures, as scans."""

from io import BytesIO

import pypdfium2 as pdfium
from PIL import Image
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
