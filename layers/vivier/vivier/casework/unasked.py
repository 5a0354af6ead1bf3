"""Whether somebody is written to unasked: what they say themselves through the link in a mail, without a login, and
what a colleague notes for them.

A stop is three things in one transaction: the mark on the record (whose epoch stops what is on its way), the addresses
on the list that outlives the record, and the event.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from vivier.casework import stops
from vivier.kernel.actor import Actor, Language, Permission
from vivier.kernel.clock import Instant
from vivier.kernel.errors import Invalid, NotFound
from vivier.mail.deliverability import suppression
from vivier.mail.deliverability.suppression import OWN
from vivier.mail.store import MessageItem
from vivier.people import service, store
from vivier.people.model import Candidate, Event, Strict
from vivier.people.timeline import event
from vivier.people.unasked import Unsolicited
from vivier.sequences.model import StopReason
from vivier.storage.table import find
from vivier.storage.transaction import Transaction, until_settled
from vivier.team import service as team
from vivier.team.links import Link, gone

QUIET: dict[int, timedelta] = {days: timedelta(days=days) for days in (30, 90, 180)}
MOST_ADDRESSES = 10
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=5, max_length=500)]


class Permitting(Strict):
    reason: Reason


class Preferences(Strict):
    """What the holder of a link sees: enough to decide, and no more than a forwarded mail may give away."""

    organisation: str
    privacy_contact: str
    address: str = Field(description="Masked: the mail may have been forwarded.")
    language: Language
    relation: Literal["applied", "found"]
    since: Instant
    source: str | None
    state: Unsolicited


def see(link: Link) -> Preferences:
    """Two Gets (one more for each merge of the record). Raises NotFound."""
    person = _person(link)
    owner = team.workspace(link.workspace)
    return Preferences(
        organisation=owner.name,
        privacy_contact=owner.privacy_contact,
        address=masked(person.fields.first("emails") or ""),
        language=person.language,
        relation=person.relation,
        since=person.created_at,
        source=person.origin.source if person.relation == "found" else None,
        state=person.unsolicited,
    )


def leave(link: Link, now: datetime, *, at_once: bool) -> None:
    """Ends all mail that they did not ask for. Again, nothing changes. `at_once`: the mail program's own button."""
    held = _person(link)
    if any(s.why == "unsubscribed" for s in held.unsolicited.stops):
        return
    about = find(MessageItem, MessageItem.key(link.workspace, link.about)) if link.about else None
    told = _told("unsubscribed", link, held, now, how="one_click" if at_once else "page", message=link.about)
    if about:
        told.data["subject"] = about.read().subject

    def act(transaction: Transaction, person: Candidate) -> None:
        there = [about.read().to] if about else []
        suppression.add(transaction, link.workspace, [*there, *addresses(person)], "unsubscribed", now)
        _end(transaction, link.workspace, person, now)

    _change(link.workspace, link.subject, told, lambda u: u.stopped("unsubscribed", now), act)


def be_quiet(link: Link, days: int, now: datetime) -> None:
    """Nothing unasked for a while. Raises Invalid."""
    if days not in QUIET:
        raise Invalid("Choose one of the offered times.", [{"field": "days", "message": "30, 90 or 180"}])
    until = now + QUIET[days]
    told = _told("unsolicited_paused", link, _person(link), now, until=until.date().isoformat())
    _change(link.workspace, link.subject, told, lambda u: u.quiet(until))


def come_back(link: Link, now: datetime) -> None:
    """They want to be written to again: what they said before is taken back, by them."""
    held = _person(link)
    if not held.unsolicited.stops and not held.unsolicited.until:
        return

    def act(transaction: Transaction, person: Candidate) -> None:
        suppression.lift(transaction, link.workspace, addresses(person), only=OWN)

    told = _told("unsolicited_resumed", link, held, now)
    _change(link.workspace, link.subject, told, Unsolicited.permitted, act)


def speak(link: Link, language: Language, now: datetime) -> None:
    """The language that they are written to in."""
    held = _person(link)
    if held.language == language:
        return
    told = _told("language_chosen", link, held, now, language=language)

    def attempt() -> None:
        transaction = Transaction()
        service.tell(
            transaction, link.workspace, link.subject, told, lambda c: c.model_copy(update={"language": language})
        )
        transaction.commit()

    until_settled(attempt)


def note_stop(actor: Actor, candidate_id: str, now: datetime) -> None:
    """A colleague notes that the person does not want to be written to unasked. Raises NotFound."""
    actor.require(Permission.edit_people)
    if any(s.why == "told_us" for s in store.load(actor.workspace, candidate_id).read().unsolicited.stops):
        return

    def act(transaction: Transaction, person: Candidate) -> None:
        suppression.add(transaction, actor.workspace, addresses(person), "told_us", now, by=actor.name)
        _end(transaction, actor.workspace, person, now, actor)

    told = event("unsolicited_stopped", actor, now)
    _change(actor.workspace, candidate_id, told, lambda u: u.stopped("told_us", now, actor.name), act)


def permit(actor: Actor, candidate_id: str, wanted: Permitting, now: datetime) -> None:
    """They may be written to again, for a reason that stands on the timeline. Raises NotFound."""
    actor.require(Permission.edit_people)

    def act(transaction: Transaction, person: Candidate) -> None:
        suppression.lift(transaction, actor.workspace, addresses(person), only=OWN)

    told = event("unsolicited_permitted", actor, now, reason=wanted.reason)
    _change(actor.workspace, candidate_id, told, Unsolicited.permitted, act)


def _end(
    transaction: Transaction, workspace: str, person: Candidate, now: datetime, actor: Actor | None = None
) -> None:
    """Whatever sequence they are in ends with it."""
    ids = {person.id, *([person.merged_into] if person.merged_into else [])}
    stops.everything(transaction, workspace, ids, StopReason.unsubscribed, now, actor=actor)


def addresses(person: Candidate) -> list[str]:
    return [v.value for v in person.fields.emails[:MOST_ADDRESSES]]


def masked(address: str) -> str:
    """`m•••@courrier.example`"""
    local, at, domain = address.partition("@")
    return f"{local[:1]}•••{at}{domain}" if at else ""


def _person(link: Link) -> Candidate:
    """Who the link stands for today. Raises NotFound as every link does."""
    row = store.standing(link.workspace, link.subject)
    if row is None:
        raise gone()
    return row.read()


def _told(kind: str, link: Link, person: Candidate, now: datetime, **data: str | None) -> Event:
    candidate = Actor(workspace=link.workspace, kind="candidate", id=link.subject, name=person.display_name or "")
    return event(kind, candidate, now, cause="link", more=data)


def _change(
    workspace: str,
    candidate_id: str,
    told: Event,
    change: Callable[[Unsolicited], Unsolicited],
    act: Callable[[Transaction, Candidate], None] | None = None,
) -> None:
    def attempt() -> None:
        transaction = Transaction()
        person = service.tell(
            transaction,
            workspace,
            candidate_id,
            told,
            lambda c: c.model_copy(update={"unsolicited": change(c.unsolicited)}),
        )
        if act:
            act(transaction, person)
        transaction.commit()

    try:
        until_settled(attempt)
    except NotFound as absent:
        raise gone() from absent
