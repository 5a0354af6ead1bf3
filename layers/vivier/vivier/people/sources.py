"""Where somebody was found, in words that they can read: the product's own sources by their key, others as typed."""

from vivier.kernel.actor import Language

SAID: dict[str, dict[Language, str]] = {
    "upload": {"fr": "un CV qui nous a été remis", "en": "a CV that we were given"},
    "typed": {"fr": "une saisie de notre équipe", "en": "an entry by our team"},
    "email": {"fr": "un e-mail", "en": "an e-mail"},
    "phone": {"fr": "un appel", "en": "a phone call"},
    "event": {"fr": "un événement", "en": "an event"},
    "referral": {"fr": "une cooptation", "en": "a referral"},
    "network": {"fr": "un réseau social", "en": "a social network"},
    "demo": {"fr": "une démonstration", "en": "a demonstration"},
}


def said(source: str, language: Language) -> str:
    """What stands in a mail or on a page (GDPR art. 14(2)(f) asks to name the source)."""
    return SAID[source][language] if source in SAID else source
