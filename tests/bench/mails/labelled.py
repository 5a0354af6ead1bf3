"""A raw mail of somebody else's tests, and what those tests say of it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

ANY, HARD, SOFT = "any", "hard", "soft"


class Labelled(NamedTuple):
    name: str
    raw: bytes
    label: dict[str, Any]


Suite = Callable[[Path], Iterator[Labelled]]  # what a checkout holds


def wrapped(text: str, subtype: str = "plain", sender: str = "ann@example.org", encoding: str = "8bit") -> bytes:
    """The raw mail of a body that a suite keeps without one."""
    head = f"From: {sender}\nTo: rh@halage.example\nSubject: Re: x\nContent-Type: text/{subtype}; charset=utf-8\n"
    return f"{head}Content-Transfer-Encoding: {encoding}\n\n{text}".encode()
