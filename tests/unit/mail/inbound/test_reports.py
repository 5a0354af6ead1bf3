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
        ("5.4.4", "Name service error for name=b.example type=MX: Malformed or unexpected name server reply", SOFT),
        ("5.4.4", "Name service error for name=b.example type=MX: Host not found, try again", SOFT),
        (None, "Name service error for name=b.example type=MX: Host not found, try again", SOFT),
        ("5.1.4", "550 5.1.4 Recipient address rejected: Access denied.", SOFT),
        ("5.1.3", "501 5.1.3 Bad address syntax", HARD),
        (None, "450 <a@b.example>: User unknown in local recipient table", SOFT),
        ("5.7.504", "550 5.7.504 [a@b.example]: Recipient address rejected: Access denied", HARD),
        ("5.2.1", "550 5.2.1 Mailbox unavailable. This server does not accept mails from this sender address", SOFT),
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
        "550 ADDRESS_NOT_FOUND", "550 Invalid-Recipient", "550 recipient unrecognized", "550 5.7.1 Email doesn't exist",
        "550 The addresses you entered could not be found", "550 does not exist", "550 a@b.example not known here",
        "550 unrecognized recipient", "550 unavailable mailbox", "550 missing or malformed local part",
        "550 no such id", "550 no one with that address", "550 not a registered gateway user",
        "550 E-mail address is not handled by this system", "No MX for b.example", "550 no longer an employee",
        "550 The address you sent to is not valid", "550 No such list", "550 deleted account", "550 user unkown",
    ],
)  # fmt: skip
def test_the_many_ways_to_say_that_nobody_is_there_are_known(said: str) -> None:
    assert refusals.severity(None, said) == HARD


@pytest.mark.parametrize(
    "who", ["user", "mailbox", "recipient", "rcpt", "local part", "address", "account", "mail drop", "adressee"]
)
def test_each_word_for_an_address_goes_with_each_word_for_nobody(who: str) -> None:
    behind = ["not valid", "not known", "not here", "not found", "does not exist", "invalid", "illegal", "unavailable"]
    said = [f"550 {who} {what}" for what in behind] + [f"550 {who} a@b.example {what}" for what in behind]
    said += [f"550 {what} {who}" for what in ("No such", "bad", "invalid", "unknown", "illegal", "unavailable")]

    assert [s for s in said if refusals.severity(None, s) != HARD] == []
    assert refusals.severity(None, f"550 Too many invalid {who}s") == SOFT


@pytest.mark.parametrize(
    "said",
    [
        "550 bad sender address", "550 The sender cannot be verified", "550 unable to verify sender",
        "550 Sender unknown", "550 5.2.0 <rh@halage.example> From: Domain is invalid", "550 user unavailable for now",
        "554 Service currently unavailable Addressed To: a@b.example",
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


@pytest.mark.parametrize(
    "said",
    [
        "550 Destinataire inconnu", "550 Boite aux lettres inexistante", "550 le domaine n'existe pas",
        "550 Empfaenger unbekannt", "550 kein Postfach mit diesem Namen", "550 Domain existiert nicht",
        "550 Usuario inexistente", "550 Buzón inexistente", "550 Nessun utente", "550 destin. Sconosciuto",
        "550 domínio não encontrado", "550 Onbekende gebruiker", "550 Nie ma takiego konta",
        "550 нет такого пользователя", "550 Почтовый ящик не существует", "550 宛先のメールアドレスは存在しません",
        "550 收件人不存在", "550 사용자가 존재하지 않습니다", "550 Kullanıcı bulunamadı",
        "550 Prejemnik ne obstaja", "550 Ismeretlen címzett", "550 utilizator necunoscut", "550 Tuntematon käyttäjä",
        "550 Adressaati ei leitud", "550 ο χρήστης δεν υπάρχει",
    ],
)  # fmt: skip
def test_servers_say_in_their_own_languages_that_nobody_is_there(said: str) -> None:
    assert refusals.severity(None, said) == HARD


@pytest.mark.parametrize(
    "said",
    [
        "550 adresse expéditeur inconnue", "550 Absender unbekannt", "550 El dominio del remitente no existe",
        "550 mittente sconosciuto", "550 отправитель не найден", "550 发件人不存在", "550 nadawca nie istnieje",
        "550 La boîte est pleine", "550 quota dépassé", "550 Postfach ist überfüllt", "550 邮箱已满",
        "550 ящик переполнен",
        "550 Adresse IP invalide", "550-Verification failed for <rh@halage.example> 550-No Such User Here",
        "550 recipient not accepted. (BATV: no tag)", "550 due to a full mailbox",
        "550 SPF record does not exist", "550 The file does not exist",
        "553 http://www.spamhaus.example/query/bl?ip=192.0.2.1",
    ],
)  # fmt: skip
def test_in_any_language_a_sender_or_a_full_box_says_nothing_of_the_address(said: str) -> None:
    assert refusals.severity(None, said) == SOFT


def test_from_whom_an_address_was_made_is_no_reason() -> None:
    said = "ann@b.example (generated from info@b.example) Address unknown"

    assert refusals.severity(None, said) == HARD


def test_where_a_mail_came_from_is_not_who_sent_it() -> None:
    assert refusals.severity(None, "SMTP error from remote server: 550 unknown user") == HARD


def test_the_version_of_a_program_is_no_code() -> None:
    assert refusals.code_in("Mailman 2.0.12 said 550 5.1.1 nobody") == "5.1.1"


def reported_of(fields: str, text: str = "Your message could not be delivered.") -> bytes:
    report = f"Reporting-MTA: dns; mx.b.example\n\n{fields}"
    return mails.several(
        [mails.part(text, "text/plain"), mails.part(report, "message/delivery-status")],
        subtype="report; report-type=delivery-status",
        From="MAILER-DAEMON@mx.b.example",
        Subject="Undeliverable",
    )


def test_whom_we_wrote_to_is_named_where_a_server_names_no_mailbox_of_the_internet() -> None:
    fields = (
        "Original-Recipient: rfc822; ann@b.example\nFinal-Recipient: x400; /S=ann/OU=b/ADMD= /C=GB/\n"
        "Action: failed\nStatus: 5.1.1\n\n"
        "Original-Recipient: rfc822; bo@b.example\nFinal-Recipient: rfc822; 35065@lmtp-daemon\n"
        "Action: failed\nStatus: 5.2.2\n"
    )

    failures = reading.read(reported_of(fields)).failures

    assert [(f.address, f.severity) for f in failures] == [("ann@b.example", HARD), ("bo@b.example", SOFT)]


@pytest.mark.parametrize("said", ["X-Unix; 127", "smtp; Connection frequency bounded by us"])
def test_a_reason_that_is_not_understood_is_no_hard_one(said: str) -> None:
    fields = f"Final-Recipient: rfc822; ann@b.example\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: {said}\n"

    assert [f.severity for f in reading.read(reported_of(fields)).failures] == [SOFT]


@pytest.mark.parametrize(
    "text",
    [
        "The following address(es) failed:\n\n  ann@b.example\n    ann@b.example is a closed list of ours\n",
        "The following error was given:\n\n  we do not like what you write\n",
        "The following address(es) failed:\n\n  ann@b.example\n\n------ This is a copy of the message ------\n",
    ],
)
def test_nor_is_one_that_is_not_given(text: str) -> None:
    read = reading.read(mails.raw(text, From="MAILER-DAEMON@mx.b.example", Subject="Mail delivery failed"))

    assert [f.severity for f in read.failures] == [SOFT]


def test_who_was_not_reached_is_not_whom_the_mail_was_written_to() -> None:
    text = (
        "Your message\n\n  To: list@halage.example\n  Subject: x\n\ndid not reach the following recipient(s):\n\n"
        "c=US;a= ;p=B;o=C;dda:SMTP=ann@b.example; on Fri, 4 Oct 2026\n    The recipient name is not recognized\n"
    )
    read = reading.read(mails.raw(text, From="System Administrator <postmaster@b.example>", Subject="Undeliverable: x"))

    assert [(f.address, f.severity) for f in read.failures] == [("ann@b.example", HARD)]


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Delivery failure notification",
            "Your mail could not be delivered to:\n\nann@b.example\n\nIt will be tried again.",
        ),
        ("RE: x : non remis", "Votre message n'a pas pu être délivré à\nann@b.example\n"),
        ("Mail could not be delivered", "The mail could not be delivered.\nReason: too many attempts."),
    ],
)
def test_who_begins_as_a_machine_is_one(subject: str, text: str) -> None:
    read = reading.read(mails.raw(text, From="gateway@b.example", Subject=subject))

    assert read.kind == "bounce"


@pytest.mark.parametrize(
    ("sender", "subject", "text"),
    [
        ("mailer-daemon", "An error", "We had trouble delivering your message. Delivery failed: ann@b.example."),
        ("post_master@b.example", "Re: x", "Error: 550 - no such user here\n\nRCPT TO: ann@b.example"),
    ],
)
def test_a_daemon_is_known_by_its_name_alone(sender: str, subject: str, text: str) -> None:
    assert reading.read(mails.raw(text, From=sender, Subject=subject)).kind == "bounce"


def test_a_mail_of_nobody_that_speaks_of_an_unknown_user_is_no_bounce() -> None:
    read = reading.read(mails.raw("An unknown user asks for help.", From="", Subject="Help"))

    assert read.kind == "fresh"


def test_a_complaint_of_another_form_says_who_complained() -> None:
    headers = {"X-HmXmrOriginalRecipient": "ann@b.example", "Subject": "complaint about message from 192.0.2.1"}
    read = reading.read(mails.raw("", From="staff@b.example", **headers))

    assert [f.address for f in read.failures] == ["ann@b.example"]
