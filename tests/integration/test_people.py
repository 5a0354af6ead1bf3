"""One person's record and lists of many: edits, notes, proposals, search, counts, and what they cost."""

import functools
import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from tests import truth
from tests.crowd import gather
from tests.factories import NOW, WORKSPACE, actor, arrive, profile
from tests.faults import Faults

from vivier.casework import by_hand, doubts, letters, merging, updates
from vivier.casework.by_hand import Typed
from vivier.kernel.errors import (
    AlreadyKnown,
    BadCursor,
    NotFound,
    VersionMissing,
    VersionStale,
    VivierError,
)
from vivier.kernel.ids import new_id
from vivier.kernel.metering import Tally, metered
from vivier.mail import outbox
from vivier.people import notes, pairs, search, service, store
from vivier.people.decided import Decided, DecidedItem
from vivier.people.editing import Edit, EntryEdit
from vivier.people.identity import email_claim
from vivier.people.model import Candidate
from vivier.people.search import PeopleQuery
from vivier.storage import cursor as cursors

pytestmark = pytest.mark.usefixtures("cloud")
LATER = NOW + timedelta(hours=1)
ME = actor()


def someone(name: str = "Maëlys Kervadec", email: str | None = "m@courrier.example", **more: Any) -> str:
    return by_hand.add(ME, Typed(name=name, email=email, relation="found", **more), NOW).id


def record(identifier: str) -> Candidate:
    return store.load(WORKSPACE, identifier).read()


def version(identifier: str) -> int:
    return store.load(WORKSPACE, identifier).number


def edit(identifier: str, **changes: Any) -> Candidate:
    return service.edit(ME, identifier, version(identifier), Edit(**changes), LATER)[0]


def walk(limit: int = 3, **wanted: str) -> list[str | None]:
    """Names in a list, by its pages."""
    names: list[str | None] = []
    cursor = None
    while True:
        page = search.search(WORKSPACE, PeopleQuery(**wanted), cursor=cursor, limit=limit)
        names += [c.name for c in page.cards]
        if (cursor := page.cursor) is None:
            return names


@pytest.fixture
def small_buckets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists that go over several partitions with a handful of people."""
    monkeypatch.setattr(store, "BUCKET", 4)


# Editing


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


# Newer documents


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


# Timelines


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


# Search and lists


@pytest.mark.usefixtures("small_buckets")
def test_lists_are_newest_first_over_all_their_buckets() -> None:
    gather(19, at_once=1)
    names = [p.display_name for p in sorted(truth.people().values(), key=lambda p: p.id, reverse=True)]
    senior = [
        n
        for n, p in zip(names, sorted(truth.people().values(), key=lambda p: p.id, reverse=True), strict=True)
        if "senior" in p.tags
    ]

    assert max(p.places["all"] for p in truth.people().values()) == 4
    assert [walk(limit) for limit in (1, 3, 4, 50)] == [names] * 4
    assert [walk(limit, tag="senior") for limit in (1, 3, 50)] == [senior] * 3
    assert len(walk(3, tag="senior", source="linkedin")) == 3
    truth.check()


@pytest.mark.usefixtures("small_buckets")
def test_a_walk_is_not_disturbed_by_who_comes_meanwhile() -> None:
    gather(10, at_once=1)
    page = search.search(WORKSPACE, PeopleQuery(), limit=4)
    gather(0)
    someone("Zoé Nouvelle", "z@x.example")

    rest = search.search(WORKSPACE, PeopleQuery(), cursor=page.cursor, limit=50)
    more = search.search(WORKSPACE, PeopleQuery(), cursor=rest.cursor, limit=50) if rest.cursor else None

    ids = [c.id for p in (page, rest, more) if p for c in p.cards]
    assert len(ids) == len(set(ids)) == 10


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("ma", ["Jean Maëlys Jeannot", "Maëlys Kervadec"]),
        ("MAEL", ["Jean Maëlys Jeannot", "Maëlys Kervadec"]),
        ("kerva maël", ["Maëlys Kervadec"]),
        ("jean", ["Jean Maëlys Jeannot"]),
        ("kervadecq", []),
        ("m", []),
        ("M@Courrier.example", ["Maëlys Kervadec"]),
        ("nobody@courrier.example", []),
        ("06 41 18 22 90", ["Maëlys Kervadec"]),
        ("+33641182290", ["Maëlys Kervadec"]),
        ("linkedin.com/in/mk", ["Maëlys Kervadec"]),
        ("x/y", []),
        ("a#b", []),
    ],
)
def test_people_are_found_by_name_and_contact(q: str, found: list[str]) -> None:
    someone(phone="+33641182290", links=["https://www.linkedin.com/in/MK/"])
    someone("Jean Maëlys Jeannot", "j@x.example")

    assert sorted(str(n) for n in walk(q=q, limit=1)) == found


def test_who_has_the_second_word_is_found_among_many_of_the_first() -> None:
    """As a picker asks: half a dozen at most, on the first page."""
    for n in range(1, 13):
        someone(f"Anouk {n}", f"a{n}@x.example")

    with metered() as calls:
        found = [c.name for c in search.search(WORKSPACE, PeopleQuery(q="anouk 12"), limit=6).cards]

    assert found == ["Anouk 12"]
    assert calls.calls == {"dynamodb.Query": 1, "dynamodb.BatchGetItem": 1}
    assert sorted(str(n) for n in walk(q="anouk 1", limit=2)) == ["Anouk 1", "Anouk 10", "Anouk 11", "Anouk 12"]


def test_cursors_of_other_lists_are_refused() -> None:
    gather(6)
    first = search.search(WORKSPACE, PeopleQuery(), limit=2).cursor
    named = search.search(WORKSPACE, PeopleQuery(q="an"), limit=1)

    with pytest.raises(BadCursor):
        search.search(WORKSPACE, PeopleQuery(tag="senior"), cursor=first)
    with pytest.raises(BadCursor):
        search.search(WORKSPACE, PeopleQuery(q="an"), cursor=first)
    for wrong in ("x", "", "é", cursors.encode(["tag:senior", 0, ""]), cursors.encode(["all", "0", ""])):
        if wrong:
            with pytest.raises(BadCursor):
                search.search(WORKSPACE, PeopleQuery(), cursor=wrong)
    odd = search.search(WORKSPACE, PeopleQuery(), cursor=cursors.encode(["all", -7, ""]))
    assert (odd.cards, odd.cursor) == ([], None)
    assert named.cards


def test_a_merged_person_is_in_no_list_and_the_survivor_in_all() -> None:
    one, other = someone(), someone("Maëlle Kervadec", "autre@courrier.example")
    edit(other, tags=["rive"])

    merging.merge(ME, one, other, LATER)

    assert (walk(), walk(tag="rive"), walk(q="maelle")) == (["Maëlys Kervadec"], ["Maëlys Kervadec"], [])
    assert [walk(q=f"{e}@courrier.example") for e in ("m", "autre")] == [["Maëlys Kervadec"]] * 2
    truth.check()


# Counts


def decided() -> list[tuple[str, Decided]]:
    """Who, and what was decided about them."""
    return [(row.pk.rpartition("#")[2], row.read()) for row in truth.of(DecidedItem)]


@pytest.mark.usefixtures("small_buckets")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_counts_and_lists_are_true_after_anything(seed: int) -> None:
    chance = random.Random(seed)
    ids = [someone(f"Anna Roch{n}", f"p{n}@x.example") for n in range(3)]

    def refuse_first() -> None:
        pair = pairs.open_pairs(WORKSPACE)[0].read()
        doubts.refuse(ME, pair.candidate_id, pair.other_id, LATER)

    acts: list[Callable[[], object]] = [
        lambda: ids.append(someone(f"Paul Petit{len(ids)}", f"p{len(ids)}@x.example")),
        lambda: arrive(
            profile(
                f"Luc Martin{chance.randrange(3)}",
                f"p{chance.randrange(6)}@x.example",
                email_confidence=chance.choice([0.3, 0.9]),
            ),
            chance.choice(["applied", "found"]),
        ),
        lambda: edit(chance.choice(ids), tags=chance.sample(["rive", "fluvial", "senior"], 2)),
        lambda: edit(chance.choice(ids), name=chance.choice(["Anna Roch", "Luc Martin", None])),
        lambda: edit(chance.choice(ids), emails=[f"p{chance.randrange(6)}@x.example"]),
        lambda: merging.merge(ME, chance.choice(ids), chance.choice(ids), LATER),
        lambda: merging.unmerge(ME, chance.choice(ids), chance.choice(ids), LATER),
        lambda: [merging.unmerge(ME, p.merged_into, i, LATER) for i, p in truth.people().items() if p.merged_into],
        lambda: [
            updates.decide(ME, i, p.id, LATER, accept=chance.random() < 0.5)
            for i in ids
            for p in service.open_candidate(ME, i).proposals
        ],
        lambda: [updates.reopen(ME, candidate, d.proposal.id, LATER) for candidate, d in decided()],
        refuse_first,
    ]
    for _ in range(25):
        try:
            chance.choice(acts)()
        except (VivierError, IndexError):
            continue
        finally:
            truth.check()


# Budgets


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
