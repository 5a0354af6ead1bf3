"""The API at a thousand and at twenty thousand people: through the edge and the service alone, with calls and units."""

import itertools
from collections.abc import Callable
from typing import Any

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
COLUMNS = ["people, act", "edge p50", "edge p99", "times health", "alone p50", "alone p99", "calls", "read", "write"]


def measure(instance: Running, sizes: tuple[int, ...] = (1_000, 20_000), n: int = 120) -> None:
    instance.reach_the_table()
    actor = Actor(workspace=WORKSPACE, id=f"mem_{'0' * 26}", name="Bench", role=Role.recruiter)
    rows: list[list[object]] = []
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
    columns = [
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
    show("The API (ms; units of DynamoDB)", columns, rows)


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


def _typed() -> dict[str, str]:
    number = next(_numbers)
    return {
        "name": f"Jeanne Essai {crowd.person(number, utc_now()).display_name}",
        "email": f"added{number}-{utc_now().timestamp()}@bench.example",
        "relation": "found",
    }
