"""What becomes of CVs broken at random, and what it costs: `python -m tests.bench.mutations [COUNT [INSIDE]]`.

COUNT files broken as they are (2,000 unless told) and INSIDE broken before they are zipped (500), the same as in the
long tests, in two processes.
"""

import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from typing import NamedTuple

from tests.bench.figures import show
from tests.cvs.mutations import mutations, mutations_inside, outcome

JOBS, SEED = 2, 2


class Told(NamedTuple):
    """Of one file: how it ended, processor seconds of reader and child, seconds, and the biggest child so far in MB."""

    outcome: str
    cpu: float
    seconds: float
    child_peak: float


def one(name: str, data: bytes) -> Told:
    before, began = _cpu(), time.perf_counter()
    try:
        ended = outcome(name, data)
    except Exception as error:  # noqa: BLE001 -- what crashes is to be counted
        ended = f"CRASHED: {type(error).__name__}"
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Told(ended, _cpu() - before, time.perf_counter() - began, peak)


def _cpu() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(u.ru_utime + u.ru_stime for u in used)


def files(kind: str, count: int) -> Iterator[tuple[str, bytes]]:
    return (mutations if kind == "as they are" else mutations_inside)(count, SEED)


def share(kind: str, count: int, job: int) -> list[Told]:
    return [one(name, data) for name, data in islice(files(kind, count), job, None, JOBS)]


def main(count: int = 2_000, inside: int = 500) -> None:
    rows: list[list[object]] = []
    for kind, many in (("as they are", count), ("inside", inside)):
        # New processes for each kind: the peak of children is one of the process that started them.
        with ProcessPoolExecutor(JOBS) as pool:
            parts = [pool.submit(share, kind, many, job) for job in range(JOBS)]
            told = [each for part in parts for each in part.result()]
        ends = ", ".join(f"{n} {what}" for what, n in Counter(each.outcome for each in told).most_common())
        cpu, seconds = max(each.cpu for each in told), max(each.seconds for each in told)
        rows.append([kind, len(told), ends, cpu, seconds, round(max(each.child_peak for each in told))])
    show("Broken CVs", ["broken", "files", "ended", "most CPU s", "most s", "biggest child MB"], rows)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
