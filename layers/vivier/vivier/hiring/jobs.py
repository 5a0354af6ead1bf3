"""Use cases on jobs: make, change, open, list. Closing one concerns its people: see `casework/closing.py`."""

from datetime import datetime
from typing import Any, Literal

from pydantic import Field, ValidationError

from vivier.hiring import access, pipelines, store
from vivier.hiring.base import JobId, StageId, Words
from vivier.hiring.model import Job, JobBody, JobCard, JobState, JobText, TeamMember, TeamRole, Work
from vivier.hiring.stages import Stage, StageText
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import Conflict, Invalid, NotFound, VersionMissing, VersionStale
from vivier.kernel.ids import new_id
from vivier.people.model import Strict
from vivier.people.timeline import event
from vivier.storage import cursor as cursors
from vivier.storage.table import get_many
from vivier.storage.transaction import Lost, Transaction, until_settled
from vivier.team.store import members_of

PAGE = 25


class NewJob(JobText):
    """A job to be made: with a pipeline of the library, with stages of its own, or like another job."""

    pipeline: str | None = Field(default=None, max_length=40, description="A key of the library.")
    stages: list[StageText] | None = Field(default=None, max_length=30)
    like: JobId | None = Field(default=None, description="A job or template whose pipeline is taken over.")
    state: Literal["draft", "open", "template"] = "draft"


class JobEdit(JobBody):
    """What changes; what is absent stays."""

    title: Words | None = None


class PipelineText(Strict):
    """A pipeline as it shall be; `moves` says for each removed stage where its people go."""

    stages: list[StageText] = Field(min_length=1, max_length=30)
    moves: dict[StageId, StageId] = Field(default_factory=dict)


class Listed(Strict):
    """A job in a list, with how many stand in each stage."""

    job: JobCard
    counts: dict[str, int]


def create(actor: Actor, wanted: NewJob, now: datetime) -> tuple[Job, int]:
    """Raises Invalid, NotFound (`like`)."""
    actor.require(Permission.edit_jobs)
    stages = _stages(actor, wanted)
    text = wanted.model_dump(include=set(JobText.model_fields))
    job = Job.model_validate(
        {
            **text,
            "id": new_id("job", now),
            "created_at": now,
            "created_by": actor.id or None,
            "updated_at": now,
            "state": wanted.state,
            "opened_at": now if wanted.state == "open" else None,
            "stages": stages,
        }
    )
    job = job.model_copy(update={"team": _with_owner(job.team, actor)})
    _require_members(actor, job.team)
    transaction = Transaction()
    told = event("job_created", actor, now, like=wanted.like, pipeline=wanted.pipeline, state=job.state)
    store.write_job(transaction, actor.workspace, None, None, job, told)
    transaction.commit()
    return job, 1


def _stages(actor: Actor, wanted: NewJob) -> list[Stage]:
    if wanted.stages:
        return pipelines.begun(wanted.stages)
    if wanted.like:
        held = store.load_job(actor.workspace, wanted.like).read().stages
        return pipelines.begun([as_text(s) for s in held if not s.leaving_to])
    known = pipelines.library().get(wanted.pipeline or "standard")
    if known is None:
        raise Invalid("There is no such pipeline.", [{"field": "pipeline", "message": "not in the library"}])
    return pipelines.begun(known)


def as_text(stage: Stage) -> StageText:
    return StageText.model_validate(stage.model_dump(include=set(StageText.model_fields)))


def _with_owner(members: list[TeamMember], actor: Actor) -> list[TeamMember]:
    """Somebody owns a job: who makes it, when nobody else does."""
    if actor.kind != "member" or any(m.role == TeamRole.owner for m in members):
        return members
    others = [m for m in members if m.member_id != actor.id]
    return [TeamMember(member_id=actor.id, role=TeamRole.owner), *others]


def _require_members(actor: Actor, members: list[TeamMember]) -> None:
    """One BatchGet. Raises Invalid naming who is no member of the workspace."""
    wanted = {m.member_id for m in members} - {actor.id}
    unknown = sorted(wanted - members_of(actor.workspace, sorted(wanted)).keys())
    if unknown:
        raise Invalid(
            "Someone in the team is no member of this workspace.", [{"field": "team", "message": m} for m in unknown]
        )


def open_job(actor: Actor, job_id: str, at: int = 0) -> store.Board:
    """A job with its counts: one Query. Raises NotFound."""
    access.require_job(actor, job_id)
    return store.board(actor.workspace, job_id, at)


def edit(actor: Actor, job_id: str, version: int | None, wanted: JobEdit, now: datetime) -> tuple[Job, int]:
    """Raises VersionMissing, VersionStale, Invalid, NotFound."""

    def change(job: Job) -> Job:
        given = {name: getattr(wanted, name) for name in wanted.model_fields_set}
        if given.get("title", job.title) is None:
            raise Invalid("A job has a title.", [{"field": "title", "message": "write one"}])
        after = validated({**{n: getattr(job, n) for n in Job.model_fields}, **given})
        _require_members(actor, [m for m in after.team if m not in job.team])
        if after.title == job.title:
            return after
        work = job.work.model_copy(update={"refresh": True}) if job.work else refresh(actor, now)
        return after.model_copy(update={"work": work})

    return _change(actor, job_id, version, "job_edited", change, now)


def validated(given: dict[str, Any]) -> Job:
    """Raises Invalid."""
    try:
        return Job.model_validate(given)
    except ValidationError as wrong:
        errors = [
            {"field": ".".join(str(p) for p in e["loc"]) or "body", "message": e["msg"]}
            for e in wrong.errors(include_url=False)
        ]
        raise Invalid("Something in the job is not right.", errors) from wrong


def refresh(actor: Actor, now: datetime) -> Work:
    """Applications carry the job's and stage's names with them; a change of these reaches them in steps."""
    return Work(id=new_id("wrk", now), kind="refresh", at=now, by=actor.id or None, by_name=actor.name or None)


def change_pipeline(
    actor: Actor, job_id: str, version: int | None, wanted: PipelineText, now: datetime
) -> tuple[Job, int]:
    """Rename, reorder, add, remove stages, change what they do. Raises Invalid, Conflict, VersionStale."""
    counts = {i: c.n for i, c in store.board(actor.workspace, job_id).counts.items()}

    def change(job: Job) -> Job:
        if job.work and job.work.kind != "refresh":
            raise Conflict("People of this job are being moved. Try again when that is done.", work=job.work.kind)
        done = pipelines.changed(job.stages, wanted.stages, wanted.moves, counts)
        work = job.work
        if done.emptied:
            work = refresh(actor, now).model_copy(update={"kind": "remove_stage"})
        elif _names(done.stages) != _names([s for s in job.stages if any(s.id == d.id for d in done.stages)]):
            work = work or refresh(actor, now)
        return job.model_copy(update={"stages": done.stages, "work": work})

    return _change(actor, job_id, version, "pipeline_changed", change, now)


def _names(stages: list[Stage]) -> dict[str, Any]:
    return {s.id: (s.name, s.kind) for s in stages}


def publish(actor: Actor, job_id: str, now: datetime) -> tuple[Job, int]:
    """A draft takes applications from now on. Raises Conflict for a job that is no draft."""

    def change(job: Job) -> Job:
        if job.state != JobState.draft:
            raise Conflict("Only a draft can be opened.", state=job.state)
        return job.model_copy(update={"state": JobState.open, "opened_at": now})

    number = store.load_job(actor.workspace, job_id).number
    return _change(actor, job_id, number, "job_opened", change, now)


def _change(actor: Actor, job_id: str, version: int | None, kind: str, change: Any, now: datetime) -> tuple[Job, int]:
    actor.require(Permission.edit_jobs)
    if version is None:
        raise VersionMissing("Say which version you edit: send its ETag in If-Match.")
    row = store.load_job(actor.workspace, job_id)
    before, number = row.read(), row.number
    if number != version:
        raise VersionStale("Someone else changed this job meanwhile.", version=number, fields=[])
    after = change(before).model_copy(update={"updated_at": now})
    changes = differing(before, after)
    if not changes:
        return before, number
    transaction = Transaction()
    told = event(kind, actor, now, changes=changes, version=number + 1)
    store.write_job(transaction, actor.workspace, row, before, after, told)
    try:
        transaction.commit()
    except Lost as lost:
        raise VersionStale("Someone else changed this job meanwhile.", version=number + 1, fields=[]) from lost
    return after, number + 1


def differing(before: Job, after: Job) -> list[dict[str, str]]:
    """Names of the fields that an act changed."""
    aside = {"updated_at", "work"}
    return [{"field": n} for n in Job.model_fields if n not in aside and getattr(before, n) != getattr(after, n)]


def delete_draft(actor: Actor, job_id: str) -> None:
    """Removes a draft or a template that nobody stands in. Raises Conflict."""
    actor.require(Permission.edit_jobs)

    def attempt() -> None:
        held = store.board(actor.workspace, job_id)
        if held.job.state not in (JobState.draft, JobState.template) or any(c.n for c in held.counts.values()):
            raise Conflict("Only a draft or a template without people can be deleted. Close the job instead.")
        transaction = Transaction()
        store.remove_job(transaction, actor.workspace, held.row, held.job)
        transaction.commit()

    until_settled(attempt)


def listed(actor: Actor, state: JobState, cursor: str | None) -> tuple[list[Listed], str | None]:
    """Jobs of a state, the newest first, with true counts. Hiring managers get their own. Raises BadCursor."""
    actor.require(Permission.see_jobs)
    own = access.own_jobs(actor)
    more = None
    if own is None:
        (before,) = cursors.decode(cursor, str) if cursor else (None,)
        rows = store.job_cards(actor.workspace, state, before=before, limit=PAGE)
        cards = [r.read() for r in rows]
        more = cursors.encode([rows[-1].sk]) if len(rows) == PAGE else None
    else:
        keys = [store.JobCardItem.key(actor.workspace, state, i) for i in sorted(own, reverse=True)][:100]
        cards = [r.read() for r in get_many(store.JobCardItem, keys)]
    counts = store.counts_of(actor.workspace, cards)
    return [Listed(job=c, counts={i: n.n for i, n in counts[c.id].items()}) for c in cards], more


def history(actor: Actor, job_id: str, cursor: str | None) -> tuple[list[Any], str | None]:
    """What happened to the job itself, newest first. Raises NotFound, BadCursor."""
    access.require_job(actor, job_id)
    (before,) = cursors.decode(cursor, str) if cursor else ("E#~",)
    events = store.job_events(actor.workspace, job_id, before)
    if not events and not cursor:
        raise NotFound("There is no such job.")
    more = cursors.encode([events[-1].sk]) if len(events) == store.PAGE else None
    return [e.read() for e in events], more
