"""What an erasure says of itself, and when it is looked at again."""

from datetime import datetime, timedelta

import pytest
from pydantic import ValidationError
from tests.factories import NOW

from vivier.privacy.model import LEASE, SETTLED, SOON, Erasing, Erasure, State


def erasure(state: State = State.under_way) -> Erasure:
    return Erasure(id="ers_1", at=NOW, why="asked", state=state)


@pytest.mark.parametrize(
    ("state", "held_up", "after"),
    [
        (State.under_way, True, SOON),
        (State.under_way, False, SOON),
        (State.removed, True, SOON),
        (State.removed, False, SETTLED),
        (State.done, False, None),
    ],
)
def test_it_is_looked_at_until_it_is_done(state: State, held_up: bool, after: timedelta | None) -> None:
    expected: datetime | None = NOW + after if after else None

    assert erasure(state).next_look(NOW, held_up=held_up) == expected


def test_what_came_late_is_looked_for_after_everything_that_had_begun_is_over() -> None:
    assert timedelta(minutes=15) < SETTLED  # the longest that Lambda lets a function run
    assert SOON < LEASE < SETTLED


def test_why_is_one_of_two_and_nothing_else_is_taken() -> None:
    assert Erasing().why == "asked"
    for wrong in ({"why": "by mistake"}, {"why": "asked", "undo": True}):
        with pytest.raises(ValidationError):
            Erasing.model_validate(wrong)
