"""The steps of a sequence: a mail, a task, a while to wait. Pure: no clock, no table."""

import re
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from vivier.hiring.base import MemberId
from vivier.kernel.actor import Language
from vivier.mail.drafts import Body, Subject
from vivier.mail.model import Template, TextId
from vivier.people.base import Line, Strict

# `[your news]`, `[Prénom]`: what somebody meant to replace. Not a link, nor what is usual in titles: `[F/H]`.
TO_WRITE = re.compile(r"\[[^\[\]\n{}]*[a-zß-öø-ÿ][^\[\]\n{}]*\](?!\()")

StepId = Annotated[str, StringConstraints(pattern=r"^stp_[0-9A-HJKMNP-TV-Z]{26}$")]


class StepCondition(Strict):
    """What must hold (or, with `holds` off, must not) when a step comes up; else the step is left out.

    `replied`, `clicked`: since the person was enrolled. `stage`: a stage of the sequence's job, by id. `tag`: a tag.
    """

    about: Literal["replied", "clicked", "stage", "tag"]
    holds: bool = True
    value: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)] | None = None

    @model_validator(mode="after")
    def _named(self) -> Self:
        if (self.about in ("stage", "tag")) != (self.value is not None):
            raise ValueError("a stage or a tag is named in `value`; a reply or a click is not")
        return self


class MailText(Strict):
    """The words of a mail in one language, with merge fields."""

    subject: Subject
    body: Body


class MailWords(Strict):
    fr: MailText | None = None
    en: MailText | None = None

    @model_validator(mode="after")
    def _some(self) -> Self:
        if not (self.fr or self.en):
            raise ValueError("write it in French or in English")
        return self

    def unwritten(self) -> list[str]:
        """What stands in square brackets to be replaced, in the order in which it is read."""
        texts = [text for said in (self.fr, self.en) if said for text in (said.subject, said.body)]
        return [found for text in texts for found in TO_WRITE.findall(text)]

    def spoken(self, language: Language) -> Language:
        """This language, or the one that there is."""
        return language if getattr(self, language) else "fr" if self.fr else "en"

    def template(self, language: Language) -> Template:
        spoken = self.spoken(language)
        said: MailText = getattr(self, spoken)
        return Template(key="next_step", language=spoken, subject=said.subject, body=said.body)


# `do` has no default: rows leave defaults out, and it tells the steps apart.
class MailStep(Strict):
    """A mail: its own words, or a text of the workspace's. `send_as`: whose name it bears beside the organisation's:
    nobody's, that of whoever enrolled the person, or a colleague's.
    """

    id: StepId
    do: Literal["mail"]
    words: MailWords | None = None
    text_id: TextId | None = None
    send_as: Literal["organisation", "enroller"] | MemberId = "organisation"
    only_if: StepCondition | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.words is None) == (self.text_id is None):
            raise ValueError("a mail has words of its own or a text of the workspace's: one of the two")
        return self


class TaskStep(Strict):
    """A task for a colleague, or for whoever enrolled the person."""

    id: StepId
    do: Literal["task"]
    title: Line
    assignee: Literal["enroller"] | MemberId = "enroller"
    due_in_days: int = Field(default=1, ge=0, le=365)
    only_if: StepCondition | None = None


class WaitStep(Strict):
    """A while between two steps: days on the calendar, then business days, then hours and minutes."""

    id: StepId
    do: Literal["wait"]
    days: int = Field(default=0, ge=0, le=730)
    business_days: int = Field(default=0, ge=0, le=250)
    hours: int = Field(default=0, ge=0, le=720)
    minutes: int = Field(default=0, ge=0, le=1440)

    @model_validator(mode="after")
    def _some(self) -> Self:
        if not (self.days or self.business_days or self.hours or self.minutes):
            raise ValueError("say how long to wait")
        return self


Step = Annotated[MailStep | TaskStep | WaitStep, Field(discriminator="do")]
