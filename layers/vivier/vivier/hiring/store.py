"""Rows of jobs, their counts and boards, and of applications (docs/access_patterns.md).

A job's row and its counts lie in one partition, so that one Query reads both; the cards of a stage lie in a partition
of their own. An application lies with its person, under the job: one person stands once in a job.
"""

import zlib
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from pynamodb.attributes import NumberAttribute, UnicodeSetAttribute

from vivier.hiring.model import SHARDS, Application, BoardCard, Job, JobCard, JobState
from vivier.hiring.stages import MOST_STAGES, Stage
from vivier.kernel.clock import iso
from vivier.kernel.errors import NotFound
from vivier.kernel.ids import sort_key
from vivier.people import store as people
from vivier.people.enrolled import Watching, WatchItem
from vivier.people.model import Event, Shown
from vivier.people.store import APPLICATION, ApplicationItem
from vivier.storage.table import Item, Key, Versioned, find, get, get_many, query, waiting
from vivier.storage.transaction import Transaction

PAGE = 50
CARDS = "C#"


def job_partition(workspace: str, job_id: str) -> str:
    return f"W#{workspace}#J#{job_id}"


def stage_partition(workspace: str, job_id: str, stage_id: str) -> str:
    return f"W#{workspace}#J#{job_id}#{stage_id}"


class JobItem(Versioned, discriminator="job"):
    """The job; while work on many of its people is unfinished it stands in the work index."""

    @classmethod
    def key(cls, workspace: str, job_id: str) -> Key:
        return job_partition(workspace, job_id), "S#job"

    @classmethod
    def of(cls, workspace: str, job: Job) -> "JobItem":
        return cls.holding(job, *cls.key(workspace, job.id)).now(workspace, job)

    def now(self, workspace: str, job: Job) -> "JobItem":
        self.put(job)
        self.gsi1pk = f"W#{workspace}#JOBWORK" if job.work else None
        self.gsi1sk = f"{iso(job.work.at)}#{job.id}" if job.work else None
        return self

    def read(self) -> Job:
        return Job.model_validate_json(self.body)


class JobCardItem(Item, discriminator="job_card"):
    """A job in the list of its state, the newest last."""

    @classmethod
    def key(cls, workspace: str, state: JobState, job_id: str) -> Key:
        return f"W#{workspace}#JOBS#{state}", sort_key(job_id)

    @classmethod
    def of(cls, workspace: str, job: Job) -> "JobCardItem":
        return cls.holding(JobCard.of(job), *cls.key(workspace, job.state, job.id))

    def read(self) -> JobCard:
        return JobCard.model_validate_json(self.body)


class AccessItem(Item, discriminator="job_access"):
    """A job that a member belongs to the team of."""

    @classmethod
    def key(cls, workspace: str, member_id: str, job_id: str) -> Key:
        return f"W#{workspace}#ACCESS#{member_id}", job_id


class BoardItem(Item, discriminator="board_counts"):
    """One shard of a job's counts: `n<slot>` people in a stage, `r<slot>` how often it changed, `doors` the stages that
    may be entered.
    """

    doors = UnicodeSetAttribute(null=True)
    for _slot in range(MOST_STAGES):
        vars()[f"n{_slot}"] = NumberAttribute(null=True)
        vars()[f"r{_slot}"] = NumberAttribute(null=True)
    del _slot

    @classmethod
    def key(cls, workspace: str, job_id: str, shard: int) -> Key:
        return job_partition(workspace, job_id), f"N#{shard}"


class StageCount(NamedTuple):
    n: int
    revision: int


def new_row(workspace: str, a: Application) -> ApplicationItem:
    return now(ApplicationItem(*ApplicationItem.key(workspace, a.candidate_id, a.job_id)), workspace, a)


def now(row: ApplicationItem, workspace: str, a: Application) -> ApplicationItem:
    """The same row (its version kept) holding the application as it is now."""
    row.put(a)
    row.epoch = a.epoch
    row.board_pk, row.board_sk = (None, None) if a.aside else CardItem.key(workspace, a)
    return row


def read(row: ApplicationItem) -> Application:
    return Application.model_validate_json(row.body)


class CardItem(people.ShownItem, discriminator="board_card"):
    """An application on a board, who waits longest first."""

    @classmethod
    def key(cls, workspace: str, a: Application) -> Key:
        sort = f"{CARDS}{iso(a.entered_at)}#{sort_key(a.candidate_id)}"
        return stage_partition(workspace, a.job_id, a.stage_id), sort

    @classmethod
    def of(cls, workspace: str, a: Application, shown: str) -> "CardItem":
        return cls.holding(a, *cls.key(workspace, a), person=shown)

    def read(self) -> BoardCard:
        return BoardCard(
            application=Application.model_validate_json(self.body), person=Shown.model_validate_json(self.person)
        )


def load_job(workspace: str, job_id: str) -> JobItem:
    """Raises NotFound."""
    try:
        return get(JobItem, JobItem.key(workspace, job_id), consistent=True)
    except NotFound as absent:
        raise NotFound("There is no such job.") from absent


class Board(NamedTuple):
    """A job, its version, its counts by stage, and who looks at it."""

    row: JobItem
    job: Job
    counts: dict[str, StageCount]
    looking: list[str]


def board(workspace: str, job_id: str, at: int = 0) -> Board:
    """The job with its true counts: one Query. `at` (epoch seconds) tells who is still looking. Raises NotFound."""
    rows = query(job_partition(workspace, job_id), after="N", limit=SHARDS + 60, consistent=True)
    row = next((r for r in rows if isinstance(r, JobItem)), None)
    if row is None:
        raise NotFound("There is no such job.")
    job = row.read()
    shards = [r for r in rows if isinstance(r, BoardItem)]
    looking = [r.sk.partition("#")[2] for r in rows if isinstance(r, PresenceItem) and int(r.until) > at]
    return Board(row, job, stage_counts(job, shards), looking)


def stage_counts(job: Job | JobCard, shards: Iterable[BoardItem]) -> dict[str, StageCount]:
    n, r = Counter[int](), Counter[int]()
    for shard in shards:
        for stage in job.stages:
            n[stage.slot] += int(getattr(shard, f"n{stage.slot}") or 0)
            r[stage.slot] += int(getattr(shard, f"r{stage.slot}") or 0)
    return {s.id: StageCount(n[s.slot], r[s.slot]) for s in job.stages}


class PresenceItem(Item, discriminator="board_presence"):
    """Someone has this board open; `until` in epoch seconds."""

    until = NumberAttribute(default=0)

    @classmethod
    def of(cls, workspace: str, job_id: str, member_id: str, until: int) -> "PresenceItem":
        return cls(job_partition(workspace, job_id), f"P#{member_id}", until=until, ttl=until + 3600)


def counts_of(workspace: str, cards: list[JobCard]) -> dict[str, dict[str, StageCount]]:
    """True counts of some jobs: one BatchGet for each 25."""
    found: dict[str, list[BoardItem]] = {}
    keys = {BoardItem.key(workspace, c.id, s): c.id for c in cards for s in range(SHARDS)}
    for row in get_many(BoardItem, list(keys)):
        found.setdefault(keys[row.pk, row.sk], []).append(row)
    return {c.id: stage_counts(c, found.get(c.id, [])) for c in cards}


def shard_of(candidate_id: str) -> int:
    return zlib.crc32(candidate_id.encode()) % SHARDS


def page_of_stage(
    workspace: str, job_id: str, stage_id: str, *, after: str | None = None, limit: int = PAGE
) -> list[CardItem]:
    """Cards of a stage, who waits longest first: one Query."""
    rows = query(stage_partition(workspace, job_id, stage_id), prefix=CARDS, after=after, limit=limit, consistent=True)
    return [r for r in rows if isinstance(r, CardItem)]


def application(workspace: str, candidate_id: str, job_id: str) -> ApplicationItem | None:
    return find(ApplicationItem, ApplicationItem.key(workspace, candidate_id, job_id), consistent=True)


def standing(workspace: str, job_id: str, candidate_id: str) -> tuple[JobItem, ApplicationItem | None, set[Watching]]:
    """A job, a person's application to it, and the enrolments that their moves in any job are told to: one BatchGet,
    and a Get of a record that was merged. Raises NotFound (no such job).
    """
    keys = [
        JobItem.key(workspace, job_id),
        ApplicationItem.key(workspace, candidate_id, job_id),
        WatchItem.key(workspace, candidate_id),
    ]
    rows = get_many(Item, keys, consistent=True)
    job = next((r for r in rows if isinstance(r, JobItem)), None)
    if job is None:
        raise NotFound("There is no such job.")
    own = next((r for r in rows if isinstance(r, WatchItem)), None)
    watching = {Watching(candidate_id, s) for s in own.sequences or ()} if own else set()
    if own and (leads := own.goes_to):
        theirs = find(WatchItem, WatchItem.key(workspace, leads), consistent=True)
        watching |= {Watching(leads, s) for s in theirs.sequences or ()} if theirs else set()
    return job, next((r for r in rows if isinstance(r, ApplicationItem)), None), watching


def applications_of(workspace: str, candidate_id: str) -> list[ApplicationItem]:
    """Every application of one record: one Query."""
    rows = query(people.partition(workspace, candidate_id), prefix=APPLICATION, limit=100, consistent=True)
    return [r for r in rows if isinstance(r, ApplicationItem)]


def applications_among(workspace: str, candidate_ids: list[str], job_id: str) -> list[ApplicationItem]:
    """Of some records, those that stand in a job: one BatchGet for each 100, none for nobody."""
    keys = [ApplicationItem.key(workspace, c, job_id) for c in candidate_ids]
    return get_many(ApplicationItem, keys, consistent=True)


def own_jobs(workspace: str, member_id: str) -> list[str]:
    """Ids of the jobs that a member belongs to: one Query."""
    return [r.sk for r in query(f"W#{workspace}#ACCESS#{member_id}", limit=1000)]


def job_cards(workspace: str, state: JobState, *, before: str | None = None, limit: int = 25) -> list[JobCardItem]:
    """Jobs of a state, the newest first: one Query."""
    rows = query(f"W#{workspace}#JOBS#{state}", before=before, newest_first=True, limit=limit)
    return [r for r in rows if isinstance(r, JobCardItem)]


def unfinished(workspace: str, *, after: str | None = None, limit: int = 20) -> list[JobItem]:
    """Jobs with work on many people that is not done: one Query."""
    return waiting(JobItem, f"W#{workspace}#JOBWORK", after=after, limit=limit)


def tell_job(transaction: Transaction, workspace: str, job_id: str, event: Event) -> None:
    """An event of the job itself."""
    transaction.create(people.EventItem.on(workspace, job_partition(workspace, job_id), event))


def write_job(
    transaction: Transaction, workspace: str, row: JobItem | None, before: Job | None, after: Job, event: Event
) -> None:
    """One act on a job: its row, card, team's access, the doors of its stages, and its event."""
    transaction.save(row.now(workspace, after)) if row else transaction.create(JobItem.of(workspace, after))
    if before and before.state != after.state:
        transaction.delete(JobCardItem(*JobCardItem.key(workspace, before.state, before.id)))
    transaction.save(JobCardItem.of(workspace, after))
    was = {m.member_id for m in before.team} if before else set()
    are = {m.member_id for m in after.team}
    transaction.delete(*(AccessItem(*AccessItem.key(workspace, m, after.id)) for m in sorted(was - are)))
    transaction.save(*(AccessItem(*AccessItem.key(workspace, m, after.id)) for m in sorted(are - was)))
    doors = after.enterable()
    if before is None:
        shards = (BoardItem(*BoardItem.key(workspace, after.id, s), doors=doors) for s in range(SHARDS))
        transaction.create(*shards)
    elif doors != before.enterable():
        # Whoever entered a stage at the very moment that it is removed keeps it from going.
        empty = _nobody(s for s in before.stages if after.stage(s.id) is None)
        for s in range(SHARDS):
            shard = BoardItem(*BoardItem.key(workspace, after.id, s))
            transaction.update(shard, BoardItem.doors.set(doors), when=empty)
    tell_job(transaction, workspace, after.id, event)


def place(
    transaction: Transaction,
    workspace: str,
    job: Job,
    row: ApplicationItem | None,
    before: Application | None,
    after: Application,
    shown: str | None,
    events: Iterable[Event],
    *,
    entering_as: str | None = None,
) -> None:
    """One act on an application: its row, its card, the counts of the stages it leaves and enters, its events.

    `shown`: the person (`Shown`, as text) as it stands on the card that is left, and on the one that is made unless
    `entering_as` says otherwise.
    """
    if row is None:
        transaction.create(new_row(workspace, after))
    else:
        transaction.save(now(row, workspace, after))
    was = None if before is None or before.aside else before
    here = None if after.aside else after
    old_key, new_key = was and CardItem.key(workspace, was), here and CardItem.key(workspace, here)
    if old_key and old_key != new_key:
        # What the board shows of the person may be changed by another act at this very moment: then we look again.
        same: Any = CardItem.person == shown
        transaction.delete(CardItem(*old_key), when=same)
    if here and new_key:
        if old_key == new_key:
            body = here.model_dump_json(exclude_defaults=True)
            transaction.update(CardItem(*new_key), CardItem.body.set(body), when=CardItem.pk.exists())
        else:
            transaction.create(CardItem.of(workspace, here, entering_as or shown or "{}"))
    _count(transaction, workspace, job, was, here, after.candidate_id)
    transaction.create(*(people.EventItem.of(workspace, after.candidate_id, e) for e in events))


def _count(
    transaction: Transaction,
    workspace: str,
    job: Job,
    was: Application | None,
    now: Application | None,
    candidate_id: str,
) -> None:
    shard = BoardItem(*BoardItem.key(workspace, job.id, shard_of(candidate_id)))
    moved = Counter[str]()
    for application, by in ((was, -1), (now, 1)):
        if application and (stage := job.stage(application.stage_id)):
            moved[f"n{stage.slot}"] += by
            moved[f"r{stage.slot}"] = 1
    entering = now is not None and (was is None or was.stage_id != now.stage_id)
    door: Any = BoardItem.doors.contains(now.stage_id) if now and entering else BoardItem.pk.exists()
    transaction.add(shard, when=door, **moved)


def remove(transaction: Transaction, workspace: str, row: ApplicationItem, job: Job | None) -> None:
    """An application as it was read, with its card, counted out of its stage. `job`: None of one that is gone."""
    held = read(row)
    transaction.delete(row, when=ApplicationItem.version == row.number)
    if held.aside:
        return
    transaction.delete(CardItem(*CardItem.key(workspace, held)))
    if job:
        _count(transaction, workspace, job, held, None, held.candidate_id)


def remove_job(transaction: Transaction, workspace: str, row: JobItem, job: Job) -> None:
    """A job that nobody stands in, with all its rows but its history."""
    transaction.delete(row, when=JobItem.version == row.number)
    transaction.delete(JobCardItem(*JobCardItem.key(workspace, job.state, job.id)))
    transaction.delete(*(AccessItem(*AccessItem.key(workspace, m.member_id, job.id)) for m in job.team))
    empty = _nobody(job.stages)
    transaction.delete(*(BoardItem(*BoardItem.key(workspace, job.id, n)) for n in range(SHARDS)), when=empty)


def _nobody(stages: Iterable[Stage]) -> Any:
    """A shard on which nobody stands in these stages."""
    empty: Any = BoardItem.pk.exists()
    for stage in stages:
        count = getattr(BoardItem, f"n{stage.slot}")
        empty = empty & (count.does_not_exist() | (count == 0))
    return empty


def job_events(workspace: str, job_id: str, before: str) -> list[people.EventItem]:
    """Events of a job, newest first: one Query."""
    rows = query(job_partition(workspace, job_id), before=before, newest_first=True, limit=PAGE)
    return [r for r in rows if isinstance(r, people.EventItem)]
