"""State machines: no way ends by accident, every task is retried or caught, every function is there and may be called.

That every `Next` exists is checked wherever the template is packaged (vivier_packager.lint).
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.contract import permissions, stack

from vivier_packager import template

MACHINES = sorted(n for n, r in stack.source()["Resources"].items() if r["Type"] == "AWS::Serverless::StateMachine")


def properties(machine: str) -> dict[str, Any]:
    found: dict[str, Any] = stack.source()["Resources"][machine]["Properties"]
    return found


def definition(machine: str) -> dict[str, Any]:
    return template.definition(stack.ROOT / properties(machine)["DefinitionUri"])


def ways(state: dict[str, Any]) -> Iterator[str]:
    """Names of the states that one may lead to."""
    for key in ("Next", "Default"):
        if key in state:
            yield state[key]
    for branch in (*state.get("Choices", []), *state.get("Catch", [])):
        yield branch["Next"]


@pytest.mark.parametrize("machine", MACHINES)
def test_every_state_ends_or_leads_on(machine: str) -> None:
    states = definition(machine)["States"]

    stuck = [
        n for n, s in states.items() if s["Type"] not in ("Succeed", "Fail") and not s.get("End") and not [*ways(s)]
    ]
    assert stuck == []


@pytest.mark.parametrize("machine", MACHINES)
def test_every_task_is_retried_or_caught(machine: str) -> None:
    tasks = {n: s for n, s in definition(machine)["States"].items() if s["Type"] == "Task"}

    assert tasks
    assert [n for n, s in tasks.items() if not s.get("Retry") and not s.get("Catch")] == []


@pytest.mark.parametrize("machine", MACHINES)
def test_a_task_that_waits_for_its_token_does_not_wait_for_ever(machine: str) -> None:
    waiting = {n: s for n, s in definition(machine)["States"].items() if "waitForTaskToken" in s.get("Resource", "")}

    assert [n for n, s in waiting.items() if "TimeoutSeconds" not in s] == []


@pytest.mark.parametrize("machine", MACHINES)
def test_every_function_it_names_is_in_the_stack_and_may_be_called(machine: str) -> None:
    text = (stack.ROOT / properties(machine)["DefinitionUri"]).read_text(encoding="utf-8")
    named = properties(machine)["DefinitionSubstitutions"]
    role = stack.resources("AWS::StepFunctions::StateMachine")[machine]["RoleArn"]["Fn::GetAtt"][0]
    allowed = {g.resource.rstrip("*") for g in permissions.grants(role) if g.action == "lambda:InvokeFunction"}

    assert set(re.findall(r"\$\{(\w+)\}", text)) == set(named)
    assert {stack.resolve(value) for value in named.values()} == allowed
