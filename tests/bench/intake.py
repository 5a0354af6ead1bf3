"""From the drop to the person: one CV, then fifty at once, through the whole local cloud."""

import itertools
import tempfile
import time
from pathlib import Path

from tests.bench.figures import Timing, show
from tests.bench.instance import Running
from tests.factories import NOW, intake, opened, reading
from vivier.casework import arrivals
from vivier.kernel.metering import metered
from vivier_local.client import Uploaded, upload

_numbers = itertools.count(1)


def _cv(folder: Path) -> Path:
    """A text CV of somebody new."""
    number = next(_numbers)
    word = "".join(chr(97 + int(d)) for d in str(number)).capitalize()
    path = folder / f"cv-{number}.txt"
    path.write_text(
        f"Jeanne {word} Berthelot\nCheffe de projet\njeanne.{word.lower()}@courrier.example\nNantes\n\n"
        "Expérience\nCheffe de projet, Brume Énergie, Nantes\njanvier 2019 - aujourd’hui\n\n"
        "Formation\nMaster informatique, Université de Nantes, 2018\n\nCompétences\nPython, SQL, Kanban\n",
        encoding="utf-8",
    )
    return path


def measure(instance: Running, singles: int = 12, crowd: int = 50) -> None:
    """Seconds from asking to send the file until the person is seen in the list."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one = [_drop(instance, [_cv(folder)])[0] for _ in range(singles)][2:]
        files = [_cv(folder) for _ in range(crowd)]
        started = time.perf_counter()
        many = _drop(instance, files)
        whole = time.perf_counter() - started
    rows: list[list[object]] = []
    for title, taken in (("one", one), (f"{crowd} at once", many)):
        timing = Timing.of(taken)
        rows.append([title, timing.p50 / 1000, timing.p95 / 1000, timing.n])
    rows.append([f"{crowd} at once, the last of them", whole, whole, 1])
    show("From drop to candidate, a text CV (s)", ["files", "p50", "p95", "n"], rows)
    instance.reach_the_table()
    calls()


def _drop(instance: Running, files: list[Path]) -> list[float]:
    done: list[Uploaded] = []
    upload(instance.client, files, "found", timeout=300, tell=done.append)
    if unread := [u for u in done if u.failed]:
        raise RuntimeError(f"{len(unread)} files were not read: {unread[0].reason}")
    return [u.seconds for u in done if u.seconds is not None]


def calls() -> None:
    """AWS calls and units of the recording step, counted in this process."""
    made = intake("found")
    with metered() as tally:
        arrivals.record("halage", made.id, opened(), reading(), NOW)
    rows: list[list[object]] = [[name, n] for name, n in sorted(tally.calls.items())]
    rows += [["all", tally.total], ["read units", tally.read_units], ["write units", tally.write_units]]
    show("Recording a new person: AWS calls", ["call", "number"], rows)
