"""`python -m tests.bench [part ...]`: everything, or the parts named (`PARTS`)."""

import sys

from tests.bench import answers, boards, experiments, imports, intake, mails_out, reading, service
from tests.bench.figures import console
from tests.bench.instance import running

PARTS = ("imports", "reading", "experiments", "mails_out", "answers", "intake", "api", "boards")


def main(wanted: list[str]) -> None:
    chosen = wanted or list(PARTS)
    if unknown := set(chosen) - set(PARTS):
        raise SystemExit(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    if "imports" in chosen:
        imports.measure()
    if "reading" in chosen:
        reading.measure()
    if "experiments" in chosen:
        experiments.measure()
    if "mails_out" in chosen:
        mails_out.measure()
    if {"answers", "intake", "api", "boards"} & set(chosen):
        with running() as instance:
            if "answers" in chosen:
                answers.measure(instance)
            if "intake" in chosen:
                intake.measure(instance)
            if "api" in chosen:
                service.measure(instance)
            if "boards" in chosen:
                boards.measure(instance)
    console.print("Kept in .build/bench.json")


if __name__ == "__main__":
    main(sys.argv[1:])
