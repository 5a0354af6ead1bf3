"""Free times: never outside the hours, never doubled by a change of clocks, never where somebody is busy."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pydantic import ValidationError

from vivier.hiring.interviews import slots
from vivier.hiring.interviews.model import Hours, NewInterview, Slots, Windows, reminders
from vivier.hiring.interviews.slots import Span

ZONES = ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Sao_Paulo", "UTC"]
# Around every change of clocks of the year 2026 in these zones.
DAYS = [date(2026, 3, 8), date(2026, 3, 29), date(2026, 4, 5), date(2026, 10, 4), date(2026, 10, 25), date(2026, 11, 1)]
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
clocks = some.integers(0, 96).map(lambda n: f"{n // 4:02}:{n % 4 * 15:02}" if n < 96 else "24:00")


@some.composite
def windows(draw: some.DrawFn) -> Windows:
    begins, ends = sorted(draw(some.lists(clocks, min_size=2, max_size=2, unique=True)))
    first = draw(some.sampled_from(DAYS)) - timedelta(days=draw(some.integers(0, 3)))
    days = draw(some.sets(some.integers(1, 7), min_size=1))
    return Windows(
        by="windows",
        zone=draw(some.sampled_from(ZONES)),
        first=first,
        last=first + timedelta(days=draw(some.integers(0, 6))),
        hours=[Hours(days=sorted(days), begins=begins, ends=ends)],
        notice_hours=draw(some.sampled_from([0, 24])),
        gap_minutes=draw(some.sampled_from([0, 15, 30])),
    )


lengths = some.sampled_from([15, 30, 45, 60, 90])
spans = some.builds(
    lambda day, quarter, length: Span(
        start := datetime.combine(day, time(), UTC) + quarter * timedelta(minutes=15),
        start + timedelta(minutes=length),
    ),
    some.sampled_from(DAYS),
    some.integers(-96, 192),
    lengths,
)


@given(windows(), lengths)
def test_every_time_lies_within_the_hours_by_the_clock_on_the_wall(offer: Windows, minutes: int) -> None:
    zone, (hours,) = ZoneInfo(offer.zone), offer.hours

    for start in slots.offered(offer, minutes, LONG_AGO):
        begins, ends = (t.astimezone(zone) for t in (start, start + timedelta(minutes=minutes)))
        day = begins.date()
        assert offer.first <= day <= offer.last
        assert day.isoweekday() in hours.days
        assert f"{begins:%H:%M}" >= hours.begins
        assert (f"{ends:%H:%M}" if ends.date() == day else "24:00") <= hours.ends


@given(windows(), lengths)
def test_times_never_overlap_and_leave_their_gap(offer: Windows, minutes: int) -> None:
    found = slots.offered(offer, minutes, LONG_AGO)

    apart = timedelta(minutes=minutes + offer.gap_minutes)
    for one, next_ in pairwise(found):
        # Across midnight a new window begins: it keeps the length, not the gap.
        assert next_ - one >= (apart if one.date() == next_.date() else timedelta(minutes=minutes))


@given(windows(), lengths, some.integers(0, 400_000))
def test_nothing_is_offered_that_is_over_or_too_soon(offer: Windows, minutes: int, at: int) -> None:
    now = LONG_AGO + timedelta(minutes=at)

    found = slots.offered(offer, minutes, now)

    assert all(s > now and s >= now + timedelta(hours=offer.notice_hours) for s in found)
    assert set(found) <= set(slots.offered(offer, minutes, LONG_AGO))


@given(windows(), lengths, some.lists(spans, max_size=6))
def test_a_free_time_touches_nobodys_busy_time_and_every_other_does(
    offer: Windows, minutes: int, busy: list[Span]
) -> None:
    every = slots.offered(offer, minutes, LONG_AGO)

    free = slots.free(every, minutes, offer.gap_minutes, busy)

    around, length = timedelta(minutes=offer.gap_minutes), timedelta(minutes=minutes)
    for start in every:
        met = any(start - around < b.ends and b.begins < start + length + around for b in busy)
        assert (start in free) != met


def test_a_morning_in_the_night_of_each_change_of_clocks() -> None:
    def starts(day: date) -> list[str]:
        hours = Hours(days=[7], begins="01:00", ends="04:00")
        offer = Windows(by="windows", zone="Europe/Paris", first=day, last=day, hours=[hours], notice_hours=0)
        paris = ZoneInfo("Europe/Paris")
        return [f"{s.astimezone(paris):%H:%M%z}" for s in slots.offered(offer, 60, LONG_AGO)]

    assert starts(date(2026, 3, 29)) == ["01:00+0100", "03:00+0200"]
    assert starts(date(2026, 10, 25)) == ["01:00+0200", "02:00+0200", "02:00+0100", "03:00+0100"]


def test_hours_that_a_day_does_not_have_offer_nothing() -> None:
    hours = Hours(days=[7], begins="02:00", ends="02:45")
    offer = Windows(
        by="windows",
        zone="Europe/Paris",
        first=date(2026, 3, 29),
        last=date(2026, 3, 29),
        hours=[hours],
        notice_hours=0,
    )

    assert slots.offered(offer, 15, LONG_AGO) == []


def test_explicit_times_come_in_order_each_once_and_only_those_to_come() -> None:
    times = [LONG_AGO + timedelta(hours=h) for h in (3, 1, 2, 1)]

    assert slots.offered(Slots(by="slots", starts=times), 30, times[1]) == [times[2], times[0]]


@pytest.mark.parametrize(
    "more",
    [
        {"duration_minutes": 20},
        {"duration_minutes": 0},
        {"interviewers": []},
        {"interviewers": ["mem_" + "0" * 26] * 2},
        {"interviewers": [f"mem_{'0' * 25}{n}" for n in range(8)], "duration_minutes": 75},
        {"zone": "Europe/Atlantis"},
        {"zone": "../etc/passwd"},
        {"zone": "Europe"},
        {"video_url": "javascript:alert(1)"},
        {"video_url": "http://x.example"},
        {"at": "2026-12-01T13:07:00Z"},
        {"at": "9999-12-31T23:45:00Z"},
        {"at": "0001-01-01T00:00:00+10:00"},
        {
            "offer": {"by": "windows", "zone": "UTC", "first": "9999-12-31", "last": "9999-12-31", "hours": []},
            "at": None,
        },
        {"at": "2026-12-01T13:00:00"},
        {"offer": {"by": "slots", "starts": []}},
        {"offer": {"by": "slots", "starts": ["2026-12-01T13:00:00Z"]}},
        {"shoe_size": 42},
    ],
)
def test_an_interview_that_cannot_be_is_refused(more: dict[str, object]) -> None:
    right = {"kind": "phone", "duration_minutes": 30, "interviewers": ["mem_" + "0" * 26], "at": "2026-12-01T13:00:00Z"}

    NewInterview.model_validate(right)
    with pytest.raises(ValidationError):
        NewInterview.model_validate(right | more)


def test_reminders_are_those_that_still_make_sense() -> None:
    start = LONG_AGO + timedelta(days=3)

    def kinds(now: datetime) -> list[str]:
        return [r.kind for r in reminders(start, now)]

    assert kinds(LONG_AGO) == ["day", "hour"]
    assert kinds(start - timedelta(days=1)) == ["hour"]
    assert kinds(start - timedelta(hours=2, minutes=1)) == ["hour"]
    assert kinds(start - timedelta(hours=1, minutes=30)) == []
