"""Pages of the inbox: older ones are offered where there are older ones."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from tests.factories import NOW, WORKSPACE, actor

from vivier.casework import conversations
from vivier.casework.conversations import PAGE, Which
from vivier.kernel.ids import new_id
from vivier.kernel.metering import metered
from vivier.mail.threads import store
from vivier.mail.threads.model import Thread
from vivier.storage.transaction import Transaction

pytestmark = pytest.mark.usefixtures("cloud")
MONTHS = timedelta(days=31)


def there(number: int, at: datetime = NOW, **more: object) -> None:
    """So many conversations, a minute apart, the newest at an instant."""
    for n in range(number):
        then = at - timedelta(minutes=n)
        known = {"id": new_id("thr", then), "candidate_id": new_id("can", then), "token": f"t{n}{at:%m%H%M}{more}"}
        times = {"created_at": then, "last_at": then, "last_in_at": then, "received": 1}
        transaction = Transaction()
        store.create(transaction, WORKSPACE, Thread.model_validate(known | times | more))
        transaction.commit()


def pages(which: Which) -> Iterator[int]:
    """How many stand on each, as long as older ones are offered."""
    cursor: str | None = None
    while True:
        page = conversations.inbox(actor(), which, cursor, NOW)
        yield len(page.conversations)
        cursor = page.cursor
        if cursor is None:
            return


@pytest.mark.parametrize("which", ["needs_answer", "unassigned", "all"])
@pytest.mark.parametrize(("number", "wanted"), [(1, [1]), (PAGE, [PAGE]), (PAGE + 1, [PAGE, 1])])
def test_older_ones_are_offered_where_there_are_any(which: Which, number: int, wanted: list[int]) -> None:
    there(number, needs_answer=True)

    assert list(pages(which)) == wanted


def test_what_is_older_by_months_is_found() -> None:
    there(2)
    there(PAGE - 1, NOW - 3 * MONTHS)
    there(1, NOW - 20 * MONTHS)

    assert list(pages("all")) == [2, PAGE - 1, 1]


def test_older_ones_that_are_a_colleagues_are_not_offered_as_nobodys() -> None:
    there(3, needs_answer=True)
    there(PAGE, NOW + timedelta(days=1), needs_answer=True, assigned_to="mem_1")

    assert list(pages("unassigned")) == [3]


def test_older_ones_that_they_wrote_are_not_offered_among_the_sent() -> None:
    there(2, last="ours")
    there(PAGE, NOW - MONTHS, last="theirs")

    assert list(pages("sent")) == [2]


def test_how_far_back_conversations_go_is_asked_once_a_day() -> None:
    there(2)
    spent = []

    for _ in range(2):
        with metered() as tally:
            conversations.inbox(actor(), "all", None, NOW)
        spent.append(tally.calls["dynamodb.Query"])

    assert spent == [conversations.MONTHS, 1]


def test_a_month_that_fills_a_page_is_all_that_is_looked_at() -> None:
    there(PAGE + 1)

    with metered() as tally:
        conversations.inbox(actor(), "all", None, NOW)

    assert tally.calls["dynamodb.Query"] == 1
