"""IAM policies of the template, as single grants: one action on one resource pattern under one set of conditions."""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from tests.contract import stack
from tests.contract.recording import Need


class Grant(NamedTuple):
    action: str
    resource: str
    conditions: tuple[tuple[str, str, tuple[str, ...]], ...] = ()  # operator, key, values

    def covers(self, need: Need) -> bool:
        """Whether this grant alone allows the need (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html)."""
        return (
            fnmatchcase(need.action.lower(), self.action.lower())
            and fnmatchcase(need.resource, self.resource)
            and all(_holds(*condition, dict(need.context)) for condition in self.conditions)
        )

    def __str__(self) -> str:
        return f"{self.action} on {self.resource}" + (f" if {self.conditions}" if self.conditions else "")


def _holds(operator: str, key: str, wanted: tuple[str, ...], context: dict[str, tuple[str, ...]]) -> bool:
    """Without the key in the request, ForAllValues holds and everything else does not."""
    quantifier, _, plain = operator.rpartition(":")
    given = context.get(key)
    if given is None:
        return quantifier == "ForAllValues"
    matches = {"StringEquals": lambda g, w: g == w, "StringLike": fnmatchcase, "ArnLike": fnmatchcase}[plain]
    return all(any(matches(g, w) for w in wanted) for g in given)


def grants(role: str) -> list[Grant]:
    """Every grant of a role's inline policies. Deny statements have no place there."""
    found: list[Grant] = []
    for policy in stack.resolve(stack.resources("AWS::IAM::Role")[role].get("Policies", [])):
        for statement in _list(policy["PolicyDocument"]["Statement"]):
            assert statement["Effect"] == "Allow", role
            found += _split(statement)
    return found


def _split(statement: dict[str, Any]) -> Iterator[Grant]:
    conditions = tuple(
        (operator, key, tuple(_list(values)))
        for operator, keys in statement.get("Condition", {}).items()
        for key, values in keys.items()
    )
    for action in _list(statement["Action"]):
        for resource in _list(statement["Resource"]):
            yield Grant(action, resource, conditions)


def role_of(function: str) -> str:
    """Logical id of a function's role."""
    name: str = stack.resources(stack.FUNCTION)[function]["Role"]["Fn::GetAtt"][0]
    return name


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
