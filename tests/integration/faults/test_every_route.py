"""A day in which every function and every route does its work once (tests/contract/journey.py), and dies at each call.

Before each piece of it is done, it is done again in the same world for each of its AWS calls, with a death or a lost
answer there, until it is answered: nothing is sent twice, nothing is lost, and no mail more leaves than without it.
"""

import itertools
import json
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from moto.ses.models import ses_backends
from tests.conftest import forget
from tests.contract import stack
from tests.contract.entries import said
from tests.contract.journey import Journey, answers, limits_are_old
from tests.contract.recording import recording
from tests.factories import WORKSPACE
from tests.faults import FAULTS
from tests.integration.faults import sound
from tests.integration.faults.asked import asks
from tests.integration.faults.world import World, environment, world

PLAYED = ("lambda.", "stepfunctions.")  # by the world, not by the journey
APIS = {"ApiFunction", "PublicFunction"}


@pytest.fixture
def day(monkeypatch: pytest.MonkeyPatch) -> Iterator["Day"]:
    with world() as made:
        known = {k: v for k, v in environment().items() if k.endswith(("_FUNCTION", "_MACHINE"))}
        for name, value in ({k: v for f in stack.functions() for k, v in stack.environment(f).items()} | known).items():
            monkeypatch.setenv(name, value)
        with recording({k: v for k, v in answers().items() if not k.startswith(PLAYED)}) as listens:
            forget()
            yield Day(made, listens)


class Day(Journey):
    """The journey in a world that can be put back."""

    def __init__(self, made: World, listens: Any) -> None:
        super().__init__(listens)
        self.world = made
        self.fault = itertools.cycle(FAULTS)
        self.pieces, self.deaths = 0, 0

    def does(self, function: str, event: dict[str, Any], **settings: str) -> Any:
        with pytest.MonkeyPatch.context() as patch:
            for name, value in settings.items():
                patch.setenv(name, value)
            if settings:
                forget()
            self.pieces += 1
            if event.get("httpMethod") != "GET":
                self._killed(function, event)
            answer = self.world.does(function, event)
        self.world.told = len(self.world.wire)
        for left in (self.world.asked, self.world.waiting, self.world.parked):
            left.clear()
        self._wired()
        return json.loads(json.dumps(answer))

    def _killed(self, function: str, event: dict[str, Any]) -> None:
        world = self.world
        start = world.stand()
        work = asks(world, event, function=function) if function in APIS else lambda: world.tries(function, event)
        with world.faults.at(-1, ""):
            work()
        calls = list(world.faults.calls)
        self._goes_on(f"{function} {event.get('path', '')}")
        right = sound.left(world)
        for number, call in enumerate(calls):
            fault = next(self.fault)
            world.back(start)
            with world.faults.at(number, fault):
                work()
            if not world.faults.fired:  # what the first time asked is known now: a key, what SES allows
                continue
            self.deaths += 1
            where = f"{function} {event.get('path', '')}, {fault} of call {number} ({call})"
            self._goes_on(where)
            more = sound.left(world) - right
            assert not more, f"{where}: more mails than without it: {more}"
        world.back(start)

    def _goes_on(self, where: str) -> None:
        self.world.go_on()
        try:
            sound.check(self.world, since=self.world.told)
        except AssertionError as wrong:
            raise AssertionError(f"{where}: {wrong}") from wrong

    def _wired(self) -> None:
        """The journey reads what left where moto keeps it."""
        sent = (SimpleNamespace(raw_data=t.raw.decode(), destinations=list(t.to)) for t in self.world.wire)
        ses_backends[stack.ACCOUNT][stack.REGION].sent_messages[:] = sent

    def visits(self, method: str, resource: str, body: Any = None, **more: Any) -> Any:
        """An invitation is accepted twice in the journey: by its page, whose function is played there, and by it."""
        start = self.world.stand()
        answer = super().visits(method, resource, body, **more)
        if (method, resource) == ("POST", "/invitation"):
            self.world.back(start)
        return answer

    def settles_late(self, key: str) -> None:
        """Nobody knows whether a mail has left, until SES says so."""
        limits_are_old()
        with self.world.faults.at(self.world.calls_to_ses, "death after"):
            self.world.does("SendStepFunction", {"workspace": WORKSPACE, "message_key": key})
        assert self.does("RecordDeliveryFunction", said("send", key))["recorded"]
        self.does("RecordDeliveryFunction", said("bounce", key))


@pytest.mark.soak
def test_a_day_whose_every_piece_dies_at_each_of_its_calls_is_done_once(day: Day) -> None:
    day.run()

    print(f"{day.pieces} pieces of a day, killed {day.deaths} times")  # noqa: T201
    assert day.deaths > 1_000
