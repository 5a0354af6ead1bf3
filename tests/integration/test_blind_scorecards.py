"""Who reads scorecards when: nobody the others' before their own is given; nothing else tells, and nothing adds up."""

import json
from typing import Any

import pytest
from tests import truth
from tests.factories import colleague
from tests.hiring import candidate_in, stage
from tests.scorecards import LATER, STEER, ask, give, looked_at

from vivier.hiring.scorecards import criteria, service
from vivier.hiring.scorecards.criteria import CriteriaText
from vivier.kernel.actor import Actor, Role
from vivier.kernel.metering import metered
from vivier.mail.store import MessageItem
from vivier.people import service as people
from vivier.team import notifications

pytestmark = pytest.mark.usefixtures("cloud")


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


def test_what_someone_had_drafted_stays_theirs_when_the_request_goes(chief: Actor, lea: Actor) -> None:
    made = looked_at(chief)
    who = candidate_in(made, by=chief)
    ask(chief, made, who, lea)
    give(made, who, lea, 2, None, give=False)

    service.take_back(chief, made.id, who, stage(made, "new").id, lea.id, LATER)

    seen = service.read(lea, made.id, who)
    assert (seen.own[0].scorecard.ratings[0].mark, seen.asked, seen.closed) == (2, [], "none_given")


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
