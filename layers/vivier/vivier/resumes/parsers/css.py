"""What a web page's own style sheets say of its elements: how they stand, how large and how bold they are.

Only that. Nothing is fetched, so a page whose styles lie elsewhere has none; and nothing is hidden by them, because
what a script would show counts as shown. CSS 2.2 and Flexbox say what the properties mean, tinycss2 and cssselect2
read them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

import tinycss2
from cssselect2 import ElementWrapper, Matcher, SelectorError, compile_selector_list
from lxml import etree

MOST_CHARS = 400_000
MOST_RULES = 4_000
LONGEST_SELECTOR = 80  # parts: a selector is compiled part within part
DEEPEST = 30  # brackets within each other, which are read likewise
MOST_TRIES = 6_000_000  # of rules on elements: some ten seconds at the worst
NORMAL = 16.0  # pixels of a page's text where it says nothing
BOLD = 600
PIXELS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
WANTED = {"display", "flex-direction", "flex-flow", "grid-template-columns", "float", "position", "font", "font-weight",
          "font-size", "border", "border-radius", "background", "background-color", "padding", "margin", "margin-right",
          "margin-left", "padding-left", "padding-right"}  # fmt: skip
ROOM = WANTED - {"display", "flex-direction", "flex-flow", "grid-template-columns", "float", "position", "font",
                 "font-weight", "font-size"}  # fmt: skip
NOTHING = {"none", "0", "0px", "transparent", "inherit", "initial", "auto", "0 auto"}
BLOCKS = {"block", "list-item", "flow-root", "flex", "grid", "table", "table-row", "table-caption"}
CELLS = {"inline-block", "inline-flex", "inline-grid", "inline-table", "table-cell"}
# Media of paper and of narrow screens, where all stands below each other.
_NOT_A_DESK = re.compile(r"\bprint\b|max-width|prefers-", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Looks:
    """What is declared of one element; empty where nothing is."""

    declared: dict[str, str] = field(default_factory=dict)

    @property
    def is_block(self) -> bool:
        return self.declared.get("display", "") in BLOCKS

    @property
    def is_apart(self) -> bool:
        """Whether an inline element stands apart from the words beside it."""
        floats = self.declared.get("float", "none") in {"left", "right"}
        lifted = self.declared.get("position", "static") in {"absolute", "fixed"}
        return floats or lifted or self.declared.get("display", "") in CELLS or self.has_room

    @property
    def has_room(self) -> bool:
        """Whether it has a frame, a ground or room of its own, as a label has."""
        return any(value.strip() not in NOTHING for name, value in self.declared.items() if name in ROOM)

    @property
    def lays_out(self) -> bool:
        """Whether what it holds is set as pieces, not as running words."""
        return self.declared.get("display", "").removeprefix("inline-") in {"flex", "grid"}

    @property
    def stacks(self) -> bool:
        """Whether these pieces stand below each other."""
        if self.declared.get("display", "").endswith("grid"):
            return self.declared.get("grid-template-columns", "none") in {"none", "1fr"}
        flow = self.declared.get("flex-direction", "") + self.declared.get("flex-flow", "")
        return "column" in flow

    @property
    def tracks(self) -> int | None:
        """How many pieces of a grid stand beside each other; None where that is not told, as in a flexible row."""
        told = self.declared.get("grid-template-columns", "")
        if not self.declared.get("display", "").endswith("grid") or "auto-fi" in told:
            return None
        repeated = re.fullmatch(r"repeat\((\d{1,2}),.*\)", told)
        return int(repeated[1]) if repeated else len(re.sub(r"\([^()]*\)", "", told).split())

    @property
    def bold(self) -> bool | None:
        """None where nothing is said."""
        told = self.declared.get("font-weight") or _weight(self.declared.get("font", ""))
        if not told or told == "inherit":
            return None
        return int(told) >= BOLD if told.isdecimal() else told in {"bold", "bolder"}

    def pixels(self, around: float) -> float | None:
        """Of its letters, within text of `around` pixels; None where nothing is said."""
        told = self.declared.get("font-size") or _size(self.declared.get("font", ""))
        found = re.fullmatch(r"([\d.]{1,8})(px|pt|pc|mm|cm|in|r?em|%)", told or "")
        if not found:
            return None
        try:
            number = float(found[1])
        except ValueError:
            return None
        if found[2] in PIXELS:
            return number * PIXELS[found[2]]
        return number * (NORMAL if found[2] == "rem" else around / 100 if found[2] == "%" else around)


def _weight(font: str) -> str:
    """Of the shorthand: "bold 14px Arial", "700 1rem/1.2 serif"."""
    before = font.partition("/")[0].split()
    return next((word for word in before if word in {"bold", "bolder"} or re.fullmatch(r"[1-9]00", word)), "")


def _size(font: str) -> str:
    sizes = re.findall(r"(?<![\w.])[\d.]{1,8}(?:px|pt|pc|mm|cm|in|r?em|%)", font)
    return sizes[0] if sizes else ""


NONE = Looks()


class Styles:
    """The style sheets of one page, matched to its elements."""

    def __init__(self, root: etree._Element) -> None:
        self._looks: dict[etree._Element, Looks] = {}
        matcher: Matcher = Matcher()
        rules = 0
        for declarations, selectors in _rules(_sheets(root)):
            if len(selectors) > LONGEST_SELECTOR:
                continue
            try:
                compiled = compile_selector_list(selectors)
            except SelectorError:
                continue
            for selector in compiled:
                if selector.pseudo_element is None and rules < MOST_RULES:
                    matcher.add_selector(selector, declarations)
                    rules += 1
        for number, wrapped in enumerate(ElementWrapper.from_html_root(root).iter_subtree()):
            if number * rules > MOST_TRIES:
                break
            element = wrapped.etree_element
            declared: dict[str, str] = {}
            for *_, found in matcher.match(wrapped) if rules else ():
                declared |= found
            declared |= _wanted(tinycss2.parse_blocks_contents(_sound(element.get("style") or ""), skip_comments=True))
            if declared:
                self._looks[element] = Looks(declared)

    def of(self, element: etree._Element) -> Looks:
        return self._looks.get(element, NONE)


def _sheets(root: etree._Element) -> str:
    """All that stands between <style> and </style>, but for printers only."""
    sheets = [sheet.text or "" for sheet in root.iter("style") if not _NOT_A_DESK.search(sheet.get("media") or "")]
    return _sound("\n".join(sheets)[:MOST_CHARS])


def _sound(text: str) -> str:
    """The text, or none where its brackets stand deeper within each other than any style's."""
    depths = accumulate((bracket in "([{") - (bracket in ")]}") for bracket in re.findall(r"[(\[{}\])]", text))
    return text if max(depths, default=0) <= DEEPEST else ""


def _rules(text: str) -> Iterator[tuple[dict[str, str], list[Any]]]:
    """What rules declare, and their selectors."""
    waiting = list(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))
    while waiting:
        rule = waiting.pop(0)
        if rule.type == "qualified-rule":
            declared = _wanted(tinycss2.parse_blocks_contents(rule.content, skip_comments=True))
            if declared:
                yield declared, rule.prelude
        elif _is_for_screens(rule):
            waiting[:0] = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)


def _is_for_screens(rule: Any) -> bool:
    is_media = rule.type == "at-rule" and rule.lower_at_keyword == "media" and bool(rule.content)
    return is_media and not _NOT_A_DESK.search(tinycss2.serialize(rule.prelude))


def _wanted(contents: list[Any]) -> dict[str, str]:
    return {
        one.lower_name: tinycss2.serialize(one.value).strip().lower()
        for one in contents
        if one.type == "declaration" and one.lower_name in WANTED
    }
