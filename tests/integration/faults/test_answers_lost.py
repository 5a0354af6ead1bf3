"""SES took a mail or did not, and nobody heard: it is never sent again, and somebody sees it until SES's event says."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from tests.factories import WORKSPACE
from tests.faults import refusal
from tests.integration.faults import sound
from tests.integration.faults.cases import owed
from tests.integration.faults.world import World, said, world

from vivier.casework import review
from vivier.mail.model import State
from vivier.mail.store import MessageItem
from vivier.storage.table import get

WAYS = ["death after", "timeout", "death before", "500"]


@pytest.fixture
def apart() -> Iterator[World]:
    with world() as made:
        yield made


def asked(world: World, number: int) -> list[str]:
    """Mails whose senders never heard SES's answer, each another way."""
    keys = [owed() for _ in range(number)]
    for n, key in enumerate(keys):
        way, mail = WAYS[n % len(WAYS)], {"workspace": WORKSPACE, "message_key": key}
        if way == "500":
            world.faults.answer("SendEmail", refusal("InternalFailure", 500))
            world.does("SendStepFunction", mail)
        else:
            with world.faults.at(world.calls_to_ses, way):
                world.does("SendStepFunction", mail)
    return keys


def states(keys: list[str]) -> set[State]:
    return {get(MessageItem, MessageItem.key(WORKSPACE, key), consistent=True).read().state for key in keys}


def seen() -> int:
    count, cursor = 0, None
    while True:
        page = review.listed(sound.READER, "mail", cursor)
        count, cursor = count + len(page.items), page.cursor
        if cursor is None:
            return count


def lost_and_found(world: World, number: int, *, dropped: bool) -> None:
    world.tells = False
    keys = asked(world, number)
    took = len(world.wire)

    for _ in range(3):
        world.go_on()
    assert (states(keys), seen(), len(world.wire)) == ({State.unknown}, number, took)
    sound.check(world, told=False)

    if not dropped:
        world.now += timedelta(hours=24)
        for taken in world.wire:
            world.tries("RecordDeliveryFunction", said("send", taken))
        sound.check(world)
        assert seen() == number - took
    world.go_on()
    assert len(world.wire) == took
    print(f"{number} answers lost, SES had {took}: none sent again, {seen()} before a human")  # noqa: T201


@pytest.mark.parametrize("dropped", [True, False], ids=["events never come", "events come a day late"])
def test_a_lost_answer_is_never_answered_by_another_mail(apart: World, dropped: bool) -> None:
    lost_and_found(apart, len(WAYS), dropped=dropped)


@pytest.mark.soak
@pytest.mark.parametrize("dropped", [True, False], ids=["events never come", "events come a day late"])
def test_five_hundred_lost_answers_are_never_answered_by_other_mails(apart: World, dropped: bool) -> None:
    lost_and_found(apart, 500, dropped=dropped)
