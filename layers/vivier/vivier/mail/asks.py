"""The mails that ask a person for what their record lacks: the workspace's words around a link of their own. Pure, but
for the template that is read.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from vivier.kernel.actor import Language
from vivier.kernel.settings import settings
from vivier.law import catalogue
from vivier.mail import service, wording
from vivier.mail.model import TOKEN, AskKey, Guard, Message, PersonalLink, Rendered, Template
from vivier.people.asks.model import PURPOSE, Ask, Piece
from vivier.people.model import Candidate
from vivier.team.model import Workspace

PATH = f"/p/{PURPOSE}"
ZONE = ZoneInfo("Europe/Paris")


def pieces_said(pieces: list[Piece], language: Language) -> str:
    """`téléphone, CV`: what is asked for, as a mail says it."""
    return ", ".join("CV" if p == "cv" else _label(p, language) for p in pieces)


def _label(name: str, language: Language) -> str:
    said = catalogue.field(name).label[language]
    return said[0].lower() + said[1:]


def last_day(expires_at: datetime, language: Language) -> str:
    """The last whole day on which the link works."""
    return wording.day((expires_at - timedelta(minutes=1)).astimezone(ZONE).date(), language)


def link() -> str:
    return f"{settings().public_url}{PATH}#{TOKEN}"


def render(
    key: AskKey, ask: Ask, person: Candidate, workspace: Workspace, *, draft: Template | None = None
) -> Rendered:
    """What this person would get, in the language that they are asked in."""
    spoken = person.model_copy(update={"language": ask.language})
    about = {
        "form.pieces": pieces_said(ask.pieces, ask.language),
        "form.message": ask.message,
        "form.until": last_day(ask.expires_at, ask.language),
        "form.link": link(),
        "recruiter.name": ask.by_name or workspace.name,
    }
    return service.render(key, spoken, workspace, draft=draft, about=about)


def message(
    key: AskKey, ask: Ask, rendered: Rendered, person: Candidate, guard: Guard, now: datetime, due: datetime
) -> Message:
    """Ready for the outbox: it is about their own record, asked by a colleague; its link is made when it leaves."""
    tail = "" if key == "ask_missing" else "-reminder"
    return Message(
        key=f"{ask.id.replace('_', '-')}{tail}",
        candidate_id=person.id,
        template=key,
        message_class="conversation",
        language=ask.language,
        to=person.fields.first("emails") or "",
        subject=rendered.subject,
        text=rendered.text,
        html=rendered.html,
        scope=f"person-{person.id}",
        epoch=person.epoch,
        guard=guard,
        link=PersonalLink(purpose=PURPOSE, subject=ask.subject, expires_at=ask.expires_at),
        due_at=due,
        created_at=now,
    )
