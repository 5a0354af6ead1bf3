"""SES's own notices, where their topic sends them by mail: JSON in the text of a mail, which folds long lines.

https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html
"""

import json
import re

from pydantic import BaseModel, Field, ValidationError

from vivier.mail.inbound import refusals
from vivier.mail.inbound.model import Failure, Kind, Original, Severity

MOST = 50  # recipients
NOTICE = re.compile(r'\s{0,9}\{.{0,200}?"(?:notificationType|eventType)"\s?:\s?"(Bounce|Complaint)"', re.S)
KIND = re.compile(r'"bounceType"\s?:\s?"(\w{1,20})"')
RECIPIENT = re.compile(r'\{[^{}]{0,40}"emailAddress"[^{}]{1,2000}\}')
ID = re.compile(r'"mail"\s?:\s?\{[^{}]{0,2000}?"messageId"\s?:\s?"([\w.-]{1,100})"')


class Recipient(BaseModel):
    address: str = Field(alias="emailAddress")
    status: str = ""
    said: str = Field(default="", alias="diagnosticCode")


def notice(text: str) -> tuple[Kind, list[Failure], Original] | None:
    """What SES says of a mail that it took, and of which; None of what is no such notice."""
    begun = NOTICE.match(text)
    if begun is None:
        return None
    kind = Kind.bounce if begun[1] == "Bounce" else Kind.complaint
    permanent = (found := KIND.search(text)) is not None and found[1] == "Permanent"
    failures = [_failure(one, kind, permanent=permanent) for one in _recipients(text)]
    about = [f"{found[1]}@amazonses.com"] if (found := ID.search(text)) else []
    return kind, failures, Original(references=about)


def _recipients(text: str) -> list[Recipient]:
    found = []
    for each in RECIPIENT.findall(text)[:MOST]:
        try:
            found.append(Recipient.model_validate(json.loads(each.replace("\n", " "), strict=False)))
        except (ValueError, ValidationError):
            continue
    return found


def _failure(one: Recipient, kind: Kind, *, permanent: bool) -> Failure:
    said = refusals.severity(refusals.status_in(one.status), one.said) if one.said else Severity.hard
    severity = said if permanent and said != Severity.unknown else Severity.soft
    return Failure(
        address=one.address,
        severity=Severity.unknown if kind == Kind.complaint else severity,
        status=refusals.status_in(one.status),
        said=one.said[:400],
    )
