"""The head of an entry ("Title – Employer, Town") cut into parts, and what each part looks like."""

import re
from dataclasses import dataclass
from functools import lru_cache

from vivier.resumes.lexicon.jobs import CONTRACTS, NOUNS, PHRASES, QUALIFIERS
from vivier.resumes.lexicon.organisations import DEGREE_WORDS, KNOWN, LEGAL_FORMS, SCHOOL_WORDS, WEAK_WORDS, WORDS
from vivier.resumes.lexicon.places import CA_PROVINCES, CITIES, COUNTRIES, REGIONS, US_STATES
from vivier.resumes.lines import Cell, Row
from vivier.resumes.text import fold, words_of

STYLE_BREAK = "\x1f"
_STRONG = re.compile(
    r"\s*[\t\x1f|•·●▪◦‖;]\s*|\s+[–—-]{1,3}\s+|\s+[–—](?=\S)|(?<=\w)[–—]\s+|\s+@\s+|\s+(?=(?i:chez)\s)|\s*:\s+|\s+//\s+|\s{3,}"
)
_AT = re.compile(r"^(?:chez|at|@|with|pour|au sein de|within)\s+", re.IGNORECASE)
_INNER_AT = re.compile(r"\s(?:at|chez|@)\s(?=[A-Z0-9ÀÂÉÈÊÎÔ])")
_COMMA = re.compile(r",(?!\d)\s*")
_BRACKET = re.compile(r"\s*\(([^()]{2,60})\)\s*$")
_POSTCODE = re.compile(r"\b(?:[fF]-?)?\d{5}\b")
_DEPARTMENT = re.compile(r"\(?\b(?:\d{2,3}|2[ab])\b\)?\s*$")


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

    @property
    def slot(self) -> tuple[int, int]:
        return (self.row_index, self.index)


def parts_of(row: Row, row_index: int, texts: list[str] | None = None) -> list[Part]:
    """The pieces of a row; `texts` are its cells' texts when dates have been taken out of them."""
    pieces: list[Part] = []
    for cell, text in zip(row.cells, texts if texts is not None else [c.text for c in row.cells], strict=True):
        marked = _with_style_breaks(cell, text)
        for strong in _STRONG.split(marked):
            for weak_index, weak in enumerate(_by_commas(strong)):
                led = bool(_AT.match(weak))
                for position, clean in enumerate(_bracketed(_AT.sub("", weak))):
                    if any(c.isalnum() for c in clean):
                        part = Part(clean, row, row_index, len(pieces), _is_bold(cell, clean), led=led)
                        part.comma, part.bracket = weak_index > 0 and not position, position > 0
                        pieces.append(part)
    return pieces


def _bracketed(text: str) -> list[str]:
    """The text, and what stands in brackets at its end when that could be a place or an organisation."""
    text = text.strip(" \t,;:|/·•–—-▪►→")
    match = _BRACKET.search(text)
    if match is None or match.start() <= 2:
        return [text]
    inner = match[1].strip()
    known = place_score(inner) >= 0.8 or school_score(inner) >= 0.8
    named = inner[:1].isupper() and len(inner.split()) <= 3 and not inner.isupper() and title_score(inner) < 0.3
    return [text[: match.start()].strip(), inner] if known or named else [text]


def _is_bold(cell: Cell, text: str) -> bool:
    first = text.split()[0]
    for word in cell.words:
        if first in word.text:
            return word.bold
    return cell.bold


def _with_style_breaks(cell: Cell, text: str) -> str:
    """The text with a mark where bold begins or ends, as far as the words can be followed in it."""
    if len(cell.words) < 2 or all(w.bold == cell.words[0].bold for w in cell.words):
        return _INNER_AT.sub(STYLE_BREAK, text)
    marked, at = "", 0
    for before, word in zip([None, *cell.words], cell.words, strict=False):
        index = text.find(word.text, at)
        if index < 0:
            continue
        if before is not None and before.bold != word.bold and marked and any(c.isalnum() for c in word.text):
            marked += text[at:index].rstrip() + STYLE_BREAK
            at = index
        marked += text[at : index + len(word.text)]
        at = index + len(word.text)
    return _INNER_AT.sub(STYLE_BREAK, marked + text[at:])


def _by_commas(text: str) -> list[str]:
    pieces = [p for p in _COMMA.split(text) if p.strip()]
    joined: list[str] = []
    depth = 0
    for piece in pieces:
        if joined and (depth > 0 or _is_legal_form(piece) or _is_state(joined[-1], piece)):
            joined[-1] += ", " + piece
        else:
            joined.append(piece)
        depth = max(0, depth + piece.count("(") - piece.count(")"))
    return joined


def _is_state(town: str, piece: str) -> bool:
    return (piece.strip() in US_STATES | CA_PROVINCES and place_score(town) >= 0.8) or bool(
        re.fullmatch(r"[A-Z]{2}", piece.strip()) and len(town.split()) <= 2 and not title_score(town)
    )


def _is_legal_form(text: str) -> bool:
    return fold(text).strip() in LEGAL_FORMS


@lru_cache(maxsize=4096)
def title_score(text: str) -> float:
    """How much a text looks like a job title, 0..1.2."""
    folded = fold(text)
    words = _bare_words(folded)
    if not words:
        return 0.0
    score = 0.0
    if _is_noun(words[0]) or _is_noun(words[-1]):
        score = 1.0
    elif any(_is_noun(w) for w in words[:6]):
        score = 0.75
    if any(p in folded for p in PHRASES):
        score = max(score, 0.85)
    if score == 0:
        qualifiers = sum(w in QUALIFIERS for w in words)
        score = 0.3 if qualifiers and qualifiers * 2 >= len(words) else _suffix_score(words)
    elif any(w in QUALIFIERS for w in words):
        score += 0.15
    if any(w in LEGAL_FORMS for w in words) and len(words) > 1:
        score -= 0.6
    if words[0] in WORDS and words[0] not in NOUNS and not _is_noun(words[-1]):
        score -= 0.4
    if len(words) > 12:
        score -= 0.4
    return max(0.0, score)


def _bare_words(folded: str) -> list[str]:
    folded = re.sub(
        r"\((?:e|ne|se|trice|euse|ere|h/f|f/h|m/f|m/w/d)\)|\b[hfm]\s?/\s?[hfm](?:\s?/\s?[dx])?\b|[./·](?:e|ne|trice|euse|rice|ere|se)\b",
        "",
        folded,
    )
    return [
        w
        for w in re.findall(r"[a-z0-9][a-z0-9+#.'&-]*", folded)
        if w not in ("de", "d", "du", "des", "la", "le", "en", "of", "the", "a", "and", "et", "&")
    ]


def _is_noun(word: str) -> bool:
    if word in NOUNS:
        return True
    for piece in re.split(r"[-'/.]", word):
        if piece in NOUNS and len(piece) > 3:
            return True
    return word.endswith("s") and word[:-1] in NOUNS and word not in ("services", "sales")


def _suffix_score(words: list[str]) -> float:
    first, last = words[0], words[-1]
    if len(first) > 5 and first.endswith(("eur", "euse", "trice", "iste", "iere", "ienne", "logue")):
        return 0.45
    if len(last) > 4 and last.endswith(("er", "ist", "ician", "eer", "ologist")):
        return 0.4
    return 0.0


@lru_cache(maxsize=4096)
def employer_score(text: str) -> float:
    """How much a text looks like an organisation, 0..1.2."""
    folded = fold(text)
    words = _bare_words(folded)
    if not words:
        return 0.0
    score = 0.12 if text[:1].isupper() else 0.0
    if any(w.strip(".") in LEGAL_FORMS or w in LEGAL_FORMS for w in words[1:]):
        score = 1.1
    elif words[0] in KNOWN or folded.strip() in KNOWN:
        score = 0.95
    elif words[0] in WORDS or words[-1] in WORDS:
        score = 0.85
    elif any(w in WORDS or w in KNOWN for w in words):
        score = 0.6
    elif any(w in SCHOOL_WORDS for w in words) or re.fullmatch(
        r"(?:https?://)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|fr|io|ai|de|ch|ca|eu|co\.uk|dev|app)/?", folded.strip()
    ):
        score = 0.7
    elif any(w in WEAK_WORDS for w in words):
        score = 0.45
    elif "&" in text or (text.isupper() and 2 <= len(text) <= 8):
        score = 0.35
    if (_is_noun(words[0]) and words[0] not in WORDS) or (_is_noun(words[-1]) and words[-1] not in WORDS):
        score *= 0.4
    if len(words) > 9:
        score *= 0.5
    return score


@lru_cache(maxsize=4096)
def place_score(text: str) -> float:
    """How much a text looks like a place: 1 when every word of it is one."""
    folded = fold(text).strip(" .,;()-")
    if not folded or len(folded) > 60:
        return 0.0
    bare = _DEPARTMENT.sub("", _POSTCODE.sub("", folded)).strip(" ,()-/")
    bare = re.sub(r"\s(?:cedex(?:\s\d{1,2})?|\d{1,2}(?:e|eme|er|th)?)$|\s?\([^)]*\)$", "", bare).strip(" ,()-")
    if not bare:
        return 0.6 if _POSTCODE.search(folded) else 0.0
    if _is_place(bare):
        return 1.0
    pieces = [p for p in re.split(r"\s*[,/–-]\s+|\s*/\s*|,\s*", bare) if p]
    if len(pieces) > 1 and all(_is_place(p) or p.upper() in US_STATES or p.upper() in CA_PROVINCES for p in pieces):
        return 1.0
    last = text.strip(" .)").split(" ")[-1]
    if (
        len(pieces) <= 2
        and last in US_STATES | CA_PROVINCES
        and 1 < len(text.split()) <= 4
        and employer_score(text) < 0.5
    ):
        return 0.9
    if bare != folded and _POSTCODE.search(folded):
        return 0.9
    if re.search(r"\(\d{2,3}\)\s*$", text) and len(bare.split()) <= 3:
        return 0.8
    if re.fullmatch(
        r"(?:saint|sainte|st|ste|villeneuve|chateau|mont|pont|bois)-[a-z'-]+|[a-z']+-(?:sur|sous|en|les|lez|le|la|aux|du|de)-[a-z'-]+",
        bare,
    ):
        return 0.85
    return 0.0


def _is_place(name: str) -> bool:
    name = re.sub(
        r"^(?:greater|area|grand|region|metropole|ville de|downtown|near|pres de|a)\s+", "", name.strip(" .()")
    )
    name = re.sub(r"\s+(?:area|metropolitan|region|metropole|centre|city|sud|nord|est|ouest)$", "", name)
    return name in CITIES or name in COUNTRIES or name in REGIONS or name.replace(" ", "-") in CITIES


@lru_cache(maxsize=2048)
def is_contract(text: str) -> bool:
    """Whether a text only names a kind of contract."""
    words = words_of(text)
    return (
        bool(words)
        and len(words) <= 3
        and all(
            w in CONTRACTS or w in ("contrat", "en", "de", "time", "temps", "plein", "partiel", "full", "part", "job")
            for w in words
        )
    )


@lru_cache(maxsize=4096)
def degree_score(text: str) -> float:
    """How much a text looks like a degree, 0..1.1."""
    words = _bare_words(fold(text))
    if not words:
        return 0.0
    bare = [w.strip(".'") for w in words]
    if bare[0] in DEGREE_WORDS or words[0] in DEGREE_WORDS:
        return 1.1
    if any(w in DEGREE_WORDS or re.fullmatch(r"(?:bac|m|l)\+?[1-5]", w) for w in (*bare, *words)):
        return 0.8
    return 0.45 * min(1.0, title_score(text))


@lru_cache(maxsize=4096)
def school_score(text: str) -> float:
    """How much a text looks like a school, 0..1.1."""
    words = _bare_words(fold(text))
    if not words:
        return 0.0
    pieces = [p for w in words for p in re.split(r"['/]", w)]
    if pieces[0] in SCHOOL_WORDS or pieces[-1] in SCHOOL_WORDS:
        return 1.1
    if any(p in SCHOOL_WORDS for p in pieces):
        return 0.8
    if re.fullmatch(r"[A-Z]{2,8}(?:[ -][A-Z][\w-]+)?", text.strip()) and pieces[0] not in DEGREE_WORDS:
        return 0.5
    return 0.4 * min(1.0, employer_score(text)) + 0.05
