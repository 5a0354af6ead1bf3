"""What SES knows of who sends: the domain and its records, the account and its limits. Nothing here sends."""

from collections.abc import Mapping
from typing import Any

from botocore.exceptions import ClientError, ConnectionError, HTTPClientError
from pydantic import Field

from vivier.gateways.clients import client
from vivier.kernel.errors import Unavailable
from vivier.kernel.model import Model


class Identity(Model):
    """What SES knows of the domain that mails come from."""

    domain: str
    verified: bool = False
    dkim: str = "NOT_STARTED"
    tokens: list[str] = Field(default_factory=list)
    zone: str = "dkim.amazonses.com"
    mail_from: str | None = None
    mail_from_state: str | None = None
    region: str


def identity(domain: str) -> Identity | None:
    """The domain's identity; None when SES has none. Raises Throttled, Unavailable.

    https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetEmailIdentity.html
    """
    ses = client("sesv2")
    try:
        answer = ses.get_email_identity(EmailIdentity=domain)
    except ClientError as error:
        if error.response["Error"]["Code"] == "NotFoundException":
            return None
        raise Unavailable("SES did not say how the domain stands. Try again in a moment.") from error
    return read(domain, answer, ses.meta.region_name)


def read(domain: str, answer: Mapping[str, Any], region: str) -> Identity:
    """What GetEmailIdentity answered."""
    dkim, origin = answer.get("DkimAttributes", {}), answer.get("MailFromAttributes", {})
    return Identity(
        domain=domain,
        verified=answer.get("VerifiedForSendingStatus", False),
        dkim=dkim.get("Status", "NOT_STARTED"),
        tokens=dkim.get("Tokens", []),
        zone=dkim.get("SigningHostedZone") or "dkim.amazonses.com",
        mail_from=origin.get("MailFromDomain") or None,
        mail_from_state=origin.get("MailFromDomainStatus"),
        region=region,
    )


class Quota(Model):
    """What SES lets the account send, and what it sent in the last 24 hours. `enabled`: SES has not stopped it."""

    per_second: float
    per_day: int = Field(description="In any 24 hours; -1: without a limit.")
    sent: int
    enabled: bool = True
    sandbox: bool = False


def quota() -> Quota | None:
    """None when SES does not say (https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetAccount.html).

    One attempt: SES answers this once a second, and whoever asks can do without.
    """
    try:
        answer = client("sesv2", once=True).get_account()
    except (ClientError, HTTPClientError, ConnectionError):
        return None
    held = answer.get("SendQuota", {})
    if not held.get("MaxSendRate"):
        return None
    return Quota(
        per_second=held["MaxSendRate"],
        per_day=int(held.get("Max24HourSend", 0)),
        sent=int(held.get("SentLast24Hours", 0)),
        enabled=answer.get("SendingEnabled", True),
        sandbox=not answer.get("ProductionAccessEnabled", True),
    )
