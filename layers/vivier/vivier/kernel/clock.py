"""Time comes in from the edge: rules take `now`."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, PlainSerializer


def utc_now() -> datetime:
    return datetime.now(UTC)


def iso(instant: datetime) -> str:
    """ISO 8601 in UTC with milliseconds and `Z`: sorts as text in the order of time."""
    known = instant if instant.tzinfo is UTC else instant.astimezone(UTC)
    return f"{known.isoformat(timespec='milliseconds')[:-6]}Z"


def _in_utc(instant: datetime) -> datetime:
    try:
        return instant.astimezone(UTC)
    except OverflowError as beyond:  # the first or the last hours that a calendar has, elsewhere
        raise ValueError("out of range") from beyond


Instant = Annotated[AwareDatetime, AfterValidator(_in_utc), PlainSerializer(iso, return_type=str, when_used="json")]
