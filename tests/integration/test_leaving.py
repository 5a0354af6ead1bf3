"""A colleague who leaves: what they hold is known, and what they had to do goes to somebody who sees it."""

from datetime import timedelta
from typing import Any

import pytest
from tests import truth
from tests.factories import NOW, actor, colleague
from tests.hiring import candidate_in, job
from tests.sequences import mail_step, published

from vivier.casework import leaving, todo, writing
from vivier.casework.writing import Writing
from vivier.kernel.actor import Actor, Role
from vivier.kernel.errors import Forbidden, Invalid, NotFound
from vivier.kernel.ids import new_id, sort_key
from vivier.kernel.metering import metered
from vivier.mail.drafts import Draft
from vivier.people.store import EventItem
from vivier.tasks.model import Due
from vivier.tasks.service import NewTask
from vivier.team import membership, notifications
from vivier.team.model import Member

pytestmark = pytest.mark.usefixtures("cloud")


@pytest.fixture
def admin() -> Actor:
    return colleague("Dominique Le Bris", Role.admin).actor()


def task(of: Member, title: str = "Rappeler", **about: Any) -> str:
    return todo.create(of.actor(), NewTask(title=title, due=Due(on=NOW.date()), **about), NOW)[0].id


def assignee(task_id: str, reader: Actor) -> str:
    return todo.one(reader, task_id)[0].assignee


def test_what_is_about_people_and_jobs_goes_to_the_colleague_and_what_is_private_stays(admin: Actor) -> None:
    leaver, follower = colleague("Hélène Carpentier"), colleague("Nolwenn Riou")
    place = job()
    person = candidate_in(place)
    shared = [task(leaver, candidate_id=person), task(leaver, job_id=place.id)]
    private = task(leaver, "Acheter des timbres")

    assert leaving.held(admin, leaver.id).tasks == 2
    assert leaving.hand_over(admin, leaver.id, follower.id, NOW) == leaving.Given(given=2, left=0)

    assert {assignee(one, admin) for one in shared} == {follower.id}
    assert assignee(private, leaver.actor()) == leaver.id
    assert notifications.unread(follower.actor()) == 2
    changed = [e for row in truth.of(EventItem) if (e := row.read()).kind == "task_changed"]
    assert {e.actor.name for e in changed} == {"Dominique Le Bris"}
    assert leaving.hand_over(admin, leaver.id, follower.id, NOW).given == 0


def test_many_are_given_in_steps_until_none_is_left(admin: Actor) -> None:
    leaver, follower, place = colleague("Hélène Carpentier"), colleague("Nolwenn Riou"), job()
    for n in range(23):
        task(leaver, f"Tâche {n}", job_id=place.id)

    steps = [leaving.hand_over(admin, leaver.id, follower.id, NOW) for _ in range(2)]

    assert [(s.given, s.left) for s in steps] == [(20, 3), (3, 0)]
    assert leaving.held(admin, leaver.id).tasks == 0


def test_who_was_removed_already_still_hands_over(admin: Actor) -> None:
    leaver, follower, place = colleague("Hélène Carpentier"), colleague("Nolwenn Riou"), job()
    task(leaver, job_id=place.id)
    membership.remove(admin, leaver.id, NOW)

    assert leaving.hand_over(admin, leaver.id, follower.id, NOW).given == 1


def test_jobs_are_named_with_the_part_that_is_taken_in_them(admin: Actor) -> None:
    ida = colleague("Ida Manager", Role.manager)
    mine = job("Éclusière", team=[{"member_id": ida.id, "role": "manager"}])
    job("Batelier")

    with metered() as tally:
        held = leaving.held(admin, ida.id)

    assert [(j.id, j.role, j.state) for j in held.jobs] == [(mine.id, "manager", "open")]
    assert dict(tally.calls) == {"dynamodb.GetItem": 1, "dynamodb.Query": 4, "dynamodb.BatchGetItem": 1}


def test_only_who_is_here_and_sees_people_can_follow(admin: Actor) -> None:
    leaver, gone = colleague("Hélène Carpentier"), colleague("Nolwenn Riou")
    membership.remove(admin, gone.id, NOW)
    ida, lea = colleague("Ida Manager", Role.manager), colleague("Léa Fontaine", Role.reader)

    for other in (gone.id, ida.id, lea.id, leaver.id, new_id("mem")):
        with pytest.raises(Invalid):
            leaving.hand_over(admin, leaver.id, other, NOW)


def test_only_administrators_ask_and_only_about_members(admin: Actor) -> None:
    leaver = colleague("Hélène Carpentier")

    with pytest.raises(Forbidden):
        leaving.held(actor(), leaver.id)
    with pytest.raises(Forbidden):
        leaving.hand_over(actor(), leaver.id, admin.id, NOW)
    with pytest.raises(NotFound):
        leaving.held(admin, new_id("mem"))


def test_sequences_that_bear_their_name_are_named_and_go_on(admin: Actor) -> None:
    leaver, other = colleague("Hélène Carpentier"), colleague("Nolwenn Riou")
    bears = published(other.actor(), mail_step(send_as=leaver.id))
    made = published(leaver.actor(), mail_step())
    published(other.actor(), mail_step())

    held = leaving.held(admin, leaver.id).sequences

    assert {s.id for s in held} == {bears.id, made.id}


def test_mails_that_they_wrote_and_that_wait_are_named_the_next_one_first(admin: Actor) -> None:
    leaver, other = colleague("Hélène Carpentier"), colleague("Nolwenn Riou")
    one = candidate_in(job())
    for who, subject, days in ((leaver, "Vendredi", 3), (leaver, "Demain", 1), (other, "Lundi", 2)):
        draft = Draft(subject=subject, body="Bonjour,", language="fr")
        wanted = Writing(key=sort_key(new_id("key")), candidate_ids=[one], draft=draft, at=NOW + timedelta(days=days))
        writing.write(who.actor(), wanted, NOW)

    mails = leaving.held(admin, leaver.id).mails

    assert [(m.subject, m.candidate_id, m.due_at - NOW) for m in mails] == [
        ("Demain", one, timedelta(days=1)),
        ("Vendredi", one, timedelta(days=3)),
    ]
