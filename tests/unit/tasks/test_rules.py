"""When a task is due, when its next comes, what a day holds: over months, zones and changes of clocks."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from vivier.people.model import Author
from vivier.tasks.model import Due, Preset, Repeat, Task, following, instant, my_day, next_of, placed, postponed, until

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
PARIS = "Europe/Paris"
ZONES = st.sampled_from(
    [PARIS, "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "UTC"]
)
DAYS = st.dates(date(2024, 1, 1), date(2031, 12, 31))
CLOCKS = st.times().map(lambda t: f"{t:%H:%M}")
REPEATS = st.builds(Repeat, every=st.integers(1, 40), unit=st.sampled_from(["day", "week", "month"]))
PRESETS: list[Preset] = ["later", "tomorrow", "next_week", "in_a_week", "in_a_month"]


def task(on: date = TODAY, at: str | None = None, zone: str = PARIS, repeat: Repeat | None = None) -> Task:
    return Task(
        id="tsk_1",
        title="Rappeler",
        assignee="mem_1",
        created_at=NOW,
        created_by=Author(kind="member"),
        repeat=repeat,
        series=on if repeat else None,
        **placed(Due(on=on, at=at, timezone=zone), zone),
    )


@given(DAYS, REPEATS, st.integers(0, 2000))
def test_the_next_day_of_a_series_is_the_first_one_later(start: date, repeat: Repeat, gone: int) -> None:
    after = start + timedelta(days=gone)

    day = following(start, repeat, after)

    assert day > after
    if repeat.unit == "month":
        months = (day.year - start.year) * 12 + day.month - start.month
        assert months % repeat.every == 0
        assert months > 0
        assert day.day == start.day or ((day + timedelta(days=1)).day == 1 and day.day < start.day)
    else:
        step = repeat.every * (7 if repeat.unit == "week" else 1)
        assert (day - start).days % step == 0
        assert day - timedelta(days=step) <= after


def test_the_last_of_a_month_stays_the_last_and_comes_back() -> None:
    start, monthly = date(2027, 1, 31), Repeat(unit="month")

    days = [start]
    for _ in range(4):
        days.append(following(start, monthly, days[-1]))

    assert days[1:] == [date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30), date(2027, 5, 31)]


@given(DAYS, CLOCKS, ZONES, REPEATS, st.integers(-100, 400))
def test_a_repeated_task_comes_at_the_same_wall_clock_and_never_in_the_past(
    on: date, at: str, zone: str, repeat: Repeat, days: int
) -> None:
    held = task(on, at, zone, repeat)
    now = held.due_at + timedelta(days=days)

    coming = next_of(held, "tsk_2", zone, now)

    assert coming
    assert (coming.at, coming.timezone, coming.series, coming.state) == (at, zone, on, "open")
    assert coming.on > max(on, now.astimezone(ZoneInfo(zone)).date())
    assert coming.due_at > now
    local = coming.due_at.astimezone(ZoneInfo(zone))
    wall = time.fromisoformat(at)
    # A time that the clocks skip does not exist on that day: then it is as much later.
    skipped = datetime.combine(coming.on, wall, ZoneInfo(zone)).astimezone(UTC).astimezone(ZoneInfo(zone))
    assert local == skipped
    assert local.time() == wall or skipped.time() != wall


def test_nine_oclock_stays_nine_oclock_when_the_clocks_change() -> None:
    before = task(date(2027, 3, 22), "09:00", PARIS, Repeat(unit="week"))

    after = next_of(before, "tsk_2", PARIS, before.due_at)

    assert after
    assert after.on == date(2027, 3, 29)
    assert after.due_at - before.due_at == timedelta(days=7, hours=-1)


def test_a_time_that_the_clocks_skip_is_later_and_one_that_comes_twice_is_the_first() -> None:
    assert instant(date(2027, 3, 28), time(2, 30), PARIS) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert instant(date(2027, 10, 31), time(2, 30), PARIS) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def test_a_followup_moves_to_the_zone_of_its_new_assignee() -> None:
    held = task(date(2026, 11, 24), "09:00", PARIS, Repeat(unit="day"))

    coming = next_of(held, "tsk_2", "America/New_York", NOW)

    assert coming
    assert coming.due_at == datetime(2026, 11, 25, 14, 0, tzinfo=UTC)


def test_a_task_that_is_not_repeated_has_no_next() -> None:
    assert next_of(task(), "tsk_2", PARIS, NOW) is None


@given(DAYS, st.none() | CLOCKS, ZONES, ZONES, st.integers(-20, 20))
def test_every_task_of_the_days_ahead_stands_in_one_list_and_is_asked_for(
    on: date, at: str | None, zone: str, reader: str, days: int
) -> None:
    held = task(on, at, zone)
    now = held.due_at + timedelta(days=days, minutes=7)

    seen = my_day([held], now, reader)

    ahead = (held.day(reader) - seen.today).days
    listed = [len(seen.overdue), len(seen.due_today), len(seen.next)]
    assert sum(listed) == (ahead <= 7)
    assert seen.badge == len(seen.overdue) + len(seen.due_today)
    if ahead <= 7:
        assert held.due_at < until(now, reader)
    if seen.overdue:
        assert held.due_at < now
    if seen.next:
        assert 0 < ahead <= 7


def test_a_day_is_overdue_when_it_is_over_and_a_time_when_it_has_passed() -> None:
    evening = datetime(2026, 11, 24, 22, 59, tzinfo=UTC)
    day, hour = task(), task(at="10:00")

    assert [t.overdue(evening, PARIS) for t in (day, hour)] == [False, True]
    assert day.overdue(evening + timedelta(minutes=2), PARIS)
    assert my_day([day], NOW, PARIS).due_today == [day]


@pytest.mark.parametrize("preset", PRESETS)
@given(st.integers(0, 3 * 365 * 24 * 60), ZONES, st.none() | CLOCKS)
def test_every_preset_puts_a_task_into_the_future(preset: Preset, minutes: int, zone: str, at: str | None) -> None:
    now = NOW + timedelta(minutes=minutes)
    held = task(now.date() - timedelta(days=3), at, zone)

    put = held.due(postponed(held, preset, now, zone), zone, now)

    assert not put.overdue(now, zone)
    assert put.due_at > now
    assert put.fired_at is None


def test_presets_say_what_their_names_say() -> None:
    tuesday = NOW  # 10:30 in Paris

    said = {p: postponed(task(at="15:00"), p, tuesday, PARIS) for p in PRESETS}

    assert (said["later"].on, said["later"].at) == (date(2026, 11, 24), "13:30")
    assert (said["tomorrow"].on, said["tomorrow"].at) == (date(2026, 11, 25), "15:00")
    assert said["next_week"].on == date(2026, 11, 30)
    assert said["in_a_week"].on == date(2026, 12, 1)
    assert said["in_a_month"].on == date(2026, 12, 24)
    late = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
    assert postponed(task(), "later", late, PARIS) == Due(on=date(2026, 11, 25), timezone=PARIS)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../../etc/passwd", "/etc/passwd", "Europe", "\0"])
def test_a_zone_that_does_not_exist_is_refused(zone: str) -> None:
    with pytest.raises(ValidationError):
        Due(on=NOW.date(), timezone=zone)
