"""When steps come up: waiting, business days, the hours of sending, on the clock of a zone. Pure, in UTC outside.

Planning and waking ask the same functions, so that what a pre-flight says is what happens.
"""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from vivier.kernel.workdays import is_working
from vivier.mail.deliverability.hours import own_opens
from vivier.mail.deliverability.model import OwnHours
from vivier.sequences.model import SequenceSettings
from vivier.sequences.steps import MailStep, Step, TaskStep, WaitStep


def local_instant(day: date, at: time, zone: str) -> datetime:
    """UTC of a wall clock. A time that a change of clocks skips is as much later; one that comes twice is the first."""
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)


def after(start: datetime, wait: WaitStep, zone: str) -> datetime:
    """The end of a wait: the same wall clock so many days, then business days later; then hours and minutes as they
    pass.
    """
    at = start
    if wait.days or wait.business_days:
        local = start.astimezone(ZoneInfo(zone))
        day, left = local.date() + timedelta(days=wait.days), wait.business_days
        while left:
            day += timedelta(days=1)
            left -= is_working(day)
        at = max(start, local_instant(day, local.time(), zone))
    return at + timedelta(hours=wait.hours, minutes=wait.minutes)


def own_hours(settings: SequenceSettings, zone: str) -> OwnHours:
    days, holidays = settings.days, settings.holidays
    return OwnHours(days=days, from_hour=settings.from_hour, to_hour=settings.to_hour, holidays=holidays, zone=zone)


def opens(settings: SequenceSettings, at: datetime, zone: str) -> datetime:
    """The first instant, from `at` on, at which mails may leave."""
    return own_opens(own_hours(settings, zone), at)


class Next(NamedTuple):
    """The next step to do and when; `position` is that of the end, when nothing is left to do."""

    position: int
    step: MailStep | TaskStep | None
    at: datetime


def following(
    steps: list[Step], position: int, start: datetime, settings: SequenceSettings, zone: str, but: Collection[str] = ()
) -> Next:
    """What comes up from a position on, when everything before it is over at `start`: waits pass, then a mail at an
    hour of sending, a task at once. `but`: steps that were done, which another version may have further on.
    """
    at = start
    for number in range(position, len(steps)):
        step = steps[number]
        if isinstance(step, WaitStep):
            at = after(at, step, zone)
        elif step.id not in but:
            return Next(number, step, opens(settings, at, zone) if isinstance(step, MailStep) else at)
    return Next(len(steps), None, at)


def course(steps: list[Step], position: int, start: datetime, settings: SequenceSettings, zone: str) -> list[Next]:
    """Every step from a position on with its instant, the end last, as if each was done when it came up."""
    found = [following(steps, position, start, settings, zone)]
    while found[-1].step is not None:
        found.append(following(steps, found[-1].position + 1, found[-1].at, settings, zone))
    return found


def due_day(now: datetime, days: int, zone: str) -> date:
    """The day, where somebody is, so many days from now."""
    return (now + timedelta(days=days)).astimezone(ZoneInfo(zone)).date()


def zone_of(settings: SequenceSettings, told: str) -> str:
    """The zone that decides: the sequence's own, or the person's (`told`)."""
    return told if settings.zone == "person" else settings.zone
