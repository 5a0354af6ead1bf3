"""Good CVs, broken at random: each ends in a reading or in a reason, through the child that the product uses."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from vivier.resumes.opening import FileRefused, OpenedFile, RefusalReason, open_isolated
from vivier.resumes.service import read

GOOD = sorted(
    p for p in (Path(__file__).parents[2] / "cvs" / "read").iterdir() if p.suffix in (".pdf", ".docx", ".odt")
)
SHORT, LONG = 24, 2_000


def mutations(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """`count` files, the same every time: bytes changed, pieces cut out, doubled or swapped, ends cut off."""
    chance = random.Random(seed)
    for number in range(count):
        path = GOOD[number % len(GOOD)]
        yield path.name, mutated(bytearray(path.read_bytes()), chance)


def mutated(data: bytearray, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
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
        opened: OpenedFile = open_isolated(data, name)
    except FileRefused as refusal:
        return str(refusal.reason)
    reading = read(opened, lambda _: [])
    assert 0 <= reading.is_cv <= 1
    return "read"


def test_a_few_broken_files_end_in_an_outcome() -> None:
    outcomes = {outcome(name, data) for name, data in mutations(SHORT, seed=1)}

    assert "read" in outcomes
    assert outcomes <= {"read", *map(str, RefusalReason)}


@pytest.mark.soak
def test_two_thousand_broken_files_end_in_an_outcome() -> None:
    outcomes = [outcome(name, data) for name, data in mutations(LONG, seed=2)]

    assert len(outcomes) == LONG
    assert set(outcomes) <= {"read", *map(str, RefusalReason)}
