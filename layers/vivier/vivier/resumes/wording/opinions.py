"""What a text looks like by its words: a job title, an organisation, a place, a degree, a school, a task."""

import re
from functools import lru_cache

from vivier.resumes.lexicon import words
from vivier.resumes.lexicon.jobs import CONTRACTS, FUNCTIONS, NOUNS, PHRASES, QUALIFIERS
from vivier.resumes.lexicon.occupations import AMBIGUOUS, OCCUPATIONS
from vivier.resumes.lexicon.organisations import (
    ABOUT,
    BODIES,
    DEGREE_WORDS,
    DEPARTMENTS,
    KIND_OF_SCHOOL,
    KNOWN,
    LEGAL_FORMS,
    LIKE_ARTICLES,
    NAMED_BY_KIND,
    NUMBERED_UNIVERSITY,
    OF_STUDIES,
    OFFICES,
    SCHOOL_LEVEL,
    SCHOOL_WORDS,
    STUDIED,
    TRADES_OF_HOUSES,
    WEAK_WORDS,
    WORDS,
)
from vivier.resumes.lexicon.places import (
    CA_PROVINCES,
    CITIES,
    COUNTRIES,
    COUNTRY_CODES,
    REGIONS,
    STATE_NAMES,
    US_STATES,
)
from vivier.resumes.lexicon.skills import is_tool
from vivier.resumes.lexicon.tasks import TASK_VERBS
from vivier.resumes.text import fold, words_of

_POSTCODE = re.compile(r"(?<![\w-])(?:[fF]-?)?\d{5}\b")
_DEPARTMENT = re.compile(r"\(?\b(?:\d{2,3}|2[ab])\b\)?\s*$")
_GENDER = re.compile(
    r"\((?:e|ne|se|trice|euse|ere|h/f|f/h|m/f|m/w/d)\)|\b[hfm]\s?/\s?[hfm](?:\s?/\s?[dx])?\b"
    r"|[./·](?:e|ne|trice|euse|rice|ere|se)\b"
)
# With a word for its kind, what goes on small behind its first word is said of an employer.
_KIND = words(
    """
    charity store shop agency consultancy distributor practice company firm business supplier manufacturer retailer
    bakery restaurant hotel start-up startup fintech provider wholesaler entreprise societe pme association cabinet
    bureau magasin commerce agence etablissement boutique enseigne structure fabricant negoce distributeur
    """
)
# A part of an employer that has a name of its own.
_UNIT = re.compile(
    r"^(?:dept\.?|department|departement|faculty|faculte|school|division|ufr)\s(?:of|for|de|d'|des|du)\b"
)
UNFINISHED = re.compile(r"(?:\b(?:de|du|des|d'|la|le|les|of|and|et|the|for|pour|in|en|au|aux|à|chez|at)|[&,–—-])\s*$")
# A line that ends so is no whole name, whatever stands below it.
BROKEN_OFF = re.compile(r"\s(?:de|du|des|la|le|les|of|and|et|the|for|pour|in|en|au|aux|à|dans|with|d['’]|l['’])\s*$")
_PHRASE = re.compile(rf"\b(?:{'|'.join(map(re.escape, PHRASES))})s?(?!\w)")
_FUNCTION = re.compile(rf"\b(?:{'|'.join(map(re.escape, FUNCTIONS))})(?!\w)")
SMALL = words("de d du des la le l les en of the a and et & au aux for pour dans chez")
_RANKS = words(
    "part band grade level niveau echelon classe class coefficient categorie nights nuits nuit days weekends"
)
_LATER = re.compile(r"(?:puis|then|later|ensuite|et|and)\s")
_MARKS = words("gpa cgpa wam")
_STATE_LAST = re.compile(r",\s([A-Z]{2})$")
# No post is called with an article, houses are: "L'Artisan du Courant", "The Butcher's Block".
_ARTICLE = re.compile(r"(?:L[ae]s?\s|LES?\s|LA\s|L['’]|T(?:he|HE)\s)(?=[A-ZÀ-Ý])")
_OF_TRADE = re.compile(r"[A-Z][\w'’&-]+(?:\s&\s[A-Z]\w+)?\s[Tt]he\s[A-Z][a-z]+s?")  # "Boots the Chemist"
_GRADE = re.compile(r"^(?:i{1,3}|iv|v|[ln]?\d{1,2}|n[0-9]|niveau|level|grade|band|h/f|f/h)$")


@lru_cache(maxsize=8192)
def title_score(text: str) -> float:
    """How much a text looks like a job title, 0..1.2."""
    folded = fold(text)
    if is_unit(text):
        return 0.0
    words = bare_words(folded)
    while len(words) > 1 and _GRADE.match(words[-1]):
        words = words[:-1]
    if not words:
        return 0.0
    score = 0.3 if _is_trade_of(text, words) else _noun_score(words, _before_of(folded))
    known = bool(_PHRASE.search(folded) or (len(folded.split()) <= 4 and _FUNCTION.search(folded)))
    if known:
        score = max(score, 0.85)
    if score == 0:
        qualifiers = sum(w in QUALIFIERS for w in words)
        score = 0.3 if qualifiers and qualifiers * 2 >= len(words) else _suffix_score(words)
    elif any(w in QUALIFIERS for w in words):
        score += 0.15
    if any(w in LEGAL_FORMS for w in words) and len(words) > 1:
        score -= 0.6
    if words[0] in WORDS and not known and not any(map(is_noun, (words[0], words[-1], *_before_of(folded)))):
        score -= 0.4
    if len(words) > 12:
        score -= 0.4
    return max(0.0, score * (0.35 if _ARTICLE.match(text) or _OF_TRADE.fullmatch(text) else 1.0))


def _is_trade_of(text: str, words: list[str]) -> bool:
    """Whether a name stands before a trade in the plural, as houses are called: "JTL Contractors"."""
    told = words[-1] in TRADES_OF_HOUSES and not any(w in QUALIFIERS or is_noun(w) for w in words[:-1])
    return told and len(words) > 1 and name_like(text) > 0.99


def _before_of(folded: str) -> list[str]:
    """The word that an English title is about when more follows: "Engineer" in "Software Engineer in Test"."""
    told = re.split(r"\s(?:in|of|for|to|with)\s", folded, maxsplit=1)
    before = bare_words(told[0])
    return before[-1:] if len(told) > 1 and before and before[0] not in TASK_VERBS else []


def _noun_score(words: list[str], inner: list[str]) -> float:
    first, last = words[0], words[-1]
    if len(words) == 1 and first not in NOUNS and first in OCCUPATIONS:
        return 0.8
    if is_noun(first) and not _is_ambiguous(first):
        return 1.0
    if is_noun(last) and not _is_ambiguous(last):
        return 1.0
    if inner and is_noun(inner[0]) and not _is_ambiguous(inner[0]):
        return 1.0
    if any(is_noun(w) and not _is_ambiguous(w) for w in words[:6]):
        return 0.75
    if any(is_noun(w) for w in (first, last)):
        return 0.85 if is_noun(last) and len(words) > 1 and words[-1][-1:] != "s" else 0.7 if len(words) > 1 else 0.6
    return 0.0


def bare_words(folded: str) -> list[str]:
    """The words that tell, without articles, prepositions and signs of gender."""
    folded = _GENDER.sub("", folded)
    words = [w.rstrip(".") or w for w in re.findall(r"[a-z0-9][a-z0-9+#.'&-]*", re.sub(r"\b[dl]'", " ", folded))]
    return [w for w in words if w not in SMALL]


def _is_ambiguous(word: str) -> bool:
    return word in AMBIGUOUS or (word not in NOUNS and word not in OCCUPATIONS and word.endswith("s"))


@lru_cache(maxsize=8192)
def is_noun(word: str) -> bool:
    if word in NOUNS or word in OCCUPATIONS or word in AMBIGUOUS:
        return True
    for piece in re.split(r"[-'/.]", word):
        if len(piece) > 3 and (piece in NOUNS or piece in OCCUPATIONS) and piece not in AMBIGUOUS:
            return True
    return (
        word.endswith("s")
        and len(word) > 4  # "Cros" is no plural of CRO
        and word not in ("services", "sales", "travaux")
        and (word[:-1] in NOUNS or word[:-1] in OCCUPATIONS)
    )


def _suffix_score(words: list[str]) -> float:
    first, last = words[0], words[-1]
    if len(first) > 5 and first.endswith(("eur", "euse", "trice", "iste", "iere", "ienne", "logue")):
        return 0.45
    if len(last) > 4 and last.endswith(("er", "ist", "ician", "eer", "ologist")):
        return 0.35
    return 0.0


@lru_cache(maxsize=8192)
def employer_score(text: str) -> float:
    """How much a text looks like an organisation, 0..1.2."""
    folded = fold(text)
    words = bare_words(folded)
    if not words:
        return 0.0
    score = _organisation(text, folded, words)
    if _ARTICLE.match(text) or _OF_TRADE.fullmatch(text):
        score = max(score, 0.4)
    elif not _is_trade_of(text, words) and any(
        is_noun(w) and w not in WORDS and not _is_ambiguous(w) for w in (words[0], words[-1])
    ):
        score *= 0.4
    if all(w in DEPARTMENTS for w in words):
        score = min(score, 0.05)
    if is_unit(text) or _only_describes(text, words):
        score = min(score, 0.25)
    if is_grade(text):
        score = min(score, 0.05)
    if len(words) >= 3 and score < 1 and any(map(is_tool, words)):
        score *= 0.3  # a list of tools
    if _LISTS_TASKS.search(text):
        score = min(score, 0.2)
    return score * (0.5 if len(words) > 9 else 1.0) * (0.5 if text[:1].islower() else 1.0)


# What somebody worked at: small words between commas, at least two of them, or a sentence's end ("lots, SSI. PV").
_LISTS_TASKS = re.compile(
    r"(?:,\s(?!(?:and|et|of|de|du|des|the|la|le|les)\s)[a-zà-ÿ][^,]*){2}|[a-zà-ÿ]{4}\.(?:\s[A-ZÀ-Ý][a-zà-ÿ]+)?\s[a-zà-ÿ]{3}"
)


def is_grade(text: str) -> bool:
    """Whether a text only tells the grade, the hours or what came later of a post: "Band 6", "nights", "puis chef"."""
    folded = fold(text)
    return bool(_LATER.match(folded)) or all(_GRADE.match(w) or w in _RANKS for w in bare_words(folded))


def is_unit(text: str) -> bool:
    """Whether a text names a department or faculty of an employer."""
    return bool(_UNIT.match(fold(text)))


def describes_employer(text: str) -> bool:
    """Whether a text says of an employer what it is or how large, and does not name it."""
    folded = fold(text)
    return bool(ABOUT.search(folded)) or _only_describes(text, bare_words(folded))


def _only_describes(text: str, words: list[str]) -> bool:
    """Whether a text says what kind of employer it is, without a name: "Local convenience store"."""
    told = [w for w in re.findall(r"[^\W_][\w'’&.+-]*", text) if fold(w) not in SMALL]
    small = all(w[:1].islower() or w[:1].isdigit() or w[1:2] in "'’" for w in told[1:])
    return len(told) >= 3 and small and any(w.strip("s") in _KIND or w in _KIND for w in words)


def _organisation(text: str, folded: str, words: list[str]) -> float:
    if BODIES.match(folded) or OFFICES.match(text):
        return 0.85
    score = 0.28 * name_like(text)
    state = _STATE_LAST.search(text)
    coded = state is not None and state[1] in US_STATES | CA_PROVINCES  # "Denver, CO" is no company
    forms = re.findall(r"[a-z0-9][a-z0-9+#.'&/-]*", folded)[: -1 if coded else None]
    if any(w.strip(".") in LEGAL_FORMS or w in LEGAL_FORMS for w in forms[1:]):
        score = 1.1
    elif words[0] in KNOWN or folded.strip() in KNOWN:
        score = 0.95
    elif words[0] in WORDS or words[-1] in WORDS or _is_trade_of(text, words):
        score = 0.85
    elif any(w in WORDS or w in KNOWN for w in words):
        score = 0.65
    elif any(w in SCHOOL_WORDS for w in words) or re.fullmatch(
        r"(?:https?://)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|fr|io|ai|de|ch|ca|eu|co\.uk|dev|app)/?", folded.strip()
    ):
        score = 0.7
    elif any(w in WEAK_WORDS for w in words):
        score = 0.45
    elif "&" in text or (text.isupper() and 2 <= len(text) <= 8):
        score = max(score, 0.35)
    return score


@lru_cache(maxsize=8192)
def name_like(text: str) -> float:
    """How much a text is written like a proper name: the share of its words that open with a capital."""
    told = [w for w in re.findall(r"[^\W_][\w'’&.+-]*", text) if fold(w) not in SMALL]
    if not told or len(told) > 9 or (text.rstrip().endswith((".", ";")) and len(told) > 3):
        return 0.0
    share = sum(w[:1].isupper() or w[:1].isdigit() or "'" in w or "’" in w for w in told) / len(told)
    return float(share if told[0][:1].isupper() or told[0][:1].isdigit() else 0.3 * share)


_IN_COUNTRY = re.compile(r"^[A-ZÀ-Ý][^\W\d_]+(?:[ '’-][^\W\d_]+){0,2},\s[A-Z]{2}$")


@lru_cache(maxsize=8192)
def place_score(text: str) -> float:
    """How much a text looks like a place: 1 when every word of it is one."""
    folded = fold(text).strip(" .,;()-")
    if not folded or len(folded) > 60:
        return 0.0
    bare = _DEPARTMENT.sub("", _POSTCODE.sub("", folded)).strip(" ,()-/")
    bare = re.sub(r"(?<=[a-z]{3})\s[a-z]{1,2}\d{1,2}[a-z]?$", "", bare)  # "London SE13"
    bare = re.sub(r"\s\d{1,2}\s?(?:er|e|eme|ieme)\sarr(?:ondissement|\.)?$", "", bare)
    bare = re.sub(r"\s(?:cedex(?:\s\d{1,2})?|\d{1,2}(?:e|eme|er|th)?)$|\s?\([^)]*\)$", "", bare).strip(" ,()-")
    if not bare:
        return 0.6 if _POSTCODE.search(folded) else 0.0
    if _is_place(bare) or bare in STATE_NAMES:
        return 1.0
    pieces = [p for p in re.split(r"\s*[,/–-]\s+|\s*/\s*|,\s*|\s(?:et|and|&)\s", bare) if p]
    if len(pieces) > 1 and all(_is_place(p) or p.upper() in US_STATES or p.upper() in CA_PROVINCES for p in pieces):
        return 1.0
    last, regiment = text.strip(" .)").split(" ")[-1], text[:1].isdigit()  # "35e RI"
    in_state = last in US_STATES | CA_PROVINCES and not regiment
    if in_state and len(pieces) <= 2 and 1 < len(text.split()) <= 4 and employer_score(text) < 0.5:
        return 0.9
    if len(pieces) == 2 and _IN_COUNTRY.search(text) and last in COUNTRY_CODES and employer_score(text) < 0.5:
        return 0.9  # "Cluj-Napoca, RO"
    if bare != folded and re.search(r"^(?:f-?)?\d{5}\b|\b\d{5}$", folded) and not re.search(r"[:@/]", folded):
        return 0.9
    if re.search(r"\(\d{2,3}\)\s*$", text) and len(bare.split()) <= 3 and not _names_house(text):
        return 0.8
    if re.fullmatch(
        r"(?:saint|sainte|st|ste|villeneuve|chateau|mont|pont|bois)-[a-z'-]+"
        r"|(?:l[ae]s? |l')?[a-z']+-(?:(?:sur|sous|en|les|lez|le|la|aux|du|de)-|l')[a-z'-]+",
        bare,
    ):
        return 0.85
    return 0.0


def _names_house(text: str) -> bool:
    """Whether an organisation, school or acronym stands in a text, so that a department behind it makes no place."""
    words = bare_words(fold(text))
    known = any(w in names for w in words for names in (WORDS, WEAK_WORDS, KNOWN, SCHOOL_WORDS, LEGAL_FORMS))
    return known or bool(re.match(r"[A-Z]{2,}\b", text.strip()) and not text.isupper())


def may_be_town(text: str) -> bool:
    """Whether a text is made like the name of a French town with its article: "La Clusaz", "L'Isle-Adam"."""
    return bool(re.fullmatch(r"(?:L[ae]s?\s|L['’])[A-ZÀ-Ý][^\W\d_]+(?:-[A-ZÀ-Ý][^\W\d_]+)*", text.strip()))


def _is_place(name: str) -> bool:
    if re.match(r"(?:region|ville de|city of|metropole de|departement)\s", name):
        return False  # its administration, which employs
    name = re.sub(r"^(?:greater|area|grand|region|metropole|downtown|near|pres de|a)\s+", "", name.strip(" .()"))
    name = re.sub(r"\s+(?:area|metropolitan|region|metropole|centre|city|sud|nord|est|ouest)$", "", name)
    known = any(name in names for names in (CITIES, COUNTRIES, REGIONS)) or name.replace(" ", "-") in CITIES
    return known or bool(_COUNTY.fullmatch(name))


_COUNTY = re.compile(r"co(?:unty|\.)? (?!council|hall|court|hospital|show|home|farm)[a-z]+")
_HOURS = re.compile(
    r"\d{1,2}(?:[.,]\d)?\s?h(?:eures?|ours?|rs)?(?:\s?\+\s?\d{1,2}\s?h)?"
    r"(?:\s?/\s?(?:sem(?:aine)?|week|wk)|\s(?:par semaine|hebdomadaires?|hebdo|a week|per week|weekly))?"
)


@lru_cache(maxsize=2048)
def is_contract(text: str) -> bool:
    """Whether a text only names a kind of contract, or how many hours of it ("18 h", "15 h + 3 h")."""
    words = words_of(text)
    return bool(_HOURS.fullmatch(fold(text).strip(" ()."))) or (
        bool(words)
        and len(words) <= 4
        and all(
            w in CONTRACTS
            or ((w in _HOURLY or w.isdigit()) and not CONTRACTS.isdisjoint(words))
            or w in ("contrat", "en", "on", "de", "time", "temps", "plein", "partiel", "full", "part", "job")
            for w in words
        )
    )


_HOURLY = ("etudiant", "student", "h", "heures")


def _is_studied(folded: str) -> bool:
    return bool(SCHOOL_LEVEL.fullmatch(folded.strip(" .()")) or STUDIED.match(folded))


_OF_DEGREE = words("project projects projet projets dissertation scholarship award awards prize")
_DOTTED = re.compile(r"(?:[a-z]\.){2,}[a-z]?|[a-z]\.[a-z]")  # "I.A.E."; bare words have lost their last stop
_SAID_OF_SCHOOL = words("diploma diplome certificate certificat degree")


@lru_cache(maxsize=8192)
def degree_score(text: str) -> float:
    """How much a text looks like a degree, 0..1.1."""
    words = bare_words(fold(text))
    if not words or LIKE_ARTICLES.match(text):
        return 1.1 if words or text.strip() in ("DU", "DE", "DES") else 0.0
    bare = [w.strip(".'") for w in words]
    if (not _OF_DEGREE.isdisjoint(bare) and not STUDIED.match(fold(text))) or NAMED_BY_KIND.match(fold(text)):
        return 0.3  # "Final Degree Project"; "Centre de formation"
    written = re.split(r"[\s(]", fold(text).strip(" (,"))[0].strip("),")  # "B.E." is no "b" of both genders
    if {bare[0], words[0], written, written.replace(".", "")} & DEGREE_WORDS or _is_studied(fold(text)):
        return 1.1
    if any(w in DEGREE_WORDS or re.fullmatch(r"(?:bac|m|l)\+?[1-5]", w) for w in (*bare, *words)):
        return 0.8
    return 0.45 * min(1.0, title_score(text))


@lru_cache(maxsize=8192)
def school_score(text: str) -> float:
    """How much a text looks like a school, 0..1.1."""
    words = bare_words(fold(text))
    if not words or words[0] in _MARKS:
        return 0.0
    if NUMBERED_UNIVERSITY.match(fold(text)) or NAMED_BY_KIND.match(fold(text)):
        return 1.1
    if KIND_OF_SCHOOL.fullmatch(fold(text)):
        return 0.35
    if words[0] in OF_STUDIES or SCHOOL_LEVEL.fullmatch(fold(text).strip(" .()")):
        return 0.0
    pieces = [p for w in words for p in re.split(r"['/]", w.replace(".", "") if _DOTTED.fullmatch(w) else w)]
    if not _SAID_OF_SCHOOL.isdisjoint(pieces):
        return 0.4  # "High School Diploma"
    if pieces[0] in SCHOOL_WORDS or pieces[-1] in SCHOOL_WORDS:
        return 1.1
    if any(p in SCHOOL_WORDS for p in pieces):
        return 0.8
    if re.fullmatch(r"[A-Z]{2,8}(?:[ -][A-Z][\w-]+)?", text.strip()) and pieces[0] not in DEGREE_WORDS:
        return 0.5
    return 0.4 * min(1.0, employer_score(text)) + 0.05
