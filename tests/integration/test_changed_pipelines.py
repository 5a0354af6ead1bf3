"""Changing a job's pipeline and its names while people stand in it."""

from datetime import timedelta

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor
from tests.faults import Faults
from tests.hiring import candidate_in, job, stage, standing

from vivier.casework import closing
from vivier.hiring import applications, jobs
from vivier.hiring.base import Words
from vivier.hiring.jobs import JobEdit, PipelineText
from vivier.hiring.stages import StageKind
from vivier.kernel.errors import Conflict, Invalid, VersionStale
from vivier.people import service

pytestmark = pytest.mark.usefixtures("cloud")
LATER = NOW + timedelta(hours=2)


def test_removing_a_stage_moves_its_people_where_the_user_says_and_keeps_history() -> None:
    made = job()
    people = [candidate_in(made, kind="contact") for _ in range(3)]
    kept = [jobs.as_text(s) for s in made.stages if s.kind != "contact"]

    with pytest.raises(Invalid):
        jobs.change_pipeline(actor(), made.id, 1, PipelineText(stages=kept), NOW)
    moves = {stage(made, "contact").id: stage(made, "interview").id}
    jobs.change_pipeline(actor(), made.id, 1, PipelineText(stages=kept, moves=moves), LATER)
    with pytest.raises(Conflict):
        applications.move(actor(), made.id, candidate_in(made), stage(made, "contact").id, NOW)
    after = closing.go_on(WORKSPACE, made.id, LATER)

    assert [s.kind for s in after.stages] == ["new", "interview", "decision", "offer", "hired", "closed"]
    assert {standing(made, p).stage_kind for p in people} == {StageKind.interview}
    told = service.open_candidate(actor(), people[0]).events[0]
    assert (told.cause, told.data["from"]["kind"]) == ("stage_removed", "contact")
    truth.boards()


def test_a_stage_is_not_removed_from_under_someone_who_enters_it_at_that_moment() -> None:
    faults = Faults()
    made = job()
    one = candidate_in(made)
    kept = [jobs.as_text(s) for s in made.stages if s.kind != "contact"]

    def enter() -> None:
        applications.move(actor(), made.id, one, stage(made, "contact").id, NOW)

    # The job is read, then its counts, then the change is written: they enter right before the write.
    with faults.meanwhile(2, enter), pytest.raises(VersionStale):
        jobs.change_pipeline(actor(), made.id, 1, PipelineText(stages=kept), NOW)

    assert faults.fired
    truth.boards()


def test_a_renamed_job_and_stage_reach_everyone_in_it() -> None:
    made = job("Batelier")
    one = candidate_in(made)
    job_after, version = closing.edit(actor(), made.id, 1, JobEdit(title=Words(fr="Batelière ou batelier")), NOW)
    stages = [jobs.as_text(s) for s in job_after.stages]
    stages[0] = stages[0].model_copy(update={"name": Words(fr="Reçue", en="Received")})

    closing.change_pipeline(actor(), made.id, version, PipelineText(stages=stages), NOW)

    application = standing(made, one)
    assert (application.job_title.fr, application.stage_name.en) == ("Batelière ou batelier", "Received")
    truth.boards()


def test_two_who_change_one_pipeline_do_not_overwrite_each_other() -> None:
    made = job()
    jobs.edit(actor(), made.id, 1, JobEdit(openings=2), NOW)

    with pytest.raises(VersionStale):
        jobs.change_pipeline(actor(), made.id, 1, PipelineText(stages=[jobs.as_text(s) for s in made.stages]), NOW)
