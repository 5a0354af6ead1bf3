"""A transaction writes everything or nothing, and says why not."""

from typing import Any

import pytest
from botocore.exceptions import ClientError, ReadTimeoutError
from pynamodb.exceptions import GetError, TransactWriteError
from tests.factories import WORKSPACE
from tests.faults import URL, Faults, conflict, refusal

from vivier.kernel.errors import Invalid, Throttled
from vivier.people.lists import CounterItem, counters
from vivier.people.store import CandidateItem, ClaimItem
from vivier.storage.table import Item, find, ready
from vivier.storage.transaction import LIMIT, TRIES, Lost, Transaction, until_settled

pytestmark = pytest.mark.usefixtures("cloud")


def claim(n: int) -> ClaimItem:
    return ClaimItem(f"W#{WORKSPACE}#CLAIM#email#{n}@x.example", "claim", candidate_id="can_1")


def made(*items: ClaimItem) -> Transaction:
    transaction = Transaction()
    transaction.create(*items)
    return transaction


def test_what_exists_is_not_created_again_and_names_itself() -> None:
    made(claim(1)).commit()

    with pytest.raises(Lost) as lost:
        made(claim(2), claim(1)).commit()

    assert lost.value.keys == [(claim(1).pk, "claim")]
    assert find(ClaimItem, (claim(2).pk, "claim")) is None


def test_one_row_moved_several_times_is_written_once() -> None:
    transaction = Transaction()
    for name, by in (("a", 1), ("a", 2), ("b", 1), ("b", -1)):
        transaction.add(CounterItem(*CounterItem.key(WORKSPACE, name)), n=by)

    transaction.commit()

    assert {k: int(v.n) for k, v in counters(WORKSPACE).items()} == {"a": 3}
    assert transaction.size == 1


def test_more_than_a_transaction_holds_is_refused_before_it_is_asked(faults: Faults) -> None:
    with pytest.raises(Invalid):
        made(*(claim(n) for n in range(101))).commit()
    assert faults.calls == []


def test_as_much_as_a_transaction_holds_is_written() -> None:
    made(*(claim(n) for n in range(LIMIT))).commit()

    assert find(ClaimItem, (claim(LIMIT - 1).pk, "claim"))


def test_each_kind_of_write_counts_as_one() -> None:
    transaction = made(claim(1))
    transaction.save(claim(2))
    transaction.delete(claim(3))
    transaction.check(claim(4), ClaimItem.pk.does_not_exist())
    transaction.update(claim(5), ClaimItem.candidate_id.set("can_2"))
    transaction.add(CounterItem(*CounterItem.key(WORKSPACE, "a")), n=2)

    assert transaction.size == 6


@pytest.mark.parametrize("when", [None, Item.pk.does_not_exist(), (Item.sk == "x") | (Item.sk < "b")])
@pytest.mark.parametrize("version", [None, 3])
def test_a_row_is_put_under_the_conditions_that_pynamodb_would_write(when: Any, version: int | None) -> None:
    ready()
    person = CandidateItem("P", "S", body="{}")
    if version:
        person.version = version

    for row in (person, claim(1), CounterItem("P", "S", n=2)):
        assert row.put_request(when) == row.get_save_kwargs_from_instance(when)


def test_a_table_that_gives_no_answer_is_said_as_what_it_is(faults: Faults) -> None:
    with pytest.raises(TransactWriteError) as failed, faults.meanwhile("TransactWriteItems", no_answer):
        made(claim(1)).commit()

    assert isinstance(failed.value.cause, ReadTimeoutError)


def no_answer() -> None:
    raise ReadTimeoutError(endpoint_url=URL)


BUSY = [
    *map(conflict, ("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded")),
    *map(refusal, ("ThrottlingException", "ProvisionedThroughputExceededException", "RequestLimitExceeded")),
    refusal("TransactionInProgressException"),
]


@pytest.mark.parametrize("busy", BUSY, ids=str)
def test_a_busy_table_is_asked_again_and_not_for_ever(faults: Faults, busy: ClientError) -> None:
    faults.answer("TransactWriteItems", busy)
    made(claim(1)).commit()
    assert find(ClaimItem, (claim(1).pk, "claim"))

    faults.answer("TransactWriteItems", *[busy] * 20)
    faults.calls.clear()
    with pytest.raises(Throttled):
        made(claim(2)).commit()
    assert faults.calls == ["TransactWriteItems"] * TRIES


def test_a_use_case_that_always_loses_says_so() -> None:
    made(claim(1)).commit()
    tries = []

    def attempt() -> None:
        tries.append(1)
        made(claim(1)).commit()

    with pytest.raises(Lost):
        until_settled(attempt, tries=3)
    assert len(tries) == 3


def test_a_use_case_whose_read_a_busy_table_refuses_reads_again(faults: Faults) -> None:
    made(claim(1)).commit()
    faults.answer("GetItem", refusal("ThrottlingException"), refusal("ProvisionedThroughputExceededException"))

    assert until_settled(lambda: find(ClaimItem, (claim(1).pk, "claim")))

    faults.answer("GetItem", refusal("AccessDeniedException"))
    with pytest.raises(GetError):
        until_settled(lambda: find(ClaimItem, (claim(1).pk, "claim")))
