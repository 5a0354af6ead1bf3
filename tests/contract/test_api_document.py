"""The API's two documents are those of its routes, and its client document tells the truth."""

import json
from typing import Any

import pytest

from vivier.law.prohibited import PROHIBITED
from vivier_packager import api_documents

APIS = [api_documents.MEMBERS, api_documents.PUBLIC]
CLIENTS: dict[str, dict[str, Any]] = {a.name: json.loads(a.client.read_text(encoding="utf-8")) for a in APIS}
DEPLOYS: dict[str, dict[str, Any]] = {a.name: json.loads(a.deploy.read_text(encoding="utf-8")) for a in APIS}
OPERATIONS = [
    (name, path, method, o)
    for name, document in CLIENTS.items()
    for path, methods in document["paths"].items()
    for method, o in methods.items()
]
each_api = pytest.mark.parametrize("api", APIS, ids=lambda api: str(api.name))


@each_api
def test_the_committed_documents_are_fresh(api: api_documents.Api) -> None:
    client, deploy = api_documents.client_document(api), api_documents.deploy_document(api)

    assert api_documents.written(client) == api.client.read_text(encoding="utf-8"), "run `make api`"
    assert api_documents.written(deploy) == api.deploy.read_text(encoding="utf-8"), "run `make api`"


@each_api
def test_both_documents_have_the_same_routes(api: api_documents.Api) -> None:
    paths = DEPLOYS[api.name]["paths"]
    deployed = {(p, m) for p, methods in paths.items() for m in methods if m not in ("options", "head")}

    assert not [p for p, methods in paths.items() if "head" in methods and "get" not in methods]
    assert deployed == {(path, method) for name, path, method, _ in OPERATIONS if name == api.name}


def test_every_route_but_health_asks_who_calls() -> None:
    for path, methods in DEPLOYS["vivier-api"]["paths"].items():
        for method, operation in methods.items():
            if method != "options":
                assert bool(operation.get("security")) == (path != "/health"), path


def test_every_public_route_but_health_asks_for_a_link() -> None:
    for path, methods in CLIENTS["vivier-public"]["paths"].items():
        for operation in methods.values():
            # The link of a page stands in its address.
            free = path in ("/health", "/preferences") or "{token}" in path
            assert operation.get("security", []) == ([] if free else [{"link": []}]), path


@pytest.mark.parametrize(
    ("api", "path", "method", "operation"), OPERATIONS, ids=lambda v: v if isinstance(v, str) else ""
)
def test_every_operation_says_what_it_does(api: str, path: str, method: str, operation: dict[str, Any]) -> None:
    assert operation["summary"].endswith(".")
    assert len([o for *_, o in OPERATIONS if o["operationId"] == operation["operationId"]]) == 1
    page = "text/html" in operation["responses"].get("200", {}).get("content", {})
    if path != "/health" and not page:
        assert {"401", "403", "404", "422"} <= operation["responses"].keys()


def test_no_body_takes_what_it_does_not_know() -> None:
    for api, path, method, operation in OPERATIONS:
        if "requestBody" in operation:
            name = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
            schema = CLIENTS[api]["components"]["schemas"][name]
            assert schema.get("additionalProperties") is False, (path, method, name)


def test_no_model_has_a_prohibited_field() -> None:
    names = {
        name
        for document in CLIENTS.values()
        for s in document["components"]["schemas"].values()
        for name in s.get("properties", {})
    }

    # `origin` is how a record came in; the prohibited one is a person's.
    assert not names & {str(p.kind) for p in PROHIBITED} - {"origin"}
