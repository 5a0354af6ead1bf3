"""The API's two documents are those of its routes, and its client document tells the truth."""

import json
from typing import Any

import pytest

from vivier.law.prohibited import PROHIBITED
from vivier_packager import api_documents

CLIENT: dict[str, Any] = json.loads(api_documents.CLIENT.read_text(encoding="utf-8"))
DEPLOY: dict[str, Any] = json.loads(api_documents.DEPLOY.read_text(encoding="utf-8"))
OPERATIONS = [(path, method, o) for path, methods in CLIENT["paths"].items() for method, o in methods.items()]


def test_the_committed_documents_are_fresh() -> None:
    client, deploy = api_documents.client_document(), api_documents.deploy_document()

    assert api_documents.written(client) == api_documents.CLIENT.read_text(encoding="utf-8"), "run `make api`"
    assert api_documents.written(deploy) == api_documents.DEPLOY.read_text(encoding="utf-8"), "run `make api`"


def test_both_documents_have_the_same_routes() -> None:
    deployed = {(p, m) for p, methods in DEPLOY["paths"].items() for m in methods if m != "options"}

    assert deployed == {(path, method) for path, method, _ in OPERATIONS}


def test_every_route_but_health_asks_who_calls() -> None:
    for path, methods in DEPLOY["paths"].items():
        for method, operation in methods.items():
            if method != "options":
                assert bool(operation.get("security")) == (path != "/health"), path


@pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS, ids=lambda v: v if isinstance(v, str) else "")
def test_every_operation_says_what_it_does(path: str, method: str, operation: dict[str, Any]) -> None:
    assert operation["summary"].endswith(".")
    assert len([o for _, _, o in OPERATIONS if o["operationId"] == operation["operationId"]]) == 1
    if path != "/health":
        assert {"401", "403", "404", "422"} <= operation["responses"].keys()


def test_no_body_takes_what_it_does_not_know() -> None:
    schemas = CLIENT["components"]["schemas"]
    for path, method, operation in OPERATIONS:
        if "requestBody" in operation:
            name = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
            assert schemas[name].get("additionalProperties") is False, (path, method, name)


def test_no_model_has_a_prohibited_field() -> None:
    names = {name for s in CLIENT["components"]["schemas"].values() for name in s.get("properties", {})}

    # `origin` is how a record came in; the prohibited one is a person's.
    assert not names & {str(p.kind) for p in PROHIBITED} - {"origin"}
