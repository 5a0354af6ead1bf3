"""Timing calls, and printing what was found."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from rich.console import Console
from rich.table import Table

console = Console(width=118)
RESULTS = Path(__file__).parents[2] / ".build" / "bench.json"


class Timing(BaseModel):
    """Milliseconds of repeated calls."""

    p50: float
    p95: float
    p99: float
    n: int

    @classmethod
    def of(cls, seconds: list[float]) -> "Timing":
        ordered = sorted(s * 1000 for s in seconds)

        def at(share: float) -> float:
            return round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 2)

        return cls(p50=at(0.5), p95=at(0.95), p99=at(0.99), n=len(ordered))


def repeat(call: Callable[[], Any], n: int, warm: int = 5) -> Timing:
    """Times `n` calls after some that are not counted."""
    for _ in range(warm):
        call()
    taken = []
    for _ in range(n):
        started = time.perf_counter()
        call()
        taken.append(time.perf_counter() - started)
    return Timing.of(taken)


def show(title: str, columns: list[str], rows: list[list[object]]) -> None:
    table = Table(title=title, title_justify="left")
    for n, column in enumerate(columns):
        table.add_column(column, justify="left" if n == 0 else "right")
    for row in rows:
        table.add_row(*(f"{cell:.2f}" if isinstance(cell, float) else str(cell) for cell in row))
    console.print(table)
    _keep(title, columns, rows)


def _keep(title: str, columns: list[str], rows: list[list[object]]) -> None:
    held = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    held[title] = [dict(zip(columns, row, strict=True)) for row in rows]
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(held, indent=1) + "\n")
