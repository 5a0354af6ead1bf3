"""Which jobs a member sees, and which people through them. Outside, everything answers as if it did not exist."""

from vivier.hiring import store
from vivier.kernel.actor import Actor, Permission, Role
from vivier.kernel.errors import Invalid, NotFound
from vivier.people.model import Candidate
from vivier.people.store import ApplicationItem
from vivier.storage.table import find, get_many


def sees_every_job(actor: Actor) -> bool:
    return actor.kind == "system" or actor.role != Role.manager


def require_job(actor: Actor, job_id: str) -> None:
    """A Get for hiring managers, nothing for the others. Raises Forbidden, NotFound."""
    actor.require(Permission.see_jobs)
    if sees_every_job(actor):
        return
    if find(store.AccessItem, store.AccessItem.key(actor.workspace, actor.id, job_id)) is None:
        raise NotFound("There is no such job.")


def require_known_job(actor: Actor, job_id: str) -> None:
    """The same for a job that must be there, before several acts on it: a Get more. Raises Forbidden, NotFound."""
    require_job(actor, job_id)
    store.load_job(actor.workspace, job_id)


def own_jobs(actor: Actor) -> set[str] | None:
    """Ids of the jobs that the actor sees; None for every job."""
    return None if sees_every_job(actor) else set(store.own_jobs(actor.workspace, actor.id))


def jobs_shared_with(actor: Actor, candidate_id: str) -> set[str]:
    """Of the jobs that a hiring manager sees, those that this record stands in: two Queries."""
    own = own_jobs(actor) or set()
    rows = store.applications_of(actor.workspace, candidate_id) if own else []
    return {store.read(row).job_id for row in rows} & own


def require_person(actor: Actor, candidate_id: str) -> None:
    """Whether the actor may see this record: nothing to read for who sees everyone. Raises NotFound, Forbidden."""
    if actor.may(Permission.see_people):
        return
    actor.require(Permission.see_jobs)
    if not jobs_shared_with(actor, candidate_id):
        raise NotFound("There is no such person.")


def require_standing(actor: Actor, person: Candidate, job_id: str) -> None:
    """Whether the actor may say something about a person's application to this job: one BatchGet.

    Raises NotFound (no such job to them), Invalid (the person does not stand in it).
    """
    require_job(actor, job_id)
    keys = [ApplicationItem.key(actor.workspace, one, job_id) for one in sorted(person.everyone())]
    if not get_many(ApplicationItem, keys[:100]):
        raise Invalid("This person does not stand in this job.", [{"field": "job_id", "message": job_id}])
