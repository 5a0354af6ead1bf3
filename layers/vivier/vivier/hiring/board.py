"""A job's board: one page of each stage with true counts, and a pulse that says what moved and who else looks."""

from collections.abc import Callable
from datetime import datetime

from pydantic import Field

from vivier.hiring import access, store
from vivier.hiring.base import MemberId
from vivier.hiring.model import Application, BoardCard, Job
from vivier.hiring.stages import ENDS, Stage
from vivier.kernel.actor import Actor
from vivier.kernel.errors import NotFound, VivierError
from vivier.people.model import Strict
from vivier.storage import cursor as cursors
from vivier.storage.table import ready

LOOKING_SECONDS = 75  # a board that is open alone tells every 30 s that it is
WALK = 5  # Queries for one page of a filtered stage


class Filter(Strict):
    """Which people of a board are shown."""

    owner: MemberId | None = None
    tag: str | None = Field(default=None, max_length=100)
    source: str | None = Field(default=None, max_length=100)

    def keeps(self, card: BoardCard) -> bool:
        return (
            (self.owner is None or card.application.owner == self.owner)
            and (self.tag is None or self.tag in card.person.tags)
            and (self.source is None or card.application.source == self.source)
        )

    @property
    def everyone(self) -> bool:
        return self.owner is None and self.tag is None and self.source is None


class Column(Strict):
    """A stage with its first page; who waits longest comes first. `count` is true, whatever the filter shows."""

    stage: Stage
    count: int
    revision: int
    cards: list[BoardCard]
    cursor: str | None = None


class BoardPage(Strict):
    job: Job
    version: int
    columns: list[Column]
    looking: list[str]


class Pulse(Strict):
    """What moved since: a stage whose revision changed is asked for again."""

    version: int
    counts: dict[str, int]
    revisions: dict[str, int]
    looking: list[str] = Field(description="Members who have this board open, the asker not among them.")


class Done(Strict):
    """What became of one person of several: the application as it is now, or why nothing changed."""

    candidate_id: str
    application: Application | None = None
    code: str | None = None
    message: str | None = None


def open_board(actor: Actor, job_id: str, wanted: Filter, now: datetime, *, ends: bool = False) -> BoardPage:
    """One Query, and one a stage; hired and closed only when asked for. Raises NotFound."""
    access.require_job(actor, job_id)
    held = store.board(actor.workspace, job_id, int(now.timestamp()))
    columns = []
    for stage in held.job.stages:
        count = held.counts[stage.id]
        shut = stage.kind in ENDS and not ends
        cards, more = ([], None) if shut or not count.n else _page(actor, job_id, stage.id, wanted, None, store.PAGE)
        columns.append(Column(stage=stage, count=count.n, revision=count.revision, cards=cards, cursor=more))
    others = [m for m in held.looking if m != actor.id]
    return BoardPage(job=held.job, version=held.row.number, columns=columns, looking=others)


def page(
    actor: Actor, job_id: str, stage_id: str, wanted: Filter, cursor: str | None, limit: int
) -> tuple[list[BoardCard], str | None]:
    """People of one stage, who waits longest first. Raises NotFound, BadCursor."""
    access.require_job(actor, job_id)
    if store.load_job(actor.workspace, job_id).read().stage(stage_id) is None:
        raise NotFound("There is no such stage in this job.")
    return _page(actor, job_id, stage_id, wanted, cursor, limit)


def _page(
    actor: Actor, job_id: str, stage_id: str, wanted: Filter, cursor: str | None, limit: int
) -> tuple[list[BoardCard], str | None]:
    (after,) = cursors.decode(cursor, str) if cursor else (None,)
    kept: list[BoardCard] = []
    for _ in range(1 if wanted.everyone else WALK):
        rows = store.page_of_stage(actor.workspace, job_id, stage_id, after=after, limit=limit)
        after = rows[-1].sk if len(rows) == limit else None
        kept += [c for c in (r.read() for r in rows) if wanted.keeps(c)]
        if after is None or len(kept) >= limit:
            break
    return kept, cursors.encode([after]) if after else None


def pulse(actor: Actor, job_id: str, now: datetime) -> Pulse:
    """Says that the actor still looks, and what moved: a Put and a Query. Raises NotFound."""
    access.require_job(actor, job_id)
    at = int(now.timestamp())
    held = store.board(actor.workspace, job_id, at)
    ready()
    store.PresenceItem.of(actor.workspace, job_id, actor.id, at + LOOKING_SECONDS).save()
    return Pulse(
        version=held.row.number,
        counts={i: c.n for i, c in held.counts.items()},
        revisions={i: c.revision for i, c in held.counts.items()},
        looking=[m for m in held.looking if m != actor.id],
    )


def each(candidate_ids: list[str], act: Callable[[str], Application]) -> list[Done]:
    """One act on several people, each by itself: what fails for one keeps nobody else from it."""
    done = []
    for candidate_id in dict.fromkeys(candidate_ids):
        try:
            done.append(Done(candidate_id=candidate_id, application=act(candidate_id)))
        except VivierError as refusal:
            done.append(Done(candidate_id=candidate_id, code=refusal.code, message=refusal.message))
    return done
