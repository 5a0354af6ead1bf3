"""Reads files as `vivier read-cv` does, in a process whose processor time and memory are its own to measure.

`python -m tests.bench.cvs.worker OUT FILE...`: one JSON object a file, then one about the process.
"""

import json
import resource
import sys
from pathlib import Path

from vivier.resumes.opening import forkserver
from vivier_local.read_cv import read_cv_files


def spent() -> tuple[float, float]:
    """Processor seconds of this process, and of children that ended (tesseract) or were forked to open a file."""
    mine, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return mine.ru_utime + mine.ru_stime, children.ru_utime + children.ru_stime + forkserver.spent.seconds


def say(told: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")


def main(out: Path, files: list[Path]) -> None:
    before = spent()
    for result in read_cv_files(files, out):
        after = spent()
        say(
            {
                "file": str(result.file),
                "reason": result.reason,
                "read": result.output is not None,
                "seconds": result.seconds,
                "cpu": round(sum(after) - sum(before), 3),
            }
        )
        before = after
    mine, ended = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    say({"peak_mb": round(mine), "child_peak_mb": round(max(ended, forkserver.spent.peak_mb))})


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
