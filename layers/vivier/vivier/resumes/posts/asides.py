"""What stands beside the names of a head: a student's kind of post, an employer's own house in brackets, remarks."""

import re
from itertools import pairwise

from vivier.resumes.lexicon.organisations import WORDS as KINDS_OF_HOUSE
from vivier.resumes.posts.agencies import ON_SITE, THROUGH, bare_agency
from vivier.resumes.posts.between import AMOUNT
from vivier.resumes.posts.boundaries import Opinion
from vivier.resumes.posts.held import without_how
from vivier.resumes.posts.parts import Part
from vivier.resumes.text import fold
from vivier.resumes.wording.dates import find_ranges
from vivier.resumes.wording.opinions import degree_score, employer_score, is_contract, name_like, title_score

# "Kantéga, Stage de fin d'études": what kind of post it was.
OF_STUDENT = re.compile(
    r"(?:stage|internship|alternance|apprentissage)\s(?:de|d'|en|of)\s?.{3,40}"
    r"|(?:final|end|summer|first|second|third)[- ](?:year|of[- ]stud(?:y|ies))?\s?internship"
)

_UNITS = frozenset(["service", "pole", "secteur", "rubrique", "direction", "departement", "equipe"])
_AT_LENGTH, _PAIR, _SURELY, _UNLIKE = 7, 2, 0.95, 0.3
_KIND, _NAMED, _MANY, _ORGANISATION = 0.85, 0.5, 3, 0.6
_FOR_WHOM = re.compile(r"(?:(?:end\s)?clients?\s?:|pour\s(?:la\s|le\s|l['’])?|for\s(?:the\s)?)\s*", re.IGNORECASE)
# Where one acted, played or lit: "Régisseuse, « Les Fourberies »", "tournée d'été".
_SHOWN = re.compile(r"[«“\"]|(?:tourn[ée]e|spectacle|film|s[ée]rie|saison|tour|concert)s?\s", re.IGNORECASE)


_COUNTED = re.compile(rf"(?:{AMOUNT}|(?:une|a) (?:douzaine|dizaine|vingtaine|dozen)|plusieurs|several)\s[a-zà-ÿ]{{3}}")
_BECAME = re.compile(r"(?:puis|ensuite|then|later)\s")
_OF_LEARNER = re.compile(r"(?:stagiaire|stage|intern(?:ship)?|work placement|work experience)\b", re.IGNORECASE)


# Where within an employer it was: a ward, a department, a desk, a site. Of houses only a singular is one: "Chantiers de
# l'Atlantique" build ships.
_WHERE_WITHIN = re.compile(
    r"p[ôo]le\s(?!emploi)[A-ZÀ-Ýa-z]|(?:services?|direction|unit[ée]|[ée]quipe|secteur|rayon)\s(?!de remplacement)"
    r"(?:[a-zà-ÿ]|d['’])"
    r"|bloc\s(?:op[ée]ratoire|obst[ée]trical)|(?:sites?|chantier|usine|plateforme|antenne|d[ée]p[ôo]t)\s(?!naval)(?:d[eu]s?\s|d['’]|[A-ZÀ-Ý])"
    r"|(?:circonscription|r[ée]daction|d[ée]l[ée]gation|brigade|succursale|bureau(?! de contr[ôo]le))\s"
    r"(?:d[eu]\s|d['’](?![ée]tude))"
    r"|agence\s(?:de\s|d['’])(?=[A-ZÀ-Ý])|ward\s\w|terminal\s\d|clients?\b|(?:mv|m/v|hms|rrs|rfa)\s[A-Z]|[«“\"][^«»“”\"]+[»”\"]$"
    r"|(?:the\s)?[\w&'’-]+(?:\s[\w&'’-]+){0,3}\s(?:ward|desk|team|directorate|department|dept|division|unit|branch|room)$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"(?P<name>[^()]{3,}?)\s*\((?P<said>[^()]+)\)$")
_CARRIED = re.compile(r"(?:en\s)?portage(?:\ssalarial)?", re.IGNORECASE)
_CLIENT = re.compile(r"\s/\s[Cc]lients?\s.*$|\s(?:on behalf of|via|through|pour le compte d)\b.*$")
# "Relay à la gare de Dijon", "Carrefour à Auderghem"; but "Aide à Domicile".
_AT_PLACE = re.compile(
    r"(?<=[\w'’.]{3})(?<!niversité du Québec)\s[àÀ]\s(?:(?:la\s|l['’])[a-zà-ÿ]+\s(?:de\s(?:la\s)?|du\s|d['’]))?"
    r"(?!Domicile|Distance)[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]*)*$"
)


def is_within(text: str) -> bool:
    """Whether a text says where within an employer a post was held: "service d'oncologie", "Sports desk"."""
    service = text[:7].lower() != "service" or text[8:9].islower() or text.isupper()  # "Service Express" is a house
    return (
        bool(ON_SITE.match(text))
        or text.startswith(("pour ", "for ", "via "))
        or (service and bool(_WHERE_WITHIN.match(text)))
    )


def bare_house(text: str) -> str:
    """The name of an employer without what stands behind it in brackets, its client there, or where it was."""
    text = bare_agency(text)
    text = _AT_PLACE.sub("", _CLIENT.sub("", _FOR_WHOM.sub("", text) if _FOR_WHOM.match(text) else text))
    match = _IN_BRACKETS.fullmatch(text)
    if match is None:
        return text
    name, said = match["name"], match["said"]
    if is_contract(name) or _CARRIED.fullmatch(name):
        return said if said[:1].isupper() else text  # "Intérim (Kantéga)"
    if len(name.split()) == 1 and not is_within(said) and fold(name) in KINDS_OF_HOUSE and said[:1].isupper():
        return f"{name} {said}"  # "Restaurant (Le Flore)"
    if employer_score(said) >= _ORGANISATION and not is_within(said) and not THROUGH.match(said):
        return text  # whose house it is: "Bodran Hall (Halden Trust)"
    return name if name_like(name[:1].upper() + name[1:]) >= _NAMED or employer_score(name) >= _KIND else text


def bare_post(text: str) -> str:
    """The name of a post without how it was held, and for whom, in brackets behind it."""
    text = without_how(text)
    match = _IN_BRACKETS.fullmatch(text)
    said, comma, more = match["said"].partition(",") if match else ("", "", "")
    held = (comma and is_contract(said)) or THROUGH.match(said) or said[:1] == "«" or is_counted(more.strip())
    return match["name"] if match and held else text


def is_counted(text: str) -> bool:
    """Whether a piece counts what was done: "neuf grands formats", "12 dates", "two sessions a year"."""
    return _COUNTED.match(text) is not None


def as_student(where: list[Part], head: list[Part], opinion: Opinion) -> list[Part]:
    """ "Stage", with what was done behind a dash, when nothing else names the post: "Kantéga, Stage - Vente"."""
    at = next(
        (n for n, p in enumerate(head) if is_contract(p.text) and opinion.what(p.text) >= 0.6 and not p.bracket), None
    )
    if at is None or not opinion.work or head[at] in where:
        return []
    done = [p for p in head[at + 1 : at + 2] if p.row is head[at].row and p.sign in ("-", ":") and p not in where]
    return [head[at], *done]


def named_before(part: Part, what: Part, offered: list[Part]) -> Part:
    """What stands before an employer or school in brackets, when nothing else does: "Halden Tech (Kantéga Group)"."""
    before = next((p for p in offered if p.row is part.row and p.index == part.index - 1), None)
    if not part.bracket or before is None or before is what:
        return part
    return before


# "Playland at the PNE"; but "Assignments at Halden" are no house.
_AT = re.compile(r"\s+at\s+(?:the\s+)?$")
_WORK = re.compile(
    r"\b(?:assignment|placement|work|shift|job|position|post|contract|mission|project|secondment|role)s?\b"
)


def whole_at(where: Part, what: Part | None) -> str | None:
    """A house within another that is called after it, where the post has a row of its own: "Playland at the PNE"."""
    if not where.led or where.index != 1 or what is None or what.row is where.row:
        return None
    cell = next((c for c in where.row.cells if where.text in c.text), None)
    before = cell.text[: cell.text.index(where.text)] if cell else ""
    name = _AT.sub("", before)
    if cell is None or name == before or name_like(name) <= _SURELY or len(name.split()) >= _AT_LENGTH:
        return None
    plain = (
        not _WORK.search(fold(name))
        and title_score(name) < _UNLIKE
        and degree_score(name) < _UNLIKE
        and not is_contract(name)
    )
    return before + where.text if plain and not find_ranges(name) else None


def _is_small(part: Part) -> bool:
    return part.comma and part.text[:1].islower()


def tells_more(part: Part, head: list[Part]) -> bool:
    """Whether a piece behind a semicolon, in small letters at length, or of a show says more than a post's name."""
    told = part.text.split()
    if (part.comma and _SHOWN.match(part.text)) or (part.sign in (",", "-") and is_counted(part.text)):
        return True
    before = next((p for p in head if p.row is part.row and p.index == part.index - 1), None)
    if part.sign == "-" and not part.comma and part.text[:1].islower() and _lists(part, head):
        return True  # "Finance Manager - month end, audit"
    if part.comma and before is not None and part.text[:1].islower() and _OF_LEARNER.fullmatch(before.text):
        return True  # "stagiaire, saisie et banque"
    if part.comma and told[0][:1].islower() and sum(_is_small(p) and p.row is part.row for p in head) >= _MANY:
        return True  # "Assistante, prise de rendez-vous, tiers payant, relances"
    return part.sign == ";" or (part.comma and told[0][:1].islower() and len(told) >= _AT_LENGTH)


def _lists(part: Part, head: list[Part]) -> bool:
    """Whether a piece is the first of several in small letters."""
    return any((_is_small(p) or p.sign == ";") and p.row is part.row and p.index == part.index + 1 for p in head)


def goes_on_small(part: Part) -> bool:
    """Whether small letters behind a colon tell what was done: "Site manager : planning, budgets"."""
    return part.sign == ":" and part.text[:1].islower()


def remarks(part: Part, where: list[Part], opinion: Opinion) -> bool:
    """Whether small letters only remark on a post behind "chez X," or behind its house in the row.

    "Chez Kantéga, plein de boîtes différentes"; "Kantéga, photographe, portraits et reportages".
    """
    behind = any(p.led or (p.row is part.row and p.index < part.index - 1) for p in where)
    small = part.comma and part.text[:1].islower() and " " in part.text
    return small and behind and opinion.what(part.text) < _NAMED and not _BECAME.match(part.text)


def is_house(part: Part, where: list[Part], opinion: Opinion) -> bool:
    """Whether a part behind a post is a house: by its words, or opening small with a kind: "laboratoire X".

    By its words only where the row names its employer, too: "Senior Adviser, Marine Licensing" is a post.
    """
    text = part.text[:1].upper() + part.text[1:]
    beside = bool(where) and where[0].row is part.row
    if beside and part.text[:1].isupper() and opinion.where(text) >= _KIND > opinion.what(text) and not is_within(text):
        return True
    unit = fold(part.text).split(" ", 1)[0] in _UNITS  # "service Métropole" says of which post
    return not unit and part.text[:1].islower() and any(c.isupper() for c in part.text) and opinion.where(text) >= 0.8


def without_units(parts: list[Part], opinion: Opinion) -> list[Part]:
    """Without what says where within an employer a post was held, as long as a post and a house are left."""
    left = [p for p in parts if not (opinion.work and is_within(p.text) and opinion.what(p.text) < _SURELY)]
    return left if len(left) >= _PAIR else parts


def without_asides(parts: list[Part], opinion: Opinion) -> list[Part]:
    """Without what stands in brackets behind a name, when a post stands elsewhere: a parent company, a former name."""
    left = []
    for before, part in pairwise([None, *parts]):
        named = part is not None and part.bracket and before is not None and opinion.what(before.text) < 0.3
        posts = [p for p in parts if p is not part and p is not before and opinion.what(p.text) >= 0.6]
        if part is not None and not (named and posts):
            left.append(part)
    return left
