"""Mails to people outside whom a colleague shows something: the product's own text around that colleague's words."""

import html
from typing import NamedTuple

from vivier.kernel.actor import Language
from vivier.kernel.settings import settings
from vivier.mail.model import OutsideKey, Rendered
from vivier.mail.templates import one_line, page


class _Text(NamedTuple):
    subject: str
    hello: str
    body: str
    link: str
    until: str
    why: str


TEXTS: dict[OutsideKey, dict[Language, _Text]] = {
    "shortlist": {
        "fr": _Text(
            "{organisation} : des profils pour « {job} »",
            "Bonjour {name},",
            "{by} vous montre {people} pour le poste « {job} ».",
            "Voir les profils",
            "Ce lien est pour vous, jusqu’au {until}. La page porte votre nom : ne la transmettez pas.",
            "Ce message vous est envoyé par {by}, {organisation}. Vous ne l’attendiez pas ? Ignorez-le.",
        ),
        "en": _Text(
            "{organisation}: profiles for “{job}”",
            "Hello {name},",
            "{by} shows you {people} for the job “{job}”.",
            "See the profiles",
            "This link is for you, until {until}. The page bears your name: do not pass it on.",
            "This message was sent to you by {by}, {organisation}. You did not expect it? Ignore it.",
        ),
    },
}


def write(key: OutsideKey, language: Language, fields: dict[str, str], words: str, path: str) -> Rendered:
    """The mail in one language, with what the colleague wrote, as they wrote it. All of it is plain text."""
    text = TEXTS[key][language]
    hello, body, until, why = (part.format_map(fields) for part in (text.hello, text.body, text.until, text.why))
    url = settings().public_url + path
    said = [hello, body, *([words] if words else [])]
    plain = [*said, f"{text.link}{' ' if language == 'fr' else ''}: {url}", until, why]
    rich = [f"<p>{_escaped(part)}</p>" for part in said]
    rich += [
        f'<p><a href="{html.escape(url)}">{html.escape(text.link)}</a></p>',
        f"<p>{_escaped(until)}</p>",
        f"<p><small>{_escaped(why)}</small></p>",
    ]
    subject = one_line(text.subject.format_map(fields))
    return Rendered(subject=subject, text="\n\n".join(plain) + "\n", html=page("\n".join(rich), language))


def _escaped(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
