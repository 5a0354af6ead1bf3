"""Whose clock a person lives by, as far as a record tells. Pure.

No record asks for a time zone. The place that stands on the record tells it where it names a French territory overseas
(by name or postcode) or a country of one zone; else the country of the first phone number that is no doubtful reading,
where that has one zone. Of the others (the United States, say) nothing is guessed. Somebody may live elsewhere than
either says: whoever relies on it shows what told it, and a correction of the place corrects it.
"""

import re
import unicodedata
from typing import Literal, NamedTuple

from vivier.people.model import Candidate

# Countries and territories of one zone, by ISO 3166 code (IANA zone1970.tab).
ONE_ZONE = {
    "FR": "Europe/Paris", "MC": "Europe/Monaco", "BE": "Europe/Brussels", "LU": "Europe/Luxembourg",
    "CH": "Europe/Zurich", "DE": "Europe/Berlin", "AT": "Europe/Vienna", "NL": "Europe/Amsterdam",
    "IT": "Europe/Rome", "GB": "Europe/London", "IE": "Europe/Dublin", "DK": "Europe/Copenhagen",
    "SE": "Europe/Stockholm", "NO": "Europe/Oslo", "FI": "Europe/Helsinki", "PL": "Europe/Warsaw",
    "CZ": "Europe/Prague", "SK": "Europe/Bratislava", "HU": "Europe/Budapest", "RO": "Europe/Bucharest",
    "BG": "Europe/Sofia", "GR": "Europe/Athens", "HR": "Europe/Zagreb", "SI": "Europe/Ljubljana",
    "RS": "Europe/Belgrade", "EE": "Europe/Tallinn", "LV": "Europe/Riga", "LT": "Europe/Vilnius",
    "MT": "Europe/Malta", "IS": "Atlantic/Reykjavik", "TR": "Europe/Istanbul",
    "MA": "Africa/Casablanca", "DZ": "Africa/Algiers", "TN": "Africa/Tunis", "SN": "Africa/Dakar",
    "CI": "Africa/Abidjan", "CM": "Africa/Douala", "MG": "Indian/Antananarivo", "MU": "Indian/Mauritius",
    "RE": "Indian/Reunion", "YT": "Indian/Mayotte", "GP": "America/Guadeloupe", "MQ": "America/Martinique",
    "GF": "America/Cayenne", "PM": "America/Miquelon", "NC": "Pacific/Noumea",
    "IN": "Asia/Kolkata", "LB": "Asia/Beirut", "AE": "Asia/Dubai", "VN": "Asia/Ho_Chi_Minh",
}  # fmt: skip
# Their names as the last part of an address says them, French and English, without accents.
NAMES = {
    "france": "FR", "monaco": "MC", "belgique": "BE", "belgium": "BE", "luxembourg": "LU", "suisse": "CH",
    "switzerland": "CH", "allemagne": "DE", "germany": "DE", "autriche": "AT", "austria": "AT", "pays bas": "NL",
    "netherlands": "NL", "italie": "IT", "italy": "IT", "royaume uni": "GB", "united kingdom": "GB", "uk": "GB",
    "angleterre": "GB", "england": "GB", "ecosse": "GB", "scotland": "GB", "irlande": "IE", "ireland": "IE",
    "danemark": "DK", "denmark": "DK", "suede": "SE", "sweden": "SE", "norvege": "NO", "norway": "NO",
    "finlande": "FI", "finland": "FI", "pologne": "PL", "poland": "PL", "republique tcheque": "CZ", "tchequie": "CZ",
    "czech republic": "CZ", "slovaquie": "SK", "slovakia": "SK", "hongrie": "HU", "hungary": "HU", "roumanie": "RO",
    "romania": "RO", "bulgarie": "BG", "bulgaria": "BG", "grece": "GR", "greece": "GR", "croatie": "HR",
    "croatia": "HR", "slovenie": "SI", "slovenia": "SI", "serbie": "RS", "serbia": "RS", "estonie": "EE",
    "estonia": "EE", "lettonie": "LV", "latvia": "LV", "lituanie": "LT", "lithuania": "LT", "malte": "MT",
    "malta": "MT", "islande": "IS", "iceland": "IS", "turquie": "TR", "turkey": "TR", "maroc": "MA", "morocco": "MA",
    "algerie": "DZ", "algeria": "DZ", "tunisie": "TN", "tunisia": "TN", "senegal": "SN", "cote d ivoire": "CI",
    "ivory coast": "CI", "cameroun": "CM", "cameroon": "CM", "madagascar": "MG", "ile maurice": "MU",
    "mauritius": "MU", "la reunion": "RE", "reunion": "RE", "ile de la reunion": "RE", "mayotte": "YT",
    "guadeloupe": "GP", "martinique": "MQ", "guyane": "GF", "guyane francaise": "GF", "french guiana": "GF",
    "saint pierre et miquelon": "PM", "nouvelle caledonie": "NC", "new caledonia": "NC", "inde": "IN", "india": "IN",
    "liban": "LB", "lebanon": "LB", "emirats arabes unis": "AE", "united arab emirates": "AE", "vietnam": "VN",
    "viet nam": "VN",
}  # fmt: skip
# French postcodes overseas; the others of five digits are no proof of France.
OVERSEAS = {"971": "GP", "972": "MQ", "973": "GF", "974": "RE", "975": "PM", "976": "YT", "988": "NC"}
# Who lives in one of these is not where a French number says; which of its zones is theirs nobody knows.
MANY_ZONES = {
    "canada", "etats unis", "usa", "united states", "bresil", "brazil", "australie", "australia", "mexique", "mexico",
    "russie", "russia", "indonesie", "indonesia", "espagne", "spain", "portugal", "chine", "china",
    "polynesie francaise", "french polynesia",
}  # fmt: skip

ToldBy = Literal["location", "phone", "default"]


class Clock(NamedTuple):
    """An IANA zone and what it was told by."""

    zone: str
    told_by: ToldBy


def of(person: Candidate, default: str) -> Clock:
    """The zone of the place on the record, else of a phone number; `default` where they tell none."""
    place = person.fields.location
    region = region_of(place.value) if place and not place.doubtful else None
    if region in ONE_ZONE:
        return Clock(ONE_ZONE[region], "location")
    if region is None and (zone := _by_phone(person)):
        return Clock(zone, "phone")
    return Clock(default, "default")


def region_of(place: str) -> str | None:
    """The ISO 3166 code of the country or territory that a place names; empty for one of many zones; None: none named.

    Only a whole part counts (between commas, brackets, dashes with spaces): a street may be called after a country.
    """
    parts = [_plain(part) for part in re.split(r"[,;()/|\n]|\s[-–—]\s", place)]
    for part in parts:  # these first: France may follow
        if postcode := re.search(r"(?:^|(?<=[a-z] ))(97[1-6]|988)(?:\d{2})?(?= [a-z]|$)", part):
            return OVERSEAS[postcode[1]]
        if NAMES.get(part) in OVERSEAS.values():
            return NAMES[part]
    for part in reversed(parts):
        if part in NAMES:
            return NAMES[part]
        if part in MANY_ZONES:
            return ""
    return None


def _plain(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", bare).split())


def _by_phone(person: Candidate) -> str | None:
    import phonenumbers  # here: few requests ask

    for phone in person.fields.phones:
        if phone.doubtful or not phone.value.startswith("+"):
            continue
        try:
            region = phonenumbers.region_code_for_number(phonenumbers.parse(phone.value))
        except phonenumbers.NumberParseException:
            continue
        if region in ONE_ZONE:
            return ONE_ZONE[region]
    return None
