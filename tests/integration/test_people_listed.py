"""How people are listed, found and counted: in order, over every bucket, whatever happens meanwhile."""

import random
from collections.abc import Callable

import pytest
from tests import truth
from tests.crowd import gather
from tests.factories import WORKSPACE, arrive, profile
from tests.people import LATER, ME, edit, someone, walk

from vivier.casework import doubts, merging, updates
from vivier.kernel.errors import (
    BadCursor,
    VivierError,
)
from vivier.kernel.metering import metered
from vivier.people import pairs, search, service, store
from vivier.people.decided import Decided, DecidedItem
from vivier.people.search import PeopleQuery
from vivier.storage import cursor as cursors

pytestmark = pytest.mark.usefixtures("cloud")


@pytest.fixture
def small_buckets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists that go over several partitions with a handful of people."""
    monkeypatch.setattr(store, "BUCKET", 4)


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
