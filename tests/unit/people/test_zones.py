"""Whose clock a person lives by."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import NOW

from vivier.people import zones
from vivier.people.fields import Fields, Value
from vivier.people.model import Candidate, Origin


def with_phones(*phones: tuple[str, float], place: str | None = None, sure: float = 0.99) -> Candidate:
    fields = Fields(
        phones=[Value(value=v, confidence=c) for v, c in phones],
        location=Value(value=place, confidence=sure) if place else None,
    )
    return Candidate(
        id="can_1", created_at=NOW, updated_at=NOW, relation="found", origin=Origin(), language="fr", fields=fields
    )


@pytest.mark.parametrize(
    ("phone", "zone", "told_by"),
    [
        ("+33612345678", "Europe/Paris", "phone"),
        ("+596696123456", "America/Martinique", "phone"),
        ("+447400123456", "Europe/London", "phone"),
        ("+81312345678", "Asia/Tokyo", "phone"),
        ("+12125550123", "Europe/Madrid", "default"),  # a country of many zones
        ("0612345678", "Europe/Madrid", "default"),
        ("+999999", "Europe/Madrid", "default"),
    ],
)
def test_a_phone_number_tells_the_zone_of_a_country_that_has_one(phone: str, zone: str, told_by: str) -> None:
    assert zones.of(with_phones((phone, 0.99)), "Europe/Madrid") == (zone, told_by)


def test_a_doubtful_number_tells_nothing() -> None:
    person = with_phones(("+596696123456", 0.2), ("+33612345678", 0.99))

    assert zones.of(person, "Europe/Madrid").zone == "Europe/Paris"


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ("Fort-de-France, Martinique", "America/Martinique"),
        ("97400 Saint-Denis", "Indian/Reunion"),
        ("Saint-Denis (974)", "Indian/Reunion"),
        ("Saint-Pierre, La Réunion, France", "Indian/Reunion"),
        ("Cayenne - Guyane", "America/Cayenne"),
        ("Genève, SUISSE", "Europe/Zurich"),
        ("Bruxelles / Belgique", "Europe/Brussels"),
        ("Abidjan, Côte d’Ivoire", "Africa/Abidjan"),
        ("London, United Kingdom", "Europe/London"),
        ("Nouméa 98800", "Pacific/Noumea"),
        ("Cotonou, Bénin", "Africa/Porto-Novo"),
        ("Tokyo, Japan", "Asia/Tokyo"),
        ("Kathmandu, Nepal", "Asia/Kathmandu"),
        ("Hong Kong", "Asia/Hong_Kong"),
    ],
)
def test_the_place_on_the_record_tells_more_than_a_number(place: str, zone: str) -> None:
    assert zones.of(with_phones(("+447400123456", 0.99), place=place), "Europe/Madrid") == (zone, "location")


@pytest.mark.parametrize(
    "place", ["Nantes", "Atlanta, Georgia", "12 rue de Belgique, Lyon", "44000 Nantes", "Maurice", "R97110x"]
)
def test_a_place_that_names_no_country_leaves_it_to_the_number(place: str) -> None:
    assert zones.of(with_phones(("+596696123456", 0.99), place=place), "Europe/Madrid").told_by == "phone"
    assert zones.of(with_phones(place=place), "Europe/Madrid") == ("Europe/Madrid", "default")


def test_who_lives_in_a_country_of_many_zones_is_not_where_their_number_says() -> None:
    assert zones.of(with_phones(("+33612345678", 0.99), place="Montréal, Canada"), "Europe/Madrid").told_by == "default"


def test_a_doubtful_place_tells_nothing() -> None:
    person = with_phones(("+33612345678", 0.99), place="Fort-de-France, Martinique", sure=0.2)

    assert zones.of(person, "Europe/Madrid").told_by == "phone"


def test_a_country_of_one_zone_has_the_clock_that_all_of_its_zones_have() -> None:
    """By the list of each country's zones in the time zone database of this machine."""
    table = next((Path(folder, "zone.tab") for folder in TZPATH if Path(folder, "zone.tab").exists()), None)
    if table is None:
        pytest.skip("no zone.tab on this machine")
    listed: dict[str, list[str]] = {}
    for line in table.read_text().splitlines():
        if not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            listed.setdefault(country, []).append(zone)
    listed["UA"].remove("Europe/Simferopol")  # keeps Moscow's clock, and stands under two countries

    def clock(zone: str) -> list[timedelta | None]:
        days = [datetime(2026, month, 15, 12, tzinfo=UTC) for month in (1, 7)]
        return [day.astimezone(ZoneInfo(zone)).utcoffset() for day in days]

    wrong = {
        country: zone
        for country, zone in zones.ONE_ZONE.items()
        if zone not in listed[country] or any(clock(other) != clock(zone) for other in listed[country])
    }
    assert wrong == {}


def test_every_zone_and_every_name_is_one_that_there_is() -> None:
    assert set(zones.ONE_ZONE.values()) <= available_timezones()
    assert set(zones.NAMES.values()) | set(zones.OVERSEAS.values()) <= set(zones.ONE_ZONE)
    assert not zones.MANY_ZONES & set(zones.NAMES)
    assert all(zones._plain(name) == name for name in {*zones.NAMES, *zones.MANY_ZONES})


@given(st.text(max_size=200))
def test_any_text_is_a_place_or_none(text: str) -> None:
    assert zones.region_of(text) in {None, "", *zones.ONE_ZONE}
