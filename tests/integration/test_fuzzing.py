"""The whole client document, fuzzed: nothing breaks the API, and what it answers is what it says it answers."""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.api import ask, routes
from tests.factories import WORKSPACE
from tests.swift import Stored
from tests.world import World, two_workspaces

from vivier_packager.api_documents import CLIENT

pytest_plugins = ["schemathesis.pytest.plugin"]  # pyproject.toml leaves it out of every other run

CHECKS = [
    not_a_server_error,
    response_schema_conformance,
    response_headers_conformance,
    status_code_conformance,
    content_type_conformance,
    negative_data_rejection,
]
# `make soak` asks for 400. A second test, left out of every other run, would still cost twice the time to collect.
EXAMPLES = int(os.environ.get("EXAMPLES", "12"))
TRIED = settings(
    max_examples=EXAMPLES,
    derandomize=EXAMPLES == 12,
    database=None,
    suppress_health_check=list(HealthCheck),
)
Start = Callable[..., Any]


# Names of things that exist, as the document offers them; the gateway puts the real ids in their place.
NAMES = {
    "candidate_id": "can_0000000000000000000000000A",
    "other_id": "can_0000000000000000000000000B",
    "document_id": "doc_0000000000000000000000000C",
    "proposal_id": "pro_0000000000000000000000000D",
    "event_id": "evt_0000000000000000000000000E",
    "intake_id": "int_0000000000000000000000000F",
    "member_id": "mem_0000000000000000000000000M",
    "key": "ack-app_0000000000000000000000000G",
}


def document() -> dict[str, Any]:
    """The client document, with things that exist among those that are tried."""
    held: dict[str, Any] = json.loads(CLIENT.read_text(encoding="utf-8"))
    for path, operations in held["paths"].items():
        for operation in operations.values():
            for parameter in operation["parameters"]:
                name = parameter["name"]
                value = "notice" if path.startswith("/templates") and name == "key" else NAMES.get(name)
                if parameter["in"] == "path" and value:
                    parameter["schema"] = {"anyOf": [{"const": value}, {"const": value}, parameter["schema"]]}
    other = held["components"]["schemas"]["OtherPerson"]["properties"]
    other["other_id"] = {"anyOf": [{"const": NAMES["other_id"]}, other["other_id"]]}
    return held


class Gateway:
    """API Gateway before the handler, as a WSGI application. Every twenty requests the table is as it was."""

    def __init__(self) -> None:
        self._document = json.dumps(document()).encode()
        self._served = 0

    def open(self, world: World, stored: Stored) -> None:
        """From now on there is something behind it."""
        self._real = {NAMES[k]: v for k, v in (world.ids | {"other_id": world.other}).items() if k in NAMES}
        self._stored, self._saved = stored, stored.save()

    def _named(self, text: str) -> str:
        for name, real in self._real.items():
            text = text.replace(name, real)
        return text

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        target = environ["REQUEST_URI"].partition("?")[0].removeprefix("/api")
        if target == "/openapi.json":
            return answer(start, 200, {"Content-Type": "application/json"}, self._document)
        self._served += 1
        if self._served % 20 == 0:
            self._stored.restore(self._saved)
        method, path = environ["REQUEST_METHOD"], target
        if not any(p.fullmatch(path) and method in methods for _, p, methods in routes()):
            return refused(start, 404, "NotFound")
        if "HTTP_AUTHORIZATION" not in environ and path != "/health":
            return refused(start, 401, "Unauthenticated")
        headers = {k[5:].replace("_", "-").lower(): v for k, v in environ.items() if k.startswith("HTTP_")}
        if kind := environ.get("CONTENT_TYPE"):
            headers["content-type"] = kind
        sent = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        body = self._named(sent.decode("latin-1")).encode("latin-1") or None
        asked = f"{target}?{environ['QUERY_STRING']}" if environ["QUERY_STRING"] else target
        given = ask(method, self._named(asked), raw=body, role="admin", headers=headers)
        return answer(start, given.status, given.headers, json.dumps(given.body).encode())


def refused(start: Start, status: int, code: str) -> list[bytes]:
    """What the gateway itself says no with."""
    said = json.dumps({"Code": code, "Message": code, "Details": {}})
    return answer(start, status, {"Content-Type": "application/json"}, said.encode())


def answer(start: Start, status: int, headers: dict[str, str], body: bytes) -> list[bytes]:
    start(f"{status} -", list(headers.items()))
    return [body]


GATEWAY = Gateway()
# A body of more than 1 MB is refused before anyone looks into it: 413 is a refusal like the others.
REFUSALS = ["400", "401", "403", "404", "405", "406", "409", "412", "413", "415", "422", "428", "429"]
CONFIG = SchemathesisConfig.from_dict({"checks": {"negative_data_rejection": {"expected-statuses": REFUSALS}}})
DOCUMENTED = schemathesis.openapi.from_wsgi("/openapi.json", GATEWAY, config=CONFIG)


@pytest.fixture(scope="module", autouse=True)
def world() -> Iterator[None]:
    with two_workspaces() as stored:
        GATEWAY.open(World(WORKSPACE), stored)
        yield


@DOCUMENTED.parametrize()
@TRIED
def test_the_api_answers_as_its_document_says(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate(checks=CHECKS)
