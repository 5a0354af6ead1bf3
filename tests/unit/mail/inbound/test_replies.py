"""What this person wrote now, apart from what they answer to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import mails

from vivier.mail.inbound import replies

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


def test_a_mail_that_is_only_forwarded_is_shown_whole() -> None:
    text = "---------- Forwarded message ---------\nFrom: A <a@x.example>\nDate: Tue, 24 Nov 2026\nSubject: CV\n\nMy CV"

    assert replies.split(text).reply == text


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
