"""Jobs: making and changing them, their pipelines, what happened to them."""

from typing import Literal

from chalice.app import Blueprint
from pydantic import Field

from auth import member
from endpoint import Call, Nothing, Reply, endpoint
from views.shared import Page, Query
from vivier.casework import closing, stage_sequences
from vivier.casework.closing import Closing
from vivier.hiring import jobs, pipelines, reasons
from vivier.hiring.jobs import JobEdit, Listed, NewJob, PipelineText
from vivier.hiring.model import Job, JobState
from vivier.hiring.reasons import Reason, Reasons
from vivier.hiring.stages import StageText
from vivier.kernel.actor import Permission
from vivier.kernel.model import Model
from vivier.people.model import Event

bp = Blueprint(__name__)


class JobView(Model):
    """A job as it is now, with true counts and what the law or a reader will miss in it."""

    job: Job
    version: int
    counts: dict[str, int]
    warnings: list[str]

    @classmethod
    def of(cls, job: Job, version: int, counts: dict[str, int] | None = None) -> "JobView":
        return cls(job=job, version=version, counts=counts or {}, warnings=job.warnings())


class JobsView(Model):
    jobs: list[Listed]
    cursor: str | None = None


class OfState(Page):
    state: Literal["draft", "open", "closed", "template"] = Field(default="open", description="Which list.")


class LibraryView(Model):
    pipelines: dict[str, list[StageText]]


class HistoryView(Model):
    events: list[Event]
    cursor: str | None = None


@bp.route("/jobs", methods=["GET"], authorizer=member)
@endpoint(bp, query=OfState, returns=JobsView)
def list_jobs(call: Call) -> JobsView:
    """Jobs of one state, the newest first, with how many stand in each stage."""
    found, more = jobs.listed(call.actor, JobState(call.query.state), call.query.cursor)
    return JobsView(jobs=found, cursor=more)


@bp.route("/jobs", methods=["POST"], authorizer=member)
@endpoint(bp, body=NewJob, returns=JobView, status=201)
def create_job(call: Call) -> Reply:
    """Makes a job: with a pipeline of the library, with stages of its own, or like another job."""
    stage_sequences.allowed(call.actor, call.body.stages or [])
    job, version = jobs.create(call.actor, call.body, call.now)
    return Reply(JobView.of(job, version), version)


@bp.route("/jobs/library", methods=["GET"], authorizer=member)
@endpoint(bp, query=Query, returns=LibraryView)
def list_pipelines(call: Call) -> LibraryView:
    """The product's own pipelines."""
    call.actor.require(Permission.see_jobs)
    return LibraryView(pipelines={key: list(stages) for key, stages in pipelines.library().items()})


@bp.route("/jobs/{job_id}", methods=["GET"], authorizer=member)
@endpoint(bp, returns=JobView, versioned=True)
def open_job(call: Call, job_id: str) -> Reply:
    """A job with its pipeline and true counts."""
    held = jobs.open_job(call.actor, job_id)
    view = JobView.of(held.job, held.row.number, {i: c.n for i, c in held.counts.items()})
    return Reply(view, held.row.number)


@bp.route("/jobs/{job_id}", methods=["PATCH"], authorizer=member)
@endpoint(bp, body=JobEdit, returns=JobView, versioned=True)
def edit_job(call: Call, job_id: str) -> Reply:
    """Changes a job's text or team, on the version in If-Match."""
    job, version = closing.edit(call.actor, job_id, call.version, call.body, call.now)
    return Reply(JobView.of(job, version), version)


@bp.route("/jobs/{job_id}", methods=["DELETE"], authorizer=member)
@endpoint(bp)
def delete_job(call: Call, job_id: str) -> Nothing:
    """Deletes a draft or a template that nobody stands in."""
    jobs.delete_draft(call.actor, job_id)
    return Nothing()


@bp.route("/jobs/{job_id}/pipeline", methods=["PUT"], authorizer=member)
@endpoint(bp, body=PipelineText, returns=JobView, versioned=True)
def change_pipeline(call: Call, job_id: str) -> Reply:
    """Renames, reorders, adds and removes stages, on the version in If-Match; says where removed stages' people go."""
    job, version = closing.change_pipeline(call.actor, job_id, call.version, call.body, call.now)
    return Reply(JobView.of(job, version), version)


@bp.route("/jobs/{job_id}/open", methods=["POST"], authorizer=member)
@endpoint(bp, returns=JobView)
def publish_job(call: Call, job_id: str) -> Reply:
    """Opens a draft: it takes applications from now on."""
    job, version = jobs.publish(call.actor, job_id, call.now)
    return Reply(JobView.of(job, version), version)


@bp.route("/jobs/{job_id}/events", methods=["GET"], authorizer=member)
@endpoint(bp, query=Page, returns=HistoryView)
def job_history(call: Call, job_id: str) -> HistoryView:
    """What happened to the job itself, newest first."""
    events, more = jobs.history(call.actor, job_id, call.query.cursor)
    return HistoryView(events=events, cursor=more)


class ReasonsView(Model):
    reasons: list[Reason]
    version: int = Field(description="0: the product's own list.")


@bp.route("/jobs/{job_id}/close", methods=["POST"], authorizer=member)
@endpoint(bp, body=Closing, returns=Job, status=202)
def close_job(call: Call, job_id: str) -> Job:
    """Closes a job and tells everyone still in it; `work` says what is under way."""
    return closing.close(call.actor, job_id, call.body, call.now)


@bp.route("/jobs/{job_id}/reopen", methods=["POST"], authorizer=member)
@endpoint(bp, returns=Job, status=202)
def reopen_job(call: Call, job_id: str) -> Job:
    """Opens a closed job again; who left with its closing comes back to where they stood."""
    return closing.reopen(call.actor, job_id, call.now)


@bp.route("/jobs/{job_id}/work", methods=["POST"], authorizer=member)
@endpoint(bp, returns=Job)
def go_on(call: Call, job_id: str) -> Job:
    """Takes one more step of what is under way for everyone in a job, and says how it stands."""
    return closing.continued(call.actor, job_id, call.now)


@bp.route("/refusal-reasons", methods=["GET"], authorizer=member)
@endpoint(bp, returns=ReasonsView, versioned=True)
def list_reasons(call: Call) -> Reply:
    """Why people leave a job: the workspace's own list."""
    call.actor.require(Permission.see_jobs)
    held, version = reasons.known(call.actor.workspace)
    return Reply(ReasonsView(reasons=held.reasons, version=version), version)


@bp.route("/refusal-reasons", methods=["PUT"], authorizer=member)
@endpoint(bp, body=Reasons, returns=ReasonsView, versioned=True)
def save_reasons(call: Call) -> Reply:
    """Saves the list of reasons on the version in If-Match (0 for the product's own)."""
    held, version = reasons.save(call.actor, call.body, call.version, call.now)
    return Reply(ReasonsView(reasons=held.reasons, version=version), version)
