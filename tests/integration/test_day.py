"""My day and the bell say who and what they are about, to who may know."""

from datetime import timedelta
from typing import Any

import pytest
from tests.factories import NOW, WORKSPACE, colleague
from tests.hiring import candidate_in, job, person, stage

from vivier.casework import bell, day, refusals, todo
from vivier.casework.refusals import Withdrawal
from vivier.hiring import jobs
from vivier.hiring import store as hiring
from vivier.hiring.jobs import JobEdit
from vivier.hiring.model import TeamMember, TeamRole
from vivier.hiring.scorecards import service
from vivier.hiring.scorecards.model import Recommendation
from vivier.hiring.scorecards.service import ScorecardRequest, ScorecardText
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


def test_my_day_names_whom_and_what_tasks_are_about_in_five_calls() -> None:
    made, one = job("Batelier"), person("Maëlys Kervadec")
    make(candidate_id=one)
    make(days=-1, job_id=made.id)
    make(days=2)
    actor = me()

    with metered() as tally:
        seen = day.of(actor, ZONE, NOW)

    assert seen.people == {one: "Maëlys Kervadec"}
    assert {i: words.fr for i, words in seen.jobs.items()} == {made.id: "Batelier"}
    assert tally.calls == {"dynamodb.Query": 3, "dynamodb.BatchGetItem": 2}


def test_a_scorecard_that_is_asked_for_stands_in_the_day_until_it_is_given_or_moot() -> None:
    made = job("Batelier", team=[TeamMember(member_id=manager().id, role=TeamRole.interviewer)])
    one, other = candidate_in(made), candidate_in(made)
    for who, days in ((one, 1), (other, 3)):
        wanted = ScorecardRequest(members=[manager().id, me().id], due_at=NOW + timedelta(days=days))
        service.ask(me(), made.id, who, wanted, NOW)

    boss = manager()
    with metered() as tally:
        seen = day.of(boss, ZONE, NOW)

    assert [(c.candidate_id, c.about.name.fr, c.asked_by_name) for c in seen.scorecards] == [
        (one, "Nouvelle candidature", "Camille Aubry"),
        (other, "Nouvelle candidature", "Camille Aubry"),
    ]
    assert seen.people.keys() == {one, other}
    assert tally.calls == {"dynamodb.Query": 5, "dynamodb.BatchGetItem": 4}
    tomorrow = NOW + timedelta(days=1, hours=1)
    assert (day.waits(manager(), ZONE, NOW), day.waits(manager(), ZONE, tomorrow)) == ((0, 0), (1, 1))

    text = ScorecardText(recommendation=Recommendation.yes)
    service.write(manager(), made.id, one, stage(made, "new").id, 1, text, NOW)
    assert [c.begun for c in day.of(manager(), ZONE, NOW).scorecards] == [True, False]
    service.write(manager(), made.id, one, stage(made, "new").id, 2, text.model_copy(update={"give": True}), NOW)
    refusals.withdraw(me(), made.id, other, Withdrawal(reason="pay"), NOW)
    assert day.of(manager(), ZONE, NOW).scorecards == []
    assert [c.candidate_id for c in day.of(me(), ZONE, NOW).scorecards] == [one]
    service.take_back(colleague("Noé Rivière").actor(), made.id, one, stage(made, "new").id, me().id, NOW)
    assert day.of(me(), ZONE, NOW).scorecards == []


def test_who_left_the_team_owes_it_no_scorecard() -> None:
    made = job("Batelier", team=[TeamMember(member_id=manager().id, role=TeamRole.interviewer)])
    service.ask(me(), made.id, candidate_in(made), ScorecardRequest(members=[manager().id]), NOW)

    jobs.edit(me(), made.id, hiring.load_job(WORKSPACE, made.id).number, JobEdit(team=[]), NOW)

    assert day.of(manager(), ZONE, NOW).scorecards == []


def test_a_hiring_manager_reads_the_names_of_their_own_jobs_only() -> None:
    team = [TeamMember(member_id=manager().id, role=TeamRole.manager)]
    own, other = job("Batelier", team=team), job("Éclusière ou éclusier", team=team)
    inside, outside = candidate_in(own), candidate_in(other)
    for one, of in ((inside, own.id), (outside, other.id), (inside, None)):
        make(assignee=manager().id, candidate_id=one, job_id=of)
    jobs.edit(me(), other.id, hiring.load_job(WORKSPACE, other.id).number, JobEdit(team=[]), NOW)

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
