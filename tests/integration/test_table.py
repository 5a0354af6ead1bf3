"""Reading rows: partitions are shared by rooms that do not know each other."""

from typing import Any

import pytest
from tests.factories import WORKSPACE, arrive

from vivier.people import store
from vivier.storage.table import Item, query, ready

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
