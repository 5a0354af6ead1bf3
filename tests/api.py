"""The recruiters' API as a caller sees it: the handler behind API Gateway's events, a member of each role signed in."""

import base64
import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.contract.entries import CONTEXT, entry, example
from tests.factories import WORKSPACE
from vivier.kernel.actor import Role
from vivier.team import service as team
from vivier_packager.api_documents import application

OTHER = "ecluse"  # another workspace, with people of its own


class Answer(NamedTuple):
    """What came back; `body` is parsed JSON."""

    status: int
    headers: dict[str, str]
    body: Any


@cache
def routes() -> list[tuple[str, re.Pattern[str], set[str]]]:
    """Each resource with what its paths look like and its methods, fixed words before parameters."""
    there = application().routes
    paths = sorted(there, key=lambda p: (p.count("{"), p))
    return [(p, re.compile(re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", p)), set(there[p])) for p in paths]


def subject(role: str, workspace: str) -> str:
    return f"{workspace}-{role}"


def members(*workspaces: str) -> None:
    """One member of each role, in each workspace."""
    for workspace in workspaces:
        team.found_workspace(workspace, workspace.capitalize(), f"donnees@{workspace}.example")
        for role in Role:
            who = subject(role, workspace)
            team.add_member(workspace, subject=who, name=f"{role} de {workspace}", email=f"{who}@x.example", role=role)


def ask(
    method: str,
    target: str,
    body: Any = None,
    *,
    role: str = "recruiter",
    workspace: str = WORKSPACE,
    headers: Mapping[str, str] | None = None,
    raw: bytes | str | None = None,
) -> Answer:
    """One request, as its member; `raw` is a body that is not JSON."""
    split = urlsplit(target)
    resource, path = next((r, m.groupdict()) for r, p, _ in routes() if (m := p.fullmatch(split.path)))
    sent = {"Content-Type": "application/json", **(headers or {})}
    query = parse_qsl(split.query, keep_blank_values=True)
    member = team.member(subject(role, workspace))
    event = example("api_proxy")
    event |= {"resource": resource, "path": split.path, "httpMethod": method, "headers": sent}
    event |= {"pathParameters": {k: unquote(v) for k, v in path.items()} or None}
    event |= {"multiValueHeaders": {k: [v] for k, v in sent.items()}}
    event |= {"queryStringParameters": dict(query) or None}
    event["multiValueQueryStringParameters"] = {k: [v for n, v in query if n == k] for k, _ in query} or None
    event["requestContext"] |= {"resourcePath": resource, "path": f"/api{split.path}", "httpMethod": method}
    event["requestContext"]["authorizer"] = {
        "workspace": workspace,
        "member": member.id,
        "subject": member.subject,
        "role": role,
        "name": member.name,
    }
    event |= _body(json.dumps(body) if raw is None and body is not None else raw)
    answer = entry("ApiFunction")(event, CONTEXT)
    return Answer(answer["statusCode"], _headers(answer), json.loads(answer["body"]) if answer["body"] else None)


def _body(content: bytes | str | None) -> dict[str, Any]:
    if isinstance(content, bytes):
        return {"body": base64.b64encode(content).decode(), "isBase64Encoded": True}
    return {"body": content, "isBase64Encoded": False}


def _headers(answer: dict[str, Any]) -> dict[str, str]:
    many = {k: v[-1] for k, v in answer.get("multiValueHeaders", {}).items()}
    return {k.lower(): v for k, v in {**answer.get("headers", {}), **many}.items()}
