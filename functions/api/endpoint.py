"""The edge of the recruiters' API: Pydantic in, one call, Pydantic out; the one place that turns facts into HTTP."""

import functools
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from chalice.app import Blueprint, Request, Response
from pydantic import BaseModel, ValidationError

from vivier.kernel.actor import Actor
from vivier.kernel.clock import utc_now
from vivier.kernel.errors import (
    Conflict,
    IdempotencyMismatch,
    Invalid,
    NotFound,
    TooLarge,
    Unauthenticated,
    VivierError,
)
from vivier.kernel.observability import correlate, count, logger

STATUS = {
    "BadCursor": 400,
    "BadRequest": 400,
    "Unauthenticated": 401,
    "Forbidden": 403,
    "NotFound": 404,
    "Conflict": 409,
    "AlreadyKnown": 409,
    "IdempotencyMismatch": 409,
    "VersionStale": 412,
    "TooLarge": 413,
    "Invalid": 422,
    "VersionMissing": 428,
    "Throttled": 429,
    "Unavailable": 503,
}
ID = re.compile(r"[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}")
MOST_BODY = 1_000_000
HEADERS: dict[str, str | list[str]] = {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
}


class Nothing(BaseModel):
    """An empty object."""


class Error(BaseModel):
    """What every refusal looks like."""

    Code: str
    Message: str
    Details: dict[str, Any] = {}


class Contract(NamedTuple):
    """What a route takes and gives: the client document is made of it."""

    body: type[BaseModel] | None
    query: type[BaseModel] | None
    returns: type[BaseModel]
    status: int
    versioned: bool


class Call(NamedTuple):
    """One request, parsed."""

    actor: Actor
    subject: str
    now: datetime
    body: Any
    query: Any
    version: int | None


class Reply(NamedTuple):
    """A model with the version it has, which becomes its ETag."""

    model: BaseModel
    version: int | None = None


class BadRequest(VivierError):
    code = "BadRequest"


View = Callable[..., BaseModel | Reply]


def endpoint(
    bp: Blueprint,
    *,
    returns: type[BaseModel] = Nothing,
    body: type[BaseModel] | None = None,
    query: type[BaseModel] | None = None,
    status: int = 200,
    versioned: bool = False,
) -> Callable[[View], Callable[..., Response]]:
    """Wraps a view: parses what it takes, serialises what it gives, maps errors. Stands under `@bp.route`."""

    def wrap(view: View) -> Callable[..., Response]:
        @functools.wraps(view)
        def answer(**path: str) -> Response:
            request: Request = bp.current_request
            correlate(
                request_id=request.context.get("requestId"),
                route=f"{request.method} {request.context.get('resourcePath')}",
            )
            try:
                call = _parse(request, body, query, path)
                key = request.headers.get("idempotency-key")
                if request.method == "POST" and key is not None:
                    return _response(_once(key, call, request, lambda: _run(view, call, path, status)))
                return _response(_run(view, call, path, status))
            except VivierError as refusal:
                return _refused(refusal)
            except Exception:  # noqa: BLE001 - the edge: nothing behind it would answer
                logger.exception("unexpected error")
                count("ApiFailed")
                return _error(500, "Unexpected", "Something went wrong on our side. It was recorded; try again.", {})

        answer.contract = Contract(body, query, returns, status, versioned)  # type: ignore[attr-defined]
        return answer

    return wrap


def _run(view: View, call: Call, path: dict[str, str], status: int) -> dict[str, Any]:
    given = view(call, **path)
    reply = given if isinstance(given, Reply) else Reply(given)
    headers = {"ETag": f'"{reply.version}"'} if reply.version is not None else {}
    return {"status": status, "body": reply.model.model_dump_json(), "headers": headers}


def _response(ran: dict[str, Any]) -> Response:
    logger.info("answered", extra={"status": ran["status"]})
    return Response(ran["body"], status_code=int(ran["status"]), headers=HEADERS | ran["headers"])


def _refused(refusal: VivierError) -> Response:
    status = STATUS.get(refusal.code, 500)
    logger.info("refused", extra={"status": status, "code": refusal.code})
    return _error(status, refusal.code, refusal.message, refusal.details)


def _error(status: int, code: str, message: str, details: dict[str, Any]) -> Response:
    body = Error(Code=code, Message=message, Details=details).model_dump_json()
    return Response(body, status_code=status, headers={**HEADERS})


def _parse(request: Request, body: type[BaseModel] | None, query: type[BaseModel] | None, path: dict[str, str]) -> Call:
    for name, value in path.items():
        if name.endswith("_id") and not ID.fullmatch(value):
            raise NotFound("There is nothing under this id.")
    given = request.context.get("authorizer") or {}
    if "workspace" not in given:
        raise Unauthenticated("Sign in first.")
    actor = Actor(workspace=given["workspace"], id=given["member"], name=given["name"], role=given["role"])
    return Call(
        actor=actor,
        subject=given["subject"],
        now=utc_now(),
        body=_body(body, request) if body else None,
        query=_query(query, request) if query else None,
        version=_version(request.headers.get("if-match")),
    )


def _body(kind: type[BaseModel], request: Request) -> BaseModel:
    """The body as its model: JSON's own types, no 0 for false."""
    raw = request.raw_body
    if len(raw) > MOST_BODY:
        raise TooLarge("A request may have 1 MB at most.")
    return _model(lambda: kind.model_validate_json(raw or b"{}", strict=True))


def _query(kind: type[BaseModel], request: Request) -> BaseModel:
    """Query parameters, each given once."""
    params = request.query_params
    given = {} if params is None else {name: params.getlist(name) for name in params}
    if twice := [name for name, values in given.items() if len(values) > 1]:
        raise Invalid(f"{twice[0]} may be given once.", [{"field": twice[0], "message": "given more than once"}])
    return _model(lambda: kind.model_validate({name: value for name, (value,) in given.items()}))


def _model(read: Callable[[], BaseModel]) -> BaseModel:
    try:
        return read()
    except ValidationError as wrong:
        found = wrong.errors(include_url=False)
        if found[0]["type"] == "json_invalid":
            raise BadRequest("The body is not JSON.") from wrong
        errors = [{"field": ".".join(str(p) for p in e["loc"]) or "body", "message": e["msg"]} for e in found]
        raise Invalid("Something in the request is not right.", errors) from wrong


def _version(header: str | None) -> int | None:
    """The number in If-Match: `"7"`; None when absent."""
    if header is None:
        return None
    found = re.fullmatch(r'(?:W/)?"(\d{1,15})"', header.strip())
    if not found:
        raise BadRequest('If-Match holds one ETag, like "7".')
    return int(found.group(1))


def _once(key: str, call: Call, request: Request, run: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Runs a POST once for an Idempotency-Key, a day long; a repetition gets the first answer.

    Powertools' store is imported here: most requests carry no key, and the import costs.
    """
    import idempotency

    if not re.fullmatch(r"[\x21-\x7e]{1,128}", key):
        raise BadRequest("An Idempotency-Key has 1 to 128 visible characters.")
    try:
        return idempotency.once(key, call.actor, request, run)
    except idempotency.InProgress as busy:
        raise Conflict("The same request is still being worked on. Try again in a moment.") from busy
    except idempotency.Mismatch as other:
        raise IdempotencyMismatch("This Idempotency-Key was used for another request.") from other
