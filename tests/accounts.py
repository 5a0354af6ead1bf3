"""A user pool for tests: the local cloud's own Cognito, in this process, behind the real client."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import boto3
import pytest
from botocore import handlers

from tests.contract import stack
from vivier.gateways import clients
from vivier.kernel.settings import settings


@contextmanager
def user_pool(patch: pytest.MonkeyPatch) -> Iterator[None]:
    """A new pool with the rules of infra/auth.yaml, and POOL set to it."""
    properties = stack.resources("AWS::Cognito::UserPool")["Pool"]
    kept = {k: properties[k] for k in ("UsernameAttributes", "AutoVerifiedAttributes", "Policies")}
    hook: Any = ("before-call.cognito-identity-provider", _answer)
    handlers.BUILTIN_HANDLERS.append(hook)
    boto3.DEFAULT_SESSION = None
    clients.client.cache_clear()
    try:
        made = boto3.client("cognito-idp").create_user_pool(PoolName="vivier-test", **kept)
        patch.setenv("POOL", made["UserPool"]["Id"])
        settings.cache_clear()
        yield
    finally:
        handlers.BUILTIN_HANDLERS.remove(hook)
        boto3.DEFAULT_SESSION = None


def _answer(model: Any, params: dict[str, Any], **_: Any) -> tuple[Any, dict[str, Any]]:
    from ministack.services import cognito

    sent = {"x-amz-target": f"AWSCognitoIdentityProviderService.{model.name}"}
    status, _headers, body = asyncio.run(cognito.handle_request("POST", "/", sent, params["body"], {}))
    said: dict[str, Any] = json.loads(body)
    if status >= 300:
        said = {"Error": {"Code": said["__type"], "Message": said["message"]}}
    return SimpleNamespace(status_code=status), said | {"ResponseMetadata": {"HTTPStatusCode": status}}
