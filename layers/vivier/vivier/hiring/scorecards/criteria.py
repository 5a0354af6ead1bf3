"""Use cases on a job's criteria."""

from datetime import datetime

from pydantic import Field

from vivier.hiring import access
from vivier.hiring.model import Job, Requirement
from vivier.hiring.scorecards import store
from vivier.hiring.scorecards.model import MOST_CRITERIA, Criteria, Criterion, CriterionText
from vivier.hiring.store import JobItem, tell_job
from vivier.kernel.actor import Actor, Permission
from vivier.kernel.errors import Invalid
from vivier.kernel.ids import new_id
from vivier.kernel.versions import on_version
from vivier.people import notes
from vivier.people.model import Strict
from vivier.people.timeline import event
from vivier.storage.transaction import Transaction


class CriteriaText(Strict):
    """A job's criteria as they shall be."""

    criteria: list[CriterionText] = Field(max_length=MOST_CRITERIA)
    override: bool = Field(default=False, description="The author has seen the warnings and keeps the words.")


class CriteriaOfJob(Strict):
    """A job's criteria, with what they can be tied to."""

    criteria: list[Criterion]
    requirements: list[Requirement]
    untied: list[str] = Field(description="Criteria whose requirement the job no longer has.")
    version: int = Field(description="0: nobody wrote any yet.")


def read(actor: Actor, job_id: str) -> CriteriaOfJob:
    """One BatchGet. Raises NotFound."""
    access.require_job(actor, job_id)
    job, row = store.criteria(actor.workspace, job_id)
    return _shown(job.read(), row.read() if row else Criteria(), row.number if row else 0)


def _shown(job: Job, criteria: Criteria, version: int) -> CriteriaOfJob:
    return CriteriaOfJob(
        criteria=criteria.criteria,
        requirements=job.requirements,
        untied=criteria.untied(job.requirements),
        version=version,
    )


def save(actor: Actor, job_id: str, version: int | None, wanted: CriteriaText, now: datetime) -> CriteriaOfJob:
    """Raises Invalid (a criterion tied to nothing, words that look prohibited), VersionMissing, VersionStale, NotFound.

    The commit holds the job's version: nobody takes a requirement away at this very moment.
    """
    actor.require(Permission.edit_jobs)
    job_row, row = store.criteria(actor.workspace, job_id)
    job, held = job_row.read(), row.read() if row else Criteria()
    there = row.number if row else 0
    stale = on_version(version, there, "Someone else changed these criteria meanwhile.", ["criteria"])
    overridden = notes.warned("\n".join(t for c in wanted.criteria for t in c.texts()), wanted.override)
    after = Criteria(criteria=_named(held, wanted.criteria, now), overridden=overridden)
    if loose := after.untied(job.requirements):
        problems = [
            {"field": f"criteria.{n}.requirement_id", "message": "The job has no such requirement."}
            for n, c in enumerate(after.criteria)
            if c.id in loose
        ]
        raise Invalid("Each criterion is tied to a requirement of the job.", problems)
    transaction = Transaction()
    transaction.check(job_row, JobItem.version == job_row.number)
    transaction.save(row.put(after) if row else store.CriteriaItem.of(actor.workspace, job_id, after))
    tell_job(
        transaction,
        actor.workspace,
        job_id,
        event("criteria_changed", actor, now, number=len(after.criteria), version=there + 1),
    )
    transaction.commit_on(stale)
    return _shown(job, after, there + 1)


def _named(held: Criteria, wanted: list[CriterionText], now: datetime) -> list[Criterion]:
    known = {c.id for c in held.criteria}
    if unknown := next((c.id for c in wanted if c.id and c.id not in known), None):
        raise Invalid("There is no such criterion in this job.", [{"field": "criteria", "message": unknown}])
    if len({c.id for c in wanted if c.id}) < sum(1 for c in wanted if c.id):
        raise Invalid("A criterion stands there twice.", [{"field": "criteria", "message": "given twice"}])
    return [Criterion.model_validate({**c.model_dump(), "id": c.id or new_id("crt", now)}) for c in wanted]
