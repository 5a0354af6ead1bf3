"""When a mail that nobody asked for may leave."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vivier.mail.deliverability import gate, hours
from vivier.mail.deliverability.model import (
    Facts,
    Frequency,
    OpenHours,
    OwnHours,
    Ramp,
    SendingRules,
    WarmUp,
    Why,
    WorkspaceFacts,
)
from vivier.people import zones
from vivier.people.unasked import Stop, StopWhy, Unsolicited

TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
ZONES = ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Santiago", "UTC"]
WHYS: list[StopWhy] = ["unsubscribed", "complained", "told_us"]
RULES = SendingRules(frequency=Frequency(mails=2, days=7), warm_up=WarmUp(first=3, growth=100, most=50))
# Around the changes of the clock of 2026, where days have 23 to 25 hours.
SPRING = datetime(2026, 3, 1, tzinfo=UTC)
INSTANTS = st.integers(0, 274 * 24 * 60).map(lambda minutes: SPRING + timedelta(minutes=minutes))


EVENINGS = OwnHours(days=[0, 1, 2, 3, 4], from_hour=18, to_hour=20, holidays=False, zone="Europe/Paris")


def facts(**known: object) -> Facts:
    return Facts.model_validate({"workspace": WorkspaceFacts(rules=RULES)} | known)


@given(
    INSTANTS,
    st.sampled_from(ZONES),
    st.sets(st.integers(0, 6), min_size=1),
    st.integers(0, 22).flatmap(lambda a: st.tuples(st.just(a), st.integers(a + 1, 24))),
)
@settings(max_examples=60)
def test_the_next_open_instant_is_open_and_nothing_before_it_is(
    at: datetime, zone: str, days: set[int], window: tuple[int, int]
) -> None:
    allowed = OpenHours(days=sorted(days), from_hour=window[0], to_hour=window[1])

    opens = hours.next_open(allowed, zone, at)

    local = opens.astimezone(ZoneInfo(zone))
    assert opens >= at
    assert local.weekday() in days
    assert window[0] <= local.hour < window[1]
    before, quarter = opens - timedelta(minutes=1), timedelta(minutes=30)
    while before >= at:
        assert not hours.is_open(allowed, zone, before)
        before -= quarter


@pytest.mark.parametrize(
    ("day", "opens"),
    [
        (date(2026, 3, 28), "2026-03-28T07:00"),
        (date(2026, 3, 29), "2026-03-29T06:00"),
        (date(2026, 10, 25), "2026-10-25T07:00"),
    ],
)
def test_eight_in_paris_follows_the_clock(day: date, opens: str) -> None:
    allowed = OpenHours(days=[0, 1, 2, 3, 4, 5, 6])
    midnight = hours.begins(day, "Europe/Paris")

    assert hours.next_open(allowed, "Europe/Paris", midnight) == datetime.fromisoformat(opens).replace(tzinfo=UTC)


@pytest.mark.parametrize("why", WHYS)
def test_who_said_no_never_gets_one(why: StopWhy) -> None:
    said = facts(stops=[Stop(why=why, at=TUESDAY)])

    assert gate.decide(said, TUESDAY).why == why
    assert gate.foresee(said, TUESDAY).at is None


@pytest.mark.parametrize(
    ("known", "why"),
    [
        ({"address": False}, Why.no_email),
        ({"mailable": False}, Why.not_mailable),
        ({"suppressed": True}, Why.suppressed),
    ],
)
def test_who_cannot_be_reached_or_stands_on_the_list_never_gets_one(known: dict[str, bool], why: Why) -> None:
    assert gate.decide(facts(**known), TUESDAY).why == why


def test_a_third_mail_waits_until_the_first_of_two_is_a_week_old() -> None:
    known = facts(recent=[TUESDAY - timedelta(days=6), TUESDAY - timedelta(days=2)])

    decision = gate.decide(known, TUESDAY)

    assert (decision.why, decision.until) == (Why.frequency, TUESDAY + timedelta(days=1))
    assert gate.decide(known, TUESDAY + timedelta(days=1)).say == "go"


def test_the_evening_waits_for_the_morning_of_the_persons_own_zone() -> None:
    evening = datetime(2026, 11, 24, 20, tzinfo=UTC)

    paris, new_york = gate.decide(facts(), evening), gate.decide(facts(zone="America/New_York"), evening)

    assert (paris.why, paris.until) == (Why.quiet_hours, datetime(2026, 11, 25, 7, tzinfo=UTC))
    assert new_york.say == "go"


def test_a_full_day_waits_for_the_next_one_and_a_paused_workspace_for_an_hour() -> None:
    full = WorkspaceFacts(rules=RULES, used={TUESDAY.date(): 3})

    decision = gate.decide(facts(workspace=full), TUESDAY)
    paused = gate.decide(facts(workspace=WorkspaceFacts(rules=RULES, paused=True)), TUESDAY)

    assert (decision.why, decision.until) == (Why.warm_up, datetime(2026, 11, 24, 23, tzinfo=UTC))
    assert (paused.why, paused.until) == (Why.sending_paused, TUESDAY + timedelta(hours=1))


def test_a_plan_for_many_spreads_over_the_days_of_the_warm_up() -> None:
    planned: dict[date, int] = {}
    for _ in range(3 + 6 + 12 + 1):
        seen = gate.foresee(facts(), TUESDAY, planned)
        assert seen.day
        planned[seen.day] = planned.get(seen.day, 0) + 1

    assert [planned[d] for d in sorted(planned)] == [3, 6, 12, 1]
    assert [d.isoformat() for d in sorted(planned)] == ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"]


def test_days_without_mail_do_not_warm_anything_up() -> None:
    known = WorkspaceFacts(rules=RULES, ramp=Ramp(day=date(2026, 11, 2), step=2))

    assert gate.cap_of(known, date(2026, 11, 24)) == RULES.warm_up.cap(3)


@given(
    INSTANTS,
    st.lists(INSTANTS, max_size=4),
    st.dictionaries(st.dates(date(2026, 3, 1), date(2026, 11, 30)), st.integers(0, 60), max_size=5),
    st.sampled_from([None, *ZONES]),
)
@settings(max_examples=60)
def test_what_is_foreseen_is_an_instant_at_which_the_gate_says_go(
    at: datetime, recent: list[datetime], used: dict[date, int], zone: str | None
) -> None:
    known = facts(recent=recent, zone=zone, workspace=WorkspaceFacts(rules=RULES, used=used))

    seen = gate.foresee(known, at)

    assert seen.at
    assert seen.at >= at
    assert gate.decide(known, seen.at).say == "go"
    assert (seen.at == at) == (not seen.moved_by)


@given(st.lists(st.tuples(st.sampled_from(WHYS), st.integers(0, 50)), max_size=8), st.randoms())
def test_stops_twice_and_in_any_order_are_the_same_stop(said: list[tuple[StopWhy, int]], chance: object) -> None:
    def after(events: list[tuple[StopWhy, int]]) -> Unsolicited:
        held = Unsolicited()
        for why, minute in events:
            held = held.stopped(why, TUESDAY + timedelta(minutes=minute))
        return held

    shuffled = [*said, *said]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    assert after(shuffled) == after(said)
    assert after(said).epoch == len({why for why, _ in said})


@given(INSTANTS, st.sampled_from(sorted(zones.ONE_ZONE.values())), st.sampled_from(ZONES))
def test_a_mail_leaves_in_the_persons_own_hours_whatever_the_zone_of_the_workspace(
    at: datetime, own: str, workspace: str
) -> None:
    rules = RULES.model_copy(update={"hours": OpenHours(zone=workspace)})
    known = facts(workspace=WorkspaceFacts(rules=rules), zone=own, zone_from="phone")

    said = gate.decide(known, at)

    local = (said.until or at).astimezone(ZoneInfo(own))
    assert local.weekday() < 5
    assert 8 <= local.hour < 19
    if said.until:
        assert (said.why, said.zone, said.zone_from) == (Why.quiet_hours, own, "phone")
        assert gate.decide(known, said.until).say == "go"
        assert said.until - at <= timedelta(days=3)


def test_hours_of_the_workspace_say_that_nothing_told_the_persons_own() -> None:
    said = gate.decide(facts(), TUESDAY.replace(hour=22))

    assert (said.zone, said.zone_from) == ("Europe/Paris", "default")


def test_a_mail_with_hours_of_its_own_leaves_when_these_and_the_others_let_it() -> None:
    known = facts(zone="Europe/Paris", own=EVENINGS)

    christmas = gate.foresee(known, datetime(2026, 12, 24, 18, 30, tzinfo=UTC))

    assert gate.foresee(known, TUESDAY).at == datetime(2026, 11, 24, 17, tzinfo=UTC)
    assert (christmas.at, christmas.moved_by) == (datetime(2026, 12, 28, 17, tzinfo=UTC), ["quiet_hours", "own_hours"])


NIGHT = EVENINGS.model_copy(update={"from_hour": 21, "to_hour": 23})


def test_hours_that_never_meet_the_others_keep_no_mail_for_ever_and_it_is_said() -> None:
    seen = gate.foresee(facts(zone="Europe/Paris", own=NIGHT), TUESDAY)

    assert (seen.at, seen.moved_by) == (TUESDAY, ["hours_apart"])


@pytest.mark.parametrize(
    ("own", "apart"),
    [
        (EVENINGS, False),
        (NIGHT, True),
        (EVENINGS.model_copy(update={"days": [5, 6]}), True),
        (EVENINGS.model_copy(update={"days": [4, 5], "zone": "Asia/Tokyo"}), False),  # for those who live there
        (NIGHT.model_copy(update={"zone": "Asia/Tokyo"}), False),  # the afternoon in Paris
        (NIGHT.model_copy(update={"days": [6], "zone": "Asia/Tokyo"}), True),
    ],
)
def test_hours_are_apart_where_they_meet_on_neither_clock(own: OwnHours, apart: bool) -> None:
    assert hours.apart(RULES.hours, own, TUESDAY) == apart
