"""Whose clock a person lives by."""

import pytest
from tests.factories import NOW

from vivier.people import zones
from vivier.people.model import Candidate, Fields, Origin, Value


def with_phones(*phones: tuple[str, float]) -> Candidate:
    fields = Fields(phones=[Value(value=v, confidence=c) for v, c in phones])
    return Candidate(
        id="can_1", created_at=NOW, updated_at=NOW, relation="found", origin=Origin(), language="fr", fields=fields
    )


@pytest.mark.parametrize(
    ("phone", "zone", "told_by"),
    [
        ("+33612345678", "Europe/Paris", "phone"),
        ("+596696123456", "America/Martinique", "phone"),
        ("+447400123456", "Europe/London", "phone"),
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
