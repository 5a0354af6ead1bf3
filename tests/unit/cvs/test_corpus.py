import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cvs.corpus.dates import STYLES, tell
from tests.cvs.corpus.heads import fill
from tests.cvs.corpus.invent import pools
from tests.cvs.corpus.model import Period, Person, Split
from tests.cvs.corpus.plan import LAYOUTS, Planned, plan, written
from tests.cvs.corpus.sheet import write
from tests.cvs.corpus.truth import truth


@pytest.fixture(scope="module")
def planned() -> list[Planned]:
    return list(plan())


def test_no_person_stands_in_two_splits(planned: list[Planned]) -> None:
    splits: dict[str, set[Split]] = {}
    for cv in planned:
        splits.setdefault(cv.person.key, set()).add(cv.layout.split)

    assert {name for name, held in splits.items() if len(held) > 1} == set()
    assert all(cv.person.split == cv.layout.split for cv in planned)


def test_there_are_enough_people_trades_layouts_and_both_languages(planned: list[Planned]) -> None:
    layouts = {split: {cv.layout.name for cv in planned if cv.layout.split == split} for split in Split}
    french = sum(cv.person.lang == "fr" for cv in planned) / len(planned)

    assert len(planned) >= 150
    assert len(written()) >= 40
    assert len({cv.person.trade for cv in planned}) >= 25
    assert sum(map(len, layouts.values())) >= 25
    assert min(map(len, layouts.values())) >= 9
    assert 0.4 <= french <= 0.6


def test_no_employer_of_a_pool_stands_in_two_splits() -> None:
    held: dict[str, set[Split]] = {}
    for pool in pools():
        for name, _ in pool.employers:
            held.setdefault(name, set()).add(pool.split)

    assert {name for name, splits in held.items() if len(splits) > 1} == set()


def test_every_id_is_one_cv(planned: list[Planned]) -> None:
    assert [name for name, n in Counter(cv.id for cv in planned).items() if n > 1] == []


def test_every_layout_is_used(planned: list[Planned]) -> None:
    assert {layout.name for layout in LAYOUTS} - {cv.layout.name for cv in planned} == set()


def test_a_layout_that_is_not_dealt_goes_only_to_people_who_name_it(planned: list[Planned]) -> None:
    asked = [cv for cv in planned if not cv.layout.dealt]

    assert asked
    assert all(cv.layout.name in cv.person.layouts for cv in asked)


def test_the_plan_is_the_same_each_time(planned: list[Planned]) -> None:
    assert [(cv.id, cv.manner) for cv in plan()] == [(cv.id, cv.manner) for cv in planned]


def test_hand_written_people_have_what_the_truth_needs() -> None:
    for person in written():
        assert person.jobs or person.schools, person.who
        assert all(job.title or job.employer for job in person.jobs), person.who


months = st.builds(lambda year, month: f"{year}-{month:02}", st.integers(1985, 2024), st.integers(1, 12))
dates = st.one_of(months, st.integers(1985, 2024).map(str))


@given(
    dates,
    st.one_of(dates, st.just("present")),
    st.sampled_from(STYLES),
    st.sampled_from(("fr", "en")),
    st.integers(0, 99),
)
def test_no_date_is_more_precise_than_its_print(start: str, end: str, style: str, tongue: str, variant: int) -> None:
    told = tell(Period(start=start, end=max(start, end)), style, tongue, variant)  # type: ignore[arg-type]

    for date in (told.start, told.end):
        if date and date != "present":
            shown = date[:4] in told.text or f"/{date[2:4]}" in told.text or date[2:4] in told.text
            assert shown, told
            if len(date) > 4:
                assert sum(c.isalpha() for c in told.text) > 2 or date[5:7] in told.text, told


def test_what_is_empty_leaves_no_signs_behind() -> None:
    rows = fill("**{title}**, {employer}[ ({place})]>>{when}\n[{place}]", {"title": "Maçon", "employer": "Léon Grosse"})

    assert [row.text for row in rows] == ["Maçon, Léon Grosse"]


def test_a_style_that_prints_years_leaves_only_years_to_be_read() -> None:
    person = Person.model_validate(
        {
            "who": "Ana Roy",
            "lang": "fr",
            "trade": "welder",
            "dates": ["years"],
            "jobs": ["2019-03..2021-06 | Soudeuse TIG | Naval Group > Segault | Brest | pose de {Inox} ; meulage"],
        }
    )
    layout = LAYOUTS[0]
    manner = next(plan()).manner

    told = truth(write(person, manner, random.Random(1)))

    assert layout.split == Split.TUNE
    assert told["truth"]["experience"][0]["start"] == "2019"
    assert told["truth"]["experience"][0]["description"] == "pose de Inox\nmeulage"
    assert told["accept"]["optional"] == ["skills[0]"]
    assert "Segault" in told["accept"]["experience[0].employer"]
