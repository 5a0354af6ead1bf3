"""Rows are read and written as PynamoDB itself would."""

from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest
from pynamodb.attributes import Attribute, AttributeContainer, NumberAttribute, UnicodeSetAttribute
from pynamodb.exceptions import AttributeDeserializationError, AttributeNullError
from pynamodb.expressions.update import Action

import vivier
from vivier.people.lists import CounterItem
from vivier.people.store import ClaimItem
from vivier.storage.rows import NEW
from vivier.storage.table import Item, Versioned

for one in walk_packages(vivier.__path__, "vivier."):
    import_module(one.name)

KINDS: list[type[Item]] = sorted(Item.kind._class_map, key=lambda kind: kind.__name__)


def value(name: str, attribute: "Attribute[Any]") -> Any:
    if isinstance(attribute, UnicodeSetAttribute):
        return {f"{name} 1", f"{name} 2"}
    return len(name) if isinstance(attribute, NumberAttribute) else f"{name} é"


def whole(kind: type[Item]) -> Item:
    return kind(**{n: value(n, a) for n, a in kind.get_attributes().items() if n != "kind"})


def bare(kind: type[Item]) -> Item:
    return kind(**{n: value(n, a) for n, a in kind.get_attributes().items() if needed(n, a)})


def needed(name: str, attribute: "Attribute[Any]") -> bool:
    return not attribute.null and attribute.default is None and name != "kind"


def theirs(kind: type[Item], values: dict[str, Any]) -> dict[str, object]:
    """What PynamoDB makes of a row of the table."""
    row = kind.__new__(kind)
    AttributeContainer._container_deserialize(row, values)
    read, row.attribute_values = row.attribute_values, {}
    AttributeContainer._set_discriminator(row)
    AttributeContainer._set_defaults(row, _user_instantiated=False)
    return row.attribute_values | read


def sorted_sets(row: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {name: {k: sorted(v) if k == "SS" else v for k, v in held.items()} for name, held in row.items()}


@pytest.mark.parametrize("make", [whole, bare])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_each_kind_of_row_is_written_and_read_as_pynamodb_does(kind: type[Item], make: Any) -> None:
    row = make(kind)

    written = row.serialize()

    assert sorted_sets(written) == sorted_sets(AttributeContainer._container_serialize(row))
    read = Item.from_raw_data(written)
    assert type(read) is kind
    assert read.attribute_values == theirs(kind, written) == row.attribute_values


def test_a_row_without_what_it_needs_is_not_written() -> None:
    with pytest.raises(AttributeNullError):
        ClaimItem("P", "S").serialize()
    with pytest.raises(AttributeNullError):
        ClaimItem("P", "S").put_request(None)
    assert "candidate_id" not in ClaimItem("P", "S").serialize(null_check=False)


def test_a_row_of_another_kind_than_was_asked_for_is_not_taken_for_it() -> None:
    with pytest.raises(ValueError, match="ClaimItem"):
        CounterItem.from_raw_data(ClaimItem("P", "S", candidate_id="can_1").serialize())


def test_what_stands_there_as_nothing_or_is_unknown_is_left_out() -> None:
    row = ClaimItem("P", "S", candidate_id="can_1").serialize()

    read = Item.from_raw_data(row | {"ttl": {"NULL": True}, "made_later": {"S": "x"}})

    assert read.attribute_values.keys() == {"kind", "pk", "sk", "candidate_id"}
    with pytest.raises(AttributeDeserializationError):
        Item.from_raw_data(row | {"ttl": {"S": "x"}})


def test_no_attribute_of_ours_needs_what_the_shorter_way_leaves_out() -> None:
    for kind in KINDS:
        for name, attribute in kind.get_attributes().items():
            assert attribute.attr_name == name
            assert not callable(attribute.default)
            assert attribute.default_for_new is None


MAY = [None, NEW, Item.pk.exists(), CounterItem.n.does_not_exist() | (CounterItem.n < 3), Item.kind == CounterItem]
VERSIONED = [kind for kind in KINDS if issubclass(kind, Versioned)]


@pytest.mark.parametrize("when", MAY, ids=str)
@pytest.mark.parametrize("kind", [ClaimItem, VERSIONED[0]])
def test_what_is_asked_of_a_row_is_what_pynamodb_asks(kind: type[Item], when: Any) -> None:
    read, fresh = whole(kind), bare(kind)
    fresh.attribute_values.pop("version", None)

    for row in (read, fresh):
        (key,), more = row._get_save_args(condition=when)
        theirs = Item._get_connection().get_operation_kwargs(hash_key=key, **more | {"key": "Item"})
        assert plain(row.put_request(when)) == plain(theirs)
    if when is not None:
        assert read.check_request(when) == kind.get_operation_kwargs_from_class(read.pk, read.sk, condition=when)


@pytest.mark.parametrize("when", MAY, ids=str)
def test_numbers_are_added_to_as_pynamodb_adds(when: Any) -> None:
    row = CounterItem("P", "S")

    asked = row.add_request({"n": 1, "issued": -2}, when)

    actions: list[Action] = [Item.kind.set(CounterItem), CounterItem.n.add(1), CounterItem.issued.add(-2)]
    assert asked == row.get_update_kwargs_from_instance(actions, condition=when, add_version_condition=False)


def plain(asked: dict[str, Any]) -> dict[str, Any]:
    return asked | {"Item": sorted_sets(asked["Item"])}


def test_a_row_has_no_attribute_that_its_kind_does_not_know() -> None:
    with pytest.raises(ValueError, match="ClaimItem has no n"):
        ClaimItem("P", "S", n=1)
    with pytest.raises(ValueError, match="CounterItem has no sent"):
        CounterItem("P", "S").add_request({"sent": 1}, None)
