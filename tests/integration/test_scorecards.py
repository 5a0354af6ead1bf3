"""Scorecards: tied to the job, blind until one's own is given, kept in their versions, side by side, never added up."""

import json
from datetime import timedelta
from typing import Any

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, colleague
from tests.faults import FAULTS, Faults
from tests.hiring import candidate_in, job, job_with, stage

from vivier.casework import stage_actions
from vivier.hiring import applications, jobs, planned, store
from vivier.hiring.jobs import JobEdit
from vivier.hiring.model import AskScorecard, Job, Requirement, StageKind
from vivier.hiring.scorecards import criteria, service
from vivier.hiring.scorecards import store as rows
from vivier.hiring.scorecards.criteria import CriteriaText
from vivier.hiring.scorecards.model import Recommendation
from vivier.hiring.scorecards.service import ScorecardRequest, Scorecards, ScorecardText
from vivier.kernel.actor import Actor, Role
from vivier.kernel.clock import iso
from vivier.kernel.errors import Conflict, Forbidden, Invalid, NotFound, VersionMissing, VersionStale
from vivier.kernel.ids import new_id
from vivier.kernel.metering import metered
from vivier.mail.store import MessageItem
from vivier.people import service as people
from vivier.storage.transaction import Lost
from vivier.team import notifications

pytestmark = pytest.mark.usefixtures("cloud")
LATER = NOW + timedelta(hours=2)
STEER, CALM = (f"req_{'0' * 25}{n}" for n in "12")


@pytest.fixture
def chief() -> Actor:
    return colleague("Camille Aubry").actor()


@pytest.fixture
def lea() -> Actor:
    return colleague("Léa Morin").actor()


@pytest.fixture
def boss() -> Actor:
    """A hiring manager."""
    return colleague("Omar Diallo", Role.manager).actor()


def looked_at(by: Actor, *team: tuple[Actor, str]) -> Job:
    """A job with two criteria."""
    needs = [Requirement(id=STEER, text="Piloter un bateau"), Requirement(id=CALM, text="Rester calme")]
    made = job(by=by, requirements=needs, team=[{"member_id": m.id, "role": r} for m, r in team])
    wanted = [{"requirement_id": r, "label": {"fr": t}} for r, t in ((STEER, "Pilotage"), (CALM, "Sang-froid"))]
    criteria.save(by, made.id, 0, CriteriaText.model_validate({"criteria": wanted}), NOW)
    return made


def answer(made: Job, by: Actor, *marks: int | None, give: bool = True, **more: Any) -> ScorecardText:
    """A scorecard with these marks, in the order of the job's criteria."""
    ratings = [
        {"criterion_id": c.id, "mark": mark, "remark": f"Vu par {by.name}."}
        for c, mark in zip(criteria.read(by, made.id).criteria, marks, strict=True)
    ]
    return ScorecardText.model_validate({"ratings": ratings, "recommendation": Recommendation.yes, "give": give} | more)


def ask(by: Actor, made: Job, who: str, *members: Actor) -> Scorecards:
    return service.ask(by, made.id, who, ScorecardRequest(members=[m.id for m in members]), NOW)


def give(made: Job, who: str, by: Actor, *marks: int | None, version: int = 1, **more: Any) -> service.OwnScorecard:
    about = stage(made, "new").id
    return service.write(by, made.id, who, about, version, answer(made, by, *marks, **more), LATER)


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


def test_who_was_asked_sees_nobody_elses_until_their_own_is_given(chief: Actor, lea: Actor, boss: Actor) -> None:
    made = looked_at(chief, (boss, "interviewer"))
    who = candidate_in(made, by=chief)
    ask(chief, made, who, lea, boss, chief)
    give(made, who, lea, 4, 1)

    for blind in (boss, chief, chief.model_copy(update={"role": Role.admin})):
        seen = service.read(blind, made.id, who)
        assert (seen.closed, seen.summary) == ("owed", None)
        assert [(a.member_name, a.state) for a in seen.asked if a.state == "given"] == [("Léa Morin", "given")]
        assert "Vu par" not in seen.model_dump_json()

    give(made, who, boss, 2, None)
    seen = service.read(boss, made.id, who)
    assert seen.closed is None
    assert seen.summary
    assert [c.member_name for c in seen.summary.scorecards] == ["Léa Morin", "Omar Diallo"]
    assert service.read(chief, made.id, who).closed == "owed"


def test_a_draft_is_nobody_elses_and_opens_nothing(chief: Actor, lea: Actor) -> None:
    made = looked_at(chief)
    who = candidate_in(made, by=chief)
    ask(chief, made, who, lea)

    give(made, who, lea, 4, None, give=False)

    others = service.read(chief, made.id, who)
    assert (others.closed, [a.state for a in others.asked]) == ("none_given", ["asked"])
    assert "Vu par" not in others.model_dump_json()
    mine = service.read(lea, made.id, who)
    assert (mine.closed, mine.own[0].scorecard.ratings[0].mark, mine.own[0].version) == ("owed", 4, 2)


def test_who_was_not_asked_reads_once_one_is_given_if_they_see_people_or_decide(
    chief: Actor, lea: Actor, boss: Actor
) -> None:
    deciding, sitting_in = boss, colleague("Ines Roy", Role.manager).actor()
    made = looked_at(chief, (deciding, "manager"), (sitting_in, "interviewer"))
    who = candidate_in(made, by=chief)
    reader = colleague("Rita Lopes", Role.reader).actor()
    assert service.read(reader, made.id, who).closed == "none_given"

    give(made, who, lea, 3, 3, version=0)

    assert service.read(reader, made.id, who).summary
    assert service.read(deciding, made.id, who).summary
    assert service.read(sitting_in, made.id, who).closed == "not_yours"


def test_who_could_read_the_others_before_they_gave_theirs_is_shown_as_such(
    chief: Actor, lea: Actor, boss: Actor
) -> None:
    late, sitting_in = colleague("Anne Diaz").actor(), boss
    made = looked_at(chief, (sitting_in, "interviewer"))
    who = candidate_in(made, by=chief)
    ask(chief, made, who, lea)
    give(made, who, chief, 2, 2, version=0)
    give(made, who, lea, 4, 1)
    give(made, who, sitting_in, 3, 3, version=0)
    give(made, who, late, 3, 3, version=0)
    give(made, who, late, 1, 1, version=1)

    summary = service.read(chief, made.id, who).summary

    assert summary
    assert {c.member_name: c.after_reading for c in summary.scorecards} == {
        chief.name: False,  # nobody had given one
        lea.name: False,  # was asked before anybody had
        sitting_in.name: False,  # could not read them
        late.name: True,
    }


def test_neither_the_timeline_nor_the_bell_nor_a_mail_says_what_was_given(chief: Actor, lea: Actor) -> None:
    made = looked_at(chief)
    who = candidate_in(made, by=chief)
    ask(chief, made, who, lea)
    secret = "Très rassurant à la barre."
    give(made, who, lea, 4, 1, text=secret)

    told = people.open_candidate(chief, who).events
    bells = notifications.listed(chief)[0]
    said = json.dumps([e.model_dump(mode="json") for e in told] + [n.model_dump(mode="json") for n in bells])

    assert {"scorecard_asked", "scorecard_given"} <= {e.kind for e in told}
    assert [n.kind for n in bells] == ["scorecard_given"]
    assert "strong" not in said
    assert secret not in said
    assert not any("mark" in e.data or "ratings" in e.data for e in told)
    assert [n.kind for n in notifications.listed(lea)[0]] == ["scorecard_asked"]
    (mail,) = [r.read() for r in truth.of(MessageItem) if r.read().member_id]
    assert (mail.to, mail.template) == ("lea@halage.example", "scorecard_asked")
    assert "« Batelier fluvial »" in mail.text


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


def test_what_someone_had_drafted_stays_theirs_when_the_request_goes(chief: Actor, lea: Actor) -> None:
    made = looked_at(chief)
    who = candidate_in(made, by=chief)
    ask(chief, made, who, lea)
    give(made, who, lea, 2, None, give=False)

    service.take_back(chief, made.id, who, stage(made, "new").id, lea.id, LATER)

    seen = service.read(lea, made.id, who)
    assert (seen.own[0].scorecard.ratings[0].mark, seen.asked, seen.closed) == (2, [], "none_given")


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


def test_marks_stand_side_by_side_with_their_spread_and_no_average(chief: Actor, lea: Actor) -> None:
    made = looked_at(chief)
    who = candidate_in(made, by=chief)
    give(made, who, chief, 4, None, version=0)
    give(made, who, lea, 1, 3, version=0)
    one = criteria.read(chief, made.id).criteria[0]
    criteria.save(chief, made.id, 1, CriteriaText(criteria=[one]), LATER)

    summary = service.read(chief, made.id, who).summary

    assert summary
    marks = [[r.mark if r else None for r in line.ratings] for line in summary.lines]
    assert marks == [[4, 1], [None, 3]]
    assert [line.spread and (line.spread.lowest, line.spread.highest) for line in summary.lines] == [(1, 4), None]
    tied = {line.label.fr: line.requirement_id for line in summary.lines}
    assert tied == {"Pilotage": STEER, "Sang-froid": None}
    assert not {"average", "mean", "score", "rank", "total"} & set(_keys(summary.model_dump(mode="json")))


def _keys(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(k for v in value.values() for k in _keys(v))]
    return [k for v in value for k in _keys(v)] if isinstance(value, list) else []


def test_reading_scorecards_costs_one_batch_and_one_query_however_many(chief: Actor, lea: Actor) -> None:
    made = looked_at(chief)
    who = candidate_in(made, by=chief)
    for by in (chief, lea):
        give(made, who, by, 3, 3, version=0)

    with metered() as tally:
        service.read(chief, made.id, who)

    assert tally.calls == {"dynamodb.BatchGetItem": 1, "dynamodb.Query": 1}


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
