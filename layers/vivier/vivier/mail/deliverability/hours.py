"""Quiet hours, and those of one mail, over days, zones and changes of the clock. Pure."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from vivier.kernel.workdays import holidays
from vivier.mail.deliverability.model import OpenHours, OwnHours

FURTHEST = 400  # days that are looked through for one on which a mail may leave


def day_of(at: datetime, zone: str) -> date:
    return at.astimezone(ZoneInfo(zone)).date()


def begins(day: date, zone: str, hour: int = 0) -> datetime:
    """The instant (UTC) at which an hour of a day begins; where the clock leaps over it, the instant of the leap."""
    return datetime.combine(day, time(hour), ZoneInfo(zone)).astimezone(UTC)


def is_open(hours: OpenHours, zone: str, at: datetime) -> bool:
    local = at.astimezone(ZoneInfo(zone))
    return local.weekday() in hours.days and hours.from_hour <= local.hour < hours.to_hour


def next_open(hours: OpenHours, zone: str, at: datetime) -> datetime:
    """The first instant at or after `at` that is no quiet hour."""
    if is_open(hours, zone, at):
        return at
    day = day_of(at, zone)
    for further in range(16):  # two weeks hold an open hour, whatever one change of the clock takes away
        start = begins(day + timedelta(days=further), zone, hours.from_hour)
        if start >= at and is_open(hours, zone, start):
            return start
    raise AssertionError("a week has an open hour")


def own_opens(own: OwnHours, at: datetime) -> datetime:
    """The first instant, from `at` on, at which the mail may leave by its own hours."""
    local = at.astimezone(ZoneInfo(own.zone))
    if _allowed(own, local.date()) and own.from_hour <= local.hour < own.to_hour:
        return at
    for further in range(FURTHEST):
        day = local.date() + timedelta(days=further)
        start = begins(day, own.zone, own.from_hour)
        if start >= at and _allowed(own, day):
            return start
    raise AssertionError("a year has a day on which mails may leave")


def _allowed(own: OwnHours, day: date) -> bool:
    return day.weekday() in own.days and (own.holidays or day not in holidays(day.year))


def both_open(hours: OpenHours, zone: str, own: OwnHours, at: datetime) -> datetime | None:
    """The first instant, from `at` on, that is no quiet hour and one of the mail's own; None where there is none in two
    months: then their hours never meet.
    """
    end = at + timedelta(days=60)
    while at < end:
        opening = next_open(hours, zone, at)
        if (at := own_opens(own, opening)) == opening:
            return at
    return None


def apart(hours: OpenHours, own: OwnHours, at: datetime) -> bool:
    """Whether their hours never meet: neither where the mail's own clock counts for both, nor the workspace's."""
    return all(both_open(hours, zone, own, at) is None for zone in {own.zone, hours.zone})
