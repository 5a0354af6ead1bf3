"""When steps come up, over weekends, holidays and changes of the clock."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sequences import mail_step, task_step, wait_step

from vivier.kernel.workdays import holidays
from vivier.sequences import schedule
from vivier.sequences.model import SequenceSettings
from vivier.sequences.steps import Step

PARIS = "Europe/Paris"
OFFICE = SequenceSettings()
instants = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
zones = st.sampled_from(
    [PARIS, "America/New_York", "Asia/Kolkata", "Pacific/Noumea", "Africa/Casablanca", "Pacific/Apia"]
)
hours = st.builds(
    lambda days, first, length, feasts: SequenceSettings(
        days=sorted(days), from_hour=first, to_hour=min(24, first + length), holidays=feasts
    ),
    st.sets(st.integers(0, 6), min_size=1),
    st.integers(0, 23),
    st.integers(1, 24),
    st.booleans(),
)
waits = st.builds(
    lambda days, business, hours, minutes: wait_step(days=days, business_days=business, hours=hours, minutes=minutes),
    st.integers(0, 40),
    st.integers(0, 15),
    st.integers(0, 50),
    st.integers(1, 90),
)


def at(text: str, zone: str = PARIS) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@given(instants, hours, zones)
@settings(max_examples=60)
def test_a_mail_leaves_within_its_hours_and_never_before_it_is_due(
    due: datetime, wanted: SequenceSettings, zone: str
) -> None:
    opens = schedule.opens(wanted, due, zone)

    local = opens.astimezone(ZoneInfo(zone))
    assert opens >= due
    assert local.weekday() in wanted.days
    # An hour that a change of clocks skips begins when the clock has jumped over it.
    assert wanted.from_hour <= local.hour < wanted.to_hour or local.hour == wanted.from_hour + 1
    assert wanted.holidays or local.date() not in holidays(local.year)
    assert schedule.opens(wanted, opens, zone) >= opens


def test_a_holiday_on_a_saturday_is_one() -> None:
    on_saturdays = SequenceSettings(days=[5], from_hour=9, to_hour=18, holidays=False)

    assert schedule.opens(on_saturdays, at("2027-04-30T12:00"), PARIS) == at("2027-05-15T09:00")  # 1 and 8 May are both


@given(instants, waits, zones)
@settings(max_examples=60)
def test_a_wait_takes_at_least_as_long_as_it_says(start: datetime, wait: object, zone: str) -> None:
    assert isinstance(wait, type(wait_step(days=1)))
    end = schedule.after(start, wait, zone)

    least = timedelta(days=wait.days + wait.business_days, hours=wait.hours, minutes=wait.minutes)
    assert end - start >= least - timedelta(hours=25)  # a day of a change of clocks; Apia once skipped a whole one
    assert end >= start


@given(instants, instants, waits, zones)
@settings(max_examples=60)
def test_who_began_earlier_is_never_later(one: datetime, other: datetime, wait: object, zone: str) -> None:
    assert isinstance(wait, type(wait_step(days=1)))
    first, last = sorted((one, other))
    steps: list[Step] = [wait, mail_step()]

    early, late = (schedule.following(steps, 0, start, OFFICE, zone).at for start in (first, last))

    assert early <= late + timedelta(hours=1)  # the hour that comes twice


@pytest.mark.parametrize(
    ("start", "wait", "end"),
    [
        ("2026-03-27T10:00", {"days": 2}, "2026-03-29T10:00"),  # summer time begins that night
        ("2026-10-23T10:00", {"days": 2}, "2026-10-25T10:00"),  # and ends
        ("2026-03-28T02:30", {"days": 1}, "2026-03-29T03:30"),  # a wall clock that the night skips
        ("2026-05-07T15:00", {"business_days": 1}, "2026-05-11T15:00"),  # the 8th is a holiday, then a weekend
        ("2026-11-27T17:00", {"days": 1, "business_days": 1}, "2026-11-30T17:00"),
        ("2026-11-27T17:00", {"hours": 30, "minutes": 15}, "2026-11-28T23:15"),
    ],
)
def test_waiting_keeps_the_wall_clock(start: str, wait: dict[str, int], end: str) -> None:
    assert schedule.after(at(start), wait_step(**wait), PARIS) == at(end)


@pytest.mark.parametrize(
    ("due", "leaves"),
    [
        ("2026-11-27T12:00", "2026-11-27T12:00"),  # Friday noon
        ("2026-11-27T18:00", "2026-11-30T09:00"),
        ("2026-11-28T12:00", "2026-11-30T09:00"),
        ("2026-11-27T08:59", "2026-11-27T09:00"),
        ("2026-12-25T10:00", "2026-12-28T09:00"),  # Christmas
    ],
)
def test_mails_leave_on_business_days_at_office_hours(due: str, leaves: str) -> None:
    assert schedule.opens(OFFICE, at(due), PARIS) == at(leaves)


def test_the_persons_own_morning_is_meant() -> None:
    due = at("2026-11-27T12:00")

    assert schedule.opens(OFFICE, due, "America/Martinique") == at("2026-11-27T09:00", "America/Martinique")


def test_a_course_counts_each_wait_from_the_step_before_it() -> None:
    steps: list[Step] = [mail_step(), wait_step(business_days=3), mail_step(), wait_step(hours=2), task_step()]

    course = schedule.course(steps, 0, at("2026-11-26T19:00"), OFFICE, PARIS)

    expected = ["2026-11-27T09:00", "2026-12-02T09:00", "2026-12-02T11:00", "2026-12-02T11:00"]
    assert [(n.position, n.at) for n in course] == list(zip((0, 2, 4, 5), map(at, expected), strict=True))


def test_a_task_waits_for_no_hour_of_sending() -> None:
    night = at("2026-11-28T03:00")

    assert schedule.following([task_step()], 0, night, OFFICE, PARIS).at == night
