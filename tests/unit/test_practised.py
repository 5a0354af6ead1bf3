from datetime import UTC, datetime

from vivier.casework.practised import practised
from vivier.people.fields import Entry, Fields, Value

READ = datetime(2025, 6, 3, tzinfo=UTC)


def said(value: str, confidence: float | None = 0.9) -> Value:
    return Value(value=value, confidence=confidence, at=READ)


def test_a_skill_counts_the_posts_that_name_it_up_to_the_day_they_were_read() -> None:
    now = Entry(id="a", title=said("Cariste"), start=said("2024-06"), end=said("present"), description=said("• SAP"))
    before = Entry(id="b", title=said("Consultante SAP"), start=said("2020-01"), end=said("2021-01"))
    guess = Entry(id="c", title=said("Formatrice SAP"), start=said("2001", 0.4), end=said("2011", 0.4))

    fields = Fields(skills=[said("SAP"), said("Vente", None)], experience=[now, before, guess])

    assert practised(fields) == {"SAP": 24}
