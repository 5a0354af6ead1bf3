"""The bell: told once, counted exactly, read once."""

import itertools
from datetime import timedelta

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor
from tests.faults import FAULTS, Faults

from vivier.casework import bell
from vivier.kernel.errors import NotFound
from vivier.kernel.ids import new_id
from vivier.kernel.metering import metered
from vivier.storage.transaction import Transaction
from vivier.team import notifications
from vivier.team.notifications import Notification, NotificationItem

pytestmark = pytest.mark.usefixtures("cloud")
ME = actor()
COLLEAGUE = ME.model_copy(update={"id": new_id("mem", NOW), "name": "Noé Rivière"})


def tell(count: int = 1, member: str = ME.id) -> list[str]:
    made = [Notification.of("mention", COLLEAGUE, NOW + timedelta(minutes=n)) for n in range(count)]
    for each in made:
        transaction = Transaction()
        notifications.notify(transaction, WORKSPACE, member, each)
        transaction.commit()
    return [n.id for n in made]


def exact(member: str = ME.id) -> int:
    """The count, held to the rows that it counts and to the index of what is unread."""
    rows = [r for r in truth.of(NotificationItem) if r.pk == notifications.bell(WORKSPACE, member)]
    open_ones = {r.read().id for r in rows if r.read().read_at is None}
    counted = notifications.unread(ME.model_copy(update={"id": member}))
    assert {r.read().id for r in notifications.unread_ones(WORKSPACE, member, limit=1000)} == open_ones
    assert counted == len(open_ones)
    return counted


def test_what_a_member_is_told_is_counted_until_it_is_read() -> None:
    first, second = tell(2)
    tell(3, COLLEAGUE.id)

    assert exact() == 2
    notifications.mark_read(ME, first, NOW)
    notifications.mark_read(ME, first, NOW)
    assert exact() == 1
    assert [n.id for n in bell.listed(ME, None).notifications] == [second, first]
    assert [bool(n.read_at) for n in bell.listed(ME, None).notifications] == [False, True]
    assert exact(COLLEAGUE.id) == 3


def test_nobody_marks_what_was_told_to_another() -> None:
    (theirs,) = tell(1, COLLEAGUE.id)

    with pytest.raises(NotFound):
        notifications.mark_read(ME, theirs, NOW)


def test_everything_is_marked_as_read_however_much_it_is() -> None:
    tell(100)

    notifications.mark_all_read(ME, NOW)

    assert exact() == 0
    assert notifications.listed(ME)[0][0].read_at == NOW


def test_unread_ones_stay_and_read_ones_go_after_ninety_days() -> None:
    one, _ = tell(2)

    notifications.mark_read(ME, one, NOW)

    kept = {r.read().id: r.ttl for r in truth.of(NotificationItem)}
    assert kept.pop(one) == int((NOW + timedelta(days=90)).timestamp())
    assert [*kept.values()] == [None]


def test_a_list_is_walked_to_its_end_each_once() -> None:
    told = tell(70)

    seen, cursor = list[str](), None
    while True:
        page = bell.listed(ME, cursor)
        seen += [n.id for n in page.notifications]
        if not (cursor := page.cursor):
            break

    assert seen == told[::-1]


@pytest.mark.parametrize("fault", FAULTS)
def test_marking_counts_right_whatever_call_fails(faults: Faults, fault: str) -> None:
    for number in itertools.count():
        one, *_ = tell(3)
        with faults.at(number, fault):
            notifications.mark_read(ME, one, NOW)
        died = faults.fired
        exact()
        with faults.at(number, fault):
            notifications.mark_all_read(ME, NOW)

        exact()
        notifications.mark_all_read(ME, NOW)
        assert exact() == 0
        if not (died or faults.fired):
            break


def test_one_marked_while_all_are_marked_is_counted_once(faults: Faults) -> None:
    for number in itertools.count():
        one, *_ = tell(5)
        with faults.meanwhile(number, lambda one=one: notifications.mark_read(ME, one, NOW)):  # type: ignore[misc]
            notifications.mark_all_read(ME, NOW)

        assert exact() == 0
        if not faults.fired:
            break


def test_the_bell_stays_in_its_budget() -> None:
    tell(50)

    with metered() as counted:
        notifications.unread(ME)
    with metered() as listed:
        bell.listed(ME, None)

    assert counted.calls == {"dynamodb.GetItem": 1}
    assert listed.calls == {"dynamodb.Query": 1, "dynamodb.GetItem": 1}
