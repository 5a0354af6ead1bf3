"""What concerns everyone in a job: closing it, reopening it, emptying a stage that is removed, renaming.

Done in steps of one person each, so that any number fits: what a request leaves, the next one or the sweep takes up.
"""

from collections.abc import Callable, Iterator
from datetime import datetime

from pydantic import Field

from vivier.casework import refusals, stage_sequences
from vivier.casework.refusals import Letter
from vivier.hiring import access, applications, jobs, reasons, store
from vivier.hiring.jobs import JobEdit, PipelineText
from vivier.hiring.model import Application, End, Job, JobState, Told, Work
from vivier.hiring.reasons import ReasonKey
from vivier.hiring.stages import ENDS, Stage, StageKind
from vivier.kernel.actor import Actor, Permission, Role
from vivier.kernel.errors import Conflict, Invalid, NotFound
from vivier.kernel.ids import new_id
from vivier.kernel.observability import logger
from vivier.people.model import Strict
from vivier.people.timeline import event
from vivier.storage.transaction import Lost, Transaction, until_settled

STEPS = 40  # people in one request


class Closing(Strict):
    """What everyone still in the job is told, and why it closes."""

    reason: ReasonKey = "position_filled"
    letter: Letter | None = Field(default=None, description="None: nobody is written to.")
    told_otherwise: bool = False


def close(actor: Actor, job_id: str, wanted: Closing, now: datetime, most: int = STEPS) -> Job:
    """Begins to close a job; nobody enters it from now on. Raises Conflict, Invalid, NotFound."""
    reasons.require(actor.workspace, wanted.reason)
    letter = wanted.letter
    work = _work(actor, "close", now).model_copy(
        update={
            "reason": wanted.reason,
            "template": letter.template if letter else None,
            "business_days": letter.business_days if letter else 0,
            "told_otherwise": wanted.told_otherwise,
        }
    )

    def begin(job: Job) -> Job:
        if job.state != JobState.open:
            raise Conflict("Only an open job can be closed.", state=job.state)
        return job.model_copy(update={"work": work})

    return _begin(actor, job_id, "job_closing", begin, now, most)


def reopen(actor: Actor, job_id: str, now: datetime) -> Job:
    """Opens a closed job again; who was told that it is closed comes back to where they stood. Raises Conflict."""

    def begin(job: Job) -> Job:
        if job.state != JobState.closed:
            raise Conflict("This job is not closed.", state=job.state)
        work = _work(actor, "reopen", now).model_copy(update={"closing": job.closing})
        changes = {"state": JobState.open, "closed_at": None, "closing": None, "work": work if job.closing else None}
        return job.model_copy(update=changes)

    return _begin(actor, job_id, "job_reopened", begin, now)


def edit(actor: Actor, job_id: str, version: int | None, wanted: JobEdit, now: datetime) -> tuple[Job, int]:
    """Changes a job's text; another title reaches everyone in it. Raises as `hiring.jobs.edit`."""
    return _carried(actor, *jobs.edit(actor, job_id, version, wanted, now), now)


def change_pipeline(
    actor: Actor, job_id: str, version: int | None, wanted: PipelineText, now: datetime
) -> tuple[Job, int]:
    """Changes a pipeline; people of removed stages go where it says. Raises as `hiring.jobs.change_pipeline`, and
    Invalid for a sequence that a stage cannot begin.
    """
    stage_sequences.allowed(actor, wanted.stages, job_id)
    return _carried(actor, *jobs.change_pipeline(actor, job_id, version, wanted, now), now)


def _carried(actor: Actor, job: Job, version: int, now: datetime) -> tuple[Job, int]:
    if job.work is None:
        return job, version
    go_on(actor.workspace, job.id, now)
    row = store.load_job(actor.workspace, job.id)
    return row.read(), row.number


def _work(actor: Actor, kind: str, now: datetime) -> Work:
    given = {"id": new_id("wrk", now), "kind": kind, "at": now, "by": actor.id or None, "by_name": actor.name or None}
    return Work.model_validate(given)


def _begin(actor: Actor, job_id: str, kind: str, begin: Callable[[Job], Job], now: datetime, most: int = STEPS) -> Job:
    actor.require(Permission.edit_jobs)
    access.require_job(actor, job_id)

    def attempt() -> None:
        row = store.load_job(actor.workspace, job_id)
        job = row.read()
        waiting = job.work
        if waiting and waiting.kind != "refresh":
            raise Conflict("People of this job are being moved. Try again when that is done.", work=waiting.kind)
        after = begin(job).model_copy(update={"updated_at": now})
        if waiting and after.work:
            after = after.model_copy(update={"work": after.work.model_copy(update={"refresh": True})})
        transaction = Transaction()
        told = event(kind, actor, now, reason=after.work.reason if after.work else None, version=row.number + 1)
        store.write_job(transaction, actor.workspace, row, job, after, told)
        transaction.commit()

    until_settled(attempt)
    return go_on(actor.workspace, job_id, now, most)


def continued(actor: Actor, job_id: str, now: datetime) -> Job:
    """One more step of what is under way. Raises NotFound, Forbidden."""
    actor.require(Permission.edit_jobs)
    access.require_job(actor, job_id)
    return go_on(actor.workspace, job_id, now)


def go_on(workspace: str, job_id: str, now: datetime, most: int = STEPS) -> Job:
    """Takes up a job's work where it was left: at most so many people. Safe to run twice and at once."""
    job = store.load_job(workspace, job_id).read()
    work = job.work
    if work is None:
        return job
    actor = Actor(
        workspace=workspace,
        kind="member" if work.by else "system",
        id=work.by or "",
        name=work.by_name or "Vivier",
        role=Role.recruiter,
    )
    step, concerned = _step(actor, job, work, now)
    left, cursor = most, work.cursor
    for application, place in concerned:
        if left <= 0:
            break
        left -= 1
        cursor = place
        try:
            step(application)
        except (Conflict, NotFound) as moved:
            logger.info("moved meanwhile", extra={"job_id": job_id, "code": moved.code})
    return _advance(workspace, job_id, actor, work, now, finished=left > 0, cursor=cursor)


Concerned = Iterator[tuple[Application, str | None]]


def _step(actor: Actor, job: Job, work: Work, now: datetime) -> tuple[Callable[[Application], object], Concerned]:
    """What is done to each person, and whom it concerns."""
    if work.kind == "close":
        stages = [s for s in job.stages if s.kind not in ENDS]
        return lambda a: _let_go(actor, a, work, now), _first(actor, job, stages)
    if work.kind == "remove_stage":
        leaving = [s for s in job.stages if s.leaving_to]
        to = {s.id: s.leaving_to or "" for s in leaving}
        return lambda a: _empty(actor, a, to[a.stage_id], now), _first(actor, job, leaving)
    if work.kind == "reopen":
        ends = [s for s in job.stages if s.kind == StageKind.closed]
        back = (p for p in _every(actor, job, ends, work) if p[0].end and p[0].end.closing == work.closing)
        return lambda a: refusals.come_back(actor, job.id, a.candidate_id, now), back
    stale = (p for p in _every(actor, job, job.stages, work) if _renamed(p[0], job) != p[0])
    return lambda a: _rename(actor, job, a), stale


def _first(actor: Actor, job: Job, stages: list[Stage]) -> Concerned:
    """Whoever stands in these stages: each act takes them away, so the first page is always the next."""
    for stage in stages:
        seen: set[str] = set()
        while True:
            rows = store.page_of_stage(actor.workspace, job.id, stage.id)
            new = [a for a in (r.read().application for r in rows) if a.candidate_id not in seen]
            if not new:
                break
            for application in new:
                seen.add(application.candidate_id)
                yield application, None


def _every(actor: Actor, job: Job, stages: list[Stage], work: Work) -> Concerned:
    """Everyone of these stages, from where the last step ended, each with the place after which to go on."""
    begun, _, sort = (work.cursor or "").partition("|")
    ids = [s.id for s in stages]
    start = ids.index(begun) if begun in ids else 0
    for stage_id in ids[start:]:
        after = sort if stage_id == begun and sort else None
        while True:
            rows = store.page_of_stage(actor.workspace, job.id, stage_id, after=after)
            for row in rows:
                yield row.read().application, f"{stage_id}|{row.sk}"
            if len(rows) < store.PAGE:
                break
            after = rows[-1].sk


def _let_go(actor: Actor, a: Application, work: Work, now: datetime) -> None:
    """Tells one person that the job is closed; who cannot be written to is let go all the same, and stays untold."""
    told = Told(by="otherwise", at=now) if work.told_otherwise and not work.template else None
    end = End(
        how="job_closed",
        at=now,
        by=work.by,
        by_name=work.by_name,
        reason=work.reason,
        closing=work.id,
        told=told,
    )
    letter = Letter(template=work.template, business_days=work.business_days) if work.template else None
    try:
        until_settled(lambda: refusals.leave(actor, a.job_id, a.candidate_id, end, letter, now))
    except Invalid:
        until_settled(lambda: refusals.leave(actor, a.job_id, a.candidate_id, end, None, now))


def _empty(actor: Actor, a: Application, to: str, now: datetime) -> None:
    applications.move(
        actor, a.job_id, a.candidate_id, to, now, expected=a.stage_id, actions=False, cause="stage_removed"
    )


def _renamed(a: Application, job: Job) -> Application:
    stage = job.stage(a.stage_id)
    names = {"job_title": job.title} | ({"stage_name": stage.name, "stage_kind": stage.kind} if stage else {})
    return a.model_copy(update=names)


def _rename(actor: Actor, job: Job, a: Application) -> None:
    def attempt() -> None:
        here = applications.standing(actor.workspace, job.id, a.candidate_id)
        after = _renamed(here.application, here.job)
        transaction = Transaction()
        store.place(transaction, actor.workspace, here.job, here.row, here.application, after, None, [])
        transaction.commit()

    until_settled(attempt)


def _advance(
    workspace: str, job_id: str, actor: Actor, work: Work, now: datetime, *, finished: bool, cursor: str | None
) -> Job:
    """Writes how far the work has come; what it was for happens when nobody is left."""

    def attempt() -> Job:
        row = store.load_job(workspace, job_id)
        job = row.read()
        if job.work is None or job.work.id != work.id:
            return job  # somebody else was quicker
        after = _completed(job, work, store.board(workspace, job_id), now) if finished else job
        transaction = Transaction()
        if after.work:
            held = job.work.model_copy(update={"cursor": None if finished else cursor})
            after = job.model_copy(update={"work": held})
            transaction.save(row.now(workspace, after))
            transaction.commit()
            return after
        if job.work.refresh:
            after = after.model_copy(update={"work": jobs.refresh(actor, now)})
        told = event(f"job_{work.kind}_done", actor, now, version=row.number + 1)
        store.write_job(transaction, workspace, row, job, after, told)
        transaction.commit()
        return after

    try:
        return until_settled(attempt)
    except Lost:
        return store.load_job(workspace, job_id).read()


def _completed(job: Job, work: Work, held: store.Board, now: datetime) -> Job:
    done = job.model_copy(update={"work": None, "updated_at": now})
    left = {s.id for s in job.stages if held.counts[s.id].n}
    if work.kind == "close":
        if any(s.id in left and s.kind not in ENDS for s in job.stages):
            return job
        return done.model_copy(update={"state": JobState.closed, "closed_at": now, "closing": work.id})
    if work.kind == "remove_stage":
        stages = [s for s in job.stages if not s.leaving_to or s.id in left]
        return done.model_copy(update={"stages": stages, "work": None if len(stages) < len(job.stages) else work})
    return done
