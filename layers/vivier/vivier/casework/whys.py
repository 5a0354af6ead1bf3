"""Why somebody got a mail, answered from the events of their timeline."""

from datetime import datetime, timedelta

from pydantic import Field

from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import Instant
from vivier.kernel.errors import NotFound
from vivier.kernel.ids import new_id, sort_key
from vivier.mail.model import Message
from vivier.mail.store import MessageItem
from vivier.people import store as people
from vivier.people import timeline
from vivier.people.model import Event, Strict
from vivier.storage.table import find, get_many

PAGES = 6  # of fifty events, back from the mail's last
LATER = timedelta(days=40)  # a complaint may come that long after


class OfSequence(Strict):
    """The step that made the mail, as it was then. `condition`: what held."""

    id: str
    name: str
    version: int
    step: int = Field(description="Counted among mails and tasks, from 1.")
    enrolment: str
    enrolled_at: Instant | None = None
    enrolled_by: str | None = None
    via: str | None = None
    condition: dict[str, object] | None = None


class Why(Strict):
    """What the mail was, where it stands, and the chain of events that led to it and followed it, oldest first."""

    message_key: str
    subject: str
    to: str
    template: str
    state: str
    reason: str | None = None
    message_class: str
    sequence: OfSequence | None = None
    events: list[Event]


def why(actor: Actor, candidate_id: str, key: str, now: datetime) -> Why:
    """One BatchGet and at most six Queries. Raises NotFound."""
    actor.require(Permission.see_people)
    message = _message(actor, candidate_id, key)
    enrolment = message.scope.removeprefix("enrolment-") if message.scope.startswith("enrolment-") else None
    found = _chain(actor, message, enrolment, now)
    queued = next((e for e in found if e.kind == "mail_queued" and e.data.get("message") == key), None)
    return Why(
        message_key=key,
        subject=message.subject,
        to=message.to,
        template=message.template,
        state=message.state.value,
        reason=message.reason,
        message_class=message.message_class,
        sequence=_sequence(found, queued) if enrolment and queued else None,
        events=[e for e in found if timeline.visible(e, actor)],
    )


def _message(actor: Actor, candidate_id: str, key: str) -> Message:
    row = find(MessageItem, MessageItem.key(actor.workspace, key))
    message = row.read() if row else None
    if message is None or message.candidate_id is None:
        raise NotFound("There is no such mail.")
    if message.candidate_id != candidate_id:
        keys = [people.CandidateItem.key(actor.workspace, candidate_id)]
        held = [r.read() for r in get_many(people.CandidateItem, keys)]
        if not held or message.candidate_id not in held[0].everyone():
            raise NotFound("There is no such mail.")
    return message


def _chain(actor: Actor, message: Message, enrolment: str | None, now: datetime) -> list[Event]:
    """What names the mail, or the enrolment before the mail was made; walked back until the enrolment's beginning."""
    assert message.candidate_id
    until = min(now + timedelta(minutes=1), message.created_at + LATER)
    before = f"E#{sort_key(new_id('evt', until))}"
    found: list[Event] = []
    for _ in range(PAGES):
        events = people.events_before(actor.workspace, message.candidate_id, before)
        for one in events:
            of_mail = one.data.get("message") == message.key
            of_enrolment = enrolment is not None and one.data.get("enrolment") == enrolment
            if of_mail or (of_enrolment and one.at <= message.created_at):
                found.append(one)
        begun = [e for e in found if e.kind in ("sequence_enrolled", "sequence_restarted")]
        if len(events) < people.PAGE or (begun if enrolment else events[-1].at < message.created_at):
            break
        before = f"E#{sort_key(events[-1].id)}"
    return list(reversed(found))


def _sequence(found: list[Event], queued: Event) -> OfSequence:
    begun = next((e for e in found if e.kind in ("sequence_enrolled", "sequence_restarted")), None)
    data = queued.data
    return OfSequence(
        id=data["sequence_id"],
        name=data["sequence_name"],
        version=data["version"],
        step=data["step"],
        enrolment=data["enrolment"],
        condition=data.get("condition"),
        enrolled_at=begun.at if begun else None,
        enrolled_by=begun.actor.name if begun else None,
        via=begun.cause if begun else None,
    )
