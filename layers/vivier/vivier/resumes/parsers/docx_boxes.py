"""Where Word puts a text box: DrawingML's anchors and groups, and the older VML shapes, as boxes in points."""

import re
from dataclasses import dataclass, replace

from lxml import etree

from vivier.resumes.parsers.docx_styles import TWIPS, attribute, child, local

_EMU = 12700.0
_OF_PAGE = {"page", "margin", "topMargin"}
_POINTS = re.compile(r"(-?[\d.]{1,12})(pt|in|cm|mm|px)?")
_PER = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "": 1.0}
_LETTER, _MARGIN = 612.0, 72.0


@dataclass(slots=True, frozen=True)
class Edges:
    """The first section's page in points."""

    width: float = _LETTER
    left: float = _MARGIN
    top: float = _MARGIN
    right: float = _MARGIN


@dataclass(slots=True, frozen=True)
class Place:
    """A box; `hangs`: its `y` is counted from the paragraph that it is anchored to, not from the top of the page.

    `scale_x` and `scale_y` are points per unit within a group, (`from_x`, `from_y`) the group's own corner in units.
    """

    x: float
    y: float
    width: float
    height: float
    hangs: bool
    scale_x: float = 0.0
    scale_y: float = 0.0
    from_x: float = 0.0
    from_y: float = 0.0


def edges_of(body: etree._Element) -> Edges:
    section = next((e for e in body.iter() if local(e) == "sectPr"), None)
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    return Edges(
        *(
            (_twips(attribute(element, name)) if attribute(element, name) else usual)
            for element, name, usual in (
                (size, "w", _LETTER),
                (margins, "left", _MARGIN),
                (margins, "top", _MARGIN),
                (margins, "right", _MARGIN),
            )
        )
    )


def anchored(anchor: etree._Element, page: Edges) -> Place | None:
    """The place of a floating drawing."""
    extent = child(anchor, "extent")
    width, height = (_emu(attribute(extent, side)) for side in ("cx", "cy"))
    across, down = child(anchor, "positionH"), child(anchor, "positionV")
    if not width or not height or down is None:
        return None
    start = {"page": 0.0, "leftMargin": 0.0, "rightMargin": page.width - page.right}
    x = start.get(attribute(across, "relativeFrom"), page.left)
    offset, side = _text(child(across, "posOffset")), _text(child(across, "align"))
    room = page.width - 2 * x - width
    x += _emu(offset) if offset else {"center": room / 2, "right": room}.get(side, 0.0)
    hangs = attribute(down, "relativeFrom") not in _OF_PAGE
    y = _emu(_text(child(down, "posOffset")))
    return Place(x, y + (page.top if attribute(down, "relativeFrom") == "margin" else 0.0), width, height, hangs)


def grouped(group: etree._Element, place: Place | None) -> Place | None:
    """The place of a group of shapes, with the units that those within it are measured in."""
    frame = child(child(group, "grpSpPr"), "xfrm")
    place = _within(frame, place)
    inner, corner = child(frame, "chExt"), child(frame, "chOff")
    if place is None or not _number(attribute(inner, "cx")) or not _number(attribute(inner, "cy")):
        return place
    return replace(
        place,
        scale_x=place.width / _number(attribute(inner, "cx")),
        scale_y=place.height / _number(attribute(inner, "cy")),
        from_x=_number(attribute(corner, "x")),
        from_y=_number(attribute(corner, "y")),
    )


def shaped(shape: etree._Element, place: Place | None) -> Place | None:
    """The place of a shape of a group; a lone one stands where its anchor does."""
    return _within(child(child(shape, "spPr"), "xfrm"), place)


def _within(frame: etree._Element | None, place: Place | None) -> Place | None:
    corner, size = child(frame, "off"), child(frame, "ext")
    if place is None or not place.scale_x or size is None:
        return place
    return Place(
        place.x + (_number(attribute(corner, "x")) - place.from_x) * place.scale_x,
        place.y + (_number(attribute(corner, "y")) - place.from_y) * place.scale_y,
        _number(attribute(size, "cx")) * place.scale_x,
        _number(attribute(size, "cy")) * place.scale_y,
        place.hangs,
    )


def styled(shape: etree._Element, page: Edges) -> Place | None:
    """The place that the style of a VML shape tells."""
    told = dict(pair.split(":", 1) for pair in attribute(shape, "style").split(";") if ":" in pair)
    # Shapes within a group say "left" and "top" in units of the group.
    if told.get("position") != "absolute" or not {"width", "height", "margin-left", "margin-top"} <= told.keys():
        return None
    x, y, width, height = (_points(told.get(name, "")) for name in ("margin-left", "margin-top", "width", "height"))
    across, down = (told.get(f"mso-position-{way}-relative", "text") for way in ("horizontal", "vertical"))
    return Place(
        x + (0.0 if across == "page" else page.left),
        y + (page.top if down == "margin" else 0.0),
        width,
        height,
        down not in ("page", "margin"),
    )


def _points(length: str) -> float:
    match = _POINTS.fullmatch(length.strip())
    return _number(match[1]) * _PER[match[2] or ""] if match else 0.0


def _text(element: etree._Element | None) -> str:
    return (element.text or "").strip() if element is not None else ""


def _emu(text: str) -> float:
    return _number(text) / _EMU


def _twips(text: str) -> float:
    return _number(text) / TWIPS


def _number(text: str) -> float:
    return float(text) if re.fullmatch(r"-?\d{1,12}(?:\.\d{0,12})?", text) else 0.0
