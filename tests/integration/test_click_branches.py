"""A step for who followed a link looks at what was pressed a moment before it came up."""

from datetime import datetime, timedelta

import pytest
from tests.factories import NOW, WORKSPACE
from tests.hiring import person
from tests.sequences import Clockwork, check, enrolled, mail_step, published, wait_step

from vivier.kernel.metering import metered
from vivier.mail.pressed import AT_ONCE, DECIDED, Press, PressItem
from vivier.mail.store import MessageItem
from vivier.storage.table import get, put_once

pytestmark = pytest.mark.usefixtures("cloud")
LINKS = "{{ greeting }}, [voir](https://halage.example/poste), [l’équipe](https://halage.example/equipe)"
LINKED = {"fr": {"subject": "Un", "body": LINKS}}


@pytest.fixture(autouse=True)
def true_counts(cloud: None) -> object:
    yield
    check()


@pytest.fixture
def mailed() -> tuple[Clockwork, str, datetime]:
    """Somebody who got a mail with links, and when what comes next comes up."""
    yes, no = (
        mail_step("Cliqué", only_if={"about": "clicked"}),
        mail_step("Pas cliqué", only_if={"about": "clicked", "holds": False}),
    )
    one = person()
    clock = enrolled(published(None, mail_step(words=LINKED), wait_step(hours=2), yes, no), one)
    due = clock.run(one, until=NOW + timedelta(hours=1)).wake_at
    assert due
    return clock, one, due


def press(clock: Clockwork, who: str, at: datetime, *links: int) -> None:
    key = clock.of(who).done[0].message_key or ""
    for number in links:
        put_once(PressItem.of(WORKSPACE, Press(message_key=key, number=number, at=at)))


def got(clock: Clockwork, who: str, until: datetime) -> list[str]:
    keys = [d.message_key for d in clock.run(who, until=until).done if d.message_key]
    return [get(MessageItem, MessageItem.key(WORKSPACE, k), consistent=True).read().subject for k in keys]


def test_a_press_that_no_sweep_has_counted_yet_is_one(mailed: tuple[Clockwork, str, datetime]) -> None:
    clock, one, due = mailed
    press(clock, one, due - timedelta(minutes=1), 0)

    assert got(clock, one, due + timedelta(hours=1)) == ["Un", "Cliqué"]


def test_a_press_of_a_moment_ago_is_waited_for(mailed: tuple[Clockwork, str, datetime]) -> None:
    clock, one, due = mailed
    press(clock, one, due - timedelta(seconds=5), 0)
    clock.now = due

    woken = clock.wake(one)

    assert (woken.next, clock.of(one).wake_at) == ("wait", due - timedelta(seconds=5) + DECIDED)
    assert got(clock, one, due + timedelta(hours=1)) == ["Un", "Cliqué"]


def test_a_program_that_pressed_all_links_at_once_is_nobody(mailed: tuple[Clockwork, str, datetime]) -> None:
    clock, one, due = mailed
    press(clock, one, due - timedelta(minutes=1), 0)
    press(clock, one, due - timedelta(minutes=1) + AT_ONCE / 2, 1)

    assert got(clock, one, due + timedelta(hours=1)) == ["Un", "Pas cliqué"]


def test_looking_for_presses_costs_a_query_for_each_mail(mailed: tuple[Clockwork, str, datetime]) -> None:
    clock, one, due = mailed
    clock.now = due

    with metered() as calls:
        clock.wake(one)

    assert calls.calls["dynamodb.Query"] == 1
