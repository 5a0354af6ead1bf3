"""Whether a person may be written to without having asked for it. What is owed to them goes all the same. Pure."""

from datetime import datetime
from typing import Literal, Self

from pydantic import Field

from vivier.kernel.clock import Instant
from vivier.people.base import Strict

StopWhy = Literal["unsubscribed", "complained", "told_us"]


class Stop(Strict):
    """One reason why nothing unasked goes to the person any more."""

    why: StopWhy
    at: Instant
    by: str | None = Field(default=None, description="Name of the colleague who noted it.")


class Unsolicited(Strict):
    """A stop has no end; a pause has one. `epoch` is raised by every stop: what was made under an older one stays."""

    stops: list[Stop] = Field(default_factory=list)
    until: Instant | None = Field(default=None, description="The person asked for silence until then.")
    epoch: int = 0

    def stopped(self, why: StopWhy, at: datetime, by: str | None = None) -> Self:
        """With one more reason. The same reason again, whenever it came, changes nothing but its first instant."""
        same = next((s for s in self.stops if s.why == why), None)
        if same and same.at <= at:
            return self
        others = [s for s in self.stops if s.why != why]
        stops = sorted([*others, Stop(why=why, at=at, by=by)], key=lambda s: (s.at, s.why))
        return self.model_copy(update={"stops": stops, "epoch": self.epoch + (0 if same else 1)})

    def quiet(self, until: datetime | None) -> Self:
        """Silent until an instant; None ends the silence."""
        return self.model_copy(update={"until": until})

    def permitted(self) -> Self:
        """No stop and no pause. Mails made before a stop stay stopped: the epoch does not go back."""
        return self.model_copy(update={"stops": [], "until": None})

    def with_those_of(self, other: "Unsolicited") -> Self:
        """Two records that are one person: what either of them said holds."""
        both = self
        for stop in other.stops:
            both = both.stopped(stop.why, stop.at, stop.by)
        ends = [u for u in (self.until, other.until) if u]
        return both.quiet(max(ends) if ends else None)
