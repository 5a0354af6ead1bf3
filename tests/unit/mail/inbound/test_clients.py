"""Replies as people's mail programs write them, in `tests/replies`.

`@@` begins a mail and names it. `%r`, `%s`, `%q` stand above what is its reply, its signature, what it quotes; a mail
begins with its reply. In `html.txt` all have the same reply.
"""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest
from tests import mails

from vivier.mail.inbound import reading, replies

MAILS = Path(__file__).parents[3] / "replies"
QUOTE = "\n\nLe mar. 24 nov. 2026 à 10:02, Halage <rh@halage.example> a écrit :\n\n> Bonjour\n"


class Case(NamedTuple):
    text: str
    reply: str
    signature: str


def blocks(file: Path) -> Iterator[tuple[str, str]]:
    for block in re.split(r"(?m)^@@ ", file.read_text())[1:]:
        name, _, rest = block.partition("\n")
        yield name, rest


def cases() -> Iterator[tuple[str, Case]]:
    for file in sorted(set(MAILS.glob("*.txt")) - {MAILS / "html.txt"}):
        for name, rest in blocks(file):
            held: dict[str, list[str]] = {"r": [], "s": [], "q": []}
            part, lines = "r", []
            for line in rest.rstrip("\n").split("\n"):
                if mark := re.fullmatch(r"%([rsq]) *", line):
                    part = mark[1]
                else:
                    lines.append(line)
                    held[part].append(line)
            yield f"{file.stem}: {name}", Case("\n".join(lines), "\n".join(held["r"]), "\n".join(held["s"]))


MAIL = dict(cases())


@pytest.mark.parametrize("name", MAIL)
def test_what_a_program_writes_around_a_reply_is_told_from_it(name: str) -> None:
    mail = MAIL[name]

    split = replies.split(mail.text)

    assert bare(split.reply) == bare(mail.reply)
    assert bare(split.signature).strip("-_") == bare(mail.signature).strip("-_")


@pytest.mark.parametrize(("name", "html"), list(blocks(MAILS / "html.txt")))
def test_of_html_alone_too(name: str, html: str) -> None:
    read = reading.read(mails.several([mails.part(html, "text/html; charset=utf-8")]))

    assert bare(read.split.reply) == bare("Bonjour, Je suis libre jeudi. Inès")


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    "footer",
    [
        "Garanti sans virus. www.avast.com <https://www.avast.com/sig-email>", "Virus-free. www.avast.com",
        "L'absence de virus dans ce courrier électronique a été vérifiée par le logiciel antivirus Avast.",
        "Pensez à l'environnement avant d'imprimer ce message", "Avant d'imprimer, pensez à l'environnement.",
        "Le contenu de ce message est confidentiel et destiné à son seul destinataire.",
        "Désolé pour les fautes, envoyé de mon iPhone", "Cet e-mail a été envoyé depuis mon iPhone",
        "Envoyé de mon iPhone\nVeuillez excuser la brièveté de ce message", "Téléchargez BlueMail pour Android",
    ],
)  # fmt: skip
def test_what_programs_and_employers_write_below_is_not_the_reply(footer: str) -> None:
    split = replies.split(f"Oui, d'accord.\n\nInès\n\n{footer}{QUOTE}")

    assert split.reply == "Oui, d'accord.\n\nInès"


ASKED = ["> votre préavis", "> Quand pourriez-vous commencer chez nous ?", "> Bonjour,\n>\n> Le permis ?"]
ANSWERED = ["Trois mois.", "trois mois", "45 k€ brut"]


@pytest.mark.parametrize(("asked", "answered", "blank"), list(product(ASKED, ANSWERED, ["", "\n"])))
def test_an_answer_right_under_a_quoted_question_is_kept(asked: str, answered: str, blank: str) -> None:
    said = f"{asked}\n{blank}{answered}\n{blank}> Le salaire\n{blank}à voir\n"

    reply = replies.split(f"Bonjour,\n\nLe 24/11/2026 à 10:02, Halage a écrit :\n{said}").reply

    assert answered in reply
    assert "à voir" in reply


@pytest.mark.parametrize(
    "said",
    [
        "Envoyé par courrier hier.",
        "Veuillez excuser mon retard.",
        "Développeur mobile pour Android",
        "Sans virus ni fièvre.",
    ],
)
def test_what_only_sounds_like_a_footer_stays(said: str) -> None:
    assert said in replies.split(f"Bonjour,\n\n{said}\n\nInès{QUOTE}").reply
