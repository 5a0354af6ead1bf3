"""Runs of words cut where columns begin: tab stops and tables whose names nearly touch."""

import re
from collections import defaultdict
from itertools import pairwise

from vivier.resumes.layout.words import Word
from vivier.resumes.wording.dates import is_piece

_YEAR = re.compile(r"(?:19|20)\d\d")
_STEP = 1.5  # points
_FEWEST_GAPS, _WIDE, _WIDER = 3, 0.8, 2.5


def at_stops(runs: list[list[Word]]) -> list[list[Word]]:
    """Cuts a run where a wider gap ends at an edge that other runs begin at."""
    spaces = [[b.left - a.right for a, b in pairwise(run)] for run in runs]
    wides = [_wide(run, gaps) for run, gaps in zip(runs, spaces, strict=True)]
    stops: dict[int, int] = defaultdict(int)
    for run, wide in zip(runs, wides, strict=True):
        for left in (run[0].left, *(run[n + 1].left for n in wide)):
            for near in (-1, 0, 1):
                stops[round(left / _STEP) + near] += 1
    cut: list[list[Word]] = []
    for run, gaps, wide in zip(runs, spaces, wides, strict=True):
        usual = _usual(gaps)
        start = 0
        for index, gap in enumerate(gaps):
            if gap <= 0.4 * run[index].size or (len(gaps) > 2 and gap <= 1.5 * usual):
                continue
            begun = stops[round(run[index + 1].left / _STEP)] - (index in wide)
            piece = is_piece(" ".join(w.text for w in run[start : index + 1]))
            if begun >= (2 if piece or index in wide else 4):
                cut.append(run[start : index + 1])
                start = index + 1
        cut.append(run[start:] if start else run)
    return cut


def _usual(gaps: list[float]) -> float:
    return sorted(gaps)[(len(gaps) - 1) // 2] if gaps else 0.0


def _wide(run: list[Word], gaps: list[float]) -> set[int]:
    """Gaps that no space between words is as wide as, though the run goes on, in what has a year like an entry's row.

    Elsewhere they are of lists set to both margins.
    """
    if len(gaps) < _FEWEST_GAPS or max(gaps) <= _WIDE * run[0].size or not any(_YEAR.search(w.text) for w in run):
        return set()
    usual = _usual(gaps)
    return {n for n, gap in enumerate(gaps) if gap > max(_WIDE * run[n].size, _WIDER * usual)}
