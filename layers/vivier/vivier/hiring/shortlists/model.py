"""A shortlist: which people of a job are shown, to whom, how much of them, until when. Pure: no clock, no table."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from vivier.hiring.base import CandidateId, Words
from vivier.kernel.actor import Language
from vivier.kernel.clock import Instant
from vivier.kernel.ids import REPEATED, ClientKey
from vivier.mail.model import Address
from vivier.people.model import Line, Strict

PURPOSE = "shortlist"
MOST_PEOPLE = 40  # each has an event in the transaction that shares them
DAYS = 14
MOST_DAYS = 60
MOST_ANSWERS = 20  # of one visitor about one person: each stands on a timeline

Message = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)]
Days = Annotated[int, Field(ge=1, le=MOST_DAYS)]


class Showing(Strict):
    """What is shown of each person. Notes, scorecards and tags never are."""

    name: Literal["full", "initials"] = "full"
    headline: bool = True
    experience: bool = True
    education: bool = True
    skills: bool = True
    languages: bool = True
    contacts: bool = Field(default=False, description="E-mail addresses, phones, links.")
    cv: bool = Field(default=False, description="Pages of the CV, as pictures that bear the visitor's name.")

    @model_validator(mode="after")
    def _keeps_its_word(self) -> Self:
        if self.name == "initials" and (self.contacts or self.cv):
            raise ValueError("contacts and CVs tell the name")
        if self.cv and not self.contacts:
            raise ValueError("a CV shows the contacts: show them, or leave the CV out")
        return self


class Recipient(Strict):
    """Whom it is given to."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
    email: Address
    organisation: Line | None = None


class Selection(Strict):
    """Which people, in which order, and how much of them."""

    candidate_ids: list[CandidateId] = Field(min_length=1, max_length=MOST_PEOPLE)
    showing: Showing = Field(default_factory=Showing)


class NewShortlist(Selection):
    """What someone shares. Without `send` no mail leaves: the link is copied from the screen."""

    to: Recipient
    message: Message = ""
    language: Language = "fr"
    days: Days = DAYS
    send: bool = True
    override: bool = Field(default=False, description="The author has seen the warnings and keeps the words.")
    key: ClientKey | None = Field(default=None, description=REPEATED)


class ShortlistState(StrEnum):
    active = "active"
    revoked = "revoked"


class Shortlist(Strict):
    """`epoch` is raised by whatever ends or renews it: a mail that was written under an older one stays."""

    id: str
    job_id: str
    job_title: Words
    candidate_ids: list[str]
    showing: Showing
    to: Recipient
    message: str = ""
    overridden: list[str] = Field(default_factory=list, description="Warnings about the message that were overridden.")
    language: Language
    made_at: Instant
    made_by: str
    made_by_name: str
    expires_at: Instant
    state: ShortlistState = ShortlistState.active
    revoked_at: Instant | None = None
    revoked_by_name: str | None = None
    sent: bool = Field(default=False, description="A mail with its link was written under this epoch.")
    epoch: int = 0

    @property
    def message_key(self) -> str:
        """Of the mail that carries its link."""
        return f"shortlist-{self.id}-{self.epoch}"

    def open(self, now: datetime) -> bool:
        return self.state == ShortlistState.active and now < self.expires_at


Opinion = Literal["interested", "not_interested"]


class Answer(Strict):
    """What the visitor says of one person: where they stand in the list. It stays told, whatever comes after."""

    person: int = Field(ge=1, le=MOST_PEOPLE)
    opinion: Opinion | None = None
    remark: Message = ""
    override: bool = False


class Feedback(Strict):
    """The visitor's last word about one person. `candidate_id` is the id that was shared."""

    candidate_id: str
    opinion: Opinion | None = None
    remark: str = ""
    at: Instant
    changes: int = 1
