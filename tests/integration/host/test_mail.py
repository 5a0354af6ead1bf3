"""What is sent stands in the mailbox as it was sent, and SES's events follow."""

import json
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError, ReadTimeoutError
from tests.integration.host.running import Running, eventually


@pytest.fixture(autouse=True)
def _no_faults(instance: Running) -> Iterator[None]:
    yield
    instance.http.delete("/_local/faults")


def _send(running: Running, to: str, *, read_timeout: float = 30) -> str:
    message = EmailMessage()
    message["From"] = "RH <recrutement@vivier.example>"
    message["To"] = to
    message["Subject"] = "Été : votre candidature"
    message["X-Step"] = "step-1"
    message.set_content("Bonjour")
    message.add_alternative('<p>Bonjour <img src="cid:logo"></p>', subtype="html")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="offre d’emploi.pdf")
    answer = running.aws("sesv2", read_timeout=read_timeout).send_email(
        FromEmailAddress="recrutement@vivier.example",
        Destination={"ToAddresses": [to]},
        Content={"Raw": {"Data": message.as_bytes()}},
        ConfigurationSetName=running.outputs["MailSetName"],
        EmailTags=[{"Name": "step", "Value": "one"}],
    )
    sent: str = answer["MessageId"]
    return sent


def _listed(running: Running, to: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = running.http.get("/mailbox/api/messages", params={"to": to}).json()["messages"]
    return found


def _events(running: Running, message: str) -> dict[str, Any]:
    """What a rule on `aws.ses` was given, by kind."""
    found = running.table.query(
        TableName=running.outputs["SeenName"],
        KeyConditionExpression="pk = :ses AND begins_with(sk, :message)",
        ExpressionAttributeValues={":ses": {"S": "ses"}, ":message": {"S": message}},
    )
    return {item["sk"]["S"].split()[1]: json.loads(item["body"]["S"]) for item in found["Items"]}


def test_a_mail_is_shown_whole(instance: Running) -> None:
    sent = _send(instance, "jane@example.org")

    shown = instance.http.get(f"/mailbox/api/messages/{sent}").json()
    html = instance.http.get(f"/mailbox/api/messages/{sent}/html")
    attachment = instance.http.get(f"/mailbox/api/messages/{sent}/attachments/0")

    assert shown["subject"] == "Été : votre candidature"
    assert shown["to"] == ["jane@example.org"]
    assert ["X-Step", "step-1"] in shown["headers"]
    assert shown["text"] == "Bonjour\n"
    assert shown["attachments"] == [{"name": "offre d’emploi.pdf", "media_type": "application/pdf", "size": 8}]
    assert "<p>Bonjour" in html.text
    assert html.headers["content-security-policy"].startswith("sandbox allow-popups")
    assert attachment.content == b"%PDF-1.4"
    assert attachment.headers["content-disposition"].startswith("attachment;")


@pytest.mark.parametrize(
    ("local", "kinds"),
    [
        ("jane", {"Send", "Delivery"}),
        ("bounce+7", {"Send", "Bounce"}),
        ("suppressionlist", {"Send", "Bounce"}),
        ("ooto", {"Send", "Delivery", "Bounce"}),
        ("complaint", {"Send", "Delivery", "Complaint"}),
    ],
)
def test_the_events_of_an_address_follow_as_ses_gives_them(instance: Running, local: str, kinds: set[str]) -> None:
    sent = _send(instance, f"{local}@example.org")

    events = eventually(lambda: found if set(found := _events(instance, sent)) == kinds else None)

    said = events["Send"]
    assert (said["source"], said["detail-type"]) == ("aws.ses", "Email Sent")
    assert said["detail"]["mail"]["messageId"] == sent
    assert said["detail"]["mail"]["tags"] == {"ses:configuration-set": ["vivier-local"], "step": ["one"]}


def test_events_can_be_held_back(instance: Running) -> None:
    instance.http.put("/_local/faults", json={"events": {"delay_seconds": 0, "drop": ["Send"]}})

    sent = _send(instance, "held@example.org")
    events = eventually(lambda: _events(instance, sent))

    assert set(events) == {"Delivery"}


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        ("throttle", "TooManyRequestsException"),
        ("reject", "MessageRejected"),
        ("unavailable", "ServiceUnavailable"),
    ],
)
def test_a_refusal_on_demand_sends_nothing_and_comes_once(instance: Running, failure: str, code: str) -> None:
    to = f"{failure}@example.org"
    instance.http.put("/_local/faults", json={"faults": [{"failure": failure}]})

    with pytest.raises(ClientError) as refused:
        _send(instance, to)
    nothing = _listed(instance, to)
    _send(instance, to)

    assert refused.value.response["Error"]["Code"] == code
    assert nothing == []
    assert len(_listed(instance, to)) == 1


def test_a_timeout_on_demand_comes_after_the_mail_went_out(instance: Running) -> None:
    instance.http.put("/_local/faults", json={"faults": [{"failure": "timeout", "seconds": 3}]})

    with pytest.raises(ReadTimeoutError):
        _send(instance, "unknown@example.org", read_timeout=1)

    assert len(_listed(instance, "unknown@example.org")) == 1


def test_mails_and_events_that_were_still_to_come_survive_a_kill(tmp_path: Path) -> None:
    running = Running(tmp_path)
    running.http.put("/_local/faults", json={"events": {"delay_seconds": 60}})
    sent = _send(running, "kept@example.org")
    running.kill()

    survivor = Running(tmp_path)
    events = eventually(lambda: found if len(found := _events(survivor, sent)) == 2 else None)
    listed = _listed(survivor, "kept@example.org")
    survivor.stop()

    assert set(events) == {"Send", "Delivery"}
    assert [mail["id"] for mail in listed] == [sent]
