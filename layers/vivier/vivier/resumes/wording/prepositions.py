"""French prepositions that part a post or degree from where it was: "Assistante à la SOTRANEX", "Bac au Lycée X"."""

import re

from vivier.resumes.lexicon import words
from vivier.resumes.lexicon.organisations import LEGAL_FORMS
from vivier.resumes.lexicon.skills import is_tool
from vivier.resumes.text import fold
from vivier.resumes.wording.opinions import (
    degree_score,
    employer_score,
    name_like,
    place_score,
    school_score,
    title_score,
)

_HOUSE = r"(?:soci[ée]t[ée]|entreprise|st[ée]\.?|ets\.?|firme|start-?up)\s(?:de\s(?:\w+\s){1,3})?(?=[A-ZÀ-Ý])"
_LEADS = re.compile(
    r"\s(?:"
    rf"(?P<house>(?:à|a|dans|pour|de|chez|avec)\s(?:la\s|l['’]\s?|une\s)?{_HOUSE})"
    r"|(?P<at>(?:à|a)\s(?:la\s|l['’]\s?)|aux?\s|aupr[èe]s\s(?:de\sla\s|de\sl['’]\s?|du\s|des\s|de\s|d['’])"
    r"|dans\s(?:la\s|le\s|les\s|l['’]\s?|un\s|une\s)|(?:à|a|À|A(?=\s[A-ZÀ-Ý]{3}))\s(?=[A-ZÀ-Ý]))"
    r"|(?P<of>du\s|de\sla\s|de\sl['’]\s?|de\s(?=[A-ZÀ-Ý]))"
    r"|(?P<behalf>pour\s(?:la\s|le\s|l['’]\s?)?(?=[A-ZÀ-Ý]))"
    r")"
)
_LEADS_LARGE = re.compile(
    r"\s(?P<at>(?:[ÀA]\s(?:LA\s|L['’]\s?)|CHEZ\s|AUPR[ÈE]S\s(?:DE\sLA\s|DE\sL['’]\s?|DU\s|DES\s|DE\s|D['’])"
    r"|DANS\s(?:LA\s|LE\s|LES\s|L['’]\s?|UN\s|UNE\s)))"
)
_CUT = re.compile(r"[\t\x1f|:;,]|\s[–—-]\s|\s{3,}")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&-]{2,}(?:\s\([^)]*\))?(?:\s[A-ZÀ-Ý].*)?$")
_SCHOOLS = ("elementaire", "primaire", "maternelle")
_HOUSES = ("centre", "siege", "cabinet", "foyer", "bloc")
_SOCIETIES = words("association amicale comite club federation syndicat cooperative ong asso")
_SHORT, _FEW, _SURE_POST = 8, 3, 0.7
# Houses of two words, the first of which says nothing: "Caissière au Super U".
_OF_TWO_WORDS = (
    "super u",
    "hyper u",
    "u express",
    "grand frais",
    "leroy merlin",
    "point p",
    "brico depot",
    "burger king",
    "leader price",
    "credit agricole",
    "credit mutuel",
    "banque postale",
    "pole emploi",
    "france travail",
)
# Not "chimie" or "telecom", which schools are named of, too: "Maîtrise de Chimie".
_OF_WHICH = words(
    """
    universite ecole lycee institut iut faculte college academie conservatoire cfa ifsi afpa greta insa ens iae iep
    polytechnique polytech supelec centralesupelec hec essec escp edhec esc epita epitech cnam cned esiee isen ensam
    """
)
_TRAINEE = re.compile(r"\b(?:stages?|projet de fin d'etudes?|pfe|mission|alternance|apprentissage|interim)\b")


_OPENS_IN_PLACE = re.compile(
    r"(?:(?:[ÀAà]\s(?:la\s|l['’]\s?)|[Aa]ux?\s(?!pair\b)|[Aa]upr[èe]s\s(?:de\s(?:la\s|l['’]\s?)?|du\s|des\s|d['’]))(?=\w)"
    r"|[Dd]ans\s(?:une?\s|l[ae]\s|l['’]\s?)(?!cadre)(?=\w)|chez\s(?=\w))"
)


def opens_in_place(text: str) -> bool:
    """Whether a row only says where: "A l'Université X", "Au lycée Y", "chez Z" under a degree or post."""
    match = _OPENS_IN_PLACE.match(text)
    if match is None:
        return False
    first = text[match.end() :].split()[0]
    return not match[0].startswith("Au") or first[:1].islower() or school_score(first) >= 1


def without_place_word(text: str) -> str:
    """A name without the preposition that led to it from the row above."""
    return text[_OPENS_IN_PLACE.match(text).end() :] if opens_in_place(text) else text  # type: ignore[union-attr]


def led_apart(text: str, sign: str) -> str:
    """The text with `sign` and "chez" in place of the first preposition before an organisation or school."""
    large = _LEADS_LARGE.finditer(text) if text.isupper() else ()
    for match in (*large, *_LEADS.finditer(text)):
        told = [piece.strip() for piece in _CUT.split(text[: match.start()].rstrip(" ,"))]
        before = told[-1]
        after = _CUT.split(text[match.end() :])[0].strip()
        if text.count("(", 0, match.start()) > text.count(")", 0, match.start()) or not after:
            continue
        named = "CHEZ" in match[0] and title_score(before) >= _SURE_POST
        if named or _parts(
            match.lastgroup or "", told, before, after.capitalize() if match.re is _LEADS_LARGE else after
        ):
            return f"{text[: match.start()]}{sign}chez {text[match.end() :]}"
    return text


def _parts(kind: str, told: list[str], before: str, after: str) -> bool:
    bare = re.sub(r"\s*\([^()]*\)$", "", before) or before.strip("()")
    degree = any(degree_score(piece) >= 1 for piece in told)
    post = title_score(bare) >= 0.6 or bool(_TRAINEE.search(fold(bare)))
    first = after.split()[0]
    school = school_score(first) >= 1 or fold(first) in _SCHOOLS
    degree = degree or (school and any(degree_score(piece) >= 0.8 for piece in told))
    if title_score(first) >= 0.6 or place_score(after) >= 0.8:
        return False
    if not (degree or post):
        # "BFEEM au Lycée X": a few words before a school name what was taken there, known or not.
        return kind == "at" and school_score(first) >= 1.1 and bare[:1].isupper() and len(bare.split()) <= _FEW
    if kind == "at" and post and _TRAINEE.match(fold(bare)) and len(bare.split()) <= _SHORT and after[:1].isupper():
        return True
    if kind == "of" and post and fold(first) in _SOCIETIES:
        return any(word[:1].isupper() for word in after.split())
    if kind == "of":
        return degree and fold(first) in _OF_WHICH and len(bare.split()) <= 14
    if kind == "house":
        return True
    if kind == "behalf":
        return post and name_like(after) >= 0.99 and len(after.split()) <= 3 and not is_tool(fold(first))
    return school or _is_house(first, after)


def _is_house(first: str, after: str) -> bool:
    """Whether what follows a preposition names an organisation: by its first word or its form, or as an acronym."""
    forms = {word.strip(".,") for word in fold(after).split()}
    known = (
        employer_score(first.capitalize()) >= 0.6
        or " ".join(fold(after).split()[:2]) in _OF_TWO_WORDS
        or fold(first) in _HOUSES
        or bool(forms & LEGAL_FORMS - {"as", "ab", "sa"})
    )
    return known or (bool(_ACRONYM.match(after)) and not is_tool(fold(first)))
