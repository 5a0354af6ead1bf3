"""Scorecards: tied to the job, asked for once, given complete, kept in their versions."""

from datetime import timedelta

import pytest
from tests.factories import NOW, WORKSPACE, colleague
from tests.faults import FAULTS, Faults
from tests.hiring import candidate_in, job_with, stage
from tests.scorecards import LATER, STEER, answer, ask, give, looked_at

from vivier.casework import stage_actions
from vivier.hiring import applications, jobs, planned, store
from vivier.hiring.jobs import JobEdit
from vivier.hiring.scorecards import criteria, service
from vivier.hiring.scorecards import store as rows
from vivier.hiring.scorecards.criteria import CriteriaText
from vivier.hiring.scorecards.service import ScorecardRequest, ScorecardText
from vivier.hiring.stages import AskScorecard, StageKind
from vivier.kernel.actor import Actor, Role
from vivier.kernel.clock import iso
from vivier.kernel.errors import Conflict, Forbidden, Invalid, NotFound, VersionMissing, VersionStale
from vivier.kernel.ids import new_id
from vivier.people import service as people
from vivier.storage.transaction import Lost
from vivier.team import notifications

pytestmark = pytest.mark.usefixtures("cloud")


def test_each_criterion_is_tied_to_a_requirement_of_the_job(chief: Actor) -> None:
    made = looked_at(chief)
    loose = {"criteria": [{"requirement_id": new_id("req"), "label": {"fr": "Sympathie"}}]}

    with pytest.raises(Invalid, match="tied to a requirement"):
        criteria.save(chief, made.id, 1, CriteriaText.model_validate(loose), NOW)

    held = criteria.read(chief, made.id)
    assert [c.label.fr for c in held.criteria] == ["Pilotage", "Sang-froid"]
    assert held.criteria[0].anchors.four.fr == "Montré par plusieurs exemples précis"
    row = store.load_job(WORKSPACE, made.id)
    jobs.edit(chief, made.id, row.number, JobEdit(requirements=held.requirements[:1]), LATER)
    assert criteria.read(chief, made.id).untied == [held.criteria[1].id]


def test_criteria_are_edited_on_the_version_that_was_read(chief: Actor) -> None:
    made = looked_at(chief)
    wanted = CriteriaText(criteria=[])

    with pytest.raises(VersionMissing):
        criteria.save(chief, made.id, None, wanted, NOW)
    with pytest.raises(VersionStale):
        criteria.save(chief, made.id, 0, wanted, NOW)
    assert criteria.save(chief, made.id, 1, wanted, NOW).version == 2
    with pytest.raises(VersionStale):
        criteria.save(chief, made.id, 1, wanted, NOW)


def test_a_requirement_that_goes_at_this_very_moment_is_no_requirement(chief: Actor) -> None:
    made = looked_at(chief)
    held = criteria.read(chief, made.id)
    wanted = CriteriaText.model_validate({"criteria": [c.model_dump() for c in held.criteria]})
    row = store.load_job(WORKSPACE, made.id)
    faults = Faults()

    with (
        pytest.raises(VersionStale),
        faults.meanwhile(1, lambda: jobs.edit(chief, made.id, row.number, JobEdit(requirements=[]), LATER)),
    ):
        criteria.save(chief, made.id, 1, wanted, NOW)

    assert faults.fired
    assert criteria.read(chief, made.id).version == 1


def test_words_that_look_prohibited_are_warned_of_in_criteria_and_in_what_is_given(chief: Actor) -> None:
    made = looked_at(chief)
    who = candidate_in(made, by=chief)
    wanted = {"criteria": [{"requirement_id": STEER, "label": {"fr": "Pas trop âgée"}}]}

    with pytest.raises(Invalid) as refused:
        criteria.save(chief, made.id, 1, CriteriaText.model_validate(wanted), NOW)
    assert refused.value.details["warnings"] == ["age"]
    assert criteria.save(chief, made.id, 1, CriteriaText.model_validate(wanted | {"override": True}), NOW).version == 2
    with pytest.raises(Invalid):
        give(made, who, chief, 3, version=0, text="Elle est enceinte.")
    given = give(made, who, chief, 3, version=0, text="Elle est enceinte.", override=True)
    assert given.scorecard.overridden == ["family_situation"]


def test_someone_is_asked_once_and_nobody_takes_their_own_request_back(chief: Actor, lea: Actor) -> None:
    made = looked_at(chief)
    who = candidate_in(made, by=chief)
    about = stage(made, "new").id
    ask(chief, made, who, lea, chief)
    ask(chief, made, who, lea)

    assert len(notifications.listed(lea)[0]) == 1
    with pytest.raises(Conflict):
        service.take_back(chief, made.id, who, about, chief.id, LATER)
    service.take_back(lea, made.id, who, about, chief.id, LATER)
    assert [a.member_name for a in service.read(lea, made.id, who).asked] == ["Léa Morin"]
    give(made, who, lea, 3, 3)
    with pytest.raises(Conflict):
        service.take_back(chief, made.id, who, about, lea.id, LATER)


def test_only_colleagues_who_can_give_one_are_asked(chief: Actor, boss: Actor) -> None:
    made = looked_at(chief)
    who = candidate_in(made, by=chief)
    reader = colleague("Rita Lopes", Role.reader).actor()
    nobody = boss.model_copy(update={"id": new_id("mem")})

    for unasked in (reader, nobody, boss):
        with pytest.raises(Invalid):
            ask(chief, made, who, unasked)
    with pytest.raises(Forbidden):
        ask(boss, made, who, chief)
    with pytest.raises(Invalid):
        service.ask(chief, made.id, who, ScorecardRequest(members=[chief.id], due_at=NOW), NOW)
    with pytest.raises(Forbidden):
        give(made, who, reader, 3, 3, version=0)


def test_a_hiring_manager_gives_theirs_in_their_own_jobs_only(chief: Actor, boss: Actor) -> None:
    own, other = looked_at(chief, (boss, "interviewer")), looked_at(chief)
    here, there = candidate_in(own, by=chief), candidate_in(other, by=chief)

    assert give(own, here, boss, 3, None, version=0).scorecard.given_at == LATER
    text = answer(other, chief, 3, 3)
    for act in (
        lambda: service.read(boss, other.id, there),
        lambda: service.write(boss, other.id, there, stage(other, "new").id, 0, text, LATER),
        lambda: criteria.read(boss, other.id),
        lambda: service.read(boss, own.id, there),
    ):
        with pytest.raises(NotFound):
            act()


def test_a_scorecard_is_given_complete_and_not_seen_is_an_answer(chief: Actor) -> None:
    made = looked_at(chief)
    who = candidate_in(made, by=chief)
    about = stage(made, "new").id

    with pytest.raises(Invalid) as refused:
        service.write(chief, made.id, who, about, 0, ScorecardText(give=True), LATER)
    fields = [e["field"] for e in refused.value.details["errors"]]
    assert fields == [*(f"ratings.{c.id}" for c in criteria.read(chief, made.id).criteria), "recommendation"]
    given = give(made, who, chief, None, None, version=0)
    assert [r.mark for r in given.scorecard.ratings] == [None, None]


def test_a_given_scorecard_keeps_what_it_said_before(chief: Actor) -> None:
    made = looked_at(chief)
    who = candidate_in(made, by=chief)
    first = give(made, who, chief, 2, 2, version=0)

    again = give(made, who, chief, 3, 2, version=first.version)

    assert [r.mark for r in again.scorecard.ratings] == [3, 2]
    assert [[r.mark for r in v.ratings] for v in again.scorecard.history] == [[2, 2]]
    assert again.scorecard.given_at == first.scorecard.given_at
    with pytest.raises(Conflict):
        give(made, who, chief, 1, 1, version=again.version, give=False)
    with pytest.raises(VersionStale):
        give(made, who, chief, 1, 1, version=first.version)
    same = give(made, who, chief, 3, 2, version=again.version)
    assert (same.version, len(same.scorecard.history)) == (again.version, 1)
    assert [e.kind for e in people.open_candidate(chief, who).events[:2]] == ["scorecard_changed", "scorecard_given"]


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_fails_a_request_is_made_whole_or_not_at_all(chief: Actor, lea: Actor, fault: str) -> None:
    made = looked_at(chief)
    faults, number = Faults(), 0
    while True:
        who = candidate_in(made, by=chief)
        with faults.at(number, fault):
            ask(chief, made, who, lea)
        cards = rows.scorecards(WORKSPACE, who, made.id)
        told = [e for e in people.open_candidate(chief, who).events if e.kind == "scorecard_asked"]
        assert len(cards) == len(told) <= 1
        ask(chief, made, who, lea)
        assert len(rows.scorecards(WORKSPACE, who, made.id)) == 1
        if not faults.fired:
            break
        number += 1
    bells = [n for n in notifications.listed(lea)[0] if n.kind == "scorecard_asked"]
    assert len({n.candidate_id for n in bells}) == len(bells) == notifications.unread(lea)


def test_two_windows_of_one_person_do_not_lose_each_others_words(chief: Actor) -> None:
    made = looked_at(chief)
    who = candidate_in(made, by=chief)
    faults = Faults()

    with (
        pytest.raises((VersionStale, Lost)),
        faults.meanwhile(2, lambda: give(made, who, chief, 1, 1, version=0, give=False)),
    ):
        give(made, who, chief, 2, 2, version=0)

    assert faults.fired
    assert service.read(chief, made.id, who).own[0].scorecard.ratings[0].mark == 1


def test_entering_a_stage_asks_its_team_once_with_the_stage_as_cause(chief: Actor, lea: Actor) -> None:
    made = job_with(StageKind.interview, AskScorecard(do="scorecard", members=["team", lea.id], due_in_days=2))
    row = store.load_job(WORKSPACE, made.id)
    rita = colleague("Rita Lopes", Role.reader).actor()
    team = [{"member_id": m.id, "role": r} for m, r in ((chief, "owner"), (rita, "recruiter"))]
    jobs.edit(chief, made.id, row.number, JobEdit.model_validate({"team": team}), NOW)
    who = candidate_in(made, by=chief)
    applications.move(chief, made.id, who, stage(made, "interview").id, NOW)

    for _ in range(2):
        for due in planned.due_now(WORKSPACE, iso(LATER)):
            assert stage_actions.do(WORKSPACE, due, LATER) == "done"

    seen = service.read(lea, made.id, who)
    assert {a.member_name for a in seen.asked} == {"Camille Aubry", "Léa Morin"}
    assert {a.due_at for a in seen.asked} == {LATER + timedelta(days=2)}
    asked = [e for e in people.open_candidate(chief, who).events if e.kind == "scorecard_asked"]
    assert [(e.cause, e.actor.name) for e in asked] == [("stage", "Camille Aubry")]
