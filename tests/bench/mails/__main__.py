"""`python -m tests.bench.mails --suite DIR [--part scored|tuned] [--worst 10]`: figures for a folder of raw mails.

Every file is one raw mail. `labels.json` in a folder, when there is one, says what is right of some of them, by path:
`{"x.eml": {"kind": "bounce", "severities": ["hard"], "recipients": ["a@b.example"], "reply": "text"}}`, each part
optional; `not` is a kind that it must not be, `holds` and `lacks` are words that the reply has and has not.
`severities` holds one entry a recipient, `any` where nobody can tell: those are not counted.
Half of the files, by the hash of their name, is `scored`: nothing here was made while looking at them.
"""

import argparse
import hashlib
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field

from tests.bench.figures import Timing, console
from tests.bench.mails import marks
from vivier.mail.inbound import reading
from vivier.mail.inbound.model import Mail


class Read(BaseModel):
    """One file, as it was read."""

    name: str
    size: int
    seconds: float
    mail: Mail | None = Field(default=None, description="None: reading it raised.")


def main() -> None:
    args = arguments()
    files = [f for f in sorted(args.suite.rglob("*")) if f.is_file() and f.name != "labels.json"]
    right = labels(args.suite)
    reads = [read(f, args.suite) for f in files if args.part in (None, part(f.name))]
    if not reads:
        raise SystemExit(f"no mails in {args.suite}")
    sums(reads)
    marks.tell([(r.name, r.mail, right[r.name]) for r in reads if r.mail and r.name in right], args.worst)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.mails", description=__doc__)
    parser.add_argument("--suite", type=Path, required=True, help="a folder of raw mails")
    parser.add_argument("--part", choices=["scored", "tuned"], help="one part only")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="show N that were read wrong")
    return parser.parse_args()


def labels(suite: Path) -> dict[str, Any]:
    """What is right, by path within the suite; each folder may have labels of its own."""
    found: dict[str, Any] = {}
    for file in sorted(suite.rglob("labels.json")):
        within = file.parent.relative_to(suite)
        found |= {str(within / name): right for name, right in json.loads(file.read_text()).items()}
    return found


def part(name: str) -> str:
    return "scored" if hashlib.sha256(name.encode()).digest()[0] % 2 == 0 else "tuned"


def read(file: Path, suite: Path) -> Read:
    raw = file.read_bytes()
    began = time.perf_counter()
    try:
        mail = reading.read(raw)
    except Exception:  # noqa: BLE001 - what is measured
        mail = None
    return Read(name=str(file.relative_to(suite)), size=len(raw), seconds=time.perf_counter() - began, mail=mail)


def sums(reads: list[Read]) -> None:
    mails = [r.mail for r in reads if r.mail]
    raised = [r.name for r in reads if r.mail is None]
    timing = Timing.of([r.seconds for r in reads])
    console.print(
        f"{len(reads)} mails, {sum(r.size for r in reads) / 2**20:.1f} MB; raised: {len(raised)} {raised[:5]}"
    )
    console.print(
        f"milliseconds a mail: p50 {timing.p50}, p99 {timing.p99}, most {max(r.seconds for r in reads) * 1000:.0f}"
    )
    console.print(f"kinds: {dict(Counter(str(m.kind) for m in mails).most_common())}")
    console.print(f"flags: {dict(Counter(f for m in mails for f in m.flags).most_common())}")
    attached = Counter(str(a.kind) for m in mails for a in m.attachments)
    console.print(f"attachments: {dict(attached.most_common())}; with HTML: {sum(m.html is not None for m in mails)}")


if __name__ == "__main__":
    main()
