"""Tasks: made, changed, done and undone, put off, given to others; on a person, a job, both or nothing."""

import itertools
from datetime import date, timedelta
from typing import Any

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor, colleague
from tests.faults import FAULTS, Faults
from tests.hiring import job

from vivier.casework import by_hand, merging, opening, todo
from vivier.casework.by_hand import Typed
from vivier.casework.todo import Putting
from vivier.hiring import applications, jobs
from vivier.kernel.actor import Actor, Role
from vivier.kernel.errors import Conflict, Forbidden, Invalid, NotFound, VersionMissing, VersionStale
from vivier.kernel.ids import new_id
from vivier.kernel.metering import metered
from vivier.people.model import Event
from vivier.people.store import EventItem
from vivier.tasks.model import Due, Repeat, Task
from vivier.tasks.service import NewTask, TaskEdit
from vivier.tasks.store import TaskItem, TaskPlace
from vivier.team import membership, notifications

pytestmark = pytest.mark.usefixtures("cloud")
TODAY = NOW.date()
LATER = NOW + timedelta(hours=1)


def me(name: str = "Camille Aubry", role: Role = Role.recruiter) -> Actor:
    return colleague(name, role).actor()


def someone(email: str = "m@courrier.example") -> str:
    return by_hand.add(me(), Typed(name="Maëlys Kervadec", email=email, relation="found"), NOW).id


def a_job(*people: str) -> str:
    """An open job with these people in it, and Ida in its team."""
    ida = {"member_id": me("Ida Manager", Role.manager).id, "role": "manager"}
    made = job(team=[ida])
    for one in people:
        applications.add(actor(), made.id, one, NOW)
    return made.id


def new(title: str = "Rappeler", on: date = TODAY, **more: Any) -> NewTask:
    at = more.pop("at", None)
    return NewTask(title=title, due=Due(on=on, at=at), **more)


def make(**more: Any) -> Task:
    return todo.create(me(), new(**more), NOW)[0]


def told(candidate_id: str) -> list[Event]:
    return [e for e in opening.open_person(me(), candidate_id).opened.events if e.kind.startswith("task_")]


def bell(name: str) -> list[str]:
    return [n.kind for n in notifications.listed(me(name))[0]]


def rows() -> list[Task]:
    return [r.read() for r in truth.of(TaskItem)]


def test_a_task_about_a_person_stands_with_them_and_on_their_timeline() -> None:
    who = someone()
    place = a_job(who)

    made = make(candidate_id=who, job_id=place, at="14:30")
    todo.finish(me(), made.id, LATER)

    (shown, version), *_ = opening.open_person(me(), who).tasks
    assert (shown.id, shown.state, version) == (made.id, "done", 2)
    assert [e.kind for e in told(who)] == ["task_done", "task_created"]
    assert told(who)[0].data["job_id"] == place
    assert [t.id for t, _ in todo.of_job(me(), place)] == [made.id]


def test_a_task_about_a_job_stands_in_its_list_and_its_history() -> None:
    place = a_job()

    made = make(job_id=place)

    assert [t.id for t, _ in todo.of_job(me(), place)] == [made.id]
    events = sorted(r.read().id for r in truth.of(EventItem) if r.pk == f"W#{WORKSPACE}#J#{place}")
    assert [e.id for e in jobs.history(actor(), place, None)[0]] == events[::-1]
    assert "task_created" in {e.kind for e in jobs.history(actor(), place, None)[0]}


def test_a_task_about_nothing_is_ones_own() -> None:
    made = make(assignee=me("Noé Rivière").id)

    assert todo.one(me("Noé Rivière"), made.id)[0].title == "Rappeler"
    assert todo.one(me(), made.id)[0].assignee_name == "Noé Rivière"
    with pytest.raises(NotFound):
        todo.one(me("Lou Admin", Role.admin), made.id)


def test_what_a_member_may_not_see_is_not_there() -> None:
    who, other = someone(), someone("n@courrier.example")
    own, foreign = a_job(who), job().id
    applications.add(actor(), foreign, who, NOW)
    ida = me("Ida Manager", Role.manager)
    unseen = [make(candidate_id=other), make(job_id=foreign), make(candidate_id=who, job_id=foreign), make()]
    seen = [make(candidate_id=who), make(job_id=own), make(candidate_id=who, job_id=own)]

    for each in unseen:
        with pytest.raises(NotFound):
            todo.one(ida, each.id)
    for about in ({"candidate_id": other}, {"job_id": foreign}, {"candidate_id": who, "job_id": foreign}):
        with pytest.raises(NotFound):
            todo.create(ida, NewTask(title="Non", due=Due(on=TODAY), **about), NOW)
    with pytest.raises(NotFound):
        todo.of_job(ida, foreign)

    assert [todo.finish(ida, each.id, LATER)[0].state for each in seen] == ["done"] * 3
    assert len(todo.of_job(ida, own)) == 2
    assert todo.create(ida, new(candidate_id=who, job_id=own), NOW)[0].assignee == ida.id
    with pytest.raises(Forbidden):
        todo.create(me("Rémi Reader", Role.reader), new(), NOW)


def test_nobody_is_given_a_task_who_is_not_there_nor_about_somebody_who_is_not() -> None:
    with pytest.raises(Invalid):
        make(assignee=new_id("mem", NOW))
    with pytest.raises(NotFound):
        make(candidate_id=new_id("can", NOW))
    one, other = someone(), someone("n@courrier.example")
    merging.merge(me(), one, other, NOW)
    with pytest.raises(Invalid):
        make(candidate_id=other)
    with pytest.raises(Invalid):
        make(candidate_id=one, job_id=job().id)
    with pytest.raises(NotFound):
        make(job_id=new_id("job", NOW))
    assert rows() == []


def test_a_task_goes_to_a_colleague_who_can_do_it_and_to_nobody_else() -> None:
    who, own = someone(), job().id
    one, manager = make(), me("Mona Roux", Role.manager)
    reader, gone = me("Rémi Reader", Role.reader), me("Gaël Parti")
    membership.remove(me("Zoé Chef", Role.admin), gone.id, NOW)

    for other in (reader, gone):
        with pytest.raises(Invalid):
            make(assignee=other.id)
        with pytest.raises(Invalid):
            todo.edit(me(), one.id, 1, TaskEdit(assignee=other.id), LATER)
    for about in ({"candidate_id": who}, {"job_id": own}):
        with pytest.raises(Invalid) as unseen:
            make(assignee=manager.id, **about)
        assert "does not see" in unseen.value.message
    assert make(assignee=manager.id).assignee == manager.id
    mine = job(team=[{"member_id": manager.id, "role": "manager"}]).id
    assert make(assignee=manager.id, job_id=mine).assignee == manager.id


def test_a_task_of_who_has_left_can_still_be_changed_and_given_on() -> None:
    gone, noe = me("Gaël Parti"), me("Noé Rivière")
    made = make(assignee=gone.id)
    membership.remove(me("Zoé Chef", Role.admin), gone.id, NOW)

    after, version = todo.edit(me(), made.id, 1, TaskEdit(title="Autre"), LATER)
    given, _ = todo.edit(me(), made.id, version, TaskEdit(assignee=noe.id), LATER)

    assert (after.assignee, given.assignee) == (gone.id, noe.id)


def test_tasks_of_a_merged_record_stand_with_the_one_it_became() -> None:
    one, other = someone(), someone("n@courrier.example")
    made = make(candidate_id=other)

    merging.merge(me(), one, other, NOW)

    assert [t.id for t, _ in opening.open_person(me(), one).tasks] == [made.id]
    assert todo.finish(me(), made.id, LATER)[0].state == "done"


def test_an_edit_needs_its_version_and_says_what_it_changed() -> None:
    who = someone()
    made = make(candidate_id=who)

    after, version = todo.edit(me(), made.id, 1, TaskEdit(title="Écrire", due=Due(on=TODAY, at="17:00")), LATER)

    assert (after.title, after.at, version) == ("Écrire", "17:00", 2)
    assert told(who)[0].data["changes"].keys() == {"title", "due_at"}
    with pytest.raises(VersionMissing):
        todo.edit(me(), made.id, None, TaskEdit(title="Non"), LATER)
    with pytest.raises(VersionStale):
        todo.edit(me(), made.id, 1, TaskEdit(title="Non"), LATER)
    assert todo.edit(me(), made.id, 2, TaskEdit(title="Écrire"), LATER)[1] == 2


def test_two_who_edit_at_once_do_not_overwrite_each_other(faults: Faults) -> None:
    for number in itertools.count():
        made = make()
        with faults.meanwhile(number, lambda made=made: todo.edit(me(), made.id, 1, TaskEdit(title="Un"), LATER)):  # type: ignore[misc]
            try:
                todo.edit(me(), made.id, 1, TaskEdit(title="Deux"), LATER)
                title = "Deux"
            except VersionStale:
                title = "Un"

        assert todo.one(me(), made.id)[0].title == title
        if not faults.fired:
            break


def test_whoever_is_given_a_task_is_told_once_and_who_gives_it_to_themselves_is_not() -> None:
    noe = me("Noé Rivière")
    made = make(assignee=noe.id)
    own = make()

    todo.edit(me(), made.id, 1, TaskEdit(title="Autre"), LATER)
    todo.edit(me(), own.id, 1, TaskEdit(assignee=noe.id), LATER)
    todo.edit(noe, own.id, 2, TaskEdit(assignee=noe.id), LATER)

    assert bell("Noé Rivière") == ["task_assigned", "task_assigned"]
    assert bell("Camille Aubry") == []
    assert [t.id for t, _ in todo.listed(noe, None)[0]] == [made.id, own.id]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_task_is_made_whole_or_not_at_all_whatever_call_fails(faults: Faults, fault: str) -> None:
    who = someone()
    place = a_job(who)
    noe = me("Noé Rivière")
    for number in itertools.count():
        before = len(rows())
        with faults.at(number, fault):
            todo.create(me(), new(candidate_id=who, job_id=place, assignee=noe.id), NOW)

        made = len(rows())
        assert made - before in (0, 1)
        assert len([e for e in truth.of(EventItem) if e.read().kind == "task_created"]) == made
        assert len(truth.of(TaskPlace)) == 2 * made
        assert notifications.unread(noe) == made
        if not faults.fired:
            assert made - before == 1
            break


@pytest.mark.parametrize("fault", FAULTS)
def test_finishing_a_followup_makes_one_next_whatever_call_fails(faults: Faults, fault: str) -> None:
    for number in itertools.count():
        made = make(title=f"Suivi {number}", repeat=Repeat(unit="week"))
        with faults.at(number, fault):
            todo.finish(me(), made.id, LATER)
        todo.finish(me(), made.id, LATER)
        todo.finish(me(), made.id, LATER)

        mine = [t for t in rows() if t.title == made.title]
        (done,), (coming,) = [t for t in mine if t.state == "done"], [t for t in mine if t.state == "open"]
        assert (done.next_id, coming.on) == (coming.id, TODAY + timedelta(days=7))
        if not faults.fired:
            break


def test_two_who_finish_a_followup_at_once_make_one_next(faults: Faults) -> None:
    for number in itertools.count():
        made = make(repeat=Repeat(unit="day", every=2))
        with faults.meanwhile(number, lambda made=made: todo.finish(me(), made.id, LATER)):  # type: ignore[misc]
            todo.finish(me(), made.id, LATER)

        assert len([t for t in rows() if t.state == "open"]) == number + 1
        if not faults.fired:
            break


def test_undoing_takes_the_next_away_unless_it_was_touched() -> None:
    first, second = make(title="Un", repeat=Repeat(unit="month")), make(title="Deux", repeat=Repeat(unit="month"))
    todo.finish(me(), first.id, LATER)
    _, _, coming = todo.finish(me(), second.id, LATER)
    assert coming
    todo.edit(me(), coming.id, 1, TaskEdit(title="Deux bis"), LATER)

    todo.reopen(me(), first.id, LATER)
    todo.reopen(me(), first.id, LATER)
    todo.reopen(me(), second.id, LATER)

    assert sorted(t.title for t in rows() if t.state == "open") == ["Deux", "Deux bis", "Un"]
    assert len(truth.of(TaskPlace)) == 3
    assert todo.finish(me(), first.id, LATER)[2]


def test_a_deleted_task_is_nowhere_until_it_is_restored() -> None:
    who = someone()
    made, done = make(candidate_id=who), make(candidate_id=who, title="Faite")
    todo.finish(me(), done.id, NOW)

    for each in (made, done):
        todo.delete(me(), each.id, LATER)
        todo.delete(me(), each.id, LATER)
    gone = (todo.listed(me(), None)[0], opening.open_person(me(), who).tasks)
    with pytest.raises(Conflict):
        todo.finish(me(), made.id, LATER)
    back = [todo.restore(me(), each.id, LATER)[0].state for each in (made, done)]

    assert gone == ([], [])
    assert back == ["open", "done"]
    assert [t.id for t, _ in todo.listed(me(), None)[0]] == [made.id]


def test_putting_off_keeps_where_a_task_was() -> None:
    made = make(at="10:00", on=TODAY - timedelta(days=1))

    todo.put_off(me(), made.id, Putting(preset="tomorrow"), NOW)
    after, _ = todo.put_off(me(), made.id, Putting(until=Due(on=TODAY + timedelta(days=30))), NOW)

    assert after.snoozes[0].from_due == made.due_at
    assert after.snoozes[0].to_due == after.snoozes[1].from_due
    assert (after.on, after.at) == (TODAY + timedelta(days=30), None)
    for wrong in (Putting(), Putting(preset="later", until=Due(on=TODAY)), Putting(until=Due(on=date(2026, 11, 1)))):
        with pytest.raises(Invalid):
            todo.put_off(me(), made.id, wrong, NOW)


def test_putting_off_one_followup_leaves_the_series_where_it_was() -> None:
    made = make(repeat=Repeat(unit="week"))

    todo.put_off(me(), made.id, Putting(until=Due(on=TODAY + timedelta(days=2))), NOW)
    _, _, coming = todo.finish(me(), made.id, NOW + timedelta(days=2))

    assert coming
    assert coming.on == TODAY + timedelta(days=7)


def test_my_day_has_what_is_overdue_today_and_next_in_one_question() -> None:
    titles = {"Retard": -1, "Jour": 0, "Demain": 1, "Semaine": 7, "Loin": 9}
    for title, days in titles.items():
        make(title=title, on=TODAY + timedelta(days=days))
    make(title="Passée", at="10:00")
    make(title="Autre", assignee=me("Noé Rivière").id)
    todo.finish(me(), make(title="Faite").id, NOW)

    with metered() as tally:
        seen = todo.my_day(me(), "Europe/Paris", NOW)

    assert [t.title for t in seen.overdue] == ["Retard", "Passée"]
    assert [t.title for t in seen.due_today] == ["Jour"]
    assert [t.title for t in seen.next] == ["Demain", "Semaine"]
    assert (seen.badge, seen.more) == (3, False)
    assert tally.calls["dynamodb.Query"] == 1


def test_a_long_list_is_walked_to_its_end() -> None:
    made = [make(title=f"{n}", on=TODAY + timedelta(days=n)).id for n in range(60)]

    first, cursor = todo.listed(me(), None)
    second, end = todo.listed(me(), cursor)

    assert [t.id for t, _ in (*first, *second)] == made
    assert end is None


def test_acts_stay_in_their_budget() -> None:
    who, author = someone(), me()
    with metered() as made:
        task, _ = todo.create(author, new(candidate_id=who), NOW)
    with metered() as done:
        todo.finish(author, task.id, NOW)
    with metered() as opened:
        opening.open_person(author, who)

    assert made.calls == {
        "dynamodb.GetItem": 1,
        "dynamodb.BatchGetItem": 1,
        "dynamodb.TransactWriteItems": 1,
    }
    assert done.calls == {"dynamodb.GetItem": 2, "dynamodb.TransactWriteItems": 1}
    assert opened.calls == {"dynamodb.Query": 1}
