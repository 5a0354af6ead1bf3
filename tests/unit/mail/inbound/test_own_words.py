"""What people who look for work write, with all that looks like a quote or a signature and is none: it stays.

A word of theirs that is folded away is worse than a signature that stays. The people are invented.
"""

import pytest

from vivier.mail.inbound import replies

WRITTEN = [
    (
        "Bonjour,\n\nMes références :\n\nMarc Olivier\nDirecteur technique, Halage\nmarc@halage.example\n"
        "06 00 00 00 01\n\nJulie Roux\nCheffe de projet\njulie@halage.example\n06 00 00 00 02"
    ),
    (
        "Hello,\n\nHere are two people who know my work.\n\nMark Olivier, CTO\nmark@halage.example\n"
        "+44 7700 900001\n\nJulia Red, lead\njulia@halage.example"
    ),
    (
        "Bonjour,\n\nExpériences\n-----------\n2019 - 2024 : Halage, Lyon\n2015 - 2019 : Péniche, Paris\n\n"
        "Formation\n---------\n2015 : INSA Lyon"
    ),
    "Bonjour,\n\nLe 12 mars 2024, j'ai écrit à votre équipe :\naucune réponse.\n\nInès",
    "Bonjour,\n\nVoici mon trajet\nDe : Lyon\nÀ : Paris\nDate : 24/11/2026 10:00\n\nMerci\nInès",
    (
        "Bonjour,\n\nNom : Farge\nPrénom : Inès\nDate de naissance : 12/03/1990\nMail : ines@example.org\n"
        "Tél : 06 00 00 00 00\n\nCordialement"
    ),
    "Bonjour,\n\nPoste : Ingénieure\nDate : dès que possible\nÀ : Lyon\nSalaire : 45 k€\n\nInès",
    (
        "Dear Camille,\n\nAs you asked:\n\n1. Notice period: three months\n2. Salary: 45,000\n"
        "3. Start: 1 March 2027 at 9:00\n\nAnn"
    ),
    "Bonjour,\n\n----- Questions -----\n\nOù est le bureau ?\n\nInès",
    "Bonjour,\n\nJ'ai deux questions :\n> Où est le bureau ?\n> Quel salaire ?\n\nInès",
    "Hello,\n\n> I like > and < signs.\n\nAnn",
    ("Bonjour,\n\nMerci pour votre message.\n\nMerci,\nInès Farge\nDisponible du lundi au jeudi\n06 00 00 00 00"),
    ("Bonjour,\n\nMerci\n\nPour le salaire, je pense à 45 k€\nPour le lieu, Lyon\nMon site : https://ines.example"),
    "Hello,\n\nThanks\n\nI am free on Monday\nI am free on Tuesday\nPortfolio: https://ann.example",
    "Hello,\n\nBest\n\nOne more thing, my CV is at https://ann.example/cv",
    "Bonjour,\n\nMon profil : https://linkedin.example/in/ines\nMon dépôt : https://git.example/ines",
    "Inès Farge\nIngénieure logiciel\nLyon\nines@example.org\n\nBonjour, je candidate.",
    "Yes.\n\nAnn\n\nP.S. my number is +44 7700 900123",
    "Bonjour,\n\nCi-joint mon CV, envoyé de mon nouveau poste.\n\nInès",
    "Thanks for the message from: Camille\nto: Ann\nabout the job.",
    "Bonjour,\n\nMessage original de ma part : je suis libre jeudi.\n\nInès",
    "Subject: Application\n\nDear Camille,\n\nI apply.\n\nAnn",
    "From what I read:\n\nTo: be an engineer\nDate: now\n\nSounds good.",
    ("Hello,\n\n__________\n\nSection two\n\nI also know Rust and have done a lot of it since 2019.\n\nAnd Go."),
    "Bonjour,\n\n***\n\nPartie deux : je connais Rust.\n\n***\n\nPartie trois.",
    "Bonjour\n\nDisponibilités\n__\nlundi",
    "Mes disponibilités :\n\nDate : lundi 30 novembre\nÀ : 10h00\nDe : Lyon Part-Dieu\n\nInès",
    "Dates:\n\n| Mon | 10 |\n| Tue | 11 |",
    "Here is my number, call any time.\n\nAnn Lee\n+44 7700 900123",
    "On 24 November 2026 I wrote to you about:\n> the job\nand heard nothing.",
    "Le 24 novembre 2026 à 10:00, je serai à Lyon :\n- gare\n- quai",
    "Use this:\n\n    if a > b:\n        x\n\nDone.",
    "Name: Ann\nEmail: ann@example.org\nDate: 24/11/2026\nSubject: Application\n\nHello",
]


@pytest.mark.parametrize("text", WRITTEN)
def test_what_a_person_writes_is_their_reply_whole(text: str) -> None:
    assert replies.split(text).reply == text


def test_a_ps_under_a_signature_is_said_too() -> None:
    text = "Noté pour jeudi.\n\n-- \nInès Farge\n\nPS : mon train arrive à 9 h 40.\n\nHalage SA"

    read = replies.split(text)

    assert read.reply == "Noté pour jeudi.\n\nPS : mon train arrive à 9 h 40."
    assert "Halage SA" in read.signature
