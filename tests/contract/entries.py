"""The functions' own entry points, called as Lambda calls them: with their environment, and events of AWS's shape."""

import importlib.util
import json
from collections.abc import Callable
from functools import cache
from types import SimpleNamespace
from typing import Any

from tests.contract.stack import ROOT
from tests.factories import WORKSPACE

from vivier_packager import api_documents

APIS = {api.function: api for api in (api_documents.MEMBERS, api_documents.PUBLIC)}
FOLDERS = {
    "AuthorizeFunction": "authorize",
    "EraseFunction": "erase",
    "InspectFileFunction": "inspect_file",
    "ReadCvFunction": "read_cv",
    "ReceiveMailFunction": "receive_mail",
    "RecordDeliveryFunction": "record_delivery",
    "SendStepFunction": "send_step",
    "SetPasswordFunction": "set_password",
    "SweepFunction": "sweep",
    "WakeEnrolmentFunction": "wake_enrolment",
}
SUBJECT = "00000000-1111-4222-8333-444444444444"
CONTEXT = SimpleNamespace(
    function_name="vivier",
    memory_limit_in_mb=1024,
    invoked_function_arn="arn:aws:lambda:eu-west-3:123456789012:function:vivier",
    aws_request_id="8f507cfc-xmpl-4697-b07a-ac58fc914c95",
    get_remaining_time_in_millis=lambda: 60_000,  # what the sweep has; it takes nothing up near its end
)


def example(name: str) -> dict[str, Any]:
    """A fresh copy of an event in tests/events."""
    read: dict[str, Any] = json.loads((ROOT / f"tests/events/{name}.json").read_text(encoding="utf-8"))
    return read


@cache
def entry(function: str) -> Callable[..., Any]:
    """The handler of a function, by the logical id of its resource."""
    if api := APIS.get(function):
        handler: Callable[..., Any] = api_documents.module(api).handler
        return handler
    folder = FOLDERS[function]
    spec = importlib.util.spec_from_file_location(f"entry_{folder}", ROOT / "functions" / folder / "main.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Callable[..., Any] = module.handler
    return found


def invoke(function: str, event: dict[str, Any]) -> Any:
    """What a function answers, through JSON both ways."""
    answer = entry(function)(json.loads(json.dumps(event)), CONTEXT)
    return json.loads(json.dumps(answer))


def uploaded(intake_id: str, workspace: str = WORKSPACE) -> dict[str, Any]:
    """S3's event for a file in the quarantine."""
    event = example("s3_object_created")
    event["detail"]["object"]["key"] = f"quarantine/{workspace}/{intake_id}/original"
    return event


def said(kind: str, message_key: str) -> dict[str, Any]:
    """SES's event about a message: send, delivery, bounce, complaint."""
    event = example(f"ses_{kind}")
    event["detail"]["mail"]["tags"] |= {"workspace": [WORKSPACE], "message": [message_key]}
    return event


def received(identifier: str, *recipients: str) -> dict[str, Any]:
    """SES's notice of a mail that it stored, through SNS."""
    event = example("ses_received")
    notice = json.loads(event["Records"][0]["Sns"]["Message"])
    notice["mail"]["messageId"] = identifier
    notice["receipt"]["action"]["objectKey"] = f"incoming/{identifier}"
    notice["receipt"]["recipients"] = list(recipients)
    event["Records"][0]["Sns"]["Message"] = json.dumps(notice)
    return event


def noticed(intake_id: str) -> dict[str, Any]:
    """Textract's notice, through SNS."""
    event = example("textract_notice")
    notice = json.loads(event["Records"][0]["Sns"]["Message"])
    notice["JobTag"] = f"{WORKSPACE}:{intake_id}"
    event["Records"][0]["Sns"]["Message"] = json.dumps(notice)
    return event


def request(
    method: str,
    resource: str,
    body: Any = None,
    *,
    query: dict[str, str] | None = None,
    headers: dict[str, str] | None = None,
    role: str = "admin",
    **path: str,
) -> dict[str, Any]:
    """API Gateway's event for one route."""
    event = example("api_proxy")
    where = resource.format(**path)
    event |= {"resource": resource, "path": where, "httpMethod": method, "pathParameters": path or None}
    event["requestContext"] |= {"resourcePath": resource, "path": f"/api{where}", "httpMethod": method}
    event["requestContext"]["authorizer"] |= {"role": role, "subject": SUBJECT, "workspace": WORKSPACE}
    event["headers"] |= headers or {}
    event["multiValueHeaders"] |= {name: [value] for name, value in (headers or {}).items()}
    if query:
        event["queryStringParameters"] = query
        event["multiValueQueryStringParameters"] = {name: [value] for name, value in query.items()}
    event["body"] = json.dumps(body) if body is not None else None
    return event
