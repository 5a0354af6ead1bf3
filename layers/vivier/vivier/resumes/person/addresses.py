"""How much a piece of a line looks like an address, a town with what it lies in, or a town that is known."""

import re

from vivier.resumes.lexicon import words
from vivier.resumes.lexicon.places import (
    CA_PROVINCES,
    CITIES,
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
from vivier.resumes.person.regional import in_region, names_area
from vivier.resumes.text import fold
from vivier.resumes.wording.opinions import employer_score, place_score, title_score

SPLIT = re.compile(r"\s*[\t|•·●▪◦⋅∙;«»\u2600-\u27bf\U0001f300-\U0001faff]\s*|\s+[–—/+*¢~-]\s+|\s{3,}")
LABEL = re.compile(
    r"^\s*(?:(?:(?:home|current|present|permanent|term(?:[- ]time)?|mailing|correspondence|my|mon)\s)?add?resse?"
    r"(?:\s(?:[ée]tudiante?|actuelle|permanente|principale|personnelle|familiale|en semaine|(?:des|chez mes) parents))?"
    r"|location|lieu(?![ -]dit\b)(?: de (?:r[ée]sidence|vie))?|domicile|r[ée]sidence(?=\s*:)|localisation|ville|city"
    r"|based in|bas[ée]e? [àa]|lives in|home|domicili[ée]e?(?: au)?|(?:currently|now|living) (?:in|near)|from"
    r"|(?:log[ée]e? ou )?logement(?: personnel)?(?=\s*:)|base(?=\s*:)|where(?=\s*:))\b"
    r"\s*(?:postale)?\s*[:：]?\s*",
    re.IGNORECASE,
)
# Labels that follow each other in one line, and the picture of a house or a pin before a place.
_NEXT_LABEL = re.compile(
    r"\s(?=(?:adresse (?:[ée]lectronique|e-?mail|mail)|t[ée]l(?:[ée]phone)?|phone(?: number)?|mobile|portable|port"
    r"|e-?mail(?: address)?|mail|courriel|web|site|linkedin)\b\.?\s?:)",
    re.IGNORECASE,
)
_SIGN = re.compile(r"^\s*[^\w\s(]{1,2}\s+")
# How far somebody goes, behind where they live: "Owen (willing to travel)", "Nantes, télétravail partiel".
MOVES = re.compile(
    r"(?:\s*\(|,\s)(?:remote|hybrid|t[ée]l[ée]travail|peut|pr[êe]te?|mobile|mobilit|disponible|ouverte?|willing|open"
    r"|je (?:bouge|me d[ée]place|peux)|(?:able|happy|free|ready) to|will (?:travel|move|relocate)|relocat"
    r"|v[ée]hicul[ée]e?|(?:d[ée]placements?|intervention|interventions|secteur)\b|partout\b|permis\b)[^)]*\)?$",
    re.IGNORECASE,
)
_COUNTY = re.compile(r"(?:county|co\.?|comte de|isle of|ile (?:de|d'))\s?[a-z' -]{3,20}|[a-z ]{3,20}\sstate")
_FR_TOWN = re.compile(r"(?:\b[FBLD]-?\s?)?\b(?:\d{4,5}|\d{2} \d{3})\s+[A-ZÀ-Ý][\w'’. -]{1,40}")
_US_TOWN = re.compile(r"[A-Z][\w.' -]{1,30},?\s+([A-Z]{2})(?:[ ,]+\d{5}(?:-\d{4})?)?\s*$")
_UK = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
# An Irish one; its letters from Eircode's product guide.
_EIRCODE = re.compile(r"\b(?:D6W|[AC-FHKNPRTV-Y]\d\d) ?[\dAC-FHKNPRTV-Y]{4}\b")
_CA = re.compile(r"\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b")
_NUMBERED_STREET = re.compile(r"^\d{1,5}(?:\s?(?:bis|ter|[a-d]))?\s?,?\s+\S+")
# Six figures right behind a town, as in India.
_PIN_TOWN = re.compile(
    r"(?:^|[, ])[A-Z][a-z]{3,20}\s?[-–,]?\s?(?:\d{6}|\d{3} \d{3})(?:,\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)?$"
)
_AU_TOWN = re.compile(r"[A-Z][A-Za-z' -]{2,30},?\s(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s\d{4}$")
_IN_USA = re.compile(r",?\s(?:U\.?S\.?A\.?|United States(?: of America)?)$")
_PAPERS = re.compile(r"\b(?:passports?|passeports?|permits?|titre de sejour|visas?|nationalit[ey]|citizen(?:ship)?)\b")
_PAPER_PIECE = re.compile(rf",[^,]*(?:{_PAPERS.pattern}|▮)[^,]*", re.IGNORECASE)  # "Zürich, B permit"
_FLAT = re.compile(r"^\d{1,4}(?:\s?/\s?\d{1,4})+[a-z]?(?=[\s,])")  # "77/12 boulevard de Metz"
_CARE_OF = re.compile(r"^\W*(?:c/o|℅|care of|chez m(?:\.|me|lle|onsieur|adame))\s(?:[^,\d]{2,40},\s)?", re.IGNORECASE)
_BIRTH = re.compile(r"\b(?:born|birth|naissance|nee?\s(?:le|a|en)|birthplace)\b")
_UK_OUTWARD = re.compile(r"(?:.{2,50},\s*)?[A-Z][\w' -]{2,24},?\s([A-Z]{1,2})\d{1,2}[A-Z]?")
_CA_OUTWARD = re.compile(
    rf"(?:.{{2,50}},\s*)?[A-Z][\w.' -]{{2,24}},?\s(?:{'|'.join(sorted(CA_PROVINCES))})\s[A-Z]\d[A-Z]"
)
# A town before its code, which is no year: "Classe préparatoire, 2003".
_TOWN_THEN_CODE = re.compile(r"^(.*,\s)?([A-ZÀ-Ý][^\d,]{2,30}),\s((?!19[5-9]\d$|20[0-3]\d$)\d{4,5})$")
_SENTENCE = re.compile(
    r"(?:[^\s\d]+\s){3,}[^\s\d]+[a-zà-ÿ]{2}(?<!bât)(?<!bat)(?<!app)(?<!apt)(?<!ppt)[.!?]\s(?=[A-ZÀ-Ý])"
)
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
    split = SPLIT.split(_NEXT_LABEL.sub("|", text))
    lettered = any(piece.strip(" .:") in _LETTERS for piece in split)  # "T 087 123 4567 | A Midleton, Co. Cork"
    for piece in split:
        piece = _LETTER_A.sub("", piece) if lettered else piece
        bare = _CARE_OF.sub("", LABEL.sub("", _SIGN.sub("", piece)))
        bare = _PAPER_PIECE.sub("", MOVES.sub("", bare)).strip(" ,.:")
        bare = _THEN_LABEL.sub("", _SENTENCE.sub("", bare))
        if _BIRTH.search(fold(piece)) or bare.count("(") != bare.count(")"):
            continue
        if _PAPERS.search(fold(bare)):
            continue
        if bare and not set("@/:{}") & set(_FLAT.sub("", bare)) and len(bare) <= 120 and "▮" not in bare:
            pieces.append(bare)
    return pieces


_LETTERS = ("T", "E", "M", "P", "W")
_LETTER_A = re.compile(r"^\s*A[.:]?\s+(?=[A-ZÀ-Ý\d])")


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
    if any(code.search(text) for code in (_UK, _CA, _AU_TOWN, _EIRCODE)):
        return 1.15
    if (outward := _UK_OUTWARD.fullmatch(text.strip())) and outward[1] in UK_AREAS:
        return 1.1 if street else 0.95
    if _CA_OUTWARD.fullmatch(text.strip()):
        return 1.1 if street else 0.95
    if _PIN_TOWN.search(text) and len(text.split()) <= _LONGEST:
        return 1.2 if street else 1.05
    return 0.0


def score_of(text: str) -> float:
    """1.2 a street and a town, 1 a town with its code or country, 0.8 a town we know."""
    text = _BOX.sub("", text)
    street = is_plot(text) or any(map(is_street, text.split(", ")))  # a room or a building may stand before it
    # "3 rue des Arts, Lyon, 69003"
    if coded := _coded(_TOWN_THEN_CODE.sub(r"\1\3 \2", text), street):
        return coded
    if in_region(text):
        return 1.0
    if names_area(text) or (TOWN_LIKE.fullmatch(text) and names_area(text.rpartition(", ")[2], behind=", " in text)):
        return 0.9
    if state := _in_state(text, street):
        return state
    text = _TWIN_TOWNS.sub(" – ", text)
    pieces = [p.strip() for p in _IN_BRACKETS.sub(r", \1", text).split(",")]
    if _ends_in_region(pieces) or _numbered_in_country(pieces):
        return 1.0
    if street and set(fold(pieces[-1]).split()[-1:]) & COUNTRIES.keys():
        return 1.1  # "6, Airport Road Tunisia"
    known = [place_score(p) for p in pieces]
    if known and len(text) <= 70 and max(known) >= 0.8:
        if len(pieces) > 1 and min(known) >= 0.6:
            return 1.0
        if (len(pieces) == 1 or ("," not in text and known[0] >= _A_TOWN)) and len(text.split()) <= 5:
            return 0.85
        if street:
            return 1.1
        house = employer_score(pieces[0]) >= 0.5 or _is_at_work(pieces)
        if known[-1] >= 0.8 and len(text.split()) <= 6 and not house:
            return 0.7
    return 0.0


_AT = re.compile(r"\b(?:chez|at|pour|for)\s|@")


def _is_at_work(pieces: list[str]) -> bool:
    """Whether a town is where a post is held: "Chargée d'affaires chez Halden, Nantes", "Manager, Halden, Leeds"."""
    post = title_score(pieces[0]) >= _SURELY_A_POST
    return _AT.search(fold(pieces[0])) is not None or (post and len(pieces) > 2)


def _in_state(text: str, street: bool) -> float:
    """How good a place is that ends in a state or a province of two letters; 0 for any other."""
    match = _US_TOWN.search(_IN_USA.sub("", text))
    if match is None or match[1] not in US_STATES | CA_PROVINCES or len(text.split()) > _LONGEST:
        return 0.0
    if "," not in text and text.isupper() and fold(text[: match.start(1)]).strip() not in CITIES:
        return 0.0  # "SAY HI"
    return 1.1 if street or re.search(r"\d{5}", text) else 1.0


def _may_lead(before: str, street: bool) -> bool:
    """Whether what stands before a postcode is of an address: "IEC 62304 Medical device software" is none."""
    told = fold(before).replace(",", " ").split()
    last = before[-1:]
    return street or not before or last in ",-–):" or last.isdigit() or any(w in STREET_WORDS for w in told)


_TWIN_TOWNS = re.compile(r"(?<=[^\W\d_])–(?=[^\W\d_])")  # "Minneapolis–St. Paul"
_IN_BRACKETS = re.compile(r"\s\(([A-ZÀ-Ý][^\W\d_]*(?:[ '’-][^\W\d_]+){0,3})\)$")  # "Honolulu, Hawaii (US)"
_A_POST, _SURELY_A_POST, _A_TOWN = 0.3, 0.7, 0.8
_QUARTER = re.compile(r"(?:quartier|district|secteur|commune)\s")
_BOX = re.compile(
    r"^(?:B\.?P\.?|C\.?P\.?|P\.?\s?O\.?\s?Box|[Cc]ase [Pp]ostale)\s?\d{1,6},?\s(?=[A-ZÀ-Ý])", re.IGNORECASE
)
_THEN_CODE = re.compile(r"[A-ZÀ-Ý][^\d,]{2,30}\s\d{4,6}")
_ZIP = re.compile(r"\s\d{5}(?:-\d{4})?$")


def _ends_in_region(pieces: list[str]) -> bool:
    """Whether a region or a country ends what is written like a place ("Mapo-gu, Seoul, Republic of Korea")."""
    last = _ZIP.sub("", fold(pieces[-1]))
    if pieces[-1].strip("()") in COUNTRY_CODES and 2 <= len(pieces) <= 4 and title_score(pieces[0]) < _A_POST:
        return all(map(TOWN_LIKE.fullmatch, pieces[:-1]))
    if len(pieces) == 2 and (last in STATE_NAMES or last in REGIONS or _COUNTY.fullmatch(last)):
        return 1 <= len(pieces[0].split()) <= 3
    if 3 <= len(pieces) <= 4 and (_COUNTY.fullmatch(last) or last in STATE_NAMES) and pieces[0][:1].isdigit():
        return title_score(pieces[0]) < _A_POST and TOWN_LIKE.fullmatch(pieces[-2]) is not None
    if 3 <= len(pieces) <= 4 and last in STATE_NAMES and title_score(pieces[0]) < _A_POST:
        return all(map(TOWN_LIKE.fullmatch, pieces[:-1]))  # "The Old Forge, Halden Green, Shropshire"
    if len(pieces) == 2 and _QUARTER.match(last) and place_score(pieces[0]) >= 0.8:
        return True
    return 2 <= len(pieces) <= 4 and last in COUNTRIES and all(map(TOWN_LIKE.fullmatch, pieces[:-1]))


def _numbered_in_country(pieces: list[str]) -> bool:
    """Whether a number, a town and a country are an address: "Lot Al Massira n° 24, Témara 12000, Maroc"."""
    if len(pieces) <= 2 or fold(pieces[-1]) not in COUNTRIES or title_score(pieces[0]) >= _A_POST:
        return False
    town = place_score(pieces[-2]) >= _A_TOWN or _THEN_CODE.fullmatch(pieces[-2]) is not None
    return town and any(c.isdigit() for c in pieces[0])


_PLOT = re.compile(
    r"^(?:.{2,40},\s)?(?:villa|lot|parcelle|zone|bloc|immeuble|flat|house(?: no)?|hse(?: no)?|plot|door no"
    r"|atelier|studio|ap[pt]t?|appartement|bat|batiment|logement|unit|suite)\W{0,3}(?:n\W{0,2})?\d"
)


def is_plot(text: str) -> bool:
    """Whether a text is a numbered home where streets have no names ("villa 4174", "Plot 14")."""
    return _PLOT.search(fold(text)) is not None


def is_street(text: str) -> bool:
    words = fold(text).replace(",", " ").split()
    return any(w in STREET_WORDS for w in words) and bool(
        _NUMBERED_STREET.match(text.strip()) or (words[0] in _STREET_FIRST and len(words) > 2)
    )
