"""How much a piece of a line looks like an address, a town with what it lies in, or a town that is known."""

import re

from vivier.resumes.lexicon import words
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
from vivier.resumes.person.contacts import addresses_in, phone_candidates
from vivier.resumes.person.links import links_in
from vivier.resumes.person.regional import in_region
from vivier.resumes.text import fold
from vivier.resumes.wording.opinions import employer_score, place_score, title_score

_SPLIT = re.compile(r"\s*[\t|•·●▪◦;«»\u2600-\u27bf\U0001f300-\U0001faff]\s*|\s+[–—/+*¢-]\s+|\s{3,}")
LABEL = re.compile(
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
_LONGEST = 14
TOWN_LIKE = re.compile(
    r"[A-ZÀ-Ý][^\W\d_]+\.?(?:[ '’-][^\W\d_]+){0,3}(?:,\s[A-ZÀ-Ý][^\W\d_]+\.?(?:[ '’-][^\W\d_]+){0,2}){0,2}"
)


def pieces_of(text: str) -> list[str]:
    """The pieces of a line that may be a place, without what labels them and what is beside them."""
    pieces = []
    addresses = [address.written for address in (*addresses_in(text), *links_in(text))]
    for address in (*addresses, *(raw for raw, _ in phone_candidates(text))):
        text = text.replace(address, "|")
    for piece in _SPLIT.split(_NEXT_LABEL.sub("|", text)):
        bare = _MOVES.sub("", LABEL.sub("", _SIGN.sub("", piece))).strip(" ,.:")
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
    return any(score_of(piece) > 0 for piece in pieces_of(text))


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


def score_of(text: str) -> float:
    """1.2 a street and a town, 1 a town with its code or country, 0.8 a town we know."""
    street = is_street(text)
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
        return all(map(TOWN_LIKE.fullmatch, pieces[:-1]))
    if len(pieces) == 2 and (last in STATE_NAMES or last in REGIONS or _COUNTY.fullmatch(last)):
        return 1 <= len(pieces[0].split()) <= 3
    if 3 <= len(pieces) <= 4 and last in STATE_NAMES and title_score(pieces[0]) < _A_POST:
        return all(map(TOWN_LIKE.fullmatch, pieces[:-1]))  # "The Old Forge, Halden Green, Shropshire"
    if len(pieces) == 2 and _QUARTER.match(last) and place_score(pieces[0]) >= 0.8:
        return True
    return 2 <= len(pieces) <= 4 and last in COUNTRIES and all(map(TOWN_LIKE.fullmatch, pieces))


def is_street(text: str) -> bool:
    words = fold(text).replace(",", " ").split()
    return any(w in STREET_WORDS for w in words) and bool(
        _NUMBERED_STREET.match(text.strip()) or (words[0] in _STREET_FIRST and len(words) > 2)
    )
