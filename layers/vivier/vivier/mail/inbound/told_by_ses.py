"""SES's own notices, where their topic sends them by mail: JSON in the text of a mail, which folds long lines.

https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html
"""

import json

from pydantic import AliasChoices, BaseModel, Field, ValidationError

from vivier.mail.inbound import refusals
from vivier.mail.inbound.model import Failure, Kind, Original, Severity
from vivier.mail.inbound.reports import MOST_SAID

MOST = 50  # recipients
READ = 2_000  # letters of what a server said


class Recipient(BaseModel):
    address: str = Field(alias="emailAddress", max_length=320)
    status: str = ""
    said: str = Field(default="", alias="diagnosticCode")


class Bounce(BaseModel):
    kind: str = Field(default="", alias="bounceType")
    recipients: list[Recipient] = Field(default=[], alias="bouncedRecipients")


class Complaint(BaseModel):
    recipients: list[Recipient] = Field(default=[], alias="complainedRecipients")


class About(BaseModel):
    id: str = Field(default="", alias="messageId", pattern=r"^[\w.-]{0,100}$")


class Notice(BaseModel):
    """A topic of notifications calls its kind otherwise than one of events."""

    kind: str = Field(validation_alias=AliasChoices("notificationType", "eventType"))
    bounce: Bounce = Bounce()
    complaint: Complaint = Complaint()
    mail: About = About()


def notice(text: str) -> tuple[Kind, list[Failure], Original] | None:
    """What SES says of a mail that it took, and of which; None of what is no such notice."""
    told = _read(text)
    if told is None or told.kind not in ("Bounce", "Complaint"):
        return None
    about = Original(references=[f"{told.mail.id}@amazonses.com"] if told.mail.id else [])
    if told.kind == "Complaint":
        return Kind.complaint, [_complaint(one) for one in told.complaint.recipients[:MOST]], about
    permanent = told.bounce.kind == "Permanent"
    return Kind.bounce, [_bounce(one, permanent) for one in told.bounce.recipients[:MOST]], about


def _read(text: str) -> Notice | None:
    """The notice that a text begins with; what the topic says of itself stands below it."""
    text = text.lstrip()
    if not text.startswith("{"):
        return None
    try:
        told, _ = json.JSONDecoder(strict=False).raw_decode(text)  # not strict: lines are folded within words
        return Notice.model_validate(told)
    except (ValueError, ValidationError, RecursionError):
        return None


def _bounce(one: Recipient, permanent: bool) -> Failure:
    said = refusals.severity(refusals.status_in(one.status[:READ]), one.said[:READ]) if one.said else Severity.hard
    return _failure(one, said if permanent and said != Severity.unknown else Severity.soft)


def _complaint(one: Recipient) -> Failure:
    return _failure(one, Severity.unknown)


def _failure(one: Recipient, severity: Severity) -> Failure:
    status = refusals.status_in(one.status[:READ])
    return Failure(address=one.address, severity=severity, status=status, said=one.said[:MOST_SAID])
