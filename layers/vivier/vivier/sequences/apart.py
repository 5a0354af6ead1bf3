"""Sequences whose own days and hours never meet those at which people may be written to: what is published says so
before, what runs already when those of the workspace are changed. Mails of such a one leave outside their own hours.
"""

from datetime import datetime

from pydantic import Field

from vivier.kernel.actor import Actor, Permission
from vivier.mail.deliverability import hours
from vivier.mail.deliverability.model import OpenHours
from vivier.people.model import Strict
from vivier.sequences import schedule, store
from vivier.sequences.model import SequenceSettings, SequenceState
from vivier.storage.table import get_many


class ApartSequence(Strict):
    id: str
    name: str


class ApartSequences(Strict):
    sequences: list[ApartSequence] = Field(description="The newest first.")


def never_meet(settings: SequenceSettings, allowed: OpenHours, now: datetime) -> bool:
    """Whether no mail could ever leave at an hour that both allow. Pure."""
    own = schedule.own_hours(settings, schedule.zone_of(settings, allowed.zone))
    return hours.apart(allowed, own, now)


def running(actor: Actor, allowed: OpenHours, now: datetime) -> ApartSequences:
    """Those that run, as they were published last, and mail: one Query, a BatchGet for each hundred."""
    actor.require(Permission.write_mails)
    cards = [card for card in store.every_card(actor.workspace) if card.state == SequenceState.active]
    keys = [store.VersionItem.key(actor.workspace, card.id, card.version) for card in cards]
    published = {v.sequence_id: v for v in (row.read() for row in get_many(store.VersionItem, keys))}

    def is_apart(sequence_id: str) -> bool:
        version = published.get(sequence_id)
        mails = version is not None and any(step.do == "mail" for step in version.steps)
        return mails and version is not None and never_meet(version.settings, allowed, now)

    return ApartSequences(sequences=[ApartSequence(id=c.id, name=c.name) for c in cards if is_apart(c.id)])
