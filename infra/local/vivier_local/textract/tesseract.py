"""Tesseract's reading of a page: words with places and confidence, in its blocks and paragraphs."""

import os
import re
import shutil
import subprocess
import threading
from dataclasses import dataclass, replace
from io import BytesIO

from PIL import Image, ImageOps

from vivier_local.textract.faults import Refusal

LANGUAGES = "fra+eng"
LEAST_CONFIDENCE = 15.0
# Below this many letters across, Tesseract misreads small type: pictures from the web are enlarged.
LEAST_WIDTH = 1_654
MOST_WIDTH = 2_200
# A page upside down still gets about 62: Tesseract guesses letters there too.
DOUBTFUL = 75.0
SECONDS = 60
WORD_LEVEL = "5"
LOOKS_LIKE_BULLETS = {"+", "«", "»", "¢", "©", "®", "°", "*", "e", "o", "·", "■", "¤"}
# Two at once on small machines, one thread each: more only makes every page slower.
_turns = threading.BoundedSemaphore(2)


@dataclass(frozen=True, slots=True)
class Word:
    """A word; sides are shares (0..1) of the page, confidence is 0..100, `line` (block, paragraph, line)."""

    text: str
    confidence: float
    left: float
    top: float
    right: float
    bottom: float
    line: tuple[int, int, int]


class TesseractMissing(RuntimeError):
    """The program or its French data is not installed."""


def require() -> None:
    """Raises TesseractMissing with what to install."""
    if shutil.which("tesseract") is None:
        raise TesseractMissing("tesseract is not installed: apt-get install tesseract-ocr tesseract-ocr-fra")
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False)
    if not {"fra", "eng"} <= set((listed.stdout + listed.stderr).split()):
        raise TesseractMissing("tesseract lacks French or English: apt-get install tesseract-ocr-fra tesseract-ocr-eng")


def words_of(page: Image.Image) -> list[Word]:
    """Words of a page in any of its four orientations, in Tesseract's reading order."""
    picture = _prepared(page)
    words = _read(picture, 0)
    if len(words) >= 20 and _mean(words) >= DOUBTFUL:
        return words
    turn = _orientation(picture)
    if turn:
        turned = _read(picture.rotate(-turn, expand=True, fillcolor=255), turn)
        if _mean(turned) * len(turned) > _mean(words) * len(words):
            return turned
    return words


def _prepared(page: Image.Image) -> Image.Image:
    picture = ImageOps.autocontrast(page.convert("L"), cutoff=1)
    wanted = min(max(picture.width, LEAST_WIDTH), MOST_WIDTH)
    if picture.width != wanted and max(picture.size) * wanted / picture.width < 12_000:
        height = max(1, round(picture.height * wanted / picture.width))
        picture = picture.resize((wanted, height), Image.Resampling.LANCZOS)
    return picture


def _mean(words: list[Word]) -> float:
    return sum(word.confidence for word in words) / len(words) if words else 0.0


def _run(picture: Image.Image, *arguments: str) -> str:
    buffer = BytesIO()
    picture.save(buffer, "PNG", compress_level=1)
    with _turns:
        try:
            done = subprocess.run(
                ["tesseract", "-", "-", *arguments],
                input=buffer.getvalue(),
                capture_output=True,
                timeout=SECONDS,
                check=False,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )
        except FileNotFoundError as error:
            raise TesseractMissing("tesseract is not installed: apt-get install tesseract-ocr") from error
        except subprocess.TimeoutExpired as error:
            raise Refusal("InternalServerError", "Tesseract took too long") from error
    return done.stdout.decode("utf-8", "replace")


def _orientation(picture: Image.Image) -> int:
    """Quarter turns in degrees clockwise that set the page upright; 0 when Tesseract can't tell."""
    found = re.search(r"Rotate: (\d+)", _run(picture, "--psm", "0"))
    return int(found[1]) if found else 0


def _read(picture: Image.Image, turn: int) -> list[Word]:
    words: list[Word] = []
    for row in _run(picture, "-l", LANGUAGES, "--dpi", "300", "tsv").splitlines():
        cells = row.split("\t")
        if len(cells) == 12 and cells[0] == WORD_LEVEL and cells[11].strip() and float(cells[10]) >= LEAST_CONFIDENCE:
            words.append(_word(cells, picture.size, turn))
    return [_bullet(word) if _begins_line(words, index) else word for index, word in enumerate(words)]


def _begins_line(words: list[Word], index: int) -> bool:
    begins = index == 0 or words[index - 1].line != words[index].line
    return begins and index + 1 < len(words) and words[index + 1].line == words[index].line


def _bullet(word: Word) -> Word:
    """Tesseract has no letter for a bullet and gives what looks most like one; the service gives the bullet."""
    return replace(word, text="•") if word.text in LOOKS_LIKE_BULLETS else word


def _word(cells: list[str], size: tuple[int, int], turn: int) -> Word:
    left, top, width, height = (int(cell) for cell in cells[6:10])
    sides = (left / size[0], top / size[1], (left + width) / size[0], (top + height) / size[1])
    line = (int(cells[2]), int(cells[3]), int(cells[4]))
    return Word(cells[11].strip(), min(float(cells[10]), 99.9), *_turned_back(sides, turn), line)


def _turned_back(sides: tuple[float, float, float, float], turn: int) -> tuple[float, float, float, float]:
    """From the upright picture to the page as it came."""
    left, top, right, bottom = sides
    if turn == 90:
        return top, 1 - right, bottom, 1 - left
    if turn == 180:
        return 1 - right, 1 - bottom, 1 - left, 1 - top
    if turn == 270:
        return 1 - bottom, left, 1 - top, right
    return sides
