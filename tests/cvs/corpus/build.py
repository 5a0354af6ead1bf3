"""Makes the corpus into a folder a split, truth JSON beside each file; again only when the generator changed."""

import hashlib
import json
import shutil
import sys
from pathlib import Path

from tests.cvs.corpus.pens import browser
from tests.cvs.corpus.plan import Planned, plan
from tests.cvs.corpus.sheet import Sheet, write
from tests.cvs.corpus.truth import truth

HERE = Path(__file__).parent
DEFAULT = HERE.parents[2] / ".build" / "cvs"


def build(folder: Path = DEFAULT) -> Path:
    """The folder, made anew when the generator is not the one that made it."""
    mark, now = folder / "made_by", fingerprint()
    if mark.exists() and mark.read_text() == now:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    with browser.printing():
        for planned in plan():
            make(planned, folder / planned.person.split)
    mark.write_text(now)
    return folder


def fingerprint() -> str:
    digest = hashlib.sha256()
    for path in sorted(p for p in HERE.rglob("*") if p.suffix in (".py", ".yaml")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def sheet(planned: Planned) -> Sheet:
    return write(planned.person, planned.manner, planned.chance)


def make(planned: Planned, folder: Path) -> Path:
    """Writes one CV and its truth; gives the CV's path."""
    folder.mkdir(parents=True, exist_ok=True)
    said = sheet(planned)
    path = folder / f"{planned.id}.{planned.layout.suffix}"
    planned.layout.make(said, path, planned.chance)
    about = {
        "id": planned.id,
        "file": path.name,
        "split": planned.layout.split,
        "lang": planned.person.lang,
        "trade": planned.person.trade,
        "layout": planned.layout.name,
        "format": f"{planned.layout.suffix} scan" if planned.layout.scan else planned.layout.suffix,
        "person": planned.person.key,
    }
    whole = about | truth(said, text_only=planned.layout.scan or planned.layout.suffix == "txt")
    path.with_suffix(".json").write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


if __name__ == "__main__":
    sys.stdout.write(f"{build(*map(Path, sys.argv[1:]))}\n")
