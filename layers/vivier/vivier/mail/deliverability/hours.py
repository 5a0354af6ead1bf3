"""Quiet hours over days, zones and changes of the clock. Pure."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from vivier.mail.deliverability.model import OpenHours


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
