"""Whose clock a person lives by, as far as a record tells. Pure.

No record asks for a time zone. The country of the first phone number that is no doubtful reading says it where that
country has one zone; of the others (the United States, say) nothing is guessed. Somebody may live elsewhere than their
number: whoever relies on it shows where it comes from.
"""

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


class Clock(NamedTuple):
    """An IANA zone and what it was told by."""

    zone: str
    told_by: Literal["phone", "default"]


def of(person: Candidate, default: str) -> Clock:
    """The zone of a person's phone number; `default` where it tells none."""
    import phonenumbers  # here: few requests ask

    for phone in person.fields.phones:
        if phone.doubtful or not phone.value.startswith("+"):
            continue
        try:
            region = phonenumbers.region_code_for_number(phonenumbers.parse(phone.value))
        except phonenumbers.NumberParseException:
            continue
        if region in ONE_ZONE:
            return Clock(ONE_ZONE[region], "phone")
    return Clock(default, "default")
