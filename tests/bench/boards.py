"""A move, a board and a day at a thousand and at twenty thousand applications; fifty who move people on one board."""

import contextlib
import itertools
import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

from tests.bench.figures import repeat, show
from tests.bench.instance import Running
from vivier.casework import todo
from vivier.hiring import applications, board, jobs, store
from vivier.hiring.board import Filter
from vivier.hiring.jobs import NewJob
from vivier.hiring.model import Application, Job
from vivier.kernel.actor import Actor, Role
from vivier.kernel.clock import utc_now
from vivier.kernel.errors import Conflict, Throttled
from vivier.kernel.ids import new_id
from vivier.kernel.metering import metered
from vivier.people.model import Shown
from vivier.storage.table import Item, ready
from vivier.tasks.model import Due
from vivier.tasks.service import NewTask
from vivier.team.store import members

WORKSPACE = "vivier"
A_JOB = 250  # applications of one job
COLUMNS = ["applications, act", "alone p50", "alone p99", "calls", "read", "write"]


def measure(instance: Running, sizes: tuple[int, ...] = (1_000, 20_000), n: int = 100) -> None:
    instance.reach_the_table()
    someone = next(m for m in members(WORKSPACE) if m.role == Role.recruiter)
    actor = someone.actor()
    for _ in range(30):
        todo.create(actor, NewTask(title="Rappeler", due=Due(on=utc_now().date())), utc_now())
    rows: list[list[object]] = []
    made: list[Job] = []
    for size in sizes:
        while len(made) * A_JOB < size:
            made.append(_job(actor))
        job = made[-1]
        first, _ = board.page(actor, job.id, job.beginning.id, Filter(), None, 1)
        walk = itertools.cycle(s.id for s in job.stages[1:5])
        person = first[0].application.candidate_id
        acts: dict[str, Callable[[], Any]] = {
            "move": lambda: applications.move(actor, job.id, person, next(walk), utc_now()),  # noqa: B023
            "board": lambda: board.open_board(actor, job.id, Filter(), utc_now()),  # noqa: B023
            "my day": lambda: todo.my_day(actor, someone.timezone, utc_now()),
        }
        for name, act in acts.items():
            timing = repeat(act, n)
            with metered() as tally:
                act()
            rows.append([f"{size:,} {name}", timing.p50, timing.p99, tally.total, tally.read_units, tally.write_units])
    show("Boards: the service alone (ms; units of DynamoDB)", COLUMNS, rows)
    _crowd(actor, made[-1])


def _crowd(actor: Actor, job: Job, moves: int = 1_000, movers: int = 50) -> None:
    """Fifty at once on one job: how fast, how many met, and whether the counts are those of the cards."""
    chance = random.Random(3)
    people = [c.application.candidate_id for c in board.page(actor, job.id, job.beginning.id, Filter(), None, 100)[0]]
    stages = [s.id for s in job.stages if s.kind != "closed"]

    def move(number: int) -> int:
        with contextlib.suppress(Conflict, Throttled):
            at = utc_now() + timedelta(seconds=number)
            applications.move(actor, job.id, chance.choice(people), chance.choice(stages), at)
            return 1
        return 0

    started = time.perf_counter()
    with ThreadPoolExecutor(movers) as crowd:
        done = sum(crowd.map(move, range(moves)))
    seconds = time.perf_counter() - started
    counts = store.board(WORKSPACE, job.id).counts
    wrong = sum(abs(counts[s.id].n - _cards(job, s.id)) for s in job.stages)
    columns = ["movers, moves", "a second", "made or already there", "given up", "counts that are wrong"]
    show("Fifty movers on one board", columns, [[f"{movers}, {moves:,}", done / seconds, done, moves - done, wrong]])


def _cards(job: Job, stage_id: str) -> int:
    found, after = 0, None
    while True:
        rows = store.page_of_stage(WORKSPACE, job.id, stage_id, after=after)
        found += len(rows)
        if len(rows) < store.PAGE:
            return found
        after = rows[-1].sk


def _job(actor: Actor) -> Job:
    """An open job with people at its beginning, written as an act would but in batches."""
    now = utc_now()
    job, _ = jobs.create(actor, NewJob.model_validate({"title": {"fr": "Batelier"}, "state": "open"}), now)
    first = job.beginning
    ready()
    shown = Shown(name="Anna Roch", headline="Batelière", source="bench").model_dump_json(exclude_defaults=True)
    shards = [0, 0, 0, 0]
    with Item.batch_write() as batch:
        for number in range(A_JOB):
            at = now + timedelta(milliseconds=number)
            a = Application(
                id=new_id("app", at),
                job_id=job.id,
                job_title=job.title,
                candidate_id=new_id("can", at),
                applied_at=at,
                stage_id=first.id,
                stage_name=first.name,
                stage_kind=first.kind,
                entered_at=at,
                source="bench",
                answer_by=at + timedelta(days=14),
            )
            row = store.new_row(WORKSPACE, a)
            row.version = 1
            batch.save(row)
            batch.save(store.CardItem.of(WORKSPACE, a, shown))
            shards[store.shard_of(a.candidate_id)] += 1
    for shard, by in enumerate(shards):
        slot = getattr(store.BoardItem, f"n{first.slot}")
        store.BoardItem(*store.BoardItem.key(WORKSPACE, job.id, shard)).update([slot.add(by)])
    return job
