"""A word as it was recognised."""

from dataclasses import dataclass


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
