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
        ("5.0.0", "smtp; 554 Rcpt <a@b.example> does not exist", HARD),
        ("5.0.0", "smtp; 553 sorry, badrcptto (user mail-box not found) (#5.7.1)", HARD),
        (None, "smtp; 551 <a@b.example> somewhere else", HARD),
        ("5.1.1", "smtp; 550 5.1.1 <a@b.example>: inactive email address", HARD),
        (None, 'a@b.example\n    unrouteable mail domain "b.example"', HARD),
        ("5.4.4", "Name service error for name=b.example type=MX: Malformed or unexpected name server reply", HARD),
        (None, "Die Adresse wurde nicht gefunden", HARD),
        (None, "No se encontró la dirección", HARD),
        (None, "L’indirizzo non è stato trovato", HARD),
        (None, "O endereço não foi encontrado", HARD),
        (None, "Votre message n’est pas parvenu, car l’adresse est introuvable", HARD),
        ("5.0.0", "<a@b.example>: host mx.content-policy.example[192.0.2.1] said: 550 user unknown", HARD),
        (
            None,
            "host mx.b.example[192.0.2.1] said: 554 RCPT (a@b.example) dosn't exist (in reply to RCPT TO command)",
            HARD,
        ),
        (None, "550 mailbox a@b.example unavailable (in reply to RCPT TO command)", HARD),
        ("5.0.0", "smtp; 551 <a@b.example> is a deactivated mailbox", SOFT),
        ("5.2.1", "550 5.2.1 The email account that you tried to reach is disabled", SOFT),
        ("5.1.0", "smtp; 5.1.0 - Unknown address error 550-'5.7.1 Access denied'", SOFT),
        (None, "THIS IS A WARNING MESSAGE ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE.", SOFT),
        (None, "552 Das Postfach des Empfängers ist voll", SOFT),
        ("5.0.0", "smtp; 550 Rejected", SOFT),
        (None, "553 sorry, your mail was administratively denied", SOFT),
        (None, "550 Sender domain not found", SOFT),
        (None, "550 user <a@b.example> was not found in the directory", HARD),
        (None, "550 <a@b.example>: does not exist", HARD),
        (None, "Something went wrong", UNKNOWN),
        (None, "550 mailbox is unavailable", HARD),
        ("4.2.0", "450 mailbox is unavailable", SOFT),
        (None, "550 #5.1.0 Address rejected a@b.example", HARD),
        (None, "550 Sorry, I couldn't find a mail box named ann", HARD),
        (None, "Domain b.example has no MX records or is invalid", HARD),
        (
            None,
            "DNS type 'mx' lookup of b.example responded with code NOERROR and had no relevant answers. DNS Error: "
            "DNS type 'mx' lookup had no relevant answers.",
            HARD,
        ),
        ("5.0.0", "smtp; 550 Command RCPT User <a@b.example> not OK", HARD),
        ("5.0.0", "smtp; 550-I'm sorry but a@b.example does not have an account here. I will not relay", HARD),
        ("5.1.0", "smtp; 5.1.0 - Unknown address error 540-'Error: Wrong recipients'", HARD),
        (None, "550 Bad destination email address", HARD),
        ("5.1.3", "553 5.1.3 The recipient address <a@> is not a valid RFC 5321 address.", HARD),
        ("5.0.0", "550 this person does not exist", HARD),
        (None, "Votre message n'a pas été remis. Ann est introuvable à l'adresse b.example.", HARD),
        (None, "Ann wurde unter b.example nicht gefunden.", HARD),
        (None, "550 Kein solcher Benutzer", HARD),
        (None, "550 Użytkownik nie istnieje", HARD),
        (None, "550 Používateľ neexistuje", HARD),
        (None, "550 Användaren finns inte", HARD),
        (None, "550 ukjent mottaker", HARD),
        (None, "550 Requested action not taken: mailbox unavailable. Invalid DNS MX or A/AAAA resource record", SOFT),
        (None, "550 The sending domain does not exist", SOFT),
        (None, "Failed to deliver to a@b.example\n  Messages without To: fields are not accepted here", SOFT),
        (None, "The user does not accept email in non-Western (non-Latin) character sets.", SOFT),
    ],
)
def test_hard_is_what_says_that_the_address_is_not_there(status: str | None, said: str, severity: Severity) -> None:
    assert refusals.severity(status, said) == severity


@pytest.mark.parametrize(
    "said",
    [
        "550 bad mailbox", "550 not a local mailbox", "550 unresolvable address", "550 non existent user",
        "550 <a@b.example> is not a recognised address", "550 recipient not in our directory", "550 wrong address",
        "550 Not found: a@b.example", "550 a@b.example not known", "550 This account is not available",
        "550 person not found", "550 The recipient cannot be verified. Please check all recipients of this message",
        "550 I cannot deliver mail for a@b.example", "550 all recipients are invalid", "Invalid host name",
        "Host found but no data record of requested type", "550 No route to address", "550 The employee has left",
        "550 The address you sent to is not valid", "550 No such list", "550 deleted account", "550 user unkown",
    ],
)  # fmt: skip
def test_the_many_ways_to_say_that_nobody_is_there_are_known(said: str) -> None:
    assert refusals.severity(None, said) == HARD


@pytest.mark.parametrize(
    "said",
    [
        "550 bad sender address", "550 The sender cannot be verified", "550 unable to verify sender",
        "550 Sender unknown",
        "550 Invalid host name in HELO", "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
        "450 unable to verify recipient, try again later", "550 Your domain is unknown", "550 user left no space",
    ],
)  # fmt: skip
def test_what_is_said_of_the_sender_or_for_now_is_not_hard(said: str) -> None:
    assert refusals.severity(None, said) == SOFT


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


def test_a_transcript_says_of_each_recipient_what_was_said_of_it() -> None:
    text = (
        "   ----- Transcript of session follows -----\n... while talking to mx.b.example.:\n"
        "550 5.1.1 <ann@b.example>... User unknown\n552 <bo@b.example>... Mailbox full\n"
    )
    read = reading.read(mails.raw(text, From="MAILER-DAEMON@mx.example", Subject="Returned mail: see transcript"))

    assert [(f.address, f.severity) for f in read.failures] == [("ann@b.example", HARD), ("bo@b.example", SOFT)]


def test_what_an_empty_return_path_says_was_not_delivered_is_a_bounce() -> None:
    text = (
        "Your mail sent on: Tue, 24 Nov 2026\n Could not be delivered to: <ann@b.example>\n As their mailbox is full.\n"
    )
    read = reading.read(mails.raw(text, From="no-reply@b.example", Subject="Mail", Return_Path="<>"))

    assert read.kind == "bounce"
    assert [f.severity for f in read.failures] == [SOFT]


def test_a_bounce_of_html_alone_is_read_by_its_words() -> None:
    html = (
        "<p>Delivery has failed.</p>" + " " * 3_000 + "<p><b>ann@b.example</b></p><p>The recipient was not found.</p>"
    )
    daemon = {"From": "MAILER-DAEMON@mx.example", "Subject": "Undeliverable: x"}
    read = reading.read(mails.several([mails.part(html, "text/html; charset=utf-8")], **daemon))

    assert [(f.address, f.severity) for f in read.failures] == [("ann@b.example", HARD)]


def test_blank_lines_above_the_headers_are_passed_over() -> None:
    read = reading.read(b"    \r\n\r\n" + mails.bounced())

    assert [(f.address, f.severity) for f in read.failures] == [("ines@example.org", HARD)]
