"""Ids, clock, cursors, rights, counting of units."""

import base64
import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from vivier.kernel import metering
from vivier.kernel.actor import RIGHTS, Actor, Permission, Role, system
from vivier.kernel.clock import iso
from vivier.kernel.errors import BadCursor, Forbidden
from vivier.kernel.ids import Id, made_at, new_id, sort_key
from vivier.storage import cursor

bounded = settings(max_examples=80, derandomize=True)
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def test_ids_sort_by_the_time_they_were_made() -> None:
    ids = [new_id("can", NOW + timedelta(milliseconds=n)) for n in range(50)]

    assert sorted(ids) == ids
    assert made_at(ids[3]) == NOW + timedelta(milliseconds=3)
    assert len({new_id("can", NOW) for _ in range(500)}) == 500
    assert sort_key("can_X") == "X"


@pytest.mark.parametrize(
    "wrong", ["", "can_", "can_0", "CAN_" + "0" * 26, "can_" + "0" * 27, "can_" + "I" * 26, "can_" + "0" * 25 + "\n"]
)
def test_what_is_no_id_is_refused(wrong: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Id).validate_python(wrong)


def test_instants_are_written_so_that_text_sorts_as_time() -> None:
    paris = timezone(timedelta(hours=1))

    assert iso(datetime(2026, 11, 24, 10, 30, tzinfo=paris)) == "2026-11-24T09:30:00.000Z"
    assert iso(NOW) < iso(NOW + timedelta(milliseconds=1))


@bounded
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60), st.integers(0, 10**9))
def test_a_cursor_comes_back_as_it_was(text: str, number: int) -> None:
    assert cursor.decode(cursor.encode([text, number]), str, int) == [text, number]


def made_of(position: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(position).encode()).decode()


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "é",
        "%%%",
        "a",
        made_of({}),
        made_of(["x"]),
        made_of([1, "x"]),
        made_of(["x", True]),
        made_of(["x", 1.0]),
        made_of(["x", 1, 2]),
        made_of(["x" * 1100, 1]),
        made_of(["x", 10**1200]),
        made_of(["\ud800", 1]),
        base64.urlsafe_b64encode(b"[" * 1400).decode(),
        base64.urlsafe_b64encode(b"\xff\xfe").decode(),
        base64.urlsafe_b64encode(b"[" + b"9" * 5000 + b"]").decode(),
    ],
)
def test_a_cursor_of_others_is_refused(wrong: str) -> None:
    with pytest.raises(BadCursor):
        cursor.decode(wrong, str, int)


@bounded
@given(st.text(max_size=80))
def test_any_text_is_a_cursor_or_refused(text: str) -> None:
    try:
        (position,) = cursor.decode(text, str)
    except BadCursor:
        return
    assert isinstance(position, str)


def test_rights_follow_the_role() -> None:
    assert RIGHTS[Role.admin] == set(Permission)
    own = {Permission.see_jobs, Permission.give_scorecards, Permission.do_tasks, Permission.write_notes}
    assert RIGHTS[Role.manager] == own
    assert RIGHTS[Role.reader] == {Permission.see_people, Permission.see_jobs}
    assert Permission.manage_workspace not in RIGHTS[Role.recruiter]


@pytest.mark.parametrize("permission", sorted(set(Permission) - RIGHTS[Role.manager]))
def test_who_may_not_is_told_what_it_takes(permission: Permission) -> None:
    with pytest.raises(Forbidden) as refused:
        Actor(workspace="halage", role=Role.manager).require(permission)
    assert refused.value.details == {"needs": permission}


@pytest.mark.parametrize("permission", list(Permission))
def test_the_product_may_do_everything_and_a_candidate_nothing(permission: Permission) -> None:
    system("halage").require(permission)
    with pytest.raises(Forbidden):
        Actor(workspace="halage", kind="candidate", id="can_1", role=Role.admin).require(permission)


@pytest.mark.parametrize(
    ("item", "size"),
    [
        ({"pk": {"S": "é"}}, 4),
        ({"n": {"N": "1234"}}, 4),
        ({"b": {"BOOL": True}}, 2),
        ({"b": {"B": b"abc"}}, 4),
        ({"m": {"M": {"a": {"S": "x"}}}}, 1 + 3 + 1 + 2),
        ({"l": {"L": [{"S": "x"}, {"NULL": True}]}}, 1 + 3 + 2 + 2),
        ({"s": {"SS": ["é", "b"]}}, 1 + 3),
        ({"s": {"NS": ["1", "22"]}}, 1 + 2 + 2),
    ],
)
def test_items_weigh_what_dynamodb_counts(item: dict[str, Any], size: int) -> None:
    assert metering.size(item) == size


def test_units_follow_the_published_rules() -> None:
    big, small = {"pk": {"S": "x" * 1500}}, {"pk": {"S": "x"}}

    assert metering.written("PutItem", {"Item": big}) == 2
    assert metering.written("TransactWriteItems", {"TransactItems": [{"Put": {"Item": big}}, {"Update": {}}]}) == 6
    assert metering.read("GetItem", {}) == 0.5
    assert metering.read("Query", {"Items": [big] * 6}) == 1.5
    assert metering.read("BatchGetItem", {"Responses": {"t": [small, big]}}) == 1
