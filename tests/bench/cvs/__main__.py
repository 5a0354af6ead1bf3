"""`make bench-cv [ARGS="--split check --worst 10"]`, or ARGS="--folder DIR" for CVs with truth from elsewhere."""

import argparse
import time
from pathlib import Path

from tests.bench.cvs import report, worst
from tests.bench.cvs.run import ROOT, Case, cases, read_all
from tests.bench.figures import console
from tests.cvs.corpus.build import build
from tests.cvs.corpus.model import Split

OUT = ROOT / ".build" / "bench-cv"


def main() -> None:
    args = arguments()
    began = time.perf_counter()
    if not (wanted := chosen(args)):
        raise SystemExit(f"No CV with its truth is in {args.folder or 'that choice'}.")
    console.print(f"{len(wanted)} CVs, made in {time.perf_counter() - began:.0f} s")
    peaks = read_all(wanted, OUT / "readings", args.jobs)
    title = args.split or (args.folder.name if args.folder else "All")
    report.fields_table(title, wanted)
    for key in ("split", "lang", "format", "layout", *(["trade"] if args.trades else [])):
        report.groups_table(f"F1 by {key}", wanted, lambda case, key=key: case.about(key))  # type: ignore[misc]
    for split in sorted({case.about("split") for case in wanted}):
        report.reliability(
            f"Confidence said, share right (of how many): {split}", [c for c in wanted if c.about("split") == split]
        )
    report.cost(wanted, peaks)
    report.prohibited(wanted)
    open_ones = [case for case in wanted if case.about("split") != Split.LOCKED]
    report.unread(open_ones, quiet=False)
    report.unread([case for case in wanted if case not in open_ones], quiet=True)
    if args.worst:
        made = worst.draw(open_ones, args.to, args.worst)
        console.print(f"{len(made)} pictures in {args.to}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-cv", description=__doc__)
    parser.add_argument("--split", choices=[*Split], help="one part only")
    parser.add_argument("--layout", nargs="+", help="these layouts only (never of the locked part)")
    parser.add_argument("--folder", type=Path, help="CVs with their truth beside them, or in docs/ and truth/")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="draw the N worst that are not locked")
    parser.add_argument("--to", type=Path, default=OUT / "worst", help="where pictures go")
    parser.add_argument("--trades", action="store_true", help="a table by trade, too")
    parser.add_argument("--jobs", type=int, default=2)
    return parser.parse_args()


def chosen(args: argparse.Namespace) -> list[Case]:
    if args.folder:
        return cases(args.folder)
    folder = build()
    wanted = [case for split in Split if args.split in (None, split) for case in cases(folder / split)]
    if args.layout:
        wanted = [
            case for case in wanted if case.about("layout") in args.layout and case.about("split") != Split.LOCKED
        ]
    return wanted


if __name__ == "__main__":
    main()
