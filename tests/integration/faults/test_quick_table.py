"""The table that tests stand on says to every request what moto says; `--tables both` asks it of all tests."""

import pytest
from tests.conftest import in_memory
from tests.factories import NOW, WORKSPACE, actor, arrive, profile
from tests.hiring import candidate_in, job, stage
from tests.quick_table import QuickTable, Refused

from vivier.casework import merging, sweep
from vivier.hiring import applications
from vivier.mail import outbox
from vivier.people import search, service
from vivier.people.enrolled import WatchItem, unwatch, watch
from vivier.people.search import PeopleQuery
from vivier.people.store import CandidateItem
from vivier.storage.table import find
from vivier.storage.transaction import Lost, Transaction


@pytest.mark.usefixtures("environment")
def test_both_tables_say_the_same_of_a_day_of_work() -> None:
    with in_memory("both") as stored:
        made = job()
        people = [candidate_in(made) for _ in range(3)]
        key = arrive(profile("Maëlys Kervadec", "m@courrier.example")).message_key or ""
        applications.move(actor(), made.id, people[0], stage(made, "interview").id, NOW)
        outbox.send(WORKSPACE, key, NOW)
        for kind in ("Delivery", "Bounce", "Bounce"):
            outbox.record_ses_event(WORKSPACE, key, kind, "one", NOW, {"type": "Permanent"})
        merging.merge(actor(), people[0], people[1], NOW)
        sweep.sweep(NOW)
        search.search(WORKSPACE, PeopleQuery(q="per"))
        service.open_candidate(actor(), people[0])
        for act in (watch, unwatch):  # a set, and another act that needs none
            transaction = Transaction()
            act(transaction, WORKSPACE, people[2], "seq_1")
            transaction.commit()
            find(WatchItem, WatchItem.key(WORKSPACE, people[2]))
        stale = Transaction()
        stale.create(CandidateItem(*CandidateItem.key(WORKSPACE, people[2])))

        with pytest.raises(Lost):
            stale.commit()

    assert {"GetItem", "BatchGetItem", "Query", "TransactWriteItems"} <= set(stored.agreed)
    assert len(stored.agreed) > 60


KEY = {"pk": {"S": "a"}, "sk": {"S": "b"}}
BIG = KEY | {"body": {"S": "é" * 205_000}}
MANY = [{"PutRequest": {"Item": KEY | {"sk": {"S": str(n)}}}} for n in range(26)]
UNUSED = {"Key": KEY, "ExpressionAttributeNames": {"#0": "kind"}}
EMPTY = KEY | {"gsi1pk": {"S": ""}}


@pytest.mark.parametrize(
    ("operation", "asked"),
    [
        ("PutItem", {"Item": BIG}),
        ("PutItem", {"Item": EMPTY}),
        ("BatchGetItem", {"RequestItems": {"t": {"Keys": [KEY, KEY]}}}),
        ("BatchGetItem", {"RequestItems": {"t": {"Keys": [KEY | {"sk": {"S": str(n)}} for n in range(101)]}}}),
        ("BatchWriteItem", {"RequestItems": {"t": MANY}}),
        ("TransactWriteItems", {"TransactItems": [{"Delete": {"Key": KEY}}, {"Delete": {"Key": KEY}}]}),
        ("TransactWriteItems", {"TransactItems": [{"Put": {"Item": BIG}}]}),
        ("DeleteItem", UNUSED),
    ],
)  # fmt: skip
def test_what_dynamodb_refuses_is_refused(operation: str, asked: dict[str, object]) -> None:
    """https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html"""
    with pytest.raises(Refused) as refused:
        getattr(QuickTable(), f"do_{operation}")(asked)

    assert refused.value.body["__type"].endswith("#ValidationException")
