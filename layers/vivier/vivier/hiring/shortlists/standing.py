"""Who of a shortlist is shown today: the view is live. Who left the job, was erased or went is not there any more."""

from collections.abc import Iterable

from vivier.hiring import store
from vivier.people import store as people
from vivier.people.model import Candidate
from vivier.people.store import ApplicationItem
from vivier.storage.table import get_many


def standing(workspace: str, job_id: str, ids: Iterable[str]) -> dict[str, Candidate]:
    """By the ids that were shared, in their order: the records that those are now (merges followed), as long as they
    stand in the job and are considered. One person is there once. A BatchGet of records, and one of applications.
    """
    wanted = list(dict.fromkeys(ids))
    held = people.standing_of(workspace, wanted)
    owner = {ApplicationItem.key(workspace, one, job_id): c.id for c in held.values() for one in c.everyone()}
    rows = get_many(ApplicationItem, sorted(owner), consistent=True)
    here = {owner[row.pk, row.sk] for row in rows if (a := store.read(row)).open and not a.aside}
    shown: dict[str, Candidate] = {}
    for one in wanted:
        person = held.get(one)
        if person and person.id in here:
            shown[one] = person
            here.discard(person.id)
    return shown
