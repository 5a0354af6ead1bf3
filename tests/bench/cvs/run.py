"""Reads a set of CVs in worker processes, and puts each reading beside its truth."""

import json
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from tests.cvs.scoring import Counts, Score, Values, score

ROOT = Path(__file__).parents[3]


class Case(BaseModel):
    """A CV file, its truth file's contents, and what reading it gave ({} when nothing)."""

    path: Path
    whole: Values
    read: Values = {}
    reason: str | None = None
    cpu: float = 0.0
    seconds: float = 0.0

    @property
    def id(self) -> str:
        return self.path.stem

    def about(self, key: str) -> str:
        return str(self.whole.get(key) or "-")

    @property
    def pages(self) -> int:
        return len(self.read.get("reading", {}).get("pages", []))

    @property
    def scanned(self) -> bool:
        return any(page["source"] == "textract" for page in self.read.get("reading", {}).get("pages", []))

    def score(self) -> Score:
        return score(self.whole, self.read)

    def worth(self) -> float:
        """One number to sort by: half the mean of the fields' F1, half whole entries of experience."""
        tally = self.score().tally
        fields = [counts.f1 for counts in tally.values() if sum(counts)]
        whole = tally["experience"] if sum(tally["experience"]) else Counts(1)
        return (sum(fields) / max(len(fields), 1) + whole.f1) / 2


class Peaks(BaseModel):
    """Megabytes at the most: of the process that reads, and of its biggest child."""

    text: int = 0
    text_child: int = 0
    scan: int = 0
    scan_child: int = 0


def cases(folder: Path) -> list[Case]:
    """The CVs of a folder with their truth beside them, or in `docs` and `truth` within it."""
    truths = folder / "truth" if (folder / "truth").is_dir() else folder
    docs = folder / "docs" if (folder / "docs").is_dir() else folder
    found = []
    for path in sorted(truths.glob("*.json")):
        whole = json.loads(path.read_text(encoding="utf-8"))
        if "truth" in whole:
            file = docs / (
                whole.get("file") or next(p.name for p in docs.glob(f"{path.stem}.*") if p.suffix != ".json")
            )
            found.append(Case(path=file, whole={"format": file.suffix[1:], "split": folder.name, **whole}))
    return found


def read_all(wanted: list[Case], out: Path, jobs: int) -> Peaks:
    """Reads into `out`, scans apart from the others so that memory is told apart; fills the cases."""
    scans = [case for case in wanted if "scan" in case.about("format") or case.path.suffix in (".png", ".jpg", ".jpeg")]
    texts = [case for case in wanted if case not in scans]
    peaks = Peaks()
    with ThreadPoolExecutor(jobs) as pool:
        for kind, some in (("text", texts), ("scan", scans)):
            chunks = [some[n::jobs] for n in range(jobs) if some[n::jobs]]
            for told in pool.map(lambda chunk: _worker(chunk, out), chunks):
                for name, key in ((kind, "peak_mb"), (f"{kind}_child", "child_peak_mb")):
                    setattr(peaks, name, max(getattr(peaks, name), told[key]))
    return peaks


def _worker(chunk: Sequence[Case], out: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.cvs.worker", str(out), *(str(case.path) for case in chunk)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the reader ended with {done.returncode}:\n{done.stderr[-2000:]}")
    *lines, last = [json.loads(line) for line in done.stdout.splitlines()]
    for case, line in zip(chunk, lines, strict=True):
        case.reason, case.cpu, case.seconds = line["reason"], line["cpu"], line["seconds"]
        if line["read"]:
            case.read = json.loads((out / f"{case.id}.json").read_text(encoding="utf-8"))
    told: dict[str, Any] = last
    return told
