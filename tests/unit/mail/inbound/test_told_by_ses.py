"""What SES tells of a mail of ours, where its topic sends that by mail."""

import json
from typing import Any

import pytest
from tests import mails

from vivier.mail.inbound import reading
from vivier.mail.inbound.model import Kind, Mail, Severity

SES_ID = "0102018f3c1d2e4a-5b6c7d8e-9f00-4a1b-8c2d-3e4f5a6b7c8d-000000"
GONE = {"emailAddress": "ines@courrier.example", "status": "5.1.1", "diagnosticCode": "smtp; 550 5.1.1 user unknown"}
FULL = {"emailAddress": "tom@courrier.example", "status": "4.2.2", "diagnosticCode": "smtp; 452 4.2.2 mailbox full"}
SPAM = {"emailAddress": "eva@courrier.example", "status": "5.7.1", "diagnosticCode": "smtp; 550 5.7.1 spam refused"}
BARE = {"emailAddress": "lea@courrier.example"}


def noticed(kind: str, detail: dict[str, Any], *, named: str = "notificationType", folded: bool = False) -> Mail:
    about = {"timestamp": "2026-11-24T09:30:00.000Z", "source": "recrutement@halage.example", "messageId": SES_ID}
    text = json.dumps({named: kind, kind.lower(): detail, "mail": about})
    if folded:
        text = text.replace("user unknown", "user\n unknown")
    said = f"{text}\n\n--\nIf you wish to stop receiving notifications from this topic, please visit the link below\n"
    return reading.read(mails.raw(said, From="no-reply@sns.example", Subject="AWS Notification Message"))


@pytest.mark.parametrize(
    ("sort", "whom", "severity"),
    [
        ("Permanent", GONE, Severity.hard),
        ("Permanent", BARE, Severity.hard),
        ("Permanent", SPAM, Severity.soft),
        ("Permanent", FULL, Severity.soft),
        ("Transient", FULL, Severity.soft),
        ("Transient", BARE, Severity.soft),
        ("Undetermined", GONE, Severity.soft),
    ],
)
@pytest.mark.parametrize("named", ["notificationType", "eventType"])
def test_a_bounce_says_what_it_says_of_each_address(
    sort: str, whom: dict[str, str], severity: Severity, named: str
) -> None:
    read = noticed("Bounce", {"bounceType": sort, "bouncedRecipients": [whom]}, named=named)

    assert (read.kind, read.because) == (Kind.bounce, "a notice of SES")
    assert [(f.address, f.severity, f.status) for f in read.failures] == [
        (whom["emailAddress"], severity, whom.get("status"))
    ]


def test_it_names_the_mail_that_it_is_about() -> None:
    read = noticed("Bounce", {"bounceType": "Permanent", "bouncedRecipients": [GONE]})

    assert read.original
    assert read.original.references == [f"{SES_ID}@amazonses.com"]


def test_lines_that_were_folded_within_it_are_read() -> None:
    read = noticed("Bounce", {"bounceType": "Permanent", "bouncedRecipients": [GONE, FULL]}, folded=True)

    assert [(f.address, f.severity) for f in read.failures] == [
        (GONE["emailAddress"], Severity.hard),
        (FULL["emailAddress"], Severity.soft),
    ]


def test_a_complaint_is_one() -> None:
    read = noticed("Complaint", {"complainedRecipients": [BARE], "complaintFeedbackType": "abuse"})

    assert read.kind == Kind.complaint
    assert [f.address for f in read.failures] == [BARE["emailAddress"]]


@pytest.mark.parametrize("kind", ["Delivery", "Send"])
def test_that_a_mail_arrived_is_no_bounce(kind: str) -> None:
    assert noticed(kind, {"recipients": [BARE["emailAddress"]]}).kind not in (Kind.bounce, Kind.complaint)


def test_who_quotes_one_writes_a_mail_of_their_own() -> None:
    notice = json.dumps({"notificationType": "Bounce", "bounce": {"bouncedRecipients": [GONE]}})
    text = f"This is what I got:\n\n{notice}\n"

    assert reading.read(mails.raw(text, From="ines@courrier.example", Subject="A question")).kind == Kind.fresh


@pytest.mark.parametrize(
    "text",
    [
        '{"notificationType": "Bounce", "bounce": {"bouncedRecipients": [',  # cut off
        '{"notificationType": "Bounce", "bounce": []}',
        '{"notificationType": ["Bounce"]}',
        '{"Bounce": "notificationType"}',
        '["notificationType", "Bounce"]',
        json.dumps({"notificationType": "Bounce", "mail": {"messageId": "a" * 2_000}}),  # no key of a row
        json.dumps({"notificationType": "Bounce", "mail": {"messageId": "a b\n#"}}),
        "{" * 200_000,
        '{"a":' * 200_000,
    ],
)
def test_what_only_looks_like_one_is_a_mail_like_others(text: str) -> None:
    assert reading.read(mails.raw(text, From="ines@courrier.example", Subject="A question")).kind == Kind.fresh
