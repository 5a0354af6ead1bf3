"""Sequences that a stage begins: once for who enters, over when they leave, back when the move is undone."""

from datetime import timedelta

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor
from tests.hiring import candidate_in, job, job_with, stage
from tests.sequences import Clockwork, check, mail_step, published, wait_step

from vivier.casework import closing, refusals, stage_actions, stage_sequences, sweep
from vivier.hiring import applications, planned
from vivier.hiring.jobs import PipelineText, as_text
from vivier.hiring.model import Job
from vivier.hiring.stages import StageKind, StartSequence
from vivier.hiring.store import load_job
from vivier.kernel.errors import Invalid
from vivier.kernel.metering import metered
from vivier.mail.model import State
from vivier.mail.store import MessageItem
from vivier.people import service as people
from vivier.people.editing import Edit
from vivier.people.model import Event
from vivier.sequences import service, store
from vivier.sequences.model import Sequence

pytestmark = pytest.mark.usefixtures("cloud")
SOON, LATER = NOW + timedelta(seconds=30), NOW + timedelta(hours=2)


@pytest.fixture(autouse=True)
def true_counts(cloud: None) -> object:
    """After every test: number = list, for boards and sequences."""
    yield
    check()
    truth.check()


@pytest.fixture
def made() -> Sequence:
    words = {"fr": {"subject": "Le poste", "body": "{{ greeting }}, pour {{ job.title }}."}}
    one = mail_step(words=words)
    return published(None, one, wait_step(days=2), mail_step("Deux"), stop_on_stage_change=False)


def begins(made: Sequence) -> Job:
    return job_with(StageKind.interview, StartSequence(do="sequence", sequence_id=made.id))


def entered(about: Job, one: str) -> int:
    """The epoch of an application whose stage has done what it does."""
    epoch = applications.move(actor(), about.id, one, stage(about, "interview").id, NOW).epoch
    sweep.sweep(SOON)
    return epoch


def told(candidate_id: str, kind: str) -> list[Event]:
    return [e for e in people.open_candidate(actor(), candidate_id).events if e.kind == kind]


def test_who_enters_is_enrolled_once_however_often_it_is_done_and_mails_name_the_job(made: Sequence) -> None:
    about = begins(made)
    one = candidate_in(about)
    applications.move(actor(), about.id, one, stage(about, "interview").id, NOW)
    (row,) = planned.held(WORKSPACE, one, about.id)
    (shown,) = stage_actions.entering(actor(), about.id, stage(about, "interview").id, [one], NOW)
    with metered() as calls:
        stage_actions.do(WORKSPACE, row, SOON)
    assert [stage_actions.do(WORKSPACE, row, LATER) for _ in range(2)] == ["done", "done"]
    assert shown.held is None
    assert calls.calls == {
        "dynamodb.GetItem": 7,
        "dynamodb.BatchGetItem": 6,
        "dynamodb.Query": 1,
        "dynamodb.TransactWriteItems": 1,
        "stepfunctions.StartExecution": 1,
    }

    e = Clockwork(made).run(one, until=NOW + timedelta(weeks=2))

    assert (e.via, e.job_id, e.stage_id, e.state) == ("stage", about.id, stage(about, "interview").id, "finished")
    mails = [m for r in truth.rows() if isinstance(r, MessageItem) and (m := r.read()).subject == "Le poste"]
    assert [(about.title.said("fr") in m.text, m.state) for m in mails] == [(True, State.sent)]
    assert len(told(one, "sequence_enrolled")) == 1
    (event,) = told(one, "stage_action_done")
    assert (event.data["do"], event.data["sequence_name"], event.data["enrolment"]) == ("sequence", made.name, e.id)


def test_leaving_the_stage_stops_it_and_undoing_the_move_goes_on(made: Sequence) -> None:
    about = begins(made)
    one, clock = candidate_in(about), Clockwork(made)
    entered(about, one)

    away = applications.move(actor(), about.id, one, stage(about, "decision").id, LATER)
    sweep.sweep(LATER + timedelta(minutes=1))
    stopped = clock.of(one)
    refusals.undo(actor(), about.id, one, away.epoch, LATER + timedelta(minutes=2))
    sweep.sweep(LATER + timedelta(minutes=3))

    assert (stopped.state, stopped.reason) == ("stopped", "stage_changed")
    assert clock.of(one).state == "active"


def test_undoing_the_move_that_began_it_ends_it_and_entering_again_begins_it_again(made: Sequence) -> None:
    about = begins(made)
    one, clock = candidate_in(about), Clockwork(made)
    there = entered(about, one)

    refusals.undo(actor(), about.id, one, there, LATER)
    sweep.sweep(LATER + timedelta(minutes=1))
    undone = clock.of(one)
    applications.move(actor(), about.id, one, stage(about, "interview").id, LATER + timedelta(minutes=2))
    sweep.sweep(LATER + timedelta(minutes=3))

    assert (undone.state, undone.reason) == ("stopped", "stage_changed")
    assert (clock.of(one).state, clock.of(one).via) == ("active", "stage")


def test_who_leaves_before_it_is_done_is_not_enrolled(made: Sequence) -> None:
    about = begins(made)
    one = candidate_in(about)
    applications.move(actor(), about.id, one, stage(about, "interview").id, NOW)
    applications.move(actor(), about.id, one, stage(about, "decision").id, NOW)
    sweep.sweep(SOON)

    assert store.enrolment(WORKSPACE, one, made.id) is None


@pytest.mark.parametrize("why", ["no_email", "inactive", "enrolled_before"])
def test_who_cannot_be_enrolled_is_not_and_the_preview_and_the_timeline_say_why(made: Sequence, why: str) -> None:
    about = begins(made)
    one = candidate_in(about)
    if why == "no_email":
        person = people.open_candidate(actor(), one)
        people.edit(actor(), one, person.version, Edit(emails=[]), NOW)
    elif why == "inactive":
        service.turn(actor(), made.id, "pause", NOW)
    else:
        entered(about, one)
        Clockwork(made).run(one, until=SOON + timedelta(minutes=1))
        applications.move(actor(), about.id, one, stage(about, "decision").id, NOW)
        sweep.sweep(SOON)

    (shown,) = stage_actions.entering(actor(), about.id, stage(about, "interview").id, [one], LATER)
    applications.move(actor(), about.id, one, stage(about, "interview").id, LATER)
    sweep.sweep(LATER + timedelta(minutes=1))

    (failed,) = told(one, "stage_action_failed")
    assert (shown.held, failed.data["held"], failed.data["reason"]) == (why, why, stage_sequences.WHY[why])


def test_a_stage_cannot_begin_what_is_not_running_or_is_about_another_job_but_keeps_what_it_had(made: Sequence) -> None:
    about = begins(made)
    other = published(None, mail_step(), job_id=job().id)

    def save(sequence: Sequence, kind: str) -> None:
        row = load_job(WORKSPACE, about.id)
        texts = [as_text(s) for s in row.read().stages]
        action = StartSequence(do="sequence", sequence_id=sequence.id)
        stages = [s.model_copy(update={"actions": [action]}) if s.kind == kind else s for s in texts]
        closing.change_pipeline(actor(), about.id, row.number, PipelineText(stages=stages), NOW)

    with pytest.raises(Invalid) as elsewhere:
        save(other, "contact")
    service.turn(actor(), other.id, "pause", NOW)
    with pytest.raises(Invalid) as resting:
        save(other, "contact")
    service.turn(actor(), made.id, "pause", NOW)
    save(made, "contact")

    assert [e.value.details["held"] for e in (elsewhere, resting)] == ["other_job", "inactive"]
    assert resting.value.details["errors"][0]["field"] == "stages.1.actions.0.sequence_id"
