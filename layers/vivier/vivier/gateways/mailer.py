"""One call to SES, one attempt. Tells apart: sent, surely not sent, not known (contracts.md §3)."""

import re
from typing import Literal

from botocore.exceptions import (
    ClientError,
    ConnectionError,
    ConnectTimeoutError,
    EndpointConnectionError,
    HTTPClientError,
)

from vivier.gateways.clients import client
from vivier.kernel.model import Model
from vivier.kernel.settings import settings

# Retrying can help: rate and quota limits. Everything else with a 4xx is a lasting no.
PASSING = {
    "TooManyRequestsException",
    "LimitExceededException",
    "ThrottlingException",
    "Throttling",
    "SendingPausedException",
}


Limit = Literal["ses_rate", "ses_quota", "ses_stopped"]


class Outcome(Model):
    """`sent` with SES's id; `refused` (surely not sent; `lasting`: trying again is useless); `unknown`.

    `limit`: it was refused for what the account may send: too many in this second, in 24 hours, or none at all.
    """

    state: Literal["sent", "refused", "unknown"]
    ses_id: str | None = None
    reason: str | None = None
    lasting: bool = False
    limit: Limit | None = None


def send(raw: bytes, *, sender: str, to: str, tags: dict[str, str], cc: list[str] | None = None) -> Outcome:
    """Hands one finished MIME message to SES (https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html)."""
    try:
        answer = client("sesv2", once=True).send_email(
            FromEmailAddress=sender,
            Destination={"ToAddresses": [to], "CcAddresses": cc or []},
            Content={"Raw": {"Data": raw}},
            ConfigurationSetName=settings().configuration_set,
            EmailTags=[{"Name": k, "Value": v} for k, v in tags.items()],
        )
    except (EndpointConnectionError, ConnectTimeoutError) as error:
        return Outcome(state="refused", reason=type(error).__name__)
    except ClientError as error:
        code, words = error.response["Error"]["Code"], error.response["Error"].get("Message", "")
        if error.response["ResponseMetadata"]["HTTPStatusCode"] >= 500:
            return Outcome(state="unknown", reason=code)
        limit = limit_of(code, words)
        return Outcome(state="refused", reason=limit or code, lasting=code not in PASSING, limit=limit)
    except (ConnectionError, HTTPClientError) as error:
        return Outcome(state="unknown", reason=type(error).__name__)
    return Outcome(state="sent", ses_id=answer["MessageId"])


def limit_of(code: str, words: str) -> Limit | None:
    """SES names the quota of the day in words alone
    (https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html).
    """
    if code == "SendingPausedException":
        return "ses_stopped"
    if code not in PASSING:
        return None
    return "ses_quota" if re.search(r"\bdaily\b.*\bquota\b", words, re.I) else "ses_rate"
