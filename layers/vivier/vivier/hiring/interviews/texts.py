"""What the candidate reads of an interview, in the product's words. Pure."""

from typing import NamedTuple

from vivier.hiring.interviews.model import Interview, Kind
from vivier.kernel.actor import Language
from vivier.kernel.settings import settings
from vivier.mail import wording
from vivier.mail.model import TOKEN, InterviewKey

KINDS: dict[Language, dict[Kind, str]] = {
    "fr": {"phone": "Entretien téléphonique", "video": "Entretien en visioconférence", "onsite": "Entretien sur place"},
    "en": {"phone": "Phone interview", "video": "Video interview", "onsite": "On-site interview"},
}
LABELS: dict[Language, tuple[str, str, str, str, str]] = {
    "fr": ("Quand : ", "Durée : ", "Où : ", "Lien : ", "Avec : "),
    "en": ("When: ", "Duration: ", "Where: ", "Link: ", "With: "),
}


class Written(NamedTuple):
    subject: str
    text: str


class _Text(NamedTuple):
    subject: str
    begins: str
    link: str


TEXTS: dict[InterviewKey, dict[Language, _Text]] = {
    "interview_proposal": {
        "fr": _Text(
            "Choisissez le moment de notre entretien : {job}",
            "Nous souhaitons échanger avec vous au sujet du poste « {job} ». Choisissez le moment qui vous convient :",
            "{link}",
        ),
        "en": _Text(
            "Choose a time for our interview: {job}",
            "We would like to talk with you about the job “{job}”. Choose the time that suits you:",
            "{link}",
        ),
    },
    "interview_confirmation": {
        "fr": _Text(
            "Entretien confirmé : {when}",
            "Notre entretien au sujet du poste « {job} » est confirmé.",
            "Un empêchement ? Déplacez ou annulez l’entretien ici : {link}",
        ),
        "en": _Text(
            "Interview confirmed: {when}",
            "Our interview about the job “{job}” is confirmed.",
            "Something came up? Move or cancel the interview here: {link}",
        ),
    },
    "interview_update": {
        "fr": _Text(
            "Entretien modifié : {when}",
            "Notre entretien au sujet du poste « {job} » a changé. Voici ce qui est prévu maintenant.",
            "Cela ne vous convient pas ? Déplacez ou annulez l’entretien ici : {link}",
        ),
        "en": _Text(
            "Interview changed: {when}",
            "Our interview about the job “{job}” has changed. This is what is planned now.",
            "That does not suit you? Move or cancel the interview here: {link}",
        ),
    },
    "interview_cancellation": {
        "fr": _Text("Entretien annulé : {job}", "L’entretien au sujet du poste « {job} » n’aura pas lieu.", ""),
        "en": _Text("Interview cancelled: {job}", "The interview about the job “{job}” will not take place.", ""),
    },
    "interview_reminder": {
        "fr": _Text(
            "Rappel : entretien {when}",
            "Nous nous retrouvons bientôt au sujet du poste « {job} ».",
            "Un empêchement ? Déplacez ou annulez l’entretien ici : {link}",
        ),
        "en": _Text(
            "Reminder: interview on {when}",
            "We meet soon about the job “{job}”.",
            "Something came up? Move or cancel the interview here: {link}",
        ),
    },
}
PERSONAL: dict[Language, str] = {
    "fr": "Ce lien vous est personnel. Il sert aussi à déplacer ou à annuler l’entretien.",
    "en": "This link is yours alone. It also moves or cancels the interview.",
}


def title(i: Interview, language: Language) -> str:
    return i.title or KINDS[language][i.kind]


def facts(i: Interview, language: Language, zone: str) -> str:
    """When, how long, where, with whom: a line each, as far as it is known."""
    when, length, where, link, people = LABELS[language]
    lines = [title(i, language)]
    if i.starts_at:
        lines.append(f"{when}{wording.moment(i.starts_at, language, zone)} ({zone})")
    lines.append(f"{length}{i.duration_minutes} min")
    lines += [f"{where}{i.place}"] if i.place else []
    lines += [f"{link}{i.video_url}"] if i.video_url and i.starts_at else []
    lines.append(people + ", ".join(m.name for m in i.interviewers))
    return "\n".join(lines)


def personal_link() -> str:
    return f"{settings().public_url}/p/interview#{TOKEN}"


def write(key: InterviewKey, i: Interview, greeting: str, organisation: str) -> Written:
    """`i.changed.message` is what was said with the change; `i.message` the recruiter's words for the candidate."""
    language = i.language
    text = TEXTS[key][language]
    when = wording.moment(i.starts_at, language, i.zone) if i.starts_at else ""
    fields = {"job": i.job_title.said(language), "when": when, "link": personal_link()}
    proposal = key == "interview_proposal"
    words = i.changed.message if i.changed.by.kind == "member" else ""
    parts = [
        greeting + ",",
        text.begins.format_map(fields),
        text.link.format_map(fields) if proposal else "",
        words if key in ("interview_cancellation", "interview_update", "interview_confirmation") else "",
        facts(i, language, i.zone) if key != "interview_cancellation" else "",
        i.message if proposal or (key == "interview_confirmation" and i.told.candidate is None) else "",
        PERSONAL[language] if proposal else text.link.format_map(fields),
        f"{i.organiser.name}\n{organisation}",
    ]
    return Written(text.subject.format_map(fields), "\n\n".join(p for p in parts if p) + "\n")
