"""The country a CV speaks from, and its language: they decide how a national phone number is read."""

import re
from collections import Counter

from vivier.resumes.layout.lines import Row
from vivier.resumes.lexicon import anglophone, francophone
from vivier.resumes.lexicon.places import CA_PROVINCES, CITIES, COUNTRIES, FRENCH_CITIES, US_STATES
from vivier.resumes.person.contacts import emails_in
from vivier.resumes.text import fold

_STOP = {
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "des",
            "du",
            "de",
            "et",
            "en",
            "pour",
            "dans",
            "avec",
            "sur",
            "une",
            "un",
            "au",
            "aux",
            "par",
            "chez",
            "mes",
            "mon",
            "ma",
            "depuis",
            "ans",
            "mise",
            "est",
            "sous",
            "d'un",
            "d'une",
        ]
    ),
    "en": frozenset(
        [
            "the",
            "of",
            "and",
            "in",
            "for",
            "to",
            "with",
            "on",
            "a",
            "an",
            "at",
            "by",
            "from",
            "as",
            "is",
            "my",
            "years",
            "using",
            "through",
            "new",
            "i",
            "was",
        ]
    ),
}
_TLD = {
    "fr": "FR",
    "be": "BE",
    "ch": "CH",
    "lu": "LU",
    "ca": "CA",
    "uk": "GB",
    "ie": "IE",
    "de": "DE",
    "es": "ES",
    "it": "IT",
    "pt": "PT",
    "nl": "NL",
    "us": "US",
    "au": "AU",
    "in": "IN",
    "ma": "MA",
    "tn": "TN",
    "dz": "DZ",
    "sn": "SN",
    "at": "AT",
    "pl": "PL",
    "se": "SE",
    "dk": "DK",
    "no": "NO",
    "nz": "NZ",
    "za": "ZA",
    "sg": "SG",
    "ng": "NG",
    "gh": "GH",
    "ke": "KE",
    "pk": "PK",
    "ae": "AE",
    **{code.lower(): code for code in francophone.CODES.values()},
    "ci": "CI",
}
_CODES = {
    "33": "FR",
    "32": "BE",
    "41": "CH",
    "352": "LU",
    "44": "GB",
    "353": "IE",
    "49": "DE",
    "34": "ES",
    "39": "IT",
    "351": "PT",
    "31": "NL",
    "212": "MA",
    "216": "TN",
    "213": "DZ",
    "221": "SN",
    "225": "CI",
    "91": "IN",
    "61": "AU",
    "234": "NG",
    "233": "GH",
    "254": "KE",
    "92": "PK",
    "971": "AE",
    "27": "ZA",
    "65": "SG",
    **francophone.CODES,
}
_UK_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
_CA_POSTCODE = re.compile(r"\b[A-Z]\d[A-Z][ ]?\d[A-Z]\d\b")
_US_ZIP = re.compile(r"\b([A-Z]{2})[ ,]{1,3}\d{5}(?:-\d{4})?\b")
_FR_POSTCODE = re.compile(r"\b(?:0[1-9]|[1-8]\d|9[0-8])\d{3}\b\s+[A-ZÀ-Ý][\w'’-]+")
_STATE = re.compile(r",\s*([A-Z]{2})\b")


def language_of(rows: list[Row], hint: str | None = None) -> str:
    """ "fr" or "en", by the small words; the hint settles a draw."""
    counts: Counter[str] = Counter()
    for row in rows[:400]:
        for word in fold(row.text).split():
            for language, words in _STOP.items():
                counts[language] += word in words
        counts["fr"] += sum(c in "éèêàçùîôâ" for c in row.text.lower()) // 2
    if counts["fr"] == counts["en"]:
        return hint if hint in ("fr", "en") else "fr"
    return "fr" if counts["fr"] > counts["en"] else "en"


def country_of(contact: list[Row], rows: list[Row], language: str) -> str:
    """The ISO code of the most likely country."""
    votes: Counter[str] = Counter()
    for row in contact[:40]:
        _vote(row.text.replace("\t", " | "), votes)
    if not votes:
        for row in rows[:15]:
            _vote(row.text.replace("\t", " | "), votes)
    if not votes:
        _vote_by_studies(rows, votes)
    votes["FR" if language == "fr" else "US"] += 1
    if language == "en":
        votes["GB"] += 0
    return votes.most_common(1)[0][0]


def _vote_by_studies(rows: list[Row], votes: Counter[str]) -> None:
    """What the rest of a CV says of its country where nothing beside the name does: its towns, diplomas, languages."""
    for row in rows[:200]:
        folded = fold(row.text)
        for word in re.findall(r"[a-z][a-z'.-]*[a-z]", re.sub(r"\b[dl]'", " ", folded)):
            code = francophone.DIPLOMAS.get(word) or francophone.TOWN_COUNTRY.get(word) or anglophone.SAID_IN.get(word)
            votes[code or ("FR" if word in FRENCH_CITIES else "")] += 1
    del votes[""]


def _vote(text: str, votes: Counter[str]) -> None:
    for match in re.finditer(r"(?:\+|\b00)\s?(\d{1,3})", text):
        for size in (3, 2):
            if match[1][:size] in _CODES:
                votes[_CODES[match[1][:size]]] += 4
                break
    for address in emails_in(text):
        votes[_TLD.get(address.rsplit(".", 1)[-1].lower(), "")] += 2
    del votes[""]
    _vote_by_places(fold(text), votes)
    votes["GB"] += 5 * bool(_UK_POSTCODE.search(text))
    votes["CA"] += 5 * bool(_CA_POSTCODE.search(text))
    zipped = _US_ZIP.search(text)
    votes["US"] += 5 * bool(zipped and zipped[1] in US_STATES)
    if not zipped:
        votes["FR"] += 3 * bool(_FR_POSTCODE.search(text))
    for state in _STATE.findall(text):
        votes["US"] += 3 * (state in US_STATES)
        votes["CA"] += 4 * (state in CA_PROVINCES)
    for empty in [k for k, n in votes.items() if n <= 0]:
        del votes[empty]


def _vote_by_places(folded: str, votes: Counter[str]) -> None:
    """What a text's countries and towns say."""
    for piece in re.split(r"[,|•·()–/-]\s*|\s{2,}", folded):
        name = piece.strip(" .")
        if name in COUNTRIES and len(name) > 2:
            votes[COUNTRIES[name]] += 6
        elif (last := name.split(" ")[-1]) in COUNTRIES and len(last) > 4:
            votes[COUNTRIES[last]] += 3  # "Airport Road Tunisia"
        bare = re.sub(r"^\d{4,5}\s+|\s+\d{1,2}$", "", name)
        if bare in FRENCH_CITIES:
            votes["FR"] += 2
        elif bare in CITIES:
            votes[_city_country(bare)] += 2
    del votes[""]


_CITY_COUNTRY = {
    "GB": """london londres manchester birmingham leeds liverpool bristol sheffield edinburgh edimbourg glasgow cardiff
        belfast nottingham leicester newcastle southampton portsmouth brighton oxford york coventry aberdeen""",
    "IE": "dublin cork galway limerick waterford",
    "CH": "geneve geneva lausanne zurich bern berne basel bale neuchatel fribourg lugano winterthur nyon "
    "vevey montreux",
    "BE": "bruxelles brussels liege namur charleroi mons anvers antwerp gand ghent bruges louvain "
    "louvain-la-neuve leuven",
    "CA": "montreal quebec laval gatineau sherbrooke trois-rivieres longueuil levis ottawa toronto "
    "vancouver calgary edmonton winnipeg",
    "DE": "berlin munich munchen hamburg hambourg frankfurt francfort cologne koln stuttgart dusseldorf "
    "leipzig dresden bremen",
    "LU": "luxembourg",
    "NG": "lagos abuja ibadan kano kaduna enugu",
    "GH": "accra kumasi",
    "KE": "nairobi mombasa",
    "PK": "karachi lahore islamabad rawalpindi",
}
_COUNTRY_OF_CITY = {city: code for code, cities in _CITY_COUNTRY.items() for city in cities.split()}


def _city_country(city: str) -> str:
    return _COUNTRY_OF_CITY.get(city) or francophone.TOWN_COUNTRY.get(city) or anglophone.SAID_IN.get(city, "")
