"""What this person wrote now, apart from what they answer to."""

import re
import sys
import time
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import mails

from vivier.mail.inbound import attributions, footers, notices, quoting, reading, refusals, replies, reports, signatures
from vivier.mail.inbound.model import Split

NOW = "Now\n-----\nA scheduler,\na compiler,\na parser,\na linker."
BEFORE = "Before\n-----\nA shop.\nA school.\nA farm.\nA mill."
TALKS = {
    "gmail in French": (mails.GMAIL_FR, "Bonjour,\n\nJeudi à 14 h me convient.\n\nBien à vous,\nInès Farge"),
    "outlook in French": (mails.OUTLOOK_FR, "Bonjour Camille,\n\nVoici mon CV.\n\nCordialement,\nPaul Écluse"),
    "a telephone": (mails.IPHONE_EN, "Thursday works for me."),
    "below the quote": (mails.BOTTOM_EN, "Thursday at two.\n\nAnn"),
    "apple in French": (
        "Merci, c’est noté.\n\nEnvoyé de mon iPhone\n\n"
        "> Le 24 nov. 2026 à 10:02, Halage <rh@halage.example> a écrit :\n"
        "> \n> Bonjour\n",
        "Merci, c’est noté.",
    ),
    "outlook for telephones": (
        "D’accord.\n\nTélécharger Outlook pour iOS<https://aka.ms/o0ukef>\n________________________________\n"
        "From: Halage <rh@halage.example>\nSent: Tuesday, November 24, 2026 10:02:11 AM\nTo: Ann\n"
        "Subject: Hello\n\nHi\n",
        "D’accord.",
    ),
    "orange": (
        'Oui.\n\n> Message du 24/11/26 10:02\n> De : "Halage" <rh@halage.example>\n'
        "> A : ines@example.org\n> Objet : x\n>\n> Quand ?\n",
        "Oui.",
    ),
    "original message": ("Yes.\n\n-----Original Message-----\nFrom: Halage\nHello\n", "Yes."),
    "message d’origine": ("Oui.\n\n-----Message d'origine-----\nDe : Halage\nBonjour\n", "Oui."),
    "forwarded with a word": (
        "À voir.\n\n---------- Forwarded message ---------\nDe : A <a@x.example>\n"
        "Date: mar. 24 nov. 2026\nSubject: CV\n\nMon CV\n",
        "À voir.",
    ),
    "German": (
        "Gerne.\n\nAm Di., 24. Nov. 2026 um 10:02 Uhr schrieb Halage <rh@halage.example>:\n\n> Hallo\n",
        "Gerne.",
    ),
    "Thunderbird in a language that has no rule": (
        "Rendben.\n\n-------- Átirányított levél --------\nTárgy: \tJelentkezés\n"
        "Dátum: \tTue, 24 Nov 2026 10:02:11 +0100\nKüldő: \tHalage <rh@halage.example>\n\nJó napot!\n",
        "Rendben.",
    ),
    "Yahoo, its heads in one line": (
        "Vu, merci.\n\n   ----- Message transmis ----- De : Halage <rh@halage.example>À : ines@example.org"
        "Envoyé : mardi 24 novembre 2026, 10:02:11 UTC+1Objet : Entretien\n Bonjour Inès,\n",
        "Vu, merci.",
    ),
    "heads of a mail without a line above": (
        "Tamam.\n\nKimden: Halage <rh@halage.example>\nTarih: Salı, 24 Kasım 2026 10:02\n"
        "Kime: ines@example.org\nKonu: Görüşme\nMerhaba\n",
        "Tamam.",
    ),
    "Zoho": (
        "Yes.\n\n---- On Tue, 24 Nov 2026 10:02:11 +0100 Halage <rh@halage.example> wrote ----\n\nWhen?\n",
        "Yes.",
    ),
    "an attribution in the line of the reply": (
        "Thursday then. On Tue, 24 Nov 2026 at 10:02, Halage <rh@halage.example> wrote:\n> When?\n",
        "Thursday then.",
    ),
    "a date, an address and no verb": (
        "Sim.\n\n2026-11-24 10:02 GMT Halage <rh@halage.example>:\n\n> Quando?\n",
        "Sim.",
    ),
    "facts about oneself": (
        "Nom : Inès Farge\nMail : <ines@example.org>\nNée : le 12/03/1990\nVille : Lyon",
        "Nom : Inès Farge\nMail : <ines@example.org>\nNée : le 12/03/1990\nVille : Lyon",
    ),
    "a sentence like a telephone’s signature": (
        "Here it is.\n\nSent from my desk, which is easier than from my telephone.",
        "Here it is.\n\nSent from my desk, which is easier than from my telephone.",
    ),
    "a quoted line that a program broke": (
        "Bien.\n\nLe 24 nov. 2026 à 10:02, Halage <rh@halage.example> a écrit :\n"
        "> Nous vous proposons un entretien jeudi prochain à quatorze heures dans nos\n"
        "bureaux du quai des Célestins, près de la gare\n> Camille\n",
        "Bien.",
    ),
    "a mark to answer above": ("Oui.\n\n##- Please type your reply above this line -##\n\nQuand ?", "Oui."),
    "the same in French, behind an attribution in the line of the reply": (
        "Oui. Le 24/11/2026 10:02, Halage <rh@halage.example> a écrit : "
        "-- RÉPONDRE AU-DESSUS DE CETTE LIGNE --\nQuand ?",
        "Oui.",
    ),
    "a word for message between dashes, in a language that has no rule": (
        "Bai.\n\n----- Mesaj de la Halage -----\n\nCând?",
        "Bai.",
    ),
    "who passed it on": ("Vu.\n\n----- Forwarded by Halage on 24/11/2026 10:02 -----\n\nQuand ?", "Vu."),
    "a day, an hour and a bare address": (
        "Tak.\nWiadomość napisana przez Halage rh@halage.example w dniu 24.11.2026, o godz. 10:02:\nKiedy?",
        "Tak.",
    ),
    "an address that wrote": ("Yes.\n\nrh@halage.example wrote:\n\nWhen?", "Yes."),
    "a name that wrote, over a marked quote": ("Yes.\n\nCamille Morel wrote:\n> When?\n", "Yes."),
    "marks of direction, which are not seen": (
        "כן.\n\n\u202bב-24 בנוב׳ 2026, בשעה 10:02, \u202aHalage\u202c <\u202arh@halage.example\u202c>:\u202c\n\nמתי?",
        "כן.",
    ),
    "heads whose subject is broken over lines": (
        "Oui.\n\nSubject: Entretien\ndu jeudi 26 novembre,\nà quatorze heures\nDate: Tue, 24 Nov 2026 10:02:11 +0100\n"
        "From: Halage <rh@halage.example>\nTo: ines@example.org\n\nQuand ?",
        "Oui.",
    ),
    "heads in bold, the colon outside": (
        "Oui.\n\n*De* : Halage <rh@halage.example>\n*Envoyé* : mardi 24 novembre 2026 10:02\n"
        "*À* : Inès\n*Objet* : x\n\nQuand ?",
        "Oui.",
    ),
    "two sentences, the first with a day": (
        "On Friday I was in Lyon.\n\nIt went well.\n\n"
        "On Tue, 24 Nov 2026 at 10:02, Halage <rh@halage.example> wrote:\n> x\n",
        "On Friday I was in Lyon.\n\nIt went well.",
    ),
    "a telephone above": ("Sent from my iPhone\n\nYes, Thursday.", "Yes, Thursday."),
    "a name behind a sign": ("Yes, Thursday.\n\n-Ann", "Yes, Thursday."),
    "the last of a list": ("I can come on\n- Monday\n- Tuesday", "I can come on\n- Monday\n- Tuesday"),
    "how one is reached, under a closing formula": (
        "Jeudi me convient.\n\nCordialement,\nInès Farge\nIngénieure\n+33 6 00 00 00 00\nines@example.org",
        "Jeudi me convient.\n\nCordialement,\nInès Farge",
    ),
    "how one is reached, where it was asked": (
        "Voici où me joindre :\n\nInès Farge\n+33 6 00 00 00 00\nines@example.org",
        "Voici où me joindre :\n\nInès Farge\n+33 6 00 00 00 00\nines@example.org",
    ),
    "a formula in two languages": (
        "Oui.\n\nBien cordialement / Best regards,\nInès Farge\nTél. : 06 00 00 00 00",
        "Oui.\n\nBien cordialement / Best regards,\nInès Farge",
    ),
    "a row of dashes over the last lines": ("Yes.\n----------------\nAnn\nt: 06 00 00 00 00", "Yes."),
    "rows of dashes between parts": (
        f"{NOW}\n\n{BEFORE}",
        f"{NOW}\n\n{BEFORE}",
    ),
    "the head of the mail itself above it": (
        "From: ines@example.org\nTo: rh@halage.example\nSubject: Entretien\n\nJeudi.\n\n> Quand ?\n",
        "From: ines@example.org\nTo: rh@halage.example\nSubject: Entretien\n\nJeudi.",
    ),
    "no quote at all": ("Bonjour,\n\nMerci beaucoup.", "Bonjour,\n\nMerci beaucoup."),
    "a signature": ("Merci.\n\n-- \nInès Farge\n06 00 00 00 00", "Merci."),
    "a sentence that begins with on": (
        "On Monday I wrote: I am free at 2 pm.\n\nAnn",
        "On Monday I wrote: I am free at 2 pm.\n\nAnn",
    ),
    "a list of facts": ("Nom : Farge\nVille : Lyon\nDate : lundi", "Nom : Farge\nVille : Lyon\nDate : lundi"),
}


@pytest.mark.parametrize("name", sorted(TALKS))
def test_the_reply_is_found(name: str) -> None:
    text, reply = TALKS[name]

    assert replies.split(text).reply == reply


def test_answers_between_quotes_keep_the_quotes_that_they_answer() -> None:
    text = (
        "Le 24/11/2026 à 10:02, Halage a écrit :\n> Quand commencez-vous ?\n\nEn janvier.\n\n"
        "> Où habitez-vous ?\n\nÀ Lyon.\n"
    )

    assert replies.split(text).reply == ("> Quand commencez-vous ?\n\nEn janvier.\n\n> Où habitez-vous ?\n\nÀ Lyon.")


def test_a_quote_between_two_answers_keeps_who_said_it() -> None:
    text = "Bonjour,\n\nLe 24/11/2026 à 10:02, Halage a écrit :\n> Quand ?\n\nEn janvier.\n\n> Où ?\n\nÀ Lyon.\n"

    assert replies.split(text).reply == text.strip()


def test_words_under_a_quote_that_asked_to_be_answered_above_are_of_that_quote() -> None:
    text = "Yes.\n\nOn Tue, 24 Nov 2026, Halage wrote:\n> -- REPLY ABOVE THIS LINE --\nWhen would you come?\n"

    assert replies.split(text).reply == "Yes."


def test_of_a_mail_that_is_only_forwarded_nothing_is_this_person_s() -> None:
    text = "---------- Forwarded message ---------\nFrom: A <a@x.example>\nDate: Tue, 24 Nov 2026\nSubject: CV\n\nMy CV"

    assert replies.split(text) == Split(reply="", quoted=text)


def words(text: str) -> list[str]:
    return sorted(w for w in text.split() if any(c.isalnum() for c in w))


PIECES = st.sampled_from(
    [
        *(line for text, _ in TALKS.values() for line in text.split("\n")),
        "", "Bonjour", "> cité", ">> deux fois", "--", "____", "| barre", "From: a@b.example", "2026",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40))
def test_every_word_of_a_mail_is_in_one_of_the_three(lines: list[str]) -> None:
    text = "\n".join(lines)

    done = replies.split(text)

    assert words(f"{done.reply}\n{done.signature}\n{done.quoted}") == words(text)


def calls(text: str) -> int:
    """What splitting a text takes: calls made, in Python and out of it. Each looks at a bounded line."""
    made = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        replies.split(text)
    finally:
        sys.setprofile(before)
    return made


HOSTILE = st.sampled_from(
    [
        *(line for text, _ in TALKS.values() for line in text.split("\n")),
        "-" * 200, "> " * 100, "on 2024 " * 60 + "wrote:", "<a@b>" * 90 + ":", "From: " * 80, "1:11 <a@" * 50 + "b>:",
        "On", "wrote:", "a écrit :",
        "X: <a@b.example>", "Y: 2026 10:02", "", " ", "_" * 40, "--", "| ", "Sent from " * 30,
    ]
)  # fmt: skip


@settings(max_examples=60)  # counting is slow, and no clock says whether it is right
@given(st.lists(HOSTILE, min_size=1, max_size=10))
def test_twice_the_lines_take_no_more_than_twice_the_work(lines: list[str]) -> None:
    once = calls("\n".join(lines * 40))
    twice = calls("\n".join(lines * 80))

    assert twice <= 2.2 * once + 200


PATTERNS = [
    pytest.param(pattern, id=f"{module.__name__.rpartition('.')[2]}.{name}")
    for module in (attributions, footers, notices, quoting, refusals, replies, reports, reading, signatures)
    for name, pattern in sorted(vars(module).items())
    if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str)
]
CRUEL = [
    "-",
    "_ ",
    "> ",
    "on 1 ",
    "<a@",
    "a@b.",
    "From: ",
    "1:11 ",
    "user ",
    "adresse ",
    "邮箱",
    "mail ",
    "re:",
    "wrote ",
    "copy of the ",
    "to: x ",
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_no_pattern_is_slow_on_a_line_made_for_it(pattern: re.Pattern[str]) -> None:
    for unit in CRUEL:
        line = (unit * 1_000)[: replies.MOST_LINE]
        began = time.process_time()
        for tail in ("", "x", ":", ">", "-"):
            pattern.match(line + tail)
            pattern.search(line[:500] + " " * 300 + tail)
        assert time.process_time() - began < 1  # seconds where a pattern tries all ways, and milliseconds where not


STARS = "*" * 60
FOOTERS = {
    "between rows of stars": f"{STARS}\nThis message is intended only for the addressee.\n{STARS}\n",
    "under a row with a word": "****DISCLAIMER****\n* Whatever stands here. *",
    "under a row, of a scanner": "_" * 40 + "\nThis email has been scanned for viruses by a gateway.\n",
    "a paragraph in English": "This e-mail and any files are confidential and intended solely\nfor the person named.",
    "a paragraph in French": "Ce message et ses pièces jointes sont confidentiels.\nReçu par erreur, détruisez-le.",
    "a paragraph in German": "Diese E-Mail ist vertraulich. Wer sie irrtümlich erhielt, lösche sie.",
    "a paragraph in Spanish": "Este mensaje es confidencial. Si lo ha recibido por error, bórrelo.",
}


@pytest.mark.parametrize("name", sorted(FOOTERS))
def test_what_a_gateway_writes_under_every_mail_is_no_part_of_the_reply(name: str) -> None:
    footer = FOOTERS[name].strip()

    read = replies.split(f"Yes, Thursday.\n\nAnn\n\n{footer}\n")

    assert read.reply == "Yes, Thursday.\n\nAnn"
    assert read.signature == footer


@pytest.mark.parametrize(
    "text",
    [
        "Dear Camille,\n\nThis message is confidential: my employer does not know that I apply.\n\nAnn",
        f"{STARS}\nThis message is intended only for the addressee.",
        "Hello,\n\nMy projects\n" + "=" * 20 + "\nA scheduler, a compiler.",
        "Bonjour,\n\nCe message pour vous dire que jeudi me convient.\n\nInès",
    ],
)
def test_what_a_person_writes_of_secrets_or_under_a_row_stays_in_the_reply(text: str) -> None:
    assert replies.split(text).reply == text


IN_HTML = {
    "Gmail, in a language that has no rule": (
        '<div dir="ltr">Jah, sobib.</div><br><div class="gmail_quote"><div class="gmail_attr">Kirjutas Halage (T, '
        '24. november 2026):<br></div><blockquote class="gmail_quote">Kas neljapäev sobib?</blockquote></div>',
        "Jah, sobib.",
    ),
    "Yahoo, without a quote": (
        '<div>Bai.</div><div id="ydp1yahoo_quoted_7" class="ydp1yahoo_quoted"><div>Asteartea, Halage:</div>'
        "<div>Ostegunean?</div></div>",
        "Bai.",
    ),
    "Outlook on the web": (
        '<p>Oui.</p><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>De :</b> Halage<br></div>Quand ?',
        "Oui.",
    ),
    "answers between": (
        '<div class="moz-cite-prefix">Halage kirjutas:<br></div><blockquote>Millal?</blockquote><p>Neljapäeval.</p>'
        "<blockquote>Kus?</blockquote><p>Lyonis.</p>",
        "> Millal?\n\nNeljapäeval.\n\n> Kus?\n\nLyonis.",
    ),
    "Outlook, in a language that has no rule": (
        "<p>Bai.</p><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p><b>Nork:</b> "
        "Halage<br><b>Gaia:</b> x</p></div><p>Noiz?</p>",
        "Bai.",
    ),
    "Zimbra": (
        '<p>Oui.</p><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__">Halage</div>x',
        "Oui.",
    ),
    "Outlook on a telephone": (
        '<div>Oui.</div><div class="ms-outlook-mobile-reference-message">Quand ?</div>',
        "Oui.",
    ),
    "only a quote": ('<div class="gmail_quote">Halage:<br>Tere</div>', ""),
}


@pytest.mark.parametrize("name", sorted(IN_HTML))
def test_html_says_by_the_names_of_its_elements_where_a_quote_begins(name: str) -> None:
    html, reply = IN_HTML[name]

    read = reading.read(mails.several([mails.part(html, "text/html; charset=utf-8")]))

    assert read.split.reply == reply
    assert "\x1e" not in read.text


@pytest.mark.parametrize("wrapped", ["Jah,\nneljapäev sobib.", "Jah, *neljapäev*\nsobib.\n"])
def test_the_html_of_a_mail_says_where_the_quote_in_its_text_begins(wrapped: str) -> None:
    html = (
        '<div dir="ltr">Jah, <b>neljapäev</b> sobib.</div><br><div class="gmail_quote"><div class="gmail_attr">'
        "Kirjutas Halage (T, 24. november 2026):<br></div><blockquote>Kas neljapäev sobib?</blockquote></div>"
    )
    text = f"{wrapped}\n\nKirjutas Halage (T, 24. november 2026):\n\nKas neljapäev sobib?\n"

    read = reading.read(mails.several([mails.part(text), mails.part(html, "text/html; charset=utf-8")], "alternative"))

    assert read.split.reply == wrapped.strip()
    assert "\x1e" not in read.text


def test_where_text_and_html_say_different_things_the_text_is_read_alone() -> None:
    html = '<div>Something else.</div><div class="gmail_quote">Halage: Millal?</div>'

    read = reading.read(mails.several([mails.part("Jah.\n\nMillal?"), mails.part(html, "text/html")], "alternative"))

    assert read.split.reply == "Jah.\n\nMillal?"


def test_how_an_answer_between_quotes_begins_is_its_own_words() -> None:
    assert replies.own_words("On 24/11/2026 10:02, Halage wrote:\n> When?\n\nThursday.\n\n> Where?\nAt home.") == (
        "Thursday.\n\nAt home."
    )
    assert replies.own_words("Paul wrote: see below.\n\nFine.") == "Paul wrote: see below.\n\nFine."
    assert replies.own_words("> When?") == "> When?"
