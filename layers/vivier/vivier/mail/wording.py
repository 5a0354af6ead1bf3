"""Days and times as a mail says them. Pure."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from vivier.kernel.actor import Language

DAYS: dict[Language, tuple[str, ...]] = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS: dict[Language, tuple[str, ...]] = {
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}


def day(on: date, language: Language) -> str:
    """`mardi 24 novembre`, `mardi 1er décembre`, `Tuesday 24 November`."""
    return f"{DAYS[language][on.weekday()]} {_number(on, language)} {MONTHS[language][on.month - 1]}"


def _number(on: date, language: Language) -> str:
    return "1er" if on.day == 1 and language == "fr" else str(on.day)


def dated(on: date, language: Language) -> str:
    """`24 novembre 2026`, `1er décembre 2026`, `24 November 2026`."""
    return f"{_number(on, language)} {MONTHS[language][on.month - 1]} {on.year}"


def clock(at: datetime, language: Language) -> str:
    """`14 h 30`, `14:30`: of a time that is local already."""
    return f"{at.hour} h {at:%M}" if language == "fr" else f"{at:%H:%M}"


def moment(at: datetime, language: Language, zone: str) -> str:
    """`mardi 24 novembre à 14 h 30`, `Tuesday 24 November at 14:30`, where the reader is."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{day(local.date(), language)} {'à' if language == 'fr' else 'at'} {clock(local, language)}"


def until(at: datetime, language: Language, zone: str) -> str:
    """`, d’ici mardi 24 novembre`, to end a sentence with."""
    said = day(at.astimezone(ZoneInfo(zone)).date(), language)
    return f", d’ici {said}" if language == "fr" else f", by {said}"
