"""One mail a day for each member, at their hour, whatever the clocks and schedules do."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from vivier.team.digests import at, turn

ZONES = st.sampled_from(["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"])
STARTS = st.integers(0, 2 * 365 * 24 * 60).map(lambda m: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=m))
SKEW = st.integers(-10, 10)


class Clock:
    """A schedule of one row: runs when it is due by whoever's clock, and notes the days it was sent for."""

    def __init__(self, hour: int, zone: str) -> None:
        self.hour, self.zone = hour, zone
        self.planned: date | None = None
        self.last: date | None = None
        self.due: datetime | None = None
        self.sent: list[tuple[date, datetime]] = []

    def run(self, now: datetime) -> None:
        if self.due and self.due > now:
            return
        next_turn = turn(self.planned, self.last, self.hour, self.zone, now)
        if next_turn.day:
            self.last = next_turn.day
            self.sent.append((next_turn.day, now))
        self.planned, self.due = next_turn.next_day, next_turn.next_at


@settings(max_examples=40)
@given(STARTS, ZONES, st.integers(0, 23), st.lists(SKEW, min_size=1, max_size=7))
def test_each_local_day_has_one_mail_at_its_hour_over_changes_of_clocks_and_skew(
    start: datetime, zone: str, hour: int, skews: list[int]
) -> None:
    clock = Clock(hour, zone)
    clock.run(start)

    for n in range(12 * 24 * 6):  # every ten minutes for twelve days, on machines whose clocks differ
        clock.run(start + timedelta(minutes=10 * n + skews[n % len(skews)]))

    days = [day for day, _ in clock.sent]
    assert days == [days[0] + timedelta(days=n) for n in range(len(days))]
    assert len(days) >= 11
    late = [sent - at(day, hour, zone) for day, sent in clock.sent]
    assert all(timedelta(0) <= wait <= timedelta(minutes=30) for wait in late[1:])
    assert timedelta(0) <= late[0] <= timedelta(hours=1, minutes=30)  # who comes a little late is not left out


@given(STARTS, ZONES, st.integers(0, 23), st.lists(st.integers(1, 4000), min_size=5, max_size=40))
def test_a_schedule_that_stops_and_starts_never_sends_twice_for_a_day_nor_for_one_long_gone(
    start: datetime, zone: str, hour: int, gaps: list[int]
) -> None:
    clock, now = Clock(hour, zone), start
    for gap in gaps:
        clock.run(now)
        assert clock.due
        assert clock.due > now - timedelta(hours=1)
        now += timedelta(minutes=gap)

    days = [day for day, _ in clock.sent]
    assert days == sorted(set(days))
    for day, sent in clock.sent:
        assert sent >= at(day, hour, zone)
        today = sent.astimezone(ZoneInfo(zone)).date()
        assert day == today or sent < at(day, hour, zone) + timedelta(hours=6)


def test_another_hour_counts_from_the_next_day_once_todays_mail_has_left() -> None:
    morning = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
    clock = Clock(8, "Europe/Paris")
    clock.run(morning - timedelta(hours=2))
    clock.run(morning)

    clock.hour, clock.planned, clock.due = 14, None, None
    for hour in range(32):
        clock.run(morning + timedelta(hours=hour))

    assert [day for day, _ in clock.sent] == [date(2026, 11, 24), date(2026, 11, 25)]


def test_an_hour_chosen_a_moment_too_late_counts_for_today() -> None:
    now = datetime(2026, 11, 24, 7, 2, tzinfo=UTC)
    clock = Clock(8, "Europe/Paris")

    clock.run(now)
    clock.run(now + timedelta(minutes=1))

    assert [day for day, _ in clock.sent] == [date(2026, 11, 24)]


def test_a_zone_further_east_gives_no_second_mail_for_a_day() -> None:
    clock = Clock(8, "Europe/Paris")
    clock.run(datetime(2026, 11, 24, 6, 0, tzinfo=UTC))
    clock.run(datetime(2026, 11, 24, 7, 0, tzinfo=UTC))

    clock.zone, clock.planned, clock.due = "America/New_York", None, None
    for hour in range(48):
        clock.run(datetime(2026, 11, 24, 8, 0, tzinfo=UTC) + timedelta(hours=hour))

    assert [day for day, _ in clock.sent] == [date(2026, 11, 24), date(2026, 11, 25)]
