"""Two records that are one person, and two again: nothing is lost, whatever stands in them and happens meanwhile."""

import itertools
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import truth
from tests.factories import NOW, WORKSPACE, actor, arrive, profile
from tests.faults import FAULTS, Faults

from vivier.casework import documents, doubts, merging, review, updates
from vivier.kernel.actor import Actor
from vivier.kernel.errors import AlreadyKnown, Conflict, Invalid, VivierError
from vivier.kernel.ids import new_id
from vivier.kernel.metering import metered
from vivier.mail import outbox
from vivier.people import notes, pairs, search, service, store
from vivier.people.editing import Edit, EntryEdit
from vivier.people.fields import ENTRIES, Entry, Fields, Value
from vivier.people.identity import claims, email_claim, phone_claim
from vivier.people.model import Application, Candidate, Origin, Pair
from vivier.people.search import PeopleQuery
from vivier.storage.transaction import Transaction

pytestmark = pytest.mark.usefixtures("cloud")
LATER = NOW + timedelta(hours=1)
ME = actor()


def values(*texts: str) -> st.SearchStrategy[Value]:
    made = st.builds(
        Value,
        value=st.sampled_from(texts),
        confidence=st.sampled_from([None, 0.4, 0.95]),
        origin=st.sampled_from(["read", "typed"]),
        confirmed=st.booleans(),
    )
    return made.map(lambda v: v.model_copy(update={"level": "C1"}) if v.value == "Anglais" else v)


def many(*texts: str) -> st.SearchStrategy[list[Value]]:
    return st.lists(values(*texts), max_size=3, unique_by=lambda v: v.value)


ENTRY = st.builds(
    Entry, id=st.sampled_from(["ent-1", "ent-2"]), title=values("Capitaine", "Matelot"), end=values("2020")
)
ENTRY_LISTS = st.lists(ENTRY, max_size=2, unique_by=lambda e: e.id)
FIELDS = st.builds(
    Fields,
    name=st.none() | values("Maëlys Kervadec", "M. Kervadec Le Goff"),
    headline=st.none() | values("Capitaine de péniche"),
    emails=many("a@courrier.example", "b@courrier.example", "c@courrier.example"),
    phones=many("+33641182290", "+33641182291"),
    links=many("https://github.com/mk", "https://halage.example/mk"),
    skills=many("Écluses", "écluses", "Python"),
    languages=many("Anglais", "Breton"),
    experience=ENTRY_LISTS,
    education=ENTRY_LISTS,
)
APPLICATION = st.builds(lambda: Application(id=new_id("app"), at=NOW, answer_due_at=LATER))


@st.composite
def candidates(draw: st.DrawFn) -> Candidate:
    application = draw(st.none() | APPLICATION)
    return Candidate(
        id=new_id("can"),
        created_at=NOW,
        updated_at=NOW,
        relation="applied" if application else "found",
        origin=Origin(source=draw(st.sampled_from(["upload", "linkedin"]))),
        language="fr",
        fields=draw(FIELDS),
        tags=sorted(draw(st.sets(st.sampled_from(["rive", "fluvial", "senior"])))),
        dropped=sorted(draw(st.sets(st.sampled_from(["photo", "birth_date"])))),
        application=application,
        notice_due_at=None if application else LATER,
    )


def put(*people: Candidate) -> list[str]:
    """Records these people in this order; what one has claimed is another's no more."""
    known: set[Any] = set()
    for one in people:
        kept = one.model_copy(update={"shared": sorted(str(c) for c in claims(one) & known)})
        known |= claims(kept)
        transaction = Transaction()
        store.write(transaction, WORKSPACE, None, kept)
        transaction.commit()
    return [p.id for p in people]


def somebody() -> Candidate:
    return Candidate(id=new_id("can"), created_at=NOW, updated_at=NOW, relation="found", origin=Origin(), language="fr")


def record(identifier: str) -> Candidate:
    return store.load(WORKSPACE, identifier).read()


def listed() -> set[str]:
    return {c.id for c in search.search(WORKSPACE, PeopleQuery()).cards}


def same(one: Candidate, other: Candidate) -> bool:
    return one.model_dump(exclude={"updated_at"}) == other.model_dump(exclude={"updated_at"})


def two(first: str = "a", second: str = "b") -> tuple[str, str]:
    """Two people of the same name, each with an e-mail, a file and an answer on its way."""
    steps = [arrive(profile(email=f"{one}@courrier.example", employer=one * 9)) for one in (first, second)]
    assert all(s.message_key for s in steps)
    return tuple(f"can_{s.intake_id.partition('_')[2]}" for s in steps)  # type: ignore[return-value]


bounded = settings(max_examples=12, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])


@bounded
@given(candidates(), candidates())
def test_a_merge_taken_back_leaves_both_records_as_they_were(first: Candidate, second: Candidate) -> None:
    truth.clear()
    one, other = put(first, second)
    before = record(one), record(other)

    merged, _ = merging.merge(ME, one, other, LATER)
    truth.check()
    owned = {c: store.owner(WORKSPACE, c) for c in claims(before[1])}
    resolved = {o and (store.standing(WORKSPACE, o) or store.load(WORKSPACE, o)).read().id for o in owned.values()}
    texts = {v.value.casefold() for n in ("emails", "skills") for r in before for v in getattr(r.fields, n)}
    merging.unmerge(ME, one, other, LATER)

    truth.check()
    assert resolved <= {one}
    assert texts == {v.value.casefold() for n in ("emails", "skills") for v in getattr(merged.fields, n)}
    assert all(len({e.id for e in getattr(merged.fields, n)}) == len(getattr(merged.fields, n)) for n in ENTRIES)
    assert same(record(one), before[0])
    assert same(record(other), before[1])


@settings(bounded, max_examples=6)
@given(st.lists(candidates(), min_size=3, max_size=3))
def test_merges_within_merges_are_taken_back_in_turn(people: list[Candidate]) -> None:
    truth.clear()
    one, two_, three = put(*people)
    before = [record(i) for i in (one, two_, three)]

    merging.merge(ME, two_, three, LATER)
    merged, _ = merging.merge(ME, one, two_, LATER)
    truth.check()
    assert merged.everyone() == {one, two_, three}
    assert listed() == {one}
    with pytest.raises(Conflict):
        merging.unmerge(ME, two_, three, LATER)
    merging.unmerge(ME, one, two_, LATER)
    truth.check()
    merging.unmerge(ME, two_, three, LATER)

    truth.check()
    assert all(same(record(b.id), b) for b in before)


def test_a_merged_person_stands_in_one_list_and_is_found_by_either_contact() -> None:
    one, other = two()

    merging.merge(ME, one, other, LATER)

    assert listed() == {one}
    found = [search.search(WORKSPACE, PeopleQuery(q=f"{q}@courrier.example")).cards for q in "ab"]
    assert [[c.id for c in cards] for cards in found] == [[one], [one]]
    assert len(service.open_candidate(ME, one).documents) == 2
    merging.unmerge(ME, one, other, LATER)
    assert listed() == {one, other}


def test_what_is_typed_while_merged_stays_with_the_one_it_was_typed_on() -> None:
    one, other = two()
    merging.merge(ME, one, other, LATER)
    merged = record(one)
    brought = next(e for e in merged.fields.experience if e.merged_from)
    kept = [EntryEdit(id=e.id, **{k: v.value for k, v in e.values().items()}) for e in merged.fields.experience]
    edited = [e.model_copy(update={"place": "Conflans"}) if e.id == brought.id else e for e in kept]
    before = record(other)

    service.edit(ME, one, store.load(WORKSPACE, one).number, Edit(headline="Capitaine", experience=edited), LATER)
    merging.unmerge(ME, one, other, LATER)

    after = record(one).fields
    assert after.headline
    assert after.headline.value == "Capitaine"
    assert [e.place.value for e in after.experience if e.place] == ["Conflans"]
    assert all(e.merged_from is None for e in after.experience)
    assert record(other).fields == before.fields
    truth.check()
    merging.merge(ME, one, other, LATER)
    ids = [e.id for e in record(one).fields.experience]
    assert len(ids) == len(set(ids))


def test_a_contact_taken_away_and_typed_again_while_merged_belongs_to_one_of_them() -> None:
    one, other = two()
    merging.merge(ME, one, other, LATER)

    for emails in (["a@courrier.example"], ["a@courrier.example", "b@courrier.example"]):
        service.edit(ME, one, store.load(WORKSPACE, one).number, Edit(emails=emails), LATER)
        truth.check()
    merging.unmerge(ME, one, other, LATER)

    truth.check()
    assert store.owner(WORKSPACE, email_claim("b@courrier.example")) == one
    service.edit(ME, other, store.load(WORKSPACE, other).number, Edit(emails=["z@courrier.example"]), LATER)
    truth.check()


def test_a_new_file_with_the_absorbed_records_contact_goes_to_the_survivor() -> None:
    one, other = two()
    merging.merge(ME, one, other, LATER)

    arrive(profile(email="b@courrier.example", phone="+33641182290"), at=LATER)

    assert listed() == {one}
    assert record(one).documents == 2
    assert store.owner(WORKSPACE, phone_claim("+33641182290")) == one
    truth.check()
    merging.unmerge(ME, one, other, LATER)
    assert record(other).documents == 1
    truth.check()


def test_somebody_elses_contact_is_refused_with_the_record_that_stands() -> None:
    one, other = two()
    arrive(profile("Dorian Vasseur", "d@courrier.example"))
    (third,) = listed() - {one, other}
    merging.merge(ME, one, other, LATER)

    with pytest.raises(AlreadyKnown) as refused:
        service.edit(ME, third, store.load(WORKSPACE, third).number, Edit(emails=["b@courrier.example"]), LATER)

    assert refused.value.details["candidate_id"] == one


def test_an_answer_sent_while_merged_is_sent_for_both_states() -> None:
    one, other = two()
    messages = {i: a.message for i in (one, other) if (a := record(i).application)}
    merging.merge(ME, one, other, LATER)

    outbox.send(WORKSPACE, messages[other] or "", LATER)
    merging.unmerge(ME, one, other, LATER)

    first, second = record(one).application, record(other).application
    assert first
    assert first.acknowledged_at is None
    assert second
    assert second.acknowledged_at == LATER
    assert "mail_sent" in [e.kind for e in service.open_candidate(ME, other).events]
    truth.check()


def test_documents_notes_and_proposals_of_the_absorbed_are_reached_through_the_survivor() -> None:
    one, other = two()
    arrive(profile("Maëlys Le Goff", "b@courrier.example"), at=LATER)
    note = notes.write(ME, other, notes.NewNote(text="Parle breton."), LATER)
    merging.merge(ME, one, other, LATER)
    opened = service.open_candidate(ME, one)
    (proposal,) = opened.proposals

    assert len(opened.documents) == 3
    assert all(documents.open_document(ME, one, d.id).document == d for d in opened.documents)
    notes.change(ME, one, note.id, notes.NoteEdit(text="Parle gallo."), LATER)
    assert "to_update" in record(one).states()
    updates.decide(ME, one, proposal.id, LATER, accept=False)
    truth.check()
    merging.unmerge(ME, one, other, LATER)
    truth.check()
    assert "to_update" not in record(other).states()


def test_a_suggested_pair_is_decided_by_the_merge_and_open_again_after_it() -> None:
    one, other = two()
    (pair,) = pairs.open_pairs(WORKSPACE)
    assert {pair.read().candidate_id, pair.read().other_id} == {one, other}

    merging.merge(ME, one, other, LATER)
    assert review.listed(ME, "duplicate", None).items == []
    with pytest.raises(Conflict):
        doubts.refuse(ME, one, other, LATER)
    merging.unmerge(ME, one, other, LATER)

    assert len(review.listed(ME, "duplicate", None).items) == 1
    truth.check()


def test_two_different_people_are_told_apart_once_and_never_suggested_again() -> None:
    one, other = two()

    for _ in range(2):
        doubts.refuse(ME, other, one, LATER)
    arrive(profile(email="b@courrier.example"), at=LATER)

    kinds = [e.kind for e in service.open_candidate(ME, one).events]
    assert kinds.count("suggestion_refused") == 1
    assert pairs.open_pairs(WORKSPACE) == []
    doubts.reopen(ME, one, other, LATER)
    assert len(service.open_candidate(ME, other).pairs) == 1
    truth.check()


def test_only_people_who_stand_are_merged() -> None:
    one, other = two()
    with pytest.raises(Invalid):
        merging.merge(ME, one, one, LATER)
    merging.merge(ME, one, other, LATER)
    for wanted in ((one, other), (other, one)):
        with pytest.raises(Conflict):
            merging.merge(ME, *wanted, LATER)
    with pytest.raises(Conflict):
        merging.unmerge(ME, other, one, LATER)


@pytest.mark.parametrize("both_ways", [True, False])
def test_a_merge_at_any_moment_of_another_merge_leaves_one_of_them(faults: Faults, both_ways: bool) -> None:
    for number in itertools.count():
        truth.clear()
        one, other = two()
        (third,) = put(somebody())
        rival = (other, one) if both_ways else (third, one)
        with faults.meanwhile(number, lambda rival=rival: merging.merge(ME, rival[0], rival[1], LATER)):  # type: ignore[misc]
            _try(lambda one=one, other=other: merging.merge(ME, one, other, LATER))

        truth.check()
        people = truth.people()
        assert sum(p.merged_into is not None for p in people.values()) == 1
        if not faults.fired:
            break


@pytest.mark.parametrize("fault", FAULTS)
def test_a_merge_that_fails_at_any_call_is_whole_or_not_there(faults: Faults, fault: str) -> None:
    for number in itertools.count():
        truth.clear()
        one, other = two()
        with faults.at(number, fault):
            merging.merge(ME, one, other, LATER)
        if not faults.fired:
            break
        truth.check()
        _try(lambda one=one, other=other: merging.merge(ME, one, other, LATER))
        assert record(other).merged_into == one
        truth.check()


def _try(act: Any) -> None:
    try:
        act()
    except VivierError:
        return


def test_merging_stays_in_its_budget() -> None:
    one, other = two()

    with metered() as there:
        merging.merge(ME, one, other, LATER)
    with metered() as back:
        merging.unmerge(ME, one, other, LATER)

    for tally in (there, back):
        assert tally.calls["dynamodb.TransactWriteItems"] == 1
        assert tally.total <= 8, tally.calls


def test_a_reader_merges_nobody() -> None:
    one, other = two()
    with pytest.raises(VivierError):
        merging.merge(Actor(workspace=WORKSPACE, id="mem_1"), one, other, LATER)


def test_a_pair_of_two_others_is_left_alone() -> None:
    one, other = two()
    third, fourth = put(
        *(
            Candidate(
                id=new_id("can"), created_at=NOW, updated_at=NOW, relation="found", origin=Origin(), language="fr"
            )
            for _ in range(2)
        )
    )
    transaction = Transaction()
    pairs.open_pair(transaction, WORKSPACE, Pair(candidate_id=third, other_id=fourth, evidence=[], at=NOW))
    transaction.commit()

    merging.merge(ME, one, other, LATER)

    assert [p.read().candidate_id for p in pairs.open_pairs(WORKSPACE)] == [min(third, fourth)]
    truth.check()
