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

# Countries and territories whose people have one clock, by ISO 3166 code (IANA zone.tab).
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
    "AL": "Europe/Tirane", "BA": "Europe/Sarajevo", "MK": "Europe/Skopje", "ME": "Europe/Podgorica",
    "MD": "Europe/Chisinau", "BY": "Europe/Minsk", "LI": "Europe/Vaduz", "AD": "Europe/Andorra",
    "SM": "Europe/San_Marino", "UA": "Europe/Kyiv",
    "EG": "Africa/Cairo", "ZA": "Africa/Johannesburg", "NG": "Africa/Lagos", "GH": "Africa/Accra",
    "KE": "Africa/Nairobi", "ET": "Africa/Addis_Ababa", "BJ": "Africa/Porto-Novo", "TG": "Africa/Lome",
    "ML": "Africa/Bamako", "BF": "Africa/Ouagadougou", "NE": "Africa/Niamey", "GA": "Africa/Libreville",
    "CG": "Africa/Brazzaville", "GN": "Africa/Conakry", "MR": "Africa/Nouakchott", "DJ": "Africa/Djibouti",
    "KM": "Indian/Comoro", "TD": "Africa/Ndjamena", "CF": "Africa/Bangui", "RW": "Africa/Kigali",
    "BI": "Africa/Bujumbura", "TZ": "Africa/Dar_es_Salaam", "UG": "Africa/Kampala", "LY": "Africa/Tripoli",
    "SD": "Africa/Khartoum", "MZ": "Africa/Maputo", "ZW": "Africa/Harare", "ZM": "Africa/Lusaka",
    "AO": "Africa/Luanda", "CV": "Atlantic/Cape_Verde", "GM": "Africa/Banjul", "SL": "Africa/Freetown",
    "LR": "Africa/Monrovia", "BW": "Africa/Gaborone", "NA": "Africa/Windhoek",
    "JP": "Asia/Tokyo", "KR": "Asia/Seoul", "SG": "Asia/Singapore", "HK": "Asia/Hong_Kong", "TW": "Asia/Taipei",
    "TH": "Asia/Bangkok", "PH": "Asia/Manila", "PK": "Asia/Karachi", "BD": "Asia/Dhaka", "NP": "Asia/Kathmandu",
    "LK": "Asia/Colombo", "IL": "Asia/Jerusalem", "SA": "Asia/Riyadh", "QA": "Asia/Qatar", "KW": "Asia/Kuwait",
    "BH": "Asia/Bahrain", "OM": "Asia/Muscat", "JO": "Asia/Amman", "IQ": "Asia/Baghdad", "IR": "Asia/Tehran",
    "GE": "Asia/Tbilisi", "AM": "Asia/Yerevan", "AZ": "Asia/Baku", "KH": "Asia/Phnom_Penh", "LA": "Asia/Vientiane",
    "MM": "Asia/Yangon", "MY": "Asia/Kuala_Lumpur",
    "CO": "America/Bogota", "PE": "America/Lima", "HT": "America/Port-au-Prince", "CU": "America/Havana",
    "VE": "America/Caracas", "UY": "America/Montevideo", "PY": "America/Asuncion", "BO": "America/La_Paz",
    "CR": "America/Costa_Rica", "PA": "America/Panama", "DO": "America/Santo_Domingo", "GT": "America/Guatemala",
    "SV": "America/El_Salvador", "HN": "America/Tegucigalpa", "NI": "America/Managua",
    "AR": "America/Argentina/Buenos_Aires",
}  # fmt: skip
# Their names as the last part of an address says them, French and English, without accents. None that a state or a town
# elsewhere has too, as Georgia or Jamaica.
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
    "albanie": "AL", "albania": "AL", "bosnie herzegovine": "BA", "bosnia and herzegovina": "BA",
    "macedoine du nord": "MK", "north macedonia": "MK", "montenegro": "ME", "moldavie": "MD", "moldova": "MD",
    "bielorussie": "BY", "belarus": "BY", "liechtenstein": "LI", "andorre": "AD", "andorra": "AD",
    "saint marin": "SM", "san marino": "SM", "ukraine": "UA", "egypte": "EG", "egypt": "EG", "afrique du sud": "ZA",
    "south africa": "ZA", "nigeria": "NG", "ghana": "GH", "kenya": "KE", "ethiopie": "ET", "ethiopia": "ET",
    "benin": "BJ", "togo": "TG", "mali": "ML", "burkina faso": "BF", "niger": "NE", "gabon": "GA",
    "congo brazzaville": "CG", "republique du congo": "CG", "republic of the congo": "CG", "guinee": "GN",
    "guinea": "GN", "mauritanie": "MR", "mauritania": "MR", "djibouti": "DJ", "comores": "KM", "comoros": "KM",
    "tchad": "TD", "chad": "TD", "republique centrafricaine": "CF", "central african republic": "CF",
    "rwanda": "RW", "burundi": "BI", "tanzanie": "TZ", "tanzania": "TZ", "ouganda": "UG", "uganda": "UG",
    "libye": "LY", "libya": "LY", "soudan": "SD", "sudan": "SD", "mozambique": "MZ", "zimbabwe": "ZW",
    "zambie": "ZM", "zambia": "ZM", "angola": "AO", "cap vert": "CV", "cape verde": "CV", "cabo verde": "CV",
    "gambie": "GM", "gambia": "GM", "sierra leone": "SL", "liberia": "LR", "botswana": "BW", "namibie": "NA",
    "namibia": "NA", "japon": "JP", "japan": "JP", "coree du sud": "KR", "south korea": "KR", "singapour": "SG",
    "singapore": "SG", "hong kong": "HK", "taiwan": "TW", "thailande": "TH", "thailand": "TH", "philippines": "PH",
    "pakistan": "PK", "bangladesh": "BD", "nepal": "NP", "sri lanka": "LK", "israel": "IL", "arabie saoudite": "SA",
    "saudi arabia": "SA", "qatar": "QA", "koweit": "KW", "kuwait": "KW", "bahrein": "BH", "bahrain": "BH",
    "oman": "OM", "jordanie": "JO", "jordan": "JO", "irak": "IQ", "iraq": "IQ", "iran": "IR", "armenie": "AM",
    "armenia": "AM", "azerbaidjan": "AZ", "azerbaijan": "AZ", "cambodge": "KH", "cambodia": "KH", "laos": "LA",
    "birmanie": "MM", "myanmar": "MM", "malaisie": "MY", "malaysia": "MY", "colombie": "CO", "colombia": "CO",
    "perou": "PE", "peru": "PE", "haiti": "HT", "cuba": "CU", "venezuela": "VE", "uruguay": "UY", "paraguay": "PY",
    "bolivie": "BO", "bolivia": "BO", "costa rica": "CR", "panama": "PA", "republique dominicaine": "DO",
    "dominican republic": "DO", "guatemala": "GT", "salvador": "SV", "el salvador": "SV", "honduras": "HN",
    "nicaragua": "NI", "argentine": "AR", "argentina": "AR",
}  # fmt: skip
# French postcodes overseas; the others of five digits are no proof of France.
OVERSEAS = {"971": "GP", "972": "MQ", "973": "GF", "974": "RE", "975": "PM", "976": "YT", "988": "NC"}
# Who lives in one of these is not where a French number says; which of its zones is theirs nobody knows.
MANY_ZONES = {
    "canada", "etats unis", "usa", "united states", "bresil", "brazil", "australie", "australia", "mexique", "mexico",
    "russie", "russia", "indonesie", "indonesia", "espagne", "spain", "portugal", "chine", "china",
    "polynesie francaise", "french polynesia", "rdc", "republique democratique du congo",
    "democratic republic of the congo", "chili", "chile", "equateur", "ecuador", "nouvelle zelande", "new zealand",
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
