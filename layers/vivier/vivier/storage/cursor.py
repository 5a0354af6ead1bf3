"""Opaque cursors: where a page ended, as URL-safe text. They name positions only, never a workspace."""

import base64
import binascii
import json
from typing import Any

from vivier.kernel.errors import BadCursor

LONGEST = 1000  # bytes of one part: a sort key holds 1,024


def encode(position: list[Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(position, separators=(",", ":")).encode()).decode().rstrip("=")


def decode(cursor: str, *kinds: type) -> list[Any]:
    """The position, checked to be of these types in this order. Raises BadCursor."""
    try:
        position = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        text = [p for p in position if isinstance(p, str)] if isinstance(position, list) else []
        "".join(text).encode()  # a lone surrogate is no key
    except (binascii.Error, ValueError, RecursionError) as unreadable:
        raise BadCursor("This cursor was not made by Vivier. Start again without one.") from unreadable
    if (
        not isinstance(position, list)
        or len(position) != len(kinds)
        or not all(type(p) is k for p, k in zip(position, kinds, strict=True))
        or any(len(str(p).encode()) > LONGEST for p in position)
    ):
        raise BadCursor("This cursor was not made for this list. Start again without one.")
    return position
