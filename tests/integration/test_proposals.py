"""What a newer CV or an answer says is decided once, and for a day the decision can be taken back."""

from datetime import timedelta

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor, arrive, profile
from tests.faults import FAULTS, Faults

from vivier.casework import by_hand, merging, updates
from vivier.casework.by_hand import Typed
from vivier.kernel.actor import Role
from vivier.kernel.errors import Conflict, Forbidden, NotFound
from vivier.kernel.metering import metered
from vivier.people import search, service, store
from vivier.people.editing import Edit
from vivier.people.model import Candidate, Proposal
from vivier.people.search import PeopleQuery

pytestmark = pytest.mark.usefixtures("cloud")
LATER = NOW + timedelta(hours=1)
ME = actor()


@pytest.fixture
def one() -> str:
    """Somebody of whom a newer CV says another name."""
    who = by_hand.add(ME, Typed(name="Maëlys Kervadec", email="m@courrier.example", relation="found"), NOW).id
    arrive(profile("Maëlys Le Goff", "m@courrier.example", skills=("Python",)), "found", at=LATER)
    return who


def proposals(who: str) -> list[Proposal]:
    return service.open_candidate(ME, who).proposals


def person(who: str) -> Candidate:
    return service.open_candidate(ME, who).candidate


def test_a_proposal_is_decided_once(one: str) -> None:
    (proposal,) = proposals(one)

    after, _ = updates.decide(ME, one, proposal.id, LATER, accept=True)

    assert after.fields.name
    assert (after.fields.name.value, after.fields.name.confirmed) == ("Maëlys Le Goff", True)
    assert after.proposals == 0
    with pytest.raises(NotFound):
        updates.decide(ME, one, proposal.id, LATER, accept=False)
    assert [c.name for c in search.search(WORKSPACE, PeopleQuery(q="goff")).cards] == ["Maëlys Le Goff"]
    truth.check()


def test_what_the_record_says_by_now_is_confirmed_and_stands_there_once(one: str) -> None:
    ink, oil = "Encre", "Huile"
    service.edit(ME, one, store.load(WORKSPACE, one).number, Edit(skills=[ink]), LATER)
    arrive(profile("Maëlys Kervadec", "m@courrier.example", skills=(oil,)), "found", at=LATER)
    (proposal,) = (p for p in proposals(one) if p.field == "skills")
    service.edit(ME, one, store.load(WORKSPACE, one).number, Edit(skills=["huile", ink]), LATER)

    after, _ = updates.decide(ME, one, proposal.id, LATER, accept=True)

    assert [(v.value, v.confirmed) for v in after.fields.skills] == [("huile", True), (ink, False)]
    updates.reopen(ME, one, proposal.id, LATER)
    assert [v.value for v in person(one).fields.skills] == ["huile", ink]
    truth.check()


@pytest.mark.parametrize("accept", [True, False])
def test_the_record_is_as_it_was_and_the_proposal_waits_again(one: str, accept: bool) -> None:
    before, (proposal,) = person(one), proposals(one)
    with metered() as calls:
        updates.decide(ME, one, proposal.id, LATER, accept=accept)
    assert calls.calls == {"dynamodb.GetItem": 2, "dynamodb.TransactWriteItems": 1}

    with metered() as calls:
        after, _ = updates.reopen(ME, one, proposal.id, LATER + timedelta(hours=23))

    assert after.fields == before.fields
    assert (after.proposals, proposals(one)) == (1, [proposal])
    assert service.open_candidate(ME, one).events[0].kind == "proposal_reopened"
    assert [c.name for c in search.search(WORKSPACE, PeopleQuery(q="kervadec")).cards] == ["Maëlys Kervadec"]
    assert calls.calls == {"dynamodb.GetItem": 2, "dynamodb.BatchGetItem": 1, "dynamodb.TransactWriteItems": 1}
    with pytest.raises(NotFound):
        updates.reopen(ME, one, proposal.id, LATER)
    truth.check()


def test_what_was_changed_since_stays_and_so_does_what_was_decided_yesterday(one: str) -> None:
    (proposal,) = proposals(one)
    _, version = updates.decide(ME, one, proposal.id, LATER, accept=True)

    with pytest.raises(NotFound):
        updates.reopen(ME, one, proposal.id, LATER + timedelta(hours=25))
    service.edit(ME, one, version, Edit(name="Maëlys Rivière"), LATER)
    with pytest.raises(Conflict):
        updates.reopen(ME, one, proposal.id, LATER)
    assert proposals(one) == []
    truth.check()


def test_several_are_taken_back_from_the_last_to_the_first(one: str) -> None:
    arrive(profile("Maëlys Le Bihan", "m@courrier.example", skills=("Python",)), "found", at=LATER)
    before, waiting = person(one), proposals(one)
    assert len(waiting) == 2
    for proposal in waiting:
        updates.decide(ME, one, proposal.id, LATER, accept=True)

    with pytest.raises(Conflict):
        updates.reopen(ME, one, waiting[0].id, LATER)
    for proposal in reversed(waiting):
        updates.reopen(ME, one, proposal.id, LATER)

    assert (person(one).fields, proposals(one)) == (before.fields, waiting)
    truth.check()


def test_one_that_lay_with_a_merged_record_goes_back_there(one: str) -> None:
    other = by_hand.add(ME, Typed(name="Maëlle Kervadec", email="autre@courrier.example", relation="found"), NOW).id
    merging.merge(ME, other, one, LATER)
    (proposal,) = proposals(other)
    updates.decide(ME, other, proposal.id, LATER, accept=False)

    updates.reopen(ME, other, proposal.id, LATER)
    truth.check()
    merging.unmerge(ME, other, one, LATER)

    assert (proposals(one), proposals(other)) == ([proposal], [])
    truth.check()


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_call_fails_it_is_taken_back_whole_or_not_at_all(one: str, faults: Faults, fault: str) -> None:
    (proposal,) = proposals(one)
    for number in range(40):
        updates.decide(ME, one, proposal.id, LATER, accept=True)
        with faults.at(number, fault):
            updates.reopen(ME, one, proposal.id, LATER)
        truth.check()
        if not proposals(one):
            updates.reopen(ME, one, proposal.id, LATER)
        assert proposals(one) == [proposal]
        if not faults.fired:
            break
    assert number > 2


def test_who_may_not_edit_takes_nothing_back(one: str) -> None:
    (proposal,) = proposals(one)
    updates.decide(ME, one, proposal.id, LATER, accept=True)

    with pytest.raises(Forbidden):
        updates.reopen(actor(Role.reader), one, proposal.id, LATER)
