"""Scans and photos of printed CVs: the paper's own layout belongs to the same split."""

import random
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from tests.cvs.corpus.layouts import base, paper
from tests.cvs.corpus.layouts.base import Layout
from tests.cvs.corpus.model import Split
from tests.cvs.corpus.pens import scan
from tests.cvs.corpus.sheet import Sheet

Maker = Callable[[Sheet, Path, random.Random], None]


def printed(sheet: Sheet, maker: Maker, chance: random.Random, dpi: int) -> list[Image.Image]:
    with TemporaryDirectory() as folder:
        pdf = Path(folder) / "printed.pdf"
        maker(sheet, pdf, chance)
        return scan.pages(pdf, dpi)


def flatbed(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """A PDF from the office scanner: 200 dpi, less than a degree off."""
    maker = chance.choice((paper.classic, paper.dates_left))
    pictures = printed(sheet, maker, chance, 200)
    worn = [scan.worn(p, chance, chance.uniform(-0.8, 0.8), 24, 0.5) for p in pictures]
    scan.as_pdf([scan.jpeg(p, 70) for p in worn], path)


LAYOUTS = (
    Layout(
        "scan_flatbed",
        Split.TUNE,
        "pdf",
        flatbed,
        (base.TITLE_OVER_EMPLOYER, base.ONE_LINE_DASHES, base.DATE_COLON, base.EMPLOYER_OVER_TITLE),
        (base.DEGREE_OVER_SCHOOL, base.DEGREE_LINE),
        {"hide_links": False},
        scan=True,
    ),
)
