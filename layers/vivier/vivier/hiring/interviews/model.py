"""An interview of one person for one job, from the proposal to what became of it. Pure."""

from datetime import date, datetime, timedelta
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from vivier.hiring.base import JobId, MemberId, StageId, Words
from vivier.hiring.model import Meeting, MeetingState
from vivier.kernel.actor import Language
from vivier.kernel.clock import Instant
from vivier.kernel.ids import REPEATED, ClientKey
from vivier.people.model import Author, Line, Strict

QUARTER = timedelta(minutes=15)
MOST_CLAIMS = 32  # quarters of an hour times interviewers: a move releases and takes them in one transaction
MOST_PEOPLE = 8
HORIZON = timedelta(days=60)
DAY_BEFORE, HOUR_BEFORE = timedelta(days=1), timedelta(hours=1)

State = MeetingState
LIVE = {State.proposed, State.booked}


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ValueError, OSError) as unknown:
        raise ValueError("use an IANA name, like Europe/Paris") from unknown
    except KeyError as unknown:
        raise ValueError("there is no such time zone; use an IANA name, like Europe/Paris") from unknown
    return name


EARLIEST, LATEST = date(2020, 1, 1), date(2199, 12, 31)


def in_range(at: datetime) -> datetime:
    """Calendars end somewhere: nothing is reckoned near the ends of what a date can say."""
    if not EARLIEST <= at.date() <= LATEST:
        raise ValueError(f"choose a time between {EARLIEST} and {LATEST}")
    return at


def on_a_quarter(at: datetime) -> datetime:
    if at.minute % 15 or at.second or at.microsecond:
        raise ValueError("begin on a quarter of an hour")
    return at


Zone = Annotated[str, StringConstraints(min_length=1, max_length=60), AfterValidator(_known_zone)]
Day = Annotated[date, Field(ge=EARLIEST, le=LATEST)]
Moment = Annotated[Instant, AfterValidator(in_range)]
Start = Annotated[Moment, AfterValidator(on_a_quarter)]
Clock = Annotated[str, StringConstraints(pattern=r"^(([01]\d|2[0-3]):(00|15|30|45)|24:00)$")]
Duration = Annotated[int, Field(ge=15, le=480, multiple_of=15, description="Minutes.")]
Message = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)]
Remark = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]
VideoUrl = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500, pattern=r"^https://[^\s<>\"]+$")]
InterviewId = Annotated[str, StringConstraints(pattern=r"^itv_[0-9A-HJKMNP-TV-Z]{26}$")]
Kind = Literal["phone", "video", "onsite"]


class Hours(Strict):
    """Some hours of some days of the week (1 is Monday), as the clock on the wall says them."""

    days: list[Annotated[int, Field(ge=1, le=7)]] = Field(min_length=1, max_length=7)
    begins: Clock
    ends: Clock

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.begins >= self.ends:
            raise ValueError("the hours end before they begin")
        return self


# `by` has no default: rows leave defaults out, and it tells the offers apart.
class Slots(Strict):
    """Times to choose among."""

    by: Literal["slots"]
    starts: list[Start] = Field(min_length=1, max_length=40)


class Windows(Strict):
    """Days and hours in which the interviewers may be met: the free slots are worked out when someone looks."""

    by: Literal["windows"]
    zone: Zone
    first: Day
    last: Day
    hours: list[Hours] = Field(min_length=1, max_length=14)
    notice_hours: int = Field(default=24, ge=0, le=336, description="Nothing sooner than this.")
    gap_minutes: int = Field(default=0, ge=0, le=120, multiple_of=15, description="Free before and after.")

    @model_validator(mode="after")
    def _range(self) -> Self:
        if self.last < self.first:
            raise ValueError("the days end before they begin")
        if self.last - self.first > HORIZON:
            raise ValueError(f"{HORIZON.days} days at once are the most")
        return self


Offer = Annotated[Slots | Windows, Field(discriminator="by")]


class Details(Strict):
    """What someone writes of an interview. `language` and `zone` are the candidate's."""

    kind: Kind
    title: Line | None = Field(default=None, description="As the candidate reads it; the kind of interview otherwise.")
    message: Message = Field(default="", description="Words for the candidate, in the proposal or the confirmation.")
    place: Line | None = Field(default=None, description="An address, or who calls whom.")
    video_url: VideoUrl | None = None
    duration_minutes: Duration
    interviewers: list[MemberId] = Field(min_length=1, max_length=MOST_PEOPLE)
    language: Language | None = Field(default=None, description="None: as the record says.")
    zone: Zone | None = Field(default=None, description="None: the organiser's.")
    stage_id: StageId | None = Field(default=None, description="None: the stage where the person stands.")
    ask_scorecards: bool = Field(default=False, description="Interviewers are asked for one when it was held.")

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        if len(set(self.interviewers)) < len(self.interviewers):
            raise ValueError("someone is named twice")
        if too_much(len(self.interviewers), self.duration_minutes):
            raise ValueError(TOO_MUCH)
        return self


TOO_MUCH = f"interviewers times quarters of an hour may be {MOST_CLAIMS} at most"


def too_much(people: int, minutes: int) -> bool:
    return people * (minutes // 15) > MOST_CLAIMS


class NewInterview(Details):
    """Proposed (`offer`) or booked at once (`at`)."""

    offer: Offer | None = None
    at: Start | None = None
    key: ClientKey | None = Field(default=None, description=REPEATED)

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.offer is None) == (self.at is None):
            raise ValueError("propose times (offer) or book one (at)")
        return self


class DetailsEdit(Strict):
    """What is left out stays. Another duration is proposed anew."""

    kind: Kind | None = None
    title: Line | None = None
    message: Message | None = None
    place: Line | None = None
    video_url: VideoUrl | None = None
    interviewers: list[MemberId] | None = Field(default=None, min_length=1, max_length=MOST_PEOPLE)
    ask_scorecards: bool | None = None


class Named(Strict):
    """A member, as they were called when it was written."""

    member_id: MemberId
    name: str


class Change(Strict):
    """The last thing that happened to it, which calendars and people are told."""

    kind: Literal["proposed", "booked", "moved", "changed", "cancelled", "held", "no_show"]
    at: Instant
    by: Author
    message: Remark = ""
    cause: str | None = None


class Knowledge(Strict):
    """What was told last: the sequence, what the candidate knows, and whose calendars hold it."""

    sequence: int
    candidate: State | None = None
    starts_at: Instant | None = None
    members: list[MemberId] = Field(default_factory=list)


class Reminder(Strict):
    kind: Literal["day", "hour"]
    at: Instant


class Ended(Strict):
    """It was cancelled because the person left the job: for a moment, undoing that brings it back as it was."""

    was: State
    epoch: int
    settle_at: Instant | None = None
    reminders: list[Reminder] = Field(default_factory=list)
    changed: Change
    settled: bool = False


class Interview(Strict):
    """`sequence` is raised by every change: it is the version that an edit names, and that of calendars."""

    id: InterviewId
    job_id: JobId
    job_title: Words
    candidate_id: str
    stage_id: StageId | None = None
    kind: Kind
    title: Line | None = None
    message: Message = ""
    place: Line | None = None
    video_url: VideoUrl | None = None
    duration_minutes: Duration
    interviewers: list[Named]
    organiser: Named
    language: Language
    zone: Zone
    ask_scorecards: bool = False
    offer: Offer | None = None
    state: State
    starts_at: Instant | None = None
    sequence: int = 0
    created_at: Instant
    changed: Change
    told: Knowledge = Knowledge(sequence=-1)
    untold: str | None = Field(default=None, description="Why the candidate could not be written to, if so.")
    settle_at: Instant | None = Field(default=None, description="When what changed is told.")
    reminders: list[Reminder] = Field(default_factory=list, description="Those that are still to come.")
    ended: Ended | None = None

    @property
    def ends_at(self) -> datetime | None:
        return self.starts_at + timedelta(minutes=self.duration_minutes) if self.starts_at else None

    @property
    def live(self) -> bool:
        return self.state in LIVE

    @property
    def holding(self) -> bool:
        """Whether the interviewers' time is taken: what may still be undone keeps it."""
        if self.state == State.cancelled:
            return self.ended is not None and self.ended.was == State.booked and not self.ended.settled
        return self.state in (State.booked, State.held, State.no_show)

    @property
    def members(self) -> list[str]:
        return [m.member_id for m in self.interviewers]

    @property
    def due_at(self) -> datetime | None:
        """When the schedule next looks at it."""
        instants = [r.at for r in self.reminders] + ([self.settle_at] if self.settle_at else [])
        return min(instants, default=None)

    def meeting(self) -> Meeting:
        return Meeting(id=self.id, kind=self.kind, state=self.state, starts_at=self.starts_at)

    def quarters(self) -> list[datetime]:
        return quarters(self.starts_at, self.duration_minutes) if self.starts_at else []

    def changed_to(self, change: Change, **more: object) -> Self:
        """The same, changed: told at once unless `settle_at` says otherwise."""
        update = {"sequence": self.sequence + 1, "changed": change, "settle_at": change.at, "untold": None, **more}
        return self.model_copy(update=update)

    def last_moment(self) -> datetime:
        """Until when the candidate's link is of use."""
        if self.starts_at:
            return self.starts_at
        if isinstance(self.offer, Slots):
            return max(self.offer.starts)
        if isinstance(self.offer, Windows):
            return datetime.combine(self.offer.last + timedelta(days=1), datetime.min.time(), ZoneInfo(self.offer.zone))
        return self.changed.at


def quarters(start: datetime, minutes: int) -> list[datetime]:
    return [start + n * QUARTER for n in range(minutes // 15)]


def reminders(starts_at: datetime, now: datetime) -> list[Reminder]:
    """Those that still make sense: who has just booked for tomorrow needs no reminder now."""
    wanted = (Reminder(kind="day", at=starts_at - DAY_BEFORE), Reminder(kind="hour", at=starts_at - HOUR_BEFORE))
    return [r for r in wanted if r.at > now + HOUR_BEFORE]


class Appointment(Strict):
    """An interview in a member's agenda."""

    interview_id: InterviewId
    candidate_id: str
    job_id: JobId
    job_title: Words
    kind: Kind
    state: State
    starts_at: Instant
    ends_at: Instant
    place: Line | None = None
    video_url: VideoUrl | None = None
    interviewers: list[Named]
