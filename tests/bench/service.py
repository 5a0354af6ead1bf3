"""The API at a thousand and at twenty thousand people: through the edge and the service alone, with calls and units.

The service's time is told in two: on the wire, which here is what the emulator takes to answer, and our own, which is
all the rest (our code, pynamodb, botocore), with the processor time of it.
"""

import itertools
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from botocore.httpsession import URLLib3Session

from tests.bench import crowd
from tests.bench.figures import Timing, repeat, show
from tests.bench.instance import Running
from vivier.casework import by_hand
from vivier.kernel.actor import Actor, Role
from vivier.kernel.clock import utc_now
from vivier.kernel.metering import metered
from vivier.people import search, service
from vivier.people.search import PeopleQuery

WORKSPACE = "vivier"
_numbers = itertools.count(1)
COLUMNS = [
    "people, act",
    "edge p50",
    "edge p99",
    "times health",
    "alone p50",
    "alone p99",
    "calls",
    "read",
    "write",
]


def measure(instance: Running, sizes: tuple[int, ...] = (1_000, 20_000), n: int = 120) -> None:
    instance.reach_the_table()
    actor = Actor(workspace=WORKSPACE, id=f"mem_{'0' * 26}", name="Bench", role=Role.recruiter)
    rows: list[list[object]] = []
    shares: list[list[object]] = []
    before = 0
    for size in sizes:
        crowd.fill(WORKSPACE, before, size)
        before = size
        newest = search.search(WORKSPACE, PeopleQuery()).cards[0].id
        with instance.api() as api:
            health = repeat(lambda: api.get("/health").raise_for_status(), n)
            edge: dict[str, Callable[[], Any]] = {
                "list": lambda: api.get("/candidates").raise_for_status(),
                "candidate": lambda: api.get(f"/candidates/{newest}").raise_for_status(),  # noqa: B023
                "add": lambda: api.post("/candidates", json=_typed()).raise_for_status(),
            }
            alone: dict[str, Callable[[], Any]] = {
                "list": lambda: search.search(WORKSPACE, PeopleQuery()),
                "candidate": lambda: service.open_candidate(actor, newest),  # noqa: B023
                "add": lambda: by_hand.add(actor, by_hand.Typed.model_validate(_typed()), utc_now()),
            }
            for name in edge:
                rows.append(_row(size, name, repeat(edge[name], n), repeat(alone[name], n), health, alone[name]))
                shares.append([f"{size:,} {name}", *_shares(alone[name])])
    show("The API (ms; units of DynamoDB)", COLUMNS, rows)
    columns = ["people, act", "alone", "on the wire", "our own", "our own, processor"]
    show("The service alone (ms): the emulator's share and ours", columns, shares)


def _row(size: int, name: str, edge: Timing, alone: Timing, health: Timing, call: Callable[[], Any]) -> list[object]:
    with metered() as tally:
        call()
    ratio = edge.p50 / health.p50
    return [
        f"{size:,} {name}",
        edge.p50,
        edge.p99,
        ratio,
        alone.p50,
        alone.p99,
        tally.total,
        tally.read_units,
        tally.write_units,
    ]


def _shares(call: Callable[[], Any], n: int = 60) -> Iterator[float]:
    """Median milliseconds of a call: whole, inside botocore's HTTP requests, outside, the processor's outside."""
    rows = []
    with _wire() as spent:
        for _ in range(n):
            spent.clear()
            started, worked = time.perf_counter(), time.thread_time()
            call()
            whole, work = time.perf_counter() - started, time.thread_time() - worked
            waited, sending = (sum(column) for column in zip(*spent, strict=True))
            rows.append((whole, waited, whole - waited, work - sending))
    return (1000 * statistics.median(column) for column in zip(*rows, strict=True))


@contextmanager
def _wire() -> Iterator[list[tuple[float, float]]]:
    """Seconds, and the processor's, of each HTTP request that botocore makes."""
    spent: list[tuple[float, float]] = []
    plain = URLLib3Session.send

    def send(self: URLLib3Session, request: Any) -> Any:
        started, worked = time.perf_counter(), time.thread_time()
        try:
            return plain(self, request)
        finally:
            spent.append((time.perf_counter() - started, time.thread_time() - worked))

    URLLib3Session.send = send  # type: ignore[method-assign]
    try:
        yield spent
    finally:
        URLLib3Session.send = plain  # type: ignore[method-assign]


def _typed() -> dict[str, str]:
    number = next(_numbers)
    return {
        "name": f"Jeanne {crowd.word(number)}",
        "email": f"added{number}-{utc_now().timestamp()}@bench.example",
        "relation": "found",
    }
