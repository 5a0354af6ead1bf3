"""Many who move people on one board at once, over the local cloud: no count is ever wrong."""

import contextlib
import random
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from tests import truth
from tests.conftest import ENVIRONMENT, set_environment
from tests.factories import NOW
from tests.faults import conflict
from tests.integration.host.running import Running

from vivier.hiring import applications, jobs
from vivier.hiring.jobs import NewJob
from vivier.hiring.model import Job
from vivier.kernel.actor import Actor, Role
from vivier.kernel.errors import Conflict, Throttled
from vivier.kernel.ids import new_id
from vivier.people.fields import Fields, Value
from vivier.people.model import Candidate, Origin
from vivier.people.store import write
from vivier.storage.table import Item, ready
from vivier.storage.transaction import Transaction

CROWD = "crowd"
ME = Actor(workspace=CROWD, id=f"mem_{'0' * 25}1", name="Camille Aubry", role=Role.recruiter)
PEOPLE = 20


@pytest.mark.parametrize(("moves", "movers"), [(240, 12), pytest.param(10_000, 50, marks=pytest.mark.soak)])
def test_moves_at_once_with_conflicts_leave_counts_that_are_exact(
    product: Running, monkeypatch: pytest.MonkeyPatch, moves: int, movers: int
) -> None:
    here = ENVIRONMENT | {"AWS_ENDPOINT_URL": product.url, "TABLE": product.outputs["Table"]}
    with set_environment(monkeypatch, here):
        job = _job()
        people = [_person(job.id) for _ in range(PEOPLE)]
        done = _crowd(job, people, moves, movers)

        assert done > moves / 4
        truth.boards(CROWD)


def _crowd(job: Job, people: list[str], moves: int, movers: int) -> int:
    """How many moves were made; every tenth transaction meets another one."""
    chance = random.Random(11)
    stages = [s.id for s in job.stages if s.kind != "closed"]

    def meet(**_: object) -> None:
        if chance.random() < 0.1:
            raise conflict()

    def move(number: int) -> int:
        person, to = chance.choice(people), chance.choice(stages)
        with contextlib.suppress(Conflict, Throttled):
            applications.move(ME, job.id, person, to, NOW + timedelta(seconds=number))
            return 1
        return 0

    ready()
    events = Item._get_connection().connection.client.meta.events
    events.register("before-call.dynamodb.TransactWriteItems", meet, unique_id="meet")
    with ThreadPoolExecutor(movers) as crowd:
        return sum(crowd.map(move, range(moves)))


def _job() -> Job:
    return jobs.create(ME, NewJob.model_validate({"title": {"fr": "Batelier"}, "state": "open"}), NOW)[0]


def _person(job_id: str) -> str:
    one = Candidate(
        id=new_id("can"),
        created_at=NOW,
        updated_at=NOW,
        relation="found",
        origin=Origin(),
        language="fr",
        fields=Fields(name=Value(value="Anna Roch")),
    )
    transaction = Transaction()
    write(transaction, CROWD, None, one)
    transaction.commit()
    applications.add(ME, job_id, one.id, NOW)
    return one.id
