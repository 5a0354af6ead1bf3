"""Writing a sequence: drafts, versions, states, and what keeps one from being published."""

from typing import Any

import pytest
from tests.factories import NOW, WORKSPACE, actor
from tests.hiring import colleagues, job
from tests.sequences import mail_step, published, task_step, text, wait_step
from tests.unasked import rule

from vivier.kernel.actor import Role
from vivier.kernel.errors import Conflict, Forbidden, Invalid, VersionStale
from vivier.kernel.ids import new_id
from vivier.kernel.metering import metered
from vivier.mail.deliverability.model import OpenHours
from vivier.sequences import apart, service, store
from vivier.sequences.service import Publishing
from vivier.sequences.steps import Step

pytestmark = pytest.mark.usefixtures("cloud")
STAY = Publishing(in_flight="stay")


def test_a_draft_may_be_incomplete_and_says_what_it_lacks() -> None:
    made, version = service.create(actor(), text(wait_step(days=2)), NOW)

    with pytest.raises(Invalid) as refused:
        service.publish(actor(), made.id, STAY, version, NOW)

    assert [e["field"] for e in refused.value.details["errors"]] == ["steps"]
    assert service.opened(actor(), made.id)[0].version == 0


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("Bonjour,\n\nVoici du neuf : [vos nouvelles].", "[vos nouvelles]"),
        ("Hello [First name], news.", "[First name]"),
        ("Voyez [le poste](https://exemple.fr/poste).", None),
        ("Mécanicien [F/H], {{ candidate.name }}.", None),
    ],
)
def test_what_is_to_be_written_in_square_brackets_does_not_leave_as_it_stands(body: str, left: str | None) -> None:
    made, _ = service.create(actor(), text(mail_step(words={"fr": {"subject": "Du neuf", "body": body}})), NOW)

    problems = service.incomplete(WORKSPACE, made.text, NOW)

    assert [(p["field"], p["message"].rpartition(": ")[2]) for p in problems] == (
        [("steps.0.words", left)] if left else []
    )


def test_hours_at_which_nobody_may_be_written_to_are_said_before_it_is_published() -> None:
    weekend: dict[str, Any] = {"days": [5, 6], "holidays": True}
    made, version = service.create(actor(), text(mail_step(), **weekend), NOW)
    calls, _ = service.create(actor(), text(task_step(), **weekend), NOW)

    with pytest.raises(Invalid) as refused:
        service.publish(actor(), made.id, STAY, version, NOW)

    assert [e["field"] for e in refused.value.details["errors"]] == ["settings.hours"]
    assert service.incomplete(WORKSPACE, calls.text, NOW) == []
    rule()
    with metered() as used:
        assert service.incomplete(WORKSPACE, made.text, NOW) == []
    assert used.calls == {"dynamodb.GetItem": 1}


def test_running_sequences_that_have_no_hour_in_common_with_hours_to_be_are_found() -> None:
    weekend: dict[str, Any] = {"days": [5, 6], "holidays": True}
    rule()
    found = published(None, mail_step(), **weekend)
    published(None, mail_step(), zone="Pacific/Noumea", **weekend)  # begins while it is Friday in Paris
    published(None, task_step(), **weekend)
    paused = published(None, mail_step(), **weekend)
    service.turn(actor(), paused.id, "pause", NOW)
    service.create(actor(), text(mail_step(), **weekend), NOW)
    changed = published(None, mail_step())  # as it runs, not as somebody is writing it
    service.change(actor(), changed.id, text(mail_step(), **weekend), 2, NOW)

    with metered() as used:
        week = apart.running(actor(), OpenHours(), NOW)
    friday = apart.running(actor(), OpenHours(days=[4], from_hour=8, to_hour=19), NOW)
    always = apart.running(actor(), OpenHours(days=[5], from_hour=0, to_hour=24), NOW)

    assert used.calls == {"dynamodb.Query": 1, "dynamodb.BatchGetItem": 1}
    assert [(s.id, s.name) for s in week.sequences] == [(found.id, found.name)]
    assert friday == week
    assert always.sequences == []
    with pytest.raises(Forbidden):
        apart.running(actor(Role.reader), OpenHours(), NOW)


def test_what_is_published_never_changes_with_the_draft() -> None:
    one, other = mail_step("Un"), mail_step("Deux")
    made = published(None, one)
    _, version, _ = service.opened(actor(), made.id)

    edited, _ = service.change(actor(), made.id, text(one, other), version, NOW)

    assert edited.changed
    assert [v.steps for v in service.versions(actor(), made.id)] == [[one]]


def test_a_draft_that_is_put_back_is_no_change() -> None:
    made = published(None, mail_step())

    edited, version = service.change(actor(), made.id, text(mail_step()), 2, NOW)
    restored, _ = service.change(actor(), made.id, made.text, version, NOW)

    assert (edited.changed, restored.changed) == (True, False)


def test_versions_are_listed_from_the_newest() -> None:
    made = published(None, mail_step())
    _, version = service.change(actor(), made.id, text(mail_step("Autre")), 2, NOW)

    service.publish(actor(), made.id, STAY, version, NOW)

    assert [v.number for v in service.versions(actor(), made.id)] == [2, 1]


def test_an_edit_on_an_older_version_is_refused_and_says_what_differs() -> None:
    made, version = service.create(actor(), text(mail_step()), NOW)
    service.change(actor(), made.id, text(mail_step(), name="Autre"), version, NOW)

    with pytest.raises(VersionStale) as stale:
        service.change(actor(), made.id, text(*made.steps), version, NOW)

    assert stale.value.details["fields"] == ["name", "steps"]


def test_words_that_cannot_be_filled_in_are_refused_with_their_place() -> None:
    with pytest.raises(Invalid) as refused:
        service.create(actor(), text(wait_step(days=1), mail_step("{{ shoe.size }}")), NOW)

    assert refused.value.details["errors"][0]["field"] == "steps.1.words.fr.subject"


def test_a_colleague_a_text_a_job_and_a_stage_that_are_not_there_are_named() -> None:
    gone = new_id("mem")
    steps: list[Step] = [
        mail_step(send_as=gone),
        mail_step(words=None, text_id=new_id("txt")),
        task_step(assignee=gone, only_if={"about": "stage", "value": new_id("stg")}),
    ]
    made, version = service.create(actor(), text(*steps, job_id=new_id("job")), NOW)

    with pytest.raises(Invalid) as refused:
        service.publish(actor(), made.id, STAY, version, NOW)

    fields = {e["field"] for e in refused.value.details["errors"]}
    assert fields == {"settings.job_id", "steps.0.send_as", "steps.1.text_id", "steps.2.assignee", "steps.2.only_if"}


def test_a_whole_sequence_is_published() -> None:
    about = job()
    steps: list[Step] = [
        mail_step(send_as=colleagues("recruiter")),
        task_step(only_if={"about": "stage", "value": about.stages[0].id, "holds": False}),
    ]

    made = published(None, *steps, job_id=about.id)

    assert (made.state, made.version, made.changed) == ("active", 1, False)


def test_states_follow_each_other() -> None:
    made = published(None, mail_step())

    paused, _ = service.turn(actor(), made.id, "pause", NOW)
    resumed, _ = service.turn(actor(), made.id, "resume", NOW)
    archived, _ = service.turn(actor(), made.id, "archive", NOW)
    restored, _ = service.turn(actor(), made.id, "restore", NOW)

    assert [s.state for s in (paused, resumed, archived, restored)] == ["paused", "active", "archived", "paused"]
    assert (paused.epoch, archived.epoch) == (1, 2)


def test_a_draft_is_not_paused() -> None:
    made, _ = service.create(actor(), text(), NOW)

    with pytest.raises(Conflict):
        service.turn(actor(), made.id, "pause", NOW)


def test_readers_read_and_hiring_managers_see_nothing() -> None:
    published(None, mail_step())

    with pytest.raises(Forbidden):
        service.create(actor(Role.reader), text(), NOW)
    with pytest.raises(Forbidden):
        service.listed(actor(Role.manager))
    assert len(service.listed(actor(Role.reader))) == 1


@pytest.mark.parametrize("move", ["pause", "archive"])
def test_what_a_move_tells_is_the_version_that_the_next_edit_is_made_on(move: service.Move) -> None:
    made = published(None, mail_step())

    _, told = service.turn(actor(), made.id, move, NOW)

    assert told == store.load(WORKSPACE, made.id).number
