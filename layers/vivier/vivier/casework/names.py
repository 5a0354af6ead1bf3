"""What people and jobs are called, for who may see them: rows that hold ids are shown with these."""

from collections.abc import Iterable, Sequence

from vivier.hiring import access
from vivier.hiring import store as jobs
from vivier.hiring.base import Words
from vivier.kernel.actor import Actor, Permission
from vivier.people import store as people
from vivier.storage.table import I, Key, get_many

About = tuple[str | None, str | None]  # ids of a person and of a job


def of_people(actor: Actor, about: Iterable[About]) -> dict[str, str | None]:
    """Names of the people by id: a BatchGet a hundred. Who sees people through their jobs only gets the names of those
    who stand in the job that is named with them: a Query and a BatchGet more.
    """
    pairs = {(c, j) for c, j in about if c}
    if not actor.may(Permission.see_people):
        pairs = _through_own_jobs(actor, pairs)
    found = whole(people.CandidateItem, [people.CandidateItem.key(actor.workspace, c) for c in {c for c, _ in pairs}])
    return {c.id: c.display_name for c in (row.read() for row in found)}


def _through_own_jobs(actor: Actor, pairs: set[tuple[str, str | None]]) -> set[tuple[str, str | None]]:
    own = access.own_jobs(actor) if pairs and actor.may(Permission.see_jobs) else set()
    named = {(c, j) for c, j in pairs if j and (own is None or j in own)}
    keys = {people.ApplicationItem.key(actor.workspace, c, j): (c, j) for c, j in named if j}
    return {keys[row.pk, row.sk] for row in whole(people.ApplicationItem, list(keys))}


def of_jobs(actor: Actor, ids: Iterable[str | None]) -> dict[str, Words]:
    """Titles of the jobs that the actor sees, by id: a BatchGet a hundred, and a Query for hiring managers."""
    wanted = {i for i in ids if i}
    if not wanted or not actor.may(Permission.see_jobs):
        return {}
    own = access.own_jobs(actor)
    seen = wanted if own is None else wanted & own
    return {j.id: j.title for j in (r.read() for r in whole(jobs.JobItem, [_job(actor, i) for i in seen]))}


def _job(actor: Actor, job_id: str) -> Key:
    return jobs.JobItem.key(actor.workspace, job_id)


def whole(cls: type[I], keys: Sequence[Key]) -> list[I]:
    """Every one of these rows that is there: a BatchGet a hundred."""
    return get_many(cls, sorted(keys))
