"""The edge of what a link opens: who is let in, what is refused and how, and what every answer carries."""

import json
from datetime import timedelta
from typing import Any

import pytest
from chalice.app import Blueprint, Chalice
from pydantic import ConfigDict
from tests.contract.entries import CONTEXT, example
from tests.factories import WORKSPACE

from vivier.kernel.clock import utc_now
from vivier.kernel.model import Model
from vivier.storage.transaction import Transaction
from vivier.team import links
from vivier_packager import api_documents


class Said(Model):
    model_config = ConfigDict(extra="forbid")

    word: str


def application() -> Chalice:
    """A public application with one door."""
    api_documents.module(api_documents.PUBLIC)
    from visit import Nothing, Visit, visit

    bp = Blueprint("doors")

    @bp.route("/doors", methods=["GET"])
    @visit(bp, "door", returns=Said)
    def look(call: Visit) -> Said:
        """Looks."""
        return Said(word=f"{call.link.workspace} {call.link.subject}")

    @bp.route("/doors", methods=["POST"])
    @visit(bp, "door", body=Said)
    def knock(call: Visit) -> Nothing:
        """Knocks."""
        raise ZeroDivisionError(call.body.word)

    app = Chalice("doors")
    app.register_blueprint(bp)
    return app


@pytest.fixture
def token(cloud: None) -> str:
    transaction, now = Transaction(), utc_now()
    made = links.issue(transaction, WORKSPACE, "door", "dor_1", now, now + timedelta(hours=1))
    transaction.commit()
    return made


@pytest.fixture(scope="module")
def doors() -> Chalice:
    return application()


def ask(
    doors: Chalice, method: str, authorization: str | None, body: str | None = None
) -> tuple[int, Any, dict[str, str]]:
    event = example("api_proxy")
    event |= {"resource": "/doors", "path": "/doors", "httpMethod": method, "pathParameters": None, "body": body}
    event |= {"queryStringParameters": None, "multiValueQueryStringParameters": None}
    event["requestContext"] |= {"resourcePath": "/doors", "path": "/public/doors", "httpMethod": method}
    del event["requestContext"]["authorizer"]
    sent = {"Content-Type": "application/json"} | (
        {"Authorization": authorization} if authorization is not None else {}
    )
    event |= {"headers": sent, "multiValueHeaders": {k: [v] for k, v in sent.items()}}
    answer = doors(event, CONTEXT)
    return answer["statusCode"], json.loads(answer["body"]), {k.lower(): v for k, v in answer["headers"].items()}


def test_a_link_is_let_in_as_what_it_is_about(doors: Chalice, token: str) -> None:
    status, body, _ = ask(doors, "GET", f"Bearer {token}")

    assert (status, body) == (200, {"word": f"{WORKSPACE} dor_1"})


@pytest.mark.parametrize("authorization", [None, "", "Bearer", "Bearer ", f"Bearer {'A' * 22}", "Basic eDp5", "é"])
def test_whoever_holds_no_link_is_answered_like_one_that_opens_nothing(
    doors: Chalice, token: str, authorization: str | None
) -> None:
    status, body, _ = ask(doors, "GET", authorization)

    assert (status, body["Code"]) == (404, "NotFound")
    assert body["Message"].startswith("This link does not work")


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ('{"word": 1}', 422, "Invalid"),
        ('{"word": "a", "more": 1}', 422, "Invalid"),
        ("{", 400, "BadRequest"),
        (json.dumps({"word": "a" * 100_000}), 413, "TooLarge"),
        ('{"word": "a"}', 500, "Unexpected"),
    ],
)
def test_a_request_is_refused_in_the_shape_of_every_other(
    doors: Chalice, token: str, body: str, status: int, code: str
) -> None:
    given, answer, _ = ask(doors, "POST", f"Bearer {token}", body)

    assert (given, answer["Code"]) == (status, code)
    assert "ZeroDivision" not in json.dumps(answer)


def test_every_answer_is_kept_nowhere_indexed_nowhere_and_says_nothing_of_where_it_was(
    doors: Chalice, token: str
) -> None:
    for method, authorization in (("GET", f"Bearer {token}"), ("GET", None), ("POST", f"Bearer {token}")):
        *_, headers = ask(doors, method, authorization)

        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-robots-tag"] == "noindex, nofollow"
        assert headers["x-content-type-options"] == "nosniff"
