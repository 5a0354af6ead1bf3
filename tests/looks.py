"""Experiments that are played: people come by chance, and somebody looks again and again."""

import random
from collections.abc import Sequence
from typing import NamedTuple

from vivier.experiments import evidence
from vivier.experiments.evidence import Counts


class Played(NamedTuple):
    """Which variant was called the winner (None: none in all looks), and after how many people of each."""

    winner: int | None
    people: float


def play(rates: Sequence[float], each: int, looks: int, chance: random.Random) -> Played:
    """`each`: people a variant between two looks."""
    variants = len(rates)
    hits, seen = [0] * variants, [0] * variants
    for _ in range(looks):
        for _ in range(each * variants):
            one = chance.randrange(variants)
            seen[one] += 1
            hits[one] += chance.random() < rates[one]
        counts = [Counts(h, n) for h, n in zip(hits, seen, strict=True)]
        best = evidence.best(counts)
        if all(evidence.beats(counts[best], counts[k], variants) for k in range(variants) if k != best):
            return Played(best, sum(seen) / variants)
    return Played(None, sum(seen) / variants)


def played(rates: Sequence[float], each: int, looks: int, runs: int, seed: int = 20261126) -> list[Played]:
    chance = random.Random(seed)
    return [play(rates, each, looks, chance) for _ in range(runs)]


def share(runs: Sequence[Played], *winners: int) -> float:
    """How many of the runs called one of these the winner; any, when none is named."""
    return sum(r.winner is not None and (not winners or r.winner in winners) for r in runs) / len(runs)
