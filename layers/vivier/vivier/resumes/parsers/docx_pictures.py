"""Pictures of DOCX, in DrawingML and in the older VML: which file of the archive, shown how large."""

import re

from lxml import etree

from vivier.resumes.parsers.docx_styles import attribute, child

EMU = 12_700  # of English Metric Units in a point
LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([0-9.]{1,10})(pt|in|px|cm|mm)?\s*(?=;|$)")
POINTS = {"pt": 1.0, "in": 72.0, "px": 0.75, "cm": 28.35, "mm": 2.835, "": 0.75}


def shown_picture(element: etree._Element) -> tuple[str, float, float]:
    """The id of the relation to the picture's file, and width and height in points (0 where unknown).

    `element` is DrawingML's `pic` or VML's `imagedata`.
    """
    if child(element, "blipFill") is None:
        lengths = LENGTH.findall(attribute(element.getparent(), "style"))
        sizes = {name: _number(value) * POINTS[unit] for name, value, unit in lengths}
        return attribute(element, "id"), sizes.get("width", 0.0), sizes.get("height", 0.0)
    blip = child(child(element, "blipFill"), "blip")
    extent = child(child(child(element, "spPr"), "xfrm"), "ext")
    width, height = (_number(attribute(extent, side)) / EMU for side in ("cx", "cy"))
    return attribute(blip, "embed"), width, height


def _number(text: str) -> float:
    try:
        return max(0.0, float(text))
    except ValueError:
        return 0.0
