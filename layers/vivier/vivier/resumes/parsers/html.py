"""HTML: its text as a browser would order it. Nothing is fetched, no script or style is looked at."""

import codecs
import re
from collections.abc import Iterator

from lxml import etree

from vivier.resumes.parsers.facts import FileRefused, Flag, Limits, RefusalReason
from vivier.resumes.parsers.links import is_web
from vivier.resumes.parsers.paper import Cell, Item, Paragraph, Row, Run, Sheet
from vivier.resumes.parsers.plain import decoded

SKIPPED = {"script", "style", "head", "template", "noscript", "iframe", "object", "embed", "svg", "math", "canvas",
           "input", "select", "button", "textarea", "audio", "video"}  # fmt: skip
BLOCKS = {"p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "ul", "ol", "li", "dl", "dt",
          "dd", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "address", "pre", "hr", "form", "figure", "body",
          "html", "figcaption", "center", "fieldset", "legend", "details", "summary"}  # fmt: skip
HEADINGS = {"h1": 22.0, "h2": 15.0, "h3": 12.5, "h4": 11.0, "h5": 10.5, "h6": 10.5}
INLINE = {"span", "a", "code", "kbd", "mark", "small", "label"}
FEWEST_CHIPS = 3
FEWEST_IN_MENU = 3
MENUS = {"nav", "ul", "ol", "div", "p"}
TITLED = {"h3", "h4", "h5", "h6", "dt"}
LISTS = {"ul", "ol"}
INDENT, DEEPEST_INDENT = 14.0, 6
BULLET = "• "
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_\-]{2,30})", re.IGNORECASE)
DEEPEST = 200


def sheet_of_html(data: bytes, limits: Limits) -> tuple[Sheet, set[Flag]]:
    """Raises FileRefused: empty, unreadable."""
    text, flags = _decoded(data)
    if len(text) > 10 * limits.text_chars:
        text = text[: 10 * limits.text_chars]
        flags.add(Flag.CAPPED)
    # lxml refuses an encoding declaration in what is already text.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(text, parser)
    except etree.XMLSyntaxError as error:
        raise FileRefused(RefusalReason.UNREADABLE, "damaged HTML") from error
    if root is None:
        raise FileRefused(RefusalReason.EMPTY)
    if root.xpath("boolean(//script)"):
        flags.add(Flag.ACTIVE_CONTENT_IGNORED)
    sheet, story = Sheet(), _Story()
    sheet.add(*story.items(root))
    sheet.links += dict.fromkeys(story.bare_links)
    return sheet, flags


def _decoded(data: bytes) -> tuple[str, set[Flag]]:
    declared = CHARSET.search(data[:2048])
    if declared:
        try:
            codec = codecs.lookup(declared[1].decode("ascii")).name
            return data.decode("cp1252" if codec == "iso8859-1" else codec).replace("\x00", " "), set()
        except (LookupError, UnicodeDecodeError):
            return decoded(data)
    return decoded(data)


class _Story:
    """Collects runs until a block begins or ends. `bare_links`: targets of links that show an icon and no text."""

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self._ready: list[Item] = []
        self._level = 0  # of how many lists within each other
        self.bare_links: list[str] = []

    def items(self, root: etree._Element) -> Iterator[Item]:
        self._walk(root, Run("", size=10.5), 0)
        self._close(Run("", size=10.5))
        yield from self._ready

    def _close(self, style: Run) -> None:
        if any(run.text.strip() for run in self._runs):
            indent = INDENT * min(max(self._level - 1, 0), DEEPEST_INDENT)
            self._ready.append(Paragraph(self._runs, indent=indent, before=6.0 if style.size > 12 else 0.0))
        self._runs = []

    def _walk(self, element: etree._Element, style: Run, depth: int) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        hidden = element.get("hidden") is not None or HIDDEN.search(element.get("style") or "")
        if tag in SKIPPED or hidden or not tag or depth > DEEPEST or _is_menu(element):
            return
        if tag == "a" and is_web(element.get("href") or "") and not "".join(element.itertext()).strip():
            self.bare_links.append(element.get("href") or "")
        style = _styled(tag, element, style)
        if tag == "br":
            self._runs.append(Run("\n", size=style.size))
        elif tag == "table":
            self._close(style)
            self._ready += self._table(element, depth)
        else:
            if tag in BLOCKS and not self._is_bullet():
                self._close(style)
            self._level += tag in LISTS
            if tag == "li" and not _holds_blocks(element):
                self._runs.append(Run(BULLET, size=style.size))
            self._inside(element, style, depth)
            if tag in BLOCKS:
                self._close(style)
            self._level -= tag in LISTS

    def _is_bullet(self) -> bool:
        """Whether only a list sign stands on the line: the block that follows is its text."""
        return "".join(run.text for run in self._runs).strip() == BULLET.strip()

    def _table(self, table: etree._Element, depth: int) -> Iterator[Row]:
        for row in table.iter("tr"):
            owner = next(iter(row.iterancestors("table")), None)
            if owner is table and depth <= DEEPEST:
                yield Row([Cell(_share(cell), self._cell(cell)) for cell in row if cell.tag in {"td", "th"}])

    def _cell(self, cell: etree._Element) -> list[Item]:
        story = _Story()
        items = list(story.items(cell))
        self.bare_links += story.bare_links
        return items

    def _inside(self, element: etree._Element, style: Run, depth: int) -> None:
        self._text(element.text, style)
        apart = _chips(element)
        for inner in element:
            if _is_aside(inner, element):
                self._runs.append(Run("\n", size=style.size))
            self._walk(inner, style, depth + 1)
            self._text("\t" if inner in apart else inner.tail, style)

    def _text(self, text: str | None, style: Run) -> None:
        shown = text if text == "\t" else re.sub(r"[ \t\r\n\f]+", " ", text or "")
        if shown and (shown != " " or self._runs):
            self._runs.append(Run(shown, style.bold, style.size, style.url))


def _holds_blocks(entry: etree._Element) -> bool:
    """Whether a list's item is a whole entry, of several blocks: pages show no sign before such."""
    blocks = [child for child in entry if child.tag in BLOCKS and child.tag not in {"ul", "ol"}]
    first = next((child for child in entry if "".join(child.itertext()).strip()), None)
    return len(blocks) > 1 and not (entry.text or "").strip() and first in blocks


def _is_menu(element: etree._Element) -> bool:
    """Whether an element holds nothing but links, most of them to other places of the same page."""
    if element.tag not in MENUS or any(child.tag in BLOCKS - {"li"} for child in element.iterdescendants()):
        return False
    links = list(element.iter("a"))
    if len(links) < FEWEST_IN_MENU:
        return False
    within = sum((link.get("href") or "").startswith("#") for link in links)
    shown = sum(len(" ".join(link.itertext()).split()) for link in links)
    return within * 3 >= 2 * len(links) and len(" ".join(element.itertext()).split()) == shown


def _is_aside(inner: etree._Element, element: etree._Element) -> bool:
    """Whether an inline element ends a heading within a section and is set apart from its words by style only."""
    before = " ".join((element.text or "").split())
    if inner.tag == "small" and not before:
        others = list(inner.itersiblings(preceding=True))[::-1]
        before = " ".join("".join("".join(one.itertext()) + (one.tail or "") for one in others).split())
    last = inner.getnext() is None and not (inner.tail or "").strip()
    told = bool("".join(inner.itertext()).strip())
    return element.tag in TITLED and inner.tag in INLINE and last and told and before[-1:].isalnum()


def _chips(element: etree._Element) -> set[etree._Element]:
    """Inline elements with nothing but white between them: labels that a page's style sets apart."""
    apart: set[etree._Element] = set()
    run: list[etree._Element] = []
    for child in element:
        if run and child.tag != run[-1].tag:
            run = []
        text = "".join(child.itertext())
        if text.strip() and not any(map(str.isalnum, text)):
            run = []  # a dash between two dates
        elif child.tag in INLINE and text.strip():
            run.append(child)
            if len(run) >= FEWEST_CHIPS:
                apart.update(run[:-1])
        if child.tag not in INLINE or (child.tail or "").strip():
            run = []
    return apart | _glued(element)


def _glued(element: etree._Element) -> set[etree._Element]:
    """Inline elements that alone fill another, not a space between them: the page's style sets them apart."""
    inner = list(element)
    texts = ["".join(child.itertext()).strip() for child in inner]
    alone = all(child.tag in INLINE for child in inner) and not any(
        (text or "").strip() for text in (element.text, *(child.tail for child in inner))
    )
    return {
        child
        for child, text, after in zip(inner, texts, texts[1:], strict=False)
        if alone and not child.tail and text[-1:].isalnum() and (after[:1].isupper() or after[:1].isdigit())
    }


def _styled(tag: str, element: etree._Element, style: Run) -> Run:
    bold, size, url = style.bold, style.size, style.url
    if tag in HEADINGS:
        bold, size = True, HEADINGS[tag]
    elif tag in {"b", "strong", "th", "dt"}:
        bold = True
    elif tag == "a" and is_web(element.get("href") or ""):
        url = element.get("href")
    return Run("", bold, size, url)


def _share(cell: etree._Element) -> float:
    span = cell.get("colspan") or "1"
    return float(min(int(span), 50)) if span.isdecimal() and len(span) < 5 else 1.0
