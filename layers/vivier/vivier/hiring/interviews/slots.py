"""Which times are offered, and which of them are free. Pure: instants in, instants out; zones only inside windows."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from vivier.hiring.interviews.model import Hours, Offer, Slots, Windows

MOST = 400  # slots of one answer


class Span(NamedTuple):
    """Some time that is taken; its end is free again."""

    begins: datetime
    ends: datetime


def offered(offer: Offer, minutes: int, now: datetime) -> list[datetime]:
    """Every start that the offer holds and that is not over, in order, each once."""
    if isinstance(offer, Slots):
        return sorted({s for s in offer.starts if s > now})
    notice = now + timedelta(hours=offer.notice_hours)
    found = {s for s in _starts(offer, minutes) if s > now and s >= notice}
    return sorted(found)[:MOST]


def free(starts: Iterable[datetime], minutes: int, gap: int, taken: Iterable[Span]) -> list[datetime]:
    """Those starts at which nobody is busy, nor within `gap` minutes before or after."""
    around = timedelta(minutes=gap)
    length = timedelta(minutes=minutes)
    busy = list(taken)
    return [s for s in starts if not any(s - around < t.ends and t.begins < s + length + around for t in busy)]


def gap_of(offer: Offer | None) -> int:
    return offer.gap_minutes if isinstance(offer, Windows) else 0


def _starts(windows: Windows, minutes: int) -> Iterator[datetime]:
    """Slots of the length of the interview and its gap, from the beginning of each window."""
    day = windows.first
    while day <= windows.last:
        for hours in windows.hours:
            if day.isoweekday() in hours.days:
                yield from _of_a_day(day, hours, ZoneInfo(windows.zone), minutes, windows.gap_minutes)
        day += timedelta(days=1)


def _of_a_day(day: date, hours: Hours, zone: ZoneInfo, minutes: int, gap: int) -> Iterator[datetime]:
    """Steps are taken in UTC, so that a change of clocks neither doubles nor tears a slot; each must lie within the
    hours by the clock on the wall too, which skips what that day does not have.
    """
    begins, ends = (_wall(day, text) for text in (hours.begins, hours.ends))
    at = _instant(begins, zone)
    length, step = timedelta(minutes=minutes), timedelta(minutes=minutes + gap)
    last = _instant(ends, zone)
    while at + length <= last:
        first_wall, last_wall = ((t.astimezone(zone)).replace(tzinfo=None) for t in (at, at + length))
        if begins <= first_wall and last_wall <= ends:
            yield at
        at += step


def _wall(day: date, text: str) -> datetime:
    midnight = datetime.combine(day, time())
    return midnight + timedelta(days=1) if text == "24:00" else datetime.combine(day, time.fromisoformat(text))


def _instant(wall: datetime, zone: ZoneInfo) -> datetime:
    return wall.replace(tzinfo=zone).astimezone(UTC)
