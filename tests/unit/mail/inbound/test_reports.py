"""Mails that machines send about our mails."""

import pytest
from tests import mails

from vivier.mail.inbound import reading, refusals
from vivier.mail.inbound.model import Severity

HARD, SOFT, UNKNOWN = Severity.hard, Severity.soft, Severity.unknown


@pytest.mark.parametrize(
    ("status", "said", "severity"),
    [
        ("5.1.1", "smtp; 550 5.1.1 <a@b.example>: Recipient address rejected: User unknown", HARD),
        ("5.4.4", "Host or domain name not found. Name service error for name=b.example", HARD),
        ("5.0.0", "550 No such user here", HARD),
        (None, "550 5.1.1 The email account that you tried to reach does not exist.", HARD),
        ("5.2.2", "452 4.2.2 The email account that you tried to reach is over quota", SOFT),
        ("5.0.0", "552 Mailbox full, user is over quota", SOFT),
        ("5.7.1", "550 5.7.1 Message rejected as spam by content filtering", SOFT),
        ("5.7.1", "550 5.7.1 Service unavailable; client host blocked using Spamhaus", SOFT),
        ("5.1.8", "553 5.1.8 <rh@halage.example>: Sender address rejected: Domain not found", SOFT),
        ("5.3.4", "552 5.3.4 Message size exceeds fixed limit", SOFT),
        ("4.4.1", "connect to mx.b.example: Connection timed out", SOFT),
        ("4.1.1", "450 4.1.1 greylisted, try again later", SOFT),
        ("5.5.0", "550 Requested action not taken", SOFT),
        (None, "Something went wrong", UNKNOWN),
    ],
)
def test_hard_is_what_says_that_the_address_is_not_there(status: str | None, said: str, severity: Severity) -> None:
    assert refusals.severity(status, said) == severity


def test_a_delay_is_never_hard() -> None:
    assert refusals.severity("4.1.1", "user unknown", "delayed") == SOFT


@pytest.mark.parametrize("raw", [mails.bounced(), mails.exim_bounce()], ids=["reported", "in words"])
def test_a_bounce_says_who_was_not_reached_and_which_mail_it_is_about(raw: bytes) -> None:
    read = reading.read(raw)

    assert [(f.address, f.severity) for f in read.failures] == [("ines@example.org", HARD)]
    assert read.original is not None
    assert read.original.references == ["ack-1@halage.example"]
    assert read.original.message_id == "0100@eu-west-1.amazonses.com"


def test_a_complaint_says_who_complained_about_what() -> None:
    read = reading.read(mails.complaint())

    assert [f.address for f in read.failures] == ["ines@example.org"]
    assert read.original is not None
    assert read.original.references == ["ack-1@halage.example"]


def test_a_person_who_writes_about_a_failed_delivery_is_no_daemon() -> None:
    read = reading.read(
        mails.raw("Votre message ne m’est pas parvenu, merci de le renvoyer.", Subject="Re: undelivered")
    )

    assert read.kind == "reply"
