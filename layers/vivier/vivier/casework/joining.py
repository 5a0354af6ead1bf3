"""What a merge means for the jobs of two records: one person stands once in each.

Where both stand in a job, the application of the absorbed record is put aside, off the board and its counts; undoing
the merge brings it back to where it stood.
"""

from datetime import datetime

from vivier.hiring import applications, store
from vivier.hiring.model import Application
from vivier.hiring.stages import ENDS
from vivier.kernel.actor import Actor
from vivier.people.model import Candidate
from vivier.people.store import ApplicationItem
from vivier.people.timeline import event
from vivier.storage.transaction import Transaction


def put_aside(transaction: Transaction, actor: Actor, survivor: Candidate, absorbed: Candidate, now: datetime) -> None:
    """Where both stand in a job, the survivor's application is the person's. A Query for each record of the two."""
    if not (_anywhere(survivor) and _anywhere(absorbed)):
        return
    ours = _standing(actor, survivor.everyone())
    for job_id, (row, held) in _standing(actor, absorbed.everyone()).items():
        if job_id in ours:
            _turn(transaction, actor, row, held, survivor.id, now)


def bring_back(transaction: Transaction, actor: Actor, survivor: Candidate, absorbed: Candidate, now: datetime) -> None:
    """Everything that their merge put aside."""
    for one in sorted(absorbed.everyone()) if _anywhere(absorbed) else []:
        for row in store.applications_of(actor.workspace, one):
            if (held := store.read(row)).aside_for == survivor.id:
                _turn(transaction, actor, row, held, None, now)


def _anywhere(person: Candidate) -> bool:
    return bool(person.jobs or person.absorbed)


def _standing(actor: Actor, people: set[str]) -> dict[str, tuple[ApplicationItem, Application]]:
    found = {}
    for one in sorted(people):
        for row in store.applications_of(actor.workspace, one):
            if not (held := store.read(row)).aside:
                found[held.job_id] = (row, held)
    return found


def _turn(
    transaction: Transaction,
    actor: Actor,
    row: ApplicationItem,
    held: Application,
    aside_for: str | None,
    now: datetime,
) -> None:
    aside = aside_for is not None
    job = store.load_job(actor.workspace, held.job_id).read()
    after = held.model_copy(update={"aside_for": aside_for, "epoch": held.epoch + 1, "before": None})
    stage = job.stage(held.stage_id)
    if not aside and (stage is None or stage.leaving_to or stage.id not in job.enterable()):
        # The stage is gone meanwhile, or shut with the job.
        start = job.beginning if held.stage_kind not in ENDS and job.beginning.id in job.enterable() else job.stages[-1]
        names = {"stage_id": start.id, "stage_name": start.name, "stage_kind": start.kind, "entered_at": now}
        after = after.model_copy(update=names)
    kind = "application_set_aside" if aside else "application_brought_back"
    title = job.title.model_dump(exclude_none=True)
    told = event(kind, actor, now, job_id=job.id, job_title=title)
    shown = applications.on_card(actor.workspace, held) if aside else None
    current = None if aside else applications.shown(actor.workspace, held.candidate_id)
    store.place(transaction, actor.workspace, job, row, held, after, shown, [told], entering_as=current)
