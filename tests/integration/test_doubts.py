"""Possible duplicates over merges: a doubt stands between two people, whichever of their records it was found on."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor

from vivier.casework import doubts, merging, review
from vivier.kernel.actor import Actor
from vivier.kernel.errors import VivierError
from vivier.kernel.ids import new_id
from vivier.people import lists, pairs, service, store
from vivier.people.model import Candidate, Evidence, Origin, Pair
from vivier.storage.transaction import Transaction

pytestmark = pytest.mark.usefixtures("cloud")
LATER = NOW + timedelta(hours=1)
ME = actor()
LINK = Evidence(field="link", value="https://halage.example/a", other_value="https://halage.example/b")


def people(count: int) -> list[str]:
    made = []
    for _ in range(count):
        one = Candidate(
            id=new_id("can"), created_at=NOW, updated_at=NOW, relation="found", origin=Origin(), language="fr"
        )
        transaction = Transaction()
        store.write(transaction, WORKSPACE, None, one)
        transaction.commit()
        made.append(one.id)
    return made


def doubt(one: str, other: str) -> None:
    transaction = Transaction()
    pairs.open_pair(transaction, WORKSPACE, Pair(candidate_id=one, other_id=other, evidence=[LINK], at=NOW))
    transaction.commit()


def listed() -> list[set[str]]:
    """The pairs of people in the review list, which is as long as its count."""
    items = review.listed(ME, "duplicate", None).items
    count = lists.counters(WORKSPACE).get(pairs.DUPLICATES)
    assert len(items) == (int(count.n) if count else 0)
    return [{card.id for card in (i.candidate, i.other) if card} for i in items]


def suspected(identifier: str) -> list[tuple[str, str]]:
    """Who the page of a person says they may be."""
    return [(p.candidate_id, p.other_id) for p in service.open_candidate(ME, identifier).pairs]


def test_a_doubt_about_somebody_merged_away_is_about_the_person_they_are_now() -> None:
    survivor, absorbed, other = people(3)
    doubt(absorbed, other)

    merging.merge(ME, survivor, absorbed, LATER)

    assert listed() == [{survivor, other}]
    assert suspected(survivor) == [(survivor, other)]
    assert suspected(other) == [(other, survivor)]
    merging.unmerge(ME, survivor, absorbed, LATER)
    assert listed() == [{absorbed, other}]
    assert suspected(survivor) == []


def test_a_merge_settles_the_doubts_between_all_that_both_people_are() -> None:
    survivor, absorbed, third, fourth = people(4)
    merging.merge(ME, survivor, absorbed, LATER)
    merging.merge(ME, third, fourth, LATER)
    doubt(absorbed, fourth)

    merging.merge(ME, survivor, third, LATER)

    assert listed() == []
    assert suspected(survivor) == []
    truth.check()
    merging.unmerge(ME, survivor, third, LATER)
    assert listed() == [{survivor, third}]
    truth.check()


def test_two_people_told_apart_are_apart_in_all_their_records() -> None:
    survivor, absorbed, other = people(3)
    doubt(absorbed, other)
    merging.merge(ME, survivor, absorbed, LATER)

    doubts.refuse(ME, survivor, other, LATER)

    assert listed() == []
    kinds = [e.kind for e in service.open_candidate(ME, survivor).events]
    assert kinds.count("suggestion_refused") == 1
    doubts.reopen(ME, other, survivor, LATER)
    assert listed() == [{survivor, other}]
    merging.unmerge(ME, survivor, absorbed, LATER)
    assert listed() == [{absorbed, other}]
    truth.check()


def test_people_told_apart_who_were_merged_by_mistake_are_not_suggested_again() -> None:
    one, other = people(2)
    doubt(one, other)
    doubts.refuse(ME, one, other, LATER)

    merging.merge(ME, one, other, LATER)
    merging.unmerge(ME, one, other, LATER)

    assert listed() == []
    truth.check()


@pytest.mark.parametrize("seed", range(4))
def test_after_any_acts_the_list_holds_two_standing_people_a_line_and_is_as_long_as_its_count(seed: int) -> None:
    chance = random.Random(seed)
    some = people(5)
    for n, one in enumerate(some):
        for other in some[n + 1 :]:
            if chance.random() < 0.6:
                doubt(one, other)
    merge, part, apart, ask = merging.merge, merging.unmerge, doubts.refuse, doubts.reopen
    acts: tuple[Callable[[Actor, str, str, datetime], object], ...] = (merge, merge, part, apart, ask)

    for _ in range(25):
        try:
            one, other = chance.sample(some, 2)
            chance.choice(acts)(ME, one, other, LATER)
        except VivierError:
            continue

        standing = {i for i in some if not store.load(WORKSPACE, i).read().merged_into}
        assert all(len(pair) == 2 and pair <= standing for pair in listed())
        truth.check()
