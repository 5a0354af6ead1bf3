"""Rows between those of a head that name nothing: how long a post took, its web site, a season, a signature."""

import re

from vivier.resumes.layout.lines import Row
from vivier.resumes.text import fold
from vivier.resumes.wording.dates import find_ranges

AMOUNT = (
    r"(?:\d{1,2}(?:[.,]\d)?|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|twelve)(?:\s?½)?"
)
_TIME = r"(?:ans?|annees?|mois|semaines?|saisons?|jours?|years?|yrs?|months?|mos|weeks?|seasons?|days?)"
# How long it took: "CDI - 3 ans", "(6 mois)", "1 year 4 months".
TOOK = re.compile(
    r"\(?(?:depuis |pendant |for |over |plus d[e'] ?)?"
    rf"(?:env(?:iron)?\.? |about |less than |moins d[e'] ?)?{AMOUNT}\s?{_TIME}"
    rf"(?:\s?½|(?:,? et|,? and|,)?\s(?:demie?|a half|\d{{1,2}}\s?{_TIME}))?\)?"
)
# What heads the posts of a season, or of a place of work: "WINTERS", "L'ÉTÉ", "Ashore".
_SEASON = re.compile(
    r"(?:l'|les |en |a |the |on |at )?"
    r"(?:hivers?|etes?|mer|terre|winters?|summers?|ashore|afloat|offshore|onshore|sea|shore)"
    r"(?: et (?:hiver|ete)| and (?:winter|summer))?"
)
_SITE = re.compile(r"(?:https?://|www\.)\S+|(?:[a-z\d-]+\.)+[a-z]{2,4}(?:/\S*)?", re.IGNORECASE)
# What closes a form, with the day it was filled in.
_SIGNED = re.compile(
    r"(?:date (?:et|and|&) )?signature(?:\s|$)|signed(?: by)?\s?[:\t]|fait a [a-z -]{2,40},? le\s|lu et approuve\b"
)
_MOST = 120


def names_nothing(row: Row) -> bool:
    """Whether a row only says how long a post took, its employer's web site, a season, or who signed."""
    text = row.plain.strip(" \t·•|–—-")
    if len(text) <= _MOST and _SIGNED.match(fold(text)):
        return True
    if not text or len(text) > _MOST or find_ranges(text):
        return False
    said = fold(text).strip(" :")
    return bool(TOOK.fullmatch(said) or _SEASON.fullmatch(said) or _is_site(text))


def _is_site(text: str) -> bool:
    match = _SITE.fullmatch(text)
    return match is not None and (text.lower().startswith(("http", "www.")) or "/" in text)
