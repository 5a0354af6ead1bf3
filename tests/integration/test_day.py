"""My day and the bell say who and what they are about, to who may know."""

from datetime import timedelta
from typing import Any

import pytest
from tests.factories import NOW, colleague
from tests.hiring import candidate_in, job, person

from vivier.casework import bell, day, todo
from vivier.hiring.model import TeamMember, TeamRole
from vivier.kernel.actor import Actor, Role
from vivier.kernel.metering import metered
from vivier.tasks.model import Due, Task
from vivier.tasks.service import NewTask

pytestmark = pytest.mark.usefixtures("cloud")
ZONE = "Europe/Paris"


def me() -> Actor:
    return colleague("Camille Aubry", Role.recruiter).actor()


def manager() -> Actor:
    return colleague("Inès Barakat", Role.manager).actor()


def make(days: int = 0, **more: Any) -> Task:
    new = NewTask(title="Rappeler", due=Due(on=(NOW + timedelta(days=days)).date()), **more)
    return todo.create(me(), new, NOW)[0]


def test_my_day_names_whom_and_what_tasks_are_about_in_three_calls() -> None:
    made, one = job("Batelier"), person("Maëlys Kervadec")
    make(candidate_id=one)
    make(days=-1, job_id=made.id)
    make(days=2)
    actor = me()

    with metered() as tally:
        seen = day.of(actor, ZONE, NOW)

    assert seen.people == {one: "Maëlys Kervadec"}
    assert {i: words.fr for i, words in seen.jobs.items()} == {made.id: "Batelier"}
    assert tally.calls == {"dynamodb.Query": 1, "dynamodb.BatchGetItem": 2}


def test_a_hiring_manager_reads_the_names_of_their_own_jobs_only() -> None:
    own = job("Batelier", team=[TeamMember(member_id=manager().id, role=TeamRole.manager)])
    other = job("Éclusière ou éclusier")
    inside, outside = candidate_in(own), candidate_in(other)
    for one, of in ((inside, own.id), (outside, other.id), (inside, None)):
        make(assignee=manager().id, candidate_id=one, job_id=of)

    seen = day.of(manager(), ZONE, NOW)

    assert len(seen.due_today) == 3
    assert list(seen.people) == [inside]
    assert list(seen.jobs) == [own.id]


def test_the_bell_says_which_task_of_which_job_about_whom() -> None:
    made = job("Batelier")
    one = candidate_in(made)
    task = make(assignee=colleague("Noé Rivière").id, candidate_id=one, job_id=made.id)
    noe = colleague("Noé Rivière").actor()

    with metered() as tally:
        told = bell.listed(noe, None)

    assert told.tasks == {task.id: "Rappeler"}
    assert list(told.names) == [one]
    assert told.jobs[made.id].fr == "Batelier"
    assert tally.calls == {"dynamodb.Query": 1, "dynamodb.GetItem": 1, "dynamodb.BatchGetItem": 4}
