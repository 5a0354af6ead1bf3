"""Mails that colleagues write, for tests."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from tests.factories import NOW, actor, arrive, colleague, profile
from vivier.casework import letters, writing
from vivier.casework.writing import Writing, Written
from vivier.kernel.actor import Actor
from vivier.kernel.ids import new_id, sort_key
from vivier.mail.drafts import Draft
from vivier.mail.model import Message
from vivier.people import service as people
from vivier.team import service as team
from vivier.team.service import OwnSettings

Sent = Callable[[], list[str]]
AFTER = NOW + timedelta(seconds=10)
TOMORROW = NOW + timedelta(days=1)
_number = iter(range(1, 10**9))


def someone(name: str | None = "Maëlys Kervadec", email: str | None = "", relation: Any = "found") -> str:
    """A person whom nobody wrote to yet; their id."""
    address = f"p{next(_number)}@courrier.example" if email == "" else email
    return f"can_{arrive(profile(name, address), relation).intake_id.partition('_')[2]}"


def signing() -> Actor:
    """The recruiter who writes, with a signature."""
    member = colleague()
    team.change_own_settings(member.subject, OwnSettings(signature="Camille Aubry\n06 39 98 00 17"))
    return member.actor()


def draft(**more: Any) -> Draft:
    text = {"subject": "Un poste pour vous, {{ candidate.name }}", "body": "{{ greeting }},\n\nParlons-en."}
    return Draft.model_validate(text | more)


def wrote(who: Actor, *ids: str, key: str | None = None, at: Any = None, **more: Any) -> list[Written]:
    wanted = Writing(key=key or sort_key(new_id("key")), candidate_ids=list(ids), draft=draft(**more), at=at)
    return writing.write(who, wanted, NOW)


def message(one: str, written: Written) -> Message:
    return letters.message(actor(), one, written.message_key or "")


def kinds(one: str) -> list[str]:
    return [e.kind for e in reversed(people.open_candidate(actor(), one).events) if e.kind.startswith("mail_")]


def kept(one: str) -> str:
    (told,) = [e for e in people.open_candidate(actor(), one).events if e.kind == "mail_queued"]
    return str(told.data["message"])
