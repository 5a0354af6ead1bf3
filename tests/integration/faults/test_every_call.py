"""A death before and after every AWS call of every piece of work: nothing is sent twice, nothing is lost.

The calls are counted by doing the work once; then it is done again in the same world for each of them. Code that makes
more calls is killed at more places, without a word here.
"""

import itertools
from collections.abc import Iterator

import pytest
from tests.faults import FAULTS
from tests.integration.faults import cases, sound
from tests.integration.faults.asked import AGAIN, ASKED
from tests.integration.faults.world import World, world

CASES = cases.CASES | ASKED
SHORT = cases.SHORT | AGAIN | {"api, writing to two", "public, leaving"}


@pytest.fixture(scope="module")
def everything() -> Iterator[World]:
    with world() as made:
        yield made


@pytest.fixture
def clean(everything: World) -> Iterator[World]:
    """The world as it was founded."""
    start = everything.stand()
    everything.tells = True
    yield everything
    everything.back(start)


def killed(world: World, name: str, faults: Iterator[str], *, told: bool = True, most: int = 10_000) -> int:
    """Does one piece of work once for each of its calls, `most` of them evenly spread; how often it was killed."""
    work = CASES[name](world)
    start, times = world.stand(), 0
    world.tells = told
    work()  # what is read once in a process is not counted
    world.back(start)
    with world.faults.at(-1, ""):
        work()
    calls = list(world.faults.calls)
    world.go_on()
    sound.check(world, told=told)
    right = sound.left(world)
    for number in sorted({len(calls) * n // most for n in range(most)} if most < len(calls) else range(len(calls))):
        fault, call = next(faults), calls[number]
        world.back(start)
        with world.faults.at(number, fault):
            work()
        assert world.faults.fired
        world.go_on()
        try:
            sound.check(world, told=told)
        except AssertionError as wrong:
            raise AssertionError(f"{name}, {fault} of call {number} ({call}): {wrong}") from wrong
        more = sound.left(world) - right
        assert not more, f"{name}, {fault} of call {number} ({call}): more mails than without it: {more}"
        times += 1
    return times


@pytest.mark.parametrize("name", sorted(SHORT))
def test_work_that_dies_at_a_call_is_done_once_in_the_end(clean: World, name: str) -> None:
    assert killed(clean, name, itertools.cycle(FAULTS), most=8) > 4


@pytest.mark.soak
@pytest.mark.parametrize("told", [True, False], ids=["SES's events come", "they never come"])
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", sorted(CASES))
def test_work_that_dies_at_any_call_is_done_once_in_the_end(clean: World, name: str, fault: str, told: bool) -> None:
    times = killed(clean, name, itertools.repeat(fault), told=told)

    assert times
    print(f"{name}, {fault}: killed {times} times")  # noqa: T201 - the figures of the soak
