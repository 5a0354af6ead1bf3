"""What programs leave in a plain text: tags, GroupWise's arrows, lines that were broken again."""

from tests import mails

from vivier.mail.inbound import reading, replies
from vivier.mail.inbound.model import Severity


def test_a_telephone_that_writes_tags_into_its_text_quotes_below_them() -> None:
    text = (
        "Oui, jeudi me va.\n\n<div>-------- Message d'origine --------</div><div>De : Zoé <zoe@halage.example> </div>"
        "<div>Date : 24/11/2026  09:48  (GMT+01:00) </div><div>À : ines@example.org </div>\n</div>Jeudi, 10 h ?"
    )
    assert replies.split(text).reply == "Oui, jeudi me va."


def test_groupwise_quotes_under_arrows_on_both_sides() -> None:
    text = "Thursday is fine.\n\nAnn\n\n>>> Zoe Roy <zoe@halage.example> 24/11/2026 21:02 >>>\n\nThursday at ten?"
    split = replies.split(text)

    assert (split.reply, split.quoted[:7]) == ("Thursday is fine.\n\nAnn", ">>> Zoe")


def test_a_quote_that_was_broken_again_is_one_quote() -> None:
    text = (
        "Yes.\n\nOn 24/11/2026 16:31, Zoe wrote:\n\n> We would like to meet you and the whole team in\nthe new office "
        "on Thursday.\n> Please bring the papers that we had asked\nfor in our first letter.\n\n> Zoe"
    )
    assert replies.split(text).reply == "Yes."


def test_a_day_and_an_hour_alone_over_a_marked_quote_introduce_it() -> None:
    text = "Thursday is fine.\n\nOn Tue, 24 Nov 2026 12:30:19 +0100\n\n> Thursday at ten?\n"

    assert replies.split(text).reply == "Thursday is fine."


def test_a_short_date_over_a_marked_quote_introduces_it_too() -> None:
    assert replies.split("Thursday.\n\n+++ Zoe [24/11/26 10:02 +0100]:\n> When?\n").reply == "Thursday."


def test_answers_under_each_point_of_a_quote_stay() -> None:
    text = "Hello,\n\nOn 24/11/2026 16:31, Zoe wrote:\n\n> Salary\n45k\n> Notice period\nThree months\n> Zoe"

    assert "Three months" in replies.split(text).reply


def test_a_signature_ends_where_a_quote_begins() -> None:
    text = "Yes, Thursday.\n\n-- \nAnn Lee\n06 00 00 00 00\n\n> From: Zoe\n> Thursday?\n\n-- \nZoe"
    split = replies.split(text)

    assert (split.reply, split.signature) == ("Yes, Thursday.", "--\nAnn Lee\n06 00 00 00 00")
    assert split.quoted.startswith("> From: Zoe")


def told(words: str) -> list[tuple[str | None, Severity]]:
    raw = mails.raw(words, From="MAILER-DAEMON@mx.example", Subject="Undelivered mail")
    return [(f.address, f.severity) for f in reading.read(raw).failures]


def test_when_a_mail_was_received_is_not_where_its_copy_begins() -> None:
    words = (
        "This is a delivery status notification.\n\nIt comes from mx.example.\n\nThe original message was received on "
        "Thursday.\n\nUNDELIVERABLE MAIL\n\nYour message to the following recipients cannot be delivered:\n\n"
        "<ines@example.org>:\n    <<< 550 User unknown.\n"
    )
    assert told(words) == [("ines@example.org", Severity.hard)]


def test_what_gives_no_reason_does_not_say_that_nobody_is_there() -> None:
    words = "An error occurred while trying to deliver the mail to the following recipients:\nines@example.org\n"

    assert told(words) == [("ines@example.org", Severity.soft)]
