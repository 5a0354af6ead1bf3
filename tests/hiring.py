"""Jobs with people in them, for tests."""

from datetime import datetime
from typing import Any

from tests.factories import NOW, WORKSPACE, actor, arrive, profile
from vivier.hiring import applications, jobs
from vivier.hiring.base import Words
from vivier.hiring.jobs import NewJob
from vivier.hiring.model import Application, Job
from vivier.hiring.pipelines import library
from vivier.hiring.stages import Action, Stage, StageKind
from vivier.kernel.actor import Actor, Role
from vivier.storage.transaction import Transaction
from vivier.team import service as team

_number = iter(range(1, 10**9))


def job(title: str = "Batelier fluvial", by: Actor | None = None, **more: Any) -> Job:
    """An open job with the standard pipeline."""
    wanted = NewJob.model_validate({"title": Words(fr=title), "state": "open", **more})
    return jobs.create(by or actor(), wanted, NOW)[0]


def colleagues(role: str) -> str:
    """A member of this role; their id."""
    name = f"{role}-{next(_number)}"
    return team.add_member(WORKSPACE, subject=name, name=name, email=f"{name}@halage.example", role=Role(role)).id


def job_with(kind: StageKind, *actions: Action, **more: Any) -> Job:
    """A job whose stage of this kind does something on entering."""
    stages = [s.model_copy(update={"actions": list(actions)}) if s.kind == kind else s for s in library()["standard"]]
    return job(stages=stages, **more)


def stage(of: Job, kind: StageKind | str) -> Stage:
    return next(s for s in of.stages if s.kind == kind)


def person(name: str | None = None, workspace: str = WORKSPACE) -> str:
    """Someone who came through a file; their id."""
    n = next(_number)
    step = arrive(profile(name or f"Personne {n}", f"p{n}@embauche.example"), workspace=workspace)
    return f"can_{step.intake_id.partition('_')[2]}"


def candidate_in(of: Job, name: str | None = None, kind: StageKind | str = "new", by: Actor | None = None) -> str:
    """Someone who stands in a stage of this job; their id."""
    one = person(name)
    applications.add(by or actor(), of.id, one, NOW, stage(of, kind).id)
    return one


def standing(of: Job, candidate_id: str) -> Application:
    return applications.standing(WORKSPACE, of.id, candidate_id).application


def undo_move(job_id: str, candidate_id: str, now: datetime) -> None:
    """Takes the last move back, as a recruiter does."""
    here = applications.standing(WORKSPACE, job_id, candidate_id)
    after, _ = applications.back(here, now, restore_time=True)
    transaction = Transaction()
    applications.unshift(transaction, actor(), here, after, now, more=[])
    transaction.commit()
