"""A due task is told once and the mail of the day leaves once, however often, late, at once or badly all this runs."""

import itertools
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, arrive, colleague, profile
from tests.faults import FAULTS, Faults
from tests.sent import raw_mails

from vivier.casework import by_hand, sweep, todo
from vivier.casework.by_hand import Typed
from vivier.casework.todo import Putting
from vivier.kernel.actor import Actor, Role
from vivier.kernel.metering import metered
from vivier.mail.inbound import reading
from vivier.mail.inbound.model import Mail
from vivier.mail.model import Message
from vivier.mail.store import MessageItem
from vivier.storage.table import query
from vivier.storage.transaction import Transaction
from vivier.tasks.model import Due, Task
from vivier.tasks.service import NewTask, TaskEdit
from vivier.tasks.store import TaskItem
from vivier.team import notifications
from vivier.team import service as team
from vivier.team.notifications import Notification, notify
from vivier.team.service import OwnSettings
from vivier.team.store import ListedMember, members

pytestmark = pytest.mark.usefixtures("cloud")
Sent = Callable[[], list[str]]
TODAY = NOW.date()
MORNING = datetime.combine(TODAY, NOW.time(), NOW.tzinfo) - timedelta(hours=3, minutes=30)  # 7 in Paris
HOURS = [NOW + timedelta(hours=h) for h in (1, 2, 30)]


def me(name: str = "Camille Aubry", role: Role = Role.recruiter, **settings: Any) -> Actor:
    member = colleague(name, role)
    if settings:
        team.change_own_settings(member.subject, OwnSettings(**settings))
    return member.actor()


def make(title: str = "Rappeler", at: str | None = "11:00", **more: Any) -> Task:
    due = Due(on=more.pop("on", TODAY), at=at)
    return todo.create(me(), NewTask(title=title, due=due, **more), more.pop("now", NOW))[0]


def told(member: Actor) -> list[str | None]:
    return [n.task_id for n in notifications.listed(member)[0] if n.kind == "task_due"]


def left() -> list[Mail]:
    """The mails that left: what a colleague was written stands nowhere else once it has."""
    return [reading.read(raw.encode()) for raw in raw_mails()]


def digests() -> list[Message]:
    return sorted((m for r in truth.of(MessageItem) if (m := r.read()).template == "digest"), key=lambda m: m.key)


def run_days(days: int, *, minutes: int = 30, start: datetime = MORNING) -> None:
    for n in range(days * 24 * 60 // minutes):
        sweep.sweep(start + timedelta(minutes=minutes * n))


def test_a_due_task_is_told_once_however_often_the_schedule_runs() -> None:
    camille = me(digest_hour=None)
    task = make()

    early = sweep.sweep(task.due_at - timedelta(minutes=1))
    for at in (task.due_at, task.due_at, *HOURS, task.due_at + timedelta(seconds=1)):
        sweep.sweep(at)

    assert early["TaskDue"] == 0
    assert told(camille) == [task.id]
    assert notifications.unread(camille) == 1


@pytest.mark.parametrize("fault", FAULTS)
def test_a_due_task_is_told_once_whatever_call_fails(faults: Faults, fault: str) -> None:
    camille = me(digest_hour=None)
    sweep.sweep(NOW)
    for number in itertools.count():
        task = make()
        with faults.at(number, fault):
            sweep.sweep(HOURS[0])
        for at in HOURS:
            sweep.sweep(at)

        assert told(camille).count(task.id) == 1
        if not faults.fired:
            assert number > 3
            break


def test_two_schedules_at_once_tell_once_in_whatever_order_they_meet(faults: Faults) -> None:
    camille = me(digest_hour=None)
    for number in itertools.count():
        task = make()
        with faults.meanwhile(number, lambda: sweep.sweep(HOURS[0])):
            sweep.sweep(HOURS[0])

        assert told(camille).count(task.id) == 1
        if not faults.fired:
            break
    assert notifications.unread(camille) == number + 1


def test_finishing_deleting_or_putting_off_comes_before_or_after_the_telling_never_through_it(faults: Faults) -> None:
    camille = me(digest_hour=None)
    acts: list[Callable[[str], object]] = [
        lambda task: todo.finish(camille, task, HOURS[0]),
        lambda task: todo.delete(camille, task, HOURS[0]),
        lambda task: todo.put_off(camille, task, Putting(until=Due(on=TODAY + timedelta(days=9))), HOURS[0]),
    ]
    for act, number in itertools.product(acts, range(8)):
        task = make()
        with faults.meanwhile(number, lambda act=act, task=task: act(task.id)):  # type: ignore[misc]
            sweep.sweep(HOURS[0])
        before = told(camille).count(task.id)
        sweep.sweep(HOURS[1])

        assert told(camille).count(task.id) == before <= 1


def test_a_task_put_off_is_told_again_at_its_new_time_and_a_day_in_the_morning() -> None:
    camille = me(digest_hour=None)
    task = make()
    sweep.sweep(HOURS[0])
    todo.put_off(camille, task.id, Putting(preset="tomorrow"), HOURS[0])

    sweep.sweep(HOURS[1])
    assert told(camille) == [task.id]
    sweep.sweep(task.due_at + timedelta(days=1))
    assert told(camille) == [task.id] * 2

    whole = make(at=None, on=TODAY + timedelta(days=2))
    sweep.sweep(whole.due_at + timedelta(hours=7, minutes=59))
    assert whole.id not in told(camille)
    sweep.sweep(whole.due_at + timedelta(hours=8))
    assert told(camille).count(whole.id) == 1


def test_who_is_given_a_task_is_the_one_who_is_told() -> None:
    noe = me("Noé Rivière")
    task = make()
    todo.edit(me(), task.id, 1, TaskEdit(assignee=noe.id), NOW)

    sweep.sweep(HOURS[0])

    assert (told(me()), told(noe)) == ([], [task.id])


def test_a_task_of_someone_who_left_is_done_with() -> None:
    noe = me("Noé Rivière")
    task = make(assignee=noe.id)
    ListedMember(*ListedMember.key(WORKSPACE, noe.id)).delete(add_version_condition=False)

    first, second = sweep.sweep(HOURS[0]), sweep.sweep(HOURS[1])

    assert (first["TaskDue"], second["TaskDue"], first["Failed"]) == (1, 0, 0)
    assert told(noe) == []
    assert todo.one(me(), task.id)[0].fired_at == HOURS[0]


def test_one_poisoned_task_does_not_keep_the_others() -> None:
    camille = me(digest_hour=None)
    tasks = [make(title=str(n)) for n in range(3)]
    row = next(r for r in truth.of(TaskItem) if r.read().id == tasks[0].id)
    row.body = "not a task"
    row.save()

    done = sweep.sweep(HOURS[0])

    assert sorted(t or "" for t in told(camille)) == sorted(t.id for t in tasks[1:])
    assert (done["TaskDue"], done["Failed"]) == (2, 1)


def test_a_mail_for_each_task_goes_to_who_asked_for_it_once(sent: Sent) -> None:
    me("Noé Rivière", task_mails=True, digest_hour=None)
    noe = me("Noé Rivière")
    make(assignee=noe.id)

    for at in (NOW, *HOURS, *HOURS):
        sweep.sweep(at)

    assert sent() == ["noe@halage.example"] * 2
    assert sorted(mail.subject for mail in left()) == [
        "Camille Aubry vous confie une tâche : Rappeler",
        "À faire maintenant : Rappeler",
    ]
    kept = [r.read() for r in truth.of(MessageItem)]
    assert [(m.subject, m.text, m.html) for m in kept] == [("", "", "")] * 2


def test_the_mail_of_the_day_says_what_awaits_and_leaves_once(sent: Sent) -> None:
    camille = me()
    who = by_hand.add(camille, Typed(name="Maëlys Kervadec", email="m@courrier.example", relation="found"), NOW).id
    make(title="Relancer", at=None, on=TODAY - timedelta(days=2), candidate_id=who)
    make(title="Appeler", at="16:00")
    mention(camille, who)

    run_days(1)

    (mail,) = digests()
    assert mail.key == f"digest-{camille.id}-2026-11-24"
    assert sent() == ["camille@halage.example"]
    said = left()[-1]
    assert said.subject == "Votre journée : 1 tâche en retard, 1 tâche aujourd’hui, 1 mention non lue"
    assert "Relancer (Maëlys Kervadec), dimanche 22 novembre" in said.text
    assert "Appeler, mardi 24 novembre à 16 h 00" in said.text
    assert "Noé Rivière : Maëlys Kervadec" in said.text
    assert mail.created_at == datetime(2026, 11, 24, 7, 0, tzinfo=NOW.tzinfo)


def mention(member: Actor, candidate_id: str) -> None:
    transaction = Transaction()
    by = Notification.of("mention", me("Noé Rivière"), MORNING)
    notify(transaction, WORKSPACE, member.id, by.model_copy(update={"candidate_id": candidate_id}))
    transaction.commit()


def test_nothing_to_say_sends_nothing_and_tomorrow_is_asked_again(sent: Sent) -> None:
    me()
    run_days(1, minutes=60)
    make(title="Demain", on=TODAY + timedelta(days=1), at="10:00")

    run_days(1, minutes=60, start=MORNING + timedelta(days=1))

    assert [m.key[-10:] for m in digests()] == ["2026-11-25"]
    assert len(sent()) == 1


def test_each_day_has_one_mail_over_the_change_of_clocks(sent: Sent) -> None:
    make(title="Vieille", on=TODAY)
    start = datetime(2027, 3, 26, 5, 0, tzinfo=NOW.tzinfo)

    run_days(4, minutes=60, start=start)

    assert [(m.key[-10:], f"{m.created_at:%H:%M}") for m in digests()] == [
        ("2027-03-26", "07:00"),
        ("2027-03-27", "07:00"),
        ("2027-03-28", "06:00"),
        ("2027-03-29", "06:00"),
    ]
    assert len(sent()) == 4


@pytest.mark.parametrize("fault", FAULTS)
def test_the_mail_of_the_day_is_written_once_whatever_call_fails(faults: Faults, sent: Sent, fault: str) -> None:
    camille = me()
    sweep.sweep(MORNING)
    make(title="Rappeler", at="20:00", on=TODAY + timedelta(days=90))
    for number in itertools.count():
        day = timedelta(days=number)
        make(title=f"Jour {number}", at="20:00", on=TODAY + day)
        at = MORNING + timedelta(hours=1) + day
        before = len(sent())
        with faults.at(number, fault):
            sweep.sweep(at)
        for minutes in (5, 10):
            sweep.sweep(at + timedelta(minutes=minutes))

        mine = [m for m in digests() if m.key == f"digest-{camille.id}-{(TODAY + day).isoformat()}"]
        assert len(mine) == 1
        assert len(sent()) - before == 1 or (mine[0].state == "unknown" and faults.fired)
        if not faults.fired:
            assert number > 8
            break


def test_two_schedules_at_once_write_one_mail(faults: Faults, sent: Sent) -> None:
    camille = me()
    sweep.sweep(MORNING)
    make(title="Vieille", on=TODAY)
    for number in itertools.count():
        at = MORNING + timedelta(hours=1, days=number)
        with faults.meanwhile(number, lambda at=at: sweep.sweep(at + timedelta(minutes=10))):  # type: ignore[misc]
            sweep.sweep(at)

        assert len(sent()) == number + 1
        if not faults.fired:
            break
    assert len({m.key for m in digests()}) == number + 1
    assert all(m.member_id == camille.id for m in digests())


def test_an_hour_a_zone_and_none_are_followed_the_same_day(sent: Sent) -> None:
    make(title="Vieille", on=TODAY)
    subject = colleague().subject
    run_days(1)

    team.change_own_settings(subject, OwnSettings(digest_hour=18))
    run_days(1, start=MORNING + timedelta(days=1))
    team.change_own_settings(subject, OwnSettings(timezone="America/New_York"))
    run_days(1, start=MORNING + timedelta(days=2))
    team.change_own_settings(subject, OwnSettings(digest_hour=None))
    run_days(2, start=MORNING + timedelta(days=3))

    assert [f"{m.created_at:%d %H:%M}" for m in digests()] == ["24 07:00", "25 17:00", "26 23:00"]
    assert members(WORKSPACE)[0].digest_hour is None


def test_answers_promised_and_late_are_told_to_who_can_give_them() -> None:
    me(), me("Ida Manager", Role.manager)
    step = arrive(profile("Maëlys Kervadec", None))
    assert step.message_key is None

    run_days(1, start=MORNING + timedelta(days=20))

    (mail,) = digests()
    assert mail.to == "camille@halage.example"
    assert "1 réponse promise en retard" in left()[-1].subject
    assert "Maëlys Kervadec" in left()[-1].text


def test_someone_who_left_gets_no_mail_of_the_day(sent: Sent) -> None:
    camille = me()
    make(title="Vieille", on=TODAY)
    ListedMember(*ListedMember.key(WORKSPACE, camille.id)).delete(add_version_condition=False)

    run_days(2)

    assert sent() == []
    assert query(f"W#{WORKSPACE}#DIGEST#{camille.id}") == []


def test_a_minute_with_nothing_to_do_costs_a_question_a_queue(cloud: None) -> None:
    for n in range(20):
        colleague(f"Prénom{n} Nom")
    sweep.sweep(NOW)

    with metered() as tally:
        sweep.sweep(NOW + timedelta(minutes=1))

    # workspaces, erasures, files, actions of stages, jobs at work, interviews, tasks, mails of the day,
    # questions to people, clicks, experiments, sequences (late, without a clock, at work), messages (owed, unasked),
    # mails received
    assert tally.calls == {"dynamodb.Query": 18}
