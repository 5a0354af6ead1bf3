"""SES's simulator addresses, as the local cloud plays them: what each makes of the mail, its person and the rates."""

from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.contract.entries import invoke
from tests.factories import NOW, WORKSPACE, actor
from tests.integration.test_leaving_mail import kinds
from tests.unasked import found, queue, rule

from vivier.mail import outbox
from vivier.mail.deliverability import steering, suppression
from vivier.mail.store import MessageItem
from vivier.people import store as people
from vivier.storage.table import get
from vivier_local.faults import Faults
from vivier_local.mail import Mailbox, SentMail, SesEvents

pytestmark = pytest.mark.usefixtures("cloud")


class Became(NamedTuple):
    delivery: str
    mailable: bool
    complained: bool
    listed: list[str]
    told: list[str]


BECAME = {
    "success": Became("delivered", True, False, [], ["mail_sent", "mail_delivered"]),
    "bounce": Became("bounced", False, False, ["bounced"], ["mail_sent", "mail_bounced"]),
    "ooto": Became("delivered", True, False, [], ["mail_sent", "mail_delivered", "mail_bounced"]),
    "complaint": Became("complained", True, True, ["complained"], ["mail_sent", "mail_delivered", "mail_complained"]),
    "suppressionlist": Became("bounced", False, False, ["bounced"], ["mail_sent", "mail_bounced"]),
}
COUNTED = {
    "success": (1, 0, 0), "bounce": (0, 1, 0), "ooto": (1, 0, 0), "complaint": (1, 0, 1), "suppressionlist": (0, 1, 0),
}  # fmt: skip


def written_to(address: str, folder: Path) -> tuple[str, str]:
    """Somebody with this address got a mail, and SES's events about it were heard; who, and the mail's key."""
    rule()
    who = found(1, address)
    key = queue(who, "seq-1")
    outbox.send(WORKSPACE, key, NOW)
    sent = get(MessageItem, MessageItem.key(WORKSPACE, key)).read()
    mailbox = Mailbox(folder)
    mail = SentMail(
        id=sent.ses_id or "", at=NOW, sender="recrutement@halage.example", recipients=[address],
        configuration_set="vivier-test", tags={"workspace": WORKSPACE, "message": key},
    )  # fmt: skip
    mailbox.keep(mail, b"From: recrutement@halage.example\r\nSubject: Bonjour\r\n\r\nBonjour\r\n")

    def heard(event: dict[str, Any]) -> None:
        for _ in range(2):  # at least once
            invoke("RecordDeliveryFunction", event)

    SesEvents(mailbox, Faults(), heard).publish(mail)
    return who, key


@pytest.mark.parametrize("local", BECAME)
def test_a_simulator_address_does_to_the_person_what_ses_says_of_it(local: str, tmp_path: Path) -> None:
    address = f"{local}+label@simulator.amazonses.com"

    who, key = written_to(address, tmp_path)

    person = people.load(WORKSPACE, who).read()
    listed = suppression.look_up(WORKSPACE, address)
    told = [kind for kind in kinds(who) if kind.startswith("mail_")]
    assert BECAME[local] == Became(
        get(MessageItem, MessageItem.key(WORKSPACE, key)).read().delivery,
        person.mailable,
        "complained" in [stop.why for stop in person.unsolicited.stops],
        sorted(listed.reasons) if listed else [],
        sorted(told, key=["mail_sent", "mail_delivered", "mail_bounced", "mail_complained"].index),
    )


@pytest.mark.parametrize("local", COUNTED)
def test_the_rates_count_an_address_that_does_the_same_and_not_the_simulator(local: str, tmp_path: Path) -> None:
    written_to(f"{local}@courrier.example", tmp_path)

    judged = steering.see(actor(), NOW).judged

    assert (judged.delivered, judged.bounced, judged.complained) == COUNTED[local]


def test_mail_to_the_simulator_is_no_part_of_the_rates(tmp_path: Path) -> None:
    written_to("bounce@simulator.amazonses.com", tmp_path)

    assert steering.see(actor(), NOW).judged.sent == 0


def complained(key: str, **said: str) -> None:
    """A complaint about a mail, with what SES may add to it
    (https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html).
    """
    who = {"complainedRecipients": [{"emailAddress": "someone@courrier.example"}]}
    complaint = {**who, "timestamp": "2026-11-23T10:00:00.000Z", "feedbackId": "feedback-1", **said}
    mail = {"timestamp": "2026-11-23T09:00:00.000Z", "messageId": "ses-1", "destination": ["someone@courrier.example"]}
    tags = {"workspace": [WORKSPACE], "message": [key]}
    detail = {"eventType": "Complaint", "mail": {**mail, "tags": tags}, "complaint": complaint}
    invoke("RecordDeliveryFunction", {"detail-type": "Email Complaint Received", "detail": detail})


def test_a_report_that_a_mail_is_no_spam_is_no_complaint(tmp_path: Path) -> None:
    who, key = written_to("someone@courrier.example", tmp_path)

    complained(key, complaintFeedbackType="not-spam")

    assert people.load(WORKSPACE, who).read().unsolicited.stops == []
    assert steering.see(actor(), NOW).judged.complained == 0
    assert "mail_complained" not in kinds(who)


def test_a_complaint_of_earlier_that_keeps_a_mail_from_leaving_is_no_new_one_for_the_rates(tmp_path: Path) -> None:
    _, key = written_to("someone@courrier.example", tmp_path)

    complained(key, complaintSubType="OnAccountSuppressionList")

    assert get(MessageItem, MessageItem.key(WORKSPACE, key)).read().delivery == "complained"
    assert steering.see(actor(), NOW).judged.complained == 0
