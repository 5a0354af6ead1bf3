"""A page of a CV as a visitor sees it: a picture into which their name, address and the day are burnt.

What the law forbids to record is blackened on it, where the reader found it. A document without pictures is shown as
the lines that were read from it. The picture is made anew for each look, and goes after a day.
"""

import unicodedata
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from pydantic import Field

from vivier.casework import shared_view
from vivier.casework.shared_view import Opened
from vivier.casework.stored import StoredPage, StoredReading, image_key
from vivier.gateways import files
from vivier.kernel.errors import NotFound
from vivier.kernel.ids import sort_key
from vivier.kernel.model import Model
from vivier.people.model import Candidate, Document
from vivier.people.store import DocumentItem, partition
from vivier.storage.table import query
from vivier.team import audit
from vivier.team.links import Link

if TYPE_CHECKING:
    from PIL import Image

MOST_PAGES = 12
TURN = 28  # degrees
STRENGTH = 64  # of 255: the words behind stay legible
QUALITY = 82


class CvPage(Model):
    """One page; `image_url` works for a minute. Without a picture, its lines."""

    page: int
    pages: int
    image_url: str | None = None
    lines: list[str] = Field(default_factory=list)


def page(link: Link, person: int, number: int, now: datetime) -> CvPage:
    """Raises NotFound: no such person, no CV, no such page, or CVs are not shown."""
    opened = shared_view.open_link(link, now)
    if not opened.shortlist.showing.cv:
        raise NotFound("CVs are not shown here.")
    shared_id, candidate = shared_view.one(opened, person)
    document = _cv(link.workspace, candidate)
    reading = StoredReading.model_validate_json(files.read(f"{document.prefix}/reading.json"))
    pages = reading.pages[:MOST_PAGES]
    wanted = next((p for p in pages if p.number == number), None)
    if wanted is None:
        raise NotFound("There is no such page.")
    about = {"candidate_id": candidate.id, "job_id": opened.shortlist.job_id, "document_id": document.id}
    audit.seen(opened.visitor, "shared_cv_seen", now, shortlist_id=opened.shortlist.id, **about)
    if wanted.image_type is None:
        return CvPage(page=number, pages=len(pages), lines=[line.text for line in wanted.lines])
    url = _picture(opened, shared_id, document, wanted, reading, now)
    return CvPage(page=number, pages=len(pages), image_url=url)


def _cv(workspace: str, candidate: Candidate) -> Document:
    """The newest document that reads like a CV, else the newest: a Query for each record that the person is."""
    rows = [
        r.read()
        for one in sorted(candidate.everyone())
        for r in query(partition(workspace, one), prefix="R#document#", newest_first=True)
        if isinstance(r, DocumentItem)
    ]
    if not rows:
        raise NotFound("There is no CV.")
    return max(rows, key=lambda d: (d.is_cv >= 0.5, d.read_at))


def _picture(
    opened: Opened, shared_id: str, document: Document, wanted: StoredPage, reading: StoredReading, now: datetime
) -> str:
    kind = wanted.image_type or ""
    raw = files.read(image_key(document.prefix, wanted.number, kind))
    boxes = [box for dropped in reading.dropped if dropped.page == wanted.number for box in dropped.boxes]
    to = opened.shortlist.to
    marked = burn(raw, mark(to.name, to.email, now), boxes)
    key = f"shared/{opened.visitor.workspace}/{opened.shortlist.id}/{sort_key(shared_id)}-{wanted.number}.jpg"
    files.write(key, marked, "image/jpeg")
    return files.download_link(key, f"page-{wanted.number}.jpg", "image/jpeg", inline=True)


def mark(name: str, email: str, now: datetime) -> str:
    """What is burnt in. The typeface at hand knows ASCII only: accents go; the address says who it is in any case."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().strip()
    return "  ".join(part for part in (plain, email, f"{now:%Y-%m-%d}") if part)


def burn(raw: bytes, text: str, boxes: list[dict[str, float]]) -> bytes:
    """The picture with the text all over it, and these boxes (fractions of the page) blackened; JPEG."""
    from PIL import Image, ImageDraw  # here: a page of profiles draws nothing

    picture = Image.open(BytesIO(raw)).convert("RGB")
    width, height = picture.size
    draw = ImageDraw.Draw(picture)
    for box in boxes:
        left, top = box["left"] * width, box["top"] * height
        corner = left + box["width"] * width + 2, top + box["height"] * height + 2
        draw.rectangle((left - 2, top - 2, *corner), fill=(26, 31, 32))
    veil = _veil(picture.size, text)
    picture.paste(Image.new("RGB", picture.size, (11, 93, 107)), mask=veil)
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=QUALITY)
    return buffer.getvalue()


def _veil(size: tuple[int, int], text: str) -> "Image.Image":
    """How strongly the mark covers each pixel: lines of the text, turned, over the whole."""
    from PIL import Image, ImageDraw, ImageFont

    width, height = size
    side = int((width**2 + height**2) ** 0.5)
    font = ImageFont.load_default(max(14, width // 38))
    sheet = Image.new("L", (side, side))
    draw = ImageDraw.Draw(sheet)
    length = int(draw.textlength(text, font=font)) + width // 10
    for row, y in enumerate(range(0, side, max(60, width // 7))):
        for x in range(-(row % 2) * length // 2, side, length):
            draw.text((x, y), text, font=font, fill=STRENGTH)
    turned = sheet.rotate(TURN, resample=Image.Resampling.BILINEAR)
    left, top = (side - width) // 2, (side - height) // 2
    return turned.crop((left, top, left + width, top + height))
