"""Good CVs, broken at random, the same every time; and what becomes of one in the child that the product uses."""

import random
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from vivier.resumes.opening import FileRefused, open_isolated
from vivier.resumes.service import read

GOOD = sorted(p for p in (Path(__file__).parent / "read").iterdir() if p.suffix in (".pdf", ".docx", ".odt"))
OLD_WORD = sorted((Path(__file__).parent / "old_word").glob("*.doc"))
ZIPPED = [path for path in GOOD if path.suffix != ".pdf"]


def mutations(count: int, seed: int, good: Sequence[Path] = GOOD) -> Iterator[tuple[str, bytes]]:
    """`count` files by name: bytes changed, pieces cut out, doubled or swapped, ends cut off."""
    chance = random.Random(seed)
    for number in range(count):
        path = good[number % len(good)]
        yield path.name, mutated(bytearray(path.read_bytes()), chance)


def mutations_inside(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Zipped kinds, broken before they are zipped: their sums are right, so that it is the XML and the pictures that
    are read."""
    chance = random.Random(seed)
    for number in range(count):
        path = ZIPPED[number % len(ZIPPED)]
        whole = BytesIO()
        with zipfile.ZipFile(path) as good, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as broken:
            parts = {name: good.read(name) for name in good.namelist()}
            hit = chance.choice([name for name in parts if len(parts[name]) > 1])
            # Every other time the text itself.
            if number % 2:
                hit = next(name for name in parts if name in {"word/document.xml", "content.xml"})
            for name, data in parts.items():
                broken.writestr(name, mutated(bytearray(data), chance) if name == hit else data)
        yield path.name, whole.getvalue()


def mutated(data: bytearray, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        if not data:
            break
        at, size = chance.randrange(len(data)), chance.choice((1, 4, 64, 1024))
        kind = chance.choice(("change", "zero", "cut", "double", "swap", "end"))
        piece = bytes(data[at : at + size])
        if kind == "change":
            data[at : at + size] = chance.randbytes(len(piece))
        elif kind == "zero":
            data[at : at + size] = bytes(len(piece))
        elif kind == "cut":
            del data[at : at + size]
        elif kind == "double":
            data[at:at] = piece
        elif kind == "swap":
            data[at : at + size] = piece[::-1]
        elif len(data) > 2_000:
            del data[chance.randrange(len(data) // 2, len(data)) :]
    return bytes(data)


def outcome(name: str, data: bytes) -> str:
    """The reason why a file was refused, or "read"; the reader itself may not fail on what was opened."""
    try:
        opened = open_isolated(data, name)
    except FileRefused as refusal:
        return str(refusal.reason)
    reading = read(opened, lambda _: [])
    assert 0 <= reading.is_cv <= 1
    return "read"
