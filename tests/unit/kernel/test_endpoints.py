"""Requests go where botocore would send them."""

from typing import Any

import pytest
from botocore.awsrequest import AWSResponse
from botocore.compat import HTTPHeaders
from botocore.session import get_session

from vivier.kernel.endpoints import settled

WRITES = {"TransactItems": [{"Delete": {"TableName": "vivier", "Key": {"pk": {"S": "a"}, "sk": {"S": "b"}}}}]}
MAIL = {"FromEmailAddress": "a@halage.example", "Content": {"Raw": {"Data": b"x"}}}
ASKED = [
    ("dynamodb", "GetItem", {"TableName": "vivier", "Key": {"pk": {"S": "a"}, "sk": {"S": "b"}}}),
    ("dynamodb", "TransactWriteItems", WRITES),
    ("sesv2", "SendEmail", MAIL),
    ("sesv2", "GetAccount", {}),
]


def made(service: str, account: str | None) -> tuple[Any, list[tuple[str, str]]]:
    """A client, and where its requests went: the address, and what they are signed for."""
    session = get_session()
    session.set_credentials("id", "secret", account_id=account)
    client: Any = session.create_client(service, region_name="eu-west-3")
    went: list[tuple[str, str]] = []

    def answer(request: Any, **_: Any) -> AWSResponse:
        scope = request.headers["Authorization"].decode().partition("Credential=")[2].partition(",")[0]
        went.append((request.url, scope))
        return AWSResponse(request.url, 200, HTTPHeaders(), Body())

    client.meta.events.register("before-send", answer)
    return client, went


class Body:
    def stream(self) -> list[bytes]:
        return [b"{}"]


@pytest.mark.parametrize("account", [None, "123456789012"])
@pytest.mark.parametrize(("service", "operation", "asked"), ASKED)
def test_an_address_that_is_kept_is_the_one_that_botocore_finds(
    service: str, operation: str, asked: dict[str, Any], account: str | None
) -> None:
    theirs, ours = made(service, account), made(service, account)
    settled(ours[0])

    for client, _ in (theirs, ours):
        for _ in range(3):
            client._make_api_call(operation, asked)

    assert ours[1] == theirs[1]
    assert len(ours[1]) == 3


def test_an_address_is_looked_for_once_an_operation() -> None:
    client, _ = made("dynamodb", None)
    find = client._ruleset_resolver.construct_endpoint
    found: list[str] = []

    def noted(model: Any, *more: Any) -> Any:
        found.append(model.name)
        return find(model, *more)

    client._ruleset_resolver.construct_endpoint = noted
    settled(client)

    for operation, asked in [(o, a) for s, o, a in ASKED if s == "dynamodb"] * 2:
        client._make_api_call(operation, asked)

    assert found == ["GetItem", "TransactWriteItems"]


def test_a_client_without_such_rules_is_left_alone() -> None:
    settled(object())
