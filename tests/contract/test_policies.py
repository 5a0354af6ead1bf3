"""Each function may do what it does, and nothing else: its policy against the calls that its code makes."""

from collections.abc import Iterator

import pytest
from tests.conftest import in_memory, set_environment
from tests.contract import permissions, stack
from tests.contract.journey import Journey, answers
from tests.contract.permissions import Grant
from tests.contract.recording import recording

from vivier_packager.api_documents import MEMBERS, PUBLIC, Api, application

NEW_LISTS = "a release may put people into new lists: the next write of a record reads those lists' counters"
# Grants that no call of the journey uses, and why they stay.
UNSEEN = {
    **dict.fromkeys(((f, "sqs:SendMessage") for f in stack.functions()), "Lambda itself hands over what failed"),
}


@pytest.fixture(scope="module")
def journey() -> Iterator[Journey]:
    """Every function and route at work, over a cloud in memory, with all calls written down."""
    with (
        pytest.MonkeyPatch.context() as patch,
        set_environment(patch),
        recording(answers()) as listens,
        in_memory(),
    ):
        made = Journey(listens)
        made.run()
        yield made


def test_the_journey_takes_every_route(journey: Journey) -> None:
    assert _declared(MEMBERS) - journey.routes == set()
    assert _declared(PUBLIC) - journey.visited == set()


def _declared(api: Api) -> set[tuple[str, str]]:
    return {(method, path) for path, methods in application(api).routes.items() for method in methods}


@pytest.mark.parametrize("function", stack.functions())
def test_a_function_may_do_what_it_does(journey: Journey, function: str) -> None:
    allowed = permissions.grants(permissions.role_of(function))

    refused = [need for need in journey.recording.needs[function] if not any(g.covers(need) for g in allowed)]
    assert not refused, "\n".join(sorted(f"{n.action} on {n.resource}" for n in refused))


@pytest.mark.parametrize("function", stack.functions())
def test_a_function_uses_what_it_may_do(journey: Journey, function: str) -> None:
    def used(grant: Grant) -> bool:
        return any(grant.covers(need) for need in journey.recording.needs[function])

    granted = permissions.grants(permissions.role_of(function))
    unused = [str(g) for g in granted if (function, g.action) not in UNSEEN and not used(g)]
    assert not unused, "\n".join(sorted(unused))


def test_each_excuse_is_still_needed(journey: Journey) -> None:
    def stale(function: str, action: str) -> bool:
        granted = {g.action for g in permissions.grants(permissions.role_of(function))}
        seen = {need.action for need in journey.recording.needs[function]}
        return action in seen or action not in granted

    assert [e for e in UNSEEN if e[1] != "sqs:SendMessage" and stale(*e)] == []
