"""Pages for whoever holds a link in a mail: HTML and a few forms, one style, no script, nothing from elsewhere."""

import base64
import hashlib
from datetime import datetime
from html import escape
from typing import NamedTuple
from zoneinfo import ZoneInfo

from vivier.casework.unasked import QUIET, Preferences
from vivier.kernel.actor import Language
from vivier.mail import wording
from vivier.people import sources

PARIS = ZoneInfo("Europe/Paris")
STYLE = """
:root{color-scheme:light dark;--s:#fff;--l:#e7e5df;--i:#1a1f20;--q:#474e4f;--a:#0b5d6b;--f:#0b5d6b;--k:#f1f0ec}
@media(prefers-color-scheme:dark){
:root{--s:#171b1c;--l:#2a3031;--i:#ecece8;--q:#b7bdbb;--a:#6cc4d0;--f:#137b8e;--k:#0d1011}}
*{box-sizing:border-box}
body{margin:0;background:var(--s);color:var(--i);font:400 16px/24px system-ui,sans-serif}
header{display:flex;justify-content:space-between;align-items:center;gap:16px;min-height:60px;padding:8px 20px;
border-bottom:1px solid var(--l)}
header strong{overflow-wrap:anywhere}
header a{padding:10px 0}
main{max-width:36rem;margin:0 auto;padding:24px 20px 64px}
h1{font-size:26px;line-height:32px;font-weight:600;margin:8px 0 12px}
h2{font-size:18px;line-height:26px;margin:36px 0 8px}
p{margin:0 0 12px}
.q{color:var(--q)}
.state{background:var(--k);border-radius:10px;padding:14px 16px;margin:16px 0}
form{margin:0 0 12px}
button,select{font:inherit;min-height:44px;border-radius:8px;background:var(--s);color:var(--a)}
button{padding:8px 18px;border:1px solid var(--a);cursor:pointer}
button.do{background:var(--f);border-color:var(--f);color:#fff}
select{padding:8px;border:1px solid var(--q);color:var(--i)}
button:focus-visible,a:focus-visible,select:focus-visible{outline:3px solid var(--a);outline-offset:2px}
a{color:var(--a)}
.row{display:flex;flex-wrap:wrap;gap:12px;align-items:center}
"""
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


class _Words(NamedTuple):
    title: str
    other: str
    address: str
    applied: str
    found: str
    from_source: str
    why: str
    gets: str
    quiet_until: str
    stopped: str
    unclear: str
    speaks: dict[Language, str]
    leave: str
    leave_words: str
    leave_button: str
    quiet: str
    quiet_words: str
    quiet_for: str
    quiet_button: str
    months: dict[int, str]
    back: str
    back_button: str
    language: str
    language_words: str
    languages: dict[Language, str]
    language_button: str
    owed: str
    rights: str
    nothing: str
    nothing_words: str
    cut: str
    cut_words: str


WORDS: dict[Language, _Words] = {
    "fr": _Words(
        title="Les messages que vous recevez",
        other="English",
        address="Adresse : {address}",
        applied="Vous avez postulé chez {organisation}. Nous gardons ce lien depuis le {since}.",
        found="{organisation} a trouvé votre profil{source} le {since} et reste en lien pour vous proposer des postes.",
        from_source=" ({source})",
        why="Pourquoi vous recevez ces messages",
        gets="Vous recevez de temps en temps des messages que vous n’avez pas demandés.",
        quiet_until="Vous ne recevez rien jusqu’au {until}.",
        stopped="C’est noté : nous ne vous écrivons plus sans que vous l’ayez demandé.",
        unclear="Ce choix n’existe pas, et rien n’a changé. Choisissez ci-dessous.",
        speaks={
            "fr": "C’est noté : nous vous écrivons en français.",
            "en": "C’est noté : nous vous écrivons en anglais.",
        },
        leave="Ne plus rien recevoir",
        leave_words="Cela s’applique tout de suite, à tous ces messages.",
        leave_button="Ne plus m’écrire",
        quiet="Faire une pause",
        quiet_words="Rien pendant ce temps, puis de nouveau.",
        quiet_for="Durée de la pause",
        quiet_button="Faire une pause",
        months={30: "1 mois", 90: "3 mois", 180: "6 mois"},
        back="Recevoir de nouveau ces messages",
        back_button="M’écrire de nouveau",
        language="Langue",
        language_words="Nous vous écrivons en :",
        languages={"fr": "français", "en": "anglais"},
        language_button="Enregistrer",
        owed="Les réponses à vos candidatures et à vos questions vous parviennent toujours.",
        rights="Pour voir, corriger ou effacer ce que nous savons de vous : {contact}",
        nothing="Ce lien ne fonctionne pas, ou plus",
        nothing_words="Répondez au message que vous avez reçu pour ne plus recevoir les suivants.",
        cut="Ce lien est incomplet",
        cut_words="Sa fin manque : votre messagerie l’a peut-être écrit sur deux lignes. Ouvrez-le dans le message "
        "même, ou copiez-le jusqu’à son dernier caractère. Rien n’a changé.",
    ),
    "en": _Words(
        title="The messages that you get",
        other="Français",
        address="Address: {address}",
        applied="You applied to {organisation}. We have kept this relation since {since}.",
        found="{organisation} found your profile{source} on {since}, and keeps this relation to suggest jobs to you.",
        from_source=" ({source})",
        why="Why you get these messages",
        gets="Now and then you get messages that you did not ask for.",
        quiet_until="You get nothing until {until}.",
        stopped="Noted: we do not write to you any more unless you ask.",
        unclear="There is no such choice, and nothing has changed. Choose below.",
        speaks={"fr": "Noted: we write to you in French.", "en": "Noted: we write to you in English."},
        leave="Stop everything",
        leave_words="It applies at once, to all of these messages.",
        leave_button="Stop writing to me",
        quiet="Pause",
        quiet_words="Nothing during that time, then again.",
        quiet_for="Length of the pause",
        quiet_button="Pause",
        months={30: "1 month", 90: "3 months", 180: "6 months"},
        back="Get these messages again",
        back_button="Write to me again",
        language="Language",
        language_words="We write to you in:",
        languages={"fr": "French", "en": "English"},
        language_button="Save",
        owed="Answers to your applications and questions reach you in any case.",
        rights="To see, correct or erase what we know of you: {contact}",
        nothing="This link does not work, or not any more",
        nothing_words="Answer the message that you got, and you will not get further ones.",
        cut="This link is incomplete",
        cut_words="Its end is missing: your mail program may have put it on two lines. Open it in the message itself, "
        "or copy it up to its last character. Nothing has changed.",
    ),
}


def preferences(
    held: Preferences, language: Language, now: datetime, *, unclear: bool = False, spoken: bool = False
) -> str:
    """What one person gets, and what they may choose. `unclear`: what they chose is nothing that is offered; `spoken`:
    they have just chosen the language that they are written to in.
    """
    words = WORDS[language]
    state = held.state
    quiet = state.until if state.until and state.until > now and not state.stops else None
    said = (
        words.stopped if state.stops else words.quiet_until.format(until=_day(quiet, language)) if quiet else words.gets
    )
    relation = words.applied if held.relation == "applied" else words.found
    source = words.from_source.format(source=escape(sources.said(held.source, language))) if held.source else ""
    facts = {"organisation": escape(held.organisation), "since": _day(held.since, language), "source": source}
    parts = [
        f"<h1>{words.title}</h1>",
        f'<p class="q">{words.address.format(address=escape(held.address))}</p>',
        f'<p class="state" role="alert">{words.unclear}</p>' if unclear else "",
        f'<p class="state" role="status">{words.speaks[held.language]}</p>' if spoken else "",
        f'<p class="state" role="status">{said}</p>',
    ]
    if state.stops or quiet:
        parts.append(_section(words.back, _button("back", words.back_button, language, main=True)))
    if not state.stops:
        parts.append(
            _section(
                words.leave,
                f"<p>{words.leave_words}</p>" + _button("leave", words.leave_button, language, main=not quiet),
            )
        )
    if not state.stops and not quiet:
        parts.append(_section(words.quiet, f"<p>{words.quiet_words}</p>" + _pause(words, language)))
    parts += [
        _section(words.language, _speak(words, held.language, language)),
        _section(words.why, f"<p>{relation.format_map(facts)}</p><p>{words.owed}</p>"),
        f'<p class="q">{words.rights.format(contact=_written_to(held.privacy_contact))}</p>',
    ]
    organisation = escape(held.organisation)
    return _whole(language, words.title, organisation, _switch(words, language), "".join(parts))


def nothing(language: Language, *, cut: bool = False) -> str:
    """The one page of every link that opens nothing, whatever the reason; `cut`: it lacks its end, as anybody sees."""
    words = WORDS[language]
    title = words.cut if cut else words.nothing
    said = f"<p>{words.cut_words}</p>" if cut else ""
    return _whole(language, title, "", _switch(words, language), f"<h1>{title}</h1>{said}<p>{words.nothing_words}</p>")


def _switch(words: _Words, language: Language) -> str:
    other: Language = "en" if language == "fr" else "fr"
    return f'<nav><a href="?in={other}" lang="{other}">{words.other}</a></nav>'


def _whole(language: Language, title: str, organisation: str, aside: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f'<link rel="icon" href="/mark.svg" type="image/svg+xml"><title>{title}</title><style>{STYLE}</style></head>'
        f"<body><header><strong>{organisation}</strong>{aside}</header><main>{body}</main></body></html>"
    )


def _written_to(address: str) -> str:
    said = escape(address)
    return f'<a href="mailto:{said}">{said}</a>'


def _section(title: str, body: str) -> str:
    return f"<section><h2>{title}</h2>{body}</section>"


def _button(act: str, label: str, language: Language, *, main: bool) -> str:
    look = ' class="do"' if main else ""
    return f'<form method="post">{_hidden(act, language)}<button{look}>{label}</button></form>'


def _pause(words: _Words, language: Language) -> str:
    options = "".join(f'<option value="{days}">{words.months[days]}</option>' for days in QUIET)
    return (
        f'<form method="post" class="row">{_hidden("quiet", language)}'
        f'<select name="days" aria-label="{words.quiet_for}">{options}</select>'
        f"<button>{words.quiet_button}</button></form>"
    )


def _speak(words: _Words, spoken: Language, language: Language) -> str:
    options = "".join(
        f'<option value="{code}"{" selected" if code == spoken else ""}>{name}</option>'
        for code, name in words.languages.items()
    )
    return (
        f'<form method="post" class="row">{_hidden("speak", language)}'
        f'<label for="language">{words.language_words}</label>'
        f'<select name="language" id="language">{options}</select><button>{words.language_button}</button></form>'
    )


def _hidden(act: str, language: Language) -> str:
    return f'<input type="hidden" name="act" value="{act}"><input type="hidden" name="in" value="{language}">'


def _day(at: datetime, language: Language) -> str:
    return wording.dated(at.astimezone(PARIS), language)
