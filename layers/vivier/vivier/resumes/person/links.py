"""Profiles and sites: addresses written out, bare handles beside their network's name, and targets hidden in links."""

import re
from collections.abc import Iterator

from vivier.resumes.certainty.confidence import FAIR, GOOD
from vivier.resumes.certainty.cut import Whole, whole_texts
from vivier.resumes.certainty.damage import TLDS, Address, mended_links
from vivier.resumes.certainty.evidence import written
from vivier.resumes.certainty.likeness import letters_of, like_address
from vivier.resumes.certainty.misread import profile_as_meant, was_recognised
from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Row, strip_bullet
from vivier.resumes.lexicon.skills import is_tool
from vivier.resumes.model import MAX_VALUE, Box, Found
from vivier.resumes.person.contacts import addresses_in
from vivier.resumes.structure.document import Document
from vivier.resumes.text import fold

MAX_LINKS = 20
_FOOT = 0.88
_URL = re.compile(
    r"(?<![\w@.])(?:https?://|www\.)[^\s<>()\"|,;]{3,300}"
    rf"|(?<![\w@./-])(?:[a-z0-9](?:[a-z0-9-]{{0,62}})\.){{1,4}}(?:{TLDS}|example)\b(?:/[^\s<>()\"|,;]{{0,200}})?(?!@)"
    # A country's own letters, whichever, before a path: "are.na/somebody".
    r"|(?<![\w@./-])[a-z0-9-]{2,40}\.(?!js|py|ts|rb|cs|go|sh|md|vb)[a-z]{2}/[\w-]{3,60}(?![\w./@-])",
    re.IGNORECASE,
)
_NETWORKS = {
    "linkedin": "linkedin.com/in/",
    "github": "github.com/",
    "gitlab": "gitlab.com/",
    "twitter": "twitter.com/",
    "behance": "behance.net/",
}
_NETWORK = r"(linkedin|github|gitlab|twitter|behance)"
_HANDLE = re.compile(
    rf"\b{_NETWORK}\s*[:|]?\s*[:/@]\s*(?:in/)?@?([\w-]{{3,60}})(?![\w.]*\.[a-z])"
    rf"|\b{_NETWORK}(?:\t|\s[–—-]\s)@?([\w-]{{3,60}})(?=\s*(?:$|[|•·\t]))"
    rf"|(?<![\w@./-])([\w-]{{3,60}})\s\({_NETWORK}\)",
    re.IGNORECASE,
)
_PATH = re.compile(r"\W{0,3}/?in/([\w-]{3,60})/?")  # behind an icon: "/in/jane-doe"
# "LinkedIn: Jane Doe" tells what to look for there.
_TWO_NAMES = re.compile(r"\s[A-ZÀ-Ý][\w'’-]+(?!\s?:)")
_MAPS = re.compile(
    r"(?:google\.[a-z.]+/maps|maps\.(?:google|apple)\.|maps\.app\.goo\.gl|goo\.gl/maps|openstreetmap\.org)"
)
_NOT_OURS = re.compile(
    r"europass\.|(?:^|\.)(?:gmail|hotmail|outlook|yahoo|orange|wanadoo|free|laposte|icloud|proton|pm)\.(?:com|fr"
    r"|me)$|schemas\.|w3\.org|^(?:asp|vb)\.net|^(?:node|vue|next|react|d3|express|three|angular|nuxt"
    r"|socket|p5)\.(?:js|io)",
    re.IGNORECASE,
)


def read_links(document: Document, name: str | None = None) -> list[Found]:
    """The person's own links: those of the header and of contact sections, and hidden targets on those rows.

    `name`: a bare handle over or under its network's name must be made of it, or look like no word.
    """
    found: dict[str, Found] = {}
    rows = [*document.contact_rows, *document.margin_rows]
    wholes = whole_texts(rows)
    told = {id(row) for row in document.rows_of("experience", "education", "publications", "certifications")}
    for row in rows:
        whole = wholes.get(id(row)) or Whole(row.text, [row])
        for link in _as_meant(whole, name):
            if not _names_house(link.written, whole.text, id(row) in told):
                found.setdefault(same(link.value), written(link.value, link.confidence, whole.rows, link.written))
        for match in _HANDLE.finditer(whole.text):
            network, handle = match[1] or match[3] or match[6], match[2] or match[4] or match[5]
            named = handle[0].isupper() and _TWO_NAMES.match(whole.text, match.end())
            named = named or is_tool(handle.lower())  # "GitHub/Git"
            if named or handle.isdigit() or handle.lower() in ("http", "https", "www"):
                continue
            url = _NETWORKS[network.lower()] + handle
            found.setdefault(same(url), written(url, FAIR, [row], match[0]))
    for url, pair in (*_on_paths(document.contact_rows), *_beside_labels(document.contact_rows, name)):
        found.setdefault(same(url), written(url, FAIR, pair, url.rsplit("/", 1)[1]))
    for row in document.rows:
        for link in () if id(row) in wholes else _as_meant(Whole(row.text, [row]), name):
            if _is_profile(link.value):
                found.setdefault(same(link.value), written(link.value, link.confidence, [row], link.written))
    last, level = None, [hidden.box for hidden in document.links[:200] if _is_profile(hidden.url)]
    for hidden in document.links[:200]:
        box = hidden.box
        own = _among(box, document.contact_rows) or (_under(box, last) and _alone(box, document.rows, told))
        own = own or (_is_level(box, level) and _alone(box, document.rows, told))
        last = box if own or hidden.url.lower().startswith(("mailto:", "tel:")) else last
        if _is_web(hidden.url) and (own or _is_profile(hidden.url)):
            boxes = [box] if box is not None else []
            found.setdefault(same(hidden.url), Found(value=hidden.url[:MAX_VALUE], confidence=FAIR, boxes=boxes))
    return _without_parts(found)[:MAX_LINKS]


def _as_meant(whole: Whole, name: str | None) -> Iterator[Address]:
    """The links of a row; of a scan's none is sure, and a profile that was misread is as it is meant."""
    text = whole.text.replace("\t", "   ")
    recognised = was_recognised(whole.rows)
    profile = profile_as_meant(text, name) if recognised else None
    if profile is not None:
        yield profile
        text = text.replace(profile.written, " ")
    for link in links_in(text):
        yield link._replace(confidence=min(link.confidence, FAIR)) if recognised else link


def _names_house(url: str, text: str, told: bool) -> bool:
    """Whether a bare host is what a house is called: in a post's row, or written large behind other words."""
    if "/" in url or url.lower().startswith("www."):
        return False
    before = text[: max(0, text.find(url))]
    return told or (url[:1].isupper() and bool(re.search(r"\w\s$", before)))


def _beside_labels(rows: list[Row], name: str | None) -> Iterator[tuple[str, list[Row]]]:
    """Handles alone in a row, each with the row that names its network, under it or above, whichever is nearer."""
    for at, row in enumerate(rows):
        network = _NETWORKS.get(fold(strip_bullet(row.text)).strip(" :.|"))
        if network is None:
            continue
        near = [
            r for r in rows[max(0, at - 1) : at + 2] if r is not row and r.column == row.column and r.page == row.page
        ]
        near = [r for r in near if _is_handle(r.text.strip(), name) and _between(row, r) < 1.2 * row.size]
        if near:
            handle = min(near, key=lambda r: _between(row, r))
            yield network + handle.text.strip().lstrip("@"), [row, handle]


def _on_paths(rows: list[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Profiles of which only the path stands behind an icon: "/in/jane-doe"."""
    for row in rows:
        if (profile := _PATH.fullmatch(row.text.strip())) is not None:
            yield _NETWORKS["linkedin"] + profile[1], [row]


def _between(row: Row, other: Row) -> float:
    return max(row.top, other.top) - min(row.bottom, other.bottom)


def _is_handle(text: str, name: str | None) -> bool:
    """One word that is no address, and no word of a language: marked, numbered, hyphened, or made of the name."""
    if not re.fullmatch(r"@?[\w.-]{3,40}", text) or fold(text) in _NETWORKS or heading_kind(text) is not None:
        return False
    letters = letters_of(text)
    made = name is not None and len(letters) > 3 and like_address(name, [letters]) >= 0.7
    return made or text[0] == "@" or (any(c in "0123456789-_" for c in text) and any(c.isalpha() for c in text))


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
    if _MAPS.search(url):
        return False
    return not _NOT_OURS.search(host) and any(c.isalpha() for c in host) and "." in host


def same(url: str) -> str:
    """An address without what doesn't tell it apart; x.com is what twitter.com is called since 2023."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", url.lower()).rstrip("/")
    return re.sub(r"^twitter\.com/@?", "x.com/", bare)


def _is_profile(url: str) -> bool:
    folded = fold(url)
    return bool(
        re.search(
            r"(?:linkedin\.com/in/|linkedin\.com/pub/|(?:github|gitlab|twitter|x|behance|dribbble|medium|malt"
            r"|viadeo)\.(?:com|net|fr)/@?[\w-]{2,40}/?$"
            r"|^(?:https?://)?(?:www\.)?(?:orcid\.org/\d{4}-|stackoverflow\.com/users/\d|kaggle\.com/[\w-]{2,40}/?$"
            r"|researchgate\.net/profile/|xing\.com/profile/|youtube\.com/(?:user/|channel/|c/|@)|(?:facebook|instagram)\.com/[\w.-]{3,60}/?$))",
            folded,
        )
    )


def _is_web(url: str) -> bool:
    """Whether a hidden target is a page of its own; where somebody lives on a map is none."""
    web = re.match(r"(?:https?://|www\.)[^\s]{3,}", url, re.IGNORECASE) is not None
    return web and len(url) <= MAX_VALUE and not _MAPS.search(url)


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
    if box is None or above is None or abs(box.left - above.left) > 0.02:
        return False
    if box.page == above.page + 1:
        return above.top > _FOOT and box.top < 1 - _FOOT
    return box.page == above.page and 0 < box.top - above.top < 2.2 * above.height


def _is_level(box: Box | None, others: list[Box | None]) -> bool:
    """Whether a link stands in one line with a profile of the person's: a row of icons."""
    return box is not None and any(
        other is not None and other.page == box.page and abs(other.top - box.top) < 0.5 * box.height for other in others
    )


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
