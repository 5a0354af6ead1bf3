"""People in jobs: put on, moved, taken back; counts that are true whatever happens, and what it costs."""

import contextlib
import random
from datetime import timedelta

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor, announced, arrive, profile
from tests.faults import FAULTS, Faults, conflict
from tests.hiring import candidate_in, colleagues, job, person, stage, standing

from vivier.casework import closing, merging, opening, uploads
from vivier.casework.closing import Closing
from vivier.hiring import applications, board, store
from vivier.hiring.board import Filter
from vivier.kernel.actor import Role
from vivier.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from vivier.kernel.metering import metered
from vivier.people import service
from vivier.people.editing import Edit

pytestmark = pytest.mark.usefixtures("cloud")
LATER = NOW + timedelta(hours=2)


def _count(of: str) -> dict[str, int]:
    held = store.board(WORKSPACE, of)
    return {str(s.kind): held.counts[s.id].n for s in held.job.stages if held.counts[s.id].n}


def test_a_person_put_into_a_job_stands_at_its_beginning_and_is_counted() -> None:
    made = job()
    one = person("Maëlys Kervadec")

    application = applications.add(actor(), made.id, one, NOW)

    assert application.stage_id == made.beginning.id
    assert application.answer_by == NOW + timedelta(days=14)
    page = board.open_board(actor(), made.id, Filter(), NOW)
    assert [(c.stage.kind, c.count, [x.person.name for x in c.cards]) for c in page.columns if c.count] == [
        ("new", 1, ["Maëlys Kervadec"])
    ]
    truth.boards()


def test_one_person_stands_in_several_jobs_and_once_in_each() -> None:
    first, second = job("Batelier"), job("Éclusière ou éclusier")
    one = candidate_in(first)

    applications.add(actor(), second.id, one, NOW)

    with pytest.raises(Conflict):
        applications.add(actor(), first.id, one, NOW)
    assert len(store.applications_of(WORKSPACE, one)) == 2
    truth.boards()


def test_moving_changes_the_stage_the_counts_and_the_timeline_together() -> None:
    made = job()
    one = candidate_in(made)

    applications.move(actor(), made.id, one, stage(made, "interview").id, LATER)

    assert _count(made.id) == {"interview": 1}
    told = service.open_candidate(actor(), one).events[0]
    assert (told.kind, told.data["from"]["kind"], told.data["to"]["name"]["fr"]) == ("stage_moved", "new", "Entretien")
    truth.boards()


def test_a_move_from_where_somebody_no_longer_stands_is_refused() -> None:
    made = job()
    one = candidate_in(made)
    applications.move(actor(), made.id, one, stage(made, "contact").id, LATER)

    with pytest.raises(Conflict) as refused:
        applications.move(actor(), made.id, one, stage(made, "offer").id, LATER, expected=stage(made, "new").id)

    assert refused.value.details["stage_id"] == stage(made, "contact").id
    assert _count(made.id) == {"contact": 1}


def test_nobody_is_moved_to_closed_without_a_reason_nor_to_another_jobs_stage() -> None:
    made, other = job(), job()
    one = candidate_in(made)

    with pytest.raises(Invalid):
        applications.move(actor(), made.id, one, stage(made, "closed").id, LATER)
    with pytest.raises(NotFound):
        applications.move(actor(), made.id, one, stage(other, "offer").id, LATER)


def test_hired_is_an_end_that_says_when_and_by_whom() -> None:
    made = job()
    one = candidate_in(made)

    after = applications.move(actor(), made.id, one, stage(made, "hired").id, LATER)

    assert after.end is not None
    assert (after.end.how, after.end.by_name) == ("hired", "Camille Aubry")
    assert after.came_from == stage(made, "new").id
    assert service.open_candidate(actor(), one).events[0].kind == "application_hired"


def test_a_board_shows_people_as_they_are_now() -> None:
    made = job()
    one = candidate_in(made, "Maelys Kervadec")
    version = service.open_candidate(actor(), one).version

    service.edit(actor(), one, version, Edit(name="Maëlys Kervadec-Roux", tags=["batellerie"]), LATER)

    (card,) = board.page(actor(), made.id, made.beginning.id, Filter(), None, 50)[0]
    assert (card.person.name, card.person.tags) == ("Maëlys Kervadec-Roux", ["batellerie"])
    truth.check()


def test_a_board_is_narrowed_by_owner_tag_and_source() -> None:
    made = job()
    one, two = candidate_in(made), candidate_in(made)
    applications.assign(actor(), made.id, one, actor().id, NOW)
    service.edit(actor(), two, service.open_candidate(actor(), two).version, Edit(tags=["permis péniche"]), NOW)

    def found(wanted: Filter) -> set[str]:
        cards, _ = board.page(actor(), made.id, made.beginning.id, wanted, None, 50)
        return {c.application.candidate_id for c in cards}

    assert found(Filter(owner=actor().id)) == {one}
    assert found(Filter(tag="permis péniche")) == {two}
    assert found(Filter(source="upload")) == {one, two}
    assert found(Filter(source="nowhere")) == set()


def test_a_reader_sees_the_board_and_moves_nobody() -> None:
    made = job()
    one = candidate_in(made)

    assert board.open_board(actor(Role.reader), made.id, Filter(), NOW).columns[0].count == 1
    with pytest.raises(Forbidden):
        applications.move(actor(Role.reader), made.id, one, stage(made, "offer").id, NOW)


def test_a_hiring_manager_sees_own_jobs_only() -> None:
    manager = actor(Role.manager).model_copy(update={"id": colleagues("manager")})
    mine = job(team=[{"member_id": manager.id, "role": "manager"}])
    other = job()

    assert board.open_board(manager, mine.id, Filter(), NOW).job.id == mine.id
    for ask in (
        lambda: board.open_board(manager, other.id, Filter(), NOW),
        lambda: board.pulse(manager, other.id, NOW),
    ):
        with pytest.raises(NotFound):
            ask()


def test_two_who_look_at_one_board_know_of_each_other() -> None:
    made = job()
    one = actor()
    two = one.model_copy(update={"id": f"mem_{'0' * 25}2"})

    board.pulse(one, made.id, NOW)
    seen = board.pulse(two, made.id, NOW)
    later = board.pulse(two, made.id, NOW + timedelta(minutes=2))

    assert seen.looking == [one.id]
    assert later.looking == []


def test_a_stage_pages_without_losing_or_repeating_anyone() -> None:
    made = job()
    people = sorted(candidate_in(made) for _ in range(9))

    seen, cursor = [], None
    for _ in range(5):
        cards, cursor = board.page(actor(), made.id, made.beginning.id, Filter(), cursor, 4)
        seen += [c.application.candidate_id for c in cards]
        if cursor is None:
            break

    assert sorted(seen) == people


def test_what_a_move_and_a_board_cost() -> None:
    made = job()
    one = candidate_in(made)

    with metered() as moving:
        applications.move(actor(), made.id, one, stage(made, "offer").id, LATER)
    with metered() as looking:
        board.open_board(actor(), made.id, Filter(), NOW)

    assert dict(moving.calls) == {"dynamodb.BatchGetItem": 1, "dynamodb.GetItem": 1, "dynamodb.TransactWriteItems": 1}
    # application, card that is left, card that is entered, counts, event
    assert moving.write_units <= 14
    assert looking.calls == {"dynamodb.Query": 2}  # the job with its counts; one stage holds somebody


def test_moves_of_two_at_once_in_every_interleaving_leave_counts_that_are_exact() -> None:
    """Real concurrency runs on the local cloud (tests/integration/product); here every order of two acts is met."""
    faults, chance = Faults(), random.Random(7)
    made = job()
    people = [candidate_in(made) for _ in range(3)]
    stages = [s.id for s in made.stages if s.kind != "closed"]

    def one() -> None:
        with contextlib.suppress(Conflict):
            applications.move(actor(), made.id, chance.choice(people), chance.choice(stages), LATER)

    for number in [0, 1, 2] * 5:
        faults.answer("TransactWriteItems", *([conflict()] if chance.random() < 0.4 else []))
        with faults.meanwhile(number, one):
            one()

    truth.boards()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_move_that_dies_anywhere_is_there_or_is_not(fault: str) -> None:
    faults = Faults()
    made = job()
    one = candidate_in(made)
    stages = [stage(made, k).id for k in ("contact", "interview", "decision", "offer")]

    for number in range(4):
        with faults.at(number, fault):
            applications.move(actor(), made.id, one, stages[number], LATER)
        truth.boards()

    applications.move(actor(), made.id, one, stage(made, "hired").id, LATER)
    assert _count(made.id) == {"hired": 1}


def test_an_edit_of_the_person_at_any_moment_of_a_move_reaches_the_board() -> None:
    faults = Faults()
    made = job()
    stages = [stage(made, k).id for k in ("contact", "interview", "decision", "offer")]

    for number, to in enumerate(stages[:3]):
        one = candidate_in(made, f"Anna Roch{'abc'[number]}")

        def rename(who: str = one, tag: str = f"t{number}") -> None:
            service.edit(actor(), who, service.open_candidate(actor(), who).version, Edit(tags=[tag]), LATER)

        with faults.meanwhile(number, rename):
            applications.move(actor(), made.id, one, to, LATER)

        assert faults.fired
        assert standing(made, one).stage_id == to
        truth.check()


def _page_of(of: str) -> list[str]:
    held = board.open_board(actor(), of, Filter(), NOW)
    return [c.application.candidate_id for column in held.columns for c in column.cards]


def test_who_is_dropped_onto_a_job_stands_at_its_beginning_once_read() -> None:
    made = job()

    first = arrive(profile("Ewen Le Goff", "ewen@x.example"), job_id=made.id)
    again = arrive(profile("Ewen Le Goff", "ewen@x.example"), job_id=made.id)

    assert _page_of(made.id) == [f"can_{first.intake_id.partition('_')[2]}"]
    assert again.next == "done"
    truth.check()


def test_who_arrives_at_a_job_that_closed_meanwhile_is_recorded_and_it_is_told() -> None:
    made = job()
    closing.close(actor(), made.id, Closing(told_otherwise=True), NOW)

    step = arrive(profile("Ewen Le Goff", "ewen@x.example"), job_id=made.id)

    person_id = f"can_{step.intake_id.partition('_')[2]}"
    assert "application_not_made" in {e.kind for e in service.open_candidate(actor(), person_id).events}
    with pytest.raises(Conflict):
        uploads.announce(actor(), announced(job_id=made.id), NOW)
    truth.check()


def test_two_records_of_one_person_in_one_job_are_one_on_the_board_until_the_merge_is_undone() -> None:
    made, other = job(), job()
    one, two = candidate_in(made), candidate_in(made, kind="interview")
    applications.add(actor(), other.id, two, NOW)

    merging.merge(actor(), one, two, LATER)

    assert _page_of(made.id) == [one]
    assert _page_of(other.id) == [two]
    assert {a.job_id for a in opening.open_person(actor(), one).applications} == {made.id, other.id}
    with pytest.raises(Conflict):
        applications.add(actor(), other.id, one, NOW)
    truth.check()

    merging.unmerge(actor(), one, two, LATER)

    assert set(_page_of(made.id)) == {one, two}
    assert standing(made, two).stage_kind == "interview"
    truth.check()
