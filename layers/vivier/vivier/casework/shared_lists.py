"""A job's shortlists as its recruiters see them: to whom, until when, how often opened, what was answered."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from vivier.casework import names
from vivier.hiring import access
from vivier.hiring.shortlists import store
from vivier.hiring.shortlists.model import Feedback, Shortlist, ShortlistState
from vivier.hiring.shortlists.store import Held
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import Instant
from vivier.kernel.model import Model
from vivier.mail.model import Message, State
from vivier.mail.store import MessageItem
from vivier.storage.table import get_many
from vivier.team.model import Member, MemberState
from vivier.team.store import members_of

Standing = Literal["open", "expired", "revoked", "left"]


class SharedList(Model):
    """`standing`: whether its link opens; `left` when the colleague who shared it is not here any more. `mail`: what
    became of the mail with the link, none when the link was copied.
    """

    shortlist: Shortlist
    standing: Standing
    opened: int
    last_opened: Instant | None
    feedback: list[Feedback]
    mail: State | None = None
    mail_trouble: str | None = Field(default=None, description="Why it did not arrive, as far as it is known.")


class SharedLists(Model):
    shortlists: list[SharedList]
    people: dict[str, str | None] = Field(description="Name of each person by id.")


def of_job(actor: Actor, job_id: str, now: datetime) -> SharedLists:
    """The newest first: one Query, a BatchGet each of mails, members and people. Raises Forbidden, NotFound."""
    actor.require(Permission.share_people)
    access.require_known_job(actor, job_id)
    held = store.of_job(actor.workspace, job_id)
    mails = _mails(actor.workspace, held)
    makers = members_of(actor.workspace, {h.shortlist.made_by for h in held}) if held else {}
    about = [(i, job_id) for h in held for i in h.shortlist.candidate_ids]
    return SharedLists(
        shortlists=[_listed(h, mails.get(h.shortlist.message_key), makers, now) for h in held],
        people=names.of_people(actor, about),
    )


def here(member: Member | None) -> bool:
    """Whether the colleague who answers for a shortlist is still one."""
    return member is not None and member.state == MemberState.active


def _listed(h: Held, mail: Message | None, makers: dict[str, Member], now: datetime) -> SharedList:
    s = h.shortlist
    standing: Standing = "open"
    if s.state == ShortlistState.revoked:
        standing = "revoked"
    elif now >= s.expires_at:
        standing = "expired"
    elif not here(makers.get(s.made_by)):
        standing = "left"
    return SharedList(
        shortlist=s,
        standing=standing,
        opened=int(h.openings.opened),
        last_opened=h.openings.last,  # pydantic reads the text
        feedback=sorted((r.read() for r in h.feedback.values()), key=lambda f: f.at),
        mail=mail.state if mail else None,
        mail_trouble=mail.reason if mail else None,
    )


def _mails(workspace: str, held: list[Held]) -> dict[str, Message]:
    keys = [MessageItem.key(workspace, h.shortlist.message_key) for h in held if h.shortlist.sent]
    return {m.key: m for m in (r.read() for r in get_many(MessageItem, keys))}
