"""The guided deployment: what it asks, and that it refuses before it touches anything."""

import boto3
import pytest
from moto import mock_aws

from vivier.gateways.senders import Identity
from vivier_packager import aws
from vivier_packager.cost import estimate


def test_a_wrong_answer_is_asked_again_and_an_empty_one_keeps_what_was_known(
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = iter(["", "Prod!", "prod", "", "", "hr", "hr@example.com", "", ""])
    asked: list[str] = []

    def read(question: str) -> str:
        asked.append(question)
        return next(given)

    answers = aws.ask({"region": "eu-west-1"}, read)

    assert (answers.region, answers.stage, answers.mail_from) == ("eu-west-1", "prod", "hr@example.com")
    assert len(asked) == len(aws.QUESTIONS) + 2
    assert "should match" in capsys.readouterr().out


def test_without_credentials_nothing_is_asked_and_nothing_is_changed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE", "AWS_ENDPOINT_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/dev/null")
    monkeypatch.setenv("AWS_CONFIG_FILE", "/dev/null")

    assert aws.main([]) == 2

    assert "No usable AWS credentials" in capsys.readouterr().err


def test_the_estimate_says_that_it_is_one() -> None:
    assert "an estimate" in estimate()


KNOWN = Identity(
    domain="example.com",
    dkim="PENDING",
    tokens=["aaa", "bbb", "ccc"],
    zone="dkim.eu-west-3.amazonses.com",
    mail_from="bounces.example.com",
    mail_from_state="SUCCESS",
    region="eu-west-3",
)


def test_what_remains_to_be_clicked_names_the_domain() -> None:
    answers = aws.Answers(mail_from="hr@example.com", domain="people.example.com")

    said = aws.what_remains(answers, {"WebUrl": "https://people.example.com"}, KNOWN)

    assert "DNS of example.com" in said
    assert "sandbox" in said
    assert "CNAME of people.example.com" in said
    assert "inbound-smtp" not in said
    assert "SES › Identities" not in said
    assert [line[:5] for line in said.splitlines() if line[:5].strip(" .").isdigit()] == [
        f"  {n}. " for n in range(1, 5)
    ]


def test_every_record_of_the_sender_is_said_with_what_ses_sees_of_it() -> None:
    answers = aws.Answers(mail_from="hr@example.com", mail_domain="reply.example.com", alarm_address="it@example.com")

    found = [(r.type, r.name, r.value, r.state) for r in aws.dns(answers, KNOWN)]

    zone = "dkim.eu-west-3.amazonses.com"
    assert found == [
        *(("CNAME", f"{t}._domainkey.example.com", f"{t}.{zone}", "missing") for t in ("aaa", "bbb", "ccc")),
        ("MX", "bounces.example.com", "10 feedback-smtp.eu-west-3.amazonses.com", "set"),
        ("TXT", "bounces.example.com", "v=spf1 include:amazonses.com ~all", "set"),
        ("TXT", "_dmarc.example.com", "v=DMARC1; p=none; rua=mailto:it@example.com", "unseen"),
        ("MX", "reply.example.com", "10 inbound-smtp.eu-west-3.amazonaws.com", "unseen"),
    ]
    assert all(value in aws.what_remains(answers, {}, KNOWN) for _, _, value, _ in found)


def test_a_domain_that_ses_does_not_know_is_to_be_made() -> None:
    said = aws.what_remains(aws.Answers(mail_from="hr@example.com"), {})

    assert "SES › Identities: create example.com" in said


@pytest.mark.parametrize(("below", "apart"), [("reply.example.com", False), ("reply.example.org", True)])
def test_receiving_mail_takes_a_record_and_a_click(below: str, apart: bool) -> None:
    answers = aws.Answers(mail_from="hr@example.com", mail_domain=below)

    said = aws.what_remains(answers, {}, KNOWN)

    assert f"MX    {below}\n             10 inbound-smtp.eu-west-3.amazonaws.com" in said
    assert "rule set vivier-prod" in said
    assert ("create and verify" in said) is apart


def test_an_identity_that_somebody_made_by_hand_is_left_to_them(environment: pytest.MonkeyPatch) -> None:
    answers = aws.Answers(mail_from="hr@example.com")
    with mock_aws():
        first = aws.sender(answers)
        boto3.client("sesv2", region_name=answers.region).create_email_identity(EmailIdentity="example.com")
        by_hand = aws.sender(answers)

    assert aws.owns_sender(first, made_before=False)
    assert not aws.owns_sender(by_hand, made_before=False)
    assert aws.owns_sender(by_hand, made_before=True)
    assert aws.parameters(answers, "https://x.example", owns_sender=False)["OwnsSender"] == "false"
