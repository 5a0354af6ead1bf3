"""Profiles and sites: addresses written out, bare handles beside their network's name, and targets hidden in links."""

import re
from itertools import pairwise

from vivier.resumes.confidence import FAIR, GOOD
from vivier.resumes.contacts import addresses_in, over_rows
from vivier.resumes.damage import TLDS, Address, mended_links
from vivier.resumes.document import Document
from vivier.resumes.evidence import written
from vivier.resumes.lines import Row
from vivier.resumes.model import MAX_VALUE, Box, Found
from vivier.resumes.text import fold

MAX_LINKS = 20
_URL = re.compile(
    r"(?<![\w@.])(?:https?://|www\.)[^\s<>()\"|,;]{3,300}"
    rf"|(?<![\w@./-])(?:[a-z0-9](?:[a-z0-9-]{{0,62}})\.){{1,4}}(?:{TLDS}|example)\b(?:/[^\s<>()\"|,;]{{0,200}})?(?!@)",
    re.IGNORECASE,
)
_NETWORKS = {
    "linkedin": "linkedin.com/in/",
    "github": "github.com/",
    "gitlab": "gitlab.com/",
    "twitter": "twitter.com/",
    "behance": "behance.net/",
}
_HANDLE = re.compile(
    r"\b(linkedin|github|gitlab|twitter|behance)\s*[:|]?\s*[:/@]\s*(?:in/)?@?([\w-]{3,60})(?![\w.]*\.[a-z])",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"europass\.|(?:^|\.)(?:gmail|hotmail|outlook|yahoo|orange|wanadoo|free|laposte|icloud|proton|pm)\.(?:com|fr"
    r"|me)$|schemas\.|w3\.org|^(?:asp|vb)\.net|^(?:node|vue|next|react|d3|express|three|angular|nuxt"
    r"|socket|p5)\.(?:js|io)",
    re.IGNORECASE,
)


def read_links(document: Document) -> list[Found]:
    """The person's own links: those of the header and of contact sections, and hidden targets on those rows."""
    found: dict[str, Found] = {}
    rows = [*document.contact_rows, *document.margin_rows]
    cut = {id(row) for row, _ in over_rows(rows)}
    rows = [row for above, row in pairwise([None, *rows]) if row is not None and id(above) not in cut]
    for row, below in zip(rows, [*rows[1:], None], strict=False):
        for link in links_in(_whole(row, below)):
            found.setdefault(same(link.value), written(link.value, link.confidence, [row], link.written))
        for match in _HANDLE.finditer(row.text):
            url = _NETWORKS[match[1].lower()] + match[2]
            if not any(same(url) == known for known in found):
                found.setdefault(same(url), written(url, FAIR, [row], match[0]))
    for row in document.rows:
        for link in links_in(row.text):
            if _is_profile(link.value):
                found.setdefault(same(link.value), written(link.value, link.confidence, [row], link.written))
    last: Box | None = None
    told = {id(row) for row in document.rows_of("experience", "education", "publications", "certifications")}
    for hidden in document.links[:200]:
        box = hidden.box
        own = _among(box, document.contact_rows) or (_under(box, last) and _alone(box, document.rows, told))
        last = box if own or hidden.url.lower().startswith(("mailto:", "tel:")) else last
        if _is_web(hidden.url) and (own or _is_profile(hidden.url)):
            boxes = [box] if box is not None else []
            found.setdefault(same(hidden.url), Found(value=hidden.url[:MAX_VALUE], confidence=FAIR, boxes=boxes))
    return _without_parts(found)[:MAX_LINKS]


def urls_in(text: str) -> list[str]:
    """The web addresses of a text, mail addresses aside."""
    return [link.value for link in links_in(text)]


def links_in(text: str) -> list[Address]:
    """The web addresses of a text as they are meant and as they stand in it, mail addresses aside."""
    for address in addresses_in(text):
        text = text.replace(address.written, " ")
    mended = mended_links(text)
    for link in mended:
        text = text.replace(link.written, " ")
    urls = [match[0].rstrip(".,;:'’)]}-_") for match in _URL.finditer(text) if not _of_mail(text, match)]
    return [*mended, *(Address(url, url, GOOD) for url in urls if _plausible(url))]


_MAIL_BEFORE = re.compile(r"(?:[@©®]|\bat|e-?mail\s?:?|courriel\s?:?|mail\s?:)[^|•]{0,40}$", re.IGNORECASE)


def _of_mail(text: str, match: re.Match[str]) -> bool:
    """Whether a bare name is left of a mail address: behind its sign or its label, or of a school's machines."""
    if "/" in match[0] or match[0].lower().startswith("www."):
        return False
    return match[0].lower().endswith((".edu", ".gov")) or bool(
        _MAIL_BEFORE.search(text[max(0, match.start() - 60) : match.start()])
    )


_USUAL = re.compile(r"\.(?:com|org|net|fr|io|dev|me|eu|uk|be|ch|ca|de|info|tech|app|co|pro|site|example)$")


def _plausible(url: str) -> bool:
    host = re.sub(r"^https?://", "", url.lower()).split("/")[0]
    # A short name with a rare ending may be an abbreviation: it needs a slash or www.
    if len(host) < 10 and url.lower() == host and not _USUAL.search(host):
        return False
    return not _NOT_OURS.search(host) and any(c.isalpha() for c in host) and "." in host


def _whole(row: Row, below: Row | None) -> str:
    """The row's text, with the end of an address that went on the next row."""
    text = row.text.replace("\t", "   ")
    if (
        below is not None
        and text.rstrip().endswith(("-", "/", "_"))
        and re.search(r"[\w]/[\w/-]*[-/_]$", text.rstrip())
    ):
        return text.rstrip() + below.text.split()[0]
    return text


def same(url: str) -> str:
    """An address without what doesn't tell it apart."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", url.lower()).rstrip("/")


def _is_profile(url: str) -> bool:
    folded = fold(url)
    return bool(
        re.search(
            r"(?:linkedin\.com/in/|linkedin\.com/pub/|(?:github|gitlab|twitter|x|behance|dribbble|medium|malt"
            r"|viadeo)\.(?:com|net|fr)/@?[\w-]{2,40}/?$"
            r"|^(?:https?://)?(?:www\.)?(?:orcid\.org/\d{4}-|stackoverflow\.com/users/\d|kaggle\.com/[\w-]{2,40}/?$"
            r"|researchgate\.net/profile/))",
            folded,
        )
    )


def _is_web(url: str) -> bool:
    return bool(re.match(r"(?:https?://|www\.)[^\s]{3,}", url, re.IGNORECASE)) and len(url) <= MAX_VALUE


def _among(box: object, rows: list[Row]) -> bool:
    if not isinstance(box, Box):
        return False
    middle = box.top + box.height / 2
    return any(
        w.page == box.page and w.box[1] - 0.005 <= middle <= w.box[1] + w.box[3] + 0.005
        for row in rows
        for w in row.words[:1] + row.words[-1:]
    )


def _under(box: Box | None, above: Box | None) -> bool:
    """Whether a link stands in the next line under another of the person's: one list of their own."""
    if box is None or above is None or box.page != above.page or abs(box.left - above.left) > 0.02:
        return False
    return 0 < box.top - above.top < 2.2 * above.height


def _alone(box: Box | None, rows: list[Row], told: set[int]) -> bool:
    """Whether a link is all that stands in its row, and that row tells of no post or study."""
    if box is None:
        return False
    middle = box.top + box.height / 2
    level = [
        r for r in rows if r.page == box.page and r.words[0].box[1] <= middle <= r.words[0].box[1] + r.words[0].box[3]
    ]
    if any(id(row) in told for row in level):
        return False
    words = [w for row in level for w in row.words]
    inside = [w for w in words if w.box[0] >= box.left - 0.01 and w.box[0] + w.box[2] <= box.left + box.width + 0.02]
    return len(inside) == len(words)


def _without_parts(found: dict[str, Found]) -> list[Found]:
    """Leaves out an address that only begins another of the same host."""
    keys = list(found)
    return [found[k] for k in keys if not any(other != k and _begins(k, other) for other in keys)]


def _begins(part: str, whole: str) -> bool:
    """Whether an address is only the beginning of another: its host alone, or cut by a line's end."""
    if "/" not in part:
        return whole.startswith(part + "/")
    return bool(re.match(re.escape(part) + r"[\w-]", whole)) and len(part) > len(part.split("/")[0]) + 4
