"""Tesseract's reading of a page: words with places and confidence, in its blocks and paragraphs."""

import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from PIL import Image, ImageOps

from vivier_local.textract.faults import Refusal
from vivier_local.textract.marks import light_letters_darkened, without_bars
from vivier_local.textract.pictures import cleared, is_lost_in_grain, sized
from vivier_local.textract.second_look import Seen, looked_again
from vivier_local.textract.words import Word

LANGUAGES = "fra+eng"
LEAST_CONFIDENCE = 15.0
# A page on its side or head still gets words, guessed with about 55: one in fifty is a word that reads surely, of an
# upright one every third.
SURE, LONG = 90.0, 4
LEAST_SURE = 0.05
SECONDS = 60
WORD_LEVEL = "5"
NO_DICTIONARY = ("-c", "load_system_dawg=0", "-c", "load_freq_dawg=0")
LOOKS_LIKE_BULLETS = {"+", "«", "»", "¢", "©", "®", "°", "*", "e", "o", "·", "■", "¤"}
# Two at once on small machines, one thread each: more only makes every page slower.
_turns = threading.BoundedSemaphore(2)


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
    page = light_letters_darkened(page.convert("L"))
    picture = sized(ImageOps.autocontrast(page, cutoff=1))
    if is_lost_in_grain(picture):
        page = picture = cleared(page)
    words, turn = _read(picture), 0
    if not _is_upright(words):
        turn = _orientation(picture)
        # A page that stands upright and tells nothing may be lit unevenly.
        other = picture.rotate(-turn, expand=True, fillcolor=255) if turn else cleared(page)
        again = _read(other) if turn or words else []
        if _worth(again) > _worth(words):
            words, page = again, page.rotate(-turn, expand=True, fillcolor=255) if turn else page
        else:
            turn = 0
    words = without_bars(page, words)
    return [_turned_back(word, turn) for word in looked_again(page, words, _read_lines)]


def _is_upright(words: list[Word]) -> bool:
    """Whether enough words are long and sure."""
    sure = [word for word in words if word.confidence > SURE and len(word.text) >= LONG and word.text.isalpha()]
    return len(sure) > LEAST_SURE * len(words)


def _worth(words: list[Word]) -> float:
    return sum(word.confidence for word in words)


def _run(pictures: list[Image.Image], *arguments: str) -> str:
    """What Tesseract prints of pictures, each a page to it."""
    buffer = BytesIO()
    if len(pictures) == 1:
        pictures[0].save(buffer, "PNG", compress_level=1)
    else:
        pictures[0].save(buffer, "TIFF", save_all=True, append_images=pictures[1:])
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
    found = re.search(r"Rotate: (\d+)", _run([picture], "--psm", "0"))
    return int(found[1]) if found else 0


def _read(picture: Image.Image) -> list[Word]:
    """Words by their places on the picture."""
    words = [
        _word(cells, picture.size)
        for cells in _rows(_run([picture], "-l", LANGUAGES, "--dpi", "300", "tsv"))
        if float(cells[10]) >= LEAST_CONFIDENCE
    ]
    return [_bullet(word) if _begins_line(words, index) else word for index, word in enumerate(words)]


def _read_lines(pictures: list[Image.Image]) -> list[Seen]:
    """What stands on pictures of one line each."""
    seen: list[Seen] = [[] for _ in pictures]
    for cells in _rows(_run(pictures, "-l", "eng", "--psm", "7", "--dpi", "300", *NO_DICTIONARY, "tsv")):
        left, width = float(cells[6]), float(cells[8])
        seen[int(cells[1]) - 1].append((cells[11].strip(), float(cells[10]), left, left + width))
    return seen


def _rows(table: str) -> Iterator[list[str]]:
    """The rows that are words."""
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) == 12 and cells[0] == WORD_LEVEL and cells[11].strip():
            yield cells


def _begins_line(words: list[Word], index: int) -> bool:
    begins = index == 0 or words[index - 1].line != words[index].line
    return begins and index + 1 < len(words) and words[index + 1].line == words[index].line


def _bullet(word: Word) -> Word:
    """Tesseract has no letter for a bullet and gives what looks most like one; the service gives the bullet."""
    return replace(word, text="•") if word.text in LOOKS_LIKE_BULLETS else word


def _word(cells: list[str], size: tuple[int, int]) -> Word:
    left, top, width, height = (int(cell) for cell in cells[6:10])
    line = (int(cells[2]), int(cells[3]), int(cells[4]))
    return Word(
        cells[11].strip(),
        min(float(cells[10]), 99.9),
        left / size[0],
        top / size[1],
        (left + width) / size[0],
        (top + height) / size[1],
        line,
    )


def _turned_back(word: Word, turn: int) -> Word:
    """From the upright picture to the page as it came."""
    left, top, right, bottom = word.left, word.top, word.right, word.bottom
    if turn == 90:
        left, top, right, bottom = top, 1 - right, bottom, 1 - left
    if turn == 180:
        left, top, right, bottom = 1 - right, 1 - bottom, 1 - left, 1 - top
    if turn == 270:
        left, top, right, bottom = 1 - bottom, left, 1 - top, right
    return replace(word, left=left, top=top, right=right, bottom=bottom)
