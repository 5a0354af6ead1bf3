"""Shortlists, for tests: shared with somebody outside, and what their link shows."""

from email import message_from_string, policy
from typing import Any

from tests.factories import NOW, actor
from tests.sent import raw_mails
from vivier.casework import shared_view, sharing, sweep
from vivier.casework.shared_view import SharedPage
from vivier.hiring.model import Job
from vivier.hiring.shortlists.model import NewShortlist, Shortlist
from vivier.kernel.actor import Actor
from vivier.people import service
from vivier.people.editing import Edit
from vivier.people.model import Event
from vivier.people.service import Opened
from vivier.team import links

TO = {"name": "Marion Duval", "email": "Marion.Duval@cap-rivage.example", "organisation": "Cap Rivage"}


def share(by: Actor, of: Job, ids: list[str], **more: Any) -> Shortlist:
    wanted = {"candidate_ids": ids, "to": TO, "message": "Voici trois profils.", **more}
    return sharing.share(by, of.id, NewShortlist.model_validate(wanted), NOW)


def letters() -> list[tuple[str, str]]:
    """Whom the mails about shortlists that left went to, and their plain texts."""
    parsed = [message_from_string(raw, policy=policy.default) for raw in raw_mails()]
    bodies = [(str(p["To"]), p.get_body(("plain",))) for p in parsed]
    texts = [(to, str(body.get_content())) for to, body in bodies if body]
    return [(to, text) for to, text in texts if "/p/shortlist#" in text]


def link_of(token: str, at: Any = NOW) -> links.Link:
    return links.resolve("shortlist", token, at)


def sent(by: Actor, of: Job, ids: list[str], **more: Any) -> tuple[Shortlist, str]:
    """A shortlist, with the token of the mail that its visitor got."""
    made = share(by, of, ids, **more)
    sweep.sweep(NOW)
    return made, letters()[-1][1].partition("/p/shortlist#")[2].split()[0]


def see(token: str, at: Any = NOW) -> SharedPage:
    return shared_view.see(link_of(token, at), at)


def told(candidate_id: str, kind: str) -> list[Event]:
    return [e for e in service.open_candidate(actor(), candidate_id).events if e.kind == kind]


def write(candidate_id: str, **fields: Any) -> Opened:
    """A recruiter fills the record in."""
    held = service.open_candidate(actor(), candidate_id)
    service.edit(actor(), candidate_id, held.version, Edit.model_validate(fields), NOW)
    return service.open_candidate(actor(), candidate_id)
