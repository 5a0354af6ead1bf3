"""A task and its rules. Pure: `now` is passed in.

A task is due on a day, at a time of that day or at none, on the wall clock of a zone: 9 o'clock stays 9 o'clock over a
change to summer time. `due_at` is that as an instant; of a whole day, its first.
"""

import calendar
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, StringConstraints

from vivier.kernel.clock import Instant
from vivier.people.model import Author, Line, Strict

MORNING = time(8)  # what is due on a day, at no time of it, is told then
LATER = timedelta(hours=3)
EVENING = time(18)
NEXT_DAYS = 7
MOST_SNOOZES = 50


def known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as unknown:
        raise ValueError("there is no such time zone; use an IANA name: Europe/Paris") from unknown
    return name


Zone = Annotated[str, StringConstraints(max_length=64), AfterValidator(known_zone)]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2199, 12, 31))]
MemberId = Annotated[str, StringConstraints(pattern=r"^mem_[0-9A-HJKMNP-TV-Z]{26}$")]
CandidateId = Annotated[str, StringConstraints(pattern=r"^can_[0-9A-HJKMNP-TV-Z]{26}$")]
JobId = Annotated[str, StringConstraints(pattern=r"^job_[0-9A-HJKMNP-TV-Z]{26}$")]
State = Literal["open", "done", "deleted"]
Preset = Literal["later", "tomorrow", "next_week", "in_a_week", "in_a_month"]


class Due(Strict):
    """A day, and a time of it when `at` is given, in a zone: the assignee's when none is."""

    on: Day
    at: Clock | None = None
    timezone: Zone | None = None


class Repeat(Strict):
    """Every so many days, weeks or months."""

    every: int = Field(default=1, ge=1, le=365)
    unit: Literal["day", "week", "month"]


class Snooze(Strict):
    """One postponement: when, by whom, from and to which instant."""

    at: Instant
    by: str | None = None
    from_due: Instant
    to_due: Instant


class Cause(Strict):
    """What made a task that nobody wrote: a stage that someone entered, under this epoch of the application."""

    kind: Literal["stage"] = "stage"
    job_id: str
    stage_id: str
    epoch: int


class Task(Strict):
    """Something to do. `series` is the day that a repeated one is counted from."""

    id: str
    title: Line
    candidate_id: str | None = None
    job_id: str | None = None
    assignee: str
    assignee_name: str | None = None
    on: Day
    at: Clock | None = None
    timezone: Zone
    due_at: Instant
    repeat: Repeat | None = None
    series: Day | None = None
    state: State = "open"
    cause: Cause | None = None
    created_at: Instant
    created_by: Author
    done_at: Instant | None = None
    done_by: Author | None = None
    deleted_at: Instant | None = None
    stopped_by: int | None = Field(
        default=None, description="Of one that a stage gave: epoch of the move that cancelled it."
    )
    fired_at: Instant | None = Field(default=None, description="When the assignee was told that it is due.")
    next_id: str | None = Field(default=None, description="The task that finishing this one made.")
    snoozes: list[Snooze] = Field(default_factory=list, max_length=MOST_SNOOZES)

    @property
    def all_day(self) -> bool:
        return self.at is None

    @property
    def fires_at(self) -> datetime:
        """When the assignee is told."""
        return instant(self.on, time.fromisoformat(self.at) if self.at else MORNING, self.timezone)

    def due(self, due: Due, zone: str, now: datetime) -> Self:
        """The same task, due otherwise."""
        return self.model_copy(update=placed(due, zone)).armed(now)

    def armed(self, now: datetime) -> Self:
        """To be told when it is due. Who sets a time that has come knows; who is given such a task is told of that."""
        return self.model_copy(update={"fired_at": now if self.fires_at <= now else None})

    def overdue(self, now: datetime, zone: str) -> bool:
        """A time that has passed; a day that is over where the reader is."""
        return self.on < now.astimezone(ZoneInfo(zone)).date() if self.all_day else self.due_at < now

    def day(self, zone: str) -> date:
        """The day it is due on, where the reader is."""
        return self.on if self.all_day else self.due_at.astimezone(ZoneInfo(zone)).date()


def instant(on: date, at: time, zone: str) -> datetime:
    """UTC of a wall clock. A time that a change of clocks skips is as much later; one that comes twice is the first."""
    return datetime.combine(on, at, ZoneInfo(zone)).astimezone(UTC)


def placed(due: Due, zone: str) -> dict[str, Any]:
    """The fields of a task that say when it is due."""
    held = due.timezone or zone
    at = time.fromisoformat(due.at) if due.at else time(0)
    return {"on": due.on, "at": due.at, "timezone": held, "due_at": instant(due.on, at, held)}


def _month(day: date, months: int) -> date:
    """As many months later, on the same day of the month or its last."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def following(start: date, repeat: Repeat, after: date) -> date:
    """The first day of a series, counted from its start, that is later than `after` (and than the start)."""
    if repeat.unit == "month":
        gone = (after.year - start.year) * 12 + after.month - start.month
        number = max(1, gone // repeat.every)
        while (day := _month(start, number * repeat.every)) <= after:
            number += 1
        return day
    step = repeat.every * (7 if repeat.unit == "week" else 1)
    return start + timedelta(days=step * max(1, (after - start).days // step + 1))


def next_of(task: Task, identifier: str, zone: str, now: datetime) -> Task | None:
    """What finishing a repeated task makes: at the same wall clock in the assignee's zone, never in the past."""
    if task.repeat is None:
        return None
    today = now.astimezone(ZoneInfo(zone)).date()
    day = following(task.series or task.on, task.repeat, max(task.on, today))
    fresh = {
        "id": identifier,
        "state": "open",
        "created_at": now,
        "series": task.series or task.on,
        "next_id": None,
        "done_at": None,
        "done_by": None,
        "fired_at": None,
        "snoozes": [],
        "cause": None,
    }
    return task.model_copy(update=placed(Due(on=day, at=task.at, timezone=zone), zone) | fresh)


def postponed(task: Task, preset: Preset, now: datetime, zone: str) -> Due:
    """Where a preset puts a task, seen from now: a time stays the time it was, but for `later`."""
    local = now.astimezone(ZoneInfo(zone))
    today = local.date()
    if preset == "later":
        then = local + LATER
        if then.date() > today or local.time() >= EVENING:
            return Due(on=today + timedelta(days=1), at=task.at, timezone=zone)
        then = then.replace(minute=then.minute // 5 * 5)
        return Due(on=then.date(), at=f"{then:%H:%M}", timezone=zone)
    days = {
        "tomorrow": today + timedelta(days=1),
        "next_week": today + timedelta(days=7 - today.weekday()),
        "in_a_week": today + timedelta(days=7),
        "in_a_month": _month(today, 1),
    }
    return Due(on=days[preset], at=task.at, timezone=zone)


class MyDay(Strict):
    """What awaits a member: the first of each list is the most urgent."""

    today: Day
    timezone: str
    overdue: list[Task]
    due_today: list[Task]
    next: list[Task]
    badge: int = Field(description="Overdue and due today.")
    more: bool = Field(default=False, description="There is more than was read: see the whole list.")


def until(now: datetime, zone: str) -> datetime:
    """Where my day ends: no task of its last day is due later, whatever zone that task is in."""
    last = now.astimezone(ZoneInfo(zone)).date() + timedelta(days=NEXT_DAYS + 1)
    return instant(last, time(0), zone) + timedelta(hours=14)


def my_day(tasks: list[Task], now: datetime, zone: str, *, more: bool = False) -> MyDay:
    """Sorts open tasks, given by due time, into overdue, today, and the next days."""
    today = now.astimezone(ZoneInfo(zone)).date()
    overdue = [t for t in tasks if t.overdue(now, zone)]
    rest = [t for t in tasks if not t.overdue(now, zone)]
    due_today = [t for t in rest if t.day(zone) <= today]
    soon = [t for t in rest if today < t.day(zone) <= today + timedelta(days=NEXT_DAYS)]
    return MyDay(
        today=today,
        timezone=zone,
        overdue=overdue,
        due_today=due_today,
        next=soon,
        badge=len(overdue) + len(due_today),
        more=more,
    )
