"""Counting a stage again from what happened: the counter, the cards and the last event of each person say the same.

They move in one transaction, so a difference is a fault of ours or of someone who wrote to the table by hand; nothing
is mended here. Counting takes time and people move meanwhile: a stage whose revision changed is to be counted again.
"""

from pydantic import Field

from vivier.hiring import access, store
from vivier.hiring.base import CandidateId, StageId
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import NotFound
from vivier.kernel.ids import sort_key
from vivier.people import store as people
from vivier.people.model import Strict
from vivier.storage import cursor as cursors

PAGE = 50  # people of one answer, a Query each


class Difference(Strict):
    """Someone whose card stands elsewhere than the events of their timeline say (None: they say nothing)."""

    candidate_id: CandidateId
    by_events: StageId | None


class Recounted(Strict):
    """One page of a stage counted again. The stage is right when `counted` is the sum of `people` over its pages,
    nothing differs, and `revision` is the same in the first page and the last.
    """

    stage_id: StageId
    counted: int = Field(description="What the counter says.")
    revision: int
    people: int = Field(description="Cards of this page.")
    differences: list[Difference]
    cursor: str | None = None


def recount(actor: Actor, job_id: str, stage_id: str, cursor: str | None) -> Recounted:
    """A page of a stage against its people's timelines: two Queries, and one or more a person.

    Raises Forbidden, NotFound, BadCursor.
    """
    actor.require(Permission.edit_jobs)
    access.require_job(actor, job_id)
    (after,) = cursors.decode(cursor, str) if cursor else (None,)
    rows = store.page_of_stage(actor.workspace, job_id, stage_id, after=after, limit=PAGE)
    applications = [row.read().application for row in rows]
    told = {a.candidate_id: _last(actor.workspace, a.candidate_id, job_id) for a in applications}
    # Read last: whoever moved while this page was counted shows in the revision.
    count = store.board(actor.workspace, job_id).counts.get(stage_id)
    if count is None:
        raise NotFound("There is no such stage in this job.")
    return Recounted(
        stage_id=stage_id,
        counted=count.n,
        revision=count.revision,
        people=len(rows),
        differences=[Difference(candidate_id=c, by_events=to) for c, to in told.items() if to != stage_id],
        cursor=cursors.encode([rows[-1].sk]) if len(rows) == PAGE else None,
    )


def _last(workspace: str, candidate_id: str, job_id: str) -> str | None:
    """The stage that the events of a timeline put this person into, by their order in the application, not by time."""
    where: tuple[int, str] | None = None
    before = "F"  # events are all that sorts before it
    while True:
        page = people.events_before(workspace, candidate_id, before, consistent=True)
        for event in page:
            data = event.data
            if data.get("job_id") == job_id and isinstance(to := data.get("to"), dict):
                where = max(where or (-1, ""), (int(data["epoch"]), str(to["id"])))
        if len(page) < people.PAGE:
            return where and where[1]
        before = f"E#{sort_key(page[-1].id)}"
