"""What becomes of CVs broken at random, and what it costs: `python -m tests.bench.mutations [COUNT [INSIDE [OLD]]]`.

COUNT files broken as they are (2,000 unless told), INSIDE broken before they are zipped (500) and OLD of Word 97 (500),
the same as in the long tests, in two processes. Last, pictures of nearly as many pixels as are decoded at all: what
takes the most memory. Ctrl-C ends it and prints what was done until then.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from io import BytesIO
from itertools import islice
from typing import NamedTuple

from PIL import Image

from tests.bench.figures import show
from tests.cvs.mutations import OLD_WORD, mutations, mutations_inside, outcome
from vivier.resumes.opening import Limits, forkserver

JOBS, SEED, AT_ONCE = 2, 2, 20


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
    return Told(ended, _cpu() - before, time.perf_counter() - began, forkserver.spent.peak_mb)


def _cpu() -> float:
    return time.process_time() + forkserver.spent.seconds


def files(kind: str, count: int) -> Iterator[tuple[str, bytes]]:
    if kind == "inside":
        return mutations_inside(count, SEED)
    return mutations(count, SEED, OLD_WORD) if kind == "Word 97" else mutations(count, SEED)


def share(kind: str, count: int, first: int) -> list[Told]:
    return [one(name, data) for name, data in islice(files(kind, count), first, first + AT_ONCE)]


def largest() -> Iterator[tuple[str, bytes]]:
    side = int((Limits().decode_pixels - 1) ** 0.5)
    page = Image.new("RGBA", (side, side))
    for kind, more in (
        ("png", {}),
        ("tiff", {"compression": "tiff_lzw", "save_all": True, "append_images": [page] * 4}),
    ):
        file = BytesIO()
        page.save(file, kind, **more)
        yield f"largest {kind}", file.getvalue()


def run(kind: str, count: int) -> list[Told]:
    """As many as are done before somebody has waited enough."""
    told: list[Told] = []
    # New processes for each kind: the peak of children is one of the process that started them.
    with ProcessPoolExecutor(JOBS) as pool:
        try:
            for done in as_completed(pool.submit(share, kind, count, first) for first in range(0, count, AT_ONCE)):
                told += done.result()
                sys.stderr.write(f"{kind}: {len(told)} of {count}\n")
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
    return told


def row(kind: str, told: list[Told]) -> list[object]:
    ends = ", ".join(f"{n} {what}" for what, n in Counter(each.outcome for each in told).most_common())
    cpu, seconds = max(each.cpu for each in told), max(each.seconds for each in told)
    return [kind, len(told), ends, cpu, seconds, round(max(each.child_peak for each in told))]


def main(count: int = 2_000, inside: int = 500, old: int = 500) -> None:
    wanted = (("as they are", count), ("inside", inside), ("Word 97", old))
    rows = [row(kind, told) for kind, n in wanted if n and (told := run(kind, n))]
    for kind, data in largest():
        with ProcessPoolExecutor(1) as pool:
            rows.append(row(kind, [pool.submit(one, kind, data).result()]))
    show("Broken CVs", ["broken", "files", "ended", "most CPU s", "most s", "biggest child MB"], rows)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
