"""Which reader read a document, and how the document is set: what a correction of a reading is worth knowing with."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from vivier import VERSION
from vivier.resumes.model import PageText

GRID = 50  # places across a page that lines begin at
OFTEN = 3  # lines that begin at one place make it a margin


@cache
def reader() -> str:
    """The edition of the reader: the product's version, and a digest of the rules themselves, which change more often.

    `0.1.0+1a2b3c4d`; read once a process.
    """
    return f"{VERSION}+{rules_of(Path(__file__).parent)}"


def rules_of(folder: Path) -> str:
    """A digest of the rules and word lists in a folder."""
    digest = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".txt")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:8]


def layout_of(pages: Iterable[PageText]) -> str:
    """A digest of the margins, the sizes of letters and the paper: CVs set alike share it, whoever they are about."""
    margins: Counter[int] = Counter()
    sizes: Counter[int] = Counter()
    paper: set[tuple[int, int]] = set()
    for page in pages:
        paper.add((round(page.width / 10), round(page.height / 10)))
        for line in page.lines:
            for cell in line.cells:
                margins[round(cell.left * GRID)] += 1
                sizes[round(cell.size)] += 1
    told = [
        sorted(paper),
        sorted(at for at, lines in margins.items() if lines >= OFTEN),
        sorted(size for size, lines in sizes.items() if lines >= OFTEN),
    ]
    return sha256(repr(told).encode()).hexdigest()[:12]
