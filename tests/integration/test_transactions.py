"""One act is one transaction, and DynamoDB takes one write a row."""

import pytest
from tests.factories import WORKSPACE, actor, arrive, profile

from vivier.casework import merging
from vivier.intake import store as intakes
from vivier.people import store
from vivier.storage.transaction import Transaction

pytestmark = pytest.mark.usefixtures("cloud")


def count(facet: str) -> int:
    held = store.counters(WORKSPACE).get(facet)
    return int(held.n) if held else 0


def test_a_row_that_is_counted_twice_is_written_once() -> None:
    transaction = Transaction()
    for by in (1, 1, -1):
        store.counted(transaction, WORKSPACE, "review:duplicate", by)
    transaction.commit()

    assert transaction.size == 1
    assert count("review:duplicate") == 1


def test_what_comes_to_nothing_is_not_written() -> None:
    transaction = Transaction()
    store.counted(transaction, WORKSPACE, "review:duplicate", 1)
    store.counted(transaction, WORKSPACE, "review:duplicate", -1)

    assert transaction.size == 0


def test_a_merge_moves_one_person_into_the_list_that_the_other_leaves() -> None:
    ids = [
        intakes.load(WORKSPACE, step.intake_id).read().candidate_id or ""
        for step in (
            arrive(profile(email="one@courrier.example"), "found"),
            arrive(profile("Dorian Vasseur", "two@courrier.example", email_confidence=0.4)),
        )
    ]
    assert count("state:to_check") == 1

    merging.merge(actor(), ids[0], ids[1], store.load(WORKSPACE, ids[0]).read().updated_at)

    survivor = store.load(WORKSPACE, ids[0]).read()
    assert "to_check" in survivor.states()
    assert count("state:to_check") == 1
    assert count("all") == 1
