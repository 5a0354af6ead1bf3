"""The people behind each number of an experiment."""

from datetime import datetime, timedelta
from typing import Literal

from pydantic import Field

from vivier.experiments import store
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.clock import Instant, iso
from vivier.mail import exposures
from vivier.mail.exposures import ExposureItem, LeftOut, Outcome
from vivier.mail.model import VariantKey
from vivier.people.model import Strict
from vivier.people.store import standing_of
from vivier.storage import cursor as cursors

PAGE = 50
Which = Literal["counted", "hits", "waiting", "left_out"]
OUTCOMES: dict[Which, tuple[Outcome, ...]] = {
    "counted": ("yes", "no"),
    "hits": ("yes",),
    "waiting": ("yes", "no"),
    "left_out": ("out",),
}


class CountedPerson(Strict):
    """One person: who stands for them today, when their mail left, and when they did what is counted."""

    candidate_id: str
    name: str | None = None
    message_key: str
    sent_at: Instant
    converted_at: Instant | None = None
    left_out: LeftOut | None = None


class Behind(Strict):
    people: list[CountedPerson] = Field(default_factory=list)
    cursor: str | None = None


def people(
    actor: Actor, experiment_id: str, variant: VariantKey, which: Which, cursor: str | None, now: datetime
) -> Behind:
    """In the order that their mails left: a Get, one or two Queries and a BatchGet. Raises NotFound, BadCursor."""
    actor.require(Permission.write_mails)
    experiment = store.load(actor.workspace, experiment_id).read()
    # The same border as the counts have: whole days (experiments/verdict.py).
    border = iso(now - timedelta(days=experiment.plan.window_days))[:10]
    after = cursors.decode(cursor, str)[0] if cursor else border if which == "waiting" else None
    rows: list[ExposureItem] = []
    for outcome in OUTCOMES[which]:
        rows += exposures.behind(actor.workspace, experiment_id, variant, outcome, after, PAGE + 1)
    if which in ("counted", "hits"):
        rows = [row for row in rows if row.gsi2sk < border]
    page = sorted(rows, key=lambda row: row.gsi2sk)[: PAGE + 1]
    more = page[PAGE - 1].gsi2sk if len(page) > PAGE else None
    held = [row.read() for row in page[:PAGE]]
    known = standing_of(actor.workspace, {e.candidate_id for e in held})
    return Behind(
        people=[
            CountedPerson(
                candidate_id=known[e.candidate_id].id,
                name=known[e.candidate_id].display_name,
                message_key=e.message_key,
                sent_at=e.sent_at,
                converted_at=e.converted_at,
                left_out=e.left_out,
            )
            for e in held
            if e.candidate_id in known
        ],
        cursor=cursors.encode([more]) if more else None,
    )
