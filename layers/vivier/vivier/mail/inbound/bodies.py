"""What a mail's body is, as text and as HTML that may be shown."""

import html as entities
import re
from functools import cache
from typing import Any, NamedTuple

from vivier.mail.inbound.tree import Part

MOST_TEXT = 500_000  # characters; nobody reads more, and the raw mail is kept
MOST_HTML = 1_000_000

_BLOCKS = (
    "address article aside blockquote center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header "
    "hr li main nav ol p pre section table tbody td tfoot th thead title tr ul"
)
_UNCLOSED = "area base br col dd dt embed hr img input li link meta option p source tbody td tfoot th thead tr wbr"
_TAGS = (
    "a abbr b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em font h1 "
    "h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q s samp small span strike strong sub sup table tbody td "
    "tfoot th thead tr tt u ul var wbr"
)
_STYLES = (
    "background-color border border-bottom border-collapse border-left border-right border-spacing "
    "border-top color font font-family font-size font-style font-weight height letter-spacing line-height "
    "list-style-type margin margin-bottom margin-left margin-right margin-top padding padding-bottom "
    "padding-left padding-right padding-top text-align text-decoration text-indent vertical-align "
    "white-space width"
)
BLOCK, TAGS, STYLES = set(_BLOCKS.split()), set(_TAGS.split()), set(_STYLES.split())
UNCLOSED = set(_UNCLOSED.split())  # elements that end by themselves, which nobody closes
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\"[^\"]*\"|[^\">])*)>")
OPENED = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# What mail programs name the element in which they quote.
QUOTES = re.compile(
    r"(?:class|id|name|data-marker)=\"[^\"]{0,200}?\b(?:\w{0,20}(?:gmail_(?:quote|attr)|yahoo_?quoted|divRplyFwdMsg)|"
    r"appendonsend|OLK_SRC_BODY_SECTION|moz-cite-prefix|moz-forward-container|moz-email-headers-table|protonmail_quote|"
    r"tutanota_quote|zmail_extra|hmquote|mail-editor-reference-message-container|ms-outlook-mobile-reference-message|"
    r"OutlookMessageHeader|yahoo-quoted-begin|mail_android_quote|zwchr|__QUOTED_TEXT__|__HEADERS__|stopSpelling|"
    r"isReplyContent|isForwardContent|messageReplySection|missive_quote|front-blockquote|CanaryBlockquote|"
    r"nylas-quote|reply-intro|replySplit)|"
    r"\bname=\"quote\"|\bstyle=\"[^\"]{0,80}?border:\s?none;\s?border-top:\s?solid #(?:E1E1E1|B5C4DF)\b",
    re.I,
)
MARK = "\x1e"  # a line of it stands where such an element begins; no text holds one (words.clean)
DATA = re.compile(r"data:[^\"'<>\s]{200,}")  # pictures written out, which are not shown
LONG = re.compile(r"<[a-zA-Z][^<>]{20000}")
MOST_OPEN = 250  # elements within each other: the parser's time grows with the square of it
MOST_ENTITIES = 20_000
ATTRIBUTES = {
    "*": {"align", "dir", "lang", "style", "title", "valign"},
    "a": {"href"},
    "img": {"alt", "height", "src", "width"},
    "td": {"bgcolor", "colspan", "height", "rowspan", "width"},
    "th": {"bgcolor", "colspan", "height", "rowspan", "width"},
    "table": {"bgcolor", "border", "cellpadding", "cellspacing", "width"},
    "font": {"color", "face", "size"},
}


class Bodies(NamedTuple):
    text: str
    html: str | None
    shown: set[int]  # ids of the parts that are the body, not attachments
    quotes: list[int]  # numbers of the lines of `text` where the HTML says that a quoted mail begins


class _Piece(NamedTuple):
    text: str | None
    html: str | None


def bodies(root: Part, flags: set[str]) -> Bodies:
    """The whole body: what alternatives say once, pieces one after the other."""
    shown: set[int] = set()
    pieces = _pieces(root, shown)
    rich = [p.html for p in pieces if p.html is not None]
    text, quotes = _unmarked("\n\n".join(t for t in (_plain(p, flags) for p in pieces) if t).strip("\n"))
    html = None
    if rich:
        whole = "\n<br>\n".join(_rich(p) for p in pieces)
        html = safe(whole, flags)
    if len(text) > MOST_TEXT:
        flags.add("text_cut")
        text = text[:MOST_TEXT]
    return Bodies(text=text, html=html, shown=shown, quotes=quotes)


def _unmarked(text: str) -> tuple[str, list[int]]:
    """A text without its marks, and the numbers of the lines before which they stood."""
    if MARK not in text:
        return text, []
    lines: list[str] = []
    quotes: list[int] = []
    for line in text.split("\n"):
        if line == MARK:
            quotes.append(len(lines))
        else:
            lines.append(line)
    return "\n".join(lines), quotes


def is_text(part: Part) -> bool:
    """Whether a part is read as body: text that nobody attached."""
    if part.media_type not in ("text/plain", "text/html", "text/enriched"):
        return False
    return part.disposition != "attachment" and not (part.name and part.disposition != "inline")


def _pieces(part: Part, shown: set[int]) -> list[_Piece]:
    if not part.children or part.main == "message":
        if not is_text(part):
            return []
        shown.add(id(part))
        text = part.text()
        return [_Piece(None, text)] if part.media_type == "text/html" else [_Piece(text, None)]
    if part.media_type != "multipart/alternative":
        return [piece for child in part.children for piece in _pieces(child, shown)]
    within = [piece for child in part.children for piece in _pieces(child, shown)]
    texts = [p.text for p in within if p.text is not None]
    htmls = [p.html for p in within if p.html is not None]
    if not within:
        return []
    plain = "\n\n".join(texts) if any(t.strip() for t in texts) else None
    return [_Piece(plain, "\n<br>\n".join(htmls) if htmls else None)]


def _plain(piece: _Piece, flags: set[str]) -> str:
    if piece.text is None:
        return to_text(piece.html or "", flags)
    return _marked(piece.text, piece.html) if piece.html and QUOTES.search(piece.html[:MOST_HTML]) else piece.text


def _marked(text: str, html: str) -> str:
    """A text, and a mark where its HTML says that a quoted mail begins; none unless both have the same words above."""
    above, mark, _ = to_text(html, set()).partition(f"{MARK}\n")
    wanted = _letters(above)
    if not mark or not wanted:
        return text
    lines, at = text.split("\n"), 0
    for n, line in enumerate(lines):
        letters = _letters(line)
        if letters and at == len(wanted):
            return "\n".join([*lines[:n], MARK, *lines[n:]])
        if wanted[at : at + len(letters)] != letters:
            return text
        at += len(letters)
    return text


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _rich(piece: _Piece) -> str:
    if piece.html is not None:
        return piece.html
    return entities.escape(piece.text or "").replace("\n", "<br>\n")


@cache
def _cleaner() -> Any:
    import nh3  # here: only the function that reads mail needs it

    return nh3


def safe(html: str, flags: set[str]) -> str:
    """HTML that runs nothing, fetches nothing and leads to http(s), mailto and tel only (contracts.md §2).

    Pictures from elsewhere lose their address: they would tell that somebody reads. Those of the mail itself keep
    `cid:`. It is shown in a sandboxed frame all the same.
    """
    cleaned: str = _cleaner().clean(
        _tame(html, flags),
        tags=TAGS,
        clean_content_tags={"script", "style", "title", "head", "template", "noscript", "iframe", "svg", "math"},
        attributes=ATTRIBUTES,
        attribute_filter=_kept,
        filter_style_properties=STYLES,
        url_schemes={"http", "https", "mailto", "tel", "cid"},
        url_relative="deny",
        link_rel="noopener noreferrer nofollow",
        strip_comments=True,
    )
    return cleaned


def _tame(html: str, flags: set[str]) -> str:
    """HTML that a parser ends with in time: what is too long is cut, what is woven too deep becomes its text."""
    if len(html) > MOST_HTML:
        flags.add("html_cut")
        html = html[:MOST_HTML]
    html = DATA.sub("", html)
    depth = deepest = 0
    for closing, tag in OPENED.findall(html):
        if tag.lower() not in UNCLOSED:
            depth = max(0, depth - 1) if closing else depth + 1
            deepest = max(deepest, depth)
    if deepest <= MOST_OPEN and html.count("&") <= MOST_ENTITIES and not LONG.search(html):
        return html
    flags.add("html_strange")
    return entities.escape(re.sub(r"<[^<>]*>?", " ", html[: MOST_HTML // 10]).replace("&", " "))


def _kept(tag: str, name: str, value: str) -> str | None:
    if tag == "img" and name == "src":
        return value if value.lower().startswith("cid:") else None
    if name == "style" and ("url" in value.lower() or "\\" in value or "expression" in value.lower()):
        return None
    return value if not value.lower().startswith("cid:") or tag == "img" else None


def to_text(html: str, flags: set[str]) -> str:
    """What HTML says, a line a block, quotes behind `>`."""
    marked: str = _cleaner().clean(
        _tame(html, flags),
        tags=TAGS | BLOCK - {"title"},
        clean_content_tags={"script", "style", "title", "head", "template"},
        attributes={"*": {"class", "id", "name", "data-marker", "style"}},
        strip_comments=True,
        link_rel=None,
    )
    return _Lines().read(marked)


class _Lines:
    """Lines in the making: where a block begins or ends a line does, where a quote is each has its mark."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []
        self.quotes = 0
        self.verbatim = 0

    def read(self, html: str) -> str:
        end = 0
        for tag in TAG.finditer(html):
            self._text(html[end : tag.start()])
            self._tag(tag[2].lower(), closing=tag[1] == "/")
            if not self.quotes and QUOTES.search(tag[3]):
                self._end()
                self.lines.append(MARK)
            end = tag.end()
        self._text(html[end:])
        self._end()
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self.lines)).strip("\n")

    def _text(self, raw: str) -> None:
        if not raw:
            return
        text = entities.unescape(raw)
        if self.verbatim:
            first, *rest = text.split("\n")
            self.line.append(first)
            for more in rest:
                self._end()
                self.line.append(more)
        else:
            self.line.append(re.sub(r"[ \t\r\n\f]+", " ", text))

    def _tag(self, tag: str, *, closing: bool) -> None:
        if tag == "br":
            self._end(even_empty=True)
            return
        if tag not in BLOCK:
            return
        self._end()
        if tag == "p" and self.lines and self.lines[-1].strip("> "):
            self.lines.append(self._mark().rstrip())
        step = -1 if closing else 1
        if tag == "blockquote":
            self.quotes = max(0, self.quotes + step)
        elif tag == "pre":
            self.verbatim = max(0, self.verbatim + step)
        elif tag == "li" and not closing:
            self.line.append("- ")

    def _mark(self) -> str:
        return "> " * min(self.quotes, 8)

    def _end(self, *, even_empty: bool = False) -> None:
        text = "".join(self.line).replace("\xa0", " ")
        text = text.rstrip() if self.verbatim else text.strip()
        self.line = []
        if text or even_empty:
            self.lines.append((self._mark() + text).rstrip())
