"""Leaving a job and coming back: letters that can be stopped, undo, withdrawal, closing a job, stage actions."""

from datetime import UTC, datetime, timedelta

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor, arrive, profile
from tests.faults import FAULTS, Faults
from tests.hiring import candidate_in, colleagues, job, job_with, stage, standing

from vivier.casework import closing, opening, refusals, stage_actions, sweep
from vivier.casework.closing import Closing
from vivier.casework.refusals import Letter, Refusal, Withdrawal
from vivier.hiring import applications, planned, reasons, store
from vivier.hiring.base import Words
from vivier.hiring.model import JobState
from vivier.hiring.reasons import Reason, Reasons
from vivier.hiring.stages import AddTag, CreateTask, Delay, Notify, SendTemplate, StageKind
from vivier.kernel.errors import Conflict, Invalid, VersionStale
from vivier.mail import outbox
from vivier.mail.model import State
from vivier.mail.store import MessageItem
from vivier.people import service
from vivier.storage.table import get
from vivier.team import notifications

pytestmark = pytest.mark.usefixtures("cloud")
LATER = NOW + timedelta(hours=2)
LETTER = Letter(template="refusal", business_days=2)
KIND = Refusal(reason="skills", letter=LETTER)


def message(key: str | None) -> State:
    return get(MessageItem, MessageItem.key(WORKSPACE, key or ""), consistent=True).read().state


def kinds(candidate_id: str) -> list[str]:
    return [e.kind for e in service.open_candidate(actor(), candidate_id).events]


def test_a_refusal_leaves_with_its_letter_two_working_days_later() -> None:
    made = job()
    one = candidate_in(made, kind="interview")

    after = refusals.refuse(actor(), made.id, one, KIND, NOW)

    assert after.end is not None
    assert (after.stage_kind, after.end.how, after.end.reason) == (StageKind.closed, "refused", "skills")
    told = after.end.told
    assert told is not None
    # NOW is a Tuesday: Wednesday, Thursday, at the same hour.
    assert told.due_at == datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
    assert message(told.message) == State.pending
    assert outbox.send(WORKSPACE, told.message or "", NOW) == State.pending
    assert outbox.send(WORKSPACE, told.message or "", told.due_at) == State.sent
    assert {"mail_sent", "mail_queued", "application_refused"} <= set(kinds(one))
    truth.check()


def test_a_refusal_is_undone_until_its_letter_leaves() -> None:
    made = job()
    one, two = candidate_in(made, kind="interview"), candidate_in(made, kind="interview")
    before = standing(made, one)
    refused, gone = (refusals.refuse(actor(), made.id, c, KIND, NOW) for c in (one, two))
    assert gone.end is not None
    assert gone.end.told is not None
    outbox.send(WORKSPACE, gone.end.told.message or "", NOW + timedelta(days=9))

    back = refusals.undo(actor(), made.id, one, refused.epoch, LATER)

    assert (back.stage_id, back.entered_at, back.end) == (before.stage_id, before.entered_at, None)
    assert refused.end is not None
    assert refused.end.told is not None
    assert message(refused.end.told.message) == State.cancelled
    with pytest.raises(Conflict):
        refusals.undo(actor(), made.id, two, gone.epoch, LATER)
    assert standing(made, two).end is not None
    truth.check()


def test_a_letter_never_leaves_once_its_refusal_was_taken_back_even_between_due_and_send() -> None:
    faults = Faults()
    for number in range(4):
        made = job()
        one = candidate_in(made)
        refused = refusals.refuse(actor(), made.id, one, KIND, NOW)
        assert refused.end is not None
        assert refused.end.told is not None
        key = refused.end.told.message or ""

        def take_back(of: str = made.id, who: str = one) -> None:
            refusals.reopen(actor(), of, who, LATER)

        with faults.meanwhile(number, take_back):
            state = outbox.send(WORKSPACE, key, NOW + timedelta(days=5))

        # Claimed before it was taken back: it has left, and the timeline says so.
        assert faults.fired
        assert state in (State.cancelled, State.sent)
        assert standing(made, one).end is None
        assert message(key) == state
        truth.check()


def test_someone_without_an_address_is_not_refused_by_mail_and_may_be_told_otherwise() -> None:
    made = job()
    step = arrive(profile("Sans Adresse", None))
    one = f"can_{step.intake_id.partition('_')[2]}"
    applications.add(actor(), made.id, one, NOW)

    with pytest.raises(Invalid):
        refusals.refuse(actor(), made.id, one, KIND, NOW)
    (seen,) = refusals.preview(actor(), made.id, [one], LETTER, NOW)
    after = refusals.refuse(actor(), made.id, one, Refusal(reason="skills", told_otherwise=True), NOW)

    assert seen.held == "no_email"
    assert after.end is not None
    assert after.end.told is not None
    assert after.end.told.by == "otherwise"


def test_the_preview_is_the_letter_that_leaves() -> None:
    made = job("Mécanique navale")
    one = candidate_in(made, "Maëlys Kervadec")
    (seen,) = refusals.preview(actor(), made.id, [one], LETTER, NOW)

    after = refusals.refuse(actor(), made.id, one, KIND, NOW)

    assert after.end is not None
    assert after.end.told is not None
    sent = get(MessageItem, MessageItem.key(WORKSPACE, after.end.told.message or "")).read()
    assert seen.rendered is not None
    assert (sent.subject, sent.text, sent.html) == (seen.rendered.subject, seen.rendered.text, seen.rendered.html)
    assert "Mécanique navale" in sent.subject
    assert "Camille Aubry" in sent.text


def test_a_refusal_nobody_was_told_of_becomes_overdue() -> None:
    made = job(answer_within_days=3)
    one = candidate_in(made)

    after = refusals.refuse(actor(), made.id, one, Refusal(reason="skills"), NOW)

    assert not after.overdue(NOW)
    assert after.overdue(NOW + timedelta(days=4))


def test_a_note_that_the_law_forbids_warns_and_what_was_overridden_is_kept() -> None:
    made = job()
    one = candidate_in(made)
    note = "Elle a 58 ans, trop âgée."

    with pytest.raises(Invalid) as warned:
        refusals.refuse(actor(), made.id, one, Refusal(reason="skills", note=note), NOW)
    after = refusals.refuse(actor(), made.id, one, Refusal(reason="skills", note=note, override=True), NOW)

    assert "age" in str(warned.value.details["warnings"])
    assert after.end is not None
    assert after.end.overridden


def test_who_withdrew_comes_back_to_where_they_stood() -> None:
    made = job()
    one = candidate_in(made, kind="decision")

    gone = refusals.withdraw(actor(), made.id, one, Withdrawal(reason="pay"), LATER)
    back = refusals.reopen(actor(), made.id, one, LATER + timedelta(days=1))

    assert gone.end is not None
    assert gone.end.how == "withdrawn"
    assert (back.stage_kind, back.end) == (StageKind.decision, None)
    truth.check()


def test_a_move_is_undone_with_the_time_it_had_and_what_it_had_stopped() -> None:
    made = job_with(StageKind.contact, SendTemplate(do="send", template="next_step", after=Delay(business_days=1)))
    one = candidate_in(made)
    there = applications.move(actor(), made.id, one, stage(made, "contact").id, NOW)
    away = applications.move(actor(), made.id, one, stage(made, "offer").id, LATER)
    stopped = [r.read().state for r in planned.held(WORKSPACE, one, made.id)]

    back = refusals.undo(actor(), made.id, one, away.epoch, LATER)

    assert stopped == ["stopped"]
    assert (back.stage_id, back.entered_at) == (there.stage_id, there.entered_at)
    (row,) = planned.held(WORKSPACE, one, made.id)
    assert row.read().state == "pending"
    assert stage_actions.do(WORKSPACE, row, NOW + timedelta(days=3)) == "done"
    with pytest.raises(Conflict):
        refusals.undo(actor(), made.id, one, away.epoch, LATER)
    truth.check()


def test_what_a_stage_plans_is_done_once_and_told_with_its_cause() -> None:
    made = job_with(
        StageKind.interview, SendTemplate(do="send", template="next_step"), AddTag(do="tag", tag="entretien")
    )
    one = candidate_in(made)
    applications.move(actor(), made.id, one, stage(made, "interview").id, NOW)
    assert sweep.sweep(NOW + timedelta(seconds=5))["ActionDone"] == 0

    for _ in range(2):
        sweep.sweep(NOW + timedelta(seconds=11))

    opened = service.open_candidate(actor(), one)
    assert opened.candidate.tags == ["entretien"]
    done = [e for e in opened.events if e.kind == "stage_action_done"]
    assert {(e.cause, e.data["do"]) for e in done} == {("stage", "send"), ("stage", "tag")}
    assert len(done) == 2
    assert kinds(one).count("mail_queued") == 2  # the acknowledgement, and this one
    truth.check()


def test_a_stage_gives_a_task_to_who_owns_the_job_and_tells_its_team() -> None:
    owner, colleague = (colleagues(role) for role in ("recruiter", "manager"))
    made = job_with(
        StageKind.offer,
        CreateTask(do="task", title="Appeler pour le contrat", due_in_days=2),
        Notify(do="notify", members=["team"]),
        by=actor().model_copy(update={"id": owner}),
        team=[{"member_id": colleague, "role": "manager"}],
    )
    one = candidate_in(made)
    applications.move(actor(), made.id, one, stage(made, "offer").id, NOW)

    for _ in range(2):
        sweep.sweep(NOW + timedelta(seconds=30))

    ((task, _),) = opening.open_person(actor(), one).tasks
    assert (task.assignee, task.on.isoformat(), task.cause and task.cause.kind) == (owner, "2026-11-26", "stage")
    for member, kinds_told in ((owner, {"task_assigned", "stage_entered"}), (colleague, {"stage_entered"})):
        told = notifications.listed(actor().model_copy(update={"id": member}), None)[0]
        assert {n.kind for n in told} == kinds_told
    truth.check()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_stage_action_that_dies_anywhere_is_done_once(fault: str) -> None:
    faults = Faults()
    made = job_with(StageKind.interview, SendTemplate(do="send", template="next_step"), AddTag(do="tag", tag="vu"))
    for number in range(6):
        one = candidate_in(made)
        applications.move(actor(), made.id, one, stage(made, "interview").id, NOW)
        for row in planned.held(WORKSPACE, one, made.id):
            with faults.at(number, fault):
                stage_actions.do(WORKSPACE, row, LATER)
            stage_actions.do(WORKSPACE, row, LATER)

        assert kinds(one).count("stage_action_done") == 2
        assert kinds(one).count("mail_queued") == 2
    truth.check()


def test_leaving_a_stage_stops_what_it_planned_and_its_mail_on_the_way() -> None:
    made = job_with(StageKind.interview, SendTemplate(do="send", template="next_step"))
    one, two = candidate_in(made), candidate_in(made)
    for who in (one, two):
        applications.move(actor(), made.id, who, stage(made, "interview").id, NOW)
    (row,) = planned.held(WORKSPACE, two, made.id)
    stage_actions.do(WORKSPACE, row, NOW + timedelta(seconds=30))
    (key,) = [e.data["message"] for e in service.open_candidate(actor(), two).events if e.kind == "stage_action_done"]

    for who in (one, two):
        applications.move(actor(), made.id, who, stage(made, "new").id, NOW + timedelta(seconds=31))
    sweep.sweep(LATER)

    assert [r.read().state for r in planned.held(WORKSPACE, one, made.id)] == ["stopped"]
    assert message(key) == State.cancelled
    truth.check()


def test_a_mail_that_cannot_be_written_says_so_on_the_timeline() -> None:
    made = job_with(StageKind.interview, SendTemplate(do="send", template="next_step"))
    step = arrive(profile("Sans Adresse", None))
    one = f"can_{step.intake_id.partition('_')[2]}"
    applications.add(actor(), made.id, one, NOW)
    (shown,) = stage_actions.entering(actor(), made.id, stage(made, "interview").id, [one], NOW)
    applications.move(actor(), made.id, one, stage(made, "interview").id, NOW)

    sweep.sweep(LATER)

    assert shown.held == "no_email"
    (told,) = [e for e in service.open_candidate(actor(), one).events if e.kind == "stage_action_failed"]
    assert "e-mail" in told.data["reason"]


def test_closing_a_job_tells_everyone_still_in_it_and_reopening_brings_them_back() -> None:
    made = job()
    people = [candidate_in(made, kind=k) for k in ("new", "interview", "offer")]
    refused = candidate_in(made)
    refusals.refuse(actor(), made.id, refused, KIND, NOW)
    hired = candidate_in(made, kind="offer")
    applications.move(actor(), made.id, hired, stage(made, "hired").id, NOW)

    closed = closing.close(actor(), made.id, Closing(letter=Letter(template="position_closed", business_days=1)), NOW)

    assert (closed.state, closed.work) == (JobState.closed, None)
    ends = [standing(made, p).end for p in people]
    assert {(e.how, e.told.by if e.told else None) for e in ends if e} == {("job_closed", "mail")}
    with pytest.raises(Conflict):
        applications.add(actor(), made.id, candidate_in(job()), NOW)
    truth.check()

    again = closing.reopen(actor(), made.id, LATER)

    assert (again.state, again.work) == (JobState.open, None)
    assert [standing(made, p).stage_kind for p in people] == ["new", "interview", "offer"]
    assert standing(made, refused).end is not None
    assert standing(made, hired).stage_kind == StageKind.hired
    assert all(message(e.told.message) == State.cancelled for e in ends if e and e.told)
    truth.check()


def test_a_closing_that_was_left_is_taken_up_by_the_sweep() -> None:
    made = job()
    people = [candidate_in(made) for _ in range(3)]

    closed = closing.close(actor(), made.id, Closing(told_otherwise=True), NOW, most=1)

    assert closed.state == JobState.open
    assert closed.work is not None
    with pytest.raises(Conflict):
        applications.move(actor(), made.id, people[-1], stage(made, "offer").id, NOW)

    sweep.sweep(LATER)

    assert store.load_job(WORKSPACE, made.id).read().state == JobState.closed
    assert all(standing(made, p).end for p in people)
    truth.check()


def test_reasons_are_the_workspaces_own_and_stay_for_the_past() -> None:
    own, version = reasons.known(WORKSPACE)
    more = Reasons(reasons=[*own.reasons, Reason(key="night", label=Words(fr="Travail de nuit"), side="theirs")])

    saved, now = reasons.save(actor(), more, version, NOW)

    assert (len(saved.reasons), now) == (len(own.reasons) + 1, 1)
    with pytest.raises(Invalid):
        reasons.save(actor(), own, now, NOW)
    with pytest.raises(VersionStale):
        reasons.save(actor(), more, 0, NOW)
    with pytest.raises(Invalid):
        refusals.refuse(actor(), job().id, candidate_in(job()), Refusal(reason="astrology"), NOW)
