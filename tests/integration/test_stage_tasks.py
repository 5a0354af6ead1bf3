"""Tasks that a stage gave: over when the person leaves it before they are done, back when that move is undone."""

from datetime import timedelta

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor
from tests.hiring import candidate_in, colleagues, job_with, stage

from vivier.casework import opening, refusals, sweep, todo
from vivier.casework.refusals import Refusal
from vivier.hiring import applications
from vivier.hiring.model import Job
from vivier.hiring.stages import AddTag, CreateTask, StageKind
from vivier.kernel.actor import Actor
from vivier.kernel.metering import metered
from vivier.people import service
from vivier.people.model import Event
from vivier.tasks import store
from vivier.tasks.model import Due, Task
from vivier.tasks.service import NewTask

pytestmark = pytest.mark.usefixtures("cloud")
LATER = NOW + timedelta(hours=2)
TITLE = "Appeler pour le contrat"


@pytest.fixture
def owner() -> Actor:
    return actor().model_copy(update={"id": colleagues("recruiter")})


@pytest.fixture
def made(owner: Actor) -> Job:
    return job_with(StageKind.offer, CreateTask(do="task", title=TITLE, due_in_days=2), by=owner)


def entered(made: Job, kind: str = "offer") -> str:
    """Somebody who stands in a stage whose actions were done."""
    one = candidate_in(made)
    applications.move(actor(), made.id, one, stage(made, kind).id, NOW)
    sweep.sweep(NOW + timedelta(seconds=30))
    return one


def tasks_of(candidate_id: str) -> list[Task]:
    return [task for task, _ in opening.open_person(actor(), candidate_id).tasks]


def told(candidate_id: str, kind: str) -> list[Event]:
    return [e for e in service.open_candidate(actor(), candidate_id).events if e.kind == kind]


def test_a_task_of_a_stage_is_cancelled_when_the_person_leaves_it_and_the_timeline_says_why(
    made: Job, owner: Actor
) -> None:
    one = entered(made)
    assert [t.title for t in tasks_of(one)] == [TITLE]

    applications.move(actor(), made.id, one, stage(made, "interview").id, LATER)

    assert tasks_of(one) == []
    assert todo.listed(owner, None)[0] == []
    (event,) = told(one, "task_cancelled")
    assert (event.cause, event.data["title"]) == ("stage_left", TITLE)
    assert event.data["stage_name"]["fr"] == stage(made, "offer").name.fr
    truth.check()


@pytest.mark.parametrize("act", ["move", "refuse"])
def test_undoing_brings_it_back_as_it_was(made: Job, owner: Actor, act: str) -> None:
    one = entered(made)
    (before,) = tasks_of(one)
    if act == "move":
        away = applications.move(actor(), made.id, one, stage(made, "interview").id, LATER)
    else:
        away = refusals.refuse(actor(), made.id, one, Refusal(reason="skills"), LATER)
    assert tasks_of(one) == []

    refusals.undo(actor(), made.id, one, away.epoch, LATER)

    assert tasks_of(one) == [before]
    assert [t.id for t, _ in todo.listed(owner, None)[0]] == [before.id]
    assert len(told(one, "task_restored")) == 1
    applications.move(actor(), made.id, one, stage(made, "interview").id, LATER)
    assert tasks_of(one) == []
    truth.check()


def test_undoing_the_move_that_gave_a_task_takes_the_task_away(made: Job) -> None:
    one = candidate_in(made)
    there = applications.move(actor(), made.id, one, stage(made, "offer").id, NOW)
    sweep.sweep(NOW + timedelta(seconds=30))
    assert len(tasks_of(one)) == 1

    refusals.undo(actor(), made.id, one, there.epoch, LATER)

    assert tasks_of(one) == []
    truth.check()


def test_what_was_done_or_written_by_somebody_or_is_of_another_stage_stays(made: Job) -> None:
    one = entered(made)
    (given,) = tasks_of(one)
    todo.finish(actor(), given.id, NOW)
    own = NewTask(title="Rappeler", due=Due(on=NOW.date()), candidate_id=one, job_id=made.id, assignee=given.assignee)
    todo.create(actor(), own, NOW)

    applications.move(actor(), made.id, one, stage(made, "interview").id, LATER)

    assert sorted((t.title, t.state) for t in tasks_of(one)) == [(TITLE, "done"), ("Rappeler", "open")]
    assert told(one, "task_cancelled") == []


def test_a_task_that_somebody_restored_is_theirs_and_not_cancelled_again_by_undo(made: Job) -> None:
    one = entered(made)
    (given,) = tasks_of(one)
    away = applications.move(actor(), made.id, one, stage(made, "interview").id, LATER)
    todo.restore(actor(), given.id, LATER)

    refusals.undo(actor(), made.id, one, away.epoch, LATER)

    assert [t.id for t in tasks_of(one)] == [given.id]
    assert store.load(WORKSPACE, given.id).read().stopped_by is None


def test_a_task_that_somebody_deleted_does_not_come_back_with_undo(made: Job) -> None:
    one = entered(made)
    (given,) = tasks_of(one)
    todo.delete(actor(), given.id, NOW)
    away = applications.move(actor(), made.id, one, stage(made, "interview").id, LATER)

    refusals.undo(actor(), made.id, one, away.epoch, LATER)

    assert tasks_of(one) == []


def test_leaving_a_stage_that_gives_no_task_asks_for_none(owner: Actor) -> None:
    tagging = job_with(StageKind.offer, AddTag(do="tag", tag="offre"), by=owner)
    calls = []
    for kind in ("contact", "offer"):
        one = entered(tagging, kind)
        with metered() as tally:
            applications.move(actor(), tagging.id, one, stage(tagging, "interview").id, LATER)
        calls.append(tally.calls["dynamodb.Query"])

    assert calls == [0, 1]
