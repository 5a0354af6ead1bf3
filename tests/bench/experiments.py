"""How often an experiment is wrong, and how often it finds what is there: many are played, and looked at often."""

import random
from collections.abc import Callable
from math import sqrt
from statistics import median

from tests.bench.figures import show
from tests.looks import played, share
from vivier.experiments import evidence
from vivier.experiments.evidence import Counts

LOOKS, RUNS = 40, 2_000


def measure() -> None:
    _false_winners()
    _power()


def _false_winners() -> None:
    rows: list[list[object]] = []
    for rate in (0.01, 0.03, 0.1, 0.2, 0.5):
        tests: list[object] = [_looked(rate, rule) for rule in (_z_test, _probably_better)]
        ours: list[object] = [f"{share(played([rate] * k, 50, LOOKS, RUNS)):.2%}" for k in (2, 3, 4)]
        rows.append([f"{rate:.0%}", *(f"{t:.1%}" for t in tests), *ours])
    for tied in ((0.2, 0.2, 0.1), (0.2, 0.2, 0.1, 0.1), (0.2, 0.2, 0.2, 0.1)):
        shown = " ".join(f"{rate:.0%}" for rate in tied)
        found = f"{share(played(tied, 50, LOOKS, RUNS)):.2%}"
        rows.append([shown, "", "", *(found if len(tied) == k else "" for k in (2, 3, 4))])
    columns = ["rate of all", "z-test, 2", "P(B>A) > .975, 2", "ours, 2", "ours, 3", "ours, 4"]
    show(f"False winners of {RUNS} runs, {LOOKS} looks, 50 people a variant between two", columns, rows)


def _power() -> None:
    rows: list[list[object]] = []
    for rate, difference in ((0.2, 0.05), (0.2, 0.1), (0.05, 0.03), (0.5, 0.1)):
        for variants in (2, 3, 4):
            people = evidence.needed(rate, difference, variants)
            rates = [rate - difference / 2] * (variants - 1) + [rate + difference / 2]
            found = played(rates, max(1, people // LOOKS), LOOKS, 400)
            when = median(r.people for r in found if r.winner is not None)
            right, wrong = share(found, variants - 1), share(found, *range(variants - 1))
            named = f"{rates[0]:.1%} / {rates[-1]:.1%}"
            rows.append([named, variants, people, round(when), f"{right:.0%}", f"{wrong:.1%}"])
    columns = ["rates", "variants", "foretold, each", "found after, median", "found", "the wrong one"]
    show("A real difference, looked at 40 times until the people foretold are there (400 runs)", columns, rows)


def _looked(rate: float, rule: Callable[[Counts, Counts], bool]) -> float:
    """How often a usual rule calls a winner among two that are the same."""
    chance = random.Random(1)
    called = 0
    for _ in range(RUNS // 4):
        hits = [0, 0]
        for look in range(1, LOOKS + 1):
            for k in (0, 1):
                hits[k] += sum(chance.random() < rate for _ in range(50))
            if rule(Counts(hits[0], look * 50), Counts(hits[1], look * 50)):
                called += 1
                break
    return called / (RUNS // 4)


def _z_test(a: Counts, b: Counts) -> bool:
    pooled = (a.hits + b.hits) / (a.n + b.n)
    spread = sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n))
    return spread > 0 and abs(a.hits / a.n - b.hits / b.n) / spread > 1.96


def _probably_better(a: Counts, b: Counts) -> bool:
    """Whether P(B > A) or P(A > B) is above .975, uniform priors, by the normal approximation of both."""
    means = [(c.hits + 1) / (c.n + 2) for c in (a, b)]
    spread = sqrt(sum(m * (1 - m) / (c.n + 3) for m, c in zip(means, (a, b), strict=True)))
    return abs(means[0] - means[1]) / spread > 1.96
