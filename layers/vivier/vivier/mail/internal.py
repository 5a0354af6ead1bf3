"""Mails to one of us: the product's own texts. They go to members, so they check no candidate and have no template.

Each has a subject, some lines before and after what it lists, and one way into the application.
"""

import html
from typing import NamedTuple

from vivier.kernel.actor import Language
from vivier.kernel.settings import settings
from vivier.mail.model import InternalKey, Rendered
from vivier.mail.templates import one_line, page


class Section(NamedTuple):
    """A heading, and lines under it."""

    heading: str
    lines: list[str]


class _Text(NamedTuple):
    subject: str
    body: str
    link: str


TEXTS: dict[InternalKey, dict[Language, _Text]] = {
    "digest": {
        "fr": _Text("Votre journée : {summary}", "Bonjour {name},\n\nVoici ce qui vous attend.", "Ouvrir ma journée"),
        "en": _Text("Your day: {summary}", "Hello {name},\n\nHere is what awaits you.", "Open my day"),
    },
    "mention": {
        "fr": _Text(
            "{by} vous mentionne dans une note",
            "Bonjour {name},\n\n{by} vous mentionne dans une note sur {about} :\n\n{quote}",
            "Lire la note",
        ),
        "en": _Text(
            "{by} mentions you in a note",
            "Hello {name},\n\n{by} mentions you in a note about {about}:\n\n{quote}",
            "Read the note",
        ),
    },
    "invitation": {
        "fr": _Text(
            "{by} vous invite à recruter avec {organisation}",
            "Bonjour {name},\n\n{by} vous invite à rejoindre l’espace de recrutement de {organisation}.\n\n"
            "Le lien sert une fois, pendant sept jours. Vous n’attendiez pas ce message ? Ignorez-le.",
            "Accepter l’invitation",
        ),
        "en": _Text(
            "{by} invites you to recruit with {organisation}",
            "Hello {name},\n\n{by} invites you to join the recruiting workspace of {organisation}.\n\n"
            "The link works once, for seven days. You did not expect this message? Ignore it.",
            "Accept the invitation",
        ),
    },
    "task_assigned": {
        "fr": _Text(
            "{by} vous confie une tâche : {task}",
            "Bonjour {name},\n\n{by} vous confie une tâche : {task}.\n\nÉchéance : {due}.",
            "Ouvrir la tâche",
        ),
        "en": _Text(
            "{by} gives you a task: {task}",
            "Hello {name},\n\n{by} gives you a task: {task}.\n\nDue: {due}.",
            "Open the task",
        ),
    },
    "scorecard_asked": {
        "fr": _Text(
            "{by} vous demande votre grille d’entretien : {about}",
            "Bonjour {name},\n\n{by} vous demande votre grille sur {about}, pour le poste « {job} », "
            "{stage}{until}.\n\n"
            "Vous verrez celles des autres quand vous aurez donné la vôtre.",
            "Donner ma grille",
        ),
        "en": _Text(
            "{by} asks for your scorecard: {about}",
            "Hello {name},\n\n{by} asks for your scorecard on {about}, for the job “{job}”, {stage}{until}.\n\n"
            "You will see the others’ once you have given yours.",
            "Give my scorecard",
        ),
    },
    "task_due": {
        "fr": _Text("À faire maintenant : {task}", "Bonjour {name},\n\n{task}\n\nÉchéance : {due}.", "Ouvrir la tâche"),
        "en": _Text("Due now: {task}", "Hello {name},\n\n{task}\n\nDue: {due}.", "Open the task"),
    },
    "interview_booked": {
        "fr": _Text(
            "Entretien avec {about} : {when}",
            "Bonjour {name},\n\nUn entretien avec {about} est fixé, pour le poste « {job} ».{words}\n\n{facts}",
            "Ouvrir la fiche",
        ),
        "en": _Text(
            "Interview with {about}: {when}",
            "Hello {name},\n\nAn interview with {about} is fixed, for the job “{job}”.{words}\n\n{facts}",
            "Open the record",
        ),
    },
    "interview_moved": {
        "fr": _Text(
            "Entretien modifié, {about} : {when}",
            "Bonjour {name},\n\n{by} a modifié l’entretien avec {about}, pour le poste « {job} ».{words}\n\n{facts}",
            "Ouvrir la fiche",
        ),
        "en": _Text(
            "Interview changed, {about}: {when}",
            "Hello {name},\n\n{by} changed the interview with {about}, for the job “{job}”.{words}\n\n{facts}",
            "Open the record",
        ),
    },
    "interview_called_off": {
        "fr": _Text(
            "Entretien annulé, {about} : {when}",
            "Bonjour {name},\n\nL’entretien avec {about}, pour le poste « {job} », {when}, {fate}. "
            "Votre temps est libre.{words}",
            "Ouvrir la fiche",
        ),
        "en": _Text(
            "Interview cancelled, {about}: {when}",
            "Hello {name},\n\nThe interview with {about}, for the job “{job}”, {when}, {fate}. "
            "Your time is free.{words}",
            "Open the record",
        ),
    },
    "interview_gone": {
        "fr": _Text(
            "Entretien annulé : {when}",
            "Bonjour {name},\n\nUn entretien pour le poste « {job} », {when}, n’aura pas lieu : la personne a été "
            "effacée de vos fiches, et rien n’est gardé d’elle. Votre temps est libre.",
            "Ouvrir mes entretiens",
        ),
        "en": _Text(
            "Interview cancelled: {when}",
            "Hello {name},\n\nAn interview for the job “{job}”, {when}, will not take place: the person was erased "
            "from your records, and nothing is kept of them. Your time is free.",
            "Open my interviews",
        ),
    },
    "interview_soon": {
        "fr": _Text(
            "Rappel : entretien avec {about}, {when}",
            "Bonjour {name},\n\nVous rencontrez bientôt {about}, pour le poste « {job} ».\n\n{facts}",
            "Ouvrir la fiche",
        ),
        "en": _Text(
            "Reminder: interview with {about}, {when}",
            "Hello {name},\n\nYou meet {about} soon, for the job “{job}”.\n\n{facts}",
            "Open the record",
        ),
    },
}
WHY: dict[Language, str] = {
    "fr": "Ce message vient de l’outil de recrutement de {organisation}. Vous choisissez ce qu’il vous écrit dans vos "
    "préférences.",
    "en": "This message comes from the recruiting tool of {organisation}. You choose what it writes to you in your "
    "preferences.",
}


def write(
    key: InternalKey, language: Language, fields: dict[str, str], path: str, sections: list[Section] | None = None
) -> Rendered:
    """The mail in one language; `path` is where its link leads within the application. Fields are plain texts."""
    text = TEXTS[key][language]
    body = text.body.format_map(fields)
    url = settings().public_url + path
    why = WHY[language].format_map(fields)
    listed = [f"{s.heading}\n" + "\n".join(f"- {line}" for line in s.lines) for s in sections or []]
    plain = "\n\n".join([body, *listed, f"{text.link}{' ' if language == 'fr' else ''}: {url}", why])
    rich = [f"<p>{_escaped(p)}</p>" for p in body.split("\n\n")]
    rich += [
        f"<h3>{html.escape(s.heading)}</h3><ul>{''.join(f'<li>{_escaped(line)}</li>' for line in s.lines)}</ul>"
        for s in sections or []
    ]
    rich += [
        f'<p><a href="{html.escape(url)}">{html.escape(text.link)}</a></p>',
        f"<p><small>{_escaped(why)}</small></p>",
    ]
    return Rendered(
        subject=one_line(text.subject.format_map(fields)), text=plain + "\n", html=page("\n".join(rich), language)
    )


def _escaped(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
