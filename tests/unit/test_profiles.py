"""From a reading to the catalogue's fields, within what a row holds."""

from datetime import UTC, datetime

from tests.factories import found, skill

from vivier.casework.profiles import MOST_BYTES, fields_of
from vivier.resumes.model import Found, FoundExperience, Profile

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def test_the_longest_cv_still_fits_a_row() -> None:
    entry = FoundExperience(
        employer=found("Brume Énergie"), title=found("Cheffe"), description=Found(value="mot " * 900, confidence=0.8)
    )
    long = Profile(name=found("Maëlys Kervadec"), experience=[entry] * 60, skills=[skill("x" * 300)] * 60)

    fields = fields_of(long, "doc_1", NOW)

    assert len(fields.model_dump_json(exclude_defaults=True).encode()) <= MOST_BYTES
    assert fields.name
    assert fields.name.value == "Maëlys Kervadec"
    assert len(fields.experience) >= 20


def test_an_ordinary_cv_keeps_every_place_on_the_page() -> None:
    fields = fields_of(Profile(name=found("Maëlys Kervadec"), skills=[skill("Python")]), "doc_1", NOW)

    assert fields.skills[0].boxes
    assert fields.skills[0].document_id == "doc_1"
