"""Counting boards again from what happened: nothing differs, and what does is named."""

from datetime import timedelta

import pytest
from tests.factories import NOW, WORKSPACE, actor
from tests.hiring import candidate_in, job, stage

from vivier.hiring import applications, recounts, store
from vivier.kernel.actor import Role
from vivier.kernel.errors import Forbidden, NotFound
from vivier.kernel.metering import metered
from vivier.people.store import EventItem, partition
from vivier.storage.table import query

pytestmark = pytest.mark.usefixtures("cloud")


def test_a_board_that_only_acts_have_touched_counts_right() -> None:
    made = job()
    people = [candidate_in(made) for _ in range(4)]
    for n, kind in enumerate(("contact", "interview", "contact")):
        applications.move(actor(), made.id, people[0], stage(made, kind).id, NOW + timedelta(minutes=n))

    found = {s.kind: recounts.recount(actor(), made.id, s.id, None) for s in made.stages}

    assert {k: (r.counted, r.people) for k, r in found.items() if r.counted} == {"new": (3, 3), "contact": (1, 1)}
    assert [r.differences for r in found.values() if r.differences] == []


def test_whose_card_stands_where_no_event_put_them_is_named() -> None:
    made = job()
    one, other = candidate_in(made), candidate_in(made)
    applications.move(actor(), made.id, one, stage(made, "contact").id, NOW + timedelta(minutes=1))
    told = query(partition(WORKSPACE, one), prefix="E#", limit=50)
    next(e for e in told if isinstance(e, EventItem) and e.read().kind == "stage_moved").delete()

    found = recounts.recount(actor(), made.id, stage(made, "contact").id, None)

    assert [(d.candidate_id, d.by_events) for d in found.differences] == [(one, stage(made, "new").id)]
    assert recounts.recount(actor(), made.id, stage(made, "new").id, None).differences == []
    assert other


def test_a_counter_that_drifted_is_seen_beside_its_cards() -> None:
    made = job()
    one = candidate_in(made)
    first = stage(made, "new")
    shard = store.BoardItem(*store.BoardItem.key(WORKSPACE, made.id, store.shard_of(one)))
    shard.update([getattr(store.BoardItem, f"n{first.slot}").add(2)])

    found = recounts.recount(actor(), made.id, first.id, None)

    assert (found.counted, found.people) == (3, 1)


def test_a_long_stage_is_counted_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    made = job()
    first = stage(made, "new")
    for _ in range(5):
        candidate_in(made)
    monkeypatch.setattr(recounts, "PAGE", 2)

    pages: list[int] = []
    cursor = None
    while not pages or cursor:
        page = recounts.recount(actor(), made.id, first.id, cursor)
        pages.append(page.people)
        cursor = page.cursor

    assert pages == [2, 2, 1]


def test_counting_costs_a_query_a_person_and_two() -> None:
    made = job()
    for _ in range(3):
        candidate_in(made)

    with metered() as tally:
        recounts.recount(actor(), made.id, stage(made, "new").id, None)

    assert tally.calls == {"dynamodb.Query": 5}


def test_only_who_keeps_jobs_may_count_them() -> None:
    made = job()

    with pytest.raises(Forbidden):
        recounts.recount(actor(role=Role.manager), made.id, stage(made, "new").id, None)
    with pytest.raises(NotFound):
        recounts.recount(actor(), made.id, "stg_none", None)
