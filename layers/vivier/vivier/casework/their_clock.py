"""By whose clock a mail arrives: what a colleague who chooses when it leaves is shown beside their own."""

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from vivier.mail.deliverability import store as sending
from vivier.people import zones
from vivier.people.model import Candidate, Strict


class TheirClock(Strict):
    """The time zone of a person, as far as their record tells it, and when people may be written to unasked: what a
    colleague writes may leave at any hour.
    """

    zone: str = Field(description="IANA name.")
    told_by: Literal["location", "phone"]
    days: list[int] = Field(description="0: Monday.")
    from_hour: int
    to_hour: int = Field(description="Exclusive.")


def of(workspace: str, people: Iterable[Candidate]) -> dict[str, TheirClock]:
    """Those of whom the record tells, by id. One Get, if there are any."""
    told = {person.id: clock for person in people if (clock := zones.of(person, "")).told_by != "default"}
    if not told:
        return {}
    hours = sending.rules(workspace).hours
    open_at = {"days": hours.days, "from_hour": hours.from_hour, "to_hour": hours.to_hour}
    return {one: TheirClock(zone=clock.zone, told_by=clock.told_by, **open_at) for one, clock in told.items()}
