"""Delays in working days, for mails that leave at hours when people read them. Pure."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from vivier.kernel.workdays import is_working

OPENS, CLOSES = time(9), time(18)


def after(now: datetime, business_days: int, hours: int, zone: ZoneInfo) -> datetime:
    """So many working days later at the same local time, then so many hours.

    A delay of days ends within working hours of a working day; without one, it ends when it ends.
    """
    local = now.astimezone(zone)
    day, left = local.date(), business_days
    while left:
        day += timedelta(days=1)
        left -= is_working(day)
    if not business_days:
        return now + timedelta(hours=hours)
    moment = datetime.combine(day, min(max(local.time(), OPENS), CLOSES), zone)
    return (moment.astimezone(now.tzinfo)) + timedelta(hours=hours)
