"""Scans and photos of printed CVs: the paper's own layout belongs to the same split."""

import random
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from PIL import Image
from tests.cvs.corpus.heads import Head
from tests.cvs.corpus.layouts import base, latex, paper
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


def photo(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """The first page as a phone takes it: turned, lit from one side, on a table."""
    maker = chance.choice((latex.moderncv, latex.linkedin))
    (picture,) = printed(sheet, maker, chance, 170)
    ground = Image.new("L", (picture.width + 160, picture.height + 200), chance.randrange(60, 120))
    ground.paste(picture, (chance.randrange(40, 120), chance.randrange(40, 160)))
    path.write_bytes(scan.jpeg(scan.worn(ground, chance, chance.uniform(-1.6, 1.6), 18, 0.7, shade=60), 62))


def columns(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """Designed CVs through a feeder that pulls them askew, 150 to 200 dpi."""
    maker = chance.choice((latex.deedy, latex.canva))
    pictures = printed(sheet, maker, chance, chance.choice((150, 200)))
    turn = chance.choice((-2.2, -1.4, 1.2, 2.0))
    worn = [scan.worn(p, chance, turn, 30, 0.6, shade=25) for p in pictures]
    scan.as_pdf([scan.jpeg(p, 55) for p in worn], path)


def copied(sheet: Sheet, path: Path, chance: random.Random) -> None:
    """A copy of a copy in black and white, as one picture."""
    (picture,) = printed(sheet, latex.academic, chance, 200)
    worn = scan.worn(picture, chance, chance.uniform(-0.5, 0.5), 60, 0.8)
    worn.point([255 * (g > 150) for g in range(256)]).convert("1").save(path)


LAYOUTS = (
    Layout(
        "scan_flatbed",
        Split.TUNE,
        "pdf",
        flatbed,
        (base.TITLE_OVER_EMPLOYER, base.ONE_LINE_DASHES, base.DATE_COLON, base.EMPLOYER_OVER_TITLE),
        (base.DEGREE_OVER_SCHOOL, base.DEGREE_LINE),
        MappingProxyType({"hide_links": False}),
        scan=True,
    ),
    Layout(
        "photo",
        Split.CHECK,
        "jpg",
        photo,
        (Head("{when}\n**{title}**, {employer}[, {place}]"), Head("**{employer}**\n{title}\n{when}[\n{place}]")),
        (Head("{when} **{degree}**, {school}"), Head("**{school}**\n{degree}, {when}")),
        MappingProxyType({"hide_links": False}),
        scan=True,
        room=36,
    ),
    Layout(
        "scan_columns",
        Split.LOCKED,
        "pdf",
        columns,
        (Head("**{title}**\n{employer}[, {place}]\n{when}"), Head("**{employer}** – {title}\n{when}[ | {place}]")),
        (Head("**{degree}**\n{school}\n{when}"),),
        MappingProxyType({"hide_links": False, "skill_shape": "items"}),
        scan=True,
    ),
    Layout(
        "copied",
        Split.LOCKED,
        "png",
        copied,
        (Head("{when}. **{title}**, {employer}[, {place}]."), Head("**{title}** – {employer}[ – {place}]\n{when}")),
        (Head("{when}. {degree}, {school}."),),
        MappingProxyType({"hide_links": False}),
        scan=True,
        room=26,
    ),
)
