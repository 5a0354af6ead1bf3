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
TITLED = {"h3", "h4", "h5", "h6", "dt"}
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
    sheet = Sheet()
    sheet.add(*_Story().items(root))
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
    """Collects runs until a block begins or ends."""

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self._ready: list[Item] = []

    def items(self, root: etree._Element) -> Iterator[Item]:
        self._walk(root, Run("", size=10.5), 0)
        self._close(Run("", size=10.5))
        yield from self._ready

    def _close(self, style: Run) -> None:
        if any(run.text.strip() for run in self._runs):
            self._ready.append(Paragraph(self._runs, before=6.0 if style.size > 12 else 0.0))
        self._runs = []

    def _walk(self, element: etree._Element, style: Run, depth: int) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        hidden = element.get("hidden") is not None or HIDDEN.search(element.get("style") or "")
        if tag in SKIPPED or hidden or not tag or depth > DEEPEST:
            return
        style = _styled(tag, element, style)
        if tag == "br":
            self._runs.append(Run("\n", size=style.size))
        elif tag == "table":
            self._close(style)
            self._ready += _rows(element, depth)
        else:
            if tag in BLOCKS:
                self._close(style)
            if tag == "li":
                self._runs.append(Run("• ", size=style.size))
            self._inside(element, style, depth)
            if tag in BLOCKS:
                self._close(style)

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


def _is_aside(inner: etree._Element, element: etree._Element) -> bool:
    """Whether an inline element ends a heading within a section and is set apart from its words by style only."""
    before = " ".join((element.text or "").split())
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
        if child.tag in INLINE and "".join(child.itertext()).strip():
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


def _rows(table: etree._Element, depth: int) -> Iterator[Row]:
    for row in table.iter("tr"):
        owner = next(iter(row.iterancestors("table")), None)
        if owner is table and depth <= DEEPEST:
            cells = [cell for cell in row if cell.tag in {"td", "th"}]
            yield Row([Cell(_share(cell), list(_Story().items(cell))) for cell in cells])


def _share(cell: etree._Element) -> float:
    span = cell.get("colspan") or "1"
    return float(min(int(span), 50)) if span.isdecimal() and len(span) < 5 else 1.0
