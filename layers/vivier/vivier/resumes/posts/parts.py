"""The head of an entry ("Title – Employer, Town") cut into its parts."""

import re
from dataclasses import dataclass
from itertools import pairwise

from vivier.resumes.layout.lines import Cell, Row
from vivier.resumes.layout.words import Word
from vivier.resumes.lexicon.organisations import LEGAL_FORMS
from vivier.resumes.lexicon.places import CA_PROVINCES, FRENCH_CITIES, US_STATES
from vivier.resumes.lexicon.skills import is_tool
from vivier.resumes.text import fold
from vivier.resumes.wording.labels import lists_more
from vivier.resumes.wording.opinions import (
    degree_score,
    describes_employer,
    employer_score,
    is_contract,
    name_like,
    place_score,
    school_score,
    title_score,
)
from vivier.resumes.wording.prepositions import led_apart, opens_in_place, without_place_word

STYLE_BREAK = "\x1f"
_SIGNS = {",": ",", "-": " -", ":": ":", STYLE_BREAK: ""}  # how they are written between pieces
_ASTRAY = 12
_STEP = 0.1  # of a size, from which letters are meant to look unlike
_STRONG = re.compile(
    r"\s*(?P<bar>[\t\x1f|•·●▪◦‖;])\s*|\s+(?P<dash>[–—-]{1,3})\s+|\s+(?P<glued>[–—])(?=\S)|(?<=\w)(?P<trail>[–—])\s+|\s+(?P<onward>>)(?:\s+|$)"
    r"|\s+(?P<at>@)\s*(?=[A-ZÀ-Ý0-9 ])"
    r"|\s+(?P<chez>(?=chez\s|Chez\s))|\s*(?P<colon>:)\s+|\s+(?P<slashes>//|_)\s+|(?P<gap>\s{3,})"
)
_AT = re.compile(
    r"^(?:pour le compte d(?:(?:e|u|es|e la)\s|e l['’]|['’])"
    r"|(?:chez|at|@|with|pour|for|au sein d[eu]|within|en mission (?:chez|pour)|on assignment (?:at|with|to)"
    r"|(?:[Oo]n s|[Ss])econd(?:ment|ed) (?:to|at)(?: the)?|à bord d[eu]|(?:aboard|on board)(?: the)?)\s+"
    r"|(?:[Dd]étachée?s? (?:à|auprès)|[Mm]ise? à disposition(?: auprès)?)\s(?:d[eu]\s|d['’])?(?:la\s|l['’])?)"
)
_INNER_AT = re.compile(
    r"\s(?:at(?: the)?|chez|@|via)\s(?!(?:Home|Work|Heights?|Sea)\b)(?=[A-Z0-9ÀÂÉÈÊÎÔ]|[a-z]{1,2}[A-Z])"
    r"|\sà bord (?:du\s|de la\s|de l['’]|de\s)(?=\W{0,2}\w)|\s(?:aboard|on board)\s(?:the\s)?(?=\W{0,2}[A-Z])"
    r"|\sau sein (?:du\s|des\s|de la\s|de l['’]|d['’]|de\s)(?=\w)"
)
_BEHALF = re.compile(r"(?:pour|for)\s")  # whom an employer worked for
_WITH = re.compile(r"\swith\s(?:the\s)?(?=[A-Z])")
# What stands before a name and is none of it: "société Kantéga", "mission intérim Adecco", "j'ai travaillé comme ...".
_HOUSE = re.compile(
    r"^(?:(?:société|entreprise|sté)\s(?=[A-ZÀ-Ý])|[Mm]issions?\s(?:d['’])?int[ée]rim(?:aires?)?\s(?=[A-ZÀ-Ý])"
    r"|[Jj]['’]ai\s(?:été|travaillé|exercé|occupé)\s(?:.{0,20}\s)?(?:comme|en tant que?|le poste de|en qualité de)\s"
    r"|[Oo]btention\s(?:du|de la|de l['’]|d['’]une?)\s?)"
)
_ARROW = re.compile(r"\s[→⇒➔➜⟶▸►]\s")
_COMMA = re.compile(r",(?!\d)\s*")
# A sentence's end, not an abbreviation's ("A. F. Ferguson & Co. Ltd", "St. Mary").
_STOP = re.compile(
    r"(?<!\b(?:Hons|Spec|Dept|Univ|Dipl|Asst|Prof|Corp|Inst|Acad|Tech|Bros))(?<!\.[A-Z][a-z]{3})(?<=[a-zà-ÿ)]{3})\.\s+"
    r"(?=[A-ZÀ-Ý](?:[a-zà-ÿ]+\s?[a-zà-ÿ&,'’/]|[A-Z]*\d)|\d+[- ][a-z]|[«“]\s?\w)"
)
_REMARK = re.compile(r"\([a-zà-ÿ][^()]*\)")  # "(en candidat libre)" on its own names nothing
# "Samsic Sécurité à Paris", "Acme in London": the town behind a name in a sentence.
_IN_TOWN = re.compile(
    r"(?<=\w{3})(?<!niversité du Québec)\s(?:à|in)"
    r"\s((?:L[ae]s?\s|L['’])?[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)?)(?:\s?\(\d{2,3}\))?$"
)
_SMALL_TOWN = re.compile(r"(?<=\w)\s([a-z-]{4,})$")  # "chez Halden amiens", typed in a hurry
_NUMBERED = re.compile(r"\(\d{2,3}\)$")
_SITE = re.compile(r"(?:https?://)?(?:www\.[\w-]+|[a-z\d-]+)(?:\.[a-z\d-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_BRACKET = re.compile(r"\s*(?:\(([^()]{2,120})\)|\[([^\[\]]{2,60})\])\s*$")


@dataclass(slots=True)
class Part:
    """A piece of a head; `comma`: only a comma parts it from the piece before. `index` counts pieces of its row."""

    text: str
    row: Row
    row_index: int
    index: int
    bold: bool
    comma: bool = False
    led: bool = False  # "chez", "at" stood before it
    bracket: bool = False  # it stood in brackets after the piece before
    sign: str = ""  # what parts it from the piece before in its row
    told: str = ""  # what the title of its column in a table says that it is

    @property
    def slot(self) -> tuple[int, int]:
        return (self.row_index, self.index)


def parts_of(row: Row, row_index: int, texts: list[str] | None = None, slashes: bool = False) -> list[Part]:
    """The pieces of a row; `texts` are its cells' texts when dates have been taken out of them.

    `slashes`: a lone slash may part a post from its employer, because nothing else does.
    """
    pieces: list[Part] = []
    for cell, text in zip(row.cells, texts if texts is not None else [c.text for c in row.cells], strict=True):
        marked = led_apart(_with_style_breaks(cell, text), STYLE_BREAK)
        for sign, strong in _strongly(marked, slashes):
            for weak_index, weak in enumerate(_by_commas(strong)):
                behalf = len(pieces) > 1 and _BEHALF.match(weak)
                led = (not behalf and bool(_AT.match(weak))) or (not weak_index and opens_in_place(weak))
                named = without_place_word(weak) if led and not weak_index else weak
                named = _SMALL_TOWN.sub(lambda m: "" if m[1] in FRENCH_CITIES else m[0], named) if led else named
                bits = _bracketed(_HOUSE.sub("", named if behalf else _AT.sub("", named)))
                for position, clean in enumerate(bits):
                    if any(c.isalnum() for c in clean):
                        part = Part(clean, row, row_index, len(pieces), _is_bold(cell, clean), led=led and not position)
                        with_town = position == 1 < len(bits) - 1  # "Developer (Kantéga, Oslo)": a name like another
                        part.led = part.led or with_town
                        part.comma, part.bracket = weak_index > 0 and not position, position > 0 and not with_town
                        part.sign, part.told = "," if weak_index else sign, "" if weak_index else cell.told
                        pieces.append(part)
                if (stop := _STOP.search(weak)) and stop.start() > 3:
                    break  # a sentence ended, another tells on
    return pieces


_NAMES, _NAMED, _TOWN = 0.5, 0.7, 0.8
_FOR_CLIENT = re.compile(r"\s*(?:end\s)?clients?\s?", re.IGNORECASE)
# "Cook / Halden House", "DATA SCIENTIST/HALDEN HOUSE"; but "UI/UX", "and/or".
_SLASH = re.compile(r"\s/\s|(?<=[^\W\d_]{4})/(?=[A-ZÀ-Ý]\w{3})")


def _strongly(text: str, slashes: bool = False) -> list[tuple[str, str]]:
    """The text cut at strong separators outside brackets, each piece with the sign before it."""
    pieces: list[tuple[str, str]] = []
    start, sign = 0, "\t"
    if (stop := _STOP.search(text)) and _names_post_behind(text[: stop.start()], text[stop.end() :]):
        text = f"{text[: stop.start()]} | {text[stop.end() :]}"  # "Halden Estate, Moorby. Gardener, 2011 to 2017."
    if text.count(" / ") > 1 or _parts_town(text) or (slashes and _parts_post(text)):
        text = _SLASH.sub(" | ", text)
    if len(sides := _ARROW.split(text)) == 2 and max(map(title_score, sides)) >= _NAMED > min(map(title_score, sides)):
        text = " | ".join(sides)  # "Kantéga → Product Designer"; between two posts it is how somebody rose
    for match in _STRONG.finditer(text):
        before = text[: match.start()]
        if before.count("(") > before.count(")") and ")" in text[match.start() :]:
            continue
        if match["colon"] is not None and _FOR_CLIENT.fullmatch(text, start, match.start()):
            continue
        if match["chez"] is not None and text[match.end() : match.end() + 1] == "C" and title_score(before) < 0.7:
            continue
        pieces.append((sign, text[start : match.start()]))
        start, sign = match.end(), STYLE_BREAK if match["bar"] == STYLE_BREAK else match[0].strip() or "\t"
        sign = "-" if sign in ("–", "—", "--", "---") else sign
    return [*pieces, (sign, text[start:])]


def _names_post_behind(before: str, after: str) -> bool:
    """Whether a sentence that names no post is followed by one that opens with it."""
    told = [title_score(piece) for piece in re.split(r"[,|(\t\x1f]", before)]
    return max(told) < _NAMES and title_score(re.split(r"[,.;]|\s(?:in|at)\s", after)[0].strip()) >= _NAMED


def _parts_town(text: str) -> bool:
    """Whether a lone slash parts a name from its town: "Studio Ourlet / Nantes"."""
    name, slash, town = text.partition(" / ")
    return bool(slash) and place_score(town.strip(" ,.")) >= _TOWN and place_score(name.strip()) < _TOWN


def _parts_post(text: str) -> bool:
    """Whether a lone slash parts a post from an employer, or a degree from a school, not two names of one post."""
    sides = _SLASH.split(text)
    if len(sides) != 2:
        return False
    posts = [max(title_score(side), degree_score(side)) for side in sides]
    other = sides[posts.index(min(posts))]
    named = max(employer_score(other), school_score(other))
    written = name_like(other)
    studied = max(degree_score(side) for side in sides) > max(title_score(side) for side in sides)
    if studied and max(school_score(other), employer_score(other)) < _NAMES:
        return False  # "Mastère DevOps/Cloud"
    return max(posts) >= 0.7 and min(posts) < 0.5 and ((written >= 0.8 and named >= 0.25) or written >= 0.6 <= named)


def _bracketed(text: str) -> list[str]:
    """The text, and what stands in brackets at its end when that could be a place or an organisation."""
    text = re.sub(r"^\[([^\[\]]{2,60})\]", r"\1", re.sub(r"^\s*\.\s+", "", text).strip(" \t,;:|/·•–—-▪►→"))
    if (stop := _STOP.search(text)) and stop.start() > 3:
        text = text[: stop.start()]
    last = text.split(" ")[-1]
    if text.endswith(".") and len(last) > 4 and "." not in last[:-1] and not _is_legal_form(last.strip(".")):
        text = text[:-1]
    if _REMARK.fullmatch(text):
        return [text.strip("()")] if _names_kind(text[1:]) else []
    match = _BRACKET.search(text)
    town = _IN_TOWN.search(text)
    if town and ((match is None and place_score(town[1]) >= 0.8) or _NUMBERED.search(text)):
        return [text[: town.start()].strip(), town[0].split(maxsplit=1)[1]]  # "(50)": a town, whichever it is
    if match is None or match.start() <= 2:
        return [text]
    inner = (match[1] or match[2]).strip()
    inner = inner.strip(" ,\t")
    listed = [fold(piece).strip() for piece in inner.split(",")]
    if len(listed) > 1 and sum(map(is_tool, listed)) * 2 >= len(listed):
        return [text[: match.start()].strip()]  # the tools of a post
    if describes_employer(inner) or _SITE.fullmatch(inner) or _tells(text[: match.start()].strip(), inner):
        return [text[: match.start()].strip()]  # how large it is, where it is on the web
    post = title_score(text[: match.start()]) >= _NAMES
    if post and lists_more(inner):
        return [text[: match.start()].strip()]  # for whom it was
    if is_contract(inner) and not post and name_like(text[: match.start()]) > _NAMED:
        return [text[: match.start()].strip(), *([inner] if stands_for_house(inner) else [])]
    if re.match(r"(?:clients?|via|pour|for|ex|anciennement|formerly|groupe?)\b", inner, re.IGNORECASE):
        return [text[: match.start()].strip(), inner]
    firm, _, city = inner.partition(",")
    post = title_score(text[: match.start()]) >= 0.6 and ":" not in firm
    house = name_like(firm) > 0.7 or _names_kind(firm)
    if post and "," not in city and place_score(city) >= 0.8 > place_score(firm) and house:
        return [text[: match.start()].strip(), firm.strip(), city.strip()]  # "Developer (Kantéga, Oslo)"
    known = place_score(inner) >= 0.8 or school_score(inner) >= 0.8
    named = inner[:1].isupper() and len(inner.split()) <= 3 and not inner.isupper() and title_score(inner) < 0.3
    return [text[: match.start()].strip(), inner] if known or named else [text]


def _tells(house: str, inner: str) -> bool:
    """Whether small letters in brackets tell of work at a house: "McGill University (sole instructor, 48 students)"."""
    named = name_like(house) > _NAMED and employer_score(house) >= _NAMES > title_score(house)
    return named and inner.islower() and len(inner.split()) > 1


_HIRED = re.compile(
    r"\b(?:interim\w*|freelance|independante?|vacat\w+|missions?|volontariat|contract\w*|saisonni\w+|seasonal)\b"
)


def stands_for_house(text: str) -> bool:
    """Whether a word for a contract may stand where an employer does: "Intérim", "Freelance"; but "CDI" may not."""
    return is_contract(text) and bool(_HIRED.search(fold(text)))


def _names_kind(text: str) -> bool:
    """Whether a kind of house in small letters opens its name: "salon Kantéga", "cabinet Halden"."""
    kind, _, name = text.partition(" ")
    return kind.islower() and name[:1].isupper() and employer_score(kind.capitalize()) >= 0.8


def _is_bold(cell: Cell, text: str) -> bool:
    first = text.split()[0]
    for word in cell.words:
        if first in word.text:
            return word.bold
    return cell.bold


def _with_style_breaks(cell: Cell, text: str) -> str:
    """The text with a mark where bold begins or ends, as far as the words can be followed in it."""
    resized = _resized(cell)
    if len(cell.words) < 2 or (resized is None and all(w.bold == cell.words[0].bold for w in cell.words)):
        return _with_inner_at(text)
    marked, at = "", 0
    for before, word in zip([None, *cell.words], cell.words, strict=False):
        index = text.find(word.text, at)
        if index < 0 or index - at > _ASTRAY:
            continue  # it stood in a date that was taken out
        breaks = before is not None and (before.bold != word.bold or word is resized)
        if breaks and marked and any(c.isalnum() for c in word.text):
            marked += text[at:index].rstrip() + STYLE_BREAK
            at = index
        marked += text[at : index + len(word.text)]
        at = index + len(word.text)
    return _with_inner_at(marked + text[at:])


# "University of Texas at Arlington": where it is belongs to its name.
_OF_UNIVERSITY = re.compile(r"\b(?:University|College)\sof\s[A-Z]\w+(?:\s[A-Z]\w+)?$")


def _with_inner_at(text: str) -> str:
    """The text with a mark where a preposition leads to an employer."""
    text = _WITH.sub(lambda m: f"{STYLE_BREAK}chez " if _leads(text, m) else m[0], text, count=1)
    return _INNER_AT.sub(lambda m: m[0] if _OF_UNIVERSITY.search(text, 0, m.start()) else f"{STYLE_BREAK}chez ", text)


def _leads(text: str, match: re.Match[str]) -> bool:
    """Whether "with" stands between a post and a name: "Electrician with Halden Group"; "for" may tell of the post."""
    post = re.split(r"[,;:|\t\x1f(]|\s[–—-]\s", text[: match.start()])[-1]
    name = re.split(r"[,;:|\t\x1f()]|\s[–—-]\s", text[match.end() :])[0].strip()
    if title_score(post) < _NAMED or degree_score(post) >= _TOWN or is_tool(fold(name)) or title_score(name) >= _NAMES:
        return False
    return name_like(name) > _NAMED


def _resized(cell: Cell) -> Word | None:
    """The word from which a cell goes on in smaller or larger letters, when it changes once only."""
    changes = [b for a, b in pairwise(cell.words) if abs(a.size - b.size) > _STEP * max(a.size, b.size)]
    exact = all(w.confidence >= 0.999 for w in cell.words)
    return changes[0] if len(changes) == 1 and exact and changes[0].text[:1].isalpha() else None


def _by_commas(text: str) -> list[str]:
    pieces = [p for p in _COMMA.split(text) if p.strip()]
    joined: list[str] = []
    depth = 0
    for piece in pieces:
        quoted = bool(joined) and _is_quoted(joined[-1], piece)
        if joined and (depth > 0 or quoted or _is_legal_form(piece) or _is_state(joined[-1], piece)):
            joined[-1] += ", " + piece
        else:
            joined.append(piece)
        depth = max(0, depth + piece.count("(") - piece.count(")"))
    return joined


def _is_quoted(text: str, piece: str) -> bool:
    """Whether a quotation that a text opens is closed in the next piece."""
    if text.count('"') % 2 == 1 and '"' in piece:
        return True
    return any(text.count(a) > text.count(b) and b in piece for a, b in ("«»", "“”"))


def _is_state(town: str, piece: str) -> bool:
    return (piece.strip() in US_STATES | CA_PROVINCES and place_score(town) >= 0.8) or bool(
        re.fullmatch(r"[A-Z]{2}", piece.strip()) and len(town.split()) <= 2 and not title_score(town)
    )


def _is_legal_form(text: str) -> bool:
    return fold(text).strip() in LEGAL_FORMS


def text_of(parts: list[Part]) -> str:
    """The parts as one text, with the separators that stood between them made plain."""
    text = ""
    for part in parts:
        if part.bracket and text:
            text += f" ({part.text})"
        else:
            text += (_SIGNS.get("," if part.comma else part.sign, " –") + " " if text else "") + part.text
    return text
