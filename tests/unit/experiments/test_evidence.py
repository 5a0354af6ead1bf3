"""The mathematics of the verdict: no winner on noise however often one looks, and a real difference is found."""

from math import comb, exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.looks import played, share

from vivier.experiments import evidence
from vivier.experiments.evidence import Counts

LOOKS = 40


@pytest.mark.parametrize(
    ("rates", "runs"), [((0.2, 0.2), 200), ((0.03, 0.03), 100), ((0.2, 0.2, 0.2), 60), ((0.2, 0.2, 0.05), 60)]
)
def test_two_that_are_the_same_have_no_winner_in_forty_looks(rates: tuple[float, ...], runs: int) -> None:
    found = played(rates, 25, LOOKS, runs)

    assert share(found, *range(len([r for r in rates if r == max(rates)]))) <= 0.05


def test_a_real_difference_is_found_with_the_people_that_were_foretold() -> None:
    people = evidence.needed(0.2, 0.1, 2)

    found = played((0.15, 0.25), people // 20, 20, 100)

    assert share(found, 1) >= 0.8
    assert share(found, 0) == 0


@pytest.mark.soak
@pytest.mark.parametrize("rate", [0.01, 0.03, 0.1, 0.2, 0.5])
@pytest.mark.parametrize("variants", [2, 3, 4])
def test_two_thousand_runs_of_the_same_words_have_a_false_winner_in_one_of_twenty_at_most(
    rate: float, variants: int
) -> None:
    assert share(played([rate] * variants, 50, LOOKS, 2_000)) <= 0.05


@pytest.mark.soak
@pytest.mark.parametrize("tied", [(0.2, 0.2, 0.1), (0.2, 0.2, 0.1, 0.1), (0.2, 0.2, 0.2, 0.1)])
def test_a_tie_for_the_best_has_no_winner_beside_worse_ones(tied: tuple[float, ...]) -> None:
    assert share(played(tied, 50, LOOKS, 2_000)) <= 0.05


@pytest.mark.soak
@pytest.mark.parametrize(("rate", "difference"), [(0.2, 0.05), (0.2, 0.1), (0.05, 0.03), (0.5, 0.1)])
@pytest.mark.parametrize("variants", [2, 3, 4])
def test_the_people_foretold_find_the_difference_eight_times_in_ten(
    rate: float, difference: float, variants: int
) -> None:
    people = evidence.needed(rate, difference, variants)
    rates = [rate - difference / 2] * (variants - 1) + [rate + difference / 2]

    found = played(rates, max(1, people // LOOKS), LOOKS, 400)

    assert share(found, variants - 1) >= 0.8


hits = st.integers(0, 60)


@given(hits, hits, hits, hits)
def test_it_does_not_matter_which_is_named_first(a: int, b: int, c: int, d: int) -> None:
    one, other = Counts(a, a + b), Counts(c, c + d)

    assert evidence.log_bayes_factor(one, other) == pytest.approx(evidence.log_bayes_factor(other, one))


@settings(max_examples=25)
@given(st.integers(0, 9), st.integers(0, 9))
def test_the_mean_of_the_factor_under_one_rate_is_one(one: int, other: int) -> None:
    """Each rate of "one rate", weighed as before: what the chance of every outcome is, the factor is fair."""
    if one + other == 0:
        return

    total = 0.0
    for a in range(one + 1):
        for b in range(other + 1):
            n, hits_ = one + other, a + b
            same = evidence._log_beta(0.5 + hits_, 0.5 + n - hits_) - evidence._log_beta(0.5, 0.5)
            chance = comb(one, a) * comb(other, b) * exp(same)
            total += chance * exp(evidence.log_bayes_factor(Counts(a, one), Counts(b, other)))

    assert total == pytest.approx(1)


@given(st.integers(1, 300), st.floats(0, 1))
def test_an_interval_holds_what_was_seen(people: int, part: float) -> None:
    seen = Counts(round(people * part), people)

    low, high = evidence.interval(seen)

    assert 0 <= low <= seen.hits / people <= high <= 1


def test_the_interval_is_that_of_the_beta_distribution() -> None:
    # As R computes the quantiles of Beta(20.5, 80.5).
    assert evidence.interval(Counts(20, 100)) == pytest.approx((0.1307904, 0.2862796), abs=1e-6)


@pytest.mark.parametrize("x", [0.05, 0.3, 0.6, 0.95])
def test_a_cumulative_beta_of_whole_numbers_is_a_sum_of_binomials(x: float) -> None:
    a, b = 4, 7
    n = a + b - 1

    summed = sum(comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1))

    assert evidence.cumulative(a, b, x) == pytest.approx(summed)


def test_more_people_are_needed_for_a_smaller_difference_and_for_more_variants() -> None:
    five, ten = evidence.needed(0.2, 0.05, 2), evidence.needed(0.2, 0.1, 2)

    assert five > 3 * ten
    assert ten < evidence.needed(0.2, 0.1, 3) < evidence.needed(0.2, 0.1, 4)
