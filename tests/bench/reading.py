"""What reading costs: opening in the isolated child, then Blocks to profile, a page."""

from pathlib import Path

from tests.bench.figures import repeat, show
from vivier.resumes.opening import open_file, open_isolated
from vivier.resumes.service import read

KINDS = (".pdf", ".docx", ".odt", ".txt")
CVS = Path(__file__).parents[1] / "cvs"


def measure(rounds: int = 9) -> None:
    """Medians in ms; pages without text of their own are left to the stand-in and counted in the intake's figures."""
    rows: list[list[object]] = []
    for path in sorted(
        p for p in CVS.rglob("*") if p.suffix in (".pdf", ".docx", ".odt", ".txt") and "bad" not in p.parts
    ):
        data = path.read_bytes()
        opened = open_file(data, path.name, "")
        if not all(p.text_source == "native" for p in opened.pages):
            continue
        isolated = repeat(lambda d=data, n=path.name: open_isolated(d, n, ""), rounds, warm=1)  # type: ignore[misc]
        inline = repeat(lambda d=data, n=path.name: open_file(d, n, ""), rounds, warm=1)  # type: ignore[misc]
        profile = repeat(lambda o=opened: read(o, lambda _: []), rounds, warm=2)  # type: ignore[misc]
        pages = len(opened.pages)
        rows.append([path.name, pages, isolated.p50, inline.p50 / pages, profile.p50 / pages])
    show("Reading", ["file", "pages", "open, isolated (ms)", "open, a page (ms)", "profile, a page (ms)"], rows)
