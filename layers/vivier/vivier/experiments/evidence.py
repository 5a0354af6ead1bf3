"""The mathematics of an experiment (decision 0010): how strongly counts say that one variant is better. Pure, and the
standard library only.

Two variants are compared by a Bayes factor: how much better "two rates" foretells the counts than "one rate" does. It
may be looked at as often as one likes: under "one rate" it is a martingale, so it passes a threshold T once in T runs
at most, whenever one stops (Ville's inequality).
"""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil, exp, lgamma, log, log1p, pi, sin, sqrt
from typing import NamedTuple

FALSE_WINNERS = 0.05  # at most, in all looks of an experiment together
KINSHIP = 100.0  # how alike two variants of one mail are: rates lie about 10 × √(θ(1−θ)) points around a common θ
POWER = 0.8
NORMAL_80 = 0.8416  # quantiles of the normal distribution
NORMAL_90 = 1.2816
NORMAL_93 = 1.5011
GRID = tuple(sin((i + 0.5) * pi / 96) ** 2 for i in range(48))  # θ, evenly in arcsine: Jeffreys' prior


class Counts(NamedTuple):
    """Of `n` people, `hits` did it."""

    hits: float
    n: float


def threshold(variants: int) -> float:
    """What each comparison of a winner has to pass.

    A false winner has to beat all others of a tie, so it beats any one of them; by symmetry that happens on one side
    with probability 1 / (2 T). Summed over the variants: K / (2 T) ≤ 5 %, also where some of them are worse.
    """
    return variants / (2 * FALSE_WINNERS)


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)


@lru_cache(maxsize=1)
def _prior() -> tuple[tuple[float, float, float], ...]:
    return tuple((t * KINSHIP, (1 - t) * KINSHIP, 2 * _log_beta(t * KINSHIP, (1 - t) * KINSHIP)) for t in GRID)


def log_bayes_factor(one: Counts, other: Counts) -> float:
    """ln of how much better two kindred rates foretell both counts than one rate does. Below 0: one rate does."""
    missed, other_missed = one.n - one.hits, other.n - other.hits
    same = _log_beta(0.5 + one.hits + other.hits, 0.5 + missed + other_missed) - _log_beta(0.5, 0.5)
    apart = [
        lgamma(a + one.hits) + lgamma(b + missed) + lgamma(a + other.hits) + lgamma(b + other_missed) - held
        for a, b, held in _prior()
    ]
    most = max(apart)
    seen = lgamma(KINSHIP + one.n) + lgamma(KINSHIP + other.n)
    return most + log(sum(exp(each - most) for each in apart) / len(apart)) - seen - same


def beats(one: Counts, other: Counts, variants: int) -> bool:
    """Whether `one` is better, beyond what chance says of as many variants."""
    return one.hits * other.n > other.hits * one.n and log_bayes_factor(one, other) >= log(threshold(variants))


def interval(counts: Counts, mass: float = 0.95) -> tuple[float, float]:
    """Where the true rate lies with this probability (equal tails; Jeffreys' prior)."""
    a, b = 0.5 + counts.hits, 0.5 + counts.n - counts.hits
    tail = (1 - mass) / 2
    low = 0.0 if counts.hits == 0 else quantile(a, b, tail)
    return low, 1.0 if counts.n == counts.hits else quantile(a, b, 1 - tail)


def quantile(a: float, b: float, p: float) -> float:
    """Where a Beta(a, b) has `p` below it."""
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if cumulative(a, b, middle) < p else (low, middle)
    return (low + high) / 2


def cumulative(a: float, b: float, x: float) -> float:
    """How much of a Beta(a, b) lies below x: the regularised incomplete beta function, by Lentz's continued fraction
    (https://dlmf.nist.gov/8.17.E22)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - cumulative(b, a, 1 - x)
    front = exp(a * log(x) + b * log1p(-x) - _log_beta(a, b)) / a
    fraction, c, d = 1.0, 1.0, 0.0
    for i in range(300):
        m = i // 2
        if i == 0:
            numerator = 1.0
        elif i % 2 == 0:
            numerator = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        else:
            numerator = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1 / _apart(1 + numerator * d)
        c = _apart(1 + numerator / c)
        fraction *= c * d
        if abs(1 - c * d) < 1e-10:
            break
    return front * (fraction - 1)


def _apart(value: float) -> float:
    return value if abs(value) > 1e-300 else 1e-300


def within(one: Counts, other: Counts, difference: float) -> float:
    """How probable it is that the two rates lie less than this far apart."""
    (a, b), (c, d) = ((0.5 + x.hits, 0.5 + x.n - x.hits) for x in (one, other))
    middle, spread = a / (a + b), 6 * sqrt(a * b / ((a + b) ** 2 * (a + b + 1)))
    low, high = max(0.0, middle - spread), min(1.0, middle + spread)
    points = [low + (i + 0.5) * (high - low) / 64 for i in range(64)]
    weights = [exp((a - 1) * log(x) + (b - 1) * log1p(-x) - _log_beta(a, b)) for x in points]
    close = (cumulative(c, d, x + difference) - cumulative(c, d, x - difference) for x in points)
    return sum(w * p for w, p in zip(weights, close, strict=True)) / sum(weights)


def needed(rate: float, difference: float, variants: int) -> int:
    """People a variant until a difference of that size is found, in eight runs of ten.

    The counts that come out when chance works against it, once in five runs, still have to pass the threshold; a
    winner of several passes it against each of the others.
    """
    low, high = _around(rate, difference)
    against = {2: NORMAL_80, 3: NORMAL_90}.get(variants, NORMAL_93)

    def found(n: float) -> bool:
        unlucky = (high - low) - against * sqrt((low * (1 - low) + high * (1 - high)) / n)
        if unlucky <= 0:
            return False
        worse, better = _around((low + high) / 2, unlucky)
        return log_bayes_factor(Counts(better * n, n), Counts(worse * n, n)) >= log(threshold(variants))

    few, many = 10.0, 20.0
    while not found(many):
        few, many = many, many * 2
        if many > 10_000_000:
            return ceil(many)
    while many - few > max(1.0, many / 200):
        middle = (few + many) / 2
        few, many = (few, middle) if found(middle) else (middle, many)
    return ceil(many)


def _around(rate: float, difference: float) -> tuple[float, float]:
    """Two rates that far apart around one, moved where they would leave 0 to 1."""
    low = min(max(rate - difference / 2, 0.001), 0.999 - difference)
    return low, low + difference


def best(counts: Sequence[Counts]) -> int:
    """The variant that looks best, the first of several."""
    return max(range(len(counts)), key=lambda k: (counts[k].hits / counts[k].n if counts[k].n else -1.0, -k))
