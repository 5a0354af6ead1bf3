"""Importing an OpenAPI document drops what CORS mocks answer, gateway responses and binary media types."""

from typing import Any

from ministack.services import apigateway_v1 as gateway

_import_operation = gateway._import_operation
_import_rest_api = gateway._import_rest_api


def apply() -> None:
    gateway._import_operation = import_operation
    gateway._import_rest_api = import_rest_api


def import_operation(api_id: str, resource_id: str, method: str, operation: dict[str, Any] | None, *rest: Any) -> None:
    """Without its integration responses a preflight is answered without CORS headers."""
    _import_operation(api_id, resource_id, method, operation, *rest)
    integration = (operation or {}).get("x-amazon-apigateway-integration") or {}
    made = gateway._resources[api_id][resource_id]["resourceMethods"][method].get("methodIntegration")
    if made is None or integration.get("type") != "mock":
        return
    made["requestTemplates"] = integration.get("requestTemplates") or {}
    for pattern, response in (integration.get("responses") or {}).items():
        chosen = {"selectionPattern": "" if pattern == "default" else pattern, **response}
        gateway._put_integration_response(api_id, resource_id, method, str(response["statusCode"]), chosen)


def import_rest_api(spec: dict[str, Any], base: dict[str, Any] | None = None) -> str:
    base = dict(base or {})
    declared = base.get("binaryMediaTypes") or spec.get("x-amazon-apigateway-binary-media-types") or []
    types = [each.replace("~1", "/") for each in declared]
    api_id: str = _import_rest_api(spec, {**base, "binaryMediaTypes": types})
    gateway._rest_apis[api_id]["binaryMediaTypes"] = types
    for kind, response in (spec.get("x-amazon-apigateway-gateway-responses") or {}).items():
        gateway._put_gateway_response(api_id, kind, response)
    return api_id
