"""Sharing people of a job with somebody outside: a shortlist, its link by mail or copied, its end.

Giving people's data away is a recruiter's act: hiring managers share through one. What a link shows is live, so nothing
has to be taken back from it when somebody leaves the job (casework/shared_view.py).
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import Field

from vivier.casework.wording import several
from vivier.gateways import workflows
from vivier.hiring import access
from vivier.hiring import store as hiring
from vivier.hiring.model import Job, JobState
from vivier.hiring.shortlists import store
from vivier.hiring.shortlists.model import PURPOSE, Days, NewShortlist, Selection, Shortlist, ShortlistState
from vivier.hiring.shortlists.shown import SharedPerson
from vivier.hiring.shortlists.standing import standing
from vivier.hiring.shortlists.store import Held, ShortlistItem
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import Instant, iso
from vivier.kernel.errors import Conflict, Invalid, NotFound
from vivier.kernel.ids import new_id
from vivier.kernel.model import Model
from vivier.kernel.settings import settings
from vivier.mail import outbox, service, wording
from vivier.mail.model import TOKEN, Guard, Message, PersonalLink
from vivier.people import notes
from vivier.people import store as people
from vivier.people.model import Strict
from vivier.people.timeline import event
from vivier.storage.asked import Asking
from vivier.storage.transaction import Transaction, until_settled
from vivier.team import links
from vivier.team import service as team

UNDO = timedelta(minutes=15)  # a revocation is undone at once, or renewed with another link
ZONE = "Europe/Paris"


class Renewal(Strict):
    """Another end, counted from now; without `send` the new link is copied from the screen."""

    days: Days = 14
    send: bool = True


class CopiedLink(Model):
    """Shown once: it stands nowhere."""

    url: str
    expires_at: Instant


class ShortlistPreview(Model):
    """What the visitor would see, and who would not be shown: they do not stand in the job."""

    people: list[SharedPerson]
    gone: list[str] = Field(description="Ids of people who are not considered for this job.")


def preview(actor: Actor, job_id: str, wanted: Selection) -> ShortlistPreview:
    """Raises Forbidden, NotFound."""
    _job(actor, job_id)
    held = standing(actor.workspace, job_id, wanted.candidate_ids)
    shown = [SharedPerson.of(c, wanted.showing, n) for n, c in enumerate(held.values(), 1)]
    return ShortlistPreview(people=shown, gone=[i for i in dict.fromkeys(wanted.candidate_ids) if i not in held])


def share(actor: Actor, job_id: str, wanted: NewShortlist, now: datetime, key: str | None = None) -> Shortlist:
    """Makes a shortlist, once for a request's `key`, told on everyone's timeline; its mail leaves with the link.

    Raises Forbidden, NotFound, Conflict (a template), Invalid (with `warnings` about the message; with `gone`, who does
    not stand in the job), IdempotencyMismatch.
    """
    job = _job(actor, job_id)
    asking = Asking(actor, "shortlist", wanted.key or key, job_id, wanted)
    made = asking.once(
        lambda: _shared(actor, job, wanted, now, asking), lambda before: store.load(actor.workspace, before).shortlist
    )
    if made.sent:
        workflows.wake_sender(actor.workspace, made.message_key)
    return made


def _shared(actor: Actor, job: Job, wanted: NewShortlist, now: datetime, asking: Asking) -> Shortlist:
    kinds = notes.warned(wanted.message, wanted.override, field="message")
    held = standing(actor.workspace, job.id, wanted.candidate_ids)
    if gone := [i for i in dict.fromkeys(wanted.candidate_ids) if i not in held]:
        raise Invalid(
            "Somebody is not considered for this job any more. Leave them out.",
            [{"field": "candidate_ids", "message": one} for one in gone],
            gone=gone,
        )
    made = Shortlist(
        id=new_id("shr", now),
        job_id=job.id,
        job_title=job.title,
        candidate_ids=list(held),
        showing=wanted.showing,
        to=wanted.to,
        message=wanted.message,
        overridden=kinds,
        language=wanted.language,
        made_at=now,
        made_by=actor.id,
        made_by_name=actor.name,
        expires_at=now + timedelta(days=wanted.days),
        sent=wanted.send,
    )
    transaction = Transaction()
    store.create(transaction, actor.workspace, made)
    _tell(transaction, actor, made, "shortlist_shared", now, number=len(held))
    for person in held.values():
        told = event("shortlist_shared", actor, now, more=said(made) | {"showing": _ticked(made)})
        transaction.create(people.EventItem.of(actor.workspace, person.id, told))
    if made.sent:
        outbox.put(transaction, actor.workspace, _mail(actor, made, now))
    asking.made(transaction, made.id, now)
    transaction.commit()
    return made


def copy_link(actor: Actor, job_id: str, shortlist_id: str, now: datetime) -> CopiedLink:
    """Another link to the same, given once; those before go on. Raises Forbidden, NotFound, Conflict (it has ended)."""
    held = _held(actor, job_id, shortlist_id)
    s = held.shortlist
    if not s.open(now):
        raise Conflict("This link has ended. Renew it first.", state=s.state)
    transaction = Transaction()
    token = links.issue(transaction, actor.workspace, PURPOSE, s.id, now, s.expires_at)
    transaction.check(held.row, ShortlistItem.epoch == s.epoch)
    _tell(transaction, actor, s, "shortlist_copied", now)
    transaction.commit()
    return CopiedLink(url=f"{settings().public_url}/p/shortlist#{token}", expires_at=s.expires_at)


def revoke(actor: Actor, job_id: str, shortlist_id: str, now: datetime) -> Shortlist:
    """Nothing opens it any more, from this moment on; may be repeated. Raises Forbidden, NotFound."""

    def change(s: Shortlist) -> Shortlist:
        ended = {
            "state": ShortlistState.revoked,
            "revoked_at": now,
            "revoked_by_name": actor.name,
            "epoch": s.epoch + 1,
        }
        return s.model_copy(update=ended)

    return _act(
        actor, job_id, shortlist_id, "shortlist_revoked", change, now, done=lambda s: s.state == ShortlistState.revoked
    )


def restore(actor: Actor, job_id: str, shortlist_id: str, now: datetime) -> Shortlist:
    """Takes a revocation back: its links open again. Raises Forbidden, NotFound, Conflict (that was a while ago)."""

    def change(s: Shortlist) -> Shortlist:
        if s.revoked_at is None or now - s.revoked_at > UNDO:
            raise Conflict("This was revoked a while ago. Renew it: the new link replaces the old.")
        back = {"state": ShortlistState.active, "revoked_at": None, "revoked_by_name": None, "epoch": s.epoch + 1}
        return s.model_copy(update=back)

    return _act(
        actor, job_id, shortlist_id, "shortlist_restored", change, now, done=lambda s: s.state == ShortlistState.active
    )


def renew(actor: Actor, job_id: str, shortlist_id: str, wanted: Renewal, now: datetime) -> Shortlist:
    """Another end and another link; the links before are over, and whoever renews it answers for it from now on.

    Raises Forbidden, NotFound.
    """

    def change(s: Shortlist) -> Shortlist:
        fresh = {
            "state": ShortlistState.active,
            "revoked_at": None,
            "revoked_by_name": None,
            "expires_at": now + timedelta(days=wanted.days),
            "made_by": actor.id,
            "made_by_name": actor.name,
            "sent": wanted.send,
            "epoch": s.epoch + 1,
        }
        return s.model_copy(update=fresh)

    _held(actor, job_id, shortlist_id)
    links.revoke(actor.workspace, PURPOSE, shortlist_id)
    after = _act(actor, job_id, shortlist_id, "shortlist_renewed", change, now, done=lambda _: False, mail=wanted.send)
    if wanted.send:
        workflows.wake_sender(actor.workspace, after.message_key)
    return after


def _act(
    actor: Actor,
    job_id: str,
    shortlist_id: str,
    kind: str,
    change: Callable[[Shortlist], Shortlist],
    now: datetime,
    *,
    done: Callable[[Shortlist], bool],
    mail: bool = False,
) -> Shortlist:
    def attempt() -> Shortlist:
        held = _held(actor, job_id, shortlist_id)
        if done(held.shortlist):
            return held.shortlist
        after = change(held.shortlist)
        transaction = Transaction()
        transaction.save(held.row.now(after))
        _tell(transaction, actor, after, kind, now)
        if mail:
            outbox.put(transaction, actor.workspace, _mail(actor, after, now))
        transaction.commit()
        return after

    return until_settled(attempt)


def _job(actor: Actor, job_id: str) -> Job:
    actor.require(Permission.share_people)
    access.require_job(actor, job_id)
    job = hiring.load_job(actor.workspace, job_id).read()
    if job.state == JobState.template:
        raise Conflict("A template has nobody to share.", state=job.state)
    return job


def _held(actor: Actor, job_id: str, shortlist_id: str) -> Held:
    actor.require(Permission.share_people)
    access.require_job(actor, job_id)
    held = store.load(actor.workspace, shortlist_id)
    if held.shortlist.job_id != job_id:
        raise NotFound("There is no such shortlist.")
    return held


def said(s: Shortlist) -> dict[str, Any]:
    """What timelines keep of a shortlist: whose hands the person's data went into."""
    return {
        "shortlist_id": s.id,
        "job_id": s.job_id,
        "job_title": s.job_title.model_dump(exclude_none=True),
        "to": s.to.name,
        "email": s.to.email,
        "organisation": s.to.organisation,
        "until": iso(s.expires_at),
    }


def _ticked(s: Shortlist) -> list[str]:
    return [name for name, ticked in s.showing.model_dump().items() if ticked is True or ticked == "initials"]


def _tell(transaction: Transaction, actor: Actor, s: Shortlist, kind: str, now: datetime, **more: Any) -> None:
    """In the history of the job."""
    hiring.tell_job(transaction, actor.workspace, s.job_id, event(kind, actor, now, more=said(s) | more))


def _mail(actor: Actor, s: Shortlist, now: datetime) -> Message:
    """The mail whose link is made when it leaves, unless the shortlist has moved on by then."""
    pk, sk = ShortlistItem.key(actor.workspace, s.id)
    one, many = ("personne", "personnes") if s.language == "fr" else ("person", "people")
    fields = {
        "name": s.to.name,
        "by": actor.name,
        "organisation": team.workspace(actor.workspace).name,
        "job": s.job_title.said(s.language),
        "people": several(len(s.candidate_ids), one, many, s.language),
        "until": wording.day(s.expires_at.astimezone(ZoneInfo(ZONE)).date(), s.language),
    }
    return service.for_outsider(
        "shortlist",
        s.message_key,
        s.to.email,
        s.language,
        now,
        fields,
        s.message,
        f"/p/shortlist#{TOKEN}",
        guard=Guard(pk=pk, sk=sk, epoch=s.epoch),
        link=PersonalLink(purpose=PURPOSE, subject=s.id, expires_at=s.expires_at),
    )
