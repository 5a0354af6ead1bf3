"""Writes the two documents of each API from its routes, the only source.

`deploy.json` is what API Gateway imports (through Chalice's own generator, no schemas); `client.json` is OpenAPI 3.1
with every model, for the web client's types, the docs page and fuzzing. `public.*.json` are those of what is open
without a login.
"""

import importlib.util
import json
import re
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from vivier import VERSION

ROOT = Path(__file__).parents[3]
GENERATED = ROOT / "infra/generated"


class Api(NamedTuple):
    """One API: its function's folder and logical id, its two documents, and how callers say who they are."""

    name: str
    folder: str
    function: str
    deploy: Path
    client: Path
    title: str
    description: str
    security: str


MEMBERS = Api(
    "vivier-api",
    "api",
    "ApiFunction",
    GENERATED / "deploy.json",
    GENERATED / "client.json",
    "Vivier",
    "The recruiters' API.",
    "member",
)
PUBLIC = Api(
    "vivier-public",
    "public",
    "PublicFunction",
    GENERATED / "public.deploy.json",
    GENERATED / "public.client.json",
    "Vivier, without a login",
    "What a link opens. The link's token is the bearer token.",
    "link",
)
CLIENT, DEPLOY = MEMBERS.client, MEMBERS.deploy
STAGES = {MEMBERS.name: "api", PUBLIC.name: "public"}
SCHEMES = {
    "member": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
    "link": {"type": "http", "scheme": "bearer", "bearerFormat": "the 22 characters after # in a link"},
}
REFUSALS = {
    "400": "The request cannot be read.",
    "401": "There is no valid sign-in.",
    "403": "Your role does not allow it.",
    "404": "There is nothing under this id.",
    "409": "The state of things forbids it.",
    "412": "Someone else changed it meanwhile.",
    "413": "The request is too large.",
    "422": "Something in the request is not right.",
    "428": "If-Match is missing.",
    "429": "Too many requests.",
    "503": "A service did not answer.",
}


def application(api: Api = MEMBERS) -> Any:
    """The Chalice application of a function, with every route."""
    return module(api).routes.everything()


@cache
def module(api: Api = MEMBERS) -> Any:
    """The `main` of a function's folder, as its own process would import it."""
    for folder in ("edge", api.folder):
        if (path := str(ROOT / "functions" / folder)) not in sys.path:
            sys.path.insert(0, path)
    if api is MEMBERS and "main" in sys.modules:
        return sys.modules["main"]
    # Each calls it main; the recruiters' API has the name, as it does in its own process.
    name = "main" if api is MEMBERS else f"main_{api.folder}"
    spec = importlib.util.spec_from_file_location(name, ROOT / "functions" / api.folder / "main.py")
    assert spec
    assert spec.loader
    made = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def deploy_document(api: Api = MEMBERS) -> dict[str, Any]:
    """Swagger 2.0 as API Gateway imports it, with refusals of its own in the shape of every other."""
    from chalice.deploy.swagger import CFNSwaggerGenerator

    class Generator(CFNSwaggerGenerator):
        def _uri(self, lambda_arn: str | None = None) -> dict[str, str]:
            return {
                "Fn::Sub": "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
                f"${{{api.function}.Arn}}/invocations"
            }

    document: dict[str, Any] = Generator().generate_swagger(application(api))
    document["info"] = {"title": api.name, "version": "1"}
    document["x-amazon-apigateway-gateway-responses"] = {
        "MISSING_AUTHENTICATION_TOKEN": _gateway("NotFound", "There is no such route.", 404),
        "UNAUTHORIZED": _gateway("Unauthenticated", "Sign in first.", 401),
        "ACCESS_DENIED": _gateway("Forbidden", "Your role does not allow this.", 403),
        "AUTHORIZER_FAILURE": _gateway("Unavailable", "The sign-in could not be checked. Try again.", 503),
        "THROTTLED": _gateway("Throttled", "Too many requests. Try again in a moment.", 429),
        "REQUEST_TOO_LARGE": _gateway("TooLarge", "The request is too large.", 413),
        "DEFAULT_4XX": _gateway("BadRequest", "The request cannot be understood."),
        "DEFAULT_5XX": _gateway("Unexpected", "Something went wrong on our side. Try again."),
    }
    return document


def _gateway(code: str, message: str, status: int | None = None) -> dict[str, Any]:
    body = json.dumps({"Code": code, "Message": message, "Details": {}})
    answer: dict[str, Any] = {"responseTemplates": {"application/json": body}}
    return answer | ({"statusCode": str(status)} if status else {})


def client_document(api: Api = MEMBERS) -> dict[str, Any]:
    """OpenAPI 3.1 of every route, with the models it takes and gives."""
    app = application(api)
    error = import_module("edge").Error
    routes = [(m, path, e) for path, methods in sorted(app.routes.items()) for m, e in sorted(methods.items())]
    contracts = [(m, path, e) for m, path, e in routes if m != "HEAD"]  # a GET without its body
    models: dict[type[BaseModel], set[str]] = {error: {"serialization"}}
    for _, _, entry in contracts:
        if contract := getattr(entry.view_function, "contract", None):
            models.setdefault(contract.returns, set()).add("serialization")
            if contract.body:
                models.setdefault(contract.body, set()).add("validation")
    wanted = [(model, mode) for model, modes in models.items() for mode in sorted(modes)]
    names, schema = models_json_schema(wanted, ref_template="#/components/schemas/{model}")  # type: ignore[arg-type]
    paths: dict[str, Any] = {}
    for method, path, entry in contracts:
        paths.setdefault(path, {})[method.lower()] = _operation(method, path, entry, names, api.security)
    return {
        "openapi": "3.1.0",
        "info": {"title": api.title, "version": VERSION, "description": api.description},
        "servers": [{"url": f"/{STAGES[api.name]}"}],
        "paths": paths,
        "components": {
            "schemas": schema.get("$defs", {}),
            "securitySchemes": {api.security: SCHEMES[api.security]},
        },
    }


def _operation(method: str, path: str, entry: Any, names: dict[Any, Any], security: str) -> dict[str, Any]:
    view = entry.view_function
    operation: dict[str, Any] = {
        "operationId": view.__name__,
        "summary": (view.__doc__ or "").strip().splitlines()[0],
        "tags": [view.__module__.rpartition(".")[2]],
        "parameters": [_path_parameter(n) for n in re.findall(r"{(\w+)}", path)],
    }
    contract = getattr(view, "contract", None)
    if getattr(view, "is_page", False):
        page = {"description": "A page, for people.", "content": {"text/html": {"schema": {"type": "string"}}}}
        operation["responses"] = {"200": page, "404": page}
        return operation
    if contract is None:
        health = {"type": "object", "properties": {"status": {"const": "ok"}, "version": {"type": "string"}}}
        operation["responses"] = {"200": _json("It runs.", health)}
        return operation
    error = import_module("edge").Error
    operation["security"] = [{security: []}]
    operation["parameters"] += _query(contract.query) + _headers(method, contract, security)
    if contract.body:
        operation["requestBody"] = {
            "required": any(field.is_required() for field in contract.body.model_fields.values()),
            "content": {"application/json": {"schema": names[contract.body, "validation"]}},
        }
    done = _json("Done.", names[contract.returns, "serialization"])
    if contract.versioned:
        done["headers"] = {"ETag": {"schema": {"type": "string"}, "description": "The version, for If-Match."}}
    refused = {status: _json(why, names[error, "serialization"]) for status, why in REFUSALS.items()}
    operation["responses"] = {str(contract.status): done, **refused}
    return operation


def _json(description: str, schema: Any) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _path_parameter(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    if name.endswith("_id"):
        schema["pattern"] = "^[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}$"
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _query(model: type[BaseModel] | None) -> list[dict[str, Any]]:
    if model is None:
        return []
    schema = model.model_json_schema()
    required = set(schema.get("required", []))
    found = []
    for name, field in schema.get("properties", {}).items():
        # Absent is how a query parameter says null.
        shape = next((o for o in field.get("anyOf", []) if o.get("type") != "null"), field)
        shape = {k: v for k, v in shape.items() if k not in ("title", "default", "description")}
        parameter = {"name": name, "in": "query", "required": name in required, "schema": shape}
        found.append(parameter | ({"description": field["description"]} if "description" in field else {}))
    return found


def _headers(method: str, contract: Any, security: str) -> list[dict[str, Any]]:
    if method == "POST" and security == "member":
        schema = {"type": "string", "minLength": 1, "maxLength": 128, "pattern": "^[\\x21-\\x7e]+$"}
        return [{"name": "Idempotency-Key", "in": "header", "required": False, "schema": schema}]
    if method in ("PATCH", "PUT") and contract.versioned:
        schema = {"type": "string", "pattern": '^"\\d{1,15}"$'}
        return [{"name": "If-Match", "in": "header", "required": True, "schema": schema}]
    return []


def written(document: dict[str, Any]) -> str:
    return json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def main() -> None:
    GENERATED.mkdir(exist_ok=True)
    for api in (MEMBERS, PUBLIC):
        api.deploy.write_text(written(deploy_document(api)))
        api.client.write_text(written(client_document(api)))


if __name__ == "__main__":
    main()
