"""Cold imports: each function's module against a bare `import boto3`, in fresh interpreters, in turn.

Processor time: an import hardly waits, and the clock on the wall also counts who else works on this machine.
"""

import os
import statistics
import subprocess
import sys
from pathlib import Path

from tests.bench.figures import show

ROOT = Path(__file__).parents[2]
CODE = r"""
import re, sys, time
from pathlib import Path
started = time.process_time()
{statement}
taken = time.process_time() - started
# The kernel's own high-water mark: what getrusage says outlives the parent's fork.
peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
print(taken, int(peak[1]) / 1024)
"""


def _run(statement: str, folder: Path | None) -> tuple[float, float]:
    paths = [str(ROOT / "layers/dependencies/python"), str(ROOT / "layers/vivier")]
    if folder:
        paths = [str(folder), str(folder.parent / "edge"), *paths]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": ":".join(paths), "AWS_DEFAULT_REGION": "eu-west-3"}
    environment["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # as the template says
    ran = subprocess.run(
        [sys.executable, "-S", "-c", CODE.format(statement=statement)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, megabytes = ran.stdout.split()[-2:]
    return float(seconds), float(megabytes)


def measure(rounds: int = 9) -> None:
    """Medians of the time of each import, its ratio to boto3's of the same round, and the process's memory after it."""
    functions = sorted(p.parent for p in (ROOT / "functions").glob("*/main.py"))
    taken: dict[str, list[tuple[float, float, float]]] = {f.name: [] for f in functions}
    bare: list[float] = []
    for _ in range(rounds):
        baseline, _ = _run("import boto3", None)
        bare.append(baseline)
        for folder in functions:
            seconds, megabytes = _run("import main", folder)
            taken[folder.name].append((seconds * 1000, seconds / baseline, megabytes))
    rows: list[list[object]] = [["import boto3", statistics.median(bare) * 1000, 1.0, ""]]
    for name, found in taken.items():
        rows.append([name, *(statistics.median(column) for column in zip(*found, strict=True))])
    show("Cold import of each function", ["function", "ms", "times boto3", "MB after"], rows)
