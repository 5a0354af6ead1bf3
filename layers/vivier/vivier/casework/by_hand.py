"""A person added from a form, with what is owed to them from the first day."""

from datetime import datetime

from pydantic import Field

from vivier.casework import answers, matching
from vivier.casework.erasure import returning
from vivier.gateways import workflows
from vivier.kernel.actor import Actor, Language, Permission
from vivier.kernel.errors import AlreadyKnown
from vivier.kernel.ids import new_id
from vivier.mail import outbox
from vivier.people import editing, pairs, service, store
from vivier.people.editing import Edit
from vivier.people.model import Candidate, Line, Origin, Pair, Relation, Source, Strict
from vivier.people.timeline import event, in_order
from vivier.storage.transaction import Transaction


class Typed(Strict):
    """A person as someone types them in."""

    name: Line
    email: Line | None = None
    phone: Line | None = None
    headline: Line | None = None
    location: Line | None = None
    links: list[Line] = Field(default_factory=list, max_length=20)
    language: Language = "fr"
    relation: Relation
    source: Source = "typed"
    campaign: Source | None = None
    referrer: Source | None = None
    came_back: bool = Field(
        default=False, description="They asked to be erased once, and came back themselves: they applied, or wrote."
    )


def add(actor: Actor, typed: Typed, now: datetime) -> Candidate:
    """Records a person; who applied is acknowledged. Raises AlreadyKnown with `candidate_id`, Invalid, AskedToBeErased
    with `erased_at`.
    """
    actor.require(Permission.edit_people)
    candidate, _ = editing.apply(_blank(actor, typed, now), _edit(typed), actor, now)
    candidate, message, told = answers.owed(actor.workspace, candidate, typed.relation, actor, now)
    owned, issued = store.ahead(actor.workspace, candidate)
    match = matching.find(actor.workspace, candidate, owned)
    if known := match.person or next((i for i in match.maybe if match.shared), None):
        raise AlreadyKnown("Someone in your people has this contact already.", candidate_id=known)
    marks = returning.marked(actor.workspace, candidate.fields, came_back=typed.came_back)
    origin = typed.model_dump(include={"relation", "source", "campaign"})
    back = True if marks else None
    created = event("candidate_created", actor, now, channel="typed", came_back=back, more=origin)
    transaction = Transaction()
    returning.welcome(transaction, actor.workspace, marks)
    if message:
        outbox.put(transaction, actor.workspace, message)
    for other, evidence in match.maybe.items():
        pairs.open_pair(
            transaction, actor.workspace, Pair(candidate_id=candidate.id, other_id=other, evidence=evidence, at=now)
        )
    candidate = store.write(transaction, actor.workspace, None, candidate, in_order([created, *told]), issued)
    service.commit_person(transaction, actor.workspace, candidate.id, 0)
    if message:
        workflows.wake_sender(actor.workspace, message.key)
    return candidate


def _blank(actor: Actor, typed: Typed, now: datetime) -> Candidate:
    return Candidate(
        id=new_id("can", now),
        created_at=now,
        updated_at=now,
        relation=typed.relation,
        language=typed.language,
        origin=Origin(
            channel="typed",
            source=typed.source,
            campaign=typed.campaign,
            referrer=typed.referrer,
            by=actor.id or None,
            by_name=actor.name or None,
        ),
    )


def _edit(typed: Typed) -> Edit:
    return Edit(
        name=typed.name,
        headline=typed.headline,
        location=typed.location,
        emails=[typed.email] if typed.email else [],
        phones=[typed.phone] if typed.phone else [],
        links=typed.links,
    )
