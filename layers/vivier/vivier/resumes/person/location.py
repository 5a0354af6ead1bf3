"""Where the person lives, as far as the CV says: street and town, town and country, or a town."""

import re
from itertools import pairwise

from vivier.resumes.certainty.confidence import DOUBTFUL, FAIR, GOOD
from vivier.resumes.certainty.evidence import found
from vivier.resumes.certainty.likeness import letters_of
from vivier.resumes.layout.headings import heading_kind
from vivier.resumes.layout.lines import Row
from vivier.resumes.lexicon import words
from vivier.resumes.lexicon.people import FIRST_NAMES
from vivier.resumes.lexicon.places import (
    CA_PROVINCES,
    COUNTRIES,
    COUNTRY_CODES,
    REGIONS,
    STATE_NAMES,
    STREET_WORDS,
    UK_AREAS,
    US_STATES,
)
from vivier.resumes.model import Found
from vivier.resumes.person.contacts import addresses_in, emails_in, phone_candidates
from vivier.resumes.person.links import links_in
from vivier.resumes.person.living import told_to_live
from vivier.resumes.person.regional import in_region
from vivier.resumes.structure.document import Document
from vivier.resumes.text import fold
from vivier.resumes.wording.opinions import UNFINISHED, employer_score, place_score, school_score, title_score

_SPLIT = re.compile(r"\s*[\t|•·●▪◦;«»\u2600-\u27bf\U0001f300-\U0001faff]\s*|\s+[–—/+*¢-]\s+|\s{3,}")
_LABEL = re.compile(
    r"^\s*(?:add?resse?|location|lieu|domicile|residence|localisation|ville|city|based in"
    r"|bas[ée]e? [àa]|lives in|home|domicili[ée]e?(?: au)?|(?:currently|now|living) (?:in|near)|from)\b"
    r"\s*(?:postale)?\s*[:：]?\s*",
    re.IGNORECASE,
)
# Labels that follow each other in one line, and the picture of a house or a pin before a place.
_NEXT_LABEL = re.compile(
    r"\s(?=(?:adresse (?:[ée]lectronique|e-?mail|mail)|t[ée]l(?:[ée]phone)?|phone(?: number)?|mobile|portable|port"
    r"|e-?mail(?: address)?|mail|courriel|web|site|linkedin)\b\.?\s?:)",
    re.IGNORECASE,
)
_SIGN = re.compile(r"^\s*[^\w\s(]\s+")
_MOVES = re.compile(
    r"\s*\((?:remote|hybrid|t[ée]l[ée]travail|peut|pr[êe]te?|mobile|mobilit|disponible|ouverte?|willing|open)[^)]*\)$",
    re.IGNORECASE,
)
_COUNTY = re.compile(r"(?:county|co\.?|comte de)\s[a-z' -]{3,20}|[a-z ]{3,20}\sstate")
_FR_TOWN = re.compile(r"(?:\b[FBLD]-?\s?)?\b(?:\d{4,5}|\d{2} \d{3})\s+[A-ZÀ-Ý][\w'’. -]{1,40}")
_US_TOWN = re.compile(r"[A-Z][\w.' -]{1,30},?\s+([A-Z]{2})(?:[ ,]+\d{5}(?:-\d{4})?)?\s*$")
_UK = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
_CA = re.compile(r"\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b")
_NUMBERED_STREET = re.compile(r"^\d{1,5}(?:\s?(?:bis|ter|[a-d]))?\s?,?\s+\S+")
# Six figures right behind a town, as in India.
_PIN_TOWN = re.compile(
    r"(?:^|[, ])[A-Z][a-z]{3,20}\s?[-–,]?\s?(?:\d{6}|\d{3} \d{3})(?:,\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)?$"
)
_AU_TOWN = re.compile(r"[A-Z][A-Za-z' -]{2,30},?\s(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s\d{4}$")
_IN_USA = re.compile(r",?\s(?:U\.?S\.?A\.?|United States(?: of America)?)$")
_PAPERS = re.compile(r"\b(?:passports?|passeports?|permits?|titre de sejour|visas?|nationalit[ey]|citizen(?:ship)?)\b")
_FLAT = re.compile(r"^\d{1,4}(?:\s?/\s?\d{1,4})+[a-z]?(?=[\s,])")  # "77/12 boulevard de Metz"
_BIRTH = re.compile(r"\b(?:born|birth|naissance|nee?\s(?:le|a|en)|birthplace)\b")
_UK_OUTWARD = re.compile(r"(?:.{2,50},\s*)?[A-Z][\w' -]{2,24},?\s([A-Z]{1,2})\d{1,2}[A-Z]?")


# A town before its code, which is no year: "Classe préparatoire, 2003".
_TOWN_THEN_CODE = re.compile(r"^(.*,\s)?([A-ZÀ-Ý][^\d,]{2,30}),\s((?!19[5-9]\d$|20[0-3]\d$)\d{4,5})$")
_SENTENCE = re.compile(r"(?:[^\s\d]+\s){3,}[^\s\d]+[a-zà-ÿ]{2}[.!?]\s(?=[A-ZÀ-Ý])")
_THEN_LABEL = re.compile(r",?\s(?:t[ée]l(?:[ée]phone)?|phone|mob(?:ile)?|e-?mail|mail|courriel)\.?$", re.IGNORECASE)
_HOUSE = re.compile(r"\s*\d{4,5}\s")
_STREET_FIRST = words("rue avenue boulevard bd allee chemin impasse route quai lotissement residence hameau lieu-dit")
_CONTACT_WORDS = words(
    """
    telephone tel phone mobile portable email mail e-mail courriel adresse address site web website linkedin github
    portfolio permis licence contact nom prenom name age nationalite nationality page curriculum vitae cv
    """
)


def read_location(document: Document, name: str | None = None) -> Found | None:
    """The best place among the rows of the header and the contact section, else of what runs along the pages' edges.

    `name`: the person's own, which is no place.
    """
    names = _largest(document) | {fold(name or "")}
    rows = document.contact_rows[:60]
    best = _best(document, rows, names)
    if best is None:
        rows = document.rows_of("running")[:60]
        best = _best(document, rows, names)
    if best is None:
        return None
    score, text, row = best
    pieces = _pieces(row.text)
    beside = pieces[pieces.index(text) - 1] if text in pieces[1:] else ""
    if not _is_street(text) and _is_street(beside):
        return found(f"{beside}, {text}", GOOD, [row])
    text = _alone(text)
    above = rows[rows.index(row) - 1] if rows.index(row) else None
    if (
        above is not None
        and not _is_street(text)
        and _is_street(above.text)
        and len(above.text) <= 80
        and not any(emails_in(above.text))
    ):
        street = next((c.text for c in above.cells if _is_street(c.text)), above.cells[-1].text)
        return found(f"{_LABEL.sub('', street)}, {text}", GOOD, [above, row])
    return found(text, GOOD if score >= 0.9 else FAIR if score >= 0.65 else DOUBTFUL, [row])


def _best(document: Document, rows: list[Row], names: set[str]) -> tuple[float, str, Row] | None:
    """The best place that rows name, how good it is and the row it stands in."""
    best: tuple[float, str, Row] | None = None
    spelt = {letters_of(name) for name in names} - {""}  # its letters may be set apart: "INÈS BOU RQU IN"
    for index, row in enumerate(rows):
        for text in _pieces(row.text):
            score = _score(text) - 0.01 * index
            if letters_of(text) not in spelt and score > -0.01 * index and (best is None or score > best[0]):
                best = (score, text, row)
    best = best or told_to_live(rows) or _over_two(rows) or _labelled(rows)
    return best or _lone_town(document, rows, names) or _lone_street(rows)


def _alone(text: str) -> str:
    """A place without the post or the house before it: "Développeuse, Grenoble", "History, Halden University, Bath"."""
    pieces = text.split(", ")
    for at in range(len(pieces) - 1, 0, -1):
        rest = ", ".join(pieces[at:])
        named = pieces[at - 1]
        house = title_score(named) >= 0.7 or school_score(named) >= 0.8 or employer_score(named) >= 0.6
        if house and not _is_street(named) and place_score(named) < 0.8 and place_score(rest) >= 0.8:
            return rest
    return text


def _largest(document: Document) -> set[str]:
    """What is set largest on the first page: a name, though it may end like a state ("Athul AR")."""
    first = [r for r in document.rows if r.page == 1]
    large = max((r.size for r in first), default=0.0)
    alike = [r for r in first if r.size >= large - 0.5]
    return {fold(r.text) for r in alike} if len(alike) <= _FEW else set()


_FEW, _LONGEST = 3, 14
_CODE_LAST = re.compile(r"\d{1,4}[a-z]?,?\s[^\d]{4,40},?\s(?:\d{5}|\d{4})")


def _over_two(rows: list[Row]) -> tuple[float, str, Row] | None:
    """A number, a street and a postcode, whose town a narrow column put on the next line."""
    for row, below in pairwise(rows):
        under = below.column == row.column and below.top - row.bottom < row.size
        if under and _CODE_LAST.fullmatch(row.plain.strip()) and _TOWN_LIKE.fullmatch(below.plain.strip()):
            return 1.0, f"{row.plain.strip()} {below.plain.strip()}", row
    return None


def _labelled(rows: list[Row]) -> tuple[float, str, Row] | None:
    """What stands behind "Adresse :", or under it, whatever it is."""
    for row, below in pairwise(rows):
        value = below.text.strip(" ,.")
        near = (
            below.column == row.column and below.top - row.bottom < row.size and abs(below.left - row.left) < row.size
        )
        if near and _LABEL_ALONE.fullmatch(row.plain) and _TOWN_FIRST.match(value) and len(value) <= 60:
            return 0.8, value, row
    for row in rows:
        for piece in re.split(r"\s*[\t|•;]\s*|\s+[–—/-]\s+", row.text):
            match = re.match(
                r"\W{0,3}(?:(?:current|present|permanent|home|mailing|postal|my|ma|mon)\s)?(?:lives|based|where|o[ùu]|adresse|address|location|lieu(?:\sde\sr[ée]sidence)?|ville|city|town|localisation|domicile"
                r"|habite|r[ée]sidence|home|based in|lives in)\]?\s*(?:[:=]|\.{3,}|\])\s*(.{3,80})$",
                piece,
                re.I,
            )
            if match and not any(emails_in(match[1])) and "▮" not in match[1]:
                return 0.8, match[1].strip(" ,."), row
            if (match := _LABEL_FIRST.fullmatch(piece)) is not None:
                return 0.8, match[1], row
    return None


# "Location Welwyn Garden City", in a piece of its own and without a colon.
_LABEL_FIRST = re.compile(
    r"\W{0,3}(?:[Ll]ocation|LOCATION|[Aa]d?dress|[Aa]dresse|[Dd]omicile)\s"
    r"([A-ZÀ-Ý][^\W\d_]+(?:[ '’-][A-ZÀ-Ý]?[^\W\d_]+){0,3}(?:,\s[A-ZÀ-Ý][^\W\d_]+){0,2})"
)


_LABEL_ALONE = re.compile(r"\W*(?:adresse|address|location|localisation|ville|city|domicile)\W*", re.IGNORECASE)
_TOWN_FIRST = re.compile(r"[A-ZÀ-Ý][^\W\d_]{2}[^@:]*$")


def _lone_town(document: Document, rows: list[Row], names: set[str]) -> tuple[float, str, Row] | None:
    """A town that no list of ours has: a short piece between contacts, written like a name, that is none of ours."""
    spelt = {letters_of(name) for name in names}
    seen = {tidy_case(w) for row in document.rows_of("skills", "languages") for w in re.split(r"[\t,]", row.text)}
    for row in rows[:14]:
        pieces = re.split(r"\s*[\t|•·●;]\s*|\s+[–—/-]\s+|\s{3,}", row.text)
        contact = [p for p in pieces if any(emails_in(p)) or any(phone_candidates(p)) or links_in(p)]
        beside = len(contact) >= 1 or _between_contacts(rows, row) or _under_name(document, rows, row)
        for piece in [*pieces, *_left_over(row.text, contact)]:
            number = next((raw for raw, _ in phone_candidates(piece)), None)
            text = _LABEL.sub("", piece.partition(number)[0] if number else piece).strip(" ,.(+")
            like = _TOWN_LIKE.fullmatch(text) or (contact and text.islower() and _TOWN_LIKE.fullmatch(text.title()))
            if not beside or (piece in contact and not number) or not like or tidy_case(text) in seen:
                continue
            if (
                heading_kind(text) is not None
                or UNFINISHED.search(text)
                or any(w in _CONTACT_WORDS for w in fold(text).split())
            ):
                continue
            first = row is rows[0] and piece is pieces[0]
            own = (
                first or letters_of(text) in spelt or _is_own_name(document, text, bool(contact) and row is not rows[0])
            )
            if title_score(text) < 0.3 and employer_score(text) < 0.5 and not own:
                return 0.5 if text.islower() else 0.6, text, row
    return None


def _left_over(text: str, contact: list[str]) -> list[str]:
    """What is left of a line of contacts between commas without them: "06 39 98 44 90, maud@exemple.fr, Trébeurden"."""
    left = [piece for part in contact if "," in part for piece in _pieces(part)]
    return [piece.strip(" ,.") for piece in left if piece.strip(" ,.")][:1] if contact else []


def _under_name(document: Document, rows: list[Row], row: Row) -> bool:
    """Whether a word or two stand alone between the name and a line of contacts."""
    at = next(i for i, r in enumerate(rows) if r is row)
    few = len(row.cells) == 1 and len(row.text.split()) <= _BRIEF
    return few and 0 < at < len(rows) - 1 and fold(rows[at - 1].text) in _largest(document) and _tells(rows[at + 1])


_BRIEF = 2


def _lone_street(rows: list[Row]) -> tuple[float, str, Row] | None:
    """A street, or what is an address where streets have no names ("villa 4174"), between the person's contacts."""
    for row in rows[:14]:
        if _tells(row) and (street := next(filter(_is_street, _pieces(row.text)), None)) is not None:
            return 0.65, street, row
        text = _LABEL.sub("", row.text).strip(" ,.")
        told = _is_street(text) or _PLOT.search(fold(text))
        if told and len(text) <= 80 and "\t" not in text and not _tells(row) and _beside_contacts(rows, row):
            return 0.65, text, row
    return None


_PLOT = re.compile(r"\b(?:villa|lot|parcelle|zone|bloc|immeuble|flat|house no|plot|door no)\W{0,3}(?:n\W{0,2})?\d")


def _beside_contacts(rows: list[Row], row: Row) -> bool:
    at = next(i for i, r in enumerate(rows) if r is row)
    return any(_tells(r) for r in rows[max(0, at - 2) : at + 3] if r is not row)


_TOWN_LIKE = re.compile(
    r"[A-ZÀ-Ý][^\W\d_]+\.?(?:[ '’-][^\W\d_]+){0,3}(?:,\s[A-ZÀ-Ý][^\W\d_]+\.?(?:[ '’-][^\W\d_]+){0,2}){0,2}"
)


def tidy_case(text: str) -> str:
    return fold(text).strip(" .:")


def _between_contacts(rows: list[Row], row: Row) -> bool:
    at = next(i for i, r in enumerate(rows) if r is row)
    near = [*rows[max(0, at - 1) : at], *rows[at + 1 : at + 2]]
    if near and all(_tells(r) for r in near):
        return True
    return any(
        len(pair) == 2 and all(_tells(r) for r in pair) and _in_step(row, *pair)
        for pair in (rows[at + 1 : at + 3], rows[max(0, at - 2) : at][::-1])
    )


def _tells(row: Row) -> bool:
    return any(emails_in(row.text)) or any(phone_candidates(row.text)) or bool(links_in(row.text))


def _in_step(row: Row, near: Row, far: Row) -> bool:
    """Whether three rows are set alike, at equal distances: one list."""
    alike = all(abs(r.size - row.size) < 0.3 and abs(r.left - row.left) < 3 for r in (near, far))
    return alike and abs(abs(near.top - row.top) - abs(far.top - near.top)) < 1.5


def _is_own_name(document: Document, text: str, in_line: bool) -> bool:
    """Whether a text is of the person's name; behind a mail address in one line none is expected ("ST DENIS")."""
    words = fold(text).split()
    return (not in_line and any(w in FIRST_NAMES for w in words)) or any(fold(text) in t for t in _largest(document))


def _pieces(text: str) -> list[str]:
    pieces = []
    addresses = [address.written for address in (*addresses_in(text), *links_in(text))]
    for address in (*addresses, *(raw for raw, _ in phone_candidates(text))):
        text = text.replace(address, "|")
    for piece in _SPLIT.split(_NEXT_LABEL.sub("|", text)):
        bare = _MOVES.sub("", _LABEL.sub("", _SIGN.sub("", piece))).strip(" ,.:")
        bare = _THEN_LABEL.sub("", _SENTENCE.sub("", bare))
        if _BIRTH.search(fold(piece)) or bare.count("(") != bare.count(")"):
            continue
        if _PAPERS.search(fold(bare)):
            continue
        if bare and not set("@/:{}") & set(_FLAT.sub("", bare)) and len(bare) <= 120 and "▮" not in bare:
            pieces.append(bare)
    return pieces


def names_place(text: str) -> bool:
    """Whether a piece of a line of contacts is a place."""
    return any(_score(piece) > 0 for piece in _pieces(text))


def _coded(text: str, street: bool) -> float:
    """How good a place is that has a postcode; 0 without one."""
    house = _HOUSE.match(text) if street else None  # "2222 McCoy Road": no postcode
    coded = _FR_TOWN.search(text, house.end() if house else 0)
    if (
        coded
        and _may_lead(text[: coded.start()].strip(" "), street)
        and "00000" not in text
        and not re.search(r"(?:\+|tel|\d{2}[ .]\d{2}[ .]\d{2})", fold(text))
    ):
        return 1.2 if street else 1.05
    if _UK.search(text) or _CA.search(text) or _AU_TOWN.search(text):
        return 1.15
    if (outward := _UK_OUTWARD.fullmatch(text.strip())) and outward[1] in UK_AREAS:
        return 1.1 if street else 0.95
    if _PIN_TOWN.search(text) and len(text.split()) <= _LONGEST:
        return 1.2 if street else 1.05
    return 0.0


def _score(text: str) -> float:
    """1.2 a street and a town, 1 a town with its code or country, 0.8 a town we know."""
    street = _is_street(text)
    # "3 rue des Arts, Lyon, 69003"
    if coded := _coded(_TOWN_THEN_CODE.sub(r"\1\3 \2", text), street):
        return coded
    if in_region(text):
        return 1.0
    match = _US_TOWN.search(_IN_USA.sub("", text))
    if match and (match[1] in US_STATES or match[1] in CA_PROVINCES) and len(text.split()) <= 14:
        return 1.1 if street or re.search(r"\d{5}", text) else 1.0
    pieces = [p.strip() for p in _IN_BRACKETS.sub(r", \1", text).split(",")]
    if _ends_in_region(pieces):
        return 1.0
    if street and set(fold(pieces[-1]).split()[-1:]) & COUNTRIES.keys():
        return 1.1  # "6, Airport Road Tunisia"
    known = [place_score(p) for p in pieces]
    if known and len(text) <= 70 and max(known) >= 0.8:
        if len(pieces) > 1 and min(known) >= 0.6:
            return 1.0
        if len(pieces) == 1 and len(text.split()) <= 5:
            return 0.85
        if street:
            return 1.1
        if known[-1] >= 0.8 and len(text.split()) <= 6 and employer_score(pieces[0]) < 0.5:
            return 0.7
    return 0.0


def _may_lead(before: str, street: bool) -> bool:
    """Whether what stands before a postcode is of an address: "IEC 62304 Medical device software" is none."""
    told = fold(before).replace(",", " ").split()
    last = before[-1:]
    return street or not before or last in ",-–):" or last.isdigit() or any(w in STREET_WORDS for w in told)


_IN_BRACKETS = re.compile(r"\s\(([A-ZÀ-Ý][^\W\d_]*(?:[ '’-][^\W\d_]+){0,3})\)$")  # "Honolulu, Hawaii (US)"
_A_POST = 0.3
_QUARTER = re.compile(r"(?:quartier|district|secteur|commune)\s")
_ZIP = re.compile(r"\s\d{5}(?:-\d{4})?$")


def _ends_in_region(pieces: list[str]) -> bool:
    """Whether a region or a country ends what is written like a place ("Mapo-gu, Seoul, Republic of Korea")."""
    last = _ZIP.sub("", fold(pieces[-1]))
    if pieces[-1].strip("()") in COUNTRY_CODES and 2 <= len(pieces) <= 4 and title_score(pieces[0]) < _A_POST:
        return all(map(_TOWN_LIKE.fullmatch, pieces[:-1]))
    if len(pieces) == 2 and (last in STATE_NAMES or last in REGIONS or _COUNTY.fullmatch(last)):
        return 1 <= len(pieces[0].split()) <= 3
    if 3 <= len(pieces) <= 4 and last in STATE_NAMES and title_score(pieces[0]) < _A_POST:
        return all(map(_TOWN_LIKE.fullmatch, pieces[:-1]))  # "The Old Forge, Halden Green, Shropshire"
    if len(pieces) == 2 and _QUARTER.match(last) and place_score(pieces[0]) >= 0.8:
        return True
    return 2 <= len(pieces) <= 4 and last in COUNTRIES and all(map(_TOWN_LIKE.fullmatch, pieces))


def _is_street(text: str) -> bool:
    words = fold(text).replace(",", " ").split()
    return any(w in STREET_WORDS for w in words) and bool(
        _NUMBERED_STREET.match(text.strip()) or (words[0] in _STREET_FIRST and len(words) > 2)
    )
