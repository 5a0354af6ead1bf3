"""Where the pictures of a PDF page are seen."""

import ctypes
from collections.abc import Iterator
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from vivier.resumes.parsers.facts import Place
from vivier.resumes.parsers.geometry import Upright

MOST_PICTURES = 200
DEEPEST = 5

Sides = tuple[float, float, float, float]  # left, bottom, right, top in the PDF's coordinates


def pictures_of(page: pdfium.PdfPage, number: int, upright: Upright) -> list[Place]:
    """The places of a page's pictures, each as far as its clip lets it be seen."""
    paper = (upright.width, upright.height)
    shown = [sides for sides in islice(_all_seen(page), MOST_PICTURES) if sides[0] < sides[2] and sides[1] < sides[3]]
    places = [Place.between(number, upright.box(*sides), paper) for sides in shown]
    return [place for place in places if place.width > 0 and place.height > 0]


def _all_seen(page: pdfium.PdfPage) -> Iterator[Sides]:
    try:
        for picture in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=DEEPEST):
            yield seen(picture)
    except pdfium.PdfiumError:
        # A damaged picture costs the place of those behind it, never the page.
        return


def seen(picture: pdfium.PdfObject) -> Sides:
    """Bounds and clips count in the space of the form that holds the picture: forms are gone up to the page."""
    sides = _clipped(picture, picture.get_bounds())
    form = picture.container
    while form is not None:
        a, b, c, d, e, f = form.get_matrix().get()
        corners = [(a * x + c * y + e, b * x + d * y + f) for x in sides[0::2] for y in sides[1::2]]
        across, up = [x for x, _ in corners], [y for _, y in corners]
        sides = _clipped(form, (min(across), min(up), max(across), max(up)))
        form = form.container
    return sides


def _clipped(item: pdfium.PdfObject, sides: Sides) -> Sides:
    clip = pdfium_c.FPDFPageObj_GetClipPath(item)
    # Without a clip pdfium counts -1 paths.
    for index in range(max(pdfium_c.FPDFClipPath_CountPaths(clip), 0) if clip else 0):
        points = list(_points(clip, index))
        if len(points) > 2:
            across, up = [x for x, _ in points], [y for _, y in points]
            left, bottom, right, top = sides
            sides = max(left, min(across)), max(bottom, min(up)), min(right, max(across)), min(top, max(up))
    return sides


def _points(clip: object, index: int) -> Iterator[tuple[float, float]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    for segment in range(pdfium_c.FPDFClipPath_CountPathSegments(clip, index)):
        if pdfium_c.FPDFPathSegment_GetPoint(pdfium_c.FPDFClipPath_GetPathSegment(clip, index, segment), x, y):
            yield x.value, y.value
