"""One person's record: edits, doubts, proposals, its timeline, and what daily acts cost."""

import functools
from collections.abc import Callable
from datetime import timedelta

import pytest
from tests import truth
from tests.crowd import gather
from tests.factories import NOW, WORKSPACE, actor, arrive, profile
from tests.faults import Faults
from tests.people import LATER, ME, edit, record, someone, version, walk

from vivier.casework import letters
from vivier.kernel.errors import (
    AlreadyKnown,
    BadCursor,
    NotFound,
    VersionMissing,
    VersionStale,
)
from vivier.kernel.ids import new_id
from vivier.kernel.metering import Tally, metered
from vivier.mail import outbox
from vivier.people import notes, search, service, store
from vivier.people.editing import Edit, EntryEdit
from vivier.people.identity import email_claim
from vivier.people.search import PeopleQuery
from vivier.storage import cursor as cursors

pytestmark = pytest.mark.usefixtures("cloud")


def test_two_who_edit_one_record_are_told_what_differs() -> None:
    who = someone()
    read = version(who)
    service.edit(ME, who, read, Edit(headline="Capitaine", tags=["rive"]), LATER)

    with pytest.raises(VersionStale) as stale:
        service.edit(ME, who, read, Edit(headline="Matelot"), LATER)

    assert stale.value.details == {"fields": ["headline", "tags"], "version": read + 1}
    assert record(who).fields.headline
    with pytest.raises(VersionMissing):
        service.edit(ME, who, None, Edit(headline="Matelot"), LATER)
    with pytest.raises(VersionStale):
        service.edit(ME, who, read + 9, Edit(headline="Matelot"), LATER)


def test_a_mail_that_left_meanwhile_is_no_conflict_and_a_newer_document_is() -> None:
    step = arrive(profile(headline="Matelot"))
    who = f"can_{step.intake_id.partition('_')[2]}"
    read = version(who)
    outbox.send(WORKSPACE, step.message_key or "", NOW)

    service.edit(ME, who, read, Edit(location="Conflans"), LATER)
    read = version(who)
    arrive(profile(skills=("Écluses",)), at=LATER)

    with pytest.raises(VersionStale) as stale:
        service.edit(ME, who, read, Edit(location="Rouen"), LATER)
    assert stale.value.details["fields"] == ["skills"]
    assert record(who).application
    truth.check()


def test_an_edit_at_any_moment_of_a_sending_is_kept(faults: Faults) -> None:
    for number in range(12):
        step = arrive(profile(f"Anna Roch{chr(97 + number)}", f"p{number}@x.example"))
        who = f"can_{step.intake_id.partition('_')[2]}"
        with faults.meanwhile(number, functools.partial(edit, who, headline="Capitaine")):
            outbox.send(WORKSPACE, step.message_key or "", NOW)

        after = record(who)
        assert after.application
        assert after.application.acknowledged_at
        assert bool(after.fields.headline) == faults.fired
    truth.check()


def test_a_contact_moves_with_the_edit_and_belongs_to_one() -> None:
    one, other = someone(), someone("Dorian Vasseur", "d@courrier.example")

    edit(one, emails=["neuf@courrier.example"])

    assert store.owner(WORKSPACE, email_claim("m@courrier.example")) is None
    assert store.owner(WORKSPACE, email_claim("NEUF@courrier.example")) == one
    with pytest.raises(AlreadyKnown) as known:
        edit(other, emails=["Neuf@courrier.example"])
    assert known.value.details == {"candidate_id": one}
    assert record(other).fields.first("emails") == "d@courrier.example"
    edit(other, emails=["m@courrier.example"])
    truth.check()


def test_an_edit_that_changes_nothing_writes_nothing() -> None:
    who = someone()
    before = version(who)

    with metered() as tally:
        service.edit(ME, who, before, Edit(name="Maëlys Kervadec", tags=[]), LATER)

    assert version(who) == before
    assert tally.write_units == 0


def test_a_doubt_is_confirmed_and_answers_may_go() -> None:
    step = arrive(profile(email_confidence=0.3))
    who = f"can_{step.intake_id.partition('_')[2]}"
    assert walk(state="to_check") == ["Maëlys Kervadec"]
    assert store.owner(WORKSPACE, email_claim("maelys.kervadec@courrier.example")) is None

    edit(who, confirm=["emails.0"])

    assert walk(state="to_check") == []
    assert store.owner(WORKSPACE, email_claim("maelys.kervadec@courrier.example")) == who
    edit(who, unconfirm=["emails.0"])
    assert walk(state="to_check") == ["Maëlys Kervadec"]
    truth.check()


def test_undoing_an_edit_by_its_reverse_leaves_the_lists_as_they_were() -> None:
    who = someone(headline="Capitaine")

    edit(who, tags=["rive", "fluvial"], name="Maëlys Le Goff")
    assert walk(tag="rive") == ["Maëlys Le Goff"]
    edit(who, tags=[], name="Maëlys Kervadec")

    assert (walk(tag="rive"), walk(q="goff"), walk(q="kerv")) == ([], [], ["Maëlys Kervadec"])
    truth.check()


def test_a_newer_document_fills_in_and_proposes_and_never_overwrites_what_was_typed() -> None:
    who = someone()
    typed = record(who).fields
    edit(who, headline="Capitaine", skills=["Écluses"], experience=[EntryEdit(employer="Halage", title="Capitaine")])

    arrive(
        profile(
            "Maëlys Le Goff",
            "m@courrier.example",
            "+33641182290",
            headline="Matelot",
            skills=("Python",),
            employer="Batellerie Martin",
        ),
        "found",
        at=LATER,
    )

    after = record(who)
    opened = service.open_candidate(ME, who)
    assert after.fields.name == typed.name
    assert after.fields.headline
    assert after.fields.headline.value == "Capitaine"
    assert [v.value for v in after.fields.skills] == ["Écluses"]
    assert [e.employer.value for e in after.fields.experience if e.employer] == ["Halage"]
    assert after.fields.first("phones") == "+33641182290"
    assert {p.field for p in opened.proposals} == {"name", "headline", "skills", "experience"}
    assert after.proposals == len(opened.proposals)
    assert "to_update" in after.states()
    truth.check()


def test_a_long_timeline_is_walked_to_its_beginning() -> None:
    who = someone()
    texts = [f"Note {n}" for n in range(130)]
    for n, text in enumerate(texts):
        notes.write(ME, who, notes.NewNote(text=text), NOW + timedelta(minutes=n + 1))

    opened = service.open_candidate(ME, who)
    seen, cursor = [*opened.events], opened.events_cursor
    while cursor:
        older, cursor = service.older_events(ME, who, cursor)
        seen += older

    assert [e.note.text for e in seen if e.note] == texts[::-1]
    assert seen[-1].kind == "candidate_created"
    assert len(opened.events) == store.PAGE
    for wrong in ("", "x", "W10", cursors.encode(["S#record"]), cursors.encode([""])):
        with pytest.raises(BadCursor):
            service.older_events(ME, who, wrong)


def costs(identifier: str, number: int) -> dict[str, Tally]:
    """What the daily acts cost."""
    acts: dict[str, Callable[[], object]] = {
        "list": lambda: search.search(WORKSPACE, PeopleQuery()),
        "facet": lambda: search.search(WORKSPACE, PeopleQuery(tag="senior")),
        "contact": lambda: search.search(WORKSPACE, PeopleQuery(q="p5@foule.example")),
        "open": lambda: service.open_candidate(ME, identifier),
        "note": lambda: notes.write(ME, identifier, notes.NewNote(text="Bonjour."), LATER),
        "edit": lambda: edit(identifier, headline="Capitaine"),
        "tag": lambda: edit(identifier, tags=["rive"]),
        "add": lambda: someone(f"Nouvelle Personne{chr(97 + number % 26)}", f"n{number}@x.example"),
    }
    found = {}
    for name, act in acts.items():
        with metered() as found[name]:
            act()
    return found


def test_daily_acts_cost_the_same_among_a_hundred_and_among_a_thousand() -> None:
    few = costs(gather(120)[-1], 0)
    truth.clear()
    many = costs(gather(1000)[-1], 1)

    for name, tally in few.items():
        # The newest may stand in two buckets: a list may take a second Query, whatever the number of people.
        assert many[name].calls == tally.calls or name in ("list", "facet"), name
        assert many[name].read_units == pytest.approx(tally.read_units, abs=1.0), name
        assert many[name].write_units == tally.write_units, name
    assert many["list"].total <= 3, many["list"].calls
    assert many["facet"].total <= 4, many["facet"].calls
    assert many["contact"].total <= 2, many["contact"].calls
    assert many["open"].calls == {"dynamodb.Query": 1}
    assert many["note"].total <= 2, many["note"].calls
    assert many["edit"].total <= 3, many["edit"].calls
    assert many["tag"].total <= 5, many["tag"].calls
    assert many["add"].total <= 4, many["add"].calls
    assert many["list"].read_units <= 8
    assert many["add"].write_units <= 60


def test_a_message_key_longer_than_a_table_takes_is_no_message() -> None:
    with pytest.raises(NotFound):
        letters.message(actor(), new_id("can"), "a" * 3000)
