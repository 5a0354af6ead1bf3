"""What belongs to somebody who asked to be erased comes onto another record only when a human says: they are back."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from tests import truth
from tests.asking import answers, asked, held, link
from tests.factories import NOW, WORKSPACE, actor, arrive, colleague, profile

from vivier.casework import answering, by_hand, edits, merging, updates
from vivier.casework.by_hand import Typed
from vivier.casework.edits import Edited
from vivier.casework.erasure import acts, walk
from vivier.kernel.errors import AskedToBeErased
from vivier.kernel.metering import metered
from vivier.people import service, store
from vivier.people.editing import Edit
from vivier.people.fields import Value
from vivier.people.model import Event, Proposal
from vivier.privacy.model import Erasing
from vivier.privacy.store import MarkItem

pytestmark = pytest.mark.usefixtures("cloud")
ME = actor()
LATER = NOW + timedelta(hours=2)
SINCE = "2026-11-24T09:30:00.000Z"
ADDRESS, PHONE, PAGE = "gwenn@courrier.example", "+33612345678", "https://www.linkedin.com/in/gwenn-abgrall/"
CONTACTS = {"emails": ADDRESS, "phones": PHONE, "links": PAGE}


@pytest.fixture(autouse=True)
def gwenn(cloud: None) -> None:
    """Gwenn Abgrall had an address, a number and a profile, and asked to be erased."""
    typed = Typed(name="Gwenn Abgrall", email=ADDRESS, phone=PHONE, links=[PAGE], relation="found")
    one = by_hand.add(ME, typed, NOW).id
    walk.go_on(WORKSPACE, acts.erase(ME, one, Erasing(why="asked"), NOW).id, NOW)


def other(email: str | None = "autre@courrier.example") -> str:
    return by_hand.add(ME, Typed(name="Yann Le Guen", email=email, relation="found"), NOW).id


def edit(who: str, **wanted: Any) -> None:
    change = Edited.model_validate(wanted)
    edits.edit(ME, who, store.load(WORKSPACE, who).number, change, LATER)


def texts(who: str, field: str) -> list[str]:
    return [v.value for v in getattr(store.load(WORKSPACE, who).read().fields, field)]


def proposals(who: str) -> list[Proposal]:
    return service.open_candidate(ME, who).proposals


def text(proposal: Proposal) -> str:
    assert isinstance(proposal.proposed, Value)
    return proposal.proposed.value


def last(who: str, kind: str) -> Event:
    return next(e for e in service.open_candidate(ME, who).events if e.kind == kind)


@pytest.mark.parametrize("field", CONTACTS)
def test_a_contact_of_theirs_is_typed_onto_another_record_when_somebody_says_that_they_are_back(field: str) -> None:
    who = other(None)

    with pytest.raises(AskedToBeErased) as refused:
        edit(who, **{field: [CONTACTS[field]]})
    untouched = texts(who, field)
    edit(who, came_back=True, **{field: [CONTACTS[field]]})

    assert refused.value.details == {"erased_at": SINCE, "contacts": [CONTACTS[field]]}
    assert untouched == []
    assert texts(who, field) == [CONTACTS[field]]
    assert last(who, "fields_edited").data["came_back"] is True
    assert len(truth.of(MarkItem)) == 2  # of this contact nothing is kept apart any more
    truth.check()


@pytest.mark.parametrize("written", ["  GWENN@Courrier.example ", "gwenn@COURRIER.example"])
def test_however_it_is_written(written: str) -> None:
    with pytest.raises(AskedToBeErased):
        edit(other(), emails=["autre@courrier.example", written])


def test_what_stood_on_the_record_before_is_no_addition() -> None:
    """Who shared a number with them keeps it, corrects the rest, and puts it first."""
    shared = "+33698765432"
    typed = Typed(name="Nolwenn Abgrall", phone=shared, relation="found")
    who = by_hand.add(ME, typed, NOW).id
    one = f"can_{arrive(profile('Erwan Abgrall', 'erwan@courrier.example', shared), 'found').intake_id[4:]}"
    merging.unmerge(ME, *_merged(who, one), NOW)
    walk.go_on(WORKSPACE, acts.erase(ME, one, Erasing(), NOW).id, NOW)

    edit(who, phones=["+33611111111", shared], headline="Capitaine")

    assert texts(who, "phones") == ["+33611111111", shared]


def _merged(who: str, one: str) -> tuple[str, str]:
    merging.merge(ME, who, one, NOW)
    return who, one


def test_saying_that_somebody_is_back_who_never_left_is_not_told() -> None:
    who = other()

    edit(who, came_back=True, emails=["autre@courrier.example", "deux@courrier.example"])

    assert "came_back" not in last(who, "fields_edited").data
    assert len(truth.of(MarkItem)) == 3


def test_a_proposal_is_taken_over_when_somebody_says_that_they_are_back() -> None:
    camille, who = colleague(), other()
    asked(camille.actor(), who, pieces=["phones", "headline"])
    answering.answer(link(held(who)), answers(phones=["06 12 34 56 78"], headline="Capitaine"), LATER)
    phone = next(p for p in proposals(who) if p.field == "phones")

    with pytest.raises(AskedToBeErased) as refused:
        updates.decide(ME, who, phone.id, LATER, accept=True)
    waits = [p.field for p in proposals(who)]
    updates.decide(ME, who, phone.id, LATER, accept=True, came_back=True)

    assert refused.value.details == {"erased_at": SINCE, "contacts": [PHONE]}
    assert sorted(waits) == ["headline", "phones"]
    assert texts(who, "phones") == [PHONE]
    assert last(who, "proposal_accepted").data["came_back"] is True
    assert len(truth.of(MarkItem)) == 2
    truth.check()


def test_what_they_answered_waits_with_the_reason_and_can_be_refused_without_a_word() -> None:
    camille, who = colleague(), other()
    asked(camille.actor(), who, pieces=["phones", "links"])

    answering.answer(link(held(who)), answers(phones=["06 12 34 56 78"], links=["example.org"]), LATER)
    said = {p.field: p.erased_at for p in proposals(who)}
    for one in proposals(who):
        updates.decide(ME, who, one.id, LATER, accept=False)

    assert said == {"phones": NOW, "links": None}
    assert len(truth.of(MarkItem)) == 3


def test_a_newer_cv_fills_in_all_but_what_is_theirs_and_loses_nothing() -> None:
    who = other()
    newer = profile("Yann Le Guen", "autre@courrier.example", PHONE, link=PAGE, headline="Capitaine")
    newer.phones.append(newer.phones[0].model_copy(update={"value": "+33622222222"}))

    arrive(newer, "found", at=LATER)

    assert texts(who, "phones") == ["+33622222222"]
    assert texts(who, "links") == []
    record = store.load(WORKSPACE, who).read()
    assert record.fields.headline
    waits = {p.field: (text(p), p.erased_at) for p in proposals(who)}
    assert waits == {"phones": (PHONE, NOW), "links": (PAGE, NOW)}
    assert record.proposals == 2
    truth.check()


def test_what_a_newer_cv_proposes_anyhow_says_so_too() -> None:
    who = other()
    edit(who, phones=["+33611111111"])

    arrive(profile("Yann Le Guen", "autre@courrier.example", PHONE), "found", at=LATER)

    (waits,) = proposals(who)
    assert (text(waits), waits.erased_at) == (PHONE, NOW)


def test_merging_two_records_adds_nothing() -> None:
    one, two = other(), other("deux@courrier.example")
    edit(two, came_back=True, phones=[PHONE])
    begun = acts.erase(ME, other("trois@courrier.example"), Erasing(), NOW)
    walk.go_on(WORKSPACE, begun.id, NOW)
    kept = len(truth.of(MarkItem))

    merging.merge(ME, one, two, LATER)

    assert texts(one, "phones") == [PHONE]
    assert len(truth.of(MarkItem)) == kept == 3


def calls(act: Callable[[], object]) -> int:
    with metered() as tally:
        act()
    return tally.calls.get("dynamodb.BatchGetItem", 0)


def test_whether_it_is_theirs_is_asked_once_and_only_of_what_is_new() -> None:
    who = other()
    edit(who, phones=["+33611111111"])  # the workspace's key is read once in a process's life

    assert calls(lambda: edit(who, headline="Capitaine")) == 0
    assert calls(lambda: edit(who, phones=[])) == 1  # of the claim that goes
    assert calls(lambda: edit(who, phones=["+33611111111", "+33622222222"])) == 1
    assert calls(lambda: edit(who, links=["example.org"])) == 0  # nobody's profile


def test_a_plain_edit_is_what_it_was() -> None:
    who = other()
    version = store.load(WORKSPACE, who).number

    with metered() as plain:
        service.edit(ME, who, version, Edit(headline="Capitaine"), LATER)
    with metered() as asked_for:
        edits.edit(ME, who, version + 1, Edited(headline="Pilote"), LATER)

    assert asked_for.calls == plain.calls
