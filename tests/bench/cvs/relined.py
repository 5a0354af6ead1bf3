"""What the lines of a document are worth without it: `python -m tests.bench.cvs.relined FOLDER` reads CVs, then their
lines as corrections take them out (docs/reading_cvs.md), as they are and masked, and prints F1 of the three.
"""

import json
import sys
from pathlib import Path
from typing import Any

from tests.bench.cvs.run import ROOT, Case, cases, read_all
from tests.bench.figures import show
from tests.cvs.scoring import FIELDS, Values, score, total
from vivier.casework.corrected import masked_page
from vivier.casework.masking import Mask
from vivier.casework.stored import StoredPage, stored
from vivier.resumes.model import Reading
from vivier_local.corrected import SUFFIX, read_lines
from vivier_local.read_cv import flat

OUT = ROOT / ".build" / "bench-cv" / "relined"
SINGLES = {"name": "name", "email": "emails", "phone": "phones", "location": "location"}


def mask_of(case: Case, truth: Values) -> Mask:
    name, place, number = ([truth[key]] if truth.get(key) else [] for key in ("name", "location", "phone"))
    return Mask(case.id.encode(), name, place, number, truth.get("links") or [])


def masked(truth: Values, mask: Mask) -> Values:
    changed = dict(truth)
    changed |= {name: mask.value(field, truth[name]) for name, field in SINGLES.items() if truth.get(name)}
    changed["links"] = [mask.value("links", link) for link in truth.get("links") or []]
    for part in ("experience", "education"):
        entries = truth.get(part) or []
        changed[part] = [{k: mask.line(v) if isinstance(v, str) else v for k, v in e.items()} for e in entries]
    return changed


def reread(case: Case, pages: list[Any]) -> Values:
    path = OUT / f"{case.id}{SUFFIX}"
    text = "textract" if case.scanned else "native"
    path.write_text(json.dumps({"text": text, "pages": [page.model_dump() for page in pages]}), encoding="utf-8")
    return flat(read_lines(path))


def main(folder: Path) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    wanted = cases(folder)
    read_all(wanted, OUT, 2)
    scores = []
    for case in (case for case in wanted if case.read):
        truth = case.whole["truth"]
        mask = mask_of(case, truth)
        pages: list[StoredPage] = stored(Reading.model_validate(case.read["reading"]), {}).pages
        other = {**case.whole, "truth": masked(truth, mask)}
        again = reread(case, pages), reread(case, [masked_page(page, mask) for page in pages])
        scores.append((case.score(), score(case.whole, again[0]), score(other, again[1])))
    told = [total(column) for column in zip(*scores, strict=True)]
    rows: list[list[object]] = [[f, *(round(each[f].f1, 3) for each in told), told[0][f].n] for f in FIELDS]
    show(f"{len(scores)} CVs of {folder.name}, F1", ["field", "the file", "its lines", "masked", "n"], rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
