"""A second opinion is believed as far as it stands on the page."""

from typing import Any

import pytest
from tests.unit.resumes.sheet import Sheet

from vivier.resumes.model import PageSize, Reading
from vivier.resumes.refinement import Ask
from vivier.resumes.service import read_blocks

Given = dict[str, Any]


def cv() -> Sheet:
    sheet = Sheet()
    sheet.put("Inès Moravie", size=20, bold=True)
    sheet.put("ines.moravie@exemple.fr")
    sheet.put("EXPÉRIENCE", size=14, bold=True)
    sheet.put("Brume Vive", bold=True, right="mars 2019 – aujourd'hui")
    sheet.put("Tisseuse de brume")
    sheet.put("• Tisse la brume du matin, appeler le 06 39 98 44 10")
    sheet.put("Halvenne SARL", bold=True, right="2015 - 2019")
    sheet.put("Gestionnaire de stocks")
    return sheet


def read(ask: Ask | None) -> Reading:
    return read_blocks(cv().blocks, [], [PageSize(number=1)], ask=ask)


def shown() -> dict[str, int]:
    """The lines as a model sees them, by their text, with their numbers."""
    seen: list[str] = []
    read(lambda text: seen.append(text))
    return {line.partition(": ")[2]: int(line.partition(": ")[0]) for line in seen[0].splitlines()}


def piece(text: str) -> Given:
    (number,) = (n for line, n in shown().items() if text in line)
    return {"line": number, "text": text}


def answered(**more: Any) -> Given:
    """What a model that reads well gives for this CV."""
    first = {
        "title": piece("Tisseuse de brume"),
        "employer": piece("Brume Vive"),
        "period": piece("mars 2019 – aujourd'hui"),
    }
    second = {
        "title": piece("Gestionnaire de stocks"),
        "employer": piece("Halvenne SARL"),
        "period": piece("2015 - 2019"),
    }
    return {"experience": [first | more, second]}


def posts(reading: Reading) -> list[tuple[str | None, ...]]:
    return [
        tuple(f.value if f else None for f in (e.title, e.employer, e.start, e.end)) for e in reading.profile.experience
    ]


RIGHT = [
    ("Tisseuse de brume", "Brume Vive", "2019-03", "present"),
    ("Gestionnaire de stocks", "Halvenne SARL", "2015", "2019"),
]


def test_what_stands_on_the_page_is_taken_with_its_place() -> None:
    reading = read(lambda _: answered())

    assert posts(reading) == RIGHT
    assert "refined" in reading.flags
    assert all(e.title and e.title.boxes and e.employer and e.employer.boxes for e in reading.profile.experience)


def test_a_model_sees_no_header_no_address_and_no_phone() -> None:
    text = "\n".join(shown())

    assert "Brume Vive" in text
    assert "Moravie" not in text
    assert "@" not in text
    assert "06 39" not in text


@pytest.mark.parametrize(
    "given",
    [
        None,
        {},
        {"experience": "all of it"},
        {"experience": [{"title": {"line": 4, "text": "Ministre"}, "score": 9}]},
        {"experience": [{"title": {"line": 10**6, "text": "Tisseuse de brume"}}]},
    ],
)
def test_an_answer_that_cannot_be_used_leaves_the_rules_reading(given: Given | None) -> None:
    reading = read(lambda _: given)

    assert posts(reading) == posts(read(None))
    assert "refined" not in reading.flags


def test_an_answer_that_makes_things_up_is_left_aside_whole() -> None:
    invented = answered(title={"line": piece("Brume Vive")["line"], "text": "Directrice générale"})

    reading = read(lambda _: invented)

    assert posts(reading) == posts(read(None))
    assert reading.flags == {"refinement_refused"}


def test_an_answer_that_loses_a_post_is_left_aside() -> None:
    lost = {"experience": answered()["experience"][:1]}

    reading = read(lambda _: lost)

    assert posts(reading) == posts(read(None))


def test_a_date_is_read_by_our_rules_and_never_invented() -> None:
    undated = answered(period=piece("Tisseuse de brume"))

    (first, _) = read(lambda _: undated).profile.experience

    assert first.start is None
    assert first.end is None


def test_what_both_read_alike_is_surer_than_what_one_does() -> None:
    rules = posts(read(None))
    reading = read(lambda _: answered())

    for entry, was in zip(reading.profile.experience, rules, strict=True):
        assert entry.title
        agreed = entry.title.value == was[0]
        assert entry.title.confidence == (0.95 if agreed else 0.75)
