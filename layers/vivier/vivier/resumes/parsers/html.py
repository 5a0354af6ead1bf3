"""HTML: its text as a browser would order it. Nothing is fetched, no script is looked at."""

import codecs
import re
from collections.abc import Iterator

from lxml import etree

from vivier.resumes.parsers.css import NORMAL, Looks, Styles
from vivier.resumes.parsers.decoding import decoded
from vivier.resumes.parsers.facts import FileRefused, Flag, Limits, RefusalReason
from vivier.resumes.parsers.links import is_web
from vivier.resumes.parsers.merged import Grid
from vivier.resumes.parsers.paper import Cell, Item, Paragraph, Row, Run, Sheet

SKIPPED = {"script", "style", "head", "template", "noscript", "iframe", "object", "embed", "svg", "math", "canvas",
           "input", "select", "button", "textarea", "audio", "video"}  # fmt: skip
BLOCKS = {"p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "ul", "ol", "li", "dl", "dt",
          "dd", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "address", "pre", "hr", "form", "figure", "body",
          "html", "figcaption", "center", "fieldset", "legend", "details", "summary"}  # fmt: skip
HEADINGS = {"h1": 22.0, "h2": 15.0, "h3": 12.5, "h4": 11.0, "h5": 10.5, "h6": 10.5}
INLINE = {"span", "a", "code", "kbd", "mark", "small", "label", "time"}
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
MOST_SPANNED = 50
NORMAL_SIZE = 10.5
SMALLEST, LARGEST = 6.0, 40.0
# Pieces that a style sets beside each other: what is one line, what is a cell and not a page's column, in characters.
LONGEST_LINE, LONGEST_CELL, MOST_CELLS = 60, 700, 3
NARROW, NARROW_SHARE = 30, 0.25
COLUMN_HEADS = ("h1", "h2", "section", "aside", "main", "header", "table")


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
    sheet, story = Sheet(), _Story(Styles(root))
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

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._runs: list[Run] = []
        self._ready: list[Item] = []
        self._level = 0  # of how many lists within each other
        self._in_line = 0  # within how many pieces of one line
        self._normal = NORMAL
        self.bare_links: list[str] = []

    def items(self, root: etree._Element) -> Iterator[Item]:
        body = next(root.iter("body"), root)
        self._normal = self._styles.of(body).pixels(NORMAL) or self._styles.of(root).pixels(NORMAL) or NORMAL
        self._walk(root, Run("", size=NORMAL_SIZE), 0)
        self._close(Run("", size=NORMAL_SIZE))
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
        looks = self._styles.of(element)
        style = _styled(tag, element, style, looks, self._normal)
        if tag == "br":
            self._runs.append(Run("\n", size=style.size))
        elif tag == "table":
            self._close(style)
            self._ready += self._table(element, depth)
        else:
            is_block = (tag in BLOCKS or looks.is_block) and not self._in_line
            if is_block and not self._is_bullet():
                self._close(style)
            self._level += tag in LISTS
            if tag == "li" and not self._in_line and not _holds_blocks(element):
                self._runs.append(Run(BULLET, size=style.size))
            if not (looks.lays_out and is_block and self._beside(element, style, depth, looks)):
                self._inside(element, style, depth, looks)
            if is_block:
                self._close(style)
            self._level -= tag in LISTS

    def _beside(self, element: etree._Element, style: Run, depth: int, looks: Looks) -> bool:
        """Sets what a style puts beside each other in lines and cells; False where that is a page's columns."""
        pieces = [child for child in element if child.tag not in SKIPPED and "".join(child.itertext()).strip()]
        loose = any((text or "").strip() for text in (element.text, *(child.tail for child in element)))
        across = min(looks.tracks or len(pieces), len(pieces))
        if looks.stacks or loose or across < 2:
            return False
        rows = [pieces[at : at + across] for at in range(0, len(pieces), across)]
        if not all(all(map(_is_line, row)) or (across <= MOST_CELLS and all(map(_is_cell, row))) for row in rows):
            return False
        for row in rows:
            if all(map(_is_line, row)):
                self._in_line += 1
                for piece in row:
                    self._walk(piece, style, depth + 1)
                    self._text("\t", style)
                self._in_line -= 1
                self._close(style)
            else:
                self._close(style)
                self._ready.append(
                    Row([Cell(share, self._cell(piece)) for share, piece in zip(_shares(row), row, strict=True)])
                )
        return True

    def _is_bullet(self) -> bool:
        """Whether only a list sign stands on the line: the block that follows is its text."""
        return "".join(run.text for run in self._runs).strip() == BULLET.strip()

    def _table(self, table: etree._Element, depth: int) -> Iterator[Row]:
        grid = Grid()
        for row in table.iter("tr"):
            owner = next(iter(row.iterancestors("table")), None)
            if owner is not table or depth > DEEPEST:
                continue
            cells: list[Cell] = []
            grid.begin()
            for cell in (piece for piece in row if piece.tag in {"td", "th"}):
                cells += grid.under()
                across = _spanned(cell, "colspan")
                cells.append(grid.put(Cell(float(across), self._cell(cell), _spanned(cell, "rowspan")), across))
            yield Row([*cells, *grid.under()])

    def _cell(self, cell: etree._Element) -> list[Item]:
        story = _Story(self._styles)
        items = list(story.items(cell))
        self.bare_links += story.bare_links
        return items

    def _inside(self, element: etree._Element, style: Run, depth: int, looks: Looks) -> None:
        self._text(element.text, style)
        apart = _chips(element, self._styles)
        for inner in element:
            if _is_aside(inner, element):
                self._runs.append(Run("\n", size=style.size))
            self._walk(inner, style, depth + 1)
            if looks.lays_out and not (inner.tail or "").strip():
                self._text("\n" if looks.stacks and not self._in_line else "\t", style)
            else:
                self._text("\t" if inner in apart else inner.tail, style)

    def _text(self, text: str | None, style: Run) -> None:
        shown = text if text in {"\t", "\n"} else re.sub(r"[ \t\r\n\f]+", " ", text or "")
        if shown and (shown != " " or self._runs):
            self._runs.append(Run(shown, style.bold, style.size, style.url))


def _holds_blocks(entry: etree._Element) -> bool:
    """Whether a list's item is a whole entry, of several blocks: pages show no sign before such."""
    blocks = [child for child in entry if child.tag in BLOCKS and child.tag not in {"ul", "ol"}]
    first = next((child for child in entry if "".join(child.itertext()).strip()), None)
    return len(blocks) > 1 and not (entry.text or "").strip() and first in blocks


def _is_menu(element: etree._Element) -> bool:
    """Whether an element holds nothing but links, most of them within the same page or, in a <nav>, the same site."""
    if element.tag not in MENUS or any(child.tag in BLOCKS - {"li"} for child in element.iterdescendants()):
        return False
    links = list(element.iter("a"))
    if len(links) < FEWEST_IN_MENU:
        return False
    own = ("#", "/", "./") if element.tag == "nav" else ("#",)
    within = sum((link.get("href") or "").startswith(own) for link in links)
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


def _is_line(piece: etree._Element) -> bool:
    """Whether what a piece holds is one short line."""
    blocks = [inner for inner in piece.iterdescendants() if inner.tag in BLOCKS and "".join(inner.itertext()).strip()]
    parted = next(piece.iter("br", "table", "h1", "h2"), None) is not None
    return (
        not parted
        and len(" ".join(piece.itertext()).split()) > 0
        and len(blocks) <= 1
        and _length(piece) <= LONGEST_LINE
    )


def _is_cell(piece: etree._Element) -> bool:
    return next(piece.iter(*COLUMN_HEADS), None) is None and _length(piece) <= LONGEST_CELL


def _length(piece: etree._Element) -> int:
    return len(" ".join(" ".join(piece.itertext()).split()))


def _shares(row: list[etree._Element]) -> list[float]:
    """Widths of cells: what holds few words, a period or a label, is narrow."""
    narrow = [_length(piece) <= NARROW for piece in row]
    if all(narrow) or not any(narrow):
        return [1 / len(row)] * len(row)
    wide = (1 - NARROW_SHARE * sum(narrow)) / (len(row) - sum(narrow))
    return [NARROW_SHARE if is_narrow else wide for is_narrow in narrow]


def _chips(element: etree._Element, styles: Styles) -> set[etree._Element]:
    """Inline elements with nothing but white between them: labels that a page's style sets apart."""
    apart: set[etree._Element] = set()
    run: list[etree._Element] = []
    for child in element:
        if run and child.tag != run[-1].tag:
            run = []
        text = "".join(child.itertext())
        if text.strip() and not any(map(str.isalnum, text)):
            run = []  # a dash between two dates
        elif child.tag in INLINE and text.strip() and not (run and _runs_on(run[-1], child, styles)):
            run.append(child)
            if len(run) >= FEWEST_CHIPS or styles.of(child).is_apart:
                apart.update(run[:-1])
        if child.tag not in INLINE or (child.tail or "").strip():
            run = []
    return apart | _glued(element, styles)


def _runs_on(before: etree._Element, after: etree._Element, styles: Styles) -> bool:
    """Whether two inline elements are words of one text: a space of their own parts them, and no style."""
    spaced = "".join(before.itertext())[-1:].isspace() or "".join(after.itertext())[:1].isspace()
    return spaced and not (styles.of(before).is_apart or styles.of(after).is_apart)


def _glued(element: etree._Element, styles: Styles) -> set[etree._Element]:
    """Inline elements that alone fill another, not a space between them: the page's style sets them apart."""
    inner = list(element)
    texts = ["".join(child.itertext()) for child in inner]
    alone = all(child.tag in INLINE for child in inner) and not any(
        (text or "").strip() for text in (element.text, *(child.tail for child in inner))
    )
    return {
        child
        for child, text, after, then in zip(inner, texts, texts[1:], inner[1:], strict=False)
        if alone
        and not child.tail
        and not _runs_on(child, then, styles)
        and text.strip()[-1:].isalnum()
        and (after.strip()[:1].isupper() or after.strip()[:1].isdigit())
    }


def _styled(tag: str, element: etree._Element, style: Run, looks: Looks, normal: float) -> Run:
    """The style within an element; `normal`: pixels of the page's text."""
    bold, size, url = style.bold, style.size, style.url
    if tag in HEADINGS:
        bold, size = True, HEADINGS[tag]
    elif tag in {"b", "strong", "th", "dt"}:
        bold = True
    elif tag == "a" and is_web(element.get("href") or ""):
        url = element.get("href")
    pixels = looks.pixels(style.size / NORMAL_SIZE * normal)
    if pixels is not None:
        size = min(max(pixels / normal * NORMAL_SIZE, SMALLEST), LARGEST)
    return Run("", bold if looks.bold is None else looks.bold, size, url)


def _spanned(cell: etree._Element, way: str) -> int:
    """Over how many columns or rows a cell reaches."""
    span = cell.get(way) or "1"
    return max(min(int(span), MOST_SPANNED), 1) if span.isdecimal() and len(span) < 5 else 1
