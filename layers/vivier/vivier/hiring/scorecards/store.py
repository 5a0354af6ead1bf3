"""Rows of criteria and scorecards (docs/access_patterns.md).

Criteria lie with their job. The scorecards of one person in one job are a partition of their own under the person: who
opens the record does not read them, and what is about a person lies under their key. One that was asked for and not
given stands in the work index under its colleague.
"""

from typing import NamedTuple

from vivier.hiring.model import Job
from vivier.hiring.scorecards.model import Criteria, Scorecard
from vivier.hiring.store import JobItem, job_partition
from vivier.kernel.clock import iso
from vivier.kernel.errors import NotFound
from vivier.kernel.ids import sort_key
from vivier.people.store import ApplicationItem, partition
from vivier.storage.table import Item, Key, Versioned, find, get_many, query, waiting

MOST = 200  # scorecards of one person in one job


class CriteriaItem(Versioned, discriminator="criteria"):
    @classmethod
    def key(cls, workspace: str, job_id: str) -> Key:
        return job_partition(workspace, job_id), "K#criteria"

    @classmethod
    def of(cls, workspace: str, job_id: str, c: Criteria) -> "CriteriaItem":
        return cls.holding(c, *cls.key(workspace, job_id))

    def read(self) -> Criteria:
        return Criteria.model_validate_json(self.body)


def scorecards_partition(workspace: str, candidate_id: str, job_id: str) -> str:
    return f"{partition(workspace, candidate_id)}#SCORECARDS#{sort_key(job_id)}"


def owed_by(workspace: str, member_id: str) -> str:
    return f"W#{workspace}#OWED#{member_id}"


class ScorecardItem(Versioned, discriminator="scorecard"):
    @classmethod
    def key(cls, workspace: str, candidate_id: str, job_id: str, about_id: str, member_id: str) -> Key:
        return scorecards_partition(workspace, candidate_id, job_id), f"{about_id}#{member_id}"

    @classmethod
    def of(cls, workspace: str, s: Scorecard) -> "ScorecardItem":
        return cls.holding(s, *cls.key(workspace, s.candidate_id, s.job_id, s.about.id, s.member_id)).now(workspace, s)

    def now(self, workspace: str, s: Scorecard) -> "ScorecardItem":
        """The same row (its version kept) holding the scorecard as it is now."""
        self.put(s)
        first = s.due_at or s.asked_at
        self.gsi1pk = owed_by(workspace, s.member_id) if s.owed else None
        self.gsi1sk = f"{iso(first)}#{self.sk}" if s.owed and first else None
        return self

    def read(self) -> Scorecard:
        return Scorecard.model_validate_json(self.body)


class Ground(NamedTuple):
    """What scorecards of a person in a job stand on: the job, that they stand in it, and the criteria."""

    job_row: JobItem
    job: Job
    candidate_id: str
    application: ApplicationItem
    criteria: Criteria


def ground(workspace: str, job_id: str, candidate_id: str) -> Ground:
    """One BatchGet. Raises NotFound."""
    keys = [
        JobItem.key(workspace, job_id),
        ApplicationItem.key(workspace, candidate_id, job_id),
        CriteriaItem.key(workspace, job_id),
    ]
    rows = get_many(Item, keys, consistent=True)
    job = next((r for r in rows if isinstance(r, JobItem)), None)
    application = next((r for r in rows if isinstance(r, ApplicationItem)), None)
    if job is None:
        raise NotFound("There is no such job.")
    if application is None:
        raise NotFound("This person does not stand in this job.")
    criteria = next((r.read() for r in rows if isinstance(r, CriteriaItem)), Criteria())
    return Ground(job, job.read(), candidate_id, application, criteria)


def criteria(workspace: str, job_id: str) -> tuple[JobItem, CriteriaItem | None]:
    """A job and what it looks at: one BatchGet. Raises NotFound."""
    keys = [JobItem.key(workspace, job_id), CriteriaItem.key(workspace, job_id)]
    rows = get_many(Item, keys, consistent=True)
    job = next((r for r in rows if isinstance(r, JobItem)), None)
    if job is None:
        raise NotFound("There is no such job.")
    return job, next((r for r in rows if isinstance(r, CriteriaItem)), None)


def scorecard(workspace: str, candidate_id: str, job_id: str, about_id: str, member_id: str) -> ScorecardItem | None:
    return find(ScorecardItem, ScorecardItem.key(workspace, candidate_id, job_id, about_id, member_id), consistent=True)


def scorecards(workspace: str, candidate_id: str, job_id: str) -> list[ScorecardItem]:
    """Of one person in one job, by what they are about: one Query."""
    rows = query(scorecards_partition(workspace, candidate_id, job_id), limit=MOST, consistent=True)
    return [r for r in rows if isinstance(r, ScorecardItem)]


def owed(workspace: str, member_id: str, *, limit: int = 50) -> list[ScorecardItem]:
    """What a colleague was asked for and has not given, the first due first: one Query."""
    return waiting(ScorecardItem, owed_by(workspace, member_id), limit=limit)
