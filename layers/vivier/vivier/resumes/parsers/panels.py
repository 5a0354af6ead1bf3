"""The panels that a PDF page draws around text: frames and shaded areas, as Blocks of our own beside Textract's."""

from collections.abc import Iterable
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from vivier.resumes.parsers.blocks import geometry_of
from vivier.resumes.parsers.facts import Block
from vivier.resumes.parsers.geometry import Upright
from vivier.resumes.parsers.pdf_pictures import DEEPEST, Sides, seen

MOST_PATHS = 1_500
MOST_PANELS = 60
MOST_STROKES = 20_000  # a map or a portrait in lines has a hundred thousand; a page's frames and icons a few hundred
_LEAST_WIDTH, _LEAST_HEIGHT = 70.0, 26.0
_MOST_OF_PAGE = 0.5
_NEAR = 3.0


def is_drawing(page: pdfium.PdfPage) -> bool:
    """Whether so much is drawn on a page that reading its strokes one by one would take seconds."""
    strokes = 0
    try:
        for path in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=DEEPEST):
            strokes += max(pdfium_c.FPDFPath_CountSegments(path), 0)
            if strokes > MOST_STROKES:
                return True
    except pdfium.PdfiumError:
        # A damaged drawing hides how much stands behind it.
        return False
    return False


def drawn_on(page: pdfium.PdfPage, upright: Upright) -> list[Sides]:
    """The areas that are drawn on a page, as far as clips let them be seen, in points from its top left corner."""
    drawn: list[Sides] = []
    try:
        for path in islice(page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=DEEPEST), MOST_PATHS):
            drawn.append(upright.box(*seen(path)))
    except pdfium.PdfiumError:
        # A damaged drawing costs those behind it, never the page.
        pass
    return drawn


def panels_of(drawn: Iterable[Sides], number: int, upright: Upright) -> list[Block]:
    """A PANEL for each drawn area that could hold a few lines of text."""
    found: list[Sides] = []
    for sides in drawn:
        width, height = sides[2] - sides[0], sides[3] - sides[1]
        small = width < _LEAST_WIDTH or height < _LEAST_HEIGHT
        if small or width * height > _MOST_OF_PAGE * upright.width * upright.height:
            continue
        # A frame and its ground are drawn one over the other.
        if not any(max(abs(a - b) for a, b in zip(sides, other, strict=True)) < _NEAR for other in found):
            found.append(sides)
        if len(found) == MOST_PANELS:
            break
    across, down = upright.width, upright.height
    return [
        {
            "BlockType": "PANEL",
            "Id": f"p{number}a{index}",
            "Page": number,
            "Geometry": geometry_of(left / across, top / down, right / across, bottom / down),
        }
        for index, (left, top, right, bottom) in enumerate(found)
    ]
