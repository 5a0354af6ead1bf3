"""The rules of unsolicited mail, and what is known when they are applied. Pure."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self
from zoneinfo import available_timezones

from pydantic import ConfigDict, Field, field_validator, model_validator

from vivier.kernel.clock import Instant
from vivier.kernel.model import Model
from vivier.people.unasked import Stop

LONGEST = 90  # days that are looked back for the frequency of mails to one person
DEFAULT_ZONE = "Europe/Paris"

Weekday = Annotated[int, Field(ge=0, le=6, description="0: Monday.")]


class Why(StrEnum):
    """What keeps a mail; stands in `Message.reason`."""

    # never
    no_email = "no_email"
    not_mailable = "not_mailable"
    unsubscribed = "unsubscribed"
    complained = "complained"
    told_us = "told_us"
    suppressed = "suppressed"
    moved_on = "stopped_since"  # a stop came after the mail was made, and was lifted since
    # later
    person_paused = "person_paused"
    sending_paused = "sending_paused"
    frequency = "frequency"
    warm_up = "warm_up"
    quiet_hours = "quiet_hours"
    own_hours = "own_hours"  # those of its sequence
    # no limit: what an instant is not, since its sequence's hours hold none that the workspace's hold too
    hours_apart = "hours_apart"
    # later, whatever the class: what SES lets the account send
    ses_quota = "ses_quota"
    ses_rate = "ses_rate"
    ses_stopped = "ses_stopped"


class Outcome(StrEnum):
    """What SES said became of a mail that it took."""

    delivered = "delivered"
    delayed = "delayed"  # a passing bounce: a full mailbox, an absence
    bounced = "bounced"  # for good
    complained = "complained"


def outcome(kind: str, detail: Mapping[str, str]) -> Outcome | None:
    """What an event of SES's says; None when it says nothing of the mail's end."""
    if kind == "Bounce":
        return Outcome.bounced if detail.get("type") == "Permanent" else Outcome.delayed
    return {"Delivery": Outcome.delivered, "Complaint": Outcome.complained}.get(kind)


class Strict(Model):
    model_config = ConfigDict(extra="forbid")


class OpenHours(Strict):
    """When people may be written to unasked, by their own clock; without a zone of their own, by the workspace's."""

    days: list[Weekday] = Field(default=[0, 1, 2, 3, 4], min_length=1, max_length=7)
    from_hour: int = Field(default=8, ge=0, le=23)
    to_hour: int = Field(default=19, ge=1, le=24, description="Exclusive.")
    zone: str = Field(default=DEFAULT_ZONE, description="IANA name: of people whose own zone is not known.")

    @field_validator("zone")
    @classmethod
    def _exists(cls, zone: str) -> str:
        if zone not in available_timezones():
            raise ValueError("is no IANA time zone, such as Europe/Paris")
        return zone

    @model_validator(mode="after")
    def _open(self) -> Self:
        if self.from_hour >= self.to_hour:
            raise ValueError("from_hour comes before to_hour")
        return self


class OwnHours(Strict):
    """When one mail may leave besides: what its sequence says, on the clock of `zone`."""

    days: list[Weekday]
    from_hour: int
    to_hour: int = Field(description="Exclusive.")
    holidays: bool = Field(description="Whether on public holidays too (those of France).")
    zone: str


class Frequency(Strict):
    """At most so many mails to one person in so many days, whoever and whatever sends them."""

    mails: int = Field(default=2, ge=1, le=20)
    days: int = Field(default=7, ge=1, le=LONGEST)


class WarmUp(Strict):
    """Mails a day: `first` on the first day, `growth` per cent more on each further day of use, never above `most`."""

    first: int = Field(default=50, ge=1, le=100_000)
    growth: int = Field(default=50, ge=0, le=300)
    most: int = Field(default=1_000, ge=1, le=1_000_000)

    def cap(self, step: int) -> int:
        """Of the day of use number `step`, from 1."""
        held = self.first
        for _ in range(1, step):
            if held >= self.most or self.growth == 0:
                break
            held += max(1, held * self.growth // 100)
        return min(self.most, held)


class SendingRules(Strict):
    """What a workspace decides about its unsolicited mail."""

    hours: OpenHours = Field(default_factory=OpenHours)
    frequency: Frequency = Field(default_factory=Frequency)
    warm_up: WarmUp = Field(default_factory=WarmUp)


class Ramp(Strict):
    """How far the warm-up is: the last day of use (in the workspace's zone), and its number."""

    day: date
    step: int


class Tallies(Strict):
    """Mails of some days, by what became of them; `unasked_` are those that nobody asked for."""

    sent: int = 0
    delivered: int = 0
    bounced: int = 0
    complained: int = 0
    unasked_sent: int = 0
    unasked_delivered: int = 0
    unasked_bounced: int = 0
    unasked_complained: int = 0

    def plus(self, other: "Tallies", times: int = 1) -> "Tallies":
        return Tallies(**{name: getattr(self, name) + times * getattr(other, name) for name in Tallies.model_fields})


class SendingPause(Strict):
    """Unsolicited mail of the workspace stands still until an administrator lets it go on."""

    why: Literal["bounces", "complaints", "by_hand"]
    at: Instant
    by: str | None = Field(default=None, description="Name of who paused it; None: the product itself.")
    words: str | None = None
    bad: int = Field(default=0, description="Bounces or complaints that it was for.")
    mails: int = Field(default=0, description="Among so many mails.")
    lifted_at: Instant | None = None
    lifted_by: str | None = None
    lifted_words: str | None = None
    forward: bool = Field(default=False, description="Mails that waited for it are still to be tried again.")
    before: Tallies = Field(default_factory=Tallies, description="Of the day of lifting, until then: judged already.")

    @property
    def holds(self) -> bool:
        return self.lifted_at is None


class Reached(Strict):
    """One unsolicited mail that went to an address, or may have."""

    key: str
    at: Instant


class Counted(Strict):
    """Where a mail was counted: once, whatever becomes of it, unless SES surely did not take it."""

    day: date
    shard: int


class WorkspaceFacts(Strict):
    """What the gate knows of the workspace. `used`: mails counted, by day in the workspace's zone."""

    rules: SendingRules = Field(default_factory=SendingRules)
    paused: bool = False
    ramp: Ramp | None = None
    used: dict[date, int] = Field(default_factory=dict)


class Facts(Strict):
    """What the gate knows of one person. `recent`: when unsolicited mails went to their address, or may have; `own`:
    hours of the one mail that is asked about.
    """

    workspace: WorkspaceFacts = Field(default_factory=WorkspaceFacts)
    address: bool = True
    mailable: bool = True
    stops: list[Stop] = Field(default_factory=list)
    until: Instant | None = None
    suppressed: bool = False
    recent: list[Instant] = Field(default_factory=list)
    zone: str | None = Field(default=None, description="The person's own; None: not known.")
    zone_from: str | None = Field(default=None, description="What told it: `location` or `phone` of the record.")
    own: OwnHours | None = None


class Decision(Strict):
    """`go`; `later`, to be asked again at `until`; `never`. `why` is None when it may go.

    `zone`: whose clock keeps it, where that is why; `zone_from`: what told it (`default`: the workspace's rule).
    """

    say: Literal["go", "later", "never"]
    why: Why | None = None
    until: Instant | None = None
    zone: str | None = None
    zone_from: str | None = None


class Foreseen(Strict):
    """When a mail would leave, and what moves it; `at` is None when it never would, and `why` says so. `hours_apart`:
    nothing moves it, and it leaves outside its own hours.

    Of a workspace whose mail is paused: when it would leave if the pause ended before.
    """

    at: Instant | None = None
    why: Why | None = None
    moved_by: list[Why] = Field(default_factory=list)
    day: date | None = Field(default=None, description="The day, in the workspace's zone, whose cap it takes part of.")
