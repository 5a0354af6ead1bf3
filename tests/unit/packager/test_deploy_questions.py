"""The guided deployment: what it asks, and that it refuses before it touches anything."""

import pytest

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


def test_what_remains_to_be_clicked_names_the_domain() -> None:
    answers = aws.Answers(mail_from="hr@example.com", domain="people.example.com")

    said = aws.what_remains(answers, {"WebUrl": "https://people.example.com"})

    assert "verify example.com" in said
    assert "sandbox" in said
    assert "CNAME of people.example.com" in said
    assert "MX" not in said


def test_receiving_mail_takes_a_record_and_a_click() -> None:
    answers = aws.Answers(mail_from="hr@example.com", mail_domain="reply.example.com")

    said = aws.what_remains(answers, {})

    assert "MX record of reply.example.com to 10 inbound-smtp.eu-west-3.amazonaws.com" in said
    assert "rule set vivier-prod" in said
