"""What the counts of an experiment say today, in the words that were fixed before it began. Pure.

Only people whose time is over are counted: those who answered early would make every rate look higher than it is.
"""

from datetime import datetime, timedelta
from itertools import combinations
from math import ceil

from pydantic import Field

from vivier.experiments import evidence
from vivier.experiments.evidence import Counts
from vivier.experiments.model import Experiment, ExperimentState, Plan, Said
from vivier.mail.exposures import Sum
from vivier.mail.model import VariantKey
from vivier.people.model import Strict

GUESSED = 20  # people that the guess made before the start is worth
ALIKE = 0.95
FARTHEST = 64.0  # times the people of today, to look for an end at


class VariantResult(Strict):
    """One variant, in people. `rate`, `low`, `high`: fractions; 95 % for the true rate to lie between the two."""

    variant: VariantKey
    sent: int = 0
    waiting: int = Field(default=0, description="Who still have time.")
    counted: int = Field(default=0, description="Whose time is over.")
    hits: int = Field(default=0, description="Of those counted.")
    early: int = Field(default=0, description="Who have time and did it already.")
    rate: float | None = None
    low: float | None = None
    high: float | None = None


class Verdict(Strict):
    """`winner` is better than every other; `alike`: none is better than the other by what would matter."""

    said: Said
    winner: VariantKey | None = None
    leading: list[VariantKey] = Field(default_factory=list, description="Those that nothing has beaten.")
    more: int | None = Field(default=None, description="People to write to until there is a verdict, about.")
    days: int | None = Field(default=None, description="Days at least: the minimum run, and time to answer.")
    minimum: bool = Field(default=False, description="The minimum run is not over.")
    results: list[VariantResult] = Field(default_factory=list)


def results(experiment: Experiment, sums: list[Sum], now: datetime) -> list[VariantResult]:
    """A day's people count once the last of them has had their whole time."""
    over = f"{now - timedelta(days=experiment.plan.window_days + 1):%Y-%m-%d}"
    return [_result(variant.key, sums, over) for variant in experiment.variants]


def _result(key: VariantKey, sums: list[Sum], over: str) -> VariantResult:
    counted = sum(s.sent[key] for s in sums if s.day <= over)
    hits = sum(s.hits[key] for s in sums if s.day <= over)
    waiting = sum(s.sent[key] for s in sums if s.day > over)
    early = sum(s.hits[key] for s in sums if s.day > over)
    made = VariantResult(variant=key, sent=counted + waiting, waiting=waiting, counted=counted, hits=hits, early=early)
    if not counted:
        return made
    low, high = evidence.interval(Counts(hits, counted))
    return made.model_copy(update={"rate": hits / counted, "low": low, "high": high})


def verdict(experiment: Experiment, sums: list[Sum], now: datetime) -> Verdict:
    """Safe to ask for at any time and as often as one likes."""
    found = results(experiment, sums, now)
    plan, counts = experiment.plan, [Counts(r.hits, r.counted) for r in found]
    if experiment.state == ExperimentState.draft:
        return Verdict(said="not_begun", more=planned(plan, counts) * len(counts), results=found)
    leading = _leading(counts)
    keys = [found[k].variant for k in leading]
    left = _days_left(experiment, now)
    early = left > 0 or any(c.n < plan.minimum_people for c in counts)
    said: Said = _said(counts, leading, plan)
    if said != "not_enough" and not early:
        winner = keys[0] if said == "winner" else None
        return Verdict(said=said, winner=winner, leading=keys, results=found)
    waiting = [r.waiting for r in found]
    # What is clear already waits for the minimum run alone.
    more = _more(plan, counts, waiting) if said == "not_enough" else rounded(_least(plan, counts, waiting))
    wait = max(left, plan.window_days + 1) if more else max(left, 1)
    return Verdict(said="not_enough", leading=keys, more=more, days=wait, minimum=early, results=found)


def _leading(counts: list[Counts]) -> list[int]:
    """The best-looking first, then those that it does not beat."""
    first = evidence.best(counts)
    others = [k for k in range(len(counts)) if k != first]
    return [first, *(k for k in others if not evidence.beats(counts[first], counts[k], len(counts)))]


def _said(counts: list[Counts], leading: list[int], plan: Plan) -> Said:
    if len(leading) == 1:
        return "winner"
    enough = sum(c.n for c in counts) >= planned(plan, counts) * len(counts)
    pairs = combinations(leading, 2)
    if enough and all(evidence.within(counts[a], counts[b], plan.difference / 100) >= ALIKE for a, b in pairs):
        return "alike"
    return "not_enough"


def _days_left(experiment: Experiment, now: datetime) -> int:
    begun = experiment.started_at or now
    return max(0, ceil((begun + timedelta(days=experiment.plan.minimum_days) - now) / timedelta(days=1)))


def planned(plan: Plan, counts: list[Counts]) -> int:
    """People a variant, to find the difference that was named as worth it, at the rate that is seen."""
    hits, people = sum(c.hits for c in counts), sum(c.n for c in counts)
    rate = (hits + plan.guess * GUESSED) / (people + GUESSED)
    return evidence.needed(min(max(rate, 0.005), 0.995), plan.difference / 100, len(counts))


def _more(plan: Plan, counts: list[Counts], waiting: list[int]) -> int:
    """People still to be written to: those whose time runs will be counted without a mail more.

    It asks what the difference that would matter needs, and not what the one that is seen would: early on that one is
    mostly luck, and the luck of whoever leads. A greater difference shows sooner.
    """
    seen = sum(c.n for c in counts)
    wanted = planned(plan, counts) * len(counts)
    if seen >= wanted:  # the difference that would matter did not show, and no difference did not either
        wanted = _extrapolated(plan, counts)
    return rounded(ceil(max(_least(plan, counts, waiting), wanted - seen - sum(waiting))))


def _least(plan: Plan, counts: list[Counts], waiting: list[int]) -> int:
    """People that the minimum run still wants."""
    lacking = (plan.minimum_people - c.n - w for c, w in zip(counts, waiting, strict=True))
    return ceil(max(0, *lacking) * len(counts))


def _extrapolated(plan: Plan, counts: list[Counts]) -> int:
    """How many people there are at the end, should everything go on as it went so far."""
    times = 1.1
    while times < FARTHEST:
        grown = [Counts(c.hits * times, c.n * times) for c in counts]
        if _said(grown, _leading(grown), plan) != "not_enough":
            break
        times *= 1.15
    return ceil(sum(c.n for c in counts) * times)


def rounded(people: int) -> int:
    """`About` has two digits."""
    step = 1 if people < 20 else 10 if people < 200 else 50 if people < 1000 else 100 if people < 10_000 else 1000
    return ceil(people / step) * step
