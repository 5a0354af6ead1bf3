"""Requests and answers of our own pages, over bare ASGI: the emulator is one, and a framework would serve no more."""

import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qs

from pydantic import BaseModel, ConfigDict

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

# Our pages load their own files only; nothing frames them. Signing in leads on to a web client on another port.
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self' http://localhost:*; base-uri 'none'; "
    "frame-ancestors 'none'"
)


class Request(BaseModel):
    """`path` is decoded; `query` holds the last value of each name; header names are lower case."""

    model_config = ConfigDict(frozen=True)

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes


class Answer(BaseModel):
    model_config = ConfigDict(frozen=True)

    status: int = 200
    headers: dict[str, str] = {}
    body: bytes = b""


def header(scope: Scope, name: bytes) -> str:
    """A request header's value, empty when absent."""
    headers: list[tuple[bytes, bytes]] = scope["headers"]
    return next((value.decode("latin-1") for key, value in headers if key.lower() == name), "")


async def whole_body(receive: Receive) -> bytes:
    body: bytes = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            return body


async def request_of(scope: Scope, receive: Receive) -> Request:
    query = parse_qs(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
    return Request(
        method=scope["method"],
        path=scope["path"],
        query={name: values[-1] for name, values in query.items()},
        headers={key.decode("latin-1").lower(): value.decode("latin-1") for key, value in scope["headers"]},
        body=await whole_body(receive),
    )


async def respond(send: Send, answer: Answer, *, head: bool = False) -> None:
    headers = {"content-length": str(len(answer.body)), "x-content-type-options": "nosniff", **answer.headers}
    encoded = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": answer.status, "headers": encoded})
    await send({"type": "http.response.body", "body": b"" if head else answer.body})


def json_answer(value: object, status: int = 200) -> Answer:
    body = json.dumps(value, ensure_ascii=False).encode()
    return Answer(status=status, headers={"content-type": "application/json", "cache-control": "no-store"}, body=body)


def error_answer(status: int, code: str, message: str) -> Answer:
    return json_answer({"Code": code, "Message": message, "Details": {}}, status)


def page_answer(html: str, status: int = 200) -> Answer:
    headers = {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": PAGE_POLICY,
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
    }
    return Answer(status=status, headers=headers, body=html.encode())


def replay(body: bytes, receive: Receive) -> Receive:
    """A body that was read already, given again to the application behind."""
    given = False

    async def again() -> dict[str, Any]:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again
