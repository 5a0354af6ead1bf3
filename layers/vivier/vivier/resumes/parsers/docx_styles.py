"""How Word's paragraphs and runs look: direct formatting over styles over defaults (ECMA-376 part 1, 17.7)."""

from dataclasses import dataclass, replace
from typing import Literal

from lxml import etree

ALIGN: dict[str, Literal["left", "center", "right"]] = {"right": "right", "end": "right", "center": "center"}
TWIPS = 20
LEVEL, DEEPEST_LEVEL = 18.0, 6
# Styles based on each other in a circle exist.
LONGEST_CHAIN = 12


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes and distances in points."""

    size: float = 10.5
    bold: bool = False
    caps: bool = False
    hidden: bool = False
    bullet: bool = False
    align: Literal["left", "center", "right"] = "left"
    indent: float = 0.0
    hanging: float = 0.0
    before: float = 0.0
    after: float = 4.0
    last_tab: tuple[float, Literal["left", "right"]] | None = None


def local(element: etree._Element) -> str:
    """The name without its namespace: strict and transitional documents differ in nothing else here."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    return None if element is None else next((found for found in element if local(found) == name), None)


def attribute(element: etree._Element | None, name: str) -> str:
    if element is None:
        return ""
    return next((str(value) for key, value in element.attrib.items() if key.rsplit("}", 1)[-1] == name), "")


class Styles:
    """The looks that styles.xml defines, by style id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._definitions: dict[str, etree._Element] = {}
        self._default_paragraph = ""
        self._base = Look()
        for element in root if root is not None else ():
            if local(element) == "docDefaults":
                self._base = _with_run(self._base, child(child(element, "rPrDefault"), "rPr"))
            elif local(element) == "style":
                self._definitions[attribute(element, "styleId")] = element
                if attribute(element, "type") == "paragraph" and attribute(element, "default") in {"1", "true"}:
                    self._default_paragraph = attribute(element, "styleId")
        self._known: dict[tuple[str, Look], Look] = {}

    def of_paragraph(self, properties: etree._Element | None) -> Look:
        name = attribute(child(properties, "pStyle"), "val") or self._default_paragraph
        return _with_paragraph(self._styled(self._base, name), properties)

    def of_run(self, look: Look, properties: etree._Element | None) -> Look:
        if properties is None:
            return look
        name = attribute(child(properties, "rStyle"), "val")
        return _with_run(self._styled(look, name) if name else look, properties)

    def _styled(self, look: Look, name: str) -> Look:
        if (name, look) not in self._known:
            self._known[name, look] = self._read(look, name)
        return self._known[name, look]

    def _read(self, look: Look, name: str) -> Look:
        chain: list[etree._Element] = []
        while name in self._definitions and len(chain) < LONGEST_CHAIN:
            chain.append(self._definitions[name])
            name = attribute(child(chain[-1], "basedOn"), "val")
        for style in reversed(chain):
            look = _with_run(_with_paragraph(look, child(style, "pPr")), child(style, "rPr"))
        return look


def _with_run(look: Look, properties: etree._Element | None) -> Look:
    for element in properties if properties is not None else ():
        kind, value = local(element), attribute(element, "val")
        on = value not in {"0", "false", "off", "none"}
        if kind == "sz":
            look = replace(look, size=min(max(_float(value, 21.0) / 2, 4.0), 72.0))
        elif kind == "b":
            look = replace(look, bold=on)
        elif kind in {"caps", "smallCaps"}:
            look = replace(look, caps=on)
        elif kind in {"vanish", "webHidden"}:
            look = replace(look, hidden=on)
    return look


def _with_paragraph(look: Look, properties: etree._Element | None) -> Look:
    for element in properties if properties is not None else ():
        kind = local(element)
        if kind == "jc":
            look = replace(look, align=ALIGN.get(attribute(element, "val"), "left"))
        elif kind == "numPr":
            # Number 0 takes the bullet of the style away again.
            level = min(_float(attribute(child(element, "ilvl"), "val"), 0.0), DEEPEST_LEVEL)
            # How far a level is set in stands elsewhere; that the next is set in further is enough.
            indent = look.indent + LEVEL * max(level, 0.0)
            look = replace(look, bullet=attribute(child(element, "numId"), "val") != "0", indent=indent)
        elif kind == "tabs":
            stops = [stop for stop in element if attribute(stop, "val") not in {"clear", "bar"}]
            if stops:
                side: Literal["left", "right"] = "right" if attribute(stops[-1], "val") in {"right", "end"} else "left"
                look = replace(look, last_tab=(_float(attribute(stops[-1], "pos"), 0.0) / TWIPS, side))
        elif kind == "ind":
            indent = _float(attribute(element, "left") or attribute(element, "start"), 0.0) / TWIPS
            hanging = _float(attribute(element, "hanging"), 0.0) / TWIPS
            look = replace(look, indent=min(max(indent, 0.0), 300.0), hanging=max(hanging, 0.0))
        elif kind == "spacing":
            before = _float(attribute(element, "before"), look.before * TWIPS) / TWIPS
            after = _float(attribute(element, "after"), look.after * TWIPS) / TWIPS
            look = replace(look, before=min(max(before, 0.0), 40.0), after=min(max(after, 0.0), 40.0))
    return look


def _float(text: str, otherwise: float) -> float:
    try:
        return float(text)
    except ValueError:
        return otherwise
