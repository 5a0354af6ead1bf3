"""Asking colleagues for scorecards, within another act's transaction: a route's, a stage's, an interview's."""

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

from vivier.hiring.base import Words
from vivier.hiring.interviews import store as interviews
from vivier.hiring.interviews.model import Interview
from vivier.hiring.model import Application
from vivier.hiring.scorecards import store
from vivier.hiring.scorecards.model import About, CardState, Scorecard
from vivier.hiring.scorecards.store import Ground, ScorecardItem
from vivier.kernel.actor import RIGHTS, Actor, Permission, Role
from vivier.kernel.errors import Invalid, NotFound
from vivier.mail import outbox, service, wording
from vivier.people import store as people
from vivier.people.timeline import event
from vivier.storage.transaction import Transaction
from vivier.team import service as team
from vivier.team.model import Member
from vivier.team.notifications import Notification, notify
from vivier.team.store import members_of

AT_ONCE = 8  # colleagues in one transaction: each takes a scorecard, a notification, a mail, a task


def in_groups(members: list[str]) -> Iterator[list[str]]:
    once = list(dict.fromkeys(members))
    return (once[start : start + AT_ONCE] for start in range(0, len(once), AT_ONCE))


def about(workspace: str, ground: Ground, about_id: str | None) -> About:
    """What a scorecard is about: the stage where the person stands when none is said; of an interview, a Get more.

    Raises NotFound.
    """
    if about_id and about_id.startswith("itv_"):
        held = interviews.load(workspace, ground.candidate_id, about_id).read()
        if held.job_id != ground.job.id:
            raise NotFound("There is no such interview.")
        return About(id=held.id, name=_called(held))
    stage_id = about_id or Application.model_validate_json(ground.application.body).stage_id
    stage = ground.job.stage(stage_id)
    if stage is None:
        raise NotFound("There is no such stage in this job.")
    return About(id=stage.id, name=stage.name)


def _called(held: Interview) -> Words:
    """`Entretien du mardi 24 novembre`."""
    if held.starts_at is None:
        return Words(fr="Entretien", en="Interview")
    on = held.starts_at.astimezone(ZoneInfo(held.zone)).date()
    return Words(fr=f"Entretien du {wording.day(on, 'fr')}", en=f"Interview of {wording.day(on, 'en')}")


def said(about: About, job_id: str) -> dict[str, Any]:
    """What the timeline says of a scorecard."""
    return {"job_id": job_id, "about": about.id, "about_name": about.name.model_dump(exclude_none=True)}


def put(
    transaction: Transaction,
    actor: Actor,
    ground: Ground,
    about: About,
    members: list[str],
    due_at: datetime | None,
    now: datetime,
    *,
    cause: str | None = None,
) -> list[str]:
    """Asks these colleagues; the keys of the mails. Who was asked or gave one already is left alone. The caller checks
    that the person stands in the job still.

    Raises Invalid (no such colleague, or one who could not give it).
    """
    known = members_of(actor.workspace, members)
    asked, mails = [], []
    for member_id in members:
        member = known.get(member_id)
        if member is None:
            raise _wrong("There is no such colleague.", member_id)
        _require(ground, member)
        key = (ground.candidate_id, ground.job.id, about.id, member_id)
        row = store.scorecard(actor.workspace, *key)
        held = row.read() if row else None
        if held and (held.asked_at or held.state == CardState.given):
            continue
        card = (held or _blank(ground, about, member)).model_copy(
            update={"asked_at": now, "asked_by": actor.id or None, "asked_by_name": actor.name, "due_at": due_at}
        )
        transaction.save(row.now(actor.workspace, card) if row else ScorecardItem.of(actor.workspace, card))
        asked.append(member)
        if member_id != actor.id:
            mails += _tell(transaction, actor, ground, card, member, now)
    if asked:
        names = [{"id": m.id, "name": m.name} for m in asked]
        told = event("scorecard_asked", actor, now, cause=cause, more=said(about, ground.job.id), members=names)
        transaction.create(people.EventItem.of(actor.workspace, ground.candidate_id, told))
    return mails


def _blank(ground: Ground, about: About, member: Member) -> Scorecard:
    return Scorecard(
        job_id=ground.job.id,
        candidate_id=ground.candidate_id,
        about=about,
        member_id=member.id,
        member_name=member.name,
    )


def able(workspace: str, members: list[str]) -> list[str]:
    """Those of some members who may give scorecards: one BatchGet."""
    known = members_of(workspace, members)
    return [i for i in members if i in known and Permission.give_scorecards in RIGHTS[known[i].role]]


def _require(ground: Ground, member: Member) -> None:
    if Permission.give_scorecards not in RIGHTS[member.role]:
        raise _wrong("This colleague may not give scorecards.", member.id)
    if member.role == Role.manager and all(m.member_id != member.id for m in ground.job.team):
        raise _wrong("This colleague does not see this job. Put them into its team first.", member.id)


def _wrong(message: str, member_id: str) -> Invalid:
    return Invalid(message, [{"field": "members", "message": member_id}])


def _tell(
    transaction: Transaction, actor: Actor, ground: Ground, card: Scorecard, member: Member, now: datetime
) -> list[str]:
    ids = {"candidate_id": card.candidate_id, "job_id": card.job_id}
    bell = Notification.of("scorecard_asked", actor, now, **ids)
    notify(transaction, actor.workspace, member.id, bell.model_copy(update={"data": {"about": card.about.id}}))
    person = people.load(actor.workspace, card.candidate_id).read()
    fields = {
        "by": actor.name,
        "about": person.display_name or "—",
        "job": ground.job.title.said(member.language),
        "stage": card.about.name.said(member.language),
        "until": wording.until(card.due_at, member.language, member.timezone) if card.due_at else "",
    }
    path = f"/people/{card.candidate_id}?job={card.job_id}&scorecard={card.about.id}"
    # No id of the person in it: the mail is a colleague's, and outlives them.
    about = sha256(f"{card.candidate_id} {card.job_id} {card.about.id}".encode()).hexdigest()[:24]
    key = f"scorecard-{about}-{member.id}-{int(now.timestamp())}"
    message = service.for_member("scorecard_asked", key, member, team.workspace(actor.workspace), now, fields, path)
    outbox.put(transaction, actor.workspace, message)
    return [message.key]
