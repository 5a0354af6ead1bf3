"""Identifiers: a prefix that tells what a thing is and a ULID that sorts by the time it was made."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}$")]
# A ULID that a client made, the same when it repeats a request; one whose time a calendar still has (year 9774).
ClientKey = Annotated[str, StringConstraints(pattern=r"^[0-6][0-9A-HJKMNP-TV-Z]{25}$")]
REPEATED = "A ULID of the client's, the same when it repeats the request: nothing is done twice."


def new_id(prefix: str, at: datetime | None = None) -> str:
    """`can_01J...`; `at` (aware) sets the time that the id sorts by, now when absent."""
    from ulid import ULID  # here: a cold start that only reads makes no ids

    return f"{prefix}_{ULID.from_datetime(at) if at else ULID()}"


def derived_id(prefix: str, at: datetime, *parts: str) -> str:
    """An id that the same parts make again: for what must not be made twice."""
    from hashlib import sha256

    from ulid import ULID

    stamp = ULID.from_datetime(at).bytes[:6]
    return f"{prefix}_{ULID.from_bytes(stamp + sha256('|'.join(parts).encode()).digest()[:10])}"


def made_at(identifier: str) -> datetime:
    """The instant (UTC) an id was made at."""
    from ulid import ULID

    return ULID.from_str(sort_key(identifier)).datetime.astimezone(UTC)


def sort_key(identifier: str) -> str:
    """The part of an id that sorts by time."""
    return identifier.partition("_")[2]
