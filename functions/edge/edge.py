"""What the edges of both APIs share: parsing into Pydantic, serialising out, and the one place that turns facts into
HTTP. The packager puts this folder into each function that names it.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from chalice.app import Request, Response
from pydantic import BaseModel, Field, ValidationError

from vivier.kernel.clock import utc_now
from vivier.kernel.errors import Invalid, NotFound, TooLarge, VivierError
from vivier.kernel.model import Model
from vivier.kernel.observability import correlate, count, logger

STATUS = {
    "BadCursor": 400,
    "BadRequest": 400,
    "Unauthenticated": 401,
    "Forbidden": 403,
    "NotFound": 404,
    "Conflict": 409,
    "AlreadyKnown": 409,
    "AskedToBeErased": 409,
    "Erased": 410,
    "SlotTaken": 409,
    "IdempotencyMismatch": 409,
    "VersionStale": 412,
    "TooLarge": 413,
    "Invalid": 422,
    "VersionMissing": 428,
    "Throttled": 429,
    "Unavailable": 503,
}
ID = re.compile(r"[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}")
HEADERS: dict[str, str | list[str]] = {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
}


class Nothing(Model):
    """An empty object."""


class Error(Model):
    """What every refusal looks like."""

    Code: str
    Message: str
    Details: dict[str, Any] = Field(default_factory=dict)


class Contract(NamedTuple):
    """What a route takes and gives: the client document is made of it."""

    body: type[BaseModel] | None
    query: type[BaseModel] | None
    returns: type[BaseModel]
    status: int
    versioned: bool = False


class Asked(NamedTuple):
    """What a request says, whoever sent it."""

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
Headers = Mapping[str, str | list[str]]


def guarded(request: Request, act: Callable[[], dict[str, Any]], headers: Headers = HEADERS) -> Response:
    """The answer of `act` (as `ran` gives it), or the refusal that stopped it."""
    correlate(
        request_id=request.context.get("requestId"),
        route=f"{request.method} {request.context.get('resourcePath')}",
    )
    try:
        ran = act()
        logger.info("answered", extra={"status": ran["status"]})
        return Response(ran["body"], status_code=int(ran["status"]), headers={**headers, **ran["headers"]})
    except VivierError as refusal:
        status = STATUS.get(refusal.code, 500)
        logger.info("refused", extra={"status": status, "code": refusal.code})
        return _error(status, refusal.code, refusal.message, refusal.details, headers)
    except Exception:  # noqa: BLE001 - the edge: nothing behind it would answer
        logger.exception("unexpected error")
        count("ApiFailed")
        said = "Something went wrong on our side. It was recorded; try again."
        return _error(500, "Unexpected", said, {}, headers)


def ran(given: BaseModel | Reply, status: int) -> dict[str, Any]:
    """What a view gave, in plain values that can be kept and given again."""
    reply = given if isinstance(given, Reply) else Reply(given)
    headers = {"ETag": f'"{reply.version}"'} if reply.version is not None else {}
    return {"status": status, "body": reply.model.model_dump_json(), "headers": headers}


def require_ids(path: Mapping[str, str]) -> None:
    """Raises NotFound for what cannot be an id."""
    for name, value in path.items():
        if name.endswith("_id") and not ID.fullmatch(value):
            raise NotFound("There is nothing under this id.")


def asked(request: Request, contract: Contract, most: int) -> Asked:
    """The request, parsed; a body of `most` bytes. Raises BadRequest, Invalid, TooLarge."""
    return Asked(
        now=utc_now(),
        body=_body(contract.body, request, most) if contract.body else None,
        query=_query(contract.query, request) if contract.query else None,
        version=_version(request.headers.get("if-match")),
    )


def _error(status: int, code: str, message: str, details: dict[str, Any], headers: Headers) -> Response:
    body = Error(Code=code, Message=message, Details=details).model_dump_json()
    return Response(body, status_code=status, headers={**headers})


def _body(kind: type[BaseModel], request: Request, most: int) -> BaseModel:
    """The body as its model: JSON's own types, no 0 for false."""
    raw = request.raw_body
    if len(raw) > most:
        raise TooLarge(f"A request may have {most // 1000} kB at most.")
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
