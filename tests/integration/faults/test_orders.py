"""What AWS tells twice, late and in any order leaves the database that it leaves once and in order."""

import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests import truth
from tests.factories import WORKSPACE
from tests.integration.faults import sound
from tests.integration.faults.cases import answer, incoming, owed, written_to
from tests.integration.faults.world import Taken, World, said, world

from vivier.intake.store import IntakeItem
from vivier.mail.store import MessageItem
from vivier.mail.threads.store import EntryItem, ReceivedItem, ThreadItem
from vivier.people.lists import CardItem, CounterItem, PlaceItem
from vivier.people.store import CandidateItem, EventItem

Told = tuple[str, dict[str, Any]]
FATES: list[tuple[str, ...]] = [
    ("send", "delivery"),
    ("send", "delivery", "complaint"),
    ("send", "bounce"),
    ("send", "reject"),
    ("send", "delivery", "bounce"),
    ("send",),
]
ANSWERS = ["reply", "files", "away", "bounce", "complaint", "other", "stranger", None, None]
REPORTS = {"bounce", "complaint"}
KINDS = (MessageItem, CandidateItem, EventItem, ThreadItem, EntryItem, ReceivedItem, CardItem, PlaceItem, IntakeItem)


@pytest.fixture
def apart() -> Iterator[World]:
    with world() as made:
        yield made


def people_written_to(world: World, number: int) -> list[Taken]:
    """Every third one's sender died before it could say that SES had it."""
    taken = []
    for n in range(number):
        if n % 3:
            taken.append(written_to(world))
            continue
        key = owed()
        with world.faults.at(world.calls_to_ses, "death after"):
            world.does("SendStepFunction", {"workspace": WORKSPACE, "message_key": key})
        taken.append(world.wire[-1])
    return taken


def everything_told(taken: list[Taken]) -> list[Told]:
    """What AWS has to say of these mails and of what came back, once each, in order."""
    told: list[Told] = []
    for n, one in enumerate(taken):
        told += [("RecordDeliveryFunction", said(kind, one)) for kind in FATES[n % len(FATES)]]
        kind = ANSWERS[n % len(ANSWERS)]
        # What was thrown away comes back from nobody, and what SES tells of no mail tells too.
        if kind and not (kind in REPORTS and {"reject", kind} & {*FATES[n % len(FATES)]}):
            told.append(("ReceiveMailFunction", incoming(*answer(one, kind))))
    return told


def database() -> dict[str, list[str]]:
    """All that was kept, without ids that chance makes, versions and the order of what came."""
    rows, kept = truth.rows(), {}
    for kind in KINDS:
        kept[kind.__name__] = sorted(_kept(row) for row in rows if isinstance(row, kind))
    counts = [(r.sk, int(r.n)) for r in rows if isinstance(r, CounterItem)]
    return kept | {"counts": [f"{name} {n}" for name, n in sorted(counts)]}


def _kept(row: Any) -> str:
    """In which bucket of a list somebody stands depends on how many stood there before."""
    if isinstance(row, PlaceItem):
        return f"{row.pk.rpartition('#')[0]} {row.sk}"
    held = row.read().model_dump(mode="json")
    if isinstance(row, CandidateItem):
        held["places"] = sorted(held["places"])
    if isinstance(row, EventItem):
        held.pop("id")
        held["data"].pop("version", None)
    if "seen" in held:
        held["seen"] = sorted(held["seen"])
    # To the second: who knows by a report alone that a mail left knows when it was claimed.
    return re.sub(r"(:\d\d)\.\d{3}Z", r"\1Z", f"{row.pk} {sorted(held.items())}")


def tell(world: World, told: list[Told]) -> None:
    for function, event in told:
        assert world.tries(function, event) is not None, (function, event)
    world.drain()


def same_however_told(world: World, people: int, deliveries: int, seed: int) -> None:
    once = everything_told(people_written_to(world, people))
    start = world.stand()
    tell(world, once)
    right = database()
    chance = random.Random(seed)
    told = [*once, *chance.choices(once, k=deliveries - len(once))]
    chance.shuffle(told)

    world.back(start)
    tell(world, told)

    is_now = database()
    for name, rows in right.items():
        wrong = {"lacks": set(rows) - set(is_now[name]), "has": set(is_now[name]) - set(rows)}
        assert not any(wrong.values()), f"{name}: {str(wrong)[:3000]}"
    world.go_on()
    sound.check(world)
    print(f"{people} mails, {len(once)} things to tell, told {len(told)} times in any order: the same")  # noqa: T201


def test_events_and_mails_told_twice_and_in_any_order_leave_the_same(apart: World) -> None:
    same_however_told(apart, people=9, deliveries=75, seed=1)


@pytest.mark.soak
def test_ten_thousand_deliveries_in_any_order_leave_the_same(apart: World) -> None:
    same_however_told(apart, people=360, deliveries=10_000, seed=2)
