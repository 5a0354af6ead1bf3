"""What a human types as a contact, in the one form that is stored."""

import re
from functools import cache
from typing import Any

from vivier.kernel.actor import Language
from vivier.kernel.errors import Invalid

ADDRESS = re.compile(r"[^\s@<>(),;:\"\\\[\]]{1,64}@[^\s@<>(),;:\"\\\[\]]+\.[^\s@.<>(),;:\"\\\[\]]{2,}")
REGIONS: dict[Language, str] = {"fr": "FR", "en": "GB"}


@cache
def _phonenumbers() -> Any:
    """Imported at its first use: its tables cost more than a whole request."""
    import phonenumbers

    return phonenumbers


def email(text: str) -> str:
    """A mail address (RFC 5321 lengths, no quoted local parts). Raises Invalid."""
    address = text.strip()
    if len(address) > 254 or not ADDRESS.fullmatch(address):
        raise Invalid(
            "This is not an e-mail address.", [{"field": "emails", "message": "Write it as name@example.com."}]
        )
    return address


def phone(text: str, language: Language) -> str:
    """A phone number in E.164; a national one is taken to be of the language's country. Raises Invalid."""
    numbers = _phonenumbers()
    try:
        number = numbers.parse(text, REGIONS[language])
    except numbers.NumberParseException as unreadable:
        raise Invalid("This is not a phone number.", [_phone_help()]) from unreadable
    if not numbers.is_possible_number(number):
        raise Invalid("This is not a phone number.", [_phone_help()])
    return str(numbers.format_number(number, numbers.PhoneNumberFormat.E164))


def _phone_help() -> dict[str, str]:
    return {"field": "phones", "message": "Write it with its country, as +33 6 12 34 56 78."}


def link(text: str) -> str:
    """A web address, `https://` put before when there is no scheme. Raises Invalid for any other scheme."""
    address = text.strip()
    if not re.match(r"[a-z][a-z0-9+.-]*:", address, re.IGNORECASE) or re.match(r"[\w.-]+:\d", address):
        address = f"https://{address}"
    if len(address) > 500 or not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", address, re.IGNORECASE):
        raise Invalid("This is not a web address.", [{"field": "links", "message": "Write it as https://example.com."}])
    return address
