"""Days and times as a mail to one of us says them. Pure."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from vivier.kernel.actor import Language
from vivier.tasks.model import Task

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
    number = "1er" if on.day == 1 and language == "fr" else str(on.day)
    return f"{DAYS[language][on.weekday()]} {number} {MONTHS[language][on.month - 1]}"


def moment(at: datetime, language: Language, zone: str) -> str:
    """`mardi 24 novembre à 14 h 30`, `Tuesday 24 November at 14:30`, where the reader is."""
    local = at.astimezone(ZoneInfo(zone))
    clock = f"à {local.hour} h {local:%M}" if language == "fr" else f"at {local:%H:%M}"
    return f"{day(local.date(), language)} {clock}"


def due(task: Task, language: Language, zone: str) -> str:
    return day(task.on, language) if task.all_day else moment(task.due_at, language, zone)


def several(number: int, one: str, many: str, language: Language) -> str:
    """`1 tâche`, `3 tâches`; French counts nothing as one."""
    single = number < 2 if language == "fr" else number == 1
    return f"{number} {one if single else many}"
