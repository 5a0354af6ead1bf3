"""Corrections of readings, kept as material where a workspace wants it: only then, once, and no longer than it may."""

from datetime import timedelta
from typing import Any

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor, arrive
from tests.factories import profile as read_as
from tests.faults import Faults

from vivier.casework import corrections, merging, unasked
from vivier.casework.corrections import Refusing, Taken, Taking
from vivier.kernel.actor import Role
from vivier.kernel.errors import VersionStale
from vivier.kernel.metering import metered
from vivier.people import lists, service, store
from vivier.people.corrections import store as kept
from vivier.people.corrections.model import Correction, Keeping
from vivier.people.corrections.store import CorrectionsItem
from vivier.people.editing import Edit
from vivier.resumes.model import Profile
from vivier.storage.table import find, query
from vivier.storage.transaction import Transaction
from vivier.team.audit import AuditItem

pytestmark = pytest.mark.usefixtures("cloud")
ME, ADMIN = actor(), actor(Role.admin, name="Claire Vasseur")
LATER = NOW + timedelta(hours=1)
CV = read_as("Maëlys Kervadec", "maelys@courrier.example", employer="Cie du Halage", skills=("Radio", "Ecluse"))


def person(of: Profile = CV) -> str:
    arrive(of)
    (card, *_) = query(lists.list_partition(WORKSPACE, "all", 0), newest_first=True)
    return f"can_{card.sk}"


def choose(**wanted: Any) -> None:
    _, version = kept.keeping(WORKSPACE)
    corrections.choose(ADMIN, Keeping(**wanted), version, NOW)


def edit(who: str, **changes: Any) -> None:
    service.edit(ME, who, store.load(WORKSPACE, who).number, Edit(**changes), LATER)


def held(who: str) -> list[Correction]:
    row = find(CorrectionsItem, CorrectionsItem.key(WORKSPACE, who), consistent=True)
    return row.read().corrections if row else []


def told(who: str) -> set[tuple[str, str, str | None, str | None]]:
    return {(c.field, c.how, c.read, c.right) for c in held(who)}


def post(who: str, **changes: str) -> dict[str, Any]:
    """The post as it was read, with changes."""
    (entry,) = store.load(WORKSPACE, who).read().fields.experience
    return {"id": entry.id} | {k: v.value for k, v in entry.values().items()} | changes


def take_out(at: Any = LATER) -> Taken:
    return corrections.take_out(ADMIN, Taking(), at)


def test_nothing_is_kept_unless_the_workspace_wants_it() -> None:
    who = person()

    edit(who, name="Maëlys Kervadec-Roy")
    choose(keeps=True)
    choose(keeps=False)
    edit(who, name="Maëlys Kervadec-Le Roy")

    assert held(who) == []
    assert take_out().documents == []


def test_each_kind_of_correction_says_what_was_read_where_and_what_is_right() -> None:
    choose(keeps=True)
    who = person()

    edit(who, name="Maëlys Kervadec-Roy", skills=["Radio", "Écluse", "Sonar"], experience=[post(who, title="Pilote")])
    edit(who, confirm=["emails.0"], summary="Ce qui est long et personnel.")

    assert told(who) == {
        ("name", "corrected", "Maëlys Kervadec", "Maëlys Kervadec-Roy"),
        ("skills", "removed", "Ecluse", None),
        ("skills", "missed", None, "Écluse"),
        ("skills", "missed", None, "Sonar"),
        ("experience.title", "corrected", "Capitaine", "Pilote"),
        ("emails", "confirmed", "maelys@courrier.example", "maelys@courrier.example"),
    }
    name = next(c for c in held(who) if c.field == "name")
    assert (name.confidence, name.boxes[0].page, name.document_id[:4]) == (0.95, 1, "doc_")


def test_taking_an_edit_back_takes_its_correction_back() -> None:
    choose(keeps=True)
    who = person()
    before = [post(who)]

    edit(who, name="Maëlys", skills=["Radio", "Écluse"], experience=[post(who, title="Pilote")], confirm=["emails.0"])
    edit(who, skills=["Radio", "Écluses"])
    assert ("skills", "corrected", "Ecluse", "Écluses") in told(who)
    edit(who, name="Maëlys Kervadec", skills=["Radio", "Ecluse"], experience=before, unconfirm=["emails.0"])

    assert find(CorrectionsItem, CorrectionsItem.key(WORKSPACE, who)) is None


def test_what_is_taken_away_and_comes_back_was_right() -> None:
    choose(keeps=True)
    who = person()

    edit(who, skills=["Radio"])
    assert told(who) == {("skills", "removed", "Ecluse", None)}
    edit(who, skills=["Radio", "Ecluse"])

    assert held(who) == []


@pytest.mark.parametrize("fault", ["death before", "timeout"])
def test_an_edit_that_fails_anywhere_and_is_repeated_is_kept_once(fault: str, faults: Faults) -> None:
    choose(keeps=True)
    who = person()
    for number in range(6):
        version = store.load(WORKSPACE, who).number
        with faults.at(number, fault):
            service.edit(ME, who, version, Edit(name="Maëlys K."), LATER)
        try:
            service.edit(ME, who, version, Edit(name="Maëlys K."), LATER)
        except VersionStale:
            assert store.load(WORKSPACE, who).number == version + 1

        assert told(who) == {("name", "corrected", "Maëlys Kervadec", "Maëlys K.")}
        edit(who, name="Maëlys Kervadec")
        assert held(who) == []
    truth.check()


def test_who_turns_it_off_meanwhile_wins(faults: Faults) -> None:
    choose(keeps=True)
    who = person()

    # Between reading the choice and writing the correction.
    with faults.meanwhile(2, lambda: choose(keeps=False)):
        edit(who, name="Maëlys K.")

    assert held(who) == []
    assert store.load(WORKSPACE, who).read().display_name == "Maëlys K."


def test_an_edit_that_says_nothing_about_a_reading_costs_nothing_more() -> None:
    choose(keeps=True)
    who = person()

    with metered() as plain:
        edit(who, tags=["rive"], summary="Aime les péniches.")
    with metered() as corrected:
        edit(who, name="Maëlys K.")

    assert "dynamodb.BatchGetItem" not in plain.calls or plain.calls["dynamodb.BatchGetItem"] == 1  # the lists' counts
    assert corrected.total <= 4, corrected.calls


def test_of_who_objects_or_wants_to_be_left_alone_nothing_is_kept() -> None:
    choose(keeps=True)
    one, two = person(), person(read_as("Ewen Tanguy", "ewen@x.example"))
    edit(one, name="Maëlys K.")
    edit(two, name="Ewen T.")

    for _ in range(2):
        corrections.refuse(ME, one, Refusing(refused=True), LATER)
    unasked.note_stop(ME, two, LATER)
    edit(one, name="M. K.")
    edit(two, name="E. T.")

    assert held(one) == held(two) == []
    corrections.refuse(ME, one, Refusing(refused=False), LATER)
    edit(one, name="Maëlys Kervadec-Roy")
    assert len(held(one)) == 1
    kinds = [e.kind for e in store.events_before(WORKSPACE, one, "E#~")]
    assert kinds.count("corrections_refused") == kinds.count("corrections_allowed") == 1


def test_a_merge_takes_an_objection_with_it() -> None:
    choose(keeps=True)
    one, two = person(), person(read_as("Ewen Tanguy", "ewen@x.example"))
    edit(one, name="Maëlys K.")
    edit(two, name="Ewen T.")
    assert len(take_out().documents) == 2

    corrections.refuse(ME, two, Refusing(refused=True), LATER)
    merging.merge(ME, one, two, LATER)

    assert take_out().documents == []
    assert held(one) == []


def test_an_erased_person_takes_everything_along() -> None:
    choose(keeps=True, documents=True)
    one, two = person(), person(read_as("Ewen Tanguy", "ewen@x.example"))
    edit(one, name="Maëlys K.")
    edit(two, name="Ewen T.")

    # Whatever erases: a person is their partition.
    gone = Transaction()
    gone.delete(*query(store.partition(WORKSPACE, one), limit=100))
    gone.commit()

    (left,) = take_out().documents
    assert left.truth == {} or "Ewen" not in str(left)
    assert [r.candidate_id for r in kept.page(WORKSPACE)] == [two]


def test_what_is_older_than_is_said_is_not_taken_out_and_goes() -> None:
    choose(keeps=True, months=6)
    who = person()
    edit(who, name="Maëlys K.")
    row = find(CorrectionsItem, CorrectionsItem.key(WORKSPACE, who))

    assert row is not None
    assert row.ttl == int((LATER + timedelta(days=180)).timestamp())
    assert take_out(LATER + timedelta(days=181)).documents == []
    assert held(who) == []


def test_turning_it_off_deletes_what_was_kept() -> None:
    choose(keeps=True)
    everyone = [person(read_as(f"Ewen Tanguy {n}", f"ewen{n}@x.example")) for n in range(3)]
    for who in everyone:
        edit(who, name="Ewen T.")
    assert corrections.see(ADMIN).people == 3

    choose(keeps=False)

    assert [held(who) for who in everyone] == [[], [], []]
    assert corrections.see(ADMIN).people == 0


def test_what_is_taken_out_names_nobody_and_is_noted_in_the_audit() -> None:
    choose(keeps=True, documents=True)
    who = person()
    edit(who, name="Maëlys Kervadec-Roy", experience=[post(who, title="Pilote")])

    first, again = take_out(), take_out()

    (document,) = first.documents
    text = document.model_dump_json()
    assert "Kervadec" not in text
    assert who not in text
    assert document == again.documents[0]
    assert document.judged == []  # neither "Roy" nor "Pilote" stands on the page
    assert {c.field: c.stands for c in document.corrections} == {"name": False, "experience.title": False}
    assert document.reader
    assert document.layout
    rows = [r for r in query(f"W#{WORKSPACE}#AUDITLOG#{LATER:%Y-%m-%d}") if isinstance(r, AuditItem)]
    assert [r.read().kind for r in rows].count("corrections_exported") == 2


def test_a_field_that_a_human_looked_at_is_a_truth_of_the_page() -> None:
    choose(keeps=True, documents=True)
    who = person(read_as("Maëlys Kervadek", "maelys@courrier.example"))
    edit(who, name="Maëlys Kervadec")

    (document,) = take_out().documents

    # Read as the page says, with other letters: the name of the truth stands on the page that comes with it.
    assert document.judged == ["name"]
    assert document.truth["name"] in document.lines[0].lines[0].text
    assert document.truth["name"] != "Maëlys Kervadec"
