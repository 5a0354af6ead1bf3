"""A message from the day it is owed to the day its fate is known. Pure."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from vivier.kernel.actor import Language
from vivier.kernel.clock import Instant
from vivier.kernel.model import Model
from vivier.mail.deliverability.model import Counted, Outcome, OwnHours
from vivier.mail.drafts import Draft, Plain
from vivier.mail.drafts import TextId as TextId
from vivier.mail.markup import BrokenLink

TemplateKey = Literal["acknowledgement", "notice", "refusal", "refusal_after_interview", "position_closed", "next_step"]
AnyTemplate = TemplateKey | TextId
AskKey = Literal["ask_missing", "ask_reminder"]  # written with a form's link (mail/asks.py): no letter to choose
ProductKey = TemplateKey | AskKey  # every text of the product's own that a workspace may rewrite
InternalKey = Literal[
    "digest",
    "mention",
    "invitation",
    "task_assigned",
    "task_due",
    "scorecard_asked",
    "interview_booked",
    "interview_moved",
    "interview_called_off",
    "interview_gone",
    "interview_soon",
]
InterviewKey = Literal[
    "interview_proposal", "interview_confirmation", "interview_update", "interview_cancellation", "interview_reminder"
]
OutsideKey = Literal["shortlist"]
WrittenKey = Literal[
    "written", "test", "sequence", "forwarded"
]  # words that stand nowhere else: a colleague's, a step's

Address = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        to_lower=True,
        max_length=254,
        pattern=r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*\.[A-Za-z]{2,63}$",
    ),
]


class State(StrEnum):
    pending = "pending"  # to be sent when due
    claimed = "claimed"  # one sender has it; SES may have been asked
    sent = "sent"
    unknown = "unknown"  # SES may or may not have it: never sent again by itself
    refused = "refused"  # SES said a lasting no
    cancelled = "cancelled"  # a stop came first


# What SES said became of a mail that left, the worst first.


class Delivery(StrEnum):
    """What people are told of a mail: its state, and once it was sent what SES said became of it."""

    queued = "queued"
    sending = "sending"
    sent = "sent"
    delayed = "delayed"
    delivered = "delivered"
    bounced = "bounced"
    complained = "complained"
    unknown = "unknown"
    refused = "refused"
    cancelled = "cancelled"


STAGES = {State.pending: "queued", State.claimed: "sending"}
# What weighs most comes first: the order in which SES says things means nothing.
LAST_WORD = [Outcome.complained, Outcome.bounced, Outcome.delivered, Outcome.delayed]
UNTOLD = {"internal", "outside"}  # mails that stand on no timeline of a candidate
LOST = {State.unknown, State.refused}  # a human looks at them


class Guard(Model):
    """A row (an application, say) whose `epoch` must still be this one when the message leaves."""

    model_config = ConfigDict(extra="forbid")

    pk: str
    sk: str
    epoch: int


class PersonalLink(Model):
    """What the link in a mail opens (team/links.py). Where it will stand, the mail has `TOKEN` until it leaves."""

    model_config = ConfigDict(extra="forbid")

    purpose: str
    subject: str
    expires_at: Instant


class Invite(Model):
    """What calendars read in a mail: an iCalendar object, byte for byte, and its iTIP method (RFC 5546)."""

    model_config = ConfigDict(extra="forbid")

    method: Literal["REQUEST", "CANCEL"]
    text: str


class Kept(Model):
    """That it had to wait (deliverability/gate.py, pace.py): since when, why, until when; whose clock counted."""

    model_config = ConfigDict(extra="forbid")

    at: Instant
    why: str
    until: Instant
    zone: str | None = Field(default=None, description="In whose hours it was not to leave.")
    zone_from: str | None = Field(default=None, description="What told it: `location`, `phone` or `default`.")


TOKEN = "personal-link"  # noqa: S105 - the place of one


Metric = Literal["reply", "click"]
VariantKey = Literal["a", "b", "c", "d"]


class MailVariant(Model):
    """Which variant of an experiment (vivier/experiments) a mail is, and what it is counted by."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    experiment_id: str
    variant: VariantKey
    metric: Metric
    window_days: int


class Attached(Model):
    """A file that goes with a mail; `sha256` is that of the bytes that were inspected."""

    model_config = ConfigDict(extra="forbid")

    id: str
    name: str
    size: int
    media_type: str
    sha256: str


class Message(Model):
    """One mail to one person: a candidate, one of us, or somebody outside whom we show something.

    `key` is what it is about: a reason never sends twice.
    """

    model_config = ConfigDict(extra="forbid")

    key: str
    candidate_id: str | None = None
    member_id: str | None = None
    template: AnyTemplate | AskKey | InternalKey | InterviewKey | OutsideKey | WrittenKey
    language: Language
    to: str
    to_name: str | None = Field(default=None, description="What a colleague is called whom it is passed on to.")
    subject: str
    text: str
    html: str
    message_class: Literal["owed_answer", "conversation", "unsolicited", "passed_on", "internal", "outside"] = (
        "owed_answer"
    )
    scope: str = Field(description="Whose stop concerns it: the person or one application.")
    epoch: int = 0
    unsolicited_epoch: int = Field(default=0, description="The person's, of mail that they did not ask for.")
    hours: OwnHours | None = Field(default=None, description="Of unsolicited mail: when it may leave besides.")
    guard: Guard | None = Field(default=None, description="What must not have moved on meanwhile.")
    also: list[Guard] = Field(default_factory=list, description="What else must not have.")
    link: PersonalLink | None = None
    invite: Invite | None = None
    leave: str | None = Field(default=None, exclude=True, description="Address that ends such mail, as it leaves.")
    attachments: list[Attached] = Field(default_factory=list)
    among: int = Field(
        default=1, description="How many people a colleague wrote it to at once: its files are theirs too."
    )
    cc: list[str] = Field(default_factory=list, description="Addresses of colleagues who get a copy.")
    draft: Draft | None = Field(default=None, description="What a colleague wrote, as long as it can be taken back.")
    thread_id: str | None = Field(default=None, description="The conversation that it goes on.")
    conversation: str | None = Field(default=None, description="Which of the person's conversations it belongs to.")
    in_reply_to: str | None = Field(default=None, description="The Message-ID of the mail of theirs that it answers.")
    references: list[str] = Field(default_factory=list, description="What their mail program finds its thread by.")
    quoted: int = Field(default=0, description="How many characters at the end of its text quote what it answers.")
    author_id: str | None = None
    answers_to: str | None = Field(default=None, description="Where answers go, when not into a conversation.")
    author: str | None = Field(default=None, description="Whose name it bears beside the organisation's.")
    variant: MailVariant | None = None
    counts_clicks: bool = Field(default=False, description="Its links lead through ours (mail/clicks.py).")
    clicked: dict[str, Instant] = Field(default_factory=dict, description="Links pressed: number, first time.")
    state: State = State.pending
    due_at: Instant
    created_at: Instant
    claimed_at: Instant | None = None
    settled_at: Instant | None = None
    attempts: int = 0
    ses_id: str | None = None
    reason: str | None = None
    kept: list[Kept] = Field(default_factory=list, description="What made it wait, oldest first.")
    counted: Counted | None = Field(default=None, description="Where the caps of unsolicited mail count it.")
    seen_by: str | None = Field(default=None, description="Who looked at a message of unknown or bad fate.")
    seen: list[str] = Field(default_factory=list, description="SES events already recorded: type:id.")
    outcomes: list[Outcome] = Field(default_factory=list, description="What SES said became of it, in any order.")

    @model_validator(mode="after")
    def _someone(self) -> Self:
        if (self.message_class in UNTOLD) == (self.candidate_id is not None):
            raise ValueError("a mail goes to a candidate, or it is internal, or for somebody outside")
        return self

    @property
    def delivery(self) -> Delivery:
        """How far it came, in one word."""
        if self.state != State.sent:
            return Delivery(STAGES.get(self.state, self.state))
        return Delivery(next((o for o in LAST_WORD if o in self.outcomes), "sent"))

    @property
    def proven(self) -> bool:
        """Whether SES is known to have taken it: it left, or SES threw it away after."""
        return self.state == State.sent or any(mark.startswith("Reject:") for mark in self.seen)

    @property
    def passed_on(self) -> bool:
        """What stands on the person's timeline, and went to somebody else: its fate is none of theirs."""
        return self.message_class == "passed_on"

    @property
    def clicked_at(self) -> datetime | None:
        """When a link in it was pressed first."""
        return min(self.clicked.values(), default=None)

    def wordless(self) -> Self:
        """One to a colleague, or to somebody outside, once it left: it names people, and nobody reads it here again."""
        gone: dict[str, object] = {"subject": "", "text": "", "html": "", "invite": None, "guard": None, "also": []}
        return self.model_copy(update=gone)

    @property
    def waits(self) -> bool:
        """Whether it stands before a human: nobody looked at its bad fate. What a colleague missed is in the app, and
        what somebody outside did is told where it was sent from.
        """
        return self.state in LOST and not self.seen_by and self.message_class not in UNTOLD


class Template(Model):
    """What is written to people, with merge fields in Liquid."""

    model_config = ConfigDict(extra="forbid")

    key: AnyTemplate | AskKey
    language: Language
    subject: str = Field(min_length=1, max_length=300)
    body: str = Field(min_length=1, max_length=20_000)
    plain: Plain | None = None
    files: list[Attached] = Field(default_factory=list, exclude=True, description="What goes with it.")


class Rendered(Model):
    """Exactly what is sent; `missing` merge fields block it."""

    subject: str
    text: str
    html: str
    missing: list[str] = Field(default_factory=list)
    broken_links: list[BrokenLink] = Field(default_factory=list)
