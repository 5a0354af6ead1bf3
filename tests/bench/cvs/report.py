"""What `make bench-cv` prints: shares right per group, how confidence holds, what it cost."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from tests.bench.cvs.run import Case, Peaks
from tests.bench.figures import console, show
from tests.cvs.scoring import FIELDS, Verdict, total

SHORT = {
    "name": "name",
    "email": "mail",
    "phone": "tel",
    "location": "place",
    "links": "links",
    "skills": "skill",
    "languages": "lang",
    "experience.found": "found",
    "experience.employer": "empl",
    "experience.title": "title",
    "experience.start": "start",
    "experience.end": "end",
    "experience": "WHOLE",
    "education.institution": "schl",
    "education.degree": "degr",
    "education.end": "e.end",
}
TARGETS = {
    "name": 0.96,
    "email": 0.98,
    "phone": 0.97,
    "location": 0.92,
    "links": 0.93,
    "languages": 0.96,
    "skills": 0.85,
    "experience.found": 0.95,
    "experience.employer": 0.87,
    "experience.title": 0.90,
    "experience.start": 0.94,
    "experience.end": 0.94,
    "experience": 0.78,
    "education.institution": 0.88,
    "education.degree": 0.87,
    "education.end": 0.94,
}
SCANS_LESS = 0.15
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


def fields_table(title: str, cases: list[Case]) -> None:
    """Targets are for what has a text layer; scans may have .15 less. The last column says which is under its own."""
    kinds = {"text": [c for c in cases if not c.scanned], "scans": [c for c in cases if c.scanned]}
    summed, apart = (
        total(case.score() for case in cases),
        {k: total(c.score() for c in held) for k, held in kinds.items()},
    )
    rows: list[list[object]] = []
    for field in FIELDS:
        counts, target = summed[field], TARGETS.get(field)
        if not sum(counts):
            continue
        shares = {kind: each[field].f1 for kind, each in apart.items() if each[field].n}
        wanted = {kind: target - (SCANS_LESS if kind == "scans" else 0) for kind in shares} if target else {}
        under = [kind for kind, share in wanted.items() if shares[kind] < share]
        cells = [shares.get(kind, "") for kind in kinds]
        rows.append(
            [field, counts.precision, counts.recall, counts.f1, counts.n, target or "", *cells, ", ".join(under)]
        )
    columns = ["field", "precision", "recall", "F1", "n", "target", *kinds, "under"]
    show(f"{title}: {len(cases)} CVs, {len(kinds['scans'])} of them scans", columns, rows)


def groups_table(title: str, cases: list[Case], key: Callable[[Case], str]) -> None:
    """F1 per field for each group; the last column is how many CVs."""
    held: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        held[key(case)].append(case)
    if len(held) < 2:
        return
    wide = max(len(name) for name in held) + 1
    heads = "".join(f"{short:>6}" for short in SHORT.values())
    console.print(f"{title}\n{'':{wide}}{heads}  CVs", highlight=False, soft_wrap=True)
    for name in sorted(held):
        summed = total(case.score() for case in held[name])
        cells = (f"{summed[f].f1:6.2f}" if summed[f].n else f"{'':6}" for f in SHORT)
        console.print(f"{name:{wide}}{''.join(cells)}{len(held[name]):5}", highlight=False, soft_wrap=True)
    console.print()


def confidences(cases: Iterable[Case]) -> list[tuple[Verdict, float]]:
    """Each value read and judged, with how sure the reader said it was."""
    said = []
    for case in cases:
        profile = case.read.get("reading", {}).get("profile", {})
        for verdict in case.score().verdicts:
            found = _found(profile, verdict)
            if found is not None:
                said.append((verdict, float(found["confidence"])))
    return said


def _found(profile: dict[str, Any], verdict: Verdict) -> dict[str, Any] | None:
    part, _, name = verdict.field.partition(".")
    key = {"email": "emails", "phone": "phones"}.get(part, part)
    value = profile.get(key)
    if isinstance(value, list):
        value = value[verdict.at] if verdict.at < len(value) else None
    if name and value:
        value = value.get(name)
    return value


def reliability(title: str, cases: list[Case]) -> None:
    """Said against true: for each field and each range of confidence, the share that was right (of how many)."""
    said = confidences(cases)
    rows: list[list[object]] = []
    for field in (*SHORT, "all"):
        mine = [(v, c) for v, c in said if field in ("all", v.field)]
        if not mine:
            continue
        sure = [v.right for v, c in mine if c >= 0.9]
        cells = []
        for low, high in zip(BINS, (*BINS[1:], 1.01), strict=True):
            inside = [v.right for v, c in mine if low <= c < high]
            cells.append(f"{sum(inside) / len(inside):.2f} ({len(inside)})" if inside else "")
        rows.append([SHORT.get(field, field), *cells, f"{sum(sure) / len(sure):.3f}" if sure else ""])
    show(title, ["said", *(f"{low:.2f}+" for low in BINS), ">= .9"], rows)
    sure = [v.right for v, c in said if c >= 0.9]
    if sure:
        share = 100 * sum(sure) / len(sure)
        console.print(f"Of {len(sure)} fields said to be >= .9 sure, {share:.1f} % are right (target 95 %).\n")


def cost(cases: list[Case], peaks: Peaks) -> None:
    rows: list[list[object]] = []
    for kind, scanned, target, memory in (
        ("text", False, 0.2, (peaks.text, peaks.text_child)),
        ("scan", True, 4.0, (peaks.scan, peaks.scan_child)),
    ):
        mine = [case for case in cases if case.read and case.scanned == scanned]
        pages = sum(case.pages for case in mine)
        if pages:
            cpu, clock = sum(case.cpu for case in mine) / pages, sum(case.seconds for case in mine) / pages
            slowest = max(case.cpu / case.pages for case in mine)
            rows.append([kind, pages, cpu, slowest, target, clock, *memory])
    columns = [
        "pages with",
        "pages",
        "CPU s a page",
        "slowest",
        "target",
        "clock s a page",
        "peak MB",
        "child's peak MB",
    ]
    show("Cost", columns, rows)


def prohibited(cases: list[Case]) -> None:
    """What must never be read, looked for in everything that a reading holds."""
    due = left = 0
    for case in cases:
        held = json.dumps(case.read, ensure_ascii=False).casefold()
        for text in case.whole.get("never") or []:
            due += 1
            left += text.casefold() in held
    if due:
        console.print(f"Prohibited: {left} of {due} statements stand in a reading as they were printed.")


def unread(cases: list[Case], quiet: bool) -> None:
    failed = [case for case in cases if not case.read or case.reason]
    names = "" if quiet else ": " + ", ".join(f"{case.id} ({case.reason})" for case in failed)
    if failed:
        console.print(f"Not read, or said to be no CV: {len(failed)}{names}")
