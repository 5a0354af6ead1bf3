"""Tasks and numbers as a mail to one of us says them. Pure."""

from vivier.kernel.actor import Language
from vivier.mail.wording import day, moment
from vivier.tasks.model import Task


def due(task: Task, language: Language, zone: str) -> str:
    return day(task.on, language) if task.all_day else moment(task.due_at, language, zone)


def several(number: int, one: str, many: str, language: Language) -> str:
    """`1 tâche`, `3 tâches`; French counts nothing as one."""
    single = number < 2 if language == "fr" else number == 1
    return f"{number} {one if single else many}"
