"""Good CVs, broken at random: each ends in a reading or in a reason, through the child that the product uses."""

import pytest
from tests.cvs.mutations import OLD_WORD, mutations, mutations_inside, outcome

from vivier.resumes.opening import RefusalReason

SHORT, LONG, INSIDE, OLD = 24, 2_000, 500, 500
OUTCOMES = {"read", *map(str, RefusalReason)}


def test_a_few_broken_files_end_in_an_outcome() -> None:
    outcomes = {outcome(name, data) for name, data in mutations(SHORT, seed=1)}

    assert "read" in outcomes
    assert outcomes <= OUTCOMES


def test_a_few_files_broken_inside_end_in_an_outcome() -> None:
    outcomes = {outcome(name, data) for name, data in mutations_inside(SHORT // 2, seed=1)}

    assert "read" in outcomes
    assert outcomes <= OUTCOMES


@pytest.mark.soak
def test_two_thousand_broken_files_end_in_an_outcome() -> None:
    outcomes = [outcome(name, data) for name, data in mutations(LONG, seed=2)]

    assert len(outcomes) == LONG
    assert set(outcomes) <= OUTCOMES


@pytest.mark.soak
def test_five_hundred_files_broken_inside_end_in_an_outcome() -> None:
    outcomes = [outcome(name, data) for name, data in mutations_inside(INSIDE, seed=2)]

    assert len(outcomes) == INSIDE
    assert set(outcomes) <= OUTCOMES


@pytest.mark.soak
def test_five_hundred_old_word_files_end_in_an_outcome() -> None:
    outcomes = [outcome(name, data) for name, data in mutations(OLD, seed=2, good=OLD_WORD)]

    assert len(outcomes) == OLD
    assert set(outcomes) <= OUTCOMES
