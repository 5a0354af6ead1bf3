"""Reading rows: partitions are shared by rooms that do not know each other."""

from typing import Any

import pytest
from pynamodb.exceptions import QueryError
from tests.factories import WORKSPACE, arrive
from tests.faults import Faults, refusal

from vivier.kernel.metering import metered
from vivier.people import store
from vivier.storage.table import Item, query, ready, refused_for

pytestmark = pytest.mark.usefixtures("cloud")


def test_a_query_does_not_grow_with_the_kinds_that_a_process_knows() -> None:
    """DynamoDB takes a hundred values after IN; the product has nearly as many kinds of rows."""
    arrive()
    asked: list[dict[str, Any]] = []
    events = Item._get_connection().connection.client.meta.events
    events.register("before-parameter-build.dynamodb.Query", lambda params, **_: asked.append(params))

    assert query(f"W#{WORKSPACE}#COUNTS")

    assert [len(a["ExpressionAttributeValues"]) for a in asked] == [1]  # the partition


def test_a_row_of_a_kind_that_this_process_does_not_know_is_read_as_one_of_no_kind() -> None:
    ready()
    pk = f"W#{WORKSPACE}#SHARED"
    connection: Any = Item._get_connection().connection.client
    for sk, kind in (("1", "made_by_a_newer_release"), ("2", "claim")):
        row = {"pk": {"S": pk}, "sk": {"S": sk}, "kind": {"S": kind}}
        connection.put_item(TableName=Item.Meta.table_name, Item=row)

    assert [type(row) for row in query(pk)] == [Item, store.ClaimItem]


SOUGHT: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["a1", "a2", "b1", "b2", "c"]),
    ({"prefix": "b"}, ["b1", "b2"]),
    ({"after": "a2"}, ["b1", "b2", "c"]),
    ({"before": "b1"}, ["a1", "a2"]),
    ({"before": "c", "newest_first": True, "limit": 2}, ["b2", "b1"]),
    ({"limit": 3, "consistent": True}, ["a1", "a2", "b1"]),
    ({"prefix": "d"}, []),
]


@pytest.mark.parametrize(("sought", "found"), SOUGHT, ids=str)
def test_a_query_finds_what_lies_where_it_looks_in_order(sought: dict[str, Any], found: list[str]) -> None:
    stands("a1", "a2", "b1", "b2", "c")

    assert [row.sk for row in query("P", **sought)] == found


def test_a_query_goes_on_where_a_page_was_full() -> None:
    """A page holds 1 MB (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html)."""
    stands("1", "2", "3", "4", "5", body="x" * 300_000)

    with metered() as tally:
        rows = query("P", limit=5)
        some = query("P", limit=4)

    assert [[row.sk for row in part] for part in (rows, some)] == [["1", "2", "3", "4", "5"], ["1", "2", "3", "4"]]
    assert tally.calls["dynamodb.Query"] == 4


def test_a_table_that_refuses_a_query_is_said_as_what_it_is(faults: Faults) -> None:
    faults.answer("Query", refusal("ThrottlingException"))

    with pytest.raises(QueryError) as refused:
        query("P")

    assert refused_for(refused.value) == "ThrottlingException"


def stands(*keys: str, body: str | None = None) -> None:
    ready()
    for key in keys:
        store.ClaimItem("P", key, candidate_id="can_1", body=body).save()
